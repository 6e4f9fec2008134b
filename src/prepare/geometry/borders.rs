// SPDX-License-Identifier: EUPL-1.2
//! Borders from a file: read, matched, put in one plane, simplified to the size of a screen.

use super::feature::{Feature, Features, Ring};
use super::outline::{FINE, geometry};
use super::topology::{Loop, area};
use super::written::{Geometry, nearest};
use super::{geojson, matching, plane, topojson};
use crate::indicator::region::Kind as RegionKind;
use crate::prepare::folder::file;
use crate::prepare::geography::gazetteer::Gazetteer;
use crate::prepare::geography::place::Places;
use crate::prepare::library;
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::{MOST_PROBLEMS, Problem};
use crate::prepare::table::name_of;
use crate::prepare::warning::{Few, Warning};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Borders are held in memory at once: the largest file that is tried.
const MOST_BYTES: u64 = 512 << 20;

/// Borders, and what a person should know of them.
#[derive(Debug)]
pub struct Borders {
    /// The file to write.
    pub geometry: Geometry,
    /// Municipalities without borders, shapes that are no region.
    pub warnings: Vec<Warning>,
}

/// Reads GeoJSON or TopoJSON. `source` says who made the borders.
///
/// # Errors
/// As [`parse`]; a file that cannot be opened, or has more than half a gigabyte.
pub fn read(
    path: &Path,
    source: Option<String>,
    gazetteer: &Gazetteer,
    places: &Places,
) -> Result<Borders, Vec<Problem>> {
    let file = name_of(path);
    let one = |found: Found, expected: Expected| vec![Problem::file(&file, found, expected)];
    let unreadable = |e: std::io::Error| one(library::io(&e), Expected::ReadableFile);
    let bytes = std::fs::metadata(path).map_err(unreadable)?.len();
    if bytes > MOST_BYTES {
        return Err(one(Found::Megabytes(bytes >> 20), Expected::SmallBorders));
    }
    parse(&file, &file::read(path).map_err(unreadable)?, source, gazetteer, places)
}

/// Reads GeoJSON or TopoJSON that is in memory; `file` is its name in messages.
///
/// # Errors
/// What is neither, shapes that are broken, coordinates of another sort, no region that is known.
pub fn parse(
    file: &str,
    bytes: &[u8],
    source: Option<String>,
    gazetteer: &Gazetteer,
    places: &Places,
) -> Result<Borders, Vec<Problem>> {
    let one = |found: Found, expected: Expected| vec![Problem::file(file, found, expected)];
    let json: serde_json::Value =
        serde_json::from_slice(bytes).map_err(|e| one(library::json(e), Expected::Borders))?;
    let Features { system, all } = match json.get("type").and_then(|t| t.as_str()) {
        Some("Topology") => topojson::read(file, &json),
        _ => geojson::read(file, json),
    }
    .map_err(|problem| vec![problem])?;

    let names: BTreeSet<&str> =
        all.iter().flat_map(|f| &f.properties).map(|(name, _)| name.as_str()).collect();
    let names = names.into_iter().collect::<Vec<_>>().join(", ");
    let (count, mut features, mut codes) = (all.len(), Vec::new(), Vec::new());
    for feature in all {
        if let Some(code) = matching::code(&feature, gazetteer, places) {
            codes.push(code);
            features.push(feature);
        }
    }
    if features.is_empty() {
        let found = Found::NoKnownRegion(count, names);
        return Err(one(found, Expected::CodeProperty));
    }
    check(file, &features)?;
    plane::project(file, system.as_deref(), &mut features).map_err(|problem| vec![problem])?;

    let mut regions: BTreeMap<&str, Vec<Vec<Loop>>> = BTreeMap::new();
    for (code, feature) in codes.iter().zip(&features) {
        let polygons = feature.polygons.iter().map(|rings| {
            let turned = |(nth, ring)| turned(fine(ring), nth == 0);
            rings.iter().enumerate().map(turned).collect()
        });
        regions.entry(code).or_default().extend(polygons);
    }
    let (geometry, drawn) = geometry(&regions, source);
    let absent = places.iter().filter(|p| p.kind() == RegionKind::Municipality);
    let absent: Vec<&str> =
        absent.filter(|p| !drawn.contains(&p.code.as_str())).map(|p| p.name.as_str()).collect();
    let mut warnings = Vec::new();
    if count > features.len() {
        let others = count - features.len();
        warnings.push(Warning::AreasSkipped(file.into(), others));
    }
    if !absent.is_empty() {
        warnings.push(Warning::NoBorders(file.into(), few(&absent)));
    }
    Ok(Borders { geometry, warnings })
}

/// All names, or how many there are and the first few.
fn few(names: &[&str]) -> Few {
    const FEW: usize = 5;
    let first = match names.split_at_checked(FEW) {
        Some((first, rest)) if rest.len() > 1 => first,
        _ => names,
    };
    Few { all: names.len(), first: first.iter().map(ToString::to_string).collect() }
}

fn check(file: &str, features: &[Feature]) -> Result<(), Vec<Problem>> {
    let problem = |feature: &Feature| {
        let found = Found::InFeature(feature.name(), Box::new(feature.broken()?));
        Some(Problem::file(file, found, Expected::ClosedPolygon))
    };
    let problems: Vec<Problem> = features.iter().filter_map(problem).take(MOST_PROBLEMS).collect();
    if problems.is_empty() { Ok(()) } else { Err(problems) }
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
