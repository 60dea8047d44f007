//! Casualty figures: golden tables of made-up sentences, `cases/casualties.txt` and `cases/numbers.txt`.

use newsclaim::{Article, Casualty, Date, Extraction, Extractor, Precision};

const CASES: &str = include_str!("cases/casualties.txt");
const NUMBERS: &str = include_str!("cases/numbers.txt");
const SETTINGS: &str = include_str!("cases/settings.txt");

/// A sentence of the table, the number of its line, and the rows below it.
struct Case<'a> {
    line: usize,
    sentence: &'a str,
    rows: Vec<String>,
}

/// A sentence starts at the margin, what must be found in it is indented; `-` is nothing.
fn cases(table: &str) -> Vec<Case<'_>> {
    let mut cases: Vec<Case<'_>> = Vec::new();
    for (index, text) in table.lines().enumerate() {
        if text.trim().is_empty() || text.starts_with('#') {
            continue;
        }
        if let Some(row) = text.strip_prefix("    ") {
            let case = cases.last_mut().expect("a row needs a sentence above it");
            if row.trim() != "-" {
                case.rows.push(row.trim().to_owned());
            }
        } else {
            cases.push(Case {
                line: index + 1,
                sentence: text,
                rows: Vec::new(),
            });
        }
    }
    cases
}

fn number<'a>(casualty: &'a Casualty<'_>) -> &'a str {
    casualty.number.as_ref().map_or("-", |number| &*number.text)
}

/// `number | outcome | low | high | precision | victims | category | side | more`
fn row(casualty: &Casualty<'_>, extraction: &Extraction<'_>) -> String {
    let victims = casualty.victims.as_ref();
    let mut more = Vec::new();
    if let Some(whole) = casualty.part_of {
        more.push(format!("part of {}", number(&extraction.casualties[whole])));
    }
    if !casualty.asserted {
        more.push("hypothetical".to_owned());
    }
    let columns = [
        number(casualty).to_owned(),
        casualty.outcome.to_string(),
        casualty.count.low.to_string(),
        casualty
            .count
            .high
            .map_or_else(|| "-".to_owned(), |high| high.to_string()),
        casualty.count.precision.to_string(),
        victims
            .and_then(|victims| victims.text.as_deref())
            .unwrap_or("-")
            .to_owned(),
        victims.map_or_else(|| "-".to_owned(), |victims| victims.category.to_string()),
        victims
            .and_then(|victims| victims.side.as_deref())
            .unwrap_or("-")
            .to_owned(),
        more.join(", "),
    ];
    columns.join(" | ").trim_end_matches(" | ").to_owned()
}

fn loss_rows(extraction: &Extraction<'_>) -> impl Iterator<Item = String> {
    extraction.losses.iter().map(|loss| {
        let high = loss
            .count
            .high
            .map_or_else(|| "-".to_owned(), |high| high.to_string());
        format!("loss | {} | {high} | {}", loss.count.low, loss.object.text)
    })
}

