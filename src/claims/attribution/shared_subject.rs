//! The subject that a verb without one of its own shares: that of the verb before, of a relative clause, of the main clause.

use super::cues::{Cue, CueForm};
use super::opening::content_clause;
use super::reader::{Reader, Scope};
use super::{content_end, sources};
use crate::claims::draft::ClaimDraft;
use crate::lexicon::Classes;
use crate::syntax::phrases;
use crate::syntax::{FAR, Syntax, Tag};
use crate::text::TokenRange;

/// Where the source comes from.
pub(super) struct Subject {
    pub tokens: Option<TokenRange>,
    pub shared: bool,
}

impl Subject {
    pub(super) fn own(tokens: TokenRange) -> Self {
        Self {
            tokens: Some(tokens),
            shared: false,
        }
    }

    pub(super) fn shared(tokens: TokenRange) -> Self {
        Self {
            tokens: Some(tokens),
            shared: true,
        }
    }
}

/// "She met the nurse, who opened the door and said": the verbs of a relative clause share its pronoun.
fn relative_shared(
    syntax: &Syntax<'_, '_, '_>,
    scope: &Scope,
    cue: &Cue<'_>,
) -> Option<TokenRange> {
    let conjunction = cue.tokens.start.checked_sub(1)?;
    if cue.form != CueForm::Finite || syntax.tag(conjunction) != Tag::Conjunction {
        return None;
    }
    let relative = (scope.floor.max(conjunction.saturating_sub(FAR))..conjunction)
        .rev()
        .take_while(|&token| syntax.tag(token) != Tag::Comma)
        .find(|&token| syntax.tag(token) == Tag::Relative)?;
    let subject = syntax.tag(relative + 1).is_finite() || syntax.tag(relative + 1) == Tag::Adverb;
    (subject && syntax.has_finite(relative + 1..conjunction)).then_some(relative..relative + 1)
}

/// "The union met on Monday, but the mayor stayed away, saying": the clause before the verb has a subject of its own.
fn later_clause(syntax: &Syntax<'_, '_, '_>, scope: &Scope, cue: usize) -> Option<TokenRange> {
    let floor = scope.floor.max(cue.saturating_sub(FAR));
    let joins = |&token: &usize| {
        matches!(syntax.tag(token), Tag::Conjunction | Tag::But)
            && token > floor
            && syntax.tag(token - 1) == Tag::Comma
            && !syntax.is_quoted(token)
            && content_clause(syntax, token + 1, cue)
    };
    let clause = (floor..cue).rev().find(joins)? + 1;
    let empty = syntax.reads(clause, "it") || syntax.reads(clause, "there");
    (!empty)
        .then(|| sources::first_subject(syntax, clause, cue))
        .flatten()
}

/// The subject of the main clause behind a claim in an opening clause.
fn main_clause(syntax: &Syntax<'_, '_, '_>, scope: &Scope, cue: usize) -> Option<TokenRange> {
    // `pointed out that he "was never there," the mayor left`: the comma stands inside the mark.
    let inside = content_end::is_comma(syntax, scope.floor.wrapping_sub(1));
    let comma = scope.floor - usize::from(inside);
    if !content_end::is_comma(syntax, comma) || !content_clause(syntax, comma + 1, cue) {
        return None;
    }
    sources::first_subject(syntax, comma + 1, cue)
}

/// The subject of a main clause that goes on behind a relative clause with a claim in it.
pub(super) fn relative_before(
    reader: &Reader<'_, '_, '_>,
    scope: &Scope,
    cue: usize,
) -> Option<TokenRange> {
    let syntax = reader.syntax;
    let last = reader.claims.get(scope.last?)?;
    let source = &last.source.as_ref()?.tokens;
    // "Ana Ruiz, citing "the weather," said": the participle was an insertion.
    let participle = last.cue.as_ref()?.tokens.start;
    if syntax.tag(participle) == Tag::Gerund
        && content_end::follows_insertion(syntax, source.end, participle)
    {
        return Some(source.clone());
    }
    let relative = source.start;
    if !matches!(syntax.tag(relative), Tag::Relative | Tag::That) {
        return None;
    }
    // "Officials in the north, a region that rejects the plan, said"
    let whole =
        sources::before(syntax, cue, scope.range.start).filter(|subject| subject.start < relative);
    if let Some(subject) = whole {
        return Some(subject);
    }
    let mut end = relative;
    while end > scope.range.start && syntax.tag(end - 1) == Tag::Comma {
        end -= 1;
    }
    phrases::ending_at(syntax, end, scope.range.start)
}

