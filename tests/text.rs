//! The golden tables of blocks and sentences: `tests/cases/{blocks,sentences}.txt`.

use newsclaim::extract;

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
