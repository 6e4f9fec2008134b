// SPDX-License-Identifier: EUPL-1.2
//! All indicators of one region: a row each, with the benchmark on one line down the middle, the
//! spread of the regions beside it, and better always to the right.

use super::marker;
use super::measure;
use super::role::Role;
use super::samples::{Item, Key};
use super::sheet::{Anchor, LINE, Point, Sheet, TYPE, Type};
use crate::data::areas::{Area, Areas};
use crate::data::overview::Overview;
use crate::data::standing::Standing;
use crate::indicator::comparison::{Comparison, Verdict};
use crate::indicator::definition::{Direction, Kind};
use crate::indicator::finding::{Figure, Outcome};
use crate::text::overview::join;
use crate::text::words::{Words, fill};

/// From this width names and numbers stand beside their rows, below it above them.
const WIDE: f64 = 620.0;

/// The type size of small text, and the height of its lines.
const SMALL: f64 = 13.0;
const SMALL_LINE: f64 = 16.0;

/// The heights of the parts: the head of a group, the words over the axis, the room of a row
/// for its marks, and what lies between two rows.
const HEAD: f64 = 34.0;
const SIDES: f64 = 38.0;
const MARKS: f64 = 26.0;
const GAP: f64 = 12.0;

/// Half the height of a spread's box and of the ends of lines.
const BOX: f64 = 6.0;
const END: f64 = 4.0;

/// The size of the region's own mark.
const OWN: f64 = 14.0;

/// Where the columns lie.
struct Columns {
    is_wide: bool,
    /// The width of the names.
    name: f64,
    /// The right sides of the region's own numbers and of the benchmark's.
    own: f64,
    benchmark: f64,
    /// The left and the right side of the axis.
    axis: (f64, f64),
}

/// The rows of a group, under its name.
struct Section<'a> {
    is_context: bool,
    head: Vec<String>,
    top: f64,
    /// The lower side of the words over the axis, where they stand.
    sides: Option<f64>,
    rows: Vec<Row<'a>>,
}

struct Row<'a> {
    areas: &'a Areas<'a>,
    name: Vec<String>,
    note: Vec<String>,
    top: f64,
    /// The middle of the marks.
    middle: f64,
    bottom: f64,
}

pub(super) fn draw(words: &Words, overview: &Overview, width: f64) -> Sheet {
    let shown: Vec<&Areas> = overview.iter().filter(|areas| is_row(areas)).collect();
    let columns = Columns::of(words, overview, &shown, width);
    let (samples, items): (Vec<_>, Vec<_>) = samples(words, overview).into_iter().unzip();
    let key = Key::of(&items, width);
    let mut bottom = key.height;
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
        let rows = members.into_iter().map(|areas| {
            let row = Row::of(words, overview, areas, &columns, bottom);
            bottom = row.bottom;
            row
        });
        let rows = rows.collect();
        groups.push(Section { is_context: group.is_none(), head, top, sides, rows });
    }
    let sheet = Sheet::new(width, bottom);
    key.draw(&sheet, &|nth, at| {
        if let Some(one) = samples.get(nth) {
            sample(&sheet, *one, at);
        }
    });
    for section in &groups {
        section.draw(&sheet, words, overview, &columns);
    }
    sheet
}

impl Section<'_> {
    fn draw(&self, sheet: &Sheet, words: &Words, overview: &Overview, columns: &Columns) {
        let top = self.top + 6.0;
        sheet.line(Role::Axis, 1.0, &[(0.0, top), (sheet.width, top)]);
        sheet.lines(Type::of(Role::Text).bold(), (0.0, self.top + HEAD - 14.0), &self.head);
        if let Some(bottom) = self.sides {
            sides(sheet, words, overview, columns, self.is_context, bottom);
        }
        let center = (columns.axis.0 + columns.axis.1) / 2.0;
        for row in self.rows.iter().filter(|row| reference(row.areas).is_some()) {
            let (above, below) = if columns.is_wide {
                (row.top, row.bottom)
            } else {
                (row.middle - MARKS / 2.0, row.middle + MARKS / 2.0)
            };
            sheet.line(Role::Reference, 1.5, &[(center, above), (center, below)]);
        }
        for (nth, row) in self.rows.iter().enumerate() {
            if nth > 0 {
                sheet.line(Role::Grid, 1.0, &[(0.0, row.top), (sheet.width, row.top)]);
            }
            row.texts(sheet, words, columns);
            row.mark(sheet, words, columns);
        }
    }
}

/// What the region has nothing of is told in a sentence, not in rows.
fn is_row(areas: &Areas) -> bool {
    use crate::indicator::finding::Absence;
    areas.own.finding.outcome != Outcome::Absent(Absence::Missing)
}

