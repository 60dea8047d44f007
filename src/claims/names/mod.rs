//! Who exactly: pronouns and short forms resolved to the name that the article gives.
//!
//! Every source is read as a noun phrase (`phrase`), taken apart where several speak (`joint`), described by what its
//! head is (`describe`, `bodies`), and where it does not name anybody itself, looked up: pronouns (`pronouns`) in the
//! sentences before (`persons_before`, `things_before`), "the minister" among the persons of the article and "the
//! ministry" among its bodies (`definite`), "both sides" among the states that it names together (`states`). Where
//! nobody is found the name stays empty.

mod bodies;
mod definite;
mod describe;
mod extent;
mod joint;
mod persons_before;
mod phrase;
mod pronouns;
mod referent;
mod states;
mod things;
mod things_before;

use std::cell::OnceCell;

use crate::claims::draft::{ClaimDraft, SourceDraft};
use crate::claims::undisclosed::Withheld;
use crate::entities::cast::Cast;
use crate::entities::organizations::Bodies;
use crate::entities::places::place_in;
use crate::extraction::SourceKind;
use crate::lexicon::entries::people::{Gender, Stands};
use crate::syntax::Syntax;
use crate::text::turns::Voice;
use crate::text::{Page, TokenRange};

use extent::named_part;
use referent::{Referent, named};
use states::Pair;

/// Gives every source, target, relay and holder its name, role and kind; none where the article has no antecedent.
pub(crate) fn resolve<'t, 'l>(
    syntax: &Syntax<'_, 't, 'l>,
    claims: &mut [ClaimDraft<'t, 'l>],
    withheld: &mut [Withheld<'t>],
) {
    if claims.is_empty() && withheld.is_empty() {
        return;
    }
    let mut speakers: Vec<TokenRange> = Vec::with_capacity(claims.len());
    let named = claims
        .iter()
        .flat_map(|claim| claim.source.iter().chain(&claim.target));
    speakers.extend(named.map(|source| named_part(syntax.page, &source.tokens)));
    speakers.sort_by_key(|tokens| tokens.start);
    let page = syntax.page;
    let bodies = Bodies::find(page, things::that_speak(syntax, claims));
    let mut resolver = Resolver {
        syntax,
        page,
        cast: Cast::find(page, &bodies, &speakers),
        bodies,
        pairs: OnceCell::new(),
        interviewee: OnceCell::new(),
        referents: vec![Referent::Unknown; claims.len()],
        by_sentence: by_sentence(claims),
    };
    // What stands inside another's words is said by one who is known by then.
    for nested in [false, true] {
        for index in 0..claims.len() {
            if claims[index].nested_in.is_some() == nested {
                resolver.claim(claims, index);
            }
        }
    }
    for found in withheld {
        if let Some(holder) = &mut found.holder {
            // Of no claim: nothing is around it but the article.
            resolver.source(claims, usize::MAX, holder, &mut Vec::new());
        }
    }
}

/// The indexes of the outermost claims, by the sentence of their cue.
fn by_sentence(claims: &[ClaimDraft<'_, '_>]) -> Vec<(usize, usize)> {
    let mut all = Vec::with_capacity(claims.len());
    let outermost = claims.iter().enumerate();
    let outermost = outermost.filter(|(_, claim)| claim.nested_in.is_none());
    all.extend(outermost.map(|(index, claim)| (claim.sentence, index)));
    all.sort_unstable();
    all
}

struct Resolver<'p, 't, 'l> {
    syntax: &'p Syntax<'p, 't, 'l>,
    page: &'p Page<'t, 'l>,
    cast: Cast<'l>,
    bodies: Bodies<'l>,
    /// Read when "both sides" asks for them.
    pairs: OnceCell<Vec<Pair<'l>>>,
    /// Looked for when somebody answers under an "A:".
    interviewee: OnceCell<Option<usize>>,
    /// Whom the source of each claim stands for, as far as it has been read.
    referents: Vec<Referent<'l>>,
    /// Outermost claims by sentence.
    by_sentence: Vec<(usize, usize)>,
}

