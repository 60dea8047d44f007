//! What stands before a source and belongs to it: "Nearly half", "Retired Gen. Ana Ruiz", "many of whom".

use crate::lexicon::Classes;
use crate::syntax::{Syntax, Tag};
use crate::text::{Flags, TokenRange};

/// Where the source begins with what belongs to it.
pub(crate) fn widened(syntax: &Syntax<'_, '_, '_>, source: &TokenRange) -> usize {
    let start = source.start;
    let Some(before) = start.checked_sub(1) else {
        return start;
    };
    let page = syntax.page;
    // "many of whom"
    if syntax.tag(start) == Tag::Relative && source.len() == 1 && syntax.reads(before, "of") {
        let counted = before
            .checked_sub(1)
            .filter(|&token| matches!(syntax.tag(token), Tag::Quantifier | Tag::Number));
        return counted.unwrap_or(start);
    }
    let opens = || {
        page.sentence_of(before)
            .is_some_and(|sentence| page.sentences[sentence].tokens.start == before)
            || before > 0
                && matches!(
                    syntax.tag(before - 1),
                    Tag::Comma | Tag::That | Tag::But | Tag::Conjunction | Tag::Subordinator
                )
    };
    // "Retired Gen. Ana Ruiz"
    let whole = page.cuts_in(&(before..start + 1)).is_empty()
        && page.sentence_of(before) == page.sentence_of(start);
    let titled = !page.is(before, Classes::CUE_VERB)
        && matches!(syntax.tag(before), Tag::Past | Tag::Participle)
        && page.has(before, Flags::CAPITALISED)
        && (syntax.tag(start) == Tag::Name || page.is(start, Classes::ROLE.with(Classes::TITLE)));
    // "Nearly half", "Only 40 percent", "Not everyone"
    let counted = matches!(
        syntax.tag(start),
        Tag::Number | Tag::Quantifier | Tag::Determiner | Tag::Pronoun
    );
    let hedge = match syntax.page.word(before) {
        "Nearly" | "nearly" | "Almost" | "almost" | "About" | "about" | "Only" | "only"
        | "Roughly" | "roughly" => {
            // "Nearly two-thirds", "Only a third"
            let share = start + usize::from(syntax.tag(start) == Tag::Determiner);
            let part = Classes::NUMBER.with(Classes::QUANTIFIER);
            matches!(syntax.tag(share), Tag::Number | Tag::Quantifier)
                || page.is(share, part)
                || page.word(share).ends_with("-thirds")
        }
        "Not" | "not" => counted,
        // "Early results showed"
        _ => {
            syntax.tag(before) == Tag::Adverb
                && syntax.may_be_adjective(before)
                && syntax.tag(start) == Tag::Noun
        }
    };
    if whole && (titled || hedge) && opens() {
        before
    } else {
        start
    }
}
