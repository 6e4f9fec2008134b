// SPDX-License-Identifier: EUPL-1.2
//! Files as they come: their encoding, and a watch on what is no text at all.

use super::wrapped::{self, Unwrapped};
use crate::prepare::folder::file;
use crate::prepare::library;
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::Problem;
use crate::prepare::table::name_of;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use encoding_rs_io::DecodeReaderBytesBuilder;
use std::cell::Cell;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

/// No row of a table is longer than this, so no more is held in memory for one.
pub const LONGEST_ROW: u64 = 1 << 20;

/// How much of a file is looked at to recognise it.
const HEAD: usize = 1 << 16;

/// Where the bytes are.
#[derive(Clone, Debug)]
enum Source {
    File(PathBuf),
    Memory(Arc<[u8]>),
}

impl Source {
    fn open(&self) -> io::Result<Box<dyn Read>> {
        Ok(match self {
            Self::File(path) => Box::new(file::open(path)?),
            Self::Memory(bytes) => Box::new(io::Cursor::new(Arc::clone(bytes))),
        })
    }

    fn bytes(&self) -> io::Result<u64> {
        match self {
            Self::File(path) => Ok(path.metadata()?.len()),
            Self::Memory(bytes) => Ok(count(bytes.len())),
        }
    }
}

/// Is called with the bytes that are read, as they are.
#[derive(Clone, Default)]
pub struct Progress(Option<Arc<dyn Fn(u64) + Send + Sync>>);

impl Progress {
    /// Calls a function with each number of bytes.
    pub fn to(report: impl Fn(u64) + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(report)))
    }

    /// Notes bytes that were read.
    pub(super) fn add(&self, bytes: u64) {
        if let Some(report) = &self.0 {
            report(bytes);
        }
    }
}

impl std::fmt::Debug for Progress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Progress")
    }
}

/// A text file with a known encoding.
#[derive(Clone, Debug)]
pub struct Input {
    /// What is called with the bytes that are read.
    pub progress: Progress,
    /// Its name, for messages.
    pub name: String,
    place: Source,
    /// Its first part, decoded.
    pub head: String,
    /// Its length in bytes.
    pub bytes: u64,
    encoding: &'static Encoding,
    /// Whether each line stands between quotes as a whole.
    is_wrapped: bool,
    /// Whether it ends with the end of a row.
    pub ended: bool,
}

impl Input {
    /// Opens a file and looks through it once.
    ///
    /// # Errors
    /// A file that cannot be read, or that holds something else than text.
    pub fn open(path: &Path) -> Result<Self, Problem> {
        Self::look(name_of(path), Source::File(path.into()))
    }

    /// A file that is in memory.
    ///
    /// # Errors
    /// As [`Input::open`].
    pub fn of(name: &str, bytes: &[u8]) -> Result<Self, Problem> {
        Self::look(name.to_string(), Source::Memory(bytes.into()))
    }

    fn look(name: String, place: Source) -> Result<Self, Problem> {
        let unreadable =
            |e: io::Error| Problem::file(&name, library::io(&e), Expected::ReadableFile);
        let mut file = place.open().map_err(unreadable)?;
        let mut bytes = 0;
        let mut head = Vec::new();
        let mut utf8 = Utf8::default();
        let mut buffer = vec![0; room(place.bytes().map_err(unreadable)?, 1, HEAD)];
        let mut last = 0;
        loop {
            let count = file.read(&mut buffer).map_err(unreadable)?;
            let Some(block) = buffer.get(..count).filter(|b| !b.is_empty()) else {
                break;
            };
            if bytes == 0 && [[0xff, 0xfe], [0xfe, 0xff]].iter().any(|mark| block.starts_with(mark))
            {
                return Err(Problem::file(&name, Found::Utf16, Expected::CsvUtf8));
            }
            // Looking at all is quicker than stopping at the first: there is nearly never one.
            let odd = |b: &u8| *b < 9 || (14..32).contains(b);
            if block.chunks(256).any(|part| part.iter().fold(false, |any, b| any | odd(b)))
                && let Some(byte) = block.iter().find(|b| odd(b))
            {
                return Err(Problem::file(
                    &name,
                    Found::OddByte(format!("{byte:#04x}")),
                    Expected::TextFile,
                ));
            }
            if head.len() < HEAD {
                head.extend_from_slice(block);
            }
            utf8.feed(block);
            bytes += self::count(count);
            last = *block.last().unwrap_or(&0);
        }
        if bytes == 0 {
            return Err(Problem::file(&name, Found::EmptyFile, Expected::Data));
        }
        let encoding = if utf8.valid() { UTF_8 } else { WINDOWS_1252 };
        let (head, ..) = encoding.decode(&head);
        let head = head.trim_start_matches('\u{feff}').to_string();
        let unwrapped = wrapped::head(&head);
        Ok(Self {
            progress: Progress::default(),
            is_wrapped: unwrapped.is_some(),
            head: unwrapped.unwrap_or(head),
            ended: last == b'\n' || last == b'\r',
            name,
            place,
            bytes,
            encoding,
        })
    }

