// SPDX-License-Identifier: EUPL-1.2
//! The standard normal distribution.

/// The z of a two-sided interval: the normal quantile at `(1 + confidence) / 2`.
///
/// `confidence` lies in (0, 1); 0.95 gives 1.959963984540054.
///
/// ```
/// use kansrijke_start::stats::normal::two_sided_z;
///
/// assert!((two_sided_z(0.95) - 1.959963984540054).abs() < 1e-15);
/// assert!((two_sided_z(0.998) - 3.090232306167813).abs() < 1e-14);
/// ```
pub fn two_sided_z(confidence: f64) -> f64 {
    -lower_quantile((1.0 - confidence) / 2.0)
}

/// The complementary error function, `2/√π ∫ₓ^∞ e^(−t²) dt`, with a relative error below 1e-13.
///
/// Up to 2 one minus the series whose terms are all positive, from there the continued fraction
/// (Abramowitz & Stegun 1964, 7.1.6 and 7.1.14).
///
/// ```
/// use kansrijke_start::stats::normal::erfc;
///
/// assert!((erfc(0.5) - 0.4795001221869535).abs() < 1e-15);
/// assert!((erfc(5.0) / 1.5374597944280348e-12 - 1.0).abs() < 1e-13);
/// assert_eq!((erfc(0.0), erfc(f64::INFINITY), erfc(f64::NEG_INFINITY)), (1.0, 0.0, 2.0));
/// ```
pub fn erfc(x: f64) -> f64 {
    if x < 0.0 {
        return 2.0 - erfc(-x);
    }
    let root = std::f64::consts::PI.sqrt();
    if x < 2.0 {
        let (mut term, mut sum, mut odd) = (x, x, 1.0);
        while term > sum * 1e-17 {
            odd += 2.0;
            term *= 2.0 * x * x / odd;
            sum += term;
        }
        return 1.0 - 2.0 / root * (-x * x).exp() * sum;
    }
    // Beyond this it is 0 in floating point.
    if x > 28.0 {
        return 0.0;
    }
    // It settles the sooner the farther out.
    let terms = (480.0 / (x * x)) as u16 + 12;
    let fraction = (1..=terms).rev().fold(x, |below, nth| x + f64::from(nth) / 2.0 / below);
    // The square in two parts: its rounding would be many times that of the exponential.
    let coarse = (x * 1_048_576.0).round() / 1_048_576.0;
    let rest = (x - coarse) * (x + coarse);
    (-coarse * coarse).exp() * (-rest).exp() / (root * fraction)
}

/// The probability that a standard normal variable lies above `z`, with a relative error below
/// 1e-12.
///
/// ```
/// use kansrijke_start::stats::normal::upper_tail;
///
/// assert!((upper_tail(1.959963984540054) - 0.025).abs() < 1e-15);
/// assert_eq!(upper_tail(0.0), 0.5);
/// ```
pub fn upper_tail(z: f64) -> f64 {
    erfc(z * std::f64::consts::FRAC_1_SQRT_2) / 2.0
}

/// The quantile of the standard normal distribution for a lower tail of `p`, 0 < p ≤ 0.5.
///
/// Wichura's rational approximations (1988, algorithm AS 241, PPND16), accurate to about one
/// part in 10^16. Taking the small tail keeps the digits that `1 - p` would lose.
fn lower_quantile(p: f64) -> f64 {
    let q = p - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180625 - q * q;
        return q * ratio(r, &CENTRAL.0, &CENTRAL.1);
    }
    let r = (-p.ln()).sqrt();
    if r <= 5.0 { -ratio(r - 1.6, &MIDDLE.0, &MIDDLE.1) } else { -ratio(r - 5.0, &TAIL.0, &TAIL.1) }
}

type Polynomials = ([f64; 8], [f64; 8]);

/// Numerator over denominator, each by Horner's rule, the highest power first.
fn ratio(r: f64, above: &[f64; 8], below: &[f64; 8]) -> f64 {
    let horner = |c: &[f64; 8]| c.iter().fold(0.0, |sum, term| sum * r + term);
    horner(above) / horner(below)
}

const CENTRAL: Polynomials = (
    [
        2.509_080_928_730_122_7e3,
        3.343_057_558_358_813e4,
        6.726_577_092_700_87e4,
        4.592_195_393_154_987e4,
        1.373_169_376_550_946e4,
        1.971_590_950_306_551_4e3,
        1.331_416_678_917_843_8e2,
        3.387_132_872_796_366_5,
    ],
    [
        5.226_495_278_852_854e3,
        2.872_908_573_572_194_3e4,
        3.930_789_580_009_271e4,
        2.121_379_430_158_66e4,
        5.394_196_021_424_751e3,
        6.871_870_074_920_579e2,
        4.231_333_070_160_091e1,
        1.0,
    ],
);

const MIDDLE: Polynomials = (
    [
        7.745_450_142_783_414e-4,
        2.272_384_498_926_918_4e-2,
        2.417_807_251_774_506e-1,
        1.270_458_252_452_368_4,
        3.647_848_324_763_204_5,
        5.769_497_221_460_691,
        4.630_337_846_156_546,
        1.423_437_110_749_683_5,
    ],
    [
        1.050_750_071_644_416_9e-9,
        5.475_938_084_995_345e-4,
        1.519_866_656_361_645_7e-2,
        1.481_039_764_274_800_8e-1,
        6.897_673_349_851e-1,
        1.676_384_830_183_803_8,
        2.053_191_626_637_759,
        1.0,
    ],
);

const TAIL: Polynomials = (
    [
        2.010_334_399_292_288_1e-7,
        2.711_555_568_743_487_6e-5,
        1.242_660_947_388_078_4e-3,
        2.653_218_952_657_612_4e-2,
        2.965_605_718_285_048_7e-1,
        1.784_826_539_917_291_3,
        5.463_784_911_164_114,
        6.657_904_643_501_103,
    ],
    [
        2.044_263_103_389_939_8e-15,
        1.421_511_758_316_446e-7,
        1.846_318_317_510_054_8e-5,
        7.868_691_311_456_133e-4,
        1.487_536_129_085_061_5e-2,
        1.369_298_809_227_358e-1,
        5.998_322_065_558_88e-1,
        1.0,
    ],
);
