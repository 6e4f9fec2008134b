// SPDX-License-Identifier: EUPL-1.2
//! One record of a file, through disclosure control.

use crate::data::dataset::Dataset;
use crate::error::Error;
use crate::indicator::disclosure;
use crate::indicator::finding::{Absence, Finding, Outcome};

/// What may be said of an indicator, a region and a period, by their places in the file; `None`
/// for a period that the file has not. A record below the threshold is withheld, and reported in
/// `refused`.
///
/// # Errors
/// Counts that contradict each other.
pub(super) fn finding(
    dataset: &Dataset,
    indicator: usize,
    region: usize,
    period: usize,
    refused: &mut Vec<Error>,
) -> Result<Option<Finding>, Error> {
    let Some(at) = dataset.periods.get(period).copied() else {
        return Ok(None);
    };
    let definition = dataset.definitions.get(indicator);
    let record = definition.zip(dataset.observation(indicator, region, period));
    let outcome = match record {
        None => Outcome::Absent(Absence::Missing),
        Some((definition, record)) => {
            match disclosure::release(definition, &record, dataset.threshold) {
                Ok(finding) => finding.outcome,
                Err(error @ Error::Undisclosed { .. }) => {
                    refused.push(error);
                    Outcome::Withheld
                }
                Err(error) => return Err(error),
            }
        }
    };
    Ok(Some(Finding { period: at, outcome }))
}
