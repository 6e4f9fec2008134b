// SPDX-License-Identifier: EUPL-1.2
//! The names of those that lie outside the limits of a funnel, and of the region itself.

use crate::chart::canvas::lettering::{LINE, Type};
use crate::chart::canvas::measure;
use crate::chart::canvas::rect::Rect;
use crate::chart::canvas::role::Role;
use crate::chart::canvas::{Canvas, Point};
use crate::chart::label::Labels;
use crate::text::words::funnel::FunnelWords;
use crate::view::funnel;
use crate::view::members::Member;

/// From the middle of a point to its name, and around points that no name may cover.
const BESIDE: f64 = 9.0;
const CLEAR: f64 = 4.0;

/// How much farther off the own name may stand, with a line to its point.
const FARTHER: [f64; 5] = [0.0, 16.0, 32.0, 56.0, 96.0];

/// Below this width a long name has no room in bold type.
const NARROW: f64 = 280.0;

struct Outlier<'a> {
    member: &'a Member<'a>,
    at: Point,
    distance: f64,
    is_own: bool,
}

/// Those to be named, the own region first, then the farthest off first.
pub(super) struct Outliers<'a> {
    labels: Labels,
    named: Vec<Outlier<'a>>,
    points: Vec<Point>,
}

impl<'a> Outliers<'a> {
    /// None yet; their names will stand inside `outer`.
    pub(super) fn new(outer: Rect) -> Self {
        Self { labels: Labels::new(outer), named: Vec::new(), points: Vec::new() }
    }

    /// Keeps names clear of a curve.
    pub(super) fn avoid(&mut self, curve: &[Point]) {
        self.points.extend(curve);
    }

    /// Takes a point in, which is named if it is the own one or lies far off.
    pub(super) fn add(
        &mut self,
        member: &'a Member<'a>,
        point: &funnel::Point,
        at: Point,
        is_own: bool,
    ) {
        self.points.push(at);
        if point.is_far || is_own {
            let before =
                |other: &Outlier| other.is_own || !is_own && other.distance >= point.distance;
            let place = self.named.partition_point(before);
            self.named.insert(place, Outlier { member, at, distance: point.distance, is_own });
        }
    }

    /// Draws the names that find a place, the own one always.
    pub(super) fn draw(mut self, canvas: &Canvas, words: &FunnelWords) {
        for outlier in std::mem::take(&mut self.named) {
            let name = words.name(outlier.member.region);
            let kind = match outlier.is_own {
                true if canvas.width < NARROW => Type::small(Role::Own),
                true => Type::of(Role::Own).bold(),
                false => Type::small(Role::Text),
            };
            let lines = measure::wrap(&name, kind.size, self.labels.width() * 0.7);
            let width = measure::widest(&lines, kind.size) * if kind.bold { 1.1 } else { 1.0 };
            let height = lines.len() as f64 * LINE;
            let Some(room) = self.place(&outlier, (width, height)) else { continue };
            if outlier.is_own {
                let (x, y) = outlier.at;
                let end = (x.max(room.left).min(room.right), y.max(room.top).min(room.bottom));
                let (dx, dy) = (end.0 - x, end.1 - y);
                let far = (dx * dx + dy * dy).sqrt();
                if far > BESIDE + 6.0 {
                    let from = (x + dx / far * BESIDE, y + dy / far * BESIDE);
                    canvas.line(Role::Own, 1.0, &[from, end]);
                }
            }
            canvas.lines(kind, (room.left, room.top + LINE / 2.0), &lines);
            // Beside each other two names must not read as one.
            self.labels.take(Rect { left: room.left - CLEAR, right: room.right + CLEAR, ..room });
        }
    }

    /// Where a name may stand: beside, above or below its point; the one that covers the fewest
    /// points for the own region, one that covers none for others.
    fn place(&self, outlier: &Outlier, (width, height): (f64, f64)) -> Option<Rect> {
        let (x, y) = outlier.at;
        let steps = if outlier.is_own { &FARTHER[..] } else { &[0.0] };
        let mut places = Vec::new();
        for away in steps.iter().map(|farther| BESIDE + farther) {
            let (right, left) = (x + away, x - away - width);
            let middle = self.labels.inside(x - width / 2.0, width);
            let (level, above, below) = (y - height / 2.0, y - away - height, y + away);
            let corners = [
                (right, level),
                (left, level),
                (middle, above),
                (middle, below),
                (right, above),
                (left, above),
                (right, below),
                (left, below),
            ];
            for (left, top) in corners {
                places.push(Rect { left, top, right: left + width, bottom: top + height });
            }
        }
        let covered =
            |place: &Rect| self.points.iter().filter(|at| place.holds(**at, CLEAR)).count() as f64;
        let best = self.labels.best(&places, &covered);
        best.filter(|(covered, _)| *covered == 0.0 || outlier.is_own).map(|(_, place)| place)
    }
}
