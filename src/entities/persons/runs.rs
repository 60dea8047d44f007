//! How far a name goes: capitalised words, initials, particles, suffixes.

use crate::lexicon::entries::people::NamePart;
use crate::lexicon::{Classes, Meaning};
use crate::syntax::{nickname, words};
use crate::text::{Flags, TokenKind};

use super::{BODY, CALENDAR, Finder};

/// The Arabic article as it sounds before some letters, and what French and Italian leave of theirs: words of their own
/// elsewhere, and particles only with a mark behind them.
const ASSIMILATED: [&str; 12] = [
    "ad", "an", "ar", "as", "ash", "at", "az", "ul", "d", "l", "dell", "dall",
];

impl Finder<'_, '_, '_> {
    /// The end of the run of capitalised words, initials and particles that starts here.
    pub(super) fn run(&self, start: usize) -> usize {
        let page = self.page;
        let mut end = start + 1;
        while end < self.end && end - start < 7 {
            let Some(token) = page.tokens.get(end) else {
                break;
            };
            // `Ana "Nan" Ruiz`
            if token.kind == TokenKind::Mark {
                let nickname = nickname(page, end).filter(|nickname| nickname.end < self.end);
                if let Some(nickname) = nickname {
                    end = nickname.end + 1;
                    continue;
                }
            }
            // Nothing but a blank between the words.
            if token.kind != TokenKind::Word || !token.has(Flags::SPACED) {
                break;
            }
            if token.has(Flags::CAPITALISED) {
                if token.is(words::FUNCTION | CALENDAR)
                    && !token.is(Classes::FIRST_NAME | Classes::NAME_PART)
                {
                    break;
                }
                if self.heading && token.is(words::VERB_FORM | Classes::ADVERB) {
                    break;
                }
                // "Utah Senator Ana Ruiz"
                if token.is(Classes::TITLE | Classes::ROLE)
                    && !token.is(Classes::FIRST_NAME)
                    && page.has(end + 1, Flags::CAPITALISED)
                    && page.is(end + 1, Classes::FIRST_NAME)
                {
                    break;
                }
                if token.phrase_length > 1 && page.phrase_classes(end).any(BODY | Classes::TITLE) {
                    break;
                }
                end += 1;
                continue;
            }
            if self.hyphenated_particle(end) {
                end += 1;
                continue;
            }
            // "van der Berg", "bin Salman"
            let mut particle = end;
            while particle < end + 2 && self.particle(particle) {
                particle += 1;
            }
            if particle > end && page.has(particle, Flags::CAPITALISED) && particle < self.end {
                end = particle + 1;
                continue;
            }
            break;
        }
        // "Martin Smith, Jr."
        let suffixed = page.word(end) == ","
            && end + 1 < self.end
            && self.part(end + 1) == Some(NamePart::Suffix);
        if suffixed { end + 2 } else { end }
    }

    fn particle(&self, at: usize) -> bool {
        self.page.is(at, Classes::NAME_PART) && self.part(at) == Some(NamePart::Particle)
    }

    /// "al-Sudani", "ash-Shami", "d'Anvers": a particle, its mark and a capital.
    fn hyphenated_particle(&self, at: usize) -> bool {
        let word = self.page.word(at);
        let Some((particle, name)) = word.split_once(['-', '\'', '’']) else {
            return false;
        };
        if !name.starts_with(char::is_uppercase) {
            return false;
        }
        let lexicon = self.page.lexicon;
        let listed = || {
            lexicon.lookup(particle).is_some_and(|hit| {
                lexicon.entries(hit.pattern, particle).any(|(entry, _)| {
                    matches!(entry.meaning, Meaning::NamePart(NamePart::Particle))
                })
            })
        };
        ASSIMILATED.contains(&particle) || listed()
    }

    fn part(&self, at: usize) -> Option<NamePart> {
        if !self.page.is(at, Classes::NAME_PART) {
            return None;
        }
        self.page
            .entries(at)
            .find_map(|(entry, _)| match entry.meaning {
                Meaning::NamePart(part) => Some(part),
                _ => None,
            })
    }
}
