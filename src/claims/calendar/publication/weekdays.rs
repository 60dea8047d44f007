//! The weekdays that the text names: "said on Monday" speaks for a Monday or a Tuesday and against a Sunday.

use super::body::running_words;
use crate::claims::calendar::tense::{self, Outlook};
use crate::date::Date;
use crate::extraction::BlockKind;
use crate::measures::times::{Day, TimeMention, TimeShape};
use crate::span::Span;
use crate::syntax::Syntax;
use crate::text::TokenRange;

/// How often, in a hundred, a weekday in the past tense lies so many days before publication.
const DAYS_BACK: [f64; 7] = [45.0, 25.0, 12.0, 8.0, 5.0, 3.0, 2.0];
/// The same for a day that would be any.
const CHANCE: f64 = 100.0 / 7.0;
/// The most weekdays to look at.
const MOST: usize = 12;

/// The weekdays of the text in the past tense, and where they stand.
pub(super) struct Weekdays(Vec<(i8, Span)>);

impl Weekdays {
    /// Those inside the body, or of all sentences where there is none: a menu's "Sunday Magazine" is no day.
    pub(super) fn of(
        syntax: &Syntax<'_, '_, '_>,
        times: &[TimeMention],
        body: &TokenRange,
    ) -> Self {
        let inside = |time: &&TimeMention| body.is_empty() || body.contains(&time.tokens.start);
        let times = times.iter().filter(inside);
        Self(
            times
                .filter_map(|time| past(syntax, time))
                .take(MOST)
                .collect(),
        )
    }

    /// How strongly they speak for a day; negative where they speak against it. The first one stands in the lead, which is
    /// about the day itself: it counts twice.
    pub(super) fn support(&self, day: Date) -> f64 {
        let each = self.0.iter().enumerate().map(|(number, (weekday, _))| {
            let likelihood = DAYS_BACK
                .get(back(day, *weekday))
                .copied()
                .unwrap_or(CHANCE);
            (likelihood / CHANCE).ln() * if number == 0 { 2.0 } else { 1.0 }
        });
        each.sum()
    }

    /// The first one that is the day or the day before.
    pub(super) fn evidence(&self, day: Date) -> Option<Span> {
        let near = |(weekday, _): &&(i8, Span)| back(day, *weekday) <= 1;
        self.0.iter().find(near).map(|(_, span)| *span)
    }
}

fn back(day: Date, weekday: i8) -> usize {
    usize::from((day.weekday() - weekday).rem_euclid(7).unsigned_abs())
}

/// A weekday in the past tense, in a sentence of running text.
fn past(syntax: &Syntax<'_, '_, '_>, time: &TimeMention) -> Option<(i8, Span)> {
    let page = syntax.page;
    let sentence = page.sentences.get(time.sentence)?;
    let block = page.blocks.get(sentence.sentence.block)?;
    let TimeShape::Day {
        day: Day::Weekday {
            weekday,
            shift: None,
        },
        ..
    } = time.shape
    else {
        return None;
    };
    let future = tense::outlook(syntax, &sentence.tokens, &time.tokens) == Some(Outlook::Future);
    let text = block.block.kind != BlockKind::Boilerplate
        && running_words(page, &sentence.tokens).is_some();
    (text && !future).then(|| (weekday, page.span(&time.tokens)))
}
