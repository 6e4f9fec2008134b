// SPDX-License-Identifier: EUPL-1.2
//! A section of the template: its texts, its table, its pictures.

use super::document::{paragraph, section};
use super::panel;
use super::setting::Setting;
use super::subject::Subject;
use super::table::table;
use super::template::Section;
use crate::error::Error;
use crate::indicator::region::Region;
use crate::markup::Element;
use crate::text::template::fill;

/// The `nth` section with its subjects.
///
/// # Errors
/// Counts that contradict each other.
pub(super) fn part(
    setting: &Setting,
    (nth, of): (usize, &Section),
    subjects: &[&Subject],
    region: &Region,
    benchmark: Option<&Region>,
) -> Result<Element, Error> {
    let (words, figures) = (setting.words(), setting.figures());
    let heading = figures.pick(&of.heading);
    let mut part = section(&["section-", &(nth + 1).to_string()].concat(), heading);
    part = part.children(of.text.iter().map(|text| paragraph(figures.pick(text))));
    let known: Vec<&Subject> =
        subjects.iter().copied().filter(|subject| subject.known().is_some()).collect();
    if known.is_empty() && !of.indicators.is_empty() {
        let place = figures.place(region);
        return Ok(part.child(paragraph(fill(words.empty, &[("place", &place)]))));
    }
    if !known.is_empty() {
        part = part.child(table(setting, heading, &known, region, benchmark));
    }
    for subject in known.iter().filter(|subject| of.trends.contains(&subject.definition.id)) {
        part = part.children(panel::trend(setting, subject, region)?);
    }
    Ok(part)
}
