// SPDX-License-Identifier: EUPL-1.2
//! Regions below each other: the name, a sign with its interval, the value.

use super::extent;
use super::reference::{self, Reference};
use crate::chart::axis::caption::ticks_that_fit;
use crate::chart::axis::scale::Scale;
use crate::chart::canvas::Canvas;
use crate::chart::canvas::frame::Frame;
use crate::chart::canvas::lettering::{Anchor, LINE, SMALL, TYPE, Type};
use crate::chart::canvas::measure;
use crate::chart::canvas::role::Role;
use crate::chart::scene::{RankingScene, Scene};
use crate::chart::sign::{marker, stabilised};
use crate::text::words::members::MemberWords;
use crate::view::members::{ComparisonSet, Member};

/// From this width the names stand beside their rows, below it above them.
const WIDE: f64 = 480.0;

/// The least height of a row beside its name, what it may grow by, and what a name above adds.
const ROW: f64 = 22.0;
const GROWTH: f64 = 12.0;
const BELOW_NAME: f64 = 23.0;

/// The height of a line of the head, and the space between a name and the unit beside it.
const HEAD: f64 = 18.0;
const SPACE: f64 = 12.0;

/// How far an interval goes on that a cut axis ends.
const OVER: f64 = 3.0;

/// One row.
pub(super) enum Row<'a> {
    /// A region.
    Member(&'a Member<'a>),
    /// So many that are left out.
    Gap(usize),
}

/// A row with its name in lines, where it begins and ends, and where its mark lies.
struct Placed<'a> {
    row: &'a Row<'a>,
    name: Vec<String>,
    top: f64,
    mark: f64,
    bottom: f64,
}

fn name_type(set: &ComparisonSet, member: &Member) -> Type {
    match set.is_own(member) {
        true => Type::of(Role::Own).bold(),
        false => Type::of(Role::Text),
    }
}

/// How the rows lie on the canvas.
struct Layout {
    is_wide: bool,
    names: f64,
    left: f64,
    right: f64,
}

impl Layout {
    fn of(scene: &RankingScene, rows: &[Row]) -> Self {
        let Scene { canvas, words, found: set } = *scene;
        let width = canvas.width;
        let regions = || {
            rows.iter().filter_map(|row| match row {
                Row::Member(member) => Some(*member),
                Row::Gap(_) => None,
            })
        };
        let widest = |texts: &mut dyn Iterator<Item = String>| {
            texts.map(|text| measure::bold_width(&text, TYPE)).fold(0.0, f64::max)
        };
        let values = regions().filter_map(Member::estimate);
        let values = widest(&mut values.map(|f| words.bare(set.definition, f.value)));
        let names = widest(&mut regions().map(|a| words.name(a.region)));
        let is_wide = width >= WIDE;
        match is_wide {
            true => {
                let names = names.min(width * 0.36);
                Self { is_wide, names, left: names + 16.0, right: width - values - 14.0 }
            }
            false => Self { is_wide, names: width - values - 12.0, left: 8.0, right: width - 8.0 },
        }
    }

    /// Gives each row its place, from `top`; in `room` they spread out a little.
    fn place<'a>(
        &self,
        words: &MemberWords,
        rows: &'a [Row<'a>],
        top: f64,
        room: Option<f64>,
    ) -> Vec<Placed<'a>> {
        let mut bottom = top;
        let mut placed: Vec<Placed> = Vec::new();
        for row in rows {
            let name = match row {
                // The own name is bold, and takes more room.
                Row::Member(member) => measure::wrap(
                    &words.name(member.region),
                    TYPE,
                    self.names / measure::BOLD + 0.5,
                ),
                Row::Gap(_) => Vec::new(),
            };
            let lines = name.len() as f64 * LINE;
            let height = match (row, self.is_wide) {
                (Row::Member(_), false) => lines + BELOW_NAME,
                _ => (lines + 5.0).max(ROW),
            };
            placed.push(Placed { row, name, top: bottom, mark: 0.0, bottom: bottom + height });
            bottom += height;
        }
        let spare = room.map_or(0.0, |room| (room - bottom) / rows.len() as f64);
        let spare = spare.clamp(0.0, GROWTH);
        for (nth, row) in placed.iter_mut().enumerate() {
            row.top += nth as f64 * spare;
            row.bottom += (nth + 1) as f64 * spare;
            row.mark = match self.is_wide {
                true => (row.top + row.bottom) / 2.0,
                false => row.bottom - spare / 2.0 - BELOW_NAME / 2.0,
            };
        }
        placed
    }
}

