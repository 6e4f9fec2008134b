// SPDX-License-Identifier: EUPL-1.2
//! How many of many differences chance would give, and which of them hold when that is corrected for.

use super::interval::{self, Estimate};
use super::normal;
use super::rank::Kind;
use super::tails::{self, fraction};
use crate::error::Error;

/// The rate of false discoveries, and the error of each verdict.
const ERROR: f64 = 0.05;

/// From this many events the limits of a rate are Byar's.
const BYAR_FROM: f64 = 10.0;

/// The p value of a count beside a fixed benchmark: the larger of the one that belongs to its verdict
/// and the exact one.
///
/// The verdict's own is below 0.05 exactly when the interval excludes the benchmark: for a share the
/// score test `erfc(|x − nb|/√(2nb(1 − b)))`, for a rate the exact one below 10 events and from there
/// the inverse of Byar's limits (Breslow & Day 1987). The exact one is twice the smaller tail of the
/// binomial or Poisson distribution; it is there because the score test is far too eager at small
/// p values, and so whatever holds is also coloured.
///
/// `benchmark` is a fraction of a share, events per unit of a rate.
///
/// # Errors
/// [`Error::Argument`] names the first argument outside its range; counts must be whole.
///
/// ```
/// use kansrijke_start::stats::discovery::p_value;
/// use kansrijke_start::stats::rank::Kind;
///
/// // 30 of 200 beside 10 %: the score test says 0.0184, the exact one 0.0327.
/// let p = p_value(Kind::Share, 30.0, 200.0, 0.1).unwrap();
/// assert!((p - 0.0327).abs() < 1e-4, "{p}");
/// assert_eq!(p_value(Kind::Share, 0.0, 200.0, 0.0), Ok(1.0));
/// assert_eq!(p_value(Kind::Rate, 1.0, 200.0, 0.0), Ok(0.0));
/// ```
pub fn p_value(kind: Kind, numerator: f64, denominator: f64, benchmark: f64) -> Result<f64, Error> {
    let n = interval::positive("denominator", denominator)?;
    let x = interval::count("numerator", numerator)?;
    let (verdict, tails) = match kind {
        Kind::Share => {
            let b = fraction("benchmark", benchmark)?;
            let tails = tails::binomial(x, n, b)?;
            let error = (2.0 * n * b * (1.0 - b)).sqrt();
            // At the ends of the scale there is no chance: it is so, or it is not.
            let score = || normal::erfc((x - n * b).abs() / error);
            (if error > 0.0 { score() } else { tails.two_sided() }, tails)
        }
        Kind::Rate => {
            let expected = interval::count("benchmark", benchmark)? * n;
            let tails = tails::poisson(x, expected)?;
            let p = if x < BYAR_FROM { tails.two_sided() } else { byar(x, expected) };
            (p, tails)
        }
    };
    Ok(verdict.max(tails.two_sided()).min(1.0))
}

/// The p value that belongs to Byar's limits.
fn byar(x: f64, expected: f64) -> f64 {
    let y = x + 1.0;
    let lower = 3.0 * x.sqrt() * (1.0 - 1.0 / (9.0 * x) - (expected / x).cbrt());
    let upper = 3.0 * y.sqrt() * ((expected / y).cbrt() - 1.0 + 1.0 / (9.0 * y));
    normal::erfc(lower.max(upper) * std::f64::consts::FRAC_1_SQRT_2).min(1.0)
}

/// The p value of a value with a published 95 % interval beside a fixed benchmark, all in one unit:
/// of `z = z₉₅·|value − b|/(distance from the value to the limit on the side of b)`. `None` where
/// there is no such distance.
///
/// ```
/// use kansrijke_start::stats::discovery::p_value_of_interval;
/// use kansrijke_start::stats::interval::Estimate;
///
/// // The limit lies exactly at the benchmark.
/// let p = p_value_of_interval(Estimate { value: 12.0, lower: 10.0, upper: 15.0 }, 10.0);
/// assert!((p.unwrap() - 0.05).abs() < 1e-15);
/// ```
pub fn p_value_of_interval(estimate: Estimate, benchmark: f64) -> Option<f64> {
    let Estimate { value, lower, upper } = estimate;
    let difference = (value - benchmark).abs();
    if difference == 0.0 {
        return Some(1.0);
    }
    let reach = if benchmark < value { value - lower } else { upper - value };
    let z = normal::two_sided_z(1.0 - ERROR) * difference / reach;
    (reach > 0.0).then(|| normal::erfc(z * std::f64::consts::FRAC_1_SQRT_2))
}

/// What is left of many verdicts when their number is corrected for.
#[derive(Clone, Debug, PartialEq)]
pub struct Discoveries {
    /// How many areas were tested or withheld, M.
    pub areas: usize,
    /// The adjusted p value of each tested area, in their order.
    pub adjusted: Vec<f64>,
    /// Whether its difference holds.
    pub holds: Vec<bool>,
    /// How many coloured areas chance would give at most, if no area truly differed: 0.05·M.
    pub expected: f64,
}

/// Controls the false discovery rate at 5 % over the p values of disjoint areas, of which `withheld`
/// more have none: those count as 1.
///
/// Benjamini and Hochberg (1995), JRSS B 57: 289-300: with the p values in order,
/// `P₍₁₎ ≤ … ≤ P₍ₜ₎`, and k the largest i with `P₍ᵢ₎·M ≤ 0.05·i`, all up to the k-th hold.
///
/// # Errors
/// [`Error::Argument`] for a p value outside [0, 1].
///
/// ```
/// let p = [0.01, 0.8, 0.03, 0.005];
/// let found = kansrijke_start::stats::discovery::discoveries(&p, 0).unwrap();
/// assert_eq!(found.holds, [true, false, true, true]);
/// assert!(found.adjusted.iter().zip([0.02, 0.8, 0.04, 0.02]).all(|(p, q)| (p - q).abs() < 1e-15));
/// // With two more that are withheld, 0.03 is no longer small enough.
/// let found = kansrijke_start::stats::discovery::discoveries(&p, 2).unwrap();
/// assert_eq!(found.holds, [true, false, false, true]);
/// ```
pub fn discoveries(p_values: &[f64], withheld: usize) -> Result<Discoveries, Error> {
    for p in p_values {
        fraction("p", *p)?;
    }
    let areas = p_values.len() + withheld;
    let mut order: Vec<(f64, usize)> = p_values.iter().copied().zip(0..).collect();
    order.sort_by(|one, two| one.0.total_cmp(&two.0));
    let all = areas as f64;
    let passes = |(nth, (p, _)): (usize, &(f64, usize))| {
        (p * all <= ERROR * (nth as f64 + 1.0)).then_some(*p)
    };
    let largest = order.iter().enumerate().filter_map(passes).next_back();
    let mut adjusted = vec![1.0; p_values.len()];
    let mut least = 1.0_f64;
    for (nth, (p, at)) in order.iter().enumerate().rev() {
        least = least.min((p * all / (nth as f64 + 1.0)).max(*p));
        if let Some(place) = adjusted.get_mut(*at) {
            *place = least;
        }
    }
    let holds = p_values.iter().map(|p| largest.is_some_and(|largest| *p <= largest)).collect();
    Ok(Discoveries { areas, adjusted, holds, expected: ERROR * all })
}
