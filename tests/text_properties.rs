//! What holds of blocks and sentences on any text.

use crate::checks;

use checks::{fixtures, signs};
use newsclaim::{BlockKind, Span, extract, sentences};
use proptest::prelude::*;

/// Pieces of which page-like texts are made.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("\n".to_owned()),
        Just("\n\n".to_owned()),
        Just("\r\n".to_owned()),
        Just(" ".to_owned()),
        Just("OSLO, Norway — ".to_owned()),
        Just("Oslo: ".to_owned()),
        Just("The river fell. ".to_owned()),
        Just("Share".to_owned()),
        Just("By Ana Ruiz".to_owned()),
        Just("Upper-\nHolm ".to_owned()),
        Just("https://example.org/a".to_owned()),
        Just("“We lost,” she said. ".to_owned()),
        Just("''".to_owned()),
        Just("the U.S. The ".to_owned()),
        Just("6'2\" ".to_owned()),
        Just("…".to_owned()),
        // What opens a sentence, and sentences of a word or two.
        prop::sample::select(vec![
            "And ",
            "But ",
            "The ",
            "He ",
            "As ",
            "That ",
            "Not ",
            "Of ",
            "12 ",
            "Two ",
            "Ruiz ",
            "Said ",
            "Monday ",
            "No. ",
            "Yes! ",
            "Why? ",
            "We lost. ",
            "Dr. ",
            "A. ",
            "(a) ",
            "1. ",
            "— ",
            "\"Go.\" ",
            "MAYOR RUIZ: ",
        ])
        .prop_map(str::to_owned),
        Just("İstanbul’da ".to_owned()),
        Just("\u{200B}".to_owned()),
        Just("👩‍👩‍👧 ".to_owned()),
        "[ -~]{0,12}",
        "[“”‘’«»„'\"`. \n]{0,6}",
        "\\PC{0,6}",
    ]
}

fn page() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..40).prop_map(|pieces| pieces.concat())
}

/// Ordered, disjoint, inside the text, on character boundaries, trimmed.
fn sound(text: &str, spans: &[Span]) {
    let mut last = 0;
    for span in spans {
        assert!(
            last <= span.start && span.start < span.end,
            "{spans:?} in {text:?}"
        );
        let printed = text
            .get(span.start..span.end)
            .expect("character boundaries");
        assert_eq!(printed.trim(), printed, "{text:?}");
        last = span.end;
    }
    assert!(last <= text.len());
}

/// Whether a character may stand outside of every block.
fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '\u{FEFF}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{AD}'
        )
}

fn uncovered(text: &str, spans: &[Span]) -> String {
    text.char_indices()
        .filter(|(at, _)| !spans.iter().any(|span| span.start <= *at && *at < span.end))
        .map(|(_, c)| c)
        .filter(|c| !is_blank(*c))
        .collect()
}

proptest! {
    #![proptest_config(checks::properties())]

    #[test]
    fn blocks_and_sentences_cover_the_text(text in page()) {
        let extraction = extract(text.as_str());
        let blocks: Vec<Span> = extraction.blocks.iter().map(|block| block.span).collect();
        sound(&text, &blocks);
        prop_assert_eq!(uncovered(&text, &blocks), "");
        let mut units: Vec<Span> = extraction.sentences.iter().map(|sentence| sentence.span).collect();
        sound(&text, &units);
        // A dateline is a block and no sentence.
        let datelines = extraction.blocks.iter().filter(|block| block.kind == BlockKind::Dateline);
        units.extend(datelines.map(|block| block.span));
        prop_assert_eq!(uncovered(&text, &units), "");
        for sentence in &extraction.sentences {
            let block = extraction.blocks[sentence.block].span;
            prop_assert!(block.start <= sentence.span.start && sentence.span.end <= block.end);
        }
    }

    #[test]
    fn sentences_stand_alone(text in page()) {
        let all: Vec<_> = sentences(&text).collect();
        for sentence in &all {
            prop_assert_eq!(&*sentence.text, &text[sentence.span.start..sentence.span.end]);
        }
        let mut backwards: Vec<_> = sentences(&text).rev().collect();
        backwards.reverse();
        prop_assert_eq!(all, backwards);
    }

    #[test]
    fn the_kind_of_line_break_does_not_matter(text in page()) {
        let unix = text.replace("\r\n", "\n");
        let dos = unix.replace('\n', "\r\n");
        let printed = |text: &str| -> Vec<String> {
            sentences(text).map(|sentence| sentence.text.replace("\r\n", "\n")).collect()
        };
        prop_assert_eq!(printed(&unix), printed(&dos));
    }
}

/// That the claims stay the same is among the promises of every article (tests/fixtures.rs); here it is that each change
/// of signs changes an article that says something.
#[test]
fn every_change_of_signs_is_tried_on_a_fixture() {
    let fixtures = fixtures();
    for signs in signs::ALL {
        let tried = fixtures.iter().any(|article| {
            let changed = (signs.change)(&article.text);
            changed != article.text && !article.extract().claims.is_empty()
        });
        assert!(tried, "no fixture shows {}", signs.name);
    }
}
