// SPDX-License-Identifier: EUPL-1.2
//! Whether areas differ more than by chance, and the funnel that reckons with it.

use super::funnel::{self, Limits};
use super::quantile::quantile;
use super::rank::Kind;
use super::tails::fraction;
use super::{incomplete, interval, normal};
use crate::error::Error;

/// Fewer areas than this tell nothing about their spread.
pub const LEAST: usize = 20;

/// The share of the areas at each end whose scores are drawn in.
const ENDS: f64 = 0.1;

/// The confidence of the test.
const CONFIDENCE: f64 = 0.95;

/// How many of how many, in one area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counts {
    /// How many, x.
    pub numerator: f64,
    /// Out of how many, n; the exposure of a rate.
    pub denominator: f64,
}

impl Counts {
    /// Whether an area may say something about the spread: enough events (for a share also
    /// non-events) are expected at the target that chance alone would hardly ever have it withheld.
    pub fn is_eligible(&self, kind: Kind, target: f64, least: f64) -> bool {
        let expected = self.denominator * target;
        let rest = self.denominator * (1.0 - target);
        expected >= least && (kind == Kind::Rate || rest >= least)
    }
}

/// How many events must be expected in an area, with this threshold of disclosure control, so that
/// it would be shown nearly always: `max(5, 2 × threshold)`.
pub fn least_expected(threshold: f64) -> f64 {
    (2.0 * threshold).max(5.0)
}

/// The variance of one unit of exposure at the target: `a(1 − a)` of shares, `a` of rates.
pub(super) fn unit_variance(kind: Kind, target: f64) -> f64 {
    match kind {
        Kind::Share => target * (1.0 - target),
        Kind::Rate => target,
    }
}

/// The areas that methods for all areas of one level rest on.
pub(super) struct Eligible<'a> {
    /// Those large enough ([`Counts::is_eligible`]); never fewer than [`LEAST`].
    pub(super) areas: Vec<&'a Counts>,
    /// The target, checked.
    pub(super) target: f64,
    /// The variance of one unit at the target; above 0.
    pub(super) variance: f64,
}

/// The eligible areas; `None` where they are too few, or where nothing varies at the target.
pub(super) fn eligible(
    kind: Kind,
    target: f64,
    areas: &[Counts],
    least: f64,
) -> Result<Option<Eligible<'_>>, Error> {
    let target = checked(kind, target, areas)?;
    let variance = unit_variance(kind, target);
    let areas: Vec<&Counts> =
        areas.iter().filter(|area| area.is_eligible(kind, target, least)).collect();
    let is_enough = areas.len() >= LEAST && variance > 0.0;
    Ok(is_enough.then_some(Eligible { areas, target, variance }))
}

/// Refuses counts that cannot be, and a target that is none.
pub(super) fn checked(kind: Kind, target: f64, areas: &[Counts]) -> Result<f64, Error> {
    for area in areas {
        let x = interval::count("numerator", area.numerator)?;
        if kind == Kind::Share && x > interval::positive("denominator", area.denominator)? {
            let allowed = "at most the denominator";
            return Err(Error::Argument { name: "numerator", found: x, allowed });
        }
        interval::positive("denominator", area.denominator)?;
    }
    match kind {
        Kind::Share => fraction("average", target),
        Kind::Rate => interval::count("average", target),
    }
}

/// How far areas lie apart, beside what chance gives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dispersion {
    /// How many areas it rests on, I.
    pub areas: usize,
    /// φ: the mean square of the scores, whose ends are drawn in. About 0.68 by chance alone.
    pub phi: f64,
    /// The test value, I·φ.
    pub statistic: f64,
    /// What it must exceed: the 95 % point of chi-square with I degrees of freedom.
    pub critical: f64,
    /// The variance between areas, in squares of the value's unit; 0 where there is no more than
    /// chance gives.
    pub tau2: f64,
}

impl Dispersion {
    /// Whether areas differ by more than chance, so that wider limits are drawn.
    pub fn is_over(&self) -> bool {
        self.statistic > self.critical
    }
}

