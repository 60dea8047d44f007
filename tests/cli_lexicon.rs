//! The command line's dictionaries: words of one's own, and what looks into them.

use crate::commands;

use commands::{Folder, lines, run, status, stderr, stdout, succeeds};

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
fn words_of_ones_own_are_read_or_told_of_with_their_line() {
    let folder = Folder::new("words_of_ones_own_with_their_line");
    let article = folder.file("bridge.txt", "The bridge is safe, the mayor grumped.\n");
    let with = |content: &[u8]| {
        let option = format!("cues={}", folder.file("cues.txt", content));
        run(&[
            "extract",
            "--format",
            "jsonl",
            "--lexicon",
            &option,
            &article,
        ])
    };
    let output = with(b"\xEF\xBB\xBFgrump | | opinion | clause quote\n");
    succeeds(&output);
    assert_eq!(lines(&output)[0]["claims"][0]["cue"]["lemma"], "grump");
    for (content, told) in [
        (
            b"grump | | opinion | clause quote\n-\n".as_slice(),
            "cues.txt:2: \"-\"",
        ),
        (
            b"# mine\n\xE9 | | opinion | clause quote\n",
            "cues.txt:2: not UTF-8",
        ),
    ] {
        let output = with(content);
        assert_eq!((status(&output), stdout(&output)), (2, ""));
        assert!(stderr(&output).contains(told), "{}", stderr(&output));
    }
}

#[test]
fn every_line_that_cannot_be_read_is_named() {
    let folder = Folder::new("every_line_that_cannot_be_read");
    let file = folder.file(
        "cues.txt",
        "# mine\ngrump | | shouting | clause\nmutter | | statement | clause\n-no such word\n> \n",
    );
    let output = run(&["lexicon", "check", &file]);
    assert_eq!(status(&output), 1);
    let told: Vec<&str> = stderr(&output).lines().collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(
        told[0].contains("cues.txt:2: ") && told[0].contains("shouting"),
        "{told:?}"
    );
    assert!(
        told[1].contains("cues.txt:4: ") && told[1].contains("no such word"),
        "{told:?}"
    );
    assert!(stdout(&output).ends_with("2 lines cannot be read; no example was tried\n"));
}

#[test]
fn examples_are_run() {
    let folder = Folder::new("examples_are_run");
    let good = "grump | | opinion | clause quote\n> The road is shut, the cook grumped.\n! Grumped boats sink.\n";
    let file = folder.file("mine.txt", good);
    let output = run(&["lexicon", "check", &format!("cues={file}")]);
    succeeds(&output);
    assert_eq!(stdout(&output), format!("{file}: 2 of 2 examples hold\n"));

    let bad = "grump | | opinion | clause quote\n! The road is shut, the cook grumped.\n> Grumped boats sink.\n";
    let file = folder.file("cues.txt", bad);
    let output = run(&["lexicon", "check", &file]);
    assert_eq!(status(&output), 1);
    assert_eq!(
        stderr(&output),
        format!(
            "newsclaim: {file}:2: \"grump\" fires in: The road is shut, the cook grumped.\n\
             newsclaim: {file}:3: \"grump\" does not fire in: Grumped boats sink.\n"
        )
    );
    assert_eq!(stdout(&output), format!("{file}: 0 of 2 examples hold\n"));
}

#[test]
fn what_cannot_be_checked_is_a_wrong_command() {
    let folder = Folder::new("what_cannot_be_checked");
    let nameless = folder.file("mine.txt", "grump | | opinion | clause\n");
    let nowhere = format!("cues={}/none.txt", folder.path());
    for (file, told) in [(&nameless, "TABLE=FILE"), (&nowhere, "none.txt")] {
        let output = run(&["lexicon", "check", file]);
        assert_eq!((status(&output), stdout(&output)), (2, ""), "{file}");
        assert!(stderr(&output).contains(told), "{}", stderr(&output));
    }
}

#[test]
fn tables_are_listed() {
    let output = run(&["lexicon", "list"]);
    succeeds(&output);
    let names: Vec<_> = newsclaim::Table::ALL
        .iter()
        .map(|table| table.name())
        .collect();
    let listed = stdout(&output).lines();
    let listed: Vec<_> = listed
        .map(|line| line.split(' ').next().unwrap_or_default())
        .collect();
    assert_eq!(listed, names);
    let output = run(&["lexicon", "list", "stances"]);
    succeeds(&output);
    assert_eq!(stdout(&output), newsclaim::Table::Stances.built_in());
    assert_eq!(status(&run(&["lexicon", "list", "queues"])), 2);
}

#[test]
fn why_names_table_file_line_and_classes() {
    let folder = Folder::new("why_names_table");
    let cues = folder.file("more.txt", "# mine\ngrump | | opinion | clause quote\n");
    let option = format!("cues={cues}");
    let output = run(&[
        "lexicon",
        "why",
        "--lexicon",
        &option,
        "grumped",
        "according to",
    ]);
    succeeds(&output);
    let found: Vec<Vec<&str>> = stdout(&output)
        .lines()
        .map(|line| line.split_whitespace().collect())
        .collect();
    let place = format!("{cues}:2");
    let grump = found
        .iter()
        .find(|line| line[0] == "grumped")
        .expect("the user's word");
    assert_eq!(grump[1..3], ["cues", &place]);
    assert!(
        grump.contains(&"cue_verb") && grump.contains(&"past"),
        "{grump:?}"
    );
    let phrase = found.iter().find(|line| line[..2] == ["according", "to"]);
    assert!(
        phrase.is_some_and(|line| line.contains(&"cue_preposition")),
        "{found:?}"
    );

    let output = run(&["lexicon", "why", "qwertyish"]);
    assert_eq!((status(&output), stdout(&output)), (1, ""));
    assert!(stderr(&output).contains("no entry meets \"qwertyish\""));
}
