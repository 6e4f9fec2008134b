// SPDX-License-Identifier: EUPL-1.2
//! Every region of an area in the order of its value, with its interval: a row each, a column
//! each where there are many, or the ends and the region's neighbours where those do not fit.

mod reference;
mod rows;
mod caterpillar;

use crate::chart::apart::Apart;
use crate::chart::axis::scale::Scale;
use crate::chart::canvas::Sheet;
use crate::chart::legend::{self, Sign};
use crate::indicator::comparison::Verdict;
use crate::text::words::members::MemberWords;
use crate::view::members::{Area, Areas};
use rows::Row;

/// The most regions that each have a row with their name.
const ROWS: usize = 45;

/// From this width more than that have a column each.
const WIDE: f64 = 600.0;

/// How many are shown at either end, beside the region and, without one, at either end.
const END: usize = 3;
const BESIDE: usize = 3;
const END_ALONE: usize = 5;

/// The axis of values, the same in each form.
fn scale(areas: &Areas) -> Scale {
    let mut values: Vec<f64> = reference::values(areas).map(|(_, value)| value).collect();
    for figure in areas.members.iter().filter_map(Area::figure) {
        values.push(figure.value);
        if let Some(interval) = figure.interval {
            values.extend([interval.lower, interval.upper]);
        }
    }
    Scale::of(areas.definition, values.into_iter(), 6, false)
}

/// Whether the value axis begins elsewhere than at zero.
pub(super) fn is_cut(areas: &Areas) -> bool {
    scale(areas).is_cut()
}

pub(super) fn draw(
    words: &MemberWords,
    areas: &Areas,
    width: f64,
    height: Option<f64>,
    has_marks: bool,
) -> Sheet {
    let ranked = areas.ranked();
    let mut sheet = Sheet::endless(width).marked(has_marks);
    let apart = Apart::of(words, areas, width);
    let top = legend::draw(&sheet, areas.definition.direction, &entries(words, areas), 0.0);
    let room = height.map(|height| height - top - apart.height());
    let scale = scale(areas);
    let bottom = if ranked.is_empty() {
        top
    } else if ranked.len() > ROWS && width >= WIDE {
        caterpillar::draw(&sheet, words, areas, &scale, &ranked, top, room)
    } else {
        rows::draw(&sheet, words, areas, &scale, &chosen(areas, ranked), top, room)
    };
    apart.draw(&sheet, words, areas, bottom);
    sheet.cut(bottom + apart.height());
    sheet
}

/// What the signs mean, and how many have them.
fn entries(words: &MemberWords, areas: &Areas) -> Vec<(Sign, String)> {
    let mut entries = Vec::new();
    let counts = areas.verdicts();
    let is_compared = counts.iter().any(|count| *count > 0);
    if let Some(benchmark) = areas.benchmark.as_ref().filter(|_| is_compared) {
        entries.push((Sign::None, words.compared_with(benchmark)));
        let verdicts = [Verdict::Lower, Verdict::Similar, Verdict::Higher];
        for (verdict, count) in verdicts.into_iter().zip(counts) {
            entries.push((Sign::Verdict(verdict), words.verdict_count(areas, verdict, count)));
        }
    }
    let figures = || areas.members.iter().filter_map(Area::figure);
    if figures().any(|figure| figure.interval.is_some()) {
        entries.push((Sign::Interval, words.interval_head.to_string()));
    }
    entries
}

/// The rows: all of them, or the ends and those beside the region's own.
fn chosen<'a>(areas: &Areas, ranked: Vec<&'a Area<'a>>) -> Vec<Row<'a>> {
    let count = ranked.len();
    let own = ranked.iter().position(|area| areas.is_own(area));
    let ends = if own.is_some() { END } else { END_ALONE };
    let is_chosen = |at: usize| {
        count <= ROWS
            || at < ends
            || at + ends >= count
            || own.is_some_and(|own| own.abs_diff(at) <= BESIDE)
    };
    let mut rows = Vec::new();
    for (at, area) in ranked.into_iter().enumerate() {
        // In the place of a single one that is left out it may stand itself.
        let is_alone = at > 0 && is_chosen(at - 1) && is_chosen(at + 1);
        match rows.last_mut() {
            _ if is_chosen(at) || is_alone => rows.push(Row::Area(area)),
            Some(Row::Gap(left_out)) => *left_out += 1,
            _ => rows.push(Row::Gap(1)),
        }
    }
    rows
}
