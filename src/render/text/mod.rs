//! The readable view: a digest, then the page from top to bottom, sentences numbered, the content of each claim marked in
//! them, under each its claims, figures and dates.
//!
//! Snapshots are made of it, so a change in one place of an article must not move lines elsewhere: claims are called
//! by sentence and letter (`9b`), and figures by their words, not by running numbers.

mod digest;
mod entries;
mod frame;
mod lines;
mod marks;
mod names;

pub use lines::{Part, Run};

use crate::extraction::{
    Block, BlockKind, Chosen, Extraction, Missed, PublishedFrom, Reason, Selection, Sentence,
};
use crate::span::Span;
use lines::{Lines, Words, one_line};
use marks::Marks;
use names::Names;

/// Columns of a line where nothing else is asked for.
const WIDTH: usize = 100;

/// Lays out what was found in `article`, sentence by sentence, for a person to read, 100 columns wide.
///
/// `article` is the text that was extracted from. A digest stands on top; in the sentences, what is said stands in
/// braces, `{a: …}`, with the letter of its claim, and below who says it. Furniture of the page is folded to a line in
/// its place, so that a glance shows what was left out and why. [`View`] lays it out otherwise.
///
/// ```
/// let article = "BERGEN, Norway — At least 12 people were hurt on Monday, police said.";
/// let view = newsclaim::render::text(article, &newsclaim::extract(article));
/// assert!(view.contains("[dateline] BERGEN, Norway —"));
/// assert!(view.contains("  1  {a: At least 12 people were hurt on Monday}, police said."));
/// assert!(view.contains("  1a   statement   police (government) · said"));
/// ```
pub fn text(article: &str, extraction: &Extraction<'_>) -> String {
    View::new().text(article, extraction)
}

/// How the view of an extraction is laid out.
///
/// ```
/// use newsclaim::render::{Part, View};
/// let article = "The dam is safe, the mayor said. The dam is \"a disgrace\", said Tom Holm, who lives below it.";
/// let found = newsclaim::extract(article);
/// let view = View::new().brief().width(60).text(article, &found);
/// assert_eq!(view.lines().last(), Some("2a   statement   Tom Holm: The dam is \"a disgrace\""));
/// // Who wants colours gets the view in runs.
/// let runs = View::new().runs(article, &found);
/// assert!(runs.iter().any(|run| run.part == Part::Source && run.text == "Tom Holm"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    width: usize,
    brief: bool,
    explained: bool,
    missed: Vec<Missed<'static>>,
    selection: Selection,
}

impl Default for View {
    fn default() -> Self {
        Self {
            width: WIDTH,
            brief: false,
            explained: false,
            missed: Vec::new(),
            selection: Selection::new(),
        }
    }
}

impl View {
    /// The whole view, 100 columns wide.
    pub fn new() -> Self {
        Self::default()
    }

    /// Lines of so many columns. A longer word stands in a line of its own.
    #[must_use]
    pub fn width(mut self, columns: usize) -> Self {
        self.width = columns;
        self
    }

    /// A line a claim instead of digest and article, cut where the width ends.
    #[must_use]
    pub fn brief(mut self) -> Self {
        self.brief = true;
        self
    }

    /// What [`Extractor::explain`](crate::Extractor::explain) gives, under its sentences: `no claim   told`.
    #[must_use]
    pub fn missed(mut self, missed: Vec<Missed<'_>>) -> Self {
        self.missed = missed.into_iter().map(Missed::into_owned).collect();
        self
    }

    /// Under each claim and figure the rule that found it, how often that was right, and its example; and why there is no
    /// claim where one could have been.
    #[must_use]
    pub fn explained(mut self) -> Self {
        self.explained = true;
        self
    }

    /// Only what `selection` names, and the sentences where it stands; nothing at all where an article has none of it.
    #[must_use]
    pub fn only(mut self, selection: Selection) -> Self {
        self.selection = selection;
        self
    }

    /// The view as text without colours.
    pub fn text(&self, article: &str, extraction: &Extraction<'_>) -> String {
        let runs = self.runs(article, extraction);
        runs.into_iter().map(|run| run.text).collect()
    }

