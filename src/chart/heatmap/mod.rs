// SPDX-License-Identifier: EUPL-1.2
//! Many regions by many indicators: a row for each region, a cell for each verdict. Knows no other
//! view.

mod cells;
mod layout;
mod numbers;

use super::legend::{Entry, Legend, Spacing};
use crate::chart::canvas::Point;
use crate::chart::canvas::lettering::{Anchor, HEAD, LINE, SMALL, Type};
use crate::chart::canvas::measure;
use crate::chart::canvas::role::Role;
use crate::chart::scene::{OverviewScene, Scene};
use crate::markup::element;
use crate::text::heatmap::KEY;
use crate::text::words::overview::OverviewWords;
use crate::view::assessment::Assessment;
use crate::view::members::{ComparisonSet, Member};
use crate::view::overview::{Overview, Row};
use cells::Cells;
use layout::{APART, Layout};
use numbers::numbered;

/// From one row to the next, and what a name above its cells adds.
const ROW: f64 = 18.0;
const NAME: f64 = 22.0;

/// What lies between two cells.
const GAP: f64 = 2.0;

/// The width of a cell in the legend and beside a value, and from there to its words.
const SAMPLE: f64 = 22.0;
const NEAR: f64 = 6.0;

/// Where a cell beside a value has its middle, and where the value ends, from the middle of the
/// column.
const BESIDE: f64 = -18.0;
const VALUE: f64 = 29.0;

/// What the drawing of rows needs.
struct Drawing<'d> {
    scene: &'d OverviewScene<'d>,
    indicators: &'d [&'d ComparisonSet<'d>],
    layout: &'d Layout,
    heads: &'d [Vec<String>],
    sort: Option<&'d str>,
    cells: Cells,
    /// Lines lead the eye from a name to its cells.
    lines: Vec<[Point; 2]>,
    /// Those around the own row, which lie over the others.
    own_lines: Vec<[Point; 2]>,
}

/// Draws it, its rows put in order by `sort`; returns where it ends.
pub(super) fn draw(scene: &OverviewScene, sort: Option<&str>) -> f64 {
    let Scene { canvas, words, found: overview } = *scene;
    let width = canvas.width;
    let indicators = overview.indicators();
    let rows = overview.rows(sort);
    let first = overview.first();
    let own = overview.has_own_row().then_some(&first.own);
    let names =
        first.members.iter().chain(own).map(|member| measure::width(&name(words, member), SMALL));
    let widest = names.fold(0.0, f64::max);
    let layout = Layout::of(widest, indicators.len(), rows.len(), width);
    let counts = overview.counts(&indicators);
    let count =
        |assessment: Assessment| counts.get(assessment as usize).copied().unwrap_or_default();
    let assessed = own.map(|_| overview.assessed(&indicators, Row::Own)).unwrap_or_default();
    let is_own = |one: Assessment| assessed.iter().any(|(own, _)| *own == one);
    let occurring: Vec<Assessment> =
        KEY.into_iter().filter(|one| count(*one) > 0 || is_own(*one)).collect();
    let entry = |one: &Assessment| Entry {
        room: SAMPLE + NEAR,
        kind: Type::small(Role::Muted),
        text: words.assessment_count(*one, count(*one)),
    };
    let entries = occurring.iter().map(entry).collect();
    let legend = Legend::of(canvas, entries, &Spacing::SAMPLES, 0.0, width);
    let numbered = if layout.is_named { Vec::new() } else { numbered(scene, &indicators) };
    let heads: Vec<Vec<String>> = match layout.is_named {
        true => indicators.iter().map(|set| head(words, overview, set, layout.step)).collect(),
        false => (1..=indicators.len()).map(|number| vec![number.to_string()]).collect(),
    };
    let lines = heads.iter().map(Vec::len).max().unwrap_or_default();
    let head = lines as f64 * (LINE - 1.0) + 6.0;

    let numbered_top = legend.height + 8.0;
    let own_top = numbered_top + numbered.iter().map(|line| line.bottom).fold(0.0, f64::max) + 6.0;
    // A list that can be seen as a whole shows a member once, in its place.
    let is_apart = own.is_some() && !(layout.is_valued && overview.has_own_member());
    // Named indicators stand once over the own row and all others.
    let again = if layout.is_named && is_apart { 0.0 } else { head };
    legend.draw(canvas, (0.0, 0.0), &|nth, (x, y)| {
        let mut cells = Cells::new(SAMPLE);
        if let Some(assessment) = occurring.get(nth) {
            cells.add(*assessment, (x + SAMPLE / 2.0, y));
        }
        cells.draw(canvas);
    });
    for line in &numbered {
        line.draw(canvas, numbered_top);
    }
    let cells = Cells::new(if layout.is_valued { SAMPLE } else { layout.step - GAP });
    let mut drawing = Drawing {
        scene,
        indicators: &indicators,
        layout: &layout,
        heads: &heads,
        sort,
        cells,
        lines: Vec::new(),
        own_lines: Vec::new(),
    };
    let mut top = own_top;
    if is_apart {
        drawing.heads(0.0, own_top + head);
        top += head + 8.0 + drawing.row(Row::Own, 0.0, own_top + head);
    }
    let mut bottom = top;
    for (block, rows) in rows.chunks(layout.rows.max(1)).enumerate() {
        let left = block as f64 * (layout.width().max(widest) + APART);
        let mut y = top;
        for (nth, row) in rows.iter().enumerate() {
            if again > 0.0 && layout.has_head(nth) {
                y += again;
                drawing.heads(left, y);
            }
            y += drawing.row(Row::Member(*row), left, y);
        }
        bottom = bottom.max(y);
    }
    for line in &drawing.lines {
        canvas.line(Role::Grid, 1.0, line);
    }
    for line in &drawing.own_lines {
        canvas.line(Role::Own, 1.5, line);
    }
    drawing.cells.draw(canvas);
    bottom
}

