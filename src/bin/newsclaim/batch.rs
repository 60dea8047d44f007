//! Many articles on all cores, in order, in constant memory: a thread reads ahead by a few batches, each batch is
//! extracted in parallel and written before the next.

use std::io::{self, IsTerminal, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use anstream::{AutoStream, ColorChoice};
use indicatif::{ProgressBar, ProgressStyle};
use newsclaim::{Extraction, Extractor};
use rayon::ThreadPool;
use rayon::prelude::*;

use crate::arguments::Articles;
use crate::commands::extract::Format;
use crate::input::{Reading, Sink, Source};
use crate::output::{self, Shape};
use crate::status::complain;

/// A batch is extracted when it holds so many bytes or articles: large enough to keep all cores busy, small enough
/// that a few of them fit anywhere.
const BYTES: u64 = 4 << 20;
const ARTICLES: usize = 1024;
/// How many batches the reader may be ahead.
const AHEAD: usize = 2;

/// Whether all went well.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Outcome {
    AllRead,
    SomeFailed,
}

/// The threads that extract.
pub(crate) fn pool(articles: &Articles) -> Result<ThreadPool, String> {
    rayon::ThreadPoolBuilder::new()
        .num_threads(articles.jobs.map_or(0, usize::from))
        .build()
        .map_err(|error| error.to_string())
}

#[derive(Default)]
struct Batch {
    articles: Vec<Reading>,
    bytes: u64,
}

/// Extracts everything and writes it to standard output.
pub(crate) fn run(
    extractor: &Extractor,
    sources: Vec<Source>,
    shape: &Shape,
    pool: &ThreadPool,
) -> io::Result<Outcome> {
    let progress = progress(&sources);
    let (sender, receiver) = sync_channel(AHEAD);
    // Not joined: when the reader of our output has left, this thread may be waiting for input that never comes.
    thread::spawn(move || read(&sources, sender));
    let result = write(extractor, &receiver, shape, pool, &progress);
    progress.finish_and_clear();
    match result {
        // `newsclaim … | head`: whoever reads has enough.
        Err((error, outcome)) if error.kind() == io::ErrorKind::BrokenPipe => Ok(outcome),
        Err((error, _)) => Err(error),
        Ok(outcome) => Ok(outcome),
    }
}

/// Extracts everything and hands it on in the order of the articles, each with its text where that is known.
pub(crate) fn each(
    extractor: &Extractor,
    sources: Vec<Source>,
    pool: &ThreadPool,
    mut take: impl FnMut(&Extraction<'_>, Option<&str>),
) -> Outcome {
    let progress = progress(&sources);
    let (sender, receiver) = sync_channel(AHEAD);
    thread::spawn(move || read(&sources, sender));
    let mut outcome = Outcome::AllRead;
    for Batch { articles, bytes } in &receiver {
        let extracted: Vec<_> = pool.install(|| {
            articles
                .par_iter()
                .map(|one| extract(extractor, one))
                .collect()
        });
        for (article, new) in articles.iter().zip(&extracted) {
            let said = match article {
                Ok(input) => {
                    let text = Some(&*input.text).filter(|text| !text.is_empty());
                    let found = input.found.as_deref();
                    if let Some(found) = new.as_ref().or(found) {
                        take(found, text);
                    }
                    input.notices.clone()
                }
                Err(failure) => {
                    outcome = Outcome::SomeFailed;
                    vec![failure.to_string()]
                }
            };
            for said in said {
                progress.suspend(|| complain(said));
            }
        }
        progress.inc(bytes);
    }
    progress.finish_and_clear();
    outcome
}

/// What is new in an article: nothing where it could not be read, or was extracted before.
fn extract<'t>(extractor: &Extractor, article: &'t Reading) -> Option<Extraction<'t>> {
    let input = article.as_ref().ok()?;
    input
        .found
        .is_none()
        .then(|| output::extract(extractor, input))
}

fn read(sources: &[Source], sender: SyncSender<Batch>) {
    let mut batches = Batches {
        sender,
        batch: Batch::default(),
    };
    if sources.iter().all(|source| source.read(&mut batches)) {
        batches.send();
    }
}

struct Batches {
    sender: SyncSender<Batch>,
    batch: Batch,
}

impl Batches {
    fn send(&mut self) -> bool {
        self.sender.send(std::mem::take(&mut self.batch)).is_ok()
    }
}

impl Sink for Batches {
    fn take(&mut self, article: Reading, bytes: u64, may_wait: bool) -> bool {
        self.batch.articles.push(article);
        self.batch.bytes += bytes;
        let full = self.batch.bytes >= BYTES || self.batch.articles.len() >= ARTICLES;
        !(full || may_wait) || self.send()
    }
}

fn write(
    extractor: &Extractor,
    batches: &Receiver<Batch>,
    shape: &Shape,
    pool: &ThreadPool,
    progress: &ProgressBar,
) -> Result<Outcome, (io::Error, Outcome)> {
    let choice = match shape.coloured {
        true => ColorChoice::Always,
        // Whatever is written goes through as it is.
        false => ColorChoice::AlwaysAnsi,
    };
    let mut out = io::BufWriter::new(AutoStream::new(io::stdout().lock(), choice));
    let mut outcome = Outcome::AllRead;
    output::opening(shape)
        .and_then(|bytes| out.write_all(&bytes))
        .map_err(|error| (error, outcome))?;
    let mut written = 0_usize;
    for Batch { articles, bytes } in batches {
        let extracted: Vec<io::Result<Vec<u8>>> = pool.install(|| {
            articles
                .par_iter()
                .map(|article| match article {
                    Ok(input) => output::article(extractor, input, shape),
                    Err(failure) => output::failure(failure, shape.format),
                })
                .collect()
        });
        for (article, bytes) in articles.iter().zip(extracted) {
            let said = match article {
                Ok(input) => {
                    written += 1;
                    input.notices.clone()
                }
                Err(failure) => {
                    outcome = Outcome::SomeFailed;
                    vec![failure.to_string()]
                }
            };
            for said in said {
                // What stands before it on a terminal that shows both streams must be out first.
                out.flush().map_err(|error| (error, outcome))?;
                progress.suspend(|| complain(said));
            }
            if shape.format == Format::Json && written > 1 {
                progress.suspend(|| {
                    complain("--format json is for one article, and here is a second; use --format jsonl");
                });
                return Ok(Outcome::SomeFailed);
            }
            bytes
                .and_then(|bytes| out.write_all(&bytes))
                .map_err(|error| (error, outcome))?;
        }
        out.flush().map_err(|error| (error, outcome))?;
        progress.inc(bytes);
    }
    out.flush().map_err(|error| (error, outcome))?;
    if shape.format == Format::Json && written == 0 && outcome == Outcome::AllRead {
        progress.suspend(|| complain("no article in the input, so there is no object to write"));
        return Ok(Outcome::SomeFailed);
    }
    Ok(outcome)
}

/// A bar on a terminal, unless the output goes to the same one.
fn progress(sources: &[Source]) -> ProgressBar {
    if !io::stderr().is_terminal() || io::stdout().is_terminal() {
        return ProgressBar::hidden();
    }
    let total: Option<u64> = sources.iter().map(Source::bytes).sum();
    let (bar, template) = match total {
        Some(bytes) => (
            ProgressBar::new(bytes),
            "{bar:40} {bytes} of {total_bytes}, {bytes_per_sec}, {eta} left",
        ),
        None => (
            ProgressBar::new_spinner(),
            "{spinner} {bytes}, {bytes_per_sec}",
        ),
    };
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
