//! Bodies as they are named: ministries, armies, newspapers, and the acronyms that stand in brackets.

use std::cell::OnceCell;

use crate::entities::companies::{Companies, ends_name, silent, told_block};
use crate::entities::titles::{charge_end, widen};
use crate::lexicon::entries::bodies::BodyKind;
use crate::lexicon::{Classes, Entry, Meaning, Slot, Table};
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
struct Acronym {
    short: usize,
    long: TokenRange,
}

/// Bodies and acronyms, in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bodies<'l> {
    pub named: Vec<Body<'l>>,
    /// Read when somebody speaks whose name looks like one.
    acronyms: OnceCell<Vec<Acronym>>,
    /// By name. Read when a known body speaks.
    full_names: OnceCell<Vec<(&'l str, TokenRange)>>,
    /// Names that speak of themselves as a thing: "Norvale said it would close".
    things: Vec<TokenRange>,
    /// Read when an unknown name speaks.
    companies: OnceCell<Companies>,
}

const BODY: Classes = Classes::ORGANIZATION.with(Classes::MEDIA);

/// What stands behind a word for a body and is not the body's name.
const INTRODUCED_NOT: Classes = Classes::WEEKDAY
    .with(Classes::MONTH)
    .with(Classes::TITLE)
    .with(Classes::ROLE)
    .with(Classes::FIRST_NAME);

impl<'l> Bodies<'l> {
    /// Finds the bodies of a page; `things` are names that speak of themselves as one.
    pub(crate) fn find(page: &Page<'_, 'l>, things: Vec<TokenRange>) -> Self {
        let mut bodies = Self {
            named: Vec::with_capacity(page.sentences.len()),
            things,
            ..Self::default()
        };
        for block in &page.blocks {
            if silent(block.block.kind) {
                continue;
            }
            let (floor, end) = (block.tokens.start, block.tokens.end);
            let mut from = floor;
            while let Some(at) = page.first(from..end, BODY.with(Classes::DOCUMENT)) {
                from = at + bodies.at(page, at, floor).max(1);
            }
        }
        bodies
    }

    /// Where the article prints a known body's full name: "European Union" for "EU".
    pub(crate) fn full_name(&self, head: &str) -> Option<TokenRange> {
        let full_names = self.full_names.get_or_init(|| {
            let full = |body: &&Body<'l>| body.known && !body.variant;
            let names = self.named.iter().filter(full);
            let mut names: Vec<_> = names.map(|body| (body.head, body.tokens.clone())).collect();
            names.sort_by_key(|&(name, _)| name);
            names
        });
        // Where it stands last.
        let behind = full_names.partition_point(|&(name, _)| name <= head);
        let (name, tokens) = full_names.get(behind.checked_sub(1)?)?;
        (*name == head).then(|| tokens.clone())
    }

    /// The names that the article tells to be companies' or other bodies'.
    pub(crate) fn companies(&self, page: &Page<'_, '_>) -> &Companies {
        self.companies
            .get_or_init(|| Companies::find(page, &self.things))
    }

    /// The long form of an acronym that the article explains.
    pub(crate) fn long_form(&self, page: &Page<'_, '_>, short: usize) -> Option<&TokenRange> {
        self.acronyms
            .get_or_init(|| acronyms(page))
            .iter()
            .find(|acronym| page.word(acronym.short) == page.word(short))
            .map(|acronym| &acronym.long)
    }

