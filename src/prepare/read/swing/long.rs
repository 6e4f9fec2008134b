// SPDX-License-Identifier: EUPL-1.2
//! Swing's long form: a row for each period, region and indicator, with its value, and a sheet
//! that says what the indicators are.

use super::meaning::Said;
use super::place;
use super::records::Records;
use crate::indicator::definition::Kind;
use crate::prepare::read::sheet::LongRow;
use crate::prepare::workbook::Content;
use std::collections::BTreeMap;

/// The columns of the sheet with figures.
pub(super) const DATA: [&str; 5] = ["PERIODE", "GEBIEDSNIVEAU", "GEBIED", "NAAM", "WAARDE"];

/// What the sheet of metadata says of each indicator, and what sort of number it is; `None` for a
/// sort that is not known.
pub(super) fn indicators(metadata: &Records) -> Vec<(Said, Option<Kind>)> {
    let read = metadata.rows().map(|row| {
        let text = |name: &str| row.text(name);
        let said = Said {
            code: text("Indicator code"),
            name: text("Name"),
            description: text("Description"),
            more: text("More information"),
            decimals: text("RoundOff"),
            source: text("Source"),
            unit: text("Unit"),
            ..Said::default()
        };
        let kind = kind(&text("Data type"), &said.unit);
        (said, kind)
    });
    read.filter(|(said, _)| !said.code.is_empty()).collect()
}

/// The sort of number by its type, or else by its unit.
pub(super) fn kind(data_type: &str, unit: &str) -> Option<Kind> {
    match (data_type.to_lowercase().as_str(), unit.to_lowercase().as_str()) {
        ("percentage" | "percentages" | "perc", _) | ("", "p" | "%" | "procent") => {
            Some(Kind::Share)
        }
        ("mean" | "gemiddelde" | "average", _) | ("", "g") => Some(Kind::Mean),
        ("promillage" | "promille" | "per 1000", _) | ("", "‰") => Some(Kind::Rate),
        ("numeric" | "number" | "absolute" | "aantal" | "count" | "sum", _)
        | ("", "a" | "aantal") => Some(Kind::Count),
        _ => None,
    }
}

/// The rows of known indicators, and the codes of those that are not known.
pub(super) fn rows(
    data: &Records,
    ids: &BTreeMap<String, (String, Kind)>,
) -> (Vec<LongRow>, Vec<String>) {
    let (mut rows, mut unknown) = (Vec::new(), Vec::new());
    let [period, level, item, code, value] = DATA.map(|name| data.column(name).unwrap_or(u32::MAX));
    for row in data.rows() {
        let name = row.at(code);
        let Some((id, kind)) = ids.get(&name.to_lowercase()) else {
            if !name.is_empty() && !unknown.contains(&name) && unknown.len() < 1_000 {
                unknown.push(name);
            }
            continue;
        };
        let region = place::code(&row.at(level), &row.at(item));
        let figure = row.content(value).cloned();
        let is_count = *kind == Kind::Count;
        let (numerator, figure) = if is_count { (figure, None) } else { (None, figure) };
        let text = |text: String| Some(Content::Text(text.into()));
        rows.push(LongRow {
            row: row.at,
            fields: vec![
                text(region),
                row.content(period).cloned(),
                text(id.clone()),
                numerator,
                None,
                figure,
            ],
            from: [item, period, code, value, value, value].map(|at| (row.at, at)).to_vec(),
        });
    }
    (rows, unknown)
}
