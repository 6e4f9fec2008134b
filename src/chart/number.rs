// SPDX-License-Identifier: EUPL-1.2
//! One figure, large, with the benchmark beside it and its interval on a line below.

use super::arrow;
pub(super) use super::caption::{centered, ticks_that_fit};
use super::measure;
use super::role::Role;
use super::scale::Scale;
use super::sheet::{LINE, Sheet, TYPE, Type};
use crate::data::selection::Selection;
use crate::indicator::comparison::Comparison;
use crate::indicator::definition::Kind;
use crate::indicator::finding::{Figure, Interval, Outcome};
use crate::text::value::capital;
use crate::text::words::Words;

/// The type size of the figure and of the benchmark beside it.
const LARGE: f64 = 54.0;
const MIDDLE: f64 = 30.0;

/// The height of the row of figures, and of the line below it.
const ROW: f64 = 96.0;
const STRIP: f64 = 104.0;

/// Where the words beside the arrow begin.
const BESIDE_ARROW: f64 = arrow::SIZE + 8.0;

pub(super) fn draw(words: &Words, selection: &Selection, width: f64) -> Sheet {
    let definition = selection.definition;
    let figure = selection.finding().and_then(|f| f.figure());
    let interval = figure.and_then(|f| f.interval);
    let has_line = definition.kind != Kind::Count && (interval.is_some());
    // A share has its sign and no unit below it.
    let above = ROW - if words.unit(definition).is_empty() { 14.0 } else { 0.0 };
    let change = selection.recent.map(|recent| {
        let change = words.change(definition, recent);
        let label = [change, " (", &words.period(recent.span), ")"].concat();
        (recent, measure::wrap(&label, TYPE, width - BESIDE_ARROW))
    });
    let row = match &change {
        Some((_, lines)) => above + lines.len() as f64 * LINE + 14.0,
        None => ROW,
    };
    let sheet = Sheet::new(width, if has_line { row + STRIP } else { row });
    let end = own(&sheet, words, selection);
    benchmark(&sheet, words, selection, end);
    if let Some((recent, lines)) = change {
        let y = above + 15.0;
        arrow::draw(&sheet, recent, definition.direction, (arrow::SIZE / 2.0, y));
        sheet.lines(Type::of(Role::Text), (BESIDE_ARROW, y), &lines);
    }
    if let (true, Some(figure), Some(interval)) = (has_line, figure, interval) {
        strip(&sheet, words, selection, row, figure, interval);
    }
    sheet
}

/// The region's figure; returns where it ends.
fn own(sheet: &Sheet, words: &Words, selection: &Selection) -> f64 {
    let definition = selection.definition;
    let name = capital(&words.place_label(&selection.own.region));
    let kind = Type::of(Role::Own);
    let finding = selection.finding();
    let (large, unit) = match finding.map(|f| &f.outcome) {
        Some(Outcome::Shown(figure)) => {
            (words.bare(definition, figure.value), words.unit(definition))
        }
        Some(Outcome::Answered(answer)) => (words.answer(*answer).to_string(), ""),
        other => {
            let silence = other.and_then(|o| words.silence(o)).unwrap_or(words.missing_short);
            let lines = measure::wrap(silence, TYPE, sheet.width * 0.5 - 66.0);
            if other == Some(&Outcome::Withheld) {
                sheet.hatch((0.0, 28.0), (52.0, 80.0));
                sheet.lines(Type::of(Role::Text), (64.0, 38.0), &lines);
                sheet.text(kind.bold(), (0.0, 12.0), &name);
                return 64.0 + widest(&lines);
            }
            sheet.text(kind.bold(), (0.0, 12.0), &name);
            sheet.lines(Type::of(Role::Text), (0.0, 38.0), &lines);
            return widest(&lines);
        }
    };
    sheet.text(kind.bold(), (0.0, 12.0), &name);
    // An answer in several words would not fit at the size of a figure.
    let room = sheet.width * 0.55;
    let size = (LARGE * room / measure::bold_width(&large, LARGE)).min(LARGE);
    sheet.text(kind.bold().size(size), (0.0, 48.0), &large);
    sheet.text(kind.size(13.0), (0.0, 84.0), unit);
    [(&*large, size), (unit, 13.0), (&name, TYPE)]
        .into_iter()
        .map(|(text, size)| measure::bold_width(text, size))
        .fold(0.0, f64::max)
}

