//! Transcripts and interviews in print: who speaks in turn, told by the labels, `JANE ROE, HOST:`, `RUIZ:`, `Q:`.
//!
//! One label is no transcript: a colon behind capitals can as well be a heading (`CORRECTION: …`). Either a label tells its
//! speaker's part in the broadcast, or several labels of one form stand close together.

use std::collections::HashSet;

use crate::extraction::BlockKind;
use crate::lexicon::entries::page::TranscriptWord;
use crate::lexicon::{Classes, Lexicon};

use super::blocks::labels;
use super::layout::{PageBlock, PageSentence, TokenRange};
use super::reading::Reading;
use super::tokens::{Flags, Token, TokenKind};

/// How many blocks further the next speaker has to come in.
const NEAR: usize = 4;
/// The longest remark in brackets, in tokens: `(SOUNDBITE OF ARCHIVED RECORDING)`.
const LONGEST_REMARK: usize = 16;
/// The longest remark that is not in capitals, in tokens: `(laughter and applause)`.
const SHORT_REMARK: usize = 3;

/// Whose voice it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Voice {
    /// The medium's own: it presents, asks, reports.
    Reporter,
    /// Somebody who has his say.
    Guest,
    /// Whoever is interviewed, behind an `A:` that does not name him.
    Answer,
}

/// What one speaker says, from his label to the next.
#[derive(Clone, Debug)]
pub(crate) struct Turn {
    /// Without its colon.
    pub label: TokenRange,
    pub voice: Voice,
    /// From the one with the label on.
    pub sentences: std::ops::Range<usize>,
    /// What is said, paragraph by paragraph, without what was only heard.
    pub content: Vec<TokenRange>,
}

/// How a label is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// `RUIZ:`
    Capitals,
    /// `Q:`, `Answer:`
    Letter,
    /// `Ana Ruiz:`
    Name,
}

/// A label that may open a turn.
#[derive(Clone, Debug)]
struct Label<'t> {
    sentence: usize,
    block: usize,
    tokens: TokenRange,
    /// Behind the colon.
    behind: usize,
    form: Form,
    /// The word by which its speaker is called later: the surname.
    key: &'t str,
    /// `JANE ROE, HOST`: it tells what its speaker is.
    introduces: bool,
    reporter: bool,
    /// More than a word that could be anything: a first name, a title or a part in the broadcast.
    personal: bool,
    /// `JORDAN:` is a country or a player.
    place: bool,
}

/// The turns of a page, in order; none where it is no transcript.
pub(super) fn find(
    text: &str,
    tokens: &[Token],
    blocks: &[PageBlock],
    sentences: &[PageSentence],
    lexicon: &Lexicon,
) -> Vec<Turn> {
    let reading = Reading {
        text,
        tokens,
        lexicon,
    };
    let mut labels = Vec::new();
    for (number, sentence) in sentences.iter().enumerate() {
        let Some(block) = blocks.get(sentence.sentence.block) else {
            continue;
        };
        // A page's first line that is a sentence can be taken for its headline.
        let ended = || reading.has(block.tokens.end - 1, Flags::STOP);
        let spoken = match block.block.kind {
            BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Subhead => true,
            BlockKind::Headline => ended(),
            _ => false,
        };
        if spoken {
            let range = sentence.tokens.start..block.tokens.end;
            let first = range.start == block.tokens.start;
            // Only a label in capitals can stand within a block.
            let open = first || is_in_capitals(&reading, opening(&reading, range.start));
            if let Some((tokens, behind)) = open.then(|| label(&reading, range)).flatten() {
                let label = read(&reading, tokens, behind, number, sentence.sentence.block);
                labels.extend(label.filter(|label| first || label.form == Form::Capitals));
            }
        }
    }
    if labels.is_empty() {
        return Vec::new();
    }
    keep_transcripts(&reading, blocks, &mut labels);
    let introduced = labels.iter().any(|label| label.introduces);
    let reporters: HashSet<String> = labels
        .iter()
        .filter(|label| label.reporter)
        .map(|label| label.key.to_uppercase())
        .collect();
    let mut turns = Vec::with_capacity(labels.len());
    for (number, label) in labels.iter().enumerate() {
        let next = labels.get(number + 1);
        let by_name = reporters.contains(&label.key.to_uppercase());
        let answers = label.form == Form::Letter && !label.reporter;
        let voice = if label.reporter || by_name {
            Voice::Reporter
        } else if answers {
            Voice::Answer
        } else {
            Voice::Guest
        };
        let whole = introduced || label.form == Form::Letter;
        turns.push(turn(&reading, blocks, sentences, label, next, whole, voice));
    }
    turns
}

/// The first token, or the one behind the quotation mark that is the first.
fn opening(reading: &Reading<'_>, first: usize) -> usize {
    first + usize::from(reading.kind(first) == Some(TokenKind::Mark))
}

