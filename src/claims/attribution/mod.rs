//! Who said what: one file a family of constructions.
//!
//! A sentence is read from left to right, from the outside in: what a content holds belongs to it, and the cues in
//! there are read afterwards as nested claims. Every construction is a function whose name is the claim's `rule`.

#![allow(
    clippy::single_range_in_vec_init,
    reason = "the pieces of a content are ranges of tokens, and most contents have one"
)]

mod according_to;
mod adjective_cue;
mod adverb;
mod as_clause;
mod beside;
mod clause;
mod constructions;
mod content_end;
mod content_start;
mod continued;
mod cues;
mod distance;
mod estimate;
mod finish;
mod gerund;
mod headline;
mod heard;
mod label;
mod lead_in;
pub(crate) mod missed;
mod noun_cue;
mod object;
mod opening;
mod parenthetical;
mod passive;
mod precision;
mod quotation;
mod quoted_as;
mod raised;
mod reader;
mod received;
mod relative;
mod restrictive;
mod rule_name;
mod rules;
mod sentences;
mod shared_subject;
mod sources;
mod split_quotation;
mod subject;
mod trailing;
mod transcript;
mod unchecked;

use crate::claims::draft::ClaimDraft;
use crate::syntax::Syntax;

pub(crate) use constructions::rules;
use reader::Reader;

/// All claims of the page, in the order of their cues.
pub(crate) fn find<'t, 'l>(syntax: &Syntax<'_, 't, 'l>) -> Vec<ClaimDraft<'t, 'l>> {
    let mut reader = Reader {
        syntax,
        claims: Vec::new(),
        claimed: vec![false; syntax.page.tokens.len()],
    };
    transcript::claims(&mut reader);
    reader.page();
    continued::claims(&mut reader);
    reader.nested();
    reader.finish()
}
