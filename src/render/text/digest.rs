//! What an article comes to, before its sentences: tolls by side and by who gives them, who denies what, what the article
//! calls unverified, and what somebody would not say.

use std::collections::HashMap;

use super::entries::{label, side};
use super::lines::{Lines, Part, Words, one_line};
use super::names::Names;
use crate::extraction::{Casualty, Chosen, Claim, ClaimKind, Extraction, Polarity, Scope, Status};

/// Writes the digest of the claims and figures that are shown.
pub(super) fn write(extraction: &Extraction<'_>, names: &Names, shown: &Chosen, lines: &mut Lines) {
    let mut tolls = Tolls::default();
    for &index in &shown.casualties {
        let casualty = &extraction.casualties[index];
        if casualty.asserted {
            tolls.add(casualty, extraction, names);
        }
    }
    for (number, toll) in tolls.in_order().enumerate() {
        lines.heading(if number == 0 { "tolls" } else { "" }, &toll.words());
    }
    let claims = || {
        shown
            .claims
            .iter()
            .map(|&index| (index, &extraction.claims[index]))
    };
    let denials = claims()
        .filter(|(_, claim)| claim.kind == ClaimKind::Denial && claim.polarity == Polarity::Said);
    let denials = denials.map(|(index, claim)| denial(index, claim, extraction, names));
    let doubted = claims().filter(|(_, claim)| claim.status != Status::Asserted);
    let doubted = doubted.map(|(index, claim)| {
        let (mut words, what) = said(index, claim, names);
        if claim.status != Status::Unverified {
            words.push(Part::Doubt, format!(" {},", claim.status));
        }
        (words, what)
    });
    let unsaid = claims().filter(|(_, claim)| claim.polarity != Polarity::Said);
    let unsaid = unsaid.map(|(index, claim)| said(index, claim, names));
    let withheld = shown.undisclosed.iter().map(|&index| {
        let undisclosed = &extraction.undisclosed[index];
        let holder = undisclosed.holder.as_ref();
        let holder = holder.map_or("nobody named".into(), |holder| holder.label());
        let place = undisclosed.sentence.saturating_add(1).to_string();
        (speaker(&holder, place), one_line(&undisclosed.topic.text))
    });
    write_list("denials", denials, lines);
    write_list("unverified", doubted, lines);
    write_list("not said", unsaid.chain(withheld), lines);
}

/// Each entry is who it is about, and words of the article.
fn write_list(label: &str, list: impl Iterator<Item = (Words, String)>, lines: &mut Lines) {
    for (number, (words, what)) in list.enumerate() {
        let words = words.and(Part::Plain, ":");
        lines.heading_with(if number == 0 { label } else { "" }, words, &what);
    }
}

/// The figures of one side that one source gives.
struct Toll {
    side: Option<String>,
    claimant: String,
    /// Each figure, and where it stands.
    figures: Vec<(String, Vec<String>)>,
}

/// The tolls in the order in which the article comes to them.
#[derive(Default)]
struct Tolls {
    list: Vec<Toll>,
    known: HashMap<(Option<String>, String), usize>,
    /// By toll and figure, which of the toll's figures it is.
    figures: HashMap<(usize, String), usize>,
}

impl Tolls {
    fn add(&mut self, casualty: &Casualty<'_>, extraction: &Extraction<'_>, names: &Names) {
        let victims = casualty.victims.as_ref();
        let side = victims.and_then(|victims| victims.side.as_deref().map(side));
        let claimant = match extraction.claim_of(casualty) {
            Some(claim) => label(claim),
            None => "the article".to_owned(),
        };
        let place = match casualty.claim {
            Some(claim) => names.full(claim),
            None => casualty.sentence.saturating_add(1).to_string(),
        };
        let number = *self
            .known
            .entry((side.clone(), claimant.clone()))
            .or_insert_with(|| {
                self.list.push(Toll {
                    side,
                    claimant,
                    figures: Vec::new(),
                });
                self.list.len() - 1
            });
        let toll = &mut self.list[number];
        let figure = figure(casualty);
        let known = *self
            .figures
            .entry((number, figure.clone()))
            .or_insert_with(|| {
                toll.figures.push((figure, Vec::new()));
                toll.figures.len() - 1
            });
        let places = &mut toll.figures[known].1;
        if places.last() != Some(&place) {
            places.push(place);
        }
    }

    /// Those of one side together, those of none last.
    fn in_order(self) -> impl Iterator<Item = Toll> {
        let mut sides: HashMap<Option<String>, usize> = HashMap::new();
        let mut list: Vec<(usize, Toll)> = Vec::with_capacity(self.list.len());
        for toll in self.list {
            let next = sides.len();
            let place = match toll.side {
                Some(_) => *sides.entry(toll.side.clone()).or_insert(next),
                None => usize::MAX,
            };
            list.push((place, toll));
        }
        list.sort_by_key(|(place, _)| *place);
        list.into_iter().map(|(_, toll)| toll)
    }
}

impl Toll {
    /// `Norway, says the ministry: 31 killed, its soldiers (9a); 12 wounded (9b)`.
    fn words(self) -> Words {
        let side = self.side.unwrap_or_else(|| "no side named".to_owned());
        let words = Words::of(Part::Plain, format!("{side}, says "));
        let mut words = words
            .and(Part::Source, self.claimant)
            .and(Part::Plain, ": ");
        let figures = self.figures.into_iter().map(|(figure, places)| {
            let words = Words::of(Part::Figure, figure).and(Part::Plain, " (");
            words
                .and(Part::Mark, places.join(", "))
                .and(Part::Plain, ")")
        });
        words.append(Words::joined(figures, "; "));
        words
    }
}

/// `31 killed, its soldiers`.
fn figure(casualty: &Casualty<'_>) -> String {
    let number = casualty.number.as_ref();
    let number = number.map_or_else(
        || casualty.count.to_string(),
        |number| one_line(&number.text),
    );
    let number = number.strip_suffix(" of").unwrap_or(&number);
    let mut figure = format!("{number} {}", casualty.outcome);
    let victims = casualty
        .victims
        .as_ref()
        .and_then(|victims| victims.text.as_ref());
    if let Some(victims) = victims {
        figure += &format!(", {}", one_line(victims));
    }
    if casualty.scope == Scope::Historic {
        figure += ", historic";
    }
    figure
}

/// `the army (28a) → the rebels (27a)`, and what it denies.
fn denial(
    index: usize,
    claim: &Claim<'_>,
    extraction: &Extraction<'_>,
    names: &Names,
) -> (Words, String) {
    let mut words = speaker(&label(claim), names.full(index));
    let answered = claim.responds_to.zip(extraction.responds_to(claim));
    let (against, denied) = match (answered, &claim.target) {
        (Some((number, answered)), _) => (
            Some(speaker(&label(answered), names.full(number))),
            answered,
        ),
        (None, Some(target)) => (Some(Words::of(Part::Source, target.label())), claim),
        (None, None) => (None, claim),
    };
    if let Some(against) = against {
        words.push(Part::Plain, " → ");
        words.append(against);
    }
    (words, denied.words().into_owned())
}

/// `the mayor (5a)`, and what is said.
fn said(index: usize, claim: &Claim<'_>, names: &Names) -> (Words, String) {
    let words = speaker(&label(claim), names.full(index));
    (words, claim.words().into_owned())
}

fn speaker(label: &str, place: String) -> Words {
    let words = Words::of(Part::Source, label).and(Part::Plain, " (");
    words.and(Part::Mark, place).and(Part::Plain, ")")
}
