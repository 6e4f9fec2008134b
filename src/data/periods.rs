// SPDX-License-Identifier: EUPL-1.2
//! The periods of a file: a dimension, or one of each indicator.

use super::jsonstat::JsonStat;
use crate::error::Error;
use crate::indicator::period::Period;
use crate::limits;

/// The periods of a file with these indicators; where it has one of each, its place among them for
/// each indicator, and else nothing for any.
pub(super) fn of(file: &JsonStat, ids: &[String]) -> Result<(Vec<Period>, Vec<usize>), Error> {
    let (mut periods, mut only) = (Vec::new(), Vec::new());
    let told = &file.extension.periods;
    let Some(dimension) = file.dimension.get("period") else {
        // Only views of many indicators are of such files.
        if !cfg!(feature = "overview") || told.is_empty() {
            return Err(Error::malformed("dimension", "nothing", "period"));
        }
        if told.0.len() > ids.len() {
            let expected = "the ids of the dimension indicator";
            return Err(Error::malformed("extension.periods", "other ids", expected));
        }
        for (at, id) in ids.iter().enumerate() {
            let code = told.near(at, id).map_or("", String::as_str);
            let Some(period) = Period::parse(code) else {
                let expected = "2015, 2010-2015 or 2022-07 of each indicator";
                return Err(Error::malformed("extension.periods", code, expected));
            };
            let known = periods.iter().position(|other| *other == period);
            only.push(known.unwrap_or(periods.len()));
            if known.is_none() {
                periods.push(period);
            }
        }
        // As many as a file could have with a dimension of them.
        let regions = file.dimension.get("region").map_or(0, |d| d.category.index.len());
        if periods.len() * regions * ids.len() > limits::CELLS {
            return Err(Error::malformed("extension.periods", "too many", "fewer"));
        }
        return Ok((periods, only));
    };
    for code in &dimension.category.index {
        match Period::parse(code) {
            // One period has several codes.
            Some(period) if !periods.contains(&period) => periods.push(period),
            _ => {
                let expected = "2015, 2010-2015 or 2022-07, each once";
                return Err(Error::malformed("dimension.period", code, expected));
            }
        }
    }
    Ok((periods, only))
}
