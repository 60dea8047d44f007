//! Golden table of attribution: `tests/cases/attribution.txt`.

use newsclaim::{Claim, Extractor};

const TABLE: &str = include_str!("cases/attribution.txt");

struct Case {
    line: usize,
    rule: String,
    text: String,
    /// Whether the rule must fire.
    fires: bool,
    /// All that must be found, as [`found`] prints it.
    expected: Vec<String>,
}

fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut rule = String::new();
    for (index, line) in TABLE.lines().enumerate() {
        if let Some(name) = line.strip_prefix('[') {
            rule = format!("attribution.{}", name.trim_end_matches(']'));
        } else if let Some(sentence) = line.strip_prefix("> ").or(line.strip_prefix("! ")) {
            cases.push(Case {
                line: index + 1,
                rule: rule.clone(),
                text: sentence.trim().replace("\\n", "\n"),
                fires: line.starts_with('>'),
                expected: Vec::new(),
            });
        } else if let Some(expected) = line.strip_prefix("  ") {
            let last = cases.last_mut().expect("a sentence stands above");
            last.expected.push(expected.trim().to_owned());
        }
    }
    cases
}

fn printed(claim: &Claim<'_>) -> String {
    let source = claim.source.as_ref().map_or("-", |source| &*source.text);
    let cue = claim.cue.as_ref().map_or("-", |cue| &*cue.text);
    let content: Vec<&str> = claim.content.iter().map(|piece| &*piece.text).collect();
    format!("{source} | {cue} | {}", content.join(" || ")).replace('\n', "\\n")
}

/// The claims of the rule, and all others that lie in no other claim, with the rules that found them: a claim too much
/// is as wrong as one that is missing.
fn found(extractor: &Extractor, case: &Case) -> Vec<String> {
    let extraction = extractor.extract(&*case.text);
    let claims = extraction.claims.iter();
    claims
        .filter_map(|claim| match &*claim.rule {
            rule if rule == case.rule => Some(printed(claim)),
            rule if claim.nested_in.is_none() => {
                let name = rule.strip_prefix("attribution.").unwrap_or(rule);
                Some(format!("& {name}: {}", printed(claim)))
            }
            _ => None,
        })
        .collect()
}

#[test]
fn every_construction_fires_where_it_must_and_only_there() {
    let extractor = Extractor::default();
    let cases = cases();
    assert!(cases.len() >= 120, "{} cases", cases.len());
    let mut wrong = String::new();
    for case in &cases {
        let found = found(&extractor, case);
        let fires = found.iter().any(|claim| !claim.starts_with("& "));
        if found != case.expected || fires != case.fires {
            wrong += &format!(
                "line {}, {}: {:?}\n  wanted {:?}\n  found  {found:?}\n",
                case.line, case.rule, case.text, case.expected
            );
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_construction_has_a_case() {
    let cases = cases();
    let extractor = Extractor::default();
    for case in cases.iter().filter(|case| case.fires) {
        for claim in &extractor.extract(&*case.text).claims {
            assert!(
                cases.iter().any(|other| other.rule == claim.rule),
                "{} has no case of its own",
                claim.rule
            );
        }
    }
}

#[test]
fn nested_claims_name_the_claim_that_holds_them() {
    let text = "The minister said that the union had accused the firm of neglect.";
    let extraction = newsclaim::extract(text);
    let nested: Vec<&Claim<'_>> = extraction
        .claims
        .iter()
        .filter(|claim| claim.nested_in.is_some())
        .collect();
    assert_eq!(nested.len(), 1);
    let outer = &extraction.claims[nested[0].nested_in.expect("an outer claim")];
    assert_eq!(
        printed(nested[0]),
        "the union | had accused | the firm of neglect"
    );
    assert!(outer.content[0].span.contains(nested[0].content[0].span));
    assert_eq!(extraction.outermost().count(), 1);
}

#[test]
fn a_quotation_goes_on_over_paragraphs() {
    let text = "\"We lost,\" said Ana Ruiz.\n\n\"It hurts a lot.\"\n\n\"It does not,\" Kern said.";
    let extraction = newsclaim::extract(text);
    let read: Vec<String> = extraction.outermost().map(|claim| printed(claim)).collect();
    assert_eq!(
        read,
        [
            "Ana Ruiz | said | \"We lost,\" || \"It hurts a lot.\"",
            "Kern | said | \"It does not,\"",
        ]
    );
}
