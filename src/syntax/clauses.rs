//! Clauses: where one begins, and which verb is its own.

use super::grammar::{FAR, Syntax};
use super::tags::Tag;
use crate::text::TokenRange;

/// A subject and its finite verb.
#[derive(Clone, Debug)]
pub(crate) struct Clause {
    pub subject: TokenRange,
    /// The first token of its verb group: an auxiliary or the verb.
    pub verb: usize,
}

/// The longest subject that is plain, in tokens.
const PLAIN: usize = 12;

impl Clause {
    /// "the harbour pilots struck": a short subject without a verb form, a quotation or a second noun phrase in it. At a
    /// place where a phrase may as well go on only such a one opens a clause.
    pub(crate) fn is_plain(&self, syntax: &Syntax<'_, '_, '_>) -> bool {
        self.subject.len() < PLAIN
            && self.subject.clone().all(|token| {
                !matches!(
                    syntax.tag(token),
                    Tag::To | Tag::Gerund | Tag::Open | Tag::Conjunction
                )
            })
            && syntax.tag(self.subject.start) != Tag::Past
    }
}

impl Clause {
    /// The verb itself, behind its auxiliaries: "have repeatedly [said]".
    pub(crate) fn head(&self, syntax: &Syntax<'_, '_, '_>) -> usize {
        let mut head = self.verb;
        while matches!(
            syntax.tag(head),
            Tag::Auxiliary | Tag::Modal | Tag::Adverb | Tag::Negation
        ) {
            head += 1;
        }
        head
    }
}

/// The clause whose subject begins at `start`: no mark, subordinator or relative pronoun stands before its verb.
pub(crate) fn starting_at(
    syntax: &Syntax<'_, '_, '_>,
    start: usize,
    limit: usize,
) -> Option<Clause> {
    let limit = limit.min(start + FAR);
    let mut token = start;
    while token < limit {
        match syntax.tag(token) {
            // "cited the plan, saying"; "said the plan, which he wrote, failed" is rare.
            Tag::Comma if token > start => return None,
            Tag::Stop | Tag::Semicolon | Tag::Colon | Tag::Dash => return None,
            // "said cutting that hedge must wait until May"
            Tag::That if token == start + 1 && syntax.tag(token + 1) == Tag::Noun => {}
            Tag::Relative | Tag::That | Tag::Subordinator | Tag::Question => return None,
            Tag::Object if token == start => return None,
            // "accused the mayor and left"
            Tag::Conjunction | Tag::But
                if syntax.tag(token + 1).is_finite()
                    || matches!(syntax.tag(token + 1), Tag::Adverb | Tag::Negation) =>
            {
                return None;
            }
            // "Polluted air means less rain": a participle opens the subject.
            Tag::Past if token == start || syntax.is_reduced(token) => {}
            part if part.is_finite() => {
                return (token > start).then_some(Clause {
                    subject: start..token,
                    verb: token,
                });
            }
            Tag::Open => token = syntax.behind_quotation(token) - 1,
            _ => {}
        }
        token += 1;
    }
    None
}
