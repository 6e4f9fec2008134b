// SPDX-License-Identifier: EUPL-1.2
//! The region through the years, with its interval as a band and the benchmark's line.

use super::arrow;
use super::axes;
use super::key::{self, Key};
use super::label::{self, Label};
use super::lines::Lines;
use super::measure;
use super::number::capital;
use super::panels;
use super::role::Role;
use super::sheet::{Anchor, Sheet, TYPE, Type};
use crate::data::selection::Selection;
use crate::text::words::{Words, fill};

/// Whether the value axis begins elsewhere than at zero.
pub(super) fn is_cut(selection: &Selection) -> bool {
    Lines::of(selection).scale.is_cut()
}

pub(super) fn draw(words: &Words, selection: &Selection, width: f64, height: Option<f64>) -> Sheet {
    let lines = Lines::of(selection);
    if !lines.others.is_empty() {
        return panels::draw(words, selection, &lines, width, height);
    }
    let definition = selection.definition;
    let breaks = lines.breaks(definition);
    let Lines { own, benchmark, scale, span, half, .. } = lines;
    let target = selection.target();
    let change = arrow::beside_line(selection);

    let mut labels = Vec::new();
    let name_room = (width * 0.3).clamp(84.0, 190.0);
    for line in std::iter::once(&own).chain(&benchmark) {
        if let Some((at, value)) = line.end(words, definition) {
            let name = capital(&words.place_label(line.region));
            let name = measure::wrap(&name, TYPE, name_room);
            let has_arrow = line.role == Role::Own && change.is_some();
            let tail = if has_arrow { arrow::SIZE + 6.0 } else { 0.0 };
            labels.push(Label { role: line.role, name, value, tail, at });
        }
    }
    if let Some(target) = target {
        let value = words.bare(definition, target.value);
        let text = fill(words.target_label, &[("value", &value)]);
        let name = measure::wrap(&text, TYPE, name_room);
        let value = String::new();
        labels.push(Label { role: Role::Target, name, value, tail: 0.0, at: target.value });
    }
    let keys = Key::silences(words, &[&own]);
    let label_room = labels.iter().map(Label::width).fold(0.0, f64::max);
    let unit = words.unit(definition);
    let left = axes::tick_room(words, definition, &scale);
    let right = width - label_room - if label_room > 0.0 { 16.0 } else { 8.0 };
    let top =
        if unit.is_empty() { 10.0 } else { 28.0 } + if breaks.is_empty() { 0.0 } else { 20.0 };
    let below = 30.0 + key::height(&keys, width - left);
    let suits = height.map_or(width * 0.42, |height| height - top - below);
    let bottom = top + suits.clamp(150.0, 340.0);
    let sheet = Sheet::new(width, bottom + below);
    let frame = sheet.frame(span.0..span.1, scale.low..scale.high, (left, top), (right, bottom));

    axes::grid(&sheet, &frame, &scale);
    axes::ticks(&sheet, &frame, words, definition, &scale);
    if !unit.is_empty() {
        sheet.text(Type::of(Role::Muted).size(13.0), (0.0, 8.0), unit);
    }
    own.silences(&sheet, &frame, half);
    let periods = own.findings.iter().rev().map(|f| f.period);
    axes::years(&sheet, &frame, words, periods, (0.0, width));
    for at in &breaks {
        let x = axes::marked_break(&sheet, &frame, *at);
        let half = measure::width(words.break_label, 13.0) / 2.0;
        let kind = Type::of(Role::Muted).size(13.0).anchor(Anchor::Middle);
        let x = x.min(right - half).max(left + half);
        sheet.text(kind, (x, top - 17.0), words.break_label);
    }
    if let Some(target) = target {
        let (_, y) = frame.at(span.0, target.value);
        sheet.line(Role::Target, 2.0, &[(left, y), (right, y)]);
    }
    own.band(&sheet, &frame, definition, Role::Band);
    for line in benchmark.iter().chain([&own]) {
        line.draw(&sheet, &frame, definition);
    }
    own.answers(&sheet, &frame, words);
    let ends = label::draw(&sheet, &frame, labels);
    if let (Some(change), Some((_, (x, y)))) =
        (change, ends.iter().find(|(role, _)| *role == Role::Own))
    {
        let center = (x + 6.0 + arrow::SIZE / 2.0, *y);
        arrow::draw(&sheet, change, definition.direction, center);
    }
    key::draw(&sheet, &keys, (left, bottom + 42.0), width - left);
    sheet
}
