// SPDX-License-Identifier: EUPL-1.2
//! The region through the years, with its interval as a band and the benchmark's line.

use super::measure;
use super::number::capital;
use super::role::Role;
use super::scale::Scale;
use super::sheet::{Anchor, Frame, LINE, Point, Sheet, TYPE, Type};
use crate::data::selection::{Selection, Series};
use crate::indicator::definition::{Definition, Kind};
use crate::indicator::finding::{Absence, Finding, Interval, Outcome};
use crate::indicator::period::Period;
use crate::text::words::{Words, fill};

/// The label at the end of a line.
struct Label {
    role: Role,
    name: Vec<String>,
    value: String,
    at: f64,
}

impl Label {
    fn height(&self) -> f64 {
        (self.name.len() + usize::from(!self.value.is_empty())) as f64 * LINE
    }

    fn width(&self) -> f64 {
        let name = self.name.iter().map(|line| measure::width(line, TYPE));
        name.fold(measure::width(&self.value, TYPE), f64::max) * 1.1
    }
}

/// What goes onto the chart: only periods of the usual length.
struct Lines<'s> {
    own: Vec<Finding>,
    benchmark: Option<(&'s Series, Vec<Finding>)>,
    months: i32,
    scale: Scale,
}

impl<'s> Lines<'s> {
    fn of(selection: &'s Selection) -> Self {
        let months = usual_length(selection);
        let of_length = |series: &Series| -> Vec<Finding> {
            series.findings.iter().filter(|f| f.period.months() == months).cloned().collect()
        };
        let mut own = of_length(&selection.own);
        // A country's number of children would press a town's flat against the axis.
        let benchmark = selection.benchmark().filter(|_| selection.definition.kind != Kind::Count);
        let benchmark = benchmark.map(|series| (series, of_length(series)));
        // Where no benchmark is drawn, periods of which only others have a figure are left out.
        if benchmark.is_none() {
            let is_nothing = |f: &Finding| f.outcome == Outcome::Absent(Absence::Missing);
            let skip = own.iter().take_while(|f| is_nothing(f)).count();
            own.drain(..skip);
            let keep = own.iter().rev().skip_while(|f| is_nothing(f)).count();
            own.truncate(keep);
        }
        let values = own
            .iter()
            .chain(benchmark.iter().flat_map(|(_, findings)| findings))
            .filter_map(Finding::figure)
            .flat_map(|f| {
                let limits = f.interval.map(|i| [i.lower, i.upper]);
                limits.into_iter().flatten().chain([f.value])
            })
            .chain(selection.target().map(|t| t.value));
        let scale = Scale::of(selection.definition, values, 6, false);
        Self { own, benchmark, months, scale }
    }
}

/// Whether the value axis begins elsewhere than at zero.
pub(super) fn is_cut(selection: &Selection) -> bool {
    Lines::of(selection).scale.is_cut()
}

