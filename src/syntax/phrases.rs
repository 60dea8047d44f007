//! Noun phrases without a parser: read outward from a verb, a mark or a preposition, to the left or to the right.
//!
//! What belongs to a phrase nobody can tell from its words alone ("officials in the capital", "he left the talks on
//! Syria angry"), so whoever asks says how far it may go: [`Reach`].

use crate::lexicon::Classes;
use crate::text::TokenRange;

use super::grammar::{FAR, Syntax};
use super::tags::Tag;

/// How far a phrase goes; each reach has all of those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reach {
    /// "the union's new leader": over no preposition, comma or verb
    Base,
    /// "the leader of the union"
    Of,
    /// "the troops backed by the union in the capital"
    Prepositions,
    /// "the union and its leader"
    Coordination,
    /// "the union that organised it"
    Relative,
    /// "Ana Ruiz, the leader of the union"
    Apposition,
}

impl Reach {
    /// The noun phrase that ends before `end`; not before `floor`.
    pub(crate) fn ending_at(
        self,
        syntax: &Syntax<'_, '_, '_>,
        end: usize,
        floor: usize,
    ) -> Option<TokenRange> {
        let floor = floor.max(end.saturating_sub(FAR));
        let mut phrase = Leftward {
            syntax,
            reach: self,
            floor,
            start: end,
            end,
            crossed: false,
        };
        let mut index = end;
        while index > floor && phrase.takes(index - 1) {
            index -= 1;
        }
        (phrase.start < end).then_some(phrase.start..end)
    }

    /// The noun phrase that starts at `start`, up to `limit`.
    pub(crate) fn starting_at(
        self,
        syntax: &Syntax<'_, '_, '_>,
        start: usize,
        limit: usize,
    ) -> Option<TokenRange> {
        let first = syntax.tag(start);
        if !first.opens_phrase() || start >= limit {
            return None;
        }
        if first == Tag::Pronoun && stands_alone(syntax, start) {
            return Some(start..start + 1);
        }
        let limit = limit.min(start + FAR);
        let mut phrase = Rightward {
            syntax,
            reach: self,
            start,
            relative: false,
            reduced: false,
        };
        let mut index = start + 1;
        while index < limit && phrase.takes(index) {
            index += 1;
        }
        while index > start + 1
            && (matches!(syntax.tag(index - 1), Tag::Comma | Tag::Conjunction)
                // "Ana Ruiz, who lives nearby": the relative clause has its adverb.
                || syntax.tag(index - 1) == Tag::Adverb && !phrase.relative)
        {
            index -= 1;
        }
        Some(start..index)
    }
}

/// The noun phrase that ends before `end`, with its "of", "in", "for" phrases and coordinations; not before `floor`.
pub(crate) fn ending_at(
    syntax: &Syntax<'_, '_, '_>,
    end: usize,
    floor: usize,
) -> Option<TokenRange> {
    Reach::Coordination.ending_at(syntax, end, floor)
}

/// The noun phrase that starts at `start` and what belongs to it up to `limit`: appositions, relative clauses,
/// phrases behind it. For a subject behind its verb ("said Ana Ruiz, a nurse who treated him").
pub(crate) fn starting_at(
    syntax: &Syntax<'_, '_, '_>,
    start: usize,
    limit: usize,
    appositions: bool,
) -> Option<TokenRange> {
    let reach = if appositions {
        Reach::Apposition
    } else {
        Reach::Relative
    };
    reach.starting_at(syntax, start, limit)
}

/// The most tokens of a list behind its first phrase.
const LIST: usize = 16;

/// Where the list ends that goes on behind its first phrase: "doctors, nurses and patients"; the phrase's own end where none
/// does.
pub(crate) fn list_end(syntax: &Syntax<'_, '_, '_>, end: usize, limit: usize) -> usize {
    if syntax.tag(end) != Tag::Comma {
        return end;
    }
    let limit = limit.min(end + LIST);
    let part =
        |token: &usize| syntax.tag(*token).opens_phrase() || syntax.tag(*token) == Tag::Clitic;
    let items = |token: &usize| part(token) || syntax.tag(*token) == Tag::Comma;
    let joint = (end + 1..limit)
        .find(|token| !items(token))
        .unwrap_or(limit);
    // "criticised by Oslo, and Paris said": the item between comma and conjunction is missing.
    if joint == end + 1 || joint >= limit || syntax.tag(joint) != Tag::Conjunction {
        return end;
    }
    let last = (joint + 1..limit)
        .find(|token| !part(token))
        .unwrap_or(limit);
    let whole =
        last > joint + 1 && !syntax.tag(last).is_finite() && syntax.tag(last) != Tag::Auxiliary;
    if whole { last } else { end }
}

