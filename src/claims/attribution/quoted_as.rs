//! `"We lost," he was quoted as saying`: the one who is quoted speaks, and the verb behind "as" belongs to the cue.

use super::cues::Cue;
use super::sources;
use crate::syntax::phrases;
use crate::syntax::{Syntax, Tag};
use crate::text::TokenRange;

use super::quotation::{self, relayed};
use super::reader::{Reader, Reading, Scope};
use super::rules::{Construction, Cues, Tier};
use super::{content_end, content_start};
use crate::extraction::Rule;

/// What this file reads.
pub(super) const CONSTRUCTIONS: &[Construction] = &[
    Construction {
        cues: Cues::Passive,
        tier: Tier::Specific,
        read: claim,
        rules: &[Rule {
            name: "attribution.quoted_as",
            example: "\"Our nets are empty,\" he was quoted as saying in the bulletin.",
            counterexample: "The mayor was quoted as an example in May.",
        }],
    },
    Construction {
        cues: Cues::Active,
        tier: Tier::Specific,
        read: active,
        rules: &[],
    },
];

/// `"We lost," Ruiz was quoted as saying`, `Ruiz was quoted by the agency as saying that …`
pub(super) fn claim<'l>(
    reader: &Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<Reading<'l>> {
    let syntax = reader.syntax;
    let verb = relayed(syntax, scope, cue)?;
    let source = sources::before(syntax, cue.tokens.start, scope.floor)?;
    let mut whole = cue.clone();
    whole.tokens.end = verb.tokens.end;
    let (pieces, end): ([TokenRange; 1], usize) =
        if let Some(before) = quotation::before(syntax, scope, source.start) {
            ([before], verb.tokens.end)
        } else {
            let limit = scope.range.end;
            let start = content_start::behind(syntax, &verb, limit)?;
            let end = content_end::find(syntax, start.token, start.opening, Some(&source), limit);
            ([start.token..end], end)
        };
    let rule = "attribution.quoted_as";
    Some(Reading {
        relay: relay(syntax, cue.tokens.end, whole.tokens.end),
        ..Reading::new(rule, &whole, Some(source), &pieces, end)
    })
}

/// "was quoted on Monday [by the state news agency] as saying"
fn relay(syntax: &Syntax<'_, '_, '_>, start: usize, end: usize) -> Option<TokenRange> {
    let by = (start..end).find(|&token| syntax.reads(token, "by"))?;
    phrases::starting_at(syntax, by + 1, end, false)
}

/// `State radio quoted the general as saying that …`: the general speaks, and the radio passes it on.
pub(super) fn active<'l>(
    reader: &Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<Reading<'l>> {
    let syntax = reader.syntax;
    let verb = relayed(syntax, scope, cue)?;
    let limit = scope.range.end;
    let pronoun = cue.tokens.end..cue.tokens.end + 1;
    let source = if syntax.tag(pronoun.start) == Tag::Object {
        pronoun
    } else {
        phrases::starting_at(syntax, cue.tokens.end, limit, true)?
    };
    // "quoted a witness, Ana Ruiz, as saying"
    let comma = usize::from(syntax.tag(source.end) == Tag::Comma);
    if source.end + comma + 1 != verb.tokens.start {
        return None;
    }
    let relay = sources::before(syntax, cue.tokens.start, scope.floor);
    let quoted = relay
        .as_ref()
        .and_then(|relay| quotation::before(syntax, scope, relay.start));
    // `"We lost," the paper quoted Ruiz as saying`
    let content = match quoted {
        Some(quoted) => quoted,
        None => {
            let start = content_start::behind(syntax, &verb, limit)?;
            start.token..content_end::find(syntax, start.token, start.opening, Some(&source), limit)
        }
    };
    let (content, end) = ([content.clone()], content.end.max(verb.tokens.end));
    let rule = "attribution.quoted_as";
    Some(Reading {
        relay,
        ..Reading::new(rule, &verb, Some(source), &content, end)
    })
}
