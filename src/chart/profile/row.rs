// SPDX-License-Identifier: EUPL-1.2
//! One indicator's row of a profile: its name, the numbers, and their marks.

use super::axis::{benchmark, reference};
use super::columns::Columns;
use crate::chart::axis::balance::Balance;
use crate::chart::canvas::lettering::{Anchor, LINE, SMALL, SMALL_LINE, TYPE, Type};
use crate::chart::canvas::measure;
use crate::chart::canvas::role::Role;
use crate::chart::scene::OverviewScene;
use crate::chart::sign::spread::{OWN, hollow, role, spread_box, whisker};
use crate::chart::sign::{marker, stabilised};
use crate::indicator::comparison::{Comparison, Reason};
use crate::indicator::finding::Outcome;
use crate::text::overview::join;
use crate::text::words::overview::OverviewWords;
use crate::view::members::ComparisonSet;

/// The room of a row for its marks, and what lies between two rows.
pub(super) const MARKS: f64 = 26.0;
const GAP: f64 = 12.0;

/// The width of the hatching where a figure is withheld.
const HATCH: f64 = 26.0;

pub(super) struct Row<'a> {
    pub(super) set: &'a ComparisonSet<'a>,
    name: Vec<String>,
    note: Vec<String>,
    /// Why it has no mark; no lines where it has.
    reason: Vec<String>,
    pub(super) top: f64,
    /// The middle of the marks.
    pub(super) middle: f64,
    pub(super) bottom: f64,
}

impl<'a> Row<'a> {
    pub(super) fn of(
        scene: &OverviewScene,
        set: &'a ComparisonSet<'a>,
        columns: &Columns,
        top: f64,
    ) -> Self {
        let (words, definition) = (scene.words, set.definition);
        let note = words.period_and_unit(scene.found, set);
        let note = join(&note, "; ", words.better_is(definition).unwrap_or_default());
        let mut room = columns.name;
        if !columns.is_wide {
            let value = value(words, set, true).unwrap_or_default();
            room -= measure::bold_width(&value, TYPE) + 12.0;
        }
        let name = measure::wrap(words.pick(&definition.name), TYPE, room);
        let room = match columns.is_wide {
            true => columns.name,
            false => columns.name - measure::width(&benchmark_label(words, set), SMALL) - 12.0,
        };
        let mut note = measure::wrap(&note, SMALL, room);
        // The benchmark stands on this line, above the marks.
        if note.is_empty() && !columns.is_wide {
            note.push(String::new());
        }
        let text = name.len() as f64 * LINE + note.len() as f64 * SMALL_LINE;
        let room = scene.canvas.width - reason_x(set, columns);
        let reason = reason(words, set).map(|reason| measure::wrap(reason, TYPE, room));
        let reason = reason.unwrap_or_default();
        let marks = MARKS.max(reason.len() as f64 * LINE);
        let (middle, bottom) = match columns.is_wide {
            true => {
                let height = text.max(marks) + GAP;
                (top + height / 2.0, top + height)
            }
            false => {
                let from = top + GAP / 2.0 + text + 2.0;
                (from + marks / 2.0, from + marks + GAP / 2.0)
            }
        };
        Self { set, name, note, reason, top, middle, bottom }
    }

    pub(super) fn texts(&self, scene: &OverviewScene, columns: &Columns) {
        let (canvas, words) = (scene.canvas, scene.words);
        let text = self.name.len() as f64 * LINE + self.note.len() as f64 * SMALL_LINE;
        let top = match columns.is_wide {
            true => self.middle - text / 2.0,
            false => self.top + GAP / 2.0,
        };
        let first = top + LINE / 2.0;
        canvas.lines(Type::of(Role::Text), (0.0, first), &self.name);
        let second = top + self.name.len() as f64 * LINE + SMALL_LINE / 2.0;
        let small = Type::small(Role::Muted);
        canvas.set(small, (0.0, second), SMALL_LINE, &self.note);
        let end = |role| Type::of(role).anchor(Anchor::End);
        let own = value(words, self.set, true).unwrap_or_default();
        if columns.is_wide {
            canvas.text(end(Role::Own).bold(), (columns.own, self.middle), &own);
            let benchmark = value(words, self.set, false).unwrap_or_default();
            canvas.text(end(Role::Benchmark), (columns.benchmark, self.middle), &benchmark);
        } else {
            canvas.text(end(Role::Own).bold(), (canvas.width, first), &own);
            let benchmark = benchmark_label(words, self.set);
            canvas.text(end(Role::Benchmark).size(SMALL), (canvas.width, second), &benchmark);
        }
    }

