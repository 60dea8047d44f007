//! The places where a content can end, by what stands there.

use crate::lexicon::Classes;
use crate::mentions::cues;
use crate::mentions::parts::{Grammar, Part};

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
    During,
    Because,
    /// "on Monday"
    Time,
    /// "attacked the mayor by saying that"
    By,
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
        Edge::During => [3, 7, 10, 32, 17],
        Edge::Because => [1, 4, 8, 10, 5],
        Edge::Time => [20, 35, 22, 22, 20],
        Edge::When => [0, 8, 10, 37, 12],
        Edge::As => [0, 0, 0, 0, 0],
        Edge::By => [0, 0, 20, 80, 0],
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
            Self::Semicolon | Self::CommaReportingGerund | Self::AndReporting
        )
    }
}

/// The edge at `index`, where one is.
pub(super) fn at(g: &Grammar<'_, '_, '_>, index: usize, limit: usize) -> Option<Edge> {
    let next = index + 1;
    let part = g.part(next);
    Some(match g.part(index) {
        _ if is_comma(g, index) => {
            if next >= limit {
                return None;
            }
            match part {
                Part::Gerund if g.page.is(next, Classes::CUE_VERB) || cue_phrase(g, next) => {
                    Edge::CommaReportingGerund
                }
                Part::Gerund => Edge::CommaGerund,
                Part::But if reporting(g, next + 1) => Edge::AndReporting,
                Part::But => match g.part(next + 1) {
                    Part::Pronoun | Part::Name => Edge::CommaButSubject,
                    Part::Determiner | Part::Possessive => Edge::CommaButSubject,
                    _ => Edge::CommaBut,
                },
                Part::Conjunction => {
                    if reporting(g, next + 1) {
                        Edge::AndReporting
                    } else if g.part(next + 1) == Part::Pronoun {
                        Edge::CommaAndPronoun
                    } else {
                        Edge::CommaAndOther
                    }
                }
                Part::Relative if g.reads(next, "which") => Edge::CommaWhich,
                Part::Relative => Edge::CommaWho,
                Part::Determiner | Part::Possessive => Edge::CommaDeterminer,
                Part::Subordinator if contrasts(g, next) => Edge::CommaWhile,
                Part::Pronoun => Edge::CommaPronoun,
                Part::Name => Edge::CommaName,
                Part::Open => Edge::CommaQuotation,
                // ", for whom she worked", ", both of which fell"
                Part::Preposition | Part::Quantifier if relative_behind(g, next) => {
                    Edge::CommaWhich
                }
                Part::Preposition | Part::Subordinator => match g.page.word(next) {
                    "with" | "without" => Edge::CommaWith,
                    "as" => Edge::CommaAs,
                    _ => Edge::CommaPreposition,
                },
                _ => Edge::CommaOther,
            }
        }
        Part::Semicolon => Edge::Semicolon,
        Part::Dash => Edge::Dash,
        Part::Colon => Edge::Colon,
        Part::Bracket if matches!(g.page.word(index), "(" | "[") => Edge::Bracket,
        Part::But if !is_comma(g, index.wrapping_sub(1)) => {
            if reporting(g, next) {
                Edge::AndReporting
            } else {
                Edge::But
            }
        }
        Part::Conjunction if !is_comma(g, index.wrapping_sub(1)) => {
            if reporting(g, next) {
                Edge::AndReporting
            } else {
                Edge::And
            }
        }
        Part::Preposition if g.reads(index, "in") && is_statement(g, index + 1) => Edge::Statement,
        Part::Subordinator | Part::Preposition if !is_comma(g, index.wrapping_sub(1)) => {
            if g.page.is(index, Classes::SUCCESSION) {
                // "wrote the following lines"
                return (g.part(index.wrapping_sub(1)) != Part::Determiner).then_some(Edge::After);
            }
            if contrasts(g, index) {
                // "said the plan was dead while adding that"
                let adds = part == Part::Gerund && g.page.is(next, Classes::CUE_VERB);
                return Some(if adds {
                    Edge::AndReporting
                } else {
                    Edge::While
                });
            }
            match g.page.word(index) {
                "during" => Edge::During,
                "because" | "through" => Edge::Because,
                "on" if g.is_time(index + 1) => Edge::Time,
                "as" => Edge::As,
                // "attacked the mayor by reminding voters that"
                "by" if part == Part::Gerund && g.page.is(next, Classes::CUE_VERB) => Edge::By,
                _ => return None,
            }
        }
        Part::Question if !is_comma(g, index.wrapping_sub(1)) && g.reads(index, "when") => {
            Edge::When
        }
        _ => return None,
    })
}

/// "for whom", "both of which": a preposition and the pronoun of a relative clause.
fn relative_behind(g: &Grammar<'_, '_, '_>, token: usize) -> bool {
    let counted = g.part(token) == Part::Quantifier;
    let preposition = token + usize::from(counted);
    g.part(preposition) == Part::Preposition
        && g.part(preposition + 1) == Part::Relative
        && (counted || g.reads(preposition + 1, "whom"))
}

fn contrasts(g: &Grammar<'_, '_, '_>, token: usize) -> bool {
    g.page.is(token, Classes::CONTRAST)
}

fn cue_phrase(g: &Grammar<'_, '_, '_>, token: usize) -> bool {
    g.page.phrase_classes(token).any(Classes::CUE_VERB)
}

/// "and said", "and has accused", "and later called for": a second cue of the same subject.
pub(super) fn reporting(g: &Grammar<'_, '_, '_>, index: usize) -> bool {
    let mut token = index;
    while matches!(g.part(token), Part::Adverb | Part::Auxiliary) {
        token += 1;
    }
    let cue = g.page.is(token, Classes::CUE_VERB) || cue_phrase(g, token);
    match g.part(token) {
        Part::Past | Part::Finite | Part::Participle | Part::Gerund => cue,
        // "denies any fault and points out that"
        Part::Noun if cue && token == index => {
            let word = g.page.tokens.get(token);
            let length = word.map_or(1, |word| usize::from(word.phrase_length.max(1)));
            cues::goes_on(g, token, token + length)
        }
        _ => false,
    }
}

/// "a statement", "an interview", "a joint letter": what people speak in.
fn is_statement(g: &Grammar<'_, '_, '_>, start: usize) -> bool {
    let mut token = start;
    if !matches!(g.part(token), Part::Determiner | Part::Possessive) {
        return false;
    }
    token += 1;
    while g.part(token) == Part::Noun && g.part(token + 1) == Part::Noun && token < start + 3 {
        token += 1;
    }
    g.page.is(token, Classes::DOCUMENT.with(Classes::CUE_NOUN))
}

/// A comma, or the end of a quotation that has it inside: "called it "a joke," adding that".
pub(in crate::claims::attribution) fn is_comma(g: &Grammar<'_, '_, '_>, index: usize) -> bool {
    g.part(index) == Part::Comma
        || g.part(index) == Part::Close && index > 0 && g.part(index - 1) == Part::Comma
}
