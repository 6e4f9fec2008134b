// SPDX-License-Identifier: EUPL-1.2
//! Shares: x of n.

use super::interval::{self, Estimate};
use super::normal;
use crate::error::Error;

/// A proportion with its Wilson score interval, without continuity correction, as fractions.
///
/// `(2x + z² ± z·√(z² + 4x(1 − x/n))) / (2(n + z²))` (Wilson 1927, JASA 22: 209-212); the
/// method of OHID's Fingertips. `numerator` is 0 or more and at most `denominator`, which is
/// above 0 (any size up to 1e12 keeps nine digits); `confidence` lies in (0, 1). With
/// `numerator` 0 the lower limit is exactly 0, with `numerator` = `denominator` the upper
/// limit is exactly 1.
///
/// # Errors
/// [`Error::Argument`] names the first argument outside its range.
///
/// ```
/// use kansrijke_start::stats::proportion::wilson;
///
/// // Newcombe (1998), Statistics in Medicine 17: 857-872, table I, method 3.
/// for (x, n, lower, upper) in [
///     (81.0, 263.0, 0.2553, 0.3662),
///     (15.0, 148.0, 0.0624, 0.1605),
///     (0.0, 20.0, 0.0, 0.1611),
///     (1.0, 29.0, 0.0061, 0.1718),
/// ] {
///     let share = wilson(x, n, 0.95).unwrap();
///     assert!((share.lower - lower).abs() < 5e-5, "{share:?}");
///     assert!((share.upper - upper).abs() < 5e-5, "{share:?}");
/// }
/// assert!(wilson(3.0, 2.0, 0.95).is_err());
/// ```
pub fn wilson(numerator: f64, denominator: f64, confidence: f64) -> Result<Estimate, Error> {
    let x = interval::count("numerator", numerator)?;
    let n = interval::positive("denominator", denominator)?;
    let confidence = interval::confidence(confidence)?;
    if x > n {
        return Err(Error::Argument {
            name: "numerator",
            found: x,
            allowed: "at most the denominator",
        });
    }
    let z = normal::two_sided_z(confidence);
    let middle = 2.0 * x + z * z;
    let spread = z * (z * z + 4.0 * x * (1.0 - x / n)).sqrt();
    let scale = 2.0 * (n + z * z);
    Ok(Estimate {
        value: x / n,
        lower: if x == 0.0 { 0.0 } else { ((middle - spread) / scale).max(0.0) },
        upper: if x == n { 1.0 } else { ((middle + spread) / scale).min(1.0) },
    })
}
