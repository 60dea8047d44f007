//! Headlines that name who says them: `Ruiz: The bridge is safe`, `Bridge is safe: mayor`.

use crate::extraction::{BlockKind, ClaimKind, Distance, Polarity, Rule};
use crate::lexicon::Classes;
use crate::lexicon::entries::speech::{CueWord, Frames};
use crate::syntax::{Syntax, Tag};
use crate::text::{Flags, TokenRange};

use super::cues::{Cue, CueForm};
use super::reader::{Reader, Reading, Scope};

/// The rules of what a headline says.
pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "attribution.label_headline",
        example: "Ruiz: The bridge is safe\n\nAna Ruiz wants the bridge open again. Ruiz is the mayor of the town.",
        counterexample: "Watch: The bridge falls\n\nAna Ruiz wants the bridge open again.",
    },
    Rule {
        name: "attribution.headline_speaker",
        example: "Boat crew safe after storm: port chief\n\nAll sailors were found on Monday. The boat sank.",
        counterexample: "Boat crew safe after storm: photos\n\nAll sailors were found on Monday. The boat sank.",
    },
];

/// The longest speaker at the end of a headline with its colon, in tokens: ": deputy head of the port".
const SPEAKER: usize = 7;

/// The longest label, in tokens.
pub(super) const LABEL: usize = 8;

/// How many tokens further a label's name or word has to come again.
const NEAR: usize = 300;

/// A headline behind its label: `Ruiz: The bridge is safe`, `Police: Two hurt in fire`, `Poll: Ruiz leads in the north`.
pub(super) fn labelled<'l>(syntax: &Syntax<'_, '_, 'l>, scope: &Scope) -> Option<Reading<'l>> {
    let range = &scope.range;
    let at = syntax.first(range.start..range.end.min(range.start + LABEL), Tag::Colon)?;
    let source = range.start..at;
    let start = at + 1;
    if source.is_empty() || range.end.saturating_sub(start) < 3 || !is_headline(syntax, scope) {
        return None;
    }
    // "Grant: …": a surname that is a verb as well.
    let capital = source.len() == 1 && syntax.page.has(source.start, Flags::CAPITALISED);
    let named = (is_name(syntax, &source) || capital) && is_named_again(syntax, &source);
    (named || is_voice(syntax, &source)).then(|| {
        let content = start..range.end;
        let rule = "attribution.label_headline";
        Reading::new(rule, &colon(at), Some(source), &[content], range.end)
    })
}

/// "Police", "Union chief", "Poll": a role, or a body or paper that the text goes on to speak of; no "Video", no "Watch".
fn is_voice(syntax: &Syntax<'_, '_, '_>, source: &TokenRange) -> bool {
    let phrase = |token| {
        let tag = syntax.tag(token);
        tag.is_nominal() || tag == Tag::Clitic || tag == Tag::Base
    };
    let head = source.end - 1;
    if !source.clone().all(phrase) {
        return false;
    }
    let body = Classes::ORGANIZATION.with(Classes::DOCUMENT);
    let again = || {
        let word = syntax.page.word(head);
        let behind = source.end..syntax.page.tokens.len().min(source.end + NEAR);
        behind.into_iter().any(|token| {
            let other = syntax.page.word(token);
            other.starts_with(char::is_lowercase) && other.eq_ignore_ascii_case(word)
        })
    };
    syntax.page.is(head, Classes::ROLE) || syntax.page.is(head, body) && again()
}

/// The first colon of a range that no quotation holds.
pub(super) fn outer_colon(syntax: &Syntax<'_, '_, '_>, range: TokenRange) -> Option<usize> {
    // Most sentences have none.
    let first = syntax.first(range.clone(), Tag::Colon)?;
    (first..range.end).find(|&token| syntax.tag(token) == Tag::Colon && !syntax.is_quoted(token))
}

