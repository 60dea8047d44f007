//! Cues: where a word of the dictionaries reports, with the verb group round it.

use crate::extraction::Polarity;
use crate::lexicon::entries::speech::{CueWord, Frames};
use crate::lexicon::{Classes, Entry, Meaning, Table};
use crate::text::TokenRange;

use crate::syntax::verbs;
use crate::syntax::{Syntax, Tag};

/// A word that can report, in its verb group.
#[derive(Clone, Debug)]
pub(crate) struct Cue<'l> {
    /// With auxiliaries, negation, adverbs and particle.
    pub tokens: TokenRange,
    pub head: usize,
    pub lemma: &'l str,
    pub word: CueWord,
    pub form: CueForm,
    /// Whether the verb group says anything, whoever its subject is.
    pub polarity: Polarity,
}

/// In which form the cue stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CueForm {
    /// "said", "has said", "will say"
    Finite,
    /// "to say"
    Infinitive,
    /// "saying"
    Gerund,
    /// "was told"
    Passive,
    /// "described" without an auxiliary: "a plan described as"
    Participle,
    /// "according to"
    Preposition,
}

impl Cue<'_> {
    pub(crate) fn takes(&self, frames: Frames) -> bool {
        self.word.frames.any(frames)
    }

    /// "said", not "did not say": somebody speaks.
    pub(crate) fn speaks(&self) -> bool {
        self.polarity == Polarity::Said
    }
}

fn entry_of<'l>(
    entries: impl Iterator<Item = (&'l Entry, crate::lexicon::Slot)>,
) -> Option<(&'l Entry, CueWord)> {
    let mut entries = entries;
    entries.find_map(|(entry, _)| match entry.meaning {
        Meaning::Cue(word) if entry.table == Table::Cues => Some((entry, word)),
        _ => None,
    })
}

/// The cue whose head is at `head`, if one is; its group starts not before `floor`.
#[inline(always)]
pub(crate) fn at<'l>(syntax: &Syntax<'_, '_, 'l>, head: usize, floor: usize) -> Option<Cue<'l>> {
    let token = syntax.page.tokens.get(head)?;
    // Most tokens are none, and are passed over at once.
    if token
        .can_be()
        .any(Classes::CUE_VERB.with(Classes::CUE_PREPOSITION))
    {
        read(syntax, head, floor)
    } else {
        None
    }
}

fn read<'l>(syntax: &Syntax<'_, '_, 'l>, head: usize, floor: usize) -> Option<Cue<'l>> {
    let page = syntax.page;
    let token = page.tokens.get(head)?;
    if token.phrase_length > 1 {
        let classes = page.phrase_classes(head);
        if classes.any(Classes::CUE_PREPOSITION) {
            let (tokens, entries) = page.phrase(head)?;
            let (entry, word) = entry_of(entries)?;
            return Some(Cue {
                tokens,
                head,
                lemma: &entry.lemma,
                word,
                form: CueForm::Preposition,
                polarity: Polarity::Said,
            });
        }
        if classes.any(Classes::CUE_VERB) {
            let (tokens, entries) = page.phrase(head)?;
            // "agreed to meet" is no "agree to", "agreed on Friday to meet" no "agree on".
            let last = syntax.tag(tokens.end.wrapping_sub(1));
            let dated = matches!(page.word(tokens.end.wrapping_sub(1)), "on" | "in")
                && syntax.is_time(tokens.end)
                && last == Tag::Preposition
                && syntax.tag(tokens.end + 1) != Tag::Clitic;
            let (entry, word) = entry_of(entries)?;
            // "admitted to selling the cars", but "admitted to police that"
            let deed = word.frames.are(Frames::GERUND) && syntax.tag(tokens.end) != Tag::Gerund;
            if last != Tag::To && !dated && !deed {
                return verb(syntax, head, tokens.end, floor, entry, word);
            }
        }
    }
    // "per county records"
    if token.is(Classes::CUE_PREPOSITION) {
        let (entry, word) = entry_of(page.entries_in(Table::Cues, head))?;
        return Some(Cue {
            tokens: head..head + 1,
            head,
            lemma: &entry.lemma,
            word,
            form: CueForm::Preposition,
            polarity: Polarity::Said,
        });
    }
    if !token.is(Classes::CUE_VERB) {
        return None;
    }
    let (entry, word) = entry_of(page.entries_in(Table::Cues, head))?;
    verb(syntax, head, head + 1, floor, entry, word)
}

fn verb<'l>(
    syntax: &Syntax<'_, '_, 'l>,
    head: usize,
    end: usize,
    floor: usize,
    entry: &'l Entry,
    word: CueWord,
) -> Option<Cue<'l>> {
    let mut part = syntax.tag(head);
    if part == Tag::Noun && ends_quotation(syntax, head, end) {
        part = Tag::Finite;
    }
    // "The nurses have doubts about the plan": no auxiliary, with a phrase behind it.
    if part == Tag::Auxiliary
        && word.frames.any(Frames::LIGHT)
        && matches!(
            syntax.tag(end),
            Tag::Determiner | Tag::Possessive | Tag::Quantifier | Tag::Noun
        )
    {
        part = Tag::Finite;
    }
    if !matches!(
        part,
        Tag::Finite | Tag::Past | Tag::Participle | Tag::Base | Tag::Gerund
    ) {
        return None;
    }
    let group = verbs::around(syntax, head, end, floor);
    // "appeared in court accused of theft": who accuses has an object.
    let accused = matches!(part, Tag::Past | Tag::Participle | Tag::Finite)
        && (syntax.reads(end, "of") && syntax.is_reduced(head)
            || word.frames.any(Frames::OF)
                && !word.frames.any(Frames::CLAUSE.with(Frames::QUOTE))
                && syntax.reads(end, "of")
            || word.frames.any(Frames::WITH) && syntax.reads(end, "with"));
    let form = if group.passive || accused {
        CueForm::Passive
    } else if group.finite || part == Tag::Finite {
        CueForm::Finite
    } else {
        match part {
            Tag::Gerund => CueForm::Gerund,
            Tag::Base => CueForm::Infinitive,
            Tag::Participle => CueForm::Participle,
            _ => CueForm::Finite,
        }
    };
    Some(Cue {
        tokens: group.tokens,
        head,
        lemma: &entry.lemma,
        word,
        form,
        polarity: group.polarity,
    })
}

/// `"They may lose," Ruiz notes.`, `"Come home," the email read.`: between a quotation with its comma and a stop the
/// noun phrase has a verb.
fn ends_quotation(syntax: &Syntax<'_, '_, '_>, head: usize, end: usize) -> bool {
    const LONGEST: usize = 8;
    let mut first = head;
    while first > 2
        && head - first < LONGEST
        && (syntax.tag(first - 1).opens_phrase() || syntax.tag(first - 1) == Tag::Preposition)
    {
        first -= 1;
    }
    first < head
        && first > 2
        && syntax.tag(first).opens_phrase()
        && syntax.tag(end) == Tag::Stop
        && syntax.tag(first - 1) == Tag::Close
        && matches!(syntax.tag(first - 2), Tag::Comma | Tag::Stop)
}
