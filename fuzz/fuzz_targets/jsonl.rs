//! Any line: read as an article or refused with a reason, and what was read as an extraction is written as it was read.

#![no_main]

use libfuzzer_sys::fuzz_target;
use newsclaim::{Extraction, Value};

// The command line is no library; its reader of lines is taken as it stands.
#[path = "../../src/bin/newsclaim/day.rs"]
#[allow(dead_code, reason = "the command line uses all of it")]
mod day;
#[path = "../../src/bin/newsclaim/line.rs"]
#[allow(dead_code, reason = "the command line uses all of it")]
mod line;

/// What that reader fills in.
mod input {
    use newsclaim::{Date, Extraction, Id, Meta};

    #[derive(Debug)]
    #[allow(dead_code, reason = "the command line uses all of it")]
    pub(crate) struct Input {
        pub text: String,
        pub id: Option<Id<'static>>,
        pub published: Option<Date>,
        pub meta: Meta,
        pub notices: Vec<String>,
        pub found: Option<Box<Extraction<'static>>>,
    }
}

fuzz_target!(|data: &[u8]| {
    match line::article(data, None) {
        Ok(article) => {
            // What JSON says of the text is what was read.
            if let Ok(Value::Map(fields)) = serde_json::from_slice::<Value>(data) {
                assert_eq!(fields.get("text"), Some(&Value::Text(article.text)));
            }
        }
        Err(rejected) => assert!(!rejected.reason.is_empty()),
    }
    if let Some(Ok(input)) = line::found(data) {
        let found = input.found.expect("a line that extract wrote");
        let written = serde_json::to_string(&found).expect("JSON");
        let read: Extraction<'_> = serde_json::from_str(&written).expect("what was written is read");
        assert_eq!(written, serde_json::to_string(&read).expect("JSON"));
    }
});
