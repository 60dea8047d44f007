//! Companies as the article names them: what ends with "Corp." or "AB", and what it says of a name that no dictionary knows:
//! "the drinks firm Norvale", "Norvale, the bakery chain".

use std::collections::HashMap;

use crate::entities::spelling::{self, Keys};
use crate::extraction::BlockKind;
use crate::lexicon::entries::bodies::{BodyKind, BodyMark};
use crate::lexicon::entries::grammar::AbbreviationKind;
use crate::lexicon::{Classes, Entry, Meaning, Slot, Table};
use crate::syntax::words;
use crate::text::{Flags, Page, PageBlock, TokenKind, TokenRange};

/// The longest name of a company, in words.
const LONGEST: usize = 6;
/// The most words of an apposition up to its noun: ", the country's largest maker of".
const APPOSED: usize = 7;

/// Who leads a company, and as a rule nothing else.
const HEADS: [&str; 4] = [
    "CEO",
    "chief executive",
    "chief executive officer",
    "managing director",
];

/// What "Corp." and "AB" are among others.
const ENDING: Classes = Classes::ABBREVIATION.with(Classes::ORGANIZATION);

/// A name that is a body's by what the article says of it.
#[derive(Clone, Debug)]
struct Named {
    tokens: TokenRange,
    /// A company's, and not a union's or a club's.
    company: bool,
}

/// The companies of an article, and other bodies that no dictionary knows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Companies {
    /// The fullest names, by the spelling of their first word.
    names: HashMap<u64, Named, Keys>,
    /// Where each company is named first.
    first: Vec<TokenRange>,
    /// Where each of the other bodies is.
    others: Vec<TokenRange>,
}

impl Companies {
    pub(crate) fn find(page: &Page<'_, '_>, things: &[TokenRange]) -> Self {
        let mut found = Self::default();
        found.by_ending(page);
        for block in page.blocks.iter().filter(|block| !silent(block.block.kind)) {
            found.by_noun(page, &block.tokens);
            found.by_which(page, &block.tokens);
            found.by_head(page, &block.tokens);
        }
        for name in things {
            found.add(page, name.clone(), true);
        }
        let mut all: Vec<&Named> = found.names.values().collect();
        all.sort_by_key(|name| name.tokens.start);
        let of = |company| {
            let names = all.iter().filter(move |name| name.company == company);
            names.map(|name| name.tokens.clone()).collect()
        };
        (found.first, found.others) = (of(true), of(false));
        found
    }

    /// The full name that a phrase is, or the beginning of: "Norvale Corp." for "Norvale".
    pub(crate) fn full(&self, page: &Page<'_, '_>, short: &TokenRange) -> Option<TokenRange> {
        if self.names.is_empty() {
            return None;
        }
        let full = &self
            .names
            .get(&spelling::key(page.word(short.start)))?
            .tokens;
        let same = |(one, other)| spelling::key(page.word(one)) == spelling::key(page.word(other));
        (short.len() <= full.len() && short.clone().zip(full.clone()).all(same))
            .then(|| full.clone())
    }

    /// The only company that is named before a token; none where there are two.
    pub(crate) fn only_before(&self, at: usize) -> Option<&TokenRange> {
        only(&self.first, at)
    }

    /// The same of the bodies that are none: "rights group Norvale".
    pub(crate) fn only_other_before(&self, at: usize) -> Option<&TokenRange> {
        only(&self.others, at)
    }

    pub(crate) fn any_before(&self, at: usize) -> bool {
        self.first.first().is_some_and(|name| name.end <= at)
    }

    fn add(&mut self, page: &Page<'_, '_>, tokens: TokenRange, company: bool) {
        let first = spelling::key(page.word(tokens.start));
        self.names.entry(first).or_insert(Named { tokens, company });
    }

    /// The capitalised words before "Corp." or "AB", the first time that they stand in the article. A headline capitalises what
    /// stands before the name as well: what the text has goes before it.
    fn by_ending(&mut self, page: &Page<'_, '_>) {
        let mut in_headings = Vec::new();
        for at in page.all(0..page.tokens.len(), ENDING) {
            let Some(mut end) = company_ending(page, at) else {
                continue;
            };
            let Some(block) = told_block(page, at) else {
                continue;
            };
            let start = name_before(page, at, block.tokens.start);
            // "Norvale Pty. Ltd."
            while let Some(next) = company_ending(page, end) {
                end = next;
            }
            if start == at {
                continue;
            }
            if matches!(block.block.kind, BlockKind::Headline | BlockKind::Subhead) {
                in_headings.push(start..end);
            } else {
                self.add(page, start..end, true);
            }
        }
        for name in in_headings {
            self.add(page, name, true);
        }
    }

