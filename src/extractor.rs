//! [`Extractor`]: runs the stages in order.

use std::borrow::Cow;
use std::sync::Arc;

use crate::article::Article;
use crate::claims::{
    attribution, calendar, casualties, kinds, links, names, relays, status, targets, undisclosed,
};
use crate::date::Date;
use crate::error::LexiconError;
use crate::extraction::{
    self, Casualty, Claim, Excerpt, Extraction, Missed, Moving, OffsetUnit, Rule, SCHEMA,
    TimeExpression,
};
use crate::lexicon::{Layer, Lexicon, Table};
use crate::measures::{numbers, times};
use crate::span::Span;
use crate::syntax::Syntax;
use crate::text::{Page, Plain, Sentences};

/// Finds claims, figures and dates in articles. Cheap to clone, and the same on every thread.
///
/// ```
/// use newsclaim::Extractor;
/// let extraction = Extractor::default().extract("\"We lost everything,\" said Ana Ruiz, a farmer.");
/// assert_eq!(extraction.claims[0].source.as_ref().map(|source| &*source.text), Some("Ana Ruiz, a farmer"));
/// ```
#[derive(Clone, Debug)]
pub struct Extractor {
    lexicon: Arc<Lexicon>,
}

impl Default for Extractor {
    /// An extractor with the built-in dictionaries, which are laid out when the crate is built and fetched once per process.
    fn default() -> Self {
        Self {
            lexicon: Lexicon::built_in(),
        }
    }
}

