//! The view on the command line: colours, width, one line a claim, and what is chosen of it.

use crate::commands;

use commands::{Folder, lines, newsclaim, run, status, stderr, stdout, succeeds};
use serde_json::{Value, json};

const DISPUTE: &str = "Mayor Ana Ruiz on Monday accused the Holm company of dumping oil in the harbour. \
    The company denied the accusation. \
    At least 12 anglers were hurt, said Jon Bell, a doctor.\n";

fn dispute(test: &str) -> (Folder, String) {
    let folder = Folder::new(test);
    let file = folder.file("harbour.txt", DISPUTE);
    (folder, file)
}

#[test]
fn the_view_is_plain_where_nobody_asks_for_colours() {
    let (_folder, file) = dispute("the_view_is_plain");
    let plain = run(&["extract", &file]);
    succeeds(&plain);
    assert!(!stdout(&plain).contains('\u{1b}'));
    let coloured = run(&["extract", "--color", "always", &file]);
    succeeds(&coloured);
    assert!(
        stdout(&coloured).contains("\u{1b}[1m\u{1b}[36mJon Bell"),
        "{}",
        stdout(&coloured)
    );
    let stripped = anstream_free(stdout(&coloured));
    assert_eq!(stripped, stdout(&plain), "colours change no word");
    let with = |arguments: &[&str], key: &str| {
        let output = newsclaim(arguments)
            .env(key, "1")
            .output()
            .expect("it runs");
        stdout(&output).contains('\u{1b}')
    };
    assert!(with(&["extract", &file], "CLICOLOR_FORCE"));
    assert!(!with(
        &["extract", "--color", "never", &file],
        "CLICOLOR_FORCE"
    ));
    assert!(with(&["extract", "--color", "always", &file], "NO_COLOR"));
    assert!(!with(
        &["extract", "--format", "jsonl", &file],
        "CLICOLOR_FORCE"
    ));
}

/// The text without escape sequences.
fn anstream_free(text: &str) -> String {
    let mut pieces = text.split('\u{1b}');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |plain, piece| {
        plain + piece.split_once('m').expect("the end of a colour").1
    })
}

#[test]
fn lines_are_as_wide_as_asked_for() {
    let (_folder, file) = dispute("lines_are_as_wide");
    for width in [40_usize, 77, 100] {
        let output = run(&["extract", "--width", &width.to_string(), &file]);
        succeeds(&output);
        let widest = stdout(&output)
            .lines()
            .map(|line| line.chars().count())
            .max();
        let path = file.chars().count() + 11;
        assert!(
            widest.is_some_and(|widest| widest <= width.max(path)),
            "{width}: {widest:?}"
        );
    }
    assert_eq!(status(&run(&["extract", "--width", "3", &file])), 2);
}

#[test]
fn brief_is_a_line_a_claim() {
    let (_folder, file) = dispute("brief_is_a_line_a_claim");
    let output = run(&["extract", "--brief", &file]);
    succeeds(&output);
    let (head, claims) = stdout(&output)
        .split_once("published  not known\n")
        .expect("a heading");
    assert_eq!(head, format!("article    {file}\n"));
    assert_eq!(
        claims,
        "1a   accusation  Ana Ruiz: the Holm company of dumping oil in the harbour\n\
         2a   denial      Holm company: the accusation ← accusation by Ana Ruiz: the Holm company of dumping oil in the \
         harbour\n\
         3a   statement   Jon Bell: At least 12 anglers were hurt\n\n"
    );
    let output = run(&["extract", "--brief", "--width", "50", &file]);
    let cut = stdout(&output).lines().nth(2).expect("a claim");
    assert_eq!(cut, "1a   accusation  Ana Ruiz: the Holm company of …");
}

fn found(arguments: &[&str]) -> Value {
    let output = run(&[&["extract", "--format", "jsonl"], arguments].concat());
    succeeds(&output);
    lines(&output).remove(0)
}

fn counts(found: &Value) -> [usize; 3] {
    ["claims", "casualties", "dates"].map(|list| found[list].as_array().expect(list).len())
}

#[test]
fn lists_kinds_and_speakers_are_chosen() {
    let (_folder, file) = dispute("lists_kinds_and_speakers");
    assert_eq!(counts(&found(&[&file])), [3, 1, 1]);
    assert_eq!(counts(&found(&["--only", "figures", &file])), [0, 1, 0]);
    assert_eq!(
        counts(&found(&["--only", "claims,dates", &file])),
        [3, 0, 1]
    );
    assert_eq!(counts(&found(&["--who", "ruiz", &file])), [1, 0, 1]);
    assert_eq!(
        counts(&found(&["--who", "rui", &file])),
        [0, 0, 0],
        "words, not letters"
    );
    assert_eq!(
        counts(&found(&["--kind", "denial,statement", &file])),
        [2, 1, 0]
    );
    assert_eq!(
        counts(&found(&["--who", "bell", "--only", "figures", &file])),
        [0, 1, 0]
    );
    let denial = found(&["--kind", "denial", &file]);
    assert_eq!(
        denial["claims"][0]["responds_to"],
        Value::Null,
        "what it answers is not there"
    );
    let both = found(&["--kind", "denial,accusation", &file]);
    assert_eq!(both["claims"][1]["responds_to"], json!(0));
    let figure = found(&["--kind", "statement", &file]);
    assert_eq!(
        figure["casualties"][0]["claim"],
        json!(0),
        "links lead to where things are now"
    );
    for wrong in [["--only", "rumours"], ["--kind", "rumour"]] {
        let output = run(&["extract", wrong[0], wrong[1], &file]);
        assert_eq!((status(&output), stdout(&output)), (2, ""));
        assert!(
            stderr(&output).contains("possible values"),
            "{}",
            stderr(&output)
        );
    }
}

