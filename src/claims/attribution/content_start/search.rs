//! The way from a cue to its content: over adverbs, times, a hearer and places, to what can begin one.

use crate::claims::attribution::cues::Cue;
use crate::lexicon::Classes;
use crate::lexicon::entries::speech::Frames;
use crate::syntax::{Syntax, Tag};

use super::super::opening::{Opening, clause_follows};
use super::between::{
    behind_adjunct, behind_hearer, behind_insertion, behind_time, speaks_between,
};
use super::clause::{SPEAKS, gerund_clause, is_alone, main_clause_follows, object};
use super::preposition::prepositional;

/// The first token of the content behind the cue, and what it opens with.
pub(super) fn place(
    syntax: &Syntax<'_, '_, '_>,
    cue: &Cue<'_>,
    limit: usize,
) -> Option<(usize, Opening)> {
    let mut search = Search {
        syntax,
        cue,
        limit,
        index: cue.tokens.end,
        clausal: cue.takes(Frames::CLAUSE.with(Frames::QUOTE)),
        heard: !cue.takes(Frames::HEARER),
    };
    for _ in 0..STEPS {
        if search.index >= limit {
            break;
        }
        match search.step() {
            Step::Over(behind) => search.index = behind,
            Step::At(token, opening) => return Some((token, opening)),
            Step::Nothing => break,
        }
    }
    None
}

/// The most things that stand between a cue and its content: adverbs, times, a hearer, places.
const STEPS: usize = 12;

/// The way from a cue to its content.
struct Search<'a, 'p, 't, 'l> {
    syntax: &'a Syntax<'p, 't, 'l>,
    cue: &'a Cue<'l>,
    limit: usize,
    index: usize,
    /// The cue takes a clause or a quotation.
    clausal: bool,
    /// No hearer is expected, or he has been passed.
    heard: bool,
}

/// What to do with what stands there.
enum Step {
    /// Go on behind it: "said *on Monday* that".
    Over(usize),
    /// The content begins.
    At(usize, Opening),
    /// The cue has none.
    Nothing,
}

impl Step {
    fn of(found: Option<(usize, Opening)>) -> Self {
        found.map_or(Self::Nothing, |(token, opening)| Self::At(token, opening))
    }

    fn when(condition: bool, token: usize, opening: Opening) -> Self {
        Self::of(condition.then_some((token, opening)))
    }
}

impl Search<'_, '_, '_, '_> {
    /// What stands here, one arm a kind of word.
    fn step(&mut self) -> Step {
        let (syntax, cue, index) = (self.syntax, self.cue, self.index);
        let next = syntax.tag(index + 1);
        let beside = index == cue.tokens.end;
        match syntax.tag(index) {
            Tag::Open => Step::when(self.quotes(), index, Opening::Quotation),
            Tag::Stop | Tag::Semicolon | Tag::Close | Tag::Dash | Tag::Other => Step::Nothing,
            Tag::Colon => self.colon(),
            Tag::Comma => self.comma(),
            // "said Monday that", but "said Monday's storm was over"
            _ if syntax.is_time(index)
                && next != Tag::Clitic
                && !self.is_measured()
                && self.skips_time() =>
            {
                Step::Over(index + 1)
            }
            Tag::Noun | Tag::Adverb | Tag::Determiner if beside && self.is_answered() => {
                Step::At(index, Opening::Object)
            }
            Tag::That => self.that(),
            Tag::Question => {
                let takes = cue.takes(Frames::WH.with(Frames::CLAUSE).with(Frames::OBJECT));
                Step::when(takes, index, Opening::Question)
            }
            // "asked which bridge was safe", "could not remember who fired": nothing stands before it that it could tell of.
            Tag::Relative if beside && cue.takes(Frames::WH) => Step::At(index, Opening::Question),
            Tag::Relative => Step::Nothing,
            Tag::To => Step::when(self.takes_infinitive(), index, Opening::Infinitive),
            // "asked not to be named": what is asked is that it not be done
            Tag::Negation if next == Tag::To && self.takes_infinitive() => {
                Step::At(index, Opening::Infinitive)
            }
            Tag::Subordinator => self.subordinator(),
            // "said nearly half of them left"
            Tag::Adverb if self.clausal && matches!(next, Tag::Quantifier | Tag::Number) => {
                Step::of(object(syntax, cue, index, self.limit))
            }
            // "said hard times lay ahead": an adjective, whatever it is elsewhere
            Tag::Adverb
                if beside
                    && next == Tag::Noun
                    && cue.takes(Frames::CLAUSE)
                    && syntax.may_be_adjective(index)
                    && clause_follows(syntax, index + 1, self.limit) =>
            {
                Step::At(index, Opening::Bare)
            }
            // "proposed jointly owned drones"
            Tag::Adverb
                if beside
                    && cue.takes(Frames::OBJECT)
                    && matches!(next, Tag::Past | Tag::Participle)
                    && syntax.tag(index + 2) == Tag::Noun =>
            {
                Step::of(object(syntax, cue, index, self.limit))
            }
            Tag::Adverb | Tag::Negation => Step::Over(index + 1),
            // "ordered about 3,000 people to leave"
            Tag::Preposition
                if beside
                    && next == Tag::Number
                    && syntax.page.is(index, Classes::HEDGE)
                    && self.takes_infinitive()
                    && !self.heard =>
            {
                self.phrase()
            }
            Tag::Preposition => self.preposition(),
            Tag::Gerund => self.gerund(),
            tag if tag.opens_phrase() || tag == Tag::Object => self.phrase(),
            _ if beside => self.verb_form(),
            _ => Step::Nothing,
        }
    }

