// SPDX-License-Identifier: EUPL-1.2
//! The members of a comparison set where they lie.

use super::members::{ComparisonSet, Member, Scope};
use crate::data::dataset::Dataset;
use crate::data::geometry::{Geometry, Point, Shape, Step};
use crate::error::Error;
use crate::indicator::comparison::Verdict;
use crate::indicator::finding::Outcome;
use crate::indicator::observation::Answer;
use crate::indicator::region::{COUNTRY, Kind, Region};

/// The members of a comparison set on a map.
#[derive(Debug)]
pub struct Map<'a> {
    /// Their shapes.
    pub geometry: &'a Geometry,
    /// Each with its place.
    pub places: Vec<Place<'a>>,
    /// The members, by number, that have no shape: they are named beside the map.
    pub apart: Vec<usize>,
    /// The shapes of other regions, where the members lie spread among them.
    pub around: Vec<&'a Shape>,
    /// The lines between provinces, where several are shown.
    pub provinces: Vec<Step>,
    /// Those provinces, each with about its middle; of tiles none are named.
    pub named: Vec<(&'a Region, Point)>,
    /// The lines between two members, and those on whose other side no member lies; of borders.
    pub seams: (Vec<Step>, Vec<Step>),
    /// Whether any member is compared with the benchmark.
    pub is_judged: bool,
    /// Where none is, the values from which on a class begins, the lowest first.
    pub breaks: Vec<f64>,
}

/// The sort of regions that one is drawn among.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Compared with the benchmark.
    Verdict(Verdict),
    /// A number in the class of values that begins at this one of the breaks.
    Value(usize),
    /// An answer.
    Answer(Answer),
    /// A number that is not compared, where others are.
    Unjudged,
    /// Withheld.
    Withheld,
    /// No number.
    Absent,
}

/// In so many classes values are divided, at most.
const CLASSES: usize = 5;

/// One member's place.
#[derive(Debug)]
pub struct Place<'a> {
    /// Its number among the members.
    pub nth: usize,
    /// Its shapes: its own, or those of the municipalities in it.
    pub shapes: Vec<&'a Shape>,
}

impl<'a> Map<'a> {
    /// Finds where the members lie.
    ///
    /// # Errors
    /// [`Error::DataMalformed`] where nothing is known of that.
    pub fn of(dataset: &'a Dataset, set: &ComparisonSet) -> Result<Self, Error> {
        let geometry = dataset
            .geometry
            .as_ref()
            .ok_or_else(|| Error::malformed("geometry.json", "nothing", "where the regions lie"))?;
        let shapes = &geometry.shapes;
        let parents: Vec<&[String]> = shapes.iter().map(|s| dataset.parents(&s.code)).collect();
        let (mut places, mut apart) = (Vec::new(), Vec::new());
        for (nth, member) in set.members.iter().enumerate() {
            let code = &member.region.code;
            let mut own: Vec<&Shape> = shapes.iter().filter(|s| s.code == *code).collect();
            if own.is_empty() {
                let inside = shapes.iter().zip(&parents).filter(|(_, p)| p.contains(code));
                own.extend(inside.map(|(shape, _)| shape));
            }
            match own.is_empty() {
                true => apart.push(nth),
                false => places.push(Place { nth, shapes: own }),
            }
        }
        let around = match &set.scope {
            Scope::Within(_) => Vec::new(),
            Scope::Chosen(chosen) if chosen.is_near() => Vec::new(),
            _ => shapes.iter().filter(|s| Kind::of(&s.code) == set.kind).collect(),
        };
        let is_judged = set.members.iter().any(|member| member.verdict().is_some());
        let breaks = if is_judged { Vec::new() } else { breaks(set) };
        let mut map = Self {
            geometry,
            places,
            apart,
            around,
            provinces: Vec::new(),
            named: Vec::new(),
            seams: Default::default(),
            is_judged,
            breaks,
        };
        let is_country = |scope: &Scope| match scope {
            Scope::Within(scope) => scope.code == COUNTRY,
            Scope::Similar => true,
            Scope::Chosen(chosen) => !chosen.is_near(),
        };
        if set.kind == Kind::Municipality && is_country(&set.scope) {
            let all: Vec<&Shape> = shapes.iter().collect();
            let province: Vec<Option<&str>> = parents.iter().map(province).collect();
            map.provinces = between(&all, &province).0;
            if !geometry.is_tiled {
                map.named = named(dataset, shapes, &province);
            }
        }
        if !geometry.is_tiled {
            let (mut all, mut codes) = (Vec::new(), Vec::new());
            for place in &map.places {
                let member = set.members.get(place.nth);
                all.extend(&place.shapes);
                codes.resize(all.len(), member.map(|member| &*member.region.code));
            }
            map.seams = between(&all, &codes);
        }
        Ok(map)
    }

