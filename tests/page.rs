//! The page: valid whatever stands in the article, complete to the byte, the same every time.

use crate::checks;

use std::collections::HashSet;

use newsclaim::{Article, Date, Extraction, Extractor, OffsetUnit, Span};
use proptest::prelude::*;

/// A made-up article with a bit of everything.
const ARTICLE: &str = "\
Subscribe to our newsletter\r\n\r\n\
Two Die as Ferry Sinks Off Norland Coast\r\n\r\n\
PORT HALE, Norland (AP) — At least two people were killed and several are missing after a ferry sank on Monday, \
the coast guard said.\r\n\r\n\
\u{201c}We did all we could,\u{201d} said Captain Ana Ruiz, and \u{201c}nobody slept.\u{201d} She denied that the boat had been \
overloaded.\r\n\r\n\
The opposition accused the ministry of ignoring warnings. The claim could not be independently verified. The army \
has not released any figures on its losses. Three patrol boats were destroyed, the ministry said on Tuesday.\r\n";

/// Everything that a browser could take for its own, in the places where names, contents, numbers and days stand.
const HOSTILE: &str = "\
<script>alert(1)</script> Says </style><b>Nothing</b>\n\n\
\"><img src=x onerror=alert(2)> said on Monday that 12 <i>soldiers</i> were killed & 3 &lt;wounded&gt;.\n\n\
\u{201c}</mark></a></p><script>alert(3)</script>\u{201d} said Ana \u{202e}Ruiz\u{2066} O'Hara \"Bo\" <Holm>. Tom Holm \
denied the \u{0}\u{1b}[2J\u{7f}claim\u{2069} on javascript:alert(4) Tuesday.\n\n\
<!-- --> {{ 7 * 7 }} {% raw %} ]]> said: &#0;&#x202e;<textarea><title><plaintext>.";

fn extract(text: &str) -> Extraction<'_> {
    let day = Date::new(2019, 5, 14).expect("a day");
    Extractor::default().extract(Article::new(text).published(day))
}

fn page(text: &str) -> String {
    newsclaim::render::html(&[(text, &extract(text))])
}

/// A start tag, an end tag, or text, as written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Token<'a> {
    Start(&'a str, &'a str),
    End(&'a str),
    Text(&'a str),
}

/// Elements that have no end tag.
const VOID: [&str; 3] = ["meta", "input", "br"];

/// Cuts a page into tags and text; what stands in `style` and `script` is left out. Quoted values of attributes may not
/// hold quotation marks, and text may not hold `<`: the page escapes both.
fn tokens(page: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = page.strip_prefix("<!DOCTYPE html>").expect("a doctype");
    while let Some(start) = rest.find('<') {
        if start > 0 {
            tokens.push(Token::Text(&rest[..start]));
        }
        let tag = &rest[start + 1..];
        let mut quoted = false;
        let end = tag.find(|c| {
            quoted ^= c == '"';
            assert!(c != '<', "a tag in a tag: {}", &tag[..tag.len().min(200)]);
            c == '>' && !quoted
        });
        let end = end.expect("every tag ends");
        rest = &tag[end + 1..];
        match tag[..end].strip_prefix('/') {
            Some(name) => tokens.push(Token::End(name)),
            None => {
                let (name, attributes) = tag[..end].split_once(' ').unwrap_or((&tag[..end], ""));
                tokens.push(Token::Start(name, attributes));
                if matches!(name, "style" | "script") {
                    let end = rest.find("</").expect("it ends");
                    rest = &rest[end..];
                }
            }
        }
    }
    assert_eq!(rest.trim(), "", "nothing stands behind the last tag");
    tokens
}

fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let value = attributes.split_once(&format!("{name}=\""))?.1;
    value.split('"').next()
}

fn unescaped(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        let (entity, behind) = rest[at + 1..].split_once(';').expect("an escape ends");
        let code = entity.strip_prefix('#').expect("escapes are numbers");
        let code = code.parse().expect("a decimal number");
        plain.push(char::from_u32(code).expect("a character"));
        rest = behind;
    }
    plain + rest
}