/// Draws the rows from `top`; returns where they end.
pub(super) fn draw(
    scene: &RankingScene,
    scale: &Scale,
    rows: &[Row],
    top: f64,
    room: Option<f64>,
) -> f64 {
    let Scene { canvas, words, found: set } = *scene;
    let layout = Layout::of(scene, rows);
    let top = top + 4.0;
    let references = reference::of(words, set);
    let head = Head::of(canvas, scale.unit(), &references);
    let first = top + head.lines() as f64 * HEAD + HEAD + 4.0;
    let placed = layout.place(words, rows, first, room);
    let bottom = placed.last().map_or(first, |row| row.bottom);
    let scales = (scale.low..scale.high, 0.0..1.0);
    let frame = Frame::of(canvas, scales, (layout.left, first), (layout.right, bottom));
    // Names that stand above their rows are not crossed by lines.
    let spans: Vec<(f64, f64)> = match layout.is_wide {
        true => vec![(first, bottom)],
        false => placed
            .iter()
            .filter(|row| matches!(row.row, Row::Member(_)))
            .map(|row| (row.mark - 9.0, row.mark + 9.0))
            .collect(),
    };
    for row in &placed {
        if matches!(row.row, Row::Member(member) if set.is_own(member)) {
            let (left, right) = (-4.0, canvas.width + 4.0);
            let corners =
                [(left, row.top), (right, row.top), (right, row.bottom), (left, row.bottom)];
            canvas.shape(Role::Band, &corners);
        }
    }
    axis(canvas, &frame, scale, (first - HEAD / 2.0, &spans));
    head.draw(canvas, &frame, (top, &spans));
    for row in &placed {
        mark(scene, &frame, scale, row);
    }
    for row in &placed {
        label(scene, &layout, row);
    }
    bottom
}

/// The grid, and the ticks above it.
fn axis(canvas: &Canvas, frame: &Frame, scale: &Scale, (y, spans): (f64, &[(f64, f64)])) {
    let room = frame.right_bottom.0 - frame.left_top.0;
    let ticks = ticks_that_fit(scale, room);
    for tick in &ticks {
        let x = frame.at(*tick, 0.0).0;
        for (top, bottom) in spans {
            canvas.line(Role::Grid, 1.0, &[(x, *top), (x, *bottom)]);
        }
    }
    for tick in &ticks {
        let label = scale.label(*tick);
        within(canvas, Role::Muted, (frame.at(*tick, 0.0).0, y), &label, canvas.width);
    }
}

/// What the regions are seen against, in lines, and the unit: beside the first of them, or above
/// where a name leaves no room.
struct Head<'a> {
    unit: &'a str,
    is_above: bool,
    labels: Vec<(&'a Reference, Vec<String>)>,
}

