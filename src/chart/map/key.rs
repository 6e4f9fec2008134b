// SPDX-License-Identifier: EUPL-1.2
//! The legend of a map: what the classes mean and how many members each has.

use super::shape::Shape;
use crate::chart::canvas::lettering::Type;
use crate::chart::canvas::role::Role;
use crate::chart::canvas::{Canvas, Point};
use crate::chart::legend::{Entry, Legend, Spacing};
use crate::chart::scene::{MapScene, Scene};
use crate::text::value::capital;
use crate::view::map::{Class, Map};
use crate::view::members::ComparisonSet;

/// The radius of a sample, and the room that it takes.
pub(super) const SAMPLE: f64 = 8.0;
const SIGN: f64 = 26.0;

/// The corners of a sample: of a hexagon that stands on a side, as the tiles do, or of a square.
const HEXAGON: [Point; 6] =
    [(-0.577, -1.0), (0.577, -1.0), (1.155, 0.0), (0.577, 1.0), (-0.577, 1.0), (-1.155, 0.0)];
const SQUARE: [Point; 4] = [(-1.0, -0.9), (1.0, -0.9), (1.0, 0.9), (-1.0, 0.9)];

/// What stands before the words.
#[derive(Clone, Copy)]
enum Sign {
    /// Nothing: what the classes are of.
    Head,
    /// The stroke around the own region.
    Own,
    /// A class.
    Of(Class),
}

/// A head, then the own region where it is shown, then the classes.
pub(super) struct Key {
    signs: Vec<Sign>,
    legend: Legend,
}

impl Key {
    pub(super) fn of(scene: &MapScene, map: &Map, width: f64) -> Self {
        let Scene { canvas, words, found: set } = *scene;
        let head = match &set.benchmark {
            Some(benchmark) if map.is_judged => words.class_head(set, benchmark.region),
            _ => words.unit(set.definition).to_string(),
        };
        let (mut signs, mut entries) = (Vec::new(), Vec::new());
        if !head.is_empty() {
            signs.push(Sign::Head);
            let kind = Type::small(Role::Muted);
            entries.push(Entry { room: 0.0, kind, text: capital(&head) });
        }
        let is_own = |nth| set.members.get(nth).is_some_and(|member| set.is_own(member));
        if map.places.iter().any(|place| is_own(place.nth)) {
            let kind = Type::small(Role::Own).bold();
            signs.push(Sign::Own);
            entries.push(Entry { room: SIGN, kind, text: words.name(set.own.region) });
        }
        for (class, count) in map.classes(set) {
            let text = words.class_count(set, map, class, count);
            signs.push(Sign::Of(class));
            entries.push(Entry { room: SIGN, kind: Type::small(Role::Text), text });
        }
        Self { signs, legend: Legend::of(canvas, entries, &Spacing::CLASSES, 0.0, width) }
    }

    pub(super) fn height(&self) -> f64 {
        self.legend.height
    }

    /// Draws it with its left upper corner at a place; `dot` is the radius of the circle in which
    /// the map has its dots.
    pub(super) fn draw(
        &self,
        canvas: &Canvas,
        (set, map): (&ComparisonSet, &Map),
        at: Point,
        dot: f64,
    ) {
        self.legend.draw(canvas, at, &|nth, (x, y)| {
            let middle = (x + SAMPLE + 2.0, y);
            let corners = if map.geometry.is_tiled { &HEXAGON[..] } else { &SQUARE };
            let corner = |(right, down): &Point| (middle.0 + right * SAMPLE, y + down * SAMPLE);
            let rings = vec![corners.iter().map(corner).collect()];
            let is_tile = map.geometry.is_tiled;
            let sample = Shape { rings, middle, radius: SAMPLE, value: dot, is_tile };
            match self.signs.get(nth) {
                Some(Sign::Of(class)) => {
                    sample.draw(canvas, *class, set.definition.direction, map.breaks.len());
                }
                Some(Sign::Own) => sample.outline(canvas, Role::Own, 3.0),
                _ => {}
            }
        });
    }
}
