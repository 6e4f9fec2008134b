// SPDX-License-Identifier: EUPL-1.2
//! Published files as a page may get them, read as the browser does and drawn in every view.

use kansrijke_start::data::comparators::Chosen;
use kansrijke_start::data::dataset::Dataset;
use kansrijke_start::data::geometry::Geometry;
use kansrijke_start::data::jsonstat::JsonStat;
use kansrijke_start::error::Error;
use kansrijke_start::figure::Figure;
use kansrijke_start::json::Value;
use kansrijke_start::request::Request;

const VIEWS: [&str; 13] = [
    "number", "trend", "compare", "table", "ranking", "funnel", "profile", "heatmap", "map",
    "story", "value", "sentence", "icons",
];

/// What is asked of a file, by its own words in `asked`, which no published file has. For the rest,
/// one view a time, by the length of the input: what one finds the others need not look for.
fn asked(file: &Value, dataset: &Dataset, nth: usize) -> Option<Request> {
    let attribute = |name: &str| match (file.get("asked").get(name).text(), name) {
        (Some(text), _) => Some(text.to_string()),
        (None, "indicator") => dataset.definitions.first().map(|d| d.id.clone()),
        (None, "region") => dataset.regions.get(nth / 9 % 4).map(|region| region.code.clone()),
        (None, "view") => Some(VIEWS[nth % VIEWS.len()].to_string()),
        (None, _) => None,
    };
    Request::parse(attribute, "nl", 320 + (nth % 7) as u32 * 100).ok()
}

/// Whether it was drawn.
pub fn run(bytes: &[u8]) -> bool {
    let Ok(file) = serde_json::from_slice::<Value>(bytes) else { return false };
    let Ok(mut dataset) = read(&file) else { return false };
    let Some(request) = asked(&file, &dataset, bytes.len()) else { return false };
    dataset.geometry = Geometry::read(file.get("geometry")).ok();
    // As the element hands it over, and as the program takes it from the file of comparators.
    let handed = Chosen::read(file.get("chosen"));
    dataset.chosen = handed.or_else(|| Chosen::of(file.get("comparators"), &request));
    let Ok(figure) = Figure::new(&dataset, &request) else { return false };
    let is_given = bytes.windows(3).any(|some| some == b"NaN");
    assert!(is_given || !figure.tree("x").to_html().contains("NaN"));
    assert!(!figure.csv().is_empty());
    // A table has no picture.
    let _ = figure.svg();
    let _ = (figure.json(), figure.plain_text(), figure.linked_data(None), figure.book(None));
    true
}

/// The file, with that of a `place` beside it: all of its regions in many indicators, or one region
/// beside the country.
fn read(file: &Value) -> Result<Dataset, Error> {
    let (first, place) = (JsonStat::read(file)?, file.get("place"));
    if *place.get("extension").get("periods") != Value::Null {
        return JsonStat::read(place)?.defined_by(&first).try_into();
    }
    let mut dataset = Dataset::try_from(first)?;
    if *place != Value::Null {
        dataset.join(JsonStat::read(place)?)?;
    }
    Ok(dataset)
}