impl<'t, 'l> Resolver<'_, 't, 'l> {
    fn claim(&mut self, claims: &mut [ClaimDraft<'t, 'l>], index: usize) {
        if let Some(mut source) = claims[index].source.take() {
            let mut others = Vec::new();
            let referent = self.source(claims, index, &mut source, &mut others);
            self.referents[index] = referent;
            claims[index].source = Some(source);
            if claims[index].others.is_empty() {
                claims[index].others = others;
            }
        }
        let mut relays = std::mem::take(&mut claims[index].relays);
        for relay in &mut relays {
            self.source(claims, index, relay, &mut Vec::new());
        }
        claims[index].relays = relays;
        if let Some(mut target) = claims[index].target.take() {
            let mut others = Vec::new();
            let referent = self.source(claims, index, &mut target, &mut others);
            // "said its troops were shelled": nobody is the enemy of himself.
            let same = referent != Referent::Unknown
                && !matches!(
                    referent,
                    Referent::Several | Referent::Stranger(_) | Referent::Nameless(_)
                )
                && referent == self.referents[index];
            if !same {
                claims[index].target = Some(target);
            }
        }
    }

    /// Fills a source and tells whom it stands for.
    fn source(
        &mut self,
        claims: &[ClaimDraft<'t, 'l>],
        index: usize,
        source: &mut SourceDraft<'t>,
        others: &mut Vec<SourceDraft<'t>>,
    ) -> Referent<'l> {
        let end = source.tokens.end;
        source.tokens = named_part(self.page, &source.tokens);
        self.whole_name(claims, index, source);
        let answers = self
            .page
            .labelled(source.tokens.start)
            .is_some_and(|turn| turn.voice == Voice::Answer);
        let referent = match self.pronoun_at(&source.tokens) {
            _ if answers => self.answer(source),
            Some(stands) => {
                let referent = self.pronoun(claims, index, source, stands);
                self.learn_gender(&referent, stands);
                referent
            }
            None => self
                .joint(claims, index, source, others)
                .unwrap_or_else(|| self.describe(claims, index, source)),
        };
        source.tokens.end = end;
        source.side = self
            .side_of(&referent, &source.tokens)
            .map(|side| named(self.page, &source.tokens, side));
        referent
    }

    /// "Kim Bell is tired. She has been told to wait.": from here on "he" is somebody else.
    fn learn_gender(&mut self, referent: &Referent<'l>, stands: Stands) {
        let gender = match stands {
            Stands::Male => Gender::Male,
            Stands::Female => Gender::Female,
            _ => return,
        };
        let Referent::Member(member) = referent else {
            return;
        };
        if let Some(member) = self.cast.members.get_mut(*member) {
            if member.gender == Gender::Both {
                member.gender = gender;
            }
        }
    }

    /// "A:": the only person whom the text names above the first question.
    fn answer(&self, source: &mut SourceDraft<'t>) -> Referent<'l> {
        let interviewee = self.interviewee.get_or_init(|| {
            let first = self.page.turns.first()?.label.start;
            let (one, others) = self.cast.within(&(0..first)).split_first()?;
            let alone = others.iter().all(|other| other.member == one.member);
            alone.then_some(one.member)
        });
        source.kind = SourceKind::Person;
        match *interviewee {
            Some(member) => {
                self.name_member(source, member);
                Referent::Member(member)
            }
            None => Referent::Unknown,
        }
    }

    /// The place that somebody speaks for: of the office, of the body, or named in the phrase itself.
    fn side_of(&self, referent: &Referent<'l>, tokens: &TokenRange) -> Option<&'l str> {
        match referent {
            Referent::Place(lemma) => Some(lemma),
            Referent::Member(member) => {
                let offices = &self.cast.members.get(*member)?.offices;
                offices.iter().find_map(|office| office.place)
            }
            Referent::Body(body) => place_in(self.page, body),
            Referent::Stranger(_) | Referent::Several
                if !tokens.clone().any(|at| self.page.reads(at, "and")) =>
            {
                place_in(self.page, tokens)
            }
            _ => None,
        }
    }

    /// The outermost claims whose cue stands in a sentence, in order.
    fn claims_in(&self, sentence: usize) -> &[(usize, usize)] {
        let start = self
            .by_sentence
            .partition_point(|&(number, _)| number < sentence);
        let end = self
            .by_sentence
            .partition_point(|&(number, _)| number <= sentence);
        &self.by_sentence[start..end]
    }
}
