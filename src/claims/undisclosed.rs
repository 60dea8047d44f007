//! What somebody has not told: "has not released any figures on its losses", "declined to say how many".

use std::borrow::Cow;

use crate::claims::draft::{ClaimDraft, SourceDraft};
use crate::extraction::{Excerpt, Polarity, SourceKind, Undisclosed};
use crate::lexicon::entries::responses::DisclosurePart;
use crate::lexicon::{Classes, Entry, Meaning, Slot, Table};
use crate::syntax::phrases::Reach;
use crate::syntax::{Syntax, Tag, polarity, verbs};
use crate::text::{Page, TokenRange};

/// How far behind "release" the thing can stand, its determiners aside: "any *official casualty figures*".
const THING_REACH: usize = 4;

/// How far behind "say" the question can begin: "say *publicly yet* how many".
const QUESTION_REACH: usize = 3;

/// Something kept back, before it is known who exactly keeps it.
#[derive(Clone, Debug)]
pub(crate) struct Withheld<'t> {
    pub tokens: TokenRange,
    pub sentence: usize,
    pub holder: Option<SourceDraft<'t>>,
    pub topic: TokenRange,
}

/// All that is said to be kept back, in the article's own words, in order.
pub(crate) fn find<'t>(
    syntax: &Syntax<'_, 't, '_>,
    claims: &[ClaimDraft<'t, '_>],
) -> Vec<Withheld<'t>> {
    let mut found: Vec<Withheld<'t>> = Vec::new();
    let page = syntax.page;
    for at in page.all(0..page.tokens.len(), Classes::DISCLOSURE) {
        let known = found.last().is_some_and(|last| at < last.tokens.end);
        if !known && !syntax.is_quoted(at) {
            found.extend(withheld(syntax, claims, at));
        }
    }
    found
}

/// The contract's shape, once the holders are known.
pub(crate) fn finish<'t>(page: &Page<'t, '_>, withheld: Vec<Withheld<'t>>) -> Vec<Undisclosed<'t>> {
    withheld
        .into_iter()
        .map(|found| Undisclosed {
            span: page.span(&found.tokens),
            text: Cow::Borrowed(page.printed(&found.tokens)),
            sentence: found.sentence,
            holder: found.holder.map(|holder| holder.finish(page)),
            topic: Excerpt::new(page.text, page.span(&found.topic)),
        })
        .collect()
}

fn part_at(page: &Page<'_, '_>, at: usize) -> Option<(DisclosurePart, usize)> {
    let part = |(entry, _): (&Entry, Slot)| match entry.meaning {
        Meaning::Disclosure(part) => Some(part),
        _ => None,
    };
    let phrase = page.phrase(at).and_then(|(range, mut entries)| {
        let part = entries.find_map(part)?;
        Some((part, range.len()))
    });
    phrase.or_else(|| Some((page.entries_in(Table::Disclosures, at).find_map(part)?, 1)))
}

fn withheld<'t>(
    syntax: &Syntax<'_, 't, '_>,
    claims: &[ClaimDraft<'t, '_>],
    at: usize,
) -> Option<Withheld<'t>> {
    let page = syntax.page;
    let sentence = page.sentence_of(at)?;
    let range = page.sentences.get(sentence)?.tokens.clone();
    let (part, length) = part_at(page, at)?;
    let behind = at + length;
    let group = verbs::around(syntax, at, at + 1, range.start);
    let mut start = group.tokens.start;
    // "was not authorised to release figures" keeps nothing back.
    let kept = |governor| polarity::of_word(syntax, governor).is_some();
    let mut unsaid =
        group.polarity != Polarity::Said && group.to.is_none_or(|to| (start..to).any(kept));
    // "made no comment on"
    if syntax.tag(at) == Tag::Noun && start > range.start && page.is(start - 1, Classes::NEGATION) {
        start -= 1;
        unsaid = true;
    }
    let topic = match part {
        DisclosurePart::Give => {
            let nothing =
                page.is(behind, Classes::NEGATION) && page.is(behind, Classes::DETERMINER);
            (unsaid || nothing).then(|| given(syntax, behind, range.end))??
        }
        DisclosurePart::Say | DisclosurePart::Specify if unsaid => {
            asked(syntax, behind, range.end, part == DisclosurePart::Specify)?
        }
        _ => return None,
    };
    // ", giving no details" hangs on the sentence, wherever the content before it has been taken to end.
    let hangs =
        syntax.tag(at) == Tag::Gerund && start > range.start && syntax.tag(start - 1) == Tag::Comma;
    if !page.reports(sentence) || !hangs && inside_content(claims, sentence, start) {
        return None;
    }
    Some(Withheld {
        tokens: start..topic.end,
        sentence,
        holder: subject(syntax, start, range.start).or_else(|| speaker(claims, sentence, at)),
        topic,
    })
}

