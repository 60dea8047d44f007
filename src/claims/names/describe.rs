//! Sources that are more than a pronoun: persons, bodies, states, crowds.

use crate::claims::draft::{ClaimDraft, SourceDraft};
use crate::entities::cast::{Appearance, Member, Office};
use crate::entities::companies::ends_company;
use crate::entities::organizations::proper;
use crate::extraction::SourceKind;
use crate::lexicon::entries::bodies::BodyMark;
use crate::lexicon::entries::people::{Gender, RoleKind};
use crate::lexicon::{Classes, Meaning, Slot};
use crate::syntax::Tag;
use crate::text::{Flags, TokenKind, TokenRange};

use super::Resolver;
use super::bodies::kind_of;
use super::extent::opens;
use super::phrase::{self, Head, Phrase};
use super::referent::{Referent, plain};

/// The most words between the comma of an apposition and the name: "the mayor, [former teacher] Ana Ruiz".
const MOST_BEFORE_NAME: usize = 3;

impl<'t, 'l> Resolver<'_, 't, 'l> {
    /// Gives one source its name, kind and role, by the head of its phrase.
    pub(super) fn describe(
        &self,
        claims: &[ClaimDraft<'t, 'l>],
        index: usize,
        source: &mut SourceDraft<'t>,
    ) -> Referent<'l> {
        let page = self.page;
        let tokens = source.tokens.clone();
        let phrase = phrase::read(self.syntax, &tokens);
        // "Norvale", after "Norvale Corp.", unless somebody has the name in full.
        let company = self.company(&phrase);
        if let Some(appearance) = self.person_in(&phrase, &tokens) {
            let somebody = |member: &Member<'l>| {
                // "the retailer Norvale" holds no office.
                let person = |office: &Office<'l>| {
                    !office
                        .tokens
                        .clone()
                        .any(|at| page.is(at, Classes::ORGANIZATION))
                };
                let titled = member.offices.iter().any(person) || member.gender != Gender::Both;
                member.name.len() > 1 || titled
            };
            let member = self.cast.members.get(appearance.member);
            if company.is_none() || member.is_some_and(somebody) {
                return self.person(source, &phrase, &appearance);
            }
        }
        if let Some(long) = self.acronym(&phrase) {
            // "the Norvale Coast Guard (NCG) … The NCG": as the long form is.
            let body = self.bodies.holding(long.end - 1);
            source.kind = match source.kind {
                _ if body.is_some() => body.map_or(source.kind, |body| kind_of(body.kind, false)),
                SourceKind::Government | SourceKind::Group | SourceKind::Media => source.kind,
                _ => SourceKind::Organization,
            };
            source.name = Some(plain(page, &long));
            return Referent::Body(long);
        }
        if let Some(company) = company {
            source.kind = SourceKind::Organization;
            source.name = Some(plain(page, &company));
            return Referent::Body(company);
        }
        match phrase.head {
            Head::Role {
                lemma,
                kind,
                plural,
            } => self.role(claims, index, source, &phrase, lemma, kind, plural),
            Head::Body {
                lemma,
                kind,
                mark,
                plural,
            } => self.body(source, &phrase, lemma, kind, mark, plural),
            Head::Place { lemma, kind, slot } => self.place(source, &phrase, lemma, kind, slot),
            Head::Unknown => self
                .told_body(source, &phrase)
                .unwrap_or_else(|| self.unknown(source, &phrase)),
        }
    }

    /// "Rob Vandu said", where a sentence can begin with a verb: a source does not begin in the middle of a name.
    pub(super) fn whole_name(
        &self,
        claims: &[ClaimDraft<'t, 'l>],
        index: usize,
        source: &mut SourceDraft<'t>,
    ) {
        /// The words of a name in front of its last.
        const BEFORE: usize = 6;
        let start = source.tokens.start;
        let around = self.cast.within(&(start.saturating_sub(BEFORE)..start));
        let Some(name) = around.last().filter(|name| start < name.tokens.end) else {
            return;
        };
        let first = name.tokens.start;
        let said = claims.get(index).is_some_and(|claim| claim.holds(first));
        if opens(self.page, first) && !said {
            source.tokens.start = first;
        }
    }

    /// The full name of the company that a phrase names. "Chile" is the state, whatever "Chile Mining Corp." may do.
    fn company(&self, phrase: &Phrase<'l>) -> Option<TokenRange> {
        let names = match phrase.head {
            Head::Unknown => true,
            Head::Body { mark, .. } => mark == BodyMark::Company && phrase.core.len() > 1,
            _ => false,
        };
        let capital = self.page.has(phrase.core.start, Flags::CAPITALISED);
        let companies = || self.bodies.companies(self.page);
        (names && capital)
            .then(|| companies().full(self.page, &phrase.core))
            .flatten()
    }

    /// The person whose name is the head of the phrase, or stands in apposition at its end.
    fn person_in(&self, phrase: &Phrase<'l>, tokens: &TokenRange) -> Option<Appearance> {
        let inside = self.cast.within(&phrase.core);
        let head = inside
            .last()
            .filter(|appearance| appearance.tokens.end == phrase.core.end);
        // "the mayor, Ana Ruiz", "Mr. Ruiz"
        let apposed = || {
            let singular = matches!(phrase.head, Head::Role { plural: false, .. });
            let comma = self.comma_behind(phrase, tokens)?;
            let rest = comma + 1..tokens.end;
            // "the director, Dr Ana Ruiz", "the chief executive, Norvale veteran Ana Ruiz"
            let opens = |appearance: &&Appearance| {
                let mut before = rest.start..appearance.tokens.start;
                let nominal = |at: usize| {
                    // "the chair, Labour's Ana Ruiz"
                    self.page.kind(at) == Some(TokenKind::Clitic)
                        || self.syntax.tag(at).is_nominal()
                            && self.page.kind(at) == Some(TokenKind::Word)
                };
                before.len() <= MOST_BEFORE_NAME && before.all(nominal)
            };
            let mut persons = self.cast.within(&rest).iter();
            persons
                .find(|appearance| !appearance.modifier)
                .filter(|_| singular)
                .filter(opens)
        };
        // A name with a suffix: "Martin Smith, Jr."
        let suffixed = || {
            inside
                .last()
                .filter(|appearance| appearance.tokens.end > phrase.core.end)
        };
        let tied = || {
            self.tied(phrase, tokens)
                .or_else(|| self.of_body(phrase, tokens))
        };
        head.or_else(apposed)
            .or_else(suffixed)
            .or_else(tied)
            .cloned()
    }

    /// "Minister for Energy [Ana Ruiz]"
    fn tied(&self, phrase: &Phrase<'l>, tokens: &TokenRange) -> Option<&Appearance> {
        let start = phrase.head_tokens.start;
        let mut inside = self.cast.within(tokens).iter();
        inside.find(|name| name.tied == Some(start) && !name.modifier)
    }

    /// "Ministry of Health spokesman [Ana Ruiz]": a person of that body. "The party of former President Ruiz" is the party, and
    /// "the office of Chilean President Ana Ruiz" the office.
    fn of_body(&self, phrase: &Phrase<'l>, tokens: &TokenRange) -> Option<&Appearance> {
        let page = self.page;
        let body = matches!(phrase.head, Head::Body { .. })
            && page.has(phrase.head_tokens.start, Flags::CAPITALISED)
            && page.reads(phrase.core.end, "of");
        let behind = phrase.core.end + 1..tokens.end;
        let person = self.cast.within(&behind).first().filter(|_| body)?;
        let mut role = person.tokens.start;
        while role > behind.start && page.is(role - 1, Classes::ROLE.with(Classes::TITLE)) {
            role -= 1;
        }
        let name = behind.start + usize::from(page.reads(behind.start, "the"))..role;
        let end = person.tokens.end;
        let told = role < person.tokens.start
            && !page.has(role, Flags::CAPITALISED)
            && page.has(name.start, Flags::CAPITALISED)
            && !page.is(name.start, Classes::DEMONYM)
            && name.clone().all(|at| {
                page.kind(at) == Some(TokenKind::Word) || matches!(page.word(at), "(" | ")")
            });
        let closes = end == tokens.end || page.word(end) == ",";
        (told && closes && !name.is_empty() && !person.modifier).then_some(person)
    }

    /// The comma behind the core, or behind what a preposition ties to it: "the head of the union, Ana Ruiz". In "the son of
    /// the mayor, Ana Ruiz," nothing tells whose name it is.
    fn comma_behind(&self, phrase: &Phrase<'l>, tokens: &TokenRange) -> Option<usize> {
        let page = self.page;
        let comma = (phrase.core.end..tokens.end).find(|&at| page.word(at) == ",")?;
        let mut between = phrase.core.end..comma;
        let person = Classes::ROLE.with(Classes::TITLE).with(Classes::FIRST_NAME);
        let tied = page.is(between.start, Classes::PREPOSITION);
        let somebody = |at| {
            page.is(at, person) && !page.is(at, Classes::ORGANIZATION) && !self.bodies.covers(at)
        };
        (between.is_empty() || tied && !between.any(somebody)).then_some(comma)
    }

    fn person(
        &self,
        source: &mut SourceDraft<'t>,
        phrase: &Phrase<'l>,
        appearance: &Appearance,
    ) -> Referent<'l> {
        source.kind = SourceKind::Person;
        self.name_member(source, appearance.member);
        // What stands before the name here goes before what is known from elsewhere.
        if let Some(member) = self.cast.members.get(appearance.member) {
            let here = phrase.core.start..source.tokens.end.max(appearance.tokens.end + 24);
            let office = member
                .offices
                .iter()
                .find(|office| here.contains(&office.tokens.start));
            if let Some(office) = office {
                source.role = Some(plain(self.page, &office.tokens));
            } else if appearance.tokens.start > phrase.core.end {
                // "the mayor, Ana Ruiz"
                source.role = Some(plain(self.page, &phrase.core));
            }
        }
        Referent::Member(appearance.member)
    }

    /// Gives a source the name and the first office of a person.
    pub(super) fn name_member(&self, source: &mut SourceDraft<'t>, member: usize) {
        if let Some(member) = self.cast.members.get(member) {
            source.name = Some(plain(self.page, &member.name));
            source.role = member
                .offices
                .first()
                .map(|office| plain(self.page, &office.tokens));
        }
    }

    /// "FCP" where the article has "the Free Coast Party (FCP)".
    fn acronym(&self, phrase: &Phrase<'l>) -> Option<TokenRange> {
        let at = phrase.core.start;
        if phrase.core.len() != 1 || !self.page.has(at, Flags::ALL_CAPS) {
            return None;
        }
        self.bodies.long_form(self.page, at).cloned()
    }

    #[allow(clippy::too_many_arguments, reason = "the parts of one head")]
    fn role(
        &self,
        claims: &[ClaimDraft<'t, 'l>],
        index: usize,
        source: &mut SourceDraft<'t>,
        phrase: &Phrase<'l>,
        lemma: &'l str,
        kind: Option<RoleKind>,
        plural: bool,
    ) -> Referent<'l> {
        let page = self.page;
        let whole = self.whole(phrase, &source.tokens);
        if plural || kind == Some(RoleKind::Group) {
            source.kind = SourceKind::Group;
            let named = matches!(
                kind,
                Some(RoleKind::Group | RoleKind::Citizen | RoleKind::Politician)
            );
            source.anonymous = kind == Some(RoleKind::Source) || !phrase.definite && !named;
            if source.anonymous {
                source.role = Some(plain(page, &whole));
            }
            return Referent::Several;
        }
        source.kind = SourceKind::Person;
        let gender = self.gender_of(&phrase.head_tokens);
        if !phrase::withheld(page, &source.tokens) {
            if let Some(member) =
                self.member_by_office(claims, index, source, phrase, lemma, gender)
            {
                self.name_member(source, member);
                return Referent::Member(member);
            }
        }
        source.role = Some(plain(page, &whole));
        source.anonymous = !phrase.definite
            || kind == Some(RoleKind::Source)
            || phrase::withheld(page, &source.tokens);
        Referent::Stranger(gender)
    }

    /// The phrase up to its first comma or relative clause, without the article.
    fn whole(&self, phrase: &Phrase<'l>, tokens: &TokenRange) -> TokenRange {
        let page = self.page;
        let end = (phrase.core.end..tokens.end)
            .find(|&at| {
                matches!(
                    page.kind(at),
                    Some(TokenKind::Punctuation | TokenKind::Dash)
                ) || matches!(self.syntax.tag(at), Tag::Relative | Tag::Question)
            })
            .unwrap_or(tokens.end);
        phrase.core.start..end.max(phrase.core.end)
    }

    fn gender_of(&self, head: &TokenRange) -> Gender {
        let gender = |(entry, _): (&crate::lexicon::Entry, Slot)| match &entry.meaning {
            Meaning::Role(role) => Some(role.gender),
            Meaning::Title(title) => Some(title.gender),
            _ => None,
        };
        let found = if head.len() > 1 {
            self.page
                .phrase(head.start)
                .and_then(|(_, mut entries)| entries.find_map(gender))
        } else {
            self.page.entries(head.start).find_map(gender)
        };
        found.unwrap_or(Gender::Both)
    }

    /// A head that no dictionary knows.
    fn unknown(&self, source: &mut SourceDraft<'t>, phrase: &Phrase<'l>) -> Referent<'l> {
        let page = self.page;
        let last = phrase.core.end.saturating_sub(1);
        // "two said", "a growing number of senators said"
        // "Radio 5 said" is a name.
        let named = phrase.core.len() > 1 && self.syntax.tag(phrase.core.start) == Tag::Name;
        let number = page.kind(last) == Some(TokenKind::Number);
        let counted = page.is(last, Classes::NUMBER.with(Classes::QUANTIFIER)) || number && !named;
        let number_of = phrase.indefinite
            && page.reads(phrase.core.end, "of")
            && source.tokens.end > phrase.core.end + 1
            && page.word(source.tokens.end - 1).ends_with('s');
        if counted || number_of {
            source.kind = SourceKind::Group;
            source.anonymous = true;
            return Referent::Several;
        }
        let capital = page.has(last, Flags::CAPITALISED) || number;
        if !capital || !proper(page, &phrase.core) && phrase.core.len() == 1 {
            if source.kind == SourceKind::Person {
                source.anonymous = phrase.indefinite;
                return Referent::Stranger(Gender::Both);
            }
            if source.kind == SourceKind::Group {
                source.anonymous = !phrase.definite;
                return Referent::Several;
            }
            return Referent::Unknown;
        }
        // "the National Library of Music"
        let of_body = phrase.definite
            && !phrase.possessed
            && (page.reads(phrase.core.end, "of") || page.reads(phrase.core.end, "for"));
        let name = if of_body {
            self.with_of(phrase, &source.tokens)
        } else {
            self.without_place(phrase)
        };
        source.name = Some(plain(page, &name));
        let body = phrase.definite || page.has(last, Flags::ALL_CAPS) || ends_company(page, last);
        if body {
            source.kind = SourceKind::Organization;
        }
        if page.word(last).ends_with('s')
            && phrase.core.len() == 1
            && source.kind != SourceKind::Person
        {
            source.kind = SourceKind::Group;
            return Referent::Several;
        }
        match source.kind {
            SourceKind::Person => Referent::Stranger(Gender::Both),
            _ => Referent::Body(name),
        }
    }
}