/// The value that the row's middle stands for: the benchmark's, or the region's own where it is
/// the benchmark. None for numbers of persons, which depend on how large a place is.
fn reference(areas: &Areas) -> Option<f64> {
    if areas.definition.kind == Kind::Count || areas.own.figure().is_none() {
        return None;
    }
    match (areas.own.comparison, benchmark(areas)) {
        (Comparison::Compared(_, value), _) => Some(value),
        (_, Some(benchmark)) => Some(benchmark.figure()?.value),
        (_, None) => areas.spread().and(Some(areas.own.figure()?.value)),
    }
}

/// The benchmark, where it is not the region itself.
fn benchmark<'a>(areas: &'a Areas) -> Option<&'a Area> {
    areas.benchmark.as_ref().filter(|area| !areas.is_own(area))
}

impl Columns {
    fn of(words: &Words, overview: &Overview, shown: &[&Areas], width: f64) -> Self {
        if width < WIDE {
            let axis = (OWN / 2.0 + 1.0, width - OWN / 2.0 - 1.0);
            return Self { is_wide: false, name: width, own: width, benchmark: width, axis };
        }
        let widest = |texts: &mut dyn Iterator<Item = String>| {
            texts.map(|text| measure::bold_width(&text, TYPE)).fold(0.0, f64::max)
        };
        let own = head(words, overview, true);
        let values = shown
            .iter()
            .filter_map(|areas| Some(words.bare(areas.definition, areas.own.figure()?.value)));
        let own = widest(&mut values.chain(own));
        let values = shown.iter().filter_map(|areas| {
            Some(words.bare(areas.definition, benchmark(areas)?.figure()?.value))
        });
        let benchmark = widest(&mut values.chain(head(words, overview, false)));
        let name = width * 0.32;
        let own = name + 16.0 + own;
        let benchmark = if benchmark > 0.0 { own + 18.0 + benchmark } else { own };
        Self { is_wide: true, name, own, benchmark, axis: (benchmark + 28.0, width - 10.0) }
    }

    /// The height of the words over the axis.
    fn sides(&self, words: &Words, overview: &Overview) -> f64 {
        let lines = match self.is_wide {
            true => head(words, overview, true).len().max(head(words, overview, false).len()),
            false => 1,
        };
        SIDES + (lines as f64 - 1.0).max(0.0) * SMALL_LINE
    }
}

/// The head of a column of numbers.
fn head(words: &Words, overview: &Overview, is_own: bool) -> Vec<String> {
    let region = match is_own {
        true => Some(&overview.first().own.region),
        false => overview.beside(),
    };
    let label = region.map(|region| words.place_label(region));
    label.map_or(Vec::new(), |label| measure::wrap(&label, SMALL, 84.0))
}

/// What the sides of the axis mean and whose value its middle is, above the rows.
fn sides(
    sheet: &Sheet,
    words: &Words,
    overview: &Overview,
    columns: &Columns,
    is_context: bool,
    bottom: f64,
) {
    let (left, right) = columns.axis;
    let (center, last) = ((left + right) / 2.0, bottom - 10.0);
    let cases = match is_context {
        false => [(Standing::Worse, Role::Worse), (Standing::Better, Role::Better)],
        true => [(Standing::Lower, Role::Muted), (Standing::Higher, Role::Muted)],
    };
    let [low, high] = cases.map(|(standing, role)| (words.standing(standing), role));
    let y = last - SMALL_LINE;
    let small = |role| Type::of(role).size(SMALL);
    sheet.text(small(low.1), (left, y), &["← ", low.0].concat());
    sheet.text(small(high.1).anchor(Anchor::End), (right, y), &[high.0, " →"].concat());
    let own = words.place_label(&overview.first().own.region);
    let middle = overview.beside().map_or(own, |region| words.place_label(region));
    sheet.text(small(Role::Benchmark).anchor(Anchor::Middle), (center, last), &middle);
    if columns.is_wide {
        let set = |kind: Type, x: f64, lines: Vec<String>| {
            let top = last - (lines.len() as f64 - 1.0) * SMALL_LINE;
            for (nth, line) in lines.iter().enumerate() {
                let y = top + nth as f64 * SMALL_LINE;
                sheet.text(kind.anchor(Anchor::End).size(SMALL), (x, y), line);
            }
        };
        set(Type::of(Role::Own).bold(), columns.own, head(words, overview, true));
        set(Type::of(Role::Benchmark), columns.benchmark, head(words, overview, false));
    }
}

