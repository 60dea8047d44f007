use super::Page;
use crate::lexicon::Lexicon;

fn articles(file: &str) -> Vec<(String, String)> {
    let text = std::fs::read_to_string(file).unwrap();
    text.lines()
        .map(|line| {
            let v: serde_json::Value = serde_json::from_str(line).unwrap();
            (
                v["id"].as_str().unwrap().into(),
                v["text"].as_str().unwrap().into(),
            )
        })
        .collect()
}

#[test]
#[ignore]
#[allow(clippy::print_stdout)]
fn dump() {
    let lexicon = Lexicon::built_in();
    let file = std::env::var("DUMP").unwrap();
    for (id, text) in articles(&file) {
        let page = Page::read(&text, &lexicon);
        println!("=== {id}");
        for b in &page.blocks {
            let t = page.printed(&b.tokens);
            println!("B {} {:?}", b.block.kind.as_str(), t);
        }
        for s in &page.sentences {
            println!("S {:?}", page.printed(&s.tokens));
        }
        for q in &page.quotations {
            println!(
                "Q {}{}{}{} {:?} {:?}",
                if q.closed { "closed" } else { "OPEN" },
                if q.double { "" } else { " single" },
                if q.nested { " nested" } else { "" },
                if q.continues { " continues" } else { "" },
                q.role,
                page.printed(&q.tokens)
            );
        }
        for (i, t) in page.tokens.iter().enumerate() {
            let w = page.word(i);
            if t.kind == super::TokenKind::Mark && t.twin.is_none() {
                println!(
                    "STRAY {:?} {:?}",
                    w,
                    page.printed(&(i.saturating_sub(6)..(i + 6).min(page.tokens.len())))
                );
            }
            if t.kind == super::TokenKind::Clitic && !w.chars().any(|c| c.is_alphabetic()) {
                println!(
                    "APOS {:?}",
                    page.printed(&(i.saturating_sub(4)..(i + 5).min(page.tokens.len())))
                );
            }
            if t.kind == super::TokenKind::Symbol && w.contains(['\'', '"']) {
                println!(
                    "MEASURE {:?}",
                    page.printed(&(i.saturating_sub(4)..(i + 5).min(page.tokens.len())))
                );
            }
        }
    }
}

#[test]
#[ignore]
#[allow(clippy::print_stdout)]
fn mask() {
    // token starts that are QUOTED, as JSON lines
    let lexicon = Lexicon::built_in();
    let file = std::env::var("DUMP").unwrap();
    for (id, text) in articles(&file) {
        let page = Page::read(&text, &lexicon);
        let q: Vec<(u32, u32)> = page
            .tokens
            .iter()
            .filter(|t| t.has(super::Flags::QUOTED))
            .map(|t| (t.start, t.end))
            .collect();
        println!("MASK {}", serde_json::json!({"id": id, "q": q}));
    }
}