    fn gerund(&self) -> Step {
        let (syntax, cue, index) = (self.syntax, self.cue, self.index);
        // "said raising taxes would help"
        if cue.takes(Frames::CLAUSE) && gerund_clause(syntax, index, self.limit) {
            return Step::At(index, Opening::Bare);
        }
        // "suggested raising taxes"
        let takes = cue.takes(Frames::GERUND.with(Frames::OBJECT));
        Step::when(takes, index, Opening::Object)
    }

    /// A participle or an auxiliary right behind the cue.
    fn verb_form(&self) -> Step {
        let (syntax, cue, index) = (self.syntax, self.cue, self.index);
        let auxiliary = matches!(syntax.page.word(index), "having" | "being");
        // "denied having seen the letter", "denied being there"
        if auxiliary && cue.takes(Frames::GERUND) {
            return Step::At(index, Opening::Object);
        }
        let modifies = matches!(syntax.tag(index), Tag::Past | Tag::Participle)
            && matches!(syntax.tag(index + 1), Tag::Noun | Tag::Name);
        // "cited heightened interest": a participle before its noun.
        if modifies && cue.takes(Frames::OBJECT) {
            return Step::of(object(syntax, cue, index, self.limit));
        }
        // "said closed shops hurt the town": a participle before the noun of a clause.
        let of_noun =
            || modifies && cue.word.share >= SPEAKS && clause_follows(syntax, index, self.limit);
        // "said having the depot beside the school is a risk"
        let of_auxiliary = || auxiliary && gerund_clause(syntax, index + 1, self.limit);
        let clause = cue.takes(Frames::CLAUSE) && (of_noun() || of_auxiliary());
        Step::when(clause, index, Opening::Bare)
    }

    fn takes_infinitive(&self) -> bool {
        let frames = Frames::INFINITIVE.with(Frames::OBJECT_INFINITIVE);
        self.cue.takes(frames)
    }

    /// "said each year of school helps", "said the past weeks had been hard": the time is what is measured, and no adjunct.
    fn is_measured(&self) -> bool {
        let behind = behind_time(self.syntax, self.index, self.limit);
        let subject = self.syntax.tag(self.index) == Tag::Determiner
            && self.cue.takes(Frames::CLAUSE)
            && behind.is_some_and(|behind| self.syntax.tag(behind).is_finite());
        if subject {
            return true;
        }
        behind.is_some_and(|behind| {
            self.syntax.reads(behind, "of")
                && matches!(
                    self.syntax.tag(self.index),
                    Tag::Determiner | Tag::Quantifier | Tag::Number
                )
                && clause_follows(self.syntax, self.index, self.limit)
        })
    }