impl<'t, 'l> Reader<'_, 't, 'l> {
    /// The subject that a verb without one of its own shares: that of the claim before, or the sentence's.
    pub(super) fn shared_subject(&self, scope: &Scope, cue: &Cue<'l>) -> Option<TokenRange> {
        if let Some(relative) = relative_shared(self.syntax, scope, cue) {
            return Some(relative);
        }
        if let Some(later) = later_clause(self.syntax, scope, cue.tokens.start) {
            return Some(later);
        }
        // "The firm, which employs 400 people according to its website, denied": the website has had its say.
        let aside = |claim: &&ClaimDraft<'_, '_>| {
            claim.rule != "attribution.according_to"
                || self.syntax.tag(cue.tokens.start.wrapping_sub(1)) != Tag::Comma
        };
        let last = scope
            .last
            .and_then(|last| self.claims.get(last))
            .filter(aside);
        if let Some(subject) = last.and_then(|claim| self.passive_subject(scope, claim)) {
            return Some(subject);
        }
        if let Some(source) = last.and_then(|claim| claim.source.as_ref()) {
            let source = source.tokens.clone();
            // "Although she thanked them, she sounded sad, saying": the main clause has begun behind that claim.
            if let Some(main) = self.main_pronoun(scope, cue) {
                if source.end <= main.start {
                    return Some(main);
                }
            }
            // "When the nurse noted that beds were short, the mayor left, saying": the main clause has its own.
            let aside = source.start > scope.range.start
                && matches!(
                    self.syntax.tag(source.start - 1),
                    Tag::Subordinator | Tag::Question
                );
            return aside
                .then(|| main_clause(self.syntax, scope, cue.tokens.start))
                .flatten()
                .or(Some(source));
        }
        self.main_pronoun(scope, cue)
            .or_else(|| sources::first_subject(self.syntax, scope.range.start, cue.tokens.start))
    }

    /// "The minister, criticised by the union, said", "The group, which is backed by Iran, said": the agent behind a passive has
    /// had its say, and what the passive tells of goes on.
    fn passive_subject(&self, scope: &Scope, claim: &ClaimDraft<'_, '_>) -> Option<TokenRange> {
        let passive = matches!(
            claim.rule,
            "attribution.passive" | "attribution.passive_object" | "attribution.reduced_passive"
        );
        let (source, cue) = (
            claim.source.as_ref().filter(|_| passive)?,
            claim.cue.as_ref()?,
        );
        let subject = claim.content.first()?;
        if source.tokens.start < cue.tokens.end || subject.end > cue.tokens.start {
            return None;
        }
        let pronoun = subject.len() == 1
            && matches!(self.syntax.tag(subject.start), Tag::Relative | Tag::That);
        if !pronoun {
            return Some(subject.clone());
        }
        let mut end = subject.start;
        while end > scope.range.start && self.syntax.tag(end - 1) == Tag::Comma {
            end -= 1;
        }
        phrases::ending_at(self.syntax, end, scope.range.start)
    }

    /// "When Ana Ruiz was asked, he laughed and said": behind an opening clause the main clause has its own pronoun.
    fn main_pronoun(&self, scope: &Scope, cue: &Cue<'l>) -> Option<TokenRange> {
        let syntax = self.syntax;
        let (start, end) = (scope.range.start, cue.tokens.start);
        let opens = (start..end).find(|&token| {
            syntax.tag(token) != Tag::Conjunction && syntax.tag(token) != Tag::But
        })?;
        if !matches!(
            syntax.tag(opens),
            Tag::Subordinator | Tag::Question | Tag::Preposition
        ) {
            return None;
        }
        let pronoun = (opens + 1..end).rev().take(FAR).find(|&token| {
            !syntax.is_quoted(token)
                && syntax.tag(token) == Tag::Pronoun
                && syntax.tag(token.wrapping_sub(1)) == Tag::Comma
                && syntax.page.is(token, Classes::SUBJECT)
                && syntax.tag(token + 1).is_finite()
        })?;
        Some(pronoun..pronoun + 1)
    }
}