/// A region's name at the head of its row.
fn name(words: &OverviewWords, member: &Member) -> String {
    words.name(member.region)
}

impl Drawing<'_> {
    /// The middle of a column.
    fn x(&self, left: f64, column: usize) -> f64 {
        left + self.layout.name + (column as f64 + 0.5) * self.layout.step
    }

    /// The heads of the columns, which end at the height `bottom`.
    fn heads(&self, left: f64, bottom: f64) {
        for (column, (lines, set)) in self.heads.iter().zip(self.indicators).enumerate() {
            let id = &set.definition.id;
            let mut kind = Type::of(Role::Muted).size(self.layout.head()).anchor(Anchor::Middle);
            if self.sort == Some(id) {
                kind = Type { role: Role::Text, ..kind }.bold();
            }
            let top = bottom - 4.0 - (lines.len() as f64 - 0.5) * (LINE - 1.0);
            self.scene.canvas.group(element("g").with("data-sort", id.clone()), |canvas| {
                canvas.set(kind, (self.x(left, column), top), LINE - 1.0, lines);
            });
        }
    }

    /// Draws a row, and returns its height: a name above its cells may need more than a line.
    fn row(&mut self, row: Row, left: f64, top: f64) -> f64 {
        let Scene { canvas, words, found: overview } = *self.scene;
        let Some(member) = row.of(overview.first()) else { return 0.0 };
        let is_own = overview.first().is_own(member);
        let name = name(words, member);
        let (name, above) = match self.layout.is_above {
            true => {
                let lines = measure::wrap(&name, SMALL, canvas.width / measure::BOLD);
                let more = lines.len().saturating_sub(1) as f64 * LINE;
                (lines, NAME + more)
            }
            false => (vec![name], 0.0),
        };
        let cells_top = top + above;
        let y = cells_top + ROW / 2.0;
        for (column, (assessment, _)) in
            overview.assessed(self.indicators, row).into_iter().enumerate()
        {
            let beside = if self.layout.is_valued { BESIDE } else { 0.0 };
            self.cells.add(assessment, (self.x(left, column) + beside, y));
        }
        let right = left + self.layout.width();
        let label = || words.heatmap_label(overview, self.indicators, row);
        let bottom = cells_top + ROW;
        let kind = if is_own { Type::of(Role::Own).bold() } else { Type::of(Role::Text) };
        let kind = kind.size(SMALL);
        canvas.mark(&member.region.code, &label, |canvas| {
            let y = if self.layout.is_above { top + NAME - 8.0 } else { y };
            canvas.lines(kind, (left, y), &name);
        });
        // Beside the mark: what is read of it must be in its name, which says the verdicts.
        if self.layout.is_valued {
            self.values(row, kind, left, y);
        }
        canvas.anchor(y);
        match is_own {
            true => self.own_lines.extend([top, bottom].map(|y| [(left, y), (right, y)])),
            false => self.lines.push([(left, bottom - 0.5), (right, bottom - 0.5)]),
        }
        above + ROW
    }

    /// The values of a row, each beside its cell.
    fn values(&self, row: Row, kind: Type, left: f64, y: f64) {
        let Scene { canvas, words, .. } = *self.scene;
        for (column, set) in self.indicators.iter().enumerate() {
            let Some(estimate) = row.of(set).and_then(Member::estimate) else { continue };
            let at = (self.x(left, column) + VALUE, y);
            canvas.text(kind.anchor(Anchor::End), at, &words.bare(set.definition, estimate.value));
        }
    }
}

/// An indicator's name and period, over its cells.
fn head(words: &OverviewWords, overview: &Overview, set: &ComparisonSet, room: f64) -> Vec<String> {
    measure::wrap(&words.name_and_period(overview, set), HEAD, room - 6.0)
}
