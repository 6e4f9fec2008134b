// SPDX-License-Identifier: EUPL-1.2
//! The members of a comparison set around the benchmark's figure, by how many each is about.

use super::members::{ComparisonSet, Member, Scope};
use crate::error::Error;
use crate::indicator::comparison::Verdict;
use crate::indicator::definition::{Counted, Definition, Kind};
use crate::stats::funnel::{self, Limits};
#[cfg(feature = "tools")]
use crate::stats::{dispersion, rank};

/// One region's place.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Whose it is: its place among the members; `None` for the region asked for where it is none
    /// of them.
    pub nth: Option<usize>,
    /// Out of how many.
    pub denominator: f64,
    /// Its value, in the unit shown.
    pub value: f64,
    /// Where it lies from the 95 % limits.
    pub verdict: Verdict,
    /// Whether it lies outside the 99.8 % limits, too.
    pub is_far: bool,
    /// How far it lies from the centre, with the 95 % limit on that side at 1.
    pub distance: f64,
}

impl Point {
    /// Whose it is.
    pub fn member<'s>(&self, set: &'s ComparisonSet) -> Option<&'s Member<'s>> {
        self.nth.map_or(Some(&set.own), |nth| set.members.get(nth))
    }
}

/// What the members that have counts are set around, and where each lies from its control limits.
#[derive(Clone, Debug, PartialEq)]
pub struct Funnel {
    /// The benchmark's figure, with which a ranking and a map compare, too; without one all
    /// numerators together out of all denominators together. In the unit shown.
    pub centre: f64,
    /// Whether the centre is the average of the members, as no benchmark has a figure.
    pub is_average: bool,
    /// The regions, in the order of the members.
    pub points: Vec<Point>,
    /// The region asked for, where it is none of the members but of their sort: it lies between
    /// the same limits, and is not counted with them.
    pub outsider: Option<Point>,
    /// The numerators below which a figure is not shown.
    pub threshold: f64,
    /// The variance between areas, of fractions, with which wider limits stand beside those of
    /// chance; none where they do not. See [`crate::stats::dispersion`].
    #[cfg(feature = "tools")]
    pub tau2: Option<f64>,
    kind: Kind,
}

impl Funnel {
    /// Places the members; `threshold` is that of disclosure control.
    ///
    /// # Errors
    /// [`Error::NoFunnel`] where no two members have a numerator and a denominator of persons:
    /// means and counts have no limits, and municipalities that all answered do not vary by
    /// chance. Also where neighbours or peers have no benchmark, because no mean is made of them.
    pub fn of(set: &ComparisonSet, threshold: f64) -> Result<Self, Error> {
        let definition = set.definition;
        let mut counted = Vec::new();
        let (mut events, mut all) = (0.0, 0.0);
        for (nth, member) in set.members.iter().enumerate() {
            if let Some((numerator, denominator, value)) = counts(definition, member) {
                events += numerator;
                all += denominator;
                counted.push((Some(nth), denominator, value));
            }
        }
        if counted.len() < 2 {
            return Err(Error::NoFunnel { id: definition.id.clone() });
        }
        let kind = definition.kind;
        let benchmark = set.benchmark.as_ref().and_then(Member::estimate);
        let is_average = benchmark.is_none();
        // Of those that were chosen for being near or alike no mean is made.
        if is_average && matches!(set.scope, Scope::Chosen(_)) {
            return Err(Error::NoFunnel { id: definition.id.clone() });
        }
        let centre = benchmark.map_or(events / all * kind.factor(), |estimate| estimate.value);
        let points = Vec::new();
        let mut funnel = Self {
            centre,
            is_average,
            points,
            outsider: None,
            threshold,
            #[cfg(feature = "tools")]
            tau2: None,
            kind,
        };
        for (nth, denominator, value) in counted {
            let point = funnel.place(nth, denominator, value)?;
            funnel.points.push(point);
        }
        let own = &set.own;
        let is_outsider = own.region.kind() == set.kind && funnel.point(set, own).is_none();
        if let Some((_, denominator, value)) = counts(definition, own).filter(|_| is_outsider) {
            funnel.outsider = Some(funnel.place(None, denominator, value)?);
        }
        Ok(funnel)
    }

    fn place(&self, nth: Option<usize>, denominator: f64, value: f64) -> Result<Point, Error> {
        let limits = self.limits(denominator)?;
        let verdict = match value {
            value if value < limits.lower95 => Verdict::Lower,
            value if value > limits.upper95 => Verdict::Higher,
            _ => Verdict::Similar,
        };
        let is_far = value < limits.lower998 || value > limits.upper998;
        let nearest = if value < self.centre { limits.lower95 } else { limits.upper95 };
        let reach = (nearest - self.centre).abs();
        let away = (value - self.centre).abs();
        let distance = if reach > 0.0 { away / reach } else { 0.0 };
        Ok(Point { nth, denominator, value, verdict, is_far, distance })
    }

    /// Every point: those of the members, and the outsider's.
    pub fn all(&self) -> impl Iterator<Item = &Point> {
        self.points.iter().chain(&self.outsider)
    }

    /// The value below which a denominator's numerator is too small to show, in the unit shown.
    pub fn hidden_below(&self, denominator: f64) -> f64 {
        self.threshold / denominator * self.kind.factor()
    }

    /// The point of a region.
    pub fn point(&self, set: &ComparisonSet, member: &Member) -> Option<&Point> {
        let is_its = |point: &&Point| {
            point.member(set).is_some_and(|other| other.region.code == member.region.code)
        };
        self.all().find(is_its)
    }

    /// How many members lie outside the 95 % limits.
    pub fn beyond(&self) -> usize {
        self.points.iter().filter(|point| point.verdict != Verdict::Similar).count()
    }

    /// The control limits of a denominator, in the unit shown.
    ///
    /// # Errors
    /// A denominator of nothing.
    pub fn limits(&self, denominator: f64) -> Result<Limits, Error> {
        let factor = self.kind.factor();
        let centre = self.centre / factor;
        let limits = match self.kind {
            Kind::Rate => funnel::rate_limits(centre, denominator),
            _ => funnel::limits(centre, denominator),
        }?;
        Ok(Limits {
            lower95: limits.lower95 * factor,
            upper95: limits.upper95 * factor,
            lower998: limits.lower998 * factor,
            upper998: limits.upper998 * factor,
        })
    }

    /// The wider limits of a denominator, in the unit shown; none where areas are not known to
    /// differ by more than chance.
    #[cfg(feature = "tools")]
    pub fn wider(&self, denominator: f64) -> Option<Limits> {
        let factor = self.kind.factor();
        let kind = match self.kind {
            Kind::Rate => rank::Kind::Rate,
            _ => rank::Kind::Share,
        };
        let centre = self.centre / factor;
        let limits = dispersion::widened(kind, centre, denominator, self.tau2?).ok()?;
        Some(Limits {
            lower95: limits.lower95 * factor,
            upper95: limits.upper95 * factor,
            lower998: limits.lower998 * factor,
            upper998: limits.upper998 * factor,
        })
    }
}

/// How many had it, out of how many, and the value, where they say how much is chance.
fn counts(definition: &Definition, member: &Member) -> Option<(f64, f64, f64)> {
    let estimate = member.estimate()?;
    let has_limits = matches!(definition.kind, Kind::Share | Kind::Rate)
        && definition.counted == Counted::Persons;
    let denominator = estimate.denominator.filter(|n| has_limits && *n > 0.0)?;
    Some((estimate.numerator?, denominator, estimate.value))
}
