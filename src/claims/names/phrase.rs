//! The noun phrase that speaks, taken apart: article, core, head.

use crate::entities::titles::charge_end;
use crate::lexicon::entries::bodies::{BodyKind, BodyMark, PlaceKind};
use crate::lexicon::entries::people::{NamePart, RoleKind};
use crate::lexicon::{Classes, Entry, Meaning, Slot, Table};
use crate::syntax::{Syntax, Tag, phrases};
use crate::text::{Flags, Page, TokenKind, TokenRange};

/// What the head of a phrase is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Head<'l> {
    Body {
        lemma: &'l str,
        kind: BodyKind,
        mark: BodyMark,
        plural: bool,
    },
    Place {
        lemma: &'l str,
        kind: PlaceKind,
        slot: Slot,
    },
    Role {
        lemma: &'l str,
        kind: Option<RoleKind>,
        plural: bool,
    },
    Unknown,
}

#[derive(Clone, Debug)]
pub(super) struct Phrase<'l> {
    /// Without its article, up to the first preposition, comma or relative clause.
    pub core: TokenRange,
    /// The tokens of the head.
    pub head_tokens: TokenRange,
    pub head: Head<'l>,
    /// "the", or a possessor.
    pub definite: bool,
    /// "a", "an", "one", "some", "several", "two".
    pub indefinite: bool,
    /// "his", "their": a possessor that is a pronoun.
    pub possessed: bool,
}

/// Takes a phrase apart.
pub(super) fn read<'l>(syntax: &Syntax<'_, '_, 'l>, tokens: &TokenRange) -> Phrase<'l> {
    let page = syntax.page;
    let mut start = tokens.start;
    let (mut definite, mut indefinite, mut possessed) = (false, false, false);
    if let Some((range, head)) = with_article(page, tokens) {
        return Phrase {
            core: start + 1..range.end,
            head_tokens: start + 1..range.end,
            head,
            definite: true,
            indefinite,
            possessed,
        };
    }
    while start + 1 < tokens.end {
        if page.is(start, Classes::POSSESSIVE) {
            possessed = true;
            definite = true;
        } else if page.is(start, Classes::DETERMINER) {
            let fixed =
                page.reads(start, "the") || page.reads(start, "this") || page.reads(start, "that");
            definite |= fixed;
            indefinite |= !fixed;
        } else if page.is(start, Classes::QUANTIFIER.with(Classes::NUMBER))
            || page.kind(start) == Some(TokenKind::Number)
        {
            indefinite = true;
        } else {
            break;
        }
        start += 1;
    }
    let end = core_end(syntax, start, tokens.end);
    let core = start..end;
    if core.clone().any(|at| is_possessive(page, at)) {
        definite = true;
    }
    let (head_tokens, head) = head(page, &core, definite);
    Phrase {
        core,
        head_tokens,
        head,
        definite,
        indefinite,
        possessed,
    }
}

/// "The Norvale Times": a name of which the article is a part, and nothing but it before a comma.
fn with_article<'l>(page: &Page<'_, 'l>, tokens: &TokenRange) -> Option<(TokenRange, Head<'l>)> {
    if !page.is(tokens.start, Classes::DETERMINER) {
        return None;
    }
    let (range, entries) = page.phrase(tokens.start)?;
    let whole = range.end == tokens.end || range.end < tokens.end && page.word(range.end) == ",";
    let head = meaning(page, entries, &range, true)?;
    (whole && range.len() > 1).then_some((range, head))
}

/// "'s" behind a word.
pub(super) fn is_possessive(page: &Page<'_, '_>, at: usize) -> bool {
    page.kind(at) == Some(TokenKind::Clitic)
}

fn core_end(syntax: &Syntax<'_, '_, '_>, start: usize, end: usize) -> usize {
    let page = syntax.page;
    let mut at = start;
    while at < end {
        let Some(token) = page.tokens.get(at) else {
            break;
        };
        let ends = match token.kind {
            TokenKind::Word => {
                // "The Harbour Post"
                let opens = token.is(Classes::PREPOSITION) && syntax.tag(at) != Tag::Name
                    || match syntax.tag(at) {
                        Tag::Relative | Tag::That | Tag::Question | Tag::Subordinator => true,
                        // "Ruiz so far", but "the nightly news"
                        Tag::Adverb => !syntax.tag(at + 1).is_nominal(),
                        _ => false,
                    };
                at > start
                    && !token.is(Classes::NAME_PART)
                    // "both sides Monday"
                    && (opens || token.is(Classes::WEEKDAY) || phrases::modifies_behind(syntax, at))
            }
            TokenKind::Punctuation | TokenKind::Dash => true,
            _ => false,
        };
        if ends && bracketed(page, at, end) {
            at += 3;
            continue;
        }
        if ends && lists_trades(page, at, end) {
            at += 1;
            continue;
        }
        if ends {
            break;
        }
        let length = usize::from(token.phrase_length.max(1));
        let named = page.phrase_classes(at).any(
            Classes::TITLE
                .with(Classes::ROLE)
                .with(Classes::ORGANIZATION)
                .with(Classes::MEDIA)
                .with(Classes::DOCUMENT)
                .with(Classes::PLACE),
        );
        at += if named { length } else { 1 };
    }
    at.min(end).max(start + usize::from(start < end))
}

