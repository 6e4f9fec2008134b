// SPDX-License-Identifier: EUPL-1.2
//! The lines of a chart through the years, and what they share.

use super::stretch::Stretch;
use crate::chart::axis::scale::{FLAT, Reach, Scale};
use crate::chart::axis::upright;
use crate::chart::canvas::frame::Frame;
use crate::chart::canvas::role::Role;
use crate::chart::canvas::{Canvas, Point};
use crate::chart::course::line::Line;
use crate::chart::course::years;
use crate::indicator::finding::Finding;
use crate::indicator::period::Period;
use crate::text::words::Words;
use crate::view::single::Selection;

/// From the end of a line to its label, and between that and a line above or below it.
pub(super) const BESIDE: f64 = 10.0;
const NEAR: f64 = 4.0;

/// The room at the foot of a plot where the signs of missing figures stand.
const FOOT: f64 = 12.0;

/// The two ends of no span.
const NOWHERE: (f64, f64) = (f64::INFINITY, f64::NEG_INFINITY);

/// What goes onto the chart: only periods of the usual length.
pub(super) struct Lines<'s> {
    words: &'s Words,
    selection: &'s Selection<'s>,
    /// The region's own line, those of other regions, the benchmark's.
    lines: Vec<Line<'s>>,
    /// The breaks between figures of the lines.
    pub(super) breaks: Vec<Period>,
    pub(super) scale: Scale<'s>,
    /// The first and last moment.
    pub(super) span: (f64, f64),
    /// Half a period.
    half: f64,
    /// From the last moment to now.
    pub(super) stretch: Option<Stretch>,
}

impl<'s> Lines<'s> {
    pub(super) fn of(words: &'s Words, selection: &'s Selection) -> Self {
        let definition = selection.definition;
        let months = selection.own.line_length();
        let mut lines = vec![Line::of(&selection.own, months, Role::Own)];
        // Numbers of children of places of other sizes do not belong on one scale: a country's
        // would press a town's flat against the axis.
        if !definition.is_count() {
            for (nth, series) in selection.others.iter().enumerate() {
                let is_last = nth + 1 == selection.others.len();
                let is_benchmark = selection.has_benchmark && is_last;
                let role = if is_benchmark { Role::Benchmark } else { Role::Other };
                lines.push(Line::of(series, months, role));
            }
        }
        // Beside one line the benchmark's goes on past its ends. Otherwise periods at both ends of
        // which no region knows anything are left out: they would set a value beside a newer one.
        if lines.len() != 2 {
            let mut ends = NOWHERE;
            for line in lines.iter().filter(|line| line.role != Role::Benchmark) {
                line.reach(&mut ends);
            }
            for line in &mut lines {
                line.keep(ends);
            }
        }
        let half = f64::from(months) / 24.0;
        let mut span = NOWHERE;
        let mut reach = Reach::NONE;
        if let Some(target) = selection.target() {
            reach.hold(target.value);
        }
        for line in &lines {
            for finding in &line.findings {
                let middle = finding.period.middle();
                span = (span.0.min(middle - half), span.1.max(middle + half));
                reach.hold_figure(finding);
            }
        }
        let breaks = definition.breaks.iter().filter_map(|b| Period::parse(&b.at));
        let breaks = breaks.filter(|at| lies_between(*at, &lines)).collect();
        let most = if lines.iter().any(|line| line.role == Role::Other) { 4 } else { 6 };
        let mut scale = Scale::of(words, definition, reach, most, FLAT);
        if reach.is_empty() {
            // Numbers beside nothing would seem to say something.
            scale.ticks.clear();
        }
        let stretch = Stretch::of(selection.year, span.1).filter(|_| span.0 < span.1);
        let span = if span.0 > span.1 { (0.0, 1.0) } else { span };
        // Where one is not of the period that the sentence speaks of, all values say their own.
        let is_dated = lines.iter().any(|line| line.ends_elsewhere(selection.period));
        for line in &mut lines {
            line.is_dated = is_dated;
        }
        Self { words, selection, lines, breaks, scale, span, half, stretch }
    }

