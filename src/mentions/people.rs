//! Persons as they are named: title or role, first name, initials, particles, surname, suffix, apposition.

use crate::extraction::BlockKind;
use crate::lexicon::entries::people::{Gender, NamePart, RoleKind};
use crate::lexicon::{Classes, Meaning, Slot};
use crate::text::{Flags, Page, Token, TokenKind, TokenRange};

/// A name that can be a person's, as it is printed.
#[derive(Clone, Debug)]
pub(crate) struct NameMention {
    /// The name alone: "Ana Ruiz".
    pub name: TokenRange,
    /// The word that says what the person is, before the name: "minister" in "Chilean Health Minister Ana Ruiz".
    pub title: Option<TokenRange>,
    /// What stands between commas behind it: "the mayor of Cuenca".
    pub apposition: Option<TokenRange>,
    /// The word in the apposition that says what the person is.
    pub apposition_head: Option<TokenRange>,
    pub gender: Gender,
    pub strength: Strength,
}

/// How sure it is that the name is a person's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Strength {
    /// One capitalised word, no more: counts when the article names such a person elsewhere.
    Weak,
    /// One word behind a title: "President Ruiz".
    Titled,
    /// A first name and more.
    Full,
}

/// Words that cannot be part of a name behind its first word.
const CLOSED: Classes = Classes::DETERMINER
    .with(Classes::PRONOUN)
    .with(Classes::PREPOSITION)
    .with(Classes::CONJUNCTION)
    .with(Classes::SUBORDINATOR)
    .with(Classes::AUXILIARY)
    .with(Classes::MODAL)
    .with(Classes::NEGATION)
    .with(Classes::INFINITIVE_TO)
    .with(Classes::POSSESSIVE)
    .with(Classes::QUANTIFIER);

const CALENDAR: Classes = Classes::WEEKDAY.with(Classes::MONTH);

/// Words of bodies and papers: no name of a person ends with them.
const BODY: Classes = Classes::ORGANIZATION
    .with(Classes::MEDIA)
    .with(Classes::DOCUMENT);

const WHERE: Classes = Classes::PLACE.with(Classes::DEMONYM);

/// All names of the page that can be persons', in order; those in headings come where they stand. Capitalised words
/// that no dictionary knows are a person's name when they speak: `speakers` are phrases that do.
#[inline(never)]
pub(crate) fn find(page: &Page<'_, '_>, speakers: &[TokenRange]) -> Vec<NameMention> {
    let mut found = Vec::new();
    for block in &page.blocks {
        if matches!(
            block.block.kind,
            BlockKind::Boilerplate | BlockKind::Credit | BlockKind::Dateline | BlockKind::Byline
        ) {
            continue;
        }
        let heading = matches!(block.block.kind, BlockKind::Headline | BlockKind::Subhead);
        Finder {
            page,
            end: block.tokens.end,
            heading,
            speakers,
            found: &mut found,
        }
        .block(block.tokens.start);
    }
    found
}

struct Finder<'a, 't, 'l> {
    page: &'a Page<'t, 'l>,
    end: usize,
    heading: bool,
    /// In order.
    speakers: &'a [TokenRange],
    found: &'a mut Vec<NameMention>,
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

/// Whether a token can begin a name or be a word for a person.
#[inline]
fn may_lead(token: &Token) -> bool {
    (token.has(Flags::CAPITALISED) || token.can_be().any(Classes::TITLE | Classes::ROLE))
        && token.kind == TokenKind::Word
}

