// SPDX-License-Identifier: EUPL-1.2
//! Records as files have them, on the municipal boundaries of their own years.

use super::message::{Expected, Found};
use super::problem::Problem;
use super::record::Record;
use crate::indicator::definition::{Definition, Kind};
use crate::indicator::period::Period;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// A record as a file has it.
#[derive(Clone, Debug, PartialEq)]
pub struct SourcedRecord {
    /// What the row says.
    pub record: Record,
    /// The file.
    pub file: String,
    /// The row of its first number.
    pub row: u64,
    /// The year whose municipalities it is on, where that is not its own.
    pub division: Option<i32>,
}

/// Sourced records by indicator, then region (of any year) and period.
pub type SourcedRecords = BTreeMap<String, BTreeMap<(String, Period), SourcedRecord>>;

/// Adds a record to those of its indicator; the same one may stand in several files.
///
/// # Errors
/// Numbers that cannot be true together, or that contradict an earlier file.
pub(super) fn enter(
    sourced: &mut SourcedRecords,
    definition: &Definition,
    (code, period): (String, Period),
    new: SourcedRecord,
) -> Result<(), Problem> {
    let what = format!("{}, {code}, {}", definition.id, period.code());
    if let Err((found, expected)) = sound(definition, &new.record) {
        return Err(Problem::row(&new.file, new.row, Found::Of(what, Box::new(found)), expected));
    }
    let records = sourced.entry(definition.id.clone()).or_default();
    match records.entry((code, period)) {
        Entry::Vacant(vacant) => {
            vacant.insert(new);
        }
        Entry::Occupied(known) if known.get().record != new.record => {
            let SourcedRecord { file, row, .. } = known.get();
            let expected = Expected::SameAs(file.clone(), *row);
            let found = Found::OtherFigure(what);
            return Err(Problem::row(&new.file, new.row, found, expected));
        }
        Entry::Occupied(_) => {}
    }
    Ok(())
}

/// Whether the numbers of a record can be true together.
fn sound(definition: &Definition, record: &Record) -> Result<(), (Found, Expected)> {
    let wrong = |found: Found, expected: Expected| Err((found, expected));
    if let (Some(x), Some(n)) = (record.numerator, record.denominator)
        && x > n
    {
        return wrong(Found::NumeratorAbove(x, n), Expected::NumeratorBelow);
    }
    if record.denominator == Some(0.0) && record.value.is_some_and(|value| value != 0.0) {
        return wrong(Found::ValueOfNobody, Expected::NoValueOfNobody);
    }
    let whole = |n: Option<f64>| n.is_none_or(|n| n.fract() == 0.0);
    if !whole(record.numerator) || !whole(record.denominator) {
        return wrong(Found::BrokenCount, Expected::WholeCounts);
    }
    if matches!(definition.kind, Kind::Share | Kind::Presence)
        && let Some(value) = record.value.filter(|v| *v > 100.0)
    {
        return wrong(Found::Percent(value), Expected::AtMostAll);
    }
    match (record.lower, record.upper, record.value) {
        (None, None, _) => {}
        (Some(l), Some(u), Some(v)) if l <= v && v <= u => {}
        _ => {
            return wrong(Found::LimitsApart, Expected::LimitsAround);
        }
    }
    if record.answer.is_some() && definition.kind != Kind::Presence {
        return wrong(Found::Answer, Expected::NoAnswer);
    }
    Ok(())
}
