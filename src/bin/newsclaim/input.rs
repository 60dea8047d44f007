//! Files, folders and standard input, as a stream of articles.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, IsTerminal, Read};
use std::path::{Path, PathBuf};

use newsclaim::Date;
use serde::Deserialize;

use crate::arguments::{Extract, Format, InputKind};
use crate::day::day;
use crate::html;

/// Where articles come from. Opened when its turn comes: a folder of a million files needs no million handles.
#[derive(Debug)]
pub(crate) struct Source {
    place: Place,
    kind: InputKind,
    /// The day that `--published` gave.
    published: Option<Date>,
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
    pub id: Option<String>,
    pub published: Option<Date>,
    /// What its reader should be told: the first text of a file that is HTML.
    pub notice: Option<String>,
}

/// Why an article could not be read, and where.
#[derive(Debug)]
pub(crate) struct Failure {
    pub file: String,
    pub line: Option<usize>,
    pub id: Option<String>,
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

/// The sources that the command names, folders laid out.
pub(crate) fn sources(extract: &Extract) -> Result<Vec<Source>, String> {
    let mut sources = Vec::new();
    let mut add = |place, kind| {
        sources.push(Source {
            place,
            kind,
            published: extract.published,
        });
    };
    for file in &extract.files {
        if file.as_os_str() == "-" {
            add(
                Place::StandardInput,
                extract.input.unwrap_or(InputKind::Text),
            );
        } else if file.is_dir() {
            match articles_in(file, extract.input) {
                Ok(found) => found
                    .into_iter()
                    .for_each(|(file, kind)| add(Place::File(file), kind)),
                Err(reason) => add(Place::Failed(file.clone(), reason), InputKind::Text),
            }
        } else {
            let kind = extract
                .input
                .or_else(|| kind_of(file))
                .unwrap_or(InputKind::Text);
            add(Place::File(file.clone()), kind);
        }
    }
    if extract.files.is_empty() {
        if io::stdin().is_terminal() {
            return Err("no FILE given; see `newsclaim extract --help`".to_owned());
        }
        add(
            Place::StandardInput,
            extract.input.unwrap_or(InputKind::Text),
        );
    }
    if extract.format == Format::Json && sources.len() > 1 {
        return Err(format!(
            "--format json is for one article, and here are {} files; use --format jsonl",
            sources.len()
        ));
    }
    Ok(sources)
}

/// What a file's ending says it holds.
fn kind_of(file: &Path) -> Option<InputKind> {
    match file.extension()?.to_str()? {
        "txt" => Some(InputKind::Text),
        "jsonl" => Some(InputKind::Jsonl),
        _ => None,
    }
}

/// The `.txt` and `.jsonl` files of a folder, by name; only those of one kind if the command asks for it.
fn articles_in(
    folder: &Path,
    asked: Option<InputKind>,
) -> Result<Vec<(PathBuf, InputKind)>, String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| error.to_string())? {
        let file = entry.map_err(|error| error.to_string())?.path();
        let kind = kind_of(&file).filter(|&kind| asked.is_none_or(|asked| asked == kind));
        if let Some(kind) = kind.filter(|_| file.is_file()) {
            found.push((file, kind));
        }
    }
    if found.is_empty() {
        return Err(match asked {
            None => "no .txt or .jsonl file in this folder".to_owned(),
            Some(InputKind::Text) => "no .txt file in this folder".to_owned(),
            Some(InputKind::Jsonl) => "no .jsonl file in this folder".to_owned(),
        });
    }
    found.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok(found)
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
            id: (self.kind == InputKind::Text).then(|| name.to_owned()),
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
        let id = path.map(|_| name.to_owned());
        let article = match String::from_utf8(bytes) {
            Ok(text) => Ok(Input {
                notice: html::is_html(&text).then(|| format!("{name}: {}", html::NOTICE)),
                text,
                id,
                published: self.published.or_else(|| day_in_name(path?)),
            }),
            Err(error) => {
                let valid = error.utf8_error().valid_up_to();
                let before = &error.as_bytes()[..valid];
                Err(Failure {
                    file: name.to_owned(),
                    line: Some(1 + before.iter().filter(|&&byte| byte == b'\n').count()),
                    id,
                    reason: format!("not UTF-8 (byte {valid} of the file)"),
                })
            }
        };
        sink.take(article, size, false)
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
            if line.trim_ascii().is_empty() {
                continue;
            }
            let mut article = self.article(line).map_err(|(id, reason)| Failure {
                file: name.to_owned(),
                line: Some(number),
                id,
                reason,
            });
            if let Some(input) = article.as_mut().ok().filter(|_| !noticed) {
                noticed = html::is_html(&input.text);
                input.notice = noticed.then(|| format!("{name}:{number}: {}", html::NOTICE));
            }
            // Somebody may be typing, or a crawler may be at work: what has come so far must not wait for the rest.
            if !sink.take(article, size, stream.buffer().is_empty()) {
                return false;
            }
        }
        true
    }

    fn article(&self, line: &[u8]) -> Result<Input, (Option<String>, String)> {
        let line = std::str::from_utf8(line).map_err(|error| {
            (
                None,
                format!("not UTF-8 (byte {} of the line)", error.valid_up_to()),
            )
        })?;
        let wrong = |reason: String| {
            let value = serde_json::from_str::<serde_json::Value>(line).ok();
            let id = value.as_ref().and_then(|value| value["id"].as_str());
            (id.map(str::to_owned), reason)
        };
        let line: InputLine = serde_json::from_str(line).map_err(|error| {
            // Every line is line 1 to the JSON reader: only the column says something.
            let reason = error.to_string();
            let reason = match reason.rsplit_once(" at line 1 column ") {
                Some((reason, column)) => format!("{reason} (column {column})"),
                None => reason,
            };
            wrong(reason)
        })?;
        let given = |name: &str, given: Option<String>| {
            day(given.as_deref()).map_err(|error| wrong(format!("{name}: {error}")))
        };
        let published = match given("published", line.published)? {
            Some(day) => Some(day),
            None => given("date", line.date)?.or(self.published),
        };
        Ok(Input {
            text: line.text,
            id: line.id,
            published,
            notice: None,
        })
    }
}

/// A line of a JSON Lines file. Keys that are not known are passed over.
#[derive(Deserialize)]
struct InputLine {
    id: Option<String>,
    text: String,
    published: Option<String>,
    /// The same, as other tools call it.
    date: Option<String>,
}

/// The date at the start of a file's name: `2016-04-07_truce.txt`, not `2016-04-071.txt`.
fn day_in_name(path: &Path) -> Option<Date> {
    let name = path.file_name()?.to_str()?;
    let (day, rest) = name.split_at_checked(10)?;
    let ends = !rest.starts_with(|next: char| next.is_ascii_alphanumeric());
    day.parse().ok().filter(|_| ends)
}
