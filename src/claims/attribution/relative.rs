//! What is said stands before who says it: "a claim that both sides have denied", "what she called a mistake".

use super::cues::{Cue, CueForm};
use super::sources;
use crate::lexicon::Classes;
use crate::lexicon::entries::speech::Frames;
use crate::syntax::phrases;
use crate::syntax::{Syntax, Tag};
use crate::text::{Flags, TokenRange};

use super::opening::Opening;
use super::reader::{Reader, Reading, Scope};
use super::rules::{Construction, Cues, Tier};
use super::{content_end, object};
use crate::extraction::{ClaimKind, Rule};

/// What this file reads.
pub(super) const CONSTRUCTIONS: &[Construction] = &[
    Construction {
        cues: Cues::Active,
        tier: Tier::Specific,
        read: gapped,
        rules: &[Rule {
            name: "attribution.relative_gap",
            example: "She burned papers that officials said would harm the state.",
            counterexample: "She burned papers that would harm the state.",
        }],
    },
    Construction {
        cues: Cues::Active,
        tier: Tier::Specific,
        read: relative_object,
        rules: &[Rule {
            name: "attribution.relative_object",
            example: "It was a claim that both towns have denied.",
            counterexample: "The army made a raid that nobody saw.",
        }],
    },
];

/// "some information that officials said would help": the subject of what is said stands before the source.
pub(super) fn gapped<'l>(
    reader: &Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<Reading<'l>> {
    let syntax = reader.syntax;
    // "a man who many think could win": what they hold, and nobody says.
    if cue.form != CueForm::Finite
        || !cue.takes(Frames::CLAUSE)
        || cue.word.kind == ClaimKind::Attitude
    {
        return None;
    }
    // "which officials said *hit* a depot": a form that is no verb by itself is one in the gap.
    let verb = cue.tokens.end;
    let unchanged = syntax.is_past(verb) && syntax.tag(verb + 1).determines();
    let opening = match syntax.tag(verb).is_finite() {
        true => Opening::That,
        false if unchanged => Opening::Object,
        false => return None,
    };
    let source = behind_shell(
        syntax,
        sources::before(syntax, cue.tokens.start, scope.floor)?,
    );
    let before = source
        .start
        .checked_sub(1)
        .filter(|&token| token >= scope.range.start)?;
    let first = match syntax.tag(before) {
        Tag::Relative => before..before + 1,
        Tag::That | Tag::Question => before..before,
        part if part.is_nominal() => before..before,
        _ => return None,
    };
    let start = cue.tokens.end;
    let mut end = content_end::find(syntax, start, opening, Some(&source), scope.range.end);
    // "A bill that critics say will hurt tenants failed": the bill has a verb of its own.
    if !syntax.has_finite(scope.floor..before) && syntax.tag(before.wrapping_sub(1)) != Tag::Comma {
        end = content_end::main_verb(syntax, start, end, opening).unwrap_or(end);
    }
    Some(Reading::new(
        "attribution.relative_gap",
        cue,
        Some(source),
        &[first, start..end],
        end,
    ))
}

/// "a move *officials* said would help", "a step *Ana Ruiz* said was late": "a" goes with no plural and no name, so a second
/// phrase opens behind its noun.
fn behind_shell(syntax: &Syntax<'_, '_, '_>, source: TokenRange) -> TokenRange {
    let page = syntax.page;
    if !page.is_indefinite_article(source.start) {
        return source;
    }
    let somebody = Classes::ROLE
        .with(Classes::ORGANIZATION)
        .with(Classes::TITLE);
    let noun = source.start + 1;
    let shell = syntax.tag(noun) == Tag::Noun
        && !page.is(
            noun,
            somebody.with(Classes::NUMBER).with(Classes::QUANTIFIER),
        );
    let speaker = noun + 1;
    let named = page.has(speaker, Flags::CAPITALISED);
    let plural =
        source.len() == 3 && page.is(speaker, somebody) && page.word(speaker).ends_with('s');
    if shell && speaker < source.end && (named || plural) {
        speaker..source.end
    } else {
        source
    }
}

/// "a claim that both sides have denied", "…, which she denied": the content stands before the subject.
pub(super) fn relative_object<'l>(
    reader: &Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<Reading<'l>> {
    let syntax = reader.syntax;
    let ends = cue.tokens.end >= scope.range.end
        || matches!(
            syntax.tag(cue.tokens.end),
            Tag::Stop | Tag::Comma | Tag::Conjunction | Tag::Dash | Tag::Semicolon
        );
    // "the bill of which she said, "We lost"": the quotation is the content.
    let quoted =
        syntax.tag(cue.tokens.end) == Tag::Comma && syntax.tag(cue.tokens.end + 1) == Tag::Open;
    if quoted
        || cue.form != CueForm::Finite
        || !ends
        || !cue.takes(Frames::OBJECT.with(Frames::CLAUSE))
    {
        return None;
    }
    let source = sources::before(syntax, cue.tokens.start, scope.floor)?;
    let relative = source
        .start
        .checked_sub(1)
        .filter(|&token| token > scope.range.start)?;
    let content = match syntax.tag(relative) {
        Tag::Relative if syntax.reads(relative, "which") => relative..relative + 1,
        Tag::That => phrases::ending_at(syntax, relative, scope.range.start)?,
        _ => return None,
    };
    if syntax.tag(relative) == Tag::That && !object::speaks(syntax, cue, Some(&source), &content) {
        return None;
    }
    Some(Reading::new(
        "attribution.relative_object",
        cue,
        Some(source),
        &[content],
        cue.tokens.end,
    ))
}

/// "which he called "a joke"", "what she said was a mistake": the word that stands for what is spoken of.
pub(super) fn relative_piece(
    syntax: &Syntax<'_, '_, '_>,
    scope: &Scope,
    cue: &Cue<'_>,
    source: Option<&TokenRange>,
    opening: Opening,
) -> TokenRange {
    let none = scope.floor..scope.floor;
    let Some(before) = source.and_then(|source| source.start.checked_sub(1)) else {
        return none;
    };
    let stands = before >= scope.floor
        && matches!(
            opening,
            Opening::Bare | Opening::Object | Opening::Quotation
        )
        && match syntax.tag(before) {
            // "a show in which she said": the preposition's phrase is no part of what is said.
            Tag::Relative => before == scope.floor || syntax.tag(before - 1) != Tag::Preposition,
            Tag::Question => {
                !syntax.may_subordinate(before) && syntax.page.is(before, Classes::PRONOUN)
            }
            _ => false,
        };
    if stands {
        return before..before + 1;
    }
    // "a bill that critics called unfair": what is spoken of stands before "that".
    let named = before > scope.floor
        && opening == Opening::Object
        && cue.takes(Frames::PREDICATE)
        && syntax.tag(before) == Tag::That;
    if named {
        if let Some(phrase) = phrases::ending_at(syntax, before, scope.floor) {
            return phrase;
        }
    }
    none
}
