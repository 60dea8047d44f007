//! The JSON that others read: its shape, field by field, and what it is for a short article.

use std::collections::BTreeSet;

use newsclaim::{Article, Date, Extraction, Extractor, OffsetUnit, Span};
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
    // A new version is no news to the snapshot.
    let json = json.replace(env!("CARGO_PKG_VERSION"), "[version]");
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("contract__short_article", json);
    });
}

#[test]
fn it_reads_back_as_something_that_owns_its_text() {
    let json = serde_json::to_string(&extract()).expect("an extraction is JSON");
    let read: Extraction<'static> =
        serde_json::from_reader(json.as_bytes()).expect("it can be read from a stream");
    assert_eq!(read, extract());
}

fn span(start: usize, text: &str) -> Value {
    json!({ "start": start, "end": start + text.len() })
}

/// Every key that the contract has, each with a value that is no default.
fn whole() -> Value {
    serde_json::from_str(include_str!("cases/contract.json")).expect("JSON")
}

fn read(json: Value) -> Extraction<'static> {
    serde_json::from_value(json).expect("the contract can be read")
}

fn written(extraction: &Extraction<'_>) -> Value {
    serde_json::to_value(extraction).expect("an extraction is JSON")
}

#[test]
fn every_key_of_the_contract_is_read_and_written() {
    let extraction = read(whole());
    assert_eq!(written(&extraction), whole());
    assert_eq!(written(&extraction.into_owned()), whole());
}

/// The keys of every kind of object, as `claims[].cue.lemma`.
fn keys(value: &Value, path: &str, into: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                let path = format!("{path}.{key}");
                if key != "meta" {
                    keys(value, &path, into);
                }
                into.insert(path);
            }
        }
        Value::Array(items) => {
            for item in items {
                keys(item, &format!("{path}[]"), into);
            }
        }
        _ => (),
    }
}

fn keys_of(value: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    keys(value, "", &mut found);
    found
}

/// A table reader sees one shape: what is null or empty is there all the same.
#[test]
fn no_key_is_left_out_where_there_is_nothing() {
    let nothing = [
        "published",
        "published_from",
        "role",
        "name",
        "target",
        "cue",
        "responds_to",
        "nested_in",
        "said",
        "number",
        "high",
        "victims",
        "claim",
        "part_of",
        "since",
        "when",
        "place",
        "value",
        "first",
        "last",
        "direction",
        "holder",
        "side",
        "source",
    ];
    let mut without = whole();
    without["id"] = Value::Null;
    empty(&mut without, &nothing);
    assert_eq!(written(&read(without.clone())), without);
    let bare = written(&newsclaim::extract(""));
    let top = |value: &Value| -> Vec<String> {
        value
            .as_object()
            .map(|object| object.keys().cloned().collect())
            .unwrap_or_default()
    };
    assert_eq!(top(&bare), top(&whole()));
    assert_eq!(
        (&bare["claims"], &bare["meta"], &bare["id"]),
        (&json!([]), &json!({}), &Value::Null)
    );
}

/// Puts null for these keys, wherever they are.
fn empty(value: &mut Value, names: &[&str]) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                if names.contains(&&**key) {
                    *value = Value::Null;
                } else {
                    empty(value, names);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| empty(item, names)),
        _ => (),
    }
}

/// What comes out of a real article has the contract's keys and no other.
#[test]
fn what_is_found_has_the_keys_of_the_contract() {
    let known = keys_of(&whole());
    let mut seen = BTreeSet::new();
    for text in [
        ARTICLE,
        "Published April 7, 2016\n\nThe army lost three tanks near Hale on Monday. It has not released any figures on \
         its military losses. The mayor said nine people died, including two children.",
    ] {
        seen.extend(keys_of(&written(&newsclaim::extract(text))));
    }
    let unknown: Vec<_> = seen.difference(&known).collect();
    assert!(unknown.is_empty(), "not in the contract: {unknown:?}");
    for needed in [
        ".claims[].cue.distance",
        ".losses[].object.text",
        ".undisclosed[].holder.role",
        ".dates[].first",
    ] {
        assert!(seen.contains(needed), "{needed}");
    }
}

#[test]
fn victims_without_a_noun_have_no_words() {
    let found = newsclaim::extract(
        "The army of Peru acknowledged the loss of 45 and said 210 more had been wounded.",
    );
    let victims = &written(&found)["casualties"][0]["victims"];
    assert_eq!(
        victims,
        &json!({ "span": null, "text": null, "category": "military", "side": "Peru" })
    );
}

