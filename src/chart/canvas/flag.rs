// SPDX-License-Identifier: EUPL-1.2
//! Numbered flags: where the annotations of whoever placed the chart stand in its picture. The
//! cores that paint at once have none; a chart with annotations is painted by the one that has.

use super::lettering::{Anchor, LINE, SMALL, TYPE, Type};
use super::role::Role;
use super::{Canvas, Point, measure};
use crate::indicator::period::Period;

/// What a flag stands at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The code of the region.
    pub code: String,
    /// The period; any of the picture's when absent.
    pub period: Option<Period>,
}

/// Where a flag stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    at: Point,
    /// Whether on a pole above the point, or in the point itself.
    has_pole: bool,
}

/// The targets, in the order of their numbers from 1 on, each with the place of its flag where the
/// picture has one.
pub(super) type Flags = Vec<(Target, Option<Place>)>;

/// The height of a flag, the room beside its number, and from a point to the flag above it.
const HEIGHT: f64 = 18.0;
const BESIDE: f64 = 5.0;
const POLE: f64 = 16.0;

/// From a name to its flag.
const BEHIND: f64 = 8.0;

/// Where a pole begins above a point.
const FOOT: f64 = 6.0;

impl Canvas {
    /// The same with flags at these, each with a number from 1 on.
    #[must_use]
    pub fn flagged(mut self, targets: impl IntoIterator<Item = Target>) -> Self {
        self.flags.get_mut().extend(targets.into_iter().map(|target| (target, None)));
        self
    }

    /// Says where the figure of a region in a period stands: a flag goes on a pole above it.
    pub(in crate::chart) fn stands(&self, code: &str, period: Period, at: Point) {
        self.flag(code, period, Place { at, has_pole: true });
    }

    /// Says where the name of a region that has a row is written, its first line at the height `y`:
    /// a flag goes behind its last line.
    pub(in crate::chart) fn named(&self, code: &str, period: Period, name: &[String], y: f64) {
        let below = name.len().saturating_sub(1) as f64 * LINE;
        let end = name.last().map_or(0.0, |line| measure::bold_width(line, TYPE));
        self.flag(code, period, Place { at: (end + BEHIND, y + below), has_pole: false });
    }

    fn flag(&self, code: &str, period: Period, place: Place) {
        for (target, flag) in self.flags.borrow_mut().iter_mut() {
            if target.code == code && target.period.is_none_or(|wanted| wanted == period) {
                *flag = Some(place);
            }
        }
    }

    /// Draws them, above all else. Several at one place stand beside each other.
    pub(super) fn draw_flags(&self) {
        let flags = self.flags.take();
        let mut taken: Vec<Point> = Vec::new();
        for (number, place) in (1..).zip(flags).filter_map(|(n, (_, place))| Some((n, place?))) {
            let number = number.to_string();
            let half = measure::bold_width(&number, SMALL) / 2.0 + BESIDE;
            let Place { at: (x, y), has_pole } = place;
            let mut middle = if has_pole { y - POLE - HEIGHT / 2.0 } else { y };
            let is_below = has_pole && middle < HEIGHT / 2.0;
            if is_below {
                middle = y + POLE + HEIGHT / 2.0;
            }
            let among = taken.iter().filter(|other| **other == (x, y)).count() as f64;
            taken.push((x, y));
            // Towards the middle, where there is room.
            let step = if x > self.width / 2.0 && has_pole { -1.0 } else { 1.0 };
            let left = if has_pole { x - half } else { x } + among * step * (2.0 * half + 2.0);
            let left = left.min(self.width - 2.0 * half).max(0.0);
            if has_pole && among == 0.0 {
                let foot = if is_below { y + FOOT } else { y - FOOT };
                self.line(Role::Text, 1.5, &[(x, foot), (x, middle)]);
            }
            let (top, bottom, right) =
                (middle - HEIGHT / 2.0, middle + HEIGHT / 2.0, left + 2.0 * half);
            self.shape(Role::Text, &[(left, top), (right, top), (right, bottom), (left, bottom)]);
            let kind = Type::small(Role::Paper).bold().anchor(Anchor::Middle);
            self.text(kind, (left + half, middle), &number);
        }
    }
}