    /// The view in runs that are each of one part: their texts in a row are the view.
    pub fn runs(&self, article: &str, extraction: &Extraction<'_>) -> Vec<Run> {
        let mut lines = Lines::new(self.width);
        let layout = Layout::new(article, extraction, self);
        if !layout.whole && layout.found.iter().all(Found::is_empty) {
            return Vec::new();
        }
        layout.header(self.brief, &mut lines);
        if self.brief {
            for &index in &layout.chosen.claims {
                let claim = &extraction.claims[index];
                let name = layout.names.full(index);
                lines.brief(
                    &name,
                    claim.kind.as_str(),
                    &entries::brief(claim, extraction),
                );
            }
            return lines.finish();
        }
        digest::write(extraction, &layout.names, &layout.chosen, &mut lines);
        lines.blank();
        layout.page(&mut lines);
        lines.finish()
    }
}

/// Indexes of what is shown of a sentence.
#[derive(Clone, Default)]
struct Found {
    claims: Vec<usize>,
    casualties: Vec<usize>,
    dates: Vec<usize>,
    losses: Vec<usize>,
    undisclosed: Vec<usize>,
}

impl Found {
    fn is_empty(&self) -> bool {
        let lists = [&self.claims, &self.casualties, &self.dates, &self.losses];
        lists.iter().all(|list| list.is_empty()) && self.undisclosed.is_empty()
    }
}

struct Layout<'a, 't> {
    article: &'a str,
    extraction: &'a Extraction<'t>,
    chosen: Chosen,
    /// Whether the whole article is shown, or only the sentences that hold something chosen.
    whole: bool,
    /// By sentence.
    found: Vec<Found>,
    marks: Marks,
    names: Names,
    view: &'a View,
}

impl<'a, 't> Layout<'a, 't> {
    fn new(article: &'a str, extraction: &'a Extraction<'t>, view: &'a View) -> Self {
        let selection = &view.selection;
        let chosen = selection.chosen(extraction);
        let mut found = vec![Found::default(); extraction.sentences.len()];
        let mut put = |sentence: usize, list: fn(&mut Found) -> &mut Vec<usize>, index| {
            if let Some(found) = found.get_mut(sentence) {
                list(found).push(index);
            }
        };
        for &index in &chosen.claims {
            let sentence = extraction.claims[index].sentence;
            put(sentence, |found| &mut found.claims, index);
        }
        for &index in &chosen.casualties {
            let sentence = extraction.casualties[index].sentence;
            put(sentence, |found| &mut found.casualties, index);
        }
        for &index in &chosen.dates {
            let sentence = extraction.dates[index].sentence;
            put(sentence, |found| &mut found.dates, index);
        }
        for &index in &chosen.losses {
            let sentence = extraction.losses[index].sentence;
            put(sentence, |found| &mut found.losses, index);
        }
        for &index in &chosen.undisclosed {
            let sentence = extraction.undisclosed[index].sentence;
            put(sentence, |found| &mut found.undisclosed, index);
        }
        Self {
            article,
            extraction,
            marks: Marks::new(article, extraction, &chosen.claims),
            whole: selection.is_everything(),
            chosen,
            found,
            names: Names::new(extraction),
            view,
        }
    }

    /// What was seen in a sentence and turned down. Nouns that could be verbs elsewhere only where all is explained.
    fn missed(&self, number: usize) -> Vec<&'a Missed<'static>> {
        let missed = &self.view.missed;
        let first = missed.partition_point(|missed| missed.sentence < number);
        let here = missed[first..]
            .iter()
            .take_while(|missed| missed.sentence == number);
        here.filter(|missed| self.view.explained || missed.reason != Reason::NoVerb)
            .collect()
    }

    fn header(&self, brief: bool, lines: &mut Lines) {
        let Extraction {
            id,
            published,
            published_from,
            published_evidence,
            ..
        } = self.extraction;
        let mut heading = |label, text: &str| lines.heading(label, &Words::of(Part::Plain, text));
        if let Some(id) = id {
            heading("article", &one_line(&id.to_string()));
        }
        let published = match (published, published_from) {
            (None, _) => "not known".to_owned(),
            (Some(day), Some(PublishedFrom::Inferred)) => {
                format!(
                    "{day}, inferred from {}",
                    entries::quoted(published_evidence)
                )
            }
            (Some(day), Some(from)) => format!("{day}, {from}"),
            (Some(day), None) => day.to_string(),
        };
        heading("published", &published);
        if brief {
            return;
        }
        let counts = [
            (self.chosen.claims.len(), "claim", "claims"),
            (self.chosen.casualties.len(), "figure", "figures"),
            (self.chosen.dates.len(), "date", "dates"),
        ];
        // What few articles have is named only where there is some.
        let more = [
            (
                self.chosen.losses.len(),
                "loss of equipment",
                "losses of equipment",
            ),
            (
                self.chosen.undisclosed.len(),
                "thing withheld",
                "things withheld",
            ),
        ];
        let more = more.iter().filter(|(count, ..)| *count > 0);
        let counts = counts.iter().chain(more);
        let counts: Vec<_> = counts
            .map(|&(count, one, many)| format!("{count} {}", if count == 1 { one } else { many }))
            .collect();
        let sentences = self.extraction.sentences.len();
        let plural = if sentences == 1 { "" } else { "s" };
        heading(
            "found",
            &format!("{} in {sentences} sentence{plural}", counts.join(", ")),
        );
    }

