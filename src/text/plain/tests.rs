//! What is read of a text with leftovers, and where it stands in the text as given.

use super::Plain;
use crate::span::Span;

#[test]
fn what_is_read() {
    for (given, read) in [
        ("**Police** said so.", "Police said so."),
        (
            "It is _very_ late, __they__ said.",
            "It is very late, they said.",
        ),
        ("5 * 3 is 15, 4*2 is 8*1.", "5 * 3 is 15, 4*2 is 8*1."),
        (
            "The snake_case_name and _blank",
            "The snake_case_name and _blank",
        ),
        ("The s**t hit the f**k.", "The s**t hit the f**k."),
        (
            "The price* rose. *Without tax",
            "The price* rose. *Without tax",
        ),
        ("*One.\n\nTwo.*", "*One.\n\nTwo.*"),
        ("****", "****"),
        ("[The mayor](https://a.org/b_(c)) left.", "The mayor left."),
        ("[The mayor](/b \"His page\") left.", "The mayor left."),
        (
            "[The mayor](sic) left [4] (see below).",
            "[The mayor](sic) left [4] (see below).",
        ),
        ("It fell.[4](#n4) So.", "It fell.[4] So."),
        ("[](/b) left", "[](/b) left"),
        ("![A map](b.png)\nIt fell.", "\u{FFFC}\nIt fell."),
        ("It fell ![A map](b.png) on Monday.", "It fell on Monday."),
        ("They won![4] So.", "They won![4] So."),
        ("# Vote #\n#tag\nC# code", "Vote\n#tag\nC# code"),
        ("> > They lost.\n> 5%", "They lost.\n> 5%"),
        (r"1\. It \- \x", r"1. It - \x"),
        ("See <https://a.org> < 5", "See https://a.org < 5"),
        (
            "Bell &amp; Holm&#8217;s &#x22;&nbsp;&euro;&hellip;",
            "Bell & Holm’s \" €…",
        ),
        (
            "&amp;quot; &amp;amp; &#150; &#0; &#xD800; &nosuch; &amp",
            "\" & – &#0; &#xD800; &nosuch; &amp",
        ),
        (
            "minis\u{AD}try, minis\u{AD}\ntry, a\u{200B}b",
            "ministry, ministry, ab",
        ),
        ("a\u{A0}b\u{2009}c\u{2028}d\re\r\nf", "a b c\nd\ne\r\nf"),
        ("👩\u{200D}🚒 said", "👩\u{200D}🚒 said"),
    ] {
        assert_eq!(Plain::of(given).text(), read, "{given:?}");
    }
}

#[test]
fn spans_lead_back() {
    let given = "**[Police](/a)** said:&nbsp;&quot;No.&quot; Bell";
    let plain = Plain::of(given);
    for (read, part, whole) in [
        ("Police", "Police", "**[Police](/a)**"),
        ("Police said", "Police](/a)** said", "**[Police](/a)** said"),
        ("\"No.\"", "&quot;No.&quot;", "&quot;No.&quot;"),
        ("Bell", "Bell", "Bell"),
    ] {
        let start = plain.text().find(read).expect("it is read");
        let span = Span::new(start, start + read.len());
        assert_eq!(plain.given(span).of(given), part);
        assert_eq!(plain.given_with_marks(span).of(given), whole);
    }
}
