// SPDX-License-Identifier: EUPL-1.2
//! Chance replayed: what the same year might have given, had only chance played anew. Hypothetical
//! outcomes (Hullman, Resnick and Adar 2015, PLoS ONE 10(11): e0142444), always the same ones for the
//! same figure.
//!
//! Only + − × ÷ on floating point and whole numbers, so that every platform draws the same.

use super::exact::{Benchmark, Ratio};
use super::interval;
use super::rank::Kind;
use crate::error::Error;

/// How often chance is replayed.
pub const DRAWS: usize = 20;

/// Below this many events (for a share also non-events) a draw from what was seen shows too little
/// doubt; at 0 none at all.
const LEAST: f64 = 10.0;

/// What can be drawn from in no time.
const MOST: f64 = 1e7;

/// A weight below this, 2⁻⁷⁰, is left out.
const NEGLIGIBLE: f64 = 1.0 / 1_180_591_620_717_411_303_424.0;

/// The seed of a figure: FNV-1a over `toeval1|<indicator>|<region>|<period>`, as they stand in the
/// file, trimmed (Fowler, Noll and Vo).
///
/// ```
/// use kansrijke_start::stats::replay::seed;
///
/// assert_eq!(seed("tienermoeders", "GM0599", "2015"), seed(" tienermoeders", "GM0599", "2015 "));
/// assert_ne!(seed("tienermoeders", "GM0599", "2015"), seed("tienermoeders", "GM0599", "2014"));
/// ```
pub fn seed(indicator: &str, region: &str, period: &str) -> u64 {
    let parts = ["toeval1", indicator.trim(), region.trim(), period.trim()];
    fnv1a(parts.join("|").bytes())
}

fn fnv1a(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The generator SplitMix64 (Steele, Lea and Flood 2014, OOPSLA).
struct SplitMix(u64);

impl SplitMix {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From 0 up to but not 1.
    fn fraction(&mut self) -> f64 {
        (self.next() >> 11) as f64 / 9_007_199_254_740_992.0
    }
}

/// Draws of a count.
#[derive(Clone, Debug, PartialEq)]
pub struct Replay {
    /// The counts, in the order of the frames.
    pub draws: Vec<f64>,
}

/// Draws the count of a figure 20 times: from Binomial(n, x/n), or from Poisson(x). `None` where
/// there are too few events or non-events (below 10), or too many to draw (above 1e7).
///
/// By inversion from the mode, which is x for both (Devroye 1986, *Non-Uniform Random Variate
/// Generation*), with weights down to 2⁻⁷⁰.
///
/// # Errors
/// [`Error::Argument`] names the first argument outside its range; counts must be whole.
///
/// ```
/// use kansrijke_start::stats::rank::Kind;
/// use kansrijke_start::stats::replay::{replay, seed};
///
/// let seed = seed("tienermoeders", "GM0599", "2015");
/// let replayed = replay(Kind::Rate, 84.0, 7879.0, seed).unwrap().unwrap();
/// assert_eq!(replayed.draws.len(), 20);
/// assert_eq!(replay(Kind::Rate, 84.0, 7879.0, seed).unwrap().unwrap(), replayed);
/// assert_eq!(replay(Kind::Rate, 9.0, 7879.0, seed), Ok(None));
/// ```
pub fn replay(
    kind: Kind,
    numerator: f64,
    denominator: f64,
    seed: u64,
) -> Result<Option<Replay>, Error> {
    let x = interval::count("numerator", numerator)?;
    let n = interval::positive("denominator", denominator)?;
    let is_share = kind == Kind::Share;
    if is_share && x > n {
        let allowed = "at most the denominator";
        return Err(Error::Argument { name: "numerator", found: x, allowed });
    }
    let too_few = x < LEAST || is_share && n - x < LEAST;
    if too_few || (if is_share { n } else { x }) > MOST {
        return Ok(None);
    }
    let allowed = "a whole number";
    if x.fract() != 0.0 {
        return Err(Error::Argument { name: "numerator", found: x, allowed });
    }
    if is_share && n.fract() != 0.0 {
        return Err(Error::Argument { name: "denominator", found: n, allowed });
    }
    let (lowest, sums) = cumulative(kind, x, n);
    let all = sums.last().copied().unwrap_or(0.0);
    let mut generator = SplitMix(seed);
    let mut draw = || {
        let wanted = generator.fraction() * all;
        let at = sums.partition_point(|sum| *sum <= wanted).min(sums.len().saturating_sub(1));
        lowest + at as f64
    };
    Ok(Some(Replay { draws: (0..DRAWS).map(|_| draw()).collect() }))
}

/// The lowest count that is drawn, and the running sums of the weights from there, that of x being 1.
fn cumulative(kind: Kind, x: f64, n: f64) -> (f64, Vec<f64>) {
    let is_share = kind == Kind::Share;
    let mut below = Vec::new();
    let (mut k, mut weight) = (x, 1.0);
    while k > 0.0 {
        weight *= match is_share {
            true => k * (n - x) / ((n - k + 1.0) * x),
            false => k / x,
        };
        if weight < NEGLIGIBLE {
            break;
        }
        k -= 1.0;
        below.push(weight);
    }
    let lowest = k;
    let mut weights: Vec<f64> = below.into_iter().rev().collect();
    weights.push(1.0);
    (k, weight) = (x, 1.0);
    while !is_share || k < n {
        weight *= match is_share {
            true => (n - k) * x / ((k + 1.0) * (n - x)),
            false => x / (k + 1.0),
        };
        if weight < NEGLIGIBLE {
            break;
        }
        k += 1.0;
        weights.push(weight);
    }
    let mut sum = 0.0;
    for weight in &mut weights {
        sum += *weight;
        *weight = sum;
    }
    (lowest, weights)
}

impl Replay {
    /// How many draws lie below, at and above the benchmark: `x*` against `n·b`, compared exactly.
    /// `None` where the numbers are too large for that.
    ///
    /// ```
    /// use kansrijke_start::stats::exact::Benchmark;
    /// use kansrijke_start::stats::replay::Replay;
    ///
    /// let replayed = Replay { draws: vec![24.0, 25.0, 24.0, 26.0] };
    /// // 12.5 % of 200 is 25.
    /// let benchmark = Benchmark::published(12.5, 100.0).unwrap();
    /// assert_eq!(replayed.beside(200.0, benchmark), Some([2, 1, 1]));
    /// ```
    pub fn beside(&self, denominator: f64, benchmark: Benchmark) -> Option<[usize; 3]> {
        let expected = Ratio::decimal(denominator)?.0.times(benchmark.value)?;
        let mut counts = [0; 3];
        for draw in &self.draws {
            let sign = Ratio::whole(*draw)?.minus(expected)?.sign();
            let [lower, equal, higher] = &mut counts;
            match sign {
                ..0 => *lower += 1,
                0 => *equal += 1,
                1.. => *higher += 1,
            }
        }
        Some(counts)
    }
}