    /// The article, or what is chosen of it.
    fn page(&self, lines: &mut Lines) {
        let mut frame = frame::Frame::new(self.article, &self.extraction.blocks);
        for (number, sentence) in self.extraction.sentences.iter().enumerate() {
            let Some(found) = self.found.get(number) else {
                continue;
            };
            if !self.whole {
                if !found.is_empty() {
                    self.sentence(number, *sentence, found, lines);
                    lines.blank();
                }
                continue;
            }
            let marked = self.marks.in_sentence(number);
            if frame.folds(sentence, found.is_empty() && !marked) {
                continue;
            }
            let paragraph = frame.fold_up_to(sentence, lines);
            if paragraph {
                lines.blank();
            }
            self.sentence(number, *sentence, found, lines);
            if !found.is_empty() || !self.missed(number).is_empty() {
                lines.blank();
            }
        }
        if self.whole {
            frame.finish(lines);
        }
    }

    fn sentence(&self, number: usize, sentence: Sentence, found: &Found, lines: &mut Lines) {
        lines.page_line(Some(number + 1), &self.printed(number, sentence));
        let Self {
            extraction, names, ..
        } = self;
        for &index in &found.claims {
            let claim = &extraction.claims[index];
            let what = !self.marks.show(index);
            let words = entries::claim(claim, extraction, names, what);
            lines.entry(&names.full(index), claim.kind.as_str(), &words);
            if self.view.explained {
                lines.entry(
                    "",
                    "rule",
                    &entries::rule(&claim.rule, Some(claim.confidence)),
                );
            }
        }
        let missed = self.missed(number);
        if !missed.is_empty() {
            let words = entries::missed(&missed, self.view.explained);
            lines.entry("", "no claim", &words);
        }
        // What stands in no claim is told in the article's own words.
        let told_in = |claim: Option<usize>| claim.map_or(String::new(), |claim| names.full(claim));
        for &index in &found.casualties {
            let casualty = &extraction.casualties[index];
            let words = entries::casualty(casualty, extraction);
            lines.entry(&told_in(casualty.claim), "figure", &words);
            if self.view.explained {
                lines.entry("", "rule", &entries::rule(&casualty.rule, None));
            }
        }
        for &index in &found.losses {
            let loss = &extraction.losses[index];
            lines.entry(&told_in(loss.claim), "loss", &entries::loss(loss));
        }
        for &index in &found.undisclosed {
            let words = entries::undisclosed(&extraction.undisclosed[index]);
            lines.entry("", "withheld", &words);
        }
        if !found.dates.is_empty() {
            let dates = found.dates.iter().map(|&index| &extraction.dates[index]);
            lines.entry("", "dates", &Words::joined(dates.map(entries::date), "; "));
        }
    }

    /// The sentence, with its block's kind where that is no paragraph, and without blocks that cut it in two.
    fn printed(&self, number: usize, sentence: Sentence) -> Words {
        let blocks = self.extraction.blocks.get(sentence.block..);
        let (own, others) = blocks
            .and_then(<[Block]>::split_first)
            .map_or((BlockKind::Paragraph, [].as_slice()), |(own, others)| {
                (own.kind, others)
            });
        let mut words = Words::default();
        if own != BlockKind::Paragraph {
            words.push(Part::Kind, format!("[{own}] "));
        }
        let end = sentence.span.end;
        let inside = others.iter().take_while(|block| block.span.start < end);
        let left_out: Vec<Span> = inside
            .filter(|block| block.kind != own)
            .map(|block| block.span)
            .collect();
        let (marks, names) = (&self.marks, &self.names);
        words.append(marks.sentence(self.article, number, sentence.span, &left_out, names));
        words
    }
}
