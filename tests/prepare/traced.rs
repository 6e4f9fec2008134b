// SPDX-License-Identifier: EUPL-1.2
//! Every number that is shipped, traced to the rows of `www/figures/` that it came from. The
//! tables, the recipe and the changes of municipalities are read here by code of its own.

use super::{shipped, trail};
use std::collections::{BTreeMap, BTreeSet};
use trail::{Cell, Trail, near};

/// The rows behind a number: the file and the row in it, counted from 1.
type Rows = Vec<(String, usize)>;

#[test]
fn every_shipped_number_is_that_of_a_row_or_the_sum_of_rows() {
    let trail = Trail::read(&shipped::sources());
    let (mut traced, mut lost) = (0, Vec::new());
    let mut used: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for id in trail.indicators() {
        let (_, records) = shipped::indicator(&id);
        for ((region, period), record) in &records {
            let numbers = [
                ("value", record.value),
                ("numerator", record.numerator),
                ("denominator", record.denominator),
                ("lower", record.lower),
                ("upper", record.upper),
            ];
            for (measure, number) in numbers {
                let Some(number) = number else { continue };
                let rows: Option<Rows> = trail.rows(&id, region, *period, measure, number);
                match rows.filter(|rows| !rows.is_empty()) {
                    Some(rows) => {
                        traced += 1;
                        rows.into_iter().for_each(|(path, row)| {
                            used.entry(path).or_default().insert(row);
                        });
                    }
                    None => lost.push((id.clone(), region.clone(), period.code(), measure, number)),
                }
            }
        }
    }
    assert!(
        lost.is_empty(),
        "{} of {traced} are lost: {:#?}",
        lost.len(),
        lost.iter().take(20).collect::<Vec<_>>()
    );
    assert!(traced > 30_000, "only {traced} numbers");
    // Each table of figures is behind something that is shown.
    for path in trail.paths() {
        assert!(used.contains_key(path), "nothing came of {path}");
    }
}

/// A number that is not there is noticed, or the test above could not fail.
#[test]
fn a_number_that_no_row_has_is_lost() {
    let trail = Trail::read(&shipped::sources());
    let (_, records) = shipped::indicator("kinderen-onder-5");
    let ((region, period), record) =
        records.iter().find(|((code, _), r)| code == "GG2514" && r.numerator.is_some()).unwrap();
    let number = record.numerator.unwrap();
    let found = |number| trail.rows("kinderen-onder-5", region, *period, "numerator", number);
    assert!(found(number).unwrap().len() > 5, "a sum of the municipalities of a region");
    assert_eq!(found(number + 1.0), None);
}

/// No number stands in two files with two values: an edition has an id of its own.
#[test]
fn no_figure_stands_twice_with_different_numbers() {
    let trail = Trail::read(&shipped::sources());
    let mut seen: BTreeMap<[String; 4], Cell> = BTreeMap::new();
    for cell in trail.cells() {
        let period = cell.period.code();
        let key = [&cell.indicator, &cell.region, &period, cell.measure].map(str::to_string);
        if let Some(other) = seen.get(&key) {
            assert!(near(other.number, cell.number), "{key:?}: {other:?}, {cell:?}");
        }
        seen.insert(key, cell);
    }
    assert!(seen.len() > 20_000, "{}", seen.len());
}

/// Each series names the table that its rows are of.
#[test]
fn every_series_names_its_table() {
    let trail = Trail::read(&shipped::sources());
    let entries = kansrijke_start::prepare::recipe::catalogue::read(
        &shipped::sources().join("catalogue.toml"),
    );
    let entries = entries.unwrap_or_else(|_| panic!("the catalogue"));
    let mut checked = BTreeSet::new();
    for (id, path, table, column, source) in trail.origins() {
        let definition = &entries.iter().find(|e| e.definition.id == id).unwrap().definition;
        let said = definition.source.publication.clone().unwrap_or_default();
        match table {
            Some(table) => {
                for table in table.split(';') {
                    assert!(said.contains(table), "{id}: {table} is not in \"{said}\"");
                }
                assert!(!column.unwrap_or_default().is_empty(), "{id}: no column");
            }
            // A file of one table says which in its first lines; another has an address on each row.
            None => match trail.tables(&path) {
                tables if tables.is_empty() => {
                    // Of a publication that is nowhere to be had its name is known, or a note says
                    // that it is not.
                    let source = source.unwrap_or_default();
                    let is_said = !said.is_empty() || definition.note.is_some();
                    let is_named = source.is_empty() && is_said;
                    let is_linked = source.starts_with("https://");
                    assert!(is_linked || is_named, "{id} in {path}: {source}");
                }
                tables => assert!(
                    tables.iter().any(|table| said.contains(table)),
                    "{id}: none of {tables:?} is in \"{said}\""
                ),
            },
        }
        checked.insert(id);
    }
    assert!(checked.len() > 100, "{}", checked.len());
}

/// A page of any municipality has figures to show, and not only old ones.
#[test]
fn every_municipality_has_eight_local_figures_and_three_of_2022_or_later() {
    let trail = Trail::read(&shipped::sources());
    let mut local: BTreeMap<String, (BTreeSet<String>, BTreeSet<String>)> = BTreeMap::new();
    for id in trail.indicators() {
        for ((region, period), record) in shipped::indicator(&id).1 {
            let says = record.value.or(record.numerator).is_some() || record.answer.is_some();
            if region.starts_with("GM") && says {
                let (all, recent) = local.entry(region).or_default();
                all.insert(id.clone());
                if period.end().0 >= 2022 {
                    recent.insert(id.clone());
                }
            }
        }
    }
    assert_eq!(local.len(), 342);
    let few: Vec<_> = local
        .iter()
        .filter(|(_, (all, recent))| all.len() < 8 || recent.len() < 3)
        .map(|(region, (all, recent))| (region, all.len(), recent))
        .collect();
    assert!(few.is_empty(), "{few:#?}");
}
