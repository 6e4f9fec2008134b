// SPDX-License-Identifier: EUPL-1.2
//! The probabilities of counts as far out as one that was seen, or farther.

use super::{density, interval};
use crate::error::Error;

/// The probabilities of both tails, each with the count itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tails {
    /// Of at most so many.
    pub at_most: f64,
    /// Of at least so many.
    pub at_least: f64,
}

impl Tails {
    /// The exact two-sided p value, `min(1, 2·min(Pr(X ≤ x), Pr(X ≥ x)))`.
    pub fn two_sided(self) -> f64 {
        (2.0 * self.at_most.min(self.at_least)).min(1.0)
    }
}

/// Refuses a count that is not whole.
fn whole(name: &'static str, found: f64) -> Result<f64, Error> {
    let found = interval::count(name, found)?;
    if found.fract() == 0.0 && found <= LARGEST {
        return Ok(found);
    }
    Err(Error::Argument { name, found, allowed: "a whole number of at most 1e12" })
}

/// Larger counts would take seconds.
const LARGEST: f64 = 1e12;

/// The tails of `events` where `expected` come on average (Poisson).
///
/// The shorter tail is summed outwards from the count, of which Loader's form gives the
/// probability, so that also the smallest keep twelve digits; the other is what is left.
///
/// # Errors
/// [`Error::Argument`] for `events` that are no whole number from 0 to 1e12, or `expected` below 0.
///
/// ```
/// let tails = kansrijke_start::stats::tails::poisson(7.0, 15.0).unwrap();
/// assert!((tails.at_most - 0.018002192).abs() < 1e-8);
/// assert!((tails.two_sided() - 0.036004384).abs() < 1e-8);
/// ```
pub fn poisson(events: f64, expected: f64) -> Result<Tails, Error> {
    let x = whole("events", events)?;
    let m = interval::count("expected", expected)?;
    if m == 0.0 {
        return Ok(Tails { at_most: 1.0, at_least: if x == 0.0 { 1.0 } else { 0.0 } });
    }
    let own = density::poisson(x, m);
    Ok(if x < m {
        let at_most = sum(own, (0..x as u64).rev().map(|k| (k as f64 + 1.0) / m));
        Tails { at_most, at_least: (1.0 - at_most + own).min(1.0) }
    } else {
        let at_least = sum(own, (x as u64 + 1..).map(|k| m / k as f64));
        Tails { at_most: (1.0 - at_least + own).min(1.0), at_least }
    })
}

/// The tails of `numerator` of `denominator` where each has `probability` (binomial).
///
/// # Errors
/// [`Error::Argument`] for counts that are no whole numbers from 0 to 1e12, the first above the
/// second, or a `probability` outside [0, 1].
///
/// ```
/// let tails = kansrijke_start::stats::tails::binomial(0.0, 20.0, 0.1).unwrap();
/// assert!((tails.at_most - 0.9_f64.powi(20)).abs() < 1e-15);
/// assert_eq!(tails.at_least, 1.0);
/// ```
pub fn binomial(numerator: f64, denominator: f64, probability: f64) -> Result<Tails, Error> {
    let n = whole("denominator", interval::positive("denominator", denominator)?)?;
    let x = whole("numerator", numerator)?;
    if x > n {
        let allowed = "at most the denominator";
        return Err(Error::Argument { name: "numerator", found: x, allowed });
    }
    let p = fraction("probability", probability)?;
    let q = 1.0 - p;
    if p == 0.0 || q == 0.0 {
        let only = if p == 0.0 { 0.0 } else { n };
        let part = |holds: bool| if holds { 1.0 } else { 0.0 };
        return Ok(Tails { at_most: part(only <= x), at_least: part(only >= x) });
    }
    let own = density::binomial(x, n, p, q);
    Ok(if x < n * p {
        // From k + 1 down to k.
        let ratio = |k: u64| (k as f64 + 1.0) * q / ((n - k as f64) * p);
        let at_most = sum(own, (0..x as u64).rev().map(ratio));
        Tails { at_most, at_least: (1.0 - at_most + own).min(1.0) }
    } else {
        // From k − 1 up to k.
        let ratio = |k: u64| (n - k as f64 + 1.0) * p / (k as f64 * q);
        let at_least = sum(own, (x as u64 + 1..=n as u64).map(ratio));
        Tails { at_most: (1.0 - at_least + own).min(1.0), at_least }
    })
}

/// A term and those after it, each the one before times its ratio, until they no longer count.
fn sum(first: f64, ratios: impl Iterator<Item = f64>) -> f64 {
    let (mut term, mut sum) = (first, first);
    for ratio in ratios {
        term *= ratio;
        if term <= sum * 1e-18 {
            break;
        }
        sum += term;
    }
    sum.min(1.0)
}

/// Refuses what is no fraction.
pub(super) fn fraction(name: &'static str, found: f64) -> Result<f64, Error> {
    if (0.0..=1.0).contains(&found) {
        return Ok(found);
    }
    Err(Error::Argument { name, found, allowed: "a fraction from 0 to 1" })
}
