//! Whether a text is HTML. newsclaim reads text: of markup it makes furniture at best, and claims at worst.

/// What the user is told.
pub(crate) const NOTICE: &str = "this looks like HTML, and newsclaim reads text; take the article out of the page first: \
    trafilatura --json --with-metadata < page.html | newsclaim extract --input jsonl -";

/// So much of a text is looked at.
const HEAD: usize = 64 * 1024;
/// A text with fewer tags is a text with a few tags in it.
const TAGS: usize = 6;
/// Between two tags of a page's article lies a paragraph at most.
const BYTES_A_TAG: usize = 400;

/// The elements that articles on the web are made of.
const ELEMENTS: &[&str] = &[
    "a",
    "article",
    "b",
    "blockquote",
    "body",
    "br",
    "div",
    "em",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "head",
    "header",
    "i",
    "img",
    "li",
    "link",
    "main",
    "meta",
    "nav",
    "ol",
    "p",
    "path",
    "script",
    "section",
    "span",
    "strong",
    "style",
    "svg",
    "table",
    "td",
    "title",
    "tr",
    "ul",
];

/// Whether it begins as a page does, or is dense with tags.
pub(crate) fn is_html(text: &str) -> bool {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let start = text.trim_start().as_bytes();
    let begins = |with: &str| {
        start
            .get(..with.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(with.as_bytes()))
    };
    if begins("<!doctype html") || begins("<html") {
        return true;
    }
    let head = &text.as_bytes()[..text.len().min(HEAD)];
    let tags = head
        .iter()
        .enumerate()
        .filter(|&(at, &byte)| byte == b'<' && is_tag(&head[at + 1..]))
        .count();
    tags >= TAGS && tags * BYTES_A_TAG >= head.len()
}

/// Whether "p>", "/div>", "a href=…" stands behind a "<".
fn is_tag(rest: &[u8]) -> bool {
    let rest = rest.strip_prefix(b"/").unwrap_or(rest);
    let length = rest
        .iter()
        .take(11)
        .take_while(|byte| byte.is_ascii_alphanumeric())
        .count();
    let ends = rest
        .get(length)
        .is_some_and(|byte| matches!(byte, b'>' | b'/') || byte.is_ascii_whitespace());
    let known = |element: &&str| rest[..length].eq_ignore_ascii_case(element.as_bytes());
    ends && ELEMENTS.iter().any(known)
}

#[cfg(test)]
mod tests {
    use super::is_html;

    #[test]
    fn pages_and_fragments_are_html() {
        assert!(is_html(
            "<!DOCTYPE html><html><body>The dam broke.</body></html>"
        ));
        assert!(is_html("\u{feff}\n  <HTML lang=en>"));
        let paragraph = "<p>The dam broke on Monday, the <a href=\"/mayor\">mayor</a> said.</p>\n";
        assert!(is_html(&paragraph.repeat(3)));
        // No page, but a piece of one.
        assert!(is_html(&format!(
            "<div class=\"story\">{}</div>",
            paragraph.repeat(2)
        )));
    }

    #[test]
    fn texts_are_not() {
        assert!(!is_html(""));
        assert!(!is_html("The dam broke on Monday, the mayor said."));
        assert!(!is_html(
            "The level was <5 m at noon and >7 m at night, 3 < 4, a<b>c."
        ));
        assert!(!is_html("<b>The dam broke</b> on Monday, the mayor said."));
        let long = "The dam broke on Monday, the mayor said. ".repeat(200);
        assert!(!is_html(&format!(
            "{long}<p>{long}<p>{long}<br><br><br><br>"
        )));
    }
}