fn is_in_capitals(reading: &Reading<'_>, index: usize) -> bool {
    reading.has(index, Flags::ALL_CAPS)
        || reading.kind(index) != Some(TokenKind::Word)
        || reading.has(index, Flags::DOTTED)
        // "McKAY"
        || reading.word(index).chars().rev().take(2).all(char::is_uppercase)
}

/// The label that opens a range, behind a quotation mark at most, and the token behind its colon.
fn label(reading: &Reading<'_>, range: TokenRange) -> Option<(TokenRange, usize)> {
    let start = opening(reading, range.start);
    let tokens = labels::speaker(reading, &(start..range.end))?;
    let behind = tokens.end + usize::from(reading.word(tokens.end) == ":");
    // "Ana Ruiz: 1,769" counts her votes.
    let opens = behind >= range.end
        || reading.kind(behind) == Some(TokenKind::Word)
        || matches!(reading.word(behind), "(" | "[");
    opens.then_some((tokens, behind))
}

/// What the label says of its speaker; none where it cannot be one.
fn read<'t>(
    reading: &Reading<'t>,
    tokens: TokenRange,
    behind: usize,
    sentence: usize,
    block: usize,
) -> Option<Label<'t>> {
    // The name ends at the comma or the bracket: "ANA RUIZ, MAYOR OF AMES", "RUIZ (voice-over)".
    let name_end = (tokens.start + 1..tokens.end)
        .find(|&index| matches!(reading.word(index), "," | "("))
        .unwrap_or(tokens.end);
    let name = tokens.start..name_end;
    let says = |range: TokenRange, word| {
        range
            .into_iter()
            .any(|index| labels::word_of(reading, index) == Some(word))
    };
    let called = says(name.clone(), TranscriptWord::Reporter);
    let introduces = says(name_end..tokens.end, TranscriptWord::Reporter);
    let first = reading.word(name.start);
    let letter = name.len() == 1
        && (matches!(first, "Q" | "A" | "Q." | "A.")
            || matches!(first, "Question" | "QUESTION")
            || says(name.clone(), TranscriptWord::Answer));
    let capital = |index: usize| is_in_capitals(reading, index);
    let form = if letter {
        Form::Letter
    } else if name.clone().all(capital) {
        Form::Capitals
    } else {
        Form::Name
    };
    let last = name
        .clone()
        .rev()
        .find(|&index| reading.kind(index) == Some(TokenKind::Word))?;
    let is = |index: usize, classes| reading.is(index, classes);
    let medium = name.clone().any(|index| is(index, Classes::MEDIA));
    Some(Label {
        sentence,
        block,
        behind,
        form,
        key: reading.word(last),
        introduces,
        reporter: introduces || called || medium || matches!(first, "Q" | "Q."),
        personal: called
            || medium
            || name.len() > 1
                && name
                    .clone()
                    .any(|index| is(index, Classes::FIRST_NAME | Classes::TITLE)),
        place: name.clone().all(|index| is(index, Classes::PLACE)),
        tokens,
    })
}

/// Leaves the labels that make a transcript.
fn keep_transcripts(reading: &Reading<'_>, blocks: &[PageBlock], labels: &mut Vec<Label<'_>>) {
    // "JORDAN:" speaks where "ANA JORDAN:" has spoken.
    let named: HashSet<&str> = labels
        .iter()
        .filter(|label| !label.place)
        .map(|label| label.key)
        .collect();
    labels.retain(|label| !label.place || named.contains(label.key));
    // "Pros: …" is no name, nor is "Step 1: …".
    let personal: HashSet<&str> = labels
        .iter()
        .filter(|label| label.personal)
        .map(|label| label.key)
        .collect();
    labels.retain(|label| label.form != Form::Name || personal.contains(label.key));
    let introduced = labels.iter().any(|label| label.introduces);
    let forms = [Form::Capitals, Form::Letter, Form::Name];
    let kept = forms.map(|form| {
        let own: Vec<&Label<'_>> = labels.iter().filter(|label| label.form == form).collect();
        let keys: HashSet<&str> = own.iter().map(|label| label.key).collect();
        let near = own
            .windows(2)
            .any(|pair| pair[1].block - pair[0].block <= NEAR);
        match form {
            _ if introduced && own.iter().any(|label| label.introduces) => true,
            // "A. Ruiz, a farmer, left." is no answer.
            Form::Letter => {
                let dotted = |label: &&Label<'_>| reading.has(label.tokens.start, Flags::DOTTED);
                let asked = own.iter().any(|label| label.reporter);
                own.len() > 1 && (asked || !own.iter().any(dotted))
            }
            Form::Capitals => near && keys.len() > 1,
            Form::Name => near && keys.len() > 1 && own.len() > keys.len(),
        }
    });
    labels.retain(|label| {
        forms
            .iter()
            .zip(kept)
            .any(|(&form, kept)| kept && form == label.form)
            || introduced && label.form == Form::Letter
    });
    // `MORE: Rents fall in Ames`, `VIDEO: The flood` lead to other pages and are no sentences.
    if !introduced {
        let ends = |label: &Label<'_>| {
            let end = blocks.get(label.block).map_or(0, |block| block.tokens.end);
            (label.behind..end).any(|index| reading.has(index, Flags::STOP))
        };
        if labels.iter().filter(|label| ends(label)).count() < 2 {
            labels.clear();
        }
    }
}