pub(super) fn draw(words: &Words, selection: &Selection, width: f64, height: Option<f64>) -> Sheet {
    let definition = selection.definition;
    let Lines { own, benchmark, months, scale } = Lines::of(selection);
    let (benchmark, benchmark_findings) = benchmark.unzip();
    let benchmark_findings = benchmark_findings.unwrap_or_default();
    let target = selection.target();

    let mut labels = Vec::new();
    let name_room = (width * 0.3).clamp(84.0, 190.0);
    let mut label = |series: &Series, findings: &[Finding], role: Role| {
        let last = findings.iter().rev().find_map(|f| Some((f.period, f.figure()?.value)));
        if let Some((period, at)) = last {
            let name = capital(&words.place_label(&series.region));
            labels.push(Label {
                role,
                name: measure::wrap(&name, TYPE, name_room),
                value: match findings.last() {
                    // An older figure says from when it is.
                    Some(end) if end.period != period => {
                        [&words.bare(definition, at), " (", &words.period(period), ")"].concat()
                    }
                    _ => words.bare(definition, at),
                },
                at,
            });
        }
    };
    label(&selection.own, &own, Role::Own);
    if let Some(series) = benchmark {
        label(series, &benchmark_findings, Role::Benchmark);
    }

    if let Some(target) = target {
        let value = words.bare(definition, target.value);
        let text = fill(words.target_label, &[("value", &value)]);
        let name = measure::wrap(&text, TYPE, name_room);
        labels.push(Label { role: Role::Target, name, value: String::new(), at: target.value });
    }
    let breaks = breaks(definition, &own, &benchmark_findings);
    let keys = keys(words, &own);
    let tick_room = scale
        .ticks
        .iter()
        .map(|t| measure::width(&scale.label(words, definition, *t), 13.0))
        .fold(0.0, f64::max);
    let label_room = labels.iter().map(Label::width).fold(0.0, f64::max);
    let unit = words.unit(definition);
    let left = tick_room + 10.0;
    let right = width - label_room - if label_room > 0.0 { 16.0 } else { 8.0 };
    let top =
        if unit.is_empty() { 10.0 } else { 28.0 } + if breaks.is_empty() { 0.0 } else { 20.0 };
    let below = 30.0 + keys.len() as f64 * 24.0;
    let suits = height.map_or(width * 0.42, |height| height - top - below);
    let bottom = top + suits.clamp(150.0, 340.0);
    let sheet = Sheet::new(width, bottom + below);

    let middle = |f: &Finding| f.period.middle();
    let half = f64::from(months) / 24.0;
    let first = own.iter().chain(&benchmark_findings).map(middle).fold(f64::INFINITY, f64::min);
    let last = own.iter().chain(&benchmark_findings).map(middle).fold(f64::NEG_INFINITY, f64::max);
    let (first, last) = if first > last { (0.0, 1.0) } else { (first - half, last + half) };
    let frame = sheet.frame(first..last, scale.low..scale.high, (left, top), (right, bottom));

    grid(&sheet, &frame, words, definition, &scale);
    if !unit.is_empty() {
        sheet.text(Type::of(Role::Muted).size(13.0), (0.0, 8.0), unit);
    }
    silences(&sheet, &frame, &own, half);
    years(&sheet, &frame, words, &own);
    for at in &breaks {
        marked_break(&sheet, &frame, words, *at);
    }
    if let Some(target) = target {
        let (_, y) = frame.at(first, target.value);
        sheet.line(Role::Target, 2.0, &[(left, y), (right, y)]);
    }
    for run in runs(definition, &own) {
        band(&sheet, &frame, run);
    }
    line(&sheet, &frame, definition, &benchmark_findings, Role::Benchmark);
    line(&sheet, &frame, definition, &own, Role::Own);
    answers(&sheet, &frame, words, &own);
    end_labels(&sheet, &frame, labels);
    for (nth, (is_withheld, text)) in keys.iter().enumerate() {
        let y = bottom + 42.0 + nth as f64 * 24.0;
        if *is_withheld {
            sheet.hatch((left, y - 7.0), (left + 22.0, y + 7.0));
        } else {
            sheet.line(Role::Muted, 2.0, &[(left + 6.0, y), (left + 16.0, y)]);
        }
        sheet.text(Type::of(Role::Text).size(13.0), (left + 30.0, y), text);
    }
    sheet
}

/// The length of period that most findings have: years do not share a line with pools.
fn usual_length(selection: &Selection) -> i32 {
    let lengths = || selection.own.findings.iter().map(|f| f.period.months());
    let count = |months: i32| lengths().filter(|m| *m == months).count();
    lengths().max_by_key(|months| (count(*months), -months)).unwrap_or(12)
}

/// Findings in runs without a gap or a break: only within one may a line be drawn.
fn runs<'f>(definition: &Definition, findings: &'f [Finding]) -> Vec<&'f [Finding]> {
    let joined = |a: &Finding, b: &Finding| {
        a.figure().is_some()
            && b.figure().is_some()
            && a.period.touches(b.period)
            && definition.same_definition(a.period, b.period)
    };
    findings.chunk_by(joined).filter(|run| run.iter().any(|f| f.figure().is_some())).collect()
}

