// SPDX-License-Identifier: EUPL-1.2
//! Degrees and the national grid: one plane in metres (Rijksdriehoeksstelsel, EPSG:28992).

use super::feature::{Feature, Position};
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::Problem;

/// How a file writes places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum System {
    Degrees,
    Metres,
}

/// The Netherlands with their part of the North Sea, in degrees east and north.
const DEGREES: [(f64, f64); 2] = [(2.0, 8.0), (50.0, 56.5)];
/// The same in metres of the grid.
const METRES: [(f64, f64); 2] = [(-150_000.0, 350_000.0), (250_000.0, 950_000.0)];

/// Amersfoort, the origin: in degrees north and east, in metres of the grid.
const ORIGIN: (f64, f64) = (52.155_174_40, 5.387_206_21);
const FALSE_ORIGIN: (f64, f64) = (155_000.0, 463_000.0);

/// Powers of the difference in latitude and longitude, and their coefficient. Schreutelkamp and
/// Strang van Hees, "Benaderingsformules voor de transformatie tussen RD- en
/// WGS84-kaartcoördinaten", Geodesia 43 (2001); right to within a metre.
const EAST: [(i32, i32, f64); 9] = [
    (0, 1, 190_094.945),
    (1, 1, -11_832.228),
    (2, 1, -114.221),
    (0, 3, -32.391),
    (1, 0, -0.705),
    (3, 1, -2.340),
    (1, 3, -0.608),
    (0, 2, -0.008),
    (2, 3, 0.148),
];
const NORTH: [(i32, i32, f64); 10] = [
    (1, 0, 309_056.544),
    (0, 2, 3_638.893),
    (2, 0, 73.077),
    (1, 2, -157.984),
    (3, 0, 59.788),
    (0, 1, 0.433),
    (2, 2, -6.439),
    (1, 1, -0.032),
    (0, 4, 0.092),
    (1, 4, -0.054),
];

/// Degrees east and north to metres of the grid.
pub(super) fn metres([east, north]: Position) -> Position {
    // The formulas count in units of 10,000 seconds.
    let (phi, lambda) = ((north - ORIGIN.0) * 0.36, (east - ORIGIN.1) * 0.36);
    let sum = |terms: &[(i32, i32, f64)]| -> f64 {
        terms.iter().map(|(p, q, factor)| factor * phi.powi(*p) * lambda.powi(*q)).sum()
    };
    [FALSE_ORIGIN.0 + sum(&EAST), FALSE_ORIGIN.1 + sum(&NORTH)]
}

fn lies([x, y]: Position, [across, up]: [(f64, f64); 2]) -> bool {
    (across.0..=across.1).contains(&x) && (up.0..=up.1).contains(&y)
}

/// Puts every place in metres of the grid.
///
/// # Errors
/// Places that are neither, or not in the Netherlands.
pub(super) fn project(
    file: &str,
    named: Option<&str>,
    features: &mut [Feature],
) -> Result<(), Problem> {
    let refuse = |found: Found| Err(Problem::file(file, found, Expected::DutchCoordinates));
    let said = match named {
        Some(name) if name.contains("28992") => Some(System::Metres),
        Some(name) if name.contains("4326") || name.contains("CRS84") || name.contains("4258") => {
            Some(System::Degrees)
        }
        Some(name) => return refuse(Found::CoordinatesIn(name.into())),
        None => None,
    };
    let Some(first) = features.iter().find_map(Feature::first) else {
        return refuse(Found::NoCoordinates);
    };
    let system = said.unwrap_or(match lies(first, DEGREES) {
        true => System::Degrees,
        false => System::Metres,
    });
    let bounds = if system == System::Degrees { DEGREES } else { METRES };
    for feature in features {
        let name = feature.name();
        for position in feature.positions_mut() {
            let [x, y] = *position;
            if !lies(*position, bounds) {
                let (at_x, at_y) = (x.to_string(), y.to_string());
                let found = match lies([y, x], DEGREES) {
                    true => Found::SwappedAt(at_x, at_y),
                    false => Found::OutsideAt(at_x, at_y),
                };
                return refuse(Found::InFeature(name, Box::new(found)));
            }
            if system == System::Degrees {
                *position = metres(*position);
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing, reason = "a test that fails should stop")]

    use super::*;

    #[test]
    fn known_towers_lie_where_they_stand() {
        // Degrees north and east, and metres of the grid: Amersfoort (Onze-Lieve-Vrouwetoren),
        // Amsterdam (Westertoren), Groningen (Martinitoren).
        for (north, east, x, y) in [
            (52.155_174_40, 5.387_206_21, 155_000.0, 463_000.0),
            (52.374_532_53, 4.883_525_59, 120_700.723, 487_525.501),
            (53.219_383_17, 6.568_200_53, 233_883.131, 582_065.167),
        ] {
            let found = metres([east, north]);
            let far = (found[0] - x).hypot(found[1] - y);
            assert!(far < 1.0, "{found:?} lies {far} m from {x}, {y}");
        }
    }
}
