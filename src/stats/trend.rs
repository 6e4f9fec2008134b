// SPDX-License-Identifier: EUPL-1.2
//! Whether a share has been rising or falling over its last five periods.

use super::interval;
use crate::error::Error;

/// The chi-square value with one degree of freedom that 99.8 % confidence asks for.
const CRITICAL: f64 = 9.549_535_706_083_24;

/// How many periods the method looks at.
pub const PERIODS: usize = 5;

/// One period's counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Year {
    /// The year: the distance between years is what counts.
    pub year: f64,
    /// Events in it.
    pub numerator: f64,
    /// Those at risk.
    pub denominator: f64,
}

/// What the test says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Rising, with 99.8 % confidence and whichever of the points is left out.
    Increasing,
    /// Falling, likewise.
    Decreasing,
    /// Neither can be shown.
    NoChange,
    /// Fewer than five periods, or a share of exactly 0 or 1 among them.
    CannotBeCalculated,
}

impl Verdict {
    /// The word of the public interface.
    pub fn word(self) -> &'static str {
        match self {
            Self::Increasing => "increasing",
            Self::Decreasing => "decreasing",
            Self::NoChange => "no-change",
            Self::CannotBeCalculated => "cannot-be-calculated",
        }
    }
}

/// A verdict with the test value it rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trend {
    /// The verdict.
    pub verdict: Verdict,
    /// Chi-square for trend, one degree of freedom; none where it cannot be calculated.
    pub chi_squared: Option<f64>,
}

/// The recent trend of Fingertips: chi-square for trend (Cochran-Armitage, with the factor N)
/// over the last five periods, and the same sign of the unweighted slope of logit(p) on the
/// year after dropping each point in turn.
///
/// Years may come in any order and not twice; the last five of them are used.
///
/// # Errors
/// [`Error::Argument`] for a count that is negative, not finite or above its denominator, a
/// denominator that is not above 0, a year that is not finite or comes twice.
///
/// ```
/// use kansrijke_start::stats::trend::{recent, Verdict, Year};
///
/// let year = |year, numerator| Year { year, numerator, denominator: 1000.0 };
/// let rising = [year(2015.0, 90.0), year(2011.0, 50.0), year(2012.0, 60.0),
///     year(2013.0, 70.0), year(2014.0, 80.0)];
/// let trend = recent(&rising).unwrap();
/// assert_eq!(trend.verdict, Verdict::Increasing);
/// // By hand: 5000·(5000·800 − 350·10000)² / (350·4650·(5000·30000 − 10000²)).
/// assert!((trend.chi_squared.unwrap() - 15.360983102918587).abs() < 1e-9);
/// ```
pub fn recent(years: &[Year]) -> Result<Trend, Error> {
    for year in years {
        if !year.year.is_finite() {
            return Err(Error::Argument {
                name: "year",
                found: year.year,
                allowed: "a finite number",
            });
        }
        interval::count("numerator", year.numerator)?;
        interval::positive("denominator", year.denominator)?;
        if year.numerator > year.denominator {
            return Err(Error::Argument {
                name: "numerator",
                found: year.numerator,
                allowed: "at most the denominator",
            });
        }
    }
    // The latest first. A list of years is short, and the library's sorts weigh more in a
    // browser than all the rest of this file.
    let mut sorted: Vec<Year> = Vec::new();
    for year in years {
        let place = sorted.iter().position(|s| s.year <= year.year);
        sorted.insert(place.unwrap_or(sorted.len()), *year);
    }
    for (one, next) in sorted.iter().zip(sorted.iter().skip(1)) {
        if one.year == next.year {
            return Err(Error::Argument {
                name: "year",
                found: one.year,
                allowed: "each year once",
            });
        }
    }
    sorted.truncate(PERIODS);
    let extreme = |y: &Year| y.numerator == 0.0 || y.numerator == y.denominator;
    if sorted.len() < PERIODS || sorted.iter().any(extreme) {
        return Ok(Trend { verdict: Verdict::CannotBeCalculated, chi_squared: None });
    }
    let chi_squared = chi_squared(&sorted);
    let verdict = match steady_direction(&sorted) {
        Some(verdict) if chi_squared > CRITICAL => verdict,
        _ => Verdict::NoChange,
    };
    Ok(Trend { verdict, chi_squared: Some(chi_squared) })
}

fn chi_squared(years: &[Year]) -> f64 {
    // The statistic does not change when the years are shifted; small numbers keep its digits.
    let first = years.last().map_or(0.0, |y| y.year);
    let (mut n, mut x, mut xt, mut nt, mut ntt) = (0.0, 0.0, 0.0, 0.0, 0.0);
    for year in years {
        let t = year.year - first;
        n += year.denominator;
        x += year.numerator;
        xt += year.numerator * t;
        nt += year.denominator * t;
        ntt += year.denominator * t * t;
    }
    let distance = n * xt - x * nt;
    n * distance * distance / (x * (n - x) * (n * ntt - nt * nt))
}

/// The direction of the slope of logit(p) if it is the same without each of the points.
fn steady_direction(years: &[Year]) -> Option<Verdict> {
    let slopes: Vec<f64> = (0..years.len()).map(|dropped| slope_without(years, dropped)).collect();
    if slopes.iter().all(|s| *s > 0.0) {
        Some(Verdict::Increasing)
    } else if slopes.iter().all(|s| *s < 0.0) {
        Some(Verdict::Decreasing)
    } else {
        None
    }
}

/// A number with the sign of the least-squares slope.
fn slope_without(years: &[Year], dropped: usize) -> f64 {
    let kept = || years.iter().enumerate().filter(|(i, _)| *i != dropped).map(|(_, y)| y);
    let count = kept().count() as f64;
    let mean = kept().map(|y| y.year).sum::<f64>() / count;
    kept().map(|y| (y.year - mean) * (y.numerator / (y.denominator - y.numerator)).ln()).sum()
}
