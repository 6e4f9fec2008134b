// SPDX-License-Identifier: EUPL-1.2
//! Persons as dots: how many of 1,000 a figure and its interval are, and those of the benchmark of as
//! many. Not of fewer, such as "1 in 94": whoever compares two figures with other denominators
//! compares the denominators (Galesic, Garcia-Retamero and Gigerenzer 2009).

use super::single::Selection;
use crate::indicator::definition::{Counted, Definition, Kind};
use crate::indicator::finding::{Estimate, Finding};

/// How many persons are drawn, and of which figures that are rare.
const WHOLE: u32 = 1000;
const WHOLE_OF_RARE: u32 = 10_000;

/// The figure of one region in dots.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dots {
    /// How many dots the figure is, rounded as it is written; a part of a dot where it is no whole number.
    pub value: f64,
    /// The interval: the limits as they are written.
    pub interval: Option<[f64; 2]>,
}

impl Dots {
    /// Whole dots that belong to the figure, and the part of the next one.
    pub fn filled(&self) -> (u32, f64) {
        let whole = self.value.floor();
        (whole as u32, self.value - whole)
    }

    /// The dots that the interval lies across: those up to the first belong to the figure for certain,
    /// those after the second do not. Limits within a dot count that dot in: an interval is never
    /// drawn narrower than it is. All that belong to the figure where there is none.
    pub fn limits(&self) -> [u32; 2] {
        let (filled, part) = self.filled();
        match self.interval {
            Some([lower, upper]) => {
                [(lower.floor() as u32).min(filled), (upper.ceil() as u32).max(filled)]
            }
            None => [filled, filled + u32::from(part > 0.0)],
        }
    }
}

/// The figures of a region and of its benchmark, in dots of the same persons.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Icons {
    /// Out of how many: 1,000, or 10,000 where a figure is less than one in 1,000.
    pub whole: u32,
    /// The region's figure of the period, where one may be shown.
    pub own: Option<Dots>,
    /// The benchmark's, of the same period.
    pub benchmark: Option<Dots>,
}

impl Icons {
    /// What dots can say of a selection; `None` where a dot would be no person: of an average, a
    /// number, an answer, of municipalities, and of a rate that is not of 1,000 of the persons it
    /// counts.
    pub fn of(selection: &Selection) -> Option<Self> {
        let definition = selection.definition;
        let is_of_persons = match definition.kind {
            Kind::Share => true,
            Kind::Rate => definition.unit.is_none(),
            _ => false,
        };
        if !is_of_persons || definition.counted != Counted::Persons {
            return None;
        }
        let own = selection.finding().and_then(Finding::estimate);
        let benchmark = selection.benchmark().and_then(|b| b.at(selection.period)?.estimate());
        let shown = || [own, benchmark].into_iter().flatten();
        let factor = definition.kind.factor();
        // More persons than there are can only be a rate of events.
        if shown().any(|estimate| estimate.value > factor) {
            return None;
        }
        let is_rare = |estimate: &Estimate| {
            estimate.value > 0.0 && estimate.value * f64::from(WHOLE) < factor
        };
        let whole = if shown().any(is_rare) { WHOLE_OF_RARE } else { WHOLE };
        let dots = |estimate: &Estimate| Dots::of(definition, estimate, whole);
        Some(Self { whole, own: own.map(dots), benchmark: benchmark.map(dots) })
    }

    /// How many decimals a number of dots has, where the figure has `decimals`.
    pub fn decimals(&self, definition: &Definition) -> u8 {
        let (mut digits, mut each) = (0, definition.kind.factor());
        while each < f64::from(self.whole) {
            (digits, each) = (digits + 1, each * 10.0);
        }
        definition.decimals.saturating_sub(digits)
    }
}

impl Dots {
    fn of(definition: &Definition, estimate: &Estimate, whole: u32) -> Self {
        let scale = f64::from(10_u32.pow(u32::from(definition.decimals.min(9))));
        let whole = f64::from(whole);
        let each = whole / definition.kind.factor();
        // As `text::number` rounds: what is a half in decimals is often a little less in binary.
        let dots = |value: f64| {
            let scaled = value * scale;
            let rounded = (scaled + 0.5 + scaled * 4.0 * f64::EPSILON).floor();
            (rounded * each / scale).clamp(0.0, whole)
        };
        let interval = estimate.interval.map(|i| [dots(i.lower), dots(i.upper)]);
        Self { value: dots(estimate.value), interval }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_within_a_dot_count_it_in() {
        let dots = |value, interval| Dots { value, interval };
        assert_eq!(dots(3.6, Some([2.4, 5.4])).limits(), [2, 6]);
        assert_eq!(dots(3.6, Some([2.4, 5.4])).filled().0, 3);
        assert_eq!(dots(0.0, Some([0.0, 1.2])).limits(), [0, 2]);
        assert_eq!(dots(479.0, None).limits(), [479, 479]);
        assert_eq!(dots(3.6, None).limits(), [3, 4]);
    }
}
