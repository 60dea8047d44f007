//! Which blocks are the article. Each block speaks for the article or against it by its shape and by its words, and the
//! best path through two states, article and furniture, decides: what stands among paragraphs stays, what stands among
//! menus goes, and neither a lone subhead nor a lone advertisement breaks the run it stands in.

use crate::extraction::BlockKind;
use crate::text::layout::PageBlock;

use super::echo::Echo;
use super::shape::Shape;
use super::traits::{INTERCEPT, traits};

/// What the change from article to furniture costs, and the change back, in the units of the table below: what one
/// paragraph more or less can outweigh.
const SWITCH: f32 = 2.0;
/// What speaks for the article before anything is known of a block: to lose a paragraph costs more than to keep a line
/// of a menu.
const TRUST: f32 = 1.6;
/// The most that one block can say: three paragraphs outweigh any single block.
const MOST: f32 = 6.0;

/// With fewer words than a paragraph of news left, nothing shows which blocks are the article.
const LEAST_WORDS_OF_ARTICLE: usize = 30;

/// For each block, whether it belongs to the article. None where next to nothing would be left: then all of it does.
pub(super) fn find(blocks: &[PageBlock], shapes: &[Shape], echoes: &[Echo]) -> Option<Vec<bool>> {
    let mut scores = Vec::with_capacity(blocks.len());
    for ((block, shape), &echo) in blocks.iter().zip(shapes).zip(echoes) {
        // What is furniture by its words says nothing of its neighbours: a line of it anywhere changes nothing else.
        if block.block.kind == BlockKind::Boilerplate {
            scores.push(0.0);
            continue;
        }
        let mut score = INTERCEPT + TRUST;
        traits(shape, block.block.kind, echo, |found| {
            score += found.weight();
        });
        scores.push(score.clamp(-MOST, MOST));
    }
    let article = path(&scores);
    let left: usize = (article.iter().zip(blocks).zip(shapes))
        .filter(|((article, block), _)| {
            **article && matches!(block.block.kind, BlockKind::Paragraph | BlockKind::ListItem)
        })
        .map(|(_, shape)| shape.words)
        .sum();
    (left >= LEAST_WORDS_OF_ARTICLE).then_some(article)
}

/// The best path: at each block article or furniture, with a price on each change.
fn path(scores: &[f32]) -> Vec<bool> {
    // What the best path to furniture and the best to article are worth, and whether each came from the article.
    let mut best = [0.0_f32, 0.0];
    let mut came = Vec::with_capacity(scores.len());
    for &score in scores {
        let [furniture, article] = best;
        let left = article - SWITCH > furniture;
        let entered = furniture - SWITCH > article;
        best = [
            if left { article - SWITCH } else { furniture },
            score + if entered { furniture - SWITCH } else { article },
        ];
        came.push([left, !entered]);
    }
    let mut state = best[1] > best[0];
    let mut found = vec![false; scores.len()];
    for (place, from) in found.iter_mut().zip(&came).rev() {
        *place = state;
        state = from[usize::from(state)];
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::traits::traits;
    use super::{SWITCH, path};
    use crate::lexicon::Lexicon;
    use crate::text::blocks::{cards, comments, echo, lists, paragraphs, pictures, signs};
    use crate::text::reading::Reading;
    use crate::text::tokens::{self, Scanned};

    #[test]
    fn a_switch_is_paid_for() {
        // A caption between two paragraphs stays, a menu between them does not, and a short line behind the menu goes with it.
        assert_eq!(path(&[5.0, -1.0, 5.0]), [true, true, true]);
        assert_eq!(path(&[5.0, -9.0, 5.0]), [true, false, true]);
        assert_eq!(path(&[5.0, -9.0, 1.8]), [true, false, false]);
        assert_eq!(path(&[-1.0, 5.0]), [true, true]);
        // Nothing won: furniture, as it was before the first block.
        assert_eq!(path(&[SWITCH, -SWITCH]), [false, false]);
    }

    #[test]
    fn a_lone_block_does_not_break_the_run() {
        let printed = |scores: &[f32]| -> String {
            path(scores)
                .iter()
                .map(|&article| if article { 'a' } else { '-' })
                .collect()
        };
        // A subhead between paragraphs; a title among menus; an advertisement, decided already.
        assert_eq!(printed(&[-3.0, 4.0, -2.0, 4.0, -3.0]), "-aaa-");
        assert_eq!(printed(&[-3.0, -3.0, 2.0, -3.0, -3.0]), "-----");
        assert_eq!(printed(&[4.0, 0.0, 4.0]), "aaa");
        // A list of teasers between two runs of paragraphs.
        assert_eq!(printed(&[4.0, 4.0, -3.0, -3.0, 4.0, 4.0]), "aa--aa");
        assert_eq!(printed(&[]), "");
    }

    /// Prints the traits of every block of `NEWSCLAIM_PAGES` (JSON Lines with `text`) for `tests/measure_blocks.py`.
    #[test]
    #[allow(clippy::print_stdout, reason = "the script reads it")]
    fn prints_traits() {
        let Ok(pages) = std::env::var("NEWSCLAIM_PAGES") else {
            return;
        };
        let lexicon = Lexicon::built_in();
        for line in std::fs::read_to_string(pages).expect("pages").lines() {
            let page: serde_json::Value = serde_json::from_str(line).expect("JSON");
            let text = page["text"].as_str().expect("text");
            let Scanned { tokens, hashes } = tokens::tokenize(text, &lexicon);
            let reading = Reading {
                text,
                tokens: &tokens,
                lexicon: &lexicon,
            };
            let (mut blocks, shapes, frame) = paragraphs(&reading, &hashes);
            signs::settle(&reading, &mut blocks, &shapes, &frame);
            pictures::settle(&reading, &mut blocks, &shapes);
            comments::take(&reading, &mut blocks, &shapes, &frame);
            cards::take(&reading, &mut blocks, &shapes);
            lists::take(&reading, &mut blocks, &shapes, &frame);
            let echoes = echo::find(&reading, &hashes, &blocks, &shapes);
            let mut found = Vec::new();
            for ((block, shape), &echo) in blocks.iter().zip(&shapes).zip(&echoes) {
                let mut row = vec![
                    block.block.span.start.to_string(),
                    block.block.span.end.to_string(),
                    block.block.kind.as_str().to_owned(),
                ];
                traits(shape, block.block.kind, echo, |found| {
                    row.push(format!("{found:?}").replace(' ', ""));
                });
                found.push(row.join(" "));
            }
            println!("PAGE {}", serde_json::to_string(&found).expect("strings"));
        }
    }
}
