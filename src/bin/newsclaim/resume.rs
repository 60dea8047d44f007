//! `--resume OUT`: what a run that was cut off has written already, so that the next one writes the rest.

use std::collections::{HashMap, HashSet};
use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Seek, SeekFrom, Write};
use std::path::Path;

use newsclaim::Id;
use serde::Deserialize;
use serde::de::{Error, IgnoredAny};

use crate::input::Reading;
use crate::stream::Packing;

/// How the lines begin that `extract` writes: a record, or an error. A last line can be cut off within this.
const BEGINNINGS: [&[u8]; 2] = [b"{\"id\":", b"{\"line\":"];

const OTHER: &str = "not what extract --format jsonl writes; nothing was changed";

/// What stands in the output of an earlier run.
#[derive(Debug, Default)]
pub(crate) struct Done {
    /// By id, how many records there are that no article of this run was taken for.
    records: HashMap<String, usize>,
    /// What the records of errors say.
    errors: HashSet<String>,
    /// Whether it was said that an article without an id cannot be known again.
    said: bool,
}

impl Done {
    /// Whether an article needs no more work. What could not be read is tried again, for it may be mended, and written
    /// again only if it fails otherwise.
    pub(crate) fn holds(&mut self, article: &mut Reading) -> bool {
        match article {
            Err(failure) => {
                failure.known = self.errors.contains(&failure.to_string());
                false
            }
            Ok(input) => match &input.id {
                Some(id) => match self.records.get_mut(&key(id)) {
                    Some(left) if *left > 0 => {
                        *left -= 1;
                        true
                    }
                    _ => false,
                },
                None => {
                    if !std::mem::replace(&mut self.said, true) {
                        let notice =
                            "an article without an id: --resume does not know such articles again";
                        input.notices.push(notice.to_owned());
                    }
                    false
                }
            },
        }
    }

    fn add(&mut self, line: &[u8]) -> Result<(), serde_json::Error> {
        #[derive(Deserialize)]
        struct Line {
            id: Option<Id<'static>>,
            error: Option<String>,
            claims: Option<IgnoredAny>,
        }
        let line: Line = serde_json::from_slice(line)?;
        match (line.id, line.error, line.claims) {
            (_, Some(error), None) => drop(self.errors.insert(error)),
            (Some(id), None, Some(_)) => *self.records.entry(key(&id)).or_default() += 1,
            (None, None, Some(_)) => {}
            _ => return Err(serde_json::Error::custom(OTHER)),
        }
        Ok(())
    }
}

/// 12 is not "12".
fn key(id: &Id<'_>) -> String {
    serde_json::to_string(id).unwrap_or_default()
}

/// Opens the output of an earlier run, to write behind its last whole line; a new file where there is none.
pub(crate) fn open(path: &Path) -> Result<(File, Done), String> {
    let name = path.display();
    if Packing::of(path).is_some() {
        return Err(format!("{name}: --resume cannot write behind packed lines"));
    }
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    let file = options.open(path);
    let mut file = file.map_err(|error| format!("{name}: {error}"))?;
    if !file.metadata().is_ok_and(|metadata| metadata.is_file()) {
        return Err(format!("{name}: not a file, and --resume reads it again"));
    }
    let found = read(&file).map_err(|(line, reason)| format!("{name}:{line}: {reason}"))?;
    file.set_len(found.end)
        .and_then(|()| file.seek(SeekFrom::End(0)))
        .and_then(|_| file.write_all(found.missing))
        .map_err(|error| format!("{name}: {error}"))?;
    Ok((file, found.done))
}

struct Found {
    done: Done,
    /// The place behind the last whole line.
    end: u64,
    /// What that line lacks.
    missing: &'static [u8],
}

/// What stands in the file, or which line is wrong.
fn read(file: &File) -> Result<Found, (usize, String)> {
    let mut lines = BufReader::with_capacity(1 << 20, file);
    let mut found = Found {
        done: Done::default(),
        end: 0,
        missing: b"",
    };
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        let size = lines
            .read_until(b'\n', &mut line)
            .map_err(|error| (number, error.to_string()))?;
        if size == 0 {
            break;
        }
        let ended = line.ends_with(b"\n");
        match found.done.add(&line) {
            Err(error) if error.is_eof() && !ended && is_cut(&line) => break,
            Err(_) => return Err((number, OTHER.to_owned())),
            Ok(()) if !ended => found.missing = b"\n",
            Ok(()) => {}
        }
        found.end += size as u64;
    }
    Ok(found)
}

/// Whether a line can be the beginning of one of ours. Whatever else lacks its end is not ours to throw away.
fn is_cut(line: &[u8]) -> bool {
    let fits = |beginning: &[u8]| line.iter().zip(beginning).all(|(one, other)| one == other);
    BEGINNINGS.into_iter().any(fits)
}
