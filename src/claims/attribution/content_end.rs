//! Where a content ends: at the sentence's end, or at the first edge that mostly ends one.

use crate::lexicon::Classes;
use crate::mentions::parts::{FAR, Grammar, Part};
use crate::text::TokenRange;

use super::content_start::Opening;
use super::lead_in;

/// What stands at a place where a content can end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Edge {
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
}

/// How many of 100 contents that reach the edge end there, by what the content opens with: "that", a bare clause,
/// an infinitive, an object, a question. Most were counted on the training articles of PolNeAR; cells with under five
/// cases, `Statement`, `During`, `Because`, `Time` and the corrections in [`weigh`] that no comment counts are judged.
const fn ends(edge: Edge, opening: Opening) -> u8 {
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
    };
    match opening {
        Opening::That => row[0],
        Opening::Bare | Opening::Quotation => row[1],
        Opening::Infinitive => row[2],
        Opening::Object => row[3],
        Opening::Question => row[4],
    }
}

/// From this many of 100 on a content ends.
const THRESHOLD: u8 = 45;

/// The end of the content that starts at `start`; not behind `limit`.
pub(crate) fn find(
    g: &Grammar<'_, '_, '_>,
    start: usize,
    opening: Opening,
    source: Option<&TokenRange>,
    limit: usize,
) -> usize {
    let frame = Frame::new(g, start, opening, source);
    let mut index = start;
    // A clause does not end before it has had its verb: "said that rents, which rose in May, would fall".
    let mut complete = !matches!(opening, Opening::That | Opening::Bare);
    let mut aside = false;
    // "urged both sides to talk": those who are urged stand before the "to".
    let mut addressed = opening == Opening::Infinitive && g.part(start) != Part::To;
    while index < limit {
        if g.part(index) == Part::Open && g.behind_quotation(index) > index + 1 {
            let opened = index;
            index = g.behind_quotation(index);
            if index >= limit {
                return index;
            }
            if quotation_ends(g, opened, index, start, limit, opening) {
                return index;
            }
            // `called it "a joke," adding that`: the comma that parts the clauses stands inside the marks.
            complete |= g.has_finite(opened..index);
            let parted = edge(g, index - 1, limit)
                .filter(|edge| is_comma(g, index - 1) && (complete || edge.is_hard()));
            if let Some(edge) = parted.filter(|_| !addressed) {
                if weigh(g, edge, &frame, index - 1, limit) >= THRESHOLD {
                    return index;
                }
            }
            continue;
        }
        let part = g.part(index);
        if index > start {
            if let Some(edge) = edge(g, index, limit) {
                // "named three aims: "Roads, bread and light," she said": the quotation has its own speaker.
                if lead_in::to_speaker(g, index, limit) {
                    return index;
                }
                if !addressed
                    && (complete || edge.is_hard())
                    && weigh(g, edge, &frame, index, limit) >= THRESHOLD
                {
                    return index;
                }
            }
            if frame.relative
                && part.is_finite()
                && complete
                && opening == Opening::Object
                && !g.is_reduced(index)
            {
                // "one official who relayed the exchange said": the main clause goes on.
                return index;
            }
        } else if matches!(
            part,
            Part::Comma | Part::Preposition | Part::Subordinator | Part::Question | Part::Gerund
        ) {
            // "said that when rents rose, people left": the first comma ends the opening clause only.
            aside = opening == Opening::That || opening == Opening::Bare;
        }
        addressed &= part != Part::To;
        if aside {
            aside = part != Part::Comma || index == start;
        } else if part.is_finite() {
            complete = true;
        } else if part == Part::Relative {
            aside = !complete;
        }
        index += 1;
    }
    // The stop that ends the sentence is no content.
    trimmed(g, start, limit)
}

