// SPDX-License-Identifier: EUPL-1.2
//! One indicator of a story: its name, the newest figure, its course, its place in the spread, and a
//! sentence.

use super::spark::{self, Years};
use crate::chart::axis::balance::Balance;
use crate::chart::canvas::lettering::{LINE, SMALL, SMALL_LINE, TYPE, Type};
use crate::chart::canvas::measure;
use crate::chart::canvas::role::Role;
use crate::chart::canvas::{Canvas, Point};
use crate::chart::scene::StoryScene;
use crate::chart::sign::marker;
use crate::chart::sign::spread::{OWN, hollow, role, spread_box, whisker};
use crate::indicator::comparison::Comparison;
use crate::indicator::finding::{Estimate, Finding};
use crate::text::words::story::StoryWords;
use crate::view::story::Subject;

/// The type size of the figure, and from one of its lines to the next.
const FIGURE: f64 = 18.0;
const STEP: f64 = 21.0;

/// The height of the course beside it.
const COURSE: f64 = 42.0;

/// The height of the row of marks.
const MARKS: f64 = 20.0;

/// Between the blocks of a card.
const GAP: f64 = 4.0;

/// The sign before the words where a figure is withheld.
const HATCH: f64 = 26.0;

/// The most and the part of a card's width that its course takes.
const WIDEST: (f64, f64) = (150.0, 0.46);

pub(super) struct Card<'s> {
    subject: &'s Subject<'s>,
    name: Vec<String>,
    value: Vec<String>,
    dated: Vec<String>,
    sentence: Vec<String>,
    width: f64,
    pub(super) height: f64,
}

impl<'s> Card<'s> {
    pub(super) fn of(words: &StoryWords, subject: &'s Subject<'s>, width: f64) -> Self {
        let selection = &subject.selection;
        let definition = selection.definition;
        let wrapped =
            |text: &str, size: f64, room: f64| measure::wrap(text, size, room * measure::SPACED);
        let name = words.pick(&definition.name);
        let name = wrapped(name, TYPE * measure::BOLD, width);
        let finding = selection.finding();
        let said = finding.and_then(|f| words.said_value(definition, f));
        let course = if subject.has_line() { course(width) + 12.0 } else { 0.0 };
        let value = said
            .map_or(Vec::new(), |value| wrapped(&value, FIGURE * measure::BOLD, width - course));
        let dated = finding.filter(|_| !value.is_empty()).map(|f| words.dated(definition, f));
        let dated = dated.unwrap_or_default();
        let dated = wrapped(&dated, SMALL, width - course);
        let room = if value.is_empty() { width - HATCH - 8.0 } else { width };
        let sentence = wrapped(&words.sentence(subject), SMALL, room);
        let mut card = Self { subject, name, value, dated, sentence, width, height: 0.0 };
        card.height = card.name.len() as f64 * LINE
            + card.figure()
            + card.marks()
            + card.sentence.len() as f64 * SMALL_LINE;
        card
    }

    /// The height of the figure and its course.
    fn figure(&self) -> f64 {
        let text = self.value.len() as f64 * STEP + self.dated.len() as f64 * SMALL_LINE;
        match (self.value.is_empty(), self.subject.has_line()) {
            (true, _) => GAP,
            (false, true) => text.max(COURSE) + GAP * 2.0,
            (false, false) => text + GAP * 2.0,
        }
    }

    /// The height of the row of marks.
    fn marks(&self) -> f64 {
        if self.subject.reference().is_some() { MARKS + GAP } else { 0.0 }
    }

    /// Draws it from its upper left corner on.
    ///
    /// In the mark stands no text but the figure: whatever is seen in it must be in its name, too.
    pub(super) fn draw(&self, scene: &StoryScene, (left, top): Point) {
        let (canvas, words) = (scene.canvas, scene.words);
        let selection = &self.subject.selection;
        canvas.lines(Type::of(Role::Text).bold(), (left, top + LINE / 2.0), &self.name);
        let top = top + self.name.len() as f64 * LINE + GAP;
        let label = || words.subject_label(self.subject);
        let mut years = None;
        canvas.mark(&selection.own.region.code, &label, |canvas| {
            years = self.figures(canvas, words, (left, top));
        });
        if let Some(years) = years {
            years.draw(canvas, words);
        }
        let below = top + self.value.len() as f64 * STEP + SMALL_LINE / 2.0;
        canvas.set(Type::small(Role::Muted), (left, below), SMALL_LINE, &self.dated);
        let x = if self.is_withheld() { left + HATCH + 8.0 } else { left };
        let first = self.sentence_top(top) + SMALL_LINE / 2.0;
        canvas.set(Type::small(Role::Text), (x, first), SMALL_LINE, &self.sentence);
    }

    fn is_withheld(&self) -> bool {
        self.subject.selection.finding().is_some_and(|f| f.outcome.is_withheld())
    }

    fn sentence_top(&self, top: f64) -> f64 {
        top - GAP + self.figure() + self.marks()
    }

    /// The figure and what is drawn of it; returns the years of its course.
    fn figures(&self, canvas: &Canvas, words: &StoryWords, (left, top): Point) -> Option<Years> {
        let selection = &self.subject.selection;
        let kind = Type::of(Role::Own).bold().size(FIGURE);
        canvas.set(kind, (left, top + STEP / 2.0), STEP, &self.value);
        let has_course = !self.value.is_empty() && self.subject.has_line();
        let years = has_course.then(|| {
            let right = left + self.width;
            let first = right - course(self.width);
            spark::draw(canvas, words, selection, (first, top), (right, top + COURSE))
        });
        let estimate = selection.finding().and_then(Finding::estimate);
        if let (Some(estimate), Some(reference)) = (estimate, self.subject.reference()) {
            let y = top - GAP + self.figure() + MARKS / 2.0;
            self.row(canvas, estimate, reference, (left, y));
        }
        if self.is_withheld() {
            let y = self.sentence_top(top);
            canvas.hatch((left, y + 1.0), (left + HATCH, y + SMALL_LINE - 1.0));
        }
        years
    }

    /// The region in the spread, with its interval.
    fn row(&self, canvas: &Canvas, estimate: &Estimate, reference: f64, (left, y): Point) {
        let Subject { selection, spread } = self.subject;
        let direction = selection.definition.direction;
        let ends = (left + OWN / 2.0 + 1.0, left + self.width - OWN / 2.0 - 1.0);
        let axis = Balance::of(ends, direction, *spread, estimate, reference);
        let center = axis.x(reference);
        canvas.line(Role::Grid, 1.0, &[(ends.0, y), (ends.1, y)]);
        if let Some(s) = spread {
            let ends = [s.lowest, s.lower, s.upper, s.highest];
            spread_box(canvas, ends.map(|value| axis.x(value)), y);
        }
        canvas.line(Role::Reference, 1.5, &[(center, y - MARKS / 2.0), (center, y + MARKS / 2.0)]);
        let verdict = match selection.comparison() {
            Some(Comparison::Compared(verdict, _)) => Some(verdict),
            _ => None,
        };
        let role = role(verdict, direction);
        if let Some(i) = estimate.interval {
            whisker(canvas, role, 2.0, axis.x(i.lower), axis.x(i.upper), y);
        }
        let at = (axis.x(estimate.value), y);
        match verdict {
            Some(_) => marker::draw(canvas, role, verdict, at, OWN),
            None => hollow(canvas, at),
        }
    }
}

/// The width of a course in a card of this width.
fn course(width: f64) -> f64 {
    let (most, part) = WIDEST;
    (width * part).min(most)
}
