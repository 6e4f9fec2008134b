// SPDX-License-Identifier: EUPL-1.2
//! What is published, cell by cell, this edition and those before it.

use super::atom::Key;
use super::finding::Published;
use super::layer::{Layer, Layers};
use super::range::{self, Range, Stated, both, decimals, divides, stated};
use crate::prepare::record::Record;
use std::collections::BTreeMap;

/// What was published of one cell of one indicator.
#[derive(Debug)]
pub(super) struct Statement {
    /// The indicator, by its number among the layers' definitions.
    pub indicator: usize,
    /// The region and period.
    pub key: Key,
    /// The counts.
    pub stated: Stated,
    /// Whether it is known from an earlier edition only.
    pub is_earlier: bool,
}

/// A record with its key, and whether it is known from an earlier edition only.
type Read = (Key, Record, bool);

fn numbers(record: &Record) -> [Option<f64>; 5] {
    [record.value, record.numerator, record.denominator, record.lower, record.upper]
}

/// A record with what an older one says besides; `None` if the newer one revises it.
fn completed(newer: &Record, older: &Record) -> Option<Record> {
    let pairs = numbers(newer).into_iter().zip(numbers(older));
    if pairs.clone().any(|(n, o)| n.zip(o).is_some_and(|(n, o)| n != o)) {
        return None;
    }
    pairs.clone().any(|(n, o)| n.is_none() && o.is_some()).then(|| Record {
        value: newer.value.or(older.value),
        numerator: newer.numerator.or(older.numerator),
        denominator: newer.denominator.or(older.denominator),
        lower: newer.lower.or(older.lower),
        upper: newer.upper.or(older.upper),
        ..Record::default()
    })
}

/// The records of an indicator, and those completed from earlier editions beside them.
fn records(published: &Published<'_>, id: &str) -> (BTreeMap<Key, Record>, BTreeMap<Key, Record>) {
    let now = published.records.get(id).cloned().unwrap_or_default();
    let mut before: BTreeMap<Key, Record> = BTreeMap::new();
    let none = Record::default();
    for edition in published.earlier.iter().rev() {
        for (key, record) in edition.get(id).into_iter().flatten() {
            let newest = before.get(key).or_else(|| now.get(key)).unwrap_or(&none);
            if let Some(record) = completed(newest, record) {
                before.insert(key.clone(), record);
            }
        }
    }
    (now, before)
}

/// How many decimals the values of an indicator are rounded to: as many as it shows, if every
/// value whose denominator is public can then be a whole count; else as many as are written.
fn places(
    layers: &Layers<'_>,
    indicator: usize,
    records: &[Read],
    known: &BTreeMap<(Layer, Key), Range>,
) -> u8 {
    let written = records.iter().filter_map(|(_, r, _)| r.value).map(decimals).max().unwrap_or(0);
    let Some(definition) = layers.definitions.get(indicator) else { return written };
    let layer = layers.denominator(indicator);
    let whole = |(key, record, _): &Read| {
        let denominator = known.get(&(layer, key.clone())).copied();
        let bare = Record { value: record.value, ..Record::default() };
        let is_exact = denominator.is_some_and(|n| n.0 == n.1);
        let of = |places| stated(definition, &bare, denominator, places, None).fraction;
        record.value.is_none() || !is_exact || of(definition.decimals).is_some()
    };
    if written <= definition.decimals && records.iter().all(whole) {
        definition.decimals
    } else {
        written
    }
}

/// All statements about a group of indicators.
pub(super) fn statements(
    published: &Published<'_>,
    layers: &Layers<'_>,
    group: &[usize],
) -> Vec<Statement> {
    let mut all: Vec<(usize, Vec<Read>)> = Vec::new();
    // Counts that are public as such, whichever indicator says them.
    let mut known: BTreeMap<(Layer, Key), Range> = BTreeMap::new();
    for indicator in group {
        let Some(definition) = layers.definitions.get(*indicator) else { continue };
        let base = published.declared.rounded.get(&definition.id).copied();
        let (now, before) = records(published, &definition.id);
        let now = now.into_iter().map(|(key, record)| (key, record, false));
        let before = before.into_iter().map(|(key, record)| (key, record, true));
        let records: Vec<Read> = now.chain(before).collect();
        for (key, record, _) in &records {
            let plain = match divides(definition.kind) {
                true => Record { value: None, ..record.clone() },
                false => record.clone(),
            };
            let counts = stated(definition, &plain, None, 0, base);
            let both_layers = [
                (layers.numerator(*indicator), counts.numerator),
                (layers.denominator(*indicator), counts.denominator),
            ];
            for (layer, range) in both_layers {
                if let Some(range) = range {
                    let slot = known.entry((layer, key.clone())).or_insert(range);
                    *slot = both(Some(*slot), Some(range)).unwrap_or(range);
                }
            }
        }
        all.push((*indicator, records));
    }
    let mut statements = Vec::new();
    for (indicator, records) in all {
        let Some(definition) = layers.definitions.get(indicator) else { continue };
        let base = published.declared.rounded.get(&definition.id).copied();
        let places = places(layers, indicator, &records, &known);
        let layer = layers.denominator(indicator);
        for (key, record, is_earlier) in records {
            let denominator = known.get(&(layer, key.clone())).copied();
            let places = places.max(record.value.map_or(0, range::decimals));
            let stated = stated(definition, &record, denominator, places, base);
            statements.push(Statement { indicator, key, stated, is_earlier });
        }
    }
    statements
}
