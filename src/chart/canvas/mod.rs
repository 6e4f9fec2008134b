// SPDX-License-Identifier: EUPL-1.2
//! A canvas to draw on, in pixels with fractions. Knows roles and the output tree; no view and no
//! words.
//!
//! plotters counts in whole units, which would show as jagged curves, so a unit is a tenth of
//! a pixel and the view box scales it back.

pub mod role;
pub mod measure;
pub mod lettering;
mod drawing;
mod backend;
#[cfg(feature = "tools")]
pub mod flag;
#[cfg(not(feature = "tools"))]
mod unflagged;
pub(super) mod frame;
pub(super) mod rect;

use crate::markup::{Element, element};
use backend::{Backend, Drawn, walk};
use drawing::{Drawing, Form};
#[cfg(feature = "tools")]
use flag::Flags;
use lettering::{LINE, Type};
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use role::{PAPER, Role};
use std::cell::{Cell, RefCell};

/// A place on the canvas, from its upper left corner, in pixels.
pub(super) type Point = (f64, f64);

/// Units to a pixel.
pub(super) const UNITS: f64 = 10.0;

/// The width of a column of text beside a picture.
pub const COLUMN: f64 = 320.0;

/// The height of a sign in a legend that stands in the page.
const SIGN: f64 = 20.0;

/// How much of a faint stroke's colour is left.
const FAINT: f64 = 0.45;

/// Where the legend of a picture stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LegendPlace {
    /// In the picture, which leaves its page.
    Within,
    /// In the page, above the picture.
    Above,
    /// In the page, below the text beside the picture.
    Column,
}

/// A picture, with what stands in the page and not in it.
#[derive(Debug)]
pub struct Picture {
    /// The picture itself.
    pub svg: Element,
    /// The signs with their words, each an item of a list; none where they stand in the picture.
    pub legend: Vec<Element>,
    /// About how high they are, in pixels.
    pub legend_height: f64,
}

/// What a picture is drawn on. It has no lower side until the view that draws says where it ends.
pub struct Canvas {
    area: DrawingArea<Backend, Shift>,
    drawn: Drawn,
    pub(super) width: f64,
    height: Option<f64>,
    has_marks: bool,
    place: LegendPlace,
    legend: RefCell<Vec<Element>>,
    legend_height: Cell<f64>,
    #[cfg(feature = "tools")]
    flags: RefCell<Flags>,
}

fn units((x, y): Point) -> (i32, i32) {
    ((x * UNITS).round() as i32, (y * UNITS).round() as i32)
}

/// A picture of this size, in units.
fn svg(size: Point) -> Element {
    let (width, height) = units(size);
    let view_box = ["0 0 ", &width.to_string(), " ", &height.to_string()].concat();
    element("svg").with("viewBox", view_box)
}

impl Canvas {
    /// For a picture of this width, and about as high as `height` or as high as suits it, its legend
    /// above it counted in.
    /// `has_marks` says whether the marks of a comparison set are told apart, which hundreds of
    /// marks need not be before they are seen: without it the picture looks the same, and what
    /// looks alike becomes one element.
    pub fn new(width: f64, height: Option<f64>, place: LegendPlace, has_marks: bool) -> Self {
        let drawn = Drawn::default();
        let size = units((width, f64::from(u16::MAX)));
        let backend =
            Backend { drawn: drawn.clone(), size: (size.0.unsigned_abs(), size.1.unsigned_abs()) };
        Self {
            area: backend.into_drawing_area(),
            drawn,
            width,
            height,
            has_marks,
            place,
            legend: RefCell::default(),
            legend_height: Cell::default(),
            #[cfg(feature = "tools")]
            flags: RefCell::default(),
        }
    }

    /// The same for a picture of a few marks, which are always told apart.
    pub(super) fn of_few_marks(self) -> Self {
        Self { has_marks: true, ..self }
    }

    /// Whether the legend stands in the picture. The cores that paint at once make none that leaves
    /// its page.
    pub(super) fn has_legend(&self) -> bool {
        cfg!(feature = "tools") && self.place == LegendPlace::Within
    }

