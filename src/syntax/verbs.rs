//! The verb group round a verb: "has since repeatedly denied", "was not asked", "went on to say".

use crate::extraction::Polarity;
use crate::lexicon::Classes;
use crate::text::{TokenKind, TokenRange};

use super::grammar::Syntax;
use super::polarity::{self, Signs};
use super::tags::Tag;

/// A verb with its auxiliaries, negation and adverbs.
#[derive(Clone, Debug)]
pub(crate) struct VerbGroup {
    /// From its first auxiliary, adverb or governing verb up to where the verb ends.
    pub tokens: TokenRange,
    /// A form of "be" or "get" stands in it: "was accused", "is leaving", "are missing".
    pub be: bool,
    /// A form of "have": "has left".
    pub have: bool,
    /// "may", "will"
    pub modal: Option<usize>,
    /// Number of the finite auxiliary, where it shows: "was", "have".
    pub plural: Option<bool>,
    /// "was accused"
    pub passive: bool,
    /// Whether it says anything, whoever its subject is.
    pub polarity: Polarity,
    /// It has a verb form that needs a subject.
    pub finite: bool,
    /// "to say"
    pub infinitive: bool,
    /// The "to" before it, whatever governs that: "declined *to* say".
    pub to: Option<usize>,
    /// The verb in front of "to": "went on to say" has none, "[declined] to comment" has.
    pub governor: Option<usize>,
}

/// The most tokens of a verb group in front of a verb that another one shares it with.
const SHARED: usize = 8;

/// The most tokens of a verb group that is read from its beginning: "may not yet have been fully".
const LONGEST: usize = 8;

/// The group that a token belongs to, read in both directions; its auxiliary alone where no verb follows: "[was] ready".
pub(crate) fn holding(
    syntax: &Syntax<'_, '_, '_>,
    token: usize,
    sentence: &TokenRange,
) -> VerbGroup {
    let head = head_from(syntax, token, sentence.end);
    let mut group = around(syntax, head, head + 1, sentence.start);
    if syntax.tag(head).is_auxiliary() {
        group.add(syntax, head, &mut Signs::default());
    }
    group
}

/// The verb of the group that begins at `first`, or the last of its auxiliaries.
pub(crate) fn head_from(syntax: &Syntax<'_, '_, '_>, first: usize, end: usize) -> usize {
    let mut head = first;
    for token in first..end.min(first + LONGEST) {
        match syntax.tag(token) {
            Tag::Auxiliary | Tag::Modal => head = token,
            Tag::Adverb | Tag::Negation => {}
            tag if tag.is_verb() => return token,
            _ => break,
        }
    }
    head
}

/// The group of the verb at `head` that ends before `end`; not before `floor`.
pub(crate) fn around(
    syntax: &Syntax<'_, '_, '_>,
    head: usize,
    end: usize,
    floor: usize,
) -> VerbGroup {
    let mut group = own(syntax, head, end, floor);
    let nor = syntax.reads(group.tokens.start, "nor");
    let linked = group.tokens.start + usize::from(nor);
    // "would neither confirm nor deny", "did not call the police or tell his wife"
    if let Some(verb) = polarity::shared_with(syntax, linked).filter(|_| linked == head) {
        let first = own(
            syntax,
            verb,
            verb + 1,
            floor.min(verb.saturating_sub(SHARED)),
        );
        if first.polarity != Polarity::Said {
            group.polarity = first.polarity;
        }
        let meet = verb + 2 == linked && first.tokens.start >= floor;
        if meet && first.polarity != Polarity::Said {
            group.finite |= first.finite;
            group.tokens.start = first.tokens.start;
        }
    }
    group
}

/// The group without what it shares with a verb before.
fn own(syntax: &Syntax<'_, '_, '_>, head: usize, end: usize, floor: usize) -> VerbGroup {
    let part = syntax.tag(head);
    let mut group = VerbGroup {
        tokens: head..end,
        be: false,
        have: false,
        modal: None,
        plural: None,
        passive: false,
        polarity: Polarity::Said,
        finite: matches!(part, Tag::Finite | Tag::Past),
        infinitive: false,
        to: None,
        governor: None,
    };
    let mut signs = Signs::default();
    // "stopped short of saying", "instead of saying"
    let gerund = head > floor && part == Tag::Gerund;
    let keeper = gerund.then(|| polarity::keeper(syntax, head, floor));
    let mut goes_on = true;
    if let Some((first, kept)) = keeper.flatten() {
        signs.kept = Some(kept);
        goes_on = syntax.tag(first).is_verb() || syntax.tag(first) == Tag::Noun;
        if goes_on {
            group.finite |= syntax.tag(first).is_finite();
            group.tokens.start = first;
        }
    }
    while goes_on && group.tokens.start > floor {
        goes_on = group.take_before(syntax, head, floor, &mut signs);
    }
    group.passive = group.be
        && !is_has(syntax, group.tokens.start, head, end, floor)
        && matches!(part, Tag::Participle | Tag::Past);
    group.polarity = signs.polarity();
    group
}

