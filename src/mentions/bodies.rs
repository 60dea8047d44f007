//! Bodies as they are named: ministries, armies, companies, newspapers, and the acronyms that stand in brackets.

use crate::extraction::BlockKind;
use crate::lexicon::entries::bodies::BodyKind;
use crate::lexicon::{Classes, Entry, Meaning, Slot};
use crate::mentions::cast::widen;
use crate::text::{Flags, Page, TokenKind, TokenRange};

/// A body that the article names.
#[derive(Clone, Debug)]
pub(crate) struct Body<'l> {
    /// The name, without an article: "Chile's Health Ministry".
    pub tokens: TokenRange,
    /// The word that says what it is, or the name that the dictionary knows.
    pub head: &'l str,
    pub kind: BodyKind,
    /// Known by name from the dictionary.
    pub known: bool,
    /// Another spelling or an abbreviation of the known name.
    pub variant: bool,
}

/// An acronym that the article explains: "the Free Coast Party (FCP)".
#[derive(Clone, Debug)]
pub(crate) struct Acronym {
    pub short: usize,
    pub long: TokenRange,
}

/// Bodies and acronyms, in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bodies<'l> {
    pub named: Vec<Body<'l>>,
    pub acronyms: Vec<Acronym>,
}

const BODY: Classes = Classes::ORGANIZATION.with(Classes::MEDIA);

impl<'l> Bodies<'l> {
    pub(crate) fn find(page: &Page<'_, 'l>) -> Self {
        let mut bodies = Self::default();
        for block in &page.blocks {
            if matches!(block.block.kind, BlockKind::Boilerplate | BlockKind::Credit) {
                continue;
            }
            let mut at = block.tokens.start;
            while at < block.tokens.end {
                let Some(token) = page.tokens.get(at) else {
                    break;
                };
                if token.phrase_length <= 1 && !token.is(BODY) && !token.has(Flags::ALL_CAPS) {
                    at += 1;
                    continue;
                }
                if token.kind == TokenKind::Word
                    && token.has(Flags::ALL_CAPS)
                    && page.word(at + 1) == ")"
                    && at > block.tokens.start + 2
                    && page.word(at - 1) == "("
                {
                    bodies
                        .acronyms
                        .extend(acronym(page, at, block.tokens.start));
                }
                at += bodies.at(page, at, block.tokens.start).max(1);
            }
        }
        bodies
    }

    /// Reads a body whose head stands at a token; how many tokens its head takes.
    fn at(&mut self, page: &Page<'_, 'l>, at: usize, floor: usize) -> usize {
        let Some((head, kind, length, slot)) = body_at(page, at) else {
            return 0;
        };
        if kind == BodyKind::Document || slot == Slot::Plural {
            return length;
        }
        let known = is_known(head);
        // "The Guardian" without its article.
        let article = usize::from(length > 1 && page.is(at, Classes::DETERMINER));
        let tokens = if known {
            at + article..at + length
        } else {
            widen(page, at).max(floor)..behind(page, at + length)
        };
        // "Citizens United" is not the airline.
        let part = known
            && length == 1
            && !page.has(at, Flags::ALL_CAPS)
            && at > floor
            && page.has(at - 1, Flags::CAPITALISED)
            && page.has(at, Flags::SPACED)
            && !page.is(
                at - 1,
                Classes::PLACE
                    .with(Classes::DEMONYM)
                    .with(Classes::DETERMINER)
                    .with(Classes::PREPOSITION)
                    .with(Classes::TITLE)
                    .with(Classes::CONJUNCTION),
            );
        let named = !part && (known || proper(page, &tokens));
        if named {
            self.named.push(Body {
                tokens,
                head,
                kind,
                known,
                variant: slot == Slot::Variant,
            });
        }
        length
    }

    /// The bodies whose last token lies before `at`, nearest first.
    pub(crate) fn before(&self, at: usize) -> impl Iterator<Item = &Body<'l>> {
        let end = self.named.partition_point(|body| body.tokens.start < at);
        self.named[..end]
            .iter()
            .rev()
            .filter(move |body| body.tokens.end <= at)
    }
}

/// Whether a headword is a name: it begins with a capital.
fn is_known(head: &str) -> bool {
    head.starts_with(|first: char| !first.is_lowercase())
}

/// Whether a phrase holds a proper name: a capital that is not only the sentence's.
pub(crate) fn proper(page: &Page<'_, '_>, tokens: &TokenRange) -> bool {
    let first_in_sentence = |at: usize| {
        page.sentence_of(at)
            .and_then(|number| page.sentences.get(number))
            .is_some_and(|sentence| sentence.tokens.start == at)
    };
    tokens.clone().any(|at| {
        page.has(at, Flags::CAPITALISED)
            && (!first_in_sentence(at)
                || page.is(at, Classes::PLACE.with(Classes::DEMONYM))
                || page.has(at, Flags::ALL_CAPS))
    })
}

/// The body that a word or phrase names: headword, kind, tokens, form.
pub(crate) fn body_at<'l>(
    page: &Page<'_, 'l>,
    at: usize,
) -> Option<(&'l str, BodyKind, usize, Slot)> {
    let body = |(entry, slot): (&'l Entry, Slot)| match entry.meaning {
        Meaning::Organization(word) => Some((entry.lemma.as_str(), word.kind, slot)),
        _ => None,
    };
    if page.phrase_classes(at).any(BODY | Classes::DOCUMENT) {
        if let Some((range, mut entries)) = page.phrase(at) {
            if let Some((head, kind, slot)) = entries.find_map(body) {
                return Some((head, kind, range.len(), slot));
            }
        }
    }
    if !page.is(at, BODY | Classes::DOCUMENT) {
        return None;
    }
    page.entries(at)
        .find_map(body)
        .map(|(head, kind, slot)| (head, kind, 1, slot))
}

/// The end of "of Health and Safety" behind a head: "Ministry of Health".
fn behind(page: &Page<'_, '_>, end: usize) -> usize {
    let capital =
        |at: usize| page.has(at, Flags::CAPITALISED) && page.kind(at) == Some(TokenKind::Word);
    let mut at = end;
    if !page.reads(at, "of") && !page.reads(at, "for") {
        return end;
    }
    at += 1;
    if page.reads(at, "the") {
        at += 1;
    }
    if !capital(at) || !capital(end - 1) {
        return end;
    }
    while capital(at)
        || page.reads(at, "and") && capital(at + 1) && !page.is(at + 1, Classes::PLACE)
    {
        at += 1;
    }
    at
}

/// The long form in front of an acronym in brackets: its capitals are the acronym's letters.
fn acronym(page: &Page<'_, '_>, short: usize, floor: usize) -> Option<Acronym> {
    let letters = page
        .word(short)
        .chars()
        .filter(|letter| letter.is_uppercase());
    let mut start = short - 1;
    let end = short - 1;
    for letter in letters.rev() {
        loop {
            start = start.checked_sub(1).filter(|&at| at >= floor)?;
            let word = page.word(start);
            let first = word.chars().next()?;
            if first.is_uppercase() {
                if first == letter {
                    break;
                }
                return None;
            }
            // "of", "for", "and" are skipped in acronyms; nothing else.
            if !page.is(
                start,
                Classes::PREPOSITION
                    .with(Classes::CONJUNCTION)
                    .with(Classes::DETERMINER),
            ) {
                return None;
            }
        }
    }
    (end - start > 1 || page.word(start).contains('-')).then_some(Acronym {
        short,
        long: start..end,
    })
}
