// SPDX-License-Identifier: EUPL-1.2
//! The outlines of regions, with as few places as a screen can show, and yet the shape of each.

use super::cities;
use super::middle::middle;
use super::order::ordered;
use super::regions::{FINE, Regions};
use super::simplify::simplify;
use super::topology::{Chain, Loop, Topology, arc_of, area};
use super::written::{Content, Geometry, Kind, Properties, Shape, Spot, nearest};
use std::collections::BTreeMap;

/// A region's largest part keeps at least so much of its area.
const KEPT: f64 = 0.8;

/// The corners of a country that is smaller than this many pixels, at the longer side, cannot be
/// told apart.
const LOCATOR: f64 = 110.0;

/// For how large a picture an outline is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Detail {
    /// How many pixels the longer side has, at most.
    pub(super) screen: f64,
    /// A bend of less than this area, in pixels, is left out.
    pub(super) bend: f64,
    /// Parts of a region below this area, in pixels, are left out, unless it has no other.
    pub(super) speck: f64,
}

/// The country is some 600 pixels high. A file of half a pixel weighs a third more, and looks the
/// same beside it.
pub(super) const WHOLE: Detail = Detail { screen: 560.0, bend: 6.0, speck: 4.0 };

/// The file, and the regions in it: of one that is smaller than a pixel nothing is left. `country`
/// are rings of the country, which show where the regions lie in it.
pub(super) fn geometry<'r>(
    regions: &'r Regions,
    members: &dyn Fn(&str) -> bool,
    detail: Detail,
    country: &[Loop],
) -> (Geometry, Vec<&'r str>) {
    let chosen: BTreeMap<&str, &Vec<Vec<Loop>>> = regions
        .polygons
        .iter()
        .filter(|(code, _)| members(code))
        .map(|(code, polygons)| (code.as_str(), polygons))
        .collect();
    let spots = || chosen.values().copied().flatten().flatten().flatten();
    let plane = Plane::around(spots, detail);
    let large: Vec<Vec<Vec<Loop>>> =
        chosen.values().map(|polygons| without_specks(polygons, plane.speck)).collect();
    let topology = Topology::of(&large);
    let simple = simplified(&topology, plane.tolerance);
    let arcs: Vec<Vec<Spot>> = simple.iter().map(|arc| plane.coarse(arc)).collect();

    let mut kept = Kept::default();
    let (mut shapes, mut drawn) = (Vec::new(), Vec::new());
    for (code, polygons) in chosen.keys().zip(&topology.regions) {
        if let Some(shape) = shape(code, polygons, &arcs, &mut kept) {
            shapes.push(shape);
            drawn.push(*code);
        }
    }
    let arcs = ordered(&kept.arcs(&arcs), &mut shapes);
    let metres = plane.pixel / FINE;
    let content = Content {
        kind: Kind::Borders,
        source: regions.source.clone(),
        scale: [metres, metres],
        translate: [plane.left as f64 / FINE, plane.bottom as f64 / FINE],
        arcs,
        shapes,
        country: country.iter().map(|ring| plane.coarse(ring)).collect(),
    };
    (Geometry::new(content), drawn)
}

/// The rings of the country, so coarse that they suit a picture of a few centimetres.
pub(super) fn silhouette(regions: &Regions) -> Vec<Loop> {
    let spots = || regions.polygons.values().flatten().flatten().flatten();
    let plane = Plane::around(spots, Detail { screen: LOCATOR, bend: 1.0, speck: 3.0 });
    let all: Vec<Vec<Loop>> = regions.polygons.values().flatten().cloned().collect();
    let rings = Topology::joined(&all).into_iter().flatten();
    let large = rings.filter(|ring| area(ring) / 2.0 >= plane.speck);
    large
        .map(|mut ring| {
            ring.extend(ring.first().copied());
            simplify(&ring, plane.tolerance)
        })
        .collect()
}

/// Where whole units of a file lie.
struct Plane {
    left: i64,
    bottom: i64,
    pixel: f64,
    tolerance: f64,
    speck: f64,
}

impl Plane {
    fn around<'s, I: Iterator<Item = &'s Spot>>(spots: impl Fn() -> I, detail: Detail) -> Self {
        let least = |of: fn(&Spot) -> i64| spots().map(of).min().unwrap_or(0);
        let most = |of: fn(&Spot) -> i64| spots().map(of).max().unwrap_or(0);
        let (left, bottom) = (least(|s| s.0), least(|s| s.1));
        let extent = (most(|s| s.0) - left).max(most(|s| s.1) - bottom).max(1) as f64;
        let pixel = extent / detail.screen;
        let (tolerance, speck) = (detail.bend * pixel * pixel, detail.speck * pixel * pixel);
        Self { left, bottom, pixel, tolerance, speck }
    }

