// SPDX-License-Identifier: EUPL-1.2
//! Published files as a page may get them, read as the browser does and drawn in every view.
#![no_main]

use kansrijke_start::data::comparators::Chosen;
use kansrijke_start::data::dataset::Dataset;
use kansrijke_start::data::geometry::Geometry;
use kansrijke_start::data::jsonstat::JsonStat;
use kansrijke_start::figure::Figure;
use kansrijke_start::json::Value;
use kansrijke_start::request::Request;
use libfuzzer_sys::fuzz_target;

const VIEWS: [&str; 13] = [
    "number", "trend", "compare", "table", "ranking", "funnel", "profile", "heatmap", "map",
    "story", "value", "sentence", "icons",
];

fuzz_target!(|bytes: &[u8]| {
    let Ok(file) = serde_json::from_slice::<Value>(bytes) else { return };
    let Ok(mut dataset) = JsonStat::read(&file).and_then(Dataset::try_from) else { return };
    dataset.geometry = Geometry::read(file.get("geometry")).ok();
    dataset.chosen = Chosen::read(file.get("chosen"));
    let Some(indicator) = dataset.definitions.first().map(|d| d.id.clone()) else { return };
    // One view a time, chosen by the input: what one finds the others need not look for.
    let nth = bytes.len();
    let view = VIEWS[nth % VIEWS.len()];
    let region = dataset.regions.get(nth / 9 % 4).map(|region| region.code.clone());
    let attribute = |name: &str| match name {
        "indicator" => Some(indicator.clone()),
        "region" => region.clone(),
        "view" => Some(view.to_string()),
        "within" => [None, Some("neighbours"), Some("peers")][nth % 3].map(str::to_string),
        _ => None,
    };
    let Ok(request) = Request::parse(attribute, "nl", 320 + (nth % 7) as u32 * 100) else { return };
    if let Ok(figure) = Figure::new(&dataset, &request) {
        assert!(!figure.tree("x").to_html().contains("NaN"));
        assert!(!figure.csv().is_empty());
    }
});
