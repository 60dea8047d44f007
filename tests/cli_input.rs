//! What the command line reads: files, folders, links, lines of JSON, and what it says of those that it cannot read.

use crate::commands;

use commands::{ARTICLE, Folder, fed, lines, run, status, stderr, stdout, succeeds};
use serde_json::{Value, json};

#[test]
fn a_bad_line_is_named_in_its_place_and_the_rest_goes_on() {
    let folder = Folder::new("a_bad_line_is_named_in_its_place");
    let mut content = b"\xEF\xBB\xBF{\"id\":\"good\",\"text\":\"It rained.\"}\n".to_vec();
    content.extend(b"{\"id\":\"cut\",\"text\":\"It\n");
    content.extend(b"\n  \r\n");
    content.extend(b"{\"id\":\"number\",\"text\":5}\n");
    content.extend(b"{\"id\":\"empty\"}\r\n");
    content.extend(b"{\"id\":\"day\",\"text\":\"It rained.\",\"published\":\"2019-02-30\"}\n");
    content.extend(b"{\"id\":\"bytes\",\"text\":\"\xFF\"}\n");
    content.extend(b"[]\n");
    content.extend(b"{\"id\":\"last\",\"text\":\"It rained.\",\"published\":\"2019-02-28\"}");
    let file = folder.file("batch.jsonl", content);
    let output = run(&["extract", "--format", "jsonl", &file]);
    assert_eq!(status(&output), 1);
    let lines = lines(&output);
    let errors: Vec<_> = lines
        .iter()
        .map(|line| (line["line"].as_u64(), line["id"].as_str()))
        .collect();
    let expected = [
        (None, Some("good")),
        (Some(2), None),
        (Some(5), Some("number")),
        (Some(6), Some("empty")),
        (Some(7), Some("day")),
        (Some(8), None),
        (Some(9), None),
        (None, Some("last")),
    ];
    assert_eq!(errors, expected);
    for line in &lines[1..7] {
        let error = line["error"].as_str().expect("an error");
        let place = format!("{file}:{}: ", line["line"]);
        assert!(error.starts_with(&place), "{error}");
        assert!(
            stderr(&output).contains(&format!("newsclaim: {error}\n")),
            "{error}"
        );
        assert_eq!(
            line.as_object().map(serde_json::Map::len),
            Some(3),
            "{line}"
        );
    }
    assert_eq!(lines[7]["published"], "2019-02-28");
    assert_eq!(stderr(&output).lines().count(), 6);
}

#[test]
fn a_file_that_is_missing_or_not_utf8_is_named_and_the_rest_goes_on() {
    let folder = Folder::new("a_file_that_is_missing");
    let bad = folder.file("bad.txt", b"First line.\nSecond \xE9 line.\n");
    let good = folder.file("good.txt", ARTICLE);
    let missing = format!("{}/missing.txt", folder.path());
    let output = run(&["extract", "--format", "jsonl", &missing, &bad, &good]);
    assert_eq!(status(&output), 1);
    let lines = lines(&output);
    assert_eq!(lines.len(), 3);
    assert_eq!(
        (&lines[0]["line"], lines[0]["id"].as_str()),
        (&Value::Null, Some(&*missing))
    );
    assert!(
        lines[0]["error"]
            .as_str()
            .expect("an error")
            .starts_with(&missing)
    );
    assert_eq!(
        (lines[1]["line"].as_u64(), lines[1]["id"].as_str()),
        (Some(2), Some(&*bad))
    );
    assert!(
        lines[1]["error"]
            .as_str()
            .expect("an error")
            .contains("not UTF-8")
    );
    assert_eq!(lines[2]["id"].as_str(), Some(&*good));

    let output = run(&["extract", &missing, &bad, &good]);
    assert_eq!(status(&output), 1);
    assert!(stdout(&output).contains("The bridge is safe"));
    assert!(
        stderr(&output).contains(&missing)
            && stderr(&output).contains(&format!("{bad}:2: not UTF-8"))
    );
}

