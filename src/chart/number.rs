// SPDX-License-Identifier: EUPL-1.2
//! One figure, large, with the benchmark beside it and its interval on a line below.

use crate::chart::axis::caption::{centered, ticks_that_fit};
use crate::chart::axis::scale::{Reach, Scale};
use crate::chart::canvas::frame::Frame;
use crate::chart::canvas::lettering::{Anchor, LARGE, LINE, MIDDLE, SMALL, TYPE, Type};
use crate::chart::canvas::measure;
use crate::chart::canvas::role::Role;
use crate::chart::scene::{Scene, SingleScene};
use crate::chart::sign::{arrow, bar};
use crate::indicator::comparison::Comparison;
use crate::indicator::finding::{Finding, Outcome};
use crate::text::overview::join;

/// The height of the row of figures, and of the line below it.
const ROW: f64 = 96.0;
const STRIP: f64 = 104.0;

/// What lies at least between the names of a range's ends.
const NAMES: f64 = 8.0;

/// Where the words beside the arrow begin.
const BESIDE_ARROW: f64 = arrow::SIZE + 8.0;

/// Draws it; returns where it ends.
pub(super) fn draw(scene: &SingleScene) -> f64 {
    let Scene { canvas, words, found: selection } = *scene;
    let width = canvas.width;
    let definition = selection.definition;
    let finding = selection.finding();
    let interval = finding.and_then(|f| f.estimate()?.interval);
    let range = finding.and_then(Finding::range);
    let has_line = range.is_some() || !definition.is_count() && interval.is_some();
    let name = words.name(selection.own.region);
    // It is bold, and leaves room for the benchmark's.
    let name = measure::wrap(&name, TYPE * measure::BOLD, width * 0.55);
    let down = name.len().saturating_sub(1) as f64 * LINE;
    let above = ROW + down;
    let change = selection.recent.map(|recent| {
        let change = words.change(definition, recent);
        let label = [change, " (", &words.period(recent.span), ")"].concat();
        (recent, measure::wrap(&label, TYPE, width - BESIDE_ARROW))
    });
    let row = match &change {
        Some((_, lines)) => above + lines.len() as f64 * LINE + 14.0,
        None => ROW + down,
    };
    canvas.lines(Type::of(Role::Own).bold(), (0.0, 12.0), &name);
    let end = own(scene, down).max(measure::widest(&name, TYPE * measure::BOLD));
    benchmark(scene, end, down);
    if let Some((recent, lines)) = change {
        let y = above + 15.0;
        arrow::draw(canvas, recent, definition.direction, (arrow::SIZE / 2.0, y));
        canvas.lines(Type::of(Role::Text), (BESIDE_ARROW, y), &lines);
    }
    if let Some(finding) = finding.filter(|_| has_line) {
        strip(scene, row, finding);
    }
    if has_line { row + STRIP } else { row }
}

/// The region's figure, so far `down`; returns where it ends.
fn own(scene: &SingleScene, down: f64) -> f64 {
    let Scene { canvas, words, found: selection } = *scene;
    let definition = selection.definition;
    let (large, unit) = match selection.finding().map(|f| &f.outcome) {
        Some(Outcome::Shown(_) | Outcome::Between(_)) => {
            let figure = selection.finding().and_then(|f| words.figure(definition, f));
            (figure.unwrap_or_default(), words.unit(definition))
        }
        Some(Outcome::Answered(answer)) => (words.answer(*answer).to_string(), ""),
        other => {
            let reason = other.and_then(|o| words.reason(o)).unwrap_or(words.missing_short);
            let lines = measure::wrap(reason, TYPE, canvas.width * 0.5 - 66.0);
            let mut left = 0.0;
            if other.is_some_and(Outcome::is_withheld) {
                canvas.hatch((0.0, down + 28.0), (52.0, down + 80.0));
                left = 64.0;
            }
            canvas.lines(Type::of(Role::Text), (left, down + 38.0), &lines);
            return left + measure::widest(&lines, TYPE);
        }
    };
    // An answer in several words would not fit at the size of a figure.
    let room = canvas.width * 0.55;
    let size = (LARGE * room / measure::bold_width(&large, LARGE)).min(LARGE);
    let kind = Type::of(Role::Own);
    canvas.text(kind.bold().size(size), (0.0, down + 48.0), &large);
    let dated = join(unit, ", ", &words.period(selection.period));
    canvas.text(kind.size(SMALL), (0.0, down + 84.0), &dated);
    measure::bold_width(&large, size).max(measure::width(&dated, SMALL))
}

