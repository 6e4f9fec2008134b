// SPDX-License-Identifier: EUPL-1.2
//! What a funnel lies around, and the region asked for where it is none of the others.

use crate::support::fixture::{Cell, Fixture};
use crate::support::{dataset, request};
use kansrijke_start::figure::Figure;
use kansrijke_start::view::funnel::Funnel;
use kansrijke_start::view::members::ComparisonSet;

/// The centre, how many members have a place, whether the own region has one beside them, and
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
    (funnel.centre, funnel.points.len(), funnel.outsider.is_some(), drawn)
}

#[test]
fn a_region_elsewhere_is_plotted_and_is_not_counted() {
    let (centre, members, has_outsider, _) = funnel("GM0344", "PV26");
    assert!(!has_outsider);
    let (with_outsider, others, has_outsider, drawn) = funnel("GM0546", "PV26");
    assert!(has_outsider && drawn.contains("data-region=\"GM0546\""));
    assert!(drawn.contains("Leiden hoort niet bij de gemeenten in de provincie Utrecht"));
    assert_eq!((centre, members), (with_outsider, others));
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

#[test]
fn the_average_is_the_centre_only_where_no_benchmark_has_a_figure() {
    for (is_known, centre, words) in [
        (true, 20.0, "rond het cijfer van Nederland: 20,0"),
        (false, 25.0, "rond het gemiddelde: 25,0"),
    ] {
        let fixture = Fixture::new("share", &["GM9901", "GM9902", "NL01"], 2015..=2015);
        let dataset = fixture.dataset(|_, region, _| match region {
            0 => Cell::counts(100, 300),
            1 => Cell::counts(50, 300),
            _ if is_known => Cell::counts(2000, 10_000),
            _ => Cell::status("missing"),
        });
        let asked = [("indicator", "proef"), ("region", "GM9902"), ("view", "funnel")];
        let request = request(&asked, 640).unwrap();
        let set = ComparisonSet::find(&dataset, &request).unwrap();
        let funnel = Funnel::of(&set, dataset.threshold).unwrap();
        assert_eq!((funnel.centre, funnel.is_average), (centre, !is_known));
        let figure = Figure::new(&dataset, &request).unwrap();
        let text = figure.tree("proef").to_html();
        assert!(text.contains(words), "{text}");
        assert_eq!(text.contains("Vergeleken met het gemiddelde"), !is_known, "{text}");
        assert_eq!(text.contains("Gemiddelde: alle aantallen"), !is_known, "{text}");
    }
}