    /// The class of a region.
    pub fn class(&self, member: &Member) -> Class {
        match (&member.finding.outcome, member.verdict()) {
            (Outcome::Withheld, _) => Class::Withheld,
            (Outcome::Absent(_), _) => Class::Absent,
            (Outcome::Answered(answer), _) => Class::Answer(*answer),
            (_, Some(verdict)) => Class::Verdict(verdict),
            (Outcome::Between(_), None) => Class::Unjudged,
            (Outcome::Shown(_), None) if self.is_judged => Class::Unjudged,
            (Outcome::Shown(estimate), None) => {
                let above = self.breaks.iter().filter(|from| estimate.value >= **from).count();
                Class::Value(above.saturating_sub(1))
            }
        }
    }

    /// The classes of the members with how many there are of each, from low to high.
    pub fn classes(&self, set: &ComparisonSet) -> Vec<(Class, usize)> {
        let verdicts = [Verdict::Lower, Verdict::Similar, Verdict::Higher].map(Class::Verdict);
        let values = (0..self.breaks.len()).map(Class::Value);
        let answers = [Answer::Yes, Answer::Preparation, Answer::No].map(Class::Answer);
        let others = [Class::Unjudged, Class::Withheld, Class::Absent];
        let all = verdicts.into_iter().chain(values).chain(answers).chain(others);
        let count = |class: &Class| set.members.iter().filter(|a| self.class(a) == *class).count();
        all.map(|class| (class, count(&class))).filter(|(_, count)| *count > 0).collect()
    }

    /// Every shape that is drawn.
    pub fn shapes(&self) -> impl Iterator<Item = &'a Shape> + '_ {
        self.places.iter().flat_map(|place| &place.shapes).chain(&self.around).copied()
    }
}

/// The lowest value, and those that divide the members in classes of about the same number,
/// rounded to two digits.
fn breaks(set: &ComparisonSet) -> Vec<f64> {
    let ranked = set.ranked();
    let value = |member: &&Member| member.estimate().map(|estimate| estimate.value);
    let mut breaks: Vec<f64> = ranked.first().and_then(value).into_iter().collect();
    for nth in 1..CLASSES {
        let Some(at) = ranked.get(ranked.len() * nth / CLASSES).and_then(value) else { continue };
        let rounded = rounded(at, set.definition.decimals);
        if breaks.last().is_some_and(|last| rounded > *last) {
            breaks.push(rounded);
        }
    }
    breaks
}

/// A value in two digits, and in no more decimals than it is shown with.
fn rounded(value: f64, decimals: u8) -> f64 {
    let (mut parts, mut whole) = (1.0, 1.0);
    for _ in 0..decimals {
        if value.abs() * parts < 10.0 {
            parts *= 10.0;
        }
    }
    while value.abs() >= whole * 100.0 {
        whole *= 10.0;
    }
    // A division gives the number that a text of so many decimals is read as.
    (value * parts / whole).round() * whole / parts
}

/// The province among the regions that another one lies in.
fn province<'p>(parents: &&'p [String]) -> Option<&'p str> {
    parents.iter().find(|p| Kind::of(p) == Kind::Province).map(String::as_str)
}

/// The provinces that shapes lie in, each with the mean of their middles.
fn named<'d>(
    dataset: &'d Dataset,
    shapes: &[Shape],
    provinces: &[Option<&str>],
) -> Vec<(&'d Region, Point)> {
    let mut named = Vec::new();
    for region in dataset.regions.iter().filter(|region| region.kind() == Kind::Province) {
        let code = Some(&*region.code);
        let own = shapes.iter().zip(provinces).filter(|(_, province)| **province == code);
        let (mean, weight) = mean(own.map(|(shape, _)| shape));
        if weight > 0.0 {
            named.push((region, mean));
        }
    }
    named
}

