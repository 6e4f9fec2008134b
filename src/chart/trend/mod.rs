// SPDX-License-Identifier: EUPL-1.2
//! The region through the years, with its interval as a band and the benchmark's line. Knows
//! no other view.

mod stretch;
mod lines;
mod key;
mod label;
mod panels;

use crate::chart::axis::upright;
use crate::chart::canvas::lettering::{Anchor, LINE, SMALL, TYPE, Type};
use crate::chart::canvas::measure;
use crate::chart::canvas::role::Role;
use crate::chart::course::years;
use crate::chart::scene::{Scene, SingleScene};
use crate::chart::sign::arrow;
use crate::text::template::fill;
use crate::text::words::Words;
use crate::view::single::Selection;
use key::Key;
use label::Label;
use lines::Lines;

/// Whether the value axis begins elsewhere than at zero.
pub(super) fn is_cut(words: &Words, selection: &Selection) -> bool {
    Lines::of(words, selection).scale.is_cut()
}

/// Draws it; returns where it ends.
pub(super) fn draw(scene: &SingleScene) -> f64 {
    let Scene { canvas, words, found: selection } = *scene;
    let lines = Lines::of(words, selection);
    let [own] = lines.regions() else {
        return panels::draw(scene, &lines);
    };
    let width = canvas.width;
    let definition = selection.definition;
    let mut labels = Vec::new();
    let name_room = (width * 0.3).clamp(84.0, 190.0);
    let mut add = |role, text: &str, value: Option<String>, end| {
        let mut lines = measure::wrap(text, TYPE, name_room);
        lines.extend(value);
        let change = arrow::of_line(selection).filter(|_| role == Role::Own);
        labels.push(Label { role, lines, change, end });
    };
    for line in [Some(own), lines.benchmark()] {
        if let Some(line) = line
            && let Some((end, value)) = line.end(words, definition)
        {
            add(line.role, &words.name(line.region), Some(value), end);
        }
    }
    if let Some(target) = selection.target() {
        let value = words.bare(definition, target.value);
        let text = fill(words.target_label, &[("value", &value)]);
        add(Role::Target, &text, None, (lines.span.1, target.value));
    }
    if lines.stretch.is_some() {
        add(Role::Muted, words.no_figures, None, (lines.span.1, lines.scale.low));
    }
    let keys = Key::absences(words, std::slice::from_ref(own));
    let label_room = labels.iter().map(Label::width).fold(0.0, f64::max);
    let unit = words.unit(definition);
    let left = upright::room(&lines.scale);
    let mut right = width - label_room - if label_room > 0.0 { 16.0 } else { 8.0 };
    if let Some(stretch) = &lines.stretch {
        right = stretch.begin(lines.span, (left, right), width);
    }
    let legend = key::legend(canvas, &keys, left);
    let top = if unit.is_empty() { 10.0 } else { 28.0 }
        + if lines.breaks.is_empty() { 0.0 } else { 20.0 };
    let below = 30.0 + legend.height;
    let suits = canvas.room().map_or(width * 0.42, |height| height - top - below);
    let bottom = top + suits.clamp(150.0, 340.0);
    let frame = lines.frame(canvas, (left, top), (right, bottom));

    let small = Type::small(Role::Muted);
    canvas.text(small, (0.0, 8.0), unit);
    upright::ticks(canvas, &frame, &lines.scale);
    lines.draw(canvas, &frame, own, (0.0, width), width);
    for at in &lines.breaks {
        let half = measure::width(words.break_label, SMALL) / 2.0;
        let x = years::beginning(&frame, *at).min(right - half).max(left + half);
        canvas.text(small.anchor(Anchor::Middle), (x, top - 17.0), words.break_label);
    }
    let floor = bottom + if lines.stretch.is_some() { -stretch::HIGH } else { LINE };
    label::draw(canvas, &frame, floor, &labels, &|label| {
        // The own line may end before the benchmark's does.
        let size = (label.width(), label.height());
        if label.role == Role::Own { lines.beside(&frame, own, label.end, size) } else { None }
    });
    key::draw(canvas, &keys, &legend, bottom + 30.0);
    bottom + below
}
