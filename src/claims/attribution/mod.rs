//! Who said what: one file a family of constructions.
//!
//! A sentence is read from left to right, from the outside in: what a content holds belongs to it, and the cues in
//! there are read afterwards as nested claims. Every construction is a function whose name is the claim's `rule`.

#![allow(
    clippy::single_range_in_vec_init,
    reason = "the pieces of a content are ranges of tokens, and most contents have one"
)]

mod according_to;
mod adjective_cue;
mod adverb;
mod as_clause;
mod beside;
mod clause;
mod confidence;
mod content_end;
mod content_start;
mod continued;
mod estimate;
mod label;
mod lead_in;
mod noun_cue;
mod object;
mod opening;
mod parenthetical;
mod passive;
mod quotation;
mod quoted_as;
mod raised;
mod relative;
mod rule_name;
mod sentences;
mod subject;
mod trailing;
mod transcript;
mod unchecked;

use crate::claims::draft::{ClaimDraft, CueDraft, SourceDraft};
use crate::extraction::{ClaimKind, Form, Polarity};
use crate::lexicon::Classes;
use crate::lexicon::entries::speech::Frames;
use crate::mentions::cues::{self, Cue, CueForm};
use crate::mentions::parts::{FAR, Grammar, Part};
use crate::mentions::sources;
use crate::mentions::times::TimeMention;
use crate::mentions::{distance, polarity};
use crate::text::{Page, TokenKind, TokenRange};

/// All claims of the page, in the order of their cues.
pub(crate) fn find<'t, 'l>(page: &Page<'t, 'l>, times: &[TimeMention]) -> Vec<ClaimDraft<'t, 'l>> {
    let mut reader = Reader {
        g: Grammar::new(page, times),
        claims: Vec::new(),
        claimed: vec![false; page.tokens.len()],
    };
    transcript::claims(&mut reader);
    reader.page();
    continued::claims(&mut reader);
    reader.nested();
    reader.finish()
}

/// A sentence, or the content of a claim, as it is being read.
#[derive(Clone, Debug)]
struct Scope {
    sentence: usize,
    range: TokenRange,
    /// Where the text begins that no claim has taken.
    floor: usize,
    /// The claim before in the same sentence: its subject can be shared.
    last: Option<usize>,
    nested_in: Option<usize>,
}

struct Reader<'p, 't, 'l> {
    g: Grammar<'p, 't, 'l>,
    claims: Vec<ClaimDraft<'t, 'l>>,
    /// Whether a token lies in some content.
    claimed: Vec<bool>,
}

/// Words with which somebody has his say.
const SPEECH: Classes = Classes::CUE_VERB
    .with(Classes::CUE_NOUN)
    .with(Classes::CUE_ADJECTIVE)
    .with(Classes::CUE_PREPOSITION)
    .with(Classes::CUE_ADVERB);

/// The most tokens that are read as one sentence: a list of a thousand names without a full stop is none, and to look
/// from each of its words to its end would take time in proportion to the square of its length.
const LONGEST: usize = 512;

