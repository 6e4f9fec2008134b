// SPDX-License-Identifier: EUPL-1.2
//! Regions within their borders: seams of paper between them, the lines of provinces a little
//! heavier, names on top. What lies around them, water and neighbours, stays blank.

use super::frame::{Drawn, Frame};
use super::locator;
use super::name::Names;
use super::shape::Shape;
use crate::chart::canvas::Point;
use crate::chart::canvas::rect::Rect;
use crate::chart::canvas::role::Role;
use crate::chart::scene::{MapScene, Scene};
use crate::data::geometry::Step;
use crate::markup::element;
use crate::view::map::{Class, Map, Place};

/// The widths of lines: of a seam, a coast, the border of a province, around what is blank.
const SEAM: f64 = 0.8;
const COAST: f64 = 0.5;
const PROVINCE: f64 = 1.0;
const BLANK: f64 = 0.8;

/// The strokes around the own region, of a large one and of a small one.
const RIMS: [f64; 2] = [2.5, 1.5];

/// Around an own region of a lesser radius goes a ring, that it may be found.
const FOUND: f64 = 5.0;
const RING: f64 = 10.0;

/// Its corners, so many that it looks round.
const CIRCLE: [Point; 16] = {
    const NEAR: f64 = 0.382_683;
    const HALF: f64 = std::f64::consts::FRAC_1_SQRT_2;
    const FAR: f64 = 0.923_880;
    [
        (1.0, 0.0),
        (FAR, NEAR),
        (HALF, HALF),
        (NEAR, FAR),
        (0.0, 1.0),
        (-NEAR, FAR),
        (-HALF, HALF),
        (-FAR, NEAR),
        (-1.0, 0.0),
        (-FAR, -NEAR),
        (-HALF, -HALF),
        (-NEAR, -FAR),
        (0.0, -1.0),
        (NEAR, -FAR),
        (HALF, -HALF),
        (FAR, -NEAR),
    ]
};

/// Draws them down to the right lower `corner`; `beside` is where there is room beside the map.
/// Returns where what stands there ends.
pub(super) fn draw(
    scene: &MapScene,
    map: &Map,
    frame: &Frame,
    corner: Point,
    beside: Option<Point>,
) -> f64 {
    let Scene { canvas, words, found: set } = *scene;
    let geometry = map.geometry;
    let lines = |role, width, steps: &[Step]| {
        for step in steps {
            canvas.line(role, width, &frame.line(geometry, *step));
        }
    };
    for shape in &map.around {
        let place = Place { nth: 0, shapes: vec![*shape] };
        frame.shape(geometry, &place).outline(canvas, Role::Grid, COAST);
    }
    let mut all = Vec::new();
    for place in &map.places {
        let Some(member) = set.members.get(place.nth) else { continue };
        let class = map.class(member);
        all.push(Drawn { member, place, shape: frame.shape(geometry, place), class });
    }
    let is_blank = |class| matches!(class, Class::Withheld | Class::Absent | Class::Unjudged);
    for Drawn { member, shape, class, .. } in &all {
        canvas.stands(&member.region.code, set.period, shape.middle);
        canvas.mark(&member.region.code, &|| words.member_label(set, member), |canvas| {
            shape.fill(canvas, *class, set.definition.direction);
        });
    }
    let mut end = 0.0;
    // What follows is not pointed at.
    canvas.group(element("g").with("pointer-events", "none"), |canvas| {
        lines(Role::Paper, SEAM, &map.seams.0);
        for Drawn { shape, .. } in all.iter().filter(|drawn| is_blank(drawn.class)) {
            shape.outline(canvas, Role::Grid, BLANK);
        }
        lines(Role::Axis, COAST, &map.seams.1);
        lines(Role::Muted, PROVINCE, &map.provinces);
        for Drawn { shape, class, .. } in &all {
            shape.value(canvas, *class, map.breaks.len());
        }
        if let Some(own) = all.iter().find(|drawn| set.is_own(drawn.member)) {
            let is_small = own.shape.radius < FOUND;
            let rim = if is_small { RIMS[1] } else { RIMS[0] };
            own.shape.outline(canvas, Role::Paper, rim + 2.0);
            own.shape.outline(canvas, Role::Own, rim);
            if is_small {
                ring(own.shape.middle).outline(canvas, Role::Own, rim);
            }
        }
        let outer = Rect { left: 0.0, top: frame.top - 2.0, right: corner.0, bottom: corner.1 };
        end = locator::draw(canvas, map, frame, &outer, beside);
        Names::draw(scene, map, frame, &all, outer);
    });
    end
}

/// A circle around a region.
fn ring(middle: Point) -> Shape {
    let at = |(right, down): &Point| (middle.0 + RING * right, middle.1 + RING * down);
    let rings = vec![CIRCLE.iter().map(at).collect()];
    Shape { rings, middle, radius: RING, value: RING, is_tile: false }
}
