// SPDX-License-Identifier: EUPL-1.2
//! The axis of a funnel: how many each region is about, on the scale of ratios.

use crate::chart::canvas::lettering::SMALL;
use crate::chart::canvas::measure;
use crate::text::words::funnel::FunnelWords;
use crate::view::funnel::Funnel;

/// How many points make a curve, and how far it begins before the least denominator, as the
/// logarithm of their ratio.
const STEPS: usize = 48;
const BEFORE: f64 = 0.25;

/// The denominators of the axis, as logarithms.
pub(super) struct Sizes {
    pub(super) least: f64,
    pub(super) most: f64,
}

impl Sizes {
    pub(super) fn of(funnel: &Funnel) -> Self {
        let sizes = funnel.all().map(|point| point.denominator.ln());
        let (mut least, mut most) = (f64::INFINITY, f64::NEG_INFINITY);
        for size in sizes {
            least = least.min(size);
            most = most.max(size);
        }
        Self { least, most }
    }

    /// Where the curves begin.
    pub(super) fn start(&self) -> f64 {
        self.least - BEFORE
    }

    /// Evenly spaced places from there on.
    pub(super) fn steps(&self) -> Vec<f64> {
        let step = (self.most - self.start()) / STEPS as f64;
        (0..=STEPS).map(|nth| self.start() + nth as f64 * step).collect()
    }

    /// Denominators for ticks whose labels stand apart: 1, 2 and 5 times powers of ten, or those
    /// powers alone.
    pub(super) fn ticks(&self, words: &FunnelWords, room: f64) -> Vec<f64> {
        let pixels = room / (self.most - self.start());
        for steps in [&[1.0, 2.0, 5.0][..], &[1.0, 3.0], &[1.0]] {
            let (mut ticks, mut power, mut free) = (Vec::new(), 1.0, 0.0);
            let mut is_free = true;
            while power <= self.most.exp() * 1.01 {
                for tick in steps.iter().map(|step| step * power) {
                    if tick.ln() < self.least - 0.01 || tick.ln() > self.most + 0.01 {
                        continue;
                    }
                    let half = measure::width(&words.count(tick), SMALL) / 2.0;
                    let at = (tick.ln() - self.start()) * pixels;
                    is_free &= at - half > free || ticks.is_empty();
                    free = at + half + 8.0;
                    ticks.push(tick);
                }
                power *= 10.0;
            }
            if is_free && ticks.len() > 1 {
                return ticks;
            }
        }
        // A range without two such numbers: its ends, if they stand apart.
        let ends = [self.least.exp().ceil(), self.most.exp().floor()];
        let width = measure::width(&words.count(ends[1]), SMALL);
        let are_apart = (self.most - self.least) * pixels > width * 1.5;
        if are_apart { ends.to_vec() } else { vec![ends[1]] }
    }
}
