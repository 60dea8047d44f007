//! The JSON Schema that is checked in is that of the types, and what is found follows it.

use crate::checks;

use newsclaim::Extraction;
use serde_json::{Value, json};

fn checked_in() -> Value {
    serde_json::from_str(newsclaim::JSON_SCHEMA).expect("JSON")
}

fn faults(found: &Value) -> Vec<String> {
    let validator = jsonschema::validator_for(&checked_in()).expect("a schema");
    let faults = validator.iter_errors(found);
    faults
        .map(|fault| format!("{}: {fault}", fault.instance_path()))
        .collect()
}

fn written(found: &Extraction<'_>) -> Value {
    serde_json::to_value(found).expect("JSON")
}

/// `NEWSCLAIM_WRITE_SCHEMA=1 cargo test --all-features --test suite schema::` writes it anew.
#[cfg(feature = "schema")]
#[test]
fn the_schema_is_that_of_the_types() {
    let made = newsclaim::json_schema();
    let file = checks::root().join("src/schema.json");
    if std::env::var_os("NEWSCLAIM_WRITE_SCHEMA").is_some() {
        let text = serde_json::to_string_pretty(&made).expect("JSON") + "\n";
        std::fs::write(&file, text).expect("the file can be written");
    }
    let kept = std::fs::read_to_string(&file).expect("the file");
    let kept: Value = serde_json::from_str(&kept).expect("JSON");
    assert!(
        kept == *made.as_value(),
        "src/schema.json is not that of the types: NEWSCLAIM_WRITE_SCHEMA=1 cargo test --all-features --test suite schema::"
    );
}

#[test]
fn every_article_follows_the_schema() {
    for article in checks::fixtures() {
        let faults = faults(&written(&article.extract()));
        assert!(faults.is_empty(), "{}: {faults:#?}", article.name);
    }
    let nothing = written(&newsclaim::extract(""));
    assert_eq!(faults(&nothing), [""; 0]);
}

#[test]
fn the_schema_sees_what_is_wrong() {
    let good = written(&newsclaim::extract(
        "The ministry said on Monday that 12 soldiers were killed near Hale.",
    ));
    assert_eq!(faults(&good), [""; 0]);
    let spoilt = |pointer: &str, value: Value| {
        let mut spoilt = good.clone();
        *spoilt.pointer_mut(pointer).expect(pointer) = value;
        spoilt
    };
    for (pointer, value) in [
        ("/claims/0/source", json!("the ministry")),
        ("/claims/0/sentence", json!(-1)),
        ("/claims/0/content/0/span", json!([3, 9])),
        ("/casualties/0/count/low", json!("twelve")),
        ("/casualties/0/asserted", json!(null)),
        ("/dates/0/text", json!(12)),
        ("/published", json!(20160407)),
        ("/blocks", json!(null)),
    ] {
        assert!(!faults(&spoilt(pointer, value)).is_empty(), "{pointer}");
    }
    // Every key is always there, and a value that nobody knows yet is none that is wrong.
    let mut short = good.clone();
    let claim = short
        .pointer_mut("/claims/0")
        .and_then(Value::as_object_mut);
    claim.expect("a claim").remove("target");
    assert!(!faults(&short).is_empty());
    assert_eq!(faults(&spoilt("/claims/0/kind", json!("rumour"))), [""; 0]);
}
