// SPDX-License-Identifier: EUPL-1.2
//! Borders cut into arcs, so that what two regions share is one thing: simplified once, it stays
//! shared.

use super::written::Spot;
use std::collections::{BTreeMap, HashMap, HashSet};

/// A ring as places, the last of which is not the first again.
pub(super) type Loop = Vec<Spot>;

/// A ring as arcs: `n`, or `!n` for the arc backwards.
pub(super) type Chain = Vec<i64>;

/// Arcs, and the polygons of each region made of them.
#[derive(Debug, Default)]
pub(super) struct Topology {
    /// Each with both its ends; of a ring that meets no other the two are the same.
    pub(super) arcs: Vec<Vec<Spot>>,
    /// By region, polygon and ring.
    pub(super) regions: Vec<Vec<Vec<Chain>>>,
}

impl Topology {
    /// Cuts the borders of regions.
    pub(super) fn of(regions: &[Vec<Vec<Loop>>]) -> Self {
        let junctions = junctions(regions);
        let mut arcs = Arcs::default();
        let chains = regions.iter().map(|polygons| {
            let polygon = |rings: &Vec<Loop>| {
                rings.iter().map(|ring| arcs.chain(ring, &junctions)).collect::<Vec<_>>()
            };
            polygons.iter().map(polygon).collect::<Vec<_>>()
        });
        let regions = chains.collect();
        Self { arcs: arcs.all, regions }
    }

    /// Polygons as one, without the borders that two of them share.
    pub(super) fn joined(polygons: &[Vec<Loop>]) -> Vec<Vec<Loop>> {
        let topology = Self::of(&[polygons.to_vec()]);
        let steps = || topology.regions.iter().flatten().flatten().flatten();
        let all: HashSet<i64> = steps().copied().collect();
        // By where they begin, so that the same borders always come to the same rings.
        let mut lines: BTreeMap<Spot, Vec<Loop>> = BTreeMap::new();
        for step in steps().filter(|step| !all.contains(&!**step)) {
            let Some(arc) = arc_of(*step).and_then(|at| topology.arcs.get(at)) else { continue };
            let mut arc = arc.clone();
            if *step < 0 {
                arc.reverse();
            }
            if let Some(first) = arc.first() {
                lines.entry(*first).or_default().push(arc);
            }
        }
        let (mut joined, mut holes) = (Vec::<Vec<Loop>>::new(), Vec::new());
        while let Some(mut entry) = lines.first_entry() {
            let Some(mut ring) = entry.get_mut().pop() else {
                entry.remove();
                continue;
            };
            while ring.first() != ring.last() {
                let next = ring.last().and_then(|last| lines.get_mut(last)?.pop());
                let Some(next) = next else { break };
                ring.extend(next.into_iter().skip(1));
            }
            ring.pop();
            if area(&ring) > 0.0 { joined.push(vec![ring]) } else { holes.push(ring) }
        }
        for hole in holes {
            let around = |rings: &&mut Vec<Loop>| {
                rings.first().zip(hole.first()).is_some_and(|(ring, spot)| holds(ring, *spot))
            };
            if let Some(rings) = joined.iter_mut().find(around) {
                rings.push(hole);
            }
        }
        joined
    }

    /// The places of a ring, by other arcs than its own where they were simplified.
    pub(super) fn ring(chain: &Chain, arcs: &[Vec<Spot>]) -> Loop {
        let mut ring = Loop::new();
        for reference in chain {
            let arc = arc_of(*reference).and_then(|at| arcs.get(at));
            let arc = arc.map_or(&[][..], Vec::as_slice);
            let ways: Box<dyn Iterator<Item = &Spot>> =
                if *reference < 0 { Box::new(arc.iter().rev()) } else { Box::new(arc.iter()) };
            for spot in ways {
                if ring.last() != Some(spot) {
                    ring.push(*spot);
                }
            }
        }
        if ring.len() > 1 && ring.first() == ring.last() {
            ring.pop();
        }
        ring
    }
}

/// The number of the arc that a reference means.
pub(super) fn arc_of(reference: i64) -> Option<usize> {
    usize::try_from(if reference < 0 { !reference } else { reference }).ok()
}

/// Twice the area of a ring; its sign says which way it runs.
pub(super) fn area(ring: &[Spot]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    let across = |((x0, y0), (x1, y1)): (&Spot, &Spot)| (x0 * y1 - x1 * y0) as f64;
    ring.iter().zip(next).map(across).sum()
}

/// Whether a ring goes around a place.
fn holds(ring: &[Spot], (x, y): Spot) -> bool {
    let next = ring.iter().cycle().skip(1);
    let crossed = ring.iter().zip(next).filter(|((x0, y0), (x1, y1))| {
        let across = (x1 - x0) as f64 * (y - y0) as f64 / (y1 - y0) as f64 + *x0 as f64;
        (*y0 > y) != (*y1 > y) && (x as f64) < across
    });
    crossed.count() % 2 == 1
}

