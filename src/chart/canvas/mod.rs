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
use backend::{Backend, Drawn};
use drawing::{Drawing, Form};
#[cfg(feature = "tools")]
use flag::Flags;
use lettering::{LINE, Type};
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use role::{PAPER, Role};
#[cfg(feature = "tools")]
use std::cell::RefCell;

/// A place on the canvas, from its upper left corner, in pixels.
pub(super) type Point = (f64, f64);

/// Units to a pixel.
pub(super) const UNITS: f64 = 10.0;

/// How much of a faint stroke's colour is left.
const FAINT: f64 = 0.45;

/// What a picture is drawn on. It has no lower side until the view that draws says where it ends.
pub struct Canvas {
    area: DrawingArea<Backend, Shift>,
    drawn: Drawn,
    pub(super) width: f64,
    /// About how high the picture should be, where that is known.
    pub(super) height: Option<f64>,
    has_marks: bool,
    #[cfg(feature = "tools")]
    flags: RefCell<Flags>,
}

fn units((x, y): Point) -> (i32, i32) {
    ((x * UNITS).round() as i32, (y * UNITS).round() as i32)
}

impl Canvas {
    /// For a picture of this width, and about as high as `height` or as high as suits it.
    /// `has_marks` says whether the marks of a comparison set are told apart, which hundreds of
    /// marks need not be before they are seen: without it the picture looks the same, and what
    /// looks alike becomes one element.
    pub fn new(width: u32, height: Option<f64>, has_marks: bool) -> Self {
        let drawn = Drawn::default();
        let width = f64::from(width);
        let size = units((width, f64::from(u16::MAX)));
        let backend =
            Backend { drawn: drawn.clone(), size: (size.0.unsigned_abs(), size.1.unsigned_abs()) };
        Self {
            area: backend.into_drawing_area(),
            drawn,
            width,
            height,
            has_marks,
            #[cfg(feature = "tools")]
            flags: RefCell::default(),
        }
    }

    /// The same for a picture of a few marks, which are always told apart.
    pub(super) fn of_few_marks(self) -> Self {
        Self { has_marks: true, ..self }
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
            for (nth, (x, y)) in ring.iter().copied().map(units).enumerate() {
                data.push(if nth == 0 { 'M' } else { 'L' });
                data.push_str(&x.to_string());
                data.push(' ');
                data.push_str(&y.to_string());
            }
            data.push('Z');
        }
        let class = ["area ", role.class()].concat();
        let path = element("path").class(class).with("fill-rule", "evenodd").with("d", data);
        self.drawn.borrow_mut().push(path);
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
        self.drawn.borrow_mut().push(mark.children(shapes));
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
        self.drawn.borrow_mut().push(group.children(shapes));
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
        self.drawn.borrow_mut().push(path.with("d", data));
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
    pub(super) fn into_svg(self, bottom: f64) -> Element {
        #[cfg(feature = "tools")]
        self.draw_flags();
        let (width, height) = units((self.width, bottom));
        let view_box = ["0 0 ", &width.to_string(), " ", &height.to_string()].concat();
        let pixels = |length: f64| (length.round() as i32).to_string();
        drop(self.area);
        let mut svg = element("svg")
            .with("viewBox", view_box)
            .with("width", pixels(self.width))
            .with("height", pixels(bottom));
        if !self.has_marks {
            svg = svg.class("deferred");
        }
        svg.children(self.drawn.take())
    }
}
