//! A passage of the article as a row of pieces: text, and marks that open and close around it.
//!
//! Marks overlap as they like ("Ruiz [said the dam (was] safe)"), elements must nest. So a mark that would cross another's
//! end is closed before it and opened again behind it.

use super::marks::{Mark, Part};
use super::names::Names;
use crate::render::visible::hidden;
use crate::span::Span;

/// What stands next in a passage.
#[derive(Debug)]
pub(super) enum Piece<'a> {
    /// A mark begins, or goes on behind another's end.
    Open(Box<Opening>),
    /// The innermost open mark ends; whether it was a link.
    Close { link: bool },
    /// The article's words.
    Text(&'a str),
    /// A carriage return, which a browser would swallow if it were written as it is.
    Return,
    /// A character that could change how others are shown.
    Control(Control),
    /// A claim's name, at its cue.
    Name(Name),
}

#[derive(Debug)]
pub(super) struct Opening {
    pub classes: String,
    /// The cards that it belongs to.
    pub cards: String,
    pub title: String,
    /// Its anchor, on its first piece.
    pub id: Option<String>,
    /// Where it leads.
    pub to: Option<String>,
}

/// A control character, or one that turns the direction of writing: shown as its code, in a box that it cannot reach out of.
#[derive(Debug)]
pub(super) struct Control {
    /// `U+202E`.
    pub code: String,
    /// None where HTML cannot hold it.
    pub character: Option<char>,
}

impl Control {
    fn new(c: char) -> Self {
        Self {
            code: format!("U+{:04X}", u32::from(c)),
            character: Some(c).filter(|c| *c != '\0'),
        }
    }
}

#[derive(Debug)]
pub(super) struct Name {
    pub name: String,
    pub place: String,
    pub card: String,
    pub about: String,
    /// Which claim of the passage.
    pub slot: Option<usize>,
}

/// Writes passages of one article.
#[derive(Debug)]
pub(super) struct Writer<'a, 'n, 't> {
    article: &'a str,
    names: &'n Names<'n, 't>,
    marks: Vec<Mark>,
    /// By mark: how far it and all before it reach.
    reach: Vec<usize>,
    /// By place: the claims whose names stand there.
    named: Vec<(usize, usize)>,
}

impl<'a, 'n, 't> Writer<'a, 'n, 't> {
    pub(super) fn new(article: &'a str, names: &'n Names<'n, 't>, mut marks: Vec<Mark>) -> Self {
        let claims = names.extraction.claims.iter().enumerate();
        let fits = |span: Span| !span.of(article).is_empty();
        let named = claims.filter_map(|(index, claim)| {
            let cue = claim.cue.iter().map(|cue| cue.span);
            let mut places = cue.chain(claim.content.iter().map(|piece| piece.span));
            Some((places.find(|place| fits(*place))?.end, index))
        });
        let mut named: Vec<_> = named.collect();
        named.sort_unstable();
        unlink_the_long(&mut marks, &named);
        let reach = marks.iter().scan(0, |reach, mark| {
            *reach = mark.span.end.max(*reach);
            Some(*reach)
        });
        Self {
            article,
            names,
            reach: reach.collect(),
            marks,
            named,
        }
    }

    /// The pieces of `span`, where the claims `here` are shown beside it.
    pub(super) fn passage(&self, span: Span, here: &[usize]) -> Vec<Piece<'a>> {
        let first = self.reach.partition_point(|&reach| reach <= span.start);
        let mut marks = (first..self.marks.len())
            .take_while(|&mark| self.marks[mark].span.start < span.end)
            .filter(|&mark| self.marks[mark].span.end > span.start)
            .peekable();
        let first = self
            .named
            .partition_point(|&(place, _)| place <= span.start);
        let mut named = self.named[first..].iter().peekable();
        let mut passage = Passage {
            writer: self,
            here,
            out: Vec::new(),
            open: Vec::new(),
            waiting: Vec::new(),
        };
        let mut at = span.start;
        while at < span.end {
            passage.close(at);
            while let Some(mark) = marks.next_if(|&mark| self.marks[mark].span.start <= at) {
                passage.open(mark, at);
            }
            let ends = passage
                .open
                .iter()
                .map(|open| self.marks[open.mark].span.end);
            let start = marks.peek().map(|&mark| self.marks[mark].span.start);
            let name = named.peek().map(|(place, _)| *place);
            let next = ends.chain(start).chain(name).min().unwrap_or(span.end);
            let next = next.clamp(at + 1, span.end);
            passage.text(Span::new(at, next).of(self.article));
            at = next;
            while let Some(&(_, claim)) = named.next_if(|(place, _)| *place <= at) {
                passage.waiting.push(claim);
            }
        }
        passage.close(at);
        passage.close_all(at);
        passage.out
    }
}

