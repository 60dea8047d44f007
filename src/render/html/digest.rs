//! What a reader wants to know first: tolls by side and claimant, who accuses and denies, what is not sure, what is not told.

use super::cards::words;
use super::figures::Figure;
use super::names::{Link, Names, label, shown, speaker};
use crate::extraction::{Claim, ClaimKind, Polarity, Status};

#[derive(Debug)]
pub(super) struct Digest {
    /// By side: indexes into the figures.
    pub tolls: Vec<Toll>,
    pub disputes: Vec<Dispute>,
    pub doubts: Vec<Doubt>,
    pub untold: Vec<Untold>,
    /// Figures larger than the whole that they are said to be part of.
    pub oversized: Vec<(Link, Link)>,
}

/// The figures of one side.
#[derive(Debug)]
pub(super) struct Toll {
    /// None where the article does not tell whose they are.
    pub side: Option<String>,
    /// Indexes of the figures, the dead first.
    pub figures: Vec<usize>,
}

/// Somebody accuses somebody, or denies what another says.
#[derive(Debug)]
pub(super) struct Dispute {
    pub kind: ClaimKind,
    pub who: String,
    pub whom: Option<String>,
    pub what: String,
    pub claim: Link,
    /// The claim denied, and its words.
    pub answers: Option<(Link, String)>,
}

#[derive(Debug)]
pub(super) struct Doubt {
    pub status: Status,
    pub who: String,
    pub what: String,
    pub evidence: String,
    pub claim: Link,
}

/// What somebody keeps back, or is reported not to have said.
#[derive(Debug)]
pub(super) struct Untold {
    pub how: &'static str,
    pub who: Option<String>,
    pub what: String,
    /// Where it leads: the claim's card, or the place in the text.
    pub link: Link,
}

impl Digest {
    pub(super) fn new(names: &Names<'_, '_>, figures: &[Figure]) -> Self {
        let extraction = names.extraction;
        let mut digest = Self {
            tolls: tolls(figures),
            disputes: Vec::new(),
            doubts: Vec::new(),
            untold: untold(names),
            oversized: Vec::new(),
        };
        for (index, claim) in extraction.claims.iter().enumerate() {
            let Some(link) = names.link(index) else {
                continue;
            };
            digest.disputes.extend(dispute(names, claim, &link));
            digest.doubts.extend(doubt(claim, &link));
            digest.untold.extend(unsaid(claim, link));
        }
        for (index, figure) in extraction.casualties.iter().enumerate() {
            let whole = figure.part_of.filter(|&whole| {
                let whole = extraction.casualties.get(whole);
                let most = whole.and_then(|whole| whole.count.high);
                most.is_some_and(|most| figure.count.low > most)
            });
            let pair = whole.and_then(|whole| Some((names.figure(index)?, names.figure(whole)?)));
            digest.oversized.extend(pair);
        }
        digest
    }

    pub(super) fn is_empty(&self) -> bool {
        self.tolls.is_empty()
            && self.disputes.is_empty()
            && self.doubts.is_empty()
            && self.untold.is_empty()
    }
}

fn tolls(figures: &[Figure]) -> Vec<Toll> {
    let mut tolls: Vec<Toll> = Vec::new();
    for (index, figure) in figures.iter().enumerate() {
        match tolls.iter_mut().find(|toll| toll.side == figure.side) {
            Some(toll) => toll.figures.push(index),
            None => tolls.push(Toll {
                side: figure.side.clone(),
                figures: vec![index],
            }),
        }
    }
    for toll in &mut tolls {
        toll.figures.sort_by_key(|&figure| figures[figure].outcome);
    }
    // Those of nobody's side come last.
    tolls.sort_by_key(|toll| toll.side.is_none());
    tolls
}

fn dispute(names: &Names<'_, '_>, claim: &Claim<'_>, link: &Link) -> Option<Dispute> {
    if !matches!(claim.kind, ClaimKind::Accusation | ClaimKind::Denial)
        || claim.polarity != Polarity::Said
    {
        return None;
    }
    let answered = names.extraction.responds_to(claim);
    let link_to = claim.responds_to.and_then(|index| names.link(index));
    let whom = claim.target.as_ref().map(label);
    Some(Dispute {
        kind: claim.kind,
        who: speaker(claim),
        whom: whom.or(answered.map(speaker)),
        what: words(&claim.content),
        claim: link.clone(),
        answers: link_to.zip(answered.map(|answered| words(&answered.content))),
    })
}

fn doubt(claim: &Claim<'_>, link: &Link) -> Option<Doubt> {
    (claim.status != Status::Asserted).then(|| Doubt {
        status: claim.status,
        who: speaker(claim),
        what: words(&claim.content),
        evidence: words(&claim.status_evidence),
        claim: link.clone(),
    })
}

fn unsaid(claim: &Claim<'_>, link: Link) -> Option<Untold> {
    let how = match claim.polarity {
        Polarity::NotSaid => "did not say",
        Polarity::Withheld => "would not say",
        _ => return None,
    };
    Some(Untold {
        how,
        who: Some(speaker(claim)),
        what: words(&claim.content),
        link,
    })
}

fn untold(names: &Names<'_, '_>) -> Vec<Untold> {
    let undisclosed = names.extraction.undisclosed.iter().enumerate();
    undisclosed
        .map(|(index, withheld)| Untold {
            how: "not told",
            who: withheld.holder.as_ref().map(label),
            what: shown(&withheld.topic.text),
            link: Link {
                to: names.withheld_place(index),
                name: "text".to_owned(),
                about: shown(&withheld.text),
            },
        })
        .collect()
}
