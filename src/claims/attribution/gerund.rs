//! Who speaks by a gerund: "saying", "with both sides accusing", "Promising that …, Ana Ruiz left".

use super::cues::{self, Cue, CueForm};
use super::opening::content_clause;
use super::reader::{Reader, Scope};
use super::shared_subject::{Subject, relative_before};
use super::sources;
use crate::lexicon::entries::speech::Frames;
use crate::lexicon::{Classes, Meaning};
use crate::syntax::phrases;
use crate::syntax::{FAR, Syntax, Tag, clauses};
use crate::text::{Flags, TokenRange};

/// The longest subject of a gerund behind "with" that ends in a pronoun, in tokens.
const SUBJECT: usize = 8;

/// The subject of a gerund: its own, or that of the verb before.
pub(super) fn subject<'l>(
    reader: &Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
    before: usize,
) -> Option<Subject> {
    let syntax = reader.syntax;
    if let Some(recorded) = recorded(syntax, scope.floor, cue) {
        return Some(Subject::own(recorded));
    }
    if let Some(writing) = writing(reader, scope, cue) {
        return Some(writing);
    }
    match syntax.tag(before) {
        _ if syntax.is_time(before) => {
            if let Some(own) = before_day(syntax, scope, cue) {
                return Some(Subject::own(own));
            }
        }
        // "a crowd calling for calm": nobody in particular speaks.
        tag if tag.is_nominal() || tag == Tag::Clitic => {
            return absolute(syntax, scope, cue.tokens.start)
                .or_else(|| crowd(syntax, scope, cue))
                .map(Subject::own);
        }
        // "with some saying it goes too far and others complaining that"
        Tag::Quantifier | Tag::Pronoun
            if syntax.page.is(before, Classes::SUBJECT)
                && before > scope.range.start
                && (syntax.reads(before - 1, "with")
                    || matches!(syntax.tag(before - 1), Tag::Comma | Tag::Conjunction)) =>
        {
            return Some(Subject::own(before..before + 1));
        }
        Tag::Preposition if syntax.page.is(before, Classes::GOVERNED) => return None,
        Tag::Comma => {
            if let Some(sender) = sender(syntax, scope, cue) {
                return Some(Subject::own(sender));
            }
        }
        // `Holm sold the mill, with a lawyer for him adding: "The price was fair."`
        Tag::Object => {
            let with = (scope.floor..before)
                .rev()
                .take(SUBJECT)
                .take_while(|&token| syntax.tag(token) != Tag::Comma)
                .find(|&token| syntax.reads(token, "with"));
            // "met with him saying that …" stays with the one who met him.
            let aside = |with: &usize| {
                with + 1 < before && *with > scope.floor && syntax.tag(with - 1) == Tag::Comma
            };
            if let Some(with) = with.filter(aside) {
                return Some(Subject::own(with + 1..cue.tokens.start));
            }
        }
        _ => {}
    }
    if let Some(inner) = of_inner_clause(syntax, scope, cue) {
        return Some(Subject::shared(inner));
    }
    reader.shared_subject(scope, cue).map(Subject::shared)
}

/// "It comes a week after two councillors left, claiming", "The row began when a member walked out, shouting": what comes
/// and begins says nothing, and the subject of the clause behind "after" or "when" does.
fn of_inner_clause(
    syntax: &Syntax<'_, '_, '_>,
    scope: &Scope,
    cue: &Cue<'_>,
) -> Option<TokenRange> {
    let first = scope.range.start;
    let verb = (first..cue.tokens.start).find(|&token| syntax.tag(token).is_finite())?;
    if !matches!(
        syntax.page.word(verb),
        "comes" | "came" | "began" | "started" | "follows" | "erupted"
    ) {
        return None;
    }
    let opener = (verb + 1..cue.tokens.start).find(|&token| {
        syntax.reads(token, "after") || syntax.reads(token, "when") || syntax.reads(token, "as")
    })?;
    let clause = clauses::starting_at(syntax, opener + 1, cue.tokens.start)?;
    Some(clause.subject)
}

