//! What may stand between the people and what became of them.

use crate::lexicon::Classes;
use crate::lexicon::entries::figures::HedgeRoles;
use crate::measures::numbers::plays;
use crate::syntax::Tag;
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
            let tag = self.tag(token);
            if matches!(tag, Tag::Semicolon | Tag::Stop) {
                return false;
            }
            let before = self.tag(token.wrapping_sub(1));
            let opens = token == gap.start || matches!(before, Tag::Comma | Tag::Preposition);
            if opens && is_relative(tag) {
                // "her boss, who [died]": the pronoun's own antecedent is nearer.
                if token == gap.end - 1 && token > gap.start + 1 {
                    return self.antecedent(gap.start..token - usize::from(before == Tag::Comma));
                }
                relative = true;
                continue;
            }
            if enclosed {
                continue;
            }
            if relative {
                // "who work there gave money to be [released]": a second verb is the group's own.
                let continues = token > gap.start
                    && (before.is_auxiliary()
                        || matches!(
                            before,
                            Tag::Adverb
                                | Tag::Negation
                                | Tag::Conjunction
                                | Tag::Subordinator
                                | Tag::To
                        ));
                finites += usize::from(tag.is_finite() && !continues);
                if finites > 1 {
                    return false;
                }
            } else if tag.is_auxiliary() || matches!(tag, Tag::That | Tag::Subordinator) {
                return false;
            } else if tag.is_verb() && tag != Tag::Base && !plays(page, token, HedgeRoles::LABEL) {
                // "people travelling to work", "soldiers deployed there"; not "soldiers attacked the base": a
                // participle has no object.
                let first = token == participle || before == Tag::Comma;
                let passive = matches!(tag, Tag::Past | Tag::Participle) && first;
                let reduced = tag == Tag::Gerund || passive && !self.has_object(token);
                if !reduced {
                    return false;
                }
            } else if tag == Tag::Adverb && token == participle {
                participle += 1;
            }
        }
        true
    }

    /// Whether the words before ", who" are one noun phrase without a name: no antecedent of its own.
    fn antecedent(&self, between: TokenRange) -> bool {
        let plain = |token: usize| {
            let tag = self.tag(token);
            tag != Tag::Comma && !tag.is_verb() && tag != Tag::Auxiliary
        };
        between.clone().all(plain)
            && (between.is_empty() || !self.page.has(between.end - 1, Flags::CAPITALISED))
    }

    /// Whether an object follows the verb at a token.
    pub(crate) fn has_object(&self, token: usize) -> bool {
        self.page.is(token + 1, Classes::NUMBER)
            || matches!(
                self.tag(token + 1),
                Tag::Determiner
                    | Tag::Possessive
                    | Tag::Pronoun
                    | Tag::Object
                    | Tag::That
                    | Tag::Number
                    | Tag::Name
            )
    }

    /// "who", "which", "that": not "when" and "where", which begin a clause about something else.
    pub(crate) fn relative(&self, token: usize) -> bool {
        is_relative(self.tag(token))
    }
}

fn is_relative(tag: Tag) -> bool {
    matches!(tag, Tag::Relative | Tag::That)
}
