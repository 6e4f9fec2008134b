// SPDX-License-Identifier: EUPL-1.2
//! The gap to a benchmark as a number of persons.

use super::exact::{Benchmark, Ratio};
use super::interval::{self, Estimate};
use crate::error::Error;

/// How many more (above 0) or fewer (below 0) than at the benchmark, in whole persons or in
/// multiples of the step that was asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// `x − n·b`, not rounded.
    pub exact: f64,
    /// The same, rounded. 0 stands for less than one step.
    pub number: i64,
    /// The limit nearest to the lower end.
    pub lower: i64,
    /// The limit nearest to the upper end.
    pub upper: i64,
    /// The gap of a window of several years divided by them, rounded once.
    pub per_year: Option<i64>,
}

/// The gap, or why none is given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Outcome {
    /// It is given.
    Given(Gap),
    /// The interval holds the benchmark: the difference may be chance.
    Similar,
    /// The value lies nearer to the benchmark than one unit of its last digit: its rounding would
    /// decide the number.
    TooCoarse,
}

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counts {
    /// How many, x.
    pub numerator: f64,
    /// Out of how many, n; the exposure of a rate.
    pub denominator: f64,
    /// How many years the figure is of, 1 or more.
    pub years: u32,
    /// Numbers are given in multiples of this: 1, or 5, 10 or 100 where the counts are rounded so.
    pub step: u32,
}

/// The gap `G = x − n·b` of a count to a benchmark b, with the limits `n·L − n·b` and `n·U − n·b` of
/// the 95 % interval that gave the verdict, L and U as fractions. A fixed benchmark carries no error
/// of its own.
///
/// G is an exact quotient and rounded half away from zero in whole numbers; the limits are rounded
/// likewise from floating point. Plain arithmetic on an interval, no effect of anything. Gaps of
/// areas are not to be added up: those that cannot be told from the benchmark have none.
///
/// # Errors
/// [`Error::Argument`] names the first argument outside its range.
///
/// ```
/// use kansrijke_start::stats::exact::Benchmark;
/// use kansrijke_start::stats::gap::{Counts, Outcome, gap};
/// use kansrijke_start::stats::rate::poisson;
///
/// // Rotterdam in 2015 beside the Netherlands, CBS table 37201: 84 of 7,879 children have a mother
/// // under 20; at the country's 1,109 of 170,510 it would be 51.
/// let counts = Counts { numerator: 84.0, denominator: 7879.0, years: 1, step: 1 };
/// let netherlands = Benchmark::counted(1109.0, 170_510.0).unwrap();
/// let limits = poisson(84.0, 7879.0, 0.95).unwrap();
/// let Outcome::Given(gap) = gap(counts, limits, netherlands).unwrap() else { panic!() };
/// assert_eq!((gap.number, gap.lower, gap.upper), (33, 16, 53));
/// ```
///
/// ```
/// # use kansrijke_start::stats::exact::Benchmark;
/// # use kansrijke_start::stats::gap::{Counts, Outcome, gap};
/// # use kansrijke_start::stats::proportion::wilson;
/// // 12.25 % of 200 is exactly 24.5, and 45 − 24.5 = 20.5 is 21: halves go away from zero.
/// let counts = Counts { numerator: 45.0, denominator: 200.0, years: 1, step: 1 };
/// let benchmark = Benchmark::published(12.25, 100.0).unwrap();
/// let limits = wilson(45.0, 200.0, 0.95).unwrap();
/// let Outcome::Given(gap) = gap(counts, limits, benchmark).unwrap() else { panic!() };
/// assert_eq!((gap.exact, gap.number), (20.5, 21));
/// ```
pub fn gap(counts: Counts, limits: Estimate, benchmark: Benchmark) -> Result<Outcome, Error> {
    let x = interval::count("numerator", counts.numerator)?;
    let n = interval::positive("denominator", counts.denominator)?;
    let least = |name, found: u32| match found {
        0 => Err(Error::Argument { name, found: 0.0, allowed: "1 or more" }),
        found => Ok(found),
    };
    let (years, step) = (least("years", counts.years)?, least("step", counts.step)?);
    let b = benchmark.value.value();
    if limits.lower <= b && b <= limits.upper {
        return Ok(Outcome::Similar);
    }
    let too_large = |name, found| Error::Argument { name, found, allowed: "at most 1e12" };
    let (events, _) = Ratio::decimal(x).ok_or(too_large("numerator", x))?;
    let all = |value: Ratio| Ratio::decimal(n).and_then(|(n, _)| n.times(value));
    let exact = all(benchmark.value).and_then(|expected| events.minus(expected));
    let exact = exact.ok_or(too_large("denominator", n))?;
    let above = all(benchmark.unit).and_then(|unit| exact.size().minus(unit));
    if above.ok_or(too_large("denominator", n))?.sign() < 0 {
        return Ok(Outcome::TooCoarse);
    }
    let number = exact.rounded(step).ok_or(too_large("numerator", x))?;
    let rounded = |limit: f64| {
        let steps = (n * limit - n * b) / f64::from(step);
        steps.round() as i64 * i64::from(step)
    };
    let yearly = Ratio::quotient(1.0, f64::from(years)).and_then(|part| exact.times(part));
    let per_year = yearly.filter(|_| years > 1).and_then(|yearly| yearly.rounded(step));
    let (lower, upper) = (rounded(limits.lower), rounded(limits.upper));
    Ok(Outcome::Given(Gap { exact: exact.value(), number, lower, upper, per_year }))
}
