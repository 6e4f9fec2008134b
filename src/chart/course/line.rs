// SPDX-License-Identifier: EUPL-1.2
//! One region through the years: its line, its interval, and the signs where it has no figure.

use crate::chart::canvas::frame::Frame;
use crate::chart::canvas::lettering::{Anchor, TYPE, Type};
use crate::chart::canvas::measure;
use crate::chart::canvas::role::Role;
use crate::chart::canvas::{Canvas, Point};
use crate::chart::sign::bar;
use crate::indicator::definition::Definition;
use crate::indicator::finding::{Finding, Outcome};
use crate::indicator::period::Period;
use crate::indicator::region::Region;
use crate::text::words::Words;
use crate::view::single::Series;

/// One region's findings of one length of period.
pub(in crate::chart) struct Line<'s> {
    pub(in crate::chart) region: &'s Region,
    pub(in crate::chart) findings: Vec<&'s Finding>,
    pub(in crate::chart) role: Role,
    /// Whether its last value says of when it is.
    pub(in crate::chart) is_dated: bool,
}

impl<'s> Line<'s> {
    pub(in crate::chart) fn of(series: &'s Series, months: i32, role: Role) -> Self {
        let findings = series.findings.iter().filter(|f| f.period.months() == months).collect();
        Self { region: series.region, findings, role, is_dated: false }
    }

    /// Widens a span so that it holds the periods of which something is known.
    pub(in crate::chart) fn reach(&self, ends: &mut (f64, f64)) {
        for finding in &self.findings {
            if !finding.outcome.is_missing() {
                let at = finding.period.middle();
                *ends = (ends.0.min(at), ends.1.max(at));
            }
        }
    }

    /// Leaves out what lies outside two moments.
    pub(in crate::chart) fn keep(&mut self, ends: (f64, f64)) {
        self.findings.retain(|f| (ends.0..=ends.1).contains(&f.period.middle()));
    }

    /// Its last figure, and where that lies: a range in its middle.
    fn last(&self) -> Option<(&'s Finding, f64)> {
        let middle = |f: &Finding| Some(f64::midpoint(f.range()?.lower, f.range()?.upper));
        let at = |f: &Finding| f.estimate().map(|estimate| estimate.value).or_else(|| middle(f));
        self.findings.iter().rev().find_map(|f| Some((*f, at(f)?)))
    }

    /// Whether its last value is not of `period`, or is not where the line's periods end.
    pub(in crate::chart) fn ends_elsewhere(&self, period: Period) -> bool {
        let last = self.findings.last().map(|finding| finding.period);
        self.last().is_some_and(|(f, _)| f.period != period || Some(f.period) != last)
    }

    /// When and at which value it ends, and how that is written there.
    pub(in crate::chart) fn end(
        &self,
        words: &Words,
        definition: &Definition,
    ) -> Option<((f64, f64), String)> {
        let (finding, value) = self.last()?;
        let mut text = words.figure(definition, finding)?;
        if self.is_dated {
            text = [&text, " (", &words.period(finding.period), ")"].concat();
        }
        Some(((finding.period.middle(), value), text))
    }

    /// Findings in runs without a gap or a break: only within one may a line be drawn.
    pub(in crate::chart) fn runs(&self, definition: &Definition) -> Vec<&[&'s Finding]> {
        let joined = |a: &&Finding, b: &&Finding| {
            a.estimate().is_some()
                && b.estimate().is_some()
                && a.period.touches(b.period)
                && definition.same_definition(a.period, b.period)
        };
        let runs = self.findings.chunk_by(joined);
        runs.filter(|run| run.iter().any(|f| f.estimate().is_some())).collect()
    }

    /// Whether there is a line, and not only dots that stand alone.
    pub(in crate::chart) fn is_drawn(&self, definition: &Definition) -> bool {
        self.runs(definition).iter().any(|run| run.len() > 1)
    }