impl<'a> Head<'a> {
    fn of(canvas: &Canvas, unit: &'a str, references: &'a [Reference]) -> Self {
        let label = |reference: &'a Reference| {
            let label = [&*reference.name, " ", &reference.figure].concat();
            (reference, measure::wrap(&label, SMALL, canvas.width))
        };
        let labels: Vec<_> = references.iter().map(label).collect();
        let room = canvas.width - measure::width(unit, SMALL) - SPACE;
        let is_wide = |(_, lines): &(_, Vec<String>)| measure::widest(lines, SMALL) > room;
        Self { unit, is_above: !unit.is_empty() && labels.iter().any(is_wide), labels }
    }

    fn lines(&self) -> usize {
        let labels: usize = self.labels.iter().map(|(_, lines)| lines.len()).sum();
        (labels + usize::from(self.is_above)).max(usize::from(!self.unit.is_empty()))
    }

    fn draw(&self, canvas: &Canvas, frame: &Frame, (top, spans): (f64, &[(f64, f64)])) {
        let kind = Type::small(Role::Muted);
        canvas.text(kind.anchor(Anchor::End), (canvas.width, top + HEAD / 2.0), self.unit);
        let beside = measure::width(self.unit, SMALL) + SPACE;
        let (mut y, limit) = match self.is_above {
            true => (top + HEAD, canvas.width),
            false => (top, canvas.width - beside),
        };
        for (reference, lines) in &self.labels {
            let x = frame.at(reference.value, 0.0).0;
            let below = y + lines.len() as f64 * HEAD;
            canvas.line(reference.line, 1.5, &[(x, below), (x, frame.left_top.1 - HEAD)]);
            for (top, bottom) in spans {
                canvas.line(reference.line, 1.5, &[(x, *top), (x, *bottom)]);
            }
            for line in lines {
                within(canvas, reference.text, (x, y + HEAD / 2.0), line, limit);
                y += HEAD;
            }
        }
    }
}

/// A small label around a place, kept between the canvas's left side and `limit`.
fn within(canvas: &Canvas, role: Role, (x, y): (f64, f64), text: &str, limit: f64) {
    let half = measure::width(text, SMALL) / 2.0;
    let kind = Type::small(role).anchor(Anchor::Middle);
    canvas.text(kind, (x.min(limit - half).max(half), y), text);
}

/// The sign of a region with its interval; chevrons where its value lies beyond the axis.
fn mark(scene: &RankingScene, frame: &Frame, scale: &Scale, row: &Placed) {
    let Scene { canvas, words, found: set } = *scene;
    let Row::Member(member) = row.row else { return };
    let Some(figure) = member.estimate() else { return };
    let edge = frame.right_bottom.0;
    let x = |value: f64| if value > scale.high { edge + OVER } else { frame.at(value, 0.0).0 };
    let (verdict, y) = (member.verdict(), row.mark);
    let role = marker::role_of(set, member);
    let at = (x(figure.value), y);
    let said = || words.member_label(set, member);
    canvas.mark(&member.region.code, &said, |canvas| {
        stabilised::below(canvas, member.stabilised(), y, &x);
        if let Some(i) = figure.interval {
            canvas.line(role, 2.0, &[(x(i.lower), y), (x(i.upper), y)]);
        }
        if figure.value > scale.high {
            return extent::beyond(canvas, role, (edge + OVER, y), (1.0, 0.0));
        }
        let size = if set.is_own(member) { 13.0 } else { 10.0 };
        marker::draw(canvas, role, verdict, at, size);
    });
}

/// The name and the value, or what is left out.
fn label(scene: &RankingScene, layout: &Layout, row: &Placed) {
    let Scene { canvas, words, found: set } = *scene;
    let middle = (row.top + row.bottom) / 2.0;
    match row.row {
        Row::Gap(count) => {
            let kind = Type::small(Role::Muted);
            let (kind, x) = match layout.is_wide {
                true => (kind, 0.0),
                false => (kind.anchor(Anchor::Middle), canvas.width / 2.0),
            };
            canvas.text(kind, (x, middle), &words.left_out(set, *count));
        }
        Row::Member(member) => {
            let kind = name_type(set, member);
            let lines = row.name.len() as f64 * LINE;
            let y = match layout.is_wide {
                true => middle - lines / 2.0 + LINE / 2.0,
                false => row.mark - BELOW_NAME / 2.0 - lines + LINE / 2.0 + 2.0,
            };
            canvas.lines(kind, (0.0, y), &row.name);
            canvas.named(&member.region.code, set.period, &row.name, y);
            if let Some(figure) = member.estimate() {
                let value = words.bare(set.definition, figure.value);
                let y = if layout.is_wide { middle } else { y };
                canvas.text(kind.anchor(Anchor::End), (canvas.width, y), &value);
            }
        }
    }
}
