// SPDX-License-Identifier: EUPL-1.2
//! The region among those around it: dots with their intervals, a row each.

use super::measure;
use super::number::{capital, ticks_that_fit};
use super::role::Role;
use super::scale::Scale;
use super::sheet::{Anchor, Frame, LINE, Sheet, TYPE, Type};
use crate::data::selection::{Selection, Series};
use crate::indicator::definition::{Definition, Kind};
use crate::indicator::finding::{Absence, Finding, Outcome};
use crate::text::words::{Words, fill};

/// From this width the names stand beside their rows, below it above them.
const WIDE: f64 = 480.0;

/// The axis below the rows.
const AXIS: f64 = 44.0;

struct Row<'a> {
    name: Vec<String>,
    finding: Option<&'a Finding>,
    role: Role,
}

pub(super) fn draw(words: &Words, selection: &Selection, width: f64) -> Sheet {
    let definition = selection.definition;
    let is_wide = width >= WIDE;
    let name_room = if is_wide { width * 0.32 } else { width };
    let name =
        |series: &Series| measure::wrap(&capital(words.place(&series.region)), TYPE, name_room);
    let mut rows = vec![Row {
        name: name(&selection.own),
        finding: selection.finding(),
        role: Role::Own,
    }];
    // Numbers of persons of places of other sizes do not belong on one axis.
    let others = if definition.kind == Kind::Count {
        &[][..]
    } else {
        &selection.others
    };
    for (nth, series) in others.iter().enumerate() {
        let is_last = nth + 1 == others.len();
        let role = if is_last && selection.has_benchmark {
            Role::Benchmark
        } else {
            Role::Other
        };
        let finding = series.at(selection.period);
        let has_one = finding.is_some_and(|f| f.outcome != Outcome::Absent(Absence::Missing));
        if has_one || role == Role::Benchmark {
            rows.push(Row {
                name: name(series),
                finding,
                role,
            });
        }
    }

    let values = rows
        .iter()
        .filter_map(|r| r.finding?.figure())
        .flat_map(|figure| {
            let interval = figure.interval.map(|i| [i.lower, i.upper]);
            interval.into_iter().flatten().chain([figure.value])
        });
    let target = selection.target().map(|t| t.value);
    let scale = Scale::of(definition, values.chain(target), 6, true);
    let value_room = rows
        .iter()
        .filter_map(|r| Some(words.value(definition, r.finding?.figure()?.value)))
        .map(|label| measure::width(&label, TYPE) * 1.06)
        .fold(40.0, f64::max)
        + 8.0;
    let (left, right) = (
        if is_wide { name_room + 16.0 } else { 8.0 },
        width - value_room,
    );
    let head = if target.is_some() { 22.0 } else { 4.0 };
    let height_of = |row: &Row| {
        let lines = row.name.len() as f64 * LINE;
        if is_wide {
            (lines + 14.0).max(38.0)
        } else {
            lines + 30.0
        }
    };
    let bottom = head + rows.iter().map(height_of).sum::<f64>();
    let sheet = Sheet::new(width, bottom + AXIS);
    let frame = sheet.frame(
        scale.low..scale.high,
        0.0..1.0,
        (left, head),
        (right, bottom),
    );
    grid(&sheet, &frame, words, definition, &scale);
    references(&sheet, &frame, words, selection, &rows);
    let mut top = head;
    for row in &rows {
        let height = height_of(row);
        let lines = row.name.len() as f64 * LINE;
        let (name_y, middle) = if is_wide {
            (
                top + (height - lines) / 2.0 + LINE / 2.0,
                top + height / 2.0,
            )
        } else {
            (top + 12.0, top + lines + 14.0)
        };
        let kind = Type::of(if row.role == Role::Other {
            Role::Text
        } else {
            row.role
        });
        let kind = if row.role == Role::Own {
            kind.bold()
        } else {
            kind
        };
        sheet.lines(kind, (0.0, name_y), &row.name);
        mark(&sheet, &frame, words, definition, row, middle);
        top += height;
    }
    sheet
}

