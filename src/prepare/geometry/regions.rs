// SPDX-License-Identifier: EUPL-1.2
//! The regions of a file of borders, before they are simplified: each with all its polygons, one
//! that older ones have become as these together.

use super::feature::{Feature, Ring};
use super::topology::{Chain, Loop, Topology, area};
use super::written::nearest;
use std::collections::{BTreeMap, BTreeSet};

/// Places are kept to within a decimetre while borders are compared: what two regions share is
/// written twice, and need not be rounded in the same way.
pub(super) const FINE: f64 = 10.0;

/// Regions by code, their polygons each an outer ring and its holes.
#[derive(Clone, Debug)]
pub(super) struct Regions {
    pub(super) polygons: BTreeMap<String, Vec<Vec<Loop>>>,
    /// Who made the borders.
    pub(super) source: Option<String>,
}

impl Regions {
    /// Features in metres, each with the code of its region.
    pub(super) fn of(codes: Vec<String>, features: &[Feature], source: Option<String>) -> Self {
        let mut of: BTreeMap<String, (usize, Vec<Vec<Loop>>)> = BTreeMap::new();
        for (code, feature) in codes.into_iter().zip(features) {
            let polygons = feature.polygons.iter().map(|rings| {
                let turned = |(nth, ring)| turned(fine(ring), nth == 0);
                rings.iter().enumerate().map(turned).collect()
            });
            let (count, all) = of.entry(code).or_default();
            *count += 1;
            all.extend(polygons);
        }
        let polygons = of.into_iter().map(|(code, (count, polygons))| match count {
            1 => (code, polygons),
            _ => (code, Topology::joined(&polygons)),
        });
        Self { polygons: polygons.collect(), source }
    }

    /// The codes of the regions that share a line with each, in order; a point is none.
    pub(super) fn neighbours(&self) -> BTreeMap<String, Vec<String>> {
        let polygons: Vec<_> = self.polygons.values().cloned().collect();
        let topology = Topology::of(&polygons);
        let all = || self.polygons.keys().zip(&topology.regions);
        let mut beside: BTreeMap<i64, &String> = BTreeMap::new();
        for (code, chains) in all() {
            beside.extend(chains.iter().flatten().flatten().map(|step| (*step, code)));
        }
        let of = |(code, chains): (&String, &Vec<Vec<Chain>>)| {
            let across = chains.iter().flatten().flatten().filter_map(|step| beside.get(&!step));
            let others: BTreeSet<&String> =
                across.copied().filter(|other| *other != code).collect();
            (code.clone(), others.into_iter().cloned().collect())
        };
        all().map(of).collect()
    }
}

fn fine(ring: &Ring) -> Loop {
    let mut spots: Loop = Loop::new();
    for [x, y] in ring {
        let spot = (nearest(x * FINE), nearest(y * FINE));
        if spots.last() != Some(&spot) {
            spots.push(spot);
        }
    }
    if spots.len() > 1 && spots.first() == spots.last() {
        spots.pop();
    }
    spots
}

/// The ring, outer ones one way around and holes the other: what two regions share then runs
/// forwards in one and backwards in the other.
fn turned(mut ring: Loop, is_outer: bool) -> Loop {
    if (area(&ring) > 0.0) != is_outer {
        ring.reverse();
    }
    ring
}