/// "officials *speaking* in the capital", "a source *close* to the talks": a verb form or an adjective that stands behind
/// its noun and begins a modifier.
pub(crate) fn modifies_behind(syntax: &Syntax<'_, '_, '_>, token: usize) -> bool {
    let is = |classes| syntax.page.is(token, classes);
    let adjective = is(Classes::ALSO_ADJECTIVE.with(Classes::ADVERB))
        && !is(Classes::ROLE.with(Classes::ORGANIZATION));
    let participle = is(Classes::PARTICIPLE.with(Classes::GERUND)) && !is(Classes::ALSO_NOUN);
    (adjective || participle) && syntax.page.is(token + 1, Classes::PREPOSITION)
}

/// A phrase that grows to the left.
struct Leftward<'s, 'p, 't, 'l> {
    syntax: &'s Syntax<'p, 't, 'l>,
    reach: Reach,
    floor: usize,
    /// The phrase as far as it is known.
    start: usize,
    end: usize,
    /// A conjunction stands in it.
    crossed: bool,
}

impl Leftward<'_, '_, '_, '_> {
    /// Looks at the next token to the left; whether the phrase can go on before it.
    fn takes(&mut self, token: usize) -> bool {
        let syntax = self.syntax;
        let before = if token > self.floor {
            syntax.tag(token - 1)
        } else {
            Tag::Stop
        };
        let adjoins = self.start == token + 1;
        let begun = adjoins && self.start < self.end;
        match syntax.tag(token) {
            // "On Monday Peter Lund said", "On Friday night police said"
            Tag::Name | Tag::Noun
                if begun && !syntax.is_time(self.start) && self.ends_adjunct(token) =>
            {
                return false;
            }
            Tag::Name | Tag::Noun | Tag::Number | Tag::Clitic => self.start = token,
            Tag::Determiner | Tag::Possessive | Tag::Quantifier => {
                self.start = token;
                return matches!(
                    before,
                    Tag::Preposition | Tag::Quantifier | Tag::Adverb | Tag::Conjunction
                );
            }
            // "a Coast Bank/Northern Post poll"
            Tag::Other if begun && syntax.page.word(token) == "/" => self.start = token,
            // "new fundraising reports"
            Tag::Gerund
                if begun
                    && syntax.tag(self.start) == Tag::Noun
                    && matches!(before, Tag::Noun | Tag::Clitic)
                    && !syntax.page.is(token, Classes::CUE_VERB) =>
            {
                self.start = token;
            }
            // "nearly all voters"
            Tag::Adverb
                if adjoins && matches!(syntax.tag(self.start), Tag::Quantifier | Tag::Number) =>
            {
                self.start = token;
            }
            Tag::Preposition if begun => {
                return token > self.floor && holds_phrases(before) && self.crosses(token);
            }
            Tag::Conjunction if begun => {
                self.crossed = token > self.floor && self.coordinates(token);
                return self.crossed;
            }
            // "a nurse at one of the clinics"
            Tag::Pronoun if syntax.reads(token + 1, "of") && self.start == token + 2 => {
                self.start = token;
                return before == Tag::Preposition;
            }
            // "she and most shopkeepers"
            Tag::Pronoun
                if self.crossed && self.start == token + 2 && is_personal(syntax, token) =>
            {
                self.start = token;
                return false;
            }
            // "Paris, Rome and Oslo"
            Tag::Comma
                if self.crossed
                    && adjoins
                    && before == Tag::Name
                    && syntax.tag(self.start) == Tag::Name => {}
            // "this week's guests"
            _ if syntax.tag(self.start) == Tag::Clitic && adjoins && syntax.is_time(token) => {
                self.start = token;
                while self.start > self.floor && syntax.is_time(self.start - 1) {
                    self.start -= 1;
                }
                return false;
            }
            _ => return false,
        }
        true
    }

    /// "On Monday", "On Friday night": a time with its preposition.
    fn ends_adjunct(&self, last: usize) -> bool {
        let mut first = last + 1;
        while first > self.floor && self.syntax.is_time(first - 1) {
            first -= 1;
        }
        first <= last && first > self.floor && self.syntax.tag(first - 1) == Tag::Preposition
    }

    /// Whether the phrase goes on before a preposition: "officials in the capital", but "In the capital officials".
    fn crosses(&self, preposition: usize) -> bool {
        match self.syntax.page.word(preposition) {
            "of" => self.reach >= Reach::Of,
            _ if self.reach < Reach::Prepositions => false,
            "in" | "for" | "at" => true,
            // "A spokesman from the ministry said", but "He left the talks on Syria angry".
            "as" | "than" | "after" | "before" | "since" | "until" | "despite" | "amid" => false,
            _ => !self.syntax.has_finite(self.floor..preposition),
        }
    }

