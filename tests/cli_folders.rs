//! Folders on the command line: which files are articles, and in which order.

use crate::commands;

use std::fs;

use commands::{ARTICLE, Folder, lines, run, status, stderr, succeeds};
use serde_json::{Value, json};

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

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_told_and_the_rest_goes_on() {
    use std::os::unix::fs::symlink;
    let folder = Folder::new("a_link_that_leads_nowhere");
    folder.file("article", ARTICLE);
    for (link, to) in [
        ("a.txt", "nowhere.txt"),
        ("b.txt", "b.txt"),
        ("c.txt", "article"),
    ] {
        symlink(to, folder.0.join(link)).expect("a link");
    }
    let output = run(&["extract", "--format", "jsonl", folder.path()]);
    assert_eq!(status(&output), 1);
    let lines = lines(&output);
    assert_eq!(lines.len(), 3);
    for (line, link) in lines[..2].iter().zip(["a.txt", "b.txt"]) {
        let error = line["error"].as_str().expect("an error");
        assert!(
            error.contains(link) && error.contains("the link leads to no file"),
            "{error}"
        );
        assert!(stderr(&output).contains(error));
    }
    assert_eq!(lines[2]["claims"].as_array().map(Vec::len), Some(1));
}

#[test]
fn capitals_in_an_ending_make_no_difference() {
    let folder = Folder::new("capitals_in_an_ending");
    folder.file("A.TXT", "It rained.");
    folder.file("B.JSONL", "{\"id\":\"b\",\"text\":\"It rained.\"}");
    let output = run(&["extract", "--format", "jsonl", folder.path()]);
    succeeds(&output);
    let ids: Vec<Value> = lines(&output)
        .into_iter()
        .map(|line| line["id"].clone())
        .collect();
    assert_eq!(ids, [json!(format!("{}/A.TXT", folder.path())), json!("b")]);
}

#[test]
fn folders_in_folders_are_read_but_for_hidden_ones() {
    let folder = Folder::new("folders_in_folders");
    for inner in ["b", "b/c", ".git", "z"] {
        fs::create_dir(folder.0.join(inner)).expect("a folder");
    }
    for name in [
        "a.txt",
        "b/a.txt",
        "b/c/d.txt",
        "b/e.txt",
        ".git/f.txt",
        "g.txt",
    ] {
        folder.file(name, ARTICLE);
    }
    let output = run(&["extract", "--format", "jsonl", folder.path()]);
    succeeds(&output);
    let ids: Vec<String> = lines(&output)
        .iter()
        .map(|line| line["id"].as_str().expect("an id").to_owned())
        .collect();
    let expected = ["a.txt", "b/a.txt", "b/c/d.txt", "b/e.txt", "g.txt"];
    assert_eq!(
        ids,
        expected.map(|name| format!("{}/{name}", folder.path()))
    );
}

/// A link to a folder above would lead around forever.
#[cfg(unix)]
#[test]
fn a_link_to_a_folder_is_not_followed() {
    let folder = Folder::new("a_link_to_a_folder");
    folder.file("a.txt", ARTICLE);
    std::os::unix::fs::symlink(&folder.0, folder.0.join("again")).expect("a link");
    let output = run(&["extract", "--format", "jsonl", folder.path()]);
    succeeds(&output);
    assert_eq!(lines(&output).len(), 1);
}
