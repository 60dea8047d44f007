//! Words that report speech: verbs, nouns, adjectives, "according to"; and what stands beside them and tells how far the
//! article stands behind the report, or that nothing was said.

use super::{Forms, Line, Meaning, Slot};
use crate::extraction::{ClaimKind, Distance, Polarity};
use crate::lexicon::classes::Classes;
use crate::lexicon::morphology;

/// A cue word: what kind of claim it makes, and in which frames it takes its content.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CueWord {
    pub kind: ClaimKind,
    pub frames: Frames,
    /// Of 100 forms outside of another's words, so many report; 70 where it was not counted.
    pub share: u8,
    /// How far the word stands behind what it reports.
    pub distance: Distance,
}

/// How a cue takes its content. One word can have several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Frames(u32);

macro_rules! frames {
    ($($(#[$doc:meta])* $name:ident = $bit:literal $text:literal;)+) => {
        impl Frames {
            $($(#[$doc])* pub(crate) const $name: Self = Self(1 << $bit);)+
            const NAMES: &'static [(&'static str, Self)] = &[$(($text, Self::$name)),+];
        }
    };
}

frames! {
    /// said (that) the road was closed
    CLAUSE = 0 "clause";
    /// "…," he added; also without a clause: he tweeted: "…"
    QUOTE = 1 "quote";
    /// criticised the plan
    OBJECT = 2 "object";
    /// vowed to return
    INFINITIVE = 3 "infinitive";
    /// denied firing
    GERUND = 4 "gerund";
    /// accused them of firing; the claim of a victory
    OF = 5 "of";
    /// described it as a joke
    AS = 6 "as";
    /// spoke about the plan
    ABOUT = 7 "about";
    /// called for calm
    FOR = 8 "for";
    /// warned against a return
    AGAINST = 9 "against";
    /// asked whether
    WH = 10 "wh";
    /// told reporters that: a hearer stands before the content
    HEARER = 11 "hearer";
    /// urged them to leave: the one addressed does what the infinitive says
    OBJECT_INFINITIVE = 12 "object_infinitive";
    /// according to X: a preposition that takes the source
    PREPOSITION = 13 "preposition";
    /// mostly another thing ("found", "showed", "state"): needs the strict tests
    WEAK = 14 "weak";
    /// agreed on, insisted on
    ON = 15 "on";
    /// seemed to mock: the verb behind "to" has its say, if any
    RAISED = 16 "raised";
    /// voiced regret, issued a statement: a verb that leaves the meaning to its noun
    LIGHT = 17 "light";
    /// called him a fool: says what the object is
    PREDICATE = 18 "predicate";
    /// put the toll at 40: says how many
    FIGURE = 24 "figure";
    /// slammed the ruling, the mayor, but no door: an object that is no thing and no place
    HELD = 19 "object:held";
    /// rejected the offer, but no kidney and no player: nobody, either
    MATTER = 20 "object:matter";
    /// floated the idea of a toll: what is said, planned or ruled
    PLAN = 21 "object:plan";
    /// shared her worries: what is said
    SAID = 22 "object:said";
    /// the survey found a wide gap: any object, where a document is the subject
    FOUND = 23 "object:found";
    /// the court heard that: nobody's word that we know, told to a court
    HEARD = 25 "heard";
    /// charged them with theft
    WITH = 26 "with";
    /// drew criticism from the union: a noun that one gets and another says
    RECEIVED = 27 "received";
}

impl Frames {
    /// The frames that ask of the object what it is.
    pub(crate) const CHOOSY: Self = Self::HELD
        .with(Self::MATTER)
        .with(Self::PLAN)
        .with(Self::SAID);

    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether these are all.
    pub(crate) const fn are(self, other: Self) -> bool {
        self.0 == other.0
    }

    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

fn cue_word(line: &Line) -> Result<CueWord, String> {
    let kind = match line.field(1) {
        "" => ClaimKind::Statement,
        name => super::one_of("kind of claim", name, ClaimKind::NAMED)?,
    };
    let mut frames = Frames::default();
    for name in line.words(2) {
        frames = frames.with(super::one_of("frame", name, Frames::NAMES)?);
    }
    if frames.any(Frames::CHOOSY) {
        frames = frames.with(Frames::OBJECT);
    }
    let share = match line.field(3) {
        "" => 70,
        share => share
            .parse()
            .ok()
            .filter(|share| *share <= 100)
            .ok_or_else(|| format!("not a share of 100: {share:?}"))?,
    };
    Ok(CueWord {
        kind,
        frames,
        share,
        distance: distance(line.field(4))?,
    })
}

fn distance(name: &str) -> Result<Distance, String> {
    let known = &[
        ("", Distance::Neutral),
        ("neutral", Distance::Neutral),
        ("doubting", Distance::Doubting),
        ("endorsing", Distance::Endorsing),
    ];
    super::one_of("distance", name, known)
}

/// `deny | denies denied denying | denial | clause object gerund | 77`
pub(super) fn cue_verb(line: &Line, forms: &mut Forms) -> Result<Meaning, String> {
    let word = cue_word(line)?;
    if word.frames.any(Frames::PREPOSITION) {
        forms.headword(line, Slot::Headword, Classes::CUE_PREPOSITION);
    } else {
        forms.verb(line, line.field(0), Classes::CUE_VERB)?;
    }
    Ok(Meaning::Cue(word))
}

/// `claim | claims | statement | clause of`
pub(super) fn cue_noun(line: &Line, forms: &mut Forms) -> Result<Meaning, String> {
    let word = cue_word(line)?;
    forms.headword(line, Slot::Headword, Classes::CUE_NOUN);
    match line.field(0) {
        "" => forms.add(
            &morphology::plural(&line.headword),
            Slot::Plural,
            Classes::CUE_NOUN,
        ),
        "-" => {}
        _ => line
            .list(0)
            .for_each(|plural| forms.add(plural, Slot::Plural, Classes::CUE_NOUN)),
    }
    Ok(Meaning::Cue(word))
}

/// `confident | | attitude | clause of about`
pub(super) fn cue_adjective(line: &Line, forms: &mut Forms) -> Result<Meaning, String> {
    let word = cue_word(line)?;
    forms.headword(line, Slot::Headword, Classes::CUE_ADJECTIVE);
    line.list(0)
        .for_each(|form| forms.add(form, Slot::Variant, Classes::CUE_ADJECTIVE));
    Ok(Meaning::Cue(word))
}

/// `reportedly | doubting | reports`
pub(super) fn cue_adverb(line: &Line, forms: &mut Forms) -> Result<Meaning, String> {
    let reports = super::one_of("part", line.field(1), &[("", false), ("reports", true)])?;
    let classes = if reports {
        Classes::ADVERB.with(Classes::CUE_ADVERB)
    } else {
        Classes::NONE
    };
    forms.headword(line, Slot::Headword, classes);
    Ok(Meaning::CueAdverb(distance(line.field(0))?))
}

/// `decline | | withheld`, `unable | - | not_said`
pub(super) fn polarity(line: &Line, forms: &mut Forms) -> Result<Meaning, String> {
    match line.field(0) {
        "-" => forms.headword(line, Slot::Headword, Classes::NONE),
        forms_of_verb => forms.verb(line, forms_of_verb, Classes::NONE)?,
    }
    let polarities = &[
        ("not_said", Polarity::NotSaid),
        ("withheld", Polarity::Withheld),
    ];
    let polarity = super::one_of("polarity", line.field(1), polarities)?;
    Ok(Meaning::Polarity(polarity))
}

/// What a noun can be the object of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ObjectClass {
    /// "the claim", "her worries"
    Said,
    /// "the ruling", "a strike"
    Plan,
    /// "the crash": what happens
    Event,
    /// "the fence", "the wolves"
    Thing,
    /// "the port"
    Place,
}

/// `ruling | | plan`: the word stays of the classes that other tables give it.
pub(super) fn object(line: &Line, forms: &mut Forms) -> Result<Meaning, String> {
    forms.headword(line, Slot::Headword, Classes::NONE);
    match line.field(0) {
        "" => forms.add(
            &morphology::plural(&line.headword),
            Slot::Plural,
            Classes::NONE,
        ),
        "-" => {}
        plural => forms.add(plural, Slot::Plural, Classes::NONE),
    }
    let classes = &[
        ("said", ObjectClass::Said),
        ("plan", ObjectClass::Plan),
        ("event", ObjectClass::Event),
        ("thing", ObjectClass::Thing),
        ("place", ObjectClass::Place),
    ];
    Ok(Meaning::Object(super::one_of(
        "class of object",
        line.field(1),
        classes,
    )?))
}
