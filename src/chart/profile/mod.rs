// SPDX-License-Identifier: EUPL-1.2
//! All indicators of one region: a row each, with the benchmark on one line down the middle, the
//! spread of the regions beside it, and better always to the right. Knows no other view.

mod axis;
mod columns;
mod row;
mod sample;

use super::legend::{Legend, Spacing};
use crate::chart::canvas::lettering::{LINE, TYPE, Type};
use crate::chart::canvas::measure;
use crate::chart::canvas::role::Role;
use crate::chart::scene::{OverviewScene, Scene};
use crate::view::members::ComparisonSet;
use crate::view::overview::Overview;
use axis::reference;
use columns::{Columns, sides};
use row::{MARKS, Row};
use sample::{legend_entries, sample};

/// The height of the head of a group.
const HEAD: f64 = 34.0;

/// The rows of a group, under its name.
struct Section<'a> {
    is_context: bool,
    head: Vec<String>,
    top: f64,
    /// The lower side of the words over the axis, where they stand.
    sides: Option<f64>,
    rows: Vec<Row<'a>>,
}

/// Draws it; returns where it ends.
pub(super) fn draw(scene: &OverviewScene) -> f64 {
    let Scene { canvas, words, found: overview } = *scene;
    let width = canvas.width;
    let shown: Vec<&ComparisonSet> = overview.iter().filter(|set| is_row(set)).collect();
    let columns = Columns::of(scene, &shown);
    let (mut samples, mut entries) = (Vec::new(), Vec::new());
    for (sample, entry) in legend_entries(words, overview) {
        samples.push(sample);
        entries.push(entry);
    }
    let legend = Legend::of(canvas, entries, &Spacing::SAMPLES, 0.0, width * measure::SPACED);
    let mut bottom = legend.height;
    let mut groups: Vec<Section> = Vec::new();
    for (group, members) in Overview::groups(&shown) {
        let head = measure::wrap(words.group(group), TYPE, width * 0.9);
        let top = bottom;
        bottom += HEAD + (head.len() as f64 - 1.0) * LINE;
        let has_sides = groups.is_empty() || group.is_none();
        if has_sides {
            bottom += columns.sides(words, overview);
        }
        let sides = has_sides.then_some(bottom);
        let rows = members.into_iter().map(|set| {
            let row = Row::of(scene, set, &columns, bottom);
            bottom = row.bottom;
            row
        });
        let rows = rows.collect();
        groups.push(Section { is_context: group.is_none(), head, top, sides, rows });
    }
    legend.draw(canvas, (0.0, 0.0), &|nth, at| {
        if let Some(one) = samples.get(nth) {
            sample(canvas, *one, at);
        }
    });
    for section in &groups {
        section.draw(scene, &columns);
    }
    bottom
}

impl Section<'_> {
    fn draw(&self, scene: &OverviewScene, columns: &Columns) {
        let canvas = scene.canvas;
        let top = self.top + 6.0;
        canvas.line(Role::Axis, 1.0, &[(0.0, top), (canvas.width, top)]);
        canvas.lines(Type::of(Role::Text).bold(), (0.0, self.top + HEAD - 14.0), &self.head);
        if let Some(bottom) = self.sides {
            sides(scene, columns, self.is_context, bottom);
        }
        let center = (columns.axis.0 + columns.axis.1) / 2.0;
        for row in self.rows.iter().filter(|row| reference(row.set).is_some()) {
            let (above, below) = if columns.is_wide {
                (row.top, row.bottom)
            } else {
                (row.middle - MARKS / 2.0, row.middle + MARKS / 2.0)
            };
            canvas.line(Role::Reference, 1.5, &[(center, above), (center, below)]);
        }
        for (nth, row) in self.rows.iter().enumerate() {
            if nth > 0 {
                canvas.line(Role::Grid, 1.0, &[(0.0, row.top), (canvas.width, row.top)]);
            }
            row.texts(scene, columns);
            row.mark(scene, columns);
        }
    }
}

/// Indicators without any figure of the region are named in a sentence and have no row.
fn is_row(set: &ComparisonSet) -> bool {
    !set.own.finding.outcome.is_missing()
}
