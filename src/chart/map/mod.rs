// SPDX-License-Identifier: EUPL-1.2
//! Regions where they lie, each filled by its class, with a legend.

mod shape;
mod key;

use crate::chart::canvas::lettering::{Anchor, INSIDE, Type};
use crate::chart::canvas::measure;
use crate::chart::canvas::role::Role;
use crate::chart::canvas::{Canvas, Point};
use crate::chart::scene::{MapScene, Scene};
use crate::data::geometry::Geometry;
use crate::indicator::comparison::Verdict;
use crate::text::words::map::MapWords;
use crate::view::map::{Class, Map, Place};
use crate::view::members::Member;
use key::Key;
use shape::Shape;

/// From this width the key stands beside the map, below it above.
const WIDE: f64 = 560.0;

/// The least and the most room of the key beside the map, and the space between the two.
const KEY: f64 = 220.0;
const KEYS: f64 = 400.0;
const GAP: f64 = 36.0;

/// The height of the map where nothing is said, and the least and the most of it.
const HEIGHT: f64 = 600.0;
const HEIGHTS: (f64, f64) = (400.0, 700.0);

/// The largest radius of a tile: larger ones say no more.
const RADIUS: f64 = 34.0;

/// How much of a tile is filled; the rest lies between it and its neighbours.
const FILLED: f64 = 0.94;

/// How much larger the sign of a region is that several shapes make up.
const JOINED: f64 = 2.0;

/// The width of the stroke around the own region.
const RIM: f64 = 3.0;

/// From what radius on names stand on the map.
const NAMED: f64 = 30.0;

/// Where the plane lies on the canvas.
#[derive(Clone, Copy)]
struct Frame {
    left: f64,
    top: f64,
    scale: f64,
    origin: Point,
}

impl Frame {
    fn at(&self, (x, y): Point) -> Point {
        let (from, scale) = (self.origin, self.scale);
        (self.left + (x - from.0) * scale, self.top + (y - from.1) * scale)
    }

    fn shape(&self, geometry: &Geometry, place: &Place) -> Shape {
        let widest = place.widest();
        let middle = self.at(widest.map_or(self.origin, |shape| shape.middle));
        let radius = widest.map_or(0.0, |shape| shape.radius) * self.scale;
        let rings = place.outline(geometry);
        let rings = rings.iter().map(|ring| ring.iter().map(|p| self.at(*p)).collect());
        Shape { rings: rings.collect(), middle, radius }
    }
}

/// The extent of what is drawn: left, top, right, bottom.
fn extent(map: &Map) -> [f64; 4] {
    let mut extent = [f64::MAX, f64::MAX, f64::MIN, f64::MIN];
    for shape in map.shapes() {
        for (x, y) in shape.rings.iter().flat_map(|ring| map.geometry.ring(ring)) {
            let [left, top, right, bottom] = extent;
            extent = [left.min(x), top.min(y), right.max(x), bottom.max(y)];
        }
    }
    if extent[0] > extent[2] { [0.0, 0.0, 1.0, 1.0] } else { extent }
}

/// Draws it; returns where it ends.
pub(super) fn draw(scene: &MapScene, map: &Map) -> f64 {
    let Scene { canvas, words, found: set } = *scene;
    let width = canvas.width;
    let is_wide = width >= WIDE;
    let key_width = if is_wide { KEY } else { width };
    let key = Key::of(words, set, map, key_width);
    let room = if is_wide { width - KEY - GAP } else { width };
    let top = if is_wide { 2.0 } else { key.height() + 14.0 };
    let [x0, y0, x1, y1] = extent(map);
    let most = canvas.height.map_or(HEIGHT, |height| height - top).clamp(HEIGHTS.0, HEIGHTS.1);
    let mut scale = ((room - 4.0) / (x1 - x0)).min(most / (y1 - y0));
    if map.geometry.is_tiled {
        let tile = map.shapes().next().map_or(1.0, |shape| shape.radius);
        scale = scale.min(RADIUS / tile);
    }
    let frame = Frame { left: 2.0, top, scale, origin: (x0, y0) };
    let bottom = top + (y1 - y0) * scale + 4.0;
    let left = if is_wide { (x1 - x0) * scale + GAP } else { 0.0 };
    let key = Key::of(words, set, map, (width - left).min(KEYS));

    for shape in &map.around {
        let place = Place { nth: 0, shapes: vec![*shape] };
        let shape = frame.shape(map.geometry, &place);
        inset(map, shape).outline(canvas, Role::Grid, 1.0);
    }
    let mut own = None;
    for place in &map.places {
        let Some(member) = set.members.get(place.nth) else { continue };
        let shape = frame.shape(map.geometry, place);
        mark(scene, map, member, place, &shape);
        if set.is_own(member) {
            // Around a tile, whose inside is small; else on the border.
            let is_tile = map.geometry.is_tiled && place.shapes.len() == 1;
            own = Some(if is_tile { shape.grown(RIM / 2.0) } else { shape });
        }
    }
    lines(canvas, map, &frame);
    if let Some(shape) = own {
        shape.outline(canvas, Role::Paper, RIM + 2.5);
        shape.outline(canvas, Role::Own, RIM);
    }
    key.draw(canvas, set, map, (left, if is_wide { top + 4.0 } else { 0.0 }));
    if is_wide { bottom.max(key.height()) } else { bottom }
}

