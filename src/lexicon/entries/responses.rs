//! Words by which claims hang together: stances, shell nouns, status, what is kept back, hostile acts, relays.

use super::{Forms, Line, Meaning, Slot, one_of};
use crate::extraction::{ClaimKind, Status};
use crate::lexicon::classes::Classes;
use crate::lexicon::morphology;

/// `must | demand`: what a neutral cue's content makes of the claim.
pub(super) fn stance(line: &Line, forms: &mut Forms) -> Result<Meaning, String> {
    forms.headword(line, Slot::Headword, Classes::STANCE);
    let kind = one_of("kind of claim", line.field(0), ClaimKind::NAMED)?;
    Ok(Meaning::Stance(kind))
}

/// What kind of claim a shell noun stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shell {
    /// "the allegation"
    Accusation,
    /// "the report": whatever was said
    Any,
    /// "the demand", "the call"
    Demand,
    /// "the denial"
    Denial,
}

/// `allegation | allegations | accusation`
pub(super) fn shell_noun(line: &Line, forms: &mut Forms) -> Result<Meaning, String> {
    forms.headword(line, Slot::Headword, Classes::SHELL);
    plurals(line, forms, Classes::SHELL);
    let shells = &[
        ("accusation", Shell::Accusation),
        ("any", Shell::Any),
        ("demand", Shell::Demand),
        ("denial", Shell::Denial),
    ];
    Ok(Meaning::ShellNoun(one_of("shell", line.field(1), shells)?))
}

fn plurals(line: &Line, forms: &mut Forms, classes: Classes) {
    match line.field(0) {
        "" => forms.add(&morphology::plural(&line.headword), Slot::Plural, classes),
        _ => line
            .list(0)
            .for_each(|plural| forms.add(plural, Slot::Plural, classes)),
    }
}

/// A word that tells what the article makes of a claim.
#[derive(Clone, Copy, Debug)]
pub(crate) struct StatusWord {
    pub status: Status,
    pub frame: StatusFrame,
}

/// What must stand around a status word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StatusFrame {
    /// "could not be verified": a verb under a negation
    Denied,
    /// "is disputed": a participle behind a form of "be"
    Passive,
    /// "without evidence": as it stands, of the claim beside it
    Phrase,
    /// "unverified claims": an adjective before or behind a shell noun
    Adjective,
}

/// `verify | | unverified | denied`
pub(super) fn status(line: &Line, forms: &mut Forms) -> Result<Meaning, String> {
    let statuses = &[
        ("unverified", Status::Unverified),
        ("disputed", Status::Disputed),
    ];
    let status = one_of("status", line.field(1), statuses)?;
    let frames = &[
        ("denied", StatusFrame::Denied),
        ("passive", StatusFrame::Passive),
        ("phrase", StatusFrame::Phrase),
        ("adjective", StatusFrame::Adjective),
    ];
    let frame = one_of("frame", line.field(2), frames)?;
    match frame {
        StatusFrame::Denied | StatusFrame::Passive => {
            forms.verb(line, line.field(0), Classes::STATUS)?;
        }
        StatusFrame::Phrase | StatusFrame::Adjective => {
            forms.headword(line, Slot::Headword, Classes::STATUS);
        }
    }
    Ok(Meaning::Status(StatusWord { status, frame }))
}

/// What part a word plays in "has not released any figures".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DisclosurePart {
    /// "release": takes what is given as its object
    Give,
    /// "say": takes a question ("how many")
    Say,
    /// "specify": takes a question or what is not specified ("the cause")
    Specify,
    /// "figures", "details"
    Thing,
}

/// `release | | give`, `figure | figures | thing`
pub(super) fn disclosure(line: &Line, forms: &mut Forms) -> Result<Meaning, String> {
    let parts = &[
        ("give", DisclosurePart::Give),
        ("say", DisclosurePart::Say),
        ("specify", DisclosurePart::Specify),
        ("thing", DisclosurePart::Thing),
    ];
    let part = one_of("part", line.field(1), parts)?;
    if part == DisclosurePart::Thing {
        forms.headword(line, Slot::Headword, Classes::DISCLOSURE);
        plurals(line, forms, Classes::DISCLOSURE);
    } else {
        forms.verb(line, line.field(0), Classes::DISCLOSURE)?;
    }
    Ok(Meaning::Disclosure(part))
}

/// `shell | shells shelled shelling`
pub(super) fn hostile_act(line: &Line, forms: &mut Forms) -> Result<Meaning, String> {
    forms.verb(line, line.field(0), Classes::HOSTILE)?;
    Ok(Meaning::HostileAct)
}

/// `as cited by | as cited in`
pub(super) fn relay(line: &Line, forms: &mut Forms) -> Result<Meaning, String> {
    forms.headword(line, Slot::Headword, Classes::RELAY);
    line.list(0)
        .for_each(|form| forms.add(form, Slot::Variant, Classes::RELAY));
    Ok(Meaning::Relay)
}
