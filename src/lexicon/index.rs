//! What is found of a string without walking: its meanings, and the words and phrases by their hashes.

use super::entries::Form;
use super::meanings::Meanings;
use super::words::Words;

#[derive(Debug)]
pub(super) struct Index {
    pub words: Words,
    pub meanings: Meanings,
}

impl Index {
    /// Takes from the string of a number the forms of entries that are `gone` and adds others; each with the number of its entry, in the
    /// order of the entries.
    pub(super) fn change(
        &mut self,
        number: usize,
        string: &str,
        gone: impl Fn(u32) -> bool,
        added: &[(u32, &Form)],
    ) {
        let Self { words, meanings } = self;
        let pattern = meanings.change(number, gone, added);
        let classes = meanings.all_classes(pattern);
        words.learn(pattern, string, classes, |printed| {
            meanings.classes(pattern?, printed)
        });
    }
}
