//! The places where a content can end, by what stands there.

use crate::lexicon::entries::responses::DisclosurePart;
use crate::lexicon::entries::speech::ObjectClass;
use crate::lexicon::{Classes, Meaning, Table};
use crate::syntax::{Syntax, Tag};

use super::super::opening::Opening;

/// What stands at a place where a content can end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    /// ", adding"
    CommaReportingGerund,
    /// ", and said"
    AndReporting,
    CommaButSubject,
    CommaBut,
    CommaAndPronoun,
    CommaAndOther,
    CommaWhich,
    CommaWho,
    CommaDeterminer,
    CommaWhile,
    CommaPronoun,
    CommaGerund,
    CommaName,
    CommaWith,
    CommaAs,
    CommaPreposition,
    CommaQuotation,
    CommaOther,
    Semicolon,
    Dash,
    Colon,
    Bracket,
    But,
    And,
    After,
    While,
    When,
    /// "in a joint statement", "in an interview"
    Statement,
    /// "at a rally", "on Twitter": where people speak.
    Venue,
    During,
    Because,
    /// "on Monday"
    Time,
    /// "attacked the mayor by saying that"
    By,
    /// "without giving details", "but gave no details"
    Withholding,
    /// "conceded the point as the two sides met": only weighed with what follows.
    As,
}

/// How many of 100 contents that reach the edge end there, by what the content opens with: "that", a bare clause,
/// an infinitive, an object, a question. Most were counted on the training articles of PolNeAR; cells with under five
/// cases, `Statement`, `During`, `Because`, `Time` and the corrections in [`super::weight`] that no comment counts are judged.
pub(super) const fn ends(edge: Edge, opening: Opening) -> u8 {
    let row: [u8; 5] = match edge {
        Edge::CommaReportingGerund => [69, 94, 99, 98, 90],
        Edge::AndReporting => [56, 69, 80, 92, 70],
        Edge::CommaButSubject => [67, 84, 85, 83, 80],
        Edge::CommaBut => [35, 46, 50, 50, 44],
        Edge::CommaAndPronoun => [57, 80, 90, 50, 70],
        Edge::CommaAndOther => [23, 31, 35, 41, 32],
        Edge::CommaWhich => [55, 52, 71, 78, 61],
        Edge::CommaWho => [47, 58, 58, 76, 58],
        Edge::CommaDeterminer => [49, 56, 89, 64, 38],
        Edge::CommaWhile => [29, 57, 80, 92, 53],
        Edge::CommaPronoun => [20, 59, 99, 57, 44],
        Edge::CommaGerund => [39, 29, 62, 54, 41],
        Edge::CommaName => [26, 26, 60, 31, 81],
        Edge::CommaWith => [12, 29, 46, 46, 30],
        Edge::CommaAs => [17, 27, 24, 24, 20],
        Edge::CommaPreposition => [12, 22, 26, 26, 19],
        Edge::CommaQuotation => [3, 0, 18, 18, 5],
        Edge::CommaOther => [13, 32, 52, 33, 17],
        Edge::Semicolon => [67, 68, 67, 66, 67],
        Edge::Dash => [38, 35, 47, 45, 40],
        Edge::Colon => [33, 24, 30, 30, 50],
        Edge::Bracket => [31, 24, 24, 29, 24],
        Edge::But => [30, 27, 40, 62, 33],
        Edge::And => [1, 7, 10, 11, 10],
        Edge::After => [1, 7, 22, 47, 10],
        Edge::While => [0, 12, 12, 33, 12],
        Edge::Statement => [40, 60, 70, 90, 60],
        Edge::Venue => [0, 0, 0, 70, 0],
        Edge::During => [3, 7, 10, 32, 17],
        Edge::Because => [1, 4, 8, 10, 5],
        Edge::Time => [20, 35, 22, 22, 20],
        Edge::When => [0, 8, 10, 37, 12],
        Edge::As => [0, 0, 0, 0, 0],
        Edge::By => [0, 0, 20, 80, 0],
        // Not counted: it is about the speaker whatever opens the content.
        Edge::Withholding => [95; 5],
    };
    match opening {
        Opening::That => row[0],
        Opening::Bare | Opening::Quotation => row[1],
        Opening::Infinitive => row[2],
        Opening::Object => row[3],
        Opening::Question => row[4],
    }
}