/// "the Election Board (EB) [chairman]": what stands behind a bracketed acronym is the head.
fn bracketed(page: &Page<'_, '_>, at: usize, end: usize) -> bool {
    page.word(at) == "("
        && page.has(at + 1, Flags::ALL_CAPS)
        && page.word(at + 2) == ")"
        && at + 3 < end
        && page.is(at + 3, Classes::ROLE.with(Classes::TITLE))
}

/// "Bakers[,] Millers and Cooks Union"
fn lists_trades(page: &Page<'_, '_>, comma: usize, end: usize) -> bool {
    let trade = |at: usize| {
        page.has(at, Flags::CAPITALISED)
            && page.is(at, Classes::ROLE)
            && page.word(at).ends_with('s')
    };
    page.word(comma) == ","
        && trade(comma + 1)
        && page.reads(comma + 2, "and")
        && trade(comma + 3)
        && comma + 5 <= end
        && page.has(comma + 4, Flags::CAPITALISED)
        && page.is(comma + 4, Classes::ORGANIZATION)
}

/// The last word or phrase of the core, and what it is.
fn head<'l>(page: &Page<'_, 'l>, core: &TokenRange, definite: bool) -> (TokenRange, Head<'l>) {
    let mut best: Option<(TokenRange, Head<'l>)> = None;
    let mut at = core.start;
    while at < core.end {
        if let Some((range, entries)) = page.phrase(at) {
            if range.end <= core.end {
                if let Some(head) = meaning(page, entries, &range, definite) {
                    // "the minister of finance [and planning]"
                    at = match head {
                        Head::Role { .. } => charge_end(page, &range).min(core.end),
                        _ => range.end,
                    };
                    best = Some((range, head));
                    continue;
                }
            }
        }
        let single = at..at + 1;
        best = match meaning(page, page.entries(at), &single, definite) {
            Some(head) => Some((single, head)),
            None => Some((single, Head::Unknown)),
        };
        at += 1;
    }
    best.unwrap_or_else(|| (core.clone(), Head::Unknown))
}

fn meaning<'l>(
    page: &Page<'_, 'l>,
    entries: impl Iterator<Item = (&'l Entry, Slot)>,
    range: &TokenRange,
    definite: bool,
) -> Option<Head<'l>> {
    let printed = page.word(range.end.wrapping_sub(1));
    let looks_plural =
        |lemma: &str| printed.ends_with('s') && !lemma.ends_with('s') || printed.ends_with("men");
    let mut found: Option<(u8, Head<'l>)> = None;
    for (entry, slot) in entries {
        let lemma = &*entry.lemma;
        let named = lemma.starts_with(|first: char| first.is_uppercase());
        // A known name before a role, a role before a mere kind of body, a body before a place.
        let (rank, head) = match &entry.meaning {
            Meaning::Organization(body) => (
                // "the border guard" is a body, "a border guard" one of its people
                if named || definite && slot != Slot::Plural {
                    0
                } else {
                    2
                },
                Head::Body {
                    lemma,
                    kind: body.kind,
                    mark: body.mark,
                    plural: slot == Slot::Plural && looks_plural(lemma),
                },
            ),
            Meaning::Role(role) => (
                1,
                Head::Role {
                    lemma,
                    kind: Some(role.kind),
                    plural: slot == Slot::Plural,
                },
            ),
            Meaning::Title(title) if !title.style => (
                3,
                Head::Role {
                    lemma,
                    kind: None,
                    plural: slot == Slot::Variant && looks_plural(lemma),
                },
            ),
            Meaning::Place(kind) => (
                4,
                Head::Place {
                    lemma,
                    kind: *kind,
                    slot,
                },
            ),
            _ => continue,
        };
        // "side", "party": a body rather than the people in it.
        let rank = match &head {
            Head::Role {
                kind: Some(RoleKind::Group),
                ..
            } => 3,
            _ => rank,
        };
        if found.as_ref().is_none_or(|(best, _)| rank < *best) {
            found = Some((rank, head));
        }
    }
    found.map(|(_, head)| head)
}

/// "unnamed", "unidentified" in the phrase: the article says itself that it gives no name.
pub(super) fn withheld(page: &Page<'_, '_>, tokens: &TokenRange) -> bool {
    tokens.clone().any(|at| {
        page.is(at, Classes::NAME_PART)
            && page
                .entries_in(Table::NameParts, at)
                .any(|(entry, _)| matches!(entry.meaning, Meaning::NamePart(NamePart::Withheld)))
    })
}
