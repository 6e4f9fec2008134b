// SPDX-License-Identifier: EUPL-1.2
//! Counts of older divisions put on the chosen one, and sums over groups and years.

use super::births::Counts;
use super::division::{Division, Existence};
use super::place::Places;
use super::problem::Problem;
use super::record::{Record, Records};
use crate::indicator::definition::Definition;
use crate::indicator::observation::Status;
use crate::indicator::period::Period;
use crate::indicator::region::Kind;
use std::collections::BTreeSet;

/// Puts the counts of municipalities on the chosen division and sums them to health regions
/// and provinces. The country's own row is carried; sums of provinces in the source are of
/// another division and are not.
///
/// # Errors
/// Every municipality that was never heard of, or that did not exist in its year.
pub fn rebuild(
    definition: &Definition,
    counts: &Counts,
    places: &Places,
    division: &Division,
    file: &str,
) -> Result<Records, Vec<Problem>> {
    let mut problems = Vec::new();
    for ((code, period), count) in counts {
        if Kind::of(code) != Kind::Municipality {
            continue;
        }
        let expected = if !division.knows(code) {
            "een bekende gemeentecode"
        } else if division.existed(code, period.start().0) == Existence::Never {
            "een gemeente die toen bestond"
        } else {
            continue;
        };
        let found = format!("\"{code}\" in {}", period.code());
        problems.push(Problem::cell(file, count.row, "region", found, expected));
    }
    if !problems.is_empty() {
        return Err(problems);
    }

    let periods: BTreeSet<Period> = counts.keys().map(|(_, p)| *p).collect();
    let origins = division.origins();
    let mut records = Records::new();
    for period in periods {
        let sum = |codes: &BTreeSet<String>| sum(codes, period, counts, division, definition);
        for place in places.iter() {
            let record = match place.kind() {
                Kind::Country => {
                    counts.get(&(place.code.clone(), period)).map(|count| count.record(definition))
                }
                Kind::Municipality if division.broken(&place.code, period) => {
                    Some(Record::without(Status::BorderChange))
                }
                Kind::Municipality => origins.get(&place.code).map(sum),
                _ => {
                    let members: BTreeSet<String> =
                        places.members(&place.code).map(|m| m.code.clone()).collect();
                    let codes: BTreeSet<String> =
                        members.iter().filter_map(|m| origins.get(m)).flatten().cloned().collect();
                    // An older municipality belongs to the group when all that became of it does.
                    let astray = codes.iter().any(|code| {
                        division.existed(code, period.start().0) != Existence::Never
                            && !division.heirs(code).is_subset(&members)
                    });
                    if astray {
                        records.insert(
                            (place.code.clone(), period),
                            Record::without(Status::BorderChange),
                        );
                        continue;
                    }
                    Some(sum(&codes))
                }
            };
            if let Some(record) = record {
                records.insert((place.code.clone(), period), record);
            }
        }
    }
    Ok(records)
}

/// The sum over older municipalities; missing where one that existed has no row.
fn sum(
    codes: &BTreeSet<String>,
    period: Period,
    counts: &Counts,
    division: &Division,
    definition: &Definition,
) -> Record {
    let (mut numerator, mut denominator) = (0.0, 0.0);
    for code in codes {
        match counts.get(&(code.clone(), period)) {
            Some(count) => {
                numerator += count.numerator;
                denominator += count.denominator;
            }
            None if division.existed(code, period.start().0) == Existence::Whole => {
                return Record::without(Status::Missing);
            }
            None => {}
        }
    }
    Record::counted(definition, numerator, denominator)
}

/// Adds to each region the sum of `years`: of numerators and of denominators, never of
/// percentages. A region that lacks one of the years gets the reason instead.
pub fn pool(records: &mut Records, years: &[Period], pool: Period) {
    let regions: BTreeSet<String> = records.keys().map(|(code, _)| code.clone()).collect();
    for region in regions {
        let parts: Vec<Option<&Record>> =
            years.iter().map(|y| records.get(&(region.clone(), *y))).collect();
        if parts.iter().all(Option::is_none) {
            continue;
        }
        let missing = Record::without(Status::Incomplete);
        let lacking = parts
            .iter()
            .map(|part| part.unwrap_or(&missing))
            .filter(|part| part.numerator.is_none())
            .map(|part| part.status.unwrap_or(Status::Incomplete))
            .max_by_key(|status| *status == Status::BorderChange);
        let total = |of: fn(&Record) -> Option<f64>| {
            parts.iter().map(|part| of((*part)?)).sum::<Option<f64>>()
        };
        let record = match lacking {
            Some(Status::BorderChange) => Record::without(Status::BorderChange),
            Some(_) => Record::without(Status::Incomplete),
            None => Record {
                numerator: total(|r| r.numerator),
                denominator: total(|r| r.denominator),
                ..Record::default()
            },
        };
        records.insert((region, pool), record);
    }
}
