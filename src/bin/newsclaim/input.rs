//! Files, folders and standard input, as a stream of articles.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, IsTerminal, Read};
use std::path::{Path, PathBuf};

use newsclaim::{Date, Extraction, Id, Meta};
use serde::de::IgnoredAny;

use crate::arguments::{Articles, InputKind};
use crate::{day, html, line};

/// Where articles come from. Opened when its turn comes: a folder of a million files needs no million handles.
#[derive(Debug)]
pub(crate) struct Source {
    place: Place,
    kind: InputKind,
    /// Whether the command said so, or the file's ending; what is only taken for text may be something else.
    told: bool,
    /// The day that `--published` gave.
    published: Option<Date>,
    /// Whether lines that `extract` wrote are taken as well.
    found: bool,
}

#[derive(Debug)]
enum Place {
    StandardInput,
    File(PathBuf),
    /// A folder that could not be listed or holds nothing to read; said in its turn.
    Failed(PathBuf, String),
}

/// An article that was read, or what kept it from being read.
pub(crate) type Reading = Result<Input, Failure>;

/// An article's text and what is known of it.
#[derive(Debug)]
pub(crate) struct Input {
    pub text: String,
    pub id: Option<Id<'static>>,
    pub published: Option<Date>,
    /// The other keys of its line.
    pub meta: Meta,
    /// What is odd about it, though it could be read.
    pub notices: Vec<String>,
    /// What was found in it before, where the line is of `extract --format jsonl`; the text may be missing then.
    pub found: Option<Box<Extraction<'static>>>,
}

/// Why an article could not be read, and where.
#[derive(Debug)]
pub(crate) struct Failure {
    pub file: String,
    pub line: Option<usize>,
    pub id: Option<Id<'static>>,
    pub reason: String,
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.file, self.reason),
            None => write!(f, "{}: {}", self.file, self.reason),
        }
    }
}

/// The sources that `command` names, folders laid out.
pub(crate) fn sources(articles: &Articles, command: &str) -> Result<Vec<Source>, String> {
    let mut sources = Vec::new();
    let mut add = |place, kind: Option<InputKind>| {
        sources.push(Source {
            place,
            kind: kind.unwrap_or(InputKind::Text),
            told: kind.is_some(),
            found: false,
            published: articles.published,
        });
    };
    for file in &articles.files {
        if file.as_os_str() == "-" {
            add(Place::StandardInput, articles.input);
        } else if file.is_dir() {
            match articles_in(file, articles.input) {
                Ok(found) => found.into_iter().for_each(|listed| match listed {
                    Ok((file, kind)) => add(Place::File(file), Some(kind)),
                    Err((folder, reason)) => add(Place::Failed(folder, reason), None),
                }),
                Err(reason) => add(Place::Failed(file.clone(), reason), None),
            }
        } else {
            let kind = articles.input.or_else(|| kind_of(file));
            add(Place::File(file.clone()), kind);
        }
    }
    if articles.files.is_empty() {
        if io::stdin().is_terminal() {
            return Err(format!("no FILE given; see `newsclaim {command} --help`"));
        }
        add(Place::StandardInput, articles.input);
    }
    Ok(sources)
}

/// What a file's ending says it holds.
fn kind_of(file: &Path) -> Option<InputKind> {
    let ending = file.extension()?;
    let is = |known: &str| ending.eq_ignore_ascii_case(known);
    match () {
        () if is("txt") => Some(InputKind::Text),
        () if is("jsonl") => Some(InputKind::Jsonl),
        () => None,
    }
}

/// What is to be read of a folder: a file, or a folder in it that could not be listed, and why.
type Listed = Result<(PathBuf, InputKind), (PathBuf, String)>;