#[test]
fn every_sentence_gives_its_rows() {
    let extractor = Extractor::default();
    let mut wrong = Vec::new();
    for case in cases(CASES) {
        let found = extractor.extract(case.sentence);
        let rows: Vec<String> = found
            .casualties
            .iter()
            .map(|casualty| row(casualty, &found))
            .chain(loss_rows(&found))
            .collect();
        if rows != case.rows {
            wrong.push(format!(
                "casualties.txt:{}: {}\n  wanted {:#?}\n  found  {rows:#?}",
                case.line, case.sentence, case.rows
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} cases:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// `number | scope | since | when | place | its name`
fn setting_row(casualty: &Casualty<'_>, extraction: &Extraction<'_>) -> String {
    let date = |index: Option<usize>| index.map_or("-", |index| &*extraction.dates[index].text);
    let place = casualty.place.as_ref();
    let columns = [
        number(casualty),
        casualty.scope.as_str(),
        date(casualty.since),
        date(casualty.when),
        place.map_or("-", |place| &*place.text),
        place.and_then(|place| place.name.as_deref()).unwrap_or("-"),
    ];
    columns.join(" | ")
}

#[test]
fn every_figure_has_its_time_and_place() {
    let extractor = Extractor::default();
    let published = Date::new(2026, 11, 12).expect("a day");
    let cases = cases(SETTINGS);
    assert!(cases.len() >= 25, "only {} sentences", cases.len());
    let mut wrong = Vec::new();
    for case in cases {
        let found = extractor.extract(Article::from(case.sentence).published(published));
        let figures = found.casualties.iter();
        let rows: Vec<String> = figures.map(|figure| setting_row(figure, &found)).collect();
        if rows != case.rows {
            wrong.push(format!(
                "settings.txt:{}: {}\n  wanted {:#?}\n  found  {rows:#?}",
                case.line, case.sentence, case.rows
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_table_is_large_and_shows_every_frame() {
    let cases = cases(CASES);
    assert!(cases.len() >= 200, "only {} sentences", cases.len());
    let empty = cases.iter().filter(|case| case.rows.is_empty()).count();
    assert!(empty >= 40, "only {empty} traps");
    let extractor = Extractor::default();
    let mut rules: Vec<String> = Vec::new();
    for case in &cases {
        let found = extractor.extract(case.sentence);
        rules.extend(
            found
                .casualties
                .iter()
                .map(|casualty| casualty.rule.to_string()),
        );
    }
    for frame in [
        "active",
        "among",
        "attributive",
        "bearing",
        "cases",
        "died",
        "gerund",
        "hospital",
        "in_the_hundreds",
        "included",
        "nominal",
        "of_those",
        "ordinal",
        "participle",
        "passive",
        "state",
        "subset",
        "taken",
        "toll",
        "zero",
    ] {
        let rule = format!("casualty.{frame}");
        assert!(rules.contains(&rule), "no sentence shows {rule}");
    }
}

#[test]
fn numbers_mean_what_they_say() {
    let extractor = Extractor::default();
    let mut wrong = Vec::new();
    let mut count = 0;
    for (index, line) in NUMBERS.lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        count += 1;
        let (number, meant) = line
            .split_once(" | ")
            .expect("number | low | high | precision");
        let sentence = format!("On Monday {number} villagers were killed.");
        let found = extractor.extract(&*sentence);
        let read: Vec<String> = found
            .casualties
            .iter()
            .filter(|casualty| number.starts_with(self::number(casualty)))
            .map(|casualty| {
                let high = casualty
                    .count
                    .high
                    .map_or_else(|| "-".to_owned(), |high| high.to_string());
                format!(
                    "{} | {high} | {}",
                    casualty.count.low, casualty.count.precision
                )
            })
            .collect();
        let wanted: &[&str] = if meant == "-" { &[] } else { &[meant] };
        if read != wanted || found.casualties.len() != read.len() {
            wrong.push(format!(
                "numbers.txt:{}: wanted {wanted:?}, read {read:?} of {:?}",
                index + 1,
                found.casualties
            ));
        }
    }
    assert!(count >= 60, "only {count} numbers");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn since_is_linked_to_its_date() {
    let found =
        newsclaim::extract("The army said 404 soldiers had been killed since 27 September.");
    let figure = &found.casualties[0];
    assert_eq!(figure.scope.as_str(), "cumulative");
    let since = figure.since.expect("the date from which it counts");
    assert!(
        found.dates[since]
            .span
            .of("The army said 404 soldiers had been killed since 27 September.")
            .contains("27 September")
    );
}

#[test]
fn what_a_record_is_compared_with_is_not_the_time_of_the_figure() {
    let scope = |text| {
        newsclaim::extract(text).casualties[0]
            .scope
            .as_str()
            .to_owned()
    };
    assert_eq!(
        scope(
            "The clashes began in May 2016 and left nine soldiers dead in the worst outbreak since a war ended in 1994."
        ),
        "incident"
    );
    assert_eq!(
        scope("On 3 May 2016 nine soldiers died in the deadliest clash since 1994."),
        "incident"
    );
    assert_eq!(
        scope("Nine soldiers have died in the clashes since 1994."),
        "cumulative"
    );
    assert_eq!(
        scope("Nine soldiers have died in clashes since a truce ended in 1994."),
        "cumulative"
    );
    assert_eq!(
        scope(
            "The clashes of May and June 2016 were the worst. Nine soldiers died in the war of 1994."
        ),
        "historic"
    );
    // The year before is not yet history.
    assert_eq!(
        scope(
            "In 2018, nine soldiers were killed in a raid on the port. The talks of 2019 failed in 2019."
        ),
        "incident"
    );
    assert_eq!(
        scope(
            "It was the worst storm since May 1996, when nine soldiers died. It came in June 2016 and went in July 2016."
        ),
        "historic"
    );
}

#[test]
fn the_claim_that_holds_the_number_says_so() {
    let found = newsclaim::extract("The ministry said 31 soldiers were killed. Nine nurses died.");
    let sources = found.casualties.iter().map(|casualty| {
        let source = found.claim_of(casualty)?.source.as_ref()?;
        Some(&*source.text)
    });
    assert_eq!(sources.collect::<Vec<_>>(), [Some("The ministry"), None]);
}

#[test]
fn who_gave_the_figures_can_stand_in_the_next_sentence() {
    let found =
        newsclaim::extract("Nine miners died on Friday. The ministry confirmed the figures.");
    let claim = found.claim_of(&found.casualties[0]);
    let source = claim.and_then(|claim| claim.source.as_ref());
    assert_eq!(source.map(|source| &*source.text), Some("The ministry"));
}

#[test]
fn a_part_larger_than_its_whole_is_reported() {
    let found = newsclaim::extract("Nine people died, including twelve children.");
    let parts: Vec<_> = found
        .oversized_parts()
        .map(|(part, whole)| (part.count.low, whole.count.low))
        .collect();
    assert_eq!(parts, [(12, 9)]);
    let found = newsclaim::extract("Nine people died, including two children.");
    assert_eq!(found.oversized_parts().count(), 0);
}

#[test]
fn what_stands_in_the_block_before_bounds_no_number() {
    let apart =
        newsclaim::extract("The repairs cost at least\n\n12 soldiers were wounded at the bridge.");
    let together = newsclaim::extract("At least 12 soldiers were wounded at the bridge.");
    let number = |extraction: &Extraction<'_>| {
        let figure = extraction.casualties.first();
        figure.map(|figure| (self::number(figure).to_owned(), figure.count.precision))
    };
    assert_eq!(number(&apart), Some(("12".to_owned(), Precision::Exact)));
    assert_eq!(
        number(&together),
        Some(("At least 12".to_owned(), Precision::AtLeast))
    );
}
