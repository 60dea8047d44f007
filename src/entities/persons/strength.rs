//! How sure it is that capitalised words are a person's name.

use crate::entities::companies::{company_ending, ends_company};
use crate::lexicon::Classes;
use crate::syntax::words;
use crate::text::{Flags, TokenKind, TokenRange};

use super::{BODY, CALENDAR, Finder, NameMention, Strength, Tied, WHERE};

/// The most letters of a title that is an acronym: "CEO", "IGP".
const LONGEST_ACRONYM: usize = 4;

impl Finder<'_, '_, '_> {
    /// Judges a run of capitalised words; whether it is taken for a person's name by itself.
    pub(super) fn name(
        &mut self,
        run: TokenRange,
        title: Option<&(TokenRange, bool)>,
        tied: Option<Tied>,
    ) -> bool {
        let office = tied.as_ref().map(|tied| &tied.head);
        let told = self.told_before(&run);
        let title = title.map(|(title, _)| title).or(told.as_ref());
        let Some(strength) = self.strength(&run, title.or(office)) else {
            if run.len() == 1 || self.company(&run).is_none() {
                self.alone(run);
            }
            return false;
        };
        let (apposition, apposition_head) = self.apposition(run.end);
        let title = title.cloned();
        let role = office.or(apposition_head.as_ref());
        let gender = self.gender(&run, title.as_ref(), role);
        self.found.certain.push(NameMention {
            name: run,
            title,
            tied,
            apposition,
            apposition_head,
            gender,
            strength,
        });
        true
    }

    /// "Ana Ruiz's [wife], Aisha, said": a first name by itself, behind what the person is.
    fn told_before(&self, run: &TokenRange) -> Option<TokenRange> {
        let page = self.page;
        let role = run.start.checked_sub(2).filter(|_| run.len() == 1)?;
        let told = page.is(run.start, Classes::FIRST_NAME)
            && page.word(run.start - 1) == ","
            && page.word(run.end) == ","
            && page.is(role, Classes::ROLE)
            && !page.has(role, Flags::CAPITALISED)
            && !self.crowd(role)
            && !self.plural(role, 1);
        told.then_some(role..role + 1)
    }

    /// None where the words are no name by themselves.
    fn strength(&mut self, run: &TokenRange, title: Option<&TokenRange>) -> Option<Strength> {
        let page = self.page;
        let whole = self.is_speaker(run);
        let single = run.len() == 1;
        // Most capitalised words stand alone and say nothing.
        if single && title.is_none() && !whole {
            return None;
        }
        // "RUIZ:" is how a transcript writes a name.
        let label = whole && page.labelled(run.start).is_some();
        // "PRESIDENT ANA RUIZ said"; "CEO NORVALE" tells nothing.
        let shouted = |title: &TokenRange| {
            page.has(title.start, Flags::ALL_CAPS) && page.word(title.start).len() > LONGEST_ACRONYM
        };
        let all_capitals = !self.heading
            && !label
            && !title.is_some_and(shouted)
            && run.clone().all(|at| page.has(at, Flags::ALL_CAPS));
        // "Smith Foundation", "Virginia Republicans", "Lopez Monday"
        let crowd = |at: usize| {
            page.is(at, BODY)
                || (page.is(at, Classes::ROLE | Classes::DEMONYM)
                    && page.word(at).ends_with('s')
                    && !page.is(at, Classes::FIRST_NAME))
        };
        let last = run.end - 1;
        let of_body = page.has(run.end, Flags::CAPITALISED) && page.is(run.end, BODY);
        // "Norvale Corp. reported a loss", "Norvale A/S reported": companies speak as well.
        let company = || ends_company(page, last) || company_ending(page, run.end).is_some();
        if all_capitals || of_body || !single && crowd(last) || company() {
            return None;
        }
        // "Norvale, the bakery chain, said"
        if title.is_none() && self.company(run).is_some() {
            return None;
        }
        let initial = |at: usize| page.has(at, Flags::DOTTED) && page.word(at).len() <= 4;
        let word = |at: &usize| {
            page.kind(*at) == Some(TokenKind::Word)
                && !initial(*at)
                // "Ben", "van"
                && (!page.is(*at, Classes::NAME_PART) || page.is(*at, Classes::FIRST_NAME))
        };
        let several = !single && run.clone().filter(word).nth(1).is_some();
        // "Dallas Police", "Paris Match": a city before a noun.
        let place_first = page.is(run.start, Classes::PLACE);
        if several {
            let first_name = page.is(run.start, Classes::FIRST_NAME) || initial(run.start);
            let city_noun =
                place_first && page.is(last, Classes::PLACE | Classes::ROLE | Classes::TITLE);
            if first_name && !city_noun || title.is_some() && !place_first || self.context(run) {
                return Some(Strength::Full);
            }
        }
        let capital = |title: &TokenRange| page.has(title.start, Flags::CAPITALISED);
        if title.is_some_and(|title| !place_first || capital(title)) {
            return Some(Strength::Titled);
        }
        let strength = if several {
            Strength::Full
        } else {
            Strength::Titled
        };
        (whole && self.may_speak(run)).then_some(strength)
    }

    /// The full name of a company, or a word that is the beginning of it.
    fn company(&self, run: &TokenRange) -> Option<TokenRange> {
        let full = self.bodies.companies(self.page).full(self.page, run);
        full.filter(|full| run.len() == 1 || run.len() == full.len())
    }

    /// "Vandu predicted": whether the run is a whole phrase that speaks, or stands before its apposition.
    fn is_speaker(&mut self, run: &TokenRange) -> bool {
        let passed = |speaker: &TokenRange| speaker.start < run.start;
        while let Some((_, following)) = self.speakers.split_first().filter(|(one, _)| passed(one))
        {
            self.speakers = following;
        }
        self.speakers.first().is_some_and(|speaker| {
            speaker.start == run.start
                && (speaker.end == run.end
                    || speaker.end > run.end && self.page.word(run.end) == ",")
        })
    }

    /// Whether a phrase that speaks looks like a person's name.
    fn may_speak(&self, run: &TokenRange) -> bool {
        let page = self.page;
        if self.heading {
            return false;
        }
        // "Critics say", at the start of a sentence
        let ordinary = run.len() == 1
            && (page.word(run.start).ends_with('s')
                && page
                    .sentence_of(run.start)
                    .is_some_and(|number| page.sentences[number].tokens.start == run.start)
                || page.is(
                    run.start,
                    Classes::TITLE.with(Classes::ROLE).with(Classes::CUE_NOUN),
                ));
        // "MapRoom", "eTrade": no person is written so ("McKay", "DeLuca" are).
        let brand = run.clone().any(|at| {
            page.word(at).chars().skip(4).any(char::is_uppercase)
                && !page.has(at, Flags::HYPHENATED)
                && !page.has(at, Flags::ALL_CAPS)
        });
        !brand && !ordinary && !run.clone().any(|at| page.is(at, WHERE | BODY | CALENDAR))
    }

    /// Each word of a run that is no name by itself can be the surname of a person named elsewhere: "Ruiz Wins".
    fn alone(&mut self, run: TokenRange) {
        let page = self.page;
        // "the Ruiz Foundation" is not Ruiz.
        let modifier = |at: usize| {
            page.has(at + 1, Flags::CAPITALISED)
                && page.kind(at + 1) == Some(TokenKind::Word)
                && page.is(at + 1, BODY)
        };
        let words = if self.heading {
            run
        } else {
            run.end - 1..run.end
        };
        self.found.alone.extend(words.filter(|&at| !modifier(at)));
    }

    /// What makes two unknown capitalised words a person's name: an age or an office in commas behind them, or a
    /// word of speech beside them: "Xolo Vandu, a teacher, left", "Xolo Vandu said".
    fn context(&self, run: &TokenRange) -> bool {
        let page = self.page;
        if run.len() > 4
            || self.heading
            || run
                .clone()
                .any(|at| page.is(at, WHERE | BODY | CALENDAR | Classes::TITLE))
            || page.is(run.start, words::FUNCTION)
            // "The Norvale Library said"
            || run.start > 0 && page.reads(run.start - 1, "the")
        {
            return false;
        }
        let age = page.word(run.end) == ","
            && page.kind(run.end + 1) == Some(TokenKind::Number)
            && page.word(run.end + 1).len() <= 2
            && matches!(page.word(run.end + 2), "," | "." | ";");
        let classes = |at: usize| page.tokens.get(at).map(|token| token.classes);
        let speaks = classes(run.end).is_some_and(words::reports);
        let spoken = classes(run.start.wrapping_sub(1)).is_some_and(words::reported);
        // "One of his advisers, Xolo Vandu, said"
        let apposed = run.start > 1
            && page.word(run.start - 1) == ","
            && page.word(run.end) == ","
            && page.is(run.start - 2, Classes::ROLE.with(Classes::TITLE));
        age || speaks || spoken || apposed || self.apposition(run.end).1.is_some()
    }
}
