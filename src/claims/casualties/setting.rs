//! When and where it happened, by the words of the figure's own clause: "[On Monday] two were killed [near Holm]".
//! The day of speaking and the clauses of other things do not count, and in doubt nothing does.

use crate::claims::draft::ClaimDraft;
use crate::entities::victims::Head;
use crate::extraction::{Place, TimeExpression, TimeType};
use crate::lexicon::Classes;
use crate::measures::times::TimeMention;
use crate::syntax::Tag;
use crate::text::{Flags, TokenKind, TokenRange};

use super::finding::{Finding, Rule};
use super::places::{self, Spot};
use super::scene::Scene;
use super::scope;

/// The most tokens of an adverbial that opens a sentence: "In the early hours of Monday,".
const FRONTED: usize = 4;

/// What bounds the clauses of a page besides words: where speakers, cues and contents begin and end.
#[derive(Debug)]
pub(crate) struct Bounds {
    starts: Vec<usize>,
    ends: Vec<usize>,
}

impl Bounds {
    pub(crate) fn of(claims: &[ClaimDraft<'_, '_>]) -> Self {
        // A speaker, a cue and a piece of content each, as a rule.
        let room = || Vec::with_capacity(3 * claims.len());
        let (mut starts, mut ends) = (room(), room());
        for claim in claims {
            let cue = claim.cue.iter().map(|cue| &cue.tokens);
            let speakers = claim.source.iter().chain(&claim.relays);
            for words in cue.chain(speakers.map(|source| &source.tokens)) {
                starts.push(words.end);
                ends.push(words.start);
            }
            for piece in &claim.content {
                starts.push(piece.start);
                ends.push(piece.end);
            }
        }
        starts.sort_unstable();
        ends.sort_unstable();
        Self { starts, ends }
    }

    /// The tokens around `own` that no speaker, cue or edge of a content cuts off.
    fn around(&self, own: &TokenRange, sentence: &TokenRange) -> TokenRange {
        let before = self.starts.partition_point(|&start| start <= own.start);
        let start = before.checked_sub(1).and_then(|at| self.starts.get(at));
        let end = self
            .ends
            .get(self.ends.partition_point(|&end| end < own.end));
        start.map_or(sentence.start, |&start| start.max(sentence.start))
            ..end.map_or(sentence.end, |&end| end.min(sentence.end))
    }
}

/// When and where a figure happened.
#[derive(Clone, Debug, Default)]
pub(crate) struct Setting {
    /// Index of the date.
    pub when: Option<usize>,
    pub place: Option<Spot>,
}

impl Setting {
    fn or(self, other: impl FnOnce() -> Self) -> Self {
        if self.when.is_some() && self.place.is_some() {
            return self;
        }
        let other = other();
        Self {
            when: self.when.or(other.when),
            place: self.place.or(other.place),
        }
    }

    /// What the words of a construction can tell: a toll rises on another day than people die, and they are brought to
    /// a hospital from elsewhere.
    fn of(self, rule: Rule) -> Self {
        match rule {
            Rule::Toll => Self { when: None, ..self },
            Rule::Hospital => Self {
                place: None,
                ..self
            },
            _ => self,
        }
    }

    pub(crate) fn place<'t>(&self, scene: &Scene<'_, 't, '_>) -> Option<Place<'t>> {
        self.place.as_ref().map(|place| place.finish(scene.page))
    }
}

/// The settings of all figures of a sentence.
pub(crate) fn find(
    scene: &Scene<'_, '_, '_>,
    findings: &[Finding],
    times: &[TimeMention],
    dates: &[TimeExpression<'_>],
    bounds: &Bounds,
) -> Vec<Setting> {
    let clauses: Vec<Clause<'_, '_, '_, '_>> = findings
        .iter()
        .map(|finding| Clause::of(scene, finding, findings, times, dates, bounds))
        .collect();
    let own: Vec<Setting> = clauses.iter().map(Clause::setting).collect();
    let shared = |index: usize| {
        let mut setting = own[index].clone();
        for (other, theirs) in own.iter().enumerate() {
            if clauses[index].shares(&clauses[other]) {
                setting = setting.or(|| theirs.clone());
            }
        }
        setting
    };
    (0..own.len()).map(shared).collect()
}

/// "Nine fled, [including two] in the past week": what follows is the part's alone.
fn bare_part(scene: &Scene<'_, '_, '_>, finding: &Finding) -> bool {
    finding.part_of.is_some() && scene.groups[finding.group].head == Head::Elided
}

/// The clause of a figure.
struct Clause<'s, 'p, 't, 'l> {
    scene: &'s Scene<'p, 't, 'l>,
    finding: &'s Finding,
    times: &'s [TimeMention],
    dates: &'s [TimeExpression<'t>],
    /// From the number to the outcome, or the other way round.
    own: TokenRange,
    /// As far as the clause can reach.
    reach: TokenRange,
    /// Whether the text is a title, in which every word has a capital.
    title: bool,
}

