//! The table of words must find what walking the automaton from every word finds.

use super::{TokenKind, tokenize};
use crate::lexicon::{Lexicon, PatternId, Table};

/// The longest string that ends with the word, and the longest that ends with a later token.
fn walked(
    text: &str,
    tokens: &[super::Token],
    index: usize,
    lexicon: &Lexicon,
) -> (Option<PatternId>, Option<PatternId>) {
    let (mut form, mut phrase) = (None, None);
    lexicon.walk(text, tokens[index].start as usize, |hit| {
        let end = hit.end as u32;
        if end == tokens[index].end {
            form = Some(hit.pattern);
        } else if tokens[index + 1..].iter().any(|token| token.end == end) {
            phrase = Some(hit.pattern);
        }
    });
    (form, phrase)
}

fn agree(text: &str, lexicon: &Lexicon) {
    let tokens = tokenize(text, lexicon).tokens;
    for (index, token) in tokens.iter().enumerate() {
        if matches!(
            token.kind,
            TokenKind::Word | TokenKind::Number | TokenKind::Clitic | TokenKind::Symbol
        ) {
            let expected = walked(text, &tokens, index, lexicon);
            assert_eq!(
                (token.form, token.phrase),
                expected,
                "{:?} in {text:?}",
                token.text(text)
            );
        }
    }
}

#[test]
fn the_table_of_words_hides_nothing() {
    let lexicon = Lexicon::built_in();
    let mut headwords = 0;
    for &table in Table::ALL {
        for headword in lexicon.headwords(table) {
            headwords += 1;
            agree(headword, &lexicon);
            agree(
                &format!("The {headword} and {}.", headword.to_uppercase()),
                &lexicon,
            );
            agree(
                &format!(
                    "({})\n{}:",
                    headword.replace(' ', "\n"),
                    headword.replace('\'', "’")
                ),
                &lexicon,
            );
            agree(
                &format!("{} it", headword.replace('-', "-\n").replace(' ', "  ")),
                &lexicon,
            );
        }
    }
    assert!(headwords > 5000, "{headwords}");
    for example in lexicon.examples() {
        agree(example.sentence, &lexicon);
    }
}

/// Tokens of a text, with what they are.
fn read(text: &str) -> Vec<(&str, TokenKind)> {
    tokenize(text, &Lexicon::built_in())
        .tokens
        .iter()
        .map(|token| (token.text(text), token.kind))
        .collect()
}

#[test]
fn dots_between_sentences() {
    use TokenKind::{Ellipsis, Punctuation, Word};
    assert_eq!(read("a..."), [("a", Word), ("...", Ellipsis)]);
    assert_eq!(
        read("a.."),
        [("a", Word), (".", Punctuation), (".", Punctuation)]
    );
    assert_eq!(
        read("a...."),
        [("a", Word), (".", Punctuation), ("...", Ellipsis)]
    );
}

#[test]
fn words_of_every_length() {
    use super::Flags;
    let lexicon = Lexicon::built_in();
    for length in 1..40 {
        for behind in ["", " ", ".", "-x", "’s", "é", "1", "_"] {
            for letter in ["a", "A", "é"] {
                let text = letter.repeat(length) + behind;
                let tokens = tokenize(&text, &lexicon).tokens;
                let word = tokens[0];
                assert_eq!(word.start, 0);
                assert!(word.end as usize >= length * letter.len(), "{text}");
                assert_eq!(word.has(Flags::CAPITALISED), letter == "A", "{text}");
                let plain = word
                    .text(&text)
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric());
                assert_eq!(word.has(Flags::PLAIN), plain, "{text}");
                if plain && length > 1 {
                    assert_eq!(word.has(Flags::ALL_CAPS), letter == "A", "{text}");
                }
            }
        }
    }
}