/// "The firemen got a call from a neighbour, saying that": the neighbour says it, unless the verb itself reports ("cited a
/// letter from the bank, saying") or sends ("issued a statement from his office, saying").
fn sender(syntax: &Syntax<'_, '_, '_>, scope: &Scope, cue: &Cue<'_>) -> Option<TokenRange> {
    let message = Classes::DOCUMENT.with(Classes::CUE_NOUN);
    let near = scope.floor.max(cue.tokens.start.saturating_sub(FAR));
    let from = (near + 1..cue.tokens.start)
        .find(|&token| syntax.reads(token, "from") && syntax.page.is(token - 1, message))?;
    let message = phrases::ending_at(syntax, from, scope.floor)?;
    let verb = message
        .start
        .checked_sub(1)
        .filter(|&verb| verb >= scope.floor)?;
    let sender = phrases::starting_at(syntax, from + 1, cue.tokens.start, false)?;
    (syntax.tag(verb).is_finite()
        && !syntax.page.is(verb, Classes::CUE_VERB)
        && !syntax.has_finite(sender.end..cue.tokens.start))
    .then_some(sender)
}

/// "Promising that rents would fall, Ana Ruiz left", "Since announcing the plan, she has left": a gerund that opens the
/// sentence has the subject of the main clause behind it.
pub(super) fn fronted(
    syntax: &Syntax<'_, '_, '_>,
    scope: &Scope,
    cue: &Cue<'_>,
) -> Option<TokenRange> {
    if cue.form != CueForm::Gerund {
        return None;
    }
    let first = scope.range.start;
    let opens = cue.tokens.start == first
        || cue.tokens.start == first + 1
            && matches!(
                syntax.tag(first),
                Tag::Preposition | Tag::Subordinator | Tag::But | Tag::Conjunction
            );
    if !opens {
        return None;
    }
    let limit = scope.range.end.min(cue.tokens.end + FAR);
    let comma = (cue.tokens.end..limit).find(|&token| {
        syntax.tag(token) == Tag::Comma && content_clause(syntax, token + 1, limit)
    })?;
    sources::first_subject(syntax, comma + 1, limit)
        .filter(|subject| !matches!(syntax.page.word(subject.start), "there" | "it"))
}

/// `She sent a letter saying, "Sell."`: she says it. `Ruiz held up a sign saying "Go home."`: the sign does.
fn writing(reader: &Reader<'_, '_, '_>, scope: &Scope, cue: &Cue<'_>) -> Option<Subject> {
    let syntax = reader.syntax;
    // `they held signs reading: "Go home."` is a colon's work.
    let mark = usize::from(syntax.tag(cue.tokens.end) == Tag::Comma);
    if !cue.speaks() || !cue.takes(Frames::QUOTE) || syntax.tag(cue.tokens.end + mark) != Tag::Open
    {
        return None;
    }
    let mut end = cue.tokens.start;
    while end > scope.floor && syntax.is_time(end - 1) {
        end -= 1;
    }
    if !syntax.tag(end.checked_sub(1)?).is_nominal() {
        return None;
    }
    let tokens = phrases::ending_at(syntax, end, scope.floor)?;
    let verb = tokens.start.checked_sub(1);
    let head = tokens
        .clone()
        .take_while(|&token| syntax.tag(token) != Tag::Preposition)
        .last()?;
    if !syntax
        .page
        .is(head, Classes::DOCUMENT.with(Classes::CUE_NOUN))
    {
        return None;
    }
    let sent = verb.is_some_and(|verb| {
        syntax.page
            .entries(verb)
            .any(|(entry, _)| matches!(entry.meaning, Meaning::Cue(word) if word.frames.any(Frames::LIGHT)))
    });
    if sent {
        let subject = relative_before(reader, scope, tokens.start)
            .or_else(|| reader.shared_subject(scope, cue));
        return subject.map(|tokens| Subject {
            tokens: Some(tokens),
            shared: true,
        });
    }
    if mark == 0 && !syntax.page.has(cue.tokens.end + 1, Flags::CAPITALISED) {
        return None;
    }
    Some(Subject {
        tokens: Some(tokens),
        shared: false,
    })
}

