//! All that is promised of one article. [`broken`] collects what does not hold, so that nobody mends one thing only to be
//! told of the next.

use std::panic::{self, AssertUnwindSafe};
use std::thread;

use super::{TestArticle, extract, invariants, signs};

type Promise = (&'static str, fn(&TestArticle) -> Vec<String>);

const PROMISES: &[Promise] = &[
    ("", |article| {
        invariants::broken(&article.text, &article.extract())
    }),
    ("without a day of publication: ", |article| {
        invariants::broken(&article.text, &extract(&article.text, None))
    }),
    ("with CRLF line ends: ", crlf),
    ("", every_answer_is_the_same),
    ("its view: ", view),
];

/// Which promises the article breaks; empty when all is well. A panic is a broken promise among others.
pub(crate) fn broken(article: &TestArticle) -> Vec<String> {
    let mut broken = Vec::new();
    for (when, promise) in PROMISES {
        broken.extend(kept(when, || promise(article)));
    }
    for signs in signs::ALL {
        let when = format!("with {}: ", signs.name);
        broken.extend(kept(&when, || signs::broken(article, signs)));
    }
    broken
}

/// What `check` names, or that it panicked.
pub(crate) fn kept(when: &str, check: impl FnOnce() -> Vec<String>) -> Vec<String> {
    let found = panic::catch_unwind(AssertUnwindSafe(check));
    let found = found.unwrap_or_else(|_| vec!["it panics, see above".to_owned()]);
    found
        .into_iter()
        .map(|what| format!("{when}{what}"))
        .collect()
}

/// A copy with other line ends gives the same claims.
pub(crate) fn crlf(article: &TestArticle) -> Vec<String> {
    let text = article.text.replace("\r\n", "\n");
    let copy = text.replace('\n', "\r\n");
    let from_copy = extract(&copy, article.published);
    let mut broken = invariants::broken(&copy, &from_copy);
    let ours = serde_json::to_value(extract(&text, article.published));
    let ours = ours.expect("an extraction is JSON");
    let theirs = invariants::as_from_lf(&text, &from_copy);
    let fields = ours.as_object().expect("an object").iter();
    let different = fields.filter(|(name, ours)| **ours != theirs[name.as_str()]);
    broken.extend(different.map(|(name, ours)| {
        let theirs = &theirs[name.as_str()];
        format!("{name} differ:\n      {ours}\n      {theirs}")
    }));
    broken
}

fn every_answer_is_the_same(article: &TestArticle) -> Vec<String> {
    let first = article.extract();
    let same = thread::scope(|scope| {
        let threads: Vec<_> = (0..4)
            .map(|_| scope.spawn(|| article.extract() == first))
            .collect();
        let mut answers = threads.into_iter().map(|thread| thread.join());
        answers.all(|same| same.unwrap_or(false))
    });
    if same && article.extract() == first {
        return Vec::new();
    }
    vec!["it gives another answer the second time".to_owned()]
}

/// Lines that fit and end cleanly.
fn view(article: &TestArticle) -> Vec<String> {
    let view = article.view();
    let mut broken = Vec::new();
    if !view.ends_with('\n') {
        broken.push("it ends without a line end".to_owned());
    }
    for line in view.lines() {
        if line != line.trim_end() {
            broken.push(format!("a blank at the end of a line: {line:?}"));
        }
        if line.chars().count() > 100 && line.split_whitespace().count() > 2 {
            broken.push(format!("a long line: {line}"));
        }
    }
    broken
}
