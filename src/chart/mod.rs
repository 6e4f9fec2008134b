// SPDX-License-Identifier: EUPL-1.2
//! Findings as pictures: SVG, drawn through plotters into our own tree.

pub mod role;
pub mod measure;
mod backend;
mod sheet;
#[cfg(any(feature = "single", feature = "regional"))]
mod scale;
#[cfg(any(feature = "single", feature = "regional"))]
mod caption;
#[cfg(any(feature = "single", feature = "regional"))]
mod value_axis;
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
#[cfg(feature = "areas")]
mod marker;
#[cfg(feature = "regional")]
mod legend;
#[cfg(feature = "regional")]
mod place;
#[cfg(feature = "regional")]
mod apart;
#[cfg(feature = "regional")]
mod reference;
#[cfg(feature = "regional")]
mod rows;
#[cfg(feature = "regional")]
mod caterpillar;
#[cfg(feature = "regional")]
mod ranking;
#[cfg(feature = "regional")]
mod outlier;
#[cfg(feature = "regional")]
mod size;
#[cfg(feature = "regional")]
mod funnel;
#[cfg(feature = "overview")]
mod samples;
#[cfg(feature = "overview")]
mod profile;
#[cfg(feature = "overview")]
mod cells;
#[cfg(feature = "overview")]
mod heatmap;

#[cfg(feature = "regional")]
use crate::data::areas::Areas;
#[cfg(feature = "regional")]
use crate::data::funnel::Funnel;
#[cfg(feature = "overview")]
use crate::data::overview::Overview;
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
pub fn areas(words: &Words, areas: &Areas, view: View, width: u32, height: Option<f64>) -> Element {
    let width = f64::from(width);
    let sheet = match view {
        View::Ranking => ranking::draw(words, areas, width, height),
        _ => sheet::Sheet::new(width, 0.0),
    };
    sheet.into_svg()
}

/// Whether the value axis of the regions of an area begins elsewhere than at zero.
#[cfg(feature = "regional")]
pub fn is_cut_areas(areas: &Areas, view: View) -> bool {
    view == View::Ranking && ranking::is_cut(areas)
}

/// The regions of an area around their average.
#[cfg(feature = "regional")]
pub fn funnel(
    words: &Words,
    areas: &Areas,
    funnel: &Funnel,
    width: u32,
    height: Option<f64>,
) -> Element {
    funnel::draw(words, areas, funnel, f64::from(width), height).into_svg()
}

/// Whether its value axis begins elsewhere than at zero.
#[cfg(feature = "regional")]
pub fn is_cut_funnel(areas: &Areas, funnel: &Funnel) -> bool {
    funnel::is_cut(areas, funnel)
}

/// The same for many indicators; the rows of a heat map are put in order by `sort`.
#[cfg(feature = "overview")]
pub fn overview(
    words: &Words,
    overview: &Overview,
    view: View,
    sort: Option<&str>,
    width: u32,
) -> Element {
    let width = f64::from(width);
    let sheet = match view {
        View::Heatmap => heatmap::draw(words, overview, sort, width),
        _ => profile::draw(words, overview, width),
    };
    sheet.into_svg()
}
