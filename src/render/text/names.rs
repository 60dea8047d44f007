//! What a claim is called in the view: by its sentence and a letter, so that a change in one place of an article renames
//! nothing elsewhere.

use crate::extraction::Extraction;

/// The names of all claims: `9b`.
#[derive(Debug)]
pub(super) struct Names {
    /// By claim: its sentence, and which of the sentence's claims it is.
    places: Vec<(usize, usize)>,
}

impl Names {
    pub(super) fn new(extraction: &Extraction<'_>) -> Self {
        let mut before = vec![0; extraction.sentences.len()];
        let place = |sentence: usize| {
            let letter = before.get_mut(sentence).map_or(0, |before: &mut usize| {
                *before += 1;
                *before - 1
            });
            (sentence, letter)
        };
        let claims = extraction.claims.iter().map(|claim| claim.sentence);
        Self {
            places: claims.map(place).collect(),
        }
    }

    /// `9b`.
    pub(super) fn full(&self, claim: usize) -> String {
        match self.places.get(claim) {
            Some((sentence, letter)) => {
                format!("{}{}", sentence.saturating_add(1), letters(*letter))
            }
            None => "?".to_owned(),
        }
    }

    /// `b` in its own sentence, `9b` in others.
    pub(super) fn within(&self, claim: usize, sentence: usize) -> String {
        match self.places.get(claim) {
            Some((own, letter)) if *own == sentence => letters(*letter),
            _ => self.full(claim),
        }
    }
}

/// 0 is `a`, 25 is `z`, 26 is `aa`.
fn letters(mut number: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'a' + (number % 26) as u8));
        match number / 26 {
            0 => break,
            rest => number = rest - 1,
        }
    }
    letters.iter().rev().collect()
}
