//! What may stand between the people and what became of them.

use crate::lexicon::Classes;
use crate::lexicon::entries::figures::HedgeRoles;
use crate::measures::numbers::plays;
use crate::text::{Flags, TokenKind, TokenRange};

use super::scene::Scene;

impl Scene<'_, '_, '_> {
    /// Whether nothing between a subject and its predicate says that they do not belong together. Phrases with a
    /// preposition may stand there, relative clauses, participles, and what two commas enclose:
    /// "Some 700 villagers, most of them fishermen, [have died]"; "12 men who were on a bus [were killed]".
    pub(crate) fn transparent(&self, gap: TokenRange) -> bool {
        let page = self.page;
        if gap.is_empty() {
            return true;
        }
        if gap.len() > 40 {
            return false;
        }
        let first = page.word(gap.start);
        let last = page.word(gap.end.wrapping_sub(1));
        let enclosed = first == "," && last == ","
            || first == "(" && last == ")"
            || page.kind(gap.start) == Some(TokenKind::Dash)
                && matches!(
                    page.kind(gap.end.wrapping_sub(1)),
                    Some(TokenKind::Dash | TokenKind::Punctuation)
                );
        let (mut relative, mut finites) = (false, 0);
        let mut participle = gap.start;
        for token in gap.clone() {
            match page.kind(token) {
                Some(TokenKind::Punctuation)
                    if matches!(page.word(token), ";" | "." | "!" | "?") =>
                {
                    return false;
                }
                Some(TokenKind::Word) => {}
                _ => continue,
            }
            if self.relative(token)
                && (token == gap.start
                    || page.word(token - 1) == ","
                    || page.is(token - 1, Classes::PREPOSITION))
            {
                // "her boss, who [died]": the pronoun's own antecedent is nearer.
                if token == gap.end - 1 && token > gap.start + 1 {
                    let between = gap.start..token - usize::from(page.word(token - 1) == ",");
                    return !between.clone().any(|token| page.word(token) == ",")
                        && !between.clone().any(|token| {
                            page.is(token, Classes::VERB.with(Classes::AUXILIARY))
                                && !self.nominal(token)
                        })
                        && (between.is_empty()
                            || !page.has(between.end.wrapping_sub(1), Flags::CAPITALISED));
                }
                relative = true;
                continue;
            }
            if enclosed {
                continue;
            }
            if relative {
                // "who work there gave money to be [released]": a second verb is the group's own.
                let auxiliary = page.is(token, Classes::AUXILIARY.with(Classes::MODAL));
                let continues = token > gap.start
                    && page.is(
                        token - 1,
                        Classes::AUXILIARY
                            .with(Classes::MODAL)
                            .with(Classes::ADVERB)
                            .with(Classes::CONJUNCTION)
                            .with(Classes::SUBORDINATOR)
                            .with(Classes::INFINITIVE_TO),
                    );
                let finite = auxiliary
                    || page.is(token, Classes::PAST.with(Classes::THIRD_PERSON))
                        && page.is(token, Classes::VERB)
                        && !self.nominal(token);
                if finite && !continues {
                    finites += 1;
                    if finites > 1 {
                        return false;
                    }
                }
                continue;
            }
            if page.is(
                token,
                Classes::AUXILIARY.with(Classes::MODAL).with(Classes::THAT),
            ) {
                return false;
            }
            if page.is(token, Classes::SUBORDINATOR)
                && !page.is(token, Classes::PREPOSITION.with(Classes::RELATIVE))
                && !page.is(token, Classes::ADVERB)
            {
                return false;
            }
            // "near the border": a preposition or an adverb that can be a verb as well.
            let particle = page.is(token, Classes::PREPOSITION.with(Classes::ADVERB));
            // "two boys aged 9 and 12"
            let label = plays(page, token, HedgeRoles::LABEL);
            if page.is(token, Classes::VERB) && !particle && !label && !self.nominal(token) {
                // "people travelling in a bus", "soldiers deployed there"
                // A participle has no object: "soldiers attacked the base".
                const OBJECT: Classes = Classes::DETERMINER
                    .with(Classes::POSSESSIVE)
                    .with(Classes::PRONOUN)
                    .with(Classes::THAT);
                let object = page.is(token + 1, OBJECT.with(Classes::NUMBER))
                    || page.kind(token + 1) == Some(TokenKind::Number)
                    || page.has(token + 1, Flags::CAPITALISED);
                let reduced = page.is(token, Classes::GERUND)
                    || page.is(token, Classes::PARTICIPLE)
                        && !object
                        && (token == participle || page.word(token - 1) == ",");
                if !reduced {
                    return false;
                }
            } else if self.adverb(token) && token == participle {
                participle += 1;
            }
        }
        true
    }

    /// "who", "which", "that": not "when" and "where", which begin a clause about something else.
    pub(crate) fn relative(&self, token: usize) -> bool {
        self.page.is(token, Classes::RELATIVE)
            && !self
                .page
                .is(token, Classes::SUBORDINATOR.with(Classes::ADVERB))
            || self.page.is(token, Classes::THAT)
    }

    /// Whether a verb form is a noun or an adjective where it stands: "the attack", "an armed group".
    pub(crate) fn nominal(&self, token: usize) -> bool {
        let page = self.page;
        let Some(before) = token.checked_sub(1) else {
            return false;
        };
        const BEFORE_NOUN: Classes = Classes::DETERMINER
            .with(Classes::POSSESSIVE)
            .with(Classes::PREPOSITION)
            .with(Classes::QUANTIFIER)
            .with(Classes::DEMONYM)
            .with(Classes::PLACE)
            .with(Classes::ALSO_ADJECTIVE);
        page.has(token, Flags::CAPITALISED)
            || page.is(token, Classes::VICTIM)
            || page.is(before, BEFORE_NOUN) && !page.is(token, Classes::AUXILIARY)
            || page.kind(before) == Some(TokenKind::Clitic)
            || page.is(token, Classes::ALSO_NOUN) && !page.is(before, Classes::PRONOUN)
            || page.is(token, Classes::PARTICIPLE)
                && page.is(before, Classes::ADVERB)
                && page.word(before).ends_with("ly")
    }
}
