//! A claim in the making: token ranges instead of spans, filled by one stage after another.

use std::borrow::Cow;
use std::mem::take;

use crate::extraction::{
    Claim, ClaimKind, Cue, Distance, Excerpt, Form, Polarity, Source, SourceKind, Status,
};
use crate::text::{Page, TokenRange};

/// Somebody who speaks or is spoken of.
#[derive(Clone, Debug)]
pub(crate) struct SourceDraft<'t> {
    pub tokens: TokenRange,
    pub kind: SourceKind,
    pub name: Option<Cow<'t, str>>,
    pub role: Option<Cow<'t, str>>,
    pub anonymous: bool,
    /// The state or place that it speaks for, by its main name: whose soldiers "its soldiers" are.
    pub side: Option<Cow<'t, str>>,
}

impl<'t> SourceDraft<'t> {
    pub(crate) fn new(tokens: TokenRange, kind: SourceKind) -> Self {
        Self {
            tokens,
            kind,
            name: None,
            role: None,
            anonymous: false,
            side: None,
        }
    }

    pub(crate) fn finish(self, page: &Page<'t, '_>) -> Source<'t> {
        Source {
            span: page.span(&self.tokens),
            text: Cow::Borrowed(page.printed(&self.tokens)),
            kind: self.kind,
            name: self.name,
            role: self.role,
            anonymous: self.anonymous,
        }
    }
}

/// The words that report.
#[derive(Clone, Debug)]
pub(crate) struct CueDraft<'l> {
    /// The whole cue: with a light verb ("issued a statement"), without auxiliaries.
    pub tokens: TokenRange,
    /// The word that decides.
    pub head: usize,
    pub lemma: &'l str,
    /// What the dictionary says of the word.
    pub kind: ClaimKind,
}

impl CueDraft<'_> {
    /// The dictionary's own lemma where it is found again: of the built-in one nothing has to be copied.
    fn lemma(&self, page: &Page<'_, '_>) -> Cow<'static, str> {
        let phrase = page.phrase(self.head).into_iter();
        let phrase = phrase.flat_map(|(_, entries)| entries);
        let mut entries = phrase
            .chain(page.entries(self.head))
            .map(|(entry, _)| entry);
        let own = entries.find(|entry| entry.lemma == self.lemma);
        own.map_or_else(|| self.lemma.to_owned().into(), |own| own.lemma.clone())
    }
}

/// A claim, as the constructions find it and the later stages fill it.
#[derive(Clone, Debug)]
pub(crate) struct ClaimDraft<'t, 'l> {
    pub sentence: usize,
    pub cue: Option<CueDraft<'l>>,
    pub source: Option<SourceDraft<'t>>,
    pub others: Vec<SourceDraft<'t>>,
    pub relays: Vec<SourceDraft<'t>>,
    pub target: Option<SourceDraft<'t>>,
    /// Pieces of content, in the order of the text, without an introducing "that", with their quotation marks.
    pub content: Vec<TokenRange>,
    pub kind: ClaimKind,
    pub form: Form,
    /// Whether it was said at all.
    pub polarity: Polarity,
    /// How far the cue stands behind the content.
    pub distance: Distance,
    pub status: Status,
    pub status_tokens: Vec<TokenRange>,
    pub responds_to: Option<usize>,
    pub nested_in: Option<usize>,
    pub negated: bool,
    /// The construction's name: `attribution.subject_cue_clause`.
    pub rule: &'static str,
    pub confidence: f32,
}

impl<'t, 'l> ClaimDraft<'t, 'l> {
    pub(crate) fn new(sentence: usize, rule: &'static str) -> Self {
        Self {
            sentence,
            cue: None,
            source: None,
            others: Vec::new(),
            relays: Vec::new(),
            target: None,
            content: Vec::new(),
            kind: ClaimKind::Statement,
            form: Form::Indirect,
            polarity: Polarity::default(),
            distance: Distance::default(),
            status: Status::Asserted,
            status_tokens: Vec::new(),
            responds_to: None,
            nested_in: None,
            negated: false,
            rule,
            confidence: 0.0,
        }
    }

    /// Whether it tells what somebody thinks of a thing or wants of it, and takes the thing for known.
    pub(crate) const fn is_stance(&self) -> bool {
        matches!(
            self.kind,
            ClaimKind::Opinion
                | ClaimKind::Attitude
                | ClaimKind::Demand
                | ClaimKind::Promise
                | ClaimKind::Agreement
        )
    }

    /// Whether the token lies in the content.
    pub(crate) fn holds(&self, token: usize) -> bool {
        self.content.iter().any(|piece| piece.contains(&token))
    }

    /// The claim with spans. The draft gives its names and lists away.
    pub(crate) fn finish(&mut self, page: &Page<'t, '_>) -> Claim<'t> {
        // Where marks stand for a name ("The ministry„\" — "), there is nobody to name.
        let named = |source: &SourceDraft<'t>| !source.tokens.is_empty();
        let finish_all = |sources: Vec<SourceDraft<'t>>| {
            let sources = sources.into_iter().filter(named);
            sources.map(|source| source.finish(page)).collect()
        };
        let finish = |source: Option<SourceDraft<'t>>| {
            let source = source.filter(named);
            source.map(|source| source.finish(page))
        };
        let excerpts = |pieces: Vec<TokenRange>| {
            let pieces = pieces.into_iter();
            pieces
                .map(|piece| Excerpt::new(page.text, page.span(&piece)))
                .collect()
        };
        Claim {
            // Named when all claims are known.
            id: Cow::Borrowed(""),
            sentence: self.sentence,
            kind: self.kind,
            form: self.form,
            polarity: self.polarity,
            source: finish(self.source.take()),
            others: finish_all(take(&mut self.others)),
            relays: finish_all(take(&mut self.relays)),
            target: finish(self.target.take()),
            cue: self.cue.as_ref().map(|cue| Cue {
                span: page.span(&cue.tokens),
                text: Cow::Borrowed(page.printed(&cue.tokens)),
                lemma: cue.lemma(page),
                distance: self.distance,
            }),
            content: excerpts(take(&mut self.content)),
            status: self.status,
            status_evidence: excerpts(take(&mut self.status_tokens)),
            responds_to: self.responds_to,
            nested_in: self.nested_in,
            negated: self.negated,
            casualties: Vec::new(),
            dates: Vec::new(),
            said: None,
            rule: Cow::Borrowed(self.rule),
            confidence: self.confidence,
        }
    }
}