impl Edge {
    /// "and", "but" without a comma.
    pub(super) const fn joins(self) -> bool {
        matches!(self, Self::And | Self::But)
    }

    /// Ends a clause even before it has had its verb.
    pub(super) const fn is_hard(self) -> bool {
        matches!(
            self,
            Self::Semicolon | Self::CommaReportingGerund | Self::AndReporting | Self::Withholding
        )
    }
}

/// The edge at `index`, where one is.
pub(super) fn at(syntax: &Syntax<'_, '_, '_>, index: usize, limit: usize) -> Option<Edge> {
    if is_comma(syntax, index) {
        return (index + 1 < limit).then(|| at_comma(syntax, index + 1));
    }
    // What a comma stands before was weighed with the comma.
    let bare = || !is_comma(syntax, index.wrapping_sub(1));
    match syntax.tag(index) {
        Tag::Semicolon => Some(Edge::Semicolon),
        Tag::Dash => Some(Edge::Dash),
        Tag::Colon => Some(Edge::Colon),
        Tag::Bracket => matches!(syntax.page.word(index), "(" | "[").then_some(Edge::Bracket),
        Tag::But if bare() => Some(joining(syntax, index + 1, Edge::But)),
        Tag::Conjunction if bare() => Some(joining(syntax, index + 1, Edge::And)),
        Tag::Preposition if syntax.reads(index, "in") && is_statement(syntax, index + 1) => {
            Some(Edge::Statement)
        }
        Tag::Preposition if is_venue(syntax, index, limit) => Some(Edge::Venue),
        Tag::Subordinator | Tag::Preposition if bare() => at_adjunct(syntax, index, limit),
        Tag::Negation if bare() && syntax.reads(index, "without") => {
            withholds(syntax, index).then_some(Edge::Withholding)
        }
        Tag::Question => (bare() && syntax.reads(index, "when")).then_some(Edge::When),
        _ => None,
    }
}

/// The edge that a comma is, by what stands behind it, at `next`.
fn at_comma(syntax: &Syntax<'_, '_, '_>, next: usize) -> Edge {
    match syntax.tag(next) {
        Tag::Gerund if is_cue(syntax, next) => Edge::CommaReportingGerund,
        Tag::Gerund => Edge::CommaGerund,
        Tag::Negation if withholds(syntax, next) => Edge::Withholding,
        Tag::But if reporting(syntax, next + 1) => Edge::AndReporting,
        Tag::But => match syntax.tag(next + 1) {
            Tag::Pronoun | Tag::Name | Tag::Determiner | Tag::Possessive => Edge::CommaButSubject,
            _ => Edge::CommaBut,
        },
        Tag::Conjunction if reporting(syntax, next + 1) => Edge::AndReporting,
        Tag::Conjunction if syntax.tag(next + 1) == Tag::Pronoun => Edge::CommaAndPronoun,
        Tag::Conjunction => Edge::CommaAndOther,
        Tag::Relative if syntax.reads(next, "which") => Edge::CommaWhich,
        Tag::Relative => Edge::CommaWho,
        Tag::Determiner | Tag::Possessive => Edge::CommaDeterminer,
        Tag::Subordinator if contrasts(syntax, next) => Edge::CommaWhile,
        Tag::Pronoun => Edge::CommaPronoun,
        Tag::Name => Edge::CommaName,
        Tag::Open => Edge::CommaQuotation,
        // ", for whom she worked", ", both of which fell"
        Tag::Preposition | Tag::Quantifier if relative_behind(syntax, next) => Edge::CommaWhich,
        Tag::Preposition | Tag::Subordinator => match syntax.page.word(next) {
            "with" | "without" => Edge::CommaWith,
            "as" => Edge::CommaAs,
            _ => Edge::CommaPreposition,
        },
        _ => Edge::CommaOther,
    }
}

