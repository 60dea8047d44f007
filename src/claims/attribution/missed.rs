//! Words of speech and quotations in sentences without a claim, and why they make none: where a reader looks for what
//! the rules have missed.

use crate::claims::draft::ClaimDraft;
use crate::extraction::Reason;
use crate::lexicon::Classes;
use crate::syntax::{Syntax, Tag};
use crate::text::TokenRange;

use super::content_start;
use super::cues;
use super::reader::{Reader, Scope};
use super::subject::subject;

/// From this share on a verb mostly reports, so that its silence is worth a word.
const REPORTS: u8 = 60;

/// The fewest tokens of a quotation that may be speech, with its marks: "a so-called “peace plan”" is none.
const QUOTATION: usize = 6;

/// What was seen in a sentence and turned down.
pub(crate) struct Seen {
    pub sentence: usize,
    pub tokens: TokenRange,
    pub reason: Reason,
}

/// All of it, in order.
pub(crate) fn find(syntax: &Syntax<'_, '_, '_>, claims: &[ClaimDraft<'_, '_>]) -> Vec<Seen> {
    let page = syntax.page;
    let mut told = vec![false; page.sentences.len()];
    for claim in claims {
        let cue = claim.cue.iter().map(|cue| cue.tokens.clone());
        for tokens in claim.content.iter().cloned().chain(cue) {
            let of = |token: usize| page.sentence_of(token);
            if let (Some(first), Some(last)) = (of(tokens.start), of(tokens.end - 1)) {
                told[first..=last].fill(true);
            }
        }
    }
    let reader = Reader {
        syntax,
        claims: Vec::new(),
        claimed: Vec::new(),
    };
    let mut seen = Vec::new();
    for (number, sentence) in page.sentences.iter().enumerate() {
        if sentence.reported && !told[number] {
            look(&reader, number, &sentence.tokens, &mut seen);
        }
    }
    seen
}

fn look(reader: &Reader<'_, '_, '_>, number: usize, range: &TokenRange, seen: &mut Vec<Seen>) {
    let syntax = reader.syntax;
    let mut token = range.start;
    while token < range.end {
        let found = match syntax.tag(token) {
            Tag::Open => {
                let quotation = token..syntax.behind_quotation(token).min(range.end).max(token + 1);
                let speech = quotation.len() >= QUOTATION;
                Some((quotation, speech.then_some(Reason::Unattributed)))
            }
            _ => verb(reader, number, range, token),
        };
        let Some((tokens, reason)) = found else {
            token += 1;
            continue;
        };
        token = tokens.end;
        seen.extend(reason.map(|reason| Seen {
            sentence: number,
            tokens,
            reason,
        }));
    }
}

/// A verb of speech and why it makes no claim.
fn verb(
    reader: &Reader<'_, '_, '_>,
    number: usize,
    range: &TokenRange,
    token: usize,
) -> Option<(TokenRange, Option<Reason>)> {
    let syntax = reader.syntax;
    if !syntax.page.can_be(token, Classes::CUE_VERB) {
        return None;
    }
    let Some(cue) = cues::at(syntax, token, range.start) else {
        let verb = syntax.page.is(token, Classes::CUE_VERB) && syntax.tag(token) == Tag::Noun;
        return verb.then_some((token..token + 1, Some(Reason::NoVerb)));
    };
    let scope = Scope {
        sentence: number,
        range: range.clone(),
        floor: range.start,
        last: None,
        nested_in: None,
    };
    let reason = if subject(reader, &scope, &cue).is_none() {
        Reason::NoSource
    } else if content_start::behind(syntax, &cue, range.end).is_none() {
        Reason::NoContent
    } else {
        Reason::Deed
    };
    Some((
        cue.tokens.clone(),
        (cue.word.share >= REPORTS).then_some(reason),
    ))
}