/// The mean of the middles of shapes, the larger of which count for more, and what they weigh.
fn mean<'s>(shapes: impl Iterator<Item = &'s Shape>) -> (Point, f64) {
    let (mut x, mut y, mut weight) = (0.0, 0.0, 0.0);
    for shape in shapes {
        let share = shape.radius * shape.radius;
        x += shape.middle.0 * share;
        y += shape.middle.1 * share;
        weight += share;
    }
    ((x / weight, y / weight), weight)
}

/// The lines on whose sides lie shapes of different keys, and those that one shape alone has.
fn between(shapes: &[&Shape], keys: &[Option<&str>]) -> (Vec<Step>, Vec<Step>) {
    let mut sides: Vec<(Option<Option<&str>>, bool)> = Vec::new();
    let mut between = Vec::new();
    for (shape, own) in shapes.iter().zip(keys) {
        for step in shape.rings.iter().flatten() {
            let Ok(line) = usize::try_from(if *step < 0 { !*step } else { *step }) else {
                continue;
            };
            if sides.len() <= line {
                sides.resize(line + 1, (None, false));
            }
            let Some((side, is_shared)) = sides.get_mut(line) else { continue };
            match side {
                Some(other) => {
                    *is_shared = true;
                    if other != own {
                        between.push(*step);
                    }
                }
                None => *side = Some(*own),
            }
        }
    }
    let lonely =
        sides.iter().zip(0..).filter(|((side, is_shared), _)| side.is_some() && !is_shared);
    let lonely = lonely.map(|(_, line)| line).collect();
    (between, lonely)
}

impl Place<'_> {
    /// The rings around it: of several shapes, without what two of them share.
    pub fn outline(&self, geometry: &Geometry) -> Vec<Vec<Point>> {
        if let [shape] = self.shapes.as_slice() {
            return shape.rings.iter().map(|ring| geometry.ring(ring)).collect();
        }
        let steps = || self.shapes.iter().flat_map(|shape| &shape.rings).flatten();
        // The library's sorting would weigh more than all that is drawn here.
        let mut sorted: Vec<Step> = Vec::new();
        for step in steps() {
            sorted.insert(sorted.partition_point(|other| other < step), *step);
        }
        let mut left: Vec<Vec<Point>> = Vec::new();
        for step in steps().filter(|step| sorted.binary_search(&!**step).is_err()) {
            let Some((line, is_backwards)) = geometry.line(*step) else { continue };
            let mut line = line.to_vec();
            if is_backwards {
                line.reverse();
            }
            left.push(line);
        }
        let mut rings = Vec::new();
        while let Some(mut ring) = left.pop() {
            // Each line goes on where the one before it ends.
            while let Some(next) = left.iter().position(|line| line.first() == ring.last()) {
                ring.pop();
                ring.append(&mut left.swap_remove(next));
            }
            ring.pop();
            rings.push(ring);
        }
        rings
    }

    /// Where in several shapes a sign stands: in the one nearest to the mean of their middles, the
    /// larger of which count for more; and the radius of a circle that is about as large as what
    /// they have room for together.
    pub fn central(&self) -> Option<(Point, f64)> {
        let ((x, y), weight) = mean(self.shapes.iter().copied());
        let far = |shape: &Shape| (shape.middle.0 - x).hypot(shape.middle.1 - y);
        let mut central = *self.shapes.first()?;
        for shape in self.shapes.iter().copied() {
            if far(shape) < far(central) {
                central = shape;
            }
        }
        Some((central.middle, weight.sqrt() * 0.7))
    }

    /// The shape that has most room for a sign; among equals the one nearest to their middle.
    pub fn widest(&self) -> Option<&Shape> {
        let count = self.shapes.len() as f64;
        let mean = |of: fn(&Shape) -> f64| self.shapes.iter().map(|s| of(s)).sum::<f64>() / count;
        let (x, y) = (mean(|s| s.middle.0), mean(|s| s.middle.1));
        let far = |shape: &Shape| (shape.middle.0 - x).hypot(shape.middle.1 - y);
        let mut widest: Option<&Shape> = None;
        for shape in self.shapes.iter().copied() {
            let is_better = |other: &Shape| {
                shape.radius > other.radius
                    || shape.radius == other.radius && far(shape) < far(other)
            };
            if widest.is_none_or(is_better) {
                widest = Some(shape);
            }
        }
        widest
    }
}
