//! What holds of every extraction, whatever the article: [`broken`] names what does not.

use newsclaim::{
    BlockKind, Casualty, Claim, Count, Extraction, Precision, PublishedFrom, Source, Span, TimeType,
};
use serde_json::Value;

/// Everything in `extraction` that breaks a promise of the crate; empty when all is well.
pub(crate) fn broken(text: &str, extraction: &Extraction<'_>) -> Vec<String> {
    let mut check = Check {
        text,
        extraction,
        broken: Vec::new(),
    };
    check.page();
    for index in 0..extraction.claims.len() {
        check.claim(index);
    }
    check.figures();
    check.dates();
    check.order();
    check.round_trip();
    check.broken
}

/// Panics with a list when a promise is broken.
pub(crate) fn assert_all(name: &str, text: &str, extraction: &Extraction<'_>) {
    let broken = broken(text, extraction);
    assert!(broken.is_empty(), "{name}:\n  {}", broken.join("\n  "));
}

struct Check<'a, 't> {
    text: &'a str,
    extraction: &'a Extraction<'t>,
    broken: Vec<String>,
}

impl Check<'_, '_> {
    fn that(&mut self, holds: bool, what: impl FnOnce() -> String) {
        if !holds {
            let what = what();
            self.broken.push(what);
        }
    }

    /// On character boundaries, not empty, without blanks at its ends.
    fn span(&mut self, span: Span, what: &str) {
        match self.text.get(span.range()) {
            None => self
                .broken
                .push(format!("{what}: {span} does not fit the text")),
            Some(slice) => self.that(!slice.is_empty() && slice.trim() == slice, || {
                format!("{what}: {span} is empty or not trimmed: {slice:?}")
            }),
        }
    }

    /// The text beside a span is what stands there.
    fn excerpt(&mut self, span: Span, excerpt: &str, what: &str) {
        self.span(span, what);
        let slice = self.text.get(span.range());
        self.that(slice == Some(excerpt), || {
            format!("{what}: {span} is {slice:?}, not {excerpt:?}")
        });
    }

    fn index(&mut self, index: usize, length: usize, what: &str) {
        self.that(index < length, || {
            format!("{what}: no number {index} among {length}")
        });
    }

    fn page(&mut self) {
        let Extraction {
            blocks,
            sentences,
            published,
            published_from,
            published_evidence,
            ..
        } = self.extraction;
        for block in blocks {
            self.span(block.span, "block");
        }
        for pair in blocks.windows(2) {
            self.that(pair[0].span.end <= pair[1].span.start, || {
                format!(
                    "blocks overlap or are out of order: {} and {}",
                    pair[0].span, pair[1].span
                )
            });
        }
        for sentence in sentences {
            self.span(sentence.span, "sentence");
            let block = blocks.get(sentence.block);
            self.that(
                block.is_some_and(|block| {
                    block.span.start <= sentence.span.start && sentence.span.start < block.span.end
                }),
                || {
                    format!(
                        "sentence {} does not begin in block {}",
                        sentence.span, sentence.block
                    )
                },
            );
        }
        for pair in sentences.windows(2) {
            self.that(pair[0].span.end <= pair[1].span.start, || {
                format!(
                    "sentences overlap or are out of order: {} and {}",
                    pair[0].span, pair[1].span
                )
            });
        }
        self.that(published.is_some() == published_from.is_some(), || {
            format!("published {published:?} from {published_from:?}")
        });
        self.that(
            published_evidence.is_empty() || *published_from == Some(PublishedFrom::Inferred),
            || "evidence for a day that is not inferred".to_owned(),
        );
        for piece in published_evidence {
            self.excerpt(piece.span, &piece.text, "evidence");
        }
    }