#[test]
fn names_days_and_further_keys_of_a_line() {
    let folder = Folder::new("names_days_and_further_keys");
    let content = [
        json!({ "id": 12, "text": "It rained.", "published": "2016-04-07T23:30:00-05:00" }),
        json!({ "id": 12.5, "text": "It rained.", "published": "2016-04-07 10:00:00", "date": "in May" }),
        json!({ "id": null, "text": "It rained.", "published": null, "date": "2016-04-07" }),
        json!({ "text": "It rained.", "published": "", "date": "2016-04-07 10:00" }),
        json!({ "text": "It rained.", "outlet": "Beacon", "rank": 3, "tags": ["a", null], "sentences": {} }),
    ];
    let content: String = content.iter().map(|line| format!("{line}\n")).collect();
    let output = run(&[
        "extract",
        "--format",
        "jsonl",
        &folder.file("batch.jsonl", content),
    ]);
    succeeds(&output);
    let lines = lines(&output);
    let ids: Vec<&Value> = lines.iter().map(|line| &line["id"]).collect();
    assert_eq!(
        ids,
        [
            &json!(12),
            &json!(12.5),
            &Value::Null,
            &Value::Null,
            &Value::Null
        ]
    );
    for line in &lines[..4] {
        assert_eq!(
            (&line["published"], &line["published_from"]),
            (&json!("2016-04-07"), &json!("given"))
        );
    }
    assert_eq!(lines[0]["meta"], json!({}));
    assert_eq!(
        lines[1]["meta"],
        json!({ "date": "in May" }),
        "published told already"
    );
    assert_eq!(
        lines[4]["meta"],
        json!({ "outlet": "Beacon", "rank": 3, "tags": ["a", null], "sentences": {} })
    );
    assert_eq!(lines[4]["sentences"].as_array().map(Vec::len), Some(1));
}

#[test]
fn a_line_that_is_no_article_tells_what_it_is() {
    let told = [
        ("[\"id\",\"It rained.\",null]", "a JSON array"),
        ("[{\"text\":\"It rained.\"}]", "jq -c"),
        ("[", "a JSON array"),
        ("{", "on each line"),
        ("\"It rained.\"", "a text, not an article"),
        ("{\"text\":null}", "text: null"),
        ("{\"id\":\"x\"}", "no \"text\""),
        ("{\"id\":[1],\"text\":\"It rained.\"}", "id: an array"),
        (
            "{\"text\":\"It rained.\",\"published\":1460023200}",
            "published: a number",
        ),
        (
            "{\"text\":\"It rained.\",\"date\":\"7 April 2016\"}",
            "date: not a day",
        ),
        (
            "{\"text\":\"It rained.\",\"published\":\"2016-04-07T99:00\"}",
            "published: neither",
        ),
    ];
    let content: String = told.iter().map(|(line, _)| format!("{line}\n")).collect();
    let output = fed(
        &["extract", "--input", "jsonl", "--format", "jsonl"],
        content.as_bytes(),
    );
    assert_eq!(status(&output), 1);
    let lines = lines(&output);
    assert_eq!(lines.len(), told.len());
    for (line, (given, told)) in lines.iter().zip(told) {
        let error = line["error"].as_str().expect("an error");
        assert!(error.contains(told), "{given}: {error}");
        assert!(!error.contains("line 2"), "{error}");
    }
}

#[test]
fn half_a_surrogate_pair_costs_one_character() {
    let line =
        r#"{"id":"half","text":"\ud83d\ude00 The dam\udc00 is safe, the mayor said. \ud800"}"#;
    let output = fed(
        &[
            "extract",
            "--input",
            "jsonl",
            "--format",
            "jsonl",
            "--offsets",
            "utf16",
        ],
        line.as_bytes(),
    );
    succeeds(&output);
    let found = &lines(&output)[0];
    assert_eq!(found["id"], "half");
    let claim = &found["claims"][0];
    assert_eq!(
        claim["content"][0]["text"],
        "\u{1F600} The dam\u{FFFD} is safe"
    );
    assert_eq!(claim["cue"]["span"], json!({ "start": 31, "end": 35 }));
}

#[test]
fn json_is_not_taken_for_the_text_of_an_article() {
    for json in [
        "[\n  {\"text\": \"It rained.\"}\n]\n",
        "{\n  \"text\": \"It rained.\"\n}\n",
        "{\"text\":\"It rained.\"}\n{\"text\":\"It rained.\"}\n",
    ] {
        let output = fed(&["extract", "--format", "jsonl"], json.as_bytes());
        assert_eq!(status(&output), 1, "{json}");
        assert!(
            lines(&output)[0]["error"]
                .as_str()
                .is_some_and(|error| error.contains("--input jsonl")),
            "{json}"
        );
    }
    for text in [
        "[4] A note, the mayor said.\n",
        "[4]\n",
        "{Weather} It rained.\n",
    ] {
        succeeds(&fed(&["extract", "--format", "jsonl"], text.as_bytes()));
    }
    succeeds(&fed(
        &["extract", "--input", "text"],
        b"{\"text\":\"It rained.\"}",
    ));
}

#[test]
fn an_impossible_day_in_a_name_is_said() {
    let folder = Folder::new("an_impossible_day_in_a_name");
    let file = folder.file("2016-02-31_bridge.txt", ARTICLE);
    let output = run(&["extract", "--format", "jsonl", &file]);
    assert_eq!(status(&output), 0, "the article was read");
    assert_eq!(lines(&output)[0]["published"], Value::Null);
    assert_eq!(stderr(&output).lines().count(), 1);
    assert!(
        stderr(&output).contains(&format!("{file}: no such day: 2016-02-31")),
        "{}",
        stderr(&output)
    );
    succeeds(&run(&[
        "extract",
        "--format",
        "jsonl",
        "--published",
        "2016-03-01",
        &file,
    ]));
}

