// SPDX-License-Identifier: EUPL-1.2
//! Rates: x events in some exposure.

use super::interval::{self, Estimate};
use super::{gamma, normal};
use crate::error::Error;

/// From this many events Byar's approximation is used, below it the exact limits.
const BYAR_FROM: f64 = 10.0;

/// A rate per unit of exposure with its Poisson interval.
///
/// Below 10 events the exact limits: half the chi-square quantiles with `2x` and `2x + 2`
/// degrees of freedom (Garwood 1936). From 10 up Byar's approximation,
/// `x(1 − 1/(9x) − z/(3√x))³` and the same with `x + 1` and `+ z` (Breslow & Day 1987, vol. II,
/// p. 69). The rule of OHID's PHEindicatormethods. `events` is 0 or more, `exposure` above 0,
/// `confidence` in (0, 1); without events the lower limit is exactly 0.
///
/// # Errors
/// [`Error::Argument`] names the first argument outside its range.
///
/// ```
/// use kansrijke_start::stats::rate::poisson;
///
/// // Garwood (1936), Biometrika 28: 437-442: 5 events have 95 % limits 1.62 and 11.67.
/// let exact = poisson(5.0, 1.0, 0.95).unwrap();
/// assert!((exact.lower - 1.623486).abs() < 1e-6 && (exact.upper - 11.668332).abs() < 1e-6);
/// // No events: the upper limit is -ln(0.025).
/// assert!((poisson(0.0, 1.0, 0.95).unwrap().upper - 3.688879454113936).abs() < 1e-12);
/// // From 10 events Byar stays within half a percent of the exact 4.795389 and 18.390356.
/// let byar = poisson(10.0, 1.0, 0.95).unwrap();
/// assert!((byar.lower / 4.795389 - 1.0).abs() < 5e-3);
/// assert!((byar.upper / 18.390356 - 1.0).abs() < 5e-3);
/// ```
pub fn poisson(events: f64, exposure: f64, confidence: f64) -> Result<Estimate, Error> {
    let x = interval::count("events", events)?;
    let exposure = interval::positive("exposure", exposure)?;
    let confidence = interval::confidence(confidence)?;
    let (lower, upper) = if x < BYAR_FROM { exact(x, confidence) } else { byar(x, confidence) };
    Ok(Estimate { value: x / exposure, lower: lower / exposure, upper: upper / exposure })
}

fn exact(x: f64, confidence: f64) -> (f64, f64) {
    let tail = (1.0 - confidence) / 2.0;
    let lower = if x == 0.0 { 0.0 } else { gamma::quantile(x, tail) };
    (lower, gamma::quantile(x + 1.0, 1.0 - tail))
}

fn byar(x: f64, confidence: f64) -> (f64, f64) {
    let z = normal::two_sided_z(confidence);
    let limit = |x: f64, z: f64| {
        let root = 1.0 - 1.0 / (9.0 * x) + z / (3.0 * x.sqrt());
        x * root * root * root
    };
    (limit(x, -z).max(0.0), limit(x + 1.0, z))
}
