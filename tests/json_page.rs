//! `src/json.md`, the page of the JSON, against what is written: every key stands on it with its type, each value is of
//! that type, and each key is seen as null where the page says that it can be, and otherwise where it says so.

use crate::checks;

use std::collections::{BTreeMap, BTreeSet};

use newsclaim::{Article, Extraction, Extractor};
use serde_json::{Value, json};

/// By section and key: the type's cell.
fn page() -> BTreeMap<(String, String), String> {
    let mut page = BTreeMap::new();
    let mut section = String::new();
    for line in include_str!("../src/json.md").lines() {
        if let Some(heading) = line.strip_prefix("# ") {
            section = heading.replace('`', "");
        }
        let row = line
            .strip_prefix("| `")
            .and_then(|row| row.split_once("` | "));
        if let Some((key, rest)) = row {
            let (kind, _) = rest.split_once(" | ").expect("three cells");
            let double = page.insert((section.clone(), key.to_owned()), kind.to_owned());
            assert_eq!(double, None, "{section} {key} stands twice");
        }
    }
    page
}

/// Goes through values and ticks off what the page says of them.
struct Reader {
    page: BTreeMap<(String, String), String>,
    seen: BTreeSet<(String, String, bool)>,
    wrong: BTreeSet<String>,
}

impl Reader {
    fn object(&mut self, value: &Value, section: &str) {
        let Some(fields) = value.as_object() else {
            self.wrong
                .insert(format!("{section} is no object: {value}"));
            return;
        };
        let keys = self.page.keys().filter(|(of, _)| of == section);
        let keys: BTreeSet<String> = keys.map(|(_, key)| key.clone()).collect();
        let written: BTreeSet<String> = fields.keys().cloned().collect();
        for key in keys.symmetric_difference(&written) {
            self.wrong.insert(format!(
                "{section}: {key} is not both written and on the page"
            ));
        }
        for key in keys.intersection(&written) {
            let kind = self.page[&(section.to_owned(), key.clone())].clone();
            let value = &fields[key];
            self.seen
                .insert((section.to_owned(), key.clone(), value.is_null()));
            let within = match section {
                "The article" => key.clone(),
                _ => format!("{section}.{key}"),
            };
            if !self.fits(value, &kind, &within) {
                self.wrong
                    .insert(format!("{section}: {key} is not {kind}: {value}"));
            }
        }
    }

    fn fits(&mut self, value: &Value, kind: &str, within: &str) -> bool {
        if let Some(kind) = kind.strip_suffix(" or null") {
            return value.is_null() || self.fits(value, kind, within);
        }
        if let Some(kind) = kind.strip_prefix("list of ") {
            let Some(items) = value.as_array() else {
                return false;
            };
            let kind = kind.trim_end_matches('s');
            let within = format!("{within}[]");
            return items.iter().all(|item| self.fits(item, kind, &within));
        }
        match kind {
            "string" => value.is_string(),
            "string, number" => value.is_string() || value.is_number(),
            "integer" => value.is_u64(),
            "number" => value.is_number(),
            "boolean" => value.is_boolean(),
            "day" => value
                .as_str()
                .is_some_and(|day| day.parse::<newsclaim::Date>().is_ok()),
            "object" if within == "meta" => value.is_object(),
            "object" => {
                self.object(value, within);
                true
            }
            "Source" | "Excerpt" | "Count" | "Span" => {
                self.object(value, kind);
                true
            }
            names => {
                let names: Vec<&str> = names
                    .split(", ")
                    .map(|name| name.trim_matches('`'))
                    .collect();
                value.as_str().is_some_and(|value| names.contains(&value))
            }
        }
    }
}

const SHOWS_THE_REST: &str = "\
The army lost three tanks near Hale on Monday, its spokesman said. No figures were released. It has not released any figures on its \
military losses. The mayor said nine people died, including two children, in the north. They met on Friday. “We lost everything,” said Tom Holm on \
Tuesday. Soldiers were wounded. The claim could not be independently verified.

“It is over.”
";

/// Read and written, so that it is what the types hold.
fn again(json: &Value) -> Value {
    let read: Extraction<'static> = serde_json::from_value(json.clone()).expect("it can be read");
    json!(read)
}

#[test]
fn the_page_of_the_json_is_what_is_written() {
    let mut reader = Reader {
        page: page(),
        seen: BTreeSet::new(),
        wrong: BTreeSet::new(),
    };
    let articles = checks::fixtures();
    let mut found: Vec<Extraction<'_>> =
        articles.iter().map(checks::TestArticle::extract).collect();
    found.push(newsclaim::extract(SHOWS_THE_REST));
    found.push(newsclaim::extract(
        "Published April 7, 2016\n\nIt rained on Monday.",
    ));
    found.push(Extractor::default().extract(Article::new("It rained.").id(12)));
    let mut values: Vec<Value> = found.iter().map(|found| json!(found)).collect();
    // What is seldom written: all of the contract, and the same with null wherever a reader must be ready for it.
    let mut contract: Value =
        serde_json::from_str(include_str!("cases/contract.json")).expect("JSON");
    values.push(again(&contract));
    contract["claims"][0]["cue"] = Value::Null;
    contract["casualties"][0]["number"] = Value::Null;
    contract["losses"][0]["claim"] = Value::Null;
    contract["undisclosed"][0]["holder"] = Value::Null;
    values.push(again(&contract));
    for value in &values {
        reader.object(value, "The article");
    }
    for ((section, key), kind) in &reader.page {
        for null in [false, true] {
            let may = !null || kind.ends_with("or null");
            if may && !reader.seen.contains(&(section.clone(), key.clone(), null)) {
                let state = if null { "null" } else { "anything" };
                reader
                    .wrong
                    .insert(format!("{section}: nobody has seen {key} as {state}"));
            }
        }
    }
    let wrong: Vec<_> = reader.wrong.into_iter().collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
