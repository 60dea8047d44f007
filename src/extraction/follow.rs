//! The cross references of an [`Extraction`], followed. Where the key is a noun, its method is `…_of` the thing that has
//! it; where it is a relation ("nested in", "since"), the method bears its name.

use crate::span::Span;

use super::{
    Block, BlockKind, Casualty, Claim, Extraction, Id, Loss, Sentence, TimeExpression, Undisclosed,
    Value,
};

/// What stands in a sentence: a claim, a figure, a date, a loss, something undisclosed. No other type can be one.
pub trait Found: sealed::Sealed {
    /// The index of its sentence.
    fn sentence(&self) -> usize;
}

mod sealed {
    pub trait Sealed {}
}

macro_rules! found {
    ($($name:ident)+) => {
        $(
            impl sealed::Sealed for $name<'_> {}

            impl Found for $name<'_> {
                fn sentence(&self) -> usize {
                    self.sentence
                }
            }
        )+
    };
}

found! { Claim Casualty TimeExpression Loss Undisclosed }

/// What an article without an id is called by, in this order: its address, which trafilatura calls "source", or its title.
const NAMES_IN_META: [&str; 3] = ["url", "source", "title"];

impl<'t> Extraction<'t> {
    /// What to call the article by where many stand together: its id, else the "url", "source" or "title" that the caller
    /// gave with it.
    ///
    /// ```
    /// use newsclaim::{Article, Extractor, Meta, Value};
    ///
    /// let address = Value::Text("https://holm.example/dam".to_owned());
    /// let meta = Meta::from([("url".to_owned(), address)]);
    /// let found = Extractor::default().extract(Article::new("It rained.").meta(meta));
    /// assert_eq!(found.name().as_deref(), Some("https://holm.example/dam"));
    /// ```
    pub fn name(&self) -> Option<String> {
        let told = |key: &&str| match self.meta.get(*key) {
            Some(Value::Text(text)) => Some(text.clone()).filter(|text| !text.trim().is_empty()),
            _ => None,
        };
        let id = self.id.as_ref().map(Id::to_string);
        id.or_else(|| NAMES_IN_META.iter().find_map(told))
    }

    /// The span of the headline, where the page has one.
    pub fn headline(&self) -> Option<Span> {
        let headline = |block: &&Block| block.kind == BlockKind::Headline;
        self.blocks.iter().find(headline).map(|block| block.span)
    }

    /// The claims that do not lie inside the content of another: in "A said that B had denied it", only A's.
    ///
    /// The nested ones are in [`Extraction::claims`] as well, marked by [`Claim::nested_in`].
    pub fn outermost(&self) -> impl Iterator<Item = &Claim<'t>> {
        self.claims.iter().filter(|claim| claim.nested_in.is_none())
    }

    /// The claims whose cue stands in sentence number `sentence`.
    pub fn claims_in(&self, sentence: usize) -> impl Iterator<Item = &Claim<'t>> {
        self.claims
            .iter()
            .filter(move |claim| claim.sentence == sentence)
    }

    /// The casualty figures inside the content of `claim`.
    ///
    /// ```
    /// let extraction = newsclaim::extract("The ministry said 31 soldiers were killed.");
    /// let figure = extraction.casualties_of(&extraction.claims[0]).next().unwrap();
    /// assert_eq!(figure.count.low, 31);
    /// ```
    pub fn casualties_of<'a>(
        &'a self,
        claim: &'a Claim<'t>,
    ) -> impl Iterator<Item = &'a Casualty<'t>> {
        claim
            .casualties
            .iter()
            .filter_map(|&index| self.casualties.get(index))
    }

    /// The time expressions inside the content of `claim`.
    pub fn dates_of<'a>(
        &'a self,
        claim: &'a Claim<'t>,
    ) -> impl Iterator<Item = &'a TimeExpression<'t>> {
        claim
            .dates
            .iter()
            .filter_map(|&index| self.dates.get(index))
    }

    /// When `claim` was said.
    ///
    /// ```
    /// let extraction = newsclaim::extract("The dam is safe, the mayor said on Monday.");
    /// let said = extraction.said_of(&extraction.claims[0]);
    /// assert_eq!(said.map(|date| &*date.text), Some("Monday"));
    /// ```
    pub fn said_of(&self, claim: &Claim<'t>) -> Option<&TimeExpression<'t>> {
        self.dates.get(claim.said?)
    }

    /// The claim that `claim` denies, confirms or answers.
    ///
    /// ```
    /// let extraction = newsclaim::extract("Peru accused Chile of shelling a village. Chile denied the accusation.");
    /// let answered = extraction.responds_to(&extraction.claims[1]).unwrap();
    /// assert_eq!(answered.to_string(), "Peru accused: Chile of shelling a village");
    /// ```
    pub fn responds_to(&self, claim: &Claim<'t>) -> Option<&Claim<'t>> {
        self.claims.get(claim.responds_to?)
    }

    /// The claim whose content holds `claim`.
    pub fn nested_in(&self, claim: &Claim<'t>) -> Option<&Claim<'t>> {
        self.claims.get(claim.nested_in?)
    }

    /// The claim that gives `casualty`; none in the reporter's own voice.
    pub fn claim_of(&self, casualty: &Casualty<'t>) -> Option<&Claim<'t>> {
        self.claims.get(casualty.claim?)
    }

    /// The claim that tells of `loss`; none in the reporter's own voice.
    pub fn claim_of_loss(&self, loss: &Loss<'t>) -> Option<&Claim<'t>> {
        self.claims.get(loss.claim?)
    }

    /// The larger figure that `casualty` is part of: "nine people, among them two children".
    pub fn part_of(&self, casualty: &Casualty<'t>) -> Option<&Casualty<'t>> {
        self.casualties.get(casualty.part_of?)
    }

    /// From when the running total of `casualty` counts.
    pub fn since(&self, casualty: &Casualty<'t>) -> Option<&TimeExpression<'t>> {
        self.dates.get(casualty.since?)
    }

    /// When `casualty` happened.
    pub fn when(&self, casualty: &Casualty<'t>) -> Option<&TimeExpression<'t>> {
        self.dates.get(casualty.when?)
    }

    /// The sentence in which a claim, a figure, a date, a loss or something undisclosed stands.
    ///
    /// ```
    /// let text = "It rained. The dam is safe, the mayor said.";
    /// let extraction = newsclaim::extract(text);
    /// let sentence = extraction.sentence_of(&extraction.claims[0]).unwrap();
    /// assert_eq!(sentence.span.of(text), "The dam is safe, the mayor said.");
    /// ```
    pub fn sentence_of(&self, found: &impl Found) -> Option<&Sentence> {
        self.sentences.get(found.sentence())
    }

    /// The block in which `sentence` begins.
    pub fn block_of(&self, sentence: &Sentence) -> Option<&Block> {
        self.blocks.get(sentence.block)
    }

    /// The figures that are larger than the whole that they are said to be part of, with that whole: the article (or
    /// the reading of it) contradicts itself there.
    ///
    /// ```
    /// let extraction = newsclaim::extract("Nine people died, including twelve children.");
    /// let (part, whole) = extraction.oversized_parts().next().unwrap();
    /// assert_eq!((part.count.low, whole.count.low), (12, 9));
    /// ```
    pub fn oversized_parts(&self) -> impl Iterator<Item = (&Casualty<'t>, &Casualty<'t>)> {
        self.casualties.iter().filter_map(|part| {
            let whole = self.part_of(part)?;
            (part.count.low > whole.count.high?).then_some((part, whole))
        })
    }
}
