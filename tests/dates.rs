//! Time expressions and their values, row by row, from `cases/dates.txt`.

use newsclaim::Date;

const CASES: &str = include_str!("cases/dates.txt");

/// "Friday = 2016-04-01; noon = null" as printed for a text.
fn found(text: &str, published: Option<Date>) -> String {
    let times = newsclaim::dates(text, published);
    let rows: Vec<String> = times
        .iter()
        .map(|time| {
            let value = time.value.as_deref().unwrap_or("null");
            format!("{} = {value}", time.span.of(text))
        })
        .collect();
    rows.join("; ")
}

#[test]
fn every_row_of_the_table_holds() {
    let mut rows = 0;
    let mut wrong = Vec::new();
    for (number, line) in CASES.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let fields: Vec<&str> = line.split('|').map(str::trim).collect();
        let [published, sentence, expected] = fields[..] else {
            panic!("dates.txt:{}: three fields are wanted: {line}", number + 1);
        };
        let published = (published != "-").then(|| published.parse().expect("a day"));
        let found = found(sentence, published);
        if found != expected {
            wrong.push(format!(
                "dates.txt:{}: {sentence}\n   expected {expected}\n   found    {found}",
                number + 1
            ));
        }
        rows += 1;
    }
    assert!(rows >= 300, "only {rows} rows");
    assert!(
        wrong.is_empty(),
        "{} of {rows}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
