//! Who is in the article: names of one person joined across spellings, titles and short forms.

mod bearers;
mod offices;

use crate::entities::organizations::Bodies;
use crate::entities::persons::{self, NameMention, Strength};
use crate::entities::spelling;
use crate::lexicon::entries::people::{Gender, RoleKind};
use crate::lexicon::{Classes, Meaning, Table};
use crate::syntax::words;
use crate::text::{Flags, Page, TokenKind, TokenRange};

use bearers::{Bearer, Bearers};

/// A person of the article.
#[derive(Clone, Debug)]
pub(crate) struct Member<'l> {
    /// The fullest name that the article gives.
    pub name: TokenRange,
    pub gender: Gender,
    pub offices: Vec<Office<'l>>,
    /// How often the full name stands in the article.
    full: usize,
    /// Where the name stands first.
    first: usize,
    /// Introduced as somebody's relative ("his wife, Ana Ruiz"): a surname alone is rarely theirs.
    relative: bool,
}

/// What a person is: "Chilean health minister".
#[derive(Clone, Debug)]
pub(crate) struct Office<'l> {
    pub tokens: TokenRange,
    /// The headword: "health minister".
    pub head: &'l str,
    /// The place that it belongs to, by its main name.
    pub place: Option<&'l str>,
}

/// Where a person is named.
#[derive(Clone, Debug)]
pub(crate) struct Appearance {
    pub tokens: TokenRange,
    pub member: usize,
    /// Within quotation marks.
    pub quoted: bool,
    /// "Ruiz's", "the Ruiz campaign": the person is not the head of the phrase.
    pub modifier: bool,
    /// Where the office begins that is tied to what it has charge of: "[Minister] for Energy Ana Ruiz".
    pub tied: Option<usize>,
}

/// The persons of an article and where they are named, in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cast<'l> {
    pub members: Vec<Member<'l>>,
    pub appearances: Vec<Appearance>,
}

impl<'l> Cast<'l> {
    /// Finds the persons of a page; `speakers` are the phrases that speak, in order.
    pub(crate) fn find(page: &Page<'_, 'l>, bodies: &Bodies<'l>, speakers: &[TokenRange]) -> Self {
        let names = persons::find(page, bodies, speakers);
        let mut casting = Casting {
            page,
            bodies,
            cast: Self::default(),
            bearers: Bearers::of_names(names.certain.len()),
            speakers,
            in_full: 0,
            relatives: false,
        };
        let appearances = names.certain.len() + names.alone.len();
        casting.cast.appearances.reserve(appearances);
        casting.cast.members.reserve(names.certain.len());
        for strength in [Strength::Full, Strength::Titled] {
            for mention in &names.certain {
                if mention.strength == strength {
                    let member = casting.place(mention);
                    let tied = mention.tied.as_ref().map(|tied| tied.head.start);
                    casting.appears(mention.name.clone(), member, tied);
                }
            }
            if strength == Strength::Full {
                casting.in_full = casting.cast.appearances.len();
            }
        }
        if !casting.cast.members.is_empty() {
            for at in names.alone {
                if let Some(member) = casting.alone(at) {
                    casting.appears(at..at + 1, member, None);
                }
            }
        }
        let mut cast = casting.cast;
        let place = |appearance: &Appearance| appearance.tokens.start;
        cast.appearances.sort_by_key(place);
        cast
    }

    /// The appearances whose first token lies in a range.
    pub(crate) fn within(&self, range: &TokenRange) -> &[Appearance] {
        let all = &self.appearances;
        let from = &all[all.partition_point(|found| found.tokens.start < range.start)..];
        // Of a phrase or a sentence there are few.
        let inside = from
            .iter()
            .position(|found| found.tokens.start >= range.end);
        &from[..inside.unwrap_or(from.len())]
    }
}

/// A possessive, or the first part of a longer name of something else.
fn is_modifier(page: &Page<'_, '_>, behind: usize) -> bool {
    let possessive = page.kind(behind) == Some(TokenKind::Clitic)
        && matches!(page.word(behind), "'s" | "’s" | "'" | "’");
    // "Ruiz's been told": a verb and no possessive; rare enough to be left aside.
    possessive
        || page.is(
            behind,
            Classes::ORGANIZATION
                .with(Classes::ROLE)
                .with(Classes::DOCUMENT),
        ) && !page.is(behind, words::VERB_FORM)
            && page.has(behind, Flags::SPACED)
}

struct Casting<'a, 't, 'l> {
    page: &'a Page<'t, 'l>,
    bodies: &'a Bodies<'l>,
    cast: Cast<'l>,
    bearers: Bearers,
    /// The phrases that speak, in order.
    speakers: &'a [TokenRange],
    /// How many of the appearances are by a full name: they come first, in order.
    in_full: usize,
    /// Whether anybody is introduced as a relative.
    relatives: bool,
}

