//! What has been read so far: the claims, and the scope in which the next is looked for.

use crate::claims::draft::{ClaimDraft, CueDraft, SourceDraft};
use crate::extraction::{ClaimKind, Polarity};
use crate::syntax::{Syntax, Tag, polarity};
use crate::text::TokenRange;

use super::cues::Cue;
use super::{content_end, distance, sources};

/// A sentence, or the content of a claim, as it is being read.
#[derive(Clone, Debug)]
pub(super) struct Scope {
    pub(super) sentence: usize,
    pub(super) range: TokenRange,
    /// Where the text begins that no claim has taken.
    pub(super) floor: usize,
    /// The claim before in the same sentence: its subject can be shared.
    pub(super) last: Option<usize>,
    pub(super) nested_in: Option<usize>,
}

/// What a construction reads round a cue: a claim, if nothing stands in its way.
#[derive(Clone, Debug)]
pub(super) struct Reading<'l> {
    /// The name of its row in the table of rules.
    pub(super) rule: &'static str,
    pub(super) cue: Cue<'l>,
    pub(super) source: Option<TokenRange>,
    pub(super) pieces: Vec<TokenRange>,
    /// Behind all of it: where the next cue is looked for.
    pub(super) end: usize,
    /// Who passes it on: "[State radio] quoted the general as saying".
    pub(super) relay: Option<TokenRange>,
}

impl<'l> Reading<'l> {
    pub(super) fn new(
        rule: &'static str,
        cue: &Cue<'l>,
        source: Option<TokenRange>,
        pieces: &[TokenRange],
        end: usize,
    ) -> Self {
        Self {
            rule,
            cue: cue.clone(),
            source,
            pieces: pieces.to_vec(),
            end,
            relay: None,
        }
    }
}

pub(super) struct Reader<'p, 't, 'l> {
    pub(super) syntax: &'p Syntax<'p, 't, 'l>,
    pub(super) claims: Vec<ClaimDraft<'t, 'l>>,
    /// Whether a token lies in some content.
    pub(super) claimed: Vec<bool>,
}

impl<'t, 'l> Reader<'_, 't, 'l> {
    pub(super) fn is_claimed(&self, token: usize, nested_in: Option<usize>) -> bool {
        nested_in.is_none() && self.claimed.get(token).copied().unwrap_or(false)
    }

    /// Adds a claim and gives the token behind it. Pieces without tokens are dropped; without any piece there is no claim.
    pub(super) fn add(&mut self, scope: &Scope, reading: Reading<'l>) -> Option<usize> {
        let Reading {
            rule,
            cue,
            source,
            pieces,
            relay,
            end: behind,
        } = reading;
        // A content can be of several sentences; the claim inside stands where its cue does.
        let sentence = self.syntax.page.sentence_of(cue.head);
        let mut claim = ClaimDraft::new(sentence.unwrap_or(scope.sentence), rule);
        let page = self.syntax.page;
        // "the head of ⟨Advertisement⟩ the union said": a source in two pieces has no span.
        let cut = |range: &TokenRange| !page.cuts_in(range).is_empty();
        if cut(&cue.tokens) || source.as_ref().is_some_and(cut) {
            return None;
        }
        claim.content = if page.cuts.is_empty() {
            pieces
        } else {
            let pieces = pieces.into_iter();
            pieces.flat_map(|piece| page.pieces(piece)).collect()
        };
        claim.content.retain_mut(|piece| {
            piece.end = content_end::trimmed(self.syntax, piece.start, piece.end);
            let trails = piece.start < cue.tokens.start;
            while piece.start < piece.end
                && (matches!(
                    self.syntax.tag(piece.start),
                    Tag::Comma | Tag::Colon | Tag::Dash
                ) || trails && self.is_connective(piece.start))
            {
                piece.start += 1;
            }
            piece.start < piece.end
        });
        if claim.content.is_empty() {
            return None;
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
        let polarity =
            polarity::with_subject(self.syntax, group, source.as_ref(), scope.range.start);
        claim.polarity = polarity::with_content(self.syntax, cue.head, polarity, &claim.content[0]);
        claim.distance = distance::of(self.syntax, &cue);
        claim.source = source.map(|tokens| self.source(tokens));
        claim.nested_in = scope.nested_in;
        claim.relays.extend(relay.map(|relay| {
            let kind = sources::kind_of(self.syntax, &relay);
            SourceDraft::new(relay, kind)
        }));
        self.mark(&claim.content);
        self.claims.push(claim);
        Some(behind)
    }

    /// "But the road is open, officials said": the reporter's word opens the sentence, and not what is said.
    fn is_connective(&self, token: usize) -> bool {
        let syntax = self.syntax;
        let first = syntax
            .page
            .sentence_of(token)
            .is_some_and(|sentence| syntax.page.sentences[sentence].tokens.start == token);
        let word = syntax.page.word(token);
        first
            && (matches!(word, "But" | "And")
                || matches!(word, "However" | "Still" | "Meanwhile")
                    && syntax.tag(token + 1) == Tag::Comma)
    }

    pub(super) fn source(&self, mut tokens: TokenRange) -> SourceDraft<'t> {
        // "Both sides Monday accused": the day is no part of who speaks, but "a poll released Monday" is what it is.
        let timed = tokens.clone().rev();
        let timed = timed
            .take_while(|&token| self.syntax.is_time(token))
            .count();
        let rest = tokens.start..tokens.end - timed;
        let part = |token| self.syntax.tag(token);
        let plain = |token| part(token).is_nominal() || part(token).opens_phrase();
        let named = rest
            .clone()
            .next_back()
            .is_some_and(|last| part(last).is_nominal());
        if timed > 0 && named && rest.clone().all(plain) {
            tokens = rest;
        }
        let kind = sources::kind_of(self.syntax, &tokens);
        tokens.start = sources::widened(self.syntax, &tokens);
        SourceDraft::new(tokens, kind)
    }

    pub(super) fn mark(&mut self, pieces: &[TokenRange]) {
        for piece in pieces {
            for token in self.claimed.get_mut(piece.clone()).unwrap_or_default() {
                *token = true;
            }
        }
    }
}
