// SPDX-License-Identifier: EUPL-1.2
//! The lines of a chart through the years, and what they share.

use super::line::Line;
use super::role::Role;
use super::scale::Scale;
use crate::data::selection::Selection;
use crate::indicator::definition::{Definition, Kind};
use crate::indicator::period::Period;

/// What goes onto the chart: only periods of the usual length.
pub(super) struct Lines<'s> {
    pub(super) own: Line<'s>,
    /// Regions with a panel of their own; where there are none, one chart does.
    pub(super) others: Vec<Line<'s>>,
    pub(super) benchmark: Option<Line<'s>>,
    pub(super) scale: Scale,
    /// The first and last moment.
    pub(super) span: (f64, f64),
    /// Half a period.
    pub(super) half: f64,
}

impl<'s> Lines<'s> {
    pub(super) fn of(selection: &'s Selection) -> Self {
        let definition = selection.definition;
        let months = usual_length(selection);
        let mut own = Line::of(&selection.own, months, Role::Own);
        // A country's number of children would press a town's flat against the axis.
        let is_count = definition.kind == Kind::Count;
        let benchmark = selection.benchmark().filter(|_| !is_count);
        let benchmark = benchmark.map(|series| Line::of(series, months, Role::Benchmark));
        let beside = selection.others.len() - usize::from(selection.has_benchmark);
        let others = selection.others.iter().take(if is_count { 0 } else { beside });
        let others: Vec<Line> = others.map(|s| Line::of(s, months, Role::Other)).collect();
        // Where nothing else is drawn, periods of which only others have a figure are left out.
        if benchmark.is_none() && others.is_empty() {
            own.trim();
        }
        let all = || std::iter::once(&own).chain(&others).chain(&benchmark);
        let values = all().flat_map(Line::values).chain(selection.target().map(|t| t.value));
        let scale = Scale::of(definition, values, if others.is_empty() { 6 } else { 4 }, false);
        let middles = || all().flat_map(|line| &line.findings).map(|f| f.period.middle());
        let half = f64::from(months) / 24.0;
        let first = middles().fold(f64::INFINITY, f64::min);
        let last = middles().fold(f64::NEG_INFINITY, f64::max);
        let span = if first > last { (0.0, 1.0) } else { (first - half, last + half) };
        Self { own, others, benchmark, scale, span, half }
    }

    /// Every line, the region's own first.
    pub(super) fn all(&self) -> impl Iterator<Item = &Line<'s>> {
        std::iter::once(&self.own).chain(&self.others).chain(&self.benchmark)
    }

    /// The breaks between figures of the lines.
    pub(super) fn breaks(&self, definition: &Definition) -> Vec<Period> {
        let findings = self.all().flat_map(|line| &line.findings);
        let shown: Vec<Period> =
            findings.filter(|f| f.says_something()).map(|f| f.period).collect();
        let breaks = definition.breaks.iter().filter_map(|b| Period::parse(&b.at));
        breaks
            .filter(|at| {
                shown.iter().any(|p| p.starts_from(*at))
                    && shown.iter().any(|p| !p.starts_from(*at))
            })
            .collect()
    }
}

/// The length of period that most findings have: years do not share a line with pools.
fn usual_length(selection: &Selection) -> i32 {
    let lengths = || selection.own.findings.iter().map(|f| f.period.months());
    let count = |months: i32| lengths().filter(|m| *m == months).count();
    lengths().max_by_key(|months| (count(*months), -months)).unwrap_or(12)
}
