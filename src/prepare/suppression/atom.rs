// SPDX-License-Identifier: EUPL-1.2
//! The smallest pieces of place and time that any figure tells apart: every figure is of the sum
//! of some of them, whether or not they have a row of their own.

use crate::indicator::period::Period;
use crate::indicator::region::{COUNTRY, Kind};
use crate::prepare::geography::place::{Place, Places};
use std::collections::{BTreeMap, BTreeSet};

/// An atom: its place in the list of all.
pub type Atom = usize;

/// The months from the first up to the one after the last, counted from year 0.
fn months(period: Period) -> (i32, i32) {
    let ((first, month), (last, until)) = (period.start(), period.end());
    (first * 12 + month - 1, last * 12 + until)
}

/// The atoms of some figures.
#[derive(Clone, Debug, Default)]
pub struct Atoms {
    /// The atoms of a region within a stretch between two boundaries of periods.
    by_place: BTreeMap<(i32, String), Vec<Atom>>,
    /// Where the stretches begin and end.
    boundaries: Vec<i32>,
    /// How many there are.
    pub number: usize,
}

/// The regions that a municipality lies in, itself first.
fn above(place: &Place) -> impl Iterator<Item = &str> {
    let own = [place.code.as_str(), COUNTRY].into_iter();
    own.chain(place.parents.iter().map(String::as_str))
        .chain(place.groups.iter().map(String::as_str))
}

impl Atoms {
    /// Of the figures of these regions and periods. Municipalities that no figure of a stretch
    /// of time tells apart are one atom.
    pub fn of(keys: &BTreeSet<(String, Period)>, places: &Places) -> Self {
        let ends = keys.iter().flat_map(|(_, period)| {
            let (from, until) = months(*period);
            [from, until]
        });
        let boundaries: BTreeSet<i32> = ends.collect();
        let mut atoms = Self { boundaries: boundaries.into_iter().collect(), ..Self::default() };
        let mut rows: BTreeMap<i32, BTreeSet<&str>> = BTreeMap::new();
        for (region, period) in keys {
            for stretch in atoms.stretches(*period) {
                rows.entry(stretch).or_default().insert(region);
            }
        }
        for (stretch, regions) in rows {
            let mut sets: BTreeMap<Vec<&str>, Atom> = BTreeMap::new();
            for place in places.iter().filter(|p| p.kind() == Kind::Municipality) {
                let signature: Vec<&str> = above(place).filter(|c| regions.contains(c)).collect();
                if !signature.is_empty() && !sets.contains_key(&signature) {
                    for region in &signature {
                        let key = (stretch, (*region).to_string());
                        atoms.by_place.entry(key).or_default().push(atoms.number);
                    }
                    sets.insert(signature, atoms.number);
                    atoms.number += 1;
                }
            }
        }
        atoms
    }

    fn stretches(&self, period: Period) -> Vec<i32> {
        let (from, until) = months(period);
        self.boundaries.iter().copied().filter(|b| (from..until).contains(b)).collect()
    }

    /// What a figure is the sum of.
    pub fn sum(&self, region: &str, period: Period) -> Vec<Atom> {
        let stretches = self.stretches(period).into_iter();
        let found = stretches.filter_map(|s| self.by_place.get(&(s, region.to_string())));
        found.flatten().copied().collect()
    }
}
