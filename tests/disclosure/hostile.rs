// SPDX-License-Identifier: EUPL-1.2
//! Files that no `prepare` wrote: damaged, made up, or meant to do harm. Each is refused, with a
//! code and a place, or shows nothing that it should not. The regions and figures are made up.

use crate::support;
use kansrijke_start::data::dataset::Dataset;
use kansrijke_start::data::geometry::Geometry;
use kansrijke_start::data::jsonstat::JsonStat;
use kansrijke_start::error::Error;
use kansrijke_start::figure::Figure;
use kansrijke_start::json::Value;
use kansrijke_start::limits;
use proptest::prelude::*;
use serde_json::{Value as Json, json};

/// One indicator of a town (GM9901), a province and the country in one year: for each measure its
/// three cells.
fn file(kind: &str, counted: &str, measures: &[(&str, [Json; 3])]) -> Json {
    let text = json!({"nl": "tekst", "en": "text"});
    let codes: Vec<&str> = measures.iter().map(|(name, _)| *name).collect();
    let cells: Vec<&Json> = measures.iter().flat_map(|(_, cells)| cells).collect();
    let category = |codes: &[&str]| json!({"category": {"index": codes}});
    json!({
        "version": "2.0", "class": "dataset",
        "id": ["indicator", "measure", "region", "period"], "size": [1, codes.len(), 3, 1],
        "dimension": {
            "indicator": category(&["proef"]), "measure": category(&codes),
            "region": category(&["GM9901", "PV99", "NL01"]), "period": category(&["2015"]),
        },
        "value": cells,
        "extension": {"format": 1, "threshold": 10, "definitions": [{
            "id": "proef", "phase": "after", "kind": kind, "direction": "lower",
            "counted": counted, "decimals": 1, "name": text, "definition": text,
            "sentence": json!({"nl": "{region}: {value}.", "en": "{region}: {value}."}),
            "source": {"publisher": "proef"},
        }]},
    })
}

/// A file with these counts for the town.
fn counts(numerator: f64, denominator: f64) -> Json {
    let cells = |own: f64, rest: [u32; 2]| [json!(own), json!(rest[0]), json!(rest[1])];
    file(
        "share",
        "persons",
        &[
            ("numerator", cells(numerator, [400, 4000])),
            ("denominator", cells(denominator, [4000, 40_000])),
        ],
    )
}

fn with(mut file: Json, place: &str, value: Json) -> Json {
    let (parent, name) = place.rsplit_once('/').unwrap();
    let parent = file.pointer_mut(parent).unwrap();
    match parent {
        Json::Array(items) => *items.get_mut(name.parse::<usize>().unwrap()).unwrap() = value,
        parent => {
            parent.as_object_mut().unwrap().insert(name.to_string(), value);
        }
    }
    file
}

fn dataset(file: &Json) -> Result<Dataset, Error> {
    let value: Value = serde_json::from_value(file.clone()).unwrap();
    Dataset::try_from(JsonStat::read(&value)?)
}

/// What is said of the town, and every form of it.
fn drawn(file: &Json, view: &str) -> Result<String, Error> {
    let dataset = dataset(file)?;
    let attributes = [("indicator", "proef"), ("region", "GM9901"), ("view", view)];
    let request = support::request(&attributes, 500)?;
    let figure = Figure::new(&dataset, &request)?;
    Ok([figure.tree("proef").to_html(), figure.csv(), figure.json().to_string()].concat())
}

fn code(file: &Json) -> &'static str {
    drawn(file, "number").map_or_else(|error| error.code(), |_| "drawn")
}