impl Finder<'_, '_, '_> {
    fn block(&mut self, start: usize) {
        let mut title: Option<(TokenRange, bool)> = None;
        let mut position = start;
        while position < self.end {
            // Most words neither are a name nor lead up to one.
            let behind = &self.page.tokens[position..self.end];
            let Some(plain) = behind.iter().position(may_lead) else {
                return;
            };
            if plain > 0 {
                title = None;
                position += plain;
            }
            match self.lead(position) {
                Lead::Title(length, plural) => {
                    title = Some((position..position + length, plural));
                    position += length;
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
                    let accepted = self.name(position..end, before.as_ref());
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

    #[inline(never)]
    fn lead(&self, at: usize) -> Lead {
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
        let next_capital = page.has(at + 1, Flags::CAPITALISED);
        if token.is(Classes::TITLE | Classes::ROLE) && next_capital && !self.crowd(at) {
            // "Dean Smith", "Prince Rogers": a first name that is a title as well.
            let named =
                capital && token.is(Classes::FIRST_NAME) && !page.is(at + 1, Classes::FIRST_NAME);
            if !named {
                return Lead::Title(1, self.plural(at, 1));
            }
        }
        if !capital || token.has(Flags::DIGIT) {
            return Lead::None;
        }
        if token.is(Classes::FIRST_NAME) && next_capital {
            return Lead::Name;
        }
        if token.is(CALENDAR) {
            return Lead::Other(1);
        }
        // "Ohio Gov. Ana Ruiz"; "London said" can still be somebody's surname.
        if token.is(BODY | Classes::DEMONYM) || token.is(Classes::PLACE) && next_capital {
            return Lead::Other(1);
        }
        if token.is(CLOSED) || (token.is(Classes::ADVERB) && !token.is(Classes::FIRST_NAME)) {
            return Lead::None;
        }
        Lead::Name
    }

    /// "residents", "the group": words for many stand before no name.
    fn crowd(&self, at: usize) -> bool {
        let crowd = |(entry, _): (&crate::lexicon::Entry, Slot)| matches!(&entry.meaning, Meaning::Role(role) if matches!(role.kind, RoleKind::Group));
        match self.page.phrase(at) {
            Some((_, mut entries)) => entries.any(crowd),
            None => self.page.entries(at).any(crowd),
        }
    }

    fn plural(&self, at: usize, length: usize) -> bool {
        self.page.word(at + length - 1).ends_with('s') || self.page.word(at).ends_with('s')
    }

    /// The end of the run of capitalised words, initials and particles that starts here.
    #[inline(never)]
    fn run(&self, start: usize) -> usize {
        let page = self.page;
        let mut end = start + 1;
        while end < self.end && end - start < 7 {
            let Some(token) = page.tokens.get(end) else {
                break;
            };
            // Nothing but a blank between the words.
            if token.kind != TokenKind::Word || !token.has(Flags::SPACED) {
                break;
            }
            if token.has(Flags::CAPITALISED) {
                if token.is(CLOSED | CALENDAR)
                    && !token.is(Classes::FIRST_NAME | Classes::NAME_PART)
                {
                    break;
                }
                if self.heading && token.is(Classes::VERB | Classes::ADVERB) {
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
        let suffix = if page.word(end) == "," { end + 1 } else { end };
        if suffix < self.end && self.part(suffix) == Some(NamePart::Suffix) && suffix > end {
            end = suffix + 1;
        }
        end
    }

    fn particle(&self, at: usize) -> bool {
        self.page.is(at, Classes::NAME_PART) && self.part(at) == Some(NamePart::Particle)
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

    /// Judges a run of capitalised words; whether it is taken for a person's name by itself.
    fn name(&mut self, run: TokenRange, title: Option<&(TokenRange, bool)>) -> bool {
        let page = self.page;
        let initial = |at: usize| page.has(at, Flags::DOTTED) && page.word(at).len() <= 4;
        let words = || {
            let words = run.clone();
            let words = words.filter(|&at| !initial(at) && !page.is(at, Classes::NAME_PART));
            words.count()
        };
        let several = run.len() > 1 && words() > 1;
        let last = run.end - 1;
        // "Smith Foundation", "Virginia Republicans", "Lopez Monday"
        let crowd = |at: usize| {
            page.is(at, BODY)
                || (page.is(at, Classes::ROLE | Classes::DEMONYM)
                    && page.word(at).ends_with('s')
                    && !page.is(at, Classes::FIRST_NAME))
        };
        let first_is_name = || page.is(run.start, Classes::FIRST_NAME) || initial(run.start);
        // "Dallas Police", "Paris Match": a city before a noun.
        let place_first = page.is(run.start, Classes::PLACE);
        let city_noun =
            || place_first && page.is(last, Classes::PLACE | Classes::ROLE | Classes::TITLE);
        let body_last = run.len() > 1
            && (crowd(last) || page.is(run.end, BODY) && page.has(run.end, Flags::CAPITALISED));
        let all_capitals = !self.heading && run.clone().all(|at| page.has(at, Flags::ALL_CAPS));
        let single_body =
            run.len() == 1 && page.has(run.end, Flags::CAPITALISED) && page.is(run.end, BODY);
        let full = several
            && !body_last
            && !all_capitals
            && (first_is_name() && !city_noun()
                || title.is_some() && !place_first
                || self.context(&run));
        let titled = title.is_some() && !body_last && !single_body && !all_capitals;
        let strength = if full {
            Strength::Full
        } else if titled
            && (!place_first
                || title.is_some_and(|(title, _)| page.has(title.start, Flags::CAPITALISED)))
        {
            Strength::Titled
        } else if !body_last && !all_capitals && !single_body && self.speaks(&run) {
            if several {
                Strength::Full
            } else {
                Strength::Titled
            }
        } else {
            Strength::Weak
        };
        if strength == Strength::Weak {
            self.weak(run);
            return false;
        }
        let (apposition, apposition_head) = self.apposition(run.end);
        let title = title.map(|(range, _)| range.clone());
        let gender = self.gender(&run, title.as_ref(), apposition_head.as_ref());
        self.found.push(NameMention {
            name: run,
            title,
            apposition,
            apposition_head,
            gender,
            strength,
        });
        true
    }

    /// "Vandu predicted": the run is a whole phrase that speaks, or stands before its apposition.
    fn speaks(&self, run: &TokenRange) -> bool {
        let page = self.page;
        let place = self
            .speakers
            .partition_point(|speaker| speaker.start < run.start);
        let whole = self.speakers.get(place).is_some_and(|speaker| {
            speaker.start == run.start
                && (speaker.end == run.end || speaker.end > run.end && page.word(run.end) == ",")
        });
        if !whole || self.heading {
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
        });
        !brand && !ordinary && !run.clone().any(|at| page.is(at, WHERE | BODY | CALENDAR))
    }

    /// Each word of a run that is no name by itself can be the surname of a person named elsewhere: "Ruiz Wins".
    fn weak(&mut self, run: TokenRange) {
        let page = self.page;
        // "the Ruiz Foundation" is not Ruiz.
        let modifier = |at: usize| {
            page.has(at + 1, Flags::CAPITALISED)
                && page.kind(at + 1) == Some(TokenKind::Word)
                && page.is(at + 1, BODY)
        };
        let singles = if self.heading {
            run
        } else {
            run.end - 1..run.end
        };
        for at in singles {
            if !modifier(at) {
                self.found.push(NameMention {
                    name: at..at + 1,
                    title: None,
                    apposition: None,
                    apposition_head: None,
                    gender: Gender::Both,
                    strength: Strength::Weak,
                });
            }
        }
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
            || page.is(run.start, CLOSED)
        {
            return false;
        }
        let age = page.word(run.end) == ","
            && page.kind(run.end + 1) == Some(TokenKind::Number)
            && page.word(run.end + 1).len() <= 2
            && matches!(page.word(run.end + 2), "," | "." | ";");
        let speaks = page.is(run.end, Classes::CUE_VERB)
            && page.is(run.end, Classes::PAST | Classes::THIRD_PERSON);
        let spoken = run.start > 0
            && page.is(run.start - 1, Classes::CUE_VERB)
            && page.is(run.start - 1, Classes::PAST);
        // "One of his advisers, Xolo Vandu, said"
        let apposed = run.start > 1
            && page.word(run.start - 1) == ","
            && page.word(run.end) == ","
            && page.is(run.start - 2, Classes::ROLE.with(Classes::TITLE));
        age || speaks || spoken || apposed || self.apposition(run.end).1.is_some()
    }

    /// ", presidential spokesman for the region," behind a name: the words and the one that says what the person is.
    fn apposition(&self, comma: usize) -> (Option<TokenRange>, Option<TokenRange>) {
        let page = self.page;
        if page.word(comma) != "," {
            return (None, None);
        }
        let mut start = comma + 1;
        if page.kind(start) == Some(TokenKind::Number) && page.word(start + 1) == "," {
            start += 2;
        }
        if page.is(
            start,
            Classes::RELATIVE
                .with(Classes::GERUND)
                .with(Classes::CONJUNCTION),
        ) && !page.is(start, Classes::DETERMINER)
        {
            return (None, None);
        }
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
                // "senior adviser", "state senator": the last such word of the run is the head.
                head = Some(at..at + length);
                at += length;
                continue;
            }
            let verb = classes.any(Classes::VERB)
                && !classes.any(Classes::ALSO_NOUN | Classes::ALSO_ADJECTIVE | Classes::PARTICIPLE);
            if head.is_some()
                || verb
                || classes.any(
                    Classes::PREPOSITION
                        | Classes::PRONOUN
                        | Classes::AUXILIARY
                        | Classes::MODAL
                        | Classes::CONJUNCTION,
                )
            {
                break;
            }
            at += length;
        }
        let Some(head) = head else {
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
            if page.is(end, Classes::RELATIVE) {
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

    fn gender(
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
                        .entries(at)
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
