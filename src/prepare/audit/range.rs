// SPDX-License-Identifier: EUPL-1.2
//! The whole counts that a published number can come from.

use crate::indicator::definition::{Definition, Kind};
use crate::prepare::record::Record;
use crate::stats::{proportion, rate};

/// The least and the most; the most may be infinite.
pub(super) type Range = (f64, f64);

/// What differs less than this is the same.
pub(super) const TOLERANCE: f64 = 1e-6;

/// Up to this count it is asked which counts have the published limits.
const SCANNED: u32 = 400;

/// The confidence of published limits.
const CONFIDENCE: f64 = 0.95;

/// What one record tells.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Stated {
    /// The numerator.
    pub numerator: Option<Range>,
    /// The denominator.
    pub denominator: Option<Range>,
    /// The numerator as a part of the denominator; `None` also where the counts cannot give the
    /// value, which was weighted then.
    pub fraction: Option<Range>,
}

/// Both at once; where they contradict each other the first.
pub(super) fn both(one: Option<Range>, other: Option<Range>) -> Option<Range> {
    match (one, other) {
        (Some(a), Some(b)) => {
            let met = (a.0.max(b.0), a.1.min(b.1));
            Some(if met.0 <= met.1 { met } else { a })
        }
        (a, b) => a.or(b),
    }
}

/// How many decimals a number is written with.
pub(super) fn decimals(number: f64) -> u8 {
    let whole = |places: &u8| {
        let scaled = number * 10_f64.powi(i32::from(*places));
        (scaled - scaled.round()).abs() < 1e-9 * scaled.abs().max(1.0)
    };
    (0..12).find(whole).unwrap_or(12)
}

/// A count as it was before it was rounded to multiples of `base`.
pub(super) fn count(count: f64, base: Option<f64>) -> Range {
    let half = base.map_or(0.0, |base| (base / 2.0).floor());
    ((count - half).max(0.0), count + half)
}

/// What a number written with so many decimals was before.
fn unrounded(number: f64, places: u8) -> Range {
    let half = 0.5 / 10_f64.powi(i32::from(places)) + 1e-12 * number.abs();
    (number - half, number + half)
}

/// The whole numbers in a range; `None` where there are none.
fn whole(range: Range) -> Option<Range> {
    let range = ((range.0 - TOLERANCE).ceil().max(0.0), (range.1 + TOLERANCE).floor());
    (range.0 <= range.1).then_some(range)
}

/// Whether a number is a part of another, and so tells of both.
pub(super) fn divides(kind: Kind) -> bool {
    matches!(kind, Kind::Share | Kind::Rate | Kind::Presence)
}

/// What a record says about its counts. `known` is its denominator where that is public, in the
/// record or elsewhere; values are taken to be rounded to `places` decimals.
pub(super) fn stated(
    definition: &Definition,
    record: &Record,
    known: Option<Range>,
    places: u8,
    base: Option<f64>,
) -> Stated {
    let mut stated = Stated {
        numerator: record.numerator.map(|x| count(x, base)),
        denominator: record.denominator.map(|n| count(n, base)),
        fraction: None,
    };
    match definition.kind {
        Kind::Mean => {
            stated.numerator = stated.denominator.take().or(stated.numerator);
            return stated;
        }
        Kind::Count => {
            let value = record.value.and_then(|v| whole(unrounded(v, decimals(v))));
            stated.numerator = stated.numerator.or(value);
            return stated;
        }
        // Of a range no whole count follows.
        Kind::Range => return stated,
        Kind::Share | Kind::Rate | Kind::Presence => {}
    }
    let Some(value) = record.value else {
        return stated;
    };
    let factor = definition.kind.factor();
    let (least, most) = unrounded(value, places);
    let fraction = ((least / factor).max(0.0), most / factor);
    if let (Some(x), Some(n)) = (stated.numerator, stated.denominator)
        && (x.0 > fraction.1 * n.1 + TOLERANCE || x.1 < fraction.0 * n.0 - TOLERANCE)
    {
        return stated;
    }
    let exact = known.filter(|n| n.0 == n.1).map(|n| n.0);
    if let Some(n) = exact
        && stated.numerator.is_none()
        && whole((fraction.0 * n, (fraction.1 * n).min(n))).is_none()
    {
        // It tells the nearest count all the same.
        let near = (value / factor * n).round();
        stated.numerator = Some((near, near));
        return stated;
    }
    stated.fraction = Some(fraction);
    let limits = record.lower.zip(record.upper).map(|(l, u)| {
        let places = places.min(decimals(l).max(decimals(u)));
        (unrounded(l, places), unrounded(u, places))
    });
    if let Some(n) = exact {
        let counts = whole((fraction.0 * n, (fraction.1 * n).min(n)));
        let limited = counts.zip(limits).and_then(|(counts, limits)| {
            let fits = |x: &f64| {
                matches(definition, *x, n, limits.0, true)
                    && matches(definition, *x, n, limits.1, false)
            };
            let all = (counts.0 as u32..=counts.1.min(f64::from(SCANNED)) as u32).map(f64::from);
            let fitting: Vec<f64> = all.filter(fits).collect();
            // Above what is scanned nothing is small.
            let last = if counts.1 > f64::from(SCANNED) { Some(&counts.1) } else { fitting.last() };
            Some((*fitting.first()?, *last?))
        });
        stated.numerator = both(stated.numerator, limited.or(counts));
    } else if let Some(limits) = limits
        && let Some((x, n)) = pairs(definition, fraction, limits)
    {
        stated.numerator = both(stated.numerator, Some(x));
        stated.denominator = both(stated.denominator, Some(n));
    }
    stated
}

