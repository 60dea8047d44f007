//! Which files of a folder are articles.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::arguments::InputKind;
use crate::stream::Packing;

/// What a file's ending says it holds, packed (`.jsonl.gz`) or not.
pub(crate) fn kind_of(file: &Path) -> Option<InputKind> {
    let unpacked = match Packing::of(file) {
        Some(_) => Path::new(file.file_stem()?),
        None => file,
    };
    let ending = unpacked.extension()?;
    let is = |known: &str| ending.eq_ignore_ascii_case(known);
    match () {
        () if is("txt") => Some(InputKind::Text),
        () if is("jsonl") => Some(InputKind::Jsonl),
        () => None,
    }
}

/// What is to be read of a folder: a file, or a folder in it that could not be listed, and why.
pub(crate) type Listed = Result<(PathBuf, InputKind), (PathBuf, String)>;

/// The `.txt` and `.jsonl` files of a folder and of those in it, by name; only those of one kind if the command asks for
/// it. Hidden folders hold no articles, and a link to a folder could lead back to where one is.
pub(crate) fn articles_in(folder: &Path, asked: Option<InputKind>) -> Result<Vec<Listed>, String> {
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