    /// Whether it stands in a column of text beside the picture.
    pub(super) fn has_column(&self) -> bool {
        self.place == LegendPlace::Column
    }

    /// About how high the picture should be, where that is known, without a legend above it.
    pub(super) fn room(&self) -> Option<f64> {
        let above = if self.has_column() { 0.0 } else { self.legend_height.get() };
        Some(self.height? - above)
    }

    /// Keeps `height` pixels for a legend in the page.
    pub(super) fn keep(&self, height: f64) {
        self.legend_height.set(self.legend_height.get() + height);
    }

    /// Keeps none: the legend lies over what the picture leaves free beside it.
    pub(super) fn keep_none(&self) {
        self.legend_height.set(0.0);
    }

    /// Puts words, and a sign before them where there is `room` for one, into the legend in the
    /// page; `sign` draws it from the middle of its left side.
    pub(super) fn explain(&self, room: f64, text: String, sign: impl FnOnce(Point)) {
        let mut entry = element("li");
        if room > 0.0 {
            let signs = self.apart(|_| sign((0.0, SIGN / 2.0)));
            entry = entry.child(svg((room, SIGN)).children(signs));
        }
        self.legend.borrow_mut().push(entry.text(text));
    }

    fn push(&self, element: Element) {
        self.drawn.borrow_mut().push(element);
    }

    /// A stroke along `points`, `width` pixels thick.
    pub(super) fn line(&self, role: Role, width: f64, points: &[Point]) {
        self.draw(Form::Stroke((width * UNITS) as u32), role, 1.0, points);
    }

    /// The same, so light that many of them may stand beside each other.
    pub(super) fn faint(&self, role: Role, width: f64, points: &[Point]) {
        self.draw(Form::Stroke((width * UNITS) as u32), role, FAINT, points);
    }

    /// A filled shape.
    pub(super) fn shape(&self, role: Role, points: &[Point]) {
        self.draw(Form::Area, role, 1.0, points);
    }

    /// A filled circle.
    pub(super) fn dot(&self, role: Role, center: Point, radius: f64) {
        self.draw(Form::Dot((radius * UNITS) as u32), role, 1.0, &[center]);
    }

    /// A line of text whose middle lies at the height of `at`.
    pub(super) fn text(&self, kind: Type, at: Point, text: &str) {
        if !text.is_empty() {
            self.draw(Form::Text(text, kind), kind.role, 1.0, &[at]);
        }
    }

    /// The same with paper around its letters, so that it can be read on whatever lies behind it.
    pub(super) fn haloed(&self, kind: Type, at: Point, text: &str) {
        self.text(kind, at, text);
        let letters = self.drawn.borrow_mut().pop().map(|letters| {
            letters
                .with("stroke", PAPER)
                .with("stroke-width", "30")
                .with("stroke-linejoin", "round")
                .with("paint-order", "stroke")
        });
        self.drawn.borrow_mut().extend(letters);
    }

    fn draw(&self, form: Form, role: Role, alpha: f64, points: &[Point]) {
        let points: Vec<_> = points.iter().copied().map(units).collect();
        // The back end cannot fail, so neither can drawing on it.
        let _ = self.area.draw(&Drawing { form, role, alpha, points: &points });
    }

    /// A filled shape with holes: what an even number of rings goes around stays free.
    pub(super) fn area(&self, role: Role, rings: &[Vec<Point>]) {
        let mut data = String::new();
        for ring in rings {
            data.push_str(&walk(ring.iter().copied().map(units)));
            data.push('Z');
        }
        let class = ["area ", role.class()].concat();
        let path = element("path").class(class).with("fill-rule", "evenodd").with("d", data);
        self.push(path);
    }

    /// A rectangle of slanted strokes: the sign for a number that is withheld.
    pub(super) fn hatch(&self, (left, top): Point, (right, bottom): Point) {
        let gap = 9.0;
        let (width, height) = (right - left, bottom - top);
        let mut from = gap / 2.0;
        while from < width + height {
            // The stroke x + y = from, cut off at the four sides.
            let (x0, x1) = ((from - height).max(0.0), from.min(width));
            let at = |x: f64| (left + x, top + from - x);
            self.line(Role::Withheld, 1.0, &[at(x0), at(x1)]);
            from += gap;
        }
    }

