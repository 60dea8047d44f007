//! Who exactly, what kind of claim, and where it stands: made-up paragraphs in `tests/cases/`, case by case.
//!
//! A case is a stanza: the article's lines (`¶` stands for a blank line between paragraphs), then what is expected of
//! the claims in it. `> SOURCE | CUE | field = value; …` names a claim by the words of its source (`-` for none) and its
//! cue; `~ HOLDER | TOPIC` is something kept back, and `~ none` that nothing is. `! SOURCE` has no claim. Fields:
//!
//! ```text
//! name, role, source_kind, anonymous      of the source; `-` is none
//! kind, form, negated, status, marker     of the claim; marker: the words that tell the status
//! polarity, distance, said                of the claim and its cue; said: the words that tell the day of speaking
//! content                                 its pieces, apart by " || "
//! figures                                 in its content: "12 asserted", "12 not asserted", separated by " + "
//! target, target_name                     words and name of the target
//! others, relays                          names (or words, where there is no name), separated by " + "
//! responds_to                             SOURCE/CUE of the claim that is answered
//! ```

use newsclaim::{Claim, Extraction, Source};

#[test]
fn names() {
    check("names", include_str!("cases/names.txt"), 30);
}

#[test]
fn kinds() {
    check("kinds", include_str!("cases/kinds.txt"), 60);
}

#[test]
fn relays() {
    check("relays", include_str!("cases/relays.txt"), 20);
}

#[test]
fn status() {
    check("status", include_str!("cases/status.txt"), 20);
}

#[test]
fn polarity() {
    check("polarity", include_str!("cases/polarity.txt"), 80);
}

#[test]
fn links() {
    check("links", include_str!("cases/links.txt"), 20);
}

/// Runs every stanza of a file; `least` is how many it must hold.
fn check(file: &str, cases: &str, least: usize) {
    let mut failures = Vec::new();
    let mut stanzas = 0;
    let mut text = String::new();
    let mut first_line = 0;
    let mut wanted: Vec<(usize, &str)> = Vec::new();
    let end = std::iter::once("");
    for (number, line) in cases.lines().chain(end).enumerate() {
        let line = line.trim();
        if line.starts_with('#') {
            continue;
        }
        if line.is_empty() {
            if !text.is_empty() {
                assert!(
                    !wanted.is_empty(),
                    "{file}.txt:{first_line}: nothing is expected"
                );
                stanzas += 1;
                stanza(&text, &wanted, file, &mut failures);
            }
            text.clear();
            wanted.clear();
        } else if line.starts_with(['>', '~', '!']) {
            wanted.push((number + 1, line));
        } else if line == "¶" {
            text.push_str("\n\n");
        } else {
            if text.is_empty() {
                first_line = number + 1;
            } else if !text.ends_with('\n') {
                text.push(' ');
            }
            text.push_str(line);
        }
    }
    assert!(
        failures.is_empty(),
        "{} of {stanzas} fail:\n{}",
        failures.len(),
        failures.join("\n")
    );
    assert!(
        stanzas >= least,
        "{file}.txt holds {stanzas} cases, fewer than {least}"
    );
}

fn stanza(text: &str, wanted: &[(usize, &str)], file: &str, failures: &mut Vec<String>) {
    let found = newsclaim::extract(text);
    for &(line, expectation) in wanted {
        let result = if let Some(rest) = expectation.strip_prefix('~') {
            withheld(&found, rest.trim())
        } else if let Some(source) = expectation.strip_prefix('!') {
            silent(&found, source.trim())
        } else {
            expected(&found, expectation.trim_start_matches('>').trim())
        };
        if let Err(reason) = result {
            failures.push(format!("{file}.txt:{line}: {reason}\n    in: {text}"));
        }
    }
}

fn withheld(found: &Extraction<'_>, expectation: &str) -> Result<(), String> {
    let all: Vec<String> = found
        .undisclosed
        .iter()
        .map(|item| {
            let holder = item.holder.as_ref().map_or("-", |holder| &*holder.text);
            format!("{holder} | {}", item.topic.text)
        })
        .collect();
    let right = if expectation == "none" {
        all.is_empty()
    } else {
        all.iter().any(|item| item == expectation)
    };
    right
        .then_some(())
        .ok_or_else(|| format!("kept back: wanted {expectation:?}, found {all:?}"))
}

/// That a source has no claim.
fn silent(found: &Extraction<'_>, source: &str) -> Result<(), String> {
    match found
        .claims
        .iter()
        .find(|claim| source_text(claim) == source)
    {
        None => Ok(()),
        Some(claim) => Err(format!("a claim of {source}: {}", cue_text(claim))),
    }
}

