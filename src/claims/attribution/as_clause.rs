//! "As the mayor noted, rents rose."

use super::cues::{Cue, CueForm};
use super::sources;
use crate::lexicon::entries::speech::Frames;
use crate::syntax::phrases;
use crate::syntax::{Syntax, Tag};
use crate::text::TokenRange;

use super::content_end;
use super::opening::{Opening, content_clause};
use super::reader::{Reader, Reading, Scope};
use super::rules::{Construction, Cues, Tier};
use crate::extraction::Rule;

/// What this file reads.
pub(super) const CONSTRUCTIONS: &[Construction] = &[Construction {
    cues: Cues::Active,
    tier: Tier::Specific,
    read: as_clause,
    rules: &[
        Rule {
            name: "attribution.as_clause",
            example: "Rents rose in May, as the mayor noted.",
            counterexample: "The dam was weak, as polls show the mayor with a wide lead.",
        },
        Rule {
            name: "attribution.as_clause_fronted",
            example: "As the mayor noted, rents rose.",
            counterexample: "As the rain fell, rents rose.",
        },
    ],
}];

/// The "as" of the clause and its subject: "As Ana Ruiz, a professor of law, put it".
fn as_subject(
    syntax: &Syntax<'_, '_, '_>,
    scope: &Scope,
    cue: &Cue<'_>,
) -> Option<(usize, TokenRange)> {
    let opener = (scope.floor..cue.tokens.start)
        .find(|&token| !matches!(syntax.tag(token), Tag::Conjunction | Tag::But | Tag::Comma))?;
    if syntax.reads(opener, "as") {
        let subject = phrases::starting_at(syntax, opener + 1, cue.tokens.start, true);
        let reaches = |subject: &TokenRange| {
            // "as Ana Ruiz herself admits", "as Ana Ruiz, a lawyer, recently put it"
            (subject.end..cue.tokens.start).all(|token| {
                matches!(syntax.tag(token), Tag::Comma | Tag::Object | Tag::Adverb)
                    || syntax.is_time(token)
            })
        };
        if let Some(subject) = subject.filter(reaches) {
            return Some((opener, subject));
        }
    }
    let source = sources::before(syntax, cue.tokens.start, scope.floor)?;
    let conjunction = source
        .start
        .checked_sub(1)
        .filter(|&token| token >= scope.range.start)?;
    syntax
        .reads(conjunction, "as")
        .then_some((conjunction, source))
}

/// "As the mayor noted, rents rose."
pub(super) fn as_clause<'l>(
    reader: &Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<Reading<'l>> {
    let syntax = reader.syntax;
    if cue.form != CueForm::Finite || !cue.takes(Frames::CLAUSE) {
        return None;
    }
    let (conjunction, source) = as_subject(syntax, scope, cue)?;
    let clause = AsClause {
        syntax,
        cue,
        floor: scope.floor,
        limit: scope.range.end,
        conjunction,
        source,
        behind: behind_verb(syntax, cue, scope.range.end)?,
    };
    if clause.is_fronted() {
        clause.fronted()
    } else if clause.gives_reason() {
        None
    } else if clause.is_governed() {
        clause.within()
    } else {
        clause
            .inserted()
            .or_else(|| clause.completed())
            .or_else(|| clause.appended())
    }
}

/// How far behind its verb an "as" clause can end: "as she put it in a letter to the council,".
const TAIL: usize = 10;

/// The mark that ends the "as" clause. None where the verb has a clause of its own: "as she said that rents rose".
fn behind_verb(syntax: &Syntax<'_, '_, '_>, cue: &Cue<'_>, limit: usize) -> Option<usize> {
    let behind = (cue.tokens.end..limit.min(cue.tokens.end + TAIL))
        .find(|&token| {
            matches!(
                syntax.tag(token),
                Tag::Comma | Tag::Stop | Tag::Dash | Tag::Colon | Tag::That
            )
        })
        .unwrap_or(limit);
    let own_clause = syntax.has_finite(cue.tokens.end..behind) || syntax.tag(behind) == Tag::That;
    (!own_clause).then_some(behind)
}

/// An "as" clause whose verb has no complement of its own: what it comments on is the content.
struct AsClause<'a, 'p, 't, 'l> {
    syntax: &'a Syntax<'p, 't, 'l>,
    cue: &'a Cue<'l>,
    /// Where the sentence is read up to.
    floor: usize,
    /// Where the sentence ends.
    limit: usize,
    /// The "as".
    conjunction: usize,
    /// Its subject.
    source: TokenRange,
    /// The mark that ends it.
    behind: usize,
}

