// SPDX-License-Identifier: EUPL-1.2
//! The small trend of a card: the region's line with its interval, the benchmark's line beside it.

use crate::chart::axis::scale::{Reach, Scale};
use crate::chart::canvas::frame::Frame;
use crate::chart::canvas::lettering::{Anchor, INSIDE, Type};
use crate::chart::canvas::role::Role;
use crate::chart::canvas::{Canvas, Point};
use crate::chart::course::line::Line;
use crate::chart::course::years;
use crate::indicator::finding::Finding;
use crate::indicator::period::Period;
use crate::text::words::Words;
use crate::view::single::Selection;

/// The height of its years.
pub(super) const YEARS: f64 = 15.0;

/// Two ends that hold nothing.
const NOWHERE: (f64, f64) = (f64::INFINITY, f64::NEG_INFINITY);

/// The first and the last year of a course, below its ends.
pub(super) struct Years {
    ends: [Option<Period>; 2],
    left: f64,
    right: f64,
    y: f64,
}

impl Years {
    pub(super) fn draw(&self, canvas: &Canvas, words: &Words) {
        let small = Type::small(Role::Muted).size(INSIDE);
        let kinds = [(self.left, small), (self.right, small.anchor(Anchor::End))];
        for (period, (x, kind)) in self.ends.into_iter().flatten().zip(kinds) {
            canvas.text(kind, (x, self.y), &words.period(period));
        }
    }
}

/// Draws it between two corners, without its years. Its scale begins at zero, so that no change
/// looks larger than it is.
pub(super) fn draw(
    canvas: &Canvas,
    words: &Words,
    selection: &Selection,
    (left, top): Point,
    (right, bottom): Point,
) -> Years {
    let definition = selection.definition;
    let months = selection.own.line_length();
    let mut own = Line::of(&selection.own, months, Role::Own);
    let mut span = NOWHERE;
    let is_seen = |f: &&Finding| f.says_something() || f.outcome.is_withheld();
    for finding in own.findings.iter().copied().filter(is_seen) {
        let at = finding.period.middle();
        span = (span.0.min(at), span.1.max(at));
    }
    own.keep(span);
    // Numbers of children of places of other sizes do not belong on one scale.
    let benchmark = selection.benchmark().filter(|_| !definition.is_count());
    let benchmark = benchmark.map(|series| {
        let mut line = Line::of(series, months, Role::Benchmark);
        line.keep(span);
        line
    });
    let mut reach = Reach::NONE;
    for line in std::iter::once(&own).chain(&benchmark) {
        for finding in &line.findings {
            reach.hold_figure(finding);
        }
    }
    let scale = Scale::of(words, definition, reach, 3, 0.0);
    let half = f64::from(months) / 24.0;
    let scales = ((span.0 - half)..(span.1 + half), scale.low..scale.high);
    let frame = Frame::of(canvas, scales, (left, top), (right, bottom - YEARS));

    let base = bottom - YEARS;
    canvas.line(Role::Grid, 1.0, &[(left, base), (right, base)]);
    let withheld = own.findings.iter().filter(|f| f.outcome.is_withheld());
    for period in withheld.map(|f| f.period) {
        let x = |side: f64| frame.at(period.middle() + side, 0.0).0;
        canvas.hatch((x(-half) + 1.0, top), (x(half) - 1.0, base));
    }
    let breaks = definition.breaks.iter().filter_map(|b| Period::parse(&b.at));
    for at in breaks.filter(|at| own.findings.iter().any(|f| f.period.starts_from(*at))) {
        if own.findings.iter().any(|f| !f.period.starts_from(at)) {
            years::marked_break(canvas, &frame, at);
        }
    }
    own.band(canvas, &frame, definition);
    if let Some(benchmark) = &benchmark {
        benchmark.draw(canvas, &frame, definition);
    }
    thin(canvas, &frame, &own, selection);
    own.ranges(canvas, &frame);

    let ends = [own.findings.first(), own.findings.last()].map(|end| Some(end?.period));
    Years { ends, left, right, y: bottom - 5.0 }
}

/// The region's line, a dot where one stands alone, and one at the end.
fn thin(canvas: &Canvas, frame: &Frame, own: &Line, selection: &Selection) {
    for run in own.runs(selection.definition) {
        let place = |f: &&Finding| Some(frame.at(f.period.middle(), f.estimate()?.value));
        let points: Vec<Point> = run.iter().filter_map(place).collect();
        if points.len() > 1 {
            canvas.line(Role::Own, 2.0, &points);
        }
        let is_last = run.iter().any(|f| f.period == selection.period);
        if let Some(end) = points.last().filter(|_| is_last || points.len() == 1) {
            canvas.dot(Role::Own, *end, 3.0);
        }
    }
}
