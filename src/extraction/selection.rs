//! A part of what was found: some lists, some kinds of claims, some speakers.

use super::{Casualty, Claim, ClaimKind, Extraction, Source};

/// A list of an [`Extraction`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum List {
    /// [`Extraction::claims`].
    Claims,
    /// [`Extraction::casualties`].
    Casualties,
    /// [`Extraction::dates`].
    Dates,
    /// [`Extraction::losses`].
    Losses,
    /// [`Extraction::undisclosed`].
    Undisclosed,
}

/// Which part of an extraction is wanted; all of it at first.
///
/// Kinds and speakers choose claims, and of the rest what belongs to those: their figures, losses and dates, and what the
/// speakers keep back.
///
/// ```
/// use newsclaim::{ClaimKind, List, Selection};
/// let text = "The army accused rebels of shelling a school, killing two teachers. Rebels denied it on Monday.";
/// let found = newsclaim::extract(text);
/// let denials = found.clone().select(&Selection::new().kind(ClaimKind::Denial));
/// assert_eq!(denials.claims.len(), 1);
/// // What was answered is left out, and the link to it with it.
/// assert_eq!(denials.claims[0].responds_to, None);
/// let army = found.select(&Selection::new().who("Army").only(List::Casualties));
/// assert_eq!((army.claims.len(), army.casualties[0].count.low), (0, 2));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    lists: Vec<List>,
    kinds: Vec<ClaimKind>,
    who: Vec<String>,
}

impl Selection {
    /// Everything.
    pub fn new() -> Self {
        Self::default()
    }

    /// Only this list, and others named so; the other lists are empty.
    #[must_use]
    pub fn only(mut self, list: List) -> Self {
        self.lists.push(list);
        self
    }

    /// Only claims of this kind, and of other kinds named so.
    #[must_use]
    pub fn kind(mut self, kind: ClaimKind) -> Self {
        self.kinds.push(kind);
        self
    }

    /// Only claims of a source whose words or name hold these words, in capitals or not, and of others named so.
    #[must_use]
    pub fn who(mut self, words: &str) -> Self {
        self.who.push(words.trim().to_lowercase());
        self
    }

    /// Whether it leaves nothing out.
    pub fn is_everything(&self) -> bool {
        *self == Self::default()
    }

    /// The indexes of what it leaves of a list.
    ///
    /// ```
    /// use newsclaim::{ClaimKind, List, Selection};
    /// let found = newsclaim::extract("Peru accused Chile of spying. Chile denied it.");
    /// assert_eq!(Selection::new().kind(ClaimKind::Denial).indexes(&found, List::Claims), [1]);
    /// ```
    pub fn indexes(&self, extraction: &Extraction<'_>, list: List) -> Vec<usize> {
        let chosen = self.chosen(extraction);
        match list {
            List::Claims => chosen.claims,
            List::Casualties => chosen.casualties,
            List::Dates => chosen.dates,
            List::Losses => chosen.losses,
            List::Undisclosed => chosen.undisclosed,
        }
    }

    fn has(&self, list: List) -> bool {
        self.lists.is_empty() || self.lists.contains(&list)
    }

    fn chooses_claims(&self) -> bool {
        !(self.kinds.is_empty() && self.who.is_empty())
    }

    fn wants_claim(&self, claim: &Claim<'_>) -> bool {
        let kind = self.kinds.is_empty() || self.kinds.contains(&claim.kind);
        let mut sources = claim.source.iter().chain(&claim.others);
        kind && (self.who.is_empty() || sources.any(|source| self.wants_source(source)))
    }

    fn wants_source(&self, source: &Source<'_>) -> bool {
        let called = std::iter::once(&source.text).chain(&source.name);
        let called: Vec<String> = called.map(|words| words.to_lowercase()).collect();
        let asked = |called: &String| self.who.iter().any(|who| holds(called, who));
        called.iter().any(asked)
    }

