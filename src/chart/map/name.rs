// SPDX-License-Identifier: EUPL-1.2
//! Names on a map, as many as have room: on the country's those of its provinces and large cities,
//! else those of the members, the largest first. None covers another, or a sign.

use super::frame::{Drawn, Frame};
use crate::chart::canvas::lettering::{Anchor, INSIDE, Type};
use crate::chart::canvas::rect::Rect;
use crate::chart::canvas::role::Role;
use crate::chart::canvas::{Canvas, Point, measure};
use crate::chart::label::Labels;
use crate::chart::scene::{MapScene, Scene};
use crate::indicator::comparison::Verdict;
use crate::indicator::region::Region;
use crate::view::map::{Class, Map};
use crate::view::members::Member;
use std::ops::RangeInclusive;

/// From one line of a name to the next, and the height of one.
const LINE: f64 = 12.0;

/// The room around a name.
const PAD: f64 = 1.5;

/// A member's name may be so much wider than the radius of the largest circle in it.
const WIDE: f64 = 4.0;

/// On a map narrower than this provinces have no names, and only the first cities have.
const NARROW: f64 = 330.0;
const FIRST: u32 = 8;

/// Of the cities, up to which one has a name before the provinces have, and how many there are.
const ABOVE: u32 = 4;
const CITIES: u32 = 30;

/// How far from the middle of a region the name stands beside it.
const ASIDE: f64 = 7.0;

/// The names of a map in progress.
pub(super) struct Names<'n> {
    canvas: &'n Canvas,
    labels: Labels,
}

impl<'n> Names<'n> {
    /// Draws them inside `outer`.
    pub(super) fn draw(scene: &MapScene<'n>, map: &Map, frame: &Frame, all: &[Drawn], outer: Rect) {
        let Scene { canvas, found: set, .. } = *scene;
        let is_narrow = outer.right - outer.left < NARROW;
        let mut names = Self { canvas, labels: Labels::new(outer) };
        for drawn in all {
            if let Some(size) = sign(drawn) {
                names.labels.take(around(drawn.shape.middle, (size, size)));
            }
        }
        // The own region, then the others from the largest on.
        let mut order: Vec<&Drawn> = Vec::new();
        for drawn in all {
            let room = |drawn: &Drawn| match set.is_own(drawn.member) {
                true => f64::INFINITY,
                false => drawn.shape.radius,
            };
            let at = order.partition_point(|other| room(other) >= room(drawn));
            order.insert(at, drawn);
        }
        let own = order.first().filter(|drawn| set.is_own(drawn.member));
        let kind = Type::of(Role::Text).size(INSIDE);
        if let Some(drawn) = own {
            names.beside(kind.bold(), drawn);
        }
        if map.named.is_empty() {
            for drawn in order.iter().filter(|drawn| !set.is_own(drawn.member)) {
                names.inside(kind, drawn);
            }
            return;
        }
        names.cities(1..=ABOVE, all, own.map(|own| own.member));
        if !is_narrow {
            for (province, middle) in &map.named {
                let at = frame.at(*middle);
                let kind = Type::of(Role::Muted).size(INSIDE + 1.0).bold();
                let text = plain(province);
                let width = measure::bold_width(&text, kind.size);
                let places =
                    |(right, down): &Point| around((at.0 + right, at.1 + down), (width, LINE));
                let shifts = [(0.0, 0.0), (0.0, 14.0), (0.0, -14.0), (0.0, 28.0), (0.0, -28.0)];
                let places: Vec<Rect> = shifts.iter().map(places).collect();
                names.best(kind, at, &places, &[text]);
            }
        }
        names.cities(
            ABOVE + 1..=if is_narrow { FIRST } else { CITIES },
            all,
            own.map(|o| o.member),
        );
    }

