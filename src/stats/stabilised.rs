// SPDX-License-Identifier: EUPL-1.2
//! Stabilised figures: an area's own figure drawn towards the target, the more so the less it says.
//! Empirical Bayes, beside the own figure and never instead of it.

use super::dispersion::{Counts, Eligible, checked, eligible};
use super::incomplete::{beta_quantile, gamma_quantile};
use super::interval::{self, Estimate};
use super::rank::Kind;
use crate::error::Error;

/// How much the areas of one level differ truly, as a distribution around the target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prior {
    /// What the values are.
    pub kind: Kind,
    /// Its mean a, the target.
    pub mean: f64,
    /// Its size M: as much as so many persons (or so much exposure) would say. Infinite where areas
    /// do not differ by more than chance.
    pub size: f64,
    /// The standard deviation between areas, √A, in the unit of the value; 0 where there is none.
    pub spread: f64,
    /// How many areas it rests on.
    pub areas: usize,
}

/// The prior of the areas of one level by the method of moments.
///
/// Over the eligible areas of [`super::dispersion`], with `n̄ = Σn/I` and `s² = Σn(x/n − a)²/Σn`: of
/// shares `A = (s² − v/n̄)/(1 − 1/n̄)` and `M = v/A − 1` (beta), of rates `A = s² − a/n̄` and `M = a/A`
/// (gamma). Marshall (1991), Applied Statistics 40: 283-294, and Martuzzi and Elliott (1996),
/// Statistics in Medicine 15: 1867-1873, with the target for the mean.
///
/// The arguments are those of [`super::dispersion::overdispersion`]. `None` where fewer than 20 areas
/// are eligible, where the target is 0 (of a share also 1), or where shares lie as far apart as they
/// can.
///
/// # Errors
/// [`Error::Argument`] names the first argument outside its range.
///
/// ```
/// use kansrijke_start::stats::dispersion::Counts;
/// use kansrijke_start::stats::rank::Kind;
/// use kansrijke_start::stats::stabilised::prior;
///
/// // Rates of 0.12 and 0.08 around 0.1, each of 1,000: s² = 0.0004, less 0.0001 by chance.
/// let areas: Vec<Counts> = (0..20)
///     .map(|nth| Counts { numerator: 80.0 + 40.0 * f64::from(nth % 2), denominator: 1000.0 })
///     .collect();
/// let found = prior(Kind::Rate, 0.1, &areas, 20.0).unwrap().unwrap();
/// assert!((found.spread - 0.0003_f64.sqrt()).abs() < 1e-12);
/// assert!((found.size - 0.1 / 0.0003).abs() < 1e-9);
/// ```
pub fn prior(
    kind: Kind,
    target: f64,
    areas: &[Counts],
    least: f64,
) -> Result<Option<Prior>, Error> {
    let Some(Eligible { areas, target: a, variance: v }) = eligible(kind, target, areas, least)?
    else {
        return Ok(None);
    };
    let sum: f64 = areas.iter().map(|area| area.denominator).sum();
    let squares = areas.iter().map(|area| {
        let away = area.numerator / area.denominator - a;
        area.denominator * away * away
    });
    let (variance, mean) = (squares.sum::<f64>() / sum, sum / areas.len() as f64);
    let between = match kind {
        Kind::Share => (variance - v / mean) / (1.0 - 1.0 / mean),
        Kind::Rate => variance - v / mean,
    };
    if kind == Kind::Share && between >= v {
        return Ok(None);
    }
    let size = match kind {
        _ if between <= 0.0 => f64::INFINITY,
        Kind::Share => v / between - 1.0,
        Kind::Rate => v / between,
    };
    Ok(Some(Prior { kind, mean: a, size, spread: between.max(0.0).sqrt(), areas: areas.len() }))
}

/// A stabilised figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stabilised {
    /// The value: a fraction of a share, events per unit of a rate.
    pub value: f64,
    /// How much the own figure counts, from 0 to 1.
    pub weight: f64,
    /// The value with its 95 % credible interval; `None` where areas do not differ by more than
    /// chance, and every value is the target.
    pub interval: Option<Estimate>,
}

impl Prior {
    /// The stabilised figure of one area: the mean `(Ma + x)/(M + n)` of the posterior, the weight
    /// `n/(n + M)` of the own figure, and the quantiles at 0.025 and 0.975 of
    /// `Beta(Ma + x, M(1 − a) + n − x)`, or of `Gamma(Ma + x)` divided by `M + n`.
    ///
    /// That the target and the size were estimated is left out, so the interval is slightly too
    /// narrow (Morris 1983, JASA 78: 47-55).
    ///
    /// # Errors
    /// [`Error::Argument`] names the first argument outside its range.
    ///
    /// ```
    /// use kansrijke_start::stats::rank::Kind;
    /// use kansrijke_start::stats::stabilised::Prior;
    ///
    /// // As much as 300 births say is known before, the area has 100: 25 % is its own.
    /// let prior = Prior { kind: Kind::Share, mean: 0.1, size: 300.0, spread: 0.017, areas: 90 };
    /// let found = prior.stabilise(18.0, 100.0).unwrap();
    /// assert_eq!((found.value, found.weight), (48.0 / 400.0, 0.25));
    /// let interval = found.interval.unwrap();
    /// assert!((interval.lower - 0.0900).abs() < 1e-4 && (interval.upper - 0.1535).abs() < 1e-4);
    /// ```
    pub fn stabilise(&self, numerator: f64, denominator: f64) -> Result<Stabilised, Error> {
        let (x, n) = (numerator, denominator);
        let a = checked(self.kind, self.mean, &[Counts { numerator, denominator }])?;
        if self.size == f64::INFINITY {
            return Ok(Stabilised { value: a, weight: 0.0, interval: None });
        }
        let m = interval::positive("size", self.size)?;
        let (shape, value) = (m * a + x, (m * a + x) / (m + n));
        let quantile = |p: f64| match self.kind {
            Kind::Share => beta_quantile(shape, m * (1.0 - a) + n - x, p),
            Kind::Rate => gamma_quantile(shape, p) / (m + n),
        };
        let has_width = shape > 0.0 && (self.kind == Kind::Rate || shape < m + n);
        let interval =
            has_width.then(|| Estimate { value, lower: quantile(0.025), upper: quantile(0.975) });
        Ok(Stabilised { value, weight: n / (n + m), interval })
    }
}
