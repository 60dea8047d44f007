//! Who speaks: the subject of a cue, beside it or shared with a verb before.

use super::cues::{Cue, CueForm};
use super::sources;
use crate::lexicon::entries::speech::Frames;
use crate::lexicon::{Classes, Meaning};
use crate::syntax::phrases;
use crate::syntax::{FAR, Syntax, Tag};
use crate::text::{Flags, TokenRange};

use super::opening::content_clause;
use super::reader::{Reader, Scope};

/// The longest subject of a gerund behind "with" that ends in a pronoun, in tokens.
const SUBJECT: usize = 8;

/// Where the source comes from.
pub(super) struct Subject {
    pub tokens: Option<TokenRange>,
    pub shared: bool,
}

impl Subject {
    fn own(tokens: TokenRange) -> Self {
        Self {
            tokens: Some(tokens),
            shared: false,
        }
    }

    fn shared(tokens: TokenRange) -> Self {
        Self {
            tokens: Some(tokens),
            shared: true,
        }
    }
}

/// The subject of the cue: directly before it, or shared with a verb before.
pub(super) fn subject<'l>(
    reader: &Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
) -> Option<Subject> {
    if let Some(tokens) = fronted(reader.syntax, scope, cue) {
        return Some(Subject::shared(tokens));
    }
    let before = cue.tokens.start.checked_sub(1);
    let before = before.filter(|&token| token >= scope.range.start)?;
    match cue.form {
        CueForm::Finite | CueForm::Participle => of_finite(reader, scope, cue, before),
        CueForm::Gerund => of_gerund(reader, scope, cue, before),
        CueForm::Infinitive => of_infinitive(reader.syntax, scope, cue, before)
            .map(Subject::own)
            .or_else(|| reader.shared_subject(scope, cue).map(Subject::shared)),
        CueForm::Passive | CueForm::Preposition => None,
    }
}

fn of_finite<'l>(
    reader: &Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
    before: usize,
) -> Option<Subject> {
    let syntax = reader.syntax;
    let start = cue.tokens.start;
    let comma = syntax.tag(before) == Tag::Comma;
    if let Some(relative) = relative_before(reader, scope, start) {
        // "Ana Ruiz, who called it a joke, said": the main verb of her who spoke in the clause before.
        let verb = scope.floor == start
            || comma && scope.floor + 1 >= start
            // "Ana Ruiz, who backed the plan, last week said"
            || closes_insertion(syntax, start, scope.range.start);
        if verb {
            return Some(Subject::own(relative));
        }
    }
    if matches!(syntax.tag(before), Tag::Conjunction | Tag::But)
        || comma && scope.last.is_some() && scope.floor >= before
    {
        return reader.shared_subject(scope, cue).map(Subject::shared);
    }
    (cue.form == CueForm::Finite)
        .then(|| sources::before(syntax, start, scope.floor))?
        .map(Subject::own)
}

fn of_gerund<'l>(
    reader: &Reader<'_, '_, 'l>,
    scope: &Scope,
    cue: &Cue<'l>,
    before: usize,
) -> Option<Subject> {
    let syntax = reader.syntax;
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
        Tag::Preposition if syntax.page.is(before, Classes::GOVERNED) => return None,
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
    reader.shared_subject(scope, cue).map(Subject::shared)
}

/// "prompted some analysts to suggest", "allowed him to say": the object of the verb before speaks.
fn of_infinitive(
    syntax: &Syntax<'_, '_, '_>,
    scope: &Scope,
    cue: &Cue<'_>,
    before: usize,
) -> Option<TokenRange> {
    let tag = syntax.tag(before);
    if tag == Tag::Object {
        return Some(before..before + 1);
    }
    let person = tag == Tag::Name || tag.is_nominal() && syntax.page.is(before, Classes::ROLE);
    let object = phrases::ending_at(syntax, cue.tokens.start, scope.floor).filter(|_| person)?;
    let governed = object.start > scope.range.start
        && matches!(
            syntax.tag(object.start - 1),
            Tag::Past | Tag::Finite | Tag::Participle | Tag::Base | Tag::Gerund
        );
    governed.then_some(object)
}

