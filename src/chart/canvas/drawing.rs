// SPDX-License-Identifier: EUPL-1.2
//! What is drawn, as an element of plotters. One for all forms: plotters' own are a type each, and
//! its fonts can do what the names of a few sizes do not need, which a browser would fetch.

use super::lettering::{Anchor, Type};
use super::measure;
use super::role::Role;
use plotters::element::{Drawable, PointCollection};
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontFamily, FontStyle,
};
use std::convert::Infallible;

/// What is drawn at the points of a [`Drawing`].
#[derive(Clone, Copy)]
pub(super) enum Form<'d> {
    /// A stroke along them, so many units wide.
    Stroke(u32),
    /// The shape that they go around.
    Area,
    /// A filled circle around the first, of so many units.
    Dot(u32),
    /// A text at the first.
    Text(&'d str, Type),
}

/// A form, in a colour that is a role.
pub(super) struct Drawing<'d> {
    pub(super) form: Form<'d>,
    pub(super) role: Role,
    /// How much of the colour is left.
    pub(super) alpha: f64,
    pub(super) points: &'d [BackendCoord],
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Drawing<'_> {
    type Point = &'a BackendCoord;
    type IntoIter = std::slice::Iter<'a, BackendCoord>;

    fn point_iter(self) -> Self::IntoIter {
        self.points.iter()
    }
}

impl<B: DrawingBackend> Drawable<B> for Drawing<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut points: I,
        backend: &mut B,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<B::ErrorType>> {
        match self.form {
            Form::Stroke(_) => backend.draw_path(points, self),
            Form::Area => backend.fill_polygon(points, self),
            Form::Dot(radius) => match points.next() {
                Some(center) => backend.draw_circle(center, radius, self, true),
                None => Ok(()),
            },
            Form::Text(text, kind) => match points.next() {
                Some(at) => backend.draw_text(text, &kind, at),
                None => Ok(()),
            },
        }
    }
}

impl BackendStyle for Drawing<'_> {
    fn color(&self) -> BackendColor {
        BackendColor { alpha: self.alpha, rgb: (self.role as u8, 0, 0) }
    }

    fn stroke_width(&self) -> u32 {
        match self.form {
            Form::Stroke(width) => width,
            _ => 0,
        }
    }
}

impl BackendTextStyle for Type {
    type FontError = Infallible;

    fn color(&self) -> BackendColor {
        BackendColor { alpha: 1.0, rgb: (self.role as u8, 0, 0) }
    }

    fn size(&self) -> f64 {
        self.size * super::UNITS
    }

    fn style(&self) -> FontStyle {
        if self.bold { FontStyle::Bold } else { FontStyle::Normal }
    }

    fn anchor(&self) -> Pos {
        let horizontal = match self.anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        Pos::new(horizontal, VPos::Center)
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::SansSerif
    }

    fn layout_box(&self, text: &str) -> Result<((i32, i32), (i32, i32)), Infallible> {
        let size = BackendTextStyle::size(self);
        Ok(((0, 0), (measure::width(text, size) as i32, size as i32)))
    }

    /// Draws nothing: texts are elements, not pixels.
    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _: &str,
        _: BackendCoord,
        _: F,
    ) -> Result<Result<(), E>, Infallible> {
        Ok(Ok(()))
    }
}
