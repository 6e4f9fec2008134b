// SPDX-License-Identifier: EUPL-1.2
//! How a region on a map is filled: colour says better or worse, a sign says which way, and what
//! has no number is hatched or empty.

use crate::chart::canvas::role::Role;
use crate::chart::canvas::{Canvas, Point};
use crate::chart::sign::marker;
use crate::indicator::comparison::Verdict;
use crate::indicator::definition::Direction;
use crate::indicator::observation::Answer;
use crate::view::map::Class;

/// The least width of a sign that can be told from another; within borders colour alone says it
/// where there is little room, as the country is known by its borders.
const LEAST: f64 = 2.5;
const LEAST_WITHIN: f64 = 6.0;

/// Between the strokes of what is withheld within borders.
const STROKES: f64 = 5.0;

/// A region's rings on the canvas, and the largest circle in it.
pub(super) struct Shape {
    pub(super) rings: Vec<Vec<Point>>,
    pub(super) middle: Point,
    pub(super) radius: f64,
    /// The radius of the circle in which a dot says a value or an answer.
    pub(super) value: f64,
    pub(super) is_tile: bool,
}

impl Shape {
    /// Draws it; `steps` is how many classes of values there are.
    pub(super) fn draw(&self, canvas: &Canvas, class: Class, direction: Direction, steps: usize) {
        self.fill(canvas, class, direction);
        self.value(canvas, class, steps);
    }

    /// Its dot, where it has one that says a value or an answer.
    pub(super) fn value(&self, canvas: &Canvas, class: Class, steps: usize) {
        let dot = |role, share| self.dot(canvas, role, self.value, share);
        match class {
            Class::Value(step) => {
                let share = step as f64 / steps.saturating_sub(1).max(1) as f64;
                dot(Role::Benchmark, 0.18 + 0.62 * share);
            }
            Class::Answer(Answer::Yes) => dot(Role::Benchmark, 0.7),
            Class::Answer(Answer::Preparation) => dot(Role::Benchmark, 0.35),
            Class::Answer(Answer::No) => {
                dot(Role::Benchmark, 0.7);
                dot(Role::Grid, 0.7 - 1.5 / self.value.max(3.0));
            }
            _ => {}
        }
    }

    /// All but that dot.
    pub(super) fn fill(&self, canvas: &Canvas, class: Class, direction: Direction) {
        match class {
            Class::Verdict(Verdict::Similar) => {
                canvas.area(Role::Grid, &self.rings);
                // Within borders the grey says it.
                if self.is_tile {
                    self.dot(canvas, Role::Other, self.radius, 0.24);
                }
            }
            Class::Verdict(verdict) => self.solid(canvas, verdict, direction),
            // Without a sign it would look like a region that is no different.
            Class::Unjudged if !self.is_tile => self.blank(canvas),
            Class::Unjudged | Class::Value(_) | Class::Answer(_) => {
                canvas.area(Role::Grid, &self.rings);
            }
            Class::Withheld => {
                if !self.is_tile {
                    // Strokes alone leave nothing to point at.
                    canvas.area(Role::Paper, &self.rings);
                }
                self.hatch(canvas);
                self.outline(canvas, Role::Grid, 1.0);
            }
            Class::Absent => {
                self.blank(canvas);
                let ((x, y), half) = (self.middle, self.radius.min(20.0) * 0.35);
                canvas.line(Role::Other, 1.3, &[(x - half, y), (x + half, y)]);
            }
        }
    }

    /// Nothing but its outline.
    fn blank(&self, canvas: &Canvas) {
        if !self.is_tile {
            canvas.area(Role::Paper, &self.rings);
        }
        self.outline(canvas, Role::Grid, 1.0);
    }

    /// In the colour of a verdict, its sign left free.
    fn solid(&self, canvas: &Canvas, verdict: Verdict, direction: Direction) {
        let role = match marker::role(Some(verdict), direction) {
            Role::Other if verdict == Verdict::Higher => Role::Benchmark,
            role => role,
        };
        let (x, y) = self.middle;
        let mut rings = self.rings.clone();
        if let Some(size) = self.sign() {
            let (half, tall) = (size / 2.0, size * 0.45);
            let tall = if verdict == Verdict::Lower { -tall } else { tall };
            rings.push(vec![(x - half, y + tall), (x + half, y + tall), (x, y - tall)]);
        }
        canvas.area(role, &rings);
    }

    /// How wide its sign is, if it fits.
    pub(super) fn sign(&self) -> Option<f64> {
        let size = (self.radius * 1.1).min(14.0);
        let least = if self.is_tile { LEAST } else { LEAST_WITHIN };
        (size >= least).then_some(size)
    }

    fn dot(&self, canvas: &Canvas, role: Role, radius: f64, share: f64) {
        canvas.dot(role, self.middle, radius.min(20.0) * share);
    }

    /// Larger by so many pixels on each side, as far as it is a tile.
    pub(super) fn grown(mut self, pixels: f64) -> Self {
        let ((x, y), share) = (self.middle, 1.0 + pixels / self.radius);
        for point in self.rings.iter_mut().flatten() {
            *point = (x + (point.0 - x) * share, y + (point.1 - y) * share);
        }
        self
    }

    /// A stroke around it.
    pub(super) fn outline(&self, canvas: &Canvas, role: Role, width: f64) {
        for ring in &self.rings {
            // Over its first side once more, so that the corner where it closes is like the others.
            let around: Vec<Point> = ring.iter().chain(ring.iter().take(2)).copied().collect();
            canvas.line(role, width, &around);
        }
    }

    /// Slanted strokes inside it.
    fn hatch(&self, canvas: &Canvas) {
        let gap = if self.is_tile { (self.radius * 0.6).clamp(3.6, 8.0) } else { STROKES };
        let sums = || self.rings.iter().flatten().map(|(x, y)| x + y);
        let (low, high) = (sums().fold(f64::MAX, f64::min), sums().fold(f64::MIN, f64::max));
        // Across borders the strokes go on, which is calmer.
        let mut sum = if self.is_tile { low + gap / 2.0 } else { (low / gap).ceil() * gap };
        while sum < high {
            // Where the stroke x + y = sum crosses the rings, from left to right.
            let mut crossings: Vec<f64> = Vec::new();
            for ring in &self.rings {
                for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
                    let (before, after) = (a.0 + a.1 - sum, b.0 + b.1 - sum);
                    if (before < 0.0) != (after < 0.0) {
                        let x = a.0 + (b.0 - a.0) * before / (before - after);
                        let at = crossings.partition_point(|other| *other < x);
                        crossings.insert(at, x);
                    }
                }
            }
            for pair in crossings.chunks_exact(2) {
                if let [from, to] = pair {
                    canvas.faint(Role::Withheld, 0.9, &[(*from, sum - from), (*to, sum - to)]);
                }
            }
            sum += gap;
        }
    }
}
