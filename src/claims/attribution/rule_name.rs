//! The names of the rules that read a content behind its cue.

use super::cues::{Cue, CueForm};

use super::opening::Opening;

/// The rule's name: by the cue's form, whether it shares its subject, and what the content opens with.
pub(super) fn rule(cue: &Cue<'_>, opening: Opening, shared: bool) -> &'static str {
    match (cue.form, shared, opening) {
        (CueForm::Gerund, _, Opening::Object) => "attribution.participle_object",
        (CueForm::Gerund, _, _) => "attribution.participle",
        (CueForm::Infinitive, ..) => "attribution.infinitive_cue",
        (_, true, Opening::Object) => "attribution.shared_subject_object",
        (_, true, _) => "attribution.shared_subject",
        (_, _, Opening::That) => "attribution.subject_cue_that",
        (_, _, Opening::Bare) => "attribution.subject_cue_clause",
        (_, _, Opening::Quotation) => "attribution.subject_cue_quotation",
        (_, _, Opening::Question) => "attribution.subject_cue_question",
        (_, _, Opening::Infinitive) => "attribution.subject_cue_infinitive",
        (_, _, Opening::Object) => "attribution.subject_cue_object",
    }
}
