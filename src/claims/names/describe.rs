//! Sources that are more than a pronoun: persons, bodies, states, crowds.

use std::borrow::Cow;

use crate::claims::draft::{ClaimDraft, SourceDraft};
use crate::extraction::{BlockKind, SourceKind};
use crate::lexicon::entries::bodies::{BodyKind, BodyMark, PlaceKind};
use crate::lexicon::entries::people::{Gender, RoleKind};
use crate::lexicon::{Classes, Meaning, Slot};
use crate::mentions::bodies::proper;
use crate::mentions::cast::{Appearance, place_in};
use crate::text::{Flags, TokenKind, TokenRange};

use super::Resolver;
use super::phrase::{self, Head, Phrase, is_possessive};
use super::referent::{Referent, plain};
use super::states;

impl<'t, 'l> Resolver<'_, 't, 'l> {
    pub(super) fn describe(
        &self,
        claims: &[ClaimDraft<'t, 'l>],
        index: usize,
        source: &mut SourceDraft<'t>,
        others: &mut Vec<SourceDraft<'t>>,
    ) -> Referent<'l> {
        self.take_neighbour(source);
        if let Some(referent) = self.joint(claims, index, source, others) {
            return referent;
        }
        let page = self.page;
        let tokens = source.tokens.clone();
        let phrase = phrase::read(page, &tokens);
        if let Some(appearance) = self.person_in(&phrase, &tokens) {
            return self.person(source, &phrase, &appearance);
        }
        if let Some(long) = self.acronym(&phrase) {
            source.kind = match source.kind {
                SourceKind::Government | SourceKind::Group | SourceKind::Media => source.kind,
                _ => SourceKind::Organization,
            };
            source.name = Some(plain(page, &long));
            return Referent::Body(long);
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
            Head::Unknown => self.unknown(source, &phrase),
        }
    }

    /// "Chile, Peru Say Truce Holds": in a heading a comma stands for "and".
    fn take_neighbour(&self, source: &mut SourceDraft<'t>) {
        let page = self.page;
        let start = source.tokens.start;
        let Some(neighbour) = start.checked_sub(2).filter(|_| page.word(start - 1) == ",") else {
            return;
        };
        let sentence = page
            .sentence_of(start)
            .and_then(|number| page.sentences.get(number));
        let heading = sentence
            .and_then(|sentence| page.blocks.get(sentence.sentence.block))
            .is_some_and(|block| {
                matches!(block.block.kind, BlockKind::Headline | BlockKind::Subhead)
            });
        let opens = sentence.is_some_and(|sentence| sentence.tokens.start == neighbour)
            || neighbour > 0 && page.word(neighbour - 1) == ",";
        if heading && opens && states::is_state(page, neighbour) && states::is_state(page, start) {
            source.tokens.start = neighbour;
        }
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
            let rest = phrase.core.end..tokens.end;
            self.cast.within(&rest).first().filter(|appearance| {
                singular
                    && appearance.tokens.start == phrase.core.end + 1
                    && self.page.word(phrase.core.end) == ","
            })
        };
        // A name with a suffix: "Martin Smith, Jr."
        let suffixed = || {
            inside
                .last()
                .filter(|appearance| appearance.tokens.end > phrase.core.end)
        };
        head.or_else(apposed).or_else(suffixed).cloned()
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
                ) || page.is(at, Classes::RELATIVE) && !page.is(at, Classes::DETERMINER)
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

    fn body(
        &self,
        source: &mut SourceDraft<'t>,
        phrase: &Phrase<'l>,
        lemma: &'l str,
        kind: BodyKind,
        mark: BodyMark,
        plural: bool,
    ) -> Referent<'l> {
        let page = self.page;
        if mark == BodyMark::Side {
            return self.side(source, phrase);
        }
        source.kind = match kind {
            _ if plural && kind != BodyKind::Media => SourceKind::Group,
            BodyKind::Government => SourceKind::Government,
            BodyKind::Organization => SourceKind::Organization,
            BodyKind::Group => SourceKind::Group,
            BodyKind::Media => SourceKind::Media,
            BodyKind::Document => SourceKind::Document,
        };
        if plural {
            return Referent::Several;
        }
        let known = lemma.starts_with(|first: char| first.is_uppercase());
        if known && phrase.head_tokens == phrase.core {
            // "EU" where the article prints "European Union" elsewhere.
            let full = self.bodies.full_name(lemma);
            let full = full.unwrap_or_else(|| phrase.core.clone());
            source.name = Some(plain(page, &full));
            return Referent::Body(full);
        }
        let name = self.with_of(phrase, &source.tokens);
        let specified = proper(page, &phrase.core)
            || name.end > phrase.core.end && proper(page, &(phrase.core.end..name.end));
        if specified && (kind != BodyKind::Document || phrase.definite) && !phrase.indefinite {
            source.name = Some(plain(page, &name));
            return if kind == BodyKind::Document {
                Referent::Document
            } else {
                Referent::Body(name)
            };
        }
        if kind == BodyKind::Document {
            return Referent::Document;
        }
        if phrase.definite && !phrase.possessed && phrase.core == phrase.head_tokens {
            if let Some(tokens) = self.body_before(source.tokens.start, lemma, kind, mark) {
                source.name = Some(plain(page, &tokens));
                return Referent::Body(tokens);
            }
        }
        source.anonymous = phrase.indefinite;
        Referent::Unknown
    }

    /// "the Prosecutor's office in Lima", "Ministry of Health": with the words that make it this body.
    fn with_of(&self, phrase: &Phrase<'l>, tokens: &TokenRange) -> TokenRange {
        let page = self.page;
        let mut end = phrase.core.end;
        if end < tokens.end && page.is(end, Classes::PREPOSITION) {
            let mut at = end + 1;
            while at < tokens.end
                && (page.has(at, Flags::CAPITALISED)
                    || page.reads(at, "the")
                    || page.reads(at, "and")
                    || page.reads(at, "of")
                    || page.is(at, Classes::NAME_PART))
            {
                at += 1;
            }
            if page.has(at - 1, Flags::CAPITALISED) {
                end = at;
            }
        }
        phrase.core.start..end
    }

    /// "the Chilean side", "both sides"
    fn side(&self, source: &mut SourceDraft<'t>, phrase: &Phrase<'l>) -> Referent<'l> {
        if let Some(lemma) = place_in(self.page, &phrase.core) {
            source.kind = SourceKind::Government;
            source.name = Some(Cow::Owned(lemma.to_owned()));
            return Referent::Place(lemma);
        }
        source.kind = SourceKind::Group;
        // "the other side", "our side": which one, nothing tells.
        let both = self.page.word(phrase.core.end - 1).ends_with('s')
            || self.page.reads(source.tokens.start, "each")
            || self.page.reads(source.tokens.start, "neither");
        if both {
            if let Some(pair) = states::sides(
                self.pairs.get_or_init(|| states::pairs(self.page)),
                source.tokens.start,
            ) {
                source.name = Some(Cow::Owned([pair.first, " and ", pair.second].concat()));
            }
        }
        Referent::Several
    }

    fn place(
        &self,
        source: &mut SourceDraft<'t>,
        phrase: &Phrase<'l>,
        lemma: &'l str,
        kind: PlaceKind,
        slot: Slot,
    ) -> Referent<'l> {
        let printed = self.page.word(phrase.core.end - 1);
        match slot {
            // "condemned [Armenian] attacks": the state by its adjective.
            Slot::Demonym
                if phrase.core.len() == 1
                    && !phrase.definite
                    && !phrase.indefinite
                    && !printed.ends_with('s')
                    && !printed.ends_with("men") =>
            {
                source.kind = SourceKind::Government;
                source.name = Some(Cow::Owned(lemma.to_owned()));
                Referent::Place(lemma)
            }
            Slot::Demonym => {
                // "the Chileans", "Chileans"; "the Chilean" is one of them.
                if printed.ends_with('s') || printed.ends_with("men") || !phrase.definite {
                    source.kind = SourceKind::Group;
                    source.name = Some(plain(self.page, &phrase.core));
                    return Referent::Several;
                }
                source.kind = SourceKind::Person;
                Referent::Stranger(Gender::Both)
            }
            Slot::Capital => {
                source.kind = SourceKind::Government;
                source.name = Some(Cow::Owned(lemma.to_owned()));
                Referent::Place(lemma)
            }
            _ => {
                source.kind = match kind {
                    PlaceKind::Country | PlaceKind::Territory => SourceKind::Government,
                    _ => SourceKind::Place,
                };
                source.name = Some(Cow::Owned(lemma.to_owned()));
                Referent::Place(lemma)
            }
        }
    }

    /// A head that no dictionary knows.
    fn unknown(&self, source: &mut SourceDraft<'t>, phrase: &Phrase<'l>) -> Referent<'l> {
        let page = self.page;
        let last = phrase.core.end.saturating_sub(1);
        // "two said", "a growing number of senators said"
        let counted = page.is(last, Classes::NUMBER.with(Classes::QUANTIFIER))
            || page.kind(last) == Some(TokenKind::Number);
        let number_of = phrase.indefinite
            && page.reads(phrase.core.end, "of")
            && source.tokens.end > phrase.core.end + 1
            && page.word(source.tokens.end - 1).ends_with('s');
        if counted || number_of {
            source.kind = SourceKind::Group;
            source.anonymous = true;
            return Referent::Several;
        }
        let capital = page.has(last, Flags::CAPITALISED);
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
        source.name = Some(plain(page, &phrase.core));
        let body = phrase.definite || page.has(last, Flags::ALL_CAPS);
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
            _ => Referent::Body(phrase.core.clone()),
        }
    }

    /// "Chile and Peru", "Ana Ruiz and Joe Soto": each is a source by itself.
    fn joint(
        &self,
        claims: &[ClaimDraft<'t, 'l>],
        index: usize,
        source: &mut SourceDraft<'t>,
        others: &mut Vec<SourceDraft<'t>>,
    ) -> Option<Referent<'l>> {
        let parts = self.parts(&source.tokens)?;
        let mut drafts = Vec::with_capacity(parts.len());
        for tokens in parts {
            let mut part = SourceDraft::new(tokens, SourceKind::Unknown);
            // A part that is joint itself is not taken further apart.
            self.describe_part(claims, index, &mut part);
            drafts.push(part);
        }
        let named: Vec<&str> = drafts
            .iter()
            .filter_map(|draft| draft.name.as_deref())
            .collect();
        if named.len() == drafts.len() {
            source.name = match named.split_last() {
                Some((last, rest)) if !rest.is_empty() => {
                    Some(Cow::Owned([&rest.join(", "), " and ", last].concat()))
                }
                _ => None,
            };
        }
        let kinds_agree = drafts.windows(2).all(|pair| pair[0].kind == pair[1].kind);
        source.kind = match drafts.first() {
            Some(first) if kinds_agree && first.kind == SourceKind::Government => first.kind,
            _ => SourceKind::Group,
        };
        source.anonymous = drafts.iter().all(|draft| draft.anonymous);
        others.extend(drafts.into_iter().skip(1));
        Some(Referent::Several)
    }

    fn describe_part(
        &self,
        claims: &[ClaimDraft<'t, 'l>],
        index: usize,
        part: &mut SourceDraft<'t>,
    ) {
        let page = self.page;
        if part.tokens.len() == 1 && self.pronoun_at(&part.tokens).is_some() {
            part.kind = SourceKind::Pronoun;
            return;
        }
        let phrase = phrase::read(page, &part.tokens);
        if let Some(appearance) = self.person_in(&phrase, &part.tokens) {
            self.person(part, &phrase, &appearance);
            return;
        }
        match phrase.head {
            Head::Role {
                lemma,
                kind,
                plural,
            } => {
                self.role(claims, index, part, &phrase, lemma, kind, plural);
            }
            Head::Body {
                lemma,
                kind,
                mark,
                plural,
            } => {
                self.body(part, &phrase, lemma, kind, mark, plural);
            }
            Head::Place { lemma, kind, slot } => {
                self.place(part, &phrase, lemma, kind, slot);
            }
            Head::Unknown => {
                self.unknown(part, &phrase);
            }
        }
    }

    /// The parts of "A and B", "A, B and C"; none where "and" stands inside one phrase ("health and safety office").
    fn parts(&self, tokens: &TokenRange) -> Option<Vec<TokenRange>> {
        let page = self.page;
        let joint = |at| page.reads(at, "and") || matches!(page.word(at), "," | "&");
        if !tokens.clone().any(joint) {
            return None;
        }
        let start = if page.reads(tokens.start, "both") {
            tokens.start + 1
        } else {
            tokens.start
        };
        let mut cuts = Vec::new();
        let mut at = start;
        let mut conjunction = false;
        while at < tokens.end {
            let length = usize::from(page.tokens.get(at)?.phrase_length.max(1));
            if length > 1
                && page.phrase_classes(at).any(
                    Classes::ORGANIZATION
                        .with(Classes::PLACE)
                        .with(Classes::TITLE)
                        .with(Classes::ROLE)
                        .with(Classes::MEDIA),
                )
            {
                at += length;
                continue;
            }
            if page.reads(at, "and") || page.word(at) == "&" {
                cuts.push(at);
                conjunction = true;
            } else if page.word(at) == "," {
                cuts.push(at);
            } else if page.is(
                at,
                Classes::RELATIVE
                    .with(Classes::SUBORDINATOR)
                    .with(Classes::AUXILIARY),
            ) || page.is(at, Classes::PREPOSITION)
                    && !page.is(at, Classes::NAME_PART)
                    // "the union and Sen. Ana Ruiz of Utah"
                    && !(page.reads(at, "of") && page.is(at + 1, Classes::PLACE) && self.cast.within(&(start..at)).last().is_some_and(|appearance| appearance.tokens.end == at))
            {
                // "officials in Chile and Peru" are one crowd.
                return None;
            }
            at += 1;
        }
        if cuts.is_empty() {
            return None;
        }
        let mut parts = Vec::new();
        let mut from = start;
        for &cut in cuts.iter().chain(std::iter::once(&tokens.end)) {
            if from < cut {
                parts.push(from..cut);
            }
            from = cut + 1;
        }
        // "Ana Ruiz, a nurse and the head of the union": an apposition.
        let comma = cuts.iter().any(|&cut| page.word(cut) == ",");
        let apposed =
            |part: &TokenRange| page.is(part.start, Classes::DETERMINER.with(Classes::POSSESSIVE));
        if comma && parts.iter().skip(1).any(apposed) {
            return None;
        }
        let state = |part: &TokenRange| {
            page.is(part.start, Classes::PLACE)
                && states::is_state(page, part.start)
                && (part.len() == 1
                    || usize::from(page.tokens[part.start].phrase_length) == part.len())
        };
        if !conjunction {
            // "Chile, Peru Say" in a heading; a comma alone is an apposition otherwise.
            return (parts.len() == 2 && parts.iter().all(state)).then_some(parts);
        }
        // Every part names or tells somebody by itself: a determiner, a name, a place, a plural.
        let whole = |part: &TokenRange| {
            let last = part.end - 1;
            page.is(part.start, Classes::DETERMINER.with(Classes::POSSESSIVE))
                || page.has(last, Flags::CAPITALISED)
                || page.word(last).ends_with('s')
                || is_possessive(page, last)
                || page.is(part.start, Classes::PRONOUN)
        };
        (parts.len() >= 2 && parts.len() <= 6 && parts.iter().all(whole)).then_some(parts)
    }
}
