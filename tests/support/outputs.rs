// SPDX-License-Identifier: EUPL-1.2
//! Everything that can come out of a figure, and counts that may be seen in none of it.

use super::request;
use kansrijke_start::data::dataset::Dataset;
use kansrijke_start::figure::Figure;
use kansrijke_start::figure::json::FindingRow;
use kansrijke_start::request::Request;
use kansrijke_start::view::panel::Panel;
use proptest::prelude::*;
use std::ops::Range;

/// All forms of what these attributes ask for, in one text.
pub fn everything(dataset: &Dataset, attributes: &[(&str, &str)], width: u32) -> String {
    let request = request(attributes, width).unwrap();
    let figure = Figure::new(dataset, &request).unwrap();
    // A table of all regions and periods knows no regions of similar size.
    let every = ["all".to_string()];
    let request = Request { within: None, ..request.clone() };
    let panel = Panel::find(dataset, &request, &every, &every).unwrap();
    [
        figure.tree("proef").to_html(),
        figure.tree("proef").to_node_stream(),
        figure.in_element([]).to_html(),
        figure.plain_text(),
        // A table has no picture.
        figure.svg().map(|svg| svg.to_html()).unwrap_or_default(),
        figure.csv(),
        figure.excel(),
        format!("{:?}", figure.book(None)),
        figure.json().to_string(),
        serde_json::to_string(&figure.findings()).unwrap(),
        serde_json::to_string(&FindingRow::of_panel(&panel, request.language)).unwrap(),
        format!("{:?}", panel.refused),
        format!("{:?}", figure.refused()),
    ]
    .concat()
}

/// Counts of which too few, or all but too few, are in; so many others beside them.
pub fn small(others: Range<u32>) -> impl Strategy<Value = (u32, u32)> {
    (0_u32..10, others, any::<bool>()).prop_map(|(few, others, mirrored)| {
        let all = few + others;
        if mirrored { (others, all) } else { (few, all) }
    })
}
