//! The readable view: the page from top to bottom, sentences numbered, under each its claims, figures and dates.
//!
//! Snapshots are made of it, so a change in one place of an article must not move lines elsewhere: claims are called
//! by sentence and letter (`9b`), and figures by their words, not by running numbers.

use std::borrow::Cow;

use super::counts::{letters, numbered};
use super::lines::{Lines, beginning, one_line};
use crate::extraction::{
    Block, BlockKind, Casualty, Category, Claim, Distance, Extraction, Loss, Polarity,
    PublishedFrom, Scope, Sentence, Source, Status, TimeExpression, TimeType, Undisclosed,
};
use crate::span::Span;

/// Lays out what was found in `article`, sentence by sentence, for a person to read.
///
/// `article` is the text that was extracted from. Blocks without sentences (menus, datelines, credits) stand in
/// brackets in their place, so that a glance shows what was left out and why.
///
/// ```
/// let article = "BERGEN, Norway — At least 12 people were hurt on Monday, police said.";
/// let view = newsclaim::render::text(article, &newsclaim::extract(article));
/// assert!(view.contains("[dateline] BERGEN, Norway —"));
/// assert!(view.contains("  1  At least 12 people were hurt on Monday, police said."));
/// ```
pub fn text(article: &str, extraction: &Extraction<'_>) -> String {
    let view = View::new(article, extraction);
    let mut lines = Lines::default();
    view.header(&mut lines);
    lines.blank();
    let mut blocks = extraction.blocks.iter().enumerate().peekable();
    let mut shown_to = 0;
    for (number, sentence) in extraction.sentences.iter().enumerate() {
        while let Some((index, block)) =
            blocks.next_if(|(_, block)| block.span.start <= sentence.span.start)
        {
            view.hint(index, *block, shown_to, &mut lines);
        }
        view.sentence(number, *sentence, &mut lines);
        shown_to = sentence.span.end;
    }
    for (index, block) in blocks {
        view.hint(index, *block, shown_to, &mut lines);
    }
    lines.finish()
}

/// Indexes of what was found in a sentence.
#[derive(Clone, Default)]
struct Found {
    claims: Vec<usize>,
    casualties: Vec<usize>,
    dates: Vec<usize>,
    losses: Vec<usize>,
    undisclosed: Vec<usize>,
}

struct View<'a, 't> {
    article: &'a str,
    extraction: &'a Extraction<'t>,
    /// By sentence.
    found: Vec<Found>,
    /// By block: whether a sentence begins in it.
    spoken: Vec<bool>,
    /// By claim, what it is called: `9b`.
    names: Vec<String>,
}

impl<'a, 't> View<'a, 't> {
    fn new(article: &'a str, extraction: &'a Extraction<'t>) -> Self {
        let mut found = vec![Found::default(); extraction.sentences.len()];
        let mut names = Vec::new();
        for (index, claim) in extraction.claims.iter().enumerate() {
            let mut before = 0;
            if let Some(found) = found.get_mut(claim.sentence) {
                before = found.claims.len();
                found.claims.push(index);
            }
            names.push(format!(
                "{}{}",
                claim.sentence.saturating_add(1),
                letters(before)
            ));
        }
        let mut put = |sentence: usize, list: fn(&mut Found) -> &mut Vec<usize>, index| {
            if let Some(found) = found.get_mut(sentence) {
                list(found).push(index);
            }
        };
        for (index, casualty) in extraction.casualties.iter().enumerate() {
            put(casualty.sentence, |found| &mut found.casualties, index);
        }
        for (index, date) in extraction.dates.iter().enumerate() {
            put(date.sentence, |found| &mut found.dates, index);
        }
        for (index, loss) in extraction.losses.iter().enumerate() {
            put(loss.sentence, |found| &mut found.losses, index);
        }
        for (index, undisclosed) in extraction.undisclosed.iter().enumerate() {
            put(undisclosed.sentence, |found| &mut found.undisclosed, index);
        }
        let mut spoken = vec![false; extraction.blocks.len()];
        for sentence in &extraction.sentences {
            if let Some(spoken) = spoken.get_mut(sentence.block) {
                *spoken = true;
            }
        }
        Self {
            article,
            extraction,
            found,
            spoken,
            names,
        }
    }

