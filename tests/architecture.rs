//! The shape of the crate: a module imports only from modules declared above it in lib.rs, and the files of a folder
//! do not import each other in a circle.
//!
//! Reads the sources: `use` trees and paths in code that begin with `crate`, `self` or `super`. A folder's `mod.rs`
//! speaks for the folder: what it re-exports counts as an import of the file where it stands.

use crate::checks;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// A module, by the names on the way to it: `["text", "tokens"]`.
type Module = Vec<String>;

struct Source {
    code: String,
    /// Paths that it imports or names, as written.
    paths: Vec<Vec<String>>,
    /// Names that it takes over from elsewhere, and from where.
    imported: BTreeMap<String, Vec<String>>,
}

fn sources() -> BTreeMap<Module, Source> {
    let mut sources = BTreeMap::new();
    read_folder(&checks::root().join("src"), &Module::new(), &mut sources);
    assert!(sources.len() > 20, "src/ was not read");
    sources
}

fn read_folder(folder: &Path, module: &Module, sources: &mut BTreeMap<Module, Source>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path
            .file_stem()
            .and_then(|name| name.to_str())
            .expect("a name")
            .to_owned();
        let mut inner = module.clone();
        if path.is_dir() {
            // The command line is a crate of its own.
            if name != "bin" {
                inner.push(name);
                read_folder(&path, &inner, sources);
            }
        } else if name != "tests" && path.extension().is_some_and(|ending| ending == "rs") {
            if name != "mod" && name != "lib" {
                inner.push(name);
            }
            sources.insert(
                inner,
                parse(&fs::read_to_string(&path).expect("a source file")),
            );
        }
    }
}

/// The code without comments and without what stands in string literals.
fn code_only(source: &str) -> String {
    let mut code = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let raw = rest.strip_prefix('r').map(|hashes| {
            let count = hashes.len() - hashes.trim_start_matches('#').len();
            (count, &hashes[count..])
        });
        let ident_before = code.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if let Some((count, body)) =
            raw.filter(|(_, body)| body.starts_with('"') && !ident_before)
        {
            let close = format!("\"{}", "#".repeat(count));
            let start = rest.len() - body.len() + 1;
            rest[start..]
                .find(&close)
                .map_or(rest.len(), |end| start + end + close.len())
        } else if first == '"' {
            let mut escaped = false;
            let end = rest.char_indices().skip(1).find(|&(_, c)| {
                let ends = c == '"' && !escaped;
                escaped = c == '\\' && !escaped;
                ends
            });
            end.map_or(rest.len(), |(end, _)| end + 1)
        } else if rest.starts_with("'\"'") {
            3
        } else {
            code.push(first);
            rest = &rest[first.len_utf8()..];
            continue;
        };
        code.push(' ');
        rest = &rest[skipped..];
    }
    code
}

/// The code up to its unit tests: those may look at the finished page.
fn without_tests(code: &str) -> String {
    let end = code.find("#[cfg(test)]\nmod tests {").unwrap_or(code.len());
    code[..end].to_owned()
}

fn words(code: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut in_word = false;
    for character in code.chars() {
        let part = character.is_alphanumeric() || character == '_';
        if part && in_word {
            words.last_mut().expect("a word was begun").push(character);
        } else if !character.is_whitespace() {
            words.push(character.to_string());
        }
        in_word = part;
    }
    words
}

fn parse(source: &str) -> Source {
    let code = without_tests(&code_only(source));
    let words = words(&code);
    let (mut paths, mut imported) = (Vec::new(), BTreeMap::new());
    let mut at = 0;
    while at < words.len() {
        match words[at].as_str() {
            // `use<'t>` in a return type names lifetimes and imports nothing.
            "use" if words.get(at + 1).is_none_or(|next| next != "<") => {
                at += 1;
                let mut tree = Vec::new();
                use_tree(&words, &mut at, &Vec::new(), &mut tree);
                for (path, name) in tree {
                    imported.insert(name, path.clone());
                    paths.push(path);
                }
            }
            "crate" | "super" | "self" if words.get(at + 1).is_some_and(|next| next == ":") => {
                let mut path = vec![words[at].clone()];
                while words[at + 1..].starts_with(&[":".to_owned(), ":".to_owned()])
                    && at + 3 < words.len()
                {
                    path.push(words[at + 3].clone());
                    at += 3;
                }
                paths.push(path);
            }
            _ => (),
        }
        at += 1;
    }
    Source {
        code,
        paths,
        imported,
    }
}

