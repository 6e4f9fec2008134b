// SPDX-License-Identifier: EUPL-1.2
//! A value with its confidence interval, and the checks that every statistic shares.

use crate::error::Error;

/// A point estimate with the limits of its confidence interval, all in the same unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The point estimate.
    pub value: f64,
    /// The lower limit: never above `value`.
    pub lower: f64,
    /// The upper limit: never below `value`.
    pub upper: f64,
}

/// Refuses a number that is not finite or is negative.
pub(super) fn count(name: &'static str, found: f64) -> Result<f64, Error> {
    if found.is_finite() && found >= 0.0 {
        Ok(found)
    } else {
        Err(Error::Argument { name, found, allowed: "a finite number of 0 or more" })
    }
}

/// Refuses a number that is not finite or is not above zero.
pub(super) fn positive(name: &'static str, found: f64) -> Result<f64, Error> {
    if found.is_finite() && found > 0.0 {
        Ok(found)
    } else {
        Err(Error::Argument { name, found, allowed: "a finite number above 0" })
    }
}

/// Refuses a confidence outside (0, 1).
pub(super) fn confidence(found: f64) -> Result<f64, Error> {
    if found > 0.0 && found < 1.0 {
        Ok(found)
    } else {
        Err(Error::Argument {
            name: "confidence",
            found,
            allowed: "a number between 0 and 1, such as 0.95",
        })
    }
}