    fn header(&self, lines: &mut Lines) {
        let Extraction {
            id,
            published,
            published_from,
            published_evidence,
            ..
        } = self.extraction;
        if let Some(id) = id {
            lines.heading("article", &one_line(&id.to_string()));
        }
        let published = match (published, published_from) {
            (None, _) => "not known".to_owned(),
            (Some(day), Some(PublishedFrom::Inferred)) => {
                let evidence: Vec<_> = published_evidence
                    .iter()
                    .map(|evidence| format!("\"{}\"", one_line(&evidence.text)))
                    .collect();
                format!("{day}, inferred from {}", evidence.join(", "))
            }
            (Some(day), Some(from)) => format!("{day}, {from}"),
            (Some(day), None) => day.to_string(),
        };
        lines.heading("published", &published);
        let counts = [
            (self.extraction.sentences.len(), "sentence"),
            (self.extraction.claims.len(), "claim"),
            (self.extraction.casualties.len(), "figure"),
            (self.extraction.dates.len(), "date"),
        ];
        // What few articles have is named only where there is some.
        let more = [
            (
                self.extraction.losses.len(),
                "loss of equipment",
                "losses of equipment",
            ),
            (
                self.extraction.undisclosed.len(),
                "thing withheld",
                "things withheld",
            ),
        ];
        let more = more
            .iter()
            .filter(|(count, ..)| *count > 0)
            .map(|&(count, one, many)| format!("{count} {}", if count == 1 { one } else { many }));
        let counts: Vec<_> = counts
            .iter()
            .map(|&(count, noun)| format!("{count} {noun}{}", if count == 1 { "" } else { "s" }))
            .chain(more)
            .collect();
        lines.heading("found", &counts.join(", "));
    }

    /// A block that is no running text, by its beginning.
    fn hint(&self, index: usize, block: Block, shown_to: usize, lines: &mut Lines) {
        let spoken = self.spoken.get(index).copied().unwrap_or(false);
        // A sentence that went on behind a menu was shown whole where it began.
        let shown = block.kind == BlockKind::Paragraph && block.span.end <= shown_to;
        if !spoken && !shown {
            let beginning = beginning(block.span.of(self.article));
            lines.page_line(None, &format!("[{}] {beginning}", block.kind));
            lines.blank();
        }
    }

    fn sentence(&self, number: usize, sentence: Sentence, lines: &mut Lines) {
        lines.page_line(Some(number + 1), &self.printed(sentence));
        let Some(found) = self.found.get(number) else {
            return;
        };
        for &index in &found.claims {
            self.claim(index, lines);
        }
        for &index in &found.casualties {
            self.casualty(&self.extraction.casualties[index], lines);
        }
        for &index in &found.losses {
            self.loss(&self.extraction.losses[index], lines);
        }
        for &index in &found.undisclosed {
            self.undisclosed(&self.extraction.undisclosed[index], lines);
        }
        if !found.dates.is_empty() {
            let dates = found.dates.iter();
            let dates: Vec<_> = dates
                .map(|&index| self.date(&self.extraction.dates[index]))
                .collect();
            lines.aside("dates", &dates.join("; "));
        }
        lines.blank();
    }

    /// The sentence, with its block's kind where that is no paragraph, and without blocks that cut it in two.
    fn printed(&self, sentence: Sentence) -> String {
        let Span { mut start, end } = sentence.span;
        let blocks = self.extraction.blocks.get(sentence.block..);
        let (own, others) = blocks
            .and_then(<[Block]>::split_first)
            .map_or((BlockKind::Paragraph, [].as_slice()), |(own, others)| {
                (own.kind, others)
            });
        let mut printed = match own {
            BlockKind::Paragraph => String::new(),
            kind => format!("[{kind}] "),
        };
        for block in others.iter().take_while(|block| block.span.start < end) {
            if block.kind != own {
                printed.push_str(&self.words(Span::new(start, block.span.start)));
                printed.push_str(" […] ");
                start = block.span.end;
            }
        }
        printed.push_str(&self.words(Span::new(start, end)));
        printed
    }

    fn claim(&self, index: usize, lines: &mut Lines) {
        let claim = &self.extraction.claims[index];
        let who = claim.source.as_ref();
        let who = who.map_or("nobody named".to_owned(), |source| self.source(source));
        lines.field(&self.names[index], "who", &who);
        for other in &claim.others {
            lines.field("", "and", &self.source(other));
        }
        lines.field("", "cue", &self.cue(claim));
        let content: Vec<_> = claim
            .content
            .iter()
            .map(|piece| one_line(&piece.text))
            .collect();
        lines.field("", "what", &content.join(" … "));
        if let Some(target) = &claim.target {
            lines.field("", "target", &self.source(target));
        }
        for relay in &claim.relays {
            lines.field("", "relay", &self.source(relay));
        }
        if claim.status != Status::Asserted {
            let reasons = claim.status_evidence.iter();
            let reasons: Vec<_> = reasons
                .map(|reason| format!("\"{}\"", one_line(&reason.text)))
                .collect();
            let status = format!("{} {}", claim.status, reasons.join(", "));
            lines.field("", "status", &status);
        }
        if let Some(answered) = claim.responds_to {
            lines.field("", "answers", self.name(answered));
        }
        if let Some(holder) = claim.nested_in {
            lines.field("", "inside", self.name(holder));
        }
        if let Some(date) = claim.said.and_then(|date| self.extraction.dates.get(date)) {
            lines.field("", "when", &self.date(date));
        }
    }