/// Reads `a::{b, c::d as e}` from `at` on: each path with the name that it gets here.
fn use_tree(
    words: &[String],
    at: &mut usize,
    prefix: &[String],
    found: &mut Vec<(Vec<String>, String)>,
) {
    let mut path = prefix.to_vec();
    while let Some(word) = words.get(*at) {
        match word.as_str() {
            ":" => *at += 1,
            "{" => {
                *at += 1;
                while words
                    .get(*at)
                    .is_some_and(|word| word != "}" && word != ";")
                {
                    use_tree(words, at, &path, found);
                    if words.get(*at).is_some_and(|word| word == ",") {
                        *at += 1;
                    }
                }
                *at += 1;
                return;
            }
            "as" => {
                let name = words.get(*at + 1).cloned().unwrap_or_default();
                found.push((path, name));
                *at += 2;
                return;
            }
            "," | "}" | ";" => break,
            _ => {
                path.push(word.clone());
                *at += 1;
            }
        }
    }
    let name = path.last().cloned().unwrap_or_default();
    found.push((path, name));
}

/// The module where the thing stands that `path` names in `module`; none if it is not ours.
fn resolve(
    sources: &BTreeMap<Module, Source>,
    module: &Module,
    path: &[String],
    depth: usize,
) -> Option<Module> {
    let mut place = match path.first()?.as_str() {
        "crate" => Module::new(),
        "self" => module.clone(),
        "super" => module[..module.len().checked_sub(1)?].to_vec(),
        child => {
            let mut inner = module.clone();
            inner.push(child.to_owned());
            sources.get(&inner)?;
            inner
        }
    };
    for (number, word) in path.iter().enumerate().skip(1) {
        if word == "super" {
            place.pop();
            continue;
        }
        place.push(word.clone());
        if sources.contains_key(&place) {
            continue;
        }
        place.pop();
        // An item: it stands here, or comes from where this module imports it.
        let source = sources.get(&place)?;
        return match source.imported.get(word) {
            Some(origin) if depth < 8 && origin != &path[..=number] => {
                resolve(sources, &place, origin, depth + 1).or(Some(place))
            }
            _ => Some(place),
        };
    }
    Some(place)
}

/// Who imports from whom.
fn imports(sources: &BTreeMap<Module, Source>) -> BTreeSet<(Module, Module)> {
    let mut imports = BTreeSet::new();
    for (module, source) in sources {
        for path in &source.paths {
            if let Some(place) = resolve(sources, module, path, 0) {
                imports.insert((module.clone(), place));
            }
        }
    }
    imports
}

/// The top modules in the order of lib.rs.
fn declared(sources: &BTreeMap<Module, Source>) -> Vec<String> {
    let words = words(&sources[&Module::new()].code);
    let modules = words
        .windows(3)
        .filter(|three| three[0] == "mod" && three[2] == ";");
    modules.map(|three| three[1].clone()).collect()
}

