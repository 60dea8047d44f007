//! The claims that the words are about.

use crate::claims::draft::ClaimDraft;
use crate::extraction::{Form, Polarity, SourceKind};
use crate::lexicon::Classes;
use crate::lexicon::entries::responses::StatusFrame;
use crate::text::{Page, TokenKind};

use super::markers::{About, Extent, Marker};

/// How many sentences before "the union's claims" the union can have made them.
const OWNER_REACH: usize = 10;
/// More claims than ten sentences of news hold, so that time stays in proportion.
const CLAIMS_WITHIN: usize = 60;

/// The indexes of the claims that a marker is about.
pub(super) fn meant(
    page: &Page<'_, '_>,
    claims: &[ClaimDraft<'_, '_>],
    marker: &Marker,
    sentence: usize,
    frame: StatusFrame,
) -> Vec<usize> {
    let start = claims.partition_point(|claim| claim.sentence < sentence);
    let end = claims.partition_point(|claim| claim.sentence <= sentence);
    let earlier = |extent: Extent| earlier(page, claims, start, sentence, extent);
    match marker.about {
        About::Before(edge, all) => {
            let here = (start..end).filter(|&index| {
                let claim = &claims[index];
                let begins =
                    head(claim) < edge || claim.content.iter().any(|piece| piece.start < edge);
                claim.nested_in.is_none() && begins && head(claim) < marker.tokens.start
            });
            let here: Vec<usize> = here.collect();
            let last = here.len().saturating_sub(1);
            if all { here } else { here[last..].to_vec() }
        }
        // Inside a claim's content somebody else says so: "he said the report could not be verified".
        About::Earlier(_) | About::EarlierOf(..)
            if claims[start..end]
                .iter()
                .any(|claim| claim.holds(marker.tokens.start)) =>
        {
            Vec::new()
        }
        About::Earlier(extent) => earlier(extent),
        About::EarlierOf(owner, all) => {
            let found = said_by(page, claims, start, sentence, owner, all);
            if found.is_empty() {
                // "The minister's claims", who was "she" before.
                earlier(if all { Extent::All } else { Extent::One })
            } else {
                found
            }
        }
        About::Beside(at) => {
            beside(claims, start..end, marker, at).unwrap_or_else(|| match frame {
                StatusFrame::Phrase => earlier(Extent::One),
                _ => Vec::new(),
            })
        }
        About::Cue(noun) => {
            let has_cue = |&index: &usize| {
                let cue = claims[index].cue.as_ref();
                cue.is_some_and(|cue| cue.tokens.contains(&noun))
            };
            (start..end).find(has_cue).into_iter().collect()
        }
    }
}

fn head(claim: &ClaimDraft<'_, '_>) -> usize {
    claim.cue.as_ref().map_or(0, |cue| cue.head)
}

/// The last claim before the one with the number `start` whose source has the word at `owner`, or all such claims of its
/// sentence.
fn said_by(
    page: &Page<'_, '_>,
    claims: &[ClaimDraft<'_, '_>],
    start: usize,
    sentence: usize,
    owner: usize,
    all: bool,
) -> Vec<usize> {
    let theirs = |&index: &usize| {
        let source = claims[index].source.as_ref();
        let tokens = source.map(|source| source.tokens.clone());
        claims[index].nested_in.is_none()
            && tokens
                .is_some_and(|mut tokens| tokens.any(|token| page.reads(token, page.word(owner))))
    };
    let near = (0..start)
        .rev()
        .take(CLAIMS_WITHIN)
        .take_while(|&index| claims[index].sentence + OWNER_REACH >= sentence);
    let mut near = near.filter(theirs).peekable();
    let last = near.peek().copied();
    let meant = near.take_while(|&index| {
        let same = |last: usize| claims[index].sentence == claims[last].sentence;
        last == Some(index) || all && last.is_some_and(same)
    });
    let mut found: Vec<usize> = meant.collect();
    found.reverse();
    found
}

