// SPDX-License-Identifier: EUPL-1.2
//! The place in a polygon that lies farthest from its borders, where a sign has most room:
//! squares are searched from the most promising on, and divided where they may hold a better one.

use super::topology::Loop;
use super::written::nearest;
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// A square to search: its middle, half its side, how far the middle lies inside the polygon
/// (below zero: outside), and the most that any place in it can.
struct Square {
    x: f64,
    y: f64,
    half: f64,
    room: f64,
    most: f64,
}

impl Square {
    fn new(polygon: &[Loop], (x, y): (f64, f64), half: f64) -> Self {
        let room = room(polygon, x, y);
        Self { x, y, half, room, most: room + half * std::f64::consts::SQRT_2 }
    }
}

impl Ord for Square {
    fn cmp(&self, other: &Self) -> Ordering {
        self.most.total_cmp(&other.most)
    }
}

impl PartialOrd for Square {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Square {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Square {}

/// The place and its distance from the border, right to within one unit.
pub(super) fn middle(polygon: &[Loop]) -> ((i64, i64), i64) {
    let outer = || polygon.first().into_iter().flatten();
    let range = |of: fn(&(i64, i64)) -> i64| {
        let (low, high) = (outer().map(of).min(), outer().map(of).max());
        (low.unwrap_or(0) as f64, high.unwrap_or(0) as f64)
    };
    let ((left, right), (bottom, top)) = (range(|spot| spot.0), range(|spot| spot.1));
    let side = (right - left).min(top - bottom).max(1.0);
    let mut heap = BinaryHeap::new();
    let mut best = Square::new(polygon, ((left + right) / 2.0, (bottom + top) / 2.0), 0.0);
    let (columns, rows) = (((right - left) / side).ceil(), ((top - bottom) / side).ceil());
    for column in 0..nearest(columns) {
        for row in 0..nearest(rows) {
            let at = (left + (column as f64 + 0.5) * side, bottom + (row as f64 + 0.5) * side);
            heap.push(Square::new(polygon, at, side / 2.0));
        }
    }
    while let Some(square) = heap.pop() {
        if square.most - best.room <= 1.0 {
            break;
        }
        let half = square.half / 2.0;
        for (across, up) in [(-half, -half), (half, -half), (-half, half), (half, half)] {
            heap.push(Square::new(polygon, (square.x + across, square.y + up), half));
        }
        if square.room > best.room {
            best = square;
        }
    }
    ((nearest(best.x), nearest(best.y)), nearest(best.room.floor().max(0.0)))
}

/// How far a place lies inside a polygon.
fn room(polygon: &[Loop], x: f64, y: f64) -> f64 {
    let mut is_inside = false;
    let mut nearest = f64::INFINITY;
    for ring in polygon {
        for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            let ((x0, y0), (x1, y1)) = ((a.0 as f64, a.1 as f64), (b.0 as f64, b.1 as f64));
            if (y0 > y) != (y1 > y) && x < (x1 - x0) * (y - y0) / (y1 - y0) + x0 {
                is_inside = !is_inside;
            }
            let (across, up) = (x1 - x0, y1 - y0);
            let long = across * across + up * up;
            let along = if long > 0.0 { ((x - x0) * across + (y - y0) * up) / long } else { 0.0 };
            let along = along.clamp(0.0, 1.0);
            nearest = nearest.min((x0 + along * across - x).hypot(y0 + along * up - y));
        }
    }
    if is_inside { nearest } else { -nearest }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_lies_inside_also_where_the_centre_does_not() {
        // A horseshoe, whose centre of gravity lies in its opening.
        let horseshoe =
            vec![(0, 0), (100, 0), (100, 100), (70, 100), (70, 30), (30, 30), (30, 100), (0, 100)];
        let ((x, y), room) = middle(&[horseshoe]);
        assert!((14..=20).contains(&room), "{room}");
        assert!(!(30..=70).contains(&x) || y < 30, "{x}, {y}");
    }

    #[test]
    fn it_keeps_away_from_holes() {
        let square = vec![(0, 0), (100, 0), (100, 100), (0, 100)];
        let hole = vec![(30, 30), (30, 70), (70, 70), (70, 30)];
        let ((x, y), room) = middle(&[square, hole]);
        assert!((14..=18).contains(&room), "{room}");
        assert!(!(30..=70).contains(&x) || !(30..=70).contains(&y));
    }
}
