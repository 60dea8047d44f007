//! [`Table`]: the dictionaries by name.

macro_rules! tables {
    ($($(#[doc = $doc:literal])+ $name:ident $file:literal $columns:literal $names:literal;)+) => {
        /// A dictionary. Each has one file of the same line format; users add lines of their own with
        /// [`ExtractorBuilder::lexicon`](crate::ExtractorBuilder::lexicon).
        ///
        /// # The line format
        ///
        /// One entry a line: the headword, then the table's columns between bars. Columns at the end may be left out.
        ///
        /// ```text
        /// # a comment
        /// deny | denies denied denying | denial | clause quote object gerund | 77
        /// > The owner denied that the dam was unsafe.      a sentence in which the entry must fire
        /// ! A denied visa can be contested.                one in which it must not
        /// =US | country                                    counts in this case of letters only
        /// -utter                                           takes out an entry of an earlier layer
        /// ```
        ///
        /// An entry replaces those of the same headword in earlier layers, the built-in ones first of all.
        ///
        /// A verb's **forms** are third person, past, participle and gerund with blanks between (three, where past and participle
        /// are the same); empty, they are regular. A noun's **plural** may be several with commas between; empty, it is regular,
        /// and `-` where there is none. `cue_nouns.txt` and the like are the files in `src/lexicon/data/`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Table {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Table {
            /// All tables.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The table's name on the command line and its file's name without `.txt`: `cue_nouns`.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => $file,)+ }
            }

            /// What the table is for and what its columns hold, in Markdown: its documentation on this page.
            ///
            /// ```
            /// assert!(newsclaim::Table::Cues.about().contains("`gerund` (denied *firing*)"));
            /// ```
            pub const fn about(self) -> &'static str {
                match self { $(Self::$name => concat!($($doc, "\n"),+),)+ }
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
    /// Verbs that report speech, and "according to".
    ///
    /// `deny | denies denied denying | denial | clause quote object gerund | 77`
    ///
    /// - **forms**: of the verb
    /// - **kind of claim**: `statement` (also where it is empty), `accusation`, `denial`, `admission`, `demand`,
    ///   `warning`, `prediction`, `promise`, `opinion`, `agreement`, `attitude`, `other`
    /// - **frames**: how it takes its content, one or several: `clause` (said *that the road was closed*, with or
    ///   without "that"), `quote` ("…," he *added*), `object` (criticised *the plan*; any), `object:held` (slammed
    ///   *the ruling*; no thing and no place), `object:matter` (rejected *the offer*; nobody, either), `object:plan`
    ///   (floated *the idea*; what is said, planned or ruled), `object:said` (shared *her worries*; what is said),
    ///   `object:found` (the survey found *a wide gap*; any, behind a document), `infinitive` (vowed *to return*),
    ///   `gerund` (denied *firing*), `hearer` (told *reporters* that …), `object_infinitive` (urged *them to leave*),
    ///   `of` (accused them *of firing*), `as` (described it *as a joke*), `about` (spoke *about the plan*), `for`
    ///   (called *for calm*), `against` (warned *against a return*), `on` (insisted *on a vote*), `wh` (asked
    ///   *whether*), `with` (charged them *with theft*), `predicate` (called him *a fool*), `figure` (put the toll *at
    ///   40*), `heard` (the court *heard* that: nobody's word that we know), `received` (of nouns: drew *criticism* from the union), `raised` (*seemed* to sleep: nobody says it), `light` (*voiced* regret: its noun is the cue), `preposition` (*according to* the army),
    ///   `weak` (*found*, *showed*: mostly something else, so it needs "that", a quotation or a speaker that is
    ///   plain)
    /// - **share**: of 100 forms of the verb in news, so many report something; empty: 70
    /// - **distance**: how far the word stands behind what it reports: `doubting` (claimed), `endorsing` (revealed),
    ///   `neutral` (also where it is empty)
    Cues "cues" 5 false;
    /// Nouns that report speech, behind a light verb or a possessive (voiced *regret*, his *claim* that).
    ///
    /// `claim | claims | statement | clause of | 70 | doubting`
    ///
    /// - **plural**
    /// - **kind of claim**, **frames**, **share**, **distance**: as in [`Cues`](Self::Cues); `object` is "to" and a
    ///   noun, `about` also over, with, at, in
    CueNouns "cue_nouns" 5 false;
    /// Adjectives that report an attitude, behind a form of "be".
    ///
    /// `confident | | attitude | clause of`
    ///
    /// - **other forms**, with commas between
    /// - **kind of claim**, **frames**, **share**, **distance**: as in [`CueNouns`](Self::CueNouns)
    CueAdjectives "cue_adjectives" 5 false;
    /// Adverbs beside a word of speech, or in its place.
    ///
    /// `allegedly | doubting | reports`
    ///
    /// - **distance**: `doubting`, `endorsing`, `neutral` (also where it is empty)
    /// - **in its place**: `reports`, if the adverb is a cue by itself (the bank has *reportedly* closed)
    CueAdverbs "cue_adverbs" 2 false;
    /// What keeps a word of speech from saying anything.
    ///
    /// `decline | | withheld`
    ///
    /// - **forms**: of the verb; `-` where it is none
    /// - **polarity**: `not_said` (*failed* to mention), `withheld` (*declined* to say)
    Polarities "polarities" 2 false;
    /// Titles before a name.
    ///
    /// `general | generals, Gen. | male`
    ///
    /// - **other forms**: plural and abbreviations, with commas between
    /// - **gender**: `male`, `female`, `both` (also where it is empty)
    /// - **style**: `style`, if it is a form of address and no office (Mr.)
    Titles "titles" 3 false;
    /// Nouns for people by what they are or do, and for crowds.
    ///
    /// `witness | witnesses | witness`
    ///
    /// - **plural**
    /// - **kind**: `official`, `expert`, `spokesperson`, `witness`, `politician`, `military`, `police`,
    ///   `professional`, `press`, `relative`, `citizen`, `group`, `source`, `leader`, `opponent`
    /// - **gender**: `male`, `female`, `both` (also where it is empty)
    Roles "roles" 3 false;
    /// Heads of the names of bodies, media and documents (*ministry*), and names (*United Nations*), which count with
    /// a capital only.
    ///
    /// `ministry | ministries | government`
    ///
    /// - **plural**; of a name its other forms, with commas between
    /// - **kind**: `government`, `organization`, `group`, `media`, `document`
    /// - **mark**: `generic` (*the group* stands for one that was named before), `company` (*the firm*: for a company
    ///   that was; a name that ends with it, *Norvale Foods*, is one's), `side` (*both sides*: those who fight or
    ///   talk), `court` (*the court* heard that: what it is told)
    Organizations "organizations" 3 false;
    /// Countries, regions, cities, and whom and what they go by.
    ///
    /// `Norway | country | | Norwegian, Norwegians | Oslo`
    ///
    /// - **kind**: `country`, `territory`, `state`, `region`, `city`, `continent`
    /// - **other names**, with commas between
    /// - **demonyms**, with commas between
    /// - **seats of power** that stand for it (Oslo, the Kremlin), with commas between
    Places "places" 4 true;
    /// First names.
    ///
    /// `Anna | female`
    ///
    /// - **gender**: `male`, `female`, `both` (also where it is empty)
    FirstNames "first_names" 1 true;
    /// Closed word classes.
    ///
    /// `while | subordinator contrast`
    ///
    /// - **classes**, one or several: `determiner`, `possessive`, `quantifier`, `pronoun`, `subject` (a pronoun that
    ///   can be one), `preposition`, `governed` (for, about: with a gerund it fills the word before it),
    ///   `conjunction`, `subordinator`, `contrast` (while, although), `succession` (after, until), `connective`
    ///   (however), `relative`, `interrogative`, `that`, `infinitive_to`, `auxiliary`, `modal`, `be` (with a
    ///   participle behind it a passive), `negation`, `adverb`, `adjective` (an adverb that is one as well: hard),
    ///   `answer` (yes, so: all that is said)
    FunctionWords "function_words" 1 false;
    /// Verb forms.
    ///
    /// `run | runs ran run running | noun`
    ///
    /// - **forms**
    /// - **also**: `noun`, `adjective`, if the base form is that as well
    Verbs "verbs" 2 false;
    /// Abbreviations with their full stop, and what stands behind an apostrophe.
    ///
    /// `Gen. | title`
    ///
    /// - **kind**: `title`, `month`, `weekday`, `company`, `state`, `country`, `clock`, `era`, `number`, `unit`,
    ///   `latin`, `degree`, `street`, `general`, `elision` ('tis). A title never ends a sentence; the others can
    ///   before a word that begins one
    Abbreviations "abbreviations" 1 false;
    /// Phrases of the page's frame.
    ///
    /// `Share this article | line`
    ///
    /// - **where**: `line` (it is all of the line), `label` (the same, and titles below it are furniture too),
    ///   `button` (the same, and so is the title above it), `start` (the line begins with it), `sentence` (a sentence
    ///   begins with it), `anywhere` (the sentence holds it), `heading` (a line without full stop begins with it),
    ///   `block` (the paragraph that begins with it is furniture to its end), `link` (below the first paragraph, a line
    ///   without full stop begins with it), `shelf` (a line of few words begins with it, and below the first paragraph the
    ///   titles below that are furniture too); `credit`, `caption`, `byline` (it begins one of these)
    Boilerplate "boilerplate" 1 false;
    /// Numbers in words.
    ///
    /// `twelve | 12 | cardinal`
    ///
    /// - **value**: a whole number; of a vague word its lower bound
    /// - **kind**: `cardinal`, `scale` (hundred, million), `ordinal`, `vague` (dozens), `zero` (no, none)
    Numbers "numbers" 2 false;
    /// What makes a number inexact, and what else stands between a number and what became of the people.
    ///
    /// `at least | at_least`
    ///
    /// - **kind**, one or several. Of the number: `at_least`, `at_most`, `approximate`, `exact`. Between people and
    ///   outcome: `link` (*feared* dead), `subset` (*including*), `joint` (*as well as*), `finding` (*found* five
    ///   bodies), `taking` (*claimed* five lives), `bearing` (*suffered* injuries), `sending` (*rushed* to hospital),
    ///   `level` (the toll *reached* 31), `holding` (*took* nine hostage), `total` (*so far*), `crowd` (a *group* of
    ///   20), `captive` (*hostages*). Beside a count: `more` (*other*), `describing` (*first*), `label` (*flight*
    ///   93), `historic` (*previous war*), `figures`, `whole` (two of *them*), `containing` (*included*), `fatal`
    ///   (*fatally*), `share` (*percent*), `tied` (Hamas-*linked*), `opening` (*after* two men were shot),
    ///   `achieving` (*managed* to kill), `passive` (*got* killed), `record` (*the worst* since), `charging`
    ///   (*charged with*), `site` (in a *market*), `belonging` (Red Dawn *members*),
    ///   `driving` (*forced* 2,000 people to flee, *hacked* two to death)
    Hedges "hedges" 1 false;
    /// What becomes of people.
    ///
    /// `kill | | killed | transitive`
    ///
    /// - **forms** of a verb, other forms of a noun or adjective
    /// - **outcome**: `killed`, `wounded`, `missing`, `captured`, `displaced`, `other`
    /// - **part of speech**: `transitive` (somebody *killed* them), `intransitive` (they *died*), `adjective`
    ///   (*dead*), `noun` (the *deaths* of)
    /// - **condition** under which it counts: `weak` (people named as such: *seized* 40 farmers), `mass` (a hundred
    ///   or more: 3,000 *fled*), `troops` (soldiers: *lost* 31 soldiers), `lives` (*claimed* 40 lives), `toll` (the
    ///   *toll* rose to 31), `found` (12 *bodies* were recovered), `borne` (20 people with *burns*), `hospital` (six
    ///   were rushed to *hospital*), `taken` (took nine tourists *hostage*), `kept` (were *held* in a cellar),
    ///   `disease` (12 cases of *cholera*), `harm` (to the body, not to chances: *hurt* nine riders), `enemy` (an
    ///   enemy takes them: *captured* nine soldiers), `captive` (they were held: *freed* 12 prisoners), `either` (of
    ///   the thing that kills or the one that dies: *suffocate*), `driven` (behind people that a verb drives: hacked
    ///   two *to death*), `beside` (beside another outcome: 20 *martyrs* and 30 wounded); empty: none
    Outcomes "outcomes" 4 false;
    /// Whom it happens to, and what only looks like it.
    ///
    /// `soldier | soldiers | military`
    ///
    /// - **plural**; of a people its other forms
    /// - **category**: `civilian`, `military`, `police`, `militant`, `child`, `journalist`, `other`, `unspecified`;
    ///   `thing` is nobody
    /// - **mark**: `name` (the word names an armed side), `people` (it names a people without a state, in the plural)
    Victims "victims" 3 false;
    /// What else is lost, and the words that tell it.
    ///
    /// `rocket launcher | rocket launchers | object`
    ///
    /// - **plural**, or the verb's **forms**
    /// - **part**: `object` (*tank*), `verb` (*destroy*), `nominal` (the *loss* of)
    Equipment "equipment" 2 false;
    /// Words of time expressions.
    ///
    /// `Monday | =Mon. | weekday 1`
    ///
    /// - **other forms**, with commas between
    /// - **role**, and the number that it takes, 0 where it takes none. Times by themselves: `weekday` (Monday 1 …
    ///   Sunday 7), `month` (January 1), `unit` (day 1, week 2, month 3, quarter 4, year 5, decade 6, century 7, hour
    ///   8, minute 9, second 10, weekend 11, fortnight 12), `season` (spring 1), `day_part` (morning 1, afternoon 2,
    ///   evening 3, night 4, midday 5), `clock` (noon 12, midnight 24), `deictic` (yesterday -1), `tonight`,
    ///   `overnight`, `present` (now), `past` (recently), `future` (soon), `frequency` (daily: the unit's number),
    ///   `named_day` (month × 100 + day; from 2000 on a day that is computed), `decade` (the nineties 199),
    ///   `reference_noun` (the past -1, the future 1), `lasting` (yearlong: the unit's number), `length` (a while),
    ///   `period` (the year-earlier *period*). Words that join one: `shift` (last -1, this 0, next 1), `anaphor`
    ///   (from the day last named: previous -1, same 0, following 1), `offset` (ago -1, later 1), `before` (prior to
    ///   -1), `when` (1 in, 2 from, 3 through, out), `count` (a preposition before a count), `future_offset` (the
    ///   weeks *ahead*), `modifier` (early 1, mid 2, late 3), `edge` (the beginning 1, the middle 2, the end 3),
    ///   `every`, `zone` (GMT), `meridiem` (a.m. 0, p.m. 12), `approximator` (nearly), `over`, `vague` (several),
    ///   `couple`, `filler` (two *full* years), `distance` (60 *miles* an hour), `fiscal`, `age` (two-day-*old*),
    ///   `prospect` (looks ahead: scheduled; 1 always, 2 behind a copula or before for/to, 3 right before until, 4
    ///   before until; none counts in an infinitive). Around one: `published` (before the day on a page's date line: published 4, updated 3),
    ///   `copyright` (©), `finance` (what only earnings news is full of)
    Times "times" 2 false;
    /// Parts of names, and words that tell about a name.
    ///
    /// `van | particle`
    ///
    /// - **part**: `particle` (van), `suffix` (Jr.), `withheld` (unnamed), `quality` (former), `naming` (so-called:
    ///   what follows in quotation marks is a name)
    NameParts "name_parts" 1 false;
    /// Words that tell what a neutral cue's content is: it *must* stop is a demand.
    ///
    /// `must | demand`
    ///
    /// - **kind of claim**: `statement`, `accusation`, `denial`, `admission`, `demand`, `warning`, `prediction`,
    ///   `promise`, `opinion`, `agreement`, `attitude`, `other`
    Stances "stances" 1 false;
    /// Nouns that stand for an earlier claim.
    ///
    /// `allegation | allegations | accusation`
    ///
    /// - **plural**
    /// - **what it stands for**: `accusation`, `demand`, `denial`, `any`
    ShellNouns "shell_nouns" 2 false;
    /// What the article says of a claim's truth.
    ///
    /// `verify | | unverified | denied`
    ///
    /// - **forms** of a verb
    /// - **status**: `unverified`, `disputed`
    /// - **frame**: `denied` (could not be *verified*), `passive` (is *disputed*), `phrase` (*without evidence*),
    ///   `adjective` (*unverified* reports)
    Statuses "statuses" 3 false;
    /// What somebody does not tell.
    ///
    /// `release | | give`
    ///
    /// - **forms** of a verb, **plural** of a thing
    /// - **part**: `give` (takes a thing: has not *released* figures), `say` (takes a question: did not *say* how
    ///   many), `specify` (takes either), `thing` (*figures*), `refuse` (*declined* to)
    Disclosures "disclosures" 2 false;
    /// Nouns by what they can be the object of.
    ///
    /// `ruling | | plan`
    ///
    /// - **plural**
    /// - **class**: `said` (words, views, findings), `plan` (what is proposed, ruled or made), `event`, `thing`,
    ///   `place`
    Objects "objects" 2 false;
    /// What an enemy does.
    ///
    /// `shell | shells shelled shelling`
    ///
    /// - **forms**
    HostileActs "hostile_acts" 1 false;
    /// Words that name who passed a claim on.
    ///
    /// `as cited by`
    ///
    /// - **other words** that do the same, with commas between
    Relays "relays" 1 false;
    /// Pronouns by whom they can stand for.
    ///
    /// `he | him, his | male`
    ///
    /// - **other forms**, with commas between
    /// - **stands for**: `male`, `female`, `thing`, `several`, `speaker` (I), `speakers` (we), `hearer` (you),
    ///   `relative` (who), `mutual` (each other), `anyone` (everybody)
    Pronouns "pronouns" 2 false;
    /// Words of transcripts and interviews.
    ///
    /// `anchor | reporter`
    ///
    /// - **what it is**: `reporter` (in a label: whoever asks or presents), `answer` (the label of whoever is asked),
    ///   `sound` (in brackets: heard and not said)
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
