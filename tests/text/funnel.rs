// SPDX-License-Identifier: EUPL-1.2
//! A funnel of regions to which the one asked for does not belong.

use crate::support::{dataset, request};
use kansrijke_start::figure::Figure;
use kansrijke_start::view::funnel::Funnel;
use kansrijke_start::view::members::ComparisonSet;

/// The average, how many members have a place, whether the own region has one beside them, and
/// the picture with its words.
fn funnel(region: &str, within: &str) -> (f64, usize, bool, String) {
    let attributes = [
        ("indicator", "moeders-35-plus"),
        ("view", "funnel"),
        ("region", region),
        ("within", within),
    ];
    let request = request(&attributes, 640).unwrap();
    let dataset = dataset(&request.indicator).unwrap();
    let areas = ComparisonSet::find(dataset, &request).unwrap();
    let funnel = Funnel::of(&areas, dataset.threshold).unwrap();
    let drawn = Figure::new(dataset, &request).unwrap().tree("proef").to_html();
    (funnel.average, funnel.points.len(), funnel.outsider.is_some(), drawn)
}

#[test]
fn a_region_elsewhere_is_plotted_and_has_no_part_in_the_average() {
    let (average, members, has_outsider, _) = funnel("GM0344", "PV26");
    assert!(!has_outsider);
    let (with_outsider, others, has_outsider, drawn) = funnel("GM0546", "PV26");
    assert!(has_outsider && drawn.contains("data-region=\"GM0546\""));
    assert!(drawn.contains("Leiden hoort niet bij de gemeenten in de provincie Utrecht"));
    assert_eq!((average, members), (with_outsider, others));
}

#[test]
fn what_is_withheld_or_of_another_sort_has_no_place_beside_them() {
    for region in ["GM0088", "NL01"] {
        let (_, _, has_outsider, drawn) = funnel(region, "PV26");
        assert!(!has_outsider && !drawn.contains("telt niet mee"), "{region}");
    }
}

#[test]
fn a_file_is_named_after_the_region_asked_for_although_that_is_the_benchmark() {
    for (region, name) in [("NL01", "nederland"), ("GM0344", "utrecht")] {
        let attributes = [("indicator", "moeders-35-plus"), ("view", "funnel"), ("region", region)];
        let attributes = attributes.map(|(name, value)| (name.to_string(), value.to_string()));
        let request = request(&attributes, 640).unwrap();
        let dataset = dataset(&request.indicator).unwrap();
        let file = Figure::new(dataset, &request).unwrap().file_name();
        assert!(file.starts_with(&format!("kansrijke-start_moeders-35-plus_{name}_")), "{file}");
    }
}
