// SPDX-License-Identifier: EUPL-1.2
//! Whole numbers, what is known of sums of them, and what follows by simple means.

use super::range::{Range, TOLERANCE};
use std::collections::VecDeque;

/// A number of persons that nobody published.
pub(super) type Unknown = usize;

/// Unknowns with their coefficients.
pub(super) type Terms = Vec<(Unknown, f64)>;

/// A sum of unknowns that lies between two numbers.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub terms: Terms,
    pub least: f64,
    pub most: f64,
    /// The statement that the row stands for; `None` for what holds by nature.
    pub origin: Option<usize>,
}

impl Row {
    /// Whether the sum is known.
    pub(super) fn is_equal(&self) -> bool {
        self.most - self.least < TOLERANCE
    }
}

/// Unknowns within bounds, and rows.
#[derive(Clone, Debug, Default)]
pub(super) struct System {
    pub bounds: Vec<Range>,
    pub rows: Vec<Row>,
}

/// A row is looked at so many times; after that it stays with the bounds that it gave.
const VISITS: usize = 60;

impl System {
    /// Another unknown: a count.
    pub(super) fn unknown(&mut self) -> Unknown {
        self.bounds.push((0.0, f64::INFINITY));
        self.bounds.len() - 1
    }

    pub(super) fn bound(&self, unknown: Unknown) -> Range {
        self.bounds.get(unknown).copied().unwrap_or((0.0, f64::INFINITY))
    }

    /// The least and the most that a sum can be by the bounds of its unknowns.
    pub(super) fn reach(&self, terms: &[(Unknown, f64)]) -> Range {
        let mut reach = (0.0, 0.0);
        for (unknown, times) in terms {
            let (least, most) = self.bound(*unknown);
            let (least, most) = if *times < 0.0 { (most, least) } else { (least, most) };
            reach.0 += times * least;
            reach.1 += times * most;
        }
        reach
    }

    /// Narrows the bounds by each row until nothing changes.
    ///
    /// # Errors
    /// The row that cannot be.
    pub(super) fn propagate(&mut self) -> Result<(), usize> {
        let mut around: Vec<Vec<usize>> = vec![Vec::new(); self.bounds.len()];
        for (at, row) in self.rows.iter().enumerate() {
            for (unknown, _) in &row.terms {
                if let Some(rows) = around.get_mut(*unknown) {
                    rows.push(at);
                }
            }
        }
        let mut queue: VecDeque<usize> = (0..self.rows.len()).collect();
        let mut queued = vec![true; self.rows.len()];
        let mut visits = vec![0; self.rows.len()];
        let mut changed = Vec::new();
        while let Some(at) = queue.pop_front() {
            let (Some(row), Some(waiting), Some(visits)) =
                (self.rows.get(at), queued.get_mut(at), visits.get_mut(at))
            else {
                continue;
            };
            *waiting = false;
            *visits += 1;
            if *visits > VISITS {
                continue;
            }
            changed.clear();
            narrow(&mut self.bounds, row, &mut changed).map_err(|()| at)?;
            for other in changed.iter().filter_map(|u| around.get(*u)).flatten() {
                if let Some(waiting) = queued.get_mut(*other).filter(|w| !**w) {
                    *waiting = true;
                    queue.push_back(*other);
                }
            }
        }
        Ok(())
    }
}

/// Narrows the bounds of the unknowns in a row by what the others can be.
fn narrow(bounds: &mut [Range], row: &Row, changed: &mut Vec<Unknown>) -> Result<(), ()> {
    // The ends of the sum without what is infinite, and how many infinite ones there are.
    let (mut low, mut high) = ((0.0, 0), (0.0, 0));
    let ends = |range: Range, times: f64| {
        let (least, most) = if times < 0.0 { (range.1, range.0) } else { range };
        (times * least, times * most)
    };
    let add = |end: &mut (f64, usize), value: f64| {
        if value.is_finite() { end.0 += value } else { end.1 += 1 }
    };
    for (unknown, times) in &row.terms {
        let (least, most) = ends(*bounds.get(*unknown).ok_or(())?, *times);
        add(&mut low, least);
        add(&mut high, most);
    }
    let slack = TOLERANCE * (1.0 + low.0.abs().max(high.0.abs()) * 1e-6);
    if (low.1 == 0 && low.0 > row.most + slack) || (high.1 == 0 && high.0 < row.least - slack) {
        return Err(());
    }
    for (unknown, times) in &row.terms {
        let slot = bounds.get_mut(*unknown).ok_or(())?;
        let (least, most) = ends(*slot, *times);
        let without = |end: (f64, usize), own: f64, open: f64| match (end.1, own.is_finite()) {
            (0, _) => end.0 - own,
            (1, false) => end.0,
            _ => open,
        };
        let others = (without(low, least, f64::NEG_INFINITY), without(high, most, f64::INFINITY));
        let (mut floor, mut ceiling) = (row.least - others.1, row.most - others.0);
        if *times < 0.0 {
            (floor, ceiling) = (ceiling, floor);
        }
        let floor = (floor / times - TOLERANCE).ceil();
        let ceiling = (ceiling / times + TOLERANCE).floor();
        let before = *slot;
        slot.0 = if floor > slot.0 { floor } else { slot.0 };
        slot.1 = if ceiling < slot.1 { ceiling } else { slot.1 };
        if slot.0 > slot.1 {
            *slot = before;
            return Err(());
        }
        if *slot != before {
            changed.push(*unknown);
            let (now_least, now_most) = ends(*slot, *times);
            let replace = |end: &mut (f64, usize), old: f64, new: f64| {
                if old.is_finite() {
                    end.0 -= old
                } else {
                    end.1 -= 1
                }
                if new.is_finite() { end.0 += new } else { end.1 += 1 }
            };
            replace(&mut low, least, now_least);
            replace(&mut high, most, now_most);
        }
    }
    Ok(())
}
