//! How many were killed, wounded, missing, captured or displaced, of whom, on whose side, says who.
//!
//! Every sentence with an outcome word becomes a [`scene`]: its counted groups and outcome words. The [`frames`] tie
//! them together; sides, scope and sources are read off afterwards.

mod coordination;
mod frames;
mod scene;
mod verbs;

use std::borrow::Cow;

use crate::claims::draft::ClaimDraft;
use crate::extraction::{Casualty, Excerpt, Loss, Scope, TimeExpression, Victims};
use crate::lexicon::Classes;
use crate::mentions::numbers::Number;
use crate::mentions::times::TimeMention;
use crate::text::{Page, TokenRange};

use frames::Finding;
use scene::Scene;

/// All casualty figures of the page, in order.
pub(crate) fn find<'t>(
    page: &Page<'t, '_>,
    numbers: &[Number],
    times: &[TimeMention],
    _dates: &[TimeExpression],
    _claims: &[ClaimDraft<'t, '_>],
) -> Vec<Casualty<'t>> {
    let told: Vec<bool> = page
        .sentences
        .iter()
        .map(|sentence| tells(page, &sentence.tokens))
        .collect();
    let mut casualties = Vec::new();
    for (number, sentence) in page.sentences.iter().enumerate() {
        if !told[number] || boilerplate(page, number) {
            continue;
        }
        let beside = number > 0 && told[number - 1] || told.get(number + 1) == Some(&true);
        let scene = Scene::read(page, sentence.tokens.clone(), numbers, times, beside);
        let findings = frames::find(&scene);
        let first = casualties.len();
        for finding in &findings {
            casualties.push(figure(&scene, number, finding));
        }
        for (offset, finding) in findings.iter().enumerate() {
            let whole = finding
                .part_of
                .and_then(|whole| findings.iter().position(|other| other.group == whole));
            casualties[first + offset].part_of = whole.map(|whole| first + whole);
        }
    }
    casualties
}

/// Whether a sentence holds an outcome word at all.
fn tells(page: &Page<'_, '_>, tokens: &TokenRange) -> bool {
    tokens.clone().any(|token| {
        page.is(token, Classes::OUTCOME)
            || page
                .tokens
                .get(token)
                .is_some_and(|token| token.phrase.is_some())
                && page.phrase_classes(token).any(Classes::OUTCOME)
    })
}

fn boilerplate(page: &Page<'_, '_>, sentence: usize) -> bool {
    use crate::extraction::BlockKind;
    page.sentences
        .get(sentence)
        .and_then(|sentence| page.blocks.get(sentence.sentence.block))
        .is_some_and(|block| block.block.kind == BlockKind::Boilerplate)
}

fn figure<'t>(scene: &Scene<'_, 't, '_>, sentence: usize, finding: &Finding) -> Casualty<'t> {
    let page = scene.page;
    let group = &scene.groups[finding.group];
    let tokens =
        group.number.start.min(finding.event.start)..group.tokens.end.max(finding.event.end);
    let victims = group.victims.as_ref().map(|victims| Victims {
        span: page.span(victims),
        text: Cow::Borrowed(page.printed(victims)),
        category: group.category,
        side: group.side.map(|side| Cow::Owned(side.to_owned())),
    });
    Casualty {
        span: page.span(&tokens),
        sentence,
        number: Excerpt::new(page.text, page.span(&group.number)),
        outcome: finding.outcome,
        count: group.count,
        victims,
        claim: None,
        part_of: None,
        asserted: finding.asserted,
        scope: Scope::Unspecified,
        since: None,
        rule: Cow::Borrowed(finding.rule),
    }
}

/// Equipment lost.
pub(crate) fn losses<'t>(
    _page: &Page<'t, '_>,
    _numbers: &[Number],
    _claims: &[ClaimDraft<'t, '_>],
) -> Vec<Loss<'t>> {
    Vec::new()
}
