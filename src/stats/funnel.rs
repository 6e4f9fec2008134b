// SPDX-License-Identifier: EUPL-1.2
//! The control limits of a funnel plot.

use super::{gamma, interval, normal};
use crate::error::Error;

/// The limits between which a share or a rate of this denominator falls by chance alone, as
/// fractions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// Lower limit, 2.5 % below it.
    pub lower95: f64,
    /// Upper limit, 2.5 % above it.
    pub upper95: f64,
    /// Lower limit, 0.1 % below it.
    pub lower998: f64,
    /// Upper limit, 0.1 % above it.
    pub upper998: f64,
}

/// Control limits around the average a of shares: `a ± z·√(a(1 − a)/n)` at 95 % and 99.8 %,
/// clamped to [0, 1] (Spiegelhalter 2005, Statistics in Medicine 24: 1185-1202).
///
/// `average` lies in [0, 1], `denominator` is above 0.
///
/// # Errors
/// [`Error::Argument`] names the first argument outside its range.
///
/// ```
/// let limits = kansrijke_start::stats::funnel::limits(0.5, 100.0).unwrap();
/// assert!((limits.upper95 - 0.5979981992270027).abs() < 1e-12);
/// assert!((limits.lower998 - 0.34548838469160935).abs() < 1e-12);
/// ```
pub fn limits(average: f64, denominator: f64) -> Result<Limits, Error> {
    let n = interval::positive("denominator", denominator)?;
    if !(0.0..=1.0).contains(&average) {
        return Err(Error::Argument { name: "average", found: average, allowed: "0 to 1" });
    }
    let error = (average * (1.0 - average) / n).sqrt();
    let at = |z: f64| (average + z * error).clamp(0.0, 1.0);
    let (warning, alarm) = (normal::two_sided_z(0.95), normal::two_sided_z(0.998));
    Ok(Limits {
        lower95: at(-warning),
        upper95: at(warning),
        lower998: at(-alarm),
        upper998: at(alarm),
    })
}

/// From this many expected events the limits come from an expansion, which then differs from
/// the exact ones by less than 0.002 events; the series for those would overflow further on.
const EXPANSION_FROM: f64 = 400.0;

/// Steps of the secant, after which the limits below that are within a hundred-thousandth of an event.
const STEPS: usize = 3;

/// Exact Poisson control limits around an average of events per unit of exposure: where a count
/// of so few, or so many, has a probability of 2.5 % or 0.1 %. Where even no events at all are
/// likelier than that, the lower limit is 0.
///
/// The probability of at most x events is 1 - P(x + 1, λ), that of at least x is P(x, λ), with λ
/// what is expected and P the regularised incomplete gamma function (Abramowitz &
/// Stegun 1964, 26.4.21). Between the counts P goes on smoothly, so the limits
/// do, and a count lies outside them if and only if its probability is that small.
///
/// `average` is 0 or more and finite, `exposure` above 0.
///
/// # Errors
/// [`Error::Argument`] names the first argument outside its range.
///
/// ```
/// use kansrijke_start::stats::funnel::rate_limits;
///
/// // 15 events are expected; P(X ≤ 7) = 0.0180, P(X ≤ 8) = 0.0374, P(X ≥ 24) = 0.0195.
/// let limits = rate_limits(0.015, 1000.0).unwrap();
/// assert!((limits.lower95 * 1000.0 - 7.428786046638873).abs() < 1e-6);
/// assert!((limits.upper95 * 1000.0 - 23.527470517417086).abs() < 1e-6);
/// assert_eq!(rate_limits(0.001, 1000.0).unwrap().lower95, 0.0);
/// ```
pub fn rate_limits(average: f64, exposure: f64) -> Result<Limits, Error> {
    let exposure = interval::positive("exposure", exposure)?;
    let expected = interval::count("average", average)? * exposure;
    let (warning, alarm) = (normal::two_sided_z(0.95), normal::two_sided_z(0.998));
    let at = |z: f64, tail: f64| (events(expected, z, tail) / exposure).max(0.0);
    Ok(Limits {
        lower95: at(-warning, 0.025),
        upper95: at(warning, 0.025),
        lower998: at(-alarm, 0.001),
        upper998: at(alarm, 0.001),
    })
}

/// The number of events, not always whole, that has `tail` on its outer side, `z` standard
/// deviations from what is expected.
fn events(expected: f64, z: f64, tail: f64) -> f64 {
    if expected == 0.0 || z < 0.0 && (-expected).exp() >= tail {
        return 0.0;
    }
    let root = expected.sqrt();
    // The shape at which the incomplete gamma function leaves the tail, by the expansion of
    // Cornish and Fisher with the correction for whole numbers.
    let guess = expected + z * root + (z * z - 1.0) / 6.0 + 0.5;
    let shape = if expected >= EXPANSION_FROM {
        guess + (z - z * z * z) / (72.0 * root) - z / (24.0 * root)
    } else {
        let miss = |shape: f64| {
            let below = gamma::cumulative(shape, expected);
            (if z < 0.0 { 1.0 - below } else { below } / tail).ln()
        };
        let (mut before, mut shape) = (guess, guess + 0.1);
        let (mut miss_before, mut miss_now) = (miss(before), miss(shape));
        for _ in 0..STEPS {
            let slope = (miss_now - miss_before) / (shape - before);
            if slope == 0.0 || !slope.is_finite() {
                break;
            }
            (before, miss_before) = (shape, miss_now);
            shape = (shape - miss_now / slope).max(0.01);
            miss_now = miss(shape);
        }
        shape
    };
    if z < 0.0 { (shape - 1.0).max(0.0) } else { shape }
}
