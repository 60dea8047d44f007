//! What a word can be, whatever it is where it stands. For names, titles and the days of a page's frame: they stand in
//! headings and lists as well, where no sentence tells what a word is.

use crate::lexicon::Classes;

/// Function words: none is part of a name, or of the phrase before a title.
pub(crate) const FUNCTION: Classes = Classes::DETERMINER
    .with(Classes::PRONOUN)
    .with(Classes::PREPOSITION)
    .with(Classes::CONJUNCTION)
    .with(Classes::SUBORDINATOR)
    .with(Classes::AUXILIARY)
    .with(Classes::MODAL)
    .with(Classes::NEGATION)
    .with(Classes::INFINITIVE_TO)
    .with(Classes::POSSESSIVE)
    .with(Classes::QUANTIFIER);

/// Any form of a verb: "Ruiz Backs Plan", where every word of a heading has a capital.
pub(crate) const VERB_FORM: Classes = Classes::VERB;

/// What opens a relative clause: ", the mayor of a town [which] floods spared".
pub(crate) const RELATIVE_PRONOUN: Classes = Classes::RELATIVE;

/// What stands behind a name and its comma and opens no apposition: ", who left", ", citing costs", ", and".
pub(crate) const CLAUSE_OPENER: Classes = RELATIVE_PRONOUN
    .with(Classes::GERUND)
    .with(Classes::CONJUNCTION);

/// What ends the words among which a title or role stands in an apposition: ", the former mayor [of] Lima".
pub(crate) const PHRASE_END: Classes = Classes::PREPOSITION
    .with(Classes::PRONOUN)
    .with(Classes::AUXILIARY)
    .with(Classes::MODAL)
    .with(Classes::CONJUNCTION);

/// What governs a day in a sentence: "[on] March 3", "[since] March 3".
pub(crate) const GOVERNOR: Classes = Classes::PREPOSITION.with(Classes::SUBORDINATOR);

/// A verb that is no noun or adjective as well: "met", but not "report".
#[inline]
pub(crate) const fn is_only_verb(classes: Classes) -> bool {
    let other = Classes::ALSO_NOUN.with(Classes::ALSO_ADJECTIVE);
    classes.any(Classes::VERB) && !classes.any(other)
}

/// A verb that stands before no noun either: "met", but not "elected" in "elected mayor".
#[inline]
pub(crate) const fn is_only_finite(classes: Classes) -> bool {
    is_only_verb(classes) && !classes.any(Classes::PARTICIPLE)
}

/// "said", "says": a verb of speech in a form that can follow who speaks.
#[inline]
pub(crate) const fn reports(classes: Classes) -> bool {
    classes.any(Classes::CUE_VERB) && classes.any(Classes::PAST.with(Classes::THIRD_PERSON))
}

/// "said": a verb of speech in a form that can stand before who speaks, "said Xolo Vandu".
#[inline]
pub(crate) const fn reported(classes: Classes) -> bool {
    classes.any(Classes::CUE_VERB) && classes.any(Classes::PAST)
}
