//! Persons as they are named: title or role, first name, initials, particles, surname, suffix, apposition.
//!
//! What leads up to a name is read here; `runs` tells how far it goes, `strength` whether it is a person's, and
//! `apposition` what stands behind it.

mod apposition;
mod runs;
mod strength;

use crate::entities::organizations::Bodies;
use crate::entities::titles::charge_end;
use crate::extraction::BlockKind;
use crate::lexicon::entries::people::{Gender, RoleKind};
use crate::lexicon::{Classes, Meaning, Slot, Table};
use crate::syntax::{nickname, words};
use crate::text::{Flags, Page, Token, TokenKind, TokenRange};

/// The names of a page that can be persons', each list in order.
#[derive(Debug)]
pub(crate) struct Names {
    /// What is taken for a person's name by itself.
    pub certain: Vec<NameMention>,
    /// Capitalised words by themselves, no more: each counts when the article names such a person elsewhere.
    pub alone: Vec<usize>,
}

/// A name that can be a person's, as it is printed.
#[derive(Clone, Debug)]
pub(crate) struct NameMention {
    /// The name alone: "Ana Ruiz".
    pub name: TokenRange,
    /// The word that says what the person is, before the name: "minister" in "Chilean Health Minister Ana Ruiz".
    pub title: Option<TokenRange>,
    /// The same of an office that is tied to what it has charge of: "Minister for Energy [Ana Ruiz]".
    pub tied: Option<Tied>,
    /// What stands between commas behind it: "the mayor of Cuenca".
    pub apposition: Option<TokenRange>,
    /// The word in the apposition that says what the person is.
    pub apposition_head: Option<TokenRange>,
    pub gender: Gender,
    pub strength: Strength,
}

/// "Minister for Energy", before a name without a comma.
#[derive(Clone, Debug)]
pub(crate) struct Tied {
    /// "Minister"
    pub head: TokenRange,
    pub end: usize,
}

/// How sure it is that the name is a person's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Strength {
    /// One word behind a title: "President Ruiz".
    Titled,
    /// A first name and more.
    Full,
}

const CALENDAR: Classes = Classes::WEEKDAY.with(Classes::MONTH);

/// Words of bodies and papers: no name of a person ends with them.
const BODY: Classes = Classes::ORGANIZATION
    .with(Classes::MEDIA)
    .with(Classes::DOCUMENT);

const WHERE: Classes = Classes::PLACE.with(Classes::DEMONYM);

/// The most letters of "Dr", "Prof", "Engr": what stands between an office and its holder's name.
const LONGEST_ADDRESS: usize = 5;

/// All names of the page that can be persons'; those in headings come where they stand. Capitalised words that no
/// dictionary knows are a person's name when they speak: `speakers` are phrases that do, in order.
pub(crate) fn find<'l>(page: &Page<'_, 'l>, bodies: &Bodies<'l>, speakers: &[TokenRange]) -> Names {
    let mut finder = Finder {
        page,
        bodies,
        end: 0,
        heading: false,
        speakers,
        found: Names {
            certain: Vec::with_capacity(speakers.len()),
            alone: Vec::with_capacity(page.sentences.len()),
        },
    };
    for block in &page.blocks {
        if matches!(
            block.block.kind,
            BlockKind::Boilerplate | BlockKind::Credit | BlockKind::Dateline | BlockKind::Byline
        ) {
            continue;
        }
        finder.heading = matches!(block.block.kind, BlockKind::Headline | BlockKind::Subhead);
        finder.end = block.tokens.end;
        finder.block(block.tokens.start);
    }
    finder.found
}

struct Finder<'a, 't, 'l> {
    page: &'a Page<'t, 'l>,
    bodies: &'a Bodies<'l>,
    /// Where the block ends.
    end: usize,
    heading: bool,
    /// Those that have not been passed yet, in order.
    speakers: &'a [TokenRange],
    found: Names,
}

