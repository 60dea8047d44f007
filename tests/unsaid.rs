//! Nothing is said that nobody said: `tests/cases/unsaid.txt`, made-up sentences with every claim and every figure in them.
//!
//! A sentence starts at the margin (`\n` is a line break), what it gives is indented: `-` alone for nothing,
//!
//! ```text
//! > SOURCE | CUE | CONTENT (pieces apart by " || ") | POLARITY | MORE
//! + NUMBER | OUTCOME | LOW–HIGH | VICTIMS | SIDE | CLAIMANT | ASSERTED
//! ```
//!
//! where MORE is any of `denial`, `nested`, `unverified`, `disputed`, `on DAY` (of speaking). A claim or a figure more or less fails.

use newsclaim::{Casualty, Claim, ClaimKind, Extraction, Extractor, Polarity, Status};

const TABLE: &str = include_str!("cases/unsaid.txt");

/// A sentence, the number of its line, and what it gives.
struct Case<'a> {
    line: usize,
    text: String,
    rows: Vec<&'a str>,
}

fn cases() -> Vec<Case<'static>> {
    let mut cases: Vec<Case<'_>> = Vec::new();
    for (index, line) in TABLE.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(row) = line.strip_prefix("    ") {
            let case = cases.last_mut().expect("a row needs a sentence above it");
            case.rows.push(row.trim());
        } else {
            cases.push(Case {
                line: index + 1,
                text: line.replace("\\n", "\n"),
                rows: Vec::new(),
            });
        }
    }
    cases
}

fn claim_row(claim: &Claim<'_>, found: &Extraction<'_>) -> String {
    let content: Vec<&str> = claim.content.iter().map(|piece| &*piece.text).collect();
    let mut columns = vec![
        claimant(claim).to_owned(),
        claim.cue.as_ref().map_or("-", |cue| &*cue.text).to_owned(),
        content.join(" || "),
        claim.polarity.to_string(),
    ];
    let mut more = Vec::new();
    if claim.kind == ClaimKind::Denial {
        more.push("denial".to_owned());
    }
    if claim.nested_in.is_some() {
        more.push("nested".to_owned());
    }
    if claim.status != Status::Asserted {
        more.push(claim.status.to_string());
    }
    if let Some(day) = claim.said {
        more.push(format!("on {}", found.dates[day].text));
    }
    if !more.is_empty() {
        columns.push(more.join(", "));
    }
    format!("> {}", columns.join(" | ")).replace('\n', "\\n")
}

fn claimant<'a>(claim: &'a Claim<'_>) -> &'a str {
    claim
        .source
        .as_ref()
        .map_or("-", |source| source.text.trim_end_matches(','))
}

fn figure_row(figure: &Casualty<'_>, found: &Extraction<'_>) -> String {
    let victims = figure.victims.as_ref();
    let high = figure.count.high.map(|high| high.to_string());
    let columns = [
        figure
            .number
            .as_ref()
            .map_or("-", |number| &*number.text)
            .to_owned(),
        figure.outcome.to_string(),
        format!("{}–{}", figure.count.low, high.unwrap_or_default()),
        victims
            .and_then(|victims| victims.text.as_deref())
            .unwrap_or("-")
            .to_owned(),
        victims
            .and_then(|victims| victims.side.as_deref())
            .unwrap_or("-")
            .to_owned(),
        figure
            .claim
            .map_or("-", |claim| claimant(&found.claims[claim]))
            .to_owned(),
        if figure.asserted {
            "asserted"
        } else {
            "not asserted"
        }
        .to_owned(),
    ];
    format!("+ {}", columns.join(" | ")).replace('\n', "\\n")
}

#[test]
fn nothing_unsaid_is_said() {
    let extractor = Extractor::default();
    let cases = cases();
    let mut wrong = Vec::new();
    let mut silent = 0;
    for case in &cases {
        let found = extractor.extract(&*case.text);
        let claims = found.claims.iter().map(|claim| claim_row(claim, &found));
        let figures = found.casualties.iter().map(|one| figure_row(one, &found));
        let mut rows: Vec<String> = claims.chain(figures).collect();
        if rows.is_empty() {
            rows.push("-".to_owned());
        }
        rows.sort();
        let mut wanted = case.rows.clone();
        wanted.sort_unstable();
        if rows != wanted {
            wrong.push(format!(
                "unsaid.txt:{}: {}\n  wanted {wanted:#?}\n  found  {rows:#?}",
                case.line, case.text
            ));
        }
        let said = found
            .claims
            .iter()
            .any(|claim| claim.polarity == Polarity::Said);
        let counted = found.casualties.iter().any(|figure| figure.asserted);
        silent += usize::from(!said && !counted);
    }
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
    assert!(cases.len() >= 150, "only {} sentences", cases.len());
    assert!(
        2 * silent >= cases.len(),
        "only {silent} of {} say nothing",
        cases.len()
    );
}
