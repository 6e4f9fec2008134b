// SPDX-License-Identifier: EUPL-1.2
//! Regions beside each other: a column each, from low to high, with its interval.

use super::extent;
use super::reference::{self, Reference};
use super::stabilised;
use crate::chart::axis::scale::Scale;
use crate::chart::axis::upright::{self, UNIT};
use crate::chart::canvas::Canvas;
use crate::chart::canvas::frame::Frame;
use crate::chart::canvas::lettering::{LINE, SMALL, TYPE, Type};
use crate::chart::canvas::measure;
use crate::chart::canvas::rect::Rect;
use crate::chart::canvas::role::Role;
use crate::chart::label::{self, Labels};
use crate::chart::scene::{RankingScene, Scene};
use crate::chart::sign::marker;
use crate::indicator::comparison::Verdict;
use crate::view::members::{ComparisonSet, Member};

/// The height of the plot where none is given, and its bounds where one is.
const HEIGHT: f64 = 340.0;
const LEAST: f64 = 240.0;
const MOST: f64 = 480.0;

/// Below the plot, for the order.
const BELOW: f64 = 24.0;

/// The widest that a name beside the plot may be.
const BESIDE: f64 = 96.0;

/// Between a label and the intervals beside it, and half the room of a sign.
const DISTANCE: f64 = 12.0;
const CLEAR: f64 = 6.0;

/// How high above a cut axis the chevrons stand, and how far an interval goes on that it cuts.
const ARROW: f64 = 10.0;
const OVER: f64 = 3.0;

/// How far beside its column the own stabilised figure stands.
const ASIDE: f64 = 8.0;

/// A region's column on the canvas.
struct Column<'a> {
    member: &'a Member<'a>,
    x: f64,
    y: f64,
    top: f64,
    bottom: f64,
    /// Whether its value lies beyond the axis; then chevrons point there.
    is_beyond: bool,
}

/// Draws the columns from `top`; returns where they end.
pub(super) fn draw(
    scene: &RankingScene,
    scale: &Scale,
    ranked: &[&Member],
    top: f64,
    room: Option<f64>,
) -> f64 {
    let Scene { canvas, words, found: set } = *scene;
    let left = upright::room(scale);
    let references = reference::of(words, set);
    let labels: Vec<Vec<String>> = references.iter().map(label).collect();
    let labels_width = labels.iter().map(|lines| measure::widest(lines, SMALL)).fold(0.0, f64::max);
    let right = canvas.width - labels_width - 10.0;
    let plot = room.map_or(HEIGHT, |room| (room - top - UNIT - BELOW).clamp(LEAST, MOST));
    let (first, bottom) = (top + UNIT, top + UNIT + plot);
    let scales = (0.0..1.0, scale.low..scale.high);
    let frame = Frame::of(canvas, scales, (left, first), (right, bottom));
    let columns = columns(&frame, scale, ranked);

    let own = columns.iter().find(|column| set.is_own(column.member));
    upright::grid(canvas, &frame, scale);
    upright::ticks(canvas, &frame, scale);
    upright::unit(canvas, &frame, scale);
    let small = Type::small(Role::Muted);
    let order = words.in_order(set, ranked.len());
    canvas.text(small, (left, bottom + 14.0), &order);

    for reference in &references {
        let y = frame.at(0.0, reference.value).1;
        canvas.line(reference.line, 1.5, &[(left, y), (right + 4.0, y)]);
    }
    for column in &columns {
        mark(scene, column, (right - left) / columns.len() as f64);
    }
    signs(canvas, set, &columns);
    for column in &columns {
        let is_own = set.is_own(column.member);
        // Beside the own interval, so that both are seen.
        let x = column.x + if is_own { ASIDE } else { 0.0 };
        let at = |value: f64| (x, frame.at(0.0, value).1);
        stabilised::in_column(canvas, column.member, is_own, scale.high, &at);
    }
    let lines = references.iter().map(|r| frame.at(0.0, r.value).1).collect();
    let outer = Rect { left: left - 1.0, top: first - UNIT, right: right + 1.0, bottom };
    let mut names = Names { frame: &frame, columns: &columns, labels: Labels::new(outer), lines };
    let is_own = |column: &&Column| set.is_own(column.member);
    // What lies beyond the axis is the last.
    let (first, last) = (columns.first(), columns.last());
    let beyond = last.filter(|column| column.is_beyond);
    let last = last.filter(|column| !is_own(column) && !column.is_beyond);
    let named = [beyond, own, first.filter(|column| !is_own(column)), last];
    for column in named.into_iter().flatten() {
        names.draw(scene, column);
    }
    let place = |(reference, lines): (&Reference, &Vec<String>)| {
        let height = lines.len() as f64 * LINE;
        (frame.at(0.0, reference.value).1 - height / 2.0, height)
    };
    let mut places: Vec<(f64, f64)> = references.iter().zip(&labels).map(place).collect();
    label::stack(&mut places, f64::NEG_INFINITY, f64::INFINITY);
    for ((reference, lines), (top, _)) in references.iter().zip(&labels).zip(places) {
        canvas.lines(Type::small(reference.text), (right + 8.0, top + LINE / 2.0), lines);
    }
    bottom + BELOW
}

