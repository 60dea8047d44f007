//! Figures and losses as rows of a table.

use super::names::{Link, Names, amount, shown, speaker};
use crate::extraction::{Casualty, Category, Count, Outcome, Scope};

#[derive(Debug)]
pub(super) struct Figure {
    pub id: String,
    /// Its place in the text.
    pub place: String,
    /// As printed.
    pub number: String,
    pub count: Count,
    pub short: String,
    pub outcome: Outcome,
    /// The words for those counted.
    pub victims: Option<String>,
    /// What they are, where that is known.
    pub category: Option<Category>,
    /// Whose they are.
    pub side: Option<String>,
    /// Who says so; none in the reporter's own voice.
    pub claimant: Option<String>,
    pub claim: Option<Link>,
    /// `running total, since Sept. 27, in Hale`.
    pub covers: String,
    /// The larger figure that it is part of.
    pub whole: Option<Link>,
    pub asserted: bool,
    pub rule: String,
}

#[derive(Debug)]
pub(super) struct Lost {
    pub place: String,
    pub count: Count,
    pub object: String,
    pub claimant: Option<String>,
    pub claim: Option<Link>,
}

pub(super) fn figures(names: &Names<'_, '_>) -> Vec<Figure> {
    let figures = names.extraction.casualties.iter().enumerate();
    figures
        .map(|(index, figure)| one(names, index, figure))
        .collect()
}

fn one(names: &Names<'_, '_>, index: usize, figure: &Casualty<'_>) -> Figure {
    let number = figure.number.as_ref();
    let victims = figure.victims.as_ref();
    let side = victims.and_then(|victims| victims.side.as_deref());
    let (claimant, claim) = claimant(names, figure.claim);
    Figure {
        id: names.figure_row(index),
        place: names.figure_place(index),
        number: number.map_or(figure.count.to_string(), |number| shown(&number.text)),
        count: figure.count,
        short: amount(figure),
        outcome: figure.outcome,
        victims: victims
            .and_then(|victims| victims.text.as_deref())
            .map(shown),
        category: victims
            .map(|victims| victims.category)
            .filter(|category| *category != Category::Unspecified),
        side: side.map(|side| match side {
            "both" => "both sides".to_owned(),
            side => shown(side),
        }),
        claimant,
        claim,
        covers: covers(names, figure),
        whole: figure.part_of.and_then(|whole| names.figure(whole)),
        asserted: figure.asserted,
        rule: shown(&figure.rule),
    }
}

/// Who gives a figure, and in which claim.
fn claimant(names: &Names<'_, '_>, claim: Option<usize>) -> (Option<String>, Option<Link>) {
    let Some(claim) = claim.filter(|&claim| claim < names.extraction.claims.len()) else {
        return (None, None);
    };
    (
        Some(speaker(&names.extraction.claims[claim])),
        names.link(claim),
    )
}

fn covers(names: &Names<'_, '_>, figure: &Casualty<'_>) -> String {
    let extraction = names.extraction;
    let mut covers = Vec::new();
    match figure.scope {
        Scope::Unspecified => {}
        Scope::Incident => covers.push("one event".to_owned()),
        Scope::Cumulative => covers.push("running total".to_owned()),
        scope => covers.push(scope.to_string()),
    }
    if let Some(since) = extraction.since(figure) {
        covers.push(format!("since {}", shown(&since.text)));
    }
    if let Some(when) = extraction.when(figure) {
        covers.push(shown(&when.text));
    }
    if let Some(place) = &figure.place {
        covers.push(shown(&place.text));
    }
    covers.join(", ")
}

pub(super) fn losses(names: &Names<'_, '_>) -> Vec<Lost> {
    let losses = names.extraction.losses.iter().enumerate();
    losses
        .map(|(index, loss)| {
            let (claimant, claim) = claimant(names, loss.claim);
            Lost {
                place: names.loss_place(index),
                count: loss.count,
                object: shown(&loss.object.text),
                claimant,
                claim,
            }
        })
        .collect()
}