    fn in_sentence(&mut self, sentence: usize, span: Span, what: &str) {
        let Some(holder) = self.extraction.sentences.get(sentence) else {
            self.broken
                .push(format!("{what} {span}: no sentence {sentence}"));
            return;
        };
        self.that(holder.span.contains(span), || {
            format!(
                "{what} {span} does not lie in sentence {sentence} ({})",
                holder.span
            )
        });
    }

    fn source(&mut self, source: &Source<'_>, what: &str) {
        self.excerpt(source.span, &source.text, what);
        for (value, field) in [(&source.name, "name"), (&source.role, "role")] {
            self.that(
                value.as_ref().is_none_or(|value| !value.trim().is_empty()),
                || format!("{what} {}: {field} is blank", source.span),
            );
        }
    }

    fn claim(&mut self, index: usize) {
        let Extraction {
            claims,
            casualties,
            dates,
            ..
        } = self.extraction;
        let claim = &claims[index];
        self.index(
            claim.sentence,
            self.extraction.sentences.len(),
            "sentence of a claim",
        );
        if let Some(cue) = &claim.cue {
            self.excerpt(cue.span, &cue.text, "cue");
            self.in_sentence(claim.sentence, cue.span, "cue");
            self.that(!cue.lemma.is_empty(), || {
                format!("cue {}: no lemma", cue.span)
            });
        }
        self.that(!claim.content.is_empty(), || {
            format!("claim {index}: no content")
        });
        for piece in &claim.content {
            self.excerpt(piece.span, &piece.text, "content");
        }
        for pair in claim.content.windows(2) {
            self.that(pair[0].span.end <= pair[1].span.start, || {
                format!(
                    "claim {index}: pieces {} and {} overlap or are out of order",
                    pair[0].span, pair[1].span
                )
            });
        }
        let sources = claim.source.iter().map(|source| (source, "source"));
        let sources = sources.chain(claim.others.iter().map(|source| (source, "other source")));
        let sources = sources.chain(claim.relays.iter().map(|source| (source, "relay")));
        let sources: Vec<_> = sources
            .chain(claim.target.iter().map(|source| (source, "target")))
            .collect();
        for (source, what) in sources {
            self.source(source, what);
        }
        for piece in &claim.status_evidence {
            self.excerpt(piece.span, &piece.text, "status");
        }
        for (other, what) in [
            (claim.responds_to, "answered claim"),
            (claim.nested_in, "holding claim"),
        ] {
            if let Some(other) = other {
                self.index(other, claims.len(), what);
                self.that(other != index, || {
                    format!("claim {index} is its own {what}")
                });
            }
        }
        self.that(self.depth(claim).is_some(), || {
            format!("claim {index} holds itself")
        });
        for &figure in &claim.casualties {
            self.index(figure, casualties.len(), "figure of a claim");
            if let Some(figure) = casualties.get(figure) {
                let span = number_span(figure);
                self.that(
                    claim.content.iter().any(|piece| piece.span.contains(span)),
                    || format!("figure {span} does not lie in the content of claim {index}"),
                );
            }
        }
        for &date in &claim.dates {
            self.index(date, dates.len(), "date of a claim");
            if let Some(date) = dates.get(date) {
                self.that(
                    claim
                        .content
                        .iter()
                        .any(|piece| piece.span.contains(date.span)),
                    || {
                        format!(
                            "date {} does not lie in the content of claim {index}",
                            date.span
                        )
                    },
                );
            }
        }
        if let Some(said) = claim.said {
            self.index(said, dates.len(), "time of a claim");
        }
        self.that((0.0..=1.0).contains(&claim.confidence), || {
            format!("claim {index}: confidence {}", claim.confidence)
        });
        self.that(claim.rule.starts_with("attribution."), || {
            format!("claim {index}: rule {:?}", claim.rule)
        });
    }