/// Without punctuation at the end that is not inside quotation marks.
pub(crate) fn trimmed(g: &Grammar<'_, '_, '_>, start: usize, end: usize) -> usize {
    let mut end = end;
    while end > start
        && matches!(
            g.part(end - 1),
            Part::Stop | Part::Comma | Part::Semicolon | Part::Colon | Part::Dash
        )
        && !g.is_quoted(end - 1)
        // "asked who had won?": the question mark belongs to the question.
        && (g.part(end - 1) != Part::Stop || matches!(g.page.word(end - 1), "." | "…" | "..."))
    {
        end -= 1;
    }
    end
}

/// Whether a content that has just closed a quotation ends there.
fn quotation_ends(
    g: &Grammar<'_, '_, '_>,
    opened: usize,
    behind: usize,
    start: usize,
    limit: usize,
    opening: Opening,
) -> bool {
    let inside = g.part(behind.wrapping_sub(2));
    let stopped = inside == Part::Stop;
    if opened == start {
        // said, "We lost." / said "we lost" / said, "We lost," adding
        let adding = inside == Part::Comma && leaves_speech(g, opened, behind, opening);
        return stopped
            || adding
            || behind >= limit
            || matches!(
                g.part(behind),
                Part::Stop | Part::Comma | Part::Semicolon | Part::Dash
            );
    }
    stopped && g.page.has(behind, crate::text::Flags::CAPITALISED)
}

/// Whether the comma that closes a quotation closes the speech: `said, "We'll see," when asked`, and not `said that "The
/// Road," a play, was long`, `chanted, "Go home," and "Shame."`
fn leaves_speech(g: &Grammar<'_, '_, '_>, opened: usize, behind: usize, opening: Opening) -> bool {
    let next = g.part(behind + 1);
    match g.part(behind) {
        Part::Gerund | Part::But | Part::Relative => true,
        Part::Conjunction if matches!(next, Part::Open | Part::To | Part::That | Part::Comma) => {
            false
        }
        _ => {
            opening != Opening::That || (opened + 1..behind).any(|token| g.part(token).is_finite())
        }
    }
}

/// What the content is and whose: what an edge is weighed against.
struct Frame<'a> {
    opening: Opening,
    start: usize,
    source: Option<&'a TokenRange>,
    /// The source is "who" or "which".
    relative: bool,
    /// The cue stands in an opening clause: "While the union said that …, it went on".
    subordinate: bool,
}

impl<'a> Frame<'a> {
    fn new(
        g: &Grammar<'_, '_, '_>,
        start: usize,
        opening: Opening,
        source: Option<&'a TokenRange>,
    ) -> Self {
        let first = source.map(|source| source.start);
        let before = first.and_then(|first| first.checked_sub(1));
        let subordinate = before.is_some_and(|token| {
            g.part(token) == Part::Subordinator
                || g.page.is(token, Classes::SUBORDINATOR) && g.part(token) == Part::Preposition
        });
        Self {
            opening,
            start,
            source,
            relative: source.is_some_and(|source| {
                source.len() == 1 && matches!(g.part(source.start), Part::Relative | Part::That)
            }),
            subordinate,
        }
    }
}

impl Edge {
    /// Ends a clause even before it has had its verb.
    const fn is_hard(self) -> bool {
        matches!(
            self,
            Self::Semicolon | Self::CommaReportingGerund | Self::AndReporting
        )
    }
}