/// A headline without a verb that leads to a quotation: `Ruiz on the New Road: 'It Will Fail'`.
pub(super) fn headed(syntax: &Syntax<'_, '_, '_>, scope: &Scope) -> Option<(TokenRange, usize)> {
    let range = &scope.range;
    let at = outer_colon(syntax, range.clone())
        .filter(|&at| syntax.tag(at + 1) == Tag::Open && is_headline(syntax, scope))?;
    // `A Lesson from Ana Ruiz: 'Never Sell'`
    let from = (range.start..at).find(|&token| syntax.reads(token, "from"));
    let sender = from.map(|from| from + 1..at);
    if let Some(sender) = sender.filter(|sender| !sender.is_empty() && is_name(syntax, sender)) {
        return is_named_again(syntax, &sender).then_some((sender, at));
    }
    let end = (range.start..at)
        .find(|&token| !matches!(syntax.tag(token), Tag::Name | Tag::Noun | Tag::Number))
        .unwrap_or(at);
    let source = range.start..end;
    let named = syntax.tag(source.start) == Tag::Name && !syntax.has_finite(range.start..at);
    // Capitals make a name of every word of a headline: the first or the last of them comes again.
    let first = source.start..source.start + 1;
    let again = is_named_again(syntax, &source) || is_named_again(syntax, &first);
    (named && again).then_some((source, at))
}

/// A headline that ends with who says it: `Boat crew safe after storm: port chief`.
pub(super) fn attributed<'l>(reader: &Reader<'_, '_, 'l>, scope: &Scope) -> Option<Reading<'l>> {
    let syntax = reader.syntax;
    let range = &scope.range;
    if scope.nested_in.is_some() || !is_headline(syntax, scope) {
        return None;
    }
    let reach = range.start.max(range.end.saturating_sub(SPEAKER))..range.end;
    let at = syntax.last(&reach, Tag::Colon)?;
    let source = at + 1..range.end;
    let speaks = Classes::ROLE
        .with(Classes::TITLE)
        .with(Classes::ORGANIZATION);
    let last = source.clone().next_back()?;
    let named =
        syntax.page.is(last, speaks) || syntax.page.phrase_classes(source.start).any(speaks);
    let phrase = |token| syntax.tag(token).is_nominal() || syntax.tag(token) == Tag::Preposition;
    (named && source.clone().all(phrase) && at > range.start + 2).then(|| {
        let (rule, content) = ("attribution.headline_speaker", range.start..at);
        Reading::new(rule, &colon(at), Some(source), &[content], range.end)
    })
}

pub(super) fn is_headline(syntax: &Syntax<'_, '_, '_>, scope: &Scope) -> bool {
    syntax
        .page
        .sentences
        .get(scope.sentence)
        .is_some_and(|sentence| {
            let block = syntax.page.blocks.get(sentence.sentence.block);
            block.is_some_and(|block| block.block.kind == BlockKind::Headline)
                || scope.sentence == 0
        })
}

/// A colon as a cue.
pub(super) fn colon<'l>(token: usize) -> Cue<'l> {
    Cue {
        tokens: token..token + 1,
        head: token,
        lemma: ":",
        word: CueWord {
            kind: ClaimKind::Statement,
            frames: Frames::QUOTE,
            share: 74,
            distance: Distance::Neutral,
        },
        form: CueForm::Preposition,
        polarity: Polarity::Said,
    }
}

/// Names only: "Ana Ruiz and Rui Paz", "Rep. Ana Ruiz (D-N.M.)".
pub(super) fn is_name(syntax: &Syntax<'_, '_, '_>, source: &TokenRange) -> bool {
    syntax.tag(source.start) == Tag::Name
        && source.clone().all(|token| {
            matches!(
                syntax.tag(token),
                Tag::Name | Tag::Number | Tag::Conjunction | Tag::Bracket
            )
        })
}

/// Whether the label's last word comes again: "Ruiz: We lost" above an article about her, and not "Watch: …".
pub(super) fn is_named_again(syntax: &Syntax<'_, '_, '_>, source: &TokenRange) -> bool {
    // "(D-N.M.)" may close the label.
    let Some(last) = source
        .clone()
        .take_while(|&token| syntax.tag(token) != Tag::Bracket)
        .last()
    else {
        return false;
    };
    let word = syntax.page.word(last);
    let is_same = |token: usize| syntax.tag(token) == Tag::Name && syntax.page.word(token) == word;
    (source.end..syntax.page.tokens.len().min(source.end + NEAR)).any(is_same)
        || (source.start.saturating_sub(NEAR)..source.start).any(is_same)
}
