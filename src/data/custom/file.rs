// SPDX-License-Identifier: EUPL-1.2
//! Rows that were checked, in the shape of our files.

use super::cell::written;
use super::definition::Described;
use super::given::{code_of, period_of};
use super::row::{MEASURES, Record, Row};
use super::{Problems, nothing};
use crate::data::cells::{Cells, Members};
use crate::data::jsonstat::{Category, Dimension, Extension, FORMAT, JsonStat, StatusLabels};
use crate::error::Error;
use crate::indicator::disclosure::THRESHOLD;
use crate::limits::CELLS;
use std::collections::HashMap;

/// Rounding to whole numbers brings a value and its counts no farther apart.
const ROUNDING: f64 = 0.5;

/// The rows by region and period, in the order in which each occurs first.
#[derive(Default)]
struct Table {
    regions: Vec<(String, String)>,
    periods: Vec<String>,
    aliases: Vec<(String, String)>,
    records: HashMap<(usize, usize), (usize, Record)>,
}

/// The place of an item in a list, to which it is added if it is new.
fn place<T>(list: &mut Vec<T>, is: impl Fn(&T) -> bool, new: impl FnOnce() -> T) -> usize {
    list.iter().position(is).unwrap_or_else(|| {
        list.push(new());
        list.len() - 1
    })
}

impl Table {
    fn of(rows: &[Row], is_range: bool, problems: &mut Problems) -> Self {
        let mut table = Self::default();
        for (row, nth) in rows.iter().zip(1..) {
            table.add(row, nth, is_range, problems);
        }
        table
    }

    fn add(&mut self, row: &Row, nth: usize, is_range: bool, problems: &mut Problems) {
        let name = row.region.text();
        let region = code_of(&name);
        if region.is_empty() {
            problems.refuse(nth, "region", "", "Utrecht, GM0344");
        }
        let period = match period_of(&row.period.text()) {
            Some(period) => period.code(),
            None => {
                let found = row.period.text();
                problems.refuse(nth, "period", found.clone(), "2015, 2010-2015, 2022-07");
                found
            }
        };
        // Under the name that the rows have for it, too.
        place(&mut self.aliases, |(n, _)| *n == name, || (name.clone(), region.clone()));
        let shown = if row.name == super::Cell::Empty { name } else { row.name.text() };
        let key = [&region, " ", &*period].concat();
        let at = place(&mut self.regions, |(code, _)| *code == region, || (region.clone(), shown));
        let when = place(&mut self.periods, |code| *code == period, || period.clone());
        if self.records.contains_key(&(at, when)) {
            problems.refuse(nth, "region, period", key, "1×");
        }
        let record = Record::read(row, nth, is_range, problems);
        self.records.insert((at, when), (nth, record));
    }

    /// Every record with the number of its row, in the order of the rows.
    fn records(&self) -> Vec<(usize, &Record)> {
        let mut records: Vec<_> =
            self.records.values().map(|(nth, record)| (*nth, record)).collect();
        records.sort_by_key(|(nth, _)| *nth);
        records
    }
}

/// Values that are not per cent, or not what their counts come to.
fn check(records: &[(usize, &Record)], factor: Option<f64>, problems: &mut Problems) {
    let Some(factor) = factor else { return };
    for (nth, record) in records {
        let Some(value) = record.value else { continue };
        let counted = record.numerator.zip(record.denominator).map(|(x, n)| factor * x / n);
        if factor == 100.0 && !(0.0..=100.0).contains(&value) {
            problems.refuse(*nth, "value", written(value), "0 – 100");
        } else if counted.is_some_and(|counted| (value - counted).abs() > ROUNDING) {
            let expected = [&written(factor), " × numerator / denominator"].concat();
            problems.refuse(*nth, "value", written(value), &expected);
        }
    }
}

/// The file of rows that were read so far with these problems.
pub(super) fn of(
    rows: &[Row],
    described: &Described,
    mut problems: Problems,
) -> Result<JsonStat, Vec<Error>> {
    let table = Table::of(rows, described.is_range(), &mut problems);
    let records = table.records();
    let has_counts = records.iter().any(|(_, record)| record.numerator.is_some());
    check(&records, described.factor(has_counts), &mut problems);
    if !problems.0.is_empty() {
        return Err(problems.0);
    }
    let definition = described.definition(has_counts).map_err(|error| vec![error])?;
    let has = |at: &usize| {
        records.iter().any(|(_, record)| record.numbers().get(*at).copied().flatten().is_some())
    };
    let mut measures: Vec<usize> = (0..MEASURES.len()).filter(has).collect();
    if measures.is_empty() {
        measures.push(0);
    }
    let (regions, periods) = (table.regions.len(), table.periods.len());
    if measures.len() * regions * periods > CELLS {
        return Err(nothing());
    }
    let mut values = Vec::new();
    let mut status = Members::default();
    for (nth, measure) in measures.iter().enumerate() {
        for region in 0..regions {
            for period in 0..periods {
                let record = table.records.get(&(region, period)).map(|(_, record)| record);
                if let Some(said) = record.and_then(|record| record.status).filter(|_| nth == 0) {
                    status.0.push((values.len().to_string(), said.word().to_string()));
                }
                let number = record.and_then(|r| r.numbers().get(*measure).copied().flatten());
                values.push(number);
            }
        }
    }
    let codes = table.regions.iter().map(|(code, _)| code.clone()).collect();
    let names = measures.iter().filter_map(|at| MEASURES.get(*at)).map(ToString::to_string);
    let dimension = |index: Vec<String>, label: Vec<(String, String)>| Dimension {
        label: String::new(),
        category: Category { index, label: Members(label) },
    };
    Ok(JsonStat {
        version: "2.0".into(),
        class: "dataset".into(),
        label: definition.name.nl.clone(),
        source: definition.source.publisher.clone(),
        updated: None,
        id: ["indicator", "measure", "region", "period"].map(str::to_string).into(),
        size: vec![1, measures.len(), regions, periods],
        role: Members::default(),
        dimension: Members(vec![
            ("indicator".into(), dimension(vec![definition.id.clone()], Vec::new())),
            ("measure".into(), dimension(names.collect(), Vec::new())),
            ("region".into(), dimension(codes, table.regions)),
            ("period".into(), dimension(table.periods, Vec::new())),
        ]),
        value: Cells::Dense(values),
        status,
        extension: Extension {
            format: FORMAT,
            // Without counts there is nothing to judge.
            threshold: if has_counts || definition.is_count() { THRESHOLD } else { 0.0 },
            definitions: vec![definition],
            periods: Members::default(),
            parents: Members::default(),
            aliases: Members(table.aliases),
            status: StatusLabels::default(),
            origins: Vec::new(),
            #[cfg(feature = "story")]
            spreads: Vec::new(),
        },
    })
}