    /// What it leaves of an extraction.
    pub(crate) fn chosen(&self, extraction: &Extraction<'_>) -> Chosen {
        let claims = &extraction.claims;
        let wanted: Vec<bool> = claims.iter().map(|claim| self.wants_claim(claim)).collect();
        let told = |claim: Option<usize>| match claim {
            _ if !self.chooses_claims() => true,
            Some(claim) => wanted.get(claim).copied().unwrap_or(false),
            None => false,
        };
        let figures = &extraction.casualties;
        let mut dated = vec![!self.chooses_claims(); extraction.dates.len()];
        let mut with_date = |date: usize| {
            if let Some(dated) = dated.get_mut(date) {
                *dated = true;
            }
        };
        for (claim, _) in claims.iter().zip(&wanted).filter(|(_, wanted)| **wanted) {
            claim
                .dates
                .iter()
                .chain(&claim.said)
                .for_each(|&date| with_date(date));
        }
        let of_figures = |figure: &Casualty<'_>| figure.since.into_iter().chain(figure.when);
        for figure in figures.iter().filter(|figure| told(figure.claim)) {
            of_figures(figure).for_each(&mut with_date);
        }
        let withheld = |holder: Option<&Source<'_>>| {
            self.kinds.is_empty()
                && (self.who.is_empty() || holder.is_some_and(|holder| self.wants_source(holder)))
        };
        let indexes = |list, chosen: &mut dyn Iterator<Item = bool>| -> Vec<usize> {
            let chosen = chosen
                .enumerate()
                .filter(|(_, chosen)| *chosen && self.has(list));
            chosen.map(|(index, _)| index).collect()
        };
        let losses = &extraction.losses;
        let undisclosed = &extraction.undisclosed;
        Chosen {
            claims: indexes(List::Claims, &mut wanted.iter().copied()),
            casualties: indexes(List::Casualties, &mut figures.iter().map(|f| told(f.claim))),
            dates: indexes(List::Dates, &mut dated.iter().copied()),
            losses: indexes(
                List::Losses,
                &mut losses.iter().map(|loss| told(loss.claim)),
            ),
            undisclosed: indexes(
                List::Undisclosed,
                &mut undisclosed
                    .iter()
                    .map(|kept| withheld(kept.holder.as_ref())),
            ),
        }
    }
}

/// Whether `words` stand in `text` as words of their own.
fn holds(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(start, _)| {
        let before = text[..start].chars().next_back();
        let after = text[start + words.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// Indexes into the lists of an extraction, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Chosen {
    pub claims: Vec<usize>,
    pub casualties: Vec<usize>,
    pub dates: Vec<usize>,
    pub losses: Vec<usize>,
    pub undisclosed: Vec<usize>,
}

impl Extraction<'_> {
    /// What `selection` leaves of it. Links to what is left out are none.
    #[must_use]
    pub fn select(mut self, selection: &Selection) -> Self {
        if selection.is_everything() {
            return self;
        }
        let chosen = selection.chosen(&self);
        let claims = keep(&mut self.claims, &chosen.claims);
        let figures = keep(&mut self.casualties, &chosen.casualties);
        let dates = keep(&mut self.dates, &chosen.dates);
        keep(&mut self.losses, &chosen.losses);
        keep(&mut self.undisclosed, &chosen.undisclosed);
        let moved = |numbers: &[Option<usize>], index: usize| numbers.get(index).copied().flatten();
        let link = |numbers: &[Option<usize>], index: &mut Option<usize>| {
            *index = index.and_then(|index| moved(numbers, index));
        };
        for claim in &mut self.claims {
            let figures_of = claim.casualties.iter();
            claim.casualties = figures_of
                .filter_map(|&index| moved(&figures, index))
                .collect();
            let dates_of = claim.dates.iter();
            claim.dates = dates_of.filter_map(|&index| moved(&dates, index)).collect();
            link(&claims, &mut claim.responds_to);
            link(&claims, &mut claim.nested_in);
            link(&dates, &mut claim.said);
        }
        for figure in &mut self.casualties {
            link(&claims, &mut figure.claim);
            link(&figures, &mut figure.part_of);
            link(&dates, &mut figure.since);
            link(&dates, &mut figure.when);
        }
        for loss in &mut self.losses {
            link(&claims, &mut loss.claim);
        }
        self
    }
}

/// Keeps what `chosen` names, and tells where each item has gone.
fn keep<T>(list: &mut Vec<T>, chosen: &[usize]) -> Vec<Option<usize>> {
    let mut numbers = vec![None; list.len()];
    for (number, &index) in chosen.iter().enumerate() {
        if let Some(place) = numbers.get_mut(index) {
            *place = Some(number);
        }
    }
    let mut index = 0;
    list.retain(|_| {
        index += 1;
        numbers[index - 1].is_some()
    });
    numbers
}
