// SPDX-License-Identifier: EUPL-1.2
//! Figures that their publisher put on the municipalities of one year, whatever year they are of.

use super::boundaries::Boundaries;
use super::harmonise::{Sourced, harmonise};
use super::place::Places;
use crate::indicator::period::Period;
use crate::prepare::problem::Problem;
use crate::prepare::recipe::Groups;
use crate::prepare::record::Records;
use std::collections::BTreeMap;

/// As [`harmonise`], of records of which some are on the municipalities of another year than
/// their own: those are harmonised as if they were of that year.
///
/// # Errors
/// As [`harmonise`].
pub fn harmonise_divisions(
    sourced: &Sourced,
    places: &Places,
    boundaries: &Boundaries,
    groups: Groups,
) -> Result<Records, Vec<Problem>> {
    // What is said of a period is on the municipalities of one year.
    let mut divisions: BTreeMap<Period, i32> = BTreeMap::new();
    for ((_, period), one) in sourced {
        if let Some(year) = one.division {
            divisions.insert(*period, year);
        }
    }
    let mut own = sourced.clone();
    own.retain(|(_, period), _| !divisions.contains_key(period));
    let mut records = harmonise(&own, places, boundaries, groups)?;
    for (period, year) in divisions {
        let then = Period::years(year, year);
        let of_period = sourced.iter().filter(|((_, of), _)| *of == period);
        let moved: Sourced =
            of_period.map(|((code, _), one)| ((code.clone(), then), one.clone())).collect();
        let harmonised = harmonise(&moved, places, boundaries, groups)?;
        records.extend(harmonised.into_iter().map(|((code, _), record)| ((code, period), record)));
    }
    Ok(records)
}