    /// The mark of one region: what `draw` puts on the canvas, named in a line for the tooltip
    /// and for screen readers. A mark of a single shape is that shape, as there may be hundreds
    /// of them.
    pub(super) fn mark(&self, code: &str, label: &dyn Fn() -> String, draw: impl FnOnce(&Self)) {
        if !self.has_marks {
            return draw(self);
        }
        let mut shapes = self.apart(draw);
        let shape = if shapes.len() == 1 { shapes.pop() } else { None };
        let mark = shape
            .map_or_else(|| element("g").class("mark"), |shape| shape.also("mark"))
            .with("data-region", code.to_string())
            .with("aria-label", label());
        self.push(mark.children(shapes));
    }

    /// Says that what the last mark is about has its middle at this height, not where it stands.
    pub(super) fn anchor(&self, y: f64) {
        if let Some(mark) = self.drawn.borrow_mut().last_mut().filter(|_| self.has_marks) {
            mark.attributes.push(("data-y", units((0.0, y)).1.to_string().into()));
        }
    }

    /// Puts what `draw` puts on the canvas into a group.
    pub(super) fn group(&self, group: Element, draw: impl FnOnce(&Self)) {
        let shapes = self.apart(draw);
        self.push(group.children(shapes));
    }

    /// What `draw` draws, off the canvas.
    fn apart(&self, draw: impl FnOnce(&Self)) -> Vec<Element> {
        let before = self.drawn.take();
        draw(self);
        self.drawn.replace(before)
    }

    /// Many shapes of one role in one element, by the data of their path in units: filled, or
    /// stroked where a `stroke` width is given.
    pub(super) fn path(&self, role: Role, stroke: Option<f64>, data: String) {
        if data.is_empty() {
            return;
        }
        let shape = if stroke.is_some() { "line " } else { "area " };
        let mut path = element("path").class([shape, role.class()].concat());
        if let Some(width) = stroke {
            path = path.with("stroke-width", ((width * UNITS) as i32).to_string());
        }
        self.push(path.with("d", data));
    }

    /// A line of dots of one role, so many units wide and apart, along the data of a path in units.
    pub(super) fn dotted(&self, role: Role, width: i32, apart: i32, data: String) {
        self.path(role, Some(f64::from(width) / UNITS), data);
        let drawn = self.drawn.borrow_mut().pop_if(|last| last.attribute("d").is_some());
        // A stroke of one unit with round ends.
        let dashes = ["1 ", &(apart - 1).to_string()].concat();
        let dotted =
            |line: Element| line.with("stroke-linecap", "round").with("stroke-dasharray", dashes);
        self.drawn.borrow_mut().extend(drawn.map(dotted));
    }

    /// Lines of text below each other, the first with its middle at the height of `at`.
    pub(super) fn lines(&self, kind: Type, at: Point, lines: &[String]) {
        self.set(kind, at, LINE, lines);
    }

    /// The same with `step` from one line to the next.
    pub(super) fn set(&self, kind: Type, (x, y): Point, step: f64, lines: &[String]) {
        for (nth, line) in lines.iter().enumerate() {
            self.text(kind, (x, y + nth as f64 * step), line);
        }
    }

    /// The picture down to `bottom`. Its name and description are given where it is put.
    pub(super) fn into_picture(self, bottom: f64) -> Picture {
        #[cfg(feature = "tools")]
        self.draw_flags();
        let pixels = |length: f64| (length.round() as i32).to_string();
        drop(self.area);
        let mut svg = svg((self.width, bottom))
            .with("width", pixels(self.width))
            .with("height", pixels(bottom));
        if !self.has_marks {
            svg = svg.class("deferred");
        }
        Picture {
            svg: svg.children(self.drawn.take()),
            legend: self.legend.take(),
            legend_height: self.legend_height.get(),
        }
    }
}
