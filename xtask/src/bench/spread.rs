// SPDX-License-Identifier: EUPL-1.2
//! Repeated measurements in three numbers, and how those of two compare.

use kansrijke_start::stats::normal::two_sided_z;
use serde::Serialize;

/// The middle and the ends of repeated measurements.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Spread {
    /// The middle one; of an even number, the mean of the middle two.
    pub median: f64,
    /// The smallest.
    pub least: f64,
    /// The largest.
    pub most: f64,
    /// How many there were.
    pub rounds: usize,
}

impl Spread {
    /// Of at least one measurement.
    pub fn of(measurements: &[f64]) -> Option<Self> {
        let mut sorted = measurements.to_vec();
        sorted.sort_by(f64::total_cmp);
        let middle = sorted.len() / 2;
        let upper = *sorted.get(middle)?;
        let lower = if sorted.len().is_multiple_of(2) { *sorted.get(middle - 1)? } else { upper };
        Some(Self {
            median: f64::midpoint(lower, upper),
            least: *sorted.first()?,
            most: *sorted.last()?,
            rounds: sorted.len(),
        })
    }
}

/// The ratio of two medians, with its interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Ratio {
    /// The one median divided by the other.
    pub ratio: f64,
    /// The lower limit of its 95 % interval.
    pub lower: f64,
    /// The upper limit.
    pub upper: f64,
}

impl Ratio {
    /// Of two series of times. `None` of fewer than two rounds, which say nothing of chance.
    ///
    /// Distribution-free (Price and Bonett 2002, *Journal of Statistical Computation and Simulation*
    /// 72: 119-124): on the scale of logarithms each median has the standard error that its order
    /// statistics give.
    pub fn of(one: &[f64], other: &[f64]) -> Option<Self> {
        let (ours, theirs) = (Spread::of(one)?.median, Spread::of(other)?.median);
        let error = standard_error(one)?.hypot(standard_error(other)?);
        let width = two_sided_z(0.95) * error;
        let log = (ours / theirs).ln();
        Some(Self { ratio: log.exp(), lower: (log - width).exp(), upper: (log + width).exp() })
    }

    /// Whether it is known to be below 1.
    pub fn is_less(&self) -> bool {
        self.upper < 1.0
    }
}

/// The standard error of the logarithm of a median.
fn standard_error(measurements: &[f64]) -> Option<f64> {
    let mut sorted = measurements.to_vec();
    sorted.sort_by(f64::total_cmp);
    let n = sorted.len();
    if n < 2 {
        return None;
    }
    // The order statistics that lie about one standard error below and above the middle one.
    let from = ((n as f64 + 1.0) / 2.0 - (n as f64).sqrt()).round().max(1.0) as usize;
    let (low, high) = (sorted.get(from - 1)?, sorted.get(n - from)?);
    // The chance that fewer than `from` of n lie below the median.
    let mut term = 0.5_f64.powi(i32::try_from(n).ok()?);
    let mut chance = 0.0;
    for below in 0..from {
        chance += term;
        term *= (n - below) as f64 / (below + 1) as f64;
    }
    Some((high / low).ln() / (2.0 * two_sided_z(1.0 - 2.0 * chance)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Worked by hand for twelve rounds: the 3rd and the 10th of each, and the chance that at most 2 of
    /// 12 lie below the median, 79/4096, which is a z of 2.0689.
    #[test]
    fn a_ratio_has_the_interval_of_its_order_statistics() {
        let ours: Vec<f64> = (1..=12).map(|nth| 100.0 + f64::from(nth)).collect();
        let theirs: Vec<f64> = ours.iter().map(|time| 2.0 * time).collect();
        let Some(Ratio { ratio, lower, upper }) = Ratio::of(&ours, &theirs) else {
            panic!("a ratio");
        };
        assert!((ratio - 0.5).abs() < 1e-12);
        let error = (110.0_f64 / 103.0).ln() / (2.0 * 2.0689) * 2.0_f64.sqrt();
        assert!(((upper / ratio).ln() - 1.959_964 * error).abs() < 1e-5, "{upper}");
        assert!((lower * upper - 0.25).abs() < 1e-12);
        assert!(Ratio::of(&ours, &theirs).is_some_and(|ratio| ratio.is_less()));
        assert!(Ratio::of(&ours, &ours).is_some_and(|ratio| !ratio.is_less()));
        assert_eq!(Ratio::of(&ours[..1], &theirs), None);
    }

    #[test]
    fn the_median_is_the_middle_whatever_the_order() {
        let odd = Spread::of(&[9.0, 1.0, 2.0]);
        assert_eq!(odd, Some(Spread { median: 2.0, least: 1.0, most: 9.0, rounds: 3 }));
        assert_eq!(Spread::of(&[4.0, 1.0]).map(|spread| spread.median), Some(2.5));
        assert_eq!(Spread::of(&[]), None);
    }
}
