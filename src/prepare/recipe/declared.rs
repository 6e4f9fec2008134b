// SPDX-License-Identifier: EUPL-1.2
//! What adds up between indicators, as the catalogue and the recipe declare it, and how the
//! publisher changed the counts before anyone adds them up.

use crate::prepare::library;
use crate::prepare::message::Expected;
use crate::prepare::problem::Problem;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// A count that other indicators divide by.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Denominator {
    /// The indicator that is the count.
    pub count: String,
    /// The indicators that divide by it.
    pub of: Vec<String>,
}

/// Two indicators of which one counts who the other does not.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Complement {
    /// The one.
    pub one: String,
    /// The other.
    pub other: String,
}

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
    pub complements: Vec<Complement>,
    /// Sums.
    pub sums: Vec<Sum>,
    /// Subsets.
    pub subsets: Vec<Subset>,
    /// The base to which the counts of an indicator are rounded: 5, 10 or 100.
    pub rounded: BTreeMap<String, f64>,
    /// The indicators whose totals hold persons of no municipality that is in the data.
    pub residual: BTreeSet<String>,
}

/// The tables of a catalogue that tell what adds up.
#[derive(Deserialize)]
struct Tables {
    #[serde(default)]
    denominator: Vec<Denominator>,
    #[serde(default)]
    #[serde(rename = "mirror")]
    complement: Vec<Complement>,
    #[serde(default)]
    sum: Vec<Sum>,
    #[serde(default)]
    subset: Vec<Subset>,
}

/// The names of the tables of a catalogue that tell what adds up.
pub const TABLES: [&str; 4] = ["denominator", "mirror", "sum", "subset"];

impl Declared {
    /// What a catalogue declares.
    ///
    /// # Errors
    /// A table that is not whole or has a key that means nothing.
    pub fn parse(file: &str, text: &str) -> Result<Self, Vec<Problem>> {
        let tables: Tables = toml::from_str(text)
            .map_err(|e| vec![library::toml(file, text, &e, Expected::Declaration)])?;
        let Tables { denominator, complement, sum, subset } = tables;
        Ok(Self {
            denominators: denominator,
            complements: complement,
            sums: sum,
            subsets: subset,
            ..Self::default()
        })
    }

    /// Adds what a recipe declares, each thing once.
    pub fn extend(&mut self, other: Self) {
        fn add<T: PartialEq>(to: &mut Vec<T>, from: Vec<T>) {
            for one in from {
                if !to.contains(&one) {
                    to.push(one);
                }
            }
        }
        add(&mut self.denominators, other.denominators);
        add(&mut self.complements, other.complements);
        add(&mut self.sums, other.sums);
        add(&mut self.subsets, other.subsets);
        self.rounded.extend(other.rounded);
        self.residual.extend(other.residual);
    }

    /// Every indicator that is named.
    pub fn ids(&self) -> BTreeSet<&String> {
        let denominators = self.denominators.iter().flat_map(|d| d.of.iter().chain([&d.count]));
        let complements = self.complements.iter().flat_map(|m| [&m.one, &m.other]);
        let sums = self.sums.iter().flat_map(|s| s.parts.iter().chain(&s.total));
        let subsets = self.subsets.iter().flat_map(|s| [&s.whole, &s.part]);
        denominators.chain(complements).chain(sums).chain(subsets).collect()
    }
}