    /// Every line but the benchmark's, the region's own first.
    pub(super) fn regions(&self) -> &[Line<'s>] {
        match self.lines.split_last() {
            Some((last, rest)) if last.role == Role::Benchmark => rest,
            _ => &self.lines,
        }
    }

    /// The benchmark's line.
    pub(super) fn benchmark(&self) -> Option<&Line<'s>> {
        self.lines.last().filter(|line| line.role == Role::Benchmark)
    }

    /// A frame on the scales of all.
    pub(super) fn frame(&self, canvas: &Canvas, left_top: Point, right_bottom: Point) -> Frame {
        let ((first, last), scale) = (self.span, &self.scale);
        let scales = (first..last, scale.low..scale.high);
        Frame::of(canvas, scales, left_top, right_bottom)
    }

    /// Where a label of this size stands in the plot, beside the end of a region's line at `end`; `None`
    /// where the line goes on to the end of the plot, or something else lies there.
    pub(super) fn beside(
        &self,
        frame: &Frame,
        region: &Line,
        end: Point,
        (width, height): (f64, f64),
    ) -> Option<Point> {
        let (x, y) = frame.at(end.0, end.1);
        let (left, right) = (x + BESIDE, x + BESIDE + width);
        let is_hatched = |f: &&Finding| f.period.middle() > end.0 && f.outcome.is_withheld();
        if right > frame.right_bottom.0
            || self.selection.target().is_some()
            || !self.breaks.is_empty()
            || region.findings.iter().any(is_hatched)
        {
            return None;
        }
        let (mut highest, mut lowest) = (frame.left_top.1, frame.right_bottom.1 - FOOT - height);
        // The benchmark's line goes on above or below.
        let step = frame.at(end.0 + self.half * 2.0, 0.0).0 - x;
        for finding in self.benchmark().map_or(&[][..], |line| &line.findings) {
            let Some(estimate) = finding.estimate() else { continue };
            let (at, level) = frame.at(finding.period.middle(), estimate.value);
            if at < x || at > right + step {
                continue;
            }
            if level < y {
                highest = highest.max(level + NEAR);
            } else {
                lowest = lowest.min(level - NEAR - height);
            }
        }
        let top = (y - height / 2.0).min(lowest).max(highest);
        // At the height of the end still.
        (top <= lowest && top < y && top + height > y).then_some((left, top))
    }

    /// Draws the line of one region over what all have: the axes, which go on to `edge` at most,
    /// the breaks, the target and the benchmark. The labels of periods stay between the two ends of
    /// `room`.
    pub(super) fn draw(
        &self,
        canvas: &Canvas,
        frame: &Frame,
        region: &Line,
        mut room: (f64, f64),
        edge: f64,
    ) {
        let (words, definition) = (self.words, self.selection.definition);
        if let Some(stretch) = &self.stretch {
            stretch.draw(canvas, frame, edge);
            room.1 = edge - stretch.room();
        }
        upright::grid(canvas, frame, &self.scale);
        region.absences(canvas, frame, self.half);
        years::years(canvas, frame, words, &region.findings, room);
        for at in &self.breaks {
            years::marked_break(canvas, frame, *at);
        }
        if let Some(target) = self.selection.target() {
            let (_, y) = frame.at(self.span.0, target.value);
            let ends = [(frame.left_top.0, y), (frame.right_bottom.0, y)];
            canvas.line(Role::Target, 2.0, &ends);
        }
        region.band(canvas, frame, definition);
        if let Some(benchmark) = self.benchmark() {
            benchmark.draw(canvas, frame, definition);
        }
        region.draw(canvas, frame, definition);
        region.ranges(canvas, frame);
        region.answers(canvas, frame, words);
    }
}

/// Whether there are figures on both sides of a break.
fn lies_between(at: Period, lines: &[Line]) -> bool {
    let (mut before, mut after) = (false, false);
    for line in lines {
        for finding in &line.findings {
            let is_after = finding.period.starts_from(at);
            after |= finding.says_something() && is_after;
            before |= finding.says_something() && !is_after;
        }
    }
    before && after
}
