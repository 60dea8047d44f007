//! Wire ledes with everything an editor would mark in them, and narrative in which nobody speaks.

use newsclaim::{Extraction, Outcome};

/// The outermost claims and the figures of a text, as `tests/cases/ledes.txt` writes them.
fn found(text: &str) -> Vec<String> {
    let found = newsclaim::extract(text);
    let mut lines = claims(text, &found);
    if lines.is_empty() {
        lines.push("> none".to_owned());
    }
    lines.extend(found.casualties.iter().map(|figure| {
        let number = figure.number.as_ref().map_or("-", |number| &*number.text);
        format!("+ {number} | {}", outcome(figure.outcome))
    }));
    lines
}

fn claims(text: &str, found: &Extraction<'_>) -> Vec<String> {
    let outermost = found
        .claims
        .iter()
        .filter(|claim| claim.nested_in.is_none());
    outermost
        .map(|claim| {
            let source = claim.source.as_ref().map_or("-", |source| &*source.text);
            let cue = claim.cue.as_ref().map_or("-", |cue| &*cue.text);
            let content = claim.content.iter().map(|piece| piece.span.of(text));
            let content = content.collect::<Vec<_>>().join(" || ");
            format!("> {source} | {cue} | {content}")
        })
        .collect()
}

fn outcome(outcome: Outcome) -> String {
    format!("{outcome:?}").to_lowercase()
}

/// The stanzas of a table, without its comments: number of the first line, lines.
fn stanzas(table: &str) -> Vec<(usize, Vec<&str>)> {
    let mut stanzas: Vec<(usize, Vec<&str>)> = Vec::new();
    let mut open = false;
    for (number, line) in table.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() {
            open = false;
        } else if !line.starts_with('#') {
            if !open {
                stanzas.push((number + 1, Vec::new()));
                open = true;
            }
            if let Some((_, lines)) = stanzas.last_mut() {
                lines.push(line);
            }
        }
    }
    stanzas
}

#[test]
fn ledes() {
    let stanzas = stanzas(include_str!("cases/ledes.txt"));
    let mut failures = Vec::new();
    for (number, lines) in &stanzas {
        let (lede, wanted) = lines.split_first().expect("a stanza has a line");
        assert!(
            !wanted.is_empty(),
            "ledes.txt:{number}: nothing is expected"
        );
        let found = found(lede);
        if found != wanted {
            failures.push(format!("ledes.txt:{number}: {lede}\n{}", found.join("\n")));
        }
    }
    assert!(
        failures.is_empty(),
        "{} of {} fail, found:\n{}",
        failures.len(),
        stanzas.len(),
        failures.join("\n\n")
    );
    assert!(stanzas.len() >= 60, "only {} ledes", stanzas.len());
}

/// Of ten sentences in which nobody speaks, one at most may give a claim.
#[test]
fn narrative() {
    let stanzas = stanzas(include_str!("cases/narrative.txt"));
    let mut sentences = 0;
    let mut false_claims = Vec::new();
    for (_, lines) in &stanzas {
        let text = lines.join(" ");
        let found = newsclaim::extract(&text);
        sentences += found.sentences.len();
        false_claims.extend(claims(&text, &found));
    }
    assert!(stanzas.len() >= 30, "only {} paragraphs", stanzas.len());
    assert!(
        false_claims.len() * 10 <= sentences,
        "{} false claims in {sentences} sentences:\n{}",
        false_claims.len(),
        false_claims.join("\n")
    );
}
