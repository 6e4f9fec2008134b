// SPDX-License-Identifier: EUPL-1.2
//! Persons as dots: of a region, and of the benchmark out of as many. Dots of one state are one path.

use crate::chart::canvas::lettering::{LINE, SMALL, SMALL_LINE, TYPE, Type};
use crate::chart::canvas::role::Role;
use crate::chart::canvas::{Canvas, Point, UNITS, measure};
use crate::chart::legend::{Entry, Legend, Spacing};
use crate::chart::scene::{BriefScene, Scene};
use crate::indicator::definition::Direction;
use crate::text::template::fill;
use crate::view::icons::{Dots, Icons};
use crate::view::single::Series;

/// From this width on a row has twice as many dots.
const WIDE: f64 = 480.0;

/// Dots that stand together, so that they can be counted, and what is between them and the next, in dots.
const TOGETHER: u32 = 10;
const BETWEEN: u32 = 2;

/// The most that one dot takes, in pixels.
const LARGEST: f64 = 9.0;

/// From the words to the dots, from the dots to the next region.
const BELOW_WORDS: f64 = 6.0;
const BELOW: f64 = 22.0;

/// A dot in the legend, and its room.
const SIGN: i32 = 90;
const SIGN_ROOM: f64 = 18.0;

/// The sign for a figure that is withheld.
const HATCH: Point = (52.0, 26.0);

/// How a dot looks.
#[derive(Clone, Copy, PartialEq)]
enum State {
    /// Below the interval.
    Certain,
    /// In the figure, within the interval.
    Within,
    /// Beyond the figure, within the interval.
    Beyond,
    /// In part.
    Part,
    /// Not in the figure.
    Rest,
}

/// Where dots stand: so many in a row, one such a number of units from the next.
struct Grid {
    left: i32,
    top: i32,
    columns: u32,
    pitch: i32,
}

impl Grid {
    /// The one that suits so many dots on a canvas, its rows from `top` down.
    fn of(canvas: &Canvas, whole: u32, top: f64) -> Self {
        let narrow = if whole > 1000 { 100 } else { 50 };
        let columns = if canvas.width < WIDE { narrow } else { narrow * 2 };
        let spaced = f64::from(columns) + f64::from(columns / TOGETHER - 1) / f64::from(BETWEEN);
        // Half of it is a whole number, too: what is repeated stays where it is.
        let pitch = (canvas.width / spaced).min(LARGEST) * UNITS / 2.0;
        Self { left: 0, top: (top * UNITS) as i32, columns, pitch: 2 * pitch as i32 }
    }

    /// A place in a row or column, with the space after each ten.
    fn along(&self, nth: u32) -> i32 {
        self.pitch / 2 + self.pitch * nth as i32 + self.pitch / 2 * (nth / TOGETHER) as i32
    }

    /// The middle of a dot.
    fn at(&self, nth: u32) -> (i32, i32) {
        let (column, row) = (nth % self.columns, nth / self.columns);
        (self.left + self.along(column), self.top + self.along(row))
    }

    /// How high so many dots are, in pixels.
    fn height(&self, whole: u32) -> f64 {
        f64::from(self.along(whole.div_ceil(self.columns)) - self.pitch / 2) / UNITS
    }

    /// The radius of a dot.
    fn radius(&self) -> i32 {
        self.pitch * 2 / 5
    }

    /// Dots from one to before another, as a dotted line for each ten.
    fn run(&self, from: u32, to: u32) -> String {
        let (mut data, mut nth) = (String::new(), from);
        while nth < to {
            let end = ((nth / TOGETHER + 1) * TOGETHER).min(to);
            let ((x, y), (last, _)) = (self.at(nth), self.at(end - 1));
            data.extend(["M", &x.to_string(), " ", &y.to_string(), "H", &(last + 1).to_string()]);
            nth = end;
        }
        data
    }

