//! Quotations without a cue of their own, that go on with what somebody has just said.

use super::{adjective_cue, cues};
use crate::extraction::{BlockKind, Distance, SourceKind};
use crate::lexicon::entries::speech::Frames;
use crate::syntax::{Syntax, Tag};

use crate::text::{PageBlock, TokenKind, TokenRange};

use super::reader::Reader;

/// Quotations without a cue of their own: they belong to the claim before them in the paragraph, or to the last of
/// the paragraph before.
pub(super) fn claims(reader: &mut Reader<'_, '_, '_>) {
    reopened(reader);
    // The claims come in the order of the sentences.
    let mut claim = 0;
    let mut last: Option<(usize, usize)> = None;
    let places = places(reader);
    for number in 0..reader.syntax.page.sentences.len() {
        let sentence = &reader.syntax.page.sentences[number];
        let (range, block) = (sentence.tokens.clone(), places[sentence.sentence.block]);
        let open = range.start;
        let syntax = reader.syntax;
        let whole = syntax.tag(open) == Tag::Open && {
            let behind = syntax.behind_quotation(open);
            behind >= range.end || content_ends(syntax, behind, range.end)
        };
        let free = !reader.claimed.get(open).copied().unwrap_or(true);
        // A subhead in quotation marks goes on with nobody's words.
        let heading = syntax
            .page
            .blocks
            .get(sentence.sentence.block)
            .is_some_and(|block| {
                matches!(block.block.kind, BlockKind::Subhead | BlockKind::Headline)
            });
        if whole && free && !heading {
            let piece = open..syntax.behind_quotation(open);
            let near = last.filter(|&(_, place)| {
                place == block
                    || place + 1 == block
                        && (previous_speaks(reader, last) || leads_on(reader, last, open))
                        && !turns_away(reader, last, number)
            });
            if let Some((owner, _)) = near {
                let pieces: Vec<TokenRange> = reader.syntax.page.pieces(piece).collect();
                reader.mark(&pieces);
                reader.claims[owner].content.extend(pieces);
                last = Some((owner, block));
            }
        }
        while claim < reader.claims.len() && reader.claims[claim].sentence <= number {
            // `"…," she said, adding that …. "…"` goes on with what she said, not with what she added.
            let quoted = last.is_some_and(|(owner, _)| {
                reader.claims[owner].sentence == reader.claims[claim].sentence
                    && quotes(reader, owner)
                    && !quotes(reader, claim)
            });
            // "She plans to vote. "I have no choice.": who plans has not spoken.
            let silent = last.is_some_and(|(owner, place)| {
                place == block && quotes(reader, owner) && !can_quote(reader, claim)
            });
            if knows(reader, claim) {
                last = None;
            } else if speaks(reader, claim) && !quoted && !silent {
                // `"He lies." — Ana Ruiz` and below it another reader's words: who signs has done.
                let cue = reader.claims[claim].cue.as_ref();
                let signed =
                    cue.is_some_and(|cue| reader.syntax.tag(cue.tokens.start) == Tag::Dash);
                last = (!signed).then_some((claim, block));
            }
            claim += 1;
        }
    }
}

/// The blocks counted without furniture: an advertisement between two paragraphs does not part them.
fn places(reader: &Reader<'_, '_, '_>) -> Vec<usize> {
    let counted = |place: &mut usize, block: &PageBlock| {
        let beside = matches!(block.block.kind, BlockKind::Boilerplate | BlockKind::Credit);
        *place += usize::from(!beside);
        Some(*place)
    };
    reader.syntax.page.blocks.iter().scan(0, counted).collect()
}

/// A quotation that its paragraph leaves open goes on in the next one, and belongs to the cue that stands there: `"We
/// lost.` and below it `"We will win," the mayor said.`
fn reopened(reader: &mut Reader<'_, '_, '_>) {
    for claim in 0..reader.claims.len() {
        while let Some(piece) = left_open(reader, claim) {
            reader.mark(std::slice::from_ref(&piece));
            reader.claims[claim].content.insert(0, piece);
        }
    }
}

