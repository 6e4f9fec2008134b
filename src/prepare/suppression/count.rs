// SPDX-License-Identifier: EUPL-1.2
//! Which whole counts a record can come from, and whether it is too small by itself: the primary
//! rule.

use super::quantity::is_fraction;
use crate::indicator::definition::{Counted, Definition, Kind};
use crate::indicator::region::COUNTRY;
use crate::prepare::record::Record;
use crate::stats::{proportion, rate};

/// The least and the most that a count can be.
pub type Range = (f64, f64);

/// How a publisher writes the figures of one indicator.
#[derive(Clone, Copy, Debug, Default)]
pub struct Writing {
    /// Half of what counts are rounded to, in whole persons; 0 where they are not.
    pub slack: f64,
    /// Half of the last decimal of the values.
    pub half: f64,
}

/// The most denominators that limits are searched in.
const MOST: u32 = 20_000;

/// How many non-zero counts tell that all are rounded.
const ENOUGH: usize = 20;

impl Writing {
    /// By the records themselves, and by what is declared of them (`rounded`).
    pub fn of<'r>(records: impl Iterator<Item = &'r Record> + Clone, rounded: Option<f64>) -> Self {
        let counts = || {
            let both = records.clone().flat_map(|r| [r.numerator, r.denominator]);
            both.flatten().filter(|c| *c > 0.0)
        };
        let all = |base: f64| counts().all(|c| c % base == 0.0);
        let noticed = || {
            let enough = counts().count() >= ENOUGH;
            enough.then(|| [10.0, 5.0].into_iter().find(|base| all(*base))).flatten()
        };
        let base = rounded.or_else(noticed).unwrap_or(1.0);
        let values = records.clone().flat_map(|r| [r.value, r.lower, r.upper]).flatten();
        let decimals = values.map(decimals).max().unwrap_or(0);
        Self { slack: (base / 2.0).floor(), half: 0.5 / 10_f64.powi(decimals) }
    }

    /// What counts are rounded to: 100, 10, 5, or 1 where they are not.
    pub fn base(self) -> u8 {
        match self.slack {
            slack if slack >= 50.0 => 100,
            slack if slack >= 5.0 => 10,
            slack if slack > 0.0 => 5,
            _ => 1,
        }
    }

    fn around(self, count: f64) -> Range {
        ((count - self.slack).max(0.0), count + self.slack)
    }
}

/// How many decimals a number is written with; six at most.
fn decimals(value: f64) -> i32 {
    let whole = |d: &i32| {
        let scaled = value * 10_f64.powi(*d);
        (scaled - scaled.round()).abs() < 1e-6 * scaled.abs().max(1.0)
    };
    (0..6).find(whole).unwrap_or(6)
}

/// The denominator that a record tells, or that an indicator of its own does.
pub fn whole(record: &Record, elsewhere: Option<Range>, writing: Writing) -> Option<Range> {
    record.denominator.map(|n| writing.around(n)).or(elsewhere)
}

/// The counts that a record can come from: its numerator, or what gives its value, rounded, with
/// its denominator.
pub fn inside(
    definition: &Definition,
    record: &Record,
    whole: Option<Range>,
    writing: Writing,
) -> Option<Range> {
    if definition.kind == Kind::Mean {
        return record.denominator.or(record.numerator).map(|n| writing.around(n));
    }
    if let Some(x) = record.numerator {
        let (least, most) = writing.around(x);
        // A count that is not rounded is exact, whatever value stands beside it.
        return Some((least, whole.map_or(most, |(_, n)| most.min(n))));
    }
    if definition.kind == Kind::Count {
        return record.value.map(|v| writing.around(v.round()));
    }
    let (least, most) = whole.filter(|_| is_fraction(definition))?;
    let factor = definition.kind.factor();
    let value = record.value?;
    let lower = ((value - writing.half) / factor * least - 1e-9).ceil().max(0.0);
    let upper = ((value + writing.half) / factor * most + 1e-9).floor().min(most);
    // A value that no whole count gives was weighted: the nearest count is what it tells.
    let near = (value / factor * least).round();
    Some(if lower <= upper { (lower, upper) } else { (near, near) })
}

/// Whether a range can be below the threshold and holds fewer counts than it is wide.
pub fn narrow((least, most): Range, threshold: f64) -> bool {
    least < threshold && most - least + 1.0 < threshold
}

/// The primary rule: whether a record must be suppressed for itself alone.
pub fn too_small(
    definition: &Definition,
    (region, record): (&str, &Record),
    elsewhere: Option<Range>,
    writing: Writing,
    threshold: f64,
) -> bool {
    if definition.counted == Counted::Municipalities {
        return false;
    }
    let whole = whole(record, elsewhere, writing);
    if let Some(range) = inside(definition, record, whole, writing) {
        let outside = whole.filter(|_| is_fraction(definition)).map(|(least, most)| {
            let counted = record.numerator.is_some() && writing.slack == 0.0;
            let left = if counted {
                (least - range.1, most - range.0)
            } else {
                rest(range, (least, most))
            };
            (left.0.max(0.0), left.1)
        });
        // What is rounded to the threshold itself can be below it.
        return narrow(range, threshold) || outside.is_some_and(|range| narrow(range, threshold));
    }
    if !is_fraction(definition) {
        return false;
    }
    let Some(value) = record.value else { return false };
    let edge = value <= 0.0 || (definition.kind == Kind::Share && value >= 100.0);
    if edge && region != COUNTRY {
        return true;
    }
    limits_tell(definition, record, writing, threshold)
}

fn rest((least, most): Range, (from, to): Range) -> Range {
    (from - most, to - least)
}

/// Whether value and limits together leave so few counts that one below the threshold shows.
fn limits_tell(definition: &Definition, record: &Record, writing: Writing, threshold: f64) -> bool {
    let Some(((value, lower), upper)) = record.value.zip(record.lower).zip(record.upper) else {
        return false;
    };
    let factor = definition.kind.factor();
    let near = |one: f64, other: f64| (one * factor - other).abs() <= writing.half + 1e-9;
    let mut fits = std::collections::BTreeSet::new();
    // Below twice the threshold: more than that is nobody's secret, and ends the search.
    let mut x = 0.0;
    while x < 2.0 * threshold {
        let (least, most) = (value - writing.half, value + writing.half);
        let from = if most > 0.0 { (x * factor / most).ceil().max(x.max(1.0)) } else { 1.0 };
        let to = if least > 0.0 { (x * factor / least).floor() } else { f64::from(MOST) };
        let mut n = from;
        while n <= to.min(f64::from(MOST)) {
            let of = match definition.kind {
                Kind::Rate => rate::poisson(x, n, 0.95),
                _ => proportion::wilson(x, n, 0.95),
            };
            if of
                .is_ok_and(|e| near(e.value, value) && near(e.lower, lower) && near(e.upper, upper))
            {
                fits.insert(x as u32);
                break;
            }
            n += 1.0;
        }
        x += 1.0;
    }
    fits.first().is_some_and(|x| f64::from(*x) < threshold) && (fits.len() as f64) < threshold
}
