//! Made-up news in any script: who speaks may be written in any letters, what is said in English. Whatever the article, every
//! promise holds of it; furniture beside it takes nothing from it, and another layout changes nothing but the layout.

use crate::checks::{self, TestArticle, promises};
use crate::furniture::said;

use newsclaim::{Date, Extraction};
use proptest::prelude::*;

/// Names of persons and places as the world writes them.
const NAMES: &[&str] = &[
    "Ana Ruiz",
    "Zoë Ångström",
    "İpek Yıldız",
    "Ngô Thị Hà",
    "Иван Орлов",
    "Ελένη Βασιλείου",
    "ليلى حداد",
    "דינה לוי",
    "陳美玲",
    "김하늘",
    "देवी शर्मा",
    "สมชาย ใจดี",
    "Նարե Մելիքյան",
    "Jose\u{301} Pen\u{303}a",
    "O’Hara-Nwosu",
];

const SPEAKERS: &[&str] = &[
    "the mayor",
    "police",
    "a spokesman for the army",
    "the Defense Ministry",
    "two officials",
    "the head of the union",
    "rescue workers",
];

const SAID: &[&str] = &[
    "said",
    "denied",
    "warned",
    "insisted",
    "acknowledged",
    "told reporters",
];

const CONTENT: &[&str] = &[
    "the old bridge would stay shut",
    "at least 12 people had been killed",
    "nobody knew where the money went",
    "31 soldiers were wounded on Monday",
    "the talks in Genève had failed",
    "two of the 40 houses were empty",
    "it rained for three days in May 2018",
];

/// Phrases of a page's frame, each on a line of its own.
const FURNITURE: &[&str] = &[
    "Advertisement",
    "Share this article",
    "Sign up for our newsletter",
    "Read more",
    "Skip to main content",
    "Follow us on Twitter",
];

fn sentence() -> impl Strategy<Value = String> {
    let one_of = |list: &'static [&'static str]| prop::sample::select(list);
    let parts = (
        one_of(NAMES),
        one_of(SPEAKERS),
        one_of(SAID),
        one_of(CONTENT),
        one_of(CONTENT),
    );
    (parts, 0_u8..7).prop_map(|((name, speaker, said, content, other), form)| match form {
        0 => format!("{} {said} that {content}.", checks::capitalised(speaker)),
        1 => format!(
            "“{},” said {name}, {speaker}.",
            checks::capitalised(content)
        ),
        2 => format!("{name} {said} that {content}, and that {other}."),
        3 => format!("According to {speaker}, {content}."),
        4 => format!(
            "{}, {speaker} said. “{}.”",
            checks::capitalised(content),
            checks::capitalised(other)
        ),
        5 => format!("In {name}, {content}, {name} {said}."),
        _ => format!("{}.", checks::capitalised(content)),
    })
}

fn paragraphs() -> impl Strategy<Value = Vec<String>> {
    let paragraph = prop::collection::vec(sentence(), 2..4);
    let paragraph = paragraph.prop_map(|sentences| sentences.join(" "));
    prop::collection::vec(paragraph, 4..8)
}

fn article(text: String) -> TestArticle {
    TestArticle {
        name: "made up".to_owned(),
        text,
        published: Date::new(2019, 5, 14).ok(),
    }
}

fn words_of(article: &TestArticle) -> Vec<String> {
    let found: Extraction<'_> = article.extract();
    said(&found, &article.text)
}

/// Lines no longer than this, broken at blanks.
fn wrapped(paragraph: &str, width: usize) -> String {
    let mut lines = vec![String::new()];
    for word in paragraph.split(' ') {
        let last = lines.last_mut().expect("a line");
        if last.is_empty() {
            last.push_str(word);
        } else if last.chars().count() + 1 + word.chars().count() <= width {
            last.push(' ');
            last.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines.join("\n")
}

proptest! {
    #![proptest_config(checks::properties())]

    #[test]
    fn every_promise_holds_of_news_in_any_script(paragraphs in paragraphs()) {
        let broken = promises::broken(&article(paragraphs.join("\n\n")));
        prop_assert!(broken.is_empty(), "{paragraphs:#?}\n  {}", broken.join("\n  "));
    }

    #[test]
    fn furniture_between_paragraphs_changes_nothing(
        paragraphs in paragraphs(),
        phrase in prop::sample::select(FURNITURE),
        place in any::<prop::sample::Index>(),
    ) {
        let plain = article(paragraphs.join("\n\n"));
        let mut framed = paragraphs.clone();
        framed.insert(place.index(paragraphs.len() + 1), phrase.to_owned());
        let framed = article(framed.join("\n\n"));
        prop_assert_eq!(words_of(&plain), words_of(&framed), "{}", framed.text);
    }

    #[test]
    fn another_layout_changes_nothing_but_the_layout(
        paragraphs in paragraphs(),
        width in 60_usize..100,
        indent in 0_usize..5,
    ) {
        let plain = article(paragraphs.join("\n\n"));
        let hard: Vec<String> = paragraphs.iter().map(|paragraph| wrapped(paragraph, width)).collect();
        let margin = " ".repeat(indent);
        let lines = format!("{margin}{}", hard.join("\n\n").replace('\n', &format!("\n{margin}")));
        for (layout, text) in [
            ("wrapped", hard.join("\n\n")),
            ("wrapped, with a margin", lines),
            ("a line a paragraph", paragraphs.join("\n")),
            ("much air", paragraphs.join(" \n\n\n\n")),
            ("blanks at the ends", format!("\n\n {} \n\n", paragraphs.join("  \n\n"))),
        ] {
            let other = article(text);
            prop_assert_eq!(words_of(&plain), words_of(&other), "{}: {}", layout, other.text);
        }
    }
}
