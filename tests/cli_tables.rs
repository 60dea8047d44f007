//! Tables of the command line: a row a claim, a figure, a date, a denial.

use crate::commands;

use std::collections::BTreeMap;

use commands::{Folder, fed, run, status, stderr, stdout, succeeds};

const DISPUTE: &str = "Mayor Ana Ruiz on Monday accused the Holm company of dumping oil in the harbour. \
    The company denied the accusation. \
    At least 12 anglers were hurt,\nsaid Jon Bell, a doctor.\n";

/// The rows of a table by the names of its columns.
fn rows(table: &[u8]) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(table);
    let rows = reader.deserialize().collect::<Result<_, _>>();
    rows.expect("rows as long as the header")
}

fn table(name: &str, folder: &Folder) -> Vec<BTreeMap<String, String>> {
    let file = folder.file("2016-04-07_harbour.txt", DISPUTE);
    let output = run(&["extract", "--format", "csv", "--table", name, &file]);
    succeeds(&output);
    let rows = rows(&output.stdout);
    for row in &rows {
        assert_eq!(
            (&*row["article"], &*row["published"]),
            (&*file, "2016-04-07")
        );
    }
    rows
}

fn expect(row: &BTreeMap<String, String>, cells: &[(&str, &str)]) {
    for (column, cell) in cells {
        assert_eq!(
            row.get(*column).map(String::as_str),
            Some(*cell),
            "{column}"
        );
    }
}

#[test]
fn claims_are_rows() {
    let rows = table("claims", &Folder::new("claims_are_rows"));
    assert_eq!(rows.len(), 3);
    let accusation = [
        ("sentence", "1"),
        ("name", "Ana Ruiz"),
        ("role", "Mayor"),
        ("kind", "accusation"),
        ("polarity", "said"),
        ("form", "indirect"),
        ("cue", "accused"),
        ("what", "the Holm company of dumping oil in the harbour"),
        ("target", "the Holm company"),
        ("status", "asserted"),
        ("said", "Monday"),
        ("said_day", "2016-04-04"),
        ("answers", ""),
    ];
    expect(&rows[0], &accusation);
    expect(
        &rows[1],
        &[("kind", "denial"), ("answers", &rows[0]["claim"])],
    );
    let text = "At least 12 anglers were hurt, said Jon Bell, a doctor.";
    expect(
        &rows[2],
        &[("who", "Jon Bell, a doctor"), ("sentence_text", text)],
    );
    let confidence: f32 = rows[0]["confidence"].parse().expect("a number");
    assert!((0.0..=1.0).contains(&confidence));
}

#[test]
fn figures_dates_and_denials_are_rows() {
    let folder = Folder::new("figures_dates_and_denials");
    let figures = table("figures", &folder);
    assert_eq!(figures.len(), 1);
    let figure = [
        ("number", "At least 12"),
        ("low", "12"),
        ("high", ""),
        ("precision", "at_least"),
        ("outcome", "wounded"),
        ("victims", "anglers"),
        ("name", "Jon Bell"),
        ("asserted", "true"),
    ];
    expect(&figures[0], &figure);
    let dates = table("dates", &folder);
    assert_eq!(dates.len(), 1);
    expect(
        &dates[0],
        &[
            ("text", "Monday"),
            ("value", "2016-04-04"),
            ("type", "date"),
            ("first", "2016-04-04"),
        ],
    );
    let denials = table("denials", &folder);
    assert_eq!(denials.len(), 1);
    let denial = [
        ("cue", "denied"),
        ("answered_name", "Ana Ruiz"),
        ("answered_kind", "accusation"),
        (
            "answered_what",
            "the Holm company of dumping oil in the harbour",
        ),
    ];
    expect(&denials[0], &denial);
}

#[test]
fn the_header_is_always_there_and_once() {
    let folder = Folder::new("the_header_is_always_there");
    let file = folder.file("rain.txt", "It rained.\n");
    let claims = run(&["extract", "--format", "csv", &file]);
    succeeds(&claims);
    assert!(
        stdout(&claims).starts_with("article,published,headline,sentence,sentence_text,claim,who,")
    );
    assert_eq!(stdout(&claims).lines().count(), 1);
    let batch = "{\"text\":\"It rained, the cook said.\"}\n".repeat(3);
    let arguments = ["extract", "--input", "jsonl", "--format", "csv"];
    let output = fed(&arguments, batch.as_bytes());
    succeeds(&output);
    assert_eq!(rows(&output.stdout).len(), 3);
    succeeds(&fed(&arguments, b""));
    assert_eq!(fed(&arguments, b"").stdout, claims.stdout);
}

#[test]
fn a_row_tells_its_article() {
    let article = "{\"id\":null,\"source\":\"https://holm.example/dam\",\"title\":\"The dam\",\
                   \"text\":\"Dam of Holm is safe\\n\\nIt will hold, the mayor said on Monday.\"}\n";
    let arguments = ["extract", "--input", "jsonl", "--format", "csv"];
    let output = fed(&arguments, article.as_bytes());
    succeeds(&output);
    let told = [
        ("article", "https://holm.example/dam"),
        ("headline", "Dam of Holm is safe"),
    ];
    expect(&rows(&output.stdout)[0], &told);
    let titled = fed(&arguments, article.replace("source", "hostname").as_bytes());
    expect(&rows(&titled.stdout)[0], &[("article", "The dam")]);
}

#[test]
fn a_formula_is_text() {
    for formula in [
        "=HYPERLINK(\"http://a.example\")",
        "+1+1",
        "-2+3",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
    ] {
        let line = serde_json::json!({ "id": formula, "text": "\"=1+1 is two,\" said Ana Ruiz." });
        let output = fed(
            &["extract", "--input", "jsonl", "--format", "csv"],
            format!("{line}\n").as_bytes(),
        );
        succeeds(&output);
        let rows = rows(&output.stdout);
        assert_eq!(rows[0]["article"], format!("'{formula}"));
        assert!(rows[0]["what"].starts_with('"'), "{rows:?}");
        for (column, cell) in &rows[0] {
            assert!(
                !cell.starts_with(['=', '+', '-', '@', '\t', '\r']),
                "{column}: {cell}"
            );
        }
    }
}

#[test]
fn a_selection_chooses_rows() {
    let folder = Folder::new("a_selection_chooses_rows");
    let file = folder.file("harbour.txt", DISPUTE);
    let output = run(&["extract", "--format", "csv", "--kind", "denial", &file]);
    succeeds(&output);
    let rows = rows(&output.stdout);
    assert_eq!(rows.len(), 1);
    assert!(
        rows[0]["answers"].starts_with("c-"),
        "the answered claim is named all the same"
    );
}

#[test]
fn a_table_is_for_csv() {
    let folder = Folder::new("a_table_is_for_csv");
    let file = folder.file("harbour.txt", DISPUTE);
    let output = run(&["extract", "--table", "claims", &file]);
    assert_eq!((status(&output), stdout(&output)), (2, ""));
    assert!(stderr(&output).contains("--format csv"));
}
