// SPDX-License-Identifier: EUPL-1.2
//! What the rows of a file say of one record, put together.

use super::record::Record;
use crate::indicator::definition::Definition;
use crate::indicator::observation::{Answer, Status};
use crate::indicator::period::Period;
use std::collections::BTreeMap;

/// A record as a file has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Raw {
    /// What the row says.
    pub record: Record,
    /// The file.
    pub file: String,
    /// The row of its first number.
    pub row: u64,
}

/// Raw records by indicator, then region (of any division) and period.
pub type Raws = BTreeMap<String, BTreeMap<(String, Period), Raw>>;

/// The numbers of a record, by their place in a row of slots.
pub(super) const NUMERATOR: usize = 0;
pub(super) const DENOMINATOR: usize = 1;
pub(super) const VALUE: usize = 2;
pub(super) const LOWER: usize = 3;
pub(super) const UPPER: usize = 4;
pub(super) const SLOTS: usize = 5;

/// What has been read of one record.
#[derive(Clone, Debug, Default)]
pub(super) struct Gathered {
    pub(super) numbers: [f64; SLOTS],
    /// For each slot how many cells went into it.
    pub(super) filled: [u16; SLOTS],
    pub(super) withheld: bool,
    /// The slots of which a part is missing.
    pub(super) absent: [bool; SLOTS],
    pub(super) provisional: bool,
    pub(super) row: u64,
    pub(super) rows: u32,
    pub(super) texts: Option<Box<Texts>>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Texts {
    pub(super) answer: Option<Answer>,
    pub(super) status: Option<Status>,
    pub(super) source: Option<String>,
    pub(super) note: Option<String>,
}

impl Gathered {
    pub(super) fn record(&self) -> Record {
        let [x, n, value, lower, upper] = std::array::from_fn(|slot| {
            let filled = self.filled.get(slot).is_some_and(|f| *f > 0);
            let whole = self.absent.get(slot).is_some_and(|absent| !absent);
            self.numbers.get(slot).copied().filter(|_| filled && whole)
        });
        let texts = self.texts.as_deref().cloned().unwrap_or_default();
        let any = x.is_some() || value.is_some() || texts.answer.is_some();
        // A part that is withheld or missing makes the record so.
        let status = match texts.status {
            Some(status) => Some(status),
            None if self.withheld => Some(Status::Withheld),
            None if !any => Some(Status::Missing),
            None => self.provisional.then_some(Status::Provisional),
        };
        if matches!(status, Some(Status::Withheld | Status::Missing)) {
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

/// Whether the numbers of a record can be true together.
pub(super) fn sound(definition: &Definition, record: &Record) -> Result<(), (String, String)> {
    use crate::indicator::definition::Kind;
    let wrong = |found: String, expected: &str| Err((found, expected.to_string()));
    if let (Some(x), Some(n)) = (record.numerator, record.denominator) {
        if x > n {
            return wrong(
                format!("teller {x} boven noemer {n}"),
                "een teller die niet groter is dan de noemer",
            );
        }
        if n == 0.0 {
            return wrong("noemer 0".into(), "een noemer, of geen cijfer");
        }
    }
    let whole = |n: Option<f64>| n.is_none_or(|n| n.fract() == 0.0);
    if !whole(record.numerator) || !whole(record.denominator) {
        return wrong(
            "een aantal met decimalen".into(),
            "hele aantallen; zet percentages bij value",
        );
    }
    if matches!(definition.kind, Kind::Share | Kind::Presence)
        && let Some(value) = record.value.filter(|v| *v > 100.0)
    {
        return wrong(format!("{value} procent"), "ten hoogste 100 procent");
    }
    match (record.lower, record.upper, record.value) {
        (None, None, _) => {}
        (Some(l), Some(u), Some(v)) if l <= v && v <= u => {}
        _ => {
            return wrong(
                "grenzen waar de waarde niet tussen ligt".into(),
                "ondergrens, waarde, bovengrens",
            );
        }
    }
    if record.answer.is_some() && definition.kind != Kind::Presence {
        return wrong(
            "een antwoord".into(),
            "alleen antwoorden bij een indicator over aanwezigheid",
        );
    }
    Ok(())
}

/// Every row looks up its region and period: the usual hash takes half of the time.
pub(super) type Quick = std::hash::BuildHasherDefault<Mixed>;

/// Spreads short keys. Their number is bounded by what the tables of places and years know, so
/// there is nothing to attack.
#[derive(Clone, Copy, Debug, Default)]
pub struct Mixed(u64);

impl std::hash::Hasher for Mixed {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word.iter_mut().zip(chunk).for_each(|(to, from)| *to = *from);
            self.write_u64(u64::from_le_bytes(word));
        }
    }
    fn write_u64(&mut self, key: u64) {
        let mixed = (self.0 ^ key).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ (mixed >> 32);
    }
}