impl Extractor {
    /// Starts an extractor with dictionaries of one's own.
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder::default()
    }

    /// The dictionaries in use.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// Reads one article. Never fails, on any text, and takes time in proportion to its length.
    pub fn extract<'t>(&self, article: impl Into<Article<'t>>) -> Extraction<'t> {
        self.extract_in_laps(article.into(), |_| ())
    }

    /// Why sentences without a claim have none, where a word of speech or a quotation stands in them: where to look for what
    /// the rules have missed. What found a claim is in its [`rule`](crate::Claim::rule), and [`rules`] shows that.
    ///
    /// ```
    /// use newsclaim::{Extractor, Reason};
    /// let missed = Extractor::default().explain("The army attacked the port. \"Nobody came to help us.\"");
    /// let told: Vec<_> = missed.iter().map(|missed| (&*missed.seen.text, missed.reason)).collect();
    /// assert_eq!(told, [("attacked", Reason::Deed), ("\"Nobody came to help us.\"", Reason::Unattributed)]);
    /// ```
    pub fn explain<'t>(&self, text: &'t str) -> Vec<Missed<'t>> {
        let plain = Plain::of(text);
        let page = Page::read_marked(plain.text(), plain.headings(), &self.lexicon, &mut |_| ());
        let mut times = times::find(&page);
        times.retain(|time| page.reports(time.sentence));
        let syntax = Syntax::read(&page, &times);
        let claims = attribution::find(&syntax);
        let seen = attribution::missed::find(&syntax, &claims).into_iter();
        seen.map(|seen| Missed {
            sentence: seen.sentence,
            seen: Excerpt::new(text, plain.given(page.span(&seen.tokens))),
            reason: seen.reason,
        })
        .collect()
    }

    /// The time expressions of a text and nothing else, as [`dates`] finds them, with this extractor's dictionaries.
    ///
    /// ```
    /// use newsclaim::{Date, Extractor, Table};
    /// let extractor = Extractor::builder().without(Table::Places).build().unwrap();
    /// let dates = extractor.dates("The fair opens on Friday.", Some(Date::new(2016, 4, 7)?));
    /// assert_eq!(dates[0].value.as_deref(), Some("2016-04-08"));
    /// # Ok::<(), newsclaim::DateError>(())
    /// ```
    pub fn dates<'t>(&self, text: &'t str, published: Option<Date>) -> Vec<TimeExpression<'t>> {
        let plain = Plain::of(text);
        let page = Page::read_marked(plain.text(), plain.headings(), &self.lexicon, &mut |_| ());
        let mut times = times::find(&page);
        let syntax = Syntax::read(&page, &times);
        let publication = calendar::publication(&syntax, &times, published);
        times.retain(|time| page.reports(time.sentence));
        let found = calendar::resolve(&syntax, &times, &publication).into_iter();
        let given = moving(&plain, text);
        found.map(|time| time.carried(&given)).collect()
    }

    /// The sentences of a text and nothing else, as [`sentences`] splits it, with this extractor's dictionaries.
    ///
    /// ```
    /// use newsclaim::{Extractor, Table};
    /// let extractor = Extractor::builder()
    ///     .lexicon(Table::Abbreviations, "mine.txt", "Qn. | title")
    ///     .build()?;
    /// assert_eq!(extractor.sentences("The vessel of Qn. Ada sank. Nobody was hurt.").count(), 2);
    /// # Ok::<(), newsclaim::LexiconError>(())
    /// ```
    pub fn sentences<'t>(&self, text: &'t str) -> Sentences<'t> {
        Sentences::of(text, &self.lexicon)
    }

    /// The same as [`Extractor::extract`], and calls `lap` with the name of each stage that is done. Only for
    /// `benches/extract.rs`: the stages are private, and a bench that called them one by one would be a second copy of
    /// their order. Not part of the API.
    #[doc(hidden)]
    pub fn extract_in_laps<'t>(
        &self,
        article: Article<'t>,
        mut lap: impl FnMut(&'static str),
    ) -> Extraction<'t> {
        let plain = Plain::of(article.text);
        lap("text: markup");
        if plain.untouched() {
            let mut found = self.run(article, &[], &mut lap);
            extraction::give_ids(&mut found.claims);
            lap("extraction: names of claims");
            return found;
        }
        let copy = Article {
            text: plain.text(),
            published: article.published,
            id: None,
            meta: article.meta,
        };
        let found = self.run(copy, plain.headings(), &mut lap);
        let mut found = found.carried(&moving(&plain, article.text));
        found.id = article.id;
        // A name is made of the words that stand in the claim.
        extraction::give_ids(&mut found.claims);
        lap("extraction: names of claims");
        found
    }

    /// What stands in the article, its claims without their names: all stages one behind the other, so that the way of the data
    /// can be read in one piece.
    fn run<'t>(
        &self,
        article: Article<'t>,
        headings: &[usize],
        lap: &mut impl FnMut(&'static str),
    ) -> Extraction<'t> {
        let Article {
            text,
            published,
            id,
            meta,
        } = article;
        let page = Page::read_marked(text, headings, &self.lexicon, lap);

        let numbers = numbers::find(&page);
        lap("measures: numbers");
        let mut times = times::find(&page);
        lap("measures: times");
        let syntax = Syntax::read(&page, &times);
        lap("syntax");
        let publication = calendar::publication(&syntax, &times, published);
        times.retain(|time| page.reports(time.sentence));
        lap("claims: publication");
        let mut drafts = attribution::find(&syntax);
        lap("claims: attribution");
        targets::find(&syntax, &mut drafts);
        relays::find(&syntax, &mut drafts);
        lap("claims: targets, relays");
        let mut withheld = undisclosed::find(&syntax, &drafts);
        lap("claims: undisclosed");
        names::resolve(&syntax, &mut drafts, &mut withheld);
        lap("claims: names");
        kinds::decide(&syntax, &mut drafts);
        relays::chain(&syntax, &mut drafts);
        links::connect(&syntax, &mut drafts);
        status::mark(&syntax, &mut drafts);
        lap("claims: kinds, links, status");

        let dates = calendar::resolve(&syntax, &times, &publication);
        lap("claims: calendar");
        let casualties =
            casualties::find(&syntax, &numbers, &times, &dates, publication.day, &drafts);
        let losses = casualties::losses(&syntax, &numbers, &drafts);
        let undisclosed = undisclosed::finish(&page, withheld);
        lap("claims: casualties");

        let number = |figure: &Casualty<'t>| figure.number.as_ref().map_or(figure.span, |n| n.span);
        let numbers: Vec<Span> = casualties.iter().map(number).collect();
        let time_spans: Vec<Span> = dates.iter().map(|date| date.span).collect();
        let mut claims: Vec<Claim<'t>> = Vec::with_capacity(drafts.len());
        for draft in &mut drafts {
            let said = calendar::said(&syntax, &times, draft);
            let mut claim = draft.finish(&page);
            claim.said = said;
            claim.casualties = inside(&claim.content, &numbers);
            claim.dates = inside(&claim.content, &time_spans);
            claims.push(claim);
        }
        lap("extraction");
        Extraction {
            id,
            schema: SCHEMA,
            newsclaim: Cow::Borrowed(env!("CARGO_PKG_VERSION")),
            offsets: OffsetUnit::Byte,
            meta,
            published: publication.day,
            published_from: publication.from,
            published_evidence: publication
                .evidence
                .into_iter()
                .map(|span| Excerpt::new(text, span))
                .collect(),
            blocks: page.blocks.iter().map(|block| block.block).collect(),
            sentences: page
                .sentences
                .iter()
                .map(|sentence| sentence.sentence)
                .collect(),
            claims,
            casualties,
            dates,
            losses,
            undisclosed,
        }
    }
}

/// From the text that the stages read to the text as given.
fn moving<'t>(
    plain: &Plain<'_>,
    text: &'t str,
) -> Moving<'t, impl Fn(Span) -> Span, impl Fn(Span) -> Span> {
    Moving {
        text,
        whole: |span| plain.given_with_marks(span),
        part: |span| plain.given(span),
    }
}