/// The free quotation at the end of the paragraph before, when it was left open and the claim begins with the next.
fn left_open(reader: &Reader<'_, '_, '_>, claim: usize) -> Option<TokenRange> {
    let syntax = reader.syntax;
    let page = syntax.page;
    let start = reader.claims[claim].content.first()?.start;
    if syntax.tag(start) != Tag::Open {
        return None;
    }
    let number = page
        .quotations
        .partition_point(|quotation| quotation.tokens.end <= start);
    let before = page.quotations.get(number.checked_sub(1)?)?.tokens.clone();
    let opens = page.kind(before.start) == Some(TokenKind::Mark);
    let adjacent = before.end == start && syntax.twin(before.start).is_none() && opens;
    let free = !reader.claimed.get(before.start).copied().unwrap_or(true);
    let paragraph = page
        .blocks
        .binary_search_by_key(&before.start, |block| block.tokens.start)
        .is_ok();
    (adjacent && free && paragraph).then_some(before)
}

pub(super) fn content_ends(syntax: &Syntax<'_, '_, '_>, behind: usize, end: usize) -> bool {
    (behind..end).all(|token| matches!(syntax.tag(token), Tag::Stop | Tag::Close))
}

fn quotes(reader: &Reader<'_, '_, '_>, claim: usize) -> bool {
    let syntax = reader.syntax;
    let content = &reader.claims[claim].content;
    content.iter().any(|piece| {
        syntax.tag(piece.start) == Tag::Open && syntax.behind_quotation(piece.start) >= piece.end
    })
}

/// "Ruiz, who runs the shelter, said the beds were full." and below it a quotation: what she said goes on in her words.
fn leads_on(reader: &Reader<'_, '_, '_>, last: Option<(usize, usize)>, open: usize) -> bool {
    last.is_some_and(|(owner, _)| {
        let claim = &reader.claims[owner];
        let adjacent = reader.syntax.page.sentences[claim.sentence].tokens.end == open;
        let person = claim
            .source
            .as_ref()
            .is_some_and(|source| source.kind == SourceKind::Person);
        // `"Better days"` above the next paragraph is a heading.
        let syntax = reader.syntax;
        let sentence = syntax.tag(syntax.behind_quotation(open).saturating_sub(2)) == Tag::Stop;
        adjacent && person && sentence && can_quote(reader, owner)
    })
}

/// `"We lost," said Ruiz.` and below it `The deputy was blunt. "It is dead."`: a sentence between them is of another.
fn turns_away(reader: &Reader<'_, '_, '_>, last: Option<(usize, usize)>, number: usize) -> bool {
    let syntax = reader.syntax;
    let sentences = &syntax.page.sentences;
    let between = number.checked_sub(1).and_then(|before| {
        let same = sentences[before].sentence.block == sentences[number].sentence.block;
        same.then(|| sentences[before].tokens.clone())
    });
    let source = last.and_then(|(owner, _)| reader.claims[owner].source.as_ref());
    let (Some(between), Some(source)) = (between, source) else {
        return false;
    };
    let same = |token: usize| {
        syntax.tag(token) == Tag::Pronoun
            || source.tokens.clone().any(|name| {
                syntax.tag(name) == Tag::Name && syntax.page.word(name) == syntax.page.word(token)
            })
    };
    syntax.tag(between.start) != Tag::Open && !between.clone().any(same)
}

fn previous_speaks(reader: &Reader<'_, '_, '_>, last: Option<(usize, usize)>) -> bool {
    last.is_some_and(|(owner, _)| {
        reader.claims[owner]
            .content
            .iter()
            .any(|piece| reader.syntax.tag(piece.start) == Tag::Open)
            || reader.claims[owner]
                .cue
                .as_ref()
                .is_some_and(|cue| reader.syntax.tag(cue.tokens.end) == Tag::Colon)
    })
}

/// Whether the claim's cue can bring a quotation: "said", and not "plans".
fn can_quote(reader: &Reader<'_, '_, '_>, claim: usize) -> bool {
    let cue = reader.claims[claim].cue.as_ref();
    cue.is_none_or(|cue| {
        cues::at(reader.syntax, cue.head, cue.head)
            .is_none_or(|cue| cue.takes(Frames::QUOTE.with(Frames::CLAUSE)))
    })
}

/// "Ruiz was unaware that the bridge had fallen." tells what somebody knew, and whoever is quoted behind it may be another.
fn knows(reader: &Reader<'_, '_, '_>, claim: usize) -> bool {
    let claim = &reader.claims[claim];
    claim.rule == adjective_cue::RULES[0].name && claim.distance == Distance::Endorsing
}

fn speaks(reader: &Reader<'_, '_, '_>, claim: usize) -> bool {
    reader.claims[claim].source.is_some()
}
