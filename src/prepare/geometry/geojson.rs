// SPDX-License-Identifier: EUPL-1.2
//! GeoJSON, also that from before RFC 7946, which may say how its coordinates are meant.

use super::feature::{Feature, Features, Position, Ring};
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::Problem;
use geojson::feature::Id;
use geojson::{FeatureCollection, GeoJson, GeometryValue};
use serde_json::Value;

pub(super) fn read(file: &str, json: Value) -> Result<Features, Problem> {
    let system = json.pointer("/crs/properties/name").and_then(Value::as_str).map(str::to_string);
    let refuse = |found: Found| Problem::file(file, found, Expected::GeoJsonPolygons);
    let collection =
        match serde_json::from_value(json).map_err(|e| refuse(Found::Verbatim(e.to_string())))? {
            GeoJson::FeatureCollection(collection) => collection,
            GeoJson::Feature(feature) => FeatureCollection::new([feature]),
            GeoJson::Geometry(_) => return Err(refuse(Found::NoProperties)),
        };
    let mut all = Vec::new();
    for (nth, given) in collection.features.into_iter().enumerate() {
        let id = given.id.map(|id| match id {
            Id::String(text) => text,
            Id::Number(number) => number.to_string(),
        });
        let mut feature = Feature::new(nth + 1, id);
        feature.say(given.properties.iter().flatten());
        if let Some(geometry) = given.geometry {
            add(geometry.value, &mut feature);
        }
        all.push(feature);
    }
    Ok(Features { system, all })
}

fn add(value: GeometryValue, feature: &mut Feature) {
    let position = |position: &geojson::Position| -> Option<Position> {
        let [x, y, ..] = *position.as_slice() else { return None };
        Some([x, y])
    };
    let ring =
        |ring: Vec<geojson::Position>| -> Ring { ring.iter().filter_map(position).collect() };
    match value {
        GeometryValue::Polygon { coordinates } => {
            feature.polygons.push(coordinates.into_iter().map(ring).collect());
        }
        GeometryValue::MultiPolygon { coordinates } => {
            let polygon = |rings: Vec<_>| rings.into_iter().map(ring).collect();
            feature.polygons.extend(coordinates.into_iter().map(polygon));
        }
        GeometryValue::GeometryCollection { geometries } => {
            for geometry in geometries {
                add(geometry.value, feature);
            }
        }
        // Points and lines have no inside to fill.
        _ => {}
    }
}