/// The edge of an "and" or a "but" without a comma: "called it a joke and said" joins cues, "roads and bread" does not.
fn joining(syntax: &Syntax<'_, '_, '_>, next: usize, otherwise: Edge) -> Edge {
    if withholds(syntax, next) {
        Edge::Withholding
    } else if reporting(syntax, next) {
        Edge::AndReporting
    } else {
        otherwise
    }
}

/// The edge before an adjunct without a comma, by the word that opens it: "after", "while", "because", "on Monday".
fn at_adjunct(syntax: &Syntax<'_, '_, '_>, index: usize, limit: usize) -> Option<Edge> {
    if syntax.page.is(index, Classes::SUCCESSION) {
        // "wrote the following lines"
        return (syntax.tag(index.wrapping_sub(1)) != Tag::Determiner).then_some(Edge::After);
    }
    let next = index + 1;
    // "while adding that", "by reminding voters that"
    let reports = || syntax.tag(next) == Tag::Gerund && syntax.page.is(next, Classes::CUE_VERB);
    if contrasts(syntax, index) {
        return Some(if reports() {
            Edge::AndReporting
        } else {
            Edge::While
        });
    }
    match syntax.page.word(index) {
        "during" => Some(Edge::During),
        "because" | "through" => Some(Edge::Because),
        "on" if syntax.is_time(next) => at_day(syntax, next, limit),
        "as" => Some(Edge::As),
        "by" if reports() => Some(Edge::By),
        _ => None,
    }
}

/// "without giving details", "[but] gave no details", "[but] did not elaborate": how somebody speaks, and not what they say.
fn withholds(syntax: &Syntax<'_, '_, '_>, first: usize) -> bool {
    const LONGEST: usize = 6;
    let page = syntax.page;
    // "without evidence"
    let without = syntax.reads(first, "without");
    if without && page.phrase_classes(first).any(Classes::STATUS) {
        return true;
    }
    let opens = if without {
        page.word(first + 1).ends_with("ing")
    } else {
        matches!(syntax.tag(first), Tag::Past | Tag::Finite | Tag::Auxiliary)
    };
    let negates = |token: usize| {
        page.is(token, Classes::NEGATION) || matches!(page.word(token), "no" | "few" | "little")
    };
    let negative = without || (first..first + 3).any(negates);
    let mut inside = (first + 1..first + LONGEST).take_while(|&token| {
        let tag = syntax.tag(token);
        let between = tag.opens_phrase() || matches!(tag, Tag::Negation | Tag::Adverb);
        tag.is_verb() || tag.is_auxiliary() || between
    });
    opens
        && negative
        && inside.any(|token| {
            let thing = page
                .entries_in(Table::Disclosures, token)
                .any(|(entry, _)| {
                    matches!(entry.meaning, Meaning::Disclosure(DisclosurePart::Thing))
                });
            // "without elaborating."
            let bare = matches!(syntax.tag(token + 1), Tag::Stop | Tag::Comma);
            thing || bare && syntax.tag(token).is_verb() && page.is(token, Classes::CUE_VERB)
        })
}

/// "on Monday"; none in "accused each other on Monday of breaking the truce", "urged them on Monday to stay", where the
/// content goes on behind the day.
fn at_day(syntax: &Syntax<'_, '_, '_>, day: usize, limit: usize) -> Option<Edge> {
    let behind = (day..limit).find(|&token| !syntax.is_time(token));
    let goes_on =
        behind.is_some_and(|token| syntax.tag(token) == Tag::To || syntax.reads(token, "of"));
    (!goes_on).then_some(Edge::Time)
}