/// The benchmark's figure of the same period, right of the region's.
fn benchmark(scene: &SingleScene, end: f64, down: f64) {
    let Scene { canvas, words, found: selection } = *scene;
    let definition = selection.definition;
    let Some(benchmark) = selection.benchmark() else {
        return;
    };
    // A country's number of children is no measure for a town's.
    if definition.is_count() {
        return;
    }
    let same = benchmark.at(selection.period).filter(|f| f.estimate().is_some());
    let Some((finding, estimate)) =
        same.or_else(|| benchmark.latest()).and_then(|f| Some((f, f.estimate()?)))
    else {
        return;
    };
    let kind = Type::of(Role::Benchmark);
    let mut name = words.name(benchmark.region);
    if same.is_none() {
        name.push_str(", ");
        name.push_str(&words.period(finding.period));
    }
    let large = words.bare(definition, estimate.value);
    let room = measure::width(&name, TYPE).max(measure::width(&large, MIDDLE));
    let left = (end + 36.0).min(canvas.width - room);
    canvas.text(kind, (left, down + 12.0), &name);
    canvas.text(kind.size(MIDDLE), (left, down + 55.0), &large);
    canvas.text(kind.size(SMALL), (left, down + 84.0), words.unit(definition));
}

/// The interval on a line, with the benchmark; or a range with the names of its ends.
fn strip(scene: &SingleScene, top: f64, finding: &Finding) {
    let Scene { canvas, words, found: selection } = *scene;
    let definition = selection.definition;
    let reference = match selection.comparison() {
        Some(Comparison::Compared(_, value)) => Some(value),
        _ => None,
    };
    let mut reach = Reach::NONE;
    reach.hold_figure(finding);
    if let Some(value) = reference {
        reach.hold(value);
    }
    let scale = Scale::of(words, definition, reach, 5, 0.0);
    let (left, right) = (8.0, (canvas.width - 8.0).min(560.0));
    let scales = (scale.low..scale.high, 0.0..1.0);
    let frame = Frame::of(canvas, scales, (left, top), (right, top + STRIP));
    let x = |value: f64| frame.at(value, 0.0).0;
    let (benchmark_y, interval_y, line_y, axis_y) =
        (top + 10.0, top + 30.0, top + 50.0, top + 68.0);
    canvas.line(Role::Axis, 1.0, &[(left, axis_y), (right, axis_y)]);
    for tick in ticks_that_fit(&scale, right - left) {
        canvas.line(Role::Axis, 1.0, &[(x(tick), axis_y), (x(tick), axis_y + 5.0)]);
        let label = scale.label(tick);
        centered(canvas, Type::of(Role::Muted), (x(tick), axis_y + 16.0), &label);
    }
    if let Some(range) = finding.range() {
        let ends = [range.lower, range.upper];
        bar::level(canvas, Role::Own, (x(range.lower), line_y), (x(range.upper), line_y));
        let names = ends.map(|end| words.bare(definition, end));
        let [one, other] = names.each_ref().map(|name| measure::width(name, SMALL));
        // The names end and begin where the bar does, and never stand over each other.
        let first = x(range.lower).max(left + one).min(right - other - NAMES);
        let second = x(range.upper).min(right - other).max(first + NAMES);
        let kind = Type::of(Role::Own).size(SMALL);
        let [one, other] = &names;
        canvas.text(kind.anchor(Anchor::End), (first, interval_y), one);
        canvas.text(kind, (second, interval_y), other);
        return;
    }
    let Some((estimate, interval)) = finding.estimate().and_then(|f| Some((f, f.interval?))) else {
        return;
    };
    let range = words.range(definition, &interval);
    let (low, high, above, below) =
        (x(interval.lower), x(interval.upper), line_y - 5.0, line_y + 5.0);
    let middle = (low + high) / 2.0;
    if let (Some(reference), Some(benchmark)) = (reference, selection.benchmark()) {
        let at = x(reference);
        // Not through the words of the interval.
        let is_clear = (at - middle).abs() > measure::width(&range, SMALL) / 2.0 + 4.0;
        let y = if is_clear { benchmark_y } else { interval_y };
        canvas.line(Role::Reference, 2.0, &[(at, y + 9.0), (at, axis_y)]);
        let name = words.name(benchmark.region);
        let label = [&name, " ", &words.bare(definition, reference)].concat();
        centered(canvas, Type::of(Role::Benchmark), (at, benchmark_y), &label);
    }
    canvas.shape(Role::Band, &[(low, above), (high, above), (high, below), (low, below)]);
    for end in [low, high] {
        canvas.line(Role::Own, 1.5, &[(end, above), (end, below)]);
    }
    canvas.dot(Role::Own, (x(estimate.value), line_y), 6.0);
    centered(canvas, Type::of(Role::Own), (middle, interval_y), &range);
}
