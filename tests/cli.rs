//! The command line, run on real files: what is asked for, and what comes out.

use crate::commands;

use std::fs;
use std::path::Path;

use commands::{ARTICLE, Folder, fed, lines, newsclaim, run, status, stderr, stdout, succeeds};
use serde_json::Value;

#[test]
fn a_text_file_is_shown_to_read() {
    let folder = Folder::new("a_text_file_is_shown_to_read");
    let file = folder.file("bridge.txt", ARTICLE);
    let output = run(&["extract", &file]);
    succeeds(&output);
    assert!(stdout(&output).contains("  1  {a: The bridge is safe}, the mayor said on Monday.\n"));
    assert!(stdout(&output).contains("the mayor"));
}

#[test]
fn json_is_one_object_that_the_library_reads() {
    let folder = Folder::new("json_is_one_object_that_the_library_reads");
    let file = folder.file("bridge.txt", ARTICLE);
    let output = run(&["extract", "--format", "json", &file]);
    succeeds(&output);
    let read: newsclaim::Extraction<'static> =
        serde_json::from_slice(&output.stdout).expect("an extraction");
    assert_eq!(read.id, Some((&*file).into()));
    assert_eq!(read.claims, newsclaim::extract(ARTICLE).claims);
    let line = run(&["extract", "--format", "jsonl", &file]);
    assert_eq!(
        lines(&line),
        [serde_json::from_slice::<Value>(&output.stdout).expect("JSON")]
    );
}

#[test]
fn json_is_for_one_article() {
    let folder = Folder::new("json_is_for_one_article");
    let file = folder.file("bridge.txt", ARTICLE);
    let output = run(&["extract", "--format", "json", &file, &file]);
    assert_eq!((status(&output), stdout(&output)), (2, ""));
    assert!(
        stderr(&output).contains("--format jsonl"),
        "{}",
        stderr(&output)
    );
    let batch = folder.file("two.jsonl", "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n");
    let output = run(&["extract", "--format", "json", &batch]);
    assert_eq!(status(&output), 1);
    assert!(
        stderr(&output).contains("--format jsonl"),
        "{}",
        stderr(&output)
    );
    let batch = folder.file("one.jsonl", "{\"text\":\"One.\"}\n");
    succeeds(&run(&["extract", "--format", "json", &batch]));
}

#[test]
fn a_page_is_on_all_articles_together() {
    let folder = Folder::new("a_page_is_on_all_articles_together");
    let (one, other) = (folder.file("1.txt", ARTICLE), folder.file("2.txt", ARTICLE));
    let page = run(&["extract", "--format", "html", &one, &other]);
    assert!(page.status.success());
    let page = String::from_utf8(page.stdout).expect("UTF-8");
    assert_eq!(page.matches("<!DOCTYPE html>").count(), 1);
    assert!(page.contains("<title>2 articles</title>"));
    for card in [
        "<article class=\"report\" id=\"a1\"",
        "<article class=\"report\" id=\"a2\"",
    ] {
        assert!(page.contains(card), "{card}");
    }
}

#[test]
fn the_day_of_publication_comes_from_the_line_the_option_or_the_name() {
    let folder = Folder::new("the_day_of_publication");
    let published = |arguments: &[&str]| {
        let output = run(&[&["extract", "--format", "jsonl"], arguments].concat());
        succeeds(&output);
        lines(&output)[0]["published"].clone()
    };
    let dated = folder.file("2016-04-07_bridge.txt", ARTICLE);
    assert_eq!(published(&[&dated]), "2016-04-07");
    assert_eq!(
        published(&["--published", "2019-01-02", &dated]),
        "2019-01-02"
    );
    for name in [
        "2016-04-07.txt",
        "2016-04-07-bridge.txt",
        "2016-04-07 bridge.txt",
    ] {
        assert_eq!(
            published(&[&folder.file(name, ARTICLE)]),
            "2016-04-07",
            "{name}"
        );
    }
    for name in [
        "bridge.txt",
        "2016-04-071.txt",
        "2016-4-7_bridge.txt",
        "é016-04-07.txt",
    ] {
        assert_eq!(
            published(&[&folder.file(name, ARTICLE)]),
            Value::Null,
            "{name}"
        );
    }
    let line = folder.file(
        "2016-04-07_batch.jsonl",
        "{\"text\":\"It rained.\",\"published\":\"2018-03-04\"}\n",
    );
    assert_eq!(
        published(&["--published", "2019-01-02", &line]),
        "2018-03-04"
    );
    let line = folder.file(
        "2016-04-07_open.jsonl",
        "{\"text\":\"It rained.\",\"published\":null}\n",
    );
    assert_eq!(
        published(&["--published", "2019-01-02", &line]),
        "2019-01-02"
    );
    assert_eq!(
        published(&[&line]),
        Value::Null,
        "a batch's name is not its articles' day"
    );
}

