// SPDX-License-Identifier: EUPL-1.2
//! Several regions through the years: a small chart for each, all on the same two scales.

use super::key::{self, Key, Sign};
use super::lines::Lines;
use super::stretch::HIGH;
use crate::chart::axis::upright;
use crate::chart::canvas::frame::Frame;
use crate::chart::canvas::lettering::{LINE, TYPE, Type};
use crate::chart::canvas::measure;
use crate::chart::canvas::role::Role;
use crate::chart::canvas::{Canvas, Point};
use crate::chart::course::line::Line;
use crate::chart::scene::{Scene, SingleScene};
use crate::chart::sign::arrow;
use crate::indicator::definition::Definition;
use crate::text::template::fill;
use crate::text::words::Words;
use crate::view::single::Selection;

/// The least width of a panel, and the most panels beside each other.
const LEAST: f64 = 200.0;
const MOST: usize = 5;

/// Below a panel's name, below its axis, and between panels beside and below each other.
const ABOVE: f64 = 8.0;
const YEARS: f64 = 26.0;
const GAP: f64 = 20.0;
const BELOW: f64 = 18.0;

/// Where the words begin beside a line's end.
const BESIDE: f64 = 8.0;

/// One region's small chart: its line, its name above it and its last value beside it.
struct Panel<'l> {
    line: &'l Line<'l>,
    title: Vec<String>,
    end: Option<(Point, Vec<String>)>,
}

impl<'l> Panel<'l> {
    fn of(words: &Words, definition: &Definition, line: &'l Line, width: f64) -> Self {
        let name = words.name(line.region);
        // The own name is bold and has an arrow beside it.
        let title = measure::wrap(&name, TYPE * measure::BOLD, width - arrow::SIZE - BESIDE);
        let end = line.end(words, definition);
        Self { line, title, end: end.map(|(end, text)| (end, measure::wrap(&text, TYPE, 0.0))) }
    }

    /// The room that the last value takes.
    fn end_room(&self) -> f64 {
        let texts = self.end.as_ref().map_or(&[][..], |(_, text)| text);
        texts.iter().map(|text| BESIDE + measure::bold_width(text, TYPE)).fold(0.0, f64::max)
    }

    fn draw(&self, canvas: &Canvas, frame: &Frame, lines: &Lines, selection: &Selection) {
        let ((left, top), (right, bottom)) = (frame.left_top, frame.right_bottom);
        let is_own = self.line.role == Role::Own;
        let kind = if is_own { Type::of(Role::Own).bold() } else { Type::of(Role::Text) };
        let last = top - ABOVE - LINE / 2.0;
        let above = self.title.len().saturating_sub(1) as f64 * LINE;
        canvas.lines(kind, (left, last - above), &self.title);
        if let (true, Some((change, direction))) = (is_own, arrow::of_line(selection)) {
            let width = self.title.last().map_or(0.0, |text| measure::bold_width(text, TYPE));
            let center = (left + width + BESIDE + arrow::SIZE / 2.0, last);
            arrow::draw(canvas, change, direction, center);
        }
        if let Some((end, text)) = &self.end {
            // Where its line ends, or at the end of the plot.
            let height = text.len() as f64 * LINE;
            let place = lines.beside(frame, self.line, *end, (self.end_room() - BESIDE, height));
            let (left, top) = place.unwrap_or_else(|| {
                let y = frame.at(0.0, end.1).1 - LINE / 2.0;
                (right + BESIDE, y.min(bottom - HIGH - height))
            });
            canvas.lines(kind, (left, top + LINE / 2.0), text);
        }
    }
}

/// Draws them; returns where they end.
pub(super) fn draw(scene: &SingleScene, lines: &Lines) -> f64 {
    let Scene { canvas, words, found: selection } = *scene;
    let width = canvas.width;
    let definition = selection.definition;
    let regions = lines.regions();
    let first_left = upright::room(&lines.scale);
    let room = width - first_left;
    let columns = columns(regions.len(), room);
    let panel_width = (room - (columns - 1) as f64 * GAP) / columns as f64;
    let (mut panels, mut end_room) =
        (Vec::new(), lines.stretch.as_ref().map_or(BESIDE, |s| s.room() + BESIDE));
    for line in regions {
        let panel = Panel::of(words, definition, line, panel_width);
        end_room = panel.end_room().max(end_room);
        panels.push(panel);
    }
    let head = |row: &[Panel]| {
        let lines = row.iter().map(|panel| panel.title.len()).max().unwrap_or(1);
        lines as f64 * LINE + ABOVE
    };

    let above = above(words, selection, lines);
    let mut below = Key::absences(words, regions);
    if !lines.breaks.is_empty() {
        below.push(Key { sign: Sign::Break, text: words.break_label.to_string() });
    }
    let legend_above = key::legend(canvas, &above, 0.0);
    let legend_below = key::legend(canvas, &below, first_left);
    let first_top = legend_above.height + 6.0;
    let mut rest = first_top + legend_below.height - BELOW;
    let mut count = 0.0;
    for row in panels.chunks(columns) {
        rest += head(row) + YEARS + BELOW;
        count += 1.0;
    }
    let suits = canvas.room().map_or(panel_width * 0.6, |height| (height - rest) / count);
    let plot = suits.clamp(104.0, 300.0);

    key::draw(canvas, &above, &legend_above, -3.0);
    let mut top = first_top;
    for row in panels.chunks(columns) {
        let (high, mut left) = (top + head(row), first_left);
        let low = high + plot;
        for panel in row {
            let right = left + panel_width;
            let mut end = right - end_room;
            if let Some(stretch) = &lines.stretch {
                end = stretch.begin(lines.span, (left, end), right);
            }
            let frame = lines.frame(canvas, (left, high), (end, low));
            if left == first_left {
                upright::ticks(canvas, &frame, &lines.scale);
            }
            let ends = (left - GAP / 2.0, right + GAP / 2.0);
            lines.draw(canvas, &frame, panel.line, ends, right);
            panel.draw(canvas, &frame, lines, selection);
            left = right + GAP;
        }
        top = low + YEARS + BELOW;
    }
    key::draw(canvas, &below, &legend_below, top - BELOW);
    rest + count * plot
}

/// As many columns as fit, and no more than the rows need to be equally full.
fn columns(count: usize, room: f64) -> usize {
    let fit = ((room + GAP) / (LEAST + GAP)) as usize;
    let rows = count.div_ceil(fit.clamp(1, MOST));
    count.div_ceil(rows.max(1)).max(1)
}

/// What every panel has: the unit, the benchmark's line with its last value, the target.
fn above(words: &Words, selection: &Selection, lines: &Lines) -> Vec<Key> {
    let definition = selection.definition;
    let mut keys = Vec::new();
    let unit = words.unit(definition);
    if !unit.is_empty() {
        keys.push(Key { sign: Sign::Unit, text: unit.to_string() });
    }
    if let Some(line) = lines.benchmark()
        && let Some((_, value)) = line.end(words, definition)
    {
        let text = [&words.name(line.region), " ", &*value].concat();
        let sign = if line.is_drawn(definition) { Sign::Reference } else { Sign::Dot };
        keys.push(Key { sign, text });
    }
    if let Some(target) = selection.target() {
        let value = words.bare(definition, target.value);
        let text = fill(words.target_label, &[("value", &value)]);
        keys.push(Key { sign: Sign::Target, text });
    }
    keys
}