    /// How many claims hold this one; none if they go round in a circle.
    fn depth(&self, claim: &Claim<'_>) -> Option<usize> {
        let mut holder = claim.nested_in;
        for depth in 0..=self.extraction.claims.len() {
            match holder {
                None => return Some(depth),
                Some(index) => {
                    holder = self
                        .extraction
                        .claims
                        .get(index)
                        .and_then(|claim| claim.nested_in);
                }
            }
        }
        None
    }

    fn count(&mut self, count: Count, span: Span) {
        let Count {
            low,
            high,
            precision,
        } = count;
        let holds = match precision {
            Precision::Exact => high == Some(low),
            Precision::AtLeast | Precision::Vague => high.is_none_or(|high| low <= high),
            _ => high.is_some_and(|high| low <= high),
        };
        self.that(holds, || format!("count {count:?} at {span}"));
    }

    fn figures(&mut self) {
        let Extraction {
            claims,
            casualties,
            dates,
            losses,
            undisclosed,
            ..
        } = self.extraction;
        for (index, casualty) in casualties.iter().enumerate() {
            let span = casualty.span;
            self.excerpt(span, &casualty.text, "figure");
            self.in_sentence(casualty.sentence, span, "figure");
            if let Some(number) = &casualty.number {
                self.excerpt(number.span, &number.text, "number");
                self.that(span.contains(number.span), || {
                    format!("number {} does not lie in figure {span}", number.span)
                });
            }
            self.count(casualty.count, span);
            if let Some(victims) = &casualty.victims {
                self.that(victims.span.is_some() == victims.text.is_some(), || {
                    format!(
                        "figure {span}: victims with words and no place, or the other way round"
                    )
                });
                if let (Some(span), Some(text)) = (victims.span, &victims.text) {
                    self.excerpt(span, text, "victims");
                }
                self.that(
                    victims
                        .side
                        .as_ref()
                        .is_none_or(|side| !side.trim().is_empty()),
                    || format!("figure {span}: victims of a blank side"),
                );
            }
            if let Some(claim) = casualty.claim {
                self.index(claim, claims.len(), "claim of a figure");
                // "They accused the army of shelling the road, killing one driver": beside the content.
                let number = number_span(casualty);
                self.that(
                    claims.get(claim).is_none_or(|claim| {
                        let inside = claim
                            .content
                            .iter()
                            .any(|piece| piece.span.contains(number));
                        inside == claim.casualties.contains(&index)
                    }),
                    || format!("figure {span} names claim {claim}, which does not list it"),
                );
            }
            if let Some(whole) = casualty.part_of {
                self.index(whole, casualties.len(), "whole of a figure");
                self.that(whole != index, || {
                    format!("figure {span} is part of itself")
                });
            }
            if let Some(since) = casualty.since {
                self.index(since, dates.len(), "date of a figure");
            }
        }
        for loss in losses {
            self.span(loss.span, "loss");
            self.in_sentence(loss.sentence, loss.span, "loss");
            self.excerpt(loss.object.span, &loss.object.text, "lost object");
            self.count(loss.count, loss.span);
            if let Some(claim) = loss.claim {
                self.index(claim, claims.len(), "claim of a loss");
            }
        }
        for undisclosed in undisclosed {
            self.span(undisclosed.span, "undisclosed");
            self.in_sentence(undisclosed.sentence, undisclosed.span, "undisclosed");
            self.excerpt(undisclosed.topic.span, &undisclosed.topic.text, "topic");
            if let Some(holder) = &undisclosed.holder {
                self.source(holder, "holder");
            }
        }
    }

    fn dates(&mut self) {
        for date in &self.extraction.dates {
            let span = date.span;
            self.span(span, "date");
            // "OSLO, April 7 (Reuters) —" counts with the sentence that it opens.
            let dateline = self
                .extraction
                .blocks
                .iter()
                .any(|block| block.kind == BlockKind::Dateline && block.span.contains(span));
            if !dateline {
                self.in_sentence(date.sentence, span, "date");
            }
            if let Some(value) = &date.value {
                self.that(is_timex_value(value, date.kind), || {
                    format!("date {span}: value {value:?}")
                });
            }
        }
    }