/// Checks that the elements of a page nest; gives its anchors and its links.
fn nested(page: &str) -> (HashSet<&str>, Vec<&str>) {
    let mut open: Vec<&str> = Vec::new();
    let mut ids = HashSet::new();
    let mut links = Vec::new();
    for token in tokens(page) {
        match token {
            Token::Text(_) => {}
            Token::Start(name, attributes) => {
                if let Some(id) = attribute(attributes, "id") {
                    assert!(ids.insert(id), "{id} stands twice");
                }
                links.extend(attribute(attributes, "href"));
                let link = name == "a" && open.contains(&"a");
                assert!(!link, "a link in a link: {attributes}");
                let block = matches!(name, "p" | "div" | "ul" | "li" | "section");
                assert!(!block || !open.contains(&"p"), "<{name}> in a paragraph");
                if !VOID.contains(&name) {
                    open.push(name);
                }
            }
            Token::End(name) => assert_eq!(open.pop(), Some(name), "elements nest"),
        }
    }
    assert!(open.is_empty(), "{open:?} stay open");
    (ids, links)
}

/// Checks that the elements of a page nest, and that every link leads to a place on it.
fn check(page: &str) {
    let (ids, links) = nested(page);
    for link in links {
        let anchor = link.strip_prefix('#');
        let anchor = anchor.unwrap_or_else(|| panic!("{link} leads away"));
        assert!(ids.contains(anchor), "{link} leads nowhere");
    }
}

/// The passages as they read back: where each says that it stands, and its text without the names of claims.
fn passages(page: &str) -> Vec<(Span, String)> {
    let mut passages: Vec<(Span, String)> = Vec::new();
    let (mut inside, mut skipped) = (false, false);
    for token in tokens(page) {
        match token {
            Token::Start("p", attributes) => {
                if let Some(span) = attribute(attributes, "data-span") {
                    let (start, end) = span.split_once("..").expect("a span");
                    let number = |text: &str| text.parse().expect("an offset");
                    passages.push((Span::new(number(start), number(end)), String::new()));
                    inside = true;
                }
            }
            Token::End("p") => inside = false,
            Token::Start(name, attributes) if inside => {
                let class = attribute(attributes, "class").expect("marks have a class");
                skipped = name == "a" && class.split(' ').next() == Some("name");
                if let Some(code) = attribute(attributes, "data-code") {
                    let code = u32::from_str_radix(&code[2..], 16).expect("a code");
                    let text = &mut passages.last_mut().expect("a passage").1;
                    text.push(char::from_u32(code).expect("a character"));
                    skipped = true;
                }
            }
            Token::End("a" | "bdi") if skipped => skipped = false,
            Token::Text(text) if inside && !skipped => {
                let passage = passages.last_mut().expect("a passage");
                passage.1.push_str(&unescaped(text));
            }
            _ => {}
        }
    }
    passages
}

/// Every passage is the article's text to the byte, and what is in none is white space.
fn check_text(text: &str, page: &str) {
    let mut shown_to = 0;
    for (span, passage) in passages(page) {
        assert_eq!(passage, span.of(text), "at {span}");
        assert_eq!(Span::new(shown_to, span.start).of(text).trim(), "");
        assert!(shown_to <= span.start, "passages do not overlap");
        shown_to = span.end;
    }
    assert_eq!(text[shown_to..].trim(), "", "the end is shown");
}

#[test]
fn every_fixture_makes_a_sound_page() {
    for article in checks::fixtures() {
        let extraction = article.extract();
        let page = newsclaim::render::html(&[(&article.text, &extraction)]);
        check(&page);
        check_text(&article.text, &page);
        for (index, claim) in extraction.claims.iter().enumerate() {
            let (card, place) = (
                format!("id=\"a1-{}\"", claim.id),
                format!("href=\"#a1-{}-at\"", claim.id),
            );
            assert!(
                page.contains(&card),
                "claim {index} of {} has a card",
                article.name
            );
            assert!(page.contains(&place), "which leads to the text");
        }
    }
}

#[test]
fn a_page_holds_several_articles() {
    let fixtures = checks::fixtures();
    let found: Vec<_> = fixtures.iter().map(checks::TestArticle::extract).collect();
    let texts = fixtures.iter().map(|article| article.text.as_str());
    let articles: Vec<_> = texts.zip(&found).collect();
    let page = newsclaim::render::html(&articles);
    check(&page);
    assert!(page.contains(&format!("<title>{} articles</title>", articles.len())));
    assert_eq!(
        page,
        newsclaim::render::html(&articles),
        "it is the same every time"
    );
    check(&newsclaim::render::html(&[]));
}

#[test]
fn what_was_found_is_marked() {
    let page = page(ARTICLE);
    check(&page);
    check_text(ARTICLE, &page);
    for marked in [
        ">the coast guard</mark>",
        ">denied</mark>",
        ">At least two</a>",
        ">Monday</a>",
        "class=\"m content k-accusation s1 first last\"",
        "class=\"m withheld ",
        "class=\"m loss ",
        "class=\"m doubt ",
        "class=\"m dateline first last\"",
        ">Subscribe to our newsletter</p>",
    ] {
        assert!(page.contains(marked), "{marked} in {page}");
    }
    let details = page
        .find("<details class=\"furniture\">")
        .expect("furniture is folded");
    let furniture = page.find("Subscribe to our").expect("it is there");
    assert!(page[details..furniture].find("</details>").is_none());
}