/// The `.txt` and `.jsonl` files of a folder and of those in it, by name; only those of one kind if the command asks for
/// it. Hidden folders hold no articles, and a link to a folder could lead back to where one is.
fn articles_in(folder: &Path, asked: Option<InputKind>) -> Result<Vec<Listed>, String> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(inner) = open.pop() {
        if let Err(error) = list(&inner, asked, &mut found, &mut open) {
            if inner == folder {
                return Err(error.to_string());
            }
            found.push(Err((inner, error.to_string())));
        }
    }
    if found.is_empty() {
        return Err(match asked {
            None => "no .txt or .jsonl file in this folder".to_owned(),
            Some(InputKind::Text) => "no .txt file in this folder".to_owned(),
            Some(InputKind::Jsonl) => "no .jsonl file in this folder".to_owned(),
        });
    }
    let path = |listed: &Listed| match listed {
        Ok((path, _)) | Err((path, _)) => path.clone(),
    };
    found.sort_by_cached_key(path);
    Ok(found)
}

fn list(
    folder: &Path,
    asked: Option<InputKind>,
    found: &mut Vec<Listed>,
    open: &mut Vec<PathBuf>,
) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            if !entry.file_name().as_encoded_bytes().starts_with(b".") {
                open.push(path);
            }
            continue;
        }
        let kind = kind_of(&path).filter(|&kind| asked.is_none_or(|asked| asked == kind));
        // A link that leads nowhere is opened in its turn, and told of.
        let read = || fs::metadata(&path).map_or(true, |metadata| metadata.is_file());
        if let Some(kind) = kind.filter(|_| read()) {
            found.push(Ok((path, kind)));
        }
    }
    Ok(())
}

const JSON: &str = "JSON, not the text of an article; --input jsonl reads one object a line, and `jq -c '.[]' FILE` \
                    makes such lines of an array";

/// Whether a text is no article but JSON: an array, an object, or objects line by line.
fn is_json(text: &str) -> bool {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text).trim();
    let whole = |text: &str| serde_json::from_str::<IgnoredAny>(text).is_ok();
    let first = || text.lines().next().unwrap_or_default();
    match text.as_bytes().first() {
        Some(b'{') => whole(first()) || whole(text),
        // "[4]" alone is a note's mark.
        Some(b'[') => text.contains('{') && whole(text),
        _ => false,
    }
}

/// How large a piece of a stream is read at once.
const BUFFER: usize = 1 << 20;

/// A stage on the way from files to extractions: gets each article in its turn, together with the number of bytes
/// that it took and whether the next one may have to be waited for.
pub(crate) trait Sink {
    /// False when nothing more is wanted.
    fn take(&mut self, article: Reading, bytes: u64, may_wait: bool) -> bool;
}

impl Source {
    /// The same, with lines that `extract` wrote taken as well as articles.
    pub(crate) fn or_found(self) -> Self {
        Self {
            found: true,
            ..self
        }
    }

    /// The number of bytes, where it can be known beforehand.
    pub(crate) fn bytes(&self) -> Option<u64> {
        match &self.place {
            Place::StandardInput => None,
            Place::File(file) => Some(
                fs::metadata(file)
                    .ok()
                    .filter(fs::Metadata::is_file)
                    .map_or(0, |metadata| metadata.len()),
            ),
            Place::Failed(..) => Some(0),
        }
    }

    /// Reads all articles. False when `sink` wants no more.
    pub(crate) fn read(&self, sink: &mut impl Sink) -> bool {
        match &self.place {
            Place::StandardInput => {
                self.read_from(io::stdin().lock(), "standard input", None, sink)
            }
            Place::File(path) => {
                let name = path.display().to_string();
                match File::open(path) {
                    Ok(file) => self.read_from(file, &name, Some(path), sink),
                    Err(error) if path.is_symlink() => {
                        let reason = format!("the link leads to no file: {error}");
                        sink.take(Err(self.failed(&name, &reason)), 0, false)
                    }
                    Err(error) => sink.take(Err(self.failed(&name, &error)), 0, false),
                }
            }
            Place::Failed(path, reason) => {
                let name = path.display().to_string();
                sink.take(Err(self.failed(&name, reason)), 0, false)
            }
        }
    }

