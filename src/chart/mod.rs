// SPDX-License-Identifier: EUPL-1.2
//! Findings as pictures: SVG, drawn through plotters into our own tree.

pub mod role;
pub mod measure;
mod backend;
mod sheet;
mod scale;
mod caption;
#[cfg(feature = "single")]
mod arrow;
#[cfg(feature = "single")]
mod number;
#[cfg(feature = "single")]
mod axes;
#[cfg(feature = "single")]
mod line;
#[cfg(feature = "single")]
mod lines;
#[cfg(feature = "single")]
mod key;
#[cfg(feature = "single")]
mod label;
#[cfg(feature = "single")]
mod panels;
#[cfg(feature = "single")]
mod trend;
#[cfg(feature = "single")]
mod compare;
#[cfg(feature = "regional")]
mod marker;
#[cfg(feature = "regional")]
mod ranking;

#[cfg(feature = "regional")]
use crate::data::areas::Areas;
#[cfg(feature = "single")]
use crate::data::selection::Selection;
use crate::markup::Element;
use crate::request::View;
use crate::text::words::Words;

/// Whether the value axis of a view begins elsewhere than at zero, which must be said.
#[cfg(feature = "single")]
pub fn is_cut(words: &Words, selection: &Selection, view: View) -> bool {
    match view {
        View::Trend => trend::is_cut(selection),
        View::Compare => compare::is_cut(words, selection),
        _ => false,
    }
}

/// The picture of a view, `width` pixels wide and about `height` high, or as high as suits it;
/// `None` for a view that is all text.
///
/// Its elements carry classes that name roles; [`role::resolve`] turns those into colours for
/// a picture that leaves its page.
#[cfg(feature = "single")]
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
        _ => return None,
    };
    Some(sheet.into_svg())
}

/// The same for the regions of an area.
#[cfg(feature = "regional")]
pub fn areas(
    words: &Words,
    areas: &Areas,
    view: View,
    width: u32,
    _height: Option<f64>,
) -> Element {
    let width = f64::from(width);
    let sheet = match view {
        View::Ranking => ranking::draw(words, areas, width),
        _ => sheet::Sheet::new(width, 0.0),
    };
    sheet.into_svg()
}

/// The same for many indicators.
#[cfg(feature = "regional")]
pub fn overview(
    _words: &Words,
    _first: &Areas,
    _rest: &[Areas],
    _view: View,
    width: u32,
) -> Element {
    sheet::Sheet::new(f64::from(width), 0.0).into_svg()
}