/// A reference's name and value, below each other.
fn label(reference: &Reference) -> Vec<String> {
    let mut lines = measure::wrap(&reference.name, SMALL, BESIDE);
    lines.push(reference.figure.clone());
    lines
}

fn columns<'a>(frame: &Frame, scale: &Scale, ranked: &[&'a Member]) -> Vec<Column<'a>> {
    let step = 1.0 / ranked.len() as f64;
    let edge = frame.left_top.1;
    let column = |(nth, member): (usize, &&'a Member<'a>)| {
        let figure = member.estimate()?;
        let at = (nth as f64 + 0.5) * step;
        let is_beyond = figure.value > scale.high;
        let (x, y) = frame.at(at, figure.value);
        let y = if is_beyond { edge - ARROW } else { y };
        let height = |value: f64| match value > scale.high {
            true => y.min(edge - OVER),
            false => frame.at(at, value).1,
        };
        let (upper, lower) =
            figure.interval.map_or((figure.value, figure.value), |i| (i.upper, i.lower));
        Some(Column { member, x, y, top: height(upper), bottom: height(lower), is_beyond })
    };
    ranked.iter().enumerate().filter_map(column).collect()
}

/// A region's interval, which is what is pointed at.
fn mark(scene: &RankingScene, column: &Column, step: f64) {
    let Scene { canvas, words, found: set } = *scene;
    let member = column.member;
    let role = marker::role_of(set, member);
    canvas.stands(&member.region.code, set.period, (column.x, column.top));
    let said = || words.member_label(set, member);
    canvas.mark(&member.region.code, &said, |canvas| {
        let ends = [(column.x, column.top), (column.x, column.bottom)];
        match set.is_own(member) {
            true => canvas.line(role, 2.0, &ends),
            false => canvas.faint(role, (step * 0.6).clamp(0.6, 1.6), &ends),
        }
    });
}

/// The signs on the intervals, those of one kind together, so that they become one path; the own
/// one above all others.
fn signs(canvas: &Canvas, set: &ComparisonSet, columns: &[Column]) {
    let draw = |column: &Column, size: f64| {
        let (role, at) = (marker::role_of(set, column.member), (column.x, column.y));
        match column.is_beyond {
            true => extent::beyond(canvas, role, at, (0.0, -1.0)),
            false => marker::draw(canvas, role, column.member.verdict(), at, size),
        }
    };
    let (own, others): (Vec<_>, Vec<_>) = columns.iter().partition(|c| set.is_own(c.member));
    for verdict in [Some(Verdict::Lower), Some(Verdict::Higher), Some(Verdict::Similar), None] {
        for column in others.iter().filter(|column| column.member.verdict() == verdict) {
            draw(column, 5.0);
        }
    }
    for column in own {
        draw(column, 11.0);
    }
}

/// The names in the plot: what they must stay clear of.
struct Names<'n> {
    frame: &'n Frame,
    columns: &'n [Column<'n>],
    lines: Vec<f64>,
    labels: Labels,
}

