// SPDX-License-Identifier: EUPL-1.2
//! A picture with its heading, its sentences and its table.

use super::setting::Setting;
use super::subject::Subject;
use crate::chart::canvas::role::resolve;
use crate::error::Error;
use crate::figure::Figure;
use crate::indicator::finding::Finding;
use crate::indicator::region::{Kind, Region};
use crate::markup::{Element, element};
use crate::request::View;

/// How high a picture is with its texts, in pixels: three fit on a page.
const HEIGHT: u32 = 390;

/// The same where regions stand beside each other, whose last values need room in smaller charts.
const BESIDE: u32 = 440;

/// An indicator through the years, beside the health region and the country; `None` where there are
/// too few figures for a line.
///
/// # Errors
/// Counts that contradict each other.
pub(super) fn trend(
    setting: &Setting,
    subject: &Subject,
    region: &Region,
) -> Result<Option<Element>, Error> {
    let Some(selection) = subject.known().filter(|_| subject.is_shown()) else {
        return Ok(None);
    };
    if selection.own.drawn().nth(1).is_none() {
        return Ok(None);
    }
    let id = &subject.definition.id;
    // A country's number of persons is not set beside a town's: neither is a health region's.
    let regional = subject.beside(Kind::HealthRegion).filter(|series| {
        !subject.definition.is_count() && series.findings.iter().any(Finding::says_something)
    });
    let others: Vec<&str> = regional.into_iter().map(|s| s.region.code.as_str()).collect();
    let mut request = setting.request(View::Trend, id, &region.code, &others)?;
    request.height = Some(if others.is_empty() { HEIGHT } else { BESIDE });
    let figure = Figure::new(subject.dataset, &request)?;
    Ok(Some(within(&figure, id, Level::Part)))
}

/// What the heading of a figure stands above.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    /// A section of the page, which is that figure of many subjects.
    Section,
    /// A part of a section.
    Part,
}

/// A figure as a part of the page.
pub(super) fn within(figure: &Figure, id: &str, level: Level) -> Element {
    let part = |name: &str| [id, "-", name].concat();
    let mut picture = figure.redrawn(id);
    // The style sheet has the colours; without it they are there, too.
    resolve(&mut picture);
    let heading = element(if level == Level::Section { "h2" } else { "h3" });
    let mut panel = element("figure")
        .class("panel")
        .child(heading.with("id", part("heading")).text(figure.heading().to_string()))
        .child(text("about", figure.about()).with("id", part("about")))
        .child(text("sentence", figure.lede()).with("id", part("sentence")));
    // Of many subjects each says its own year.
    if let Some(age) = figure.age().filter(|_| level == Level::Part) {
        panel = panel.child(text("age", age));
    }
    panel.child(picture).child(figure.details(false))
}

fn text(class: &'static str, text: &str) -> Element {
    element("p").class(class).text(text.to_string())
}
