// SPDX-License-Identifier: EUPL-1.2
//! The control limits of a funnel plot.

use super::interval;
use super::normal;
use crate::error::Error;

/// The limits between which a share of this denominator falls by chance alone, as fractions.
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
