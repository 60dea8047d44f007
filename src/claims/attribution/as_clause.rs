//! "As the mayor noted, rents rose."

use super::cues::{Cue, CueForm};
use super::sources;
use crate::lexicon::entries::speech::Frames;
use crate::syntax::phrases;
use crate::syntax::{Syntax, Tag};
use crate::text::TokenRange;

use super::content_end;
use super::opening::Opening;
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
            (subject.end..cue.tokens.start).all(|token| syntax.tag(token) == Tag::Comma)
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
    let limit = scope.range.end;
    let behind = (cue.tokens.end..limit.min(cue.tokens.end + 10))
        .find(|&token| {
            matches!(
                syntax.tag(token),
                Tag::Comma | Tag::Stop | Tag::Dash | Tag::Colon | Tag::That
            )
        })
        .unwrap_or(limit);
    if syntax.has_finite(cue.tokens.end..behind) || syntax.tag(behind) == Tag::That {
        return None;
    }
    let fronted = (scope.floor..conjunction).all(|token| {
        matches!(
            syntax.tag(token),
            Tag::Conjunction | Tag::But | Tag::Adverb | Tag::Comma
        )
    });
    if fronted {
        // "As she put it: "Roads and bread.""
        let start = behind + 1;
        let quoted = syntax.tag(start) == Tag::Open;
        let leads = syntax.tag(behind) == Tag::Comma || syntax.tag(behind) == Tag::Colon && quoted;
        if !leads || start >= limit {
            return None;
        }
        let opening = if quoted {
            Opening::Quotation
        } else {
            Opening::That
        };
        let end = content_end::find(syntax, start, opening, Some(&source), limit);
        return Some(Reading::new(
            "attribution.as_clause_fronted",
            cue,
            Some(source),
            &[start..end],
            end,
        ));
    }
    // "as polls show him ahead" is a reason; "that is because, as he puts it, …" has no clause before it.
    let object = syntax.tag(cue.tokens.end).opens_phrase() && !syntax.is_time(cue.tokens.end)
        || syntax.tag(cue.tokens.end) == Tag::Object;
    let cut = matches!(
        syntax.tag(conjunction.wrapping_sub(2)),
        Tag::Subordinator | Tag::That | Tag::To | Tag::Preposition
    );
    let first = (scope.floor..conjunction)
        .rev()
        .find(|&token| matches!(syntax.tag(token), Tag::Dash | Tag::Colon | Tag::Semicolon))
        .map_or(scope.floor, |edge| edge + 1);
    if !object && !cut {
        let clause = Inserted {
            first,
            conjunction,
            behind,
            limit,
        };
        if let Some(reading) = clause.read(syntax, cue, &source) {
            return Some(reading);
        }
    }
    // `The bridge "is a rusty toy," as the coach said`: the comma stands inside the mark.
    if !content_end::is_comma(syntax, conjunction.wrapping_sub(1))
        || object
        || cut
        || !syntax.has_finite(first..conjunction)
    {
        return None;
    }
    Some(Reading::new(
        "attribution.as_clause",
        cue,
        Some(source),
        &[first..conjunction],
        behind,
    ))
}

/// "The bay, as pilots pointed out, does not freeze": the clause has its verb behind the insertion.
struct Inserted {
    /// Where the clause begins.
    first: usize,
    /// The "as".
    conjunction: usize,
    /// What ends the insertion.
    behind: usize,
    limit: usize,
}

impl Inserted {
    fn read<'l>(
        &self,
        syntax: &Syntax<'_, '_, 'l>,
        cue: &Cue<'l>,
        source: &TokenRange,
    ) -> Option<Reading<'l>> {
        let subject = self.first..self.conjunction.checked_sub(1)?;
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
        let end = content_end::find(syntax, start, Opening::Bare, Some(source), self.limit);
        Some(Reading::new(
            "attribution.as_clause",
            cue,
            Some(source.clone()),
            &[subject, start..end],
            end,
        ))
    }
}