    /// The line itself; a figure that stands alone is a dot with its interval. The benchmark's
    /// line is there to be measured against, and has neither dots nor intervals.
    pub(in crate::chart) fn draw(&self, canvas: &Canvas, frame: &Frame, definition: &Definition) {
        for finding in &self.findings {
            if let Some(estimate) = finding.estimate() {
                let at = frame.at(finding.period.middle(), estimate.value);
                canvas.stands(&self.region.code, finding.period, at);
            }
        }
        let is_own = self.role == Role::Own;
        let is_reference = self.role == Role::Benchmark;
        for run in self.runs(definition) {
            let points: Vec<Point> = run
                .iter()
                .filter_map(|f| Some(frame.at(f.period.middle(), f.estimate()?.value)))
                .collect();
            match points.as_slice() {
                [lone] => {
                    let interval = run.iter().find_map(|f| f.estimate()?.interval);
                    if let Some(interval) = interval.filter(|_| !is_reference) {
                        let whisker = |value| (lone.0, frame.at(0.0, value).1);
                        let ends = [whisker(interval.lower), whisker(interval.upper)];
                        canvas.line(self.role, 1.5, &ends);
                    }
                    canvas.dot(self.role, *lone, if is_own { 5.0 } else { 4.0 });
                }
                points => {
                    let stroke = if is_reference { Role::Reference } else { self.role };
                    canvas.line(stroke, if is_own { 3.0 } else { 2.0 }, points);
                    if !is_reference {
                        for point in points {
                            canvas.dot(self.role, *point, if is_own { 3.5 } else { 3.0 });
                        }
                    }
                }
            }
        }
    }

    /// The ranges, each a bar: between two of them nothing is known, so no line joins them.
    pub(in crate::chart) fn ranges(&self, canvas: &Canvas, frame: &Frame) {
        for finding in &self.findings {
            if let Some(range) = finding.range() {
                let end = |value: f64| frame.at(finding.period.middle(), value);
                bar::upright(canvas, self.role, end(range.lower), end(range.upper));
            }
        }
    }

    /// The intervals of its runs, as far as they have them.
    pub(in crate::chart) fn band(&self, canvas: &Canvas, frame: &Frame, definition: &Definition) {
        let role = if self.role == Role::Own { Role::Band } else { Role::Grid };
        for run in self.runs(definition) {
            let mut points = Vec::new();
            let mut lower = Vec::new();
            for finding in run {
                if let Some(i) = finding.estimate().and_then(|figure| figure.interval) {
                    let x = finding.period.middle();
                    points.push(frame.at(x, i.upper));
                    lower.push(frame.at(x, i.lower));
                }
            }
            if lower.len() > 1 {
                lower.reverse();
                points.append(&mut lower);
                canvas.shape(role, &points);
            }
        }
    }

    /// Where the region's number is withheld the column is hatched; where there is none, a dash
    /// stands at the axis. `half` is half a period.
    pub(in crate::chart) fn absences(&self, canvas: &Canvas, frame: &Frame, half: f64) {
        let ((_, top), (_, bottom)) = (frame.left_top, frame.right_bottom);
        let is_withheld = |f: &Finding| f.outcome.is_withheld();
        let columns = self
            .findings
            .chunk_by(|a, b| is_withheld(a) && is_withheld(b) && a.period.touches(b.period));
        for column in columns {
            let (Some(first), Some(last)) = (column.first(), column.last()) else {
                continue;
            };
            let x = |f: &Finding, side: f64| frame.at(f.period.middle() + side, 0.0).0;
            match &first.outcome {
                Outcome::Withheld => {
                    canvas.hatch((x(first, -half) + 2.0, top), (x(last, half) - 2.0, bottom));
                }
                Outcome::Absent(_) => {
                    let (x, y) = (x(first, 0.0), bottom - 6.0);
                    canvas.line(Role::Muted, 2.0, &[(x - 5.0, y), (x + 5.0, y)]);
                }
                _ => {}
            }
        }
    }

    /// A municipality's answers, at the foot of their periods: as many as stand apart, the last
    /// one always.
    pub(in crate::chart) fn answers(&self, canvas: &Canvas, frame: &Frame, words: &Words) {
        let ((left, _), (right, bottom)) = (frame.left_top, frame.right_bottom);
        let mut free = f64::INFINITY;
        for finding in self.findings.iter().rev() {
            if let Outcome::Answered(answer) = finding.outcome {
                let text = words.answer(answer);
                let half = measure::bold_width(text, TYPE) / 2.0;
                let x = frame.at(finding.period.middle(), 0.0).0;
                let x = x.min(right - half).max(left + half);
                if x + half < free {
                    let kind = Type::of(self.role).bold().anchor(Anchor::Middle);
                    canvas.text(kind, (x, bottom - 14.0), text);
                    free = x - half;
                }
            }
        }
    }
}
