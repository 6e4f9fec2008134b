// SPDX-License-Identifier: EUPL-1.2
//! The way of the 1000 days, down the left side: dots until the pregnancy, then a path that winds a
//! little, with a node where a phase begins.

use crate::chart::canvas::role::Role;
use crate::chart::canvas::{Canvas, Point};

/// Its middle, how far it winds to either side, and half of a bend.
const MIDDLE: f64 = 12.0;
const BEND: f64 = 3.0;
const HALF: f64 = 34.0;

/// Between two points of a path, and between two dots.
const STEP: f64 = 4.0;
const APART: f64 = 13.0;

/// The radius of a node, and of the birth's.
const NODE: f64 = 6.0;
const BIRTH: f64 = 9.0;

/// Where the way lies at a height: arcs of parabolas to the left and to the right in turn.
fn at(y: f64) -> Point {
    let bends = y / HALF;
    let within = bends - bends.floor();
    let side = if bends.floor() % 2.0 == 0.0 { 1.0 } else { -1.0 };
    (MIDDLE + side * BEND * 4.0 * within * (1.0 - within), y)
}

/// The way between two heights: walked, or not yet begun.
pub(super) fn draw(canvas: &Canvas, (top, bottom): (f64, f64), has_begun: bool) {
    let mut y = top;
    if !has_begun {
        while y < bottom {
            canvas.dot(Role::Band, at(y), 3.0);
            y += APART;
        }
        return;
    }
    let mut points = Vec::new();
    while y < bottom {
        points.push(at(y));
        y += STEP;
    }
    points.push(at(bottom));
    canvas.line(Role::Band, 7.0, &points);
}

/// Where a phase begins, or the way ends.
pub(super) fn node(canvas: &Canvas, y: f64, is_birth: bool) {
    let radius = if is_birth { BIRTH } else { NODE };
    canvas.dot(Role::Own, at(y), radius);
    canvas.dot(Role::Paper, at(y), if is_birth { 4.0 } else { 3.0 });
}