/// The claim in whose sentence "without evidence" stands; none where no claim stands there.
fn beside(
    claims: &[ClaimDraft<'_, '_>],
    here: std::ops::Range<usize>,
    marker: &Marker,
    at: usize,
) -> Option<Vec<usize>> {
    // "He offered no evidence", "it was not possible to verify": no claim of its own.
    let mut here = here.filter(|&index| {
        let cue = claims[index].cue.as_ref();
        claims[index].nested_in.is_none()
            && !cue.is_some_and(|cue| marker.tokens.contains(&cue.head))
    });
    // In the middle of what somebody says it is his word.
    let said = |index: usize| {
        let mut pieces = claims[index].content.iter();
        pieces.any(|piece| piece.contains(&at) && piece.end > marker.tokens.end)
    };
    if here.clone().any(said) {
        return Some(Vec::new());
    }
    let before = here.clone().rfind(|&index| head(&claims[index]) < at);
    Some(vec![before.or_else(|| here.next())?])
}

/// How many sentences before "the claims" the last of them can have been made: not across half the article.
const NEAREST: usize = 3;
/// How far before it the claims of a passage can begin, with voices heard in between.
const PASSAGE: usize = 6;

/// The claims before a sentence that "the claim", "the figures", "either side's account" stand for; the first one of that
/// sentence has the number `start`.
fn earlier(
    page: &Page<'_, '_>,
    claims: &[ClaimDraft<'_, '_>],
    start: usize,
    sentence: usize,
    extent: Extent,
) -> Vec<usize> {
    let mut behind = None;
    let before: Vec<usize> = (0..start)
        .rev()
        .take(CLAIMS_WITHIN)
        .filter(|&index| claims[index].nested_in.is_none())
        .take_while(|&index| {
            // A passage ends where nobody speaks for a sentence.
            let own = claims[index].sentence;
            let near = behind.replace(own).is_none_or(|behind| own + 1 >= behind);
            near && own + PASSAGE >= sentence
        })
        .collect();
    let Some(&last) = before.first() else {
        return Vec::new();
    };
    if claims[last].sentence + NEAREST < sentence {
        return Vec::new();
    }
    let can_be_checked = |index: &usize| tells_facts(page, &claims[*index], extent);
    let mut checked: Vec<usize> = before.iter().copied().filter(can_be_checked).collect();
    // Nobody but those whose views they are: then theirs are meant.
    if checked.is_empty() {
        checked = before;
    }
    let mut found: Vec<usize> = Vec::new();
    let mut speakers: Vec<String> = Vec::new();
    for index in checked {
        let claim = &claims[index];
        let first = found
            .last()
            .map_or(claim.sentence, |&last| claims[last].sentence);
        let who = speaker(page, claim);
        // "It said 300 had fled": the one who speaks in the claim before, which comes next here.
        let known = who.as_ref().is_none_or(|who| speakers.contains(who));
        let goes_on = match extent {
            _ if found.is_empty() => true,
            Extent::One => false,
            _ if is_mutual(&claims[found[0]]) => false,
            // "The claims": when the sentence holds one, the one before it is meant as well.
            Extent::All | Extent::Figures => claim.sentence == first || found.len() == 1,
            Extent::Sides => known || speakers.len() < 2,
        };
        if !goes_on {
            break;
        }
        speakers.extend(who.filter(|_| !known));
        found.push(index);
    }
    found.reverse();
    found
}

/// Whether a claim is one that a reporter would check: no view, no wish, and, where several are meant, no voice from the
/// street ("They want a war," Ruiz said).
fn tells_facts(page: &Page<'_, '_>, claim: &ClaimDraft<'_, '_>, extent: Extent) -> bool {
    let counts = || {
        let mut tokens = claim.content.iter().cloned().flatten();
        tokens.any(|at| page.kind(at) == Some(TokenKind::Number) || page.is(at, Classes::NUMBER))
    };
    !claim.is_stance()
        && claim.polarity == Polarity::Said
        && match extent {
            Extent::One => true,
            Extent::Figures => counts(),
            Extent::All | Extent::Sides => claim.form != Form::Direct || counts(),
        }
}

/// Who says it, by name where there is one; nobody in particular for a pronoun that stands for a name not known.
fn speaker(page: &Page<'_, '_>, claim: &ClaimDraft<'_, '_>) -> Option<String> {
    let Some(source) = &claim.source else {
        return Some(String::new());
    };
    // "The army said …. It said …": of the army's kind, and no other speaker.
    let pronoun = source.kind == SourceKind::Pronoun || page.reads(source.tokens.start, "it");
    let words = (!pronoun).then(|| page.printed(&source.tokens));
    Some(source.name.as_deref().or(words)?.to_lowercase())
}

/// One claim of two sources: "accused each other".
fn is_mutual(claim: &ClaimDraft<'_, '_>) -> bool {
    !claim.others.is_empty()
}