#[test]
fn one_object_is_asked_for_and_there_is_none() {
    let folder = Folder::new("one_object_is_asked_for");
    for content in ["", "\n \n"] {
        let file = folder.file("empty.jsonl", content);
        let output = run(&["extract", "--format", "json", &file]);
        assert_eq!((status(&output), stdout(&output)), (1, ""));
        assert!(
            stderr(&output).contains("no article"),
            "{}",
            stderr(&output)
        );
        succeeds(&run(&["extract", "--format", "jsonl", &file]));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn the_name_of_a_file_does_not_command_the_terminal() {
    let folder = Folder::new("the_name_of_a_file");
    let name = format!("{}/\u{1b}[31m\u{202e}.txt", folder.path());
    let output = run(&["extract", &name]);
    assert_eq!(status(&output), 1);
    assert!(!stderr(&output).contains(['\u{1b}', '\u{202e}']));
}

#[test]
fn html_is_said_to_be_html_once_a_file() {
    let folder = Folder::new("html");
    let page = format!(
        "<!DOCTYPE html>\n<html><body><p>{}</p></body></html>\n",
        ARTICLE.trim()
    );
    let file = folder.file("page.html", &page);
    let output = run(&["extract", "--format", "jsonl", &file]);
    assert_eq!(status(&output), 0);
    assert_eq!(lines(&output).len(), 1);
    let notice = stderr(&output);
    assert!(
        notice.contains("page.html") && notice.contains("HTML"),
        "{notice}"
    );
    assert!(
        notice.contains("trafilatura --json --with-metadata"),
        "{notice}"
    );

    let line = serde_json::json!({ "text": page }).to_string();
    let articles = folder.file("pages.jsonl", format!("{line}\n{line}\n"));
    let output = run(&["extract", "--format", "jsonl", &articles]);
    assert_eq!(status(&output), 0);
    assert_eq!(lines(&output).len(), 2);
    assert_eq!(stderr(&output).matches("looks like HTML").count(), 1);

    let text = folder.file(
        "article.txt",
        "The <b>bridge</b> is safe, the mayor said.\n",
    );
    succeeds(&run(&["extract", &text]));
}

#[test]
fn what_is_too_long_is_named_and_the_rest_goes_on() {
    let folder = Folder::new("what_is_too_long");
    let long = "The dam is safe. ".repeat(100);
    let short = json!({ "id": "short", "text": ARTICLE }).to_string();
    let content = [
        json!({ "id": "first", "text": long }).to_string(),
        short.clone(),
        // The id stands behind the text, where nobody looks any more.
        format!("{{\"text\":\"{long}\",\"id\":\"hidden\"}}"),
        format!("{{\"a\":[{{\"id\":1}}],\"id\":17,\"text\":\"{long}\"}}"),
        short.clone(),
    ];
    let lines_file = folder.file("batch.jsonl", content.join("\r\n"));
    let text = folder.file("long.txt", &long);
    let limited = |limit: usize| {
        let limit = limit.to_string();
        let files = [&*lines_file, &text];
        run(&[
            &["extract", "--format", "jsonl", "--limit-bytes", &limit],
            &files[..],
        ]
        .concat())
    };
    let output = limited(1000);
    assert_eq!(status(&output), 1);
    let found = lines(&output);
    let of = |line: &Value| (line["id"].clone(), line["line"].clone());
    let expected = [
        (json!("first"), json!(1)),
        (json!("short"), Value::Null),
        (Value::Null, json!(3)),
        (json!(17), json!(4)),
        (json!("short"), Value::Null),
        (json!(text), Value::Null),
    ];
    assert_eq!(found.iter().map(of).collect::<Vec<_>>(), expected);
    for at in [0, 2, 3, 5] {
        let error = found[at]["error"].as_str().expect("an error");
        assert!(
            error.contains("more than 1000 bytes; --limit-bytes"),
            "{error}"
        );
    }
    // As many bytes as may be are not too many.
    let exactly = limited(content[3].len() + 1);
    succeeds(&exactly);
    assert_eq!(lines(&exactly).len(), 6);
    assert_eq!(status(&limited(content[3].len())), 1);
    let only = folder.file("only.jsonl", &short);
    let limit = |bytes: usize| run(&["extract", "--limit-bytes", &bytes.to_string(), &only]);
    succeeds(&limit(short.len()));
    assert_eq!(status(&limit(short.len() - 1)), 1);
}
