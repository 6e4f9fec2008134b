// SPDX-License-Identifier: EUPL-1.2
//! Figures as their publishers give them, `published.csv`: one row, one figure.

use super::catalogue::Entry;
use super::place::Places;
use super::problem::Problem;
use super::record::{Record, Records};
use super::table::{Row, Table};
use crate::indicator::definition::Kind;
use crate::indicator::observation::{Answer, Status};
use crate::indicator::period::Period;
use std::collections::BTreeMap;
use std::path::Path;

const HEADINGS: [&str; 12] = [
    "indicator",
    "region",
    "period",
    "value",
    "numerator",
    "denominator",
    "lower",
    "upper",
    "answer",
    "status",
    "source",
    "note",
];

/// Reads the figures of a file into the records of each indicator.
///
/// # Errors
/// Every row that is not of an indicator, a region and a period, or contradicts itself.
pub fn read(
    path: &Path,
    catalogue: &[Entry],
    places: &Places,
    into: &mut BTreeMap<String, Records>,
) -> Result<usize, Vec<Problem>> {
    let table = Table::read(path, &HEADINGS)?;
    let mut problems = Vec::new();
    let mut rows = 0;
    for row in table.rows() {
        rows += 1;
        let entry = catalogue.iter().find(|e| e.definition.id == row.text("indicator"));
        let Some(entry) = entry else {
            problems.push(row.problem("indicator", "een indicator van de catalogus"));
            continue;
        };
        match record(row, entry.definition.kind, places) {
            Ok((key, record)) => {
                let records = into.entry(entry.definition.id.clone()).or_default();
                if records.insert(key, record).is_some() {
                    problems.push(row.problem("period", "elk cijfer eenmaal"));
                }
            }
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() { Ok(rows) } else { Err(problems) }
}

fn record(
    row: Row<'_>,
    kind: Kind,
    places: &Places,
) -> Result<((String, Period), Record), Problem> {
    let region = row.text("region");
    if places.get(region).is_none() {
        return Err(row.problem("region", "de code van een regio"));
    }
    let period = Period::parse(row.text("period"))
        .ok_or_else(|| row.problem("period", "2015, 2010-2015 of 2022-07"))?;
    let answer = match row.text("answer") {
        "" => None,
        "yes" => Some(Answer::Yes),
        "preparation" => Some(Answer::Preparation),
        "no" => Some(Answer::No),
        _ => return Err(row.problem("answer", "yes, preparation of no")),
    };
    if answer.is_some() && kind != Kind::Presence {
        return Err(row.problem("answer", "leeg: alleen aanwezigheid kent een antwoord"));
    }
    let status = match row.text("status") {
        "" => None,
        "provisional" => Some(Status::Provisional),
        "missing" => Some(Status::Missing),
        _ => return Err(row.problem("status", "leeg, provisional of missing")),
    };
    let text = |heading| Some(row.text(heading).to_string()).filter(|t| !t.is_empty());
    let record = Record {
        value: row.number("value")?,
        numerator: row.number("numerator")?,
        denominator: row.number("denominator")?,
        lower: row.number("lower")?,
        upper: row.number("upper")?,
        answer,
        status,
        source: text("source"),
        note: text("note"),
    };
    check(row, kind, &record)?;
    Ok(((region.to_string(), period), record))
}

fn check(row: Row<'_>, kind: Kind, record: &Record) -> Result<(), Problem> {
    let negative = |heading: &str, number: Option<f64>| match number {
        Some(n) if n < 0.0 => Err(row.problem(heading, "geen getal onder nul")),
        _ => Ok(()),
    };
    negative("value", record.value)?;
    negative("numerator", record.numerator)?;
    negative("denominator", record.denominator)?;
    if let (Some(x), Some(n)) = (record.numerator, record.denominator)
        && (x > n || n == 0.0)
    {
        return Err(row.problem("numerator", "niet meer dan de noemer"));
    }
    if matches!(kind, Kind::Share | Kind::Presence) && record.value.is_some_and(|v| v > 100.0) {
        return Err(row.problem("value", "ten hoogste 100 procent"));
    }
    match (record.lower, record.upper, record.value) {
        (None, None, _) => {}
        (Some(l), Some(u), Some(v)) if l <= v && v <= u => {}
        _ => return Err(row.problem("lower", "twee grenzen met de waarde ertussen")),
    }
    let any = record.value.is_some() || record.numerator.is_some() || record.answer.is_some();
    if any == (record.status == Some(Status::Missing)) {
        return Err(row.problem("value", "een cijfer, of status missing zonder cijfer"));
    }
    Ok(())
}