impl<'a> Row<'a> {
    fn of(
        words: &Words,
        overview: &Overview,
        areas: &'a Areas<'a>,
        columns: &Columns,
        top: f64,
    ) -> Self {
        let definition = areas.definition;
        let note = words.period_and_unit(overview, areas);
        let note = join(&note, "; ", words.better_is(definition).unwrap_or_default());
        let mut room = columns.name;
        if !columns.is_wide {
            let value = value(words, areas, true).unwrap_or_default();
            room -= measure::bold_width(&value, TYPE) + 12.0;
        }
        let name = measure::wrap(words.pick(&definition.name), TYPE, room);
        let room = match columns.is_wide {
            true => columns.name,
            false => columns.name - measure::width(&beside(words, areas), SMALL) - 12.0,
        };
        let mut note = measure::wrap(&note, SMALL, room);
        // The benchmark stands on this line, above the marks.
        if note.is_empty() && !columns.is_wide {
            note.push(String::new());
        }
        let text = name.len() as f64 * LINE + note.len() as f64 * SMALL_LINE;
        let (middle, bottom) = match columns.is_wide {
            true => {
                let height = text.max(MARKS) + GAP;
                (top + height / 2.0, top + height)
            }
            false => {
                let marks = top + GAP / 2.0 + text + 2.0;
                (marks + MARKS / 2.0, marks + MARKS + GAP / 2.0)
            }
        };
        Self { areas, name, note, top, middle, bottom }
    }

    fn texts(&self, sheet: &Sheet, words: &Words, columns: &Columns) {
        let text = self.name.len() as f64 * LINE + self.note.len() as f64 * SMALL_LINE;
        let top = match columns.is_wide {
            true => self.middle - text / 2.0,
            false => self.top + GAP / 2.0,
        };
        let first = top + LINE / 2.0;
        sheet.lines(Type::of(Role::Text), (0.0, first), &self.name);
        let second = top + self.name.len() as f64 * LINE + SMALL_LINE / 2.0;
        for (nth, line) in self.note.iter().enumerate() {
            let y = second + nth as f64 * SMALL_LINE;
            sheet.text(Type::of(Role::Muted).size(SMALL), (0.0, y), line);
        }
        let end = |role| Type::of(role).anchor(Anchor::End);
        let own = value(words, self.areas, true).unwrap_or_default();
        if columns.is_wide {
            sheet.text(end(Role::Own).bold(), (columns.own, self.middle), &own);
            let benchmark = value(words, self.areas, false).unwrap_or_default();
            sheet.text(end(Role::Benchmark), (columns.benchmark, self.middle), &benchmark);
        } else {
            sheet.text(end(Role::Own).bold(), (sheet.width, first), &own);
            let benchmark = beside(words, self.areas);
            sheet.text(end(Role::Benchmark).size(SMALL), (sheet.width, second), &benchmark);
        }
    }

    /// The spread, the interval and the region's own mark; or why there is none.
    fn mark(&self, sheet: &Sheet, words: &Words, columns: &Columns) {
        let (areas, y) = (self.areas, self.middle);
        let label = words.profile_label(areas);
        let region = &areas.own.region.code;
        let left = columns.axis.0;
        match (&areas.own.finding.outcome, reference(areas)) {
            (Outcome::Shown(figure), Some(reference)) => {
                let axis = Axis::of(columns, areas, figure, reference);
                let at = (axis.x(figure.value), y);
                sheet.mark(region, label, at, |sheet| {
                    if let Some(s) = areas.spread() {
                        let ends = [s.lowest, s.lower, s.upper, s.highest];
                        spread_box(sheet, ends.map(|value| axis.x(value)), y);
                    }
                    let role = role(areas);
                    if let Some(i) = figure.interval {
                        whisker(sheet, role, 2.0, axis.x(i.lower), axis.x(i.upper), y);
                    }
                    // The benchmark's own dot is no verdict either, and cannot be taken for one.
                    if areas.own.verdict().is_none() && benchmark(areas).is_some() {
                        hollow(sheet, at);
                    } else {
                        marker::draw(sheet, role, areas.own.verdict(), at, OWN);
                    }
                });
            }
            (outcome, _) => {
                sheet.mark(region, label, (left + 13.0, y), |sheet| {
                    let mut x = left;
                    if *outcome == Outcome::Withheld {
                        sheet.hatch((left, y - 10.0), (left + 26.0, y + 10.0));
                        x += 34.0;
                    }
                    let text = match outcome {
                        Outcome::Answered(answer) => words.answer(*answer),
                        silent => {
                            words.silence(silent).unwrap_or(words.regional.not_compared_short)
                        }
                    };
                    let lines = measure::wrap(text, TYPE, sheet.width - x);
                    let first = y - (lines.len() as f64 - 1.0) * LINE / 2.0;
                    sheet.lines(Type::of(Role::Text), (x, first), &lines);
                });
            }
        }
    }
}

/// The region's own number, or the benchmark's.
fn value(words: &Words, areas: &Areas, is_own: bool) -> Option<String> {
    let area = if is_own { Some(&areas.own) } else { benchmark(areas) };
    Some(words.bare(areas.definition, area?.figure()?.value))
}