    /// Draws dots from one to before another in a state; `part` of one that belongs to the figure.
    fn draw(&self, canvas: &Canvas, role: Role, state: State, (from, to): (u32, u32), part: f64) {
        let radius = self.radius();
        let role = if state == State::Rest { Role::Grid } else { role };
        if matches!(state, State::Certain | State::Rest) {
            canvas.dotted(role, 2 * radius, self.pitch, self.run(from, to));
            return;
        }
        let mut data = String::new();
        for nth in from..to {
            let (x, y) = self.at(nth);
            match state {
                State::Within => {
                    let apart = radius / 6;
                    half(&mut data, (x - apart, y), radius, "0");
                    half(&mut data, (x + apart, y), radius, "1");
                }
                State::Part => segment(&mut data, (x, y), radius, part),
                _ => half(&mut data, (x, y), radius, "0"),
            }
        }
        canvas.path(role, None, data);
    }
}

/// Half of a dot: its left side, or with `1` its right.
fn half(data: &mut String, (x, y): (i32, i32), radius: i32, side: &str) {
    let length = radius.to_string();
    data.extend(["M", &x.to_string(), " ", &(y - radius).to_string(), "a", &length, " ", &length]);
    data.extend([" 0 0 ", side, " 0 ", &(2 * radius).to_string(), "z"]);
}

/// A dot that is filled from below, to this part of its height.
fn segment(data: &mut String, (x, y): (i32, i32), radius: i32, part: f64) {
    let rise = f64::from(radius) * (1.0 - 2.0 * part);
    let across = (f64::from(radius).powi(2) - rise * rise).max(0.0).sqrt() as i32;
    let (length, large) = (radius.to_string(), if part > 0.5 { "1" } else { "0" });
    let top = y + rise as i32;
    data.extend([
        "M",
        &(x - across).to_string(),
        " ",
        &top.to_string(),
        "a",
        &length,
        " ",
        &length,
    ]);
    data.extend([" 0 ", large, " 0 ", &(2 * across).to_string(), " 0z"]);
}

/// Draws them; returns where they end.
pub(super) fn draw(scene: &BriefScene, icons: &Icons) -> f64 {
    let selection = scene.found;
    let own = match selection.definition.direction {
        // No colour says that a figure is good or bad that is neither.
        Direction::Context => Role::Other,
        _ => Role::Own,
    };
    let mut y = legend(scene, icons, if icons.own.is_some() { own } else { Role::Benchmark });
    y = region(scene, icons, &selection.own, own, icons.own, y);
    if let Some(benchmark) = selection.benchmark() {
        y = region(scene, icons, benchmark, Role::Benchmark, icons.benchmark, y + BELOW);
    }
    y
}

/// A region's name and number above its dots; returns where they end.
fn region(
    scene: &BriefScene,
    icons: &Icons,
    series: &Series,
    role: Role,
    dots: Option<Dots>,
    top: f64,
) -> f64 {
    let Scene { canvas, words, found: selection } = *scene;
    let definition = selection.definition;
    let finding = series.at(selection.period);
    let said = match &dots {
        Some(dots) => words.dots(definition, icons, dots.value),
        None => {
            let reason = finding.and_then(|finding| words.reason(&finding.outcome));
            reason.unwrap_or(words.missing_short).to_string()
        }
    };
    let name = [&words.name(series.region), ": ", &said].concat();
    let name = measure::wrap(&name, TYPE * measure::BOLD, canvas.width);
    let interval = dots.map(|d| words.dots_interval(definition, icons, &d)).unwrap_or_default();
    let interval = measure::wrap(&interval, SMALL, canvas.width);
    let first = top + LINE / 2.0;
    let below = first + name.len() as f64 * LINE;
    let words_end = below - LINE / 2.0 + interval.len() as f64 * SMALL_LINE;
    let grid_top = words_end + BELOW_WORDS;
    let grid = Grid::of(canvas, icons.whole, grid_top);
    let kind = Type::of(if role == Role::Other { Role::Text } else { role });
    canvas.lines(kind.bold(), (0.0, first), &name);
    canvas.set(kind.size(SMALL), (0.0, below), SMALL_LINE, &interval);
    // No words stand in the mark: whatever is seen in it must be in its name, too.
    let is_withheld = finding.is_some_and(|finding| finding.outcome.is_withheld());
    let draw = |canvas: &Canvas| match dots {
        Some(dots) => draw_dots(canvas, &grid, role, icons.whole, &dots),
        None => canvas.hatch((0.0, grid_top), (HATCH.0, grid_top + HATCH.1)),
    };
    if let Some(finding) = finding.filter(|_| dots.is_some() || is_withheld) {
        let label = || words.label(definition, series.region, finding, None);
        canvas.mark(&series.region.code, &label, draw);
    }
    match dots {
        Some(_) => grid_top + grid.height(icons.whole),
        None if is_withheld => grid_top + HATCH.1,
        None => grid_top,
    }
}