/// Version 0.1 left out what was empty, and wrote some excerpts as bare spans.
#[test]
fn output_of_the_first_version_is_read() {
    let mut json = whole();
    let remove = |value: &mut Value, keys: &[&str]| {
        let object = value.as_object_mut().expect("an object");
        for key in keys {
            object.remove(*key).expect(key);
        }
        object.insert("key_of_a_later_version".to_owned(), json!(1));
    };
    remove(
        &mut json,
        &[
            "schema",
            "newsclaim",
            "offsets",
            "meta",
            "published_from",
            "published_evidence",
            "losses",
            "undisclosed",
        ],
    );
    let claim = &mut json["claims"][0];
    remove(
        claim,
        &[
            "id",
            "polarity",
            "others",
            "relays",
            "status_evidence",
            "responds_to",
            "nested_in",
            "negated",
            "said",
            "rule",
            "confidence",
        ],
    );
    remove(&mut claim["cue"], &["distance"]);
    remove(&mut claim["source"], &["role", "anonymous"]);
    claim["content"] = json!([span(9, "one")]);
    claim["status_spans"] = json!([span(30, "disputed")]);
    remove(
        &mut json["casualties"][0],
        &[
            "text", "part_of", "asserted", "since", "when", "place", "rule",
        ],
    );
    json["casualties"][0]["number"] =
        json!({ "span": span(40, "31"), "text": "31", "start": 40, "end": 42 });
    remove(
        &mut json["dates"][0],
        &["text", "first", "last", "direction"],
    );
    let read = read(json);
    let claim = &read.claims[0];
    assert_eq!((read.schema, read.offsets), (0, OffsetUnit::Byte));
    assert_eq!(
        (claim.content[0].span, &*claim.content[0].text),
        (Span::new(9, 12), "")
    );
    assert_eq!(claim.status_evidence[0].span, Span::new(30, 38));
    assert_eq!(claim.polarity, newsclaim::Polarity::Said);
    assert_eq!(
        claim.cue.as_ref().map(|cue| cue.distance),
        Some(newsclaim::Distance::Neutral)
    );
    let figure = &read.casualties[0];
    assert!(
        figure.asserted,
        "a figure is asserted unless it says otherwise"
    );
    assert_eq!(
        figure.number.as_ref().map(|number| &*number.text),
        Some("31")
    );
}

/// Enumerations are open: a reader accepts a value of a later version.
#[test]
fn values_of_a_later_version_are_read() {
    let mut json = whole();
    replace_names(&mut json);
    let read = read(json);
    assert_eq!(read.claims[0].kind, newsclaim::ClaimKind::Other);
    assert_eq!(read.claims[0].polarity, newsclaim::Polarity::Other);
    assert_eq!(read.casualties[0].scope, newsclaim::Scope::Unspecified);
    assert_eq!(read.offsets, OffsetUnit::Other);
}

fn replace_names(value: &mut Value) {
    let open = [
        "offsets",
        "published_from",
        "kind",
        "form",
        "polarity",
        "distance",
        "status",
        "outcome",
        "precision",
        "category",
        "scope",
        "type",
        "direction",
    ];
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                if open.contains(&&**key) {
                    *value = json!("galactic");
                } else {
                    replace_names(value);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(replace_names),
        _ => (),
    }
}

#[test]
fn a_name_comes_back_as_it_came() {
    for id in [
        json!("doc-1"),
        json!(12),
        json!(-3),
        json!(u64::MAX),
        json!(12.0),
        Value::Null,
    ] {
        let mut json = whole();
        json["id"] = id.clone();
        assert_eq!(written(&read(json))["id"].to_string(), id.to_string());
    }
    let given =
        |article: Article<'_>| written(&Extractor::default().extract(article))["id"].clone();
    assert_eq!(given(Article::new("It rained.").id(12)), json!(12));
    assert_eq!(given(Article::new("It rained.").id(-12_i64)), json!(-12));
    assert_eq!(
        given(Article::new("It rained.").id("a".to_owned())),
        json!("a")
    );
}

/// Found by fuzzing: what is too large for the number was read as infinite and written as null.
#[test]
fn a_confidence_is_finite() {
    let text = "The mayor said the road was open.";
    let found = newsclaim::Extractor::default().extract(text);
    let mut json = serde_json::to_value(&found).expect("JSON");
    assert!(serde_json::from_value::<newsclaim::Extraction<'_>>(json.clone()).is_ok());
    json["claims"][0]["confidence"] = json!(1e39);
    assert!(serde_json::from_value::<newsclaim::Extraction<'_>>(json).is_err());
}
