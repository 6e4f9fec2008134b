// SPDX-License-Identifier: EUPL-1.2
//! The value axis: where it begins and ends, its ticks and how they are written.

use crate::indicator::definition::Definition;
use crate::indicator::finding::Finding;
use crate::text::number::decimal;
use crate::text::words::Words;

/// An axis of values, and how they are written.
pub(in crate::chart) struct Scale<'s> {
    words: &'s Words,
    definition: &'s Definition,
    pub(in crate::chart) low: f64,
    pub(in crate::chart) high: f64,
    pub(in crate::chart) ticks: Vec<f64>,
    decimals: u8,
}

/// Values that lie this close together, for how far they are from zero, would be a flat line
/// on an axis from zero.
pub(in crate::chart) const FLAT: f64 = 0.35;

/// Marks that lie this close together would cover each other on an axis from zero.
pub(in crate::chart) const COVERED: f64 = 0.05;

/// The least that an axis of shares spans, in per cent points.
const SHARE_SPAN: f64 = 15.0;

/// How far apart ticks lie: the least of 1, 2 and 5 times a power of ten at which there are no
/// more than `most` of them.
///
/// By hand: the key points of plotters, which find the same, bring powers and logarithms along,
/// 2 kB of a browser's line.
fn step(low: f64, high: f64, most: usize) -> f64 {
    for power in -POWERS..POWERS {
        let ten = 10_f64.powi(power.abs());
        for times in [1.0, 2.0, 5.0] {
            let step = if power < 0 { times / ten } else { times * ten };
            let count = (high / step + 1e-9).floor() - (low / step - 1e-9).ceil() + 1.0;
            if count <= most as f64 {
                return step;
            }
        }
    }
    high - low
}

/// Ticks lie 0.000000001 to 500,000,000 apart; no figure asks for others.
const POWERS: i32 = 9;

/// How far values reach.
#[derive(Clone, Copy)]
pub(in crate::chart) struct Reach {
    low: f64,
    high: f64,
}

impl Reach {
    /// That of no value.
    pub(in crate::chart) const NONE: Self = Self { low: f64::INFINITY, high: f64::NEG_INFINITY };

    /// From nought to one.
    const UNIT: Self = Self { low: 0.0, high: 1.0 };

    /// Reaches as far as a value besides.
    pub(in crate::chart) fn hold(&mut self, value: f64) {
        self.low = self.low.min(value);
        self.high = self.high.max(value);
    }

    /// The same of all that a figure says.
    pub(in crate::chart) fn hold_figure(&mut self, finding: &Finding) {
        if let Some([low, high]) = finding.ends() {
            self.hold(low);
            self.hold(high);
        }
    }

    /// As far as either of the two.
    pub(in crate::chart) fn and(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.max(other.high) }
    }

    pub(in crate::chart) fn is_empty(self) -> bool {
        self.low > self.high
    }
}

impl<'s> Scale<'s> {
    /// The axis that holds all that was reached, with at most `most` ticks. It begins at zero unless
    /// the values lie closer together than `flat`, as a part of the greatest: nothing would be seen.
    pub(in crate::chart) fn of(
        words: &'s Words,
        definition: &'s Definition,
        reach: Reach,
        most: usize,
        flat: f64,
    ) -> Self {
        let Reach { mut low, high } = if reach.is_empty() { Reach::UNIT } else { reach };
        let flat = high > low && (high - low) < flat * high;
        // Shares cut close would make much of a point or two.
        if flat && definition.is_percentage() {
            low = low.min(high - SHARE_SPAN).max(0.0);
        }
        let margin = if high > low { (high - low) * 0.08 } else { high.abs().max(1.0) * 0.1 };
        let bottom = if flat { (low - margin).max(0.0) } else { low.min(0.0) };
        let mut top = high + margin;
        if definition.is_percentage() && high <= 100.0 {
            top = top.min(100.0);
        }
        let step = step(bottom, top, most);
        let low = (bottom / step + 1e-9).floor() * step;
        let high = (top / step - 1e-9).ceil() * step;
        let count = ((high - low) / step).round() as usize;
        let ticks = (0..=count).map(|i| low + i as f64 * step).collect();
        // As many decimals as tell the ticks apart.
        let whole = |decimals: i32| {
            let scaled = step * 10_f64.powi(decimals);
            (scaled - scaled.round()).abs() < 1e-6
        };
        let decimals = (0..3).find(|d| whole(i32::from(*d))).unwrap_or(3);
        Self { words, definition, low, high, ticks, decimals }
    }

    /// A tick in words.
    pub(in crate::chart) fn label(&self, tick: f64) -> String {
        let mut label = decimal(self.words.language, tick, self.decimals);
        if self.definition.is_percentage() {
            label.push('%');
        }
        label
    }

    /// The unit of the values; empty where their sign says it.
    pub(in crate::chart) fn unit(&self) -> &'s str {
        self.words.unit(self.definition)
    }

    /// Whether the axis begins elsewhere than at zero, which the chart must say.
    pub(in crate::chart) fn is_cut(&self) -> bool {
        self.low > 0.0
    }
}