    fn coordinates(&self, conjunction: usize) -> bool {
        let syntax = self.syntax;
        let named = |token: usize| syntax.tag(token) == Tag::Name;
        if self.reach < Reach::Coordination {
            // "Chilean and Peruvian sources": two adjectives of one noun
            let adjective = |at: usize| {
                syntax.page.is(at, Classes::DEMONYM) && !syntax.page.word(at).ends_with('s')
            };
            let one_noun = self.start + 1 < self.end;
            return one_noun && adjective(self.start) && adjective(conjunction - 1);
        }
        if syntax.tag(conjunction - 1) == Tag::Pronoun {
            return is_personal(syntax, conjunction - 1);
        }
        if !syntax.tag(conjunction - 1).is_nominal() {
            return false;
        }
        let alike = named(conjunction - 1) == named(self.start)
            && (named(self.start) || syntax.tag(self.start) == Tag::Noun);
        alike || !syntax.has_finite(self.floor..conjunction)
    }
}

/// "he", "we": a pronoun that is a subject and nothing else.
pub(crate) fn is_personal(syntax: &Syntax<'_, '_, '_>, pronoun: usize) -> bool {
    ["I", "we", "he", "she", "they", "you"]
        .iter()
        .any(|word| syntax.page.word(pronoun).eq_ignore_ascii_case(word))
}

fn holds_phrases(part: Tag) -> bool {
    part.is_nominal() || matches!(part, Tag::Quantifier | Tag::Pronoun)
}

/// Whether a pronoun is the whole phrase: not "many of them", "those who left", "said one former aide".
fn stands_alone(syntax: &Syntax<'_, '_, '_>, pronoun: usize) -> bool {
    let next = syntax.tag(pronoun + 1);
    let heads = syntax.page.is(pronoun, Classes::QUANTIFIER)
        || next == Tag::Relative
        || syntax.reads(pronoun + 1, "of")
        || syntax.page.is(pronoun, Classes::NUMBER) && next.is_nominal();
    !heads
}

/// A phrase that grows to the right.
struct Rightward<'s, 'p, 't, 'l> {
    syntax: &'s Syntax<'p, 't, 'l>,
    reach: Reach,
    start: usize,
    /// A relative clause has begun.
    relative: bool,
    /// "a report released on Monday by the bank": a participle with what belongs to it.
    reduced: bool,
}

impl Rightward<'_, '_, '_, '_> {
    /// Whether the next token belongs to the phrase.
    fn takes(&mut self, index: usize) -> bool {
        let syntax = self.syntax;
        let before = syntax.tag(index.wrapping_sub(1));
        let next = syntax.tag(index + 1);
        match syntax.tag(index) {
            // "a Coast Bank/Northern Post poll"
            Tag::Other => syntax.page.word(index) == "/" && next.is_nominal(),
            Tag::Stop
            | Tag::Semicolon
            | Tag::Colon
            | Tag::Dash
            | Tag::Open
            | Tag::Close
            | Tag::That
            | Tag::Subordinator
            | Tag::But => false,
            // "a January 2016 study"
            _ if syntax.is_time(index)
                && (syntax.is_time(index.wrapping_sub(1))
                    // "Holm's 2008 campaign"
                    || matches!(before, Tag::Determiner | Tag::Clitic))
                && (syntax.is_time(index + 1) || next == Tag::Noun) =>
            {
                true
            }
            Tag::Comma => {
                let apposed = match next {
                    Tag::Determiner
                    | Tag::Name
                    | Tag::Number
                    | Tag::Possessive
                    | Tag::Quantifier
                    | Tag::Relative
                    | Tag::Noun => true,
                    Tag::Preposition => syntax.reads(index + 1, "of"),
                    _ => false,
                };
                self.relative = next == Tag::Relative;
                apposed && self.reach >= Reach::Apposition
            }
            Tag::Relative => {
                self.relative = true;
                self.reach >= Reach::Relative
            }
            Tag::Conjunction => {
                let clause =
                    next.is_finite() && !self.relative || matches!(next, Tag::Pronoun | Tag::That);
                !clause && self.reach >= Reach::Coordination
            }
            Tag::Preposition => self.takes_preposition(index),
            Tag::Finite | Tag::Auxiliary | Tag::Modal | Tag::Pronoun | Tag::Question => {
                self.relative
            }
            Tag::Gerund | Tag::To | Tag::Object if self.reach < Reach::Prepositions => {
                // "the national planning office"
                next.is_nominal() && syntax.tag(index) == Tag::Gerund
            }
            Tag::Gerund if before == Tag::Comma => false,
            Tag::Past => {
                self.reduced = true;
                self.reach >= Reach::Prepositions
            }
            _ => !syntax.is_time(index) || self.reduced || self.relative,
        }
    }

    fn takes_preposition(&self, index: usize) -> bool {
        let syntax = self.syntax;
        let word = syntax.page.word(index);
        let within = match self.reach {
            Reach::Base => false,
            Reach::Of => word == "of",
            _ => true,
        };
        // "said Ana Ruiz on Monday"
        let when = syntax.is_time(index + 1) && index > self.start + 1 && !self.reduced
            || matches!(word, "as" | "after" | "before" | "during");
        within && (self.relative || !when)
    }
}
