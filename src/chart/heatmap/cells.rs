// SPDX-License-Identifier: EUPL-1.2
//! The cells of a heat map: thousands of them in a handful of paths, one for each look.

use crate::chart::canvas::role::Role;
use crate::chart::canvas::{Canvas, Point, UNITS};
use crate::view::assessment::Assessment;

/// The height of a cell, in pixels.
pub(super) const HEIGHT: f64 = 15.0;

/// A sign: where its outline begins from the middle of the cell, and how it goes on, in units.
/// It runs counter-clockwise, the ground of a cell clockwise: so the sign is a hole in it, and
/// one path shows both in any colours.
type Sign = (i32, i32, &'static str);

const PLUS: Sign = (-11, -45, "v34h-34v22h34v34h22v-34h34v-22h-34v-34Z");
const MINUS: Sign = (-45, -11, "v22h90v-22Z");
const UP: Sign = (0, -45, "l-45 90h90Z");
const DOWN: Sign = (-45, -45, "l45 90l45 -90Z");
const DOT: Sign = (-15, -15, "v30h30v-30Z");
const SQUARE: Sign = (-35, -35, "v70h70v-70Z");
const DASH: Sign = (-30, 0, "h60");

/// The data of the paths, by case.
pub(super) struct Cells {
    paths: [String; Assessment::ALL.len()],
    /// Half the size of a cell, in units.
    half: (i32, i32),
    ground: String,
    hatch: String,
}

impl Cells {
    /// No cells yet, each `width` pixels wide.
    pub(super) fn new(width: f64) -> Self {
        let half = ((width * UNITS / 2.0) as i32, (HEIGHT * UNITS / 2.0) as i32);
        let mut ground = String::new();
        for (way, length) in [('h', half.0), ('v', half.1), ('h', -half.0)] {
            ground.push(way);
            number(&mut ground, 2 * length);
        }
        ground.push('Z');
        let paths = [const { String::new() }; Assessment::ALL.len()];
        Self { paths, half, ground, hatch: hatch(half) }
    }

    /// Adds a cell with its middle at `at`.
    pub(super) fn add(&mut self, assessment: Assessment, at: Point) {
        let Some(path) = self.paths.get_mut(assessment as usize) else { return };
        let (x, y) = ((at.0 * UNITS) as i32, (at.1 * UNITS) as i32);
        let (sign, has_ground) = match assessment {
            Assessment::Better => (PLUS, true),
            Assessment::Worse => (MINUS, true),
            Assessment::Lower => (DOWN, false),
            Assessment::Higher => (UP, false),
            Assessment::Similar => (DOT, false),
            Assessment::Unjudged => (SQUARE, false),
            Assessment::Absent => (DASH, false),
            Assessment::Withheld => {
                begin(path, x, y);
                path.push_str(&self.hatch);
                return;
            }
        };
        if has_ground {
            begin(path, x - self.half.0, y - self.half.1);
            path.push_str(&self.ground);
        }
        begin(path, x + sign.0, y + sign.1);
        path.push_str(sign.2);
    }

    pub(super) fn draw(self, canvas: &Canvas) {
        for (assessment, data) in Assessment::ALL.into_iter().zip(self.paths) {
            let (role, stroke) = match assessment {
                Assessment::Better => (Role::Better, None),
                Assessment::Worse => (Role::Worse, None),
                Assessment::Lower | Assessment::Higher | Assessment::Similar => (Role::Other, None),
                Assessment::Unjudged | Assessment::Absent => (Role::Other, Some(1.0)),
                Assessment::Withheld => (Role::Withheld, Some(1.0)),
            };
            canvas.path(role, stroke, data);
        }
    }
}

/// Slanted strokes over a cell, from its middle.
fn hatch((wide, tall): (i32, i32)) -> String {
    let mut path = String::new();
    let (mut x, mut y) = (0, 0);
    let mut sum = 30 - wide - tall;
    while sum < wide + tall {
        // The stroke on which the two places add up to `sum`, cut off at the four sides.
        let (left, right) = ((sum - tall).max(-wide), (sum + tall).min(wide));
        path.push('m');
        pair(&mut path, left - x, sum - left - y);
        path.push('l');
        pair(&mut path, right - left, left - right);
        (x, y) = (right, sum - right);
        sum += 60;
    }
    path
}

fn begin(path: &mut String, x: i32, y: i32) {
    path.push('M');
    pair(path, x, y);
}

fn pair(path: &mut String, x: i32, y: i32) {
    number(path, x);
    path.push(' ');
    number(path, y);
}

/// Writes a number without a string of its own: there are tens of thousands.
fn number(path: &mut String, value: i32) {
    if value < 0 {
        path.push('-');
    }
    let (mut digits, mut count, mut rest) = ([0; 10], 0, value.unsigned_abs());
    for digit in &mut digits {
        *digit = (rest % 10) as u8;
        (count, rest) = (count + 1, rest / 10);
        if rest == 0 {
            break;
        }
    }
    for digit in digits.iter().take(count).rev() {
        path.push(char::from(b'0' + digit));
    }
}
