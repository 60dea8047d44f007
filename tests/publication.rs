//! The inferred day of publication, page by page, from `cases/publication.txt`.

use newsclaim::{Date, PublishedFrom};

const CASES: &str = include_str!("cases/publication.txt");

struct Page {
    line: usize,
    expected: Option<Date>,
    evidence: Option<Vec<String>>,
    text: String,
}

fn pages() -> Vec<Page> {
    let mut pages: Vec<Page> = Vec::new();
    for (number, line) in CASES.lines().enumerate() {
        if line.starts_with('#') || line.is_empty() {
            continue;
        }
        if let Some(answer) = line.strip_prefix("= ") {
            let (day, evidence) = match answer.split_once('|') {
                Some((day, evidence)) => (day, Some(evidence)),
                None => (answer, None),
            };
            let pieces = |pieces: &str| {
                pieces
                    .split(';')
                    .map(|piece| piece.trim().to_owned())
                    .collect()
            };
            pages.push(Page {
                line: number + 1,
                expected: (day.trim() != "null").then(|| day.trim().parse().expect("a day")),
                evidence: evidence.map(pieces),
                text: String::new(),
            });
            continue;
        }
        let page = pages.last_mut().expect("an answer before its page");
        if line != "." {
            page.text.push_str(line);
        }
        page.text.push('\n');
    }
    pages
}

#[test]
fn every_page_gives_its_day() {
    let pages = pages();
    assert!(pages.len() >= 12);
    let mut wrong = Vec::new();
    for page in &pages {
        let found = newsclaim::extract(page.text.as_str());
        if found.published != page.expected {
            wrong.push(format!(
                "publication.txt:{}: expected {:?}, found {:?}",
                page.line, page.expected, found.published
            ));
        }
        let from = found.published.map(|_| PublishedFrom::Inferred);
        assert_eq!(found.published_from, from, "publication.txt:{}", page.line);
        assert_eq!(
            found.published_evidence.is_empty(),
            found.published.is_none(),
            "publication.txt:{}",
            page.line
        );
        if let Some(expected) = &page.evidence {
            let pieces: Vec<&str> = found
                .published_evidence
                .iter()
                .map(|piece| &*piece.text)
                .collect();
            // A link's evidence is the day in it.
            let fits = pieces.len() == expected.len()
                && pieces
                    .iter()
                    .all(|piece| expected.iter().any(|wanted| wanted.ends_with(piece)));
            assert!(fits, "publication.txt:{}: evidence {pieces:?}", page.line);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_day_that_is_given_needs_no_evidence() {
    let day = Date::new(2016, 4, 7).expect("a day");
    let text = "Talks were held on Monday.\n\nhttps://beacon.example/2020/10/12/x";
    let found = newsclaim::extract(newsclaim::Article::new(text).published(day));
    assert_eq!(found.published, Some(day));
    assert_eq!(found.published_from, Some(PublishedFrom::Given));
    assert!(found.published_evidence.is_empty());
    assert_eq!(found.dates[0].value.as_deref(), Some("2016-04-04"));
}

#[test]
fn the_link_of_another_year_loses_in_the_wire_story() {
    let text = include_str!("../fixtures/2020-10-12_russia-urges-halt.txt");
    let found = newsclaim::extract(text);
    assert_eq!(found.published, Date::new(2020, 10, 12).ok());
    let evidence: Vec<&str> = found
        .published_evidence
        .iter()
        .map(|piece| &*piece.text)
        .collect();
    assert_eq!(evidence, ["Monday", "2020/10/12"]);
}