    /// `began "shouting at" the nurses`: to a verb that takes quotations only, a phrase in quotation marks is no speech.
    fn quotes(&self) -> bool {
        let (syntax, cue, index) = (self.syntax, self.cue, self.index);
        let behind = syntax.behind_quotation(index);
        !cue.word.frames.are(Frames::QUOTE)
            || behind >= self.limit
            || matches!(
                syntax.tag(behind.wrapping_sub(2)),
                Tag::Stop | Tag::Comma | Tag::Dash
            )
            || matches!(syntax.tag(behind), Tag::Stop | Tag::Comma | Tag::Semicolon)
    }

    /// "said Monday that", "weighed in Friday about whether"; not "backed Monday's plan".
    fn skips_time(&self) -> bool {
        let behind = behind_time(self.syntax, self.index, self.limit);
        self.clausal
            || behind.is_some_and(|behind| {
                self.syntax.tag(behind) == Tag::Preposition
                    && prepositional(self.syntax, self.cue, behind, self.limit).is_some()
            })
    }

    fn colon(&self) -> Step {
        let behind = self.index + 1;
        let opening = if self.syntax.tag(behind) == Tag::Open {
            Opening::Quotation
        } else {
            Opening::Bare
        };
        Step::when(self.clausal && behind < self.limit, behind, opening)
    }

    fn comma(&self) -> Step {
        let (syntax, index) = (self.syntax, self.index);
        if self.clausal && syntax.tag(index + 1) == Tag::Open {
            return Step::At(index + 1, Opening::Quotation);
        }
        // "said, however, that", "said, in part, that"
        let that = (index + 1..self.limit.min(index + 9)).find(|&at| syntax.tag(at) == Tag::That);
        match that.filter(|&that| syntax.tag(that - 1) == Tag::Comma) {
            // "He hopes, she said, that rents fall": the insertion has its own speaker.
            Some(that) if speaks_between(syntax, index + 1..that) => Step::Nothing,
            Some(that) if self.cue.takes(Frames::CLAUSE) => Step::At(that + 1, Opening::That),
            _ if self.clausal => {
                let open = behind_insertion(syntax, index, self.limit);
                Step::of(open.map(|open| (open, Opening::Quotation)))
            }
            _ => Step::Nothing,
        }
    }

    /// "46 percent said yes", "neither side would say so": a word that is all that is said.
    fn is_answered(&self) -> bool {
        let (syntax, behind) = (self.syntax, self.index + 1);
        let next = syntax.tag(behind);
        let ends = matches!(next, Tag::Comma | Tag::Stop)
            || syntax.is_time(behind)
            || next == Tag::Preposition && syntax.is_time(behind + 1);
        // "said later" is a time, "said softly" a manner.
        let answer = syntax.page.is(self.index, Classes::ANSWER);
        answer && ends && self.clausal && self.cue.word.share >= SPEAKS
    }

    fn that(&self) -> Step {
        let (syntax, cue, index) = (self.syntax, self.cue, self.index);
        // "The ministry denied that."
        if is_alone(syntax, index, self.limit) {
            return Step::when(cue.takes(Frames::OBJECT), index, Opening::Object);
        }
        // "said that is unlikely": a pronoun and its verb.
        if cue.takes(Frames::CLAUSE)
            && index == cue.tokens.end
            && cue.word.share >= SPEAKS
            && syntax.tag(index + 1).is_auxiliary()
            && !matches!(syntax.page.word(index + 1), "being" | "having")
        {
            return Step::At(index, Opening::Bare);
        }
        // `said that, "My plan was to stay."`
        let comma = syntax.tag(index + 1) == Tag::Comma;
        if self.clausal && comma && syntax.tag(index + 2) == Tag::Open {
            return Step::At(index + 2, Opening::Quotation);
        }
        // "said that", "asked that they leave"
        let behind = index + 1;
        let clause = cue.takes(Frames::CLAUSE)
            || cue.takes(Frames::OBJECT_INFINITIVE) && clause_follows(syntax, behind, self.limit);
        // "disputed that figure": nothing behind it has a verb.
        let pointed = index == cue.tokens.end
            && cue.takes(Frames::OBJECT)
            && syntax.tag(behind) == Tag::Noun
            && !matches!(
                syntax.tag(behind + 1),
                Tag::Noun | Tag::Name | Tag::Determiner | Tag::Adverb
            )
            && !syntax.has_finite(behind..self.limit);
        if pointed {
            return Step::At(index, Opening::Object);
        }
        if clause {
            return Step::when(behind < self.limit, behind, Opening::That);
        }
        Step::of(object(syntax, cue, index, self.limit))
    }

