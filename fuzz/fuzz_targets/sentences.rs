//! Any text: its sentences are in order, stand where they say, and are the same whatever ends a line.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data).replace('\r', "");
    let mut last = 0;
    let mut unix = Vec::new();
    for sentence in newsclaim::sentences(&text) {
        assert!(last <= sentence.span.start && sentence.span.start < sentence.span.end);
        assert_eq!(text.get(sentence.span.range()), Some(&*sentence.text));
        assert_eq!(sentence.text.trim(), &*sentence.text);
        last = sentence.span.end;
        unix.push(sentence.text.into_owned());
    }
    let dos = text.replace('\n', "\r\n");
    let dos: Vec<String> = newsclaim::sentences(&dos)
        .map(|sentence| sentence.text.replace("\r\n", "\n"))
        .collect();
    assert_eq!(unix, dos);
});