/// "with both sides accusing", "…, farmers insisting": the noun phrase before a participle of its own.
fn absolute(syntax: &Syntax<'_, '_, '_>, scope: &Scope, cue: usize) -> Option<TokenRange> {
    let mut start = cue;
    while start > scope.floor && cue - start < 18 {
        let part = syntax.tag(start - 1);
        if syntax.reads(start - 1, "with") {
            return Some(start..cue);
        }
        if part.is_finite()
            || matches!(
                part,
                Tag::Comma | Tag::Stop | Tag::Semicolon | Tag::Close | Tag::Relative
            )
        {
            break;
        }
        start -= 1;
    }
    let tokens = phrases::ending_at(syntax, cue, scope.floor)?;
    let before = tokens
        .start
        .checked_sub(1)
        .filter(|&token| token >= scope.floor)?;
    let apart = match syntax.tag(before) {
        Tag::Comma => syntax.has_finite(scope.floor..before),
        // "with one side vowing to return and the other insisting on peace"
        Tag::Conjunction => scope.floor == before,
        _ => false,
    };
    apart.then_some(tokens)
}

/// Who speaks by a gerund behind a day: "with both sides Monday accusing"; none in
/// "marched through the port on Tuesday demanding higher pay", where the subject of the clause does.
fn before_day(syntax: &Syntax<'_, '_, '_>, scope: &Scope, cue: &Cue<'_>) -> Option<TokenRange> {
    let mut end = cue.tokens.start;
    while end > scope.floor && syntax.is_time(end - 1) {
        end -= 1;
    }
    if end > scope.floor && syntax.tag(end - 1) == Tag::Preposition {
        end -= 1;
    }
    if end == scope.floor || !syntax.tag(end - 1).is_nominal() {
        return None;
    }
    absolute(syntax, scope, end)
}

/// "footage of Ana Ruiz saying", "The video shows a soldier shouting": who is seen or heard to speak.
fn recorded(syntax: &Syntax<'_, '_, '_>, floor: usize, cue: &Cue<'_>) -> Option<TokenRange> {
    if cue.form != CueForm::Gerund || !cue.speaks() || cue.word.share < SPEAKS {
        return None;
    }
    let end = cue.tokens.start;
    let phrase = phrases::Reach::Base.ending_at(syntax, end, floor)?;
    let before = phrase.start.checked_sub(1).filter(|&token| token > floor)?;
    let of = syntax.reads(before, "of") && syntax.page.is(before - 1, Classes::DOCUMENT);
    let shows = || {
        syntax.page
            .entries(before)
            .any(|(entry, _)| matches!(entry.meaning, Meaning::Cue(word) if word.frames.any(Frames::FOUND.with(Frames::HEARD))))
    };
    let somebody = phrase.clone().last().is_some_and(|head| {
        syntax.tag(head) == Tag::Name || syntax.page.is(head, Classes::ROLE.with(Classes::VICTIM))
    });
    (somebody && (of || shows())).then_some(phrase)
}

/// "The video shows Holm saying that": whether the object that starts here speaks itself.
pub(super) fn object_speaks(syntax: &Syntax<'_, '_, '_>, object: usize, limit: usize) -> bool {
    let limit = limit.min(object + SUBJECT);
    let gerund = syntax.first(object..limit, Tag::Gerund);
    let cue = gerund.and_then(|gerund| cues::at(syntax, gerund, gerund));
    let floor = object.saturating_sub(2);
    cue.and_then(|cue| recorded(syntax, floor, &cue))
        .is_some_and(|phrase| phrase.start == object)
}

/// From this share on a gerund behind its noun speaks.
const SPEAKS: u8 = 80;

/// "the share of voters saying they agree", "critics calling for a vote": people with a gerund behind them.
fn crowd(syntax: &Syntax<'_, '_, '_>, scope: &Scope, cue: &Cue<'_>) -> Option<TokenRange> {
    let head = cue.tokens.start.checked_sub(1)?;
    let people = syntax.tag(head) == Tag::Noun
        && syntax.page.is(head, Classes::ROLE)
        && syntax.page.word(head).ends_with('s');
    // `a text to supporters saying: "Go."` is what a text says.
    let quoted = matches!(
        syntax.tag(cue.tokens.end),
        Tag::Open | Tag::Comma | Tag::Colon
    );
    if !people || quoted || !cue.speaks() || cue.word.share < SPEAKS {
        return None;
    }
    phrases::ending_at(syntax, cue.tokens.start, scope.floor)
}
