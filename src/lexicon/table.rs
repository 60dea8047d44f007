//! [`Table`]: the dictionaries by name.

macro_rules! tables {
    ($($(#[$doc:meta])* $name:ident $file:literal $columns:literal $names:literal;)+) => {
        /// A dictionary. Each has one file of the same line format; users add lines of their own with
        /// [`ExtractorBuilder::lexicon`](crate::ExtractorBuilder::lexicon).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Table {
            $($(#[$doc])* $name,)+
        }

        impl Table {
            /// All tables.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The table's name on the command line and its file's name without `.txt`: `cue_nouns`.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => $file,)+ }
            }

            /// The built-in lines.
            pub const fn built_in(self) -> &'static str {
                match self { $(Self::$name => include_str!(concat!("data/", $file, ".txt")),)+ }
            }

            /// The most fields that a line may have behind the headword.
            pub(super) const fn columns(self) -> usize {
                match self { $(Self::$name => $columns,)+ }
            }

            /// Whether the entries are proper names, which count only with a capital.
            pub(super) const fn holds_names(self) -> bool {
                match self { $(Self::$name => $names,)+ }
            }
        }
    };
}

tables! {
    /// Verbs that report speech, and "according to": `deny | denies denied denying | denial | clause object gerund | 77 |`.
    Cues "cues" 5 false;
    /// Nouns that report speech: `claim | claims | statement | clause of | 70 | doubting`.
    CueNouns "cue_nouns" 5 false;
    /// Adjectives that report an attitude: `confident | | attitude | clause of`.
    CueAdjectives "cue_adjectives" 5 false;
    /// Adverbs beside a word of speech, or in its place: `allegedly | doubting | reports`.
    CueAdverbs "cue_adverbs" 2 false;
    /// What keeps a word of speech from saying anything: `decline to | | withheld`.
    Polarities "polarities" 2 false;
    /// Titles before a name: `general | generals, Gen. | male`.
    Titles "titles" 3 false;
    /// Nouns for people by what they do: `witness | witnesses | witness |`.
    Roles "roles" 3 false;
    /// Heads and names of bodies, media and documents: `ministry | ministries | government`.
    Organizations "organizations" 3 false;
    /// Countries, regions, cities: `Norway | country | | Norwegian, Norwegians | Oslo`.
    Places "places" 4 true;
    /// First names: `Anna | female`.
    FirstNames "first_names" 1 true;
    /// Closed word classes: `while | subordinator`.
    FunctionWords "function_words" 1 false;
    /// Verb forms: `run | runs ran run running | noun`.
    Verbs "verbs" 2 false;
    /// Abbreviations with their full stop: `Gen. | title`.
    Abbreviations "abbreviations" 1 false;
    /// Page furniture: `Share this article | line`.
    Boilerplate "boilerplate" 1 false;
    /// Numbers in words: `twelve | 12 | cardinal`.
    Numbers "numbers" 2 false;
    /// What makes a number inexact: `at least | at_least`.
    Hedges "hedges" 1 false;
    /// What becomes of people: `kill | | killed | transitive`.
    Outcomes "outcomes" 4 false;
    /// Whom it happens to: `soldier | soldiers | military`.
    Victims "victims" 3 false;
    /// What else is lost: `rocket launcher | rocket launchers | object`, `sink | sinks sank sunk sinking | verb`.
    Equipment "equipment" 2 false;
    /// Words of time expressions: `Monday | =Mon. | weekday 1`.
    Times "times" 2 false;
    /// Parts of names: `van | particle`.
    NameParts "name_parts" 1 false;
    /// Words that tell what a neutral cue's content is: `must | demand`.
    Stances "stances" 1 false;
    /// Nouns that stand for an earlier claim: `allegation | allegations | accusation`.
    ShellNouns "shell_nouns" 2 false;
    /// What is said of a claim's truth: `verify | | unverified | denied`.
    Statuses "statuses" 3 false;
    /// What somebody does not tell: `release | | give`.
    Disclosures "disclosures" 2 false;
    /// Nouns by what they can be the object of: `ruling | | plan`.
    Objects "objects" 2 false;
    /// What an enemy does: `shell | shells shelled shelling`.
    HostileActs "hostile_acts" 1 false;
    /// Words that name who passed a claim on: `as cited by`.
    Relays "relays" 1 false;
    /// Pronouns by whom they can stand for: `he | him, his | male`.
    Pronouns "pronouns" 2 false;
    /// Words of transcripts: `anchor | reporter`.
    Transcripts "transcripts" 1 false;
}

impl Table {
    /// The table of this name.
    ///
    /// ```
    /// use newsclaim::Table;
    /// assert_eq!(Table::from_name("cue_nouns"), Some(Table::CueNouns));
    /// ```
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|table| table.name() == name)
    }
}
