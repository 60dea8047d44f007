//! The command line.
#![allow(clippy::print_stdout, clippy::print_stderr)]
use std::io::{BufRead, Write};
fn main() {
    let path = std::env::args().next_back().unwrap_or_default();
    let file = std::fs::File::open(path).expect("file");
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::BufReader::new(file).lines() {
        let line: serde_json::Value = serde_json::from_str(&line.expect("line")).expect("json");
        let text = line["text"].as_str().unwrap_or_default();
        let mut article = newsclaim::Article::new(text);
        if let Some(id) = line["id"].as_str() {
            article = article.id(id);
        }
        if let Some(day) = line["published"].as_str().and_then(|day| day.parse().ok()) {
            article = article.published(day);
        }
        serde_json::to_writer(&mut out, &newsclaim::Extractor::default().extract(article))
            .expect("write");
        out.write_all(b"\n").expect("write");
    }
}
