//! What the example sentences of a dictionary prove.

use crate::extraction::{BlockKind, Extraction, Polarity, Source, SourceKind};
use crate::extractor::Extractor;
use crate::lexicon::{Example, Table};

impl Extractor {
    /// Whether an example of its dictionaries holds: whether the entry fires in a `>` sentence, and does not in a `!` one.
    /// None in tables of which nothing that comes out shows by which word it was found: verbs, function words, ….
    ///
    /// ```
    /// use newsclaim::{Extractor, Table};
    /// let lines = "grump | | opinion | clause\n> The cook grumped that it was late.\n> Grumped boats sink.\n";
    /// let extractor = Extractor::builder().lexicon(Table::Cues, "mine.txt", lines).build()?;
    /// let mine = extractor.lexicon().examples().filter(|example| example.source == "mine.txt");
    /// assert_eq!(mine.map(|example| extractor.proves(&example)).collect::<Vec<_>>(), [Some(true), Some(false)]);
    /// # Ok::<(), newsclaim::LexiconError>(())
    /// ```
    pub fn proves(&self, example: &Example<'_>) -> Option<bool> {
        Some(fires(self, example)? == example.fires)
    }
}

/// Whether an example's entry shows in what is found in its sentence. One arm a table, and nothing but them.
fn fires(extractor: &Extractor, example: &Example<'_>) -> Option<bool> {
    let found = extractor.extract(example.sentence);
    let fires = match example.table {
        // A claim whose cue is the entry; of "voiced regret" that is the noun, of "seemed to mock" the verb behind "to",
        // and the verb of the entry stands in the cue's text.
        Table::Cues | Table::CueNouns | Table::CueAdjectives => found.claims.iter().any(|claim| {
            claim.cue.as_ref().is_some_and(|cue| {
                let governs = claim.rule.contains("light_verb") || cue.text.contains(" to ");
                let holds = || example.table == Table::Cues && governs && holds(&cue.text, example);
                cue.lemma == example.lemma || holds()
            })
        }),
        // A verb that speaks of it.
        Table::Objects => found.claims.iter().any(|claim| {
            let content = claim.content.iter();
            let mut pieces = content.map(|piece| piece.span.of(example.sentence));
            pieces.any(|piece| holds(piece, example))
        }),
        // A claim with the adverb beside its cue, or for one.
        Table::CueAdverbs => found.claims.iter().any(|claim| {
            let cue = claim.cue.as_ref();
            cue.is_some_and(|cue| holds(&cue.text, example))
        }),
        // A cue that says nothing.
        Table::Polarities => found
            .claims
            .iter()
            .any(|claim| claim.polarity != Polarity::Said),
        // Somebody who speaks, passes on or is spoken to, and is called so.
        Table::Titles | Table::Roles | Table::Organizations => sources(&found)
            .iter()
            .any(|source| holds(&source.text, example)),
        Table::FirstNames => sources(&found)
            .iter()
            .any(|source| source.kind == SourceKind::Person && holds(&source.text, example)),
        // The same, or those to whom the dead belong: "12 Norwegian sailors" are Norway's.
        Table::Places => {
            let sides = found
                .casualties
                .iter()
                .filter_map(|casualty| casualty.victims.as_ref()?.side.as_ref());
            sides.into_iter().any(|side| side == example.lemma)
                || sources(&found)
                    .iter()
                    .any(|source| holds(&source.text, example))
        }
        // The sentence does not end at the abbreviation.
        Table::Abbreviations => found.sentences.len() == 1,
        // The line is no part of the article that stands around it.
        Table::Boilerplate => is_furniture(extractor, example.sentence),
        Table::Numbers | Table::Hedges => {
            let numbers = found
                .casualties
                .iter()
                .filter_map(|casualty| Some(&*casualty.number.as_ref()?.text));
            let losses = found
                .losses
                .iter()
                .map(|loss| loss.span.of(example.sentence));
            let dates = found
                .dates
                .iter()
                .map(|date| date.span.of(example.sentence));
            numbers
                .chain(losses)
                .chain(dates)
                .any(|text| holds(text, example))
        }
        Table::Outcomes => {
            let figures = found
                .casualties
                .iter()
                .map(|casualty| casualty.span.of(example.sentence));
            figures.into_iter().any(|text| holds(text, example))
        }
        Table::Victims => {
            let victims = found
                .casualties
                .iter()
                .filter_map(|casualty| casualty.victims.as_ref());
            victims.into_iter().any(|victims| {
                victims
                    .text
                    .as_ref()
                    .is_some_and(|text| holds(text, example))
            })
        }
        Table::Equipment => found
            .losses
            .iter()
            .any(|loss| holds(&loss.object.text, example)),
        Table::Times => {
            let dates = found
                .dates
                .iter()
                .map(|date| date.span.of(example.sentence));
            dates.into_iter().any(|text| holds(text, example))
        }
        // Nothing that comes out shows by which word a clause was found: such sentences belong into tests/cases/.
        _ => return None,
    };
    Some(fires)
}

fn sources<'a, 't>(found: &'a Extraction<'t>) -> Vec<&'a Source<'t>> {
    let of_claims = found.claims.iter().flat_map(|claim| {
        let one = claim.source.iter().chain(&claim.target);
        one.chain(&claim.others).chain(&claim.relays)
    });
    of_claims.collect()
}

/// Whether one of the entry's forms stands in `text` as a word of its own, in any case.
fn holds(text: &str, example: &Example<'_>) -> bool {
    let text = text.to_lowercase();
    example.forms.iter().any(|form| {
        let form = form.to_lowercase();
        text.match_indices(&form).any(|(start, _)| {
            let before = text[..start].chars().next_back();
            let after = text[start + form.len()..].chars().next();
            !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
        })
    })
}

/// Whether a line between two paragraphs is taken for furniture of the page.
fn is_furniture(extractor: &Extractor, line: &str) -> bool {
    let before = "The bridge was closed after the flood, and traffic was sent over the old road.";
    let after = "It will stay closed until the engineers have looked at every pillar of it.";
    let page = format!("{before}\n\n{line}\n\n{after}\n");
    let found = extractor.extract(&page);
    let place = before.len() + 2;
    let mut blocks = found.blocks.iter();
    blocks.any(|block| {
        block.kind == BlockKind::Boilerplate && block.span.start <= place && place < block.span.end
    })
}
