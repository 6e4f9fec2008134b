// SPDX-License-Identifier: EUPL-1.2
//! The regions of an area where they lie.

use super::areas::{Areas, Scope};
use super::dataset::Dataset;
use super::geometry::{Geometry, Shape, Step};
use crate::error::Error;
use crate::indicator::region::{COUNTRY, Kind};

/// The regions of an area on a map.
#[derive(Debug)]
pub struct Map<'a> {
    /// Their shapes.
    pub geometry: &'a Geometry,
    /// Each with its place.
    pub places: Vec<Place<'a>>,
    /// The members, by number, that have no shape: they are named beside the map.
    pub apart: Vec<usize>,
    /// The shapes of other regions, where the members lie spread among them.
    pub around: Vec<&'a Shape>,
    /// The lines between provinces, where several are shown.
    pub provinces: Vec<Step>,
}

/// One member's place.
#[derive(Debug)]
pub struct Place<'a> {
    /// Its number among the members.
    pub member: usize,
    /// Its shapes: its own, or those of the municipalities in it.
    pub shapes: Vec<&'a Shape>,
}

impl<'a> Map<'a> {
    /// Finds where the members lie.
    ///
    /// # Errors
    /// [`Error::DataMalformed`] where nothing is known of that.
    pub fn of(dataset: &'a Dataset, areas: &Areas) -> Result<Self, Error> {
        let geometry = dataset.geometry.as_ref().ok_or_else(|| {
            Error::malformed("geometry.json", "nothing", "where the regions lie")
        })?;
        let shapes = &geometry.shapes;
        let parents: Vec<&[String]> = shapes.iter().map(|s| dataset.parents(&s.code)).collect();
        let (mut places, mut apart) = (Vec::new(), Vec::new());
        for (member, area) in areas.members.iter().enumerate() {
            let code = &area.region.code;
            let mut own: Vec<&Shape> = shapes.iter().filter(|s| s.code == *code).collect();
            if own.is_empty() {
                let inside = shapes.iter().zip(&parents).filter(|(_, p)| p.contains(code));
                own.extend(inside.map(|(shape, _)| shape));
            }
            match own.is_empty() {
                true => apart.push(member),
                false => places.push(Place { member, shapes: own }),
            }
        }
        let around = match &areas.scope {
            Scope::Similar => shapes.iter().filter(|s| Kind::of(&s.code) == areas.kind).collect(),
            Scope::Within(_) => Vec::new(),
        };
        let mut map = Self { geometry, places, apart, around, provinces: Vec::new() };
        let is_country = |scope: &Scope| match scope {
            Scope::Within(area) => area.code == COUNTRY,
            Scope::Similar => true,
        };
        if areas.kind == Kind::Municipality && is_country(&areas.scope) {
            map.provinces = between(shapes, &parents);
        }
        Ok(map)
    }

    /// Every shape that is drawn.
    pub fn shapes(&self) -> impl Iterator<Item = &'a Shape> + '_ {
        self.places.iter().flat_map(|place| &place.shapes).chain(&self.around).copied()
    }
}

/// The lines on whose sides lie different provinces.
fn between<'p>(shapes: &[Shape], parents: &[&'p [String]]) -> Vec<Step> {
    let province = |parents: &&'p [String]| -> Option<&'p str> {
        parents.iter().find(|p| Kind::of(p) == Kind::Province).map(String::as_str)
    };
    let mut sides: Vec<Option<Option<&str>>> = Vec::new();
    let mut between = Vec::new();
    for (shape, parents) in shapes.iter().zip(parents) {
        let own = province(parents);
        for step in shape.rings.iter().flatten() {
            let Ok(line) = usize::try_from(if *step < 0 { !*step } else { *step }) else {
                continue;
            };
            if sides.len() <= line {
                sides.resize(line + 1, None);
            }
            let Some(side) = sides.get_mut(line) else { continue };
            match side {
                Some(other) if *other != own => between.push(*step),
                Some(_) => {}
                None => *side = Some(own),
            }
        }
    }
    between
}

impl Place<'_> {
    /// The lines around it: those that no two of its shapes share.
    pub fn outline(&self) -> Vec<Step> {
        let steps = || self.shapes.iter().flat_map(|shape| &shape.rings).flatten();
        match self.shapes.as_slice() {
            [_] => steps().copied().collect(),
            _ => steps().filter(|step| !steps().any(|other| *other == !**step)).copied().collect(),
        }
    }

    /// The shape that has most room for a sign.
    pub fn widest(&self) -> Option<&Shape> {
        let mut widest: Option<&Shape> = None;
        for shape in &self.shapes {
            if widest.is_none_or(|other| shape.room > other.room) {
                widest = Some(shape);
            }
        }
        widest
    }
}
