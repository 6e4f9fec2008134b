// SPDX-License-Identifier: EUPL-1.2
//! Where the plane lies on the canvas.

use super::shape::Shape;
use crate::chart::canvas::Point;
use crate::data::geometry::{Geometry, Step};
use crate::view::map::{Class, Map, Place};
use crate::view::members::Member;

/// Where the plane lies on the canvas.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) scale: f64,
    pub(super) origin: Point,
    /// The radius of the circle in which a dot says a value, within borders: the same in all
    /// regions, as what it says does not follow from how much land there is.
    pub(super) dot: f64,
}

impl Frame {
    pub(super) fn at(&self, (x, y): Point) -> Point {
        let (from, scale) = (self.origin, self.scale);
        (self.left + (x - from.0) * scale, self.top + (y - from.1) * scale)
    }

    pub(super) fn shape(&self, geometry: &Geometry, place: &Place) -> Shape {
        let is_joined = !geometry.is_tiled && place.shapes.len() > 1;
        let widest = || place.widest().map(|shape| (shape.middle, shape.radius));
        let sign = if is_joined { place.central() } else { widest() };
        let (middle, radius) = sign.unwrap_or((self.origin, 0.0));
        let (middle, radius) = (self.at(middle), radius * self.scale);
        let rings = place.outline(geometry);
        let rings = rings.iter().map(|ring| self.points(ring)).collect();
        let value = if geometry.is_tiled { radius } else { self.dot };
        Shape { rings, middle, radius, value, is_tile: geometry.is_tiled }
    }

    /// A line of the plane.
    pub(super) fn line(&self, geometry: &Geometry, step: Step) -> Vec<Point> {
        geometry.line(step).map(|(line, _)| self.points(line)).unwrap_or_default()
    }

    pub(super) fn points(&self, points: &[Point]) -> Vec<Point> {
        points.iter().map(|point| self.at(*point)).collect()
    }
}

/// A member with its shape on the canvas.
pub(super) struct Drawn<'d> {
    pub(super) member: &'d Member<'d>,
    pub(super) place: &'d Place<'d>,
    pub(super) shape: Shape,
    pub(super) class: Class,
}

/// The extent of points: left, top, right, bottom.
pub(super) fn extent(points: impl Iterator<Item = Point>) -> [f64; 4] {
    let mut extent = [f64::MAX, f64::MAX, f64::MIN, f64::MIN];
    for (x, y) in points {
        let [left, top, right, bottom] = extent;
        extent = [left.min(x), top.min(y), right.max(x), bottom.max(y)];
    }
    if extent[0] > extent[2] { [0.0, 0.0, 1.0, 1.0] } else { extent }
}

/// The mean of the radii of the circles in what is drawn.
pub(super) fn mean_radius(map: &Map) -> f64 {
    let sum: f64 = map.shapes().map(|shape| shape.radius).sum();
    sum / map.shapes().count().max(1) as f64
}

/// That of what is drawn.
pub(super) fn extent_of(map: &Map) -> [f64; 4] {
    let rings = map.shapes().flat_map(|shape| &shape.rings);
    extent(rings.flat_map(|ring| map.geometry.ring(ring)))
}
