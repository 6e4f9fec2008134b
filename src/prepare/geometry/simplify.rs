// SPDX-License-Identifier: EUPL-1.2
//! Fewer places on an arc: those go first whose loss changes the least area (Visvalingam and
//! Whyatt, "Line generalisation by repeated elimination of points", 1993).

use super::written::Spot;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// The arc without the places that span less than `area` with their neighbours; its ends stay,
/// and of one that ends where it begins two places more.
pub(super) fn simplify(arc: &[Spot], area: f64) -> Vec<Spot> {
    let is_loop = arc.first() == arc.last();
    let least = if is_loop { 4 } else { 2 };
    // Of each place the one before and the one after it that are still there.
    let mut beside: Vec<(usize, usize)> =
        (0..arc.len()).map(|at| (at.saturating_sub(1), at + 1)).collect();
    let mut kept: Vec<bool> = vec![true; arc.len()];
    let mut count = arc.len();
    let mut heap = BinaryHeap::new();
    let span = |(before, after): (usize, usize), at: usize| -> i64 {
        match (arc.get(before), arc.get(at), arc.get(after)) {
            (Some(a), Some(b), Some(c)) => {
                ((b.0 - a.0) * (c.1 - a.1) - (c.0 - a.0) * (b.1 - a.1)).abs()
            }
            _ => 0,
        }
    };
    for (at, neighbours) in beside.iter().enumerate().skip(1).take(arc.len().saturating_sub(2)) {
        heap.push(Reverse((span(*neighbours, at), at)));
    }
    // Spans are twice the area.
    let limit = area * 2.0;
    while let Some(Reverse((spanned, at))) = heap.pop() {
        if spanned as f64 >= limit || count <= least {
            break;
        }
        let Some((before, after)) = beside.get(at).copied() else { continue };
        // What was said of it before a neighbour went no longer holds.
        if kept.get(at) != Some(&true) || span((before, after), at) != spanned {
            continue;
        }
        if let Some(flag) = kept.get_mut(at) {
            *flag = false;
            count -= 1;
        }
        if let Some(pair) = beside.get_mut(before) {
            pair.1 = after;
        }
        if let Some(pair) = beside.get_mut(after) {
            pair.0 = before;
        }
        for neighbour in [before, after] {
            let pair = beside.get(neighbour).filter(|_| neighbour > 0 && neighbour + 1 < arc.len());
            heap.extend(pair.map(|pair| Reverse((span(*pair, neighbour), neighbour))));
        }
    }
    arc.iter().zip(&kept).filter(|(_, kept)| **kept).map(|(spot, _)| *spot).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_bends_go_and_large_ones_stay() {
        let arc = [(0, 0), (10, 1), (20, 0), (30, 50), (40, 0)];
        assert_eq!(simplify(&arc, 100.0), [(0, 0), (20, 0), (30, 50), (40, 0)]);
        assert_eq!(simplify(&arc, 0.0), arc);
        assert_eq!(simplify(&arc, 1e9), [(0, 0), (40, 0)]);
    }

    #[test]
    fn of_a_line_with_small_bends_hardly_more_than_its_ends_is_left() {
        let arc: Vec<Spot> =
            (0..100).map(|n| ([0, 4, 0, -4][usize::try_from(n).unwrap() % 4], n * 20)).collect();
        assert!(simplify(&arc, 1000.0).len() < 6);
    }

    #[test]
    fn a_ring_stays_a_ring() {
        let ring = [(0, 0), (5, 1), (10, 0), (10, 10), (0, 10), (0, 0)];
        let left = simplify(&ring, 1e9);
        assert_eq!(left.len(), 4, "{left:?}");
        assert_eq!(left.first(), left.last());
    }
}