    /// A failure of the whole file.
    fn failed(&self, name: &str, reason: &impl ToString) -> Failure {
        Failure {
            file: name.to_owned(),
            line: None,
            // A text file's article is called by the file's name.
            id: (self.kind == InputKind::Text).then(|| name.to_owned().into()),
            reason: reason.to_string(),
        }
    }

    fn read_from(
        &self,
        stream: impl Read,
        name: &str,
        path: Option<&Path>,
        sink: &mut impl Sink,
    ) -> bool {
        match self.kind {
            InputKind::Text => self.read_text(stream, name, path, sink),
            InputKind::Jsonl => self.read_lines(stream, name, sink),
        }
    }

    fn read_text(
        &self,
        mut stream: impl Read,
        name: &str,
        path: Option<&Path>,
        sink: &mut impl Sink,
    ) -> bool {
        let mut bytes = Vec::new();
        if let Err(error) = stream.read_to_end(&mut bytes) {
            return sink.take(Err(self.failed(name, &error)), 0, false);
        }
        let size = bytes.len() as u64;
        let article = String::from_utf8(bytes)
            .map_err(|error| {
                let valid = error.utf8_error().valid_up_to();
                let before = &error.as_bytes()[..valid];
                let line = 1 + before.iter().filter(|&&byte| byte == b'\n').count();
                (Some(line), format!("not UTF-8 (byte {valid} of the file)"))
            })
            .and_then(|text| {
                if !self.told && is_json(&text) {
                    return Err((None, JSON.to_owned()));
                }
                Ok(self.text_article(text, name, path))
            })
            .map_err(|(line, reason)| Failure {
                line,
                ..self.failed(name, &reason)
            });
        sink.take(article, size, false)
    }

    fn text_article(&self, text: String, name: &str, path: Option<&Path>) -> Input {
        let mut notices = Vec::new();
        if html::is_html(&text) {
            notices.push(format!("{name}: {}", html::NOTICE));
        }
        let mut published = self.published;
        if let Some(path) = path.filter(|_| published.is_none()) {
            match day::in_name(path) {
                Ok(day) => published = day,
                Err(reason) => {
                    notices.push(format!("{name}: {reason}; read as if the name told no day"));
                }
            }
        }
        Input {
            text,
            id: path.map(|_| name.to_owned().into()),
            published,
            meta: Meta::new(),
            notices,
            found: None,
        }
    }

    fn read_lines(&self, stream: impl Read, name: &str, sink: &mut impl Sink) -> bool {
        let mut stream = BufReader::with_capacity(BUFFER, stream);
        let mut bytes = Vec::new();
        let mut noticed = false;
        for number in 1.. {
            bytes.clear();
            let size = match stream.read_until(b'\n', &mut bytes) {
                Ok(0) => break,
                Ok(size) => size as u64,
                Err(error) => {
                    let failure = Failure {
                        line: Some(number),
                        ..self.failed(name, &error)
                    };
                    return sink.take(Err(failure), 0, false);
                }
            };
            let mut line = bytes.as_slice();
            if number == 1 {
                line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
            }
            line = line.trim_ascii();
            if line.is_empty() {
                continue;
            }
            let article = match self.found.then(|| line::found(line)).flatten() {
                Some(found) => found,
                None => line::article(line, self.published),
            };
            let mut article = article.map_err(|rejected| Failure {
                file: name.to_owned(),
                line: Some(number),
                id: rejected.id,
                reason: rejected.reason,
            });
            if let Some(input) = article.as_mut().ok().filter(|_| !noticed) {
                noticed = html::is_html(&input.text);
                let notice = noticed.then(|| format!("{name}:{number}: {}", html::NOTICE));
                input.notices.extend(notice);
            }
            // Somebody may be typing, or a crawler may be at work: what has come so far must not wait for the rest.
            if !sink.take(article, size, stream.buffer().is_empty()) {
                return false;
            }
        }
        true
    }
}