/// Which of the spans, which are in the order of the text, lie in a piece of content.
fn inside(content: &[Excerpt<'_>], spans: &[Span]) -> Vec<usize> {
    let mut found = Vec::new();
    for piece in content.iter().map(|piece| piece.span) {
        let first = spans.partition_point(|span| span.start < piece.start);
        let following = spans.iter().enumerate().skip(first);
        let following = following.take_while(|(_, span)| span.start < piece.end);
        let held = following.filter(|(_, span)| piece.contains(**span));
        found.extend(held.map(|(index, _)| index));
    }
    found
}

/// Every rule that a [`Claim::rule`](crate::Claim::rule) or a [`Casualty::rule`] can name, with a sentence in which it fires
/// and one beside it in which it does not.
///
/// ```
/// let rule = newsclaim::rules().find(|rule| rule.name == "attribution.as_clause_fronted").ok_or("no such rule")?;
/// assert_eq!(rule.example, "As the mayor noted, rents rose.");
/// let claims = newsclaim::extract(rule.example).claims;
/// assert_eq!(claims[0].rule, rule.name);
/// # Ok::<(), &str>(())
/// ```
///
#[doc = include_str!("rules.md")]
pub fn rules() -> impl Iterator<Item = Rule> {
    attribution::rules().copied().chain(casualties::rules())
}

/// The time expressions of a text and nothing else: every TIMEX3 class, resolved against the day of publication.
/// Without a day, one is inferred from the text's own evidence, or relative expressions keep no value.
///
/// ```
/// use newsclaim::Date;
/// let text = "They met on Friday and will meet again next week.";
/// let found = newsclaim::dates(text, Some(Date::new(2016, 4, 7)?));
/// let values: Vec<_> = found.iter().map(|time| (&*time.text, time.value.as_deref())).collect();
/// assert_eq!(values, [("Friday", Some("2016-04-01")), ("next week", Some("2016-W15"))]);
/// # Ok::<(), newsclaim::DateError>(())
/// ```
pub fn dates(text: &str, published: Option<Date>) -> Vec<TimeExpression<'_>> {
    Extractor::default().dates(text, published)
}

/// Splits the raw text of an article into sentences, page furniture and all. Hard-wrapped lines are put together,
/// headings and captions are sentences of their own, a dateline ("OSLO, Norway —") is none, and a sentence inside a
/// quotation is a sentence. Works without the rest of the pipeline, on any text, in time that grows with its length.
///
/// ```
/// let text = "Flood warning lifted\n\nOSLO, Norway — The river fell on Mon. night. \"We were lucky.\nIt could have been worse,\" said Dr. Holm.";
/// let sentences: Vec<_> = newsclaim::sentences(text).map(|sentence| sentence.text).collect();
/// assert_eq!(sentences, [
///     "Flood warning lifted",
///     "The river fell on Mon. night.",
///     "\"We were lucky.",
///     "It could have been worse,\" said Dr. Holm.",
/// ]);
/// ```
pub fn sentences(text: &str) -> Sentences<'_> {
    Extractor::default().sentences(text)
}

/// Extracts with the built-in dictionaries: [`Extractor::extract`] in one call.
///
/// ```
/// let extraction = newsclaim::extract("Rain will return on Sunday, forecasters said.");
/// assert_eq!(extraction.claims.len(), 1);
/// ```
pub fn extract<'t>(article: impl Into<Article<'t>>) -> Extraction<'t> {
    Extractor::default().extract(article)
}

/// Collects dictionaries; see [`Extractor::builder`].
///
/// ```
/// use newsclaim::{Extractor, Table};
/// let extractor = Extractor::builder()
///     .lexicon(Table::Cues, "my_cues.txt", "thunder | | statement | clause quote")
///     .build()?;
/// let extraction = extractor.extract("The game is over, the coach thundered.");
/// assert_eq!(extraction.claims[0].cue.as_ref().map(|cue| &*cue.lemma), Some("thunder"));
/// # Ok::<(), newsclaim::LexiconError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct ExtractorBuilder {
    without: Vec<Table>,
    layers: Vec<Layer>,
}

impl ExtractorBuilder {
    /// Adds lines to a table: new entries, entries that replace inherited ones, and `-word` to take one out.
    /// `name` stands in error messages. Later layers win.
    #[must_use]
    pub fn lexicon(
        mut self,
        table: Table,
        name: impl Into<String>,
        lines: impl Into<String>,
    ) -> Self {
        self.layers.push(Layer {
            table,
            name: name.into(),
            text: lines.into(),
        });
        self
    }

    /// Leaves the built-in lines of a table out.
    #[must_use]
    pub fn without(mut self, table: Table) -> Self {
        self.without.push(table);
        self
    }

    /// All lines that cannot be read, where [`build`](Self::build) stops at the first.
    ///
    /// ```
    /// use newsclaim::{Extractor, Table};
    /// let lines = "say | | shouting | clause\nwhisper | | statement | clause\n-no such word\n";
    /// let errors = Extractor::builder().lexicon(Table::Cues, "mine.txt", lines).errors();
    /// assert_eq!(errors.iter().map(|error| error.line()).collect::<Vec<_>>(), [1, 3]);
    /// ```
    pub fn errors(&self) -> Vec<LexiconError> {
        Lexicon::errors(&self.without, &self.layers)
    }

    /// Parses the dictionaries.
    ///
    /// # Errors
    /// A [`LexiconError`] for the first line that cannot be read.
    pub fn build(self) -> Result<Extractor, LexiconError> {
        let lexicon = if self.without.is_empty() && self.layers.is_empty() {
            Lexicon::built_in()
        } else {
            Arc::new(Lexicon::new(&self.without, &self.layers)?)
        };
        Ok(Extractor { lexicon })
    }
}