/// "Promising that rents would fall, Ana Ruiz left", "Since announcing the plan, she has left": a gerund that opens the
/// sentence has the subject of the main clause behind it.
fn fronted(syntax: &Syntax<'_, '_, '_>, scope: &Scope, cue: &Cue<'_>) -> Option<TokenRange> {
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

/// Whether only a time or an adverb stands between a comma and the verb.
fn closes_insertion(syntax: &Syntax<'_, '_, '_>, verb: usize, start: usize) -> bool {
    let mut end = verb;
    while end > start && (syntax.is_time(end - 1) || syntax.tag(end - 1) == Tag::Adverb) {
        end -= 1;
    }
    end > start && syntax.tag(end - 1) == Tag::Comma
}

/// "She met the nurse, who opened the door and said": the verbs of a relative clause share its pronoun.
pub(super) fn relative_shared(
    syntax: &Syntax<'_, '_, '_>,
    scope: &Scope,
    cue: &Cue<'_>,
) -> Option<TokenRange> {
    let conjunction = cue.tokens.start.checked_sub(1)?;
    if cue.form != CueForm::Finite || syntax.tag(conjunction) != Tag::Conjunction {
        return None;
    }
    let relative = (scope.floor.max(conjunction.saturating_sub(FAR))..conjunction)
        .rev()
        .take_while(|&token| syntax.tag(token) != Tag::Comma)
        .find(|&token| syntax.tag(token) == Tag::Relative)?;
    let subject = syntax.tag(relative + 1).is_finite() || syntax.tag(relative + 1) == Tag::Adverb;
    (subject && syntax.has_finite(relative + 1..conjunction)).then_some(relative..relative + 1)
}

/// The subject of the main clause behind a claim in an opening clause.
pub(super) fn main_clause(
    syntax: &Syntax<'_, '_, '_>,
    scope: &Scope,
    cue: usize,
) -> Option<TokenRange> {
    let comma = scope.floor;
    if syntax.tag(comma) != Tag::Comma || !content_clause(syntax, comma + 1, cue) {
        return None;
    }
    sources::first_subject(syntax, comma + 1, cue)
}

/// The subject of a main clause that goes on behind a relative clause with a claim in it.
fn relative_before(reader: &Reader<'_, '_, '_>, scope: &Scope, cue: usize) -> Option<TokenRange> {
    let syntax = reader.syntax;
    let last = reader.claims.get(scope.last?)?;
    let relative = last.source.as_ref()?.tokens.start;
    if !matches!(syntax.tag(relative), Tag::Relative | Tag::That) {
        return None;
    }
    // "Officials in the north, a region that rejects the plan, said"
    let whole =
        sources::before(syntax, cue, scope.range.start).filter(|subject| subject.start < relative);
    if let Some(subject) = whole {
        return Some(subject);
    }
    let mut end = relative;
    while end > scope.range.start && syntax.tag(end - 1) == Tag::Comma {
        end -= 1;
    }
    phrases::ending_at(syntax, end, scope.range.start)
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

/// Whether the source can have its say: a person, a body, a document, and no wolf or flood. Asked only of verbs that often
/// mean a deed: "The flood claimed nine lives", "Wolves attacked the flock", but "Critics attacked the plan".
pub(super) fn can_speak(syntax: &Syntax<'_, '_, '_>, source: &TokenRange) -> bool {
    let head = head_of(syntax, source);
    let named = |token| {
        matches!(
            syntax.tag(token),
            Tag::Name | Tag::Pronoun | Tag::Quantifier | Tag::Relative
        )
    };
    if syntax.tag(head) != Tag::Noun || source.clone().any(named) {
        return true;
    }
    let printed = syntax.page.word(head);
    let person = [
        "er", "or", "ist", "man", "men", "ian", "ent", "ant", "people", "eer", "ee",
    ];
    let singular = printed.strip_suffix('s').unwrap_or(printed);
    is_named(syntax, head) || person.iter().any(|ending| singular.ends_with(ending))
}

/// The head of a source: the last word of its first phrase.
pub(super) fn head_of(syntax: &Syntax<'_, '_, '_>, source: &TokenRange) -> usize {
    source
        .clone()
        .take_while(|&token| token == source.start || syntax.tag(token).opens_phrase())
        .last()
        .unwrap_or(source.start)
}

pub(super) fn is_named(syntax: &Syntax<'_, '_, '_>, head: usize) -> bool {
    let classes = Classes::ROLE
        .with(Classes::ORGANIZATION)
        .with(Classes::DOCUMENT)
        .with(Classes::MEDIA)
        .with(Classes::DEMONYM)
        .with(Classes::TITLE)
        .with(Classes::CUE_NOUN)
        .with(Classes::QUANTIFIER)
        .with(Classes::NUMBER);
    syntax.page.is(head, classes)
}

/// "The floods threaten to cut the road": a thing threatens without a word.
pub(super) fn is_thing(syntax: &Syntax<'_, '_, '_>, source: &TokenRange) -> bool {
    source.clone().all(|token| {
        !matches!(
            syntax.tag(token),
            Tag::Name | Tag::Pronoun | Tag::Relative | Tag::That
        ) && !syntax.page.is(token, Classes::ROLE)
            && !syntax
                .page
                .is(token, Classes::ORGANIZATION.with(Classes::DOCUMENT))
    })
}

impl<'t, 'l> Reader<'_, 't, 'l> {
    /// The subject that a verb without one of its own shares: that of the claim before, or the sentence's.
    pub(super) fn shared_subject(&self, scope: &Scope, cue: &Cue<'l>) -> Option<TokenRange> {
        if let Some(relative) = relative_shared(self.syntax, scope, cue) {
            return Some(relative);
        }
        let last = scope.last.and_then(|last| self.claims.get(last));
        if let Some(source) = last.and_then(|claim| claim.source.as_ref()) {
            let source = source.tokens.clone();
            // "Although she thanked them, she sounded sad, saying": the main clause has begun behind that claim.
            if let Some(main) = self.main_pronoun(scope, cue) {
                if source.end <= main.start {
                    return Some(main);
                }
            }
            // "When the nurse noted that beds were short, the mayor left, saying": the main clause has its own.
            let aside = source.start > scope.range.start
                && matches!(
                    self.syntax.tag(source.start - 1),
                    Tag::Subordinator | Tag::Question
                );
            return aside
                .then(|| main_clause(self.syntax, scope, cue.tokens.start))
                .flatten()
                .or(Some(source));
        }
        self.main_pronoun(scope, cue)
            .or_else(|| sources::first_subject(self.syntax, scope.range.start, cue.tokens.start))
    }

    /// "When Ana Ruiz was asked, he laughed and said": behind an opening clause the main clause has its own pronoun.
    pub(super) fn main_pronoun(&self, scope: &Scope, cue: &Cue<'l>) -> Option<TokenRange> {
        let syntax = self.syntax;
        let (start, end) = (scope.range.start, cue.tokens.start);
        let opens = (start..end).find(|&token| {
            syntax.tag(token) != Tag::Conjunction && syntax.tag(token) != Tag::But
        })?;
        if !matches!(
            syntax.tag(opens),
            Tag::Subordinator | Tag::Question | Tag::Preposition
        ) {
            return None;
        }
        let pronoun = (opens + 1..end).rev().take(FAR).find(|&token| {
            !syntax.is_quoted(token)
                && syntax.tag(token) == Tag::Pronoun
                && syntax.tag(token.wrapping_sub(1)) == Tag::Comma
                && syntax.page.is(token, Classes::SUBJECT)
                && syntax.tag(token + 1).is_finite()
        })?;
        Some(pronoun..pronoun + 1)
    }
}
