//! Many articles on all cores, in order, in constant memory: a thread reads ahead by a few batches, each batch is
//! extracted in parallel while the one before it is written. Only a page waits for its last article.

use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::panic;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use anstream::{AutoStream, ColorChoice};
use indicatif::{ProgressBar, ProgressStyle};
use newsclaim::{Extraction, Extractor};
use rayon::ThreadPool;
use rayon::prelude::*;

use crate::arguments::Articles;
use crate::commands::extract::Format;
use crate::input::{Reading, Sink, Source};
use crate::interrupt;
use crate::output::{self, Output, Shape};
use crate::resume::Done;
use crate::status::{self, Outcome, complain};

/// A batch is extracted when it holds so many bytes or articles: large enough to keep all cores busy, small enough
/// that a few of them, and the five times as many bytes that are found in them, fit anywhere.
const BYTES: u64 = 1 << 20;
const ARTICLES: usize = 1024;
/// How many batches the reader may be ahead.
const AHEAD: usize = 2;
/// How long Ctrl-C may take while nothing comes in.
const PATIENCE: Duration = Duration::from_millis(50);

/// The threads that extract.
pub(crate) fn pool(articles: &Articles) -> Result<ThreadPool, String> {
    rayon::ThreadPoolBuilder::new()
        .num_threads(articles.jobs.map_or(0, usize::from))
        .build()
        .map_err(|error| error.to_string())
}

/// The output of a run that was cut off, and what stands in it.
pub(crate) type Resumed = (File, Done);

/// Extracts everything and writes it to standard output, or behind what an earlier run wrote.
pub(crate) fn run(
    extractor: &Extractor,
    sources: Vec<Source>,
    shape: &Shape,
    pool: &ThreadPool,
    resumed: Option<Resumed>,
) -> Outcome {
    interrupt::listen();
    let (file, done) = resumed.unzip();
    let mut writer = Writer {
        progress: progress(&sources, file.is_some()),
        out: out(shape, file),
        shape,
        outcome: Outcome::AllRead,
        written: 0,
        kept: Vec::new(),
    };
    let result = writer.all(extractor, Ahead::of(sources, done), pool);
    writer.progress.finish_and_clear();
    // What could not be written is not tried again at the end: it could become half a line.
    drop(writer.out.into_parts());
    status::written(result, writer.outcome)
}

fn out(shape: &Shape, file: Option<File>) -> io::BufWriter<Box<dyn Write + Send>> {
    let choice = match shape.coloured {
        true => ColorChoice::Always,
        // Whatever is written goes through as it is.
        false => ColorChoice::AlwaysAnsi,
    };
    io::BufWriter::new(match file {
        Some(file) => Box::new(file),
        None => Box::new(AutoStream::new(io::stdout(), choice)),
    })
}

/// Extracts everything and hands it on in the order of the articles, each with its text where that is known.
pub(crate) fn each(
    extractor: &Extractor,
    sources: Vec<Source>,
    pool: &ThreadPool,
    mut take: impl FnMut(&Extraction<'_>, Option<&str>),
) -> Outcome {
    let progress = progress(&sources, false);
    let mut outcome = Outcome::AllRead;
    let mut ahead = Ahead::of(sources, None);
    while let Some(Batch {
        articles, taken, ..
    }) = ahead.next()
    {
        let extracted: Vec<_> = pool.install(|| {
            one_by_one(&articles)
                .map(|one| extract(extractor, one))
                .collect()
        });
        for (article, new) in articles.iter().zip(&extracted) {
            if let Ok(input) = article {
                let text = Some(&*input.text).filter(|text| !text.is_empty());
                if let Some(found) = new.as_ref().or(input.found.as_deref()) {
                    take(found, text);
                }
            } else {
                outcome = Outcome::SomeFailed;
            }
            for said in said(article) {
                progress.suspend(|| complain(said));
            }
        }
        progress.inc(taken);
    }
    progress.finish_and_clear();
    outcome
}

/// Any thread that is free takes the next. Left to itself, rayon gives a quarter of the batch to one of two threads at a time,
/// and the other has nothing to do while the last quarter is read.
fn one_by_one(articles: &[Reading]) -> impl IndexedParallelIterator<Item = &Reading> {
    articles.par_iter().with_max_len(1)
}

/// What is new in an article: nothing where it could not be read, or was extracted before.
fn extract<'t>(extractor: &Extractor, article: &'t Reading) -> Option<Extraction<'t>> {
    let input = article.as_ref().ok()?;
    input
        .found
        .is_none()
        .then(|| output::extract(extractor, input))
}

/// What standard error gets to read of an article.
fn said(article: &Reading) -> Vec<String> {
    match article {
        Ok(input) => input.notices.clone(),
        Err(failure) => vec![failure.to_string()],
    }
}

#[derive(Default)]
struct Batch {
    articles: Vec<Reading>,
    /// How many bytes the texts have.
    bytes: u64,
    /// How many bytes of the files they took.
    taken: u64,
}

/// The thread that reads ahead.
struct Ahead {
    batches: Receiver<Batch>,
    reader: Option<JoinHandle<()>>,
}

impl Ahead {
    fn of(sources: Vec<Source>, done: Option<Done>) -> Self {
        let (sender, batches) = sync_channel(AHEAD);
        let mut sink = Batches {
            sender,
            batch: Batch::default(),
            done,
        };
        let reader = thread::spawn(move || {
            if sources.iter().all(|source| source.read(&mut sink)) {
                sink.send();
            }
        });
        Self {
            batches,
            reader: Some(reader),
        }
    }