/// Whether somebody else says so: the article itself does not.
fn inside_content(claims: &[ClaimDraft<'_, '_>], sentence: usize, at: usize) -> bool {
    let start = claims.partition_point(|claim| claim.sentence < sentence);
    claims[start..]
        .iter()
        .take_while(|claim| claim.sentence == sentence)
        .any(|claim| {
            let own_cue = claim
                .cue
                .as_ref()
                .is_some_and(|cue| cue.tokens.contains(&at));
            !own_cue && claim.holds(at)
        })
}

/// "any figures [on its lost trawlers]"; without such a phrase the thing itself: "[further details]".
fn given(syntax: &Syntax<'_, '_, '_>, behind: usize, end: usize) -> Option<TokenRange> {
    let first = (behind..end).find(|&at| {
        !matches!(
            syntax.tag(at),
            Tag::Determiner | Tag::Quantifier | Tag::Negation | Tag::Adverb
        )
    })?;
    let phrase = Reach::Base.starting_at(syntax, first, end)?;
    let (thing, length) = phrase.take(THING_REACH).find_map(|at| {
        let (part, length) = part_at(syntax.page, at)?;
        (part == DisclosurePart::Thing).then_some((at, length))
    })?;
    let after = thing + length;
    if syntax.page.is(after, Classes::PREPOSITION) {
        if let Some(topic) = Reach::Coordination.starting_at(syntax, after + 1, end) {
            return Some(topic);
        }
    }
    Some(first..after)
}

/// "how many had died", "the cause of the fire"
fn asked(
    syntax: &Syntax<'_, '_, '_>,
    behind: usize,
    end: usize,
    takes_object: bool,
) -> Option<TokenRange> {
    // "say publicly how many"
    let near = behind..end.min(behind + QUESTION_REACH);
    let first = near
        .clone()
        .find(|&at| syntax.tag(at) == Tag::Question || !syntax.page.is(at, Classes::ADVERB))?;
    let question = syntax.tag(first) == Tag::Question
        || ["which", "who", "if"]
            .iter()
            .any(|word| syntax.reads(first, word));
    if question {
        let mark = |&at: &usize| {
            matches!(
                syntax.tag(at),
                Tag::Comma
                    | Tag::Stop
                    | Tag::Colon
                    | Tag::Semicolon
                    | Tag::Bracket
                    | Tag::Dash
                    | Tag::Open
                    | Tag::Close
            )
        };
        let stop = (first..end).find(mark).unwrap_or(end);
        return Some(first..stop);
    }
    let object = matches!(
        syntax.tag(first),
        Tag::Determiner | Tag::Possessive | Tag::Quantifier
    );
    (takes_object && object).then(|| Reach::Coordination.starting_at(syntax, first, end))?
}

/// Who keeps it back: the subject right before the verb group.
fn subject<'t>(syntax: &Syntax<'_, 't, '_>, group: usize, floor: usize) -> Option<SourceDraft<'t>> {
    let before = group.checked_sub(1).filter(|&before| before >= floor)?;
    if syntax.tag(before) == Tag::Pronoun || syntax.tag(before) == Tag::Relative {
        return Some(SourceDraft::new(before..group, SourceKind::Pronoun));
    }
    let subject = Reach::Prepositions.ending_at(syntax, group, floor)?;
    Some(SourceDraft::new(subject, SourceKind::Unknown))
}

/// "…, the ministry said, giving no details"; "but did not say how many"
fn speaker<'t>(
    claims: &[ClaimDraft<'t, '_>],
    sentence: usize,
    at: usize,
) -> Option<SourceDraft<'t>> {
    let first = claims.partition_point(|claim| claim.sentence < sentence);
    claims[first..]
        .iter()
        .take_while(|claim| claim.sentence == sentence)
        .filter(|claim| claim.nested_in.is_none())
        .filter(|claim| claim.cue.as_ref().is_some_and(|cue| cue.head <= at))
        .last()
        .and_then(|claim| claim.source.clone())
}