#[test]
fn numbers_that_cannot_be_are_refused_and_not_called_too_few() {
    let one = |kind: &str, measure: &str, number: f64| {
        file(kind, "persons", &[(measure, [json!(number), json!(20), json!(30)])])
    };
    let limits = |lower: f64, value: f64, upper: f64| {
        file(
            "share",
            "persons",
            &[
                ("value", [json!(value), json!(20), json!(30)]),
                ("lower", [json!(lower), Json::Null, Json::Null]),
                ("upper", [json!(upper), Json::Null, Json::Null]),
            ],
        )
    };
    let drawn = [
        counts(30.0, 200.0),
        one("share", "value", 100.0),
        one("rate", "value", 1000.0),
        one("mean", "value", -2.5),
        one("count", "numerator", 25.0),
        limits(10.0, 20.0, 30.0),
    ];
    for file in &drawn {
        assert_eq!(code(file), "drawn", "{}", file["value"]);
    }
    let refused = [
        // A numerator above its denominator, by much and by little.
        counts(300.0, 200.0),
        counts(201.0, 200.0),
        counts(3.0, 2.0),
        counts(-30.0, 200.0),
        counts(30.0, -200.0),
        counts(30.0, 1e300),
        one("share", "value", 100.1),
        one("share", "value", -0.1),
        one("share", "value", 1e300),
        one("rate", "value", 1109.0),
        one("rate", "value", -1.0),
        one("count", "numerator", 1e300),
        one("count", "numerator", -3.0),
        one("mean", "value", 1e300),
        one("presence", "value", 101.0),
        limits(21.0, 20.0, 30.0),
        limits(10.0, 20.0, 19.0),
        limits(10.0, 20.0, 130.0),
        limits(-1.0, 20.0, 30.0),
    ];
    for file in &refused {
        assert_eq!(code(file), "argument-invalid", "{} {}", file["dimension"], file["value"]);
    }
}

#[test]
fn a_file_that_is_too_large_too_deep_or_ambiguous_is_refused_with_its_place() {
    let long = "é".repeat(limits::TEXT);
    let many: Vec<String> = (0..=limits::CATEGORIES).map(|n| format!("GM{n:04}")).collect();
    let parents: serde_json::Map<String, Json> =
        many.iter().map(|code| (code.clone(), json!(["PV99"]))).collect();
    let wide = |codes: &[String]| {
        let file = with(counts(30.0, 200.0), "/dimension/region/category/index", json!(codes));
        with(with(file, "/size/2", json!(codes.len())), "/value", json!({}))
    };
    // 1.4·10⁸ cells in some kilobytes: as many indicators and periods as there are regions.
    let mut huge = wide(many.get(..520).unwrap());
    let periods: Vec<String> = (1800..2100).map(|year| year.to_string()).collect();
    huge = with(huge, "/dimension/period/category/index", json!(periods));
    huge = with(huge, "/size/3", json!(300));
    let measures: Vec<String> = (0..900).map(|n| format!("m{n}")).collect();
    huge = with(huge, "/dimension/measure/category/index", json!(measures));
    huge = with(huge, "/size/1", json!(900));
    let twice = |dimension: &str, codes: [&str; 3]| {
        let axis = ["indicator", "measure", "region", "period"];
        let at = axis.iter().position(|name| *name == dimension).unwrap();
        let place = format!("/dimension/{dimension}/category/index");
        let file = with(counts(30.0, 200.0), &place, json!(codes));
        with(with(file, &format!("/size/{at}"), json!(3)), "/value", json!({}))
    };
    let good = || counts(30.0, 200.0);
    let definition = "/extension/definitions/0";
    let cases = [
        ("size", huge),
        ("size", wide(&many)),
        ("size", with(good(), "/extension/parents", Json::Object(parents))),
        ("region", twice("region", ["GM9901", "NL01", "GM9901"])),
        ("period", twice("period", ["2014", "2015", "2015"])),
        ("dimension.period", twice("period", ["2014", "2015", "2015JJ00"])),
        ("measure", twice("measure", ["numerator", "denominator", "numerator"])),
        ("extension.definitions", twice("indicator", ["proef", "ander", "proef"])),
        ("dimension.period", with(good(), "/dimension/period/category/index/0", json!("9999"))),
        ("dimension.period", with(good(), "/dimension/period/category/index/0", json!("0001"))),
        ("GM9901", with(good(), "/dimension/region/category/label", json!({"GM9901": long}))),
        ("nl", with(good(), &format!("{definition}/definition/nl"), json!(long))),
        ("index", with(good(), "/dimension/region/category/index/0", json!(long))),
        ("decimals", with(good(), &format!("{definition}/decimals"), json!(1e300))),
        (
            "value",
            with(
                good(),
                &format!("{definition}/target"),
                json!([{
                    "region": "GM9901", "value": 1e300, "label": {"nl": "doel", "en": "target"},
                }]),
            ),
        ),
    ];
    for (place, file) in cases {
        match dataset(&file) {
            Err(Error::DataMalformed { at, found, expected }) => {
                assert_eq!(at, place, "found {found}, expected {expected}");
                assert!(found.len() <= limits::TEXT && !expected.is_empty(), "{at}: {found}");
            }
            other => panic!("{place}: {:?}", other.map(|_| "read")),
        }
    }
}