#[test]
fn a_line_can_call_its_day_date_and_give_a_time_stamp() {
    let lines_of = |fields: &[&str]| {
        let line = |fields: &&str| format!("{{\"text\": \"{}\"{fields}}}\n", ARTICLE.trim());
        let input: String = fields.iter().map(line).collect();
        fed(
            &["extract", "--input", "jsonl", "--format", "jsonl", "-"],
            input.as_bytes(),
        )
    };
    let output = lines_of(&[
        ", \"date\": \"2016-04-07\"",
        ", \"date\": \"2016-04-07T10:00:00Z\"",
        ", \"published\": \"2016-04-07 10:00\"",
        ", \"published\": \"2016-04-07\", \"date\": \"last week\"",
        ", \"published\": null, \"date\": \"2016-04-07\"",
        ", \"published\": \"\", \"date\": null",
    ]);
    succeeds(&output);
    let days: Vec<Value> = lines(&output)
        .iter()
        .map(|line| line["published"].clone())
        .collect();
    let day = Value::from("2016-04-07");
    assert_eq!(
        days,
        [
            day.clone(),
            day.clone(),
            day.clone(),
            day.clone(),
            day,
            Value::Null
        ]
    );

    let output = lines_of(&[", \"date\": \"7 April\""]);
    assert_eq!(status(&output), 1);
    assert!(
        stderr(&output).contains("date: not a day"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn a_wrong_command_is_told_and_reads_nothing() {
    let folder = Folder::new("a_wrong_command");
    let article = folder.file("bridge.txt", ARTICLE);
    let bad = folder.file("bad.txt", "# mine\nsay | | shouting | clause\n");
    let (bad_lines, no_file) = (
        format!("cues={bad}"),
        format!("cues={}/none.txt", folder.path()),
    );
    for (arguments, told) in [
        (["--published", "2019-02-30"], "no such day"),
        (["--published", "yesterday"], "YYYY-MM-DD"),
        (["--format", "xml"], "possible values"),
        (["--input", "html"], "possible values"),
        (["--jobs", "0"], "0"),
        (["--jobs", "65535"], "256"),
        (["--offsets", "word"], "possible values"),
        (["--lexicon", "cues"], "TABLE=FILE"),
        (["--lexicon", "queues=x.txt"], "cue_nouns"),
        (["--lexicon", &bad_lines], "bad.txt:2: "),
        (["--lexicon", &no_file], "none.txt"),
        (["--shout", "loud"], "--shout"),
    ] {
        let output = run(&["extract", arguments[0], arguments[1], &article]);
        assert_eq!((status(&output), stdout(&output)), (2, ""), "{arguments:?}");
        assert!(
            stderr(&output).contains(told),
            "{arguments:?}: {}",
            stderr(&output)
        );
    }
    assert_eq!(status(&run(&[])), 2);
    assert_eq!(status(&run(&["distract"])), 2);
}

#[test]
fn help_tells_formats_and_exit_status() {
    let output = run(&["extract", "--help"]);
    succeeds(&output);
    for told in [
        "--input",
        "--format",
        "--published",
        "--lexicon",
        "--jobs",
        "--resume",
        "--limit-bytes",
        "Exit status",
        "cue_nouns",
        "Examples",
    ] {
        assert!(stdout(&output).contains(told), "{told}");
    }
    assert!(stdout(&run(&["--version"])).contains(env!("CARGO_PKG_VERSION")));
}

#[test]
fn the_schema_is_printed() {
    let output = run(&["schema"]);
    succeeds(&output);
    assert_eq!(stdout(&output), newsclaim::JSON_SCHEMA);
}

#[test]
fn shells_and_manual_pages_know_every_subcommand() {
    let subcommands = ["extract", "lexicon", "schema", "completions", "man"];
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let output = run(&["completions", shell]);
        succeeds(&output);
        for name in subcommands.iter().chain(&["--published", "--format"]) {
            // fish writes options without their dashes.
            let name = name.trim_start_matches('-');
            assert!(stdout(&output).contains(name), "{shell}: {name}");
        }
    }
    let output = run(&["man"]);
    succeeds(&output);
    assert!(stdout(&output).contains(".TH newsclaim 1"));
    for name in subcommands {
        let output = run(&["man", name]);
        succeeds(&output);
        assert!(
            stdout(&output).contains(&format!(".TH newsclaim-{name} 1")),
            "{name}: {}",
            stdout(&output)
        );
    }
    assert_eq!(status(&run(&["man", "distract"])), 2);
}

/// What the README shows is what comes out; `[…]` stands for what it leaves out.
#[test]
fn the_output_in_the_readme_is_real() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md"))
        .expect("the README")
        .replace("\r\n", "\n");
    let (_, shown) = readme.split_once("-- extract ").expect("the command");
    let (arguments, shown) = shown.split_once('\n').expect("its output");
    let (shown, _) = shown.split_once("```").expect("the end of its output");
    let output = newsclaim(&["extract", arguments])
        .current_dir(root)
        .output()
        .expect("it runs");
    succeeds(&output);
    let pieces: Vec<_> = shown
        .split("[…]\n")
        .filter(|piece| !piece.trim().is_empty())
        .collect();
    assert!(!pieces.is_empty(), "the README shows nothing");
    for piece in pieces {
        assert!(
            stdout(&output).contains(piece),
            "not in the output:\n{piece}\nbut:\n{}",
            stdout(&output)
        );
    }
}
