//! Bodies and places that speak, by what the dictionary says of the head: "the ministry", "both sides", "Lima".

use std::borrow::Cow;

use crate::claims::draft::SourceDraft;
use crate::entities::organizations::{body_at, is_derived, proper};
use crate::entities::places::place_in;
use crate::entities::titles::charge_end;
use crate::extraction::SourceKind;
use crate::lexicon::entries::bodies::{BodyKind, BodyMark, PlaceKind};
use crate::lexicon::entries::people::Gender;
use crate::lexicon::{Classes, Slot};
use crate::text::{Flags, Page, TokenRange};

use super::Resolver;
use super::phrase::{Phrase, is_possessive};
use super::referent::{Referent, named, plain};
use super::states;

const WHERE: Classes = Classes::PLACE.with(Classes::DEMONYM);

/// The most words of a noun for a body: "human rights group".
const LONGEST_NOUN: usize = 3;

pub(super) fn kind_of(kind: BodyKind, plural: bool) -> SourceKind {
    match kind {
        // "County records show": documents stay documents.
        _ if plural && !matches!(kind, BodyKind::Media | BodyKind::Document) => SourceKind::Group,
        BodyKind::Government => SourceKind::Government,
        BodyKind::Organization => SourceKind::Organization,
        BodyKind::Group => SourceKind::Group,
        BodyKind::Media => SourceKind::Media,
        BodyKind::Document => SourceKind::Document,
    }
}

/// "the Swedish retailer", "the Lima-based union" are not called so.
fn is_bare(page: &Page<'_, '_>, phrase: &Phrase<'_>, mark: BodyMark) -> bool {
    let told = phrase.core.start..phrase.head_tokens.start;
    let derived = |at| is_derived(page, at);
    !page.has(phrase.head_tokens.start, Flags::CAPITALISED)
        && !told.is_empty()
        && (mark == BodyMark::Company || told.clone().all(derived))
        && told.clone().all(|at| page.is(at, WHERE) || derived(at))
}

/// "Mr Ruiz's party": by whose it is.
fn told_by_possessor(page: &Page<'_, '_>, phrase: &Phrase<'_>) -> bool {
    !page.has(phrase.head_tokens.start, Flags::CAPITALISED)
        && phrase.core.clone().any(|at| is_possessive(page, at))
}

