//! The same words in other signs are the same article: blanks that do not break, signs that print nothing, character
//! references, bold type.

use super::{TestArticle, extract, invariants};

/// Signs as some pages print them: `change` puts them into a text, `read` takes them out of words again.
pub(crate) struct Signs {
    pub(crate) name: &'static str,
    pub(crate) change: fn(&str) -> String,
    read: fn(&str) -> String,
}

pub(crate) const ALL: &[Signs] = &[
    Signs {
        name: "blanks that do not break",
        change: |text| text.replace(' ', "\u{A0}"),
        read: |words| words.replace('\u{A0}', " "),
    },
    Signs {
        name: "&nbsp; for blanks",
        change: |text| text.replace(' ', "&nbsp;"),
        read: |words| words.replace("&nbsp;", " ").replace('\u{A0}', " "),
    },
    Signs {
        name: "signs that print nothing inside of words",
        change: hyphenated,
        read: |words| words.replace(INVISIBLE, ""),
    },
    Signs {
        name: "character references",
        change: referred,
        read: |words| {
            let words = words.to_owned();
            let signs = REFERENCES
                .iter()
                .fold(words, |words, (sign, name)| words.replace(name, sign));
            signs.replace("&amp;", "&")
        },
    },
    Signs {
        name: "bold words",
        change: |text| text.replace(" said", " **said**"),
        read: |words| words.replace("**", ""),
    },
];

const INVISIBLE: [char; 3] = ['\u{AD}', '\u{200B}', '\u{2060}'];

const REFERENCES: [(&str, &str); 7] = [
    ("\"", "&quot;"),
    ("“", "&ldquo;"),
    ("”", "&#8221;"),
    ("’", "&rsquo;"),
    ("'", "&#x27;"),
    ("—", "&mdash;"),
    ("…", "&hellip;"),
];

fn referred(text: &str) -> String {
    REFERENCES
        .iter()
        .fold(text.replace('&', "&amp;"), |text, (sign, name)| {
            text.replace(sign, name)
        })
}

fn hyphenated(text: &str) -> String {
    let mut changed = String::new();
    let mut letters = 0;
    for c in text.chars() {
        if c.is_ascii_lowercase() && letters > 0 && letters % 3 == 0 {
            changed.push(INVISIBLE[letters / 3 % INVISIBLE.len()]);
        }
        letters = if c.is_ascii_alphabetic() {
            letters + 1
        } else {
            0
        };
        changed.push(c);
    }
    changed
}

/// What the article says otherwise in these signs, and what breaks.
pub(crate) fn broken(article: &TestArticle, signs: &Signs) -> Vec<String> {
    let text = (signs.change)(&article.text);
    let found = extract(&text, article.published);
    let mut broken = invariants::broken(&text, &found);
    let expected = claims(article, &article.text, signs.read);
    let found = claims(article, &text, signs.read);
    let differ = expected.iter().filter(|claim| !found.contains(claim));
    broken.extend(differ.map(|claim| format!("the claim is lost: {claim}")));
    let differ = found.iter().filter(|claim| !expected.contains(claim));
    broken.extend(differ.map(|claim| format!("a claim too many: {claim}")));
    if broken.is_empty() && found != expected {
        broken.push("claims stand twice, or in another order".to_owned());
    }
    broken
}

/// What the claims of a text are, word by word, with its signs read as they are meant.
fn claims(article: &TestArticle, text: &str, read: fn(&str) -> String) -> Vec<String> {
    let extraction = extract(text, article.published);
    let claims = extraction.claims.iter().map(|claim| {
        let source = claim.source.as_ref();
        let cue = claim.cue.as_ref().map(|cue| read(&cue.text));
        let content = claim.content.iter().map(|piece| read(&piece.text));
        let content: Vec<String> = content.collect();
        let name = source.and_then(|source| source.name.as_deref()).map(read);
        let source = source.map(|source| read(&source.text));
        format!("{source:?} {name:?} {cue:?} {content:?}")
    });
    claims.collect()
}
