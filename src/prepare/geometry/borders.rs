// SPDX-License-Identifier: EUPL-1.2
//! Borders from a file: read, matched, put in one plane, simplified to the size of a screen.

use super::feature::{Feature, Features};
use super::outline::{WHOLE, geometry};
use super::regions::Regions;
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

/// The borders that come with the program.
const SHIPPED: &[u8] = include_bytes!("../../../www/figures/borders.json");

/// Borders are held in memory at once: the largest file that is tried.
const MOST_BYTES: u64 = 512 << 20;

/// Borders, and what a person should know of them.
#[derive(Debug)]
pub struct Borders {
    /// The regions, before they are simplified.
    pub(super) regions: Regions,
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

/// The borders that come with the program, of the regions among `places`.
pub(super) fn shipped(gazetteer: &Gazetteer, places: &Places) -> Result<Regions, Vec<Problem>> {
    let (file, json) = ("borders.json", json("borders.json", SHIPPED)?);
    let source = json.pointer("/extension/source").and_then(|text| text.as_str());
    let source = source.map(str::to_string);
    match regions(file, json, source.clone(), gazetteer, places) {
        Ok((regions, _)) => Ok(regions),
        // A recipe may have places of its own, which these borders are not about.
        Err(problems) if problems.iter().all(|p| matches!(*p.found, Found::NoKnownRegion(..))) => {
            Ok(Regions { polygons: BTreeMap::new(), source })
        }
        Err(problems) => Err(problems),
    }
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
    let (regions, others) = regions(file, json(file, bytes)?, source, gazetteer, places)?;
    let (_, drawn) = geometry(&regions, &|_| true, WHOLE, &[]);
    let absent = places.iter().filter(|p| p.kind() == RegionKind::Municipality);
    let absent: Vec<&str> =
        absent.filter(|p| !drawn.contains(&p.code.as_str())).map(|p| p.name.as_str()).collect();
    let mut warnings = Vec::new();
    if others > 0 {
        warnings.push(Warning::AreasSkipped(file.into(), others));
    }
    if !absent.is_empty() {
        warnings.push(Warning::NoBorders(file.into(), few(&absent)));
    }
    Ok(Borders { regions, warnings })
}

fn json(file: &str, bytes: &[u8]) -> Result<serde_json::Value, Vec<Problem>> {
    serde_json::from_slice(bytes)
        .map_err(|e| vec![Problem::file(file, library::json(e), Expected::Borders)])
}

/// The regions of a file, and how many of its shapes are none.
fn regions(
    file: &str,
    json: serde_json::Value,
    source: Option<String>,
    gazetteer: &Gazetteer,
    places: &Places,
) -> Result<(Regions, usize), Vec<Problem>> {
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
        return Err(vec![Problem::file(file, found, Expected::CodeProperty)]);
    }
    check(file, &features)?;
    plane::project(file, system.as_deref(), &mut features).map_err(|problem| vec![problem])?;
    let others = count - features.len();
    Ok((Regions::of(codes, &features, source), others))
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
