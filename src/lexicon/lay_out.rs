//! Lays the built-in dictionaries out, for `layout.rs` to read: what the build script does, and the tests once more.

use std::collections::{BTreeMap, HashMap};

use super::classes::Classes;
use super::collected::{Collected, Fate, Kept};
use super::entries::Form;
use super::index::Index;
use super::meanings::Meanings;
use super::pattern::PatternId;
use super::phrases::Phrases;
use super::table::Table;
use super::trie::{CHILD_BITS, Trie};
use super::words::Words;

/// The dictionaries, as `layout.rs` reads them.
pub(super) fn lay_out(collected: Collected) -> Vec<u8> {
    let read = collected.fates.into_iter().map(|fate| match fate {
        Fate::Read(kept) => kept,
        Fate::Inherited | Fate::Removed => panic!("a built-in table takes out what is built in"),
    });
    let kept: Vec<Kept> = read.collect();
    let mut strings: BTreeMap<String, Vec<(u32, &Form)>> = BTreeMap::new();
    for (number, kept) in (0..).zip(&kept) {
        for form in &kept.forms {
            let string = strings.entry(form.text.to_ascii_lowercase());
            string.or_default().push((number, form));
        }
    }
    let mut index = Index {
        words: Words::with_room_for(0, Phrases::with_room_for(0, Default::default())),
        meanings: Meanings::default(),
    };
    let sorted: Vec<&[u8]> = strings.keys().map(String::as_bytes).collect();
    let trie = lay_out_trie(&sorted);
    let mut strings: Vec<_> = strings.iter().collect();
    strings.sort_by_key(|(string, forms)| (rarity(forms), string.contains(' ')));
    for (string, forms) in strings {
        let number = Trie::new(trie.each_ref().map(Vec::as_slice)).get(string);
        let number = number.expect("every string is in it");
        index.change(number, string, |_| false, forms);
    }
    let mut writer = Writer(Vec::new());
    write_entries(&mut writer, &kept);
    write_meanings(&mut writer, &index.meanings);
    write_words(&mut writer, &index.words);
    trie.iter().for_each(|part| writer.bytes(part));
    writer.0
}

/// The parts of a [`Trie`] of these strings, which are sorted.
fn lay_out_trie(strings: &[&[u8]]) -> [Vec<u8>; 3] {
    let [mut laid_out, mut ends, mut before] = [const { Vec::new() }; 3];
    // Each node with the strings that go through it, how many of their bytes lead to it, and the last one of these.
    let mut nodes = vec![(strings, 0, 0)];
    let (mut node, mut count) = (0, 0_u32);
    let with_child = |label: u8, child: usize| {
        assert!(child < 1 << CHILD_BITS, "too many strings for this layout");
        (u32::from(label) << CHILD_BITS | child as u32).to_le_bytes()
    };
    while let Some(&(through, depth, label)) = nodes.get(node) {
        laid_out.extend(with_child(label, nodes.len()));
        if node % 64 == 0 {
            before.extend(count.to_le_bytes());
            ends.extend([0; 8]);
        }
        let ending = through.partition_point(|string| string.len() == depth);
        if ending > 0 {
            ends[node / 8] |= 1 << (node % 8);
            count += 1;
        }
        for alike in through[ending..].chunk_by(|one, other| one[depth] == other[depth]) {
            nodes.push((alike, depth + 1, alike[0][depth]));
        }
        node += 1;
    }
    laid_out.extend(with_child(0, nodes.len()));
    [laid_out, ends, before]
}

fn write_entries(writer: &mut Writer, kept: &[Kept]) {
    let mut lines: BTreeMap<Table, String> = BTreeMap::new();
    // The number of a meaning, by what it is in words: the entries are in the order of the tables, and so are the meanings.
    let mut numbers: HashMap<String, u32> = HashMap::new();
    let mut rows = Vec::new();
    for Kept { entry, origin, .. } in kept {
        let next = numbers.len() as u32;
        let meaning = numbers.entry(format!("{:?} {:?}", entry.table, entry.meaning));
        let number = *meaning.or_insert_with(|| {
            let line = entry.table.built_in().lines().nth(origin.1 as usize - 1);
            let lines = lines.entry(entry.table).or_default();
            lines.extend(line.into_iter().chain(["\n"]));
            next
        });
        rows.push([number << 1 | u32::from(entry.exact_case)]);
    }
    for table in Table::ALL {
        writer.bytes(lines.get(table).map_or(b"", String::as_bytes));
    }
    writer.rows(rows);
    writer.texts(kept.iter().map(|kept| &*kept.entry.lemma));
}