fn line(sheet: &Sheet, frame: &Frame, definition: &Definition, findings: &[Finding], role: Role) {
    let width = if role == Role::Own { 3.0 } else { 2.0 };
    for run in runs(definition, findings) {
        let points: Vec<Point> = run
            .iter()
            .filter_map(|f| Some(frame.at(f.period.middle(), f.figure()?.value)))
            .collect();
        match points.as_slice() {
            [lone] => {
                if let Some(interval) = run.iter().find_map(|f| f.figure()?.interval) {
                    let whisker = |value| (lone.0, frame.at(0.0, value).1);
                    let ends = [whisker(interval.lower), whisker(interval.upper)];
                    if role == Role::Own {
                        sheet.line(Role::Own, 1.5, &ends);
                    }
                }
                sheet.dot(role, *lone, if role == Role::Own { 5.0 } else { 4.0 });
            }
            points => {
                let stroke = if role == Role::Own { Role::Own } else { Role::Reference };
                sheet.line(stroke, width, points);
                if role == Role::Own {
                    for point in points {
                        sheet.dot(role, *point, 3.5);
                    }
                }
            }
        }
    }
}

/// The interval of a run, as far as it has one.
fn band(sheet: &Sheet, frame: &Frame, run: &[Finding]) {
    let limits: Vec<(f64, Interval)> =
        run.iter().filter_map(|f| Some((f.period.middle(), f.figure()?.interval?))).collect();
    if limits.len() < 2 {
        return;
    }
    let upper = limits.iter().map(|(x, i)| frame.at(*x, i.upper));
    let lower = limits.iter().rev().map(|(x, i)| frame.at(*x, i.lower));
    sheet.shape(Role::Band, &upper.chain(lower).collect::<Vec<_>>());
}

fn grid(sheet: &Sheet, frame: &Frame, words: &Words, definition: &Definition, scale: &Scale) {
    let ((left, _), (right, bottom)) = (frame.left_top, frame.right_bottom);
    let y = |tick: f64| frame.at(0.0, tick).1;
    for tick in scale.ticks.iter().filter(|t| scale.is_cut() || **t != 0.0) {
        sheet.line(Role::Grid, 1.0, &[(left, y(*tick)), (right, y(*tick))]);
    }
    if !scale.is_cut() {
        sheet.line(Role::Axis, 1.0, &[(left, bottom), (right, bottom)]);
    }
    let kind = Type::of(Role::Muted).size(13.0).anchor(Anchor::End);
    for tick in &scale.ticks {
        sheet.text(kind, (left - 6.0, y(*tick)), &scale.label(words, definition, *tick));
    }
}

/// The periods below the chart: as many as stand apart, the last one always.
fn years(sheet: &Sheet, frame: &Frame, words: &Words, own: &[Finding]) {
    let mut free = f64::INFINITY;
    let kind = Type::of(Role::Muted).size(13.0).anchor(Anchor::Middle);
    for period in own.iter().rev().map(|f| f.period) {
        let label = words.period(period);
        let half = measure::width(&label, 13.0) / 2.0;
        let x = frame.at(period.middle(), 0.0).0;
        let x = x.min(sheet.width - half).max(half);
        if x + half < free {
            sheet.text(kind, (x, frame.right_bottom.1 + 16.0), &label);
            free = x - half - 12.0;
        }
    }
}

/// Where the region's number is withheld the column is hatched; where there is none, a dash
/// stands at the axis.
fn silences(sheet: &Sheet, frame: &Frame, own: &[Finding], half: f64) {
    let ((_, top), (_, bottom)) = (frame.left_top, frame.right_bottom);
    let is_withheld = |f: &Finding| f.outcome == Outcome::Withheld;
    let columns =
        own.chunk_by(|a, b| is_withheld(a) && is_withheld(b) && a.period.touches(b.period));
    for column in columns {
        let (Some(first), Some(last)) = (column.first(), column.last()) else {
            continue;
        };
        let x = |f: &Finding, side: f64| frame.at(f.period.middle() + side, 0.0).0;
        match &first.outcome {
            Outcome::Withheld => {
                sheet.hatch((x(first, -half) + 2.0, top), (x(last, half) - 2.0, bottom));
            }
            Outcome::Absent(_) => {
                let x = x(first, 0.0);
                sheet.line(Role::Muted, 2.0, &[(x - 5.0, bottom - 6.0), (x + 5.0, bottom - 6.0)]);
            }
            _ => {}
        }
    }
}

