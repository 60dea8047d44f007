//! The constructions: which are tried for a cue, and which of those that fit is taken.

use crate::lexicon::entries::speech::Frames;
use crate::syntax::Syntax;

use super::cues::{Cue, CueForm};
use super::reader::{Reader, Reading, Scope};
use super::{
    according_to, as_clause, beside, clause, estimate, label, noun_cue, parenthetical, passive,
    quotation, quoted_as, raised, relative, rules, trailing,
};

/// Reads the claim of a cue.
type Construction = for<'l> fn(&Reader<'_, '_, 'l>, &Scope, &Cue<'l>) -> Option<Reading<'l>>;

/// Constructions that take a whole sentence, whatever cues stand in it.
pub(super) const SENTENCE: &[for<'l> fn(&Reader<'_, '_, 'l>, &Scope) -> Option<Reading<'l>>] =
    &[trailing::claim, label::claim, label::signed];

/// What a cue can stand in, in tiers: what asks for more goes before what asks for less, and within a tier the order does
/// not matter, for the reading is taken whose rule was right most often.
type Tiers = &'static [&'static [Construction]];

/// "put the toll at 40"
const FIGURE: Tiers = &[&[estimate::claim]];

/// "according to"
const PREPOSITION: Tiers = &[&[according_to::claim]];

/// "was told", "asked whether …, she"
const PASSIVE: Tiers = &[&[quoted_as::claim], &[passive::claim]];

/// "seemed"
const RAISED: Tiers = &[&[raised::speaking], &[raised::raised]];

/// "said", "to say", "saying"
const ACTIVE: Tiers = &[
    // Each asks for a mark, a word or a clause of its own beside the cue.
    &[
        noun_cue::light_verb,
        quoted_as::active,
        quotation::inverted,
        quotation::subject_before,
        quotation::subject_behind,
        as_clause::as_clause,
        parenthetical::parenthetical,
        parenthetical::parenthetical_inverted,
        relative::gapped,
        relative::relative_object,
        label::cue_before_quotation,
        beside::preceded,
    ],
    // A subject, the cue, and what stands behind it.
    &[clause::forward],
    // Nothing stands behind it.
    &[beside::claim],
];

/// The tiers of the constructions that a cue can stand in.
fn of(syntax: &Syntax<'_, '_, '_>, scope: &Scope, cue: &Cue<'_>) -> Tiers {
    match cue.form {
        _ if cue.takes(Frames::FIGURE) => FIGURE,
        CueForm::Preposition => PREPOSITION,
        CueForm::Passive => PASSIVE,
        _ if passive::is_fronted(syntax, scope, cue) => PASSIVE,
        _ if cue.takes(Frames::RAISED) => RAISED,
        _ => ACTIVE,
    }
}

/// Reads the claim of a cue: of the first tier with a reading that holds the surest; gives the token behind it.
pub(super) fn read<'l>(
    reader: &mut Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<usize> {
    for tier in of(reader.syntax, scope, cue) {
        let mut readings: Vec<Reading<'l>> = tier
            .iter()
            .filter_map(|construction| construction(reader, scope, cue))
            .collect();
        if readings.len() > 1 {
            let precision = |reading: &Reading<'_>| rules::precision(reading.rule);
            readings.sort_by(|one, other| precision(other).total_cmp(&precision(one)));
        }
        for reading in readings {
            if let Some(behind) = reader.add(scope, reading) {
                return Some(behind);
            }
        }
    }
    None
}