impl<'t, 'l> Resolver<'_, 't, 'l> {
    pub(super) fn body(
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
        source.kind = kind_of(kind, plural);
        // "A paper published in Nature" is read, and prints nothing.
        if lemma == "paper" && page.reads(phrase.core.end, "published") {
            source.kind = SourceKind::Document;
            return Referent::Document;
        }
        // "the Al-Noor Brigades", but "Peruvian ministries": a plural that is a name is one body.
        let name_of_many = page.has(phrase.head_tokens.start, Flags::CAPITALISED)
            && phrase.core.start < phrase.head_tokens.start
            && proper(page, &(phrase.core.start..phrase.head_tokens.start));
        if plural && !(phrase.definite && !phrase.possessed && name_of_many) {
            return if kind == BodyKind::Document {
                Referent::Document
            } else {
                Referent::Several
            };
        }
        // "Mr Ruiz's party, the Norvale Union, said"
        if told_by_possessor(page, phrase) {
            if let Some(name) = self.apposed_name(phrase, &source.tokens) {
                return self.is_called(source, name);
            }
        }
        if let Some(name) = self.listed(phrase, lemma) {
            return self.is_called(source, name);
        }
        let name = self.with_of(phrase, &source.tokens);
        let bare = is_bare(page, phrase, mark);
        let whole = if bare {
            &phrase.core
        } else {
            &phrase.head_tokens
        };
        let alone = phrase.definite && !phrase.possessed && name == *whole;
        // "The Ministry", behind "the Ministry of Health": a capital makes no name of it.
        if alone && page.has(phrase.core.start, Flags::CAPITALISED) && kind != BodyKind::Document {
            if let Some(tokens) = self.full_body_before(source.tokens.start, lemma) {
                return self.is_called(source, tokens);
            }
        }
        let specified = proper(page, &phrase.core)
            || name.end > phrase.core.end && proper(page, &(phrase.core.end..name.end));
        if specified
            && !(bare && alone)
            && (kind != BodyKind::Document || phrase.definite)
            && !phrase.indefinite
        {
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
        if let Some(name) = self.apposed_name(phrase, &source.tokens) {
            return self.is_called(source, name);
        }
        if alone {
            if let Some(tokens) = self.body_before(source.tokens.start, lemma, kind, mark) {
                return self.is_taken_up(source, tokens);
            }
        }
        source.anonymous = phrase.indefinite;
        Referent::Nameless(source.kind)
    }

    /// "the Central Bank of Norvale … The bank": called and of the kind that the name tells.
    fn is_taken_up(&self, source: &mut SourceDraft<'t>, name: TokenRange) -> Referent<'l> {
        let body = self.bodies.holding(name.start);
        if let Some(body) = body.filter(|body| body.kind == BodyKind::Government) {
            source.kind = kind_of(body.kind, false);
        }
        self.is_called(source, name)
    }

    /// The body's name stands there.
    fn is_called(&self, source: &mut SourceDraft<'t>, name: TokenRange) -> Referent<'l> {
        source.name = Some(plain(self.page, &name));
        Referent::Body(name)
    }

    /// A name that the dictionary has: "EU" where the article prints "European Union" elsewhere.
    fn listed(&self, phrase: &Phrase<'l>, lemma: &'l str) -> Option<TokenRange> {
        if !lemma.starts_with(|first: char| first.is_uppercase()) {
            return None;
        }
        let named = self.without_place(phrase);
        if phrase.head_tokens == named {
            return Some(self.bodies.full_name(lemma).unwrap_or(named));
        }
        self.introduced(phrase)
    }

    /// "the Peruvian newspaper [El Comercio]": behind the word that says what it is, without its article.
    fn introduced(&self, phrase: &Phrase<'l>) -> Option<TokenRange> {
        let page = self.page;
        let head = &phrase.head_tokens;
        let before = head.start.checked_sub(1)?;
        let what = Classes::ORGANIZATION.with(Classes::MEDIA);
        let introduced = head.start > phrase.core.start
            && page.is(before, what)
            && !page.has(before, Flags::CAPITALISED);
        let article = usize::from(page.is(head.start, Classes::DETERMINER));
        introduced.then(|| head.start + article..head.end)
    }

    /// "Chile's [Norvale]": whose it is belongs to no name that stands by itself.
    pub(super) fn without_place(&self, phrase: &Phrase<'l>) -> TokenRange {
        let page = self.page;
        let core = &phrase.core;
        let mark = core.clone().find(|&at| is_possessive(page, at));
        let names = |at| page.has(at, Flags::CAPITALISED);
        match mark {
            Some(mark)
                if mark == core.start + 1
                    && page.is(core.start, Classes::PLACE)
                    && mark + 1 < core.end
                    && (mark + 1..core.end).all(names) =>
            {
                mark + 1..core.end
            }
            _ => core.clone(),
        }
    }

    /// "rights group [Norvale]", "the tech firm [Norvale Two]": a name that no dictionary knows, behind what it is.
    pub(super) fn told_body(
        &self,
        source: &mut SourceDraft<'t>,
        phrase: &Phrase<'l>,
    ) -> Option<Referent<'l>> {
        let page = self.page;
        let core = &phrase.core;
        let name = core
            .clone()
            .rev()
            .take_while(|&at| page.has(at, Flags::CAPITALISED))
            .last()
            .filter(|&start| start > core.start)?;
        let from = name.saturating_sub(LONGEST_NOUN).max(core.start);
        let noun = (from..name).find_map(|at| {
            let (lemma, kind, length, slot) = body_at(page, at)?;
            let noun = !lemma.starts_with(char::is_uppercase) && slot != Slot::Plural;
            (noun && at + length == name).then_some(kind)
        })?;
        let small = !page.has(name - 1, Flags::CAPITALISED);
        if noun == BodyKind::Document || !small || page.is(name, Classes::FIRST_NAME) {
            return None;
        }
        let name = name..core.end;
        source.kind = kind_of(noun, false);
        source.name = Some(plain(page, &name));
        Some(Referent::Body(name))
    }

    /// "the operator, [Harbour Lines]," behind what a body is.
    fn apposed_name(&self, phrase: &Phrase<'l>, tokens: &TokenRange) -> Option<TokenRange> {
        let page = self.page;
        let mut start = phrase.core.end + 1;
        start += usize::from(page.is(start, Classes::DETERMINER));
        let goes_on = |at: &usize| {
            page.has(*at, Flags::CAPITALISED)
                || *at > start && is_possessive(page, *at)
                || *at > start && (page.reads(*at, "of") || page.reads(*at, "and"))
        };
        let end = (start..tokens.end).take_while(goes_on).last()? + 1;
        let closes = end == tokens.end || page.word(end) == ",";
        // "The committee, Ana Ruiz," is not what the committee is called, and "The committee, Monday," is no name.
        let other = page.is(start, Classes::FIRST_NAME) || self.syntax.is_time(start);
        let apposed = page.word(phrase.core.end) == "," && closes && !phrase.indefinite && !other;
        (apposed && page.has(end - 1, Flags::CAPITALISED)).then_some(start..end)
    }

    /// "the Prosecutor's office in Lima", "Ministry of Health": with the words that make it this body.
    pub(super) fn with_of(&self, phrase: &Phrase<'l>, tokens: &TokenRange) -> TokenRange {
        let page = self.page;
        let mut end = phrase.core.end;
        if end < tokens.end && page.is(end, Classes::PREPOSITION) {
            let mut at = end + 1;
            while at < tokens.end
                // "Ministry of Health on Monday"
                && !page.is(at, Classes::WEEKDAY.with(Classes::MONTH))
                && (page.has(at, Flags::CAPITALISED)
                    || page.reads(at, "the")
                    || page.reads(at, "and")
                    || page.reads(at, "of")
                    || page.is(at, Classes::NAME_PART))
            {
                at += 1;
            }
            if page.has(at.wrapping_sub(1), Flags::CAPITALISED) {
                end = at;
            }
            // "the Ministry of Health, Labour and Welfare"
            let charge = charge_end(page, &phrase.head_tokens);
            if page.has(charge - 1, Flags::CAPITALISED) && charge <= tokens.end {
                end = end.max(charge);
            }
        }
        phrase.core.start..end
    }

    /// "the Chilean side", "both sides"
    fn side(&self, source: &mut SourceDraft<'t>, phrase: &Phrase<'l>) -> Referent<'l> {
        if let Some(lemma) = place_in(self.page, &phrase.core) {
            source.kind = SourceKind::Government;
            source.name = Some(named(self.page, &phrase.core, lemma));
            return Referent::Place(lemma);
        }
        source.kind = SourceKind::Group;
        // "the other side", "our side": which one, nothing tells.
        let both = self
            .page
            .word(phrase.core.end.wrapping_sub(1))
            .ends_with('s')
            || self.page.reads(source.tokens.start, "each")
            || self.page.reads(source.tokens.start, "neither");
        if both {
            if let Some(pair) = states::sides(
                self.pairs.get_or_init(|| states::pairs(self.syntax)),
                source.tokens.start,
            ) {
                source.name = Some(Cow::Owned([pair.first, " and ", pair.second].concat()));
            }
        }
        Referent::Several
    }

    pub(super) fn place(
        &self,
        source: &mut SourceDraft<'t>,
        phrase: &Phrase<'l>,
        lemma: &'l str,
        kind: PlaceKind,
        slot: Slot,
    ) -> Referent<'l> {
        let printed = self.page.word(phrase.core.end.wrapping_sub(1));
        match slot {
            // "condemned [Peruvian] attacks": the state by its adjective.
            Slot::Demonym
                if phrase.core.len() == 1
                    && !phrase.definite
                    && !phrase.indefinite
                    && !printed.ends_with('s')
                    && !printed.ends_with("men") =>
            {
                source.kind = SourceKind::Government;
                source.name = Some(named(self.page, &phrase.core, lemma));
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
                source.name = Some(named(self.page, &phrase.core, lemma));
                Referent::Place(lemma)
            }
            _ => {
                source.kind = match kind {
                    PlaceKind::Country | PlaceKind::Territory => SourceKind::Government,
                    _ => SourceKind::Place,
                };
                source.name = Some(named(self.page, &phrase.core, lemma));
                Referent::Place(lemma)
            }
        }
    }
}
