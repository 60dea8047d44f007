//! What stands around the article, folded to a line where it stands.

use super::lines::{Lines, Part, Words, beginning};
use crate::extraction::{Block, BlockKind, Sentence};

/// How much of a folded block is shown, where several share a line; more where there is room.
const SHORTEST: usize = 24;

/// Blocks that are no running text, collected until the next sentence that is shown.
pub(super) struct Frame<'a> {
    article: &'a str,
    blocks: &'a [Block],
    /// The first block that was neither shown nor folded.
    next: usize,
    /// Up to where the article was shown.
    shown_to: usize,
    /// The block of the sentence that was shown last.
    last: Option<usize>,
    folded: Vec<Block>,
}

impl<'a> Frame<'a> {
    pub(super) fn new(article: &'a str, blocks: &'a [Block]) -> Self {
        Self {
            article,
            blocks,
            next: 0,
            shown_to: 0,
            last: None,
            folded: Vec::new(),
        }
    }

    /// Whether a sentence, in which nothing was found if it is `bare`, is folded with its block.
    pub(super) fn folds(&mut self, sentence: &Sentence, bare: bool) -> bool {
        let kind = self.blocks.get(sentence.block).map(|block| block.kind);
        bare && kind.is_some_and(is_frame)
    }

    /// Writes what stands folded before a sentence that is shown. Whether the sentence begins a paragraph.
    pub(super) fn fold_up_to(&mut self, sentence: &Sentence, lines: &mut Lines) -> bool {
        let behind = sentence.block.saturating_add(1).min(self.blocks.len());
        self.collect(sentence.block.min(self.blocks.len()));
        self.next = self.next.max(behind);
        self.shown_to = sentence.span.end;
        let begins = self.last != Some(sentence.block);
        self.last = Some(sentence.block);
        if begins {
            lines.blank();
        }
        self.write(lines);
        begins
    }

    pub(super) fn finish(mut self, lines: &mut Lines) {
        self.collect(self.blocks.len());
        if !self.folded.is_empty() {
            lines.blank();
        }
        self.write(lines);
    }

    fn collect(&mut self, end: usize) {
        let blocks = self.blocks.get(self.next..end).unwrap_or_default();
        for block in blocks {
            // A sentence that went on behind a menu was shown whole where it began.
            let shown = block.kind == BlockKind::Paragraph && block.span.end <= self.shown_to;
            if !shown {
                self.folded.push(*block);
            }
        }
        self.next = self.next.max(end);
    }

    /// One line for all that is folded: `[boilerplate] Share · Skip to main … · [credit] … (34 words)`.
    fn write(&mut self, lines: &mut Lines) {
        let folded = std::mem::take(&mut self.folded);
        let text = |block: &Block| block.span.of(self.article);
        let count: usize = folded
            .iter()
            .map(|block| text(block).split_whitespace().count())
            .sum();
        let total = format!(" ({count} words)");
        let mut room = lines.room().saturating_sub(total.len());
        let mut words = Words::default();
        let (mut kind, mut cut) = (None, false);
        for (number, block) in folded.iter().enumerate() {
            let left = folded.len() - number;
            if number > 0 && room < SHORTEST {
                words.push(Part::Furniture, format!(" · … {left} more"));
                cut = true;
                break;
            }
            let mut label = if number > 0 { " · " } else { "" }.to_owned();
            if kind != Some(block.kind) {
                label += &format!("[{}] ", block.kind);
            }
            room = room.saturating_sub(label.chars().count());
            let shown = beginning(text(block), (room / left).max(SHORTEST).saturating_sub(2));
            room = room.saturating_sub(shown.chars().count());
            cut |= shown.ends_with('…');
            kind = Some(block.kind);
            words.push(Part::Kind, label);
            words.push(Part::Furniture, shown);
        }
        if cut {
            words.push(Part::Furniture, total);
        }
        if !folded.is_empty() {
            lines.page_line(None, &words);
        }
    }
}

/// What is no running text and can be folded.
fn is_frame(kind: BlockKind) -> bool {
    matches!(
        kind,
        BlockKind::Boilerplate | BlockKind::Credit | BlockKind::Byline | BlockKind::Dateline
    )
}
