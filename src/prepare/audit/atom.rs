// SPDX-License-Identifier: EUPL-1.2
//! The smallest groups of persons that rows tell apart: classes of municipalities in the
//! shortest stretches of time.

use crate::indicator::period::Period;
use crate::indicator::region::{COUNTRY, Kind};
use crate::prepare::geography::place::Places;
use std::collections::{BTreeMap, BTreeSet};

/// A region and a period.
pub(super) type Key = (String, Period);

/// Municipalities that no row tells apart in a stretch of time.
#[derive(Debug)]
pub(super) struct Atom {
    /// The municipalities, joined by `+`; or the region, if they are all of one.
    pub region: String,
    /// The stretch of time.
    pub period: Period,
    /// Whether it holds persons of no municipality: those that totals have beyond their parts.
    pub is_residual: bool,
}

/// The atoms of a group of indicators.
#[derive(Debug, Default)]
pub(super) struct Atoms {
    /// All of them.
    pub all: Vec<Atom>,
    cells: BTreeMap<Key, Vec<usize>>,
}

/// The first month of a period and the first after it.
fn months(period: Period) -> (i32, i32) {
    let (year, month) = period.start();
    let first = year * 12 + month - 1;
    (first, first + period.months())
}

/// A period of these months.
fn stretch(first: i32, next: i32) -> Option<Period> {
    let month = |at: i32| {
        let (year, month) = (at.div_euclid(12), at.rem_euclid(12) + 1);
        Period::parse(&format!("{year:04}-{month:02}"))
    };
    Some(month(first)?.to(month(next - 1)?))
}

/// The regions that a municipality is part of, itself included; or somebody of no municipality.
struct Home<'a> {
    name: String,
    regions: BTreeSet<&'a str>,
    is_residual: bool,
}

fn homes(places: &Places) -> Vec<Home<'_>> {
    let mut homes = Vec::new();
    let mut residual: BTreeSet<BTreeSet<&str>> = BTreeSet::new();
    let mut peopled: BTreeSet<&str> = BTreeSet::new();
    for place in places.iter().filter(|p| p.kind() == Kind::Municipality) {
        let above = place.parents.iter().chain(&place.groups).map(String::as_str);
        let mut regions: BTreeSet<&str> = above.collect();
        regions.insert(COUNTRY);
        peopled.extend(&regions);
        // It may be known of them in which of its regions they are, and in which not.
        let parents: Vec<&str> = place.parents.iter().map(String::as_str).collect();
        for some in 0..1_usize << parents.len().min(4) {
            let chosen = parents.iter().enumerate().filter(|(i, _)| some >> i & 1 == 1);
            residual.insert(chosen.map(|(_, p)| *p).chain([COUNTRY]).collect());
        }
        residual.extend(place.groups.iter().map(|g| BTreeSet::from([g.as_str(), COUNTRY])));
        regions.insert(&place.code);
        homes.push(Home { name: place.code.clone(), regions, is_residual: false });
    }
    // A region of which the table knows no municipality stands for itself.
    for place in places.iter().filter(|p| p.kind() != Kind::Municipality) {
        if !peopled.contains(place.code.as_str()) {
            let regions = BTreeSet::from([place.code.as_str()]);
            homes.push(Home { name: place.code.clone(), regions, is_residual: false });
        }
    }
    homes.extend(residual.into_iter().map(|regions| Home {
        name: String::new(),
        regions,
        is_residual: true,
    }));
    homes
}

impl Atoms {
    /// The atoms that the cells `keys` tell apart.
    pub(super) fn of(places: &Places, keys: &BTreeSet<Key>, has_residual: bool) -> Self {
        let mut homes = homes(places);
        homes.retain(|home| has_residual || !home.is_residual);
        let mut bounds: BTreeSet<i32> = BTreeSet::new();
        for (_, period) in keys {
            let (first, next) = months(*period);
            bounds.extend([first, next]);
        }
        let bounds: Vec<i32> = bounds.into_iter().collect();
        let mut atoms = Self::default();
        for pair in bounds.windows(2) {
            let [first, next] = pair else { continue };
            let Some(period) = stretch(*first, *next) else { continue };
            let covering: Vec<&Key> = keys.iter().filter(|k| k.1.contains(period)).collect();
            let stated: BTreeSet<&str> = covering.iter().map(|k| k.0.as_str()).collect();
            let mut classes: BTreeMap<BTreeSet<&str>, usize> = BTreeMap::new();
            for home in &homes {
                let seen: BTreeSet<&str> = home.regions.intersection(&stated).copied().collect();
                if seen.is_empty() {
                    continue;
                }
                if let Some(atom) = classes.get(&seen).and_then(|at| atoms.all.get_mut(*at)) {
                    // Persons of no municipality that nothing tells from those of one are theirs.
                    if !home.is_residual {
                        atom.region.push('+');
                        atom.region.push_str(&home.name);
                    }
                    continue;
                }
                classes.insert(seen, atoms.all.len());
                let (region, is_residual) = (home.name.clone(), home.is_residual);
                atoms.all.push(Atom { region, period, is_residual });
            }
            let mut by_region: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
            for (seen, at) in classes {
                for region in seen {
                    by_region.entry(region).or_default().push(at);
                }
            }
            for (region, inside) in &by_region {
                // A class that is all of a region has its name.
                if let [at] = inside.as_slice()
                    && let Some(atom) = atoms.all.get_mut(*at).filter(|a| a.region.contains('+'))
                {
                    atom.region = (*region).to_string();
                }
            }
            for key in covering {
                let inside = by_region.get(key.0.as_str()).into_iter().flatten();
                atoms.cells.entry(key.clone()).or_default().extend(inside);
            }
        }
        atoms
    }

    /// The atoms that make up a cell.
    pub(super) fn of_cell(&self, key: &Key) -> &[usize] {
        self.cells.get(key).map_or(&[], Vec::as_slice)
    }
}
