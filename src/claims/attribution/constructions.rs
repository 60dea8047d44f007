//! The constructions in the order in which they are tried: what is surer stands first.

use crate::lexicon::entries::speech::Frames;
use crate::syntax::Syntax;

use super::cues::{Cue, CueForm};
use super::reader::{Reader, Reading, Scope};
use super::{
    according_to, as_clause, beside, clause, estimate, label, noun_cue, parenthetical, passive,
    quotation, quoted_as, raised, relative, trailing,
};

/// Reads the claim of a cue.
pub(super) type Construction =
    for<'l> fn(&Reader<'_, '_, 'l>, &Scope, &Cue<'l>) -> Option<Reading<'l>>;

/// Constructions that take a whole sentence, whatever cues stand in it.
pub(super) const SENTENCE: &[for<'l> fn(&Reader<'_, '_, 'l>, &Scope) -> Option<Reading<'l>>] =
    &[trailing::claim, label::claim, label::signed];

/// "put the toll at 40"
const FIGURE: &[Construction] = &[estimate::claim];

/// "according to"
const PREPOSITION: &[Construction] = &[according_to::claim];

/// "was told", "asked whether …, she"
const PASSIVE: &[Construction] = &[quoted_as::claim, passive::claim];

/// "seemed"
const RAISED: &[Construction] = &[raised::speaking, raised::raised];

/// "said", "to say", "saying"
const ACTIVE: &[Construction] = &[
    noun_cue::light_verb,
    quoted_as::active,
    quotation::inverted,
    quotation::subject_before,
    quotation::subject_behind,
    as_clause::as_clause,
    parenthetical::parenthetical,
    parenthetical::parenthetical_inverted,
    relative::gapped,
    relative::relative_object,
    label::cue_before_quotation,
    beside::preceded,
    clause::forward,
    beside::claim,
];

/// The constructions that a cue can stand in.
pub(super) fn of(
    syntax: &Syntax<'_, '_, '_>,
    scope: &Scope,
    cue: &Cue<'_>,
) -> &'static [Construction] {
    match cue.form {
        _ if cue.takes(Frames::FIGURE) => FIGURE,
        CueForm::Preposition => PREPOSITION,
        CueForm::Passive => PASSIVE,
        _ if passive::is_fronted(syntax, scope, cue) => PASSIVE,
        _ if cue.takes(Frames::RAISED) => RAISED,
        _ => ACTIVE,
    }
}