/// A mark that holds another link or a claim's name is none itself: a link may not stand in a link.
fn unlink_the_long(marks: &mut [Mark], named: &[(usize, usize)]) {
    for index in 0..marks.len() {
        let Mark { span, part, .. } = marks[index];
        if matches!(part, Part::Date | Part::Number) || marks[index].link.is_none() {
            continue;
        }
        let mut inside = marks[index + 1..]
            .iter()
            .take_while(|other| other.span.start < span.end);
        let name = named.partition_point(|&(place, _)| place <= span.start);
        let name = named.get(name).is_some_and(|&(place, _)| place < span.end);
        if name || inside.any(|other| other.link.is_some()) {
            if let Some(link) = &mut marks[index].link {
                link.to = None;
            }
        }
    }
}

struct Open {
    mark: usize,
    /// Its opening, among the pieces.
    piece: usize,
    link: bool,
}

struct Passage<'w, 'a, 'n, 't> {
    writer: &'w Writer<'a, 'n, 't>,
    here: &'w [usize],
    out: Vec<Piece<'a>>,
    /// Open marks, outermost first.
    open: Vec<Open>,
    /// Claims whose names wait until no link is open.
    waiting: Vec<usize>,
}

impl<'a> Passage<'_, 'a, '_, '_> {
    /// Closes what ends at `at`; what is inside of it and goes on is opened again behind the names that stand here.
    fn close(&mut self, at: usize) {
        let marks = &self.writer.marks;
        let ends = |open: &Open| marks[open.mark].span.end <= at;
        let outermost = self.open.iter().position(ends);
        let closed = self.open.split_off(outermost.unwrap_or(self.open.len()));
        for open in closed.iter().rev() {
            self.close_one(open, at);
        }
        self.name();
        for open in closed.iter().filter(|open| !ends(open)) {
            self.open(open.mark, at);
        }
    }

    fn close_all(&mut self, at: usize) {
        while let Some(open) = self.open.pop() {
            self.close_one(&open, at);
        }
        self.name();
    }

    fn close_one(&mut self, open: &Open, at: usize) {
        if let Some(Piece::Open(opening)) = self.out.get_mut(open.piece) {
            if self.writer.marks[open.mark].span.end <= at {
                opening.classes.push_str(" last");
            }
        }
        self.out.push(Piece::Close { link: open.link });
    }

    fn open(&mut self, index: usize, at: usize) {
        let mark = &self.writer.marks[index];
        let first = mark.span.start == at;
        let mut classes = format!("m {}", mark.part.class());
        if let Some(kind) = mark.kind {
            classes += &format!(" k-{kind}");
        }
        for slot in mark.claims.iter().filter_map(|&claim| self.slot(claim)) {
            classes += &format!(" s{slot}");
        }
        if first {
            classes += " first";
        }
        let names = self.writer.names;
        let cards: Vec<_> = mark.claims.iter().map(|&claim| names.card(claim)).collect();
        let link = mark.link.as_ref();
        let to = link.and_then(|link| link.to.clone());
        let to = to.filter(|_| !self.in_link());
        self.open.push(Open {
            mark: index,
            piece: self.out.len(),
            link: to.is_some(),
        });
        self.out.push(Piece::Open(Box::new(Opening {
            classes,
            cards: cards.join(" "),
            title: mark.title.clone(),
            id: link.filter(|_| first).map(|link| link.place.clone()),
            to,
        })));
    }

    /// Which of the passage's own claims it is; the style sheet lights up what belongs together.
    fn slot(&self, claim: usize) -> Option<usize> {
        let place = self.here.iter().position(|&own| own == claim)?;
        Some(place + 1)
    }

    fn in_link(&self) -> bool {
        self.open.iter().any(|open| open.link)
    }

    /// Writes the names that wait, unless a link is open.
    fn name(&mut self) {
        if self.in_link() {
            return;
        }
        for claim in std::mem::take(&mut self.waiting) {
            let names = self.writer.names;
            let about = names.link(claim).map(|link| link.about);
            self.out.push(Piece::Name(Name {
                name: names.claim(claim).to_owned(),
                place: names.place(claim),
                card: names.card(claim),
                about: about.unwrap_or_default(),
                slot: self.slot(claim),
            }));
        }
    }

    fn text(&mut self, text: &'a str) {
        let mut rest = text;
        while let Some(at) = rest.find(special) {
            let (before, from) = rest.split_at(at);
            let mut characters = from.chars();
            if !before.is_empty() {
                self.out.push(Piece::Text(before));
            }
            self.out.extend(characters.next().map(|c| match c {
                '\r' => Piece::Return,
                c => Piece::Control(Control::new(c)),
            }));
            rest = characters.as_str();
        }
        if !rest.is_empty() {
            self.out.push(Piece::Text(rest));
        }
    }
}

/// What an HTML file cannot hold as it is, or must not: see [`Piece`].
fn special(c: char) -> bool {
    c == '\r' || (!matches!(c, '\n' | '\t') && hidden(c))
}