    /// The spread, the interval and the region's own mark; or why there is none.
    pub(super) fn mark(&self, scene: &OverviewScene, columns: &Columns) {
        let (canvas, words) = (scene.canvas, scene.words);
        let (set, y) = (self.set, self.middle);
        let label = || words.profile_label(set);
        let region = &set.own.region.code;
        match (&set.own.finding.outcome, reference(set)) {
            (Outcome::Shown(estimate), Some(reference)) => {
                let direction = set.definition.direction;
                let axis = Balance::of(columns.axis, direction, set.spread(), estimate, reference);
                let at = (axis.x(estimate.value), y);
                canvas.mark(region, &label, |canvas| {
                    if let Some(s) = set.spread() {
                        let ends = [s.lowest, s.lower, s.upper, s.highest];
                        spread_box(canvas, ends.map(|value| axis.x(value)), y);
                    }
                    let role = role(set.own.verdict(), set.definition.direction);
                    if let Some(i) = estimate.interval {
                        whisker(canvas, role, 2.0, axis.x(i.lower), axis.x(i.upper), y);
                    }
                    // The benchmark's own dot is no verdict either, and cannot be taken for one.
                    if set.own.verdict().is_none() && benchmark(set).is_some() {
                        hollow(canvas, at);
                    } else {
                        marker::draw(canvas, role, set.own.verdict(), at, OWN);
                    }
                    stabilised::below(canvas, set.own.stabilised(), y, &|value| axis.x(value));
                });
            }
            (outcome, _) => {
                canvas.mark(region, &label, |canvas| {
                    if outcome.is_withheld() {
                        let left = columns.axis.0;
                        canvas.hatch((left, y - 10.0), (left + HATCH, y + 10.0));
                    }
                    let first = y - (self.reason.len() as f64 - 1.0) * LINE / 2.0;
                    let at = (reason_x(set, columns), first);
                    canvas.lines(Type::of(Role::Text), at, &self.reason);
                });
            }
        }
    }
}

/// Why an indicator has no mark.
fn reason<'w>(words: &'w OverviewWords, set: &ComparisonSet) -> Option<&'w str> {
    match &set.own.finding.outcome {
        Outcome::Shown(_) if reference(set).is_some() => None,
        Outcome::Between(_) => Some(words.not_compared_short),
        Outcome::Answered(answer) => Some(words.answer(*answer)),
        other => words.reason(other).or(match set.own.comparison {
            Comparison::NotCompared(Reason::NoInterval) => Some(words.chance_unknown),
            _ => Some(words.not_compared_short),
        }),
    }
}

/// Where it begins: behind the hatching of what is withheld.
fn reason_x(set: &ComparisonSet, columns: &Columns) -> f64 {
    let hatch = if set.own.finding.outcome.is_withheld() { HATCH + 8.0 } else { 0.0 };
    columns.axis.0 + hatch
}

/// The region's own number, or the benchmark's.
fn value(words: &OverviewWords, set: &ComparisonSet, is_own: bool) -> Option<String> {
    let member = if is_own { Some(&set.own) } else { benchmark(set) };
    words.figure(set.definition, &member?.finding)
}

/// The benchmark with its number: "Nederland 6,5".
fn benchmark_label(words: &OverviewWords, set: &ComparisonSet) -> String {
    let benchmark = benchmark(set).zip(value(words, set, false));
    benchmark
        .map_or(String::new(), |(member, value)| [&words.name(member.region), " ", &value].concat())
}