impl<'l> Casting<'_, '_, 'l> {
    fn appears(&mut self, tokens: TokenRange, member: usize, tied: Option<usize>) {
        self.cast.appearances.push(Appearance {
            member,
            quoted: self.page.has(tokens.start, Flags::QUOTED),
            modifier: is_modifier(self.page, tokens.end),
            tied,
            tokens,
        });
    }

    /// The member that a mention names; a new one for a name that nobody bears yet.
    fn place(&mut self, mention: &NameMention) -> usize {
        let offices = self.offices(mention);
        let found = match mention.strength {
            Strength::Full => self.namesake(mention),
            Strength::Titled => {
                let surname = self.surname(&mention.name);
                // "President Ruiz" and "A. Ruiz" tell more than the surname does.
                let told = mention.title.is_some() || mention.name.len() > 1;
                let member = self.short(surname, mention.gender, &offices);
                let relative = || self.relative_who_spoke(surname, member?);
                match member {
                    Some(_) if told => member,
                    _ => relative()
                        .or_else(|| member.filter(|&member| !self.is_shared(surname, member))),
                }
            }
        };
        let number = found.unwrap_or_else(|| self.add(mention));
        let relative = mention
            .title
            .iter()
            .chain(&mention.apposition_head)
            .any(|head| self.is_relative(head))
            || self.apposed_to_relative(mention.name.start);
        let Some(member) = self.cast.members.get_mut(number) else {
            return number;
        };
        member.first = member.first.min(mention.name.start);
        if mention.strength == Strength::Full {
            member.full += 1;
            if mention.name.len() > member.name.len() && member.full == 1 {
                member.name = mention.name.clone();
            }
        }
        // "CM Ruiz" in the headline, and "Chief Minister A.B. Ruiz" in the text
        if member.full == 0 && mention.name.len() > member.name.len() {
            member.name = mention.name.clone();
        }
        if member.gender == Gender::Both {
            member.gender = mention.gender;
        }
        // "my sister Ana Ruiz" in somebody's mouth, later on, makes her no relative.
        member.relative |= relative && found.is_none();
        self.relatives |= member.relative;
        for office in offices.into_iter().flatten() {
            if !member.offices.iter().any(|known| {
                known.head == office.head && (known.place == office.place || office.place.is_none())
            }) {
                member.offices.push(office);
            }
        }
        number
    }

    fn add(&mut self, mention: &NameMention) -> usize {
        let number = self.cast.members.len();
        self.cast.members.push(Member {
            name: mention.name.clone(),
            gender: mention.gender,
            offices: Vec::new(),
            full: 0,
            first: mention.name.start,
            relative: false,
        });
        let surname = self.surname(&mention.name);
        for at in mention.name.clone() {
            if self.page.is(at, Classes::NAME_PART) || self.page.has(at, Flags::DOTTED) {
                continue;
            }
            let key = spelling::key(self.page.word(at));
            self.bearers.add(key, number, at == surname);
        }
        number
    }

    /// The last word of a name that is no suffix.
    fn surname(&self, name: &TokenRange) -> usize {
        name.clone()
            .rev()
            .find(|&at| {
                self.page.kind(at) == Some(TokenKind::Word) && !self.page.is(at, Classes::NAME_PART)
            })
            .unwrap_or(name.start)
    }

    /// "Ana Paredes Ruiz … Paredes Ruiz": the end of the fuller name, both surnames or the particle and more.
    fn ends_name(&self, mention: &NameMention, member: &Member<'l>) -> bool {
        let (short, full) = (&mention.name, &member.name);
        let same = |(one, other): (usize, usize)| {
            spelling::key(self.page.word(one)) == spelling::key(self.page.word(other))
        };
        // "Miss Universe Ana Ruiz" is no fuller name of Ana Ruiz.
        let first = |name: &TokenRange| self.page.is(name.start, Classes::FIRST_NAME);
        mention.title.is_none()
            && first(full)
            && !first(short)
            && short.len() > 1
            && short.len() < full.len()
            && short.clone().rev().zip(full.clone().rev()).all(same)
    }

    /// The member of the same surname and first name, in whatever spelling.
    fn namesake(&self, mention: &NameMention) -> Option<usize> {
        let page = self.page;
        let surname = spelling::key(page.word(self.surname(&mention.name)));
        let first = page.word(mention.name.start);
        self.bearers.of(surname).find_map(|bearer| {
            let member = self.cast.members.get(bearer.member)?;
            let other = page.word(member.name.start);
            let initial = |word: &str| word.chars().nth(1).is_none_or(|second| second == '.');
            let same_first = spelling::skeleton(first) == spelling::skeleton(other)
                || (initial(first) || initial(other))
                    && first.chars().next() == other.chars().next();
            let same_first = same_first || self.ends_name(mention, member);
            (bearer.surname && same_first && genders_meet(member.gender, mention.gender))
                .then_some(bearer.member)
        })
    }