/// One limit of x of n, in the unit shown, by the method that is used here: Wilson's for parts
/// of a whole, that of Poisson for rates.
fn limit(definition: &Definition, x: f64, n: f64, is_lower: bool) -> Option<f64> {
    let estimate = match definition.kind {
        Kind::Rate => rate::poisson(x, n, CONFIDENCE),
        _ => proportion::wilson(x, n, CONFIDENCE),
    };
    let estimate = estimate.ok()?;
    Some(definition.kind.factor() * if is_lower { estimate.lower } else { estimate.upper })
}

fn matches(definition: &Definition, x: f64, n: f64, range: Range, is_lower: bool) -> bool {
    limit(definition, x, n, is_lower).is_some_and(|l| range.0 <= l && l <= range.1)
}

/// A number of a denominator.
type Measure<'a> = &'a dyn Fn(f64) -> Option<f64>;

/// The numerators and the denominators that have this fraction and these limits, where no
/// denominator is public. `None` where none has them: then they were made by another method.
fn pairs(
    definition: &Definition,
    fraction: Range,
    limits: (Range, Range),
) -> Option<(Range, Range)> {
    let mut found: Option<(Range, Range)> = None;
    for x in (0..=SCANNED).map(f64::from) {
        // Whatever the measure, it falls as the denominator grows.
        let crossing = |bound: f64, of: &dyn Fn(f64) -> Option<f64>| {
            let (mut below, mut above): Range = (x.max(1.0), 1e7);
            if of(below).is_none_or(|v| v <= bound) {
                return below;
            }
            while above - below > 1.0 {
                let middle = ((below + above) / 2.0).floor();
                if of(middle).is_none_or(|v| v <= bound) { above = middle } else { below = middle }
            }
            above
        };
        let (mut least, mut most): Range = (x.max(1.0), 1e7);
        let ratio = |n: f64| Some(x / n);
        let lower = |n: f64| limit(definition, x, n, true);
        let upper = |n: f64| limit(definition, x, n, false);
        let measures: [(Range, Measure<'_>); 3] =
            [(fraction, &ratio), (limits.0, &lower), (limits.1, &upper)];
        for (range, of) in measures {
            least = least.max(crossing(range.1, of));
            // With nobody in the numerator the fraction and the lower limit are 0 for all.
            if of(1e7).is_some_and(|v| v < range.0) {
                let end = crossing(range.0, of);
                let is_within = of(end).is_some_and(|v| v >= range.0);
                most = most.min(if is_within { end } else { end - 1.0 });
            }
        }
        if least <= most {
            let (xs, ns) = found.unwrap_or(((x, x), (least, most)));
            found = Some(((xs.0, x), (ns.0.min(least), ns.1.max(most))));
        }
    }
    // What goes on beyond the scan has no upper end, and what is never bounded neither.
    found.map(|(x, n)| {
        let open = x.1 >= f64::from(SCANNED);
        let end = |value: f64, open: bool| if open { f64::INFINITY } else { value };
        ((x.0, end(x.1, open)), ((n.0 - 1.0).max(0.0), end(n.1 + 1.0, open || n.1 >= 1e7)))
    })
}
