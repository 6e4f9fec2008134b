// SPDX-License-Identifier: EUPL-1.2
//! Indicators that a recipe makes of others and of counts.

use serde::Deserialize;

/// An indicator whose numerator is another indicator, a number of persons, and whose denominator
/// is a count of another file. Whatever is suppressed of the one is suppressed of the other.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rate {
    /// The indicator that is made.
    pub indicator: String,
    /// The indicator that it counts.
    pub numerator: String,
    /// The count that it divides by.
    pub denominator: String,
    /// Whether the count is of 1 January, and a year is divided by the mean of its own and the
    /// next one's.
    #[serde(default)]
    pub mean: bool,
}
