// SPDX-License-Identifier: EUPL-1.2
//! A tile for each municipality: maps without a file of borders.

use super::written::{Content, Geometry, Kind, Shape};
use crate::prepare::geography::place::Places;
use crate::prepare::message::Expected;
use crate::prepare::problem::Problem;
use crate::prepare::table::Table;
use std::collections::BTreeMap;

/// The tiles that come with the program.
pub const TILES: &str = include_str!("../../../www/figures/tiles.csv");

/// Columns of hexagons that stand on a side lie so far apart, and rows in them so far from those
/// of the next column, when a tile is 1 high.
const STEPS: [f64; 2] = [0.866_025_403_784_438_6, 0.5];

/// Reads `tiles.csv`; codes that are none of `places` have no tile.
///
/// # Errors
/// A place that is no whole number, a code twice, two tiles on one place.
pub fn parse(text: &[u8], places: &Places) -> Result<Geometry, Vec<Problem>> {
    let table = Table::parse("tiles.csv", text, &["code", "column", "row"])?;
    let mut taken: BTreeMap<(i64, i64), &str> = BTreeMap::new();
    let mut tiles = BTreeMap::new();
    let mut problems = Vec::new();
    let mut lowest = 0;
    for row in table.rows() {
        let code = row.text("code");
        let whole = |heading: &str| row.text(heading).parse::<u16>().map(i64::from);
        let (Ok(column), Ok(down)) = (whole("column"), whole("row")) else {
            problems.push(row.problem("column", Expected::TilePlace));
            continue;
        };
        // In every other column the tiles lie half a tile lower.
        let spot = (column, 2 * down + column % 2);
        if let Some(other) = taken.insert(spot, code) {
            problems.push(row.problem("row", Expected::OtherTile(other.into())));
        }
        if tiles.insert(code, spot).is_some() {
            problems.push(row.problem("code", Expected::CodeOnce));
        }
        lowest = lowest.max(spot.1);
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let known = tiles.into_iter().filter(|(code, _)| places.get(code).is_some());
    let shapes = known.map(|(code, (column, down))| Shape::Point {
        id: code.to_string(),
        coordinates: (column, lowest - down),
    });
    Ok(Geometry::new(Content {
        kind: Kind::Tiles,
        source: None,
        scale: STEPS,
        translate: [0.0, 0.0],
        arcs: Vec::new(),
        shapes: shapes.collect(),
        country: Vec::new(),
    }))
}
