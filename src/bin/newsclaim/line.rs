//! A line of JSON Lines, as an article.

use std::borrow::Cow;

use newsclaim::{Date, Extraction, Id, Meta, Value};
use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};

use crate::day;
use crate::input::Input;

/// Why a line is no article; with its id, where that could be read.
#[derive(Debug)]
pub(crate) struct Rejected {
    pub id: Option<Id<'static>>,
    pub reason: String,
}

impl Rejected {
    fn nameless(reason: impl Into<String>) -> Self {
        Self {
            id: None,
            reason: reason.into(),
        }
    }
}

/// Reads a line; `published` is the day of those that bring none.
pub(crate) fn article(line: &[u8], published: Option<Date>) -> Result<Input, Rejected> {
    let line = std::str::from_utf8(line).map_err(|error| {
        let byte = error.valid_up_to();
        Rejected::nameless(format!("not UTF-8 (byte {byte} of the line)"))
    })?;
    let mut rest = object(line)?;
    let id = match rest.remove("id") {
        None | Some(Value::Null) => None,
        Some(Value::Text(text)) => Some(Id::from(text)),
        Some(Value::Number(number)) => Some(Id::from(number)),
        Some(other) => {
            let reason = format!("id: {}, neither a text nor a number", kind(&other));
            return Err(Rejected::nameless(reason));
        }
    };
    match text_and_day(&mut rest) {
        Ok((text, own)) => Ok(Input {
            text,
            id,
            published: own.or(published),
            meta: rest,
            notices: Vec::new(),
            found: None,
        }),
        Err(reason) => Err(Rejected { id, reason }),
    }
}

/// Reads a line that `extract --format jsonl` wrote; none where the keys are not those of one. Whoever puts the article's
/// text into it as "text" has whole sentences compared.
pub(crate) fn found(line: &[u8]) -> Option<Result<Input, Rejected>> {
    #[derive(Deserialize)]
    #[allow(dead_code, reason = "only whether they are there is looked at")]
    struct Found {
        claims: IgnoredAny,
        casualties: IgnoredAny,
        sentences: IgnoredAny,
    }
    #[derive(Deserialize)]
    struct Failed {
        #[allow(dead_code, reason = "only whether it is there is looked at")]
        line: IgnoredAny,
        id: Option<Id<'static>>,
        error: String,
    }
    #[derive(Deserialize)]
    struct Text {
        text: Option<String>,
    }
    let rejected = |reason: String, id| Some(Err(Rejected { id, reason }));
    if let Ok(failed) = serde_json::from_slice::<Failed>(line) {
        let reason = format!("not read when it was extracted: {}", failed.error);
        return rejected(reason, failed.id);
    }
    serde_json::from_slice::<Found>(line).ok()?;
    let found = match serde_json::from_slice::<Extraction<'_>>(line) {
        Ok(found) => found.into_owned(),
        Err(error) => return rejected(format!("not what extract writes: {error}"), None),
    };
    let text = serde_json::from_slice::<Text>(line).ok();
    Some(Ok(Input {
        text: text.and_then(|text| text.text).unwrap_or_default(),
        id: found.id.clone(),
        published: found.published,
        meta: Meta::new(),
        notices: Vec::new(),
        found: Some(Box::new(found)),
    }))
}

/// The id in the beginning of a line, where it stands before the text that is too long.
pub(crate) fn id_before_the_text(line: &[u8]) -> Option<Id<'static>> {
    struct Head<'a>(&'a mut Option<Id<'static>>);
    impl<'de> Visitor<'de> for Head<'_> {
        type Value = ();

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<(), A::Error> {
            while let Some(key) = fields.next_key::<String>()? {
                match &*key {
                    "id" => *self.0 = fields.next_value()?,
                    _ => drop(fields.next_value::<IgnoredAny>()?),
                }
            }
            Ok(())
        }
    }
    let mut id = None;
    let mut beginning = serde_json::Deserializer::from_slice(line);
    // The line is cut, so that it must fail; what was read until then is what is wanted.
    let _ = beginning.deserialize_map(Head(&mut id));
    id
}

fn text_and_day(fields: &mut Meta) -> Result<(String, Option<Date>), String> {
    let text = match fields.remove("text") {
        Some(Value::Text(text)) => text,
        Some(other) => return Err(format!("text: {}, not a text", kind(&other))),
        None => return Err("no \"text\"".to_owned()),
    };
    // "date" is read only where "published" does not tell.
    let day = match taken(fields, "published")? {
        None => taken(fields, "date")?,
        day => day,
    };
    Ok((text, day))
}

