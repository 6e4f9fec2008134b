// SPDX-License-Identifier: EUPL-1.2
//! Numbers as quotients of whole ones, for what must not depend on how a computer rounds.

use crate::error::Error;

/// Decimals up to which a number is taken for the decimal that somebody published. Beyond them it
/// is rounded, which moves a count of 1e6 by less than a millionth.
const DECIMALS: i32 = 15;

/// Whole numbers up to this are exact as floating point.
const WHOLE: f64 = 9_007_199_254_740_992.0;

/// A quotient of whole numbers; what is below the line is above 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    above: i128,
    below: i128,
}

impl Ratio {
    /// The decimal that a number stands for: 12.25 is 1225/100, although no computer has, say, 0.1
    /// exactly. With it, how many decimals it has, at most 15.
    ///
    /// `None` for what is not finite or has no exact whole part (above 2⁵³).
    ///
    /// ```
    /// use kansrijke_start::stats::exact::Ratio;
    ///
    /// let (ratio, decimals) = Ratio::decimal(12.25).unwrap();
    /// assert_eq!((ratio.value(), decimals), (12.25, 2));
    /// // A tenth is a tenth: ten of them are exactly 1.
    /// let (tenth, _) = Ratio::decimal(0.1).unwrap();
    /// assert_eq!(tenth.times(Ratio::whole(10.0).unwrap()).unwrap(), Ratio::whole(1.0).unwrap());
    /// assert_eq!(Ratio::decimal(f64::NAN), None);
    /// ```
    pub fn decimal(value: f64) -> Option<(Self, u32)> {
        if !value.is_finite() || value.abs() > WHOLE {
            return None;
        }
        let (mut above, mut decimals) = (value.round(), 0);
        for places in 0..=DECIMALS {
            let power = 10_f64.powi(places);
            let scaled = (value * power).round();
            if scaled.abs() > WHOLE {
                break;
            }
            (above, decimals) = (scaled, places);
            if scaled / power == value {
                break;
            }
        }
        let below = 10_i128.pow(decimals as u32);
        Some((Self { above: above as i128, below }.reduced(), decimals as u32))
    }

    /// A whole number; `None` for what is none, or above 2⁵³.
    pub fn whole(value: f64) -> Option<Self> {
        let is_whole = value.fract() == 0.0 && value.abs() <= WHOLE;
        is_whole.then_some(Self { above: value as i128, below: 1 })
    }

    /// One number over another, each as the decimal that it is; `None` below 0 or where `below` is
    /// 0.
    pub fn quotient(above: f64, below: f64) -> Option<Self> {
        let (above, below) = (Self::decimal(above)?.0, Self::decimal(below)?.0);
        (below.above > 0).then_some(())?;
        above.times(Self { above: below.below, below: below.above })
    }

    /// The product; `None` where it needs more than 127 bits.
    pub fn times(self, other: Self) -> Option<Self> {
        let above = self.above.checked_mul(other.above)?;
        Some(Self { above, below: self.below.checked_mul(other.below)? }.reduced())
    }

    /// The difference; `None` where it needs more than 127 bits.
    pub fn minus(self, other: Self) -> Option<Self> {
        let own = self.above.checked_mul(other.below)?;
        let above = own.checked_sub(other.above.checked_mul(self.below)?)?;
        Some(Self { above, below: self.below.checked_mul(other.below)? }.reduced())
    }

    /// The nearest floating point number.
    pub fn value(self) -> f64 {
        self.above as f64 / self.below as f64
    }

    /// The same without its sign.
    pub fn size(self) -> Self {
        Self { above: self.above.abs(), ..self }
    }

    /// How it compares with 0: below, equal or above.
    pub fn sign(self) -> i128 {
        self.above.signum()
    }

    /// The nearest multiple of `step` (1 or more), halves away from zero; `None` where it needs
    /// more than 127 bits.
    ///
    /// ```
    /// use kansrijke_start::stats::exact::Ratio;
    ///
    /// let rounded = |value, step| Ratio::decimal(value).unwrap().0.rounded(step).unwrap();
    /// assert_eq!([rounded(24.5, 1), rounded(-24.5, 1), rounded(24.49, 1)], [25, -25, 24]);
    /// assert_eq!([rounded(12.5, 5), rounded(-12.4, 5), rounded(2.4, 5)], [15, -10, 0]);
    /// ```
    pub fn rounded(self, step: u32) -> Option<i64> {
        let step = i128::from(step.max(1));
        let below = self.below.checked_mul(step)?;
        let twice = self.above.unsigned_abs().checked_mul(2)?.checked_add(below.unsigned_abs())?;
        let times = twice / below.unsigned_abs().checked_mul(2)?;
        let whole = i64::try_from(times).ok()?.checked_mul(i64::try_from(step).ok()?)?;
        Some(if self.above < 0 { -whole } else { whole })
    }

    fn reduced(self) -> Self {
        let (mut one, mut other) = (self.above.unsigned_abs(), self.below.unsigned_abs());
        while other > 0 {
            (one, other) = (other, one % other);
        }
        let common = i128::try_from(one).unwrap_or(1).max(1);
        Self { above: self.above / common, below: self.below / common }
    }
}

/// A published value that figures are compared with, per unit of exposure, and one unit of its last
/// digit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Benchmark {
    /// The value, a fraction.
    pub value: Ratio,
    /// One unit of its last digit, a fraction: 0.001 for 14.8 %; 0 where it comes from counts, and
    /// so is not rounded.
    pub unit: Ratio,
}

impl Benchmark {
    /// A published decimal, in the unit shown, of which `factor` make 1: 14.8 and 100 for 14,8 %.
    ///
    /// # Errors
    /// [`Error::Argument`] for a benchmark that is no finite number of 0 or more.
    pub fn published(value: f64, factor: f64) -> Result<Self, Error> {
        let invalid = Error::Argument {
            name: "benchmark",
            found: value,
            allowed: "a finite number of 0 or more",
        };
        let (decimal, decimals) =
            Ratio::decimal(value).filter(|_| value >= 0.0).ok_or(invalid.clone())?;
        let digit = Ratio { above: 1, below: 10_i128.pow(decimals) };
        let part = |ratio: Ratio| ratio.times(Ratio::quotient(1.0, factor)?);
        let both = part(decimal).zip(part(digit)).ok_or(invalid)?;
        Ok(Self { value: both.0, unit: both.1 })
    }

    /// A value that its counts give, and that no rounding has touched.
    ///
    /// # Errors
    /// [`Error::Argument`] for counts of which there is no fraction.
    pub fn counted(numerator: f64, denominator: f64) -> Result<Self, Error> {
        let value = Ratio::quotient(numerator, denominator).filter(|ratio| ratio.sign() >= 0);
        let invalid =
            Error::Argument { name: "denominator", found: denominator, allowed: "above 0" };
        Ok(Self { value: value.ok_or(invalid)?, unit: Ratio { above: 0, below: 1 } })
    }
}
