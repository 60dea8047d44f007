//! A claim as a card beside its passage.

use super::names::{Link, Names, label, shown};
use super::voices::Voices;
use crate::extraction::{
    Claim, ClaimKind, Distance, Excerpt, Form, Polarity, Source, SourceKind, Status,
};

#[derive(Debug)]
pub(super) struct Card {
    pub id: String,
    pub name: String,
    /// Its place in the text.
    pub place: String,
    /// Which claim of the passage it is.
    pub slot: usize,
    pub kind: ClaimKind,
    pub form: Form,
    /// Those who make the claim together; the first one speaks for them.
    pub who: Vec<Who>,
    /// Their numbers in the page's list of voices, for the filter.
    pub voices: String,
    /// What is out of the ordinary about it: "not said", "negated", "doubting cue".
    pub traits: Vec<&'static str>,
    pub cue: Option<String>,
    pub words: String,
    pub target: Option<Who>,
    pub relays: Vec<Who>,
    pub said: Option<Link>,
    pub doubt: Option<Doubt>,
    pub answers: Option<Link>,
    pub answered: Vec<Link>,
    pub inside: Option<Link>,
    pub holds: Vec<Link>,
    pub figures: Vec<Link>,
    pub dates: Vec<Link>,
    pub rule: String,
    /// In a hundred.
    pub confidence: u32,
}

/// Somebody: what to call them, and what else is known.
#[derive(Debug)]
pub(super) struct Who {
    pub name: String,
    /// The words that stand here, where they do not hold the name: "she".
    pub words: Option<String>,
    /// `person, foreign minister, not named`.
    pub traits: String,
}

/// What the article says against the claim.
#[derive(Debug)]
pub(super) struct Doubt {
    pub status: Status,
    pub evidence: String,
}

impl Card {
    pub(super) fn new(
        names: &Names<'_, '_>,
        index: usize,
        slot: usize,
        voices: &Voices,
    ) -> Option<Self> {
        let claim = names.extraction.claims.get(index)?;
        let sources = claim.source.iter().chain(&claim.others);
        let dates = claim.dates.iter().filter_map(|&date| names.date(date));
        let figures = claim.casualties.iter();
        let figures = figures.filter_map(|&figure| names.figure(figure));
        let doubt = (claim.status != Status::Asserted).then(|| Doubt {
            status: claim.status,
            evidence: words(&claim.status_evidence),
        });
        Some(Self {
            id: names.card(index),
            name: names.claim(index).to_owned(),
            place: names.place(index),
            slot,
            kind: claim.kind,
            form: claim.form,
            who: sources
                .filter(|other| !part_of_the_first(claim, other))
                .map(Who::new)
                .collect(),
            voices: voices.of(claim),
            traits: traits(claim),
            cue: claim.cue.as_ref().map(|cue| shown(&cue.text)),
            words: words(&claim.content),
            target: claim.target.as_ref().map(Who::new),
            relays: claim.relays.iter().map(Who::new).collect(),
            said: claim.said.and_then(|date| names.date(date)),
            doubt,
            answers: claim.responds_to.and_then(|to| names.link(to)),
            answered: names.answers(index),
            inside: claim.nested_in.and_then(|holder| names.link(holder)),
            holds: names.inside(index),
            figures: figures.collect(),
            dates: dates.collect(),
            // All of them are of this one kind.
            rule: shown(claim.rule.trim_start_matches("attribution.")),
            confidence: (claim.confidence.clamp(0.0, 1.0) * 100.0).round() as u32,
        })
    }
}

impl Who {
    pub(super) fn new(source: &Source<'_>) -> Self {
        let name = label(source);
        let words = Some(shown(&source.text)).filter(|words| !words.contains(&name));
        let mut traits = Vec::new();
        if !matches!(source.kind, SourceKind::Unknown) {
            traits.push(source.kind.as_str().to_owned());
        }
        let role = source.role.as_ref().map(|role| shown(role));
        traits.extend(role.filter(|role| *role != name));
        if source.anonymous {
            traits.push("not named".to_owned());
        }
        Self {
            name,
            words,
            traits: traits.join(", "),
        }
    }
}

/// "Norland and Hale officials said": the first source's words name the others already.
fn part_of_the_first(claim: &Claim<'_>, other: &Source<'_>) -> bool {
    let first = claim.source.as_ref();
    first.is_some_and(|first| first.span != other.span && first.span.contains(other.span))
}

/// Pieces of the article in one line.
pub(super) fn words(pieces: &[Excerpt<'_>]) -> String {
    let pieces: Vec<_> = pieces.iter().map(|piece| shown(&piece.text)).collect();
    pieces.join(" … ")
}

fn traits(claim: &Claim<'_>) -> Vec<&'static str> {
    let polarity = match claim.polarity {
        Polarity::Said => None,
        Polarity::NotSaid => Some("not said"),
        polarity => Some(polarity.as_str()),
    };
    let distance = claim.cue.as_ref().and_then(|cue| match cue.distance {
        Distance::Doubting => Some("doubting word"),
        Distance::Endorsing => Some("endorsing word"),
        _ => None,
    });
    let negated = claim.negated.then_some("says it is not so");
    polarity
        .into_iter()
        .chain(negated)
        .chain(distance)
        .collect()
}
