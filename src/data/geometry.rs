// SPDX-License-Identifier: EUPL-1.2
//! Where regions lie: the file `geometry.json`, TopoJSON of which its schema says what stands
//! where.

use super::jsonstat::{FORMAT, is_read};
use crate::error::Error;
use crate::json::Value;
use crate::limits;

/// A place in the plane, to the right and downwards.
pub type Point = (f64, f64);

/// A line of a border: its number, and `!number` for the same line backwards.
pub type Step = i32;

/// The shapes of regions, made of lines that neighbours share.
#[derive(Clone, Debug)]
pub struct Geometry {
    /// Whether the shapes are tiles of one size and not the real borders.
    pub is_tiled: bool,
    /// Who made the borders.
    pub source: Option<String>,
    /// The shapes, in the order of the file.
    pub shapes: Vec<Shape>,
    /// The rings of the country, roughly, where the shapes are those of a part of it.
    pub country: Vec<Vec<Step>>,
    lines: Vec<Vec<Point>>,
    /// How many points the borders of the shapes have, one line as often as it is walked.
    points: usize,
}

/// One region's shape.
#[derive(Clone, Debug)]
pub struct Shape {
    /// The region's code.
    pub code: String,
    /// Its outer borders and its holes.
    pub rings: Vec<Vec<Step>>,
    /// The middle of the largest circle in it, and the radius.
    pub middle: Point,
    /// The radius of that circle.
    pub radius: f64,
    /// Its place among the cities that are named on the country's map, from 1; 0 of all others.
    pub city: u32,
}

impl Geometry {
    /// Reads a parsed file.
    ///
    /// # Errors
    /// [`Error::DataVersion`], or [`Error::DataMalformed`] for what is no such file.
    pub fn read(file: &Value) -> Result<Self, Error> {
        let extension = file.get("extension");
        let format = extension.get("format");
        match format.number() {
            Some(found) if is_read(found as u32) => {}
            Some(found) => {
                return Err(Error::DataVersion { found: found as u32, expected: FORMAT });
            }
            None => return Err(format.unexpected("extension.format", "a number")),
        }
        let scale = pair(file.get("transform").get("scale"));
        let scale =
            scale.ok_or_else(|| Error::malformed("transform.scale", "nothing", "two numbers"))?;
        let mut geometry = Self {
            is_tiled: extension.get("kind").text() == Some("tiles"),
            source: extension.get("source").text().map(str::to_string),
            shapes: Vec::new(),
            country: Vec::new(),
            lines: file.get("arcs").items().iter().map(|arc| line(arc, scale)).collect(),
            points: 0,
        };
        let mut tiles = Vec::new();
        let shapes = file.get("objects").get("regions").get("geometries").items();
        if shapes.len() > limits::CATEGORIES {
            return Err(Error::malformed("objects.regions", "too many", "fewer regions"));
        }
        for shape in shapes {
            geometry.add(shape, scale, &mut tiles).ok_or_else(|| {
                shape.get("id").unexpected("objects.regions", "a tile or an area")
            })?;
        }
        let country = file.get("objects").get("country").get("arcs");
        geometry.country = geometry
            .rings(country)
            .ok_or_else(|| country.unexpected("objects.country", "lines that are there"))?;
        if geometry.shapes.is_empty() {
            return Err(Error::malformed("objects.regions", "nothing", "regions"));
        }
        Ok(geometry)
    }

    /// Adds a shape; `None` where something is missing.
    fn add(&mut self, shape: &Value, scale: Point, tiles: &mut Vec<Tile>) -> Option<()> {
        let code = shape.get("id").text()?.to_string();
        if let Some((column, row)) = pair(shape.get("coordinates")) {
            if column.abs().max(row.abs()) > FARTHEST {
                return None;
            }
            let tile = self.tile((column as i32, row as i32), scale, tiles);
            let middle = (column * scale.0, -row * scale.1);
            let rings = vec![tile.sides.to_vec()];
            tiles.push(tile);
            self.shapes.push(Shape { code, rings, middle, radius: scale.1, city: 0 });
            return Some(());
        }
        let rings = self.rings(shape.get("arcs"))?;
        let properties = shape.get("properties");
        let (x, y) = pair(properties.get("middle"))?;
        let radius = properties.get("room").number()? * scale.0;
        let city = properties.get("city").number().unwrap_or_default() as u32;
        self.shapes.push(Shape { code, rings, middle: (x * scale.0, -y * scale.1), radius, city });
        Some(())
    }