fn widest(lines: &[String]) -> f64 {
    lines.iter().map(|line| measure::width(line, TYPE)).fold(0.0, f64::max)
}

/// The benchmark's figure of the same period, right of the region's.
fn benchmark(sheet: &Sheet, words: &Words, selection: &Selection, end: f64) {
    let definition = selection.definition;
    let Some(benchmark) = selection.benchmark() else {
        return;
    };
    // A country's number of children is no measure for a town's.
    if definition.kind == Kind::Count {
        return;
    }
    let same = benchmark.at(selection.period).filter(|f| f.figure().is_some());
    let Some((finding, figure)) =
        same.or_else(|| benchmark.latest()).and_then(|f| Some((f, f.figure()?)))
    else {
        return;
    };
    let left = (end + 36.0).min(sheet.width * 0.62);
    let kind = Type::of(Role::Benchmark);
    let mut name = capital(&words.place_label(&benchmark.region));
    if same.is_none() {
        name.push_str(", ");
        name.push_str(&words.period(finding.period));
    }
    sheet.text(kind, (left, 12.0), &name);
    let large = words.bare(definition, figure.value);
    sheet.text(kind.size(MIDDLE), (left, 55.0), &large);
    sheet.text(kind.size(13.0), (left, 84.0), words.unit(definition));
}

/// The interval on a line, with the benchmark.
fn strip(
    sheet: &Sheet,
    words: &Words,
    selection: &Selection,
    top: f64,
    figure: &Figure,
    interval: Interval,
) {
    let definition = selection.definition;
    let reference = match selection.comparison() {
        Some(Comparison::Compared(_, value)) => Some(value),
        _ => None,
    };
    let values = [interval.lower, interval.upper, figure.value];
    let scale = Scale::of(definition, values.into_iter().chain(reference), 5, true);
    let (left, right) = (8.0, (sheet.width - 8.0).min(560.0));
    let frame = sheet.frame(scale.low..scale.high, 0.0..1.0, (left, top), (right, top + STRIP));
    let x = |value: f64| frame.at(value, 0.0).0;
    let (benchmark_y, interval_y, line_y, axis_y) =
        (top + 10.0, top + 30.0, top + 50.0, top + 68.0);
    sheet.line(Role::Axis, 1.0, &[(left, axis_y), (right, axis_y)]);
    for tick in ticks_that_fit(&scale, words, definition, right - left) {
        sheet.line(Role::Axis, 1.0, &[(x(tick), axis_y), (x(tick), axis_y + 5.0)]);
        let label = scale.label(words, definition, tick);
        centered(sheet, Type::of(Role::Muted), (x(tick), axis_y + 16.0), &label);
    }
    if let (Some(reference), Some(benchmark)) = (reference, selection.benchmark()) {
        let at = x(reference);
        sheet.line(Role::Reference, 2.0, &[(at, benchmark_y + 9.0), (at, axis_y)]);
        let name = capital(&words.place_label(&benchmark.region));
        let label = [&name, " ", &words.bare(definition, reference)].concat();
        centered(sheet, Type::of(Role::Benchmark), (at, benchmark_y), &label);
    }
    let (low, high, above, below) =
        (x(interval.lower), x(interval.upper), line_y - 5.0, line_y + 5.0);
    sheet.shape(Role::Band, &[(low, above), (high, above), (high, below), (low, below)]);
    for end in [low, high] {
        sheet.line(Role::Own, 1.5, &[(end, above), (end, below)]);
    }
    sheet.dot(Role::Own, (x(figure.value), line_y), 6.0);
    let range = words.range(definition, &interval);
    centered(sheet, Type::of(Role::Own), ((low + high) / 2.0, interval_y), &range);
}
