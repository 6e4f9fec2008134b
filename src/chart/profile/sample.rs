// SPDX-License-Identifier: EUPL-1.2
//! What the signs of a profile mean.

use super::axis::{benchmark, reference};
use crate::chart::canvas::lettering::Type;
use crate::chart::canvas::role::Role;
use crate::chart::canvas::{Canvas, Point};
use crate::chart::legend::Entry;
use crate::chart::sign::marker;
use crate::chart::sign::spread::{OWN, hollow, spread_box, whisker};
#[cfg(feature = "tools")]
use crate::chart::sign::stabilised;
use crate::indicator::comparison::Verdict;
use crate::text::template::fill;
use crate::text::value::capital;
#[cfg(feature = "tools")]
use crate::text::words::insight::InsightWords;
use crate::text::words::overview::OverviewWords;
use crate::view::members::ComparisonSet;
use crate::view::overview::Overview;

/// Between a sample and its words.
const NEAR: f64 = 6.0;

/// The samples of the legend.
#[derive(Clone, Copy)]
pub(super) enum Sample {
    Interval,
    Own,
    Signs,
    Hollow,
    #[cfg(feature = "tools")]
    Stabilised,
    Spread,
}

/// The legend: the region's own mark, the signs, the spread.
pub(super) fn legend_entries(words: &OverviewWords, overview: &Overview) -> Vec<(Sample, Entry)> {
    let has_interval =
        overview.iter().any(|a| a.own.estimate().is_some_and(|f| f.interval.is_some()));
    let (own, text) = match has_interval {
        true => (Sample::Interval, words.key_interval),
        false => (Sample::Own, words.key_own),
    };
    let place = capital(&words.place_label(overview.first().own.region));
    let entry = |width: f64, text: String| Entry {
        room: width + NEAR,
        kind: Type::small(Role::Muted),
        text,
    };
    let mut all = vec![(own, entry(34.0, fill(text, &[("place", &place)])))];
    all.extend(words.signs_key(overview).map(|text| (Sample::Signs, entry(34.0, text))));
    let is_hollow = |set: &ComparisonSet| {
        reference(set).is_some() && benchmark(set).is_some() && set.own.verdict().is_none()
    };
    if overview.iter().any(is_hollow) {
        all.push((Sample::Hollow, entry(34.0, words.not_compared_short.to_string())));
    }
    #[cfg(feature = "tools")]
    if overview.iter().any(|set| reference(set).is_some() && set.own.stabilised().is_some()) {
        let modelled = InsightWords::of(words.language).modelled;
        all.push((Sample::Stabilised, entry(34.0, modelled.to_string())));
    }
    all.extend(words.spread_key(overview).map(|text| (Sample::Spread, entry(48.0, text))));
    all
}

/// Draws a sample, from the middle of its left side.
pub(super) fn sample(canvas: &Canvas, sample: Sample, (x, y): Point) {
    let mark = |verdict, x| marker::draw(canvas, Role::Own, verdict, (x, y), OWN);
    match sample {
        Sample::Spread => spread_box(canvas, [x, x + 16.0, x + 34.0, x + 48.0], y),
        Sample::Signs => {
            mark(Some(Verdict::Lower), x + 7.0);
            mark(Some(Verdict::Higher), x + 27.0);
        }
        Sample::Hollow => hollow(canvas, (x + 17.0, y)),
        #[cfg(feature = "tools")]
        Sample::Stabilised => stabilised::sample(canvas, (x, y), 34.0),
        Sample::Own => mark(None, x + 17.0),
        Sample::Interval => {
            whisker(canvas, Role::Own, 2.0, x, x + 34.0, y);
            mark(None, x + 17.0);
        }
    }
}
