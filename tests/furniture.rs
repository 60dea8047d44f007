//! Furniture beside an article takes nothing from it: every phrase of the page's frame is put before, behind and between the
//! paragraphs of five fixtures, on a line of its own and on the paragraph's line, and what the article says stays the same.

use crate::checks;

use newsclaim::{Article, BlockKind, Extraction, Extractor};

/// No promise of every article, and so none of a new one: where a page is half furniture already, one more phrase can tip the
/// scales. On these it holds without exception.
const ARTICLES: [&str; 5] = [
    "2016-04-07_join-talks",
    "2016-04-07_truce-in-trouble",
    "2020-10-10_agree-on-ceasefire",
    "2020-10-12_cease-fire-not-holding",
    "2020-10-12_russia-urges-halt",
];

/// Phrases that leave a sentence open are closed with this.
const CLOSING: &str = " our newsletter.";

/// The phrases of the dictionary that make furniture, with the way in which each stands.
fn phrases() -> Vec<(String, String)> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/src/lexicon/data/boilerplate.txt"
    );
    let lines = std::fs::read_to_string(path).expect("the dictionary is there");
    lines
        .lines()
        .filter(|line| !line.starts_with(['#', '>', '!']))
        .filter_map(|line| line.rsplit_once(" | "))
        .map(|(phrase, place)| (phrase.to_owned(), place.to_owned()))
        .filter(|(_, place)| !matches!(place.as_str(), "credit" | "caption" | "byline"))
        .collect()
}

fn fixtures() -> Vec<(String, String)> {
    let found = checks::fixtures().into_iter();
    let found = found.filter(|article| ARTICLES.contains(&&*article.name));
    let found: Vec<_> = found.map(|article| (article.name, article.text)).collect();
    assert_eq!(found.len(), ARTICLES.len(), "an article is gone");
    found
}

/// What the article says, in words, so that it does not matter where they stand.
pub(crate) fn said(found: &Extraction<'_>, text: &str) -> Vec<String> {
    let plain = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut said: Vec<String> = Vec::new();
    for claim in &found.claims {
        let source = claim.source.as_ref().map(|source| plain(&source.text));
        let cue = claim.cue.as_ref().map(|cue| plain(&cue.text));
        let content: Vec<_> = claim
            .content
            .iter()
            .map(|piece| plain(&text[piece.span.range()]))
            .collect();
        said.push(format!(
            "claim {source:?} {cue:?} {content:?} {:?}",
            claim.kind
        ));
    }
    for figure in &found.casualties {
        said.push(format!(
            "figure {} {:?}",
            plain(&text[figure.span.range()]),
            figure.count
        ));
    }
    for date in &found.dates {
        said.push(format!(
            "date {} {:?}",
            plain(&text[date.span.range()]),
            date.value
        ));
    }
    said
}

fn read<'t>(extractor: &Extractor, name: &str, text: &'t str) -> Extraction<'t> {
    let day = name.get(..10).and_then(|day| day.parse().ok());
    let article = Article::new(text);
    extractor.extract(match day {
        Some(day) => article.published(day),
        None => article,
    })
}

#[test]
fn furniture_takes_nothing_from_an_article() {
    let extractor = Extractor::default();
    let fixtures = fixtures();
    let thorough = std::env::var_os("NEWSCLAIM_THOROUGH").is_some();
    let mut failures = Vec::new();
    let mut tried = 0;
    let alone: Vec<_> = fixtures
        .iter()
        .map(|(name, text)| read(&extractor, name, text))
        .collect();
    for (number, (phrase, place)) in phrases().iter().enumerate() {
        for (offset, (name, text)) in fixtures.iter().enumerate() {
            // Every second phrase beside one article, unless all are asked for.
            let turn = number / fixtures.len();
            if !thorough && (number % fixtures.len() != offset || turn % 2 != 0) {
                continue;
            }
            let found = &alone[offset];
            let expected = said(found, text);
            // Paragraphs that furniture has not cut, and without a dateline, behind which nothing else can begin.
            let ended =
                |span: newsclaim::Span| text[..span.end].ends_with(['.', '"', '”', '?', ')']);
            let whole = |index: &usize| {
                let (before, block) = (&found.blocks[..*index], &found.blocks[*index]);
                let dated = before
                    .last()
                    .is_some_and(|before| before.kind == BlockKind::Dateline);
                let mut above = before.iter().rev();
                let above = above.find(|block| block.kind == BlockKind::Paragraph);
                let resumes = above.is_some_and(|block| !ended(block.span));
                block.kind == BlockKind::Paragraph && !dated && !resumes && ended(block.span)
            };
            let paragraphs: Vec<_> = (0..found.blocks.len())
                .filter(whole)
                .map(|index| found.blocks[index].span)
                .collect();
            let span = paragraphs[(number / fixtures.len()) % paragraphs.len()];
            let (before, rest) = text.split_at(span.start);
            let (paragraph, behind) = rest.split_at(span.end - span.start);
            let closed = format!("{phrase}{CLOSING}");
            let closes = !matches!(place.as_str(), "line" | "label" | "button");
            // One of the two, unless all are asked for.
            let pieces = match (closes, thorough) {
                (false, _) => vec![phrase],
                (true, true) => vec![phrase, &closed],
                (true, false) => vec![[phrase, &closed][turn / 2 % 2]],
            };
            for piece in pieces {
                let ways = [
                    ("line", format!("{before}{piece}\n\n{paragraph}{behind}")),
                    ("before", format!("{before}{piece} {paragraph}{behind}")),
                    ("behind", format!("{before}{paragraph} {piece}{behind}")),
                    ("top", format!("{piece}\n\n{text}")),
                    ("end", format!("{text}\n\n{piece}\n")),
                ];
                // One of the five, unless all are asked for.
                let asked = |way: usize| thorough || (way + turn) % ways.len() == 0;
                for (_, (way, page)) in ways.iter().enumerate().filter(|(way, _)| asked(*way)) {
                    let (way, page) = (*way, page.as_str());
                    // A heading is one only on its own line, and so is a link.
                    let heading = matches!(place.as_str(), "heading" | "link" | "shelf");
                    if heading && matches!(way, "before" | "behind") {
                        continue;
                    }
                    // "Disclaimer:" takes the paragraph that it begins.
                    if place == "block" && way == "before" {
                        continue;
                    }
                    // "Sitemap Ruiz said": a word and a name that stands nowhere else can be one name.
                    let first = paragraph.split([' ', ',', '\n']).next().unwrap_or("");
                    if way == "before"
                        && !piece.contains([' ', ':'])
                        && text.matches(first).count() == 1
                    {
                        continue;
                    }
                    tried += 1;
                    let now = said(&read(&extractor, name, page), page);
                    if now != expected {
                        let lost: Vec<_> = expected
                            .iter()
                            .filter(|line| !now.contains(line))
                            .take(2)
                            .collect();
                        let more: Vec<_> = now
                            .iter()
                            .filter(|line| !expected.contains(line))
                            .take(2)
                            .collect();
                        failures.push(format!("{place} {piece:?} {way} in {name} at {}:\n  lost {lost:?}\n  more {more:?}", span.start));
                    }
                }
            }
        }
    }
    let least = if thorough { 12_000 } else { 300 };
    assert!(tried > least, "{tried}");
    assert!(
        failures.is_empty(),
        "{} of {tried} differ:\n{}",
        failures.len(),
        failures
            .iter()
            .take(40)
            .cloned()
            .collect::<Vec<_>>()
            .join("\n")
    );
}
