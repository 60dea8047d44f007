//! What stands below a sentence: its claims, figures, losses, what somebody keeps back, and dates, a line each.

use std::borrow::Cow;

use super::super::counts::numbered;
use super::lines::{Part, Words, beginning, one_line};
use super::names::Names;
use crate::extraction::{
    Casualty, Category, Claim, Distance, Excerpt, Extraction, Form, Loss, Missed, Polarity, Scope,
    Source, Status, TimeExpression, TimeType, Undisclosed, Victims,
};

/// The most letters of a quotation that is no claim.
const SEEN: usize = 60;

/// Between the fields of a line.
const BETWEEN: &str = " · ";

/// Who says it, by which words, and what else is known of it; `what` stands here only if the sentence does not show it.
pub(super) fn claim(
    claim: &Claim<'_>,
    extraction: &Extraction<'_>,
    names: &Names,
    what: bool,
) -> Words {
    let mut fields = Vec::new();
    match claim.polarity {
        Polarity::Said => {}
        Polarity::NotSaid => fields.push(Words::of(Part::Doubt, "not said")),
        polarity => fields.push(Words::of(Part::Doubt, polarity.as_str())),
    }
    fields.push(who(claim));
    match &claim.cue {
        Some(cue) => fields.push(Words::of(Part::Cue, one_line(&cue.text))),
        None => fields.push(Words::of(Part::Plain, "no cue")),
    }
    if what {
        let pieces: Vec<_> = claim
            .content
            .iter()
            .map(|piece| one_line(&piece.text))
            .collect();
        fields.push(labelled(
            "what",
            Words::of(Part::Content, pieces.join(" … ")),
        ));
    }
    if claim.form != Form::Indirect {
        fields.push(Words::of(Part::Plain, claim.form.as_str()));
    }
    if claim.negated {
        fields.push(Words::of(Part::Plain, "negated"));
    }
    let distance = claim.cue.as_ref().map(|cue| cue.distance);
    if let Some(distance) = distance.filter(|distance| *distance != Distance::Neutral) {
        fields.push(Words::of(Part::Plain, distance.as_str()));
    }
    if let Some(target) = &claim.target {
        fields.push(labelled("target", source(target)));
    }
    for relay in &claim.relays {
        fields.push(labelled("relay", source(relay)));
    }
    if claim.status != Status::Asserted {
        let status = format!("{} {}", claim.status, quoted(&claim.status_evidence));
        fields.push(Words::of(Part::Doubt, status));
    }
    if let Some(answered) = claim.responds_to {
        fields.push(labelled(
            "answers",
            Words::of(Part::Mark, names.full(answered)),
        ));
    }
    if let Some(holder) = claim.nested_in {
        fields.push(labelled(
            "inside",
            Words::of(Part::Mark, names.full(holder)),
        ));
    }
    if let Some(day) = extraction.said_of(claim) {
        // The value stands among the dates of its sentence.
        let day = match day.sentence == claim.sentence {
            true => Words::of(Part::Date, one_line(&day.text)),
            false => date(day),
        };
        fields.push(labelled("when", day));
    }
    Words::joined(fields, BETWEEN)
}

/// `the army: the road is open`, and whether it could be checked and what it answers.
pub(super) fn brief(claim: &Claim<'_>, extraction: &Extraction<'_>) -> Words {
    let mut words = Words::of(Part::Source, label(claim));
    if claim.polarity != Polarity::Said {
        let polarity = claim.polarity.as_str().replace('_', " ");
        words.push(Part::Doubt, format!(" ({polarity})"));
    }
    if claim.status != Status::Asserted {
        words.push(Part::Doubt, format!(" ({})", claim.status));
    }
    words.push(Part::Plain, ": ");
    words.push(Part::Content, claim.words());
    if let Some(answered) = extraction.responds_to(claim) {
        words.push(Part::Plain, format!(" ← {} by ", answered.kind));
        words.push(Part::Source, label(answered));
        words.push(Part::Plain, format!(": {}", answered.words()));
    }
    words
}

/// Who speaks, all of those who speak together.
pub(super) fn label(claim: &Claim<'_>) -> String {
    let Some(first) = &claim.source else {
        return "nobody named".to_owned();
    };
    let labels = std::iter::once(first)
        .chain(apart(claim))
        .map(|source| source.label());
    labels.collect::<Vec<_>>().join(" and ")
}

/// The further sources of a claim that do not stand in the words of the first.
fn apart<'a, 't>(claim: &'a Claim<'t>) -> impl Iterator<Item = &'a Source<'t>> {
    let first = claim.source.as_ref().map(|source| source.span);
    let inside = move |other: &Source<'_>| first.is_some_and(|first| first.contains(other.span));
    claim.others.iter().filter(move |other| !inside(other))
}

/// The sources of a claim, those that stand in a joint one once.
fn who(claim: &Claim<'_>) -> Words {
    let Some(first) = &claim.source else {
        return Words::of(Part::Source, "nobody named");
    };
    Words::joined(
        std::iter::once(first).chain(apart(claim)).map(source),
        " and ",
    )
}

/// `the minister → Ana Ruiz (person, minister)`.
pub(super) fn source(source: &Source<'_>) -> Words {
    let text = one_line(&source.text);
    let mut words = Words::of(Part::Source, text.as_str());
    let called = source.name.as_ref().map(|name| one_line(name));
    if let Some(name) = called.as_ref().filter(|name| !same(name, &text)) {
        words.push(Part::Plain, " → ");
        words.push(Part::Source, name.as_str());
    }
    let mut traits = vec![Cow::Borrowed(source.kind.as_str())];
    let role = source.role.as_ref().map(|role| one_line(role));
    traits.extend(role.filter(|role| !same(role, &text)).map(Cow::Owned));
    if source.anonymous {
        traits.push(Cow::Borrowed("anonymous"));
    }
    words.and(Part::Plain, format!(" ({})", traits.join(", ")))
}

