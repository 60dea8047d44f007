//! "The road is open, officials said." The clause before is the content, and with it every cue that it holds.

use super::cues::{self, Cue, CueForm};
use super::sources;
use crate::lexicon::Classes;
use crate::lexicon::entries::speech::Frames;
use crate::syntax::phrases;
use crate::syntax::{Syntax, Tag};
use crate::text::TokenRange;

use super::content_start;
use super::reader::{Reader, Reading, Scope};
use super::rules::Whole;

/// How far from the sentence's end a trailing cue can stand.
const REACH: usize = 30;

/// The fewest words that a headline says of itself before its speaker.
const TITLE: usize = 3;

/// From this share on a verb says something even without a content behind it.
const SURE: u8 = 95;

pub(super) const WHOLE: &[Whole] = &[claim];

/// Reads the sentence whose last words name who said it.
pub(super) fn claim<'l>(reader: &Reader<'_, '_, 'l>, scope: &Scope) -> Option<Reading<'l>> {
    let syntax = reader.syntax;
    let mut end = scope.range.end;
    while end > scope.range.start && syntax.tag(end - 1) == Tag::Stop {
        end -= 1;
    }
    // `The road is open, the mayor said on the channel's "Good Morning."`: a title is no speech.
    if end > scope.range.start && syntax.tag(end - 1) == Tag::Close {
        let titled = |&open: &usize| {
            open > scope.range.start && open < end && content_start::is_title(syntax, open)
        };
        end = syntax.twin(end - 1).filter(titled).unwrap_or(end);
    }
    // Without a comma nothing trails.
    syntax.last(&(scope.range.start..end), Tag::Comma)?;
    let from = end.saturating_sub(REACH).max(scope.range.start + 3);
    let mut index = end;
    while index > from {
        index -= 1;
        if syntax.is_quoted(index) || syntax.tag(index) == Tag::Close {
            return None;
        }
        let Some(cue) = cues::at(syntax, index, scope.floor) else {
            continue;
        };
        let Some((source, comma)) = trailed(syntax, scope, &cue, end) else {
            if cue.form == CueForm::Finite && cue.takes(Frames::CLAUSE) {
                return None;
            }
            continue;
        };
        // `"Rents rose. Wages fell," according to the union`: the quotation began sentences ago.
        let opened = syntax
            .twin(comma.wrapping_sub(1))
            .filter(|&open| {
                syntax.tag(comma.wrapping_sub(1)) == Tag::Close && open < scope.range.start
            })
            .filter(|&open| !reader.is_claimed(open, scope.nested_in));
        let content = opened.unwrap_or(scope.range.start)..comma;
        if syntax.tag(comma.wrapping_sub(1)) == Tag::Close
            && syntax.tag(content.start) == Tag::Open
            && syntax.twin(comma.wrapping_sub(1)) == Some(content.start)
        {
            return None;
        }
        // "Two dead in ferry crash, police say": a headline needs no verb.
        let titled = end == scope.range.end
            && cue.tokens.end == end
            && syntax.tag(cue.head) == Tag::Finite
            && content.len() >= TITLE;
        let whole = titled
            || super::parenthetical::stands_alone(syntax, content.clone())
            || cue.tokens.end == end && is_fragment(syntax, &cue, content.clone());
        if !whole {
            return None;
        }
        let quoted =
            syntax.tag(comma.wrapping_sub(1)) == Tag::Close && syntax.tag(comma) != Tag::Comma;
        let rule = if quoted && source.start > cue.head {
            "attribution.quotation_cue_subject"
        } else if quoted {
            "attribution.quotation_subject_cue"
        } else if cue.form == CueForm::Preposition {
            "attribution.according_to"
        } else if source.start > cue.head {
            "attribution.clause_cue_subject"
        } else {
            "attribution.clause_subject_cue"
        };
        return Some(Reading::new(
            rule,
            &cue,
            Some(source),
            &[content],
            scope.range.end,
        ));
    }
    None
}

/// "Maybe in June, Ana Ruiz said", "A bad day for the port, the mayor said": no clause, and nothing but what is said.
fn is_fragment(syntax: &Syntax<'_, '_, '_>, cue: &Cue<'_>, range: TokenRange) -> bool {
    let first = syntax.tag(range.start);
    let answer = syntax.page.is(range.start, Classes::ANSWER)
        || matches!(
            syntax.page.word(range.start),
            "Maybe" | "Perhaps" | "Probably"
        );
    cue.word.share >= SURE
        && cue.takes(Frames::CLAUSE)
        && !syntax.has_finite(range.clone())
        && (answer || first.opens_phrase() && first != Tag::Pronoun)
        && !range.clone().any(|token| syntax.tag(token) == Tag::Comma)
        && !syntax.is_time(range.start)
}

