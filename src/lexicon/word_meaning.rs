//! Which entries the words of a text meet, for those who ask why something is found or is not.

use super::entries::Slot;
use super::{Lexicon, Table};

/// An entry that words of a text meet; see [`Lexicon::meanings`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct WordMeaning<'a> {
    /// The words, as they stand in the text.
    pub text: &'a str,
    /// The table.
    pub table: Table,
    /// The entry's headword.
    pub lemma: &'a str,
    /// Which form of it the words are: `headword`, `past`, `plural`, `variant`, …
    pub form: &'static str,
    /// The word classes that they get from it, by the names that the dictionaries use.
    pub classes: Vec<&'static str>,
    /// The dictionary's name: `cues.txt`, or what the builder was given.
    pub source: &'a str,
    /// The entry's line in it, from 1.
    pub line: usize,
}

impl Lexicon {
    /// The entries that the words of a text can be, in the order in which they begin, longer ones behind shorter ones.
    ///
    /// ```
    /// use newsclaim::{Lexicon, Table};
    /// let lexicon = Lexicon::built_in();
    /// let denied = lexicon.meanings("denied");
    /// let cue = denied.iter().find(|entry| entry.table == Table::Cues).unwrap();
    /// assert_eq!((cue.lemma, cue.form), ("deny", "past or participle"));
    /// assert!(cue.classes.contains(&"cue_verb"));
    /// assert_eq!(lexicon.meanings("qwertyish"), []);
    /// ```
    pub fn meanings<'a>(&'a self, text: &'a str) -> Vec<WordMeaning<'a>> {
        let mut found = Vec::new();
        let inside = |at: usize| {
            let before = text[..at].chars().next_back();
            let after = text[at..].chars().next();
            before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)
        };
        let starts = text.char_indices().filter(|(_, c)| !c.is_whitespace());
        for (start, _) in starts.filter(|(start, _)| !inside(*start)) {
            self.walk(text, start, |hit| {
                if !text.is_char_boundary(hit.end) || inside(hit.end) {
                    return;
                }
                let printed = &text[start..hit.end];
                let meanings = self.matcher.meanings();
                for form in meanings.forms(Some(hit.pattern), printed) {
                    let number = form.entry as usize;
                    let Some(entry) = &self.entries[number] else {
                        continue;
                    };
                    let (source, line) = self.told().origin(number);
                    found.push(WordMeaning {
                        text: printed,
                        table: entry.table,
                        lemma: &entry.lemma,
                        form: name(form.slot),
                        classes: meanings.classes_of(form).names().collect(),
                        source,
                        line,
                    });
                }
            });
        }
        found
    }
}

fn name(slot: Slot) -> &'static str {
    match slot {
        Slot::Headword => "headword",
        Slot::ThirdPerson => "third person",
        Slot::Past => "past",
        Slot::Participle => "participle",
        Slot::PastOrParticiple => "past or participle",
        Slot::Gerund => "gerund",
        Slot::Plural => "plural",
        Slot::Variant => "variant",
        Slot::Demonym => "demonym",
        Slot::Capital => "capital",
    }
}