/// The figures in a claim's content. What nobody has said is not asserted, and nobody claims it.
fn figures(found: &Extraction<'_>, claim: &Claim<'_>) -> String {
    let figures = claim.casualties.iter().map(|&index| {
        let figure = &found.casualties[index];
        let number = figure.number.as_ref().map_or("-", |number| &*number.text);
        match (figure.asserted, figure.claim) {
            (true, _) => format!("{number} asserted"),
            (false, None) => format!("{number} not asserted"),
            (false, Some(claimant)) => format!("{number} not asserted by {claimant}"),
        }
    });
    let figures: Vec<String> = figures.collect();
    if figures.is_empty() {
        "-".to_owned()
    } else {
        figures.join(" + ")
    }
}

fn source_text<'a>(claim: &'a Claim<'_>) -> &'a str {
    claim
        .source
        .as_ref()
        .map_or("-", |source| source.text.trim_end_matches(','))
}

fn cue_text<'a>(claim: &'a Claim<'_>) -> &'a str {
    claim.cue.as_ref().map_or("-", |cue| &*cue.text)
}

/// The cue may have its auxiliaries with it: "has denied".
fn ends_with(text: &str, words: &str) -> bool {
    text.strip_suffix(words)
        .is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
}

fn expected(found: &Extraction<'_>, expectation: &str) -> Result<(), String> {
    let mut parts = expectation.splitn(3, '|').map(str::trim);
    let (Some(source), Some(cue), Some(fields)) = (parts.next(), parts.next(), parts.next()) else {
        return Err(format!("not SOURCE | CUE | fields: {expectation:?}"));
    };
    let mut candidates = found
        .claims
        .iter()
        .filter(|claim| source_text(claim) == source && ends_with(cue_text(claim), cue));
    let Some(claim) = candidates.next() else {
        let all: Vec<String> = found
            .claims
            .iter()
            .map(|claim| format!("{} | {}", source_text(claim), cue_text(claim)))
            .collect();
        return Err(format!("no claim {source} | {cue}; found {all:?}"));
    };
    for field in fields
        .split(';')
        .map(str::trim)
        .filter(|field| !field.is_empty())
    {
        let Some((name, value)) = field.split_once('=') else {
            return Err(format!("not field = value: {field:?}"));
        };
        let (name, value) = (name.trim(), value.trim());
        let is = actual(found, claim, name).ok_or_else(|| format!("no such field: {name:?}"))?;
        if is != value {
            return Err(format!(
                "{source} | {cue}: {name} is {is:?}, wanted {value:?}"
            ));
        }
    }
    Ok(())
}

/// What a claim has in a field, as the cases write it.
fn actual(found: &Extraction<'_>, claim: &Claim<'_>, field: &str) -> Option<String> {
    let none = || "-".to_owned();
    let of_source =
        |read: &dyn Fn(&Source<'_>) -> String| claim.source.as_ref().map_or_else(none, read);
    let list = |sources: &[Source<'_>]| {
        let names: Vec<&str> = sources
            .iter()
            .map(|source| source.name.as_deref().unwrap_or(&source.text))
            .collect();
        if names.is_empty() {
            none()
        } else {
            names.join(" + ")
        }
    };
    Some(match field {
        "name" => of_source(&|source| source.name.as_deref().unwrap_or("-").to_owned()),
        "role" => of_source(&|source| source.role.as_deref().unwrap_or("-").to_owned()),
        "source_kind" => of_source(&|source| source.kind.to_string()),
        "anonymous" => of_source(&|source| source.anonymous.to_string()),
        "kind" => claim.kind.to_string(),
        "form" => claim.form.to_string(),
        "negated" => claim.negated.to_string(),
        "polarity" => claim.polarity.to_string(),
        "distance" => claim
            .cue
            .as_ref()
            .map_or_else(none, |cue| cue.distance.to_string()),
        "said" => claim
            .said
            .and_then(|index| found.dates.get(index))
            .map_or_else(none, |date| date.text.to_string()),
        "content" => {
            let pieces: Vec<&str> = claim.content.iter().map(|piece| &*piece.text).collect();
            pieces.join(" || ")
        }
        "figures" => figures(found, claim),
        "status" => claim.status.to_string(),
        "marker" => claim
            .status_evidence
            .first()
            .map_or_else(none, |piece| piece.text.to_string()),
        "target" => claim
            .target
            .as_ref()
            .map_or_else(none, |target| target.text.to_string()),
        "target_name" => claim
            .target
            .as_ref()
            .and_then(|target| target.name.as_deref())
            .map_or_else(none, str::to_owned),
        "others" => list(&claim.others),
        "relays" => list(&claim.relays),
        "responds_to" => claim
            .responds_to
            .and_then(|index| found.claims.get(index))
            .map_or_else(none, |answered| {
                let cue = cue_text(answered).rsplit(' ').next().unwrap_or_default();
                format!("{}/{cue}", source_text(answered))
            }),
        _ => return None,
    })
}