    /// The names behind what they are and before it: "drug maker Norvale", "Norvale, the bakery chain". A headline
    /// capitalises both.
    fn by_noun(&mut self, page: &Page<'_, '_>, block: &TokenRange) {
        for at in page.all(block.clone(), Classes::ORGANIZATION) {
            if page.has(at, Flags::CAPITALISED) {
                continue;
            }
            let noun = noun_at(page, at);
            if unknown_name(page, at + 1) {
                self.add(page, at + 1..at + 2, is_company(page, at));
            }
            if let Some(name) = noun.and_then(|end| apposed_to(page, at..end, block.start)) {
                self.add(page, name, is_company(page, at));
            }
        }
    }

    /// "Ana Ruiz, chief executive of Norvale Mineral, was jailed": none but a company has one.
    fn by_head(&mut self, page: &Page<'_, '_>, block: &TokenRange) {
        const NAME: Classes = Classes::FIRST_NAME
            .with(Classes::PLACE)
            .with(Classes::ORGANIZATION)
            .with(Classes::MEDIA);
        const LEADER: Classes = Classes::ROLE.with(Classes::TITLE);
        for last in page.all(block.clone(), LEADER) {
            let of = last + 1;
            let ties = of < block.end && (page.reads(of, "of") || page.reads(of, "at"));
            let head = |head: &&str| {
                let mut before = (block.start..of).rev();
                let mut words = head.split(' ').rev();
                words.all(|word| before.next().is_some_and(|at| page.reads(at, word)))
            };
            if !ties || !HEADS.iter().any(head) {
                continue;
            }
            let named = |at: &usize| {
                page.kind(*at) == Some(TokenKind::Word) && page.has(*at, Flags::CAPITALISED)
            };
            let words = (of + 1..block.end.min(of + 1 + LONGEST)).take_while(named);
            let name = of + 1..of + 1 + words.count();
            if !name.is_empty() && !name.clone().any(|at| page.is(at, NAME)) {
                self.add(page, name, true);
            }
        }
    }

    /// "Norvale, which employs 300 people, said": no person; "in Norvale, which lies on a hill" is a place.
    fn by_which(&mut self, page: &Page<'_, '_>, block: &TokenRange) {
        for which in page.all(block.clone(), words::RELATIVE_PRONOUN) {
            let Some(at) = which.checked_sub(2).filter(|&at| at >= block.start) else {
                continue;
            };
            let before = at.wrapping_sub(1);
            let thing = page.word(at + 1) == ","
                && page.reads(which, "which")
                && unknown_name(page, at)
                && !page.has(before, Flags::CAPITALISED)
                && !page.is(before, Classes::PREPOSITION);
            if thing {
                self.add(page, at..at + 1, false);
            }
        }
    }
}

fn only(names: &[TokenRange], at: usize) -> Option<&TokenRange> {
    match &names[..names.partition_point(|name| name.end <= at)] {
        [only] => Some(only),
        _ => None,
    }
}

/// Blocks whose names are not the article's.
pub(crate) fn silent(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Boilerplate | BlockKind::Credit)
}

/// The block in which a token stands, where its names are the article's.
pub(crate) fn told_block<'p>(page: &'p Page<'_, '_>, at: usize) -> Option<&'p PageBlock> {
    let number = page.blocks.partition_point(|block| block.tokens.end <= at);
    let block = page.blocks.get(number)?;
    (block.tokens.contains(&at) && !silent(block.block.kind)).then_some(block)
}

/// The end of "Corp.", "AB" or "A/S", with which the name of a company ends.
pub(crate) fn company_ending(page: &Page<'_, '_>, at: usize) -> Option<usize> {
    if !page.can_be(at, ENDING) || !page.has(at, Flags::CAPITALISED) && !page.reads(at, "plc") {
        return None;
    }
    let ends = |(entry, _): (&Entry, Slot)| match entry.meaning {
        Meaning::Abbreviation(AbbreviationKind::Company) => true,
        Meaning::Organization(word) => word.mark == BodyMark::Company,
        _ => false,
    };
    // "United" in "United Nations" is part of another name.
    if let Some((range, mut entries)) = page.phrase(at) {
        return entries.any(ends).then_some(range.end);
    }
    page.entries(at).any(ends).then_some(at + 1)
}

