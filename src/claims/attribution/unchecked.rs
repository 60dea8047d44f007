//! "The paper could not independently verify either side's account": what the article says of others' claims, and no
//! claim of the paper's. [`status`](crate::claims::status) reads it.

use crate::claims::draft::ClaimDraft;
use crate::extraction::{Polarity, SourceKind};
use crate::lexicon::entries::responses::StatusFrame;
use crate::lexicon::{Meaning, Table};
use crate::syntax::Syntax;

/// Whether a claim only tells that a medium could not check what others said. What is told as a clause ("could not
/// verify that the town had fallen") stays: nobody has said it, and its figures are not the article's either.
pub(super) fn is_own_check(syntax: &Syntax<'_, '_, '_>, claim: &ClaimDraft<'_, '_>) -> bool {
    let (Some(cue), Some(source)) = (&claim.cue, &claim.source) else {
        return false;
    };
    if claim.polarity == Polarity::Said || claim.nested_in.is_some() {
        return false;
    }
    let checks = syntax.page.entries_in(Table::Statuses, cue.head).any(|(entry, _)| {
        matches!(entry.meaning, Meaning::Status(word) if word.frame == StatusFrame::Denied)
    });
    let reporter = source.kind == SourceKind::Media
        || syntax.reads(source.tokens.start, "we") && !syntax.is_quoted(source.tokens.start)
        // "The agency could not independently verify"
        || cue.tokens.clone().any(|token| syntax.reads(token, "independently"));
    checks
        && reporter
        && !claim
            .content
            .iter()
            .any(|piece| syntax.has_finite(piece.clone()))
}
