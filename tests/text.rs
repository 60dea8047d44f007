//! The golden tables of blocks and sentences: `tests/cases/{blocks,sentences}.txt`.

use newsclaim::{BlockKind, Table, extract};

/// The lines of a table that are cases, with their numbers.
fn cases(table: &str) -> Vec<(usize, String)> {
    let path = format!("{}/tests/cases/{table}.txt", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).expect("the table is there");
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
        .map(|(number, line)| (number + 1, signs(line)))
        .collect()
}

/// Puts the signs that cannot be seen for their numbers: "{U+00A0}".
fn signs(line: &str) -> String {
    let mut pieces = line.split("{U+");
    let mut read = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (number, rest) = piece.split_once('}').expect("{U+number}");
        let number = u32::from_str_radix(number, 16).expect("a hexadecimal number");
        read.push(char::from_u32(number).expect("a character"));
        read += rest;
    }
    read
}

/// Blanks around the signs of a table belong to the table.
fn tidy(case: &str) -> String {
    let mut tidy = case.to_owned();
    for sign in ["¶", "⏎‖", "‖"] {
        tidy = tidy
            .replace(&format!(" {sign}"), sign)
            .replace(&format!("{sign} "), sign);
    }
    tidy
}

fn raw(case: &str) -> String {
    case.replace("⏎‖", "\n")
        .replace('‖', " ")
        .replace('¶', "\n\n")
        .replace('⏎', "\n")
}

fn check(table: &str, least: usize, run: impl Fn(&str) -> (Vec<String>, Vec<String>)) {
    let cases = cases(table);
    assert!(cases.len() >= least, "{} cases in {table}", cases.len());
    let mut failures = String::new();
    for (number, case) in cases {
        let (expected, found) = run(&tidy(&case));
        if expected != found {
            failures +=
                &format!("\n{table}.txt:{number}\n  expected {expected:?}\n  found    {found:?}\n");
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn sentences() {
    check("sentences", 120, |case| {
        let text = raw(&case.replace(['⟨', '⟩'], ""));
        let expected = case
            .split(['‖', '¶'])
            .map(|piece| match piece.split_once('⟩') {
                Some((_, rest)) => raw(rest),
                None => raw(piece),
            })
            .map(|piece| piece.trim().to_owned())
            .collect();
        let found = newsclaim::sentences(&text)
            .map(|sentence| sentence.text.into_owned())
            .collect();
        (expected, found)
    });
}

#[test]
fn blocks() {
    check("blocks", 50, |case| {
        let mut text = String::new();
        let mut expected = Vec::new();
        for piece in case.split_inclusive(['‖', '¶']) {
            let (kind, rest) = piece.split_once('|').expect("kind | text");
            text += &raw(rest.trim_start());
            let printed = rest.trim_end_matches(['‖', '¶', '⏎']);
            expected.push(format!("{}|{}", kind.trim(), raw(printed).trim()));
        }
        let found = extract(text.as_str())
            .blocks
            .iter()
            .map(|block| {
                let printed = &text[block.span.start..block.span.end];
                format!("{}|{printed}", block.kind.as_str())
            })
            .collect();
        (expected, found)
    });
}

/// A sentence lies in its block, and both ways of asking give the same.
#[test]
fn both_interfaces_agree() {
    for (_, case) in cases("sentences") {
        let text = raw(&tidy(&case));
        let extraction = extract(text.as_str());
        let spans: Vec<_> = newsclaim::sentences(&text)
            .map(|sentence| sentence.span)
            .collect();
        let others: Vec<_> = extraction
            .sentences
            .iter()
            .map(|sentence| sentence.span)
            .collect();
        assert_eq!(spans, others, "{text:?}");
        for sentence in &extraction.sentences {
            let block = &extraction.blocks[sentence.block];
            assert!(block.span.contains(sentence.span), "{text:?}");
        }
    }
}

#[test]
fn sentences_from_both_ends() {
    let text = "One came. Two left. Three stayed.";
    let mut sentences = newsclaim::sentences(text);
    assert_eq!(sentences.len(), 3);
    assert_eq!(
        sentences
            .next_back()
            .map(|last| last.text.into_owned())
            .as_deref(),
        Some("Three stayed.")
    );
    assert_eq!(
        sentences
            .next()
            .map(|first| first.text.into_owned())
            .as_deref(),
        Some("One came.")
    );
    assert_eq!(sentences.len(), 1);
}

/// A page without a full stop is cut where a blank stands, and where none stands at least not within a date.
#[test]
fn a_thousand_words_without_a_stop() {
    let spaced = "mayor's dog ".repeat(400);
    let found: Vec<_> = newsclaim::sentences(&spaced).collect();
    assert_eq!(found.len(), 2);
    assert!(found[1].text.starts_with("mayor's"), "{}", found[1].text);

    let dated = format!("{}2018-05-09{}", "no—".repeat(499), "—no".repeat(20));
    let found: Vec<_> = newsclaim::sentences(&dated).collect();
    assert_eq!(found.len(), 2);
    assert!(found[1].text.contains("2018-05-09"), "{}", found[1].text);
}

/// Who types two blanks behind every full stop has cut nothing.
#[test]
fn blanks_behind_stops_are_no_cuts() {
    let text = "The river fell in the night, and the families went home.  Nobody was hurt.  Engineers looked at the old dam \
        for nine hours and found two cracks in its wall.  The mayor, who had not slept, told them to close the bridge.  Boats \
        came down from Ruden with bread and water.";
    let page = format!("Flood warning lifted\n\n{}", [text; 5].join("  "));
    let blocks = extract(page.as_str()).blocks;
    assert_eq!(blocks.len(), 2, "{blocks:?}");
}

/// A phrase of the page's frame that the user has added as it is written, and the same words in a headline.
#[test]
fn furniture_that_is_written_so() {
    let extractor = newsclaim::Extractor::builder()
        .lexicon(Table::Boilerplate, "mine.txt", "=RIVER WATCH | line\n")
        .build()
        .expect("a phrase");
    let kinds = |title: &str| -> Vec<_> {
        let text = format!("{title}\n\nThe river fell overnight, officials said on Monday.");
        let blocks = extractor.extract(text.as_str()).blocks;
        blocks.iter().map(|block| block.kind).collect()
    };
    assert_eq!(
        kinds("RIVER WATCH"),
        [BlockKind::Boilerplate, BlockKind::Paragraph]
    );
    assert_eq!(
        kinds("River watch"),
        [BlockKind::Headline, BlockKind::Paragraph]
    );
}