/// The places where borders meet: where not every ring comes from and goes to the same places.
fn junctions(regions: &[Vec<Vec<Loop>>]) -> HashSet<Spot> {
    let mut beside: HashMap<Spot, (Spot, Spot)> = HashMap::new();
    let mut found = HashSet::new();
    for ring in regions.iter().flatten().flatten() {
        let before = ring.iter().cycle().skip(ring.len().saturating_sub(1));
        let after = ring.iter().cycle().skip(1);
        for ((spot, before), after) in ring.iter().zip(before).zip(after) {
            let pair = if before < after { (*before, *after) } else { (*after, *before) };
            if *beside.entry(*spot).or_insert(pair) != pair {
                found.insert(*spot);
            }
        }
    }
    found
}

#[derive(Default)]
struct Arcs {
    all: Vec<Vec<Spot>>,
    numbers: HashMap<Vec<Spot>, i64>,
}

impl Arcs {
    fn chain(&mut self, ring: &Loop, junctions: &HashSet<Spot>) -> Chain {
        let start = ring.iter().position(|spot| junctions.contains(spot));
        // A ring that meets no other begins at its smallest place, whoever's it is.
        let smallest = || ring.iter().enumerate().min_by_key(|(_, spot)| **spot);
        let Some(from) = start.or_else(|| smallest().map(|(at, _)| at)) else {
            return Chain::new();
        };
        let mut chain = Chain::new();
        let mut arc = Vec::new();
        for spot in ring.iter().cycle().skip(from).take(ring.len() + 1) {
            arc.push(*spot);
            if arc.len() > 1 && junctions.contains(spot) {
                chain.push(self.number(std::mem::replace(&mut arc, vec![*spot])));
            }
        }
        if start.is_none() {
            chain.push(self.number(arc));
        }
        chain
    }

    /// The reference to an arc, which may be there already, either way.
    fn number(&mut self, arc: Vec<Spot>) -> i64 {
        let mut backwards = arc.clone();
        backwards.reverse();
        let is_backwards = backwards < arc;
        let key = if is_backwards { backwards } else { arc };
        let all = &mut self.all;
        let next = i64::try_from(all.len()).unwrap_or(i64::MAX);
        let number = *self.numbers.entry(key).or_insert_with_key(|arc| {
            all.push(arc.clone());
            next
        });
        if is_backwards { !number } else { number }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two squares side by side, one around the clock and one against it, and an island.
    fn regions() -> Vec<Vec<Vec<Loop>>> {
        let left = vec![(0, 0), (0, 2), (2, 2), (2, 1), (2, 0)];
        let right = vec![(2, 0), (2, 1), (2, 2), (4, 2), (4, 0)];
        let island = vec![(9, 9), (8, 8), (8, 9)];
        vec![vec![vec![left]], vec![vec![right], vec![island]]]
    }

    #[test]
    fn what_is_shared_is_one_arc() {
        let topology = Topology::of(&regions());
        assert_eq!(topology.arcs.len(), 4);
        assert!(topology.arcs.contains(&vec![(2, 0), (2, 1), (2, 2)]));
        let used: Vec<usize> = (0..4)
            .map(|arc| {
                let all = topology.regions.iter().flatten().flatten().flatten();
                all.filter(|r| arc_of(**r) == Some(arc)).count()
            })
            .collect();
        assert_eq!(used.iter().sum::<usize>(), 5, "{used:?}");
    }

    #[test]
    fn rings_come_back_with_their_places_and_way() {
        let regions = regions();
        let topology = Topology::of(&regions);
        for (chains, rings) in topology.regions.iter().flatten().zip(regions.iter().flatten()) {
            for (chain, ring) in chains.iter().zip(rings) {
                let back = Topology::ring(chain, &topology.arcs);
                assert_eq!(back.len(), ring.len());
                assert_eq!(area(&back), area(ring));
            }
        }
    }

    #[test]
    fn joined_polygons_keep_their_outer_border_alone() {
        let mut all: Vec<Vec<Loop>> = regions().into_iter().flatten().collect();
        for ring in all.iter_mut().flatten().filter(|ring| area(ring) < 0.0) {
            ring.reverse();
        }
        let joined = Topology::joined(&all);
        assert_eq!(joined.len(), 2, "{joined:?}");
        let rings: Vec<usize> = joined.iter().map(Vec::len).collect();
        assert_eq!(rings, [1, 1]);
        assert!(joined.iter().flatten().any(|ring| ring.len() == 6 && area(ring) == 16.0));
        // What lies around something else keeps its hole.
        let hole = vec![(3, 3), (3, 5), (5, 5), (5, 3)];
        let right = vec![(9, 0), (12, 0), (12, 9), (9, 9)];
        let left = vec![vec![(0, 0), (9, 0), (9, 9), (0, 9)], hole.clone()];
        let joined = Topology::joined(&[left, vec![right]]);
        assert_eq!((joined.len(), joined.first().map(Vec::len)), (1, Some(2)), "{joined:?}");
    }

    #[test]
    fn a_hole_and_what_fills_it_share_their_border() {
        let hole = vec![(3, 3), (3, 5), (5, 5), (5, 3)];
        let filling = vec![(5, 5), (3, 5), (3, 3), (5, 3)];
        let around = vec![(0, 0), (9, 0), (9, 9), (0, 9)];
        let topology = Topology::of(&[vec![vec![around, hole]], vec![vec![filling]]]);
        assert_eq!(topology.arcs.len(), 2);
    }
}
