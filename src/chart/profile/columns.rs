// SPDX-License-Identifier: EUPL-1.2
//! The columns of a profile, and the words over them.

use super::axis::benchmark;
use crate::chart::canvas::lettering::{Anchor, SMALL, SMALL_LINE, TYPE, Type};
use crate::chart::canvas::measure;
use crate::chart::canvas::role::Role;
use crate::chart::scene::{OverviewScene, Scene};
use crate::chart::sign::spread::OWN;
use crate::text::value::capital;
use crate::text::words::overview::OverviewWords;
use crate::view::assessment::Assessment;
use crate::view::members::ComparisonSet;
use crate::view::overview::Overview;

/// From this width names and numbers stand beside their rows, below it above them.
const WIDE: f64 = 620.0;

/// The height of the words over the axis.
const SIDES: f64 = 38.0;

/// Where the columns lie.
pub(super) struct Columns {
    pub(super) is_wide: bool,
    /// The width of the names.
    pub(super) name: f64,
    /// The right sides of the region's own numbers and of the benchmark's.
    pub(super) own: f64,
    pub(super) benchmark: f64,
    /// The left and the right side of the axis.
    pub(super) axis: (f64, f64),
}

impl Columns {
    pub(super) fn of(scene: &OverviewScene, shown: &[&ComparisonSet]) -> Self {
        let Scene { canvas, words, found: overview } = *scene;
        let width = canvas.width;
        if width < WIDE {
            let axis = (OWN / 2.0 + 1.0, width - OWN / 2.0 - 1.0);
            return Self { is_wide: false, name: width, own: width, benchmark: width, axis };
        }
        let widest = |texts: &mut dyn Iterator<Item = String>| {
            texts.map(|text| measure::bold_width(&text, TYPE)).fold(0.0, f64::max)
        };
        let own = head(words, overview, true);
        let values = shown.iter().filter_map(|set| words.figure(set.definition, &set.own.finding));
        let own = widest(&mut values.chain(own));
        let values =
            shown.iter().filter_map(|set| words.figure(set.definition, &benchmark(set)?.finding));
        let benchmark = widest(&mut values.chain(head(words, overview, false)));
        let name = width * 0.32;
        let own = name + 16.0 + own;
        let benchmark = if benchmark > 0.0 { own + 18.0 + benchmark } else { own };
        Self { is_wide: true, name, own, benchmark, axis: (benchmark + 28.0, width - 10.0) }
    }

    /// The height of the words over the axis.
    pub(super) fn sides(&self, words: &OverviewWords, overview: &Overview) -> f64 {
        let lines = match self.is_wide {
            true => head(words, overview, true).len().max(head(words, overview, false).len()),
            false => 1,
        };
        SIDES + (lines as f64 - 1.0).max(0.0) * SMALL_LINE
    }
}

/// The head of a column of numbers.
fn head(words: &OverviewWords, overview: &Overview, is_own: bool) -> Vec<String> {
    let region = match is_own {
        true => Some(overview.first().own.region),
        false => overview.compared_with(),
    };
    let label = region.map(|region| words.name(region));
    label.map_or(Vec::new(), |label| measure::wrap(&label, SMALL, 84.0))
}

/// What the sides of the axis mean and whose value its middle is, above the rows.
pub(super) fn sides(scene: &OverviewScene, columns: &Columns, is_context: bool, bottom: f64) {
    let Scene { canvas, words, found: overview } = *scene;
    let (left, right) = columns.axis;
    let (center, last) = ((left + right) / 2.0, bottom - 10.0);
    let cases = match is_context {
        false => [(Assessment::Worse, Role::Worse), (Assessment::Better, Role::Better)],
        true => [(Assessment::Lower, Role::Muted), (Assessment::Higher, Role::Muted)],
    };
    let [low, high] = cases.map(|(assessment, role)| (words.assessment(assessment), role));
    let y = last - SMALL_LINE;
    let small = |role| Type::small(role);
    canvas.text(small(low.1), (left, y), &["← ", low.0].concat());
    canvas.text(small(high.1).anchor(Anchor::End), (right, y), &[high.0, " →"].concat());
    let own = &overview.first().own.region;
    let middle = capital(&words.place_label(overview.compared_with().unwrap_or(own)));
    canvas.text(small(Role::Benchmark).anchor(Anchor::Middle), (center, last), &middle);
    if columns.is_wide {
        let put = |kind: Type, x: f64, lines: Vec<String>| {
            let top = last - (lines.len() as f64 - 1.0) * SMALL_LINE;
            canvas.set(kind.anchor(Anchor::End).size(SMALL), (x, top), SMALL_LINE, &lines);
        };
        put(Type::of(Role::Own).bold(), columns.own, head(words, overview, true));
        put(Type::of(Role::Benchmark), columns.benchmark, head(words, overview, false));
    }
}
