// SPDX-License-Identifier: EUPL-1.2
//! What was published before, as the table of a recipe says it: of which regions and periods a
//! figure was to be seen. The numbers are those of the recipe's own files.

use crate::indicator::period::Period;
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::Problem;
use crate::prepare::record::{Record, Records};
use crate::prepare::table::Table;
use std::collections::BTreeMap;
use std::path::Path;

const HEADINGS: [&str; 3] = ["indicator", "region", "periods"];

/// Reads the edition that a table tells of.
///
/// # Errors
/// A period that is none, and a figure that the files do not have any more.
pub(super) fn read(
    path: &Path,
    records: &BTreeMap<String, Records>,
) -> Result<BTreeMap<String, Records>, Vec<Problem>> {
    let table = Table::read(path, &HEADINGS)?;
    let mut edition: BTreeMap<String, Records> = BTreeMap::new();
    let mut problems = Vec::new();
    for row in table.rows() {
        let (id, region) = (row.text("indicator"), row.text("region"));
        for text in row.text("periods").split_whitespace() {
            let key = Period::parse(text).map(|period| (region.to_string(), period));
            let record = key.and_then(|key| Some((records.get(id)?.get(&key)?, key)));
            match record.filter(|(record, _)| tells(record)) {
                Some((record, key)) => {
                    edition.entry(id.into()).or_default().insert(key, record.clone());
                }
                None => {
                    let found = Found::Verbatim(format!("{id}, {region}, {text}"));
                    let expected = Expected::FigureOfFiles;
                    problems.push(Problem::cell(
                        &table.file,
                        row.number,
                        "periods",
                        found,
                        expected,
                    ));
                }
            }
        }
    }
    if problems.is_empty() { Ok(edition) } else { Err(problems) }
}

fn tells(record: &Record) -> bool {
    record.numerator.is_some() || record.value.is_some()
}