    /// `said (say): statement, indirect`, `did not claim (claim): statement, indirect, not said, doubting`.
    fn cue(&self, claim: &Claim<'_>) -> String {
        let cue = claim.cue.as_ref().map_or("no cue".to_owned(), |cue| {
            let printed = one_line(&cue.text);
            match printed == cue.lemma {
                true => printed,
                false => format!("{printed} ({})", one_line(&cue.lemma)),
            }
        });
        let mut line = format!("{cue}: {}, {}", claim.kind, claim.form);
        match claim.polarity {
            Polarity::Said => {}
            Polarity::NotSaid => line += ", not said",
            polarity => line += &format!(", {polarity}"),
        }
        if claim.negated {
            line += ", negated";
        }
        let distance = claim.cue.as_ref().map(|cue| cue.distance);
        if let Some(distance) = distance.filter(|distance| *distance != Distance::Neutral) {
            line += &format!(", {distance}");
        }
        line
    }

    /// `the minister → Ana Ruiz (person, minister)`.
    fn source(&self, source: &Source<'_>) -> String {
        let mut printed = one_line(&source.text);
        if let Some(name) = source.name.as_ref().filter(|name| **name != source.text) {
            printed += &format!(" → {}", one_line(name));
        }
        let mut traits = vec![Cow::Borrowed(source.kind.as_str())];
        traits.extend(source.role.iter().map(|role| Cow::Owned(one_line(role))));
        if source.anonymous {
            traits.push(Cow::Borrowed("anonymous"));
        }
        format!("{printed} ({})", traits.join(", "))
    }

    /// `at least 31 (31 or more) killed: its soldiers (military, Norway); according to the ministry (9a)`.
    fn casualty(&self, casualty: &Casualty<'_>, lines: &mut Lines) {
        let number = casualty.number.as_ref();
        let count = number.map_or_else(
            || casualty.count.to_string(),
            |number| numbered(&one_line(&number.text), casualty.count),
        );
        let mut line = format!("{count} {}", casualty.outcome);
        if let Some(victims) = &casualty.victims {
            if let Some(text) = &victims.text {
                line += &format!(": {}", one_line(text));
            }
            let category = match victims.category {
                Category::Unspecified => None,
                category => Some(category.as_str().to_owned()),
            };
            let side = victims.side.as_deref().map(|side| match side {
                "both" => "both sides".to_owned(),
                side => one_line(side),
            });
            let traits: Vec<_> = category.into_iter().chain(side).collect();
            if !traits.is_empty() {
                line += &format!(" ({})", traits.join(", "));
            }
        }
        line += &self.according_to(casualty.claim);
        if !casualty.asserted {
            line += "; not asserted";
        }
        if casualty.scope != Scope::Unspecified {
            line += &format!("; {}", casualty.scope);
        }
        if let Some(since) = casualty
            .since
            .and_then(|date| self.extraction.dates.get(date))
        {
            line += &format!("; since {}", one_line(&since.text));
        }
        if let Some(when) = casualty
            .when
            .and_then(|date| self.extraction.dates.get(date))
        {
            line += &format!("; when: {}", one_line(&when.text));
        }
        if let Some(place) = &casualty.place {
            line += &format!("; where: {}", one_line(&place.text));
        }
        let whole = casualty
            .part_of
            .and_then(|part| self.extraction.casualties.get(part));
        if let Some(whole) = whole {
            let whole = whole.number.as_ref().map_or(&whole.text, |n| &n.text);
            line += &format!("; part of \"{}\"", one_line(whole));
        }
        lines.aside("figure", &line);
    }

    fn loss(&self, loss: &Loss<'_>, lines: &mut Lines) {
        let count = loss.count;
        let object = one_line(&loss.object.text);
        let line = format!("{count}: {object}{}", self.according_to(loss.claim));
        lines.aside("loss", &line);
    }

    fn undisclosed(&self, undisclosed: &Undisclosed<'_>, lines: &mut Lines) {
        let mut line = one_line(&undisclosed.topic.text);
        if let Some(holder) = &undisclosed.holder {
            line += &format!(", by {}", self.source(holder));
        }
        lines.aside("withheld", &line);
    }

    fn according_to(&self, claim: Option<usize>) -> String {
        let Some(index) = claim else {
            return "; the article's own words".to_owned();
        };
        let claim = self.extraction.claims.get(index);
        match claim.and_then(|claim| claim.source.as_ref()) {
            Some(source) => {
                let who = source.name.as_ref().unwrap_or(&source.text);
                format!("; according to {} ({})", one_line(who), self.name(index))
            }
            None => format!("; according to nobody named ({})", self.name(index)),
        }
    }

    /// `Monday = 2016-04-04`, with the type where it is not a date.
    fn date(&self, date: &TimeExpression<'_>) -> String {
        let value = date.value.as_deref().unwrap_or("not known");
        let kind = match date.kind {
            TimeType::Date => String::new(),
            kind => format!(" ({kind})"),
        };
        format!("{} = {value}{kind}", one_line(&date.text))
    }

    fn words(&self, span: Span) -> String {
        one_line(span.of(self.article))
    }

    fn name(&self, claim: usize) -> &str {
        self.names.get(claim).map_or("?", String::as_str)
    }
}
