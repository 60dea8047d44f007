//! The command line between other programs: what comes from standard input, and who reads standard output.

use crate::commands;

use std::fs;
use std::io::{Read, Write};
use std::process::Stdio;

use commands::{ARTICLE, Folder, fed, lines, newsclaim, run, status, stderr, succeeds};
use serde_json::Value;

/// A batch of many articles of different lengths.
fn batch(articles: usize) -> String {
    let article = |number: usize| {
        let text = ARTICLE.repeat(1 + number * 7 % 31);
        serde_json::json!({ "id": number.to_string(), "text": text, "source": "kept by nobody" })
            .to_string()
    };
    (0..articles).map(|number| article(number) + "\n").collect()
}

#[test]
fn lines_come_out_in_the_order_in_which_they_went_in() {
    let folder = Folder::new("lines_come_out_in_order");
    let file = folder.file("batch.jsonl", batch(3000));
    let output = run(&["extract", "--format", "jsonl", &file]);
    succeeds(&output);
    let ids = lines(&output)
        .into_iter()
        .map(|line| line["id"].as_str().expect("an id").to_owned());
    assert!(ids.eq((0..3000).map(|number| number.to_string())));
    for jobs in ["1", "2", "5"] {
        let other = run(&["extract", "--format", "jsonl", "--jobs", jobs, &file]);
        assert!(
            other.stdout == output.stdout,
            "--jobs {jobs} gives something else"
        );
    }
}

#[test]
fn a_closed_pipe_is_not_an_error() {
    let folder = Folder::new("a_closed_pipe");
    let file = folder.file("batch.jsonl", batch(5000));
    let mut command = newsclaim(&["extract", "--format", "jsonl", &file]);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    let mut first = [0; 20];
    child
        .stdout
        .take()
        .expect("its output")
        .read_exact(&mut first)
        .expect("some output");
    let output = child.wait_with_output().expect("it ends");
    succeeds(&output);
}

#[test]
fn an_answer_does_not_wait_for_the_end_of_the_input() {
    let mut command = newsclaim(&["extract", "--input", "jsonl", "--format", "jsonl"]);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it runs");
    let mut input = child.stdin.take().expect("its input");
    let mut output = std::io::BufReader::new(child.stdout.take().expect("its output"));
    for id in ["one", "two"] {
        writeln!(input, "{{\"id\":\"{id}\",\"text\":\"It rained.\"}}").expect("it reads");
        let mut line = String::new();
        std::io::BufRead::read_line(&mut output, &mut line).expect("it answers");
        assert!(line.contains(id), "{line}");
    }
    drop(input);
    assert!(child.wait().expect("it ends").success());
}

/// What cannot be written is told of; `/dev/full` is a disk without room.
#[cfg(target_os = "linux")]
#[test]
fn output_that_is_lost_is_told_of() {
    let full = fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .expect("/dev/full");
    let folder = Folder::new("output_that_is_lost");
    let file = folder.file("bridge.txt", ARTICLE);
    let output = newsclaim(&["extract", &file])
        .stdout(full)
        .output()
        .expect("it runs");
    assert_eq!(status(&output), 1);
    assert!(
        stderr(&output).contains("cannot write"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn standard_input_is_text_or_lines() {
    for arguments in [
        ["extract", "--format", "json"].as_slice(),
        &["extract", "--format", "json", "-"],
    ] {
        let output = fed(arguments, ARTICLE.as_bytes());
        succeeds(&output);
        let read: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!(
            (&read["id"], read["claims"].as_array().map(Vec::len)),
            (&Value::Null, Some(1))
        );
    }
    let output = fed(
        &["extract", "--input", "jsonl", "--format", "jsonl", "-"],
        b"{\"id\":\"x\",\"text\":\"It rained.\"}",
    );
    succeeds(&output);
    assert_eq!(lines(&output)[0]["id"], "x");
}
