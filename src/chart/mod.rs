// SPDX-License-Identifier: EUPL-1.2
//! Findings as pictures: SVG, drawn through plotters into our own tree.

pub mod role;
pub mod measure;
mod backend;
mod sheet;
mod scale;
mod caption;
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
#[cfg(feature = "ranked")]
mod legend;
#[cfg(feature = "ranked")]
mod place;
#[cfg(feature = "ranked")]
mod apart;
#[cfg(feature = "ranked")]
mod reference;
#[cfg(feature = "ranked")]
mod rows;
#[cfg(feature = "ranked")]
mod caterpillar;
#[cfg(feature = "ranked")]
mod ranking;
#[cfg(feature = "ranked")]
mod outlier;
#[cfg(feature = "ranked")]
mod size;
#[cfg(feature = "ranked")]
mod funnel;
#[cfg(feature = "mapped")]
mod shape;
#[cfg(feature = "mapped")]
mod map;
#[cfg(feature = "overview")]
mod samples;
#[cfg(feature = "overview")]
mod profile;
#[cfg(feature = "overview")]
mod heatmap;

use crate::markup::Element;
#[cfg(any(feature = "single", feature = "overview"))]
use crate::request::View;
use crate::text::words::Words;
#[cfg(feature = "ranked")]
use crate::view::funnel::Funnel;
#[cfg(feature = "mapped")]
use crate::view::map::Map;
#[cfg(feature = "regional")]
use crate::view::members::Areas;
#[cfg(feature = "overview")]
use crate::view::overview::Overview;
#[cfg(feature = "single")]
use crate::view::single::Selection;

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

/// The regions of an area in the order of their values. Here and below `has_marks` says whether
/// what is drawn of each region can be told apart.
#[cfg(feature = "ranked")]
pub fn ranking(
    words: &Words,
    areas: &Areas,
    width: u32,
    height: Option<f64>,
    has_marks: bool,
) -> Element {
    ranking::draw(words, areas, f64::from(width), height, has_marks).into_svg()
}

/// Whether its value axis begins elsewhere than at zero.
#[cfg(feature = "ranked")]
pub fn is_cut_ranking(areas: &Areas) -> bool {
    ranking::is_cut(areas)
}

/// The regions of an area around their average.
#[cfg(feature = "ranked")]
pub fn funnel(
    words: &Words,
    areas: &Areas,
    funnel: &Funnel,
    width: u32,
    height: Option<f64>,
    has_marks: bool,
) -> Element {
    funnel::draw(words, areas, funnel, f64::from(width), height, has_marks).into_svg()
}

/// Whether its value axis begins elsewhere than at zero.
#[cfg(feature = "ranked")]
pub fn is_cut_funnel(areas: &Areas, funnel: &Funnel) -> bool {
    funnel::is_cut(areas, funnel)
}

/// The regions of an area where they lie.
#[cfg(feature = "mapped")]
pub fn map(
    words: &Words,
    areas: &Areas,
    map: &Map,
    width: u32,
    height: Option<f64>,
    has_marks: bool,
) -> Element {
    map::draw(words, areas, map, f64::from(width), height, has_marks).into_svg()
}

/// The same for many indicators; the rows of a heat map are put in order by `sort`.
#[cfg(feature = "overview")]
pub fn overview(
    words: &Words,
    overview: &Overview,
    view: View,
    sort: Option<&str>,
    width: u32,
    has_marks: bool,
) -> Element {
    let width = f64::from(width);
    let sheet = match view {
        View::Heatmap => heatmap::draw(words, overview, sort, width, has_marks),
        _ => profile::draw(words, overview, width),
    };
    sheet.into_svg()
}
