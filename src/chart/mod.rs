// SPDX-License-Identifier: EUPL-1.2
//! What a view found as a picture: SVG, drawn through plotters into our own tree. Knows what
//! views found and their words, and no file. A room for each view, and before them what several of
//! them draw with.

pub mod canvas;
mod axis;
mod sign;
mod legend;
mod samples;
mod apart;
mod number;
mod compare;
mod trend;
mod ranking;
mod funnel;
mod map;
mod profile;
mod heatmap;

use crate::markup::Element;
use crate::request::View;
use crate::text::words::Words;
use crate::text::words::funnel::FunnelWords;
use crate::text::words::map::MapWords;
use crate::text::words::members::MemberWords;
use crate::text::words::overview::OverviewWords;
use crate::view::funnel::Funnel;
use crate::view::map::Map;
use crate::view::members::ComparisonSet;
use crate::view::overview::Overview;
use crate::view::single::Selection;

/// Whether the value axis of a view begins elsewhere than at zero, which must be said.
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
/// Its elements carry classes that name roles; [`canvas::role::resolve`] turns those into colours
/// for a picture that leaves its page.
pub fn draw(
    words: &Words,
    selection: &Selection,
    view: View,
    width: u32,
    height: Option<f64>,
) -> Option<Element> {
    let width = f64::from(width);
    let canvas = match view {
        View::Number => number::draw(words, selection, width),
        View::Trend => trend::draw(words, selection, width, height),
        View::Compare => compare::draw(words, selection, width, height),
        _ => return None,
    };
    Some(canvas.into_svg())
}

/// The members of a comparison set in the order of their values. Here and below `has_marks` says
/// whether what is drawn of each region can be told apart.
pub fn ranking(
    words: &MemberWords,
    set: &ComparisonSet,
    width: u32,
    height: Option<f64>,
    has_marks: bool,
) -> Element {
    ranking::draw(words, set, f64::from(width), height, has_marks).into_svg()
}

/// Whether its value axis begins elsewhere than at zero.
pub fn is_cut_ranking(set: &ComparisonSet) -> bool {
    ranking::is_cut(set)
}

/// The members of a comparison set around their average.
pub fn funnel(
    words: &FunnelWords,
    set: &ComparisonSet,
    funnel: &Funnel,
    width: u32,
    height: Option<f64>,
    has_marks: bool,
) -> Element {
    funnel::draw(words, set, funnel, f64::from(width), height, has_marks).into_svg()
}

/// Whether its value axis begins elsewhere than at zero.
pub fn is_cut_funnel(set: &ComparisonSet, funnel: &Funnel) -> bool {
    funnel::is_cut(set, funnel)
}

/// The members of a comparison set where they lie.
pub fn map(
    words: &MapWords,
    set: &ComparisonSet,
    map: &Map,
    width: u32,
    height: Option<f64>,
    has_marks: bool,
) -> Element {
    map::draw(words, set, map, f64::from(width), height, has_marks).into_svg()
}

/// The same for many indicators; the rows of a heat map are put in order by `sort`.
pub fn overview(
    words: &OverviewWords,
    overview: &Overview,
    view: View,
    sort: Option<&str>,
    width: u32,
    has_marks: bool,
) -> Element {
    let width = f64::from(width);
    let canvas = match view {
        View::Heatmap => heatmap::draw(words, overview, sort, width, has_marks),
        _ => profile::draw(words, overview, width),
    };
    canvas.into_svg()
}
