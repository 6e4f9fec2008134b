// SPDX-License-Identifier: EUPL-1.2
//! Figures of earlier years on the municipal boundaries of the reference year, and sums over
//! groups and years.

use super::boundaries::{Boundaries, Existence};
use super::place::Places;
use crate::indicator::observation::Status;
use crate::indicator::period::Period;
use crate::indicator::region::Kind;
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::Problem;
use crate::prepare::recipe::Groups;
use crate::prepare::record::{Record, Records};
use crate::prepare::sourced::SourcedRecord;
use std::collections::{BTreeMap, BTreeSet};

/// The sourced records of one indicator, by region of any year and period.
pub(super) type Sourced = BTreeMap<(String, Period), SourcedRecord>;

/// Puts the figures of one indicator on the boundaries of the reference year. Counts of
/// municipalities are summed; a figure without counts is carried where the municipality stayed
/// what it was. The country's figure is carried and never computed.
///
/// # Errors
/// Every municipality that did not exist in its year.
pub fn harmonise(
    sourced: &Sourced,
    places: &Places,
    boundaries: &Boundaries,
    groups: Groups,
) -> Result<Records, Vec<Problem>> {
    let mut problems = Vec::new();
    for ((code, period), one) in sourced {
        let municipality = Kind::of(code) == Kind::Municipality;
        // A table may have an empty row for one that was no more.
        if one.record.status == Some(Status::Missing) {
            continue;
        }
        if municipality && boundaries.existed(code, period.start().0) == Existence::Never {
            let found = Found::NotThen(code.clone(), period.code());
            let expected = Expected::ExistingMunicipality;
            problems.push(Problem::cell(&one.file, one.row, "regio", found, expected));
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let origins = boundaries.origins();
    let none = BTreeSet::new();
    let mut records = Records::new();
    for period in sourced.keys().map(|(_, p)| *p).collect::<BTreeSet<Period>>() {
        let local = sourced.keys().any(|(c, p)| *p == period && Kind::of(c) == Kind::Municipality);
        for place in places.iter() {
            let key = (place.code.clone(), period);
            let carried = || sourced.get(&key).map(|one| one.record.clone());
            let origins = |code: &str| origins.get(code).unwrap_or(&none);
            let record = match place.kind() {
                Kind::Country => carried(),
                Kind::Municipality => {
                    let record = sum(origins(&place.code), period, sourced, boundaries);
                    record.map(|record| match boundaries.broken(&place.code, period) {
                        true => Record::without(Status::BorderChange),
                        false => record,
                    })
                }
                Kind::Group if local => {
                    group(place.code.as_str(), period, sourced, places, boundaries, &origins)
                }
                _ if local && groups == Groups::Sum => {
                    group(place.code.as_str(), period, sourced, places, boundaries, &origins)
                }
                _ => carried(),
            };
            if let Some(record) = record {
                records.insert(key, record);
            }
        }
    }
    Ok(records)
}

/// The sum over all municipalities of old that lie in a group.
fn group<'o>(
    code: &str,
    period: Period,
    sourced: &Sourced,
    places: &Places,
    boundaries: &Boundaries,
    origins: &dyn Fn(&str) -> &'o BTreeSet<String>,
) -> Option<Record> {
    let members: BTreeSet<String> = places.members(code).map(|m| m.code.clone()).collect();
    let codes: BTreeSet<String> = members.iter().flat_map(|m| origins(m)).cloned().collect();
    // An older municipality belongs to the group when all that became of it does.
    let astray = codes.iter().any(|code| {
        boundaries.existed(code, period.start().0) != Existence::Never
            && !boundaries.successors(code).is_subset(&members)
    });
    let record = sum(&codes, period, sourced, boundaries)?;
    // What has no counts cannot be summed, and is no figure of the group.
    let counted = record.numerator.is_some() || record.status.is_some();
    counted.then(|| if astray { Record::without(Status::BorderChange) } else { record })
}

/// The sum over older municipalities. `None` where no row speaks of any of them; a lone one is
/// carried with all that is known of it.
fn sum(
    codes: &BTreeSet<String>,
    period: Period,
    sourced: &Sourced,
    boundaries: &Boundaries,
) -> Option<Record> {
    let parts: Vec<Option<&Record>> = codes
        .iter()
        .filter_map(|code| {
            let one = sourced.get(&(code.clone(), period)).map(|one| &one.record);
            match boundaries.existed(code, period.start().0) {
                Existence::Whole => Some(one),
                // Of a part of a year the figures may stand under the successor.
                Existence::Partly => one.filter(|r| r.status != Some(Status::Missing)).map(Some),
                Existence::Never => None,
            }
        })
        .collect();
    match parts.as_slice() {
        [] => return None,
        [Some(lone)] => return Some((*lone).clone()),
        parts if parts.iter().all(Option::is_none) => return None,
        _ => {}
    }
    Some(total(&parts, Status::BorderChange))
}

/// The sum of records; incomplete where one is missing or suppressed, with the reason where it is
/// a change of borders. `uncounted` is the reason where there are figures, but not counts.
fn total(parts: &[Option<&Record>], uncounted: Status) -> Record {
    let counts =
        |of: fn(&Record) -> Option<f64>| parts.iter().map(|part| of((*part)?)).sum::<Option<f64>>();
    let Some(numerator) = counts(|r| r.numerator) else {
        let moved = parts.iter().flatten().any(|r| r.status == Some(Status::BorderChange));
        let figures = parts.iter().all(|p| p.is_some_and(|r| r.status.is_none()));
        return Record::without(match () {
            () if moved => Status::BorderChange,
            () if figures => uncounted,
            () => Status::Incomplete,
        });
    };
    // Of a sum whose denominator is not whole nobody can tell how many are outside it.
    if counts(|r| r.denominator).is_none()
        && parts.iter().flatten().any(|r| r.denominator.is_some())
    {
        return Record::without(Status::Incomplete);
    }
    let provisional = parts.iter().flatten().any(|r| r.status == Some(Status::Provisional));
    Record {
        numerator: Some(numerator),
        denominator: counts(|r| r.denominator),
        status: provisional.then_some(Status::Provisional),
        ..Record::default()
    }
}

/// Adds to each region the sum of `years`: of numerators and of denominators, never of
/// percentages. A region that lacks one of the years gets the reason instead.
pub fn pool(records: &mut Records, years: &[Period], pool: Period) {
    let regions: BTreeSet<String> = records.keys().map(|(code, _)| code.clone()).collect();
    for region in regions {
        let parts: Vec<Option<&Record>> =
            years.iter().map(|y| records.get(&(region.clone(), *y))).collect();
        if parts.iter().all(Option::is_none) || records.contains_key(&(region.clone(), pool)) {
            continue;
        }
        let record = if parts.iter().any(Option::is_none) {
            Record::without(Status::Incomplete)
        } else {
            total(&parts, Status::Incomplete)
        };
        records.insert((region, pool), record);
    }
}