    /// How large a buffer suits it.
    pub fn buffer(&self) -> usize {
        room(self.bytes, 64, 1 << 17)
    }

    /// The file's text as UTF-8 without a byte order mark. After every row the reader of it
    /// calls [`Watch::row`]; one that reads on too long without is stopped.
    ///
    /// # Errors
    /// A file that cannot be opened.
    pub fn reader(&self) -> Result<(impl Read + use<>, Watch), Problem> {
        let file = self
            .place
            .open()
            .map_err(|e| Problem::file(&self.name, library::io(&e), Expected::ReadableFile))?;
        let watch = Watch::default();
        let decoded: Box<dyn Read> = if self.encoding == UTF_8 {
            Box::new(SkipMark { file, started: false })
        } else {
            Box::new(DecodeReaderBytesBuilder::new().encoding(Some(self.encoding)).build(file))
        };
        let decoded: Box<dyn Read> = match self.is_wrapped {
            true => Box::new(Unwrapped::of(decoded, LONGEST_ROW)),
            false => decoded,
        };
        let progress = self.progress.clone();
        Ok((Watched { inner: decoded, watch: watch.clone(), progress }, watch))
    }
}

/// How much room a file of so many bytes needs, within limits.
fn room(bytes: u64, least: usize, most: usize) -> usize {
    usize::try_from(bytes).unwrap_or(most).clamp(least, most)
}

fn count(bytes: usize) -> u64 {
    u64::try_from(bytes).unwrap_or(u64::MAX)
}

/// UTF-8 without its byte order mark.
struct SkipMark {
    file: Box<dyn Read>,
    started: bool,
}

impl Read for SkipMark {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.file.read(buffer)?;
        if self.started {
            return Ok(count);
        }
        self.started = true;
        const MARK: &[u8] = b"\xef\xbb\xbf";
        if buffer.get(..count).is_some_and(|b| b.starts_with(MARK)) {
            buffer.copy_within(MARK.len()..count, 0);
            // Nothing left is not yet the end.
            return match count - MARK.len() {
                0 => self.file.read(buffer),
                left => Ok(left),
            };
        }
        Ok(count)
    }
}

/// Counts the bytes since the last row.
#[derive(Clone, Debug, Default)]
pub struct Watch(Rc<Cell<u64>>);

impl Watch {
    /// A row is complete.
    pub fn row(&self) {
        self.0.set(0);
    }
}

struct Watched<R> {
    inner: R,
    watch: Watch,
    progress: Progress,
}

impl<R: Read> Read for Watched<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.watch.0.get() > LONGEST_ROW {
            return Err(io::Error::new(io::ErrorKind::InvalidData, Found::LongRow));
        }
        let count = self.inner.read(buffer)?;
        let read = self::count(count);
        self.watch.0.set(self.watch.0.get() + read);
        self.progress.add(read);
        Ok(count)
    }
}

/// Whether blocks of bytes together are UTF-8.
#[derive(Default)]
struct Utf8 {
    /// The start of a character that the last block broke off.
    open: Vec<u8>,
    broken: bool,
}

impl Utf8 {
    fn feed(&mut self, block: &[u8]) {
        if self.broken {
            return;
        }
        let mut rest = block;
        // A character has at most four bytes.
        while !self.open.is_empty() && self.open.len() < 4 {
            let Some((byte, after)) = rest.split_first() else {
                return;
            };
            self.open.push(*byte);
            rest = after;
            match std::str::from_utf8(&self.open) {
                Ok(_) => self.open.clear(),
                Err(e) if e.error_len().is_none() => {}
                Err(_) => {
                    self.broken = true;
                    return;
                }
            }
        }
        if let Err(error) = std::str::from_utf8(rest) {
            if error.error_len().is_some() {
                self.broken = true;
            } else {
                self.open = rest.get(error.valid_up_to()..).unwrap_or_default().to_vec();
            }
        }
    }

    fn valid(&self) -> bool {
        !self.broken && self.open.is_empty()
    }
}
