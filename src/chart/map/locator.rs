// SPDX-License-Identifier: EUPL-1.2
//! Where an area lies that is drawn alone: a small country, the area in it filled.

use super::frame::{Frame, extent};
use crate::chart::canvas::rect::Rect;
use crate::chart::canvas::role::Role;
use crate::chart::canvas::{Canvas, Point};
use crate::view::map::{Map, Place};

/// How high the country is beside the map, and in a corner of it.
const HEIGHTS: [f64; 2] = [120.0, 70.0];

/// Between it and what is above or beside it.
const GAP: f64 = 24.0;

/// Draws it in the room `beside` the map, or else in a corner of the map's `outer` where nothing
/// lies; nowhere if there is none. Returns where it ends.
pub(super) fn draw(
    canvas: &Canvas,
    map: &Map,
    frame: &Frame,
    outer: &Rect,
    beside: Option<Point>,
) -> f64 {
    let rings: Vec<Vec<Point>> =
        map.geometry.country.iter().map(|ring| map.geometry.ring(ring)).collect();
    if rings.is_empty() {
        return 0.0;
    }
    let [x0, y0, x1, y1] = extent(rings.iter().flatten().copied());
    let height = if beside.is_some() { HEIGHTS[0] } else { HEIGHTS[1] };
    let scale = height / (y1 - y0);
    let width = (x1 - x0) * scale;
    let place = Place { nth: 0, shapes: map.shapes().collect() };
    let area = place.outline(map.geometry);
    let at = match beside {
        Some((left, top)) => Some((left, top + GAP)),
        None => corner(&area, frame, outer, (width, height)),
    };
    let Some((left, top)) = at else { return 0.0 };
    let small = Frame { left, top, scale, origin: (x0, y0), dot: 0.0 };
    let points = |rings: &[Vec<Point>]| rings.iter().map(|r| small.points(r)).collect::<Vec<_>>();
    canvas.area(Role::Grid, &points(&rings));
    canvas.area(Role::Muted, &points(&area));
    top + height + 4.0
}

/// The corner of the map in which nothing lies.
fn corner(area: &[Vec<Point>], frame: &Frame, outer: &Rect, size: Point) -> Option<Point> {
    let (right, bottom) = (outer.right - size.0, outer.bottom - size.1);
    let corners =
        [(outer.left, outer.top), (right, outer.top), (right, bottom), (outer.left, bottom)];
    corners.into_iter().find(|(left, top)| {
        let room = Rect { left: *left, top: *top, right: left + size.0, bottom: top + size.1 };
        area.iter().flatten().all(|point| !room.holds(frame.at(*point), 6.0))
    })
}