#[test]
#[ignore]
#[allow(clippy::print_stdout)]
fn speed() {
    use std::time::Instant;
    let lexicon = Lexicon::built_in();
    let mut text = String::new();
    for (_, t) in articles("/work/shared/eval/data/attribution_train.input.jsonl") {
        text.push_str(&t);
        text.push_str("\n\n");
    }
    let texts: Vec<String> = articles("/work/shared/eval/data/attribution_train.input.jsonl")
        .into_iter()
        .map(|x| x.1)
        .collect();
    let bytes: usize = texts.iter().map(String::len).sum();
    let mut best = [f64::MAX; 7];
    for _ in 0..12 {
        let mut tt = [0f64; 7];
        let mut n = 0;
        for t in &texts {
            let a = Instant::now();
            let (mut tokens, hashes) = super::tokens::scan(t, &lexicon);
            let b = Instant::now();
            super::tokens::annotate(t, &mut tokens, &hashes, &lexicon);
            let c = Instant::now();
            let blocks = super::blocks::find(t, &tokens, &lexicon);
            let d = Instant::now();
            let q = super::quotes::pair(t, &mut tokens, &blocks, &lexicon);
            let e = Instant::now();
            let s = super::sentences::split(t, &tokens, &blocks, &lexicon);
            let f = Instant::now();
            n += q.len() + s.len();
            for (k, x) in [b - a, c - b, d - c, e - d, f - e].into_iter().enumerate() {
                tt[k] += x.as_secs_f64();
            }
        }
        let a = Instant::now();
        for t in &texts {
            n += Page::read(t, &lexicon).tokens.len();
        }
        tt[5] = a.elapsed().as_secs_f64();
        use unicode_segmentation::UnicodeSegmentation;
        let a = Instant::now();
        for t in &texts {
            n += t.unicode_words().count();
        }
        tt[6] = a.elapsed().as_secs_f64();
        assert!(n > 0);
        for k in 0..7 {
            best[k] = best[k].min(tt[k]);
        }
    }
    let mb = |s: f64| bytes as f64 / s / 1e6;
    println!(
        "SPEED scan {:.0} annotate {:.0} blocks {:.0} quotes {:.0} sentences {:.0} all {:.0} MB/s; unicode_words {:.0}",
        mb(best[0]),
        mb(best[1]),
        mb(best[2]),
        mb(best[3]),
        mb(best[4]),
        mb(best[5]),
        mb(best[6])
    );
    for (name, hostile) in [
        ("apostrophes", "'".repeat(1_000_000)),
        ("quotes", "\"".repeat(1_000_000)),
        ("a'", "a' ".repeat(300_000)),
        ("'a", "'a ".repeat(300_000)),
        ("\"a", "\"a ".repeat(300_000)),
        ("“a", "“a ".repeat(200_000)),
        ("dots", ". ".repeat(500_000)),
        ("A.", "A. ".repeat(300_000)),
        ("1)", "1) a ".repeat(200_000)),
        ("lines", "a\n".repeat(500_000)),
        ("- ", "- ".repeat(500_000)),
        ("a-", "a-".repeat(500_000)),
        ("a.", "a.".repeat(500_000)),
        ("‘a’", "‘a’ ".repeat(150_000)),
        ("\"A.\"", "\"A. \" ".repeat(150_000)),
        ("share ", "Share this ".repeat(90_000)),
        ("nl", "\n".repeat(1_000_000)),
        ("http", "http://a.b ".repeat(90_000)),
        ("(", "(".repeat(1_000_000)),
        ("the of", "the ".repeat(250_000)),
        ("sp", " ".repeat(1_000_000)),
        ("a@", "a@a".repeat(300_000)),
        ("aaa", "a".repeat(1_000_000)),
        ("new york ", "New ".repeat(250_000)),
        ("A.A.", "A.".repeat(500_000)),
        ("1,", "1,".repeat(500_000)),
        ("\"A.\" B:", "A B: ".repeat(200_000)),
        ("the  \n", format!("the{}", " ".repeat(100)).repeat(10_000)),
        ("x'x", "x'".repeat(500_000)),
        ("é", "é\u{301}".repeat(250_000)),
        ("emoji", "👨‍👩‍👧‍👦".repeat(40_000)),
    ] {
        let a = Instant::now();
        let page = Page::read(&hostile, &lexicon);
        println!(
            "SPEED hostile {name:?} {:.0} ms, {} tokens",
            a.elapsed().as_secs_f64() * 1e3,
            page.tokens.len()
        );
    }
}

#[test]
#[ignore]
fn profile() {
    let lexicon = Lexicon::built_in();
    let texts: Vec<String> = articles("/work/shared/eval/data/attribution_train.input.jsonl")
        .into_iter()
        .map(|x| x.1)
        .collect();
    let mut n = 0;
    for _ in 0..25 {
        for t in &texts {
            n += Page::read(t, &lexicon).tokens.len();
        }
    }
    assert!(n > 0);
}
