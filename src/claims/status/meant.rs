//! The claims that the words are about.

use crate::claims::draft::ClaimDraft;
use crate::extraction::{ClaimKind, Form, Polarity, SourceKind};
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
    let head = |index: usize| claims[index].cue.as_ref().map_or(0, |cue| cue.head);
    let start = claims.partition_point(|claim| claim.sentence < sentence);
    let end = claims.partition_point(|claim| claim.sentence <= sentence);
    let outermost = |index: &usize| claims[*index].nested_in.is_none();
    let own = |index: &usize| {
        // The claim that holds the marker is not the one it is about: "he said the report could not be verified".
        !claims[*index].holds(marker.tokens.start)
    };
    let earlier = |extent: Extent| earlier(page, claims, start, sentence, extent);
    match marker.about {
        About::Before(edge, all) => {
            let here: Vec<usize> = (start..end)
                .filter(outermost)
                .filter(|&index| {
                    head(index) < edge
                        || claims[index].content.iter().any(|piece| piece.start < edge)
                })
                .filter(|&index| head(index) < marker.tokens.start)
                .collect();
            if all || here.len() <= 1 {
                here
            } else {
                here.last().copied().into_iter().collect()
            }
        }
        About::Earlier(extent) => {
            // Inside a claim's content somebody else says so.
            if (start..end).any(|index| !own(&index)) {
                return Vec::new();
            }
            earlier(extent)
        }
        About::EarlierOf(owner, all) => {
            if (start..end).any(|index| !own(&index)) {
                return Vec::new();
            }
            let theirs = |index: &usize| {
                outermost(index)
                    && claims[*index].source.as_ref().is_some_and(|source| {
                        let mut tokens = source.tokens.clone();
                        tokens.any(|token| page.reads(token, page.word(owner)))
                    })
            };
            let near = (0..start)
                .rev()
                .take(CLAIMS_WITHIN)
                .take_while(|&index| claims[index].sentence + OWNER_REACH >= sentence);
            let mut found: Vec<usize> = near.filter(theirs).collect();
            if let Some(&last) = found.first() {
                found.retain(|&index| {
                    index == last || all && claims[index].sentence == claims[last].sentence
                });
                found.reverse();
                return found;
            }
            // "The minister's claims", who was "she" before.
            earlier(if all { Extent::All } else { Extent::One })
        }
        About::Beside(at) => {
            // "He offered no evidence", "it was not possible to verify": no claim of its own.
            let itself = |index: &usize| {
                claims[*index]
                    .cue
                    .as_ref()
                    .is_some_and(|cue| marker.tokens.contains(&cue.head))
            };
            let here: Vec<usize> = (start..end)
                .filter(outermost)
                .filter(|index| !itself(index))
                .collect();
            // In the middle of what somebody says it is his word.
            let said = here.iter().any(|&index| {
                claims[index]
                    .content
                    .iter()
                    .any(|piece| piece.contains(&at) && piece.end > marker.tokens.end)
            });
            if said {
                return Vec::new();
            }
            let before = here.iter().rev().find(|&&index| head(index) < at);
            let chosen = before.or_else(|| here.first());
            match chosen {
                Some(&index) => vec![index],
                None if frame == StatusFrame::Phrase => earlier(Extent::One),
                None => Vec::new(),
            }
        }
        About::Cue(noun) => {
            let by_cue = (start..end).find(|&index| {
                claims[index]
                    .cue
                    .as_ref()
                    .is_some_and(|cue| cue.tokens.contains(&noun))
            });
            by_cue.into_iter().collect()
        }
    }
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
    let view = matches!(
        claim.kind,
        ClaimKind::Opinion
            | ClaimKind::Attitude
            | ClaimKind::Demand
            | ClaimKind::Promise
            | ClaimKind::Agreement
    );
    let counts = || {
        let mut tokens = claim.content.iter().cloned().flatten();
        tokens.any(|at| page.kind(at) == Some(TokenKind::Number) || page.is(at, Classes::NUMBER))
    };
    !view
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
    let pronoun = source.kind == SourceKind::Pronoun;
    let words = (!pronoun).then(|| page.printed(&source.tokens));
    Some(source.name.as_deref().or(words)?.to_lowercase())
}

/// One claim of two sources: "accused each other".
fn is_mutual(claim: &ClaimDraft<'_, '_>) -> bool {
    !claim.others.is_empty()
}