impl Names<'_> {
    /// Names a region above or below its column; if neither is free, only the own one.
    fn draw(&mut self, scene: &RankingScene, column: &Column) {
        let Scene { canvas, words, found: set } = *scene;
        let Some(figure) = column.member.estimate() else { return };
        let is_own = set.is_own(column.member);
        let name = words.name(column.member.region);
        let text = [&name, " ", &words.bare(set.definition, figure.value)].concat();
        let (kind, line, width) = match is_own {
            true => (Type::of(Role::Own).bold(), Role::Own, measure::bold_width(&text, TYPE)),
            false => (Type::small(Role::Text), Role::Muted, measure::width(&text, SMALL)),
        };
        let ((left, _), (right, _)) = (self.frame.left_top, self.frame.right_bottom);
        // Around its column or on either side of it, wherever it comes nearest; rather not where
        // the line of an end's name would cross it. What lies beyond the axis has no room around it.
        let starts = [column.x - width / 2.0, column.x - width, column.x];
        let starts = if column.is_beyond { &[] } else { &starts[..] };
        let ends = [self.columns.first(), self.columns.last()];
        let mut places = Vec::new();
        for from in starts {
            let from = from.min(right - width).max(left);
            places.extend(self.free(from, width, true));
            places.extend(self.free(from, width, false));
        }
        let cost = |place: &Rect| {
            let far =
                if place.top < column.y { column.y - place.bottom } else { place.top - column.y };
            let is_crossed =
                |end: &&Column| place.left < end.x && end.x < place.right && end.x != column.x;
            far + if ends.iter().flatten().any(is_crossed) { LINE * 2.0 } else { 0.0 }
        };
        let nearest = self.labels.best(&places, &cost);
        let room = match nearest {
            Some((_, room)) => {
                let (end, edge) = match room.top < column.y {
                    true => (column.top.min(column.y - CLEAR) - 2.0, room.bottom),
                    false => (column.bottom.max(column.y + CLEAR) + 2.0, room.top),
                };
                canvas.line(line, 1.0, &[(column.x, edge), (column.x, end)]);
                room
            }
            // Beside its sign, on the side of the lower ones.
            None if is_own || column.is_beyond => {
                let (left, top) =
                    ((column.x - ARROW - width).max(left), column.y - OVER - LINE / 2.0);
                let beside = |top| Rect { left, top, right: left + width, bottom: top + LINE };
                let other = self.labels.covered_by(&beside(top));
                beside(other.map_or(top, |other| other.bottom + 2.0))
            }
            None => return,
        };
        canvas.text(kind, (room.left, (room.top + room.bottom) / 2.0), &text);
        self.labels.take(room);
    }

    /// A room above or below the columns that a label spans, clear of their intervals, and then
    /// further on past the names and lines that are in its way.
    fn free(&self, from: f64, width: f64, is_above: bool) -> Option<Rect> {
        let (top, bottom) = (self.frame.left_top.1, self.frame.right_bottom.1);
        let (first, last) = (from - CLEAR, from + width + CLEAR);
        let spanned = self.columns.iter().filter(|c| first < c.x && c.x < last);
        let mut edge = match is_above {
            true => spanned.map(|c| c.top.min(c.y - CLEAR)).fold(bottom, f64::min) - DISTANCE,
            false => spanned.map(|c| c.bottom.max(c.y + CLEAR)).fold(top, f64::max) + DISTANCE,
        };
        loop {
            let (top, bottom) = if is_above { (edge - LINE, edge) } else { (edge, edge + LINE) };
            let room = Rect { left: from, top, right: from + width, bottom };
            if !self.labels.holds(&room) {
                return None;
            }
            let other = self.labels.covered_by(&room);
            let line = self.lines.iter().find(|y| top - 3.0 < **y && **y < bottom + 3.0);
            edge = match (other, line, is_above) {
                (Some(other), _, true) => other.top - 2.0,
                (Some(other), _, false) => other.bottom + 2.0,
                (None, Some(y), true) => y - 4.0,
                (None, Some(y), false) => y + 4.0,
                (None, None, _) => return Some(room),
            };
        }
    }
}