    /// Reads a body whose head stands at a token; how many tokens its head takes.
    fn at(&mut self, page: &Page<'_, 'l>, at: usize, floor: usize) -> usize {
        let Some((head, kind, length, slot)) = body_at(page, at) else {
            return 0;
        };
        let known = is_known(head);
        // "AB" in "Norvale AB" is no body.
        let ending = known && ends_name(page, at, head);
        if kind == BodyKind::Document || slot == Slot::Plural || ending {
            return length;
        }
        // "The Guardian" without its article.
        let article = usize::from(length > 1 && page.is(at, Classes::DETERMINER));
        let tokens = if known {
            at + article..at + length
        } else {
            widen(page, at).max(floor)..behind(page, &(at..at + length))
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
        // "a bid by a Peruvian company": somebody new, whom "the company" does not name later.
        let some = kind != BodyKind::Government
            && tokens.start > floor
            && page.is_indefinite_article(tokens.start - 1)
            && !tokens.clone().any(|at| {
                page.has(at, Flags::CAPITALISED)
                    && !page.is(at, Classes::PLACE.with(Classes::DEMONYM))
            });
        // "the Peruvian rights group Norvale": called so, and not "the Peruvian rights group".
        let next = at + length;
        let introduces = !known
            && kind != BodyKind::Government
            && !page.has(at, Flags::CAPITALISED)
            && page.has(next, Flags::CAPITALISED)
            && page.kind(next) == Some(TokenKind::Word)
            && !page.is(next, INTRODUCED_NOT);
        let named = !part && !introduces && (known || !some && proper(page, &tokens));
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

    /// Whether a word is part of what a body is called: "National" in "the National Food Agency".
    pub(crate) fn covers(&self, at: usize) -> bool {
        self.holding(at).is_some()
    }

    /// The body in whose name a word stands.
    pub(crate) fn holding(&self, at: usize) -> Option<&Body<'l>> {
        let passed = self.named.partition_point(|body| body.tokens.start <= at);
        let last = self.named.get(passed.checked_sub(1)?)?;
        (at < last.tokens.end).then_some(last)
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
            && !is_derived(page, at)
            && (!first_in_sentence(at)
                || page.is(at, Classes::PLACE.with(Classes::DEMONYM))
                || page.has(at, Flags::ALL_CAPS))
    })
}

/// "Lima-based", "Oslo-backed": tells of a body, and is no part of its name.
pub(crate) fn is_derived(page: &Page<'_, '_>, at: usize) -> bool {
    const ENDINGS: [&str; 3] = ["ed", "led", "run"];
    let derived = |(_, verb): (&str, &str)| {
        verb.starts_with(char::is_lowercase) && ENDINGS.iter().any(|ending| verb.ends_with(ending))
    };
    page.has(at, Flags::HYPHENATED) && page.word(at).rsplit_once('-').is_some_and(derived)
}

/// The body that a word or phrase names: headword, kind, tokens, form.
pub(crate) fn body_at<'l>(
    page: &Page<'_, 'l>,
    at: usize,
) -> Option<(&'l str, BodyKind, usize, Slot)> {
    let body = |(entry, slot): (&'l Entry, Slot)| match entry.meaning {
        Meaning::Organization(word) => Some((&*entry.lemma, word.kind, slot)),
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
    page.entries_in(Table::Organizations, at)
        .find_map(body)
        .map(|(head, kind, slot)| (head, kind, 1, slot))
}

/// The end of "of Health and Safety" behind a head: "Ministry of Health".
fn behind(page: &Page<'_, '_>, head: &TokenRange) -> usize {
    let end = head.end;
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
    if !capital(at) || !capital(end.wrapping_sub(1)) {
        return end;
    }
    // "the Ministry of Health and Ministry of Education" are two.
    let other = |at: usize| page.is(at, Classes::PLACE) || page.reads(at + 1, "of");
    while capital(at)
        || page.reads(at, "and") && capital(at + 1) && !other(at + 1)
        // "the Bank of the Republic of Norvale"
        || page.reads(at, "of") && capital(at + 1) && capital(at - 1)
    {
        at += 1;
    }
    // "the Ministry of Health, Labour and Welfare"
    at.max(charge_end(page, head))
}

/// All acronyms in brackets behind their long forms, in order.
fn acronyms(page: &Page<'_, '_>) -> Vec<Acronym> {
    let brackets = page.text.match_indices('(');
    let in_brackets = brackets.filter_map(|(start, _)| {
        let bracket = page
            .tokens
            .partition_point(|token| (token.start as usize) < start);
        let at = bracket + 1;
        let floor = told_block(page, at)?.tokens.start;
        let bracketed = page.has(at, Flags::ALL_CAPS)
            && page.kind(at) == Some(TokenKind::Word)
            && page.word(bracket) == "("
            && page.word(at + 1) == ")";
        (bracketed && at > floor + 2).then(|| acronym(page, at, floor))?
    });
    in_brackets.collect()
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