/// Whether a name only repeats the words, without an article or a comma behind.
fn same(name: &str, text: &str) -> bool {
    let bare = text.trim_end_matches(',');
    let article = |text: &str| {
        let the = text
            .get(..4)
            .is_some_and(|the| the.eq_ignore_ascii_case("the "));
        if the { 4 } else { 0 }
    };
    name == bare || name == &bare[article(bare)..]
}

/// `at least 31 (31 or more) killed: its soldiers (military, Norway); since Saturday`.
pub(super) fn casualty(casualty: &Casualty<'_>, extraction: &Extraction<'_>) -> Words {
    let mut words = Words::of(Part::Figure, count(casualty));
    words.push(Part::Plain, format!(" {}", casualty.outcome));
    if let Some(victims) = &casualty.victims {
        words.push(Part::Plain, described(victims));
    }
    let mut more = Vec::new();
    if casualty.scope != Scope::Unspecified {
        more.push(casualty.scope.to_string());
    }
    if let Some(since) = extraction.since(casualty) {
        more.push(format!("since {}", one_line(&since.text)));
    }
    if let Some(when) = extraction.when(casualty) {
        more.push(format!("when: {}", one_line(&when.text)));
    }
    if let Some(place) = &casualty.place {
        more.push(format!("where: {}", one_line(&place.text)));
    }
    if let Some(whole) = extraction.part_of(casualty) {
        let whole = whole.number.as_ref().map_or(&whole.text, |n| &n.text);
        more.push(format!("part of \"{}\"", one_line(whole)));
    }
    for more in more {
        words.push(Part::Plain, format!("; {more}"));
    }
    if !casualty.asserted {
        words.push(Part::Plain, "; ");
        words.push(Part::Doubt, "not asserted");
    }
    words
}

/// The number as printed, with its reading; its reading alone where no word gives one.
pub(super) fn count(casualty: &Casualty<'_>) -> String {
    match &casualty.number {
        Some(number) => numbered(&one_line(&number.text), casualty.count),
        None => casualty.count.to_string(),
    }
}

/// `: its soldiers (military, Norway)`.
fn described(victims: &Victims<'_>) -> String {
    let mut line = String::new();
    if let Some(text) = &victims.text {
        line += &format!(": {}", one_line(text));
    }
    let category = match victims.category {
        Category::Unspecified => None,
        category => Some(category.as_str().to_owned()),
    };
    let side = victims.side.as_deref().map(side);
    let traits: Vec<_> = category.into_iter().chain(side).collect();
    if !traits.is_empty() {
        line += &format!(" ({})", traits.join(", "));
    }
    line
}

/// A side as people call it.
pub(super) fn side(side: &str) -> String {
    match side {
        "both" => "both sides".to_owned(),
        side => one_line(side),
    }
}

/// `1: T-72 tank`.
pub(super) fn loss(loss: &Loss<'_>) -> Words {
    let words = Words::of(Part::Figure, loss.count.to_string()).and(Part::Plain, ": ");
    words.and(Part::Plain, one_line(&loss.object.text))
}

/// `its losses, by the army (government)`.
pub(super) fn undisclosed(undisclosed: &Undisclosed<'_>) -> Words {
    let mut words = Words::of(Part::Figure, one_line(&undisclosed.topic.text));
    if let Some(holder) = &undisclosed.holder {
        words.push(Part::Plain, ", by ");
        words.append(source(holder));
    }
    words
}

/// `Monday = 2016-04-04`, with the type where it is not a date; a year that is written as a value once.
pub(super) fn date(date: &TimeExpression<'_>) -> Words {
    let text = one_line(&date.text);
    let value = date.value.as_deref().unwrap_or("not known");
    let mut words = Words::of(Part::Date, text.as_str());
    if value != text {
        words.push(Part::Plain, format!(" = {value}"));
    }
    if date.kind != TimeType::Date {
        words.push(Part::Plain, format!(" ({})", date.kind));
    }
    words
}

/// `attribution.passive, right in 60 %, as in: She was told that the ward was full.`
pub(super) fn rule(name: &str, confidence: Option<f32>) -> Words {
    let mut words = Words::of(Part::Plain, name);
    if let Some(confidence) = confidence {
        words.push(
            Part::Plain,
            format!(", right in {:.0} %", confidence * 100.0),
        );
    }
    let known = crate::rules().find(|rule| rule.name == name);
    if let Some(rule) = known {
        words.push(Part::Plain, format!(", as in: {}", one_line(rule.example)));
    }
    words
}

/// `told; attacked`; where it is explained, `told (nobody speaks); attacked (a deed, no words)`.
pub(super) fn missed(missed: &[&Missed<'_>], explained: bool) -> Words {
    let told = missed.iter().map(|missed| {
        let words = Words::of(Part::Cue, beginning(&missed.seen.text, SEEN));
        match explained {
            true => words.and(Part::Plain, format!(" ({})", missed.reason)),
            false => words,
        }
    });
    Words::joined(told, "; ")
}

/// The words of evidence in quotation marks.
pub(super) fn quoted(evidence: &[Excerpt<'_>]) -> String {
    let quoted = evidence
        .iter()
        .map(|piece| format!("\"{}\"", one_line(&piece.text)));
    quoted.collect::<Vec<_>>().join(", ")
}

fn labelled(label: &str, words: Words) -> Words {
    let mut labelled = Words::of(Part::Plain, format!("{label} "));
    labelled.append(words);
    labelled
}