impl<'l> AsClause<'_, '_, '_, 'l> {
    /// Whether it opens the sentence: "But as the mayor noted, rents rose".
    fn is_fronted(&self) -> bool {
        (self.floor..self.conjunction).all(|token| {
            matches!(
                self.syntax.tag(token),
                Tag::Conjunction | Tag::But | Tag::Adverb | Tag::Comma
            )
        })
    }

    /// "as polls show him ahead": a verb with an object gives a reason, and comments on nothing.
    fn gives_reason(&self) -> bool {
        let (syntax, object) = (self.syntax, self.cue.tokens.end);
        syntax.tag(object).opens_phrase() && !syntax.is_time(object)
            || syntax.tag(object) == Tag::Object
    }

    /// "That is because, as he puts it, …": no clause stands before it.
    fn is_governed(&self) -> bool {
        matches!(
            self.syntax.tag(self.conjunction.wrapping_sub(2)),
            Tag::Subordinator | Tag::That | Tag::To | Tag::Preposition
        )
    }

    /// Where the clause begins that it stands in or behind.
    fn first(&self) -> usize {
        (self.floor..self.conjunction)
            .rev()
            .find(|&token| {
                matches!(
                    self.syntax.tag(token),
                    Tag::Dash | Tag::Colon | Tag::Semicolon
                )
            })
            .map_or(self.floor, |edge| edge + 1)
    }

    /// "As the mayor noted, rents rose", `As she put it: "Roads and bread."`: the content is behind it.
    fn fronted(&self) -> Option<Reading<'l>> {
        let syntax = self.syntax;
        let start = self.behind + 1;
        let mark = syntax.tag(self.behind);
        let quoted = syntax.tag(start) == Tag::Open;
        let leads = mark == Tag::Comma || mark == Tag::Colon && quoted;
        if !leads || start >= self.limit {
            return None;
        }
        let opening = if quoted {
            Opening::Quotation
        } else {
            Opening::That
        };
        let end = self.content_end(start, opening);
        Some(self.reading("attribution.as_clause_fronted", &[start..end], end))
    }

    /// "If, as she suggested, builders gain from the rule, it should end": the subordinate clause is behind it.
    fn within(&self) -> Option<Reading<'l>> {
        let syntax = self.syntax;
        let subordinator = self.conjunction.checked_sub(2)?;
        let start = self.behind + 1;
        // "That is because, as she puts it, the dam is old" is the writer's view as well.
        let whole = syntax.tag(subordinator) == Tag::Subordinator
            && !syntax.reads(subordinator, "because")
            && syntax.tag(subordinator + 1) == Tag::Comma
            && syntax.tag(self.behind) == Tag::Comma
            && content_clause(syntax, start, self.limit);
        let end = whole.then(|| self.content_end(start, Opening::Bare))?;
        let comma = syntax.first(start..end, Tag::Comma);
        let end = comma.unwrap_or(end);
        Some(self.reading("attribution.as_clause", &[start..end], end))
    }

    /// "The bay, as pilots pointed out, does not freeze": the clause has its verb behind the insertion.
    fn inserted(&self) -> Option<Reading<'l>> {
        let syntax = self.syntax;
        let subject = self.first()..self.conjunction.checked_sub(1)?;
        let goes_on = (self.behind + 1..self.limit)
            .find(|&token| !matches!(syntax.tag(token), Tag::Adverb | Tag::Negation))
            .is_some_and(|verb| syntax.tag(verb).is_finite());
        let inserted = !subject.is_empty()
            && syntax.tag(subject.end) == Tag::Comma
            && syntax.tag(self.behind) == Tag::Comma
            && syntax.tag(subject.start).opens_phrase()
            && !syntax.has_finite(subject.clone())
            && goes_on;
        if !inserted {
            return None;
        }
        let start = self.behind + 1;
        let end = self.content_end(start, Opening::Bare);
        Some(self.reading("attribution.as_clause", &[subject, start..end], end))
    }

    /// `The plan is, as one miner put it, "a grave for the town"`: only the words behind the insertion are the miner's.
    fn completed(&self) -> Option<Reading<'l>> {
        let syntax = self.syntax;
        let start = self.behind + 1;
        let quoted = syntax.tag(self.behind) == Tag::Comma
            && start < self.limit
            && syntax.tag(start) == Tag::Open
            && syntax.tag(self.conjunction.wrapping_sub(1)) == Tag::Comma;
        if !quoted {
            return None;
        }
        let end = self.content_end(start, Opening::Quotation);
        Some(self.reading("attribution.as_clause", &[start..end], end))
    }

    /// "Rents rose in May, as the mayor noted": a whole clause is before it. `The bridge "is a rusty toy," as the coach
    /// said`: the comma can stand inside the mark.
    fn appended(&self) -> Option<Reading<'l>> {
        let content = self.first()..self.conjunction;
        let comma = content_end::is_comma(self.syntax, self.conjunction.wrapping_sub(1));
        (comma && self.syntax.has_finite(content.clone()))
            .then(|| self.reading("attribution.as_clause", &[content], self.behind))
    }

    fn content_end(&self, start: usize, opening: Opening) -> usize {
        content_end::find(self.syntax, start, opening, Some(&self.source), self.limit)
    }

    fn reading(&self, rule: &'static str, content: &[TokenRange], end: usize) -> Reading<'l> {
        Reading::new(rule, self.cue, Some(self.source.clone()), content, end)
    }
}
