// SPDX-License-Identifier: EUPL-1.2
//! A first recipe for a workbook: which of its sheets are tables, what stands across them, and
//! what the name of the file says of the indicator.

use super::draft::{Draft, one_line, quoted};
use super::hint::Hint;
use crate::prepare::cell::number::{Decimal, trim};
use crate::prepare::cell::when;
use crate::prepare::geography::gazetteer::{Found, Gazetteer};
use crate::prepare::recipe::catalogue::Entry;
use crate::prepare::workbook::Sheet;
use std::collections::{BTreeMap, BTreeSet};

/// The categories of R's tables of yes and no, in capitals.
const FLAGS: [&str; 2] = ["FALSE", "TRUE"];

/// A column of a sheet with its heading.
#[derive(Clone, Debug)]
struct Column {
    heading: String,
    cells: Vec<String>,
}

/// A sheet as texts: the headings, and below each what stands there.
#[derive(Clone, Debug)]
pub(super) struct Grid {
    name: String,
    columns: Vec<Column>,
    rows: usize,
}

impl Grid {
    /// Of the first rows of a sheet; `None` where there is no table in it.
    pub(super) fn of(sheet: &Sheet) -> Option<Self> {
        const ROWS: usize = 5_000;
        let mut rows: BTreeMap<u32, BTreeMap<u32, String>> = BTreeMap::new();
        for ((row, column), content) in &sheet.cells {
            if rows.len() > ROWS {
                break;
            }
            let text = trim(&content.text(Decimal::Point)).to_string();
            rows.entry(*row).or_default().insert(*column, text);
        }
        let heads = rows.iter().find(|(_, cells)| cells.len() > 1).map(|(row, _)| *row)?;
        let below = rows.split_off(&heads.checked_add(1)?);
        let heads = rows.remove(&heads)?;
        let places: BTreeSet<u32> =
            heads.keys().chain(below.values().flat_map(BTreeMap::keys)).copied().collect();
        let columns = places.into_iter().map(|at| Column {
            heading: heads.get(&at).cloned().unwrap_or_default(),
            cells: below
                .values()
                .map(|cells| cells.get(&at).cloned().unwrap_or_default())
                .collect(),
        });
        let columns: Vec<Column> = columns.collect();
        let rows = below.len();
        (rows > 0).then(|| Self { name: sheet.name.name.clone(), columns, rows })
    }

    /// Its headings and rows, as a table of text has them.
    pub(super) fn table(&self) -> (Vec<String>, Vec<csv::StringRecord>) {
        let row = |nth: usize| {
            self.columns.iter().map(|c| c.cells.get(nth).map_or("", String::as_str)).collect()
        };
        (
            self.columns.iter().map(|column| column.heading.clone()).collect(),
            (0..self.rows).map(row).collect(),
        )
    }

    fn is_flag(text: &str) -> bool {
        FLAGS.iter().any(|flag| flag.eq_ignore_ascii_case(text))
    }

    /// Whether years stand across its columns.
    pub(super) fn has_years(&self) -> bool {
        self.columns.iter().filter(|c| when::read(&c.heading).is_some()).count() > 1
    }

    /// Whether yes and no stand across its columns.
    pub(super) fn has_flags(&self) -> bool {
        FLAGS.iter().all(|flag| self.columns.iter().any(|c| c.heading.eq_ignore_ascii_case(flag)))
    }

    /// The columns that say what a row is of: no figures, and no numbers of rows.
    fn keys(&self) -> impl Iterator<Item = &Column> {
        self.columns.iter().filter(|column| {
            let is_figure = when::read(&column.heading).is_some()
                || Self::is_flag(&column.heading)
                || column.heading.eq_ignore_ascii_case("NA");
            !is_figure && !column.heading.is_empty() && !column.cells.iter().all(String::is_empty)
        })
    }

    /// The column in which yes and no stand.
    fn category(&self) -> Option<&Column> {
        let mut keys = self.keys();
        keys.find(|c| FLAGS.iter().all(|f| c.cells.iter().any(|text| text.eq_ignore_ascii_case(f))))
    }

    /// The column of regions.
    fn region(&self, gazetteer: &Gazetteer<'_>) -> Option<&Column> {
        self.keys().find(|column| {
            let filled = || column.cells.iter().filter(|text| !text.is_empty());
            let known = filled().filter(|text| gazetteer.find(text, None) != Found::Unknown);
            let is_named =
                ["gem", "regio"].iter().any(|n| column.heading.to_lowercase().starts_with(n));
            let known = known.count();
            known > 0 && (is_named || known * 10 >= filled().count() * 7)
        })
    }
}