/// Whether a token can begin a name or be a word for a person.
#[inline]
fn may_lead(token: &Token) -> bool {
    const PERSON: Classes = Classes::TITLE.with(Classes::ROLE);
    (token.has(Flags::CAPITALISED) || token.can_be().any(PERSON)) && token.kind == TokenKind::Word
}

/// What leads up to a name.
enum Lead {
    /// A word for a person: title or role, and whether it is a plural ("Presidents Ruiz and Soto").
    Title(usize, bool),
    /// The name of a body or a place, a day: no part of a person's name.
    Other(usize),
    /// A name can start here.
    Name,
    None,
}

impl Finder<'_, '_, '_> {
    fn block(&mut self, start: usize) {
        let mut title: Option<(TokenRange, bool)> = None;
        let mut tied: Option<Tied> = None;
        let mut position = start;
        while position < self.end {
            // Most words neither are a name nor lead up to one.
            let ahead = self.page.tokens.get(position..self.end);
            let Some(passed) = ahead.unwrap_or_default().iter().position(may_lead) else {
                return;
            };
            let next = position + passed;
            if next > position {
                title = None;
                position = next;
            }
            match self.lead(position) {
                Lead::Title(length, plural) => {
                    let head = position..position + length;
                    let name = self.tied_name(&head).filter(|_| !plural);
                    if let Some(end) = name {
                        title = None;
                        position = end;
                        tied = Some(Tied { head, end });
                        continue;
                    }
                    // "Minister for Energy Dr Ana Ruiz"
                    if let Some(tied) = tied.as_mut().filter(|tied| tied.end == position) {
                        tied.end = head.end;
                    }
                    position = head.end;
                    title = Some((head, plural));
                }
                Lead::Other(length) => {
                    title = None;
                    position += length;
                }
                Lead::None => {
                    title = None;
                    position += 1;
                }
                Lead::Name => {
                    let end = self.run(position);
                    let before = title.take();
                    let tied = tied.take().filter(|tied| tied.end == position);
                    let accepted = self.name(position..end, before.as_ref(), tied);
                    // "Presidents Ruiz and Soto": the title goes on.
                    if let (true, Some((range, true))) = (accepted, before) {
                        if self.page.reads(end, "and") {
                            title = Some((range, false));
                            position = end + 1;
                            continue;
                        }
                    }
                    position = end;
                }
            }
        }
    }

    /// Where the name begins in "Minister for Energy Ana Ruiz", "Chief Minister of Kerala Ana Ruiz".
    fn tied_name(&self, head: &TokenRange) -> Option<usize> {
        let page = self.page;
        let mut at = charge_end(page, head);
        if at == head.end {
            if !page.reads(at, "of") && !page.reads(at, "for") {
                return None;
            }
            at += 1 + usize::from(page.reads(at + 1, "the"));
            at = self.behind_body(at)?;
        }
        while let Lead::Other(length) = self.plain_lead(at) {
            at += length;
        }
        // "the killer of Peru President Ana Ruiz" is not she; "Dr Ana Ruiz" is.
        let begins = match self.plain_lead(at) {
            Lead::Name => true,
            Lead::Title(1, false) => page.word(at).len() <= LONGEST_ADDRESS,
            Lead::Title(..) => page.has(at, Flags::DOTTED),
            _ => false,
        };
        (begins && at < self.end && page.has(at, Flags::CAPITALISED)).then_some(at)
    }

    /// The end of the name of a place or a body: "University of Lima", "Norvale Fire Service".
    fn behind_body(&self, start: usize) -> Option<usize> {
        /// The most words of its name.
        const LONGEST: usize = 6;
        let page = self.page;
        let mut at = start;
        let mut end = None;
        while at < self.end.min(start + LONGEST) {
            match self.plain_lead(at) {
                Lead::Other(length) => {
                    at += length;
                    end = Some(at);
                }
                // "Norvale" in "Norvale Fire Service"; "of" in "University of Lima"
                Lead::Name if !page.is(at, Classes::FIRST_NAME) => at += 1,
                Lead::None if end == Some(at) && page.reads(at, "of") => at += 1,
                _ => break,
            }
        }
        end
    }

    fn lead(&self, at: usize) -> Lead {
        let page = self.page;
        let lead = self.plain_lead(at);
        // "Minister for Energy Ana Ruiz"
        let ties = page.reads(at + 1, "of") || page.reads(at + 1, "for");
        let alone = ties && page.is(at, Classes::TITLE) && matches!(lead, Lead::Name | Lead::None);
        if alone && !self.plural(at, 1) && self.tied_name(&(at..at + 1)).is_some() {
            return Lead::Title(1, false);
        }
        lead
    }

    /// The same by the word itself and the next one.
    fn plain_lead(&self, at: usize) -> Lead {
        let page = self.page;
        let Some(token) = page.tokens.get(at) else {
            return Lead::None;
        };
        let capital = token.has(Flags::CAPITALISED);
        if token.phrase_length > 1 {
            let length = usize::from(token.phrase_length);
            let classes = page.phrase_classes(at);
            if classes.any(Classes::TITLE | Classes::ROLE) && !self.crowd(at) {
                return Lead::Title(length, self.plural(at, length));
            }
            if capital && classes.any(BODY | WHERE) && !token.is(Classes::FIRST_NAME) {
                return Lead::Other(length);
            }
        }
        let next_capital =
            || page.has(at + 1, Flags::CAPITALISED) || nickname(page, at + 1).is_some();
        if token.is(Classes::TITLE | Classes::ROLE) && next_capital() && !self.crowd(at) {
            // "Dean Smith", "Prince Rogers": a first name that is a title as well.
            let named =
                capital && token.is(Classes::FIRST_NAME) && !page.is(at + 1, Classes::FIRST_NAME);
            // "the National Library": no word for a person; "Neighbour Ana Ruiz" is one's, and "Guy Ruiz" a name.
            let apart = page.is(at + 1, Classes::FIRST_NAME) && !token.is(Classes::FIRST_NAME);
            let thing = capital && self.citizen(at) && !apart;
            if !(named || thing) {
                return Lead::Title(1, self.plural(at, 1));
            }
        }
        if !capital || token.has(Flags::DIGIT) {
            return Lead::None;
        }
        if token.is(Classes::FIRST_NAME) && next_capital() {
            return Lead::Name;
        }
        if token.is(CALENDAR) {
            return Lead::Other(1);
        }
        // "Ohio Gov. Ana Ruiz"; "London said" can still be somebody's surname.
        if token.is(BODY | Classes::DEMONYM) || token.is(Classes::PLACE) && next_capital() {
            return Lead::Other(1);
        }
        if token.is(words::FUNCTION)
            || (token.is(Classes::ADVERB) && !token.is(Classes::FIRST_NAME))
        {
            return Lead::None;
        }
        Lead::Name
    }

    /// "residents", "the group": words for many stand before no name.
    fn crowd(&self, at: usize) -> bool {
        let crowd = |(entry, _): (&crate::lexicon::Entry, Slot)| matches!(&entry.meaning, Meaning::Role(role) if matches!(role.kind, RoleKind::Group));
        match self.page.phrase(at) {
            Some((_, mut entries)) => entries.any(crowd),
            None => self.page.entries_in(Table::Roles, at).any(crowd),
        }
    }

    /// "national", "resident": with a capital it can be part of what a body is called.
    fn citizen(&self, at: usize) -> bool {
        let role = |(entry, _): (&crate::lexicon::Entry, Slot)| match &entry.meaning {
            Meaning::Role(role) => Some(role.kind),
            _ => None,
        };
        self.page.entries_in(Table::Roles, at).find_map(role) == Some(RoleKind::Citizen)
            && !self.page.is(at, Classes::TITLE)
    }

    fn plural(&self, at: usize, length: usize) -> bool {
        self.page.word(at + length - 1).ends_with('s') || self.page.word(at).ends_with('s')
    }
}