fn grid(sheet: &Sheet, frame: &Frame, words: &Words, definition: &Definition, scale: &Scale) {
    let ((left, top), (right, bottom)) = (frame.left_top, frame.right_bottom);
    let ticks = ticks_that_fit(scale, words, definition, right - left);
    for tick in &ticks {
        let x = frame.at(*tick, 0.0).0;
        sheet.line(Role::Grid, 1.0, &[(x, top), (x, bottom)]);
    }
    let kind = Type::of(Role::Muted).size(13.0).anchor(Anchor::Middle);
    for tick in &ticks {
        sheet.text(
            kind,
            (frame.at(*tick, 0.0).0, bottom + 12.0),
            &scale.label(words, definition, *tick),
        );
    }
    let kind = Type::of(Role::Muted).size(13.0).anchor(Anchor::End);
    sheet.text(kind, (right, bottom + 30.0), words.unit(definition));
}

/// The benchmark's and the target's lines across the rows.
fn references(sheet: &Sheet, frame: &Frame, words: &Words, selection: &Selection, rows: &[Row]) {
    let ((left, top), (right, bottom)) = (frame.left_top, frame.right_bottom);
    let benchmark = rows.iter().find(|r| r.role == Role::Benchmark);
    if let Some(figure) = benchmark.and_then(|r| r.finding?.figure()) {
        let x = frame.at(figure.value, 0.0).0;
        sheet.line(Role::Benchmark, 1.5, &[(x, top), (x, bottom)]);
    }
    if let Some(target) = selection.target() {
        let x = frame.at(target.value, 0.0).0;
        sheet.line(Role::Target, 2.0, &[(x, top), (x, bottom)]);
        let value = words.bare(selection.definition, target.value);
        let label = fill(words.target_label, &[("value", &value)]);
        let half = measure::width(&label, 13.0) / 2.0;
        let x = x.clamp(left + half, (right - half).max(left + half));
        let kind = Type::of(Role::Target).size(13.0).anchor(Anchor::Middle);
        sheet.text(kind, (x, top - 11.0), &label);
    }
}

/// One row's dot and interval, or the sign and the words for what is not there.
fn mark(sheet: &Sheet, frame: &Frame, words: &Words, definition: &Definition, row: &Row, y: f64) {
    let ((left, _), (right, _)) = (frame.left_top, frame.right_bottom);
    let Some(finding) = row.finding else { return };
    let x = |value: f64| frame.at(value, 0.0).0;
    match &finding.outcome {
        Outcome::Shown(figure) => {
            if let Some(interval) = figure.interval {
                let (low, high) = (x(interval.lower), x(interval.upper));
                sheet.line(row.role, 2.0, &[(low, y), (high, y)]);
                // A benchmark's dashes would swallow its short interval's ends.
                for end in [low, high] {
                    sheet.line(row.role, 2.0, &[(end, y - 4.0), (end, y + 4.0)]);
                }
            }
            sheet.dot(
                row.role,
                (x(figure.value), y),
                if row.role == Role::Own { 6.5 } else { 5.0 },
            );
            let kind = Type::of(if row.role == Role::Other {
                Role::Text
            } else {
                row.role
            });
            let kind = if row.role == Role::Own {
                kind.bold()
            } else {
                kind
            };
            sheet.text(
                kind.anchor(Anchor::End),
                (sheet.width, y),
                &words.value(definition, figure.value),
            );
        }
        Outcome::Answered(answer) => {
            let kind = Type::of(row.role).bold().anchor(Anchor::End);
            sheet.text(kind, (sheet.width, y), words.answer(*answer));
        }
        other => {
            let silence = words.silence(other).unwrap_or_default();
            let room = measure::width(silence, TYPE) + 40.0;
            let mut at = left;
            if *other == Outcome::Withheld {
                let end = if right - left > room {
                    left + 28.0
                } else {
                    left + 14.0
                };
                sheet.hatch((left, y - 10.0), (end, y + 10.0));
                at = end + 8.0;
            }
            sheet.text(Type::of(Role::Text), (at, y), silence);
        }
    }
}
