//! Files as streams of bytes: unpacked where the ending says that they are packed, and cut into lines of which none takes
//! more memory than it may.

use std::cell::Cell;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::rc::Rc;

use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::FrameDecoder;
use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};

/// How large a piece of a stream is read at once.
const BUFFER: usize = 1 << 20;
/// The same of what is unpacked from it.
const PACKED_BUFFER: usize = 1 << 16;

/// How a file is packed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Packing {
    Gzip,
    Zstandard,
}

impl Packing {
    /// What a file's ending says.
    pub(crate) fn of(file: &Path) -> Option<Self> {
        let ending = file.extension()?;
        match () {
            () if ending.eq_ignore_ascii_case("gz") => Some(Self::Gzip),
            () if ending.eq_ignore_ascii_case("zst") => Some(Self::Zstandard),
            () => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Gzip => "gzip",
            Self::Zstandard => "Zstandard",
        }
    }
}

/// The bytes of a file or of standard input.
pub(crate) struct Stream {
    bytes: BufReader<Box<dyn Read>>,
    /// How many bytes have come from the file itself.
    taken: Rc<Cell<u64>>,
    told: u64,
}

impl Stream {
    pub(crate) fn open(file: &Path) -> io::Result<Self> {
        Ok(Self::new(File::open(file)?, Packing::of(file)))
    }

    pub(crate) fn new(source: impl Read + 'static, packing: Option<Packing>) -> Self {
        let taken = Rc::new(Cell::new(0));
        let source = Counted {
            source,
            taken: Rc::clone(&taken),
        };
        let packed = |source| BufReader::with_capacity(PACKED_BUFFER, source);
        let bytes: Box<dyn Read> = match packing {
            None => Box::new(source),
            Some(Packing::Gzip) => {
                Box::new(Unpacked(Packing::Gzip, MultiGzDecoder::new(packed(source))))
            }
            Some(Packing::Zstandard) => {
                Box::new(Unpacked(Packing::Zstandard, Zstandard::new(packed(source))))
            }
        };
        Self {
            bytes: BufReader::with_capacity(BUFFER, bytes),
            taken,
            told: 0,
        }
    }

    /// How many bytes of the file were taken since this was asked last.
    pub(crate) fn newly_taken(&mut self) -> u64 {
        let taken = self.taken.get();
        taken - std::mem::replace(&mut self.told, taken)
    }

    /// Whether what comes next has to be waited for.
    pub(crate) fn may_wait(&self) -> bool {
        self.bytes.buffer().is_empty()
    }

    /// All there is; no more than `limit` bytes and one.
    pub(crate) fn whole(&mut self, limit: u64) -> io::Result<Vec<u8>> {
        let mut all = Vec::new();
        let mut bytes = self.bytes.by_ref().take(limit.saturating_add(1));
        bytes.read_to_end(&mut all)?;
        Ok(all)
    }

    /// The next line into `line`; false behind the last. Of a line that is longer than `limit` bytes its beginning, which
    /// is longer as well: the rest is passed over.
    pub(crate) fn line(&mut self, limit: u64, line: &mut Vec<u8>) -> io::Result<bool> {
        line.clear();
        // One long line must not hold its memory for all that come behind it.
        line.shrink_to(BUFFER);
        let mut bytes = self.bytes.by_ref().take(limit.saturating_add(1));
        if bytes.read_until(b'\n', line)? == 0 {
            return Ok(false);
        }
        if line.last() != Some(&b'\n') && line.len() as u64 > limit {
            self.bytes.skip_until(b'\n')?;
        }
        Ok(true)
    }
}

struct Counted<R> {
    source: R,
    taken: Rc<Cell<u64>>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(buffer)?;
        self.taken.set(self.taken.get() + read as u64);
        Ok(read)
    }
}

/// Says of a fault in which packing it is.
struct Unpacked<R>(Packing, R);

impl<R: Read> Read for Unpacked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.1.read(buffer).map_err(|error| {
            let name = self.0.name();
            io::Error::new(error.kind(), format!("broken {name} stream: {error}"))
        })
    }
}

/// Frames one behind another, as `cat a.zst b.zst` and parallel packers write them; ruzstd reads one.
struct Zstandard<R> {
    source: R,
    frame: FrameDecoder,
    within: bool,
}

impl<R: BufRead> Zstandard<R> {
    fn new(source: R) -> Self {
        Self {
            source,
            frame: FrameDecoder::new(),
            within: false,
        }
    }

    /// Goes to the next frame; false where there is none.
    fn next(&mut self) -> io::Result<bool> {
        use FrameDecoderError::ReadFrameHeaderError as Header;
        while !self.source.fill_buf()?.is_empty() {
            match self.frame.init(&mut self.source) {
                Ok(()) => return Ok(true),
                Err(Header(ReadFrameHeaderError::SkipFrame { length, .. })) => {
                    let mut skipped = self.source.by_ref().take(u64::from(length));
                    io::copy(&mut skipped, &mut io::sink())?;
                }
                Err(error) => return Err(io::Error::other(error)),
            }
        }
        Ok(false)
    }
}

impl<R: BufRead> Read for Zstandard<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        use ruzstd::decoding::BlockDecodingStrategy::UptoBlocks;
        while self.within || self.next()? {
            self.within = true;
            while self.frame.can_collect() == 0 && !self.frame.is_finished() {
                let decoded = self.frame.decode_blocks(&mut self.source, UptoBlocks(1));
                decoded.map_err(io::Error::other)?;
            }
            let read = self.frame.read(buffer)?;
            if read > 0 || buffer.is_empty() {
                return Ok(read);
            }
            let given = self.frame.get_checksum_from_data();
            if given.is_some() && given != self.frame.get_calculated_checksum() {
                return Err(io::Error::other("its checksum is another"));
            }
            self.within = false;
        }
        Ok(0)
    }
}
