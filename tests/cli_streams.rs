//! The command line between other programs: what comes from standard input, and who reads standard output.

use crate::commands;

use std::fs;
use std::io::{Read, Write};
use std::process::Stdio;

use commands::{ARTICLE, Folder, fed, lines, newsclaim, run, status, stderr, stdout, succeeds};
use serde_json::{Value, json};

/// A batch of many articles of different lengths.
fn batch(articles: usize) -> String {
    const LENGTHS: usize = 5;
    let article = |number: usize| {
        let text = ARTICLE.repeat(1 + number * 3 % LENGTHS);
        serde_json::json!({ "id": number.to_string(), "text": text, "source": "kept by nobody" })
            .to_string()
    };
    (0..articles).map(|number| article(number) + "\n").collect()
}

#[test]
fn lines_come_out_in_the_order_in_which_they_went_in() {
    let folder = Folder::new("lines_come_out_in_order");
    // More than are read at once.
    let articles = 1100;
    let file = folder.file("batch.jsonl", batch(articles));
    let output = run(&["extract", "--format", "jsonl", &file]);
    succeeds(&output);
    let ids = lines(&output)
        .into_iter()
        .map(|line| line["id"].as_str().expect("an id").to_owned());
    assert!(ids.eq((0..articles).map(|number| number.to_string())));
    for jobs in ["1", "8"] {
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
    let many = folder.file("batch.jsonl", batch(3000));
    for arguments in [
        ["extract", &file].as_slice(),
        &["extract", "--format", "html", &file],
        &["extract", "--format", "jsonl", &many],
        &["compare", &file],
        &["schema"],
    ] {
        let output = newsclaim(arguments)
            .stdout(full.try_clone().expect("/dev/full"))
            .output()
            .expect("it runs");
        assert_eq!(status(&output), 1, "{arguments:?}");
        assert!(
            stderr(&output).contains("cannot write"),
            "{}",
            stderr(&output)
        );
    }
}

/// Whatever was written when the run was cut off, the next one makes of it what one run would have written.
#[test]
fn a_run_that_was_cut_off_is_taken_up_where_it_ended() {
    let folder = Folder::new("a_run_that_was_cut_off");
    let input = [
        json!({ "id": "a", "text": ARTICLE }).to_string(),
        json!({ "id": 7, "text": ARTICLE }).to_string(),
        json!({ "id": "7", "text": "It rained, Zo\u{eb} Holm said." }).to_string(),
        "{\"id\":\"bad\",\"text\":5}".to_owned(),
        // Two of one name are two.
        json!({ "id": "a", "text": "It rained." }).to_string(),
        json!({ "id": "z", "text": ARTICLE }).to_string(),
    ];
    let file = folder.file("batch.jsonl", input.join("\n"));
    let whole = run(&["extract", "--format", "jsonl", &file]).stdout;
    let resumed = |written: &[u8]| {
        let found = folder.file("found.jsonl", written);
        let output = run(&["extract", "--format", "jsonl", "--resume", &found, &file]);
        assert_eq!(stdout(&output), "");
        assert!(stderr(&output).contains(":4: text: a number"));
        assert_eq!(status(&output), 1, "one line is no article");
        fs::read(found).expect("what was found")
    };
    for cut in (0..whole.len()).step_by(997).chain([whole.len()]) {
        assert!(resumed(&whole[..cut]) == whole, "cut off at byte {cut}");
    }
    let ends = (0..whole.len()).filter(|&at| whole[at] == b'\n');
    for end in ends.flat_map(|end| [end - 1, end, end + 1]) {
        assert!(resumed(&whole[..end]) == whole, "cut off at byte {end}");
    }
    // Where nothing is yet, all of it is written.
    let new = format!("{}/new.jsonl", folder.path());
    run(&["extract", "--format", "jsonl", "--resume", &new, &file]);
    assert!(fs::read(new).expect("what was found") == whole);
}

#[test]
fn what_is_resumed_must_be_of_extract() {
    let folder = Folder::new("what_is_resumed");
    let line = json!({ "id": "a", "text": ARTICLE }).to_string();
    let input = folder.file("batch.jsonl", format!("{line}\n"));
    for (content, place) in [
        (line.clone(), ":1: "),
        (format!("{line}\n"), ":1: "),
        (
            "{\"line\":1,\"id\":null,\"error\":\"x\"}\n\0\0\n".to_owned(),
            ":2: ",
        ),
        ("The first line of a novel".to_owned(), ":1: "),
        ("{\"title\":\"The first".to_owned(), ":1: "),
    ] {
        let other = folder.file("other.jsonl", &content);
        let output = run(&["extract", "--format", "jsonl", "--resume", &other, &input]);
        assert_eq!(status(&output), 2, "{content}");
        assert!(stderr(&output).contains(place), "{}", stderr(&output));
        assert_eq!(fs::read_to_string(other).expect("it is there"), content);
    }
    for arguments in [
        ["--format", "csv", "--resume", "found.jsonl", &*input],
        ["--format", "jsonl", "--resume", "found.jsonl.gz", &input],
        ["--format", "jsonl", "--resume", &input, &input],
        ["--format", "jsonl", "--resume", folder.path(), &input],
    ] {
        let output = run(&[&["extract"], arguments.as_slice()].concat());
        assert_eq!(status(&output), 2, "{arguments:?}");
    }
}

/// A folder's own output is not an article of it.
#[test]
fn the_output_in_the_folder_is_not_read() {
    let folder = Folder::new("the_output_in_the_folder");
    folder.file("a.txt", ARTICLE);
    let found = folder.file("found.jsonl", "");
    let resume = ["extract", "--format", "jsonl", "--resume", &found];
    for _ in 0..2 {
        succeeds(&run(&[&resume[..], &[folder.path()]].concat()));
        let lines = fs::read_to_string(&found).expect("what was found");
        assert_eq!(lines.lines().count(), 1);
    }
    let nameless = folder.file("b.jsonl", json!({ "text": ARTICLE }).to_string());
    let output = run(&[&resume[..], &[&nameless]].concat());
    assert_eq!(status(&output), 0);
    assert!(
        stderr(&output).contains("without an id"),
        "{}",
        stderr(&output)
    );
}

/// The first signal ends the batch behind an article. `env` sets the signals right where the tests run in the background.
#[cfg(target_os = "linux")]
#[test]
fn a_signal_leaves_whole_lines() {
    let folder = Folder::new("a_signal_leaves_whole_lines");
    let file = folder.file("batch.jsonl", batch(50_000));
    for signal in ["INT", "TERM", "HUP"] {
        let mut child = std::process::Command::new("env")
            .arg("--default-signal=INT,TERM,HUP")
            .arg(env!("CARGO_BIN_EXE_newsclaim"))
            .args(["extract", "--format", "jsonl", &file])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it runs");
        let mut written = vec![0; 20];
        let mut out = child.stdout.take().expect("its output");
        out.read_exact(&mut written).expect("some output");
        let id = child.id().to_string();
        let sent = std::process::Command::new("kill")
            .args(["-s", signal, &id])
            .status();
        assert!(sent.expect("kill").success());
        out.read_to_end(&mut written).expect("the rest");
        let output = child.wait_with_output().expect("it ends");
        assert_eq!(status(&output), 130, "{signal}");
        assert!(stderr(&output).contains("whole articles"));
        let written = String::from_utf8(written).expect("UTF-8");
        assert!(written.ends_with("}\n"), "{signal}");
        let mut count = 0;
        for line in written.lines() {
            serde_json::from_str::<Value>(line).expect("a whole line");
            count += 1;
        }
        assert!(count < 50_000, "{signal}: it was too late");
    }
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
