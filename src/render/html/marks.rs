//! What is marked in the text: each thing found, by the part that it plays.

use std::collections::BTreeMap;

use super::names::{Names, shown};
use crate::extraction::{BlockKind, Casualty, Claim, ClaimKind, Extraction, TimeExpression};
use crate::render::counts::numbered;
use crate::span::Span;

/// The part that a marked piece of text plays; of two over the same words the one that comes first here is outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Dateline,
    Content,
    Withheld,
    Figure,
    Loss,
    Doubt,
    Source,
    Relay,
    Target,
    Cue,
    Date,
    Number,
}

impl Part {
    /// As the style sheet knows it.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Dateline => "dateline",
            Self::Content => "content",
            Self::Withheld => "withheld",
            Self::Figure => "figure",
            Self::Loss => "loss",
            Self::Doubt => "doubt",
            Self::Source => "source",
            Self::Relay => "relay",
            Self::Target => "target",
            Self::Cue => "cue",
            Self::Date => "date",
            Self::Number => "number",
        }
    }

    /// As the reader is told.
    fn phrase(self) -> &'static str {
        match self {
            Self::Doubt => "what the article says of the truth",
            Self::Relay => "who passed it on",
            Self::Target => "whom it is about",
            Self::Withheld => "not told",
            Self::Loss => "equipment lost",
            _ => self.class(),
        }
    }
}

/// A piece of text that plays a part. One that plays it for several claims is marked once.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub span: Span,
    pub part: Part,
    /// The claims that it belongs to.
    pub claims: Vec<usize>,
    /// The kind of the first of them, where the mark is of what is said.
    pub kind: Option<ClaimKind>,
    /// What it is, in words.
    pub title: String,
    pub link: Option<Linked>,
}

/// A mark that other parts of the page lead to, and that leads there.
#[derive(Clone, Debug)]
pub(super) struct Linked {
    /// Its own anchor.
    pub place: String,
    /// Where it leads; none where it cannot be a link.
    pub to: Option<String>,
}

impl Linked {
    fn new(place: String, to: String) -> Option<Self> {
        Some(Self {
            place,
            to: Some(to),
        })
    }
}

/// All marks of an article in the order in which they open.
pub(super) fn marks(names: &Names<'_, '_>, article: &str) -> Vec<Mark> {
    let mut marks = Marks {
        article,
        found: BTreeMap::new(),
    };
    let extraction = names.extraction;
    for (index, claim) in extraction.claims.iter().enumerate() {
        marks.claim(index, claim);
    }
    for (index, figure) in extraction.casualties.iter().enumerate() {
        marks.figure(names, index, figure);
    }
    for (index, date) in extraction.dates.iter().enumerate() {
        let link = Linked::new(names.date_place(index), names.date_row(index));
        marks.add(date.span, Part::Date, None, &reading(date), link);
    }
    for (index, loss) in extraction.losses.iter().enumerate() {
        let link = Linked::new(names.loss_place(index), names.part("-figures"));
        marks.add(loss.span, Part::Loss, None, &shown(&loss.to_string()), link);
    }
    for (index, withheld) in extraction.undisclosed.iter().enumerate() {
        let link = Linked::new(names.withheld_place(index), names.part("-digest"));
        marks.add(
            withheld.span,
            Part::Withheld,
            None,
            &shown(&withheld.to_string()),
            link,
        );
    }
    for block in &extraction.blocks {
        if block.kind == BlockKind::Dateline {
            marks.add(
                block.span,
                Part::Dateline,
                None,
                "where it was written",
                None,
            );
        }
    }
    marks.finish(names, extraction)
}

/// `Monday = 2016-04-04`.
pub(super) fn reading(date: &TimeExpression<'_>) -> String {
    let words = shown(&date.text);
    match &date.value {
        Some(value) => format!("{words} = {value}"),
        None => format!("{words}, which day is not known"),
    }
}

struct Marks<'a> {
    article: &'a str,
    /// By start, end (the longer one first) and part.
    found: BTreeMap<(usize, std::cmp::Reverse<usize>, Part), Mark>,
}

impl Marks<'_> {
    fn add(
        &mut self,
        span: Span,
        part: Part,
        claim: Option<usize>,
        title: &str,
        link: Option<Linked>,
    ) {
        // What was read from elsewhere may not fit this text.
        if span.of(self.article).is_empty() {
            return;
        }
        let key = (span.start, std::cmp::Reverse(span.end), part);
        let mark = self.found.entry(key).or_insert_with(|| Mark {
            span,
            part,
            claims: Vec::new(),
            kind: None,
            title: title.to_owned(),
            link,
        });
        mark.claims.extend(claim);
    }

    fn claim(&mut self, index: usize, claim: &Claim<'_>) {
        let claimed = Some(index);
        for piece in &claim.content {
            let title = claim.kind.as_str();
            self.add(piece.span, Part::Content, claimed, title, None);
        }
        for source in claim.source.iter().chain(&claim.others) {
            let title = shown(&source.label());
            self.add(source.span, Part::Source, claimed, &title, None);
        }
        for relay in &claim.relays {
            self.add(
                relay.span,
                Part::Relay,
                claimed,
                &shown(&relay.label()),
                None,
            );
        }
        if let Some(target) = &claim.target {
            let title = shown(&target.label());
            self.add(target.span, Part::Target, claimed, &title, None);
        }
        if let Some(cue) = &claim.cue {
            self.add(cue.span, Part::Cue, claimed, &shown(&cue.lemma), None);
        }
        for piece in &claim.status_evidence {
            let title = claim.status.as_str();
            self.add(piece.span, Part::Doubt, claimed, title, None);
        }
    }

    /// The whole phrase, and its number, which leads to the table.
    fn figure(&mut self, names: &Names<'_, '_>, index: usize, figure: &Casualty<'_>) {
        let number = figure.number.as_ref();
        let count = number.map_or(figure.count.to_string(), |number| {
            numbered(&shown(&number.text), figure.count)
        });
        let title = format!("{count} {}", figure.outcome);
        let link = Linked::new(names.figure_place(index), names.figure_row(index));
        let number = number.filter(|number| !number.span.of(self.article).is_empty());
        match number {
            Some(number) => {
                self.add(figure.span, Part::Figure, None, &title, None);
                self.add(number.span, Part::Number, None, &title, link);
            }
            None => self.add(figure.span, Part::Figure, None, &title, link),
        }
    }

    fn finish(self, names: &Names<'_, '_>, extraction: &Extraction<'_>) -> Vec<Mark> {
        let mut marks: Vec<Mark> = self.found.into_values().collect();
        for mark in &mut marks {
            mark.claims.dedup();
            let of: Vec<_> = mark
                .claims
                .iter()
                .map(|&claim| names.claim(claim))
                .collect();
            let of = if of.is_empty() {
                String::new()
            } else {
                format!(" of {}", of.join(", "))
            };
            mark.title = format!("{}{of}: {}", mark.part.phrase(), mark.title);
            if mark.part == Part::Content {
                let first = mark.claims.first();
                mark.kind = first
                    .and_then(|&claim| extraction.claims.get(claim))
                    .map(|claim| claim.kind);
            }
        }
        marks
    }
}