impl<'t, 'l> Reader<'_, 't, 'l> {
    fn sentence(&mut self, number: usize, mut range: TokenRange, nested_in: Option<usize>) {
        while range.len() > LONGEST {
            let cut = range.start + LONGEST;
            self.stretch(number, range.start..cut, nested_in);
            range.start = cut;
        }
        self.stretch(number, range, nested_in);
    }

    fn stretch(&mut self, number: usize, range: TokenRange, nested_in: Option<usize>) {
        let mut scope = Scope {
            sentence: number,
            floor: range.start,
            last: None,
            nested_in,
            range,
        };
        if trailing::claim(self, &scope)
            || nested_in.is_none() && (label::claim(self, &scope) || label::signed(self, &scope))
        {
            return;
        }
        let mut index = scope.range.start;
        while index < scope.range.end {
            if !self.may_be_cue(index) {
                index += 1;
                continue;
            }
            // "Advertisement" stands in the middle of the sentence.
            if let Some(behind) = self.g.page.behind_cut(index, &scope.range) {
                index = behind;
                continue;
            }
            if self.g.part(index) == Part::Open {
                index = self.g.behind_quotation(index);
                continue;
            }
            if self.g.is_quoted(index) || self.is_claimed(index, nested_in) {
                index += 1;
                continue;
            }
            // "is opposed to", "was worried about": adjectives, though they look like participles.
            let adjective = adjective_cue::claim(self, &scope, index);
            let Some(cue) = cues::at(&self.g, index, scope.floor).filter(|_| adjective.is_none())
            else {
                let possessed = adjective
                    .is_none()
                    .then(|| noun_cue::possessed(self, &scope, index))
                    .flatten();
                let other = adjective
                    .or(possessed)
                    .or_else(|| adverb::claim(self, &scope, index));
                match other {
                    Some(end) => {
                        // "She softened her claim that rents rose, saying": who owns the noun is no subject.
                        if possessed.is_none() {
                            scope.last = self.claims.len().checked_sub(1);
                        }
                        scope.floor = end.max(index + 1);
                        index = scope.floor;
                    }
                    None => index += 1,
                }
                continue;
            };
            match self.claim(&scope, &cue) {
                Some(end) => {
                    scope.last = self.claims.len().checked_sub(1);
                    scope.floor = end.max(cue.tokens.end);
                    index = scope.floor;
                }
                None => index = cue.tokens.end.max(index + 1),
            }
        }
        label::bare(self, &scope);
    }

    /// Reads the claim of a cue; gives the token behind it.
    fn claim(&mut self, scope: &Scope, cue: &Cue<'l>) -> Option<usize> {
        match cue.form {
            _ if cue.takes(Frames::FIGURE) => estimate::claim(self, scope, cue),
            CueForm::Preposition => according_to::claim(self, scope, cue),
            CueForm::Passive => passive::claim(self, scope, cue),
            _ if passive::is_fronted(&self.g, scope, cue) => passive::claim(self, scope, cue),
            _ => clause::claim(self, scope, cue),
        }
    }

    /// Whether a word of speech stands there, or a quotation opens: most tokens are passed over at once.
    #[inline]
    fn may_be_cue(&self, index: usize) -> bool {
        let token = self.g.page.tokens.get(index);
        token.is_some_and(|token| token.kind == TokenKind::Mark || token.can_be().any(SPEECH))
    }

    fn is_claimed(&self, token: usize, nested_in: Option<usize>) -> bool {
        nested_in.is_none() && self.claimed.get(token).copied().unwrap_or(false)
    }

    /// Adds a claim. Pieces without tokens are dropped; without any piece there is no claim.
    fn add(
        &mut self,
        rule: &'static str,
        scope: &Scope,
        cue: &Cue<'l>,
        source: Option<TokenRange>,
        pieces: &[TokenRange],
    ) -> bool {
        // A content can be of several sentences; the claim inside stands where its cue does.
        let sentence = self.g.page.sentence_of(cue.head);
        let mut claim = ClaimDraft::new(sentence.unwrap_or(scope.sentence), rule);
        let page = self.g.page;
        // "the head of ⟨Advertisement⟩ the union said": a source in two pieces has no span.
        let cut = |range: &TokenRange| !page.cuts_in(range).is_empty();
        if cut(&cue.tokens) || source.as_ref().is_some_and(cut) {
            return false;
        }
        for piece in pieces.iter().flat_map(|piece| page.pieces(piece.clone())) {
            let end = content_end::trimmed(&self.g, piece.start, piece.end);
            let mut start = piece.start;
            while start < end
                && matches!(self.g.part(start), Part::Comma | Part::Colon | Part::Dash)
            {
                start += 1;
            }
            if start < end {
                claim.content.push(start..end);
            }
        }
        if claim.content.is_empty() {
            return false;
        }
        claim.cue = Some(CueDraft {
            tokens: cue.tokens.clone(),
            head: cue.head,
            lemma: cue.lemma,
            kind: cue.word.kind,
        });
        claim.kind = cue.word.kind;
        let group = match cue.word.kind {
            // "would not support the plan": there is nothing that it would not say.
            ClaimKind::Attitude if cue.polarity == Polarity::Withheld => Polarity::NotSaid,
            _ => cue.polarity,
        };
        let polarity = polarity::with_subject(&self.g, group, source.as_ref(), scope.range.start);
        claim.polarity = polarity::with_content(&self.g, cue.head, polarity, &claim.content[0]);
        claim.distance = distance::of(&self.g, cue);
        claim.source = source.map(|tokens| self.source(tokens));
        claim.nested_in = scope.nested_in;
        self.mark(&claim.content);
        self.claims.push(claim);
        true
    }

    fn source(&self, mut tokens: TokenRange) -> SourceDraft<'t> {
        // "Both sides Monday accused": the day is no part of who speaks, but "a poll released Monday" is what it is.
        let timed = tokens.clone().rev();
        let timed = timed.take_while(|&token| self.g.is_time(token)).count();
        let rest = tokens.start..tokens.end - timed;
        let part = |token| self.g.part(token);
        let plain = |token| part(token).is_nominal() || part(token).opens_phrase();
        let named = rest
            .clone()
            .next_back()
            .is_some_and(|last| part(last).is_nominal());
        if timed > 0 && named && rest.clone().all(plain) {
            tokens = rest;
        }
        let kind = sources::kind_of(&self.g, &tokens);
        SourceDraft::new(tokens, kind)
    }

    fn mark(&mut self, pieces: &[TokenRange]) {
        for piece in pieces {
            for token in self.claimed.get_mut(piece.clone()).unwrap_or_default() {
                *token = true;
            }
        }
    }

    /// The subject that a verb without one of its own shares: that of the claim before, or the sentence's.
    fn shared_subject(&self, scope: &Scope, cue: &Cue<'l>) -> Option<TokenRange> {
        if let Some(relative) = subject::relative_shared(&self.g, scope, cue) {
            return Some(relative);
        }
        let last = scope.last.and_then(|last| self.claims.get(last));
        if let Some(source) = last.and_then(|claim| claim.source.as_ref()) {
            let source = source.tokens.clone();
            // "Although she thanked them, she sounded sad, saying": the main clause has begun behind that claim.
            if let Some(main) = self.main_pronoun(scope, cue) {
                if source.end <= main.start {
                    return Some(main);
                }
            }
            // "When the nurse noted that beds were short, the mayor left, saying": the main clause has its own.
            let aside = source.start > scope.range.start
                && matches!(
                    self.g.part(source.start - 1),
                    Part::Subordinator | Part::Question
                );
            return aside
                .then(|| subject::main_clause(&self.g, scope, cue.tokens.start))
                .flatten()
                .or(Some(source));
        }
        self.main_pronoun(scope, cue)
            .or_else(|| sources::first_subject(&self.g, scope.range.start, cue.tokens.start))
    }

    /// "When Ana Ruiz was asked, he laughed and said": behind an opening clause the main clause has its own pronoun.
    fn main_pronoun(&self, scope: &Scope, cue: &Cue<'l>) -> Option<TokenRange> {
        let g = &self.g;
        let (start, end) = (scope.range.start, cue.tokens.start);
        let opens = (start..end)
            .find(|&token| g.part(token) != Part::Conjunction && g.part(token) != Part::But)?;
        if !matches!(
            g.part(opens),
            Part::Subordinator | Part::Question | Part::Preposition
        ) {
            return None;
        }
        let pronoun = (opens + 1..end).rev().take(FAR).find(|&token| {
            !g.is_quoted(token)
                && g.part(token) == Part::Pronoun
                && g.part(token.wrapping_sub(1)) == Part::Comma
                && g.page.is(token, Classes::SUBJECT)
                && g.part(token + 1).is_finite()
        })?;
        Some(pronoun..pronoun + 1)
    }

    /// The claims in the order of their cues, with their forms.
    fn finish(self) -> Vec<ClaimDraft<'t, 'l>> {
        let Self { g, claims, .. } = self;
        let place = |claim: &ClaimDraft<'_, '_>| {
            let first = claim.content.first().map_or(0, |piece| piece.start);
            claim.cue.as_ref().map_or(first, |cue| cue.head)
        };
        let kept: Vec<bool> = claims
            .iter()
            .map(|claim| !unchecked::is_own_check(&g, claim))
            .collect();
        let mut order: Vec<usize> = (0..claims.len()).filter(|&index| kept[index]).collect();
        order.sort_by_key(|&index| place(&claims[index]));
        let mut new_place = vec![0; claims.len()];
        for (place, &index) in order.iter().enumerate() {
            new_place[index] = place;
        }
        let mut slots: Vec<Option<ClaimDraft<'t, 'l>>> = claims.into_iter().map(Some).collect();
        let mut sorted = Vec::with_capacity(slots.len());
        for index in order {
            let Some(mut claim) = slots[index].take() else {
                continue;
            };
            let outer = claim.nested_in.filter(|&outer| kept[outer]);
            claim.nested_in = outer.map(|outer| new_place[outer]);
            in_order(&mut claim.content);
            claim.form = form(&g, &claim.content);
            claim.confidence = confidence::of(claim.rule);
            if claim.kind == ClaimKind::Other {
                claim.kind = ClaimKind::Statement;
            }
            sorted.push(claim);
        }
        sorted
    }
}

/// The pieces of a content as they stand in the text, those that overlap as one. A quotation that goes on without a cue
/// can stand before what was read as the second piece of the claim.
fn in_order(content: &mut Vec<TokenRange>) {
    content.sort_by_key(|piece| piece.start);
    content.dedup_by(|later, earlier| {
        let overlap = later.start < earlier.end;
        if overlap {
            earlier.end = earlier.end.max(later.end);
        }
        overlap
    });
}

/// Direct when every word is in quotation marks, mixed when some are.
fn form(g: &Grammar<'_, '_, '_>, content: &[TokenRange]) -> Form {
    let (mut inside, mut outside) = (false, false);
    for token in content.iter().cloned().flatten() {
        match g.part(token) {
            Part::Open | Part::Close | Part::Comma | Part::Stop | Part::Dash => {}
            _ if g.is_quoted(token) => inside = true,
            _ => outside = true,
        }
        if inside && outside {
            break;
        }
    }
    match (inside, outside) {
        (true, false) => Form::Direct,
        (true, true) => Form::Mixed,
        (false, _) => Form::Indirect,
    }
}
