// SPDX-License-Identifier: EUPL-1.2
//! The file: TopoJSON, in which neighbours share their border, so that nothing gapes between them.

use crate::data::jsonstat::FORMAT;
use serde::Serialize;

/// The JSON Schema of the file, written beside it.
pub const SCHEMA: &str = include_str!("geometry.schema.json");

/// A place in whole units of the file, upwards and to the right.
pub(super) type Spot = (i64, i64);

/// The whole unit nearest to a measure; what is beyond all of them is the last one.
pub(super) fn nearest(measure: f64) -> i64 {
    // The one conversion of a fraction that the language has, and it ends at the last number.
    measure.round() as i64
}

/// Where regions lie.
#[derive(Clone, Debug)]
pub struct Geometry(Form);

#[derive(Clone, Debug)]
enum Form {
    Made(Box<Topology>),
    /// A file that stands already, byte by byte.
    Kept(Vec<u8>),
}

#[derive(Clone, Debug, Serialize)]
struct Topology {
    r#type: &'static str,
    transform: Transform,
    arcs: Vec<Vec<Spot>>,
    objects: Objects,
    extension: Extension,
}

#[derive(Clone, Debug, Serialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Clone, Debug, Serialize)]
struct Objects {
    regions: Collection,
    /// The country around an area that is drawn alone, roughly.
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<Country>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(tag = "type", rename = "MultiPolygon")]
struct Country {
    arcs: Vec<Vec<Vec<i64>>>,
}

#[derive(Clone, Debug, Serialize)]
struct Collection {
    r#type: &'static str,
    geometries: Vec<Shape>,
}

/// What TopoJSON has no place for.
#[derive(Clone, Debug, Serialize)]
struct Extension {
    format: u32,
    kind: Kind,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
}

/// What the shapes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Kind {
    /// Hexagons of one size, as high as the distance of their middles.
    Tiles,
    /// Real borders.
    Borders,
}

/// One region.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "type")]
pub(super) enum Shape {
    /// The middle of its tile.
    Point { id: String, coordinates: Spot },
    /// Its polygons, each a list of rings, each a list of arcs.
    MultiPolygon { id: String, arcs: Vec<Vec<Vec<i64>>>, properties: Properties },
}

/// Where there is most room in a region for a sign.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Properties {
    /// The middle of the largest circle that fits in it.
    pub(super) middle: Spot,
    /// Its radius.
    pub(super) room: i64,
    /// Its place among the cities that are named on the country's map, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) city: Option<usize>,
}

/// What a file is made of, in whole units.
pub(super) struct Content {
    pub(super) kind: Kind,
    pub(super) source: Option<String>,
    /// Metres, or heights of a tile, to a unit.
    pub(super) scale: [f64; 2],
    /// Where the units begin.
    pub(super) translate: [f64; 2],
    pub(super) arcs: Vec<Vec<Spot>>,
    pub(super) shapes: Vec<Shape>,
    /// The rings of the country.
    pub(super) country: Vec<Vec<Spot>>,
}

impl Geometry {
    /// As an earlier file has them.
    pub fn kept(file: Vec<u8>) -> Self {
        Self(Form::Kept(file))
    }

    /// The bytes of the file.
    ///
    /// # Errors
    /// None that occurs: what is written here is always JSON.
    pub fn bytes(&self) -> serde_json::Result<Vec<u8>> {
        match &self.0 {
            Form::Made(topology) => serde_json::to_vec(topology),
            Form::Kept(file) => Ok(file.clone()),
        }
    }

    pub(super) fn new(content: Content) -> Self {
        let Content { kind, source, scale, translate, arcs, shapes, country } = content;
        let first = i64::try_from(arcs.len()).unwrap_or(i64::MAX);
        let rings = country.iter().zip(first..).map(|(_, arc)| vec![vec![arc]]).collect();
        let has_country = !country.is_empty();
        let arcs = arcs.iter().chain(&country).map(|arc| {
            let mut last = (0, 0);
            arc.iter()
                .map(|spot| {
                    let step = (spot.0 - last.0, spot.1 - last.1);
                    last = *spot;
                    step
                })
                .collect()
        });
        Self(Form::Made(Box::new(Topology {
            r#type: "Topology",
            transform: Transform { scale, translate },
            arcs: arcs.collect(),
            objects: Objects {
                regions: Collection { r#type: "GeometryCollection", geometries: shapes },
                country: has_country.then_some(Country { arcs: rings }),
            },
            extension: Extension { format: FORMAT, kind, source },
        })))
    }
}
