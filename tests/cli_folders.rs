//! Folders on the command line: which files are articles, and in which order.

use crate::commands;

use std::fs;
use std::io::Write;

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

fn gzipped(content: &str) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packer.write_all(content.as_bytes()).expect("it is packed");
    packer.finish().expect("it is packed")
}

fn zstandard(content: &str) -> Vec<u8> {
    let level = ruzstd::encoding::CompressionLevel::Fastest;
    ruzstd::encoding::compress_to_vec(content.as_bytes(), level)
}

#[test]
fn packed_files_are_read_by_their_endings() {
    let folder = Folder::new("packed_files");
    let line = |id: &str| json!({ "id": id, "text": ARTICLE }).to_string() + "\n";
    folder.file("2016-04-07_a.txt.gz", gzipped(ARTICLE));
    folder.file("2016-04-07_b.TXT.ZST", zstandard(ARTICLE));
    // What was packed in pieces is one stream, and what stands between frames is passed over.
    let pieces = [gzipped(&line("c1")), gzipped(&line("c2"))].concat();
    folder.file("c.jsonl.gz", pieces);
    let skipped = b"\x50\x2A\x4D\x18\x03\x00\x00\x00abc".to_vec();
    let cut = line("d1\u{eb}");
    let (d1, d2) = cut.split_at(9);
    folder.file(
        "d.jsonl.zst",
        [zstandard(d1), skipped, zstandard(d2)].concat(),
    );
    folder.file("e.jsonl.zst", b"");
    folder.file("f.md.gz", gzipped(ARTICLE));
    let output = run(&["extract", "--format", "jsonl", folder.path()]);
    succeeds(&output);
    let lines = lines(&output);
    let ids: Vec<_> = lines
        .iter()
        .map(|line| line["id"].as_str().expect("an id"))
        .collect();
    let name = |name: &str| format!("{}/{name}", folder.path());
    let texts = [name("2016-04-07_a.txt.gz"), name("2016-04-07_b.TXT.ZST")];
    assert_eq!(ids[..2], texts);
    assert_eq!(ids[2..], ["c1", "c2", "d1\u{eb}"]);
    for line in &lines[..2] {
        assert_eq!(line["published"], "2016-04-07");
    }
    for line in &lines {
        assert_eq!(line["claims"].as_array().map(Vec::len), Some(1));
    }
    // What is named need not have an ending within the ending.
    let named = folder.file("dump.gz", gzipped(&line("g")));
    let output = run(&["extract", "--input", "jsonl", "--format", "jsonl", &named]);
    succeeds(&output);
    succeeds(&run(&["compare", "--input", "jsonl", &named]));
}

#[test]
fn a_broken_stream_is_named_and_the_rest_goes_on() {
    let folder = Folder::new("a_broken_stream");
    let content: String = (0..2000)
        .map(|id| json!({ "id": id, "text": format!("{id}. {ARTICLE}") }).to_string() + "\n")
        .collect();
    let (gz, zst) = (gzipped(&content), zstandard(&content));
    let half = |packed: &[u8]| packed[..packed.len() / 2].to_vec();
    let mut wrong_sum = zst.clone();
    *wrong_sum.last_mut().expect("a checksum") ^= 1;
    folder.file("a.jsonl.gz", half(&gz));
    folder.file("b.jsonl.zst", half(&zst));
    folder.file("c.jsonl.zst", wrong_sum);
    folder.file("d.txt.gz", ARTICLE);
    folder.file("e.txt.zst", ARTICLE);
    folder.file("f.txt.gz", b"");
    folder.file("g.jsonl.zst", &zst[..3]);
    folder.file("z.txt", ARTICLE);
    let output = run(&["extract", "--format", "jsonl", folder.path()]);
    assert_eq!(status(&output), 1);
    let lines = lines(&output);
    let broken: Vec<_> = lines
        .iter()
        .filter_map(|line| line["error"].as_str())
        .collect();
    assert_eq!(broken.len(), 7, "{broken:?}");
    for (error, file) in broken.iter().zip(["a", "b", "c", "d", "e", "f", "g"]) {
        assert!(error.contains(&format!("/{file}.")), "{error}");
        assert!(
            error.contains("broken gzip stream") || error.contains("broken Zstandard stream"),
            "{error}"
        );
        assert!(stderr(&output).contains(error), "{error}");
    }
    assert_eq!(lines[0]["id"], 0, "what stands before the break is read");
    let last = lines.last().expect("the file behind them");
    assert!(last["id"].as_str().is_some_and(|id| id.ends_with("z.txt")));
}