/// Which way a clause is read from the figure.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Left,
    Right,
}

impl<'s, 'p, 't, 'l> Clause<'s, 'p, 't, 'l> {
    fn of(
        scene: &'s Scene<'p, 't, 'l>,
        finding: &'s Finding,
        findings: &[Finding],
        times: &'s [TimeMention],
        dates: &'s [TimeExpression<'t>],
        bounds: &Bounds,
    ) -> Self {
        let group = &scene.groups[finding.group];
        let own =
            group.tokens.start.min(finding.event.start)..group.tokens.end.max(finding.event.end);
        let mut reach = bounds.around(&own, &scene.tokens);
        reach.start = reach.start.min(own.start);
        reach.end = reach.end.max(own.end);
        // The next figure with an outcome of its own has a clause of its own.
        for other in findings {
            let start = scene.groups[other.group]
                .number
                .start
                .min(other.event.start);
            if start >= own.end && (other.event != finding.event || bare_part(scene, other)) {
                reach.end = reach.end.min(start);
            }
        }
        Self {
            scene,
            finding,
            times,
            dates,
            title: scene.page.has(finding.event.start, Flags::CAPITALISED)
                && finding.event.start > scene.tokens.start,
            own,
            reach,
        }
    }

    fn setting(&self) -> Setting {
        let right = self.end(self.own.end);
        let (left, opened) = self.start();
        let inner = self.inner();
        self.read(self.own.end..right)
            .or(|| self.read(inner))
            .or(|| self.read(left..self.own.start))
            .or(|| self.fronted(opened, left))
            .or(|| self.then())
            .or(|| self.beside(right))
            .of(self.finding.rule)
    }

    /// Whether two figures have one predicate, or the second leaves out what the first has: "two killed and three hurt".
    fn shares(&self, other: &Self) -> bool {
        let page = self.scene.page;
        if self.finding.event == other.finding.event {
            return !bare_part(self.scene, other.finding);
        }
        let (first, second) = if self.own.start < other.own.start {
            (self, other)
        } else {
            (other, self)
        };
        let gap = first.own.end..second.own.start;
        (second.finding.rule == Rule::Participle || second.finding.rule == first.finding.rule)
            && (1..=2).contains(&gap.len())
            && gap
                .into_iter()
                .all(|token| page.reads(token, "and") || page.word(token) == ",")
    }

    /// What is between number and outcome, up to a clause of its own: "two men [in Kano] who were ill died".
    fn inner(&self) -> TokenRange {
        let group = &self.scene.groups[self.finding.group];
        let event = &self.finding.event;
        let gap = if event.start < group.tokens.start {
            event.end..group.tokens.start.max(event.end)
        } else {
            group.tokens.end..event.start.max(group.tokens.end)
        };
        let end = gap.clone().find(|&token| self.stops(token, Way::Right));
        gap.start..end.unwrap_or(gap.end)
    }

    /// Where the clause ends to the right of a token.
    fn end(&self, from: usize) -> usize {
        (from..self.reach.end)
            .find(|&token| self.stops(token, Way::Right))
            .unwrap_or(self.reach.end)
    }

    /// Where the clause begins, and whether a word that opens a clause stands there.
    fn start(&self) -> (usize, bool) {
        let page = self.scene.page;
        // "A bomb exploded in Kano on Monday, killing two": the main clause tells when and where.
        let trailing = self.finding.rule == Rule::Gerund
            && self.own.start > self.reach.start
            && page.word(self.own.start - 1) == ",";
        let mut token = self.own.start;
        while token > self.reach.start {
            let before = token - 1;
            let opens = self.opens(before);
            let verb = self.stops(before, Way::Left) && self.scene.tag(before) != Tag::Auxiliary;
            if opens || verb && !(trailing && self.scene.tag(before).is_verb()) {
                // "The blast, which hit on Monday, killed two": what stands behind a verb is that verb's.
                let aside = (token..self.own.start).any(|token| page.word(token) == ",");
                let theirs = self.finite(before) && !opens || opens && aside;
                return (if theirs { self.own.start } else { token }, opens);
            }
            token = before;
        }
        (token, false)
    }

    /// "On Monday, a man entered a school and killed two."
    fn fronted(&self, opened: bool, left: usize) -> Setting {
        let start = self.reach.start;
        let comma = (start..left.min(start + FRONTED + 1))
            .find(|&token| self.scene.page.word(token) == ",");
        match comma {
            Some(comma) if !opened && start == self.scene.tokens.start => self.read(start..comma),
            _ => Setting::default(),
        }
    }

    /// "the worst since 1996, when 230 died": the time that "since" names is theirs.
    fn then(&self) -> Setting {
        let of = |time: &TimeMention| scope::then(self.scene, self.finding, time);
        let near = self.mentions(self.scene.tokens.start..self.own.start);
        let when = near.filter(|(_, time)| of(time)).last();
        Setting {
            when: when.map(|(index, _)| index),
            place: None,
        }
    }

    /// "were killed when a bomb exploded in Kano on Monday": the same time and place.
    fn beside(&self, right: usize) -> Setting {
        if right >= self.reach.end || !self.scene.page.reads(right, "when") {
            return Setting::default();
        }
        let verb = (right + 1..self.reach.end).find(|&token| self.finite(token));
        let subject = right + 1..verb.unwrap_or(right + 1);
        let clean = !subject.clone().any(|token| self.opens(token));
        match verb {
            Some(verb) if clean => self.read(verb + 1..self.end(verb + 1)),
            _ => Setting::default(),
        }
    }

    fn finite(&self, token: usize) -> bool {
        let tag = self.scene.tag(token);
        // "May 3, …": a month is no modal.
        (tag.is_verb() && tag != Tag::Base || tag.is_auxiliary())
            && !self.scene.syntax.is_time(token)
    }

    /// Whether the words beyond are another clause's.
    fn stops(&self, token: usize, way: Way) -> bool {
        let page = self.scene.page;
        let mark = match page.kind(token) {
            Some(TokenKind::Punctuation) => !matches!(page.word(token), "," | "."),
            Some(TokenKind::Dash) => true,
            _ => false,
        };
        let joint = self.scene.tag(token) == Tag::Conjunction && way == Way::Right
            || page.reads(token, "and")
            || page.reads(token, "but");
        // "killed six men queuing at a bank on Monday"
        let theirs = self.scene.tag(token) == Tag::Gerund && token == self.own.end;
        mark || joint || self.opens(token) || self.finite(token) && !theirs
    }

    /// Whether a clause of its own begins with the word.
    fn opens(&self, token: usize) -> bool {
        let page = self.scene.page;
        let temporal = ["after", "before", "since", "until", "as", "while", "when"];
        self.scene.tag(token).opens_clause()
            || temporal.into_iter().any(|word| page.reads(token, word))
    }

    /// The first date and the first place of some tokens.
    fn read(&self, tokens: TokenRange) -> Setting {
        let when = self
            .mentions(tokens.clone())
            .find(|(index, time)| self.happened(*index, time))
            .map(|(index, _)| index);
        let place = tokens
            .clone()
            .filter(|&token| self.scene.tag(token) == Tag::Preposition)
            .find_map(|token| places::at(self.scene.syntax, token, tokens.end, self.title));
        Setting { when, place }
    }

    fn mentions(&self, tokens: TokenRange) -> impl Iterator<Item = (usize, &TimeMention)> {
        let first = self
            .times
            .partition_point(|time| time.tokens.start < tokens.start);
        let here = self.times.iter().enumerate().skip(first);
        here.take_while(move |(_, time)| time.tokens.end <= tokens.end)
    }

    /// Whether a time expression says on which day, not until when, since when or how long.
    fn happened(&self, index: usize, time: &TimeMention) -> bool {
        let page = self.scene.page;
        let Some(date) = self.dates.get(index) else {
            return false;
        };
        let open = date
            .value
            .as_deref()
            .is_some_and(|value| value.ends_with("_REF") || value.contains('X'));
        let before = time.tokens.start.wrapping_sub(1);
        let governed = matches!(self.scene.tag(before), Tag::Preposition | Tag::Subordinator);
        let on = ["on", "in", "at", "during"];
        // "said on Monday two men had died"
        let verb = before.wrapping_sub(usize::from(governed));
        if verb < time.tokens.start && page.is(verb, Classes::CUE_VERB) {
            return false;
        }
        let fits = !governed
            || on.into_iter().any(|word| page.reads(before, word))
            || before < self.scene.tokens.start;
        matches!(date.kind, TimeType::Date | TimeType::Time) && !open && fits
    }
}
