//! What stands behind a name, and what name, title and apposition tell of the person.

use crate::lexicon::entries::people::Gender;
use crate::lexicon::{Classes, Meaning, Slot, Table};
use crate::syntax::words;
use crate::text::{Flags, TokenKind, TokenRange};

use super::{BODY, CALENDAR, Finder, WHERE};

impl Finder<'_, '_, '_> {
    /// ", presidential spokesman for the region," behind a name: the words and the one that says what the person is.
    pub(super) fn apposition(&self, comma: usize) -> (Option<TokenRange>, Option<TokenRange>) {
        let page = self.page;
        if page.word(comma) != "," {
            return (None, None);
        }
        let mut start = comma + 1;
        if page.kind(start) == Some(TokenKind::Number) && page.word(start + 1) == "," {
            start += 2;
        }
        if page.is(start, words::CLAUSE_OPENER) && !page.is(start, Classes::DETERMINER) {
            return (None, None);
        }
        let Some(head) = self.head_of_apposition(start) else {
            return (None, None);
        };
        // "Ruiz, President Soto and others": another person's title.
        if page.has(head.end, Flags::CAPITALISED)
            && page.kind(head.end) == Some(TokenKind::Word)
            && !page.is(head.end, WHERE | BODY | CALENDAR)
        {
            return (None, None);
        }
        let mut end = head.end;
        while end < self.end && end < start + 24 {
            match page.tokens.get(end).map(|token| token.kind) {
                Some(TokenKind::Word | TokenKind::Clitic | TokenKind::Number) => {}
                _ => break,
            }
            if page.is(end, words::RELATIVE_PRONOUN) {
                break;
            }
            end += 1;
        }
        // Without a second comma it must be the end of the sentence, or it is a list or a clause.
        if !matches!(page.word(end), "," | "." | ";" | ")" | "—" | "-" | "–" | "") {
            return (None, None);
        }
        let from = if page.is(start, Classes::DETERMINER) {
            start + 1
        } else {
            start
        };
        if from > head.start {
            return (None, None);
        }
        (Some(from..end), Some(head))
    }

    /// The title or role among the first words of an apposition: of several in a row ("senior adviser", "state senator") the
    /// last.
    fn head_of_apposition(&self, start: usize) -> Option<TokenRange> {
        let page = self.page;
        let mut at = start;
        let mut head = None;
        while at < self.end && at < start + 8 {
            let Some(token) = page.tokens.get(at) else {
                break;
            };
            if !matches!(token.kind, TokenKind::Word | TokenKind::Clitic) {
                break;
            }
            let length = usize::from(token.phrase_length.max(1));
            let classes = if length > 1 {
                page.phrase_classes(at)
            } else {
                token.classes
            };
            if classes.any(Classes::TITLE | Classes::ROLE)
                && !self.crowd(at)
                && !self.plural(at, length)
            {
                head = Some(at..at + length);
                at += length;
                continue;
            }
            let ends = words::is_only_finite(classes) || classes.any(words::PHRASE_END);
            if head.is_some() || ends {
                break;
            }
            at += length;
        }
        head
    }

    pub(super) fn gender(
        &self,
        name: &TokenRange,
        title: Option<&TokenRange>,
        role: Option<&TokenRange>,
    ) -> Gender {
        let of_phrase = |range: &TokenRange| {
            let by = |(entry, _): (&crate::lexicon::Entry, Slot)| match &entry.meaning {
                Meaning::Title(title) if title.gender != Gender::Both => Some(title.gender),
                Meaning::Role(role) if role.gender != Gender::Both => Some(role.gender),
                _ => None,
            };
            if range.len() > 1 {
                self.page
                    .phrase(range.start)
                    .and_then(|(_, mut entries)| entries.find_map(by))
            } else {
                self.page.entries(range.start).find_map(by)
            }
        };
        let by_title = title
            .and_then(of_phrase)
            .or_else(|| role.and_then(of_phrase));
        let by_name = || {
            name.clone()
                .take(2)
                .take(name.len().saturating_sub(1).max(1))
                .find_map(|at| {
                    self.page
                        .entries_in(Table::FirstNames, at)
                        .find_map(|(entry, _)| match entry.meaning {
                            Meaning::FirstName(gender)
                                if gender != Gender::Both && name.len() > 1 =>
                            {
                                Some(gender)
                            }
                            _ => None,
                        })
                })
        };
        by_title.or_else(by_name).unwrap_or(Gender::Both)
    }
}
