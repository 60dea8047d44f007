//! Unknown names that are no person's, by how their bearers speak of themselves: "Norvale said it would close".

use std::collections::HashMap;

use crate::claims::draft::ClaimDraft;
use crate::lexicon::entries::bodies::BodyMark;
use crate::lexicon::{Classes, Entry, Meaning, Slot};
use crate::syntax::{Syntax, Tag, words};
use crate::text::{Flags, TokenKind, TokenRange};

use super::extent::{named_part, opens};

/// The longest of such names, in words.
const LONGEST: usize = 4;
/// How many words of the content tell whom "it" stands for.
const TOLD: usize = 5;
/// Verbs of which "it" is the subject where it stands for nobody: "it would rain", "it takes years".
const IMPERSONAL: [&str; 18] = [
    "rain", "snow", "take", "seem", "appear", "become", "make", "happen", "depend", "matter",
    "hurt", "help", "work", "mean", "cost", "look", "feel", "sound",
];

/// Of what "it" is, nothing tells who "it" is.
const BE: [&str; 6] = ["is", "was", "be", "been", "'s", "’s"];
/// One of so many times that a name speaks it must do so as a thing: an "it" can stand for what was spoken of before.
const OFTEN: usize = 3;

/// The names of all who speak so.
pub(super) fn that_speak(
    syntax: &Syntax<'_, '_, '_>,
    claims: &[ClaimDraft<'_, '_>],
) -> Vec<TokenRange> {
    let source =
        |claim: &ClaimDraft<'_, '_>| Some(named_part(syntax.page, &claim.source.as_ref()?.tokens));
    let mut names: Vec<TokenRange> = Vec::new();
    // By their words: how often they speak, and how often so.
    let mut times: HashMap<&str, (usize, usize)> = HashMap::new();
    for claim in claims {
        if let Some(name) = source(claim).filter(|name| is_unknown(syntax, name)) {
            let (all, own) = times.entry(syntax.page.printed(&name)).or_default();
            *all += 1;
            if of_itself(syntax, claim) || taken_up(syntax, &name) {
                *own += 1;
                names.push(name);
            }
        }
    }
    names.retain(|name| {
        let (all, own) = times
            .get(syntax.page.printed(name))
            .copied()
            .unwrap_or_default();
        own * OFTEN >= all
    });
    names
}

/// Words with a capital of which no dictionary knows what they are.
fn is_unknown(syntax: &Syntax<'_, '_, '_>, name: &TokenRange) -> bool {
    const KNOWN: Classes = words::FUNCTION
        .with(Classes::FIRST_NAME)
        .with(Classes::TITLE)
        .with(Classes::ROLE)
        .with(Classes::PLACE)
        .with(Classes::DEMONYM)
        .with(Classes::ORGANIZATION)
        .with(Classes::MEDIA)
        .with(Classes::DOCUMENT);
    let page = syntax.page;
    name.len() <= LONGEST
        && name.clone().all(|at| {
            page.kind(at) == Some(TokenKind::Word)
                && page.has(at, Flags::CAPITALISED)
                && !page.is(at, KNOWN)
                && !page.phrase_classes(at).any(KNOWN)
        })
}

/// "Norvale Mineral denied it. The company said": introduced by nothing but its name, and called a company in the next sentence.
fn taken_up(syntax: &Syntax<'_, '_, '_>, name: &TokenRange) -> bool {
    let page = syntax.page;
    let next = page
        .sentence_of(name.start)
        .and_then(|here| page.sentences.get(here + 1));
    let Some(at) = next.map(|next| next.tokens.start) else {
        return false;
    };
    let company = |(entry, slot): (&Entry, Slot)| {
        slot != Slot::Plural
            && matches!(entry.meaning, Meaning::Organization(word) if word.mark == BodyMark::Company)
    };
    let bare = !matches!(page.word(name.end), "," | "(") && syntax.may_be_predicate(name.end);
    // Two unknown words can be a person's name, whoever is spoken of next.
    name.len() > 2
        && bare
        && opens(page, name.start)
        && page.reads(at, "the")
        && page.entries(at + 1).any(company)
        && syntax.may_be_predicate(at + 2)
}

/// Whether the content begins with "its" or with an "it" that does something.
fn of_itself(syntax: &Syntax<'_, '_, '_>, claim: &ClaimDraft<'_, '_>) -> bool {
    let page = syntax.page;
    let Some(content) = claim.content.first() else {
        return false;
    };
    let at = content.start + usize::from(page.reads(content.start, "that"));
    if page.has(at, Flags::QUOTED) {
        return false;
    }
    if page.reads(at, "its") {
        return true;
    }
    let helps = |at: &usize| {
        matches!(
            syntax.tag(*at),
            Tag::Auxiliary | Tag::Modal | Tag::Negation | Tag::Adverb
        )
    };
    let mut behind = at + 1..content.end.min(at + TOLD);
    let does = |at: usize| {
        syntax.tag(at).is_verb()
            && !page.entries(at).any(|(entry, _)| {
                matches!(entry.meaning, Meaning::Verb) && IMPERSONAL.contains(&&*entry.lemma)
            })
    };
    // "it was late", "it had been cold"
    let is = behind
        .clone()
        .take_while(helps)
        .any(|at| BE.iter().any(|form| page.reads(at, form)));
    page.reads(at, "it") && !is && behind.find(|at| !helps(at)).is_some_and(does)
}