/// The dots of one region, a path for each state.
fn draw_dots(canvas: &Canvas, grid: &Grid, role: Role, whole: u32, dots: &Dots) {
    let ((filled, part), [certain, end]) = (dots.filled(), dots.limits());
    let beyond = filled + u32::from(part > 0.0);
    grid.draw(canvas, role, State::Rest, (filled, whole), part);
    grid.draw(canvas, role, State::Certain, (0, certain), part);
    grid.draw(canvas, role, State::Within, (certain, filled), part);
    grid.draw(canvas, role, State::Part, (filled, beyond), part);
    grid.draw(canvas, role, State::Beyond, (beyond, end.min(whole)), part);
}

/// What the dots mean, of those states that are drawn; returns where it ends.
fn legend(scene: &BriefScene, icons: &Icons, role: Role) -> f64 {
    let Scene { canvas, words, .. } = *scene;
    let shown: Vec<Dots> = [icons.own, icons.benchmark].into_iter().flatten().collect();
    if shown.is_empty() {
        return 0.0;
    }
    let all = [
        (State::Certain, words.certain),
        (State::Within, words.within),
        (State::Part, words.part),
        (State::Beyond, words.beyond),
        (State::Rest, words.rest),
    ];
    let is_drawn = |dots: &Dots, state: State| {
        let ((filled, part), [certain, end]) = (dots.filled(), dots.limits());
        match state {
            State::Certain => certain > 0,
            State::Within => certain < filled,
            State::Part => part > 0.0,
            State::Beyond => filled + u32::from(part > 0.0) < end,
            State::Rest => filled < icons.whole,
        }
    };
    let drawn = all.into_iter().filter(|(state, _)| shown.iter().any(|d| is_drawn(d, *state)));
    let drawn: Vec<(State, &str)> = drawn.collect();
    let kind = Type::small(Role::Muted);
    let each = fill(words.each, &[("whole", &words.count(icons.whole.into()))]);
    let mut entries = vec![Entry { room: 0.0, kind, text: each }];
    let entry = |(_, text): &(State, &str)| Entry { room: SIGN_ROOM, kind, text: text.to_string() };
    entries.extend(drawn.iter().map(entry));
    let legend = Legend::of(canvas, entries, &Spacing::VERDICTS, 0.0, canvas.width);
    legend.draw(canvas, (0.0, 0.0), &|nth, (x, y)| {
        let Some((state, _)) = nth.checked_sub(1).and_then(|nth| drawn.get(nth)) else { return };
        let (left, top) = ((x * UNITS) as i32, (y * UNITS) as i32 - SIGN / 2);
        let grid = Grid { left, top, columns: 1, pitch: SIGN };
        if matches!(state, State::Part | State::Beyond) {
            grid.draw(canvas, role, State::Rest, (0, 1), 0.0);
        }
        grid.draw(canvas, role, *state, (0, 1), PART);
    });
    if legend.height > 0.0 { legend.height + BELOW_WORDS } else { 0.0 }
}

/// The part of a dot in the legend.
const PART: f64 = 0.6;
