// SPDX-License-Identifier: EUPL-1.2
//! TopoJSON. Its arcs are joined to rings here: what neighbours share is found again later, for
//! every file in the same way.

use super::feature::{Feature, Features, Position, Ring};
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::Problem;
use serde_json::Value;

pub(super) fn read(file: &str, json: &Value) -> Result<Features, Problem> {
    let refuse = |found: Found| Problem::file(file, found, Expected::TopoJsonPolygons);
    let arcs = arcs(json).ok_or_else(|| refuse(Found::WrongArcs))?;
    let mut all = Vec::new();
    let objects = json.get("objects").and_then(Value::as_object);
    for object in objects.into_iter().flat_map(serde_json::Map::values) {
        collect(object, &arcs, &mut all).ok_or_else(|| refuse(Found::MissingArc))?;
    }
    let system = json.pointer("/crs/properties/name").and_then(Value::as_str).map(str::to_string);
    Ok(Features { system, all })
}

fn pair(value: &Value) -> Option<Position> {
    Some([value.get(0)?.as_f64()?, value.get(1)?.as_f64()?])
}

/// The arcs in coordinates: with a `transform` they are written as steps in whole units.
fn arcs(json: &Value) -> Option<Vec<Ring>> {
    let transform = json.get("transform").filter(|t| !t.is_null());
    let mut all = Vec::new();
    for arc in json.get("arcs")?.as_array()? {
        let positions = arc.as_array()?.iter().map(pair).collect::<Option<Ring>>()?;
        let Some(transform) = transform else {
            all.push(positions);
            continue;
        };
        let ([across, up], [left, bottom]) =
            (pair(transform.get("scale")?)?, pair(transform.get("translate")?)?);
        let mut at = [0.0, 0.0];
        let place = positions.into_iter().map(|[x, y]| {
            at = [at[0] + x, at[1] + y];
            [left + at[0] * across, bottom + at[1] * up]
        });
        all.push(place.collect());
    }
    Some(all)
}

/// Adds the features of an object; `None` where an arc is missing.
fn collect(object: &Value, arcs: &[Ring], all: &mut Vec<Feature>) -> Option<()> {
    let kind = object.get("type").and_then(Value::as_str).unwrap_or_default();
    if kind == "GeometryCollection" {
        for member in object.get("geometries")?.as_array()? {
            collect(member, arcs, all)?;
        }
        return Some(());
    }
    let id = object.get("id").and_then(|id| match id {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    });
    let mut feature = Feature::new(all.len() + 1, id);
    feature.say(object.get("properties").and_then(Value::as_object).into_iter().flatten());
    let polygon = |rings: &Value| -> Option<Vec<Ring>> {
        rings.as_array()?.iter().map(|ring| join(ring, arcs)).collect()
    };
    match kind {
        "Polygon" => feature.polygons.push(polygon(object.get("arcs")?)?),
        "MultiPolygon" => {
            for rings in object.get("arcs")?.as_array()? {
                feature.polygons.push(polygon(rings)?);
            }
        }
        _ => {}
    }
    all.push(feature);
    Some(())
}

/// A ring of arcs; a negative number means the arc backwards.
fn join(ring: &Value, arcs: &[Ring]) -> Option<Ring> {
    let mut joined: Ring = Vec::new();
    for reference in ring.as_array()? {
        let reference = reference.as_i64()?;
        let is_backwards = reference < 0;
        let at = usize::try_from(if is_backwards { !reference } else { reference }).ok()?;
        let mut arc = arcs.get(at)?.clone();
        if is_backwards {
            arc.reverse();
        }
        // An arc begins where the one before it ends.
        let skipped = usize::from(!joined.is_empty());
        joined.extend(arc.into_iter().skip(skipped));
    }
    Some(joined)
}