/// The signs of [`silences`] in words, each once: whether it is the hatch, and the words.
fn keys(words: &Words, own: &[Finding]) -> Vec<(bool, &'static str)> {
    let mut keys = Vec::new();
    for finding in own {
        if let Some(text) = words.silence(&finding.outcome) {
            let key = (finding.outcome == Outcome::Withheld, text);
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
    }
    keys
}

/// The breaks between figures on the chart.
fn breaks(definition: &Definition, own: &[Finding], benchmark: &[Finding]) -> Vec<Period> {
    let shown: Vec<Period> =
        own.iter().chain(benchmark).filter(|f| f.says_something()).map(|f| f.period).collect();
    let breaks = definition.breaks.iter().filter_map(|b| Period::parse(&b.at));
    breaks
        .filter(|at| {
            shown.iter().any(|p| p.starts_from(*at)) && shown.iter().any(|p| !p.starts_from(*at))
        })
        .collect()
}

fn marked_break(sheet: &Sheet, frame: &Frame, words: &Words, at: Period) {
    let ((left, top), (right, bottom)) = (frame.left_top, frame.right_bottom);
    let x = frame.at(f64::from(at.start().0) + f64::from(at.start().1 - 1) / 12.0, 0.0).0;
    sheet.line(Role::Muted, 1.5, &[(x, top - 8.0), (x, bottom)]);
    let half = measure::width(words.break_label, 13.0) / 2.0;
    let kind = Type::of(Role::Muted).size(13.0).anchor(Anchor::Middle);
    let x = x.min(right - half).max(left + half);
    sheet.text(kind, (x, top - 17.0), words.break_label);
}

/// A municipality's answers, at the foot of their periods.
fn answers(sheet: &Sheet, frame: &Frame, words: &Words, own: &[Finding]) {
    let y = frame.right_bottom.1 - 14.0;
    for finding in own {
        if let Outcome::Answered(answer) = finding.outcome {
            let x = frame.at(finding.period.middle(), 0.0).0;
            let text = words.answer(answer);
            let half = measure::width(text, TYPE) / 2.0;
            let x = x.min(frame.right_bottom.0 - half).max(frame.left_top.0 + half);
            let kind = Type::of(Role::Own).bold().anchor(Anchor::Middle);
            sheet.text(kind, (x, y), text);
        }
    }
}

/// Names and values at the ends of the lines, pushed apart where they would overlap.
fn end_labels(sheet: &Sheet, frame: &Frame, labels: Vec<Label>) {
    let ((_, top), (right, bottom)) = (frame.left_top, frame.right_bottom);
    let mut sorted: Vec<Label> = Vec::new();
    for label in labels {
        let place = sorted.iter().position(|other| other.at < label.at);
        sorted.insert(place.unwrap_or(sorted.len()), label);
    }
    // Downwards none may begin before the one above ends; then upwards none may leave the sheet.
    let mut places = Vec::new();
    let mut free = top - LINE / 2.0;
    for label in &sorted {
        let place = (frame.at(0.0, label.at).1 - label.height() / 2.0).max(free);
        free = place + label.height() + 4.0;
        places.push(place);
    }
    let mut floor = bottom + LINE;
    for (place, label) in places.iter_mut().zip(&sorted).rev() {
        *place = place.min(floor - label.height());
        floor = *place - 4.0;
    }
    for (label, place) in sorted.iter().zip(places) {
        let kind = Type::of(label.role);
        let kind = if label.role == Role::Own { kind.bold() } else { kind };
        let y = place + LINE / 2.0;
        sheet.lines(kind, (right + 10.0, y), &label.name);
        let below = y + label.name.len() as f64 * LINE;
        sheet.text(kind, (right + 10.0, below), &label.value);
    }
}
