//! Any text, with and without a day of publication: whatever is promised of an extraction holds.

#![no_main]

use libfuzzer_sys::fuzz_target;
use newsclaim::{Article, Date, Extractor};

#[path = "../../tests/checks/invariants.rs"]
#[allow(dead_code, reason = "the tests use all of it")]
mod invariants;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let extractor = Extractor::default();
    let article = Article::new(&*text);
    // The length decides, so that the seeds can be articles as they are.
    let found = extractor.extract(match Date::new(2019, 5, 14) {
        Ok(day) if text.len() % 2 == 0 => article.published(day),
        _ => article,
    });
    invariants::assert_all("fuzzed", &text, &found);
    let view = newsclaim::render::text(&text, &found);
    assert!(text.trim().is_empty() || !view.is_empty(), "nothing is shown");
    for missed in extractor.explain(&text) {
        assert_eq!(text.get(missed.seen.span.range()), Some(&*missed.seen.text));
    }
});
