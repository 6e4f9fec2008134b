// SPDX-License-Identifier: EUPL-1.2
//! The region among those around it: dots with their intervals, a row each.

use crate::chart::axis::caption::{centered, ticks_that_fit};
use crate::chart::axis::scale::{COVERED, FLAT, Reach, Scale};
use crate::chart::canvas::Canvas;
use crate::chart::canvas::frame::Frame;
use crate::chart::canvas::lettering::{Anchor, LINE, TYPE, Type};
use crate::chart::canvas::measure;
use crate::chart::canvas::role::Role;
use crate::chart::scene::{Scene, SingleScene};
use crate::chart::sign::bar;
use crate::indicator::definition::Kind;
use crate::indicator::finding::{Finding, Outcome};
use crate::indicator::region::Region;
use crate::text::single::judgement;
use crate::text::template::fill;
use crate::text::words::Words;
use crate::view::single::{Selection, Series};

/// From this width the names stand beside their rows, below it above them.
const WIDE: f64 = 480.0;

/// The height of the axis, and what a unit below it adds.
const AXIS: f64 = 26.0;
const UNIT: f64 = 18.0;

/// One region's row: where it begins, the middle of its mark and where it ends are filled in
/// when the whole is laid out.
struct Row<'a> {
    region: &'a Region,
    name: Vec<String>,
    finding: Option<&'a Finding>,
    role: Role,
    top: f64,
    middle: f64,
    bottom: f64,
}

impl<'a> Row<'a> {
    fn of(words: &Words, series: &'a Series, finding: Option<&'a Finding>, role: Role) -> Self {
        let name = vec![words.name(series.region)];
        Self { region: series.region, name, finding, role, top: 0.0, middle: 0.0, bottom: 0.0 }
    }

    fn text(&self) -> Type {
        match self.role {
            Role::Own => Type::of(Role::Own).bold(),
            Role::Benchmark => Type::of(Role::Benchmark),
            _ => Type::of(Role::Text),
        }
    }
}

/// The rows: the region, those beside it that have something to say, the benchmark.
fn rows<'s>(words: &Words, selection: &'s Selection) -> Vec<Row<'s>> {
    let mut rows = vec![Row::of(words, &selection.own, selection.finding(), Role::Own)];
    // Numbers of persons of places of other sizes do not belong on one axis.
    let is_count = selection.definition.is_count();
    let others = if is_count { &[][..] } else { &selection.others };
    for (nth, series) in others.iter().enumerate() {
        let is_benchmark = selection.has_benchmark && nth + 1 == others.len();
        let finding = series.at(selection.period);
        if is_benchmark {
            rows.push(Row::of(words, series, finding, Role::Benchmark));
        } else if finding.is_some_and(|f| !f.outcome.is_missing()) {
            rows.push(Row::of(words, series, finding, Role::Other));
        }
    }
    rows
}

fn scale<'s>(words: &'s Words, selection: &'s Selection, rows: &[Row]) -> Scale<'s> {
    let mut reach = Reach::NONE;
    for finding in rows.iter().filter_map(|row| row.finding) {
        reach.hold_figure(finding);
    }
    if let Some(target) = selection.target() {
        reach.hold(target.value);
    }
    let definition = selection.definition;
    // A mean has no zero to begin at: nobody is of no age.
    let flat = if definition.kind == Kind::Mean { FLAT } else { COVERED };
    Scale::of(words, definition, reach, 6, flat)
}

/// Whether the value axis begins elsewhere than at zero.
pub(super) fn is_cut(words: &Words, selection: &Selection) -> bool {
    scale(words, selection, &rows(words, selection)).is_cut()
}

/// Draws it; returns where it ends.
pub(super) fn draw(scene: &SingleScene) -> f64 {
    let Scene { canvas, words, found: selection } = *scene;
    let width = canvas.width;
    let definition = selection.definition;
    let is_wide = width >= WIDE;
    let name_room = if is_wide { width * 0.32 } else { width };
    let mut rows = rows(words, selection);
    let scale = scale(words, selection, &rows);
    let figures = rows.iter().filter_map(|r| words.figure(definition, r.finding?));
    let value_room = figures.map(|figure| measure::bold_width(&figure, TYPE)).fold(32.0, f64::max);
    let left = if is_wide { name_room + 16.0 } else { 8.0 };
    let right = width - value_room - 12.0;
    let head = if selection.target().is_some() { 22.0 } else { 4.0 };
    let foot = AXIS + if words.unit(definition).is_empty() { 0.0 } else { UNIT };

    let count = rows.len() as f64;
    let suits = canvas.room().map_or(0.0, |height| (height - head - foot) / count);
    let mut bottom = head;
    for row in &mut rows {
        row.name = measure::wrap(&row.name.concat(), TYPE, name_room);
        let lines = row.name.len() as f64 * LINE;
        let least = lines + if is_wide { 16.0 } else { 34.0 };
        row.top = bottom;
        bottom += least.max(if is_wide { 38.0 } else { 0.0 }).max(suits.min(least + 14.0));
        row.bottom = bottom;
        row.middle = if is_wide { (row.top + bottom) / 2.0 } else { row.top + lines + 17.0 };
    }
    let scales = (scale.low..scale.high, 0.0..1.0);
    let frame = Frame::of(canvas, scales, (left, head), (right, bottom));
    // Names that stand above their rows, and words instead of a figure, are not crossed by lines.
    let mut spans: Vec<(f64, f64)> = Vec::new();
    for row in rows.iter().filter(|r| r.finding.is_some_and(|f| f.ends().is_some())) {
        match spans.last_mut() {
            Some(above) if is_wide && above.1 == row.top => above.1 = row.bottom,
            _ if is_wide => spans.push((row.top, row.bottom)),
            _ => spans.push((row.middle - 11.0, row.middle + 11.0)),
        }
    }
    axis(canvas, &frame, &scale, &spans);
    references(scene, &frame, &rows, &spans);
    for row in &rows {
        let lines = row.name.len() as f64 * LINE;
        let y = if is_wide { row.middle - lines / 2.0 + LINE / 2.0 } else { row.top + 12.0 };
        canvas.lines(row.text(), (0.0, y), &row.name);
        canvas.named(&row.region.code, selection.period, &row.name, y);
        mark(scene, &frame, row);
    }
    bottom + foot
}