    fn coarse(&self, arc: &[Spot]) -> Vec<Spot> {
        let at = |value: i64, low: i64| nearest((value - low) as f64 / self.pixel);
        let mut spots: Vec<Spot> =
            arc.iter().map(|spot| (at(spot.0, self.left), at(spot.1, self.bottom))).collect();
        spots.dedup();
        spots
    }
}

/// The polygons and holes that can be seen; the largest polygon in any case.
fn without_specks(polygons: &[Vec<Loop>], smallest: f64) -> Vec<Vec<Loop>> {
    let size = |ring: &Loop| area(ring).abs() / 2.0;
    let outer = |polygon: &Vec<Loop>| polygon.first().map_or(0.0, size);
    let largest = polygons.iter().map(outer).fold(0.0, f64::max);
    let seen = polygons.iter().filter(|p| outer(p) >= smallest.min(largest));
    let holes = |(nth, ring): &(usize, &Loop)| *nth == 0 || size(ring) >= smallest;
    seen.map(|p| p.iter().enumerate().filter(holes).map(|(_, r)| r.clone()).collect()).collect()
}

/// The arcs with fewer places: so few that it cannot be seen, and yet so many that every region
/// keeps its shape.
fn simplified(topology: &Topology, tolerance: f64) -> Vec<Vec<Spot>> {
    let mut tolerances = vec![tolerance; topology.arcs.len()];
    let whole: Vec<Option<&Chain>> =
        topology.regions.iter().map(|polygons| largest(polygons, &topology.arcs)).collect();
    loop {
        let arcs: Vec<Vec<Spot>> =
            topology.arcs.iter().zip(&tolerances).map(|(arc, t)| simplify(arc, *t)).collect();
        let mut is_done = true;
        for chain in whole.iter().flatten() {
            let before = area(&Topology::ring(chain, &topology.arcs)).abs();
            let after = area(&Topology::ring(chain, &arcs)).abs();
            if after >= before * KEPT {
                continue;
            }
            for arc in chain.iter().filter_map(|reference| arc_of(*reference)) {
                if let Some(tolerance) = tolerances.get_mut(arc) {
                    // Below a square decimetre nothing is left to give back.
                    is_done &= *tolerance < 1.0;
                    *tolerance /= 4.0;
                }
            }
        }
        if is_done {
            return arcs;
        }
    }
}

/// The outer ring of a region's largest polygon.
fn largest<'t>(polygons: &'t [Vec<Chain>], arcs: &[Vec<Spot>]) -> Option<&'t Chain> {
    let size = |chain: &&Chain| area(&Topology::ring(chain, arcs)).abs();
    let outer = polygons.iter().filter_map(|polygon| polygon.first());
    outer.max_by(|one, other| size(one).total_cmp(&size(other)))
}

/// The arcs that are used, numbered anew.
#[derive(Default)]
struct Kept {
    numbers: BTreeMap<usize, i64>,
}

impl Kept {
    fn number(&mut self, reference: i64) -> Option<i64> {
        let next = i64::try_from(self.numbers.len()).ok()?;
        let number = *self.numbers.entry(arc_of(reference)?).or_insert(next);
        Some(if reference < 0 { !number } else { number })
    }

    fn arcs(&self, arcs: &[Vec<Spot>]) -> Vec<Vec<Spot>> {
        let mut order: Vec<(i64, usize)> = self.numbers.iter().map(|(a, n)| (*n, *a)).collect();
        order.sort_unstable();
        order.into_iter().filter_map(|(_, at)| arcs.get(at).cloned()).collect()
    }
}

/// A region as it is written; `None` where nothing of it is left to see.
fn shape(
    code: &str,
    polygons: &[Vec<Chain>],
    arcs: &[Vec<Spot>],
    kept: &mut Kept,
) -> Option<Shape> {
    let mut chains: Vec<Vec<Chain>> = Vec::new();
    let mut widest: Option<(f64, Vec<Loop>)> = None;
    for polygon in polygons {
        let ring = |chain: &Chain| Topology::ring(chain, arcs);
        let rings: Vec<(&Chain, Loop)> = polygon.iter().map(|c| (c, ring(c))).collect();
        let is_seen = |(_, ring): &&(&Chain, Loop)| ring.len() > 2 && area(ring) != 0.0;
        let Some((_, outer)) = rings.first().filter(is_seen) else { continue };
        let size = area(outer).abs();
        let mut numbered = Vec::new();
        let mut seen = Vec::new();
        for (chain, ring) in rings.iter().filter(is_seen) {
            numbered.push(chain.iter().filter_map(|arc| kept.number(*arc)).collect());
            seen.push(ring.clone());
        }
        chains.push(numbered);
        if widest.as_ref().is_none_or(|(other, _)| size > *other) {
            widest = Some((size, seen));
        }
    }
    let (middle, room) = middle(&widest?.1);
    Some(Shape::MultiPolygon {
        id: code.to_string(),
        arcs: chains,
        properties: Properties { middle, room, city: cities::rank(code) },
    })
}
