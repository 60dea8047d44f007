//! How many were killed, wounded, missing, captured or displaced, of whom, on whose side, says who.
//!
//! Every sentence with an outcome word becomes a [`scene`]: its counted groups and outcome words. The [`frames`] tie
//! them together; sides, scope and sources are read off afterwards.

mod coordination;
mod events;
mod finding;
mod frames;
mod gaps;
mod hedges;
mod losses;
mod places;
mod scene;
mod scope;
mod setting;
mod sides;
mod sources;
mod speakers;
mod verbs;

pub(crate) use frames::rules;
use std::borrow::Cow;
use std::cell::LazyCell;

use crate::claims::draft::ClaimDraft;
use crate::date::Date;
use crate::extraction::{Casualty, Category, Excerpt, Scope, TimeExpression, Victims};
use crate::lexicon::Classes;
use crate::measures::numbers::Number;
use crate::measures::times::TimeMention;
use crate::syntax::Syntax;
use crate::text::TokenRange;

pub(crate) use losses::find as losses;

use finding::{Finding, Rule};
use scene::Scene;
use setting::Bounds;
use sides::Whose;
use sources::Contents;
use speakers::Speakers;

/// All casualty figures of the page, in order.
pub(crate) fn find<'t>(
    syntax: &Syntax<'_, 't, '_>,
    numbers: &[Number],
    times: &[TimeMention],
    dates: &[TimeExpression<'_>],
    published: Option<Date>,
    claims: &[ClaimDraft<'t, '_>],
) -> Vec<Casualty<'t>> {
    let page = syntax.page;
    // Whether a sentence holds an outcome word at all.
    let tells = |number: usize| {
        let sentence = page.sentences.get(number);
        let outcome = |tokens: &TokenRange| page.first(tokens.clone(), Classes::OUTCOME);
        sentence.is_some_and(|sentence| outcome(&sentence.tokens).is_some())
    };
    // In most articles nobody is counted, and nothing is asked of the claims.
    let contents = LazyCell::new(|| Contents::of(claims));
    let speakers = LazyCell::new(|| Speakers::of(claims));
    let bounds = LazyCell::new(|| Bounds::of(claims));
    let latest = LazyCell::new(|| {
        let published = published.map(|day| i32::from(day.year()));
        published.or_else(|| scope::common_year(dates))
    });
    let mut casualties = Vec::new();
    let mut before: Option<(usize, Whose<'t>)> = None;
    for (number, sentence) in page.sentences.iter().enumerate() {
        if !sentence.reported || !tells(number) {
            continue;
        }
        let beside = number > 0 && tells(number - 1) || tells(number + 1);
        for tokens in scene::windows(sentence.tokens.clone()) {
            let Some(scene) = Scene::read(syntax, tokens, numbers, times, &speakers, beside) else {
                continue;
            };
            let findings = frames::find(&scene);
            if findings.is_empty() {
                continue;
            }
            let links: Vec<Option<usize>> = findings
                .iter()
                .map(|finding| claimant(&scene, number, finding, &contents, claims))
                .collect();
            let near = before
                .as_ref()
                .filter(|(sentence, _)| sentence + 2 >= number)
                .map(|(_, whose)| whose);
            let whose = sides::decide(&scene, &findings, &links, claims, near);
            let settings = setting::find(&scene, &findings, times, dates, &bounds);
            let first = casualties.len();
            let told = findings.iter().zip(links).zip(&whose).zip(settings);
            for (((finding, link), whose), setting) in told {
                let part_of = finding
                    .part_of
                    .and_then(|whole| findings.iter().position(|other| other.group == whole))
                    .map(|whole| first + whole);
                let core = scene.groups[finding.group].core.start;
                let when = setting.when;
                let (scope, since) = scope::decide(&scene, finding, times, dates, when, *latest);
                casualties.push(Casualty {
                    claim: link,
                    part_of,
                    asserted: finding.asserted
                        && !contents.is_unsaid(core, claims)
                        && !contents.is_denied(syntax, core, claims),
                    scope,
                    since,
                    when: when.filter(|_| since.is_none()),
                    place: setting.place(&scene),
                    ..figure(&scene, number, finding, whose)
                });
            }
            if let Some(last) = whose.into_iter().last() {
                before = Some((number, last));
            }
        }
    }
    casualties
}

/// The claim that gives a figure; what nobody has said has none.
fn claimant(
    scene: &Scene<'_, '_, '_>,
    sentence: usize,
    finding: &Finding,
    contents: &Contents,
    claims: &[ClaimDraft<'_, '_>],
) -> Option<usize> {
    let syntax = scene.syntax;
    let core = scene.groups[finding.group].core.start;
    if contents.is_unsaid(core, claims) {
        return None;
    }
    contents
        .claim_at(syntax, core, claims)
        .or_else(|| {
            let gerund = finding.rule == Rule::Gerund;
            gerund.then(|| sources::continued(syntax, sentence, finding.event.start, claims))?
        })
        .or_else(|| sources::behind(syntax, sentence, claims))
        .filter(|&claim| sources::is_said(claims, claim))
}

fn figure<'t>(
    scene: &Scene<'_, 't, '_>,
    sentence: usize,
    finding: &Finding,
    whose: &Whose<'t>,
) -> Casualty<'t> {
    let page = scene.page;
    let group = &scene.groups[finding.group];
    let tokens =
        group.number.start.min(finding.event.start)..group.tokens.end.max(finding.event.end);
    let words = whose.victims.as_ref();
    // "lost 30": the noun is left out, but whose they were is known.
    let told = words.is_some() || whose.side.is_some() || whose.category != Category::Unspecified;
    let victims = told.then(|| Victims {
        span: words.map(|words| page.span(words)),
        text: words.map(|words| Cow::Borrowed(page.printed(words))),
        category: whose.category,
        side: whose.side.clone(),
    });
    Casualty {
        span: page.span(&tokens),
        text: Cow::Borrowed(page.printed(&tokens)),
        sentence,
        number: Some(Excerpt::new(page.text, page.span(&group.number))),
        outcome: finding.outcome,
        count: group.count,
        victims,
        claim: None,
        part_of: None,
        asserted: finding.asserted,
        scope: Scope::Unspecified,
        since: None,
        when: None,
        place: None,
        rule: Cow::Borrowed(finding.rule.name()),
    }
}