fn axis(canvas: &Canvas, frame: &Frame, scale: &Scale, spans: &[(f64, f64)]) {
    let ((left, _), (right, bottom)) = (frame.left_top, frame.right_bottom);
    let ticks = ticks_that_fit(scale, right - left);
    for tick in &ticks {
        let x = frame.at(*tick, 0.0).0;
        for (top, bottom) in spans {
            canvas.line(Role::Grid, 1.0, &[(x, *top), (x, *bottom)]);
        }
    }
    if scale.is_cut() {
        // The zigzag says that the axis does not begin at zero.
        let zigzag = [(-8.0, 0.0), (-6.0, -7.0), (-2.0, 7.0), (0.0, 0.0)];
        let mut line = zigzag.map(|(x, y)| (left + x, bottom + y)).to_vec();
        line.push((right, bottom));
        canvas.line(Role::Axis, 1.5, &line);
    }
    let kind = Type::small(Role::Muted);
    for tick in &ticks {
        let label = scale.label(*tick);
        centered(canvas, kind, (frame.at(*tick, 0.0).0, bottom + 12.0), &label);
    }
    canvas.text(kind.anchor(Anchor::End), (right, bottom + 30.0), scale.unit());
}

/// The benchmark's and the target's lines across the rows.
fn references(scene: &SingleScene, frame: &Frame, rows: &[Row], spans: &[(f64, f64)]) {
    let Scene { canvas, words, found: selection } = *scene;
    let across = |role: Role, width: f64, value: f64| {
        let x = frame.at(value, 0.0).0;
        for (top, bottom) in spans {
            canvas.line(role, width, &[(x, *top), (x, *bottom)]);
        }
        x
    };
    let benchmark = rows.iter().find(|r| r.role == Role::Benchmark);
    if let Some(estimate) = benchmark.and_then(|r| r.finding?.estimate()) {
        across(Role::Reference, 1.5, estimate.value);
    }
    if let Some(target) = selection.target() {
        let x = across(Role::Target, 2.0, target.value);
        let value = words.bare(selection.definition, target.value);
        let label = fill(words.target_label, &[("value", &value)]);
        centered(canvas, Type::of(Role::Target), (x, frame.left_top.1 - 11.0), &label);
    }
}

/// One row's dot and interval, or the sign and the words for what is not there.
fn mark(scene: &SingleScene, frame: &Frame, row: &Row) {
    let Scene { canvas, words, found: selection } = *scene;
    let Some(finding) = row.finding else { return };
    let (left, y) = (frame.left_top.0, row.middle);
    let x = |value: f64| frame.at(value, 0.0).0;
    let at_end = |text: &str| {
        canvas.text(row.text().anchor(Anchor::End), (canvas.width, y), text);
    };
    let at = (finding.estimate().map_or(left, |estimate| x(estimate.value)), y);
    let draw = |canvas: &Canvas| match &finding.outcome {
        Outcome::Shown(estimate) => {
            if let Some(interval) = estimate.interval {
                let (low, high) = (x(interval.lower), x(interval.upper));
                canvas.line(row.role, 2.0, &[(low, y), (high, y)]);
                for end in [low, high] {
                    canvas.line(row.role, 2.0, &[(end, y - 4.0), (end, y + 4.0)]);
                }
            }
            let radius = if row.role == Role::Own { 6.5 } else { 5.0 };
            canvas.dot(row.role, at, radius);
        }
        Outcome::Between(range) => {
            bar::level(canvas, row.role, (x(range.lower), y), (x(range.upper), y));
        }
        Outcome::Withheld => canvas.hatch((left, y - 10.0), (left + 26.0, y + 10.0)),
        _ => {}
    };
    // Where all there is to say stands in words, there is nothing to point at.
    let figure = words.figure(selection.definition, finding);
    if figure.is_some() || finding.outcome.is_withheld() {
        let benchmark = selection.benchmark().filter(|_| row.role != Role::Benchmark);
        let judged = || benchmark.and_then(|b| judgement(words, selection, b, finding).ok());
        let label = || words.label(selection.definition, row.region, finding, judged().as_deref());
        canvas.mark(&row.region.code, &label, draw);
    }
    match &finding.outcome {
        Outcome::Answered(answer) => at_end(words.answer(*answer)),
        _ if figure.is_some() => at_end(&figure.unwrap_or_default()),
        other => {
            let at = if other.is_withheld() { 34.0 } else { 8.0 };
            let text = words.reason(other).unwrap_or_default();
            canvas.text(Type::of(Role::Text), (left + at, y), text);
        }
    }
}