/// "for whom", "both of which": a preposition and the pronoun of a relative clause.
fn relative_behind(syntax: &Syntax<'_, '_, '_>, token: usize) -> bool {
    let counted = syntax.tag(token) == Tag::Quantifier;
    let preposition = token + usize::from(counted);
    syntax.tag(preposition) == Tag::Preposition
        && syntax.tag(preposition + 1) == Tag::Relative
        && (counted || syntax.reads(preposition + 1, "whom"))
}

fn contrasts(syntax: &Syntax<'_, '_, '_>, token: usize) -> bool {
    syntax.page.is(token, Classes::CONTRAST)
}

/// "saying", "calling for"
fn is_cue(syntax: &Syntax<'_, '_, '_>, token: usize) -> bool {
    syntax.page.is(token, Classes::CUE_VERB)
        || syntax.page.phrase_classes(token).any(Classes::CUE_VERB)
}

/// "and said", "and has accused", "and later called for": a second cue of the same subject.
pub(super) fn reporting(syntax: &Syntax<'_, '_, '_>, index: usize) -> bool {
    let mut token = index;
    while matches!(syntax.tag(token), Tag::Adverb | Tag::Auxiliary) {
        token += 1;
    }
    matches!(
        syntax.tag(token),
        Tag::Past | Tag::Finite | Tag::Participle | Tag::Gerund
    ) && is_cue(syntax, token)
}

/// "a statement", "an interview", "a joint letter", "his speech": what people speak in; "the polls", "the case", "its
/// inquiry" are what they speak of.
fn is_statement(syntax: &Syntax<'_, '_, '_>, start: usize) -> bool {
    let own = syntax.tag(start) == Tag::Possessive;
    if !own && !matches!(syntax.page.word(start), "a" | "an") {
        return false;
    }
    let mut token = start + 1;
    while syntax.tag(token) == Tag::Noun && syntax.tag(token + 1) == Tag::Noun && token < start + 3
    {
        token += 1;
    }
    let page = syntax.page;
    page.is(token, Classes::DOCUMENT) && (!own || page.is(token, Classes::CUE_NOUN))
}

/// A comma, or the end of a quotation that has it inside: "called it "a joke," adding that".
pub(crate) fn is_comma(syntax: &Syntax<'_, '_, '_>, index: usize) -> bool {
    syntax.tag(index) == Tag::Comma
        || syntax.tag(index) == Tag::Close && index > 0 && syntax.tag(index - 1) == Tag::Comma
}

/// "at a rally in Lima", "on Twitter", "during a debate" at the clause's end: where or when people speak.
fn is_venue(syntax: &Syntax<'_, '_, '_>, preposition: usize, limit: usize) -> bool {
    if !matches!(syntax.page.word(preposition), "at" | "on" | "during") {
        return false;
    }
    let start = preposition + 1;
    let head = (start..limit)
        .take_while(|&token| syntax.tag(token).opens_phrase() || syntax.tag(token) == Tag::Clitic)
        .last();
    let Some(head) = head else {
        return false;
    };
    let event = || {
        syntax
            .page
            .entries_in(Table::Objects, head)
            .any(|(entry, _)| matches!(entry.meaning, Meaning::Object(ObjectClass::Event)))
    };
    let medium = Classes::MEDIA.with(Classes::CUE_NOUN);
    // "condemned the attack on X", the network
    let place = head == start && matches!(syntax.page.word(head), "X" | "X.")
        || (start..head + 1).any(|token| syntax.page.is(token, Classes::MEDIA))
        || syntax.page.is(head, medium)
        || !syntax.reads(preposition, "on") && event();
    // Behind it nothing but where and when.
    let rest = (head + 1..limit).find(|&token| {
        !(syntax.tag(token).opens_phrase()
            || syntax.is_time(token)
            || syntax.tag(token) == Tag::Preposition)
    });
    place && rest.is_none_or(|token| matches!(syntax.tag(token), Tag::Stop | Tag::Comma))
}