/// The file of counts with one period of each indicator, and no dimension of periods.
fn undated(periods: Json) -> Json {
    let mut file = with(counts(30.0, 200.0), "/id", json!(["indicator", "measure", "region"]));
    file = with(file, "/size", json!([1, 2, 3]));
    file["dimension"].as_object_mut().unwrap().remove("period");
    with(file, "/extension/periods", periods)
}

#[test]
fn a_file_says_the_period_of_each_indicator_or_is_refused() {
    let profile = |file: &Json| drawn(file, "profile");
    assert_eq!(
        profile(&undated(json!({"proef": "2015"}))).unwrap(),
        profile(&counts(30.0, 200.0)).unwrap()
    );
    for (place, periods, found) in [
        ("dimension", json!({}), "nothing"),
        ("dimension", json!(null), "nothing"),
        ("extension.periods", json!({"ander": "2015"}), ""),
        ("extension.periods", json!({"proef": "2015", "ander": "2015"}), "other ids"),
        ("extension.periods", json!({"proef": "9999"}), "9999"),
        ("extension.periods", json!({"proef": ""}), ""),
    ] {
        let refused = profile(&undated(periods)).unwrap_err();
        let Error::DataMalformed { at, found: said, expected } = refused else { panic!("{place}") };
        assert_eq!((&*at, &*said), (place, found));
        assert!(!expected.is_empty());
    }
    assert_eq!(profile(&undated(json!({"proef": 2015}))).unwrap_err().code(), "data-malformed");
    assert_eq!(profile(&undated(json!(["2015"]))).unwrap_err().code(), "data-malformed");
    // The dimension is what counts of a file that has both.
    let both = with(counts(30.0, 200.0), "/extension/periods", json!({"proef": "2014"}));
    assert_eq!(profile(&both).unwrap(), profile(&counts(30.0, 200.0)).unwrap());
}

#[test]
fn no_file_is_of_more_periods_than_its_cells_could_be_of() {
    let mut file = undated(json!({}));
    let codes = |prefix: &str, count: usize| -> Vec<String> {
        (0..count).map(|n| format!("{prefix}{n:04}")).collect()
    };
    let (ids, regions) = (codes("i", 120), codes("GM", 400));
    let definition = file["extension"]["definitions"][0].clone();
    let definitions = ids.iter().map(|id| with(definition.clone(), "/id", json!(id)));
    file["extension"]["definitions"] = definitions.collect();
    let periods = ids.iter().enumerate().map(|(n, id)| (id.clone(), json!((1900 + n).to_string())));
    file["extension"]["periods"] = Json::Object(periods.collect());
    file["dimension"]["indicator"]["category"] = json!({"index": ids});
    file["dimension"]["region"]["category"] = json!({"index": regions});
    file["size"] = json!([ids.len(), 2, regions.len()]);
    file["value"] = json!({});
    let refused = dataset(&file).unwrap_err();
    let Error::DataMalformed { at, found, .. } = refused else { panic!("{refused:?}") };
    assert_eq!((&*at, &*found), ("extension.periods", "too many"));
}