/// The benchmark with its number: "Nederland 6,5".
fn beside(words: &Words, areas: &Areas) -> String {
    let benchmark = benchmark(areas).zip(value(words, areas, false));
    benchmark.map_or(String::new(), |(area, value)| {
        [&words.place_label(&area.region), " ", &value].concat()
    })
}

/// The colour of the region's own mark.
fn role(areas: &Areas) -> Role {
    match areas.own.verdict() {
        Some(Verdict::Lower | Verdict::Higher)
            if areas.definition.direction != Direction::Context =>
        {
            marker::role(areas.own.verdict(), areas.definition.direction)
        }
        _ => Role::Own,
    }
}

/// A row's own scale, with the reference in its middle: better to the right, higher where
/// neither is better.
struct Axis {
    center: f64,
    reference: f64,
    /// Pixels to a unit of the value.
    factor: f64,
}

impl Axis {
    fn of(columns: &Columns, areas: &Areas, figure: &Figure, reference: f64) -> Self {
        let mut values = vec![figure.value];
        values.extend(figure.interval.iter().flat_map(|i| [i.lower, i.upper]));
        values.extend(areas.spread().iter().flat_map(|s| [s.lowest, s.highest]));
        let farthest = values.iter().map(|v| (v - reference).abs()).fold(0.0, f64::max);
        let (left, right) = columns.axis;
        let half = (right - left) / 2.0;
        let factor = if farthest > 0.0 { half / farthest } else { 0.0 };
        let is_turned = areas.definition.direction == Direction::Lower;
        Self { center: left + half, reference, factor: if is_turned { -factor } else { factor } }
    }

    fn x(&self, value: f64) -> f64 {
        self.center + (value - self.reference) * self.factor
    }
}

fn spread_box(sheet: &Sheet, [low, lower, upper, high]: [f64; 4], y: f64) {
    whisker(sheet, Role::Other, 1.0, low, high, y);
    let corners = [(lower, y - BOX), (upper, y - BOX), (upper, y + BOX), (lower, y + BOX)];
    sheet.shape(Role::Grid, &corners);
    let [one, two, three, four] = corners;
    sheet.line(Role::Other, 1.0, &[one, two, three, four, one]);
}

/// The sign of a number that is not compared.
fn hollow(sheet: &Sheet, (x, y): Point) {
    let half = OWN / 2.0 - 2.0;
    let corners = [(-half, -half), (half, -half), (half, half), (-half, half), (-half, -half)];
    sheet.line(Role::Own, 2.0, &corners.map(|(dx, dy)| (x + dx, y + dy)));
}

/// A line with ends.
fn whisker(sheet: &Sheet, role: Role, width: f64, from: f64, to: f64, y: f64) {
    sheet.line(role, width, &[(from, y), (to, y)]);
    for x in [from, to] {
        sheet.line(role, width, &[(x, y - END), (x, y + END)]);
    }
}

/// The samples of the key.
#[derive(Clone, Copy)]
enum Sample {
    Interval,
    Own,
    Signs,
    Hollow,
    Spread,
}

/// The key: the region's own mark, the signs, the spread.
fn samples(words: &Words, overview: &Overview) -> Vec<(Sample, Item)> {
    let has_interval =
        overview.iter().any(|a| a.own.figure().is_some_and(|f| f.interval.is_some()));
    let (own, text) = match has_interval {
        true => (Sample::Interval, words.overview.key_interval),
        false => (Sample::Own, words.overview.key_own),
    };
    let place = words.place_label(&overview.first().own.region);
    let mut all = vec![(own, (34.0, fill(text, &[("place", &place)])))];
    all.extend(words.signs_key(overview).map(|text| (Sample::Signs, (34.0, text))));
    let is_hollow = |areas: &Areas| {
        reference(areas).is_some() && benchmark(areas).is_some() && areas.own.verdict().is_none()
    };
    if overview.iter().any(is_hollow) {
        all.push((Sample::Hollow, (34.0, words.regional.not_compared_short.to_string())));
    }
    all.extend(words.spread_key(overview).map(|text| (Sample::Spread, (48.0, text))));
    all
}

fn sample(sheet: &Sheet, sample: Sample, (x, y): Point) {
    let mark = |verdict, x| marker::draw(sheet, Role::Own, verdict, (x, y), OWN);
    match sample {
        Sample::Spread => spread_box(sheet, [x, x + 16.0, x + 34.0, x + 48.0], y),
        Sample::Signs => {
            mark(Some(Verdict::Lower), x + 7.0);
            mark(Some(Verdict::Higher), x + 27.0);
        }
        Sample::Hollow => hollow(sheet, (x + 17.0, y)),
        Sample::Own => mark(None, x + 17.0),
        Sample::Interval => {
            whisker(sheet, Role::Own, 2.0, x, x + 34.0, y);
            mark(None, x + 17.0);
        }
    }
}
