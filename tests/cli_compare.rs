//! `newsclaim compare`: articles and what was extracted of them, in every format.

use crate::commands;

use commands::{Folder, run};
use serde_json::Value;

const MONDAY: &str =
    "Norway's army said 31 of its troops have been killed in the valley near Hale since May 2.\n";
const TUESDAY: &str =
    "Norway's army said 35 of its troops have been killed along the river since May 2.\n";

fn two_articles(test: &str) -> (Folder, String, String) {
    let folder = Folder::new(test);
    let monday = folder.file("2019-05-06_monday.txt", MONDAY);
    let tuesday = folder.file("2019-05-07_tuesday.txt", TUESDAY);
    (folder, monday, tuesday)
}

fn printed(output: &std::process::Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

#[test]
fn two_articles_are_one_ledger() {
    let (_folder, monday, tuesday) = two_articles("compare_two");
    let output = run(&["compare", &monday, &tuesday]);
    assert!(output.status.success());
    let view = printed(&output);
    assert!(
        view.starts_with("2 articles, 2019-05-06 to 2019-05-07\n"),
        "{view}"
    );
    assert!(
        view.contains("  grown           Norway, killed\n"),
        "{view}"
    );
}

#[test]
fn what_was_extracted_compares_like_the_articles() {
    let (folder, monday, tuesday) = two_articles("compare_found");
    let found = run(&["extract", "--format", "jsonl", &monday, &tuesday]);
    let found = folder.file("found.jsonl", found.stdout);
    let json = |arguments: &[&str]| -> Value {
        let output = run(&[&["compare", "--format", "json"], arguments].concat());
        assert!(output.status.success());
        serde_json::from_slice(&output.stdout).expect("JSON")
    };
    let (articles, found) = (json(&[&monday, &tuesday]), json(&[&found]));
    for key in ["tolls", "pairs", "sums", "exchanges", "withheld"] {
        assert_eq!(articles[key], found[key], "{key}");
    }
    assert_eq!(articles["pairs"][0]["relation"], "grown");
    assert_eq!(
        (
            &articles["articles"][0]["text"],
            &found["articles"][0]["text"]
        ),
        (&true.into(), &false.into())
    );
}

#[test]
fn lines_are_told_apart_by_their_keys() {
    let folder = Folder::new("compare_lines");
    let article = folder.file("a.txt", MONDAY);
    let found = run(&[
        "extract",
        "--format",
        "jsonl",
        "--published",
        "2019-05-06",
        &article,
    ]);
    let found = printed(&found);
    let line = format!(r#"{{"text": {TUESDAY:?}, "published": "2019-05-07", "claims": "many"}}"#);
    let error = r#"{"line": 3, "id": "lost", "error": "all.jsonl:3: no \"text\""}"#;
    let mixed = folder.file("mixed.jsonl", format!("{found}{line}\n{error}\n"));
    let output = run(&["compare", "--format", "json", &mixed]);
    assert_eq!(output.status.code(), Some(1));
    let ledger: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(ledger["articles"].as_array().map(Vec::len), Some(2));
    assert_eq!(ledger["pairs"][0]["relation"], "grown");
    let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        complaint.contains("mixed.jsonl:3: not read when it was extracted"),
        "{complaint}"
    );
}

#[test]
fn a_found_line_with_its_text_is_compared_in_full() {
    let folder = Folder::new("compare_with_text");
    let sentence = "Nobody in the valley had seen the river rise so far before the end of April, and no one slept.\n";
    let lines: String = ["one", "two"]
        .map(|name| {
            let article = folder.file(&format!("{name}.txt"), sentence);
            let found = run(&["extract", "--format", "jsonl", &article]);
            let mut found: Value = serde_json::from_slice(&found.stdout).expect("JSON");
            found["text"] = sentence.into();
            format!("{found}\n")
        })
        .concat();
    let lines = folder.file("found.jsonl", lines);
    let ledger = run(&["compare", "--format", "json", &lines]);
    let ledger: Value = serde_json::from_slice(&ledger.stdout).expect("JSON");
    assert_eq!(ledger["copies"][0]["articles"], 2);
}

#[test]
fn tables_have_a_row_an_entry_and_no_formulas() {
    let folder = Folder::new("compare_tables");
    let articles = folder.file(
        "a.jsonl",
        "{\"id\": \"=cmd()\", \"text\": \"\\\"-5 degrees, the coldest night in years, \\\" it was, \\\"@home\\\" said Ana Ruiz. Norway said 31 of its soldiers were killed.\"}\n\
         {\"id\": \"+2\", \"text\": \"Chile accused Norway of shelling Hale. Norway denied that. Chile hasn't released any figures on its losses.\"}\n",
    );
    for (table, rows) in [
        ("tolls", 1),
        ("pairs", 0),
        ("sums", 0),
        ("exchanges", 2),
        ("copies", 0),
        ("withheld", 1),
        ("lengths", 0),
    ] {
        let output = run(&["compare", "--format", "csv", "--table", table, &articles]);
        assert!(output.status.success(), "{table}");
        let mut reader = csv::Reader::from_reader(&*output.stdout);
        let records: Vec<_> = reader
            .records()
            .map(|record| record.expect("a row"))
            .collect();
        assert_eq!(records.len(), rows, "{table}");
        for cell in records.iter().flatten() {
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{table}: {cell}");
        }
    }
    let tolls = printed(&run(&["compare", "--format", "csv", &articles]));
    assert!(tolls.contains("'=cmd():"), "{tolls}");
}

#[test]
fn what_a_terminal_obeys_is_escaped() {
    let folder = Folder::new("compare_terminal");
    let article = folder.file(
        "a.jsonl",
        "{\"id\": \"a\\u001b[2Jb\\u202e\", \"text\": \"Chile accused Norway of shelling \\u202eHale\\u001b[2J.\"}\n",
    );
    let view = printed(&run(&["compare", &article]));
    assert!(view.contains("accusation"), "{view}");
    assert!(!view.contains(['\u{1b}', '\u{202e}']), "{view:?}");
}

#[test]
fn a_table_of_no_table_is_a_wrong_command() {
    let (_folder, monday, _) = two_articles("compare_wrong");
    let output = run(&["compare", "--table", "pairs", &monday]);
    assert_eq!(output.status.code(), Some(2));
    let output = run(&["compare", "--format", "csv", "--table", "nonsense", &monday]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn an_article_that_cannot_be_read_leaves_the_others() {
    let (_folder, monday, tuesday) = two_articles("compare_missing");
    let output = run(&["compare", &monday, "no_such_file.txt", &tuesday]);
    assert_eq!(output.status.code(), Some(1));
    assert!(printed(&output).starts_with("2 articles"));
    assert!(String::from_utf8_lossy(&output.stderr).contains("no_such_file.txt"));
}

#[test]
fn a_hostile_article_is_inert_in_the_page() {
    let folder = Folder::new("compare_page");
    let article = folder.file(
        "a.jsonl",
        "{\"id\": \"<img src=x onerror=alert(1)>\", \"text\": \"Chile accused Norway of shelling \\\"><script>alert(2)</script>\\u202eHale.\"}\n",
    );
    let output = run(&["compare", "--format", "html", &article]);
    assert!(output.status.success());
    let page = printed(&output);
    assert!(page.starts_with("<!DOCTYPE html>") && page.trim_end().ends_with("</html>"));
    assert!(page.contains("accusation") && page.contains("href=\"#a1\""));
    for hostile in ["<script", "<img", "\u{202e}", "src=\"http", "url("] {
        assert!(!page.contains(hostile), "{hostile}");
    }
}
