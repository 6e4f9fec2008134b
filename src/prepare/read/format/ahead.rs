// SPDX-License-Identifier: EUPL-1.2
//! The rows of a table of text; of a large one they are taken apart on a thread of their own while
//! earlier ones are looked at.

use crate::prepare::library;
use crate::prepare::message::Expected;
use crate::prepare::problem::Problem;
use crate::prepare::read::input::{Input, Watch};
use crate::prepare::table::Ends;
use std::io::Read;
use std::ops::ControlFlow;
use std::sync::mpsc::sync_channel;
use std::thread;

/// From so many bytes on a thread is worth starting.
const LARGE: u64 = 1 << 18;

/// The most rows, and about the most bytes of them, that go from one thread to the other at once,
/// and how many times that are under way.
const ROWS: usize = 512;
const BYTES: usize = 1 << 16;
const UNDER_WAY: usize = 6;

/// From so many bytes on the memory of a row is not kept for the next one in its place.
const WIDE: usize = 1 << 12;

/// About how many bytes of memory a row takes.
fn memory(record: &csv::StringRecord) -> usize {
    record.as_slice().len() + record.len() * size_of::<usize>()
}

/// Calls a function with each row and its number in the file, in order, until that breaks off.
///
/// # Errors
/// A file that cannot be read, or that holds no rows of text.
pub(super) fn each_row(
    input: &Input,
    builder: &csv::ReaderBuilder,
    mut see: impl FnMut(u64, &csv::StringRecord) -> ControlFlow<()>,
) -> Result<(), Problem> {
    if input.bytes < LARGE {
        let mut rows = Rows::open(input, builder)?;
        let mut batch = Batch::default();
        loop {
            rows.fill(&mut batch);
            if let Some(done) = batch.give(&mut see) {
                return done;
            }
        }
    }
    thread::scope(|scope| {
        let (emptied, empty) = sync_channel(UNDER_WAY);
        let (filled, full) = sync_channel(UNDER_WAY);
        for _ in 0..UNDER_WAY {
            // Room for all of them, and the other end is still here.
            let _ = emptied.send(Batch::default());
        }
        scope.spawn(move || {
            let mut rows = Rows::open(input, builder);
            for mut batch in empty {
                match &mut rows {
                    Ok(rows) => rows.fill(&mut batch),
                    Err(problem) => batch.end = Some(Err(problem.clone())),
                }
                // Nobody wants any more.
                if filled.send(batch).is_err() {
                    break;
                }
            }
        });
        for mut batch in full {
            if let Some(done) = batch.give(&mut see) {
                return done;
            }
            let _ = emptied.send(batch);
        }
        Ok(())
    })
}

/// Rows with their numbers, and what came after them.
#[derive(Default)]
struct Batch {
    rows: Vec<(u64, csv::StringRecord)>,
    used: usize,
    end: Option<Result<(), Problem>>,
}

impl Batch {
    /// Calls a function with each row; what came of the file where this was the end of it.
    fn give(
        &mut self,
        see: &mut impl FnMut(u64, &csv::StringRecord) -> ControlFlow<()>,
    ) -> Option<Result<(), Problem>> {
        for (line, record) in self.rows.iter().take(self.used) {
            if see(*line, record).is_break() {
                return Some(Ok(()));
            }
        }
        self.end.take()
    }
}

/// A file whose rows are taken apart.
struct Rows<'a, R> {
    input: &'a Input,
    reader: csv::Reader<R>,
    watch: Watch,
    ends: Ends,
}

impl<'a> Rows<'a, ()> {
    fn open(
        input: &'a Input,
        builder: &csv::ReaderBuilder,
    ) -> Result<Rows<'a, impl Read + use<>>, Problem> {
        let (reader, watch) = input.reader()?;
        let reader = builder.from_reader(reader);
        Ok(Rows { input, reader, watch, ends: Ends::of(input.head.as_bytes()) })
    }
}

impl<R: Read> Rows<'_, R> {
    /// Puts the next rows into a batch.
    fn fill(&mut self, batch: &mut Batch) {
        for (_, record) in batch.rows.iter_mut().take(batch.used) {
            if memory(record) >= WIDE {
                *record = csv::StringRecord::new();
            }
        }
        batch.used = 0;
        batch.rows.resize_with(ROWS, Default::default);
        let mut bytes = 0;
        for (line, record) in &mut batch.rows {
            if bytes >= BYTES {
                break;
            }
            match self.reader.read_record(record) {
                Ok(true) => {
                    self.watch.row();
                    *line = self.ends.row(self.reader.position().line(), record);
                    batch.used += 1;
                    bytes += memory(record);
                }
                Ok(false) => {
                    batch.end = Some(Ok(()));
                    break;
                }
                Err(error) => {
                    let (line, found) = (self.reader.position().line(), library::csv(&error));
                    let name = &self.input.name;
                    batch.end = Some(Err(Problem::row(name, line, found, Expected::TableRow)));
                    break;
                }
            }
        }
    }
}