    /// A batch, if one is ready.
    fn ready(&self) -> Option<Batch> {
        match interrupt::asked() {
            true => None,
            false => self.batches.try_recv().ok(),
        }
    }

    /// The next batch; none behind the last, or when the user has had enough.
    fn next(&mut self) -> Option<Batch> {
        while !interrupt::asked() {
            match self.batches.recv_timeout(PATIENCE) {
                Ok(batch) => return Some(batch),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => {
                    // A reader that broke down must not look like one that came to its end. While it waits for input it
                    // is not waited for.
                    if let Some(Err(broken)) = self.reader.take().map(JoinHandle::join) {
                        panic::resume_unwind(broken);
                    }
                    return None;
                }
            }
        }
        None
    }
}

struct Batches {
    sender: SyncSender<Batch>,
    batch: Batch,
    done: Option<Done>,
}

impl Batches {
    fn send(&mut self) -> bool {
        self.sender.send(std::mem::take(&mut self.batch)).is_ok()
    }
}

impl Sink for Batches {
    fn take(&mut self, mut article: Reading, taken: u64, may_wait: bool) -> bool {
        self.batch.taken += taken;
        let done = self.done.as_mut();
        if !done.is_some_and(|done| done.holds(&mut article)) {
            self.batch.bytes += article.as_ref().map_or(0, |input| input.text.len() as u64);
            self.batch.articles.push(article);
        }
        let bytes = self.batch.bytes.max(self.batch.taken);
        let full = bytes >= BYTES || self.batch.articles.len() >= ARTICLES;
        !(full || may_wait) || self.send()
    }
}

/// A batch with what is found in it. Behind the article at which the user had enough there is nothing.
type Finished = (Batch, Vec<Option<io::Result<Output>>>);

fn finished(extractor: &Extractor, batch: Batch, shape: &Shape) -> Finished {
    let output = |article: &Reading| {
        let output = || match article {
            Ok(input) => output::article(extractor, input, shape),
            Err(failure) => output::failure(failure, shape.format),
        };
        (!interrupt::asked()).then(output)
    };
    let found = one_by_one(&batch.articles).map(output).collect();
    (batch, found)
}

/// Writes what is found.
struct Writer<'a> {
    out: io::BufWriter<Box<dyn Write + Send>>,
    progress: ProgressBar,
    shape: &'a Shape,
    outcome: Outcome,
    /// How many articles there were.
    written: usize,
    /// All of them, where they are one page.
    kept: Vec<(String, Extraction<'static>)>,
}

impl Writer<'_> {
    fn all(
        &mut self,
        extractor: &Extractor,
        mut ahead: Ahead,
        pool: &ThreadPool,
    ) -> io::Result<()> {
        let shape = self.shape;
        self.out.write_all(&output::opening(shape)?)?;
        let mut before = None;
        loop {
            let mut batch = ahead.ready();
            if batch.is_none() {
                // What was found is not held back for what may be long in coming.
                if !self.batch(before.take())? {
                    break;
                }
                batch = ahead.next();
            }
            let Some(batch) = batch else { break };
            let last = before.take();
            let write = || self.batch(last);
            let read = || finished(extractor, batch, shape);
            let (more, finished) = pool.install(|| rayon::join(write, read));
            if !more? {
                break;
            }
            before = Some(finished);
        }
        self.end()
    }

    /// False when nothing more is to be written.
    fn batch(&mut self, finished: Option<Finished>) -> io::Result<bool> {
        let Some((batch, found)) = finished else {
            return Ok(true);
        };
        for (article, output) in batch.articles.into_iter().zip(found) {
            let Some(output) = output else {
                return Ok(false);
            };
            match &article {
                Ok(_) => self.written += 1,
                Err(_) => self.outcome = Outcome::SomeFailed,
            }
            for said in said(&article) {
                // What stands before it on a terminal that shows both streams must be out first.
                self.out.flush()?;
                self.progress.suspend(|| complain(said));
            }
            if self.shape.format == Format::Json && self.written > 1 {
                self.failed(
                    "--format json is for one article, and here is a second; use --format jsonl",
                );
                return Ok(false);
            }
            match output? {
                Output::Bytes(bytes) => self.out.write_all(&bytes)?,
                Output::Kept(found) => {
                    let text = article.map(|input| input.text).unwrap_or_default();
                    self.kept.push((text, *found));
                }
            }
        }
        self.out.flush()?;
        self.progress.inc(batch.taken);
        Ok(true)
    }

    fn end(&mut self) -> io::Result<()> {
        if self.shape.format == Format::Html {
            self.out.write_all(output::page(&self.kept).as_bytes())?;
        }
        self.out.flush()?;
        let none = self.written == 0 && self.outcome == Outcome::AllRead;
        if interrupt::asked() {
            self.failed("ended before its end; the output holds whole articles");
            self.outcome = Outcome::Interrupted;
        } else if self.shape.format == Format::Json && none {
            self.failed("no article in the input, so there is no object to write");
        }
        Ok(())
    }

    fn failed(&mut self, message: &str) {
        self.progress.suspend(|| complain(message));
        self.outcome = Outcome::SomeFailed;
    }
}

/// A bar on a terminal, unless the output goes to the same one.
fn progress(sources: &[Source], into_a_file: bool) -> ProgressBar {
    let shared = !into_a_file && io::stdout().is_terminal();
    if !io::stderr().is_terminal() || shared {
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