    /// The rings of some polygons; `None` where a line is missing.
    fn rings(&mut self, polygons: &Value) -> Option<Vec<Vec<Step>>> {
        let mut rings = Vec::new();
        for ring in polygons.items().iter().flat_map(Value::items) {
            let steps: Vec<Step> =
                ring.items().iter().filter_map(Value::number).map(|n| n as Step).collect();
            if steps.is_empty() {
                return None;
            }
            for step in &steps {
                self.points += self.line(*step)?.0.len();
            }
            if self.points > limits::POINTS {
                return None;
            }
            rings.push(steps);
        }
        Some(rings)
    }

    /// A hexagon around `at`; the sides that it shares with earlier ones are theirs.
    fn tile(&mut self, at: (i32, i32), scale: Point, tiles: &[Tile]) -> Tile {
        let mut sides = [0; 6];
        let corners = CORNERS.iter().zip(CORNERS.iter().cycle().skip(1));
        for ((side, (from, to)), nth) in sides.iter_mut().zip(corners).zip(0..) {
            let (across, up) = BESIDE.get(nth).copied().unwrap_or_default();
            let neighbour = tiles.iter().find(|tile| tile.at == (at.0 + across, at.1 + up));
            *side = match neighbour.and_then(|tile| tile.sides.get((nth + 3) % 6)) {
                Some(theirs) => !theirs,
                None => {
                    let point = |corner: &(i32, i32)| {
                        let x = f64::from(3 * at.0 + corner.0) * scale.0 / 3.0;
                        (x, -f64::from(at.1 + corner.1) * scale.1)
                    };
                    self.lines.push(vec![point(from), point(to)]);
                    self.lines.len() as Step - 1
                }
            };
        }
        Tile { at, sides }
    }

    /// The points of a line, and whether they are to be walked backwards.
    pub fn line(&self, step: Step) -> Option<(&[Point], bool)> {
        let is_backwards = step < 0;
        let number = usize::try_from(if is_backwards { !step } else { step }).ok()?;
        Some((self.lines.get(number)?, is_backwards))
    }

    /// The points of a ring, the first of them once.
    pub fn ring(&self, steps: &[Step]) -> Vec<Point> {
        let mut points = Vec::new();
        for (line, is_backwards) in steps.iter().filter_map(|step| self.line(*step)) {
            // Each line begins where the one before it ends.
            let rest = line.len().saturating_sub(1);
            match is_backwards {
                true => points.extend(line.iter().rev().take(rest)),
                false => points.extend(line.iter().take(rest)),
            }
        }
        points
    }
}

/// No map has a tile farther from where it begins, in columns or rows.
const FARTHEST: f64 = 10_000.0;

/// A tile, and the lines around it.
struct Tile {
    at: (i32, i32),
    sides: [Step; 6],
}

/// The corners of a tile from its middle, in thirds of the way to the next column and in halves
/// of its height; and the middles of the tiles at the side that begins at each of them.
const CORNERS: [(i32, i32); 6] = [(-1, 1), (1, 1), (2, 0), (1, -1), (-1, -1), (-2, 0)];
const BESIDE: [(i32, i32); 6] = [(0, 2), (1, 1), (1, -1), (0, -2), (-1, -1), (-1, 1)];

fn pair(value: &Value) -> Option<Point> {
    match value.items() {
        [x, y] => Some((x.number()?, y.number()?)),
        _ => None,
    }
}

/// A line, which is written as steps: pairs, or, as a page hands them over, all in one list.
fn line(arc: &Value, scale: Point) -> Vec<Point> {
    let mut numbers = Vec::new();
    for item in arc.items() {
        numbers.extend(item.number());
        numbers.extend(item.items().iter().filter_map(Value::number));
    }
    let (mut x, mut y) = (0.0, 0.0);
    let step = |step: &[f64]| {
        if let [across, up] = step {
            x += across;
            y += up;
        }
        (x * scale.0, -y * scale.1)
    };
    numbers.chunks_exact(2).map(step).collect()
}