fn write_meanings(writer: &mut Writer, meanings: &Meanings) {
    let strings = meanings.strings.iter();
    writer.rows(strings.map(|&pattern| [next(pattern)]).collect());
    let forms = meanings.forms.iter().map(|form| {
        let rest = [
            form.table as u8,
            form.slot as u8,
            form.case as u8,
            u8::from(form.last),
        ];
        [form.entry, form.kind, u32::from_le_bytes(rest)]
    });
    writer.rows(forms.collect());
    let kinds = meanings.kinds.iter().map(|kind| {
        let [low, high] = halves(kind.classes.0);
        [low, high, kind.written]
    });
    writer.rows(kinds.collect());
    writer.texts(meanings.written.iter().map(|written| &**written));
}

fn write_words(writer: &mut Writer, words: &Words) {
    let beginnings = words.phrases.table.iter().filter(|place| place.hash != 0);
    let beginnings = beginnings.map(|beginning| {
        let [low, high] = halves(beginning.hash);
        let goes_on = u32::from(beginning.goes_on);
        [low, high, next(beginning.pattern), goes_on]
    });
    writer.rows(beginnings.collect());
    writer.wide_numbers(&words.phrases.pairs.0);
    let list = words.list[1..].iter().map(|word| {
        let [hash, hash_end] = halves(word.hash);
        let [classes, classes_end] = halves(word.classes.0);
        let cases = word.cases.map_or(0, |cases| u32::from(cases.get()));
        let rest = cases | u32::from(word.opening.0) << 16;
        let pattern = next(word.pattern);
        [hash, hash_end, classes, classes_end, pattern, rest]
    });
    writer.rows(list.collect());
    let cases = words.cases.iter().map(|cases| {
        let known = (0..3)
            .map(|shape| u32::from(cases[shape].is_some()) << shape)
            .sum();
        let [[a, b], [c, d], [e, f]] = cases.map(|classes| halves(classes.unwrap_or_default().0));
        [known, a, b, c, d, e, f]
    });
    writer.rows(cases.collect());
    writer.wide_numbers(&words.pairs.0);
    writer.wide_numbers(&words.complete.0);
    let openings: Vec<u8> = words
        .openings
        .iter()
        .map(|&opens| u8::from(opens))
        .collect();
    writer.bytes(&openings);
}

/// Function words, then other words, then what is a name alone: what stands on every page lies together, so that a
/// processor's cache holds it, and gets the first places of the table.
fn rarity(forms: &[(u32, &Form)]) -> u8 {
    const NAMES: Classes = Classes::FIRST_NAME
        .with(Classes::PLACE)
        .with(Classes::DEMONYM)
        .with(Classes::CAPITAL)
        .with(Classes::ORGANIZATION)
        .with(Classes::MEDIA);
    let functions = Classes::PREPOSITION
        .with(Classes::DETERMINER)
        .with(Classes::PRONOUN)
        .with(Classes::CONJUNCTION)
        .with(Classes::AUXILIARY)
        .with(Classes::ADVERB);
    let of_forms = forms.iter().map(|(_, form)| form.classes);
    let classes = of_forms.fold(Classes::NONE, Classes::with);
    if classes.any(functions) {
        0
    } else {
        1 + u8::from(classes.without(NAMES) == Classes::NONE)
    }
}

/// The place behind that of a string; 0 where there is none.
fn next(pattern: Option<PatternId>) -> u32 {
    pattern.map_or(0, |pattern| pattern.place() as u32 + 1)
}

/// The halves of a number, the lower one first.
fn halves(number: u64) -> [u32; 2] {
    [number as u32, (number >> 32) as u32]
}

/// What has been written.
struct Writer(Vec<u8>);

impl Writer {
    fn number(&mut self, number: usize) {
        let number = u32::try_from(number).expect("dictionaries of less than four gigabytes");
        self.0.extend(number.to_le_bytes());
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len());
        self.0.extend(bytes);
    }

    fn rows<const N: usize>(&mut self, rows: Vec<[u32; N]>) {
        self.number(rows.len());
        let numbers = rows.into_iter().flatten();
        self.0.extend(numbers.flat_map(u32::to_le_bytes));
    }

    fn wide_numbers(&mut self, numbers: &[u64]) {
        self.rows(numbers.iter().map(|&number| halves(number)).collect());
    }

    fn texts<'t>(&mut self, texts: impl Iterator<Item = &'t str> + Clone) {
        self.rows(texts.clone().map(|text| [text.len() as u32]).collect());
        self.bytes(texts.collect::<String>().as_bytes());
    }
}