#[test]
fn a_region_whose_name_no_picture_has_room_for_goes_by_its_code() {
    let named = |length: usize| {
        let name = "x".repeat(length);
        let label = json!({ "GM9901": name });
        let file = with(counts(30.0, 200.0), "/dimension/region/category/label", label);
        let told = drawn(&file, "number").unwrap();
        (told.contains(&name), told.contains("GM9901:"))
    };
    assert_eq!(named(limits::NAME), (true, false));
    assert_eq!(named(limits::NAME + 1), (false, true));
}

#[test]
fn a_map_of_too_many_shapes_or_points_is_refused() {
    let map = |geometries: Vec<Json>, arcs: Json| {
        let file = json!({
            "transform": {"scale": [1, 1]}, "arcs": arcs, "extension": {"format": 1},
            "objects": {"regions": {"geometries": geometries}},
        });
        Geometry::read(&serde_json::from_value(file).unwrap()).map_err(|error| error.code())
    };
    let tile = |n: usize| json!({"id": format!("GM{n:05}"), "coordinates": [n, n % 7]});
    assert!(map((0..400).map(tile).collect(), json!([])).is_ok());
    let begun = std::time::Instant::now();
    assert_eq!(map((0..20_000).map(tile).collect(), json!([])).err(), Some("data-malformed"));
    assert!(begun.elapsed().as_secs() < 20, "refused, but not before it was drawn");
    // A line of a thousand points, walked as often as it takes.
    let line: Vec<Json> = (0..1000).map(|_| json!([1, 1])).collect();
    let walked = |times: usize| {
        let shape = json!({"id": "GM0001", "arcs": [[vec![0; times]]], "properties": {"middle": [0, 0], "room": 1}});
        map(vec![shape], json!([line]))
    };
    assert!(walked(10).is_ok());
    assert_eq!(walked(limits::POINTS / 1000 + 1).err(), Some("data-malformed"));
}

#[test]
fn no_threshold_of_a_file_shows_fewer_than_five() {
    for threshold in [json!(0), json!(4), json!(-10), json!(1)] {
        for (numerator, denominator, is_shown) in
            [(4, 400, false), (5, 400, true), (396, 400, false), (395, 400, true), (0, 400, false)]
        {
            let file = counts(f64::from(numerator), f64::from(denominator));
            let file = with(file, "/extension/threshold", threshold.clone());
            let told = drawn(&file, "number").unwrap();
            let words = "te weinig kinderen";
            assert_eq!(!told.contains(words), is_shown, "{numerator} of {denominator}: {told}");
        }
    }
    // A percentage of so many persons, and a mean of them, are about as many persons.
    let told = |kind: &str, value: f64, denominator: u32| {
        let file = file(
            kind,
            "persons",
            &[
                ("value", [json!(value), json!(20), json!(20)]),
                ("denominator", [json!(denominator), json!(4000), json!(40_000)]),
            ],
        );
        drawn(&with(file, "/extension/threshold", json!(0)), "number").unwrap()
    };
    for (kind, value, denominator, is_shown) in [
        ("share", 1.3, 300, false),
        ("share", 1.7, 300, true),
        ("share", 98.7, 300, false),
        ("share", 50.0, 4, false),
        ("mean", 29.5, 4, false),
        ("mean", 29.5, 5, true),
    ] {
        let told = told(kind, value, denominator);
        assert_eq!(!told.contains("te weinig kinderen"), is_shown, "{kind} {value}: {told}");
    }
}

