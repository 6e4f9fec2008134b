// SPDX-License-Identifier: EUPL-1.2
//! Regions as tiles of one size, each with a sign, and with its name where it fits.

use super::frame::Frame;
use super::shape::Shape;
use crate::chart::canvas::lettering::{Anchor, INSIDE, Type};
use crate::chart::canvas::role::Role;
use crate::chart::canvas::{Canvas, Point, measure};
use crate::chart::scene::{MapScene, Scene};
use crate::indicator::comparison::Verdict;
use crate::text::words::map::MapWords;
use crate::view::map::{Class, Map, Place};
use crate::view::members::Member;

/// How much of a tile is filled; the rest lies between it and its neighbours.
const FILLED: f64 = 0.94;

/// How much larger the sign of a region is that several tiles make up.
const JOINED: f64 = 2.0;

/// The width of the stroke around the own region.
const RIM: f64 = 3.0;

/// From what radius on names stand on the map.
const NAMED: f64 = 30.0;

pub(super) fn draw(scene: &MapScene, map: &Map, frame: &Frame) {
    let Scene { canvas, found: set, .. } = *scene;
    for shape in &map.around {
        let place = Place { nth: 0, shapes: vec![*shape] };
        inset(frame.shape(map.geometry, &place)).outline(canvas, Role::Grid, 1.0);
    }
    let mut own = None;
    for place in &map.places {
        let Some(member) = set.members.get(place.nth) else { continue };
        let shape = frame.shape(map.geometry, place);
        mark(scene, map, member, place, &shape);
        if set.is_own(member) {
            // Around a tile, whose inside is small; else on the border.
            let is_tile = place.shapes.len() == 1;
            own = Some(if is_tile { shape.grown(RIM / 2.0) } else { shape });
        }
    }
    lines(canvas, map, frame);
    if let Some(shape) = own {
        shape.outline(canvas, Role::Paper, RIM + 2.5);
        shape.outline(canvas, Role::Own, RIM);
    }
}

/// A tile with room around it.
fn inset(shape: Shape) -> Shape {
    let room = shape.radius * (1.0 - FILLED);
    shape.grown(-room)
}

fn mark(scene: &MapScene, map: &Map, member: &Member, place: &Place, shape: &Shape) {
    let Scene { canvas, words, found: set } = *scene;
    let class = map.class(member);
    let at = shape.middle;
    let mut drawn = Shape { rings: shape.rings.clone(), ..*shape };
    if place.shapes.len() == 1 {
        drawn = inset(drawn);
    } else {
        // Joined shapes have more room around the sign than the one that it stands in.
        drawn.radius *= JOINED;
    }
    let name = name(words, member, shape.radius);
    if !name.is_empty() {
        // The sign moves up to make room.
        drawn.middle.1 -= shape.radius * 0.45;
    }
    canvas.stands(&member.region.code, set.period, at);
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

/// What separates provinces, and the members where each is made of several tiles.
fn lines(canvas: &Canvas, map: &Map, frame: &Frame) {
    if map.places.iter().any(|place| place.shapes.len() > 1) {
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