/// A tile with room around it; borders as they are.
fn inset(map: &Map, shape: Shape) -> Shape {
    let room = shape.radius * (1.0 - FILLED);
    if map.geometry.is_tiled { shape.grown(-room) } else { shape }
}

fn mark(scene: &MapScene, map: &Map, member: &Member, place: &Place, shape: &Shape) {
    let Scene { canvas, words, found: set } = *scene;
    let class = map.class(member);
    let at = shape.middle;
    let mut drawn =
        Shape { rings: shape.rings.clone(), middle: shape.middle, radius: shape.radius };
    if place.shapes.len() == 1 {
        drawn = inset(map, drawn);
    } else {
        // Joined shapes have more room around the sign than the one that it stands in.
        drawn.radius *= JOINED;
    }
    let name = name(words, member, shape.radius);
    if !name.is_empty() {
        // The sign moves up to make room.
        drawn.middle.1 -= shape.radius * 0.45;
    }
    canvas.mark(&member.region.code, &|| words.member_label(set, member), |canvas| {
        if !name.is_empty() {
            drawn.radius *= 0.55;
        }
        drawn.draw(canvas, class, set.definition.direction, map.breaks.len());
        let is_solid = matches!(class, Class::Verdict(v) if v != Verdict::Similar);
        let role = if is_solid { Role::Paper } else { Role::Text };
        let kind = Type::of(role).size(INSIDE).anchor(Anchor::Middle);
        for (nth, line) in name.iter().enumerate() {
            let half = measure::width(line, INSIDE) / 2.0 + 1.0;
            let y = at.1 + shape.radius * 0.12 + nth as f64 * (INSIDE + 2.0);
            if class == Class::Withheld {
                let (left, right, top, bottom) = (at.0 - half, at.0 + half, y - 7.0, y + 7.0);
                let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
                canvas.shape(Role::Paper, &corners);
            }
            canvas.text(kind, (at.0, y), line);
        }
    });
}

/// A region's name in lines, where it fits in its circle.
fn name(words: &MapWords, member: &Member, radius: f64) -> Vec<String> {
    if radius < NAMED {
        return Vec::new();
    }
    let name = words.name(member.region);
    let room = radius * 2.0;
    let lines = measure::wrap(&name, INSIDE, room);
    let fits = lines.len() <= 2 && lines.iter().all(|line| measure::width(line, INSIDE) <= room);
    if fits { lines } else { Vec::new() }
}

/// What separates provinces; with real borders also municipalities, and the members where each is
/// made of several shapes.
fn lines(canvas: &Canvas, map: &Map, frame: &Frame) {
    if !map.geometry.is_tiled || map.places.iter().any(|place| place.shapes.len() > 1) {
        for place in &map.places {
            let shape = frame.shape(map.geometry, place);
            shape.outline(canvas, Role::Paper, 1.6);
        }
        for place in &map.places {
            frame.shape(map.geometry, place).outline(canvas, Role::Axis, 0.6);
        }
    }
    for (line, _) in map.provinces.iter().filter_map(|step| map.geometry.line(*step)) {
        let points: Vec<Point> = line.iter().map(|point| frame.at(*point)).collect();
        canvas.line(Role::Muted, 1.0, &points);
    }
}
