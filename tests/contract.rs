//! The JSON that others read: its shape, field by field, and what it is for a short article.

use newsclaim::{Article, Date, Extraction, Extractor};
use serde_json::{Value, json};

/// A made-up article with a bit of everything.
const ARTICLE: &str = "\
Two Die as Ferry Sinks Off Norland Coast

PORT HALE, Norland (AP) — At least two people were killed and several are missing after a ferry sank on Monday, \
the coast guard said.

\u{201c}We did all we could,\u{201d} said Captain Ana Ruiz. She denied that the boat had been overloaded.

The opposition accused the ministry of ignoring warnings. The claim could not be independently verified.
";

fn extract() -> Extraction<'static> {
    let day = Date::new(2019, 5, 14).expect("a day");
    Extractor::default().extract(Article::new(ARTICLE).published(day).id("ferry"))
}

#[test]
fn the_json_of_a_short_article() {
    let json = serde_json::to_string_pretty(&extract()).expect("an extraction is JSON");
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!("short_article", json);
    });
}

#[test]
fn it_reads_back_as_something_that_owns_its_text() {
    let json = serde_json::to_string(&extract()).expect("an extraction is JSON");
    let read: Extraction<'static> =
        serde_json::from_reader(json.as_bytes()).expect("it can be read from a stream");
    assert_eq!(read, extract());
}

fn source(start: usize, text: &str, kind: &str) -> Value {
    json!({
        "span": span(start, text), "text": text, "kind": kind, "name": null, "role": "spokesman", "anonymous": true,
    })
}

fn span(start: usize, text: &str) -> Value {
    json!({ "start": start, "end": start + text.len() })
}

fn excerpt(start: usize, text: &str) -> Value {
    let end = start + text.len();
    json!({ "span": span(start, text), "text": text, "start": start, "end": end })
}

/// Every key that the contract has, each with a value that is written.
fn whole() -> Value {
    json!({
        "id": "doc-1",
        "published": "2016-04-07",
        "published_from": "inferred",
        "published_evidence": [span(3, "April 7")],
        "blocks": [{ "kind": "list_item", "span": span(0, "x") }],
        "sentences": [{ "span": span(0, "x"), "block": 0 }],
        "claims": [{
            "sentence": 0,
            "kind": "accusation",
            "form": "mixed",
            "source": source(0, "a \"quoted\" name", "person"),
            "others": [source(5, "Norland", "government")],
            "relays": [source(6, "the agency", "media")],
            "target": source(7, "they", "pronoun"),
            "cue": { "span": span(8, "said"), "text": "said", "lemma": "say" },
            "content": [span(9, "one"), span(20, "two")],
            "status": "disputed",
            "status_spans": [span(30, "disputed")],
            "responds_to": 1,
            "nested_in": 2,
            "negated": true,
            "casualties": [0],
            "dates": [0],
            "said": 0,
            "rule": "attribution.subject_cue_clause",
            "confidence": 0.5,
        }],
        "casualties": [{
            "span": span(40, "31 soldiers"),
            "sentence": 0,
            "number": excerpt(40, "31"),
            "outcome": "killed",
            "count": { "low": 31, "high": null, "precision": "at_least" },
            "victims": { "span": span(43, "soldiers"), "text": "soldiers", "category": "military", "side": "Norland" },
            "claim": 0,
            "part_of": 1,
            "asserted": false,
            "scope": "cumulative",
            "since": 0,
            "rule": "casualty.passive",
        }],
        "dates": [{ "span": span(50, "Monday"), "sentence": 0, "type": "date", "value": "2016-04-04", "direction": "past" }],
        "losses": [{
            "span": span(60, "three tanks"),
            "sentence": 0,
            "count": { "low": 3, "high": 3, "precision": "exact" },
            "object": excerpt(66, "tanks"),
            "claim": 0,
        }],
        "undisclosed": [{
            "span": span(70, "its losses"),
            "sentence": 0,
            "holder": source(75, "the army", "government"),
            "topic": excerpt(70, "its losses"),
        }],
    })
}

#[test]
fn every_key_of_the_contract_is_read_and_written() {
    let read: Extraction<'static> =
        serde_json::from_value(whole()).expect("the contract can be read");
    assert_eq!(
        serde_json::to_value(&read).expect("an extraction is JSON"),
        whole()
    );
}

#[test]
fn starred_keys_may_be_absent_and_unknown_ones_are_passed_over() {
    let mut json = whole();
    for key in [
        "published_from",
        "published_evidence",
        "losses",
        "undisclosed",
    ] {
        json.as_object_mut()
            .expect("an object")
            .remove(key)
            .expect(key);
    }
    for (list, keys) in [
        (
            "claims",
            [
                "others",
                "relays",
                "status_spans",
                "responds_to",
                "nested_in",
                "negated",
                "rule",
                "confidence",
            ]
            .as_slice(),
        ),
        ("casualties", &["part_of", "asserted", "since", "rule"]),
        ("dates", &["direction"]),
    ] {
        let item = json[list][0].as_object_mut().expect("an object");
        for key in keys {
            item.remove(*key).expect(key);
        }
        item.insert("new_key".to_owned(), json!(1));
    }
    let read: Extraction<'static> = serde_json::from_value(json).expect("the rest can be read");
    assert_eq!(read.claims.len(), 1);
    assert!(
        read.casualties[0].asserted,
        "a figure is asserted unless it says otherwise"
    );
    assert!(read.losses.is_empty());
}

/// Enumerations are open: a reader accepts a value of a later version.
#[test]
fn values_of_a_later_version_are_read() {
    let read = |json: &str| serde_json::from_str::<newsclaim::ClaimKind>(json).expect("a kind");
    assert_eq!(read("\"denial\""), newsclaim::ClaimKind::Denial);
    assert_eq!(read("\"sarcasm\""), newsclaim::ClaimKind::Other);
    let scope: newsclaim::Scope = serde_json::from_str("\"galactic\"").expect("a scope");
    assert_eq!(scope, newsclaim::Scope::Unspecified);
}
