//! What a person is, told by the words before a name and behind it.

use crate::entities::persons::{NameMention, Strength};
use crate::entities::places::place_in;
use crate::entities::titles::{office_head, widen};
use crate::lexicon::{Classes, Slot};
use crate::syntax::words;
use crate::text::{Flags, TokenKind, TokenRange};

use super::{Casting, Office};

impl<'l> Casting<'_, '_, 'l> {
    /// "[The police chief], Pablo Ruiz, opened the road", "[the chief executive of Norvale], Ana Ruiz,"
    fn office_before(&self, mention: &NameMention) -> Option<Office<'l>> {
        let page = self.page;
        let mut at = mention.name.start;
        // "The mayor, Dr Ana Ruiz,"
        let title = mention.title.as_ref().filter(|title| title.end == at);
        // "the governor, Senator Ana Ruiz, and the mayor" are three.
        let address = |title: &&TokenRange| {
            office_head(page, title).is_none()
                || page.has(title.start, Flags::DOTTED)
                || page.word(title.start).len() <= "Prof".len()
        };
        if title.is_some_and(|title| !address(&title)) {
            return None;
        }
        if let Some(title) = title {
            at = title.start;
            while at > 0 && page.is(at - 1, Classes::TITLE) {
                at -= 1;
            }
        }
        // "The chair, Labour's Pablo Ruiz,"
        if at > 1
            && page.kind(at - 1) == Some(TokenKind::Clitic)
            && page.has(at - 2, Flags::CAPITALISED)
        {
            at -= 2;
        }
        let comma = at.checked_sub(1).filter(|&comma| page.word(comma) == ",")?;
        let closes = matches!(page.word(mention.name.end), "," | "." | ")" | ";");
        if mention.tied.is_some() || mention.strength != Strength::Full || !closes {
            return None;
        }
        let end = self.without_acronym(comma);
        let (head, lemma) = self.title_ending(end).or_else(|| self.title_tied(end))?;
        let tokens = widen(page, head.start)..comma;
        Some(Office {
            place: place_in(page, &tokens),
            tokens,
            head: lemma,
        })
    }

    /// "the director of the Norvale Food Agency (NFA)": the end of what stands before the bracket.
    fn without_acronym(&self, end: usize) -> usize {
        let page = self.page;
        let bracket = end.saturating_sub(3);
        let acronym = page.word(bracket) == "("
            && page.has(bracket + 1, Flags::ALL_CAPS)
            && page.word(bracket + 2) == ")";
        if acronym { bracket } else { end }
    }

    /// The title or role, of one word or several, that ends before a token: "chief executive", "secretary of state". Of
    /// several holders ("ministers") nobody is one by himself.
    fn title_ending(&self, end: usize) -> Option<(TokenRange, &'l str)> {
        const LONGEST: usize = 5;
        let page = self.page;
        (1..=LONGEST.min(end)).rev().find_map(|length| {
            let head = end - length..end;
            let plural = length == 1 && page.word(head.start).ends_with('s') || self.is_many(&head);
            let lemma = office_head(page, &head).filter(|_| !plural)?;
            Some((head, lemma))
        })
    }

    /// The same in front of what a preposition ties to it: "[mayor] of Cuenca". In "the son of the mayor" nothing tells
    /// whose name follows.
    fn title_tied(&self, end: usize) -> Option<(TokenRange, &'l str)> {
        const LONGEST: usize = 9;
        const SOMEBODY: Classes = Classes::ROLE.with(Classes::TITLE).with(Classes::FIRST_NAME);
        let page = self.page;
        let tied = (end.saturating_sub(LONGEST)..end)
            .rev()
            .take_while(|&at| matches!(page.kind(at), Some(TokenKind::Word | TokenKind::Clitic)))
            .take_while(|&at| {
                !page.is(at, SOMEBODY)
                    || page.is(at, Classes::ORGANIZATION)
                    || self.bodies.covers(at)
            })
            .take_while(|&at| !page.is(at, words::RELATIVE_PRONOUN))
            .find(|&at| page.is(at, Classes::PREPOSITION) && !page.is(at, Classes::NAME_PART))?;
        // "women like Ana Ruiz, …": nobody's office.
        let ties = ["of", "for", "at", "in"];
        ties.iter()
            .any(|tie| page.reads(tied, tie))
            .then(|| self.title_ending(tied))
            .flatten()
    }

    /// "men", "women": a plural, and no singular of the same spelling ("police chief").
    fn is_many(&self, noun: &TokenRange) -> bool {
        let slots = |slot: Slot| match self.page.phrase(noun.start) {
            Some((range, mut entries)) if noun.len() > 1 && range == *noun => {
                entries.any(|(_, other)| other == slot)
            }
            _ => {
                noun.len() == 1
                    && self
                        .page
                        .entries(noun.start)
                        .any(|(_, other)| other == slot)
            }
        };
        slots(Slot::Plural) && !slots(Slot::Headword)
    }

    /// "[Minister for Energy] Ana Ruiz"
    fn office_tied(&self, mention: &NameMention) -> Option<Office<'l>> {
        let tied = mention.tied.as_ref()?;
        let head = office_head(self.page, &tied.head)?;
        let tokens = widen(self.page, tied.head.start)..tied.end;
        Some(Office {
            place: place_in(self.page, &tokens),
            tokens,
            head,
        })
    }

    /// "[Chilean President] Ana Ruiz", "[President] Ana Ruiz of Chile"
    fn office_of_title(&self, mention: &NameMention) -> Option<Office<'l>> {
        let page = self.page;
        let title = mention.title.as_ref()?;
        let head = office_head(page, title)?;
        let tokens = widen(page, title.start)..title.end;
        let behind = mention.name.end;
        let of = || page.reads(behind, "of") && page.is(behind + 1, Classes::PLACE);
        let place = place_in(page, &tokens)
            .or_else(|| of().then(|| place_in(page, &(behind + 1..behind + 2)))?);
        Some(Office {
            tokens,
            head,
            place,
        })
    }

    /// "Ana Ruiz, [mayor of Cuenca],"
    fn office_apposed(&self, mention: &NameMention) -> Option<Office<'l>> {
        let tokens = mention.apposition.as_ref()?;
        Some(Office {
            tokens: tokens.clone(),
            head: office_head(self.page, mention.apposition_head.as_ref()?)?,
            place: place_in(self.page, tokens),
        })
    }

    /// What the words around a name say that its bearer is.
    pub(super) fn offices(&self, mention: &NameMention) -> [Option<Office<'l>>; 4] {
        [
            self.office_tied(mention),
            self.office_of_title(mention),
            self.office_before(mention),
            self.office_apposed(mention),
        ]
    }
}