#[test]
fn a_file_cannot_have_persons_counted_as_municipalities() {
    let told = |counted: &str, kind: &str, code: &str, numerator: u32, denominator: u32| {
        let file = file(
            kind,
            counted,
            &[
                ("numerator", [json!(numerator), json!(400), json!(4000)]),
                ("denominator", [json!(denominator), json!(4000), json!(40_000)]),
            ],
        );
        // The town takes the place of another sort of region.
        let file = with(file, "/dimension/region/category/index", json!([code, "PV98", "NL02"]));
        let dataset = dataset(&file).unwrap();
        let attributes = [("indicator", "proef"), ("region", code), ("view", "number")];
        let request = support::request(&attributes, 500).unwrap();
        let figure = Figure::new(&dataset, &request).unwrap();
        figure.tree("proef").to_html()
    };
    for (code, numerator, denominator, is_shown) in [
        // What municipalities are counted in: the country, a province, a health region.
        ("NL01", 3, 355, true),
        ("NL01", 3, 418, true),
        ("PV26", 2, 26, true),
        ("GG1911", 13, 15, true),
        ("GG1911", 0, 15, true),
        // Births.
        ("NL01", 3, 170_510, false),
        ("PV26", 3, 300, false),
        ("GG1911", 4, 2000, false),
        ("GM9901", 3, 200, false),
        ("GM9901", 0, 20, false),
    ] {
        for kind in ["share", "presence"] {
            let told = told("municipalities", kind, code, numerator, denominator);
            let is_hidden = told.contains("te weinig kinderen");
            assert_eq!(
                !is_hidden, is_shown,
                "{kind}, {code}: {numerator} of {denominator}: {told}"
            );
        }
        let told = told("persons", "share", code, numerator.min(9), denominator.max(100));
        assert!(told.contains("te weinig kinderen"), "{code}: {told}");
    }
}

#[test]
fn what_is_withheld_everywhere_is_said_to_be() {
    let regional = |status: [&str; 2], period: Option<&str>, view: &str, lang: &str| {
        let file = file(
            "share",
            "persons",
            &[
                ("numerator", [Json::Null, Json::Null, json!(900)]),
                ("denominator", [Json::Null, Json::Null, json!(9000)]),
            ],
        );
        let file =
            with(file, "/dimension/region/category/index", json!(["GM9901", "GM9902", "NL01"]));
        let file = with(file, "/status", json!({"0": status[0], "1": status[1]}));
        let dataset = dataset(&file).unwrap();
        let mut attributes = vec![("indicator", "proef"), ("view", view), ("lang", lang)];
        attributes.extend(period.map(|period| ("period", period)));
        let request = support::request(&attributes, 500).unwrap();
        let error = Figure::new(&dataset, &request).err().unwrap();
        let words = kansrijke_start::text::words::failure::FailureWords::of(request.language);
        (error.code(), words.message(&error))
    };
    for view in ["ranking", "map", "heatmap"] {
        for period in [None, Some("2015")] {
            for (lang, words) in
                [("nl", "te weinig kinderen om te tonen"), ("en", "too few children to show")]
            {
                for other in ["withheld", "missing"] {
                    let (code, message) = regional(["withheld", other], period, view, lang);
                    assert_eq!(code, "all-withheld", "{view} {period:?}");
                    assert!(message.contains(words), "{message}");
                }
            }
            let (code, message) = regional(["missing", "missing"], period, view, "nl");
            assert!(["no-figures", "period-unknown"].contains(&code), "{view}: {code}");
            assert!(!message.contains("te weinig"), "{message}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Whatever a file says of its threshold and of what is counted, no count below five of a town
    /// leaves a trace.
    #[test]
    fn fewer_than_five_leave_no_trace(
        one in 0_u32..5, other in 0_u32..5, rest in 5_u32..3000, mirrored: bool,
        threshold in -20_i32..6,
        kind in prop_oneof![Just("share"), Just("rate")],
        counted in prop_oneof![Just("persons"), Just("municipalities")],
    ) {
        let told = |few: u32| {
            let (all, x) = (rest + 5, if mirrored { rest + 5 - few } else { few });
            let file = file(kind, counted, &[
                ("numerator", [json!(x), json!(400), json!(4000)]),
                ("denominator", [json!(all), json!(4000), json!(40_000)]),
            ]);
            drawn(&with(file, "/extension/threshold", json!(threshold)), "number").unwrap()
        };
        prop_assert_eq!(told(one), told(other));
    }
}
