//! Who accuses, denies, confirms whom.

use std::collections::{BTreeSet, HashMap};

use serde::Serialize;

use super::copies::{Origin, Sentences};
use super::entry::Mention;
use super::names::{self, Speaker};
use super::tolls::day_of;
use crate::date::Date;
use crate::extraction::{Claim, ClaimKind, Extraction, Polarity, Status};

/// Something said against somebody, or the answer to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Exchange {
    /// The claim's id in its article.
    pub claim: String,
    /// What is done by saying it.
    pub kind: ClaimKind,
    /// Whether it was said at all.
    pub polarity: Polarity,
    /// Who says it; empty when nobody is named.
    pub who: Vec<Speaker>,
    /// Of whom, or to whom; empty when the words do not tell.
    pub whom: Vec<Speaker>,
    /// Whether those who say it say it of each other.
    pub each_other: bool,
    /// The words that tell that it is said.
    pub cue: Option<String>,
    /// What is said, in one line.
    pub what: String,
    /// What the article says of its truth.
    pub status: Status,
    /// The day of speaking, else of publication.
    pub day: Option<Date>,
    /// Index of the exchange that this one answers.
    pub answers: Option<usize>,
    /// Index of a disputed exchange of the same article that this admission names the same things as.
    pub touches: Option<usize>,
    /// Where it stands, copies of the sentence included; the first is the claim's own.
    pub mentions: Vec<Mention>,
    /// How many articles have it on their own: copied sentences count once.
    pub origins: usize,
}

/// An exchange of one article, on its way into the ledger.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    exchange: Exchange,
    /// Index of the claim in its article.
    claim: usize,
    answers: Option<usize>,
    touches: Option<usize>,
}

/// How many names and designations ("Turkish F-16") an admission must share with a claim to be about the same.
const SHARED_NAMES: usize = 2;

/// What an article's claims say of others, and what answers it.
pub(super) fn read(article: usize, extraction: &Extraction<'_>) -> Vec<Draft> {
    let claims = &extraction.claims;
    let answered: BTreeSet<usize> = claims
        .iter()
        .filter_map(|claim| claim.responds_to)
        .filter(|&answered| answered < claims.len())
        .collect();
    let touched: HashMap<usize, usize> = claims
        .iter()
        .enumerate()
        .filter(|(_, claim)| claim.kind == ClaimKind::Admission && claim.responds_to.is_none())
        .filter_map(|(number, claim)| Some((number, disputed_by_name(claim, extraction)?)))
        .collect();
    let mut drafts = Vec::new();
    for (number, claim) in claims.iter().enumerate() {
        let against = match claim.kind {
            ClaimKind::Accusation | ClaimKind::Denial => true,
            ClaimKind::Statement => claim.target.is_some(),
            _ => false,
        };
        let answers = claim
            .responds_to
            .filter(|answered| *answered < claims.len());
        let kept = against
            || answers.is_some()
            || answered.contains(&number)
            || touched.contains_key(&number);
        if kept {
            drafts.push(Draft {
                exchange: exchange(article, extraction, claim),
                claim: number,
                answers,
                touches: touched.get(&number).copied(),
            });
        }
    }
    drafts
}

fn exchange(article: usize, extraction: &Extraction<'_>, claim: &Claim<'_>) -> Exchange {
    let who = claim.source.as_ref();
    let who = who.map_or_else(Vec::new, |source| names::joint(source, &claim.others));
    let whom = claim.target.as_ref();
    let whom = whom.map_or_else(Vec::new, |target| names::joint(target, &[]));
    let keys = |speakers: &[Speaker]| -> BTreeSet<String> {
        speakers.iter().map(|one| names::key(&one.name)).collect()
    };
    let each_other = who.len() > 1 && keys(&who) == keys(&whom);
    let first = claim.content.first();
    let place = claim.cue.as_ref().map(|cue| cue.span);
    let span = first.map(|piece| piece.span).or(place).unwrap_or_default();
    let what = super::entry::one_line(&claim.words());
    Exchange {
        claim: claim.id.to_string(),
        kind: claim.kind,
        polarity: claim.polarity,
        who,
        whom,
        each_other,
        cue: claim
            .cue
            .as_ref()
            .map(|cue| super::entry::one_line(&cue.text)),
        status: claim.status,
        day: day_of(extraction, Some(claim)),
        answers: None,
        touches: None,
        mentions: vec![Mention {
            article,
            sentence: claim.sentence,
            span,
            text: what.clone(),
        }],
        what,
        origins: 1,
    }
}

/// The claim of the article that somebody denies and that names the same things as an admission.
fn disputed_by_name(admission: &Claim<'_>, extraction: &Extraction<'_>) -> Option<usize> {
    let granted = designations(admission);
    extraction
        .claims
        .iter()
        .filter(|answer| answer.kind == ClaimKind::Denial)
        .filter_map(|denial| denial.responds_to)
        .find(|&disputed| {
            extraction.claims.get(disputed).is_some_and(|disputed| {
                let named = designations(disputed);
                // The same names for somebody's country and town are in every sentence of an article.
                let numbered = |name: &&String| name.contains(|c: char| c.is_ascii_digit());
                let shared: Vec<&String> = granted.intersection(&named).collect();
                shared.len() >= SHARED_NAMES && shared.iter().any(numbered)
            })
        })
}

/// The words of a claim's content that name something: with a capital or a digit.
fn designations(claim: &Claim<'_>) -> BTreeSet<String> {
    claim
        .words()
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| word.contains(|c: char| c.is_uppercase() || c.is_ascii_digit()))
        .map(str::to_owned)
        .collect()
}

/// Puts together what was copied, and links answers.
pub(super) fn gather(drafts: Vec<Draft>, sentences: &Sentences) -> Vec<Exchange> {
    type Said = (Origin, Vec<Speaker>, String);
    let mut exchanges: Vec<Exchange> = Vec::new();
    let mut known: HashMap<Said, usize> = HashMap::new();
    let mut by_claim: HashMap<(usize, usize), usize> = HashMap::new();
    let mut links = Vec::new();
    for draft in drafts {
        let Draft {
            exchange,
            claim,
            answers,
            touches,
        } = draft;
        let next = exchanges.len();
        let (article, said) = match exchange.mentions.first() {
            Some(mention) => {
                let origin = sentences.origin(mention);
                let cue = exchange.cue.clone().unwrap_or_default();
                (mention.article, (origin, exchange.who.clone(), cue))
            }
            None => continue,
        };
        let place = *known.entry(said).or_insert(next);
        let apart = exchanges.get(place).is_some_and(|earlier| {
            // Two claims of one sentence are no copies of each other.
            earlier.mentions.iter().any(|one| one.article == article)
        });
        let place = if apart { next } else { place };
        by_claim.insert((article, claim), place);
        match exchanges.get_mut(place) {
            Some(earlier) => earlier.mentions.extend(exchange.mentions),
            None => {
                exchanges.push(exchange);
                links.push((article, answers, touches));
            }
        }
    }
    for (number, (article, answers, touches)) in links.into_iter().enumerate() {
        let find = |claim: Option<usize>| by_claim.get(&(article, claim?)).copied();
        exchanges[number].answers = find(answers).filter(|&answered| answered != number);
        exchanges[number].touches = find(touches).filter(|&touched| touched != number);
        exchanges[number].origins = sentences.origins(&exchanges[number].mentions);
    }
    exchanges
}