    /// The member that a word by itself stands for.
    fn alone(&self, at: usize) -> Option<usize> {
        let page = self.page;
        // "in Washington" is a place, whoever else is called so.
        if page.is(at, Classes::PLACE) && at > 0 && page.is(at - 1, Classes::PREPOSITION) {
            return None;
        }
        let member = self.short(at, Gender::Both, &[])?;
        self.relative_who_spoke(at, member)
            .or_else(|| (!self.is_shared(at, member)).then_some(member))
    }

    /// "Ana Ruiz is missing. Her husband, Ivo Ruiz, said he called. Ruiz said nobody answered.": he goes on speaking.
    fn relative_who_spoke(&self, at: usize, member: usize) -> Option<usize> {
        /// How many full names back, and how many sentences.
        const NAMES: usize = 8;
        const SENTENCES: usize = 2;
        let page = self.page;
        let first = self.cast.members.get(member)?;
        if !self.relatives || first.relative || !first.offices.is_empty() {
            return None;
        }
        let named = &self.cast.appearances[..self.in_full];
        let before = &named[..named.partition_point(|name| name.tokens.start < at)];
        let key = spelling::key(page.word(at));
        let surname = |name: &&Appearance| {
            let last = self.surname(&name.tokens);
            spelling::key(page.word(last)) == key
        };
        let nearest = before.iter().rev().take(NAMES).find(surname)?;
        let other = self.cast.members.get(nearest.member)?;
        let start = nearest.tokens.start;
        let near = page.sentence_of(start)? + SENTENCES >= page.sentence_of(at)?;
        let speaks = |at: usize| {
            let passed = self.speakers.partition_point(|speaker| speaker.start <= at);
            let last = passed
                .checked_sub(1)
                .and_then(|last| self.speakers.get(last));
            last.is_some_and(|speaker| at < speaker.end)
        };
        let goes_on = near && speaks(start) && speaks(at);
        (other.relative && goes_on).then_some(nearest.member)
    }

    /// "Ana Ruiz said it rained. Juan Ruiz said no. Ruiz said yes.": nobody can tell which, where neither has an office
    /// and neither is named in full more often.
    fn is_shared(&self, at: usize, member: usize) -> bool {
        let first = self.cast.members.get(member);
        let Some(first) = first.filter(|first| first.offices.is_empty()) else {
            return false;
        };
        let key = spelling::key(self.page.word(at));
        self.bearers.of(key).any(|bearer| {
            let Some(other) = self.cast.members.get(bearer.member) else {
                return false;
            };
            bearer.surname
                && bearer.member != member
                && other.full >= first.full
                && other.first < at
                && other.relative == first.relative
        })
    }

    /// The member that a surname, or a first name alone, most likely stands for.
    fn short(&self, at: usize, gender: Gender, offices: &[Option<Office<'l>>]) -> Option<usize> {
        let key = spelling::key(self.page.word(at));
        let candidates = self.bearers.of(key).filter_map(|bearer| {
            let member = self.cast.members.get(bearer.member)?;
            genders_meet(member.gender, gender).then_some((bearer, member))
        });
        let rank = |(bearer, member): &(Bearer, &Member<'l>)| {
            let known =
                |office: &Office<'l>| member.offices.iter().any(|own| own.head == office.head);
            (
                bearer.surname,
                offices.iter().flatten().any(known),
                !member.relative,
                // Named before; and of several the one named first, for the others are told from him by their first names.
                member.first < at,
                std::cmp::Reverse(member.first),
            )
        };
        // A first name stands for somebody only where it is nobody's surname: "Ana said".
        candidates.max_by_key(rank).map(|(bearer, _)| bearer.member)
    }

    fn is_relative(&self, head: &TokenRange) -> bool {
        self.page.entries_in(Table::Roles, head.start).any(|(entry, _)| {
            matches!(&entry.meaning, Meaning::Role(role) if role.kind == RoleKind::Relative)
        })
    }

    /// "her brother, Juan Ruiz"
    fn apposed_to_relative(&self, name: usize) -> bool {
        let comma = name.checked_sub(1).filter(|&at| self.page.word(at) == ",");
        let noun = comma.and_then(|comma| comma.checked_sub(1));
        noun.is_some_and(|noun| self.is_relative(&(noun..noun + 1)))
    }
}

pub(crate) fn genders_meet(one: Gender, other: Gender) -> bool {
    one == other || one == Gender::Both || other == Gender::Both
}
