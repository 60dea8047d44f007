//! Hostile inputs: nothing panics, and every promise holds. That they take no longer than others is for `growth.rs`.

use crate::{checks, hostile};

use checks::invariants;
use newsclaim::{Date, Extractor};

fn holds(name: &str, text: &str) {
    let day = Date::new(2019, 5, 14).ok();
    invariants::assert_all(name, text, &checks::extract(text, day));
}

const MARKS: &[&str] = &[
    "\"", "“", "”", "„", "‟", "‘", "’", "‚", "‛", "'", "`", "´", "''", "``", "‘‘", "’’", "«", "»",
    "‹", "›", "「", "」", "＂",
];

#[test]
fn nothing_and_next_to_nothing() {
    for text in [
        "",
        " ",
        "\n",
        "\r\n",
        "\u{feff}",
        "\0",
        ".",
        "\"",
        "said",
        "12",
        "İ",
        "👩‍👩‍👧",
        "\u{301}",
        "\u{200b}",
        "a",
        "\n\n\n",
    ] {
        holds(&format!("{text:?}"), text);
    }
    let extraction = newsclaim::extract("");
    assert!(
        extraction.blocks.is_empty()
            && extraction.sentences.is_empty()
            && extraction.claims.is_empty()
    );
}

#[test]
fn every_quotation_mark_alone_in_pairs_and_mixed() {
    for open in MARKS {
        holds(open, &format!("{open}We won, the coach said.\n\nHe left."));
        holds(open, &format!("We won,{open} the coach said."));
        holds(open, &open.repeat(999));
        for close in MARKS {
            holds(
                open,
                &format!("{open}We won,{close} the coach said. {open}All of us.{close}"),
            );
            holds(
                open,
                &format!(
                    "The coach said {open}we {close}won{open} it{close}.\n\n{open}And\n\n{open}more{close}"
                ),
            );
        }
    }
}

#[test]
fn long_numbers() {
    for digit in ["9", "0", "1,", "1.", "1/", "1-", "1:", "٣", "Ⅷ"] {
        let number = digit.repeat(1000);
        holds(
            digit,
            &format!("At least {number} people were killed on {number} May {number}, police said."),
        );
        holds(
            digit,
            &format!(
                "It lasted {number} days, to May {number}, {number} years ago. ({number} GMT)"
            ),
        );
    }
    let text = "More than 99999999999999999999999 people were killed, police said.";
    holds("above u64", text);
}

#[test]
fn characters_that_change_length_or_have_none() {
    let pieces = [
        "İ",
        "ŉ",
        "ß",
        "ǰ",
        "ΐ",
        "ﬁ",
        "K",
        "Å",
        "e\u{301}",
        "\u{301}",
        "\u{200d}",
        "\u{feff}",
        "\0",
        "\u{1b}[2J",
        "👩‍👩‍👧",
        "🏳️‍🌈",
        "\u{202e}",
        "\u{2028}",
        "\u{85}",
        "\u{a0}",
        "\u{ad}",
        "日本",
        "한국",
        "ไทย",
        "عربي",
        "\u{10ffff}",
    ];
    for piece in pieces {
        for text in [
            format!(
                "{piece}The ministry{piece} said{piece} that 12{piece} soldiers {piece}were killed{piece} on{piece} Monday{piece}.{piece}"
            ),
            format!(
                "“We{piece} lost{piece},” said {piece}Ana{piece} {piece}Ruiz.\n{piece}\n{piece}Accord{piece}ing to{piece} him."
            ),
            format!("{piece}SA{piece}ID THE{piece}\n\nSAİD {piece}"),
        ] {
            holds(piece, &text);
        }
    }
}

/// What once broke a promise.
#[test]
fn words_at_the_edge_of_a_sentence() {
    for text in [
        "And rebels said they won.",
        "And Ruiz has said it rained.",
        "As published by the agency, the mayor said no.",
        "As who said no.",
        "Past Mar dispute",
        "Three people were killed, two\nof them children, police said on Monday.",
        "The company has apologized for what: \"We failed.\"",
        "The mayor, who told the council when asked last month about the dam: \"That matter is closed.\"",
        "which t agreed\nto",
        "It is the plan which the mayor agreed\nto, he said.",
    ] {
        holds(text, text);
    }
}

#[test]
fn line_ends_of_every_kind() {
    let article = "\u{feff}Bridge Closed⏎⏎OSLO —⏎The bridge was⏎closed, “and it stays⏎so,” the Inter-⏎Urban office said⏎⏎⏎on Monday.⏎Share⏎";
    for end in [
        "\n", "\r\n", "\r", "\n\r", "\u{2028}", "\u{85}", "\u{b}", "\u{c}", " \n ", "\t\n",
    ] {
        holds(end, &article.replace('⏎', end));
    }
}

/// "And rebels said they won.": whatever the first word is, something asks what stands before it. All of them in every way where
/// `NEWSCLAIM_THOROUGH` is set, as in `.ci/run`; else a twelfth of them, each in one way, the next one in another.
#[test]
fn every_word_of_every_dictionary_opens_a_text() {
    const BEHIND: [&str; 6] = [
        "",
        " rebels said they won.",
        " said",
        " 12 people were killed on Monday, police said.",
        ".",
        " who said no.",
    ];
    const SOME: usize = 12;
    let thorough = std::env::var_os("NEWSCLAIM_THOROUGH").is_some();
    let extractor = Extractor::default();
    for (number, word) in checks::words().concat().into_iter().enumerate() {
        for (case, first) in [word.to_owned(), checks::capitalised(word)]
            .iter()
            .enumerate()
        {
            for (way, behind) in BEHIND.iter().enumerate() {
                if thorough || (number + case) % (SOME * BEHIND.len()) == way {
                    let text = format!("{first}{behind}");
                    invariants::assert_all(&text, &text, &extractor.extract(text.as_str()));
                }
            }
        }
    }
}

#[test]
fn a_hundred_kilobytes_of_one_character() {
    for character in [
        "a", "A", "1", ".", ",", "-", "\"", "“", "'", "(", " ", "\n", "\0", "é", "日", "👩",
        "\u{301}",
    ] {
        let text = character.repeat(100_000 / character.len());
        let extraction = newsclaim::extract(&text);
        assert!(extraction.claims.is_empty(), "{character:?} says nothing");
        for sentence in extraction.sentences.iter().take(1000) {
            assert!(
                text.is_char_boundary(sentence.span.start)
                    && text.is_char_boundary(sentence.span.end)
            );
        }
    }
}

#[test]
fn what_repeats_itself_keeps_every_promise() {
    let texts = [
        hostile::repeated(500),
        hostile::crowded(1000),
        hostile::listed(1000),
        hostile::paired(100),
    ];
    for (name, text) in texts.concat() {
        holds(&name, &text);
    }
}

/// Found by random pieces of news: a claim within a quotation whose marks cross was read twice.
#[test]
fn no_cue_is_read_twice() {
    let text = "The road shut ‘And was killed“’The mill. Okoro accused Holm, ” said Ruiz.";
    holds("marks that cross", text);
    let claims = newsclaim::extract(text).claims;
    let held = claims.iter().map(|claim| claim.nested_in);
    assert_eq!(held.collect::<Vec<_>>(), [Some(1), None]);
}

/// Found by fuzzing: a sentence of a thousand words without a blank was cut within a date.
#[test]
fn no_date_is_cut() {
    for before in 980..1010 {
        let text = format!("{}2018-05-09 The army left.", "\u{6}".repeat(before));
        holds("a date behind what has no blanks", &text);
    }
}
