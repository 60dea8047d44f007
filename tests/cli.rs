//! The command line, run on real files.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const ARTICLE: &str = "The bridge is safe, the mayor said on Monday.\n";

/// A folder of a test's own, empty.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
        if path.exists() {
            fs::remove_dir_all(&path).expect("an old folder can go");
        }
        fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        fs::write(&path, content).expect("a file");
        path.to_str().expect("a path in UTF-8").to_owned()
    }

    fn path(&self) -> &str {
        self.0.to_str().expect("a path in UTF-8")
    }
}

fn newsclaim(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_newsclaim"));
    command.args(arguments).stdin(Stdio::null());
    command
}

fn run(arguments: &[&str]) -> Output {
    newsclaim(arguments).output().expect("it runs")
}

/// Runs it with something on standard input.
fn fed(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = newsclaim(arguments);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().expect("it runs");
    let mut stdin = child.stdin.take().expect("its input");
    let input = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().expect("it ends");
    let _ = writer.join();
    output
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("UTF-8 on standard output")
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).expect("UTF-8 on standard error")
}

fn status(output: &Output) -> i32 {
    output.status.code().expect("it ended by itself")
}

fn lines(output: &Output) -> Vec<Value> {
    let lines = stdout(output).lines();
    lines
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}")))
        .collect()
}

/// Succeeds without a word on standard error.
fn succeeds(output: &Output) {
    assert_eq!((status(output), stderr(output)), (0, ""));
}

#[test]
fn a_text_file_is_shown_to_read() {
    let folder = Folder::new("a_text_file_is_shown_to_read");
    let file = folder.file("bridge.txt", ARTICLE);
    let output = run(&["extract", &file]);
    succeeds(&output);
    assert!(stdout(&output).contains("  1  The bridge is safe, the mayor said on Monday.\n"));
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
    assert_eq!(read.id, Some(file.into()));
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
        "2016-13-01_bridge.txt",
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
fn a_folder_is_its_articles_by_name() {
    let folder = Folder::new("a_folder_is_its_articles_by_name");
    folder.file("c.txt", "See.");
    folder.file("a.txt", "A.");
    folder.file(
        "b.jsonl",
        "{\"id\":\"b1\",\"text\":\"B.\"}\n{\"id\":\"b2\",\"text\":\"B.\"}\n",
    );
    folder.file("notes.md", "Not an article.");
    fs::create_dir(folder.0.join("d.txt")).expect("a folder");
    let ids = |arguments: &[&str]| -> Vec<String> {
        let output = run(&[
            &["extract", "--format", "jsonl"],
            arguments,
            &[folder.path()],
        ]
        .concat());
        succeeds(&output);
        let ids = lines(&output)
            .into_iter()
            .map(|line| line["id"].as_str().expect("an id").to_owned());
        ids.map(|id| id.rsplit('/').next().unwrap_or_default().to_owned())
            .collect()
    };
    assert_eq!(ids(&[]), ["a.txt", "b1", "b2", "c.txt"]);
    assert_eq!(ids(&["--input", "text"]), ["a.txt", "c.txt"]);
    assert_eq!(ids(&["--input", "jsonl"]), ["b1", "b2"]);
}

#[test]
fn a_folder_without_articles_is_an_error() {
    let folder = Folder::new("a_folder_without_articles_is_an_error");
    let output = run(&["extract", folder.path()]);
    assert_eq!(status(&output), 1);
    assert!(
        stderr(&output).contains("no .txt or .jsonl file"),
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
fn words_of_ones_own_are_used() {
    let folder = Folder::new("words_of_ones_own_are_used");
    let article = folder.file("bridge.txt", "The bridge is safe, the mayor grumped.\n");
    let cues = folder.file("cues.txt", "# mine\ngrump | | opinion | clause quote\n");
    let option = format!("cues={cues}");
    let output = run(&[
        "extract",
        "--format",
        "jsonl",
        "--lexicon",
        &option,
        &article,
    ]);
    succeeds(&output);
    assert_eq!(lines(&output)[0]["claims"][0]["cue"]["lemma"], "grump");
    let removes = folder.file("fewer.txt", "-grump\n");
    let output = run(&[
        "extract",
        "--format",
        "jsonl",
        "--lexicon",
        &option,
        "--lexicon",
        &format!("cues={removes}"),
        &article,
    ]);
    succeeds(&output);
    assert_eq!(lines(&output)[0]["claims"], serde_json::json!([]));
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
        "Exit status",
        "cue_nouns",
        "Examples",
    ] {
        assert!(stdout(&output).contains(told), "{told}");
    }
    assert!(stdout(&run(&["--version"])).contains(env!("CARGO_PKG_VERSION")));
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
