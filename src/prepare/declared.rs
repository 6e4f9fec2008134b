// SPDX-License-Identifier: EUPL-1.2
//! What adds up between indicators, as the catalogue and the recipe declare it, and how the
//! publisher changed the counts before anyone adds them up.

use super::recipe::{Denominator, Mirror};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// Indicators whose numerators are the sum of the others' in every region and period.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sum {
    /// The indicator that is the sum; where it is left out, the parts are the classes of one
    /// answer, and their numerators add up to the denominator that they share.
    #[serde(default)]
    pub total: Option<String>,
    /// The indicators that are summed.
    pub parts: Vec<String>,
}

/// An indicator whose numerator counts some of the persons in another's: what is left of the
/// whole is a count of persons, too.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subset {
    /// The indicator that counts all of them.
    pub whole: String,
    /// The indicator that counts some.
    pub part: String,
}

/// Everything of this kind.
#[derive(Clone, Debug, Default)]
pub struct Declared {
    /// Counts that others divide by.
    pub denominators: Vec<Denominator>,
    /// Complements.
    pub mirrors: Vec<Mirror>,
    /// Sums.
    pub sums: Vec<Sum>,
    /// Subsets.
    pub subsets: Vec<Subset>,
    /// The base to which the counts of an indicator are rounded: 5 or 10.
    pub rounded: BTreeMap<String, f64>,
    /// The indicators whose totals hold persons of no municipality that is in the data.
    pub residual: BTreeSet<String>,
}
