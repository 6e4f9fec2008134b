// SPDX-License-Identifier: EUPL-1.2
//! The gamma and the beta distribution for shapes of any size, and their quantiles.

use super::density;

/// Below this a probability is taken for 0, and its logarithm would be none.
const NOTHING: f64 = 1e-300;

/// Terms after which a series or fraction is given up: far more than the largest shapes need.
const TERMS: u32 = 2_000_000;

/// The two parts of the gamma distribution with this `shape` > 0 and scale 1 below and above
/// `x` > 0: the smaller of them exactly, the other as what is left.
///
/// The series of positive terms below the mean, above it Legendre's continued fraction (Abramowitz &
/// Stegun 1964, 6.5.29 and 6.5.31), after Loader's form of `x^a e^(−x)/Γ(a + 1)`.
pub(super) fn gamma(shape: f64, x: f64) -> [f64; 2] {
    let head = density::poisson(shape, x);
    if x < shape + 1.0 {
        let (mut term, mut sum, mut nth) = (1.0, 1.0, shape);
        while term > sum * 1e-17 {
            nth += 1.0;
            term *= x / nth;
            sum += term;
        }
        let below = (head * sum).min(1.0);
        return [below, 1.0 - below];
    }
    let terms = (1..TERMS).map(|nth| {
        let k = f64::from(nth);
        (k * (shape - k), x + 1.0 - shape + 2.0 * k)
    });
    let above = (head * shape / fraction(x + 1.0 - shape, terms)).min(1.0);
    [1.0 - above, above]
}

/// The same of the beta distribution with shapes `a` and `b` > 0, at `x` and `y` = 1 − x.
///
/// The continued fraction of Abramowitz & Stegun (1964, 26.5.8), on the side where it is quick.
pub(super) fn beta(a: f64, b: f64, x: f64, y: f64) -> [f64; 2] {
    if x > (a + 1.0) / (a + b + 2.0) {
        let [below, above] = beta(b, a, y, x);
        return [above, below];
    }
    let head = density::binomial(a, a + b, x, y) * b / (a + b);
    let terms = (1..TERMS).map(|nth| {
        let m = f64::from(nth / 2);
        let above = match nth % 2 {
            0 => m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m)),
            _ => -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0)),
        };
        (above, 1.0)
    });
    let below = (head / fraction(1.0, terms)).min(1.0);
    [below, 1.0 - below]
}

/// `first + a₁/(b₁ + a₂/(b₂ + …))` by Lentz's method (Thompson and Barnett 1986).
fn fraction(first: f64, terms: impl Iterator<Item = (f64, f64)>) -> f64 {
    let nonzero = |value: f64| if value.abs() < NOTHING { NOTHING } else { value };
    let mut value = nonzero(first);
    let (mut c, mut d) = (value, 0.0);
    for (above, below) in terms {
        d = 1.0 / nonzero(below + above * d);
        c = nonzero(below + above / c);
        let step = c * d;
        value *= step;
        if (step - 1.0).abs() < 1e-16 {
            break;
        }
    }
    value
}

/// The quantile of the gamma distribution with this `shape` > 0 and scale 1, at `p` in (0, 1).
pub(super) fn gamma_quantile(shape: f64, p: f64) -> f64 {
    let place = |u: f64| {
        let x = u.exp();
        (gamma(shape, x), density::poisson(shape, x) * shape)
    };
    solve(p, shape.ln(), place).exp()
}

/// The quantile of the beta distribution with shapes `a` and `b` > 0, at `p` in (0, 1).
pub(super) fn beta_quantile(a: f64, b: f64, p: f64) -> f64 {
    let share = |u: f64| 1.0 / (1.0 + (-u).exp());
    let place = |u: f64| {
        let (x, y) = (share(u), share(-u));
        let slope = density::binomial(a, a + b, x, y) * a * b / (a + b);
        (beta(a, b, x, y), slope)
    };
    share(solve(p, (a / b).ln(), place))
}

/// Where the part below is `p`, by Newton's method between limits that close in, so that it ends
/// whatever the shape. `place` gives the parts below and above a place on the scale of
/// logarithms, and the slope there.
fn solve(p: f64, start: f64, place: impl Fn(f64) -> ([f64; 2], f64)) -> f64 {
    // Beyond these nothing is left in floating point.
    let (mut low, mut high, mut u) = (-700.0, 700.0, start.clamp(-699.0, 699.0));
    for _ in 0..200 {
        let ([below, above], slope) = place(u);
        // From the smaller part, which has more digits.
        let miss = if p < 0.5 { below - p } else { (1.0 - p) - above };
        if miss < 0.0 {
            low = u;
        } else {
            high = u;
        }
        let step = u - miss / slope;
        let next = if step > low && step < high { step } else { low + (high - low) / 2.0 };
        if (next - u).abs() <= 4.0 * f64::EPSILON * u.abs().max(1.0) {
            return next;
        }
        u = next;
    }
    u
}
