// SPDX-License-Identifier: EUPL-1.2
//! How far the members of a comparison set lie apart.

use super::members::{ComparisonSet, Member};
use crate::stats::quantile::quantile;

/// Fewer regions than this have no quartiles.
const LEAST: usize = 5;

/// The spread of the regions that have a number to show.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// How many regions are in it.
    pub count: usize,
    /// The lowest value.
    pub lowest: f64,
    /// A quarter of them lies below this.
    pub lower: f64,
    /// A quarter of them lies above this.
    pub upper: f64,
    /// The highest value.
    pub highest: f64,
}

impl Spread {
    /// The spread of numbers in any order; `None` where there are too few for one.
    ///
    /// ```
    /// use kansrijke_start::view::spread::Spread;
    ///
    /// let spread = Spread::of([9.0, 2.0, 20.0, 4.0, 11.0, 8.0]).unwrap();
    /// assert_eq!((spread.count, spread.lowest, spread.highest), (6, 2.0, 20.0));
    /// assert_eq!((spread.lower, spread.upper), (5.0, 10.5));
    /// assert_eq!(Spread::of([1.0, 2.0, 3.0, 4.0]), None);
    /// ```
    pub fn of(values: impl IntoIterator<Item = f64>) -> Option<Self> {
        let mut ordered: Vec<f64> = Vec::new();
        for value in values {
            let at = ordered.partition_point(|other| *other <= value);
            ordered.insert(at, value);
        }
        if ordered.len() < LEAST {
            return None;
        }
        Some(Self {
            count: ordered.len(),
            lowest: *ordered.first()?,
            lower: quantile(&ordered, 0.25)?,
            upper: quantile(&ordered, 0.75)?,
            highest: *ordered.last()?,
        })
    }
}

impl ComparisonSet<'_> {
    /// The spread of the members' released numbers, of which the region's own may be one.
    pub fn spread(&self) -> Option<Spread> {
        Spread::of(self.members.iter().filter_map(Member::estimate).map(|estimate| estimate.value))
    }
}
