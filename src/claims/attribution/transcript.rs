//! Interviews and debates in print: every turn but the reporter's is a claim, `RUIZ: We lost.`, `A: I will stay.`

use crate::syntax::Tag;
use crate::text::turns::Voice;

use super::headline::colon;
use super::reader::{Reader, Reading, Scope};
use crate::extraction::Rule;

/// The rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "attribution.transcript",
        example: "HOLM: We lost the bridge.\n\nRUIZ: We will build a new one.",
        counterexample: "CORRECTION: The river fell on Monday.",
    },
    Rule {
        name: "attribution.answer",
        example: "Q: Will you stay?\n\nA: I will stay for the winter.",
        counterexample: "Q1: 12 percent. A: 14 percent.",
    },
];

/// Adds a claim for every turn of somebody who has his say. What the reporter says in his turns is read as the text of
/// any article.
pub(super) fn claims(reader: &mut Reader<'_, '_, '_>) {
    for turn in &reader.syntax.page.turns {
        let rule = match turn.voice {
            Voice::Reporter => continue,
            Voice::Guest => "attribution.transcript",
            Voice::Answer => "attribution.answer",
        };
        let scope = Scope {
            sentence: turn.sentences.start,
            range: turn.label.start..turn.label.end + 1,
            floor: turn.label.start,
            last: None,
            nested_in: None,
        };
        let cue = colon(turn.label.end);
        let reading = Reading::new(
            rule,
            &cue,
            Some(turn.label.clone()),
            &turn.content,
            turn.label.end,
        );
        let added = reader.add(&scope, reading);
        // "A. I will stay." has none.
        if added.is_some() && reader.syntax.tag(turn.label.end) != Tag::Colon {
            if let Some(claim) = reader.claims.last_mut() {
                claim.cue = None;
            }
        }
    }
}