fn edge(g: &Grammar<'_, '_, '_>, index: usize, limit: usize) -> Option<Edge> {
    let next = index + 1;
    let part = g.part(next);
    Some(match g.part(index) {
        Part::Comma | Part::Close if is_comma(g, index) => {
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
        Part::But if !is_comma(g, index - 1) => {
            if reporting(g, next) {
                Edge::AndReporting
            } else {
                Edge::But
            }
        }
        Part::Conjunction if !is_comma(g, index - 1) => {
            if reporting(g, next) {
                Edge::AndReporting
            } else {
                Edge::And
            }
        }
        Part::Preposition if g.reads(index, "in") && is_statement(g, index + 1) => Edge::Statement,
        Part::Subordinator | Part::Preposition if !is_comma(g, index - 1) => {
            match g.page.word(index) {
                "after" | "before" | "since" | "until" => Edge::After,
                "during" => Edge::During,
                "because" | "through" => Edge::Because,
                "on" if g.is_time(index + 1) => Edge::Time,
                "while" | "although" | "though" => Edge::While,
                _ => return None,
            }
        }
        Part::Question if !is_comma(g, index - 1) && g.reads(index, "when") => Edge::When,
        _ => return None,
    })
}

/// A comma, or the mark of a quotation that holds it: `"a joke,"`.
fn is_comma(g: &Grammar<'_, '_, '_>, token: usize) -> bool {
    match g.part(token) {
        Part::Comma => true,
        Part::Close => token > 0 && g.part(token - 1) == Part::Comma,
        _ => false,
    }
}

fn contrasts(g: &Grammar<'_, '_, '_>, token: usize) -> bool {
    matches!(
        g.page.word(token),
        "while" | "although" | "though" | "whereas"
    )
}

fn cue_phrase(g: &Grammar<'_, '_, '_>, token: usize) -> bool {
    g.page.phrase_classes(token).any(Classes::CUE_VERB)
}

/// "and said", "and has accused", "and later called for": a second cue of the same subject.
fn reporting(g: &Grammar<'_, '_, '_>, index: usize) -> bool {
    let mut token = index;
    while matches!(g.part(token), Part::Adverb | Part::Auxiliary) {
        token += 1;
    }
    matches!(
        g.part(token),
        Part::Past | Part::Finite | Part::Participle | Part::Gerund
    ) && (g.page.is(token, Classes::CUE_VERB) || cue_phrase(g, token))
}

/// The table's figure, corrected by what else can be seen from the edge.
fn weigh(g: &Grammar<'_, '_, '_>, edge: Edge, frame: &Frame<'_>, index: usize, limit: usize) -> u8 {
    let opening = frame.opening;
    let share = ends(edge, opening);
    let words = index - frame.start;
    let next = g.part(index + 1);
    let phrasal = matches!(opening, Opening::Object | Opening::Infinitive);
    let list = || {
        // "rents, the cost of food and taxes": a list goes on.
        (index + 1..limit.min(index + 7)).any(|token| g.part(token) == Part::Conjunction)
            && !g.has_finite(index + 1..limit.min(index + 7))
    };
    if is_comma(g, index) {
        if frame.relative && next.is_finite() {
            // "Ana Ruiz, who called it a joke, left"
            return 95;
        }
        if frame.subordinate
            && (next.opens_phrase() || next == Part::Open)
            && content_clause(g, index + 1, limit)
        {
            // "While she admitted that it would be hard, her office has argued"
            return 90;
        }
    }
    if is_comma(g, index) && resumes(g, index, limit) {
        return 10;
    }
    if edge == Edge::And && absolute_follows(g, index + 1, limit) {
        // "one side vowing to return and the other insisting on peace"
        return 80;
    }
    if matches!(edge, Edge::But | Edge::CommaBut | Edge::CommaButSubject) {
        let but = index + usize::from(is_comma(g, index));
        // "said they had left but the claim was dismissed": the writer's answer to it.
        let answers = g.part(but + 1) == Part::Determiner
            && g.page.is(but + 2, Classes::CUE_NOUN)
            && g.part(but + 3).is_finite();
        if answers {
            return 90;
        }
    }
    match edge {
        // An object has no verb: what follows is the main clause again, "praised the plan and embraced it".
        Edge::And | Edge::But | Edge::CommaAndOther | Edge::CommaBut
            if opening == Opening::Object =>
        {
            let token = if is_comma(g, index) {
                index + 2
            } else {
                index + 1
            };
            if g.part(token).is_finite() && !g.is_reduced(token) {
                85
            } else if g.part(token).opens_phrase() && content_clause(g, token, limit) {
                70
            } else {
                share
            }
        }
        Edge::And | Edge::CommaAndOther if opening == Opening::Infinitive => {
            let token = if is_comma(g, index) {
                index + 2
            } else {
                index + 1
            };
            if matches!(
                g.part(token),
                Part::Past | Part::Finite | Part::Auxiliary | Part::Modal
            ) {
                80
            } else if g.part(token).opens_phrase() && content_clause(g, token, limit) {
                60
            } else {
                share
            }
        }
        Edge::Colon if phrasal && g.page.has(index + 1, crate::text::Flags::CAPITALISED) => 60,
        Edge::CommaName => {
            let own = frame.source.is_some_and(|source| {
                source.clone().any(|token| {
                    g.part(token) == Part::Name && g.page.word(token) == g.page.word(index + 1)
                })
            });
            if own {
                90
            } else if list() {
                3
            } else if g.has_finite(index + 2..limit.min(index + 6)) && words < 15 {
                61
            } else {
                share.min(40)
            }
        }
        Edge::CommaDeterminer => {
            if list() || words >= 15 {
                32
            } else {
                share.max(50)
            }
        }
        Edge::CommaOther | Edge::CommaGerund => {
            if list() {
                11
            } else if words < 3 {
                share + 20
            } else if words >= 15 {
                share.saturating_sub(25)
            } else {
                share
            }
        }
        Edge::CommaWhile if words >= 15 && opening != Opening::Object => 29,
        Edge::After if opening == Opening::Object => {
            if words <= 2 {
                71
            } else if words <= 5 {
                46
            } else {
                20
            }
        }
        Edge::Time if opening == Opening::Object && words <= 2 => 67,
        Edge::During | Edge::When | Edge::While if opening == Opening::Object && words <= 5 => 57,
        Edge::Because if opening == Opening::Object && words <= 2 => 75,
        Edge::After if words <= 2 => share + 30,
        Edge::Dash => {
            let single =
                (index + 1..limit.min(index + FAR)).all(|token| g.part(token) != Part::Dash);
            if single { 48 } else { 37 }
        }
        _ => share,
    }
}

/// Whether a subject and its verb start here.
pub(super) fn content_clause(g: &Grammar<'_, '_, '_>, start: usize, limit: usize) -> bool {
    for token in start..limit.min(start + 12) {
        match g.part(token) {
            Part::Auxiliary | Part::Modal | Part::Finite => return token > start,
            Part::Past if !g.is_reduced(token) => return token > start,
            Part::Comma
            | Part::Stop
            | Part::Relative
            | Part::That
            | Part::To
            | Part::Gerund
            | Part::Open
            | Part::Conjunction
            | Part::Question
            | Part::Subordinator
            | Part::Dash
            | Part::Semicolon
            | Part::Colon => return false,
            _ => {}
        }
    }
    false
}

/// Whether an insertion opens at the comma and the clause goes on behind it: "when the town, the second largest,
/// was bombed".
fn resumes(g: &Grammar<'_, '_, '_>, comma: usize, limit: usize) -> bool {
    let next = (comma + 1..limit.min(comma + 26)).find(|&token| {
        matches!(
            g.part(token),
            Part::Comma | Part::Semicolon | Part::Open | Part::Stop
        )
    });
    let Some(next) = next.filter(|&next| g.part(next) == Part::Comma) else {
        return false;
    };
    let mut verb = next + 1;
    while g.part(verb) == Part::Adverb {
        verb += 1;
    }
    let relative = g.part(comma + 1) == Part::Relative;
    verb < limit
        && g.part(verb).is_finite()
        && !g.is_reduced(verb)
        && (relative || !g.has_finite(comma + 1..next))
        && !g.page.is(verb, Classes::CUE_VERB)
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

/// "the other side insisting": a noun phrase with a reporting participle of its own.
fn absolute_follows(g: &Grammar<'_, '_, '_>, start: usize, limit: usize) -> bool {
    let mut token = start;
    while token < limit.min(start + 5) && g.part(token).opens_phrase() {
        token += 1;
    }
    token > start && g.part(token) == Part::Gerund && g.page.is(token, Classes::CUE_VERB)
}
