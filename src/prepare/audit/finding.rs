// SPDX-License-Identifier: EUPL-1.2
//! What is audited, and what the audit answers.

use crate::indicator::definition::Definition;
use crate::indicator::period::Period;
use crate::prepare::geography::place::Places;
use crate::prepare::recipe::declared::Declared;
use crate::prepare::record::Records;
use std::collections::BTreeMap;

/// All that an attacker knows: the records as they would be written, and what adds up.
#[derive(Clone, Copy, Debug)]
pub struct Published<'a> {
    /// The indicators.
    pub definitions: &'a [&'a Definition],
    /// The records as they would be written. Whatever number a record carries is public,
    /// whatever its status says; a suppressed record carries none.
    pub records: &'a BTreeMap<String, Records>,
    /// The places, which say which municipalities lie in what.
    pub places: &'a Places,
    /// Denominators, complements, sums, subsets, rounding, persons of no municipality.
    pub declared: &'a Declared,
    /// What was published before, the oldest edition first.
    pub earlier: &'a [BTreeMap<String, Records>],
    /// The disclosure threshold, in persons.
    pub threshold: f64,
}

/// Which persons of a region and period.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// Those in the numerator; of a mean those that it is the mean of.
    Numerator,
    /// Those in the denominator and not in the numerator.
    Complement,
    /// Those in the numerator and not in that of this indicator, which counts some of them.
    Rest(String),
}

/// A number of persons that may be below the threshold and is bounded too closely.
#[derive(Clone, Debug, PartialEq)]
pub struct Narrow {
    /// The indicator.
    pub indicator: String,
    /// The region. Municipalities that no row tells apart and that are no region of their own
    /// stand together, joined by `+`.
    pub region: String,
    /// The period: of a record, or the shortest that the rows tell apart.
    pub period: Period,
    /// Which persons.
    pub what: What,
    /// The least that was found possible.
    pub least: f64,
    /// The most that was found possible. What lies between need not all be possible.
    pub most: f64,
    /// The records that say something about the same persons, or about others that stand in one
    /// sum with them: indicator, region and period.
    pub near: Vec<(String, (String, Period))>,
}

/// Published figures that no table of counts explains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// The indicators that take part, by id.
    pub indicators: Vec<String>,
    /// The published cells that cannot all be true, by region and period.
    pub cells: Vec<(String, Period)>,
}

/// What an audit found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Audit {
    /// What is bounded too closely, or could not be shown not to be.
    pub narrow: Vec<Narrow>,
    /// What is published and cannot be. About the unknowns around it nothing was proved: a
    /// publication with a contradiction has not passed, even where `narrow` is empty.
    pub contradictions: Vec<Contradiction>,
}

impl Audit {
    /// Whether the publication passed.
    pub fn passed(&self) -> bool {
        self.narrow.is_empty() && self.contradictions.is_empty()
    }
}