/// Whether a known name is only the end of one: "AB" in "Norvale AB".
pub(crate) fn ends_name(page: &Page<'_, '_>, at: usize, name: &str) -> bool {
    let ends = |(entry, _): (&Entry, Slot)| {
        let company =
            matches!(entry.meaning, Meaning::Organization(word) if word.mark == BodyMark::Company);
        company && &*entry.lemma == name
    };
    page.phrase(at)
        .is_some_and(|(_, mut entries)| entries.any(ends))
        || page.entries_in(Table::Organizations, at).any(ends)
}

/// Whether a name ends here as companies' do: "Corp.", "Ltd."
pub(crate) fn ends_company(page: &Page<'_, '_>, at: usize) -> bool {
    company_ending(page, at) == Some(at + 1)
}

/// Where the capitalised words in front of a token begin.
fn name_before(page: &Page<'_, '_>, end: usize, floor: usize) -> usize {
    let mut start = end;
    while start > floor
        && end - start < LONGEST
        && page.kind(start - 1) == Some(TokenKind::Word)
        && page.has(start - 1, Flags::CAPITALISED)
        && !page.is(start - 1, Classes::DETERMINER.with(Classes::PREPOSITION))
    {
        start -= 1;
    }
    start
}

/// A word with a capital that no dictionary knows, by itself.
fn unknown_name(page: &Page<'_, '_>, at: usize) -> bool {
    const KNOWN: Classes = Classes::FIRST_NAME
        .with(Classes::PLACE)
        .with(Classes::DEMONYM)
        .with(Classes::TITLE)
        .with(Classes::ROLE)
        .with(Classes::ORGANIZATION)
        .with(Classes::MEDIA);
    page.kind(at) == Some(TokenKind::Word)
        && page.has(at, Flags::CAPITALISED)
        && !page.is(at, KNOWN)
        && !(page.has(at + 1, Flags::CAPITALISED) && page.kind(at + 1) == Some(TokenKind::Word))
}

/// The end of a noun for a body that is the head of its phrase: not in "the bank manager", "the chain's founder".
fn noun_at(page: &Page<'_, '_>, at: usize) -> Option<usize> {
    let body = |(entry, slot): (&Entry, Slot)| {
        slot != Slot::Plural
            && matches!(entry.meaning, Meaning::Organization(word)
                if matches!(word.kind, BodyKind::Organization | BodyKind::Group))
    };
    let closes = |end: &usize| {
        matches!(page.word(*end), "," | "." | ";" | ")") || page.is(*end, Classes::PREPOSITION)
    };
    let phrase = page
        .phrase(at)
        .and_then(|(range, mut entries)| entries.any(body).then_some(range.end));
    match phrase {
        Some(end) => Some(end).filter(closes),
        None => Some(at + 1)
            .filter(closes)
            .filter(|_| page.entries_in(Table::Organizations, at).any(body)),
    }
}

/// The name in front of an apposition: "[Norvale], the bakery chain". Who is called "the largest operator of ferries" is no
/// person, while "a trader" can be one.
fn apposed_to(page: &Page<'_, '_>, noun: TokenRange, floor: usize) -> Option<TokenRange> {
    let from = noun.start.saturating_sub(APPOSED).max(floor);
    let comma = (from..noun.start).rev().find(|&at| {
        !matches!(page.kind(at), Some(TokenKind::Word | TokenKind::Clitic))
            || page.is(at, words::PHRASE_END)
    })?;
    let before = comma + 1..noun.start;
    let superlative = before
        .clone()
        .any(|at| page.reads(at, "largest") || page.reads(at, "biggest"));
    let told = page.is_indefinite_article(before.start)
        || before.len() > 1
            && (page.is(before.start, Classes::DETERMINER)
                || before
                    .clone()
                    .any(|at| page.kind(at) == Some(TokenKind::Clitic)));
    let person = noun.clone().any(|at| page.is(at, Classes::ROLE));
    if page.word(comma) != "," || !told || person && !superlative {
        return None;
    }
    let start = name_before(page, comma, floor);
    let known = Classes::TITLE
        .with(Classes::ROLE)
        .with(Classes::PLACE)
        .with(Classes::DEMONYM)
        .with(words::FUNCTION)
        .with(Classes::FIRST_NAME);
    (start < comma && !page.is(start, known)).then_some(start..comma)
}

/// Whether a noun is a company's: "firm", "airline"; not "union".
fn is_company(page: &Page<'_, '_>, at: usize) -> bool {
    let company = |(entry, _): (&Entry, Slot)| matches!(entry.meaning, Meaning::Organization(word) if word.mark == BodyMark::Company);
    page.phrase(at)
        .is_some_and(|(_, mut entries)| entries.any(company))
        || page.entries_in(Table::Organizations, at).any(company)
}
