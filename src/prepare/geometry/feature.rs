// SPDX-License-Identifier: EUPL-1.2
//! A region of a file of borders, whichever way the file is written.

use crate::prepare::message::{self, Aside, Found};

/// Two coordinates as they stand in the file, or in metres.
pub(super) type Position = [f64; 2];

/// A ring whose last position is its first.
pub(super) type Ring = Vec<Position>;

/// One region.
#[derive(Clone, Debug, Default)]
pub(super) struct Feature {
    /// Its place in the file, counted from 1.
    pub(super) number: usize,
    /// What is said of it: names in small letters, and texts. The `id` is one of them.
    pub(super) properties: Vec<(String, String)>,
    /// Its polygons: an outer ring, and its holes.
    pub(super) polygons: Vec<Vec<Ring>>,
}

/// All regions of a file.
#[derive(Clone, Debug, Default)]
pub(super) struct Features {
    /// What the file says about its coordinates.
    pub(super) system: Option<String>,
    pub(super) all: Vec<Feature>,
}

impl Feature {
    /// With the properties of a JSON object.
    pub(super) fn new(number: usize, id: Option<String>) -> Self {
        let properties = id.into_iter().map(|id| ("id".to_string(), id)).collect();
        Self { number, properties, polygons: Vec::new() }
    }

    /// Adds what an object says, texts and whole numbers.
    pub(super) fn say<'v>(
        &mut self,
        object: impl IntoIterator<Item = (&'v String, &'v serde_json::Value)>,
    ) {
        for (name, value) in object {
            let text = match value {
                serde_json::Value::String(text) => text.clone(),
                serde_json::Value::Number(number) => number.to_string(),
                _ => continue,
            };
            self.properties.push((name.to_lowercase(), text));
        }
    }

    /// What stands at a name.
    pub(super) fn property(&self, name: &str) -> Option<&str> {
        self.properties.iter().find(|(n, _)| n == name).map(|(_, text)| text.as_str())
    }

    /// How it is spoken of when something is wrong with it.
    pub(super) fn name(&self) -> message::Feature {
        let said = self.properties.first().map(|(name, text)| format!("{name} {text}"));
        message::Feature::Feature(self.number, Aside(said.unwrap_or_default()))
    }

    pub(super) fn first(&self) -> Option<Position> {
        self.polygons.iter().flatten().flatten().next().copied()
    }

    pub(super) fn positions_mut(&mut self) -> impl Iterator<Item = &mut Position> {
        self.polygons.iter_mut().flatten().flatten()
    }

    /// What keeps it from being a shape, if anything does.
    pub(super) fn broken(&self) -> Option<Found> {
        if self.polygons.is_empty() {
            return Some(Found::NoPolygon);
        }
        let mut rings = self.polygons.iter().flatten();
        if self.polygons.iter().any(Vec::is_empty) || rings.any(|r| r.len() < 4) {
            return Some(Found::FewPoints);
        }
        let mut rings = self.polygons.iter().flatten();
        rings.any(|r| r.first() != r.last()).then_some(Found::OpenBorder)
    }
}
