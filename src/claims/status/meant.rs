//! The claims that the words are about.

use crate::claims::draft::ClaimDraft;
use crate::lexicon::entries::responses::StatusFrame;
use crate::text::Page;

use super::markers::{About, Marker};

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
    let earlier = |all: bool| -> Vec<usize> {
        let Some(last) = (0..start).rev().find(|index| outermost(index)) else {
            return Vec::new();
        };
        // Not across half the article.
        if claims[last].sentence + 3 < sentence {
            return Vec::new();
        }
        if !all {
            return vec![last];
        }
        let mut found: Vec<usize> = (0..=last)
            .rev()
            .take_while(|&index| claims[index].sentence == claims[last].sentence)
            .filter(outermost)
            .collect();
        // "The claims": when the sentence holds one, the one before it is meant as well.
        if found.len() == 1 && !is_mutual(&claims[last]) {
            if let Some(&first) = found.last() {
                let before = (0..first).rev().find(|index| outermost(index));
                found.extend(
                    before.filter(|&before| claims[before].sentence + 1 >= claims[first].sentence),
                );
            }
        }
        found.reverse();
        found
    };
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
        About::Earlier(all) => {
            // Inside a claim's content somebody else says so.
            if (start..end).any(|index| !own(&index)) {
                return Vec::new();
            }
            earlier(all)
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
            earlier(all)
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
                None if frame == StatusFrame::Phrase => earlier(false),
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

/// One claim of two sources: "accused each other".
fn is_mutual(claim: &ClaimDraft<'_, '_>) -> bool {
    !claim.others.is_empty()
}