/// The indicator that the name of a file of the monitor means: `KS2025_indicator_15_BIG2.xlsx`.
pub(super) fn monitor<'c>(file: &str, catalogue: &'c [Entry]) -> Option<&'c Entry> {
    let name = file.to_lowercase();
    let (_, rest) = name.split_once("indicator")?;
    let digits: String =
        rest.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    let has = |words: &[&str]| words.iter().any(|word| rest.contains(word));
    // The definition of the monitor of 2025 first, and else the one before it.
    let ids: &[&str] = match digits.as_str() {
        "9" => &["late-begeleiding"],
        "10" => &["schulden-een-ouder", "schulden-ouders"],
        "11" => &["psychische-problemen-een-ouder", "psychische-problemen-ouders"],
        "14" => &["kwetsbare-situatie-24-weken", "kwetsbare-situatie-zwangerschap"],
        "15" if has(&["big2", "big_2"]) => &["big2"],
        "15" if has(&["vroeg", "preterm", "prematu"]) => {
            &["vroeggeboorte-24-weken", "vroeggeboorte"]
        }
        "15" if has(&["sga", "gewicht", "small"]) => &["laag-geboortegewicht"],
        _ => &[],
    };
    ids.iter().find_map(|id| catalogue.iter().find(|entry| entry.definition.id == *id))
}

/// The years over which the monitor of 2025 counts municipalities; of psychological problems
/// those of 2024 are not complete.
fn pooled(file: &str) -> &'static str {
    let is_psychological = file.to_lowercase().contains("indicator_11");
    if is_psychological { "2019-2023" } else { "2020-2024" }
}

/// Puts a sheet into a recipe. Whether there is an indicator for it; `None` for one that is left
/// to its reader.
pub(super) fn propose(
    draft: &mut Draft,
    file: &str,
    grid: &Grid,
    indicator: Option<&Entry>,
    gazetteer: &Gazetteer<'_>,
) -> Option<bool> {
    let region = grid.region(gazetteer);
    let category = grid.category();
    let (years, flags) = (grid.has_years(), grid.has_flags());
    let known = [region, category].into_iter().flatten().map(|column| column.heading.as_str());
    let known: Vec<&str> = known.collect();
    // A sheet that divides persons further, by income or education, is no figure of all of them.
    let others = grid.keys().filter(|column| !known.contains(&column.heading.as_str()));
    let is_divided = others.into_iter().any(|column| {
        let different: BTreeSet<&String> = column.cells.iter().collect();
        different.len() < column.cells.len()
    });
    let is_turned = years || (flags && region.is_some());
    if is_divided || !is_turned {
        return None;
    }
    draft.line("");
    draft.line("[[file]]");
    draft.line(format!("path = {}", quoted(file)));
    draft.line(format!("sheet = {}", quoted(&grid.name)));
    match region {
        Some(column) => {
            draft.line(format!("region = {}", quoted(&column.heading)));
            let year = column.heading.to_lowercase();
            let year = year.strip_prefix("gem").filter(|y| y.len() == 4);
            if let Some(year) = year.and_then(|year| year.parse::<i32>().ok()) {
                draft.remarked(format!("division = {year}"), &Hint::DivisionOfColumn);
            }
        }
        None => draft.remarked("region_is = \"NL01\"", &Hint::NoRegionColumn),
    }
    let has_year = grid.name.split(|c: char| !c.is_ascii_digit()).any(|d| d.len() == 4);
    match (years, has_year) {
        (true, _) => draft.line("period = \"columns\""),
        (false, true) => draft.remarked("period = \"sheet\"", &Hint::YearOfSheet),
        (false, false) => {
            let line = format!("period_is = \"{}\"", pooled(file));
            draft.task(line, &Hint::Pooled);
        }
    }
    if flags || category.is_some() {
        match category.filter(|_| !flags) {
            Some(column) => draft.line(format!("category = {}", quoted(&column.heading))),
            None => draft.line("category = \"columns\""),
        }
        draft.remarked("numerator_is = \"TRUE\"", &Hint::Numerator);
    }
    draft.line("");
    draft.line("[[file.series]]");
    match indicator {
        Some(entry) => {
            let line = format!("indicator = {}", quoted(&entry.definition.id));
            draft.remarked(line, &Hint::IndicatorOfFileName);
        }
        None => draft.task("indicator = \"KIES-EEN-ID\"", &Hint::ChooseId),
    }
    if !flags && category.is_none() {
        draft.task("value = \"columns\"", &Hint::WholeNumbers);
    }
    Some(indicator.is_some())
}

/// Notes the sheets that are not in a recipe.
pub(super) fn leave_out(draft: &mut Draft, names: &[String]) {
    if !names.is_empty() {
        draft.line("");
        draft.remark(&Hint::OtherSheets(one_line(&names.join(", "))));
    }
}