/// Spiegelhalter's test for overdispersion of the areas of one level around the target `a`.
///
/// The scores `z = (x − n·a)/√(n·v)` of the eligible areas ([`Counts::is_eligible`]), the lowest and
/// the highest tenth set to the quantiles there (type 7), have the mean square φ. Then
/// `τ² = (Q − (I − 1))/(Σw − Σw²/Σw)` with `Q = I·φ` and `w = n/v`, or 0. Spiegelhalter (2005),
/// Statistics in Medicine 24: 1185-1202 and Quality and Safety in Health Care 14: 347-351; DerSimonian
/// and Laird (1986), Controlled Clinical Trials 7: 177-188.
///
/// `target` is a fraction of a share, events per unit of a rate; `least` is that of
/// [`least_expected`]. `None` where fewer than 20 areas are eligible, or where the target is 0 (of a
/// share also 1).
///
/// # Errors
/// [`Error::Argument`] names the first argument outside its range.
///
/// ```
/// use kansrijke_start::stats::dispersion::{Counts, overdispersion};
/// use kansrijke_start::stats::rank::Kind;
///
/// // Twenty areas of 1,000, half of them at 12 % and half at 8 %, around 10 %: every score is
/// // 20/√90, so φ is 400/90; no area is drawn in.
/// let areas: Vec<Counts> = (0..20)
///     .map(|nth| Counts { numerator: 80.0 + 40.0 * f64::from(nth % 2), denominator: 1000.0 })
///     .collect();
/// let found = overdispersion(Kind::Share, 0.1, &areas, 20.0).unwrap().unwrap();
/// assert!((found.phi - 400.0 / 90.0).abs() < 1e-12 && found.is_over());
/// // With equal weights τ² is (Q/(I − 1) − 1)·v/n.
/// let expected = (20.0 * found.phi / 19.0 - 1.0) * 0.09 / 1000.0;
/// assert!((found.tau2 - expected).abs() < 1e-12);
/// ```
pub fn overdispersion(
    kind: Kind,
    target: f64,
    areas: &[Counts],
    least: f64,
) -> Result<Option<Dispersion>, Error> {
    let Some(Eligible { areas, target: a, variance: v }) = eligible(kind, target, areas, least)?
    else {
        return Ok(None);
    };
    let score =
        |area: &&Counts| (area.numerator - area.denominator * a) / (area.denominator * v).sqrt();
    let mut scores: Vec<f64> = areas.iter().map(score).collect();
    scores.sort_by(f64::total_cmp);
    let ends = quantile(&scores, ENDS).zip(quantile(&scores, 1.0 - ENDS));
    let Some((low, high)) = ends else { return Ok(None) };
    let statistic: f64 = scores.iter().map(|z| z.max(low).min(high)).map(|z| z * z).sum();
    let weights = || areas.iter().map(|area| area.denominator / v);
    let sum: f64 = weights().sum();
    let squares: f64 = weights().map(|w| w * w).sum();
    let freedom = areas.len() as f64;
    let over = (statistic - (freedom - 1.0)).max(0.0);
    Ok(Some(Dispersion {
        areas: areas.len(),
        phi: statistic / freedom,
        statistic,
        critical: 2.0 * incomplete::gamma_quantile(freedom / 2.0, CONFIDENCE),
        tau2: over / (sum - squares / sum),
    }))
}

/// The control limits around a target where areas differ by more than chance: each ordinary limit is
/// `√(1 + τ²/s²)` times as far from it, with `s² = v/n`, and then clamped. Of a share that is
/// `a ± z√(v/n + τ²)`; a rate keeps the skewness of its exact limits. With `tau2` 0 they are those of
/// [`funnel::limits`] and [`funnel::rate_limits`].
///
/// # Errors
/// [`Error::Argument`] names the first argument outside its range.
///
/// ```
/// use kansrijke_start::stats::dispersion::widened;
/// use kansrijke_start::stats::funnel;
/// use kansrijke_start::stats::rank::Kind;
///
/// // √(0.0009 + 0.0016) = 0.05 where it was 0.03.
/// let limits = widened(Kind::Share, 0.1, 100.0, 0.0016).unwrap();
/// assert!((limits.upper95 - (0.1 + 1.959963984540054 * 0.05)).abs() < 1e-15);
/// assert_eq!(widened(Kind::Rate, 0.1, 100.0, 0.0), funnel::rate_limits(0.1, 100.0));
/// ```
pub fn widened(kind: Kind, target: f64, denominator: f64, tau2: f64) -> Result<Limits, Error> {
    let tau2 = interval::count("tau2", tau2)?;
    let ordinary = match kind {
        Kind::Share => funnel::limits(target, denominator)?,
        Kind::Rate => funnel::rate_limits(target, denominator)?,
    };
    let variance = unit_variance(kind, target) / denominator;
    if tau2 == 0.0 || variance <= 0.0 {
        return Ok(ordinary);
    }
    let spread = (1.0 + tau2 / variance).sqrt();
    let rate = |limit: f64| (target + (limit - target) * spread).max(0.0);
    // From the standard error, as the ordinary limits may be clamped already.
    let share = |z: f64| (target + z * (variance + tau2).sqrt()).clamp(0.0, 1.0);
    let (warning, alarm) = (normal::two_sided_z(0.95), normal::two_sided_z(0.998));
    Ok(match kind {
        Kind::Share => Limits {
            lower95: share(-warning),
            upper95: share(warning),
            lower998: share(-alarm),
            upper998: share(alarm),
        },
        Kind::Rate => Limits {
            lower95: rate(ordinary.lower95),
            upper95: rate(ordinary.upper95),
            lower998: rate(ordinary.lower998),
            upper998: rate(ordinary.upper998),
        },
    })
}