/// The day under a key, which is taken out; none where it is absent, null or empty.
fn taken(fields: &mut Meta, key: &str) -> Result<Option<Date>, String> {
    match fields.remove(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Text(text)) if text.trim().is_empty() => Ok(None),
        Some(Value::Text(text)) => match day::given(text.trim()) {
            Ok(day) => Ok(Some(day)),
            Err(reason) => Err(format!("{key}: {reason}")),
        },
        Some(other) => Err(format!("{key}: {}, not a day", kind(&other))),
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::Text(_) => "a text",
        Value::List(_) => "an array",
        Value::Map(_) => "an object",
        _ => "something else",
    }
}

const ONE_A_LINE: &str = "JSON Lines has an object with a \"text\" on each line";

fn object(line: &str) -> Result<Meta, Rejected> {
    let read = serde_json::from_str(line).or_else(|error| {
        // Python writes "\ud800" where it could not decode; only that character is lost.
        let mended = if error.is_syntax() {
            without_surrogates(line)
        } else {
            Cow::Borrowed(line)
        };
        match mended {
            Cow::Owned(line) => serde_json::from_str(&line),
            Cow::Borrowed(_) => Err(error),
        }
    });
    match read {
        Ok(Value::Map(fields)) => Ok(fields),
        Ok(Value::List(_)) => Err(Rejected::nameless(array())),
        Ok(other) => {
            let reason = format!("{}, not an article; {ONE_A_LINE}", kind(&other));
            Err(Rejected::nameless(reason))
        }
        Err(_) if line.trim_start().starts_with('[') => Err(Rejected::nameless(array())),
        Err(error) => {
            // Every line is line 1 to the JSON reader: only the column says something.
            let reason = error.to_string();
            let reason = match reason.rsplit_once(" at line 1 column ") {
                Some((reason, column)) => format!("{reason} (column {column})"),
                None => reason,
            };
            let hint = if error.is_eof() {
                format!("; {ONE_A_LINE}")
            } else {
                String::new()
            };
            Err(Rejected::nameless(reason + &hint))
        }
    }
}

fn array() -> String {
    format!("a JSON array, not an article; {ONE_A_LINE}, as `jq -c '.[]' FILE` writes them")
}

/// The line with U+FFFD for each `\ud800` to `\udfff` that is no half of a pair; itself where there is none.
fn without_surrogates(line: &str) -> Cow<'_, str> {
    let mut mended = String::new();
    let mut kept = 0;
    let mut at = 0;
    while let Some(found) = line[at..].find('\\') {
        let escape = at + found;
        at = match (unit(line, escape), unit(line, escape + 6)) {
            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => escape + 12,
            (Some(0xD800..=0xDFFF), _) => {
                mended.push_str(&line[kept..escape]);
                mended.push_str("\\ufffd");
                kept = escape + 6;
                kept
            }
            // The character behind the backslash may be one of several bytes.
            _ => line[escape + 1..]
                .chars()
                .next()
                .map_or(line.len(), |next| escape + 1 + next.len_utf8()),
        };
    }
    if mended.is_empty() {
        return Cow::Borrowed(line);
    }
    mended.push_str(&line[kept..]);
    Cow::Owned(mended)
}

/// The UTF-16 unit that `\u….` at a byte stands for.
fn unit(line: &str, at: usize) -> Option<u16> {
    let digits = line.get(at..at + 6)?.strip_prefix("\\u")?;
    let plain = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    u16::from_str_radix(digits, 16).ok().filter(|_| plain)
}

#[cfg(test)]
mod tests {
    use super::without_surrogates;

    #[test]
    fn only_lone_surrogates_are_replaced() {
        for (line, mended) in [
            (r"a\ud800b", r"a\ufffdb"),
            (r"\udc00\uD83D", r"\ufffd\ufffd"),
            (r"\ud83d\ude00\ud83d", r"\ud83d\ude00\ufffd"),
            (r"\ud83d\ude00", r"\ud83d\ude00"),
            (r"\\ud800", r"\\ud800"),
            (r"\\\ud800", r"\\\ufffd"),
            (r"\ud8", r"\ud8"),
            ("\\é\\", "\\é\\"),
            (r"\u+800\ud800é", r"\u+800\ufffdé"),
        ] {
            assert_eq!(without_surrogates(line), mended, "{line}");
        }
    }
}
