//! [`Classes`]: what a word can be, as a set of bits that every token carries.

/// A set of word classes. A word carries every class it can have; the stages decide which one it is.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(crate) struct Classes(pub(super) u64);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal $text:literal;)+) => {
        impl Classes {
            $($(#[$doc])* pub(crate) const $name: Self = Self(1 << $bit);)+

            /// The names of its classes.
            pub(super) fn names(self) -> impl Iterator<Item = &'static str> {
                [$((Self::$name, $text)),+].into_iter().filter(move |(class, _)| self.any(*class)).map(|(_, text)| text)
            }
        }

        // A bit that two classes shared would make every word of the one a word of the other.
        const _: () = {
            let mut taken = 0u64;
            $(
                assert!(taken & (1 << $bit) == 0, concat!("another class has the bit of ", $text));
                taken |= 1 << $bit;
            )+
            assert!(taken != 0);
        };
    };
}

classes! {
    // Closed classes, from function_words.txt.
    DETERMINER = 0 "determiner";
    POSSESSIVE = 1 "possessive";
    QUANTIFIER = 2 "quantifier";
    PRONOUN = 3 "pronoun";
    /// A pronoun that can be a subject.
    SUBJECT = 4 "subject";
    PREPOSITION = 5 "preposition";
    CONJUNCTION = 6 "conjunction";
    SUBORDINATOR = 7 "subordinator";
    RELATIVE = 8 "relative";
    INTERROGATIVE = 9 "interrogative";
    AUXILIARY = 10 "auxiliary";
    MODAL = 11 "modal";
    NEGATION = 12 "negation";
    ADVERB = 13 "adverb";
    INFINITIVE_TO = 14 "infinitive_to";
    THAT = 15 "that";
    CONNECTIVE = 16 "connective";
    /// A form of "be", "get": with a participle behind it a passive.
    BE = 50 "be";
    /// "yes", "so": all that is said ("46 percent said yes").
    ANSWER = 51 "answer";
    /// "while", "although": a clause that holds something against the one before.
    CONTRAST = 52 "contrast";
    /// "after", "until": what comes before or behind in time.
    SUCCESSION = 53 "succession";
    /// "for", "about": with a gerund it fills a noun or verb ("talk of leaving"), and is no clause of its own ("by leaving").
    GOVERNED = 54 "governed";
    // Verb forms, from cues.txt and verbs.txt.
    /// A form of a verb that verbs.txt or cues.txt lists.
    VERB = 17 "verb";
    BASE = 18 "base";
    THIRD_PERSON = 19 "third_person";
    PAST = 20 "past";
    PARTICIPLE = 21 "participle";
    GERUND = 22 "gerund";
    /// A verb form that is a common noun as well ("attack").
    ALSO_NOUN = 23 "also_noun";
    ALSO_ADJECTIVE = 24 "also_adjective";
    // Speech.
    CUE_VERB = 25 "cue_verb";
    CUE_NOUN = 26 "cue_noun";
    CUE_ADJECTIVE = 27 "cue_adjective";
    /// "according to", "in the words of".
    CUE_PREPOSITION = 28 "cue_preposition";
    /// "reportedly", "allegedly".
    CUE_ADVERB = 29 "cue_adverb";
    // Who.
    TITLE = 30 "title";
    ROLE = 31 "role";
    ORGANIZATION = 32 "organization";
    MEDIA = 33 "media";
    DOCUMENT = 34 "document";
    PLACE = 35 "place";
    DEMONYM = 36 "demonym";
    CAPITAL = 37 "capital";
    FIRST_NAME = 38 "first_name";
    // How many.
    NUMBER = 39 "number";
    HEDGE = 40 "hedge";
    OUTCOME = 41 "outcome";
    VICTIM = 42 "victim";
    EQUIPMENT = 43 "equipment";
    /// "other", "fatally", "them": stands beside a count and neither bounds it nor ties it to an outcome.
    BESIDE_COUNT = 56 "beside_count";
    // When.
    TIME = 44 "time";
    WEEKDAY = 45 "weekday";
    MONTH = 46 "month";
    TIME_UNIT = 47 "time_unit";
    // The page.
    ABBREVIATION = 48 "abbreviation";
    BOILERPLATE = 49 "boilerplate";
    /// "Published", "©": the line that dates the page.
    DATE_LINE = 55 "date_line";
    // Names, kinds, links, status; counted from the top.
    /// "van", "bin", "Jr.": part of a name, never the whole of it.
    NAME_PART = 63 "name_part";
    /// "must", "should", "will": what a neutral cue's content makes of the claim.
    STANCE = 62 "stance";
    /// "the allegation": a noun that stands for an earlier claim.
    SHELL = 61 "shell";
    /// "verified", "without evidence": what the article says of a claim's truth.
    STATUS = 60 "status";
    /// "release", "figures": what somebody keeps back.
    DISCLOSURE = 59 "disclosure";
    /// "shelled", "violated": what an enemy does.
    HOSTILE = 58 "hostile";
    /// "as cited by", "seen by": somebody passes it on.
    RELAY = 57 "relay";
}

impl Classes {
    pub(crate) const NONE: Self = Self(0);

    /// Whether the two sets share a class.
    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets together; usable in constants.
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}

impl std::ops::BitOr for Classes {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        self.with(other)
    }
}

impl std::ops::BitOrAssign for Classes {
    fn bitor_assign(&mut self, other: Self) {
        *self = self.with(other);
    }
}

impl std::fmt::Debug for Classes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.names()).finish()
    }
}