    /// The names of cities of these ranks, but for that of the `own` region.
    fn cities(&mut self, ranks: RangeInclusive<u32>, all: &[Drawn], own: Option<&Member>) {
        for rank in ranks {
            let is_city = |drawn: &&Drawn| drawn.place.widest().is_some_and(|s| s.city == rank);
            let Some(drawn) = all.iter().find(is_city) else { continue };
            if own.is_none_or(|own| own.region.code != drawn.member.region.code) {
                self.beside(Type::of(Role::Text).size(INSIDE), drawn);
            }
        }
    }

    /// A name in a member, in up to two lines, around its middle, or below or above its sign.
    fn inside(&mut self, kind: Type, drawn: &Drawn) {
        let room = drawn.shape.radius * WIDE;
        let lines = measure::wrap(&plain(drawn.member.region), kind.size, room);
        let width = widest(&lines, kind);
        if lines.len() > 2 || width > room || drawn.shape.radius < LINE * 0.6 {
            return;
        }
        let size = (width, lines.len() as f64 * LINE);
        let (x, y) = drawn.shape.middle;
        let away = match sign(drawn) {
            Some(sign) => (sign + size.1) / 2.0 + 3.0 * PAD,
            None => 0.0,
        };
        let mut places = vec![around((x, y + away), size), around((x, y - away), size)];
        if away == 0.0 {
            places.extend([-6.0, 6.0].map(|down| around((x, y + down), size)));
        }
        self.best(kind, (x, y), &places, &lines);
    }

    /// A name around the middle of its region or beside it.
    fn beside(&mut self, kind: Type, drawn: &Drawn) {
        let (x, y) = drawn.shape.middle;
        let lines = [plain(drawn.member.region)];
        let width = widest(&lines, kind);
        let aside = width / 2.0 + ASIDE;
        let mut places = Vec::new();
        for down in [0.0, 14.0, -14.0, 24.0, -24.0] {
            for right in [0.0, aside, -aside] {
                places.push(around((x + right, y + down), (width, LINE)));
            }
        }
        self.best(kind, (x, y), &places, &lines);
    }

    /// Writes lines in the free place that is nearest to a point, if there is any.
    fn best(&mut self, kind: Type, (x, y): Point, places: &[Rect], lines: &[String]) {
        let middle =
            |place: &Rect| ((place.left + place.right) / 2.0, (place.top + place.bottom) / 2.0);
        let far = |place: &Rect| {
            let (right, down) = middle(place);
            (right - x).hypot(down - y)
        };
        let Some((_, place)) = self.labels.best(places, &far) else { return };
        self.labels.take(place);
        let kind = kind.anchor(Anchor::Middle);
        for (nth, line) in lines.iter().enumerate() {
            let down = place.top + PAD + (nth as f64 + 0.5) * LINE;
            self.canvas.haloed(kind, (middle(&place).0, down), line);
        }
    }
}

/// A name without what the map says already: what it is, and which of two of a name.
fn plain(region: &Region) -> String {
    let name = region.name.strip_prefix("GGD ").unwrap_or(&region.name);
    name.split('(').next().unwrap_or_default().trim_end().to_string()
}

/// The width of the widest line, on the scale of the font that is there and not of the widest.
fn widest(lines: &[String], kind: Type) -> f64 {
    let widest = measure::widest(lines, kind.size);
    if kind.bold { widest * measure::BOLD } else { widest }
}

/// A rectangle around a point.
fn around((x, y): Point, (width, height): Point) -> Rect {
    let (right, down) = (width / 2.0 + PAD, height / 2.0 + PAD);
    Rect { left: x - right, top: y - down, right: x + right, bottom: y + down }
}

/// How wide the sign of a member is, where it has one that a name should not cover.
fn sign(drawn: &Drawn) -> Option<f64> {
    match drawn.class {
        Class::Verdict(verdict) if verdict != Verdict::Similar => drawn.shape.sign(),
        Class::Value(_) | Class::Answer(_) => Some(drawn.shape.value),
        _ => None,
    }
}
