//! What things are called on the page, and the anchors that lead to them.

use crate::extraction::{Casualty, Claim, Extraction, Precision, Source};
use crate::render::counts::letters;
use crate::render::lines::one_line;
use crate::render::visible::visible;

/// A name that leads somewhere on the page.
#[derive(Clone, Debug)]
pub(super) struct Link {
    /// The anchor, without `#`.
    pub to: String,
    /// What the reader sees: `9b`.
    pub name: String,
    /// What it is, for those who do not see where it leads.
    pub about: String,
}

/// Anchors of one article's things. They begin with the article's number, for a page can hold several articles.
#[derive(Debug)]
pub(super) struct Names<'a, 't> {
    pub extraction: &'a Extraction<'t>,
    article: usize,
    /// By claim: sentence and letter, as in the view in text.
    claims: Vec<String>,
    /// By claim: those that answer it.
    answers: Vec<Vec<usize>>,
    /// By claim: those inside its content.
    inside: Vec<Vec<usize>>,
}

impl<'a, 't> Names<'a, 't> {
    pub(super) fn new(extraction: &'a Extraction<'t>, article: usize) -> Self {
        let mut before = vec![0_usize; extraction.sentences.len()];
        let named = extraction.claims.iter().map(|claim| {
            let sentence = claim.sentence.saturating_add(1);
            let letter = before.get_mut(claim.sentence).map_or(0, |before| {
                *before += 1;
                *before - 1
            });
            format!("{sentence}{}", letters(letter))
        });
        let claims = named.collect();
        let pointing = |to: fn(&Claim<'_>) -> Option<usize>| {
            let mut pointing = vec![Vec::new(); extraction.claims.len()];
            for (index, claim) in extraction.claims.iter().enumerate() {
                if let Some(list) = to(claim).and_then(|to| pointing.get_mut(to)) {
                    list.push(index);
                }
            }
            pointing
        };
        Self {
            extraction,
            article,
            claims,
            answers: pointing(|claim| claim.responds_to),
            inside: pointing(|claim| claim.nested_in),
        }
    }

    /// The claims that answer this one.
    pub(super) fn answers(&self, claim: usize) -> Vec<Link> {
        self.links(self.answers.get(claim))
    }

    /// The claims inside the content of this one.
    pub(super) fn inside(&self, claim: usize) -> Vec<Link> {
        self.links(self.inside.get(claim))
    }

    fn links(&self, claims: Option<&Vec<usize>>) -> Vec<Link> {
        let claims = claims.into_iter().flatten();
        claims.filter_map(|&claim| self.link(claim)).collect()
    }

    /// The anchor of the article, and of a part of it where one is named.
    pub(super) fn part(&self, part: &str) -> String {
        format!("a{}{part}", self.article)
    }

    /// `9b`.
    pub(super) fn claim(&self, claim: usize) -> &str {
        self.claims.get(claim).map_or("?", String::as_str)
    }

    /// Where the claim's card stands. The claim's own name makes links that survive the next run.
    pub(super) fn card(&self, claim: usize) -> String {
        match self.extraction.claims.get(claim).map(|claim| &*claim.id) {
            None | Some("") => self.part(&format!("-c{claim}")),
            Some(id) => self.part(&format!("-{id}")),
        }
    }

    /// Where the claim stands in the text.
    pub(super) fn place(&self, claim: usize) -> String {
        format!("{}-at", self.card(claim))
    }

    pub(super) fn figure_row(&self, figure: usize) -> String {
        self.part(&format!("-figure{figure}"))
    }

    pub(super) fn figure_place(&self, figure: usize) -> String {
        self.part(&format!("-figure{figure}-at"))
    }

    pub(super) fn loss_place(&self, loss: usize) -> String {
        self.part(&format!("-loss{loss}-at"))
    }

    pub(super) fn withheld_place(&self, undisclosed: usize) -> String {
        self.part(&format!("-withheld{undisclosed}-at"))
    }

    pub(super) fn date_row(&self, date: usize) -> String {
        self.part(&format!("-date{date}"))
    }

    pub(super) fn date_place(&self, date: usize) -> String {
        self.part(&format!("-date{date}-at"))
    }

    /// To the claim's card.
    pub(super) fn link(&self, claim: usize) -> Option<Link> {
        let found = self.extraction.claims.get(claim)?;
        Some(Link {
            to: self.card(claim),
            name: self.claim(claim).to_owned(),
            about: format!("{}, {}", speaker(found), found.kind),
        })
    }

    /// To the date in the time line.
    pub(super) fn date(&self, date: usize) -> Option<Link> {
        let found = self.extraction.dates.get(date)?;
        Some(Link {
            to: self.date_row(date),
            name: shown(&found.text),
            about: found.value.clone().unwrap_or_default(),
        })
    }

    /// To the figure in the table.
    pub(super) fn figure(&self, figure: usize) -> Option<Link> {
        let found = self.extraction.casualties.get(figure)?;
        Some(Link {
            to: self.figure_row(figure),
            name: format!("{} {}", amount(found), found.outcome),
            about: shown(&found.text),
        })
    }
}

/// A figure's number, in digits where the words allow it: "hundreds" says more than "200 or more".
pub(super) fn amount(figure: &Casualty<'_>) -> String {
    match (figure.count.precision, &figure.number) {
        (Precision::Vague, Some(number)) => shown(&number.text),
        _ => figure.count.to_string(),
    }
}

/// Who makes the claim, in one line.
pub(super) fn speaker(claim: &Claim<'_>) -> String {
    claim
        .source
        .as_ref()
        .map_or("nobody named".to_owned(), label)
}

/// What to call a source.
pub(super) fn label(source: &Source<'_>) -> String {
    shown(&source.label())
}

/// Words of the article in one line, beside the article: with escapes for what would turn the line's direction.
pub(super) fn shown(text: &str) -> String {
    let line = one_line(text);
    line.split(' ').map(visible).collect::<Vec<_>>().join(" ")
}