#[test]
fn the_digest_tells_who_denies_and_what_is_not_told() {
    let page = page(ARTICLE);
    let digest = &page[page.find("class=\"digest\"").expect("a digest")
        ..page.find("class=\"text\"").expect("text")];
    for told in [
        "How many, according to whom",
        ">2 or more</a> <b>killed</b> people",
        "<span class=\"claimant\">the coast guard</span>",
        "<b>The opposition</b> <span aria-label=\"to\">→</span> <b>the ministry</b>",
        "<b class=\"kind\">denial</b>",
        "<b class=\"kind\">unverified</b>",
        "<b>The army</b></p>\n<p class=\"what\">not told: its losses ",
    ] {
        assert!(digest.contains(told), "{told} in {digest}");
    }
}

#[test]
fn a_hostile_article_is_inert() {
    for text in [HOSTILE, &HOSTILE.replace('\n', "\r"), &HOSTILE.repeat(3)] {
        let page = newsclaim::render::html(&[(
            text,
            &Extractor::default().extract(Article::new(text).id(HOSTILE)),
        )]);
        check(&page);
        check_text(text, &page);
        let elements: HashSet<&str> = tokens(&page)
            .into_iter()
            .filter_map(|token| match token {
                Token::Start(name, _) => Some(name),
                _ => None,
            })
            .collect();
        for foreign in ["img", "textarea", "plaintext"] {
            assert!(!elements.contains(foreign), "<{foreign}>");
        }
        assert_eq!(page.matches("<script").count(), 1, "the page's own");
        assert!(!page.contains("javascript:alert(4)\""));
    }
}

/// What turns the direction of writing or rings a bell stands alone in a box of its own, or as its code.
#[test]
fn characters_that_nobody_sees_are_shown() {
    let page = page(HOSTILE);
    for hidden in ['\u{202e}', '\u{2066}', '\u{2069}', '\u{1b}', '\u{7f}'] {
        let code = format!("U+{:04X}", u32::from(hidden));
        let boxed =
            format!("<bdi class=\"control\" data-code=\"{code}\" title=\"{code}\">{hidden}</bdi>");
        assert!(page.contains(&boxed), "{code}");
        assert_eq!(
            page.matches(hidden).count(),
            page.matches(&boxed).count(),
            "{code} stands nowhere else"
        );
    }
    assert!(!page.contains('\0'));
}

#[test]
fn offsets_of_other_languages_make_the_same_page() {
    let found = extract(ARTICLE);
    let turned = found.clone().in_units(ARTICLE, OffsetUnit::Utf16);
    assert_eq!(
        newsclaim::render::html(&[(ARTICLE, &turned)]),
        page(ARTICLE)
    );
}

/// An extraction that belongs to another text, or was tampered with, makes a poor page and no panic.
#[test]
fn what_does_not_fit_the_text_is_left_out() {
    let found = extract(ARTICLE);
    for text in ["", "é", "Somebody else’s é text, – said nobody."] {
        nested(&newsclaim::render::html(&[(text, &found)]));
    }
}

/// Pieces of markup and of news in any order.
fn pieces() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "<",
        ">",
        "&",
        "\"",
        "'",
        "\r\n",
        "\n\n",
        "\r",
        " ",
        "\u{202e}",
        "\u{2069}",
        "\0",
        "é",
        "\u{201c}",
        "\u{201d}",
        "Ana Ruiz said ",
        "the army denied that ",
        "12 soldiers were killed ",
        "on Monday, ",
        "according to ",
        "He said: ",
        "PORT HALE, Norland (AP) — ",
        "ADVERTISEMENT",
        "could not be verified. ",
        "accused Tom Holm of ",
        "it rained. ",
        "three boats were destroyed ",
        "has not released its losses. ",
        "<script>",
        "</mark>",
        "&#13;",
        "**",
        "- ",
    ]);
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(checks::properties())]

    #[test]
    fn any_string_makes_a_sound_page(text in any::<String>()) {
        let page = page(&text);
        check(&page);
        check_text(&text, &page);
    }

    #[test]
    fn any_pieces_of_news_make_a_sound_page(text in pieces()) {
        let page = page(&text);
        check(&page);
        check_text(&text, &page);
    }
}