#[test]
fn the_view_shows_what_is_chosen_and_names_what_it_answers() {
    let (folder, file) = dispute("the_view_shows_what_is_chosen");
    let output = run(&["extract", "--kind", "denial", &file]);
    succeeds(&output);
    let view = stdout(&output);
    assert!(
        view.contains("\n  2  The company denied {a: the accusation}.\n"),
        "{view}"
    );
    assert!(
        view.contains("answers 1a") && !view.contains("\n  1  "),
        "{view}"
    );
    assert!(
        view.contains("\ndenials    Holm company (2a) → Ana Ruiz (1a): "),
        "{view}"
    );
    // An article that holds none of it is passed over.
    let other = folder.file("other.txt", "It rained on Monday, the mayor said.\n");
    let output = run(&["extract", "--kind", "denial", &other]);
    succeeds(&output);
    assert_eq!(stdout(&output), "");
}

/// What a terminal could obey stands in the text, the id, the day, the address, a file's name, a word of one's own and the
/// command; none of it may come out as it is.
#[test]
fn a_terminal_is_shown_and_never_commanded() {
    const HOSTILE: &str = "\u{1b}[2J\u{9b}31m\u{202e}\u{2066}\u{7}\u{2028}\r";
    let folder = Folder::new("a_terminal_is_shown");
    let text = format!(
        "Mayor Ana{HOSTILE} Ruiz on Mon{HOSTILE}day accused the Holm{HOSTILE} company of dump{HOSTILE}ing oil. \
         The company denied the accu{HOSTILE}sation. At least 12 ang{HOSTILE}lers were hurt, said Jon{HOSTILE} Bell, \
         a doc{HOSTILE}tor. The army declined to say how many of its sol{HOSTILE}diers had died."
    );
    let article = |id: &str| {
        json!({ "id": format!("{id}{HOSTILE}"), "text": text, "title": HOSTILE, "url": HOSTILE })
            .to_string()
    };
    let lines = format!("{}\n{}\n", article("1"), article("2"));
    let batch = folder.file("batch.jsonl", &lines);
    let error = |number: usize| json!({ "id": HOSTILE, "text": number, HOSTILE: 1 }).to_string();
    let bad = folder.file("bad.jsonl", format!("{}\n{{\"{HOSTILE}\n", error(1)));
    let missing = format!("{}/{HOSTILE}\nnewsclaim: all is well.txt", folder.path());
    let words = folder.file(
        "words.txt",
        format!("har{HOSTILE}rumph | {HOSTILE} | opin{HOSTILE}ion | clause\n"),
    );
    let good = folder.file(
        "cues.txt",
        format!("har{HOSTILE}rumph | | opinion | clause quote\n> It rained{HOSTILE}.\n"),
    );
    let cues = [
        format!("cues={words}"),
        format!("cues={good}"),
        format!("cues={missing}"),
    ];
    for arguments in [
        ["extract", &batch].as_slice(),
        &["extract", "--brief", &batch],
        &["extract", "--explain", "--width", "40", &batch],
        &["extract", "--color", "always", &batch],
        &["compare", &batch],
        &["extract", "--format", "jsonl", "--resume", &bad, &batch],
        &["extract", "--limit-bytes", "9", &batch, &bad, &missing],
        &["extract", &bad, &missing],
        &["compare", &bad, &missing],
        &["extract", "--lexicon", &cues[0], &batch],
        &["extract", "--lexicon", &cues[2], &batch],
        &["extract", "--published", HOSTILE, &batch],
        &["extract", "--format", HOSTILE, &batch],
        &["extract", HOSTILE],
        &["lexicon", "check", &cues[0], &cues[1]],
        &["lexicon", "check", &cues[2]],
        &["lexicon", "why", "--lexicon", &cues[1], HOSTILE],
        &[
            "lexicon",
            "why",
            "--lexicon",
            &cues[1],
            &format!("har{HOSTILE}rumph"),
        ],
        &["lexicon", "list", HOSTILE],
        &["man", HOSTILE],
        &[HOSTILE],
    ] {
        let output = run(arguments);
        let written = anstream_free(stdout(&output)) + stderr(&output);
        assert!(!written.is_empty(), "{arguments:?}");
        let obeyed =
            |c: char| c.is_control() && c != '\n' || "\u{202e}\u{2066}\u{2028}".contains(c);
        let at = written.find(obeyed);
        assert_eq!(at.map(|at| &written[at..]), None, "{arguments:?}");
        let fooled = stderr(&output).contains("\nnewsclaim: all is well");
        assert!(!fooled, "{arguments:?}: {}", stderr(&output));
    }
    // In the JSON and the tables stands what the article says.
    let output = run(&["extract", "--format", "jsonl", &batch]);
    let found: Value =
        serde_json::from_str(stdout(&output).lines().next().expect("a line")).expect("JSON");
    assert_eq!(found["id"], format!("1{HOSTILE}"));
    assert!(stdout(&run(&["extract", "--format", "csv", &batch])).contains('\u{202e}'));
}