    /// Lists are in the order of the text.
    fn order(&mut self) {
        let found = self.extraction;
        let claims = found.claims.iter().map(|claim| match &claim.cue {
            Some(cue) => cue.span.start,
            None => claim.content.first().map_or(0, |piece| piece.span.start),
        });
        let figures = found.casualties.iter().map(number_span);
        let dates = found.dates.iter().map(|date| date.span);
        let losses = found.losses.iter().map(|loss| loss.span);
        let undisclosed = found.undisclosed.iter().map(|topic| topic.span);
        let starts = |spans: &mut dyn Iterator<Item = Span>| -> Vec<usize> {
            spans.map(|span| span.start).collect()
        };
        for (list, what) in [
            (claims.collect(), "claims"),
            (starts(&mut { figures }), "figures"),
            (starts(&mut { dates }), "dates"),
            (starts(&mut { losses }), "losses"),
            (starts(&mut { undisclosed }), "undisclosed"),
        ] {
            self.that(list.is_sorted(), || {
                format!("{what} are not in the order of the text: {list:?}")
            });
        }
    }

    fn round_trip(&mut self) {
        let json = serde_json::to_string(self.extraction).expect("an extraction is JSON");
        match serde_json::from_str::<Extraction<'static>>(&json) {
            Ok(read) => self.that(read == *self.extraction, || {
                "JSON gives something else back".to_owned()
            }),
            Err(error) => self
                .broken
                .push(format!("JSON cannot be read back: {error}")),
        }
        let owned = self.extraction.clone().into_owned();
        self.that(owned == *self.extraction, || {
            "into_owned changes something".to_owned()
        });
    }
}

/// Whether a value looks as TIMEX3 wants it, and names a day that exists where it names a day.
fn is_timex_value(value: &str, kind: TimeType) -> bool {
    if value.is_empty() || value.contains(char::is_whitespace) {
        return false;
    }
    let day = value.get(..10).filter(|day| {
        let shape: String = day
            .chars()
            .map(|c| if c.is_ascii_digit() { '0' } else { c })
            .collect();
        shape == "0000-00-00"
    });
    let exists = day.is_none_or(|day| day.parse::<newsclaim::Date>().is_ok());
    exists && (kind != TimeType::Duration || value.starts_with('P'))
}

/// The JSON of an extraction from a copy of `text` with CRLF line ends, as if it came from `text` itself: offsets
/// moved, line ends in excerpts put back.
pub(crate) fn as_from_lf(text: &str, extraction: &Extraction<'_>) -> Value {
    // By offset in the CRLF copy: the offset in the LF original.
    let mut offsets = Vec::with_capacity(text.len() + text.len() / 16 + 1);
    for (offset, byte) in text.bytes().enumerate() {
        offsets.push(offset);
        if byte == b'\n' {
            offsets.push(offset);
        }
    }
    offsets.push(text.len());
    let mut value = serde_json::to_value(extraction).expect("an extraction is JSON");
    move_back(&mut value, &offsets);
    value
}

fn move_back(value: &mut Value, offsets: &[usize]) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                match (name.as_str(), field.as_u64()) {
                    ("start" | "end", Some(offset)) => {
                        let offset = usize::try_from(offset).ok();
                        let moved = offset.and_then(|offset| offsets.get(offset));
                        *field = moved.map_or(Value::Null, |&moved| Value::from(moved));
                    }
                    _ => move_back(field, offsets),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| move_back(item, offsets)),
        Value::String(text) => *text = text.replace("\r\n", "\n"),
        _ => (),
    }
}

/// Where a figure stands in the text: at its number, or as a whole where no word gives one.
fn number_span(figure: &Casualty<'_>) -> Span {
    figure
        .number
        .as_ref()
        .map_or(figure.span, |number| number.span)
}
