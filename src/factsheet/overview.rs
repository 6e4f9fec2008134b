// SPDX-License-Identifier: EUPL-1.2
//! The story of the region: all that is known of it in one picture.

use super::panel::{Level, within};
use super::setting::Setting;
use super::subject::Subject;
use crate::data::dataset::Dataset;
use crate::error::Error;
use crate::figure::Figure;
use crate::indicator::region::Region;
use crate::markup::{Element, element};
use crate::request::View;
use serde_json::Value;

/// The section, and the same as a dataset for search engines; `None` where nothing is known.
///
/// # Errors
/// Counts that contradict each other.
pub(super) fn overview(
    setting: &Setting,
    story: &Dataset,
    subjects: &[&Subject],
    region: &Region,
) -> Result<Option<(Element, Value)>, Error> {
    let ids: Vec<&str> = subjects
        .iter()
        .filter(|subject| subject.is_shown() || subject.is_withheld())
        .map(|subject| subject.definition.id.as_str())
        .filter(|id| story.definitions.iter().any(|definition| definition.id == *id))
        .collect();
    if ids.is_empty() || story.region(&region.code).is_err() {
        return Ok(None);
    }
    let request = setting.request(View::Story, &ids.join(","), &region.code, &[])?;
    let figure = match Figure::new(story, &request) {
        Ok(figure) => figure,
        Err(Error::NoFigures { .. }) => return Ok(None),
        Err(error) => return Err(error),
    };
    let part = element("section").with("id", "overview").with("aria-labelledby", "story-heading");
    let part = part.child(within(&figure, "story", Level::Section));
    Ok(Some((part, figure.linked_data(None))))
}