    fn subordinator(&self) -> Step {
        let (syntax, cue, index) = (self.syntax, self.cue, self.index);
        let main = || main_clause_follows(syntax, index, self.limit);
        let sure = cue.word.share >= SPEAKS && cue.takes(Frames::CLAUSE);
        // "asked if rents rose", but "said if rents rose, people would leave"
        if syntax.reads(index, "if") && cue.takes(Frames::WH) {
            let condition = sure && !cue.takes(Frames::HEARER) && main();
            if !condition {
                return Step::At(index, Opening::Question);
            }
        }
        // "said because rents are high, people leave", "said the last time it rained was in May"
        Step::when(
            index == cue.tokens.end && sure && main(),
            index,
            Opening::Bare,
        )
    }

    fn preposition(&self) -> Step {
        let (syntax, cue, index) = (self.syntax, self.cue, self.index);
        let next = syntax.tag(index + 1);
        let hedge = syntax.page.is(index, Classes::HEDGE);
        // "said about half of them left"
        if cue.takes(Frames::CLAUSE)
            && hedge
            && matches!(next, Tag::Quantifier | Tag::Number)
            && clause_follows(syntax, index + 1, self.limit)
        {
            return Step::At(index, Opening::Bare);
        }
        if cue.takes(Frames::OBJECT) {
            // "announced on Monday a suit against the bank"
            let time = syntax.is_time(index + 1);
            let behind = behind_time(syntax, index + 1, self.limit).filter(|_| time);
            let phrase = |at: &usize| matches!(syntax.tag(*at), Tag::Determiner | Tag::Possessive);
            if let Some(behind) = behind.filter(phrase) {
                return Step::Over(behind);
            }
            // "predicts between two and four rises"
            let number = next == Tag::Number || syntax.page.is(index + 1, Classes::NUMBER);
            if hedge && number && index == cue.tokens.end {
                return Step::At(index, Opening::Object);
            }
        }
        if let Some((token, opening)) = prepositional(syntax, cue, index, self.limit) {
            return Step::At(token, opening);
        }
        if !self.clausal && !cue.takes(Frames::ABOUT) {
            return Step::Nothing;
        }
        behind_adjunct(syntax, cue, index, self.limit).map_or(Step::Nothing, Step::Over)
    }

    /// A noun phrase: the hearer, or the content.
    fn phrase(&mut self) -> Step {
        let (syntax, cue, index) = (self.syntax, self.cue, self.index);
        if !self.heard {
            self.heard = true;
            match behind_hearer(syntax, cue, index, self.limit) {
                Some(next) if next < self.limit && syntax.tag(next) != Tag::Stop => {
                    // "urged both sides to talk": they are to do it, so they are part of it.
                    let to = next + usize::from(syntax.tag(next) == Tag::Negation);
                    let urged = syntax.tag(to) == Tag::To
                        && cue.takes(Frames::OBJECT)
                        && cue.takes(Frames::OBJECT_INFINITIVE);
                    return if urged {
                        Step::At(index, Opening::Infinitive)
                    } else {
                        Step::Over(next)
                    };
                }
                // "All urged an end to the war", but "ordered soup"
                Some(next)
                    if cue.takes(Frames::OBJECT)
                        && !cue.takes(Frames::WH)
                        && cue.word.share >= SPEAKS
                        && syntax.tag(index) == Tag::Determiner
                        && next > index + 2 => {}
                // "The governor urged calm"
                Some(_)
                    if cue.takes(Frames::OBJECT)
                        && !cue.takes(Frames::WH)
                        && cue.word.share >= SPEAKS
                        && syntax.tag(index) == Tag::Noun
                        && !syntax
                            .page
                            .is(index, Classes::ROLE.with(Classes::ORGANIZATION)) => {}
                Some(_) => return Step::Nothing,
                None => {}
            }
        }
        Step::of(object(syntax, cue, index, self.limit))
    }
}
