// SPDX-License-Identifier: EUPL-1.2
//! Every member of a comparison set in the order of its value, with its interval: a row each, a
//! column each where there are many, or the ends and the region's neighbours where those do not fit.
//! Knows no other view.

mod reference;
mod stabilised;
mod extent;
mod rows;
mod caterpillar;

use crate::chart::apart::Apart;
use crate::chart::scene::{RankingScene, Scene};
use crate::chart::sign::outcome::Sign;
use crate::chart::verdicts;
use crate::indicator::comparison::Verdict;
use crate::text::words::Words;
use crate::text::words::members::MemberWords;
use crate::view::members::{ComparisonSet, Member};
use rows::Row;

/// The most regions that each have a row with their name.
const ROWS: usize = 45;

/// From this width more than that have a column each.
const WIDE: f64 = 600.0;

/// How many are shown at either end, beside the region and, without one, at either end.
const END: usize = 3;
const BESIDE: usize = 3;
const END_ALONE: usize = 5;

/// Whether the value axis begins elsewhere than at zero.
pub(super) fn is_cut(words: &Words, set: &ComparisonSet) -> bool {
    extent::scale(words, set).is_cut()
}

/// Draws it; returns where it ends.
pub(super) fn draw(scene: &RankingScene) -> f64 {
    let Scene { canvas, words, found: set } = *scene;
    let (ranked, width) = (set.ranked(), canvas.width);
    let apart = Apart::of(words, set, width);
    let top = verdicts::draw(canvas, set.definition.direction, entries(words, set));
    let room = canvas.room().map(|height| height - top - apart.height());
    let scale = extent::scale(words, set);
    let bottom = if ranked.is_empty() {
        top
    } else if ranked.len() > ROWS && width >= WIDE {
        caterpillar::draw(scene, &scale, &ranked, top, room)
    } else {
        rows::draw(scene, &scale, &chosen(set, ranked), top, room)
    };
    apart.draw(canvas, bottom)
}

/// What the signs mean, and how many have them.
fn entries(words: &MemberWords, set: &ComparisonSet) -> Vec<(Sign, String)> {
    let mut entries = Vec::new();
    let counts = set.verdicts();
    let is_compared = counts.iter().any(|count| *count > 0);
    if let Some(benchmark) = set.benchmark.as_ref().filter(|_| is_compared) {
        entries.push((Sign::None, words.compared_with(benchmark)));
        let verdicts = [Verdict::Lower, Verdict::Similar, Verdict::Higher];
        for (verdict, count) in verdicts.into_iter().zip(counts) {
            entries.push((Sign::Verdict(verdict), words.verdict_count(set, verdict, count)));
        }
    }
    let figures = || set.members.iter().filter_map(Member::estimate);
    if figures().any(|estimate| estimate.interval.is_some()) {
        entries.push((Sign::Interval, words.interval_head.to_string()));
    }
    #[cfg(feature = "tools")]
    entries.extend(stabilised::entry(words, set));
    entries
}

/// The rows: all of them, or the ends and those beside the region's own.
fn chosen<'a>(set: &ComparisonSet, ranked: Vec<&'a Member<'a>>) -> Vec<Row<'a>> {
    let count = ranked.len();
    let own = ranked.iter().position(|member| set.is_own(member));
    let ends = if own.is_some() { END } else { END_ALONE };
    let is_chosen = |at: usize| {
        count <= ROWS
            || at < ends
            || at + ends >= count
            || own.is_some_and(|own| own.abs_diff(at) <= BESIDE)
    };
    let mut rows = Vec::new();
    for (at, member) in ranked.into_iter().enumerate() {
        // In the place of a single one that is left out it may stand itself.
        let is_alone = at > 0 && is_chosen(at - 1) && is_chosen(at + 1);
        match rows.last_mut() {
            _ if is_chosen(at) || is_alone => rows.push(Row::Member(member)),
            Some(Row::Gap(left_out)) => *left_out += 1,
            _ => rows.push(Row::Gap(1)),
        }
    }
    rows
}
