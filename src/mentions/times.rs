//! Time expressions, by grammar; `claims/calendar` gives them their values.

use crate::lexicon::Classes;
use crate::text::{Page, TokenRange};

/// A time expression as it is printed.
#[derive(Clone, Debug)]
pub(crate) struct TimeMention {
    pub tokens: TokenRange,
    pub sentence: usize,
}

/// All time expressions of the page's sentences, in order.
pub(crate) fn find(page: &Page<'_, '_>) -> Vec<TimeMention> {
    let weekday = |&token: &usize| page.is(token, Classes::WEEKDAY);
    let mut times = Vec::new();
    for (sentence, found) in page.sentences.iter().enumerate() {
        let tokens = found.tokens.clone().filter(weekday);
        times.extend(tokens.map(|token| TimeMention {
            tokens: token..token + 1,
            sentence,
        }));
    }
    times
}