#[test]
fn modules_import_only_from_modules_declared_above_them() {
    let sources = sources();
    let order = declared(&sources);
    let stages: BTreeSet<_> = sources
        .keys()
        .filter_map(|module| module.first().cloned())
        .collect();
    assert_eq!(
        stages,
        order.iter().cloned().collect(),
        "lib.rs declares every module"
    );
    let place = |module: &Module| order.iter().position(|name| Some(name) == module.first());
    let imports = imports(&sources);
    assert!(
        imports.len() > 40,
        "only {} imports found: are they read?",
        imports.len()
    );
    let mut wrong = Vec::new();
    for (from, to) in &imports {
        match (place(from), place(to)) {
            // lib.rs itself, which re-exports from everywhere.
            (None, _) => (),
            (Some(_), None) => {
                wrong.push(format!("{} imports from the crate's root", from.join("::")));
            }
            (Some(own), Some(other)) if other > own => {
                wrong.push(format!(
                    "{} imports from {}, which comes later",
                    from.join("::"),
                    to.join("::")
                ));
            }
            _ => (),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_of_a_folder_do_not_import_in_a_circle() {
    let sources = sources();
    // By folder: which of its files and folders imports from which.
    let mut folders: BTreeMap<Module, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for (from, to) in imports(&sources) {
        let shared = from
            .iter()
            .zip(&to)
            .take_while(|(one, other)| one == other)
            .count();
        // The file of a folder itself, in the grammar: what stands in it is above or below its neighbours like any of them.
        let grammar = ["measures", "syntax", "entities", "claims"];
        let stage = from
            .first()
            .is_some_and(|stage| grammar.contains(&stage.as_str()));
        let own = || stage.then(|| "mod.rs".to_owned());
        let one = from.get(shared).cloned().or_else(own);
        let other = to.get(shared).cloned().or_else(own);
        let (Some(one), Some(other)) = (one, other) else {
            continue;
        };
        if shared > 0 && one != other {
            let folder = folders.entry(from[..shared].to_vec()).or_default();
            folder.entry(one).or_default().insert(other);
        }
    }
    let mut circles = Vec::new();
    for (folder, imports) in &folders {
        for start in imports.keys() {
            let mut reached: BTreeSet<&String> = BTreeSet::new();
            let mut open: Vec<&String> = imports[start].iter().collect();
            while let Some(file) = open.pop() {
                if reached.insert(file) {
                    open.extend(imports.get(file).into_iter().flatten());
                }
            }
            if reached.contains(start) {
                let direct: Vec<_> = imports[start].iter().cloned().collect();
                circles.push(format!(
                    "{}/{start} (imports {})",
                    folder.join("/"),
                    direct.join(", ")
                ));
            }
        }
    }
    assert!(
        circles.is_empty(),
        "in a circle of imports:\n{}",
        circles.join("\n")
    );
}

#[test]
fn the_reader_of_sources_reads_what_it_should() {
    let source = r##"
        //! use crate::ledger::Nothing;
        use crate::{date::Date, text::{Page, tokens::Token as Tk}};
        use super::open;
        fn f() { let s = "use crate::no::No;"; crate::span::Span::new(0, '"'.len_utf8()); r#"crate::no"#; }
    "##;
    let paths: Vec<String> = parse(source)
        .paths
        .iter()
        .map(|path| path.join("::"))
        .collect();
    let expected = [
        "crate::date::Date",
        "crate::text::Page",
        "crate::text::tokens::Token",
        "super::open",
        "crate::span::Span::new",
    ];
    assert_eq!(paths, expected);
}

/// Word classes of verbs and clauses say what a word can be; what it is where it stands, the tags say. Behind `syntax/` nobody
/// asks for the classes: who reads no sentences, as the finders of names do, asks `syntax/words.rs` by a name.
#[test]
fn only_the_syntax_asks_what_a_verb_can_be() {
    const CLASSES: [&str; 16] = [
        "AUXILIARY",
        "MODAL",
        "BE",
        "PAST",
        "PARTICIPLE",
        "GERUND",
        "THIRD_PERSON",
        "BASE",
        "VERB",
        "ALSO_NOUN",
        "ALSO_ADJECTIVE",
        "INFINITIVE_TO",
        "SUBORDINATOR",
        "RELATIVE",
        "INTERROGATIVE",
        "THAT",
    ];
    let mut asking = Vec::new();
    let mut read = 0;
    for (module, source) in sources() {
        let name = module.join("::");
        let behind = ["entities", "claims"]
            .iter()
            .any(|stage| name.starts_with(stage));
        if !behind {
            continue;
        }
        read += 1;
        for three in words(&source.code).windows(4) {
            if three[0] == "Classes" && three[1] == ":" && CLASSES.contains(&&*three[3]) {
                asking.push(format!("{name} asks for Classes::{}", three[3]));
            }
        }
    }
    assert!(read > 80, "only {read} files were read");
    assert!(asking.is_empty(), "{}", asking.join("\n"));
}
