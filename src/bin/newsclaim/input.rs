//! Files, folders and standard input, as a stream of articles.

use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use newsclaim::{Date, Extraction, Id, Meta};
use serde::de::IgnoredAny;

use crate::arguments::{Articles, InputKind};
use crate::folder::{articles_in, kind_of};
use crate::stream::Stream;
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
    /// The most bytes that an article may have.
    limit: u64,
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
    /// Whether the output has a record of it, from a run that was cut off.
    pub known: bool,
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.file, self.reason),
            None => write!(f, "{}: {}", self.file, self.reason),
        }
    }
}

/// The sources that `command` names, folders laid out. `output` is not read: it would never end.
pub(crate) fn sources(
    articles: &Articles,
    output: Option<&Path>,
    command: &str,
) -> Result<Vec<Source>, String> {
    let mut sources = Vec::new();
    let mut add = |place, kind: Option<InputKind>| {
        sources.push(Source {
            place,
            kind: kind.unwrap_or(InputKind::Text),
            told: kind.is_some(),
            found: false,
            published: articles.published,
            limit: articles.limit_bytes,
        });
    };
    let output = output.and_then(|output| fs::canonicalize(output).ok());
    let is_output = |file: &Path| output.is_some() && fs::canonicalize(file).ok() == output;
    for file in &articles.files {
        if file.as_os_str() == "-" {
            add(Place::StandardInput, articles.input);
        } else if file.is_dir() {
            match articles_in(file, articles.input) {
                Ok(found) => found.into_iter().for_each(|listed| match listed {
                    Ok((file, _)) if is_output(&file) => {}
                    Ok((file, kind)) => add(Place::File(file), Some(kind)),
                    Err((folder, reason)) => add(Place::Failed(folder, reason), None),
                }),
                Err(reason) => add(Place::Failed(file.clone(), reason), None),
            }
        } else if is_output(file) {
            let name = file.display();
            return Err(format!(
                "{name} is what is written; it cannot be read as well"
            ));
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

/// A stage on the way from files to extractions: gets each article in its turn, together with the number of bytes
/// that it took of the file and whether the next one may have to be waited for.
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
                let stream = Stream::new(io::stdin().lock(), None);
                self.read_from(stream, "standard input", None, sink)
            }
            Place::File(path) => {
                let name = path.display().to_string();
                match Stream::open(path) {
                    Ok(stream) => self.read_from(stream, &name, Some(path), sink),
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
            known: false,
        }
    }

    fn too_long(&self) -> String {
        format!(
            "more than {} bytes; --limit-bytes takes longer ones",
            self.limit
        )
    }

    fn read_from(
        &self,
        stream: Stream,
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
        mut stream: Stream,
        name: &str,
        path: Option<&Path>,
        sink: &mut impl Sink,
    ) -> bool {
        let article = match stream.whole(self.limit) {
            Ok(bytes) => self.text(bytes, name, path),
            Err(error) => Err(self.failed(name, &error)),
        };
        sink.take(article, stream.newly_taken(), false)
    }

    fn text(&self, bytes: Vec<u8>, name: &str, path: Option<&Path>) -> Reading {
        if bytes.len() as u64 > self.limit {
            return Err(self.failed(name, &self.too_long()));
        }
        let text = String::from_utf8(bytes).map_err(|error| {
            let valid = error.utf8_error().valid_up_to();
            let before = &error.as_bytes()[..valid];
            let reason = format!("not UTF-8 (byte {valid} of the file)");
            Failure {
                line: Some(1 + before.iter().filter(|&&byte| byte == b'\n').count()),
                ..self.failed(name, &reason)
            }
        })?;
        if !self.told && is_json(&text) {
            return Err(self.failed(name, &JSON));
        }
        Ok(self.text_article(text, name, path))
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

    fn read_lines(&self, mut stream: Stream, name: &str, sink: &mut impl Sink) -> bool {
        let mut line = Vec::new();
        let mut noticed = false;
        for number in 1.. {
            let failed = |reason: String, id| Failure {
                line: Some(number),
                id,
                ..self.failed(name, &reason)
            };
            match stream.line(self.limit, &mut line) {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => {
                    let failure = failed(error.to_string(), None);
                    return sink.take(Err(failure), stream.newly_taken(), false);
                }
            }
            let mut article = match self.line(&line, number) {
                None => continue,
                Some(read) => read.map_err(|rejected| failed(rejected.reason, rejected.id)),
            };
            if let Some(input) = article.as_mut().ok().filter(|_| !noticed) {
                noticed = html::is_html(&input.text);
                let notice = noticed.then(|| format!("{name}:{number}: {}", html::NOTICE));
                input.notices.extend(notice);
            }
            // Somebody may be typing, or a crawler may be at work: what has come so far must not wait for the rest.
            if !sink.take(article, stream.newly_taken(), stream.may_wait()) {
                return false;
            }
        }
        true
    }

    /// The article of a line; none where it is blank.
    fn line(&self, line: &[u8], number: usize) -> Option<Result<Input, line::Rejected>> {
        let mark = match number {
            1 => line.strip_prefix(b"\xEF\xBB\xBF"),
            _ => None,
        };
        let ended = line.strip_suffix(b"\n").unwrap_or(line);
        if ended.len() as u64 > self.limit {
            return Some(Err(line::Rejected {
                id: line::id_before_the_text(line),
                reason: self.too_long(),
            }));
        }
        let line = mark.unwrap_or(line).trim_ascii();
        if line.is_empty() {
            return None;
        }
        let found = self.found.then(|| line::found(line)).flatten();
        Some(found.unwrap_or_else(|| line::article(line, self.published)))
    }
}
