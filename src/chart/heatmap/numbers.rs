// SPDX-License-Identifier: EUPL-1.2
//! What the numbers over the cells of a heat map stand for.

use crate::chart::canvas::Canvas;
use crate::chart::canvas::lettering::{Anchor, LINE, SMALL, Type};
use crate::chart::canvas::measure;
use crate::chart::canvas::role::Role;
use crate::chart::scene::{OverviewScene, Scene};
use crate::view::members::ComparisonSet;
use crate::view::overview::Overview;

/// The widest that a column of names is.
const COLUMN: f64 = 300.0;

/// What a number stands for, in lines.
pub(super) struct Line {
    left: f64,
    top: f64,
    pub(super) bottom: f64,
    number: String,
    text: Vec<String>,
    is_head: bool,
}

impl Line {
    pub(super) fn draw(&self, canvas: &Canvas, top: f64) {
        let y = top + self.top + LINE / 2.0;
        if self.is_head {
            return canvas.lines(Type::small(Role::Text).bold(), (self.left, y), &self.text);
        }
        let kind = Type::small(Role::Muted);
        canvas.text(kind.anchor(Anchor::End), (self.left + 18.0, y), &self.number);
        canvas.lines(kind, (self.left + 26.0, y), &self.text);
    }
}

/// The names of the numbered indicators by phase, in columns.
pub(super) fn numbered(scene: &OverviewScene, indicators: &[&ComparisonSet]) -> Vec<Line> {
    let Scene { canvas, words, found: overview } = *scene;
    let width = canvas.width;
    let columns = ((width / COLUMN) as usize).max(1);
    let step = width / columns as f64;
    let mut all: Vec<Line> = Vec::new();
    let mut bottom = 0.0;
    let mut number = 0;
    let mut push = |number: String, text: Vec<String>, is_head: bool| {
        let top = bottom + if is_head && bottom > 0.0 { 6.0 } else { 0.0 };
        bottom = top + text.len() as f64 * LINE;
        all.push(Line { left: 0.0, top, bottom, number, text, is_head });
    };
    for (group, members) in Overview::groups(indicators) {
        push(String::new(), measure::wrap(words.group(group), SMALL, step * 0.9), true);
        for set in members {
            number += 1;
            let text = words.name_and_period(overview, set);
            push(number.to_string(), measure::wrap(&text, SMALL, step - 26.0 - 12.0), false);
        }
    }
    // A column ends where it reaches its share of the whole, but not with a head.
    let share = bottom / columns as f64;
    let (mut column, mut start, mut after_head) = (0, 0.0, false);
    for line in &mut all {
        let is_full = line.bottom - start > share + LINE && column + 1 < columns;
        if is_full && !after_head {
            (column, start) = (column + 1, line.top);
        }
        after_head = line.is_head;
        line.left = column as f64 * step;
        line.top -= start;
        line.bottom -= start;
    }
    all
}
