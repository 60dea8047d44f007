//! Spans in code points and UTF-16 units, against a naive count; and names of claims that outlive a change of the article.

use newsclaim::{Extraction, OffsetUnit, Offsets, Span};
use serde_json::Value;

/// Characters of one to four bytes, and strides of 64 bytes that end within one.
const ARTICLE: &str = "\
Zoë Holm’s “café” reopens 😀 in Łódź

ŁÓDŹ, Poland — “We lost 12 tables,” said Zoë Holm, the owner. 😀😀 At least 31 soldiers were killed near the café on \
Monday — the ministry’s spokesman said.

The army of Péru acknowledged the loss of 30 — and three tanks were destroyed. It has not released any numbers on its \
military losses.

“The café was safe – 安全,” the mayor claimed. The claim could not be independently verified.";

fn naive(text: &str, byte: usize, unit: OffsetUnit) -> usize {
    match unit {
        OffsetUnit::Char => text[..byte].chars().count(),
        OffsetUnit::Utf16 => text[..byte].encode_utf16().count(),
        _ => byte,
    }
}

const UNITS: [OffsetUnit; 3] = [OffsetUnit::Byte, OffsetUnit::Char, OffsetUnit::Utf16];

#[test]
fn every_offset_there_and_back() {
    let ascii = "All plain, said the mayor. ".repeat(9);
    for text in [
        ARTICLE,
        &ARTICLE.repeat(3),
        &ascii,
        "",
        "é",
        &"😀".repeat(200),
    ] {
        for unit in UNITS {
            let offsets = Offsets::new(text, unit);
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let counted = naive(text, byte, unit);
                assert_eq!(offsets.offset(byte), counted, "{unit} of byte {byte}");
                assert_eq!(offsets.byte(counted), byte, "byte of {unit} {counted}");
            }
        }
    }
}

#[test]
fn offsets_beyond_the_text_do_no_harm() {
    for unit in UNITS {
        let offsets = Offsets::new("é", unit);
        offsets.span(Span::new(1, usize::MAX));
        offsets.bytes(Span::new(usize::MAX, 7));
    }
}

/// What a reader of this unit slices.
fn slice(text: &str, span: &Value, unit: &str) -> String {
    let end = |key: &str| usize::try_from(span[key].as_u64().expect("a number")).expect("an index");
    let (start, end) = (end("start"), end("end"));
    match unit {
        "char" => text.chars().skip(start).take(end - start).collect(),
        "utf16" => {
            let units: Vec<u16> = text.encode_utf16().collect();
            String::from_utf16(&units[start..end]).expect("whole characters")
        }
        _ => text[start..end].to_owned(),
    }
}

/// Checks every object that has words and their place; counts them.
fn excerpts(text: &str, value: &Value, unit: &str) -> usize {
    match value {
        Value::Object(fields) => {
            let mut found = fields
                .values()
                .map(|value| excerpts(text, value, unit))
                .sum();
            if let (Some(span), Some(Value::String(words))) =
                (fields.get("span"), fields.get("text"))
            {
                assert_eq!(&slice(text, span, unit), words, "{unit}");
                found += 1;
            }
            found
        }
        Value::Array(items) => items.iter().map(|item| excerpts(text, item, unit)).sum(),
        _ => 0,
    }
}

fn json(extraction: &Extraction<'_>) -> Value {
    serde_json::to_value(extraction).expect("an extraction is JSON")
}

#[test]
fn every_span_of_an_article_is_counted_in_the_unit_that_is_asked_for() {
    let bytes = newsclaim::extract(ARTICLE);
    assert!(!bytes.claims.is_empty() && !bytes.casualties.is_empty() && !bytes.losses.is_empty());
    assert!(!bytes.undisclosed.is_empty() && !bytes.claims[0].content.is_empty());
    for unit in UNITS {
        let counted = bytes.clone().in_units(ARTICLE, unit);
        let written = json(&counted);
        assert_eq!(written["offsets"], unit.as_str());
        assert!(excerpts(ARTICLE, &written, unit.as_str()) > 20);
        for list in ["blocks", "sentences"] {
            for (item, same) in written[list]
                .as_array()
                .into_iter()
                .flatten()
                .zip(json(&bytes)[list].as_array().into_iter().flatten())
            {
                assert_eq!(
                    slice(ARTICLE, &item["span"], unit.as_str()),
                    slice(ARTICLE, &same["span"], "byte")
                );
            }
        }
        for other in UNITS {
            let back = counted
                .clone()
                .in_units(ARTICLE, other)
                .in_units(ARTICLE, OffsetUnit::Byte);
            assert_eq!(back, bytes, "{unit} by {other}");
        }
    }
}

fn ids(text: &str) -> Vec<String> {
    newsclaim::extract(text)
        .claims
        .iter()
        .map(|claim| claim.id.to_string())
        .collect()
}

const CLAIM: &str = "The dam is safe, the mayor said on Monday.";

#[test]
fn a_claim_keeps_its_name_whatever_stands_around_it() {
    let [id] = &*ids(CLAIM) else {
        panic!("one claim")
    };
    for article in [
        format!("Rebels denied shelling the port. {CLAIM}"),
        format!("{CLAIM} Rebels denied shelling the port."),
        format!("It rained.\n\n{CLAIM}\n\nMore rain will come, Ana Ruiz warned."),
        format!(
            "It rained all night in the valley, and the river rose. {}",
            CLAIM.replace("dam is", "dam\nis")
        ),
    ] {
        assert_eq!(
            ids(&article).iter().filter(|other| *other == id).count(),
            1,
            "{article}"
        );
    }
    for other in [
        "The dam is safe, the minister said on Monday.",
        "The dam is safe, the mayor claimed on Monday.",
        "The dam is unsafe, the mayor said on Monday.",
    ] {
        assert_eq!(
            ids(other).iter().filter(|other| *other == id).count(),
            0,
            "{other}"
        );
    }
}

/// What the name is made of is documented, so it must not change.
#[test]
fn the_name_is_the_hash_that_the_documentation_tells_of() {
    let mut hash = 0x811c_9dc5_u32;
    for byte in "the mayor\u{1f}said\u{1f}The dam is safe\u{1f}".bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    assert_eq!(ids(CLAIM), [format!("c-{hash:08x}")]);
}

#[test]
fn the_same_words_twice_are_two_claims() {
    let found = ids(&[CLAIM; 3].join(" It rained. "));
    assert_eq!(found.len(), 3);
    assert_eq!(found[1], format!("{}-2", found[0]));
    assert_eq!(found[2], format!("{}-3", found[0]));
}
