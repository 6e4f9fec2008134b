// SPDX-License-Identifier: EUPL-1.2
//! A picture with its heading, its sentences and its table.

use super::setting::Setting;
use super::subject::{Subject, health_region};
use crate::chart::canvas::role::resolve;
use crate::error::Error;
use crate::figure::Figure;
use crate::indicator::region::Region;
use crate::markup::{Element, element};
use crate::request::View;

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
    let others = match subject.definition.is_count() {
        true => None,
        false => health_region(subject.dataset, &region.code),
    };
    let others: Vec<&str> = others.into_iter().map(|other| other.code.as_str()).collect();
    let request = setting.request(View::Trend, id, &region.code, &others)?;
    let figure = Figure::new(subject.dataset, &request)?;
    Ok(Some(within(&figure, id)))
}

/// A figure as a part of the page.
pub(super) fn within(figure: &Figure, id: &str) -> Element {
    let part = |name: &str| [id, "-", name].concat();
    let mut picture = figure.redrawn(id);
    // The style sheet has the colours; without it they are there, too.
    resolve(&mut picture);
    let mut panel = element("figure")
        .class("panel")
        .child(element("h3").with("id", part("heading")).text(figure.heading().to_string()))
        .child(text("about", figure.about()).with("id", part("about")))
        .child(text("sentence", figure.lede()).with("id", part("sentence")));
    if let Some(age) = figure.age() {
        panel = panel.child(text("age", age));
    }
    panel.child(picture).child(figure.details(false))
}

fn text(class: &'static str, text: &str) -> Element {
    element("p").class(class).text(text.to_string())
}