/// The turn behind a label, up to the next one. In a transcript of a whole broadcast or interview paragraphs without a
/// label go on with the turn; where one stands in an article, only those whose quotation mark opens again.
fn turn(
    reading: &Reading<'_>,
    blocks: &[PageBlock],
    sentences: &[PageSentence],
    label: &Label<'_>,
    next: Option<&Label<'_>>,
    whole: bool,
    voice: Voice,
) -> Turn {
    let limit = next
        .and_then(|next| sentences.get(next.sentence))
        .map_or(reading.tokens.len(), |next| next.tokens.start);
    let mut content = Vec::new();
    let mut end = label.behind;
    for (number, block) in blocks.iter().enumerate().skip(label.block) {
        let tokens = block.tokens.start.max(label.behind)..block.tokens.end.min(limit);
        if tokens.start >= tokens.end {
            if number > label.block && block.tokens.start >= limit {
                break;
            }
            continue;
        }
        match block.block.kind {
            BlockKind::Boilerplate | BlockKind::Caption | BlockKind::Credit => continue,
            _ if is_remark(reading, &tokens) => continue,
            BlockKind::Paragraph | BlockKind::ListItem => {}
            _ if number == label.block => {}
            _ => break,
        }
        // "JANE ROE, HOST:" stands in a line of its own, and her words below.
        let below = content.is_empty() && number == label.block + 1;
        let goes_on = number == label.block
            || below
            || whole && next.is_some()
            || is_reopened(reading, &tokens);
        if !goes_on {
            break;
        }
        end = tokens.end;
        pieces(reading, tokens, &mut content);
    }
    let last = sentences.partition_point(|sentence| sentence.tokens.start < end);
    Turn {
        label: label.tokens.clone(),
        voice,
        sentences: label.sentence..last.max(label.sentence + 1),
        content,
    }
}

/// What is said in a paragraph, without the remarks in brackets: `It was loud (LAUGHTER) and dark.`
fn pieces(reading: &Reading<'_>, range: TokenRange, content: &mut Vec<TokenRange>) {
    let mut start = range.start;
    let mut index = range.start;
    while index < range.end {
        match remark(reading, index, range.end) {
            Some(end) => {
                if start < index {
                    content.push(start..index);
                }
                start = end;
                index = end;
            }
            None => index += 1,
        }
    }
    if start < range.end {
        content.push(start..range.end);
    }
}

/// Whether a remark is all there is.
fn is_remark(reading: &Reading<'_>, range: &TokenRange) -> bool {
    let start = opening(reading, range.start);
    remark(reading, start, range.end).is_some_and(|end| {
        (end..range.end).all(|index| reading.kind(index) != Some(TokenKind::Word))
    })
}

/// The token behind the remark in brackets that begins here: `(SOUNDBITE OF SIREN)`, `[inaudible]`, `(Laughter.)`.
fn remark(reading: &Reading<'_>, index: usize, end: usize) -> Option<usize> {
    if !matches!(reading.word(index), "(" | "[") {
        return None;
    }
    let close = (index + 1..end.min(index + LONGEST_REMARK))
        .find(|&index| matches!(reading.word(index), ")" | "]"))?;
    let inside = index + 1..close;
    let word = |index: &usize| reading.kind(*index) == Some(TokenKind::Word);
    // "(SOUNDBITE OF A SIREN)": a letter alone is not told to be in capitals.
    let capital = |index: usize| {
        let letter = reading.has(index, Flags::CAPITALISED) && reading.word(index).len() == 1;
        letter || reading.has(index, Flags::ALL_CAPS)
    };
    let capitals = inside.clone().filter(word).all(capital);
    let heard = inside
        .clone()
        .any(|index| labels::word_of(reading, index) == Some(TranscriptWord::Sound));
    (heard && (capitals || inside.len() <= SHORT_REMARK)).then_some(close + 1)
}

/// A paragraph that opens a quotation mark and does not close it: the transcript stands in quotation marks that open
/// again with every paragraph.
fn is_reopened(reading: &Reading<'_>, range: &TokenRange) -> bool {
    reading
        .get(range.start)
        .is_some_and(|mark| mark.kind == TokenKind::Mark && mark.twin().is_none())
        && reading.kind(range.start + 1) == Some(TokenKind::Word)
}
