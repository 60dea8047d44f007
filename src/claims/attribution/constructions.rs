//! The table of constructions, and which of those that fit is taken.

use once_cell::sync::Lazy;

use crate::lexicon::entries::speech::Frames;

use super::cues::{Cue, CueForm};
use super::reader::{Reader, Reading, Scope};
use super::rules::{Construction, Cues, Read, Tier, Whole};
use super::{
    according_to, adjective_cue, adverb, as_clause, beside, clause, estimate, headline, heard,
    label, noun_cue, parenthetical, passive, precision, quotation, quoted_as, raised, received,
    relative, trailing, transcript,
};
use crate::extraction::Rule;

/// All constructions round a cue, family by family; their order means nothing.
const TABLE: &[&[Construction]] = &[
    according_to::CONSTRUCTIONS,
    as_clause::CONSTRUCTIONS,
    beside::CONSTRUCTIONS,
    clause::CONSTRUCTIONS,
    estimate::CONSTRUCTIONS,
    heard::CONSTRUCTIONS,
    label::CONSTRUCTIONS,
    noun_cue::CONSTRUCTIONS,
    parenthetical::CONSTRUCTIONS,
    passive::CONSTRUCTIONS,
    quotation::CONSTRUCTIONS,
    quoted_as::CONSTRUCTIONS,
    raised::CONSTRUCTIONS,
    relative::CONSTRUCTIONS,
];

/// What reads a cue of each kind, by tier.
static FITTING: Lazy<[[Vec<Read>; Tier::ALL.len()]; Cues::ALL.len()]> = Lazy::new(|| {
    let fitting = |cues, tier| {
        let rows = TABLE.iter().copied().flatten();
        let rows = rows.filter(|row| row.cues == cues && row.tier == tier);
        rows.map(|row| row.read).collect()
    };
    Cues::ALL.map(|cues| Tier::ALL.map(|tier| fitting(cues, tier)))
});

/// Constructions that take a whole sentence, in the order in which they are tried.
const WHOLE: &[&[Whole]] = &[trailing::WHOLE, label::WHOLE];

/// Every rule that a claim can name.
pub(crate) fn rules() -> impl Iterator<Item = &'static Rule> {
    let without_cue = [
        adjective_cue::RULES,
        adverb::RULES,
        headline::RULES,
        label::RULES,
        noun_cue::RULES,
        received::RULES,
        transcript::RULES,
    ];
    let round_cue = TABLE.iter().copied().flatten();
    round_cue
        .flat_map(|construction| construction.rules)
        .chain(without_cue.into_iter().flatten())
}

/// Reads the claim of a whole sentence.
pub(super) fn read_whole(reader: &mut Reader<'_, '_, '_>, scope: &Scope) -> Option<usize> {
    let mut whole = WHOLE.iter().copied().flatten();
    whole.find_map(|read| {
        let reading = read(reader, scope)?;
        reader.add(scope, reading)
    })
}

/// Reads the claim of a cue: of the first tier with a reading that holds the surest; gives the token behind it.
pub(super) fn read<'l>(
    reader: &mut Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<usize> {
    let cues = kind(reader, scope, cue);
    for fitting in &FITTING[cues as usize] {
        let mut readings = fitting.iter().filter_map(|read| read(reader, scope, cue));
        let Some(mut first) = readings.next() else {
            continue;
        };
        let mut others: Vec<Reading<'l>> = readings.collect();
        if !others.is_empty() {
            let share = |reading: &Reading<'_>| precision::of(reading.rule);
            others.insert(0, first);
            others.sort_by(|one, other| share(other).total_cmp(&share(one)));
            first = others.remove(0);
        }
        for reading in std::iter::once(first).chain(others) {
            if let Some(behind) = reader.add(scope, reading) {
                return Some(behind);
            }
        }
    }
    None
}

fn kind(reader: &Reader<'_, '_, '_>, scope: &Scope, cue: &Cue<'_>) -> Cues {
    match cue.form {
        _ if cue.takes(Frames::FIGURE) => Cues::Figure,
        CueForm::Preposition => Cues::Preposition,
        CueForm::Passive => Cues::Passive,
        _ if passive::is_fronted(reader.syntax, scope, cue) => Cues::Passive,
        _ if cue.takes(Frames::RAISED) => Cues::Raised,
        _ => Cues::Active,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_fires_in_its_example_and_not_beside_it() {
        let mut wrong = Vec::new();
        for rule in rules() {
            let fires = |text| {
                let found = crate::extract(text).claims.into_iter();
                let mut names = found.map(|claim| claim.rule);
                names.any(|name| name == rule.name)
            };
            if !fires(rule.example) || fires(rule.counterexample) {
                wrong.push(rule.name);
            }
        }
        assert_eq!(wrong, [""; 0]);
    }

    #[test]
    fn every_rule_has_one_row() {
        let mut names: Vec<&str> = rules().map(|rule| rule.name).collect();
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{names:?}");
    }
}
