// SPDX-License-Identifier: EUPL-1.2
//! The axis of values. Where one region lies far beyond the others it ends before that one, which
//! chevrons and its value then stand for: on an axis that holds it nobody could tell the others apart.

use super::{reference, stabilised};
use crate::chart::axis::scale::{FLAT, Reach, Scale};
use crate::chart::canvas::role::Role;
use crate::chart::canvas::{Canvas, Point};
use crate::text::words::Words;
use crate::view::members::{ComparisonSet, Member};

/// How much longer an axis must be with the farthest region than without, for it to be left out.
const FAR: f64 = 1.5;

/// How many regions there must be for one that is far from the others, and for each of which the axis
/// cuts the interval.
const MANY: usize = 10;

/// Half the breadth of a chevron, and how far its point is ahead of its ends.
const HALF: f64 = 5.0;
const AHEAD: f64 = 4.0;

/// The sign of a region beyond the axis: two chevrons that point to where it lies, as far ahead of
/// `at` as they are behind it. No verdict looks like it.
pub(super) fn beyond(canvas: &Canvas, role: Role, (x, y): Point, (dx, dy): Point) {
    for from in [-AHEAD - 1.0, 1.0] {
        let at = |ahead: f64, aside: f64| {
            let ahead = from + ahead;
            (x + ahead * dx - aside * dy, y + ahead * dy + aside * dx)
        };
        canvas.line(role, 2.0, &[at(0.0, -HALF), at(AHEAD, 0.0), at(0.0, HALF)]);
    }
}

/// The axis, the same in each form. The region's own figure, what it is measured against and every
/// other value but the farthest lie on it; intervals may reach beyond it where it is cut.
pub(super) fn scale<'s>(words: &'s Words, set: &'s ComparisonSet) -> Scale<'s> {
    let ranked = set.ranked();
    let farthest = ranked.last().filter(|member| ranked.len() >= MANY && !set.is_own(member));
    let (mut inside, mut beyond) = (Reach::NONE, Reach::NONE);
    for (_, value) in reference::values(set) {
        inside.hold(value);
    }
    for member in &ranked {
        let Some(estimate) = member.estimate() else { continue };
        let is_farthest = farthest.is_some_and(|other| std::ptr::eq(*other, *member));
        let most = if is_farthest { &mut beyond } else { &mut inside };
        most.hold(estimate.value);
        if let Some(interval) = estimate.interval {
            most.hold(interval.lower);
            let most = if set.is_own(member) { &mut inside } else { &mut beyond };
            most.hold(interval.upper);
        }
        stabilised::reach(member, if is_farthest { &mut beyond } else { &mut inside });
    }
    let cut = Scale::of(words, set.definition, inside, 6, FLAT);
    let whole = Scale::of(words, set.definition, inside.and(beyond), 6, FLAT);
    // Where many intervals would be cut the rest is no better seen.
    let reach = |member: &&&Member| {
        let interval = member.estimate().and_then(|figure| figure.interval);
        interval.is_some_and(|interval| interval.upper > cut.high)
    };
    let is_lone = ranked.iter().filter(reach).count() * MANY <= ranked.len();
    let value = farthest.and_then(|member| member.estimate()).map_or(0.0, |figure| figure.value);
    if is_lone && value > cut.high && whole.high >= cut.high * FAR { cut } else { whole }
}
