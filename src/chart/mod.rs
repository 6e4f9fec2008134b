// SPDX-License-Identifier: EUPL-1.2
//! What a view found as a picture: SVG, drawn through plotters into our own tree. Knows what
//! views found and their words, and no file. A folder or a file for each view, which knows no other
//! view's, and before them what several of them draw with.

pub mod canvas;
mod scene;
mod axis;
mod sign;
mod legend;
mod label;
mod course;
mod verdicts;
mod apart;
mod number;
mod compare;
mod trend;
mod ranking;
mod funnel;
mod map;
mod profile;
mod heatmap;
mod story;
mod icons;
#[cfg(feature = "tools")]
mod replay;

#[cfg(feature = "tools")]
use crate::markup::Element;
use crate::request::View;
use crate::text::words::Words;
use crate::text::words::brief::BriefWords;
use crate::text::words::funnel::FunnelWords;
#[cfg(feature = "tools")]
use crate::text::words::insight::InsightWords;
use crate::text::words::map::MapWords;
use crate::text::words::members::MemberWords;
use crate::text::words::overview::OverviewWords;
use crate::text::words::story::StoryWords;
use crate::view::funnel::Funnel;
use crate::view::icons::Icons;
#[cfg(feature = "tools")]
use crate::view::insight::{Frame, Insight};
use crate::view::map::Map;
use crate::view::members::ComparisonSet;
use crate::view::overview::Overview;
use crate::view::single::Selection;
use crate::view::story::Story;
use canvas::{Canvas, Picture};
use scene::Scene;

/// Whether the value axis of a view begins elsewhere than at zero, which must be said.
pub fn is_cut(words: &Words, selection: &Selection) -> bool {
    match selection.view {
        View::Trend => trend::is_cut(words, selection),
        View::Compare => compare::is_cut(words, selection),
        _ => false,
    }
}

/// The picture of a view of one place; `None` for a view that is all text.
///
/// The elements of all pictures carry classes that name roles; [`canvas::role::resolve`] turns
/// those into colours for a picture that leaves its page.
pub fn single(canvas: Canvas, words: &Words, selection: &Selection) -> Option<Picture> {
    let canvas = canvas.of_few_marks();
    let scene = Scene { canvas: &canvas, words, found: selection };
    let bottom = match selection.view {
        View::Number => number::draw(&scene),
        View::Trend => trend::draw(&scene),
        View::Compare => compare::draw(&scene),
        _ => return None,
    };
    Some(canvas.into_picture(bottom))
}

/// The members of a comparison set in the order of their values.
pub fn ranking(canvas: Canvas, words: &MemberWords, set: &ComparisonSet) -> Picture {
    let bottom = ranking::draw(&Scene { canvas: &canvas, words, found: set });
    canvas.into_picture(bottom)
}

/// Whether its value axis begins elsewhere than at zero.
pub fn is_cut_ranking(words: &Words, set: &ComparisonSet) -> bool {
    ranking::is_cut(words, set)
}

/// The members of a comparison set around the benchmark's figure.
pub fn funnel(
    canvas: Canvas,
    words: &FunnelWords,
    set: &ComparisonSet,
    funnel: &Funnel,
) -> Picture {
    let bottom = funnel::draw(&Scene { canvas: &canvas, words, found: set }, funnel);
    canvas.into_picture(bottom)
}

/// Whether its value axis begins elsewhere than at zero.
pub fn is_cut_funnel(words: &Words, set: &ComparisonSet, funnel: &Funnel) -> bool {
    funnel::is_cut(words, set, funnel)
}

/// The members of a comparison set where they lie.
pub fn map(canvas: Canvas, words: &MapWords, set: &ComparisonSet, map: &Map) -> Picture {
    let bottom = map::draw(&Scene { canvas: &canvas, words, found: set }, map);
    canvas.into_picture(bottom)
}

/// All indicators of one region.
pub fn profile(canvas: Canvas, words: &OverviewWords, overview: &Overview) -> Picture {
    let canvas = canvas.of_few_marks();
    let bottom = profile::draw(&Scene { canvas: &canvas, words, found: overview });
    canvas.into_picture(bottom)
}

/// Many regions by many indicators, the rows put in order by `sort`.
pub fn heatmap(
    canvas: Canvas,
    words: &OverviewWords,
    overview: &Overview,
    sort: Option<&str>,
) -> Picture {
    let bottom = heatmap::draw(&Scene { canvas: &canvas, words, found: overview }, sort);
    canvas.into_picture(bottom)
}

/// One place from before the pregnancy to age two.
pub fn story(canvas: Canvas, words: &StoryWords, story: &Story) -> Picture {
    let canvas = canvas.of_few_marks();
    let bottom = story::draw(&Scene { canvas: &canvas, words, found: story });
    canvas.into_picture(bottom)
}

/// Chance replayed for the region that was asked for: a dot for each draw beside the benchmark; `None`
/// without one. Each draw is a group with the class `draw`, and what it says in `data-said`.
#[cfg(feature = "tools")]
pub fn replay(
    canvas: Canvas,
    words: &InsightWords,
    insight: &Insight,
    frames: &[Frame],
) -> Option<Element> {
    replay::draw(canvas, words, insight, frames)
}

/// The figure of one place, and the benchmark's, as persons.
pub fn icons(canvas: Canvas, words: &BriefWords, selection: &Selection, icons: &Icons) -> Picture {
    let canvas = canvas.of_few_marks();
    let bottom = icons::draw(&Scene { canvas: &canvas, words, found: selection }, icons);
    canvas.into_picture(bottom)
}
