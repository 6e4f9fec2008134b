// SPDX-License-Identifier: EUPL-1.2
//! Findings as pictures: SVG, drawn through plotters into our own tree.

pub mod role;
pub mod measure;
mod backend;
mod sheet;
mod scale;
mod arrow;
mod number;
mod line;
mod lines;
mod key;
mod axes;
mod label;
mod panels;
mod trend;
mod compare;

use crate::data::selection::Selection;
use crate::markup::Element;
use crate::request::View;
use crate::text::words::Words;

/// Whether the value axis of a view begins elsewhere than at zero, which must be said.
pub fn is_cut(words: &Words, selection: &Selection, view: View) -> bool {
    match view {
        View::Trend => trend::is_cut(selection),
        View::Compare => compare::is_cut(words, selection),
        View::Number | View::Table => false,
    }
}

/// The picture of a view, `width` pixels wide and about `height` high, or as high as suits it;
/// `None` for a view that is all text.
///
/// Its elements carry classes that name roles; [`role::resolve`] turns those into colours for
/// a picture that leaves its page.
pub fn draw(
    words: &Words,
    selection: &Selection,
    view: View,
    width: u32,
    height: Option<f64>,
) -> Option<Element> {
    let width = f64::from(width);
    let sheet = match view {
        View::Number => number::draw(words, selection, width),
        View::Trend => trend::draw(words, selection, width, height),
        View::Compare => compare::draw(words, selection, width, height),
        View::Table => return None,
    };
    Some(sheet.into_svg())
}
