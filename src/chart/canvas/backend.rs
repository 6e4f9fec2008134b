// SPDX-License-Identifier: EUPL-1.2
//! What plotters draws on: our own tree of markup.
//!
//! plotters' own SVG back end measures each label in the page's body and knows neither groups
//! nor classes. Here a colour's red is the number of a [`Role`], and texts are measured by
//! [`measure`], so native and browser agree to the byte.

use super::measure;
use super::role::Role;
use crate::markup::{Element, element};
use crate::text::number::plain;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};
use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

/// The elements drawn so far.
pub(super) type Drawn = Rc<RefCell<Vec<Element>>>;

pub(super) struct Backend {
    pub(super) drawn: Drawn,
    pub(super) size: (u32, u32),
}

type Result<T = ()> = std::result::Result<T, DrawingErrorKind<Infallible>>;

/// The data of a path along points.
pub(super) fn walk(points: impl IntoIterator<Item = BackendCoord>) -> String {
    let mut data = String::new();
    for (x, y) in points {
        let step = if data.is_empty() { "M" } else { "L" };
        data.extend([step, &x.to_string(), " ", &y.to_string()]);
    }
    data
}

fn class(shape: &str, color: BackendColor) -> String {
    [shape, " ", Role::numbered(color.rgb.0).class()].concat()
}

impl Backend {
    fn push(&self, element: Element) {
        self.drawn.borrow_mut().push(element);
    }

    /// A path of this look. Paths of one look that follow each other become one element.
    fn path(&self, look: Element, path: String) {
        let mut drawn = self.drawn.borrow_mut();
        if let Some(last) = drawn.last_mut()
            && last.name == look.name
            && let Some((("d", data), others)) = last.attributes.split_last_mut()
            && *others == *look.attributes
        {
            data.to_mut().push_str(&path);
            return;
        }
        drawn.push(look.with("d", path));
    }

    fn stroke<S: BackendStyle>(&self, style: &S, points: impl IntoIterator<Item = BackendCoord>) {
        let color = style.color();
        let mut look = element("path")
            .class(class("line", color))
            .with("stroke-width", style.stroke_width().to_string());
        if color.alpha < 1.0 {
            look = look.with("stroke-opacity", plain(color.alpha, 2));
        }
        self.path(look, walk(points));
    }
}

impl DrawingBackend for Backend {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Result {
        Ok(())
    }

    fn present(&mut self) -> Result {
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Result {
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Result {
        self.stroke(style, [from, to]);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result {
        self.stroke(style, path);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        _fill: bool,
    ) -> Result {
        self.fill_polygon([(left, top), (right, top), (right, bottom), (left, bottom)], style)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        _fill: bool,
    ) -> Result {
        // Two arcs, as dots of one look become one element, too.
        let (mut data, length) = (walk([(x - radius as i32, y)]), radius.to_string());
        for back in ["", "-"] {
            let across = (2 * radius).to_string();
            data.extend(["a", &length, " ", &length, " 0 1 0 ", back, &across, " 0"]);
        }
        self.path(element("path").class(class("dot", style.color())), data);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Result {
        let look = element("path").class(class("area", style.color()));
        self.path(look, [&walk(vert), "Z"].concat());
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Result {
        let size = style.size();
        let anchor = match style.anchor().h_pos {
            HPos::Left => None,
            HPos::Center => Some("middle"),
            HPos::Right => Some("end"),
        };
        // Baselines by hand: renderers differ in what they make of `dominant-baseline`.
        let lift = match style.anchor().v_pos {
            VPos::Top => 0.75,
            VPos::Center => 0.35,
            VPos::Bottom => -0.25,
        };
        let mut label = element("text")
            .class(class("label", style.color()))
            .with("x", x.to_string())
            .with("y", (y + (size * lift) as i32).to_string())
            .with("font-size", (size as i32).to_string());
        if let Some(anchor) = anchor {
            label = label.with("text-anchor", anchor);
        }
        if matches!(style.style(), FontStyle::Bold) {
            label = label.with("font-weight", "700");
        }
        self.push(label.text(text.to_string()));
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(&self, text: &str, style: &S) -> Result<(u32, u32)> {
        Ok((measure::width(text, style.size()) as u32, style.size() as u32))
    }
}