/// "He's said they left": "has", not "is", where a clause follows.
fn is_has(
    syntax: &Syntax<'_, '_, '_>,
    clitic: usize,
    head: usize,
    end: usize,
    floor: usize,
) -> bool {
    clitic + 1 == head
        && syntax.page.kind(clitic) == Some(TokenKind::Clitic)
        && syntax.tag(end).opens_phrase()
        // "who's seen as honest"
        && !syntax.reads(head + 1, "as")
        && clitic > floor
        && syntax.page.is(clitic - 1, Classes::SUBJECT)
        && !syntax.reads(clitic - 1, "it")
}

/// "both", "all": a quantifier that can stand inside the verb group of those whom it counts.
fn floats(syntax: &Syntax<'_, '_, '_>, token: usize) -> bool {
    matches!(syntax.page.word(token), "both" | "all" | "each")
}

fn follows_auxiliary(syntax: &Syntax<'_, '_, '_>, token: usize, floor: usize) -> bool {
    token > floor && syntax.tag(token - 1).is_auxiliary()
}

impl VerbGroup {
    /// Takes in the token before it, or several, if they are part of the group of the verb at `head`; whether more may be.
    fn take_before(
        &mut self,
        syntax: &Syntax<'_, '_, '_>,
        head: usize,
        floor: usize,
        signs: &mut Signs,
    ) -> bool {
        let token = self.tokens.start - 1;
        let part = syntax.tag(head);
        let bare = self.tokens.start == head && part == Tag::Gerund;
        match syntax.tag(token) {
            Tag::Auxiliary | Tag::Modal | Tag::Negation => self.add(syntax, token, signs),
            // "are now confirmed", but "now confirmed by three witnesses"
            Tag::Adverb
                if !syntax.is_time(token)
                    // "The mayor now says": what was said before was something else.
                    || syntax.reads(token, "now")
                    || follows_auxiliary(syntax, token, floor) =>
            {
                // "A statement posted online said": it goes with the participle.
                if token > floor && syntax.is_reduced(token - 1) {
                    return false;
                }
                signs.negated |= polarity::negates(syntax, token);
            }
            // "have both argued"
            Tag::Quantifier if floats(syntax, token) && follows_auxiliary(syntax, token, floor) => {
            }
            Tag::To if !self.finite || part == Tag::Base => {
                self.to = Some(token);
                self.tokens.start = token;
                return self.take_governor(syntax, floor, signs);
            }
            // "began calling for", "kept saying"
            Tag::Past | Tag::Finite if bare && token > floor && !syntax.is_reduced(token) => {
                self.finite = true;
            }
            Tag::Base if bare => {}
            // "to be paid"
            Tag::To => {
                self.to = Some(token);
                return false;
            }
            _ => return false,
        }
        self.tokens.start = token;
        true
    }

    /// Takes in the verb that governs the "to" with which the group begins, for it belongs to the cue: "went on to say",
    /// "declined to comment". Whether there is one.
    fn take_governor(
        &mut self,
        syntax: &Syntax<'_, '_, '_>,
        floor: usize,
        signs: &mut Signs,
    ) -> bool {
        let to = self.tokens.start;
        let keeper = polarity::keeper(syntax, to, floor);
        let governor = keeper.map_or(to.wrapping_sub(1), |(first, _)| first);
        let governs = governor > floor && (syntax.tag(governor).is_verb() || keeper.is_some());
        self.infinitive = !governs;
        if governs {
            signs.kept = signs.kept.or(keeper.map(|(_, kept)| kept));
            self.tokens.start = governor;
            self.finite |= syntax.tag(governor).is_finite();
            self.governor = Some(governor);
        }
        governs
    }

    /// Takes in an auxiliary, a modal or a negation.
    fn add(&mut self, syntax: &Syntax<'_, '_, '_>, token: usize, signs: &mut Signs) {
        signs.negated |= polarity::negates(syntax, token);
        let reads = |words: &[&str]| words.iter().any(|word| syntax.reads(token, word));
        match syntax.tag(token) {
            Tag::Modal => {
                self.modal = Some(token);
                self.plural = None;
                self.finite = true;
                signs.willing |= polarity::is_willing(syntax, token);
            }
            Tag::Auxiliary => {
                self.be |= syntax.page.is(token, Classes::BE);
                self.have |= reads(&["has", "have", "had", "having", "'ve", "’ve"]);
                self.finite = true;
                signs.auxiliary = true;
                if reads(&["is", "was", "has"]) {
                    self.plural = Some(false);
                } else if reads(&["are", "were", "have"]) {
                    self.plural = Some(true);
                }
            }
            _ => {}
        }
    }
}
