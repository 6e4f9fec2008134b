// SPDX-License-Identifier: EUPL-1.2
//! The gamma distribution, whose quantiles are the exact limits of a Poisson count.

/// The quantile of the gamma distribution with `shape` > 0 and scale 1, at `p` in (0, 1).
///
/// Half the quantile of chi-square with `2 × shape` degrees of freedom. By bisection on the
/// regularised incomplete gamma function, to the last bit that it resolves: shapes stay small
/// here (see [`super::rate`]), so speed does not matter and a closed form is not needed.
pub(super) fn quantile(shape: f64, p: f64) -> f64 {
    let (mut low, mut high) = (0.0, shape + 1.0);
    while cumulative(shape, high) < p {
        high *= 2.0;
    }
    loop {
        let middle = low + (high - low) / 2.0;
        if middle <= low || middle >= high {
            return middle;
        }
        if cumulative(shape, middle) < p {
            low = middle;
        } else {
            high = middle;
        }
    }
}

/// The regularised lower incomplete gamma function, by its power series, whose terms are all
/// positive (Abramowitz & Stegun 1964, 6.5.29).
pub(super) fn cumulative(shape: f64, x: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    let (mut term, mut sum, mut n) = (1.0, 1.0, shape);
    while term > sum * 1e-17 {
        n += 1.0;
        term *= x / n;
        sum += term;
    }
    (sum.ln() + shape * x.ln() - x - ln_gamma(shape + 1.0)).exp()
}

/// The logarithm of the gamma function for `x` ≥ 1: Stirling's series after shifting the
/// argument above 15 by the recurrence (Abramowitz & Stegun 1964, 6.1.41 and 6.1.15).
pub(super) fn ln_gamma(mut x: f64) -> f64 {
    let mut product = 1.0;
    while x < 15.0 {
        product *= x;
        x += 1.0;
    }
    let r = 1.0 / (x * x);
    let series =
        (1.0 / 12.0 - r * (1.0 / 360.0 - r * (1.0 / 1260.0 - r * (1.0 / 1680.0 - r / 1188.0)))) / x;
    (x - 0.5) * x.ln() - x + 0.5 * (2.0 * std::f64::consts::PI).ln() + series - product.ln()
}
