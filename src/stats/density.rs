// SPDX-License-Identifier: EUPL-1.2
//! The probabilities of single counts, accurate however large the counts: Loader's saddle-point
//! form (C. Loader 2000, *Fast and accurate computation of binomial probabilities*), in which no two
//! large logarithms are subtracted.

use super::gamma;
use std::f64::consts::PI;

/// What Stirling's formula leaves out: `ln Γ(x + 1) − (x + ½) ln x + x − ½ ln 2π`, for `x` > 0
/// (Abramowitz & Stegun 1964, 6.1.41).
pub(super) fn stirling_error(x: f64) -> f64 {
    if x < 16.0 {
        return gamma::ln_gamma(x + 1.0) - (x + 0.5) * x.ln() + x - 0.5 * (2.0 * PI).ln();
    }
    let r = 1.0 / (x * x);
    let series = 1.0 / 1260.0 - r * (1.0 / 1680.0 - r * (1.0 / 1188.0 - r * 691.0 / 360_360.0));
    (1.0 / 12.0 - r * (1.0 / 360.0 - r * series)) / x
}

/// The deviance `x ln(x/m) + m − x` of `x` ≥ 0 from a mean `m` > 0, without cancellation where
/// the two are near.
pub(super) fn deviance(x: f64, m: f64) -> f64 {
    if x == 0.0 {
        return m;
    }
    let difference = x - m;
    if difference.abs() >= 0.1 * (x + m) {
        return x * (x / m).ln() + m - x;
    }
    let v = difference / (x + m);
    let (mut sum, mut term, mut odd) = (difference * v, 2.0 * x * v, 1.0);
    loop {
        term *= v * v;
        odd += 2.0;
        let next = sum + term / odd;
        if next == sum {
            return sum;
        }
        sum = next;
    }
}

/// `m^x e^(−m) / Γ(x + 1)`: the probability of `x` events where `m` > 0 are expected; `x` ≥ 0 need
/// not be whole.
pub(super) fn poisson(x: f64, m: f64) -> f64 {
    if x == 0.0 {
        return (-m).exp();
    }
    (-stirling_error(x) - deviance(x, m)).exp() / (2.0 * PI * x).sqrt()
}

/// `Γ(n + 1)/(Γ(x + 1) Γ(n − x + 1)) p^x q^(n − x)`: the probability of `x` of `n` where each has
/// probability `p`, and `q` = 1 − p, both above 0. `x` from 0 to `n` need not be whole.
pub(super) fn binomial(x: f64, n: f64, p: f64, q: f64) -> f64 {
    let rest = n - x;
    if x == 0.0 || rest == 0.0 {
        // The logarithm of what is near 1, from the small one of the two.
        let (small, large) = if x == 0.0 { (p, q) } else { (q, p) };
        return (n * if small < 0.5 { (-small).ln_1p() } else { large.ln() }).exp();
    }
    let error = stirling_error(n) - stirling_error(x) - stirling_error(rest);
    let exponent = error - deviance(x, n * p) - deviance(rest, n * q);
    exponent.exp() * (n / (2.0 * PI * x * rest)).sqrt()
}
