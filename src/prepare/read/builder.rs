// SPDX-License-Identifier: EUPL-1.2
//! What the rows of a file say of one record, put together.

use super::columns::{SLOTS, Target};
use super::hash::Quick;
use super::keys::{Key, Keys};
use super::remarks::Remarks;
use crate::indicator::observation::Status;
use crate::prepare::problem::Problems;
use crate::prepare::record::Record;
use crate::prepare::sourced::{self, SourcedRecord, SourcedRecords};
use std::collections::HashMap;

/// What has been read of one record.
#[derive(Clone, Debug, Default)]
pub(super) struct RecordBuilder {
    numbers: [f64; SLOTS],
    /// For each slot how many cells went into it.
    filled: [usize; SLOTS],
    /// The slots of which a part is missing.
    absent: [bool; SLOTS],
    pub(super) withheld: bool,
    pub(super) provisional: bool,
    /// The row that it began in, counted from 1.
    pub(super) row: u64,
    pub(super) texts: Option<Box<Remarks>>,
    /// Why the publisher has no number, in its own words.
    pub(super) remark: Option<Box<str>>,
}

impl RecordBuilder {
    /// Adds a number. Whether there was room: without `sum` each column is used once.
    pub(super) fn add(&mut self, target: Target, number: f64, sum: bool) -> bool {
        let (Some(slot), Some(filled)) =
            (self.numbers.get_mut(target.slot), self.filled.get_mut(target.slot))
        else {
            return true;
        };
        if *filled >= target.of && !sum {
            return false;
        }
        *slot += number * target.factor;
        *filled = filled.saturating_add(1);
        true
    }

    /// A part of a number is missing.
    pub(super) fn lack(&mut self, target: Target) {
        if let Some(absent) = self.absent.get_mut(target.slot) {
            *absent = true;
        }
    }

    pub(super) fn record(&self) -> Record {
        let [x, n, value, lower, upper] = std::array::from_fn(|slot| {
            let filled = self.filled.get(slot).is_some_and(|f| *f > 0);
            let whole = self.absent.get(slot).is_some_and(|absent| !absent);
            self.numbers.get(slot).copied().filter(|_| filled && whole)
        });
        let mut texts = self.texts.as_deref().cloned().unwrap_or_default();
        texts.note = texts.note.or_else(|| self.remark.as_deref().map(str::to_string));
        let any = x.is_some() || value.is_some() || texts.answer.is_some();
        // A part that is suppressed or missing makes the record so, final or not.
        let is_final = !self.provisional && texts.status != Some(Status::Provisional);
        let status = match texts.status.filter(|status| *status != Status::Provisional) {
            Some(status) => Some(status),
            None if self.withheld => Some(Status::Withheld),
            None if !any => Some(Status::Missing),
            None => (!is_final).then_some(Status::Provisional),
        };
        if status.is_some_and(|status| status != Status::Provisional) {
            return Record { source: texts.source, note: texts.note, status, ..Record::default() };
        }
        Record {
            value,
            numerator: x,
            denominator: n,
            lower,
            upper,
            answer: texts.answer,
            status,
            source: texts.source,
            note: texts.note,
        }
    }
}

/// All records of the files of an entry.
#[derive(Debug, Default)]
pub(super) struct RecordBuilders(HashMap<u64, RecordBuilder, Quick>);

impl RecordBuilders {
    /// What is builder of a record, which begins in this row if nothing was.
    pub(super) fn slot(&mut self, row: u64, key: Key) -> &mut RecordBuilder {
        let builder = self.0.entry(key.packed()).or_default();
        if builder.row == 0 {
            builder.row = row;
        }
        builder
    }

    /// Whether there is no record at all.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Enters all records, in the order of the file, until there are problems enough. The number
    /// of those whose denominator is zero.
    pub(super) fn enter(
        self,
        keys: &Keys<'_>,
        sourced: &mut SourcedRecords,
        problems: &mut Problems,
    ) -> u64 {
        let mut nobody = 0;
        let mut all: Vec<(u64, RecordBuilder)> = self.0.into_iter().collect();
        all.sort_unstable_by_key(|(key, g)| (g.row, *key));
        for (key, builder) in all {
            let Some((definition, code, period)) = keys.meaning(Key::unpacked(key)) else {
                continue;
            };
            let file = problems.file.clone();
            let division = keys.division();
            let read = SourcedRecord { record: builder.record(), file, row: builder.row, division };
            if read.record.denominator == Some(0.0) {
                nobody += 1;
            }
            if let Err(problem) =
                sourced::enter(sourced, definition, (code.to_string(), period), read)
                && problems.add(problem).is_break()
            {
                break;
            }
        }
        nobody
    }
}