/// The source of a cue that ends its sentence, and the comma before them.
fn trailed(
    syntax: &Syntax<'_, '_, '_>,
    scope: &Scope,
    cue: &Cue<'_>,
    end: usize,
) -> Option<(TokenRange, usize)> {
    if cue.form == CueForm::Preposition {
        let comma = cue
            .tokens
            .start
            .checked_sub(1)
            .filter(|&token| token > scope.range.start)?;
        let source = super::according_to::named(syntax, cue.tokens.end, end, true)?;
        let reaches = source.end + 4 >= end || !syntax.has_finite(source.end..end);
        let tells = cue.tokens.len() > 1 || super::according_to::can_tell(syntax, &source);
        // "The reform will, according to the bank, cost jobs"
        let hanging = syntax.tag(comma - 1).is_auxiliary();
        return (syntax.tag(comma) == Tag::Comma && reaches && tells && !hanging)
            .then_some((source, comma));
    }
    // "In the school, guards cracked down": a sound needs a quotation.
    let speaks = cue.takes(Frames::CLAUSE)
        || cue.takes(Frames::QUOTE) && cue.word.share > content_start::SOUNDS;
    if cue.form != CueForm::Finite || !speaks {
        return None;
    }
    let comma = cue
        .tokens
        .start
        .checked_sub(1)
        .filter(|&token| token > scope.range.start)?;
    if edge(syntax, scope, comma).is_some()
        // "…, said Ana Ruiz", "…, say police", "…, insists Ana Ruiz"
        && matches!(syntax.tag(cue.head), Tag::Past | Tag::Finite)
        && cue.tokens.start == cue.head
    {
        return inverted(syntax, scope, cue, comma, end);
    }
    let hearer = cue.takes(Frames::HEARER) && cue.word.share >= SURE && cue.tokens.len() == 1;
    if !adjuncts(syntax, cue.tokens.end, end, hearer) {
        return None;
    }
    let source = sources::before(syntax, cue.tokens.start, scope.floor)?;
    // "Profits rose 12%, more than analysts had expected": what is compared is no content.
    if source.start > 0 && syntax.reads(source.start - 1, "than") {
        return None;
    }
    // "…, a claim the town denies": the noun stands for the clause before it.
    let shell = source.start > scope.range.start + 3
        && syntax
            .page
            .is(source.start - 1, Classes::CUE_NOUN.with(Classes::SHELL))
        && matches!(syntax.page.word(source.start - 2), "a" | "an" | "the");
    let comma = source
        .start
        .checked_sub(if shell { 3 } else { 1 })
        .filter(|&token| token > scope.range.start)?;
    let opens = syntax.tag(source.start) != Tag::Relative && syntax.tag(source.start) != Tag::That;
    // `"We lost," another friend, Ana Ruiz told the Post`: all behind the quotation is the source.
    let close = syntax.last(&(scope.range.start..comma), Tag::Close);
    let described = close.is_some_and(|close| {
        close + 1 < comma && !syntax.has_finite(close + 1..comma) && !syntax.is_time(close + 1)
    });
    let end = edge(syntax, scope, comma)?;
    (opens && !(hearer && described)).then_some((source, end))
}

/// "The harvest will be thin, said Ana Ruiz, a miller": the source stands behind the cue.
fn inverted(
    syntax: &Syntax<'_, '_, '_>,
    scope: &Scope,
    cue: &Cue<'_>,
    comma: usize,
    end: usize,
) -> Option<(TokenRange, usize)> {
    // "The mayor, who toured the area, said more than 400 people died": no clause is before it.
    if !syntax.has_main_verb(scope.range.start..comma) {
        return None;
    }
    // "The harvest will be thin, said Ana Ruiz, a miller."
    // "The armies met on Sunday, at which they agreed to talk, said the minister": nothing but the subject follows.
    let sure = cue.word.share >= SURE && !cue.takes(Frames::HEARER);
    if !sure && !super::quotation::clause_ends(syntax, scope.range.start, comma) {
        return None;
    }
    // "The veto will fall, Ruiz, an adviser, said Sunday": a day does not speak.
    let source = phrases::starting_at(syntax, cue.tokens.end, end, true)
        .filter(|source| !syntax.is_time(source.start))?;
    let relayed = syntax.tag(source.end) == Tag::Preposition && !syntax.has_finite(source.end..end)
        || syntax
            .page
            .phrase_classes(source.end)
            .any(Classes::CUE_PREPOSITION);
    let reaches = relayed
        || source.end >= end
        || syntax.tag(source.end) == Tag::Comma && !syntax.has_finite(source.end..end)
        || syntax.is_time(source.end);
    let end = edge(syntax, scope, comma)?;
    (reaches && !syntax.tag(source.end).is_finite()).then_some((source, end))
}

/// The end of the clause before the speaker: a comma, or the mark of a quotation that is only its last part: `What she
/// calls a plan is "a joke," he said`. A quotation behind a mark has its own speaker there: `She said, "Go," he noted`.
fn edge(syntax: &Syntax<'_, '_, '_>, scope: &Scope, token: usize) -> Option<usize> {
    if syntax.tag(token) == Tag::Comma {
        return Some(token);
    }
    if syntax.tag(token) != Tag::Close || syntax.tag(token.wrapping_sub(1)) != Tag::Comma {
        return None;
    }
    let open = syntax
        .twin(token)
        .filter(|&open| open > scope.range.start && open < token)?;
    let introduced = matches!(
        syntax.tag(open - 1),
        Tag::Comma | Tag::Colon | Tag::Dash | Tag::Stop | Tag::Semicolon | Tag::Close
    ) || syntax.reads(open - 1, "(");
    (!introduced).then_some(token + 1)
}

/// Whether nothing but time, place and hearer stands between the cue and the sentence's end.
fn adjuncts(syntax: &Syntax<'_, '_, '_>, start: usize, end: usize, hearer: bool) -> bool {
    if start >= end {
        return true;
    }
    if end - start > 14 {
        return false;
    }
    let opener = syntax.tag(start);
    let adjunct = syntax.is_time(start)
        || matches!(opener, Tag::Preposition | Tag::Adverb)
        // "The road was icy, Ann Lee told the Daily Sample."
        || hearer && (opener.opens_phrase() || opener == Tag::Object);
    adjunct
        && (start..end).all(|token| {
            !syntax.tag(token).is_finite()
                && !matches!(
                    syntax.tag(token),
                    Tag::That | Tag::Open | Tag::Colon | Tag::Semicolon | Tag::Pronoun | Tag::Comma
                )
        })
}
