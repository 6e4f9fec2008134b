// SPDX-License-Identifier: EUPL-1.2
//! A chart of the files that the element fetches is that of the whole file, which the program reads.

use super::{fetched, support};
use kansrijke_start::data::dataset::Dataset;
use kansrijke_start::figure::Figure;
use kansrijke_start::prepare::publish::address;
use std::collections::BTreeSet;
use std::fs;

/// The figure with its table and as rows, or what is said in its place.
fn told(dataset: &Dataset, attributes: &[(&str, &str)]) -> Result<String, String> {
    let request = support::request(attributes, 640).unwrap();
    let figure = Figure::new(dataset, &request).map_err(|error| format!("{error:?}"))?;
    Ok([figure.tree("a").to_html(), figure.csv()].concat())
}

/// The ids of the indicators with a file in a folder of the figures.
fn ids(folder: &str) -> Vec<String> {
    let files = fs::read_dir(support::figures().join(folder)).unwrap();
    let name = |file: fs::DirEntry| file.file_name().to_string_lossy().replace(".json", "");
    let mut ids: Vec<String> = files.map(|file| name(file.unwrap())).collect();
    ids.sort();
    ids
}

#[test]
fn two_files_tell_of_a_place_what_the_whole_one_does() {
    let whole = support::dataset("levendgeborenen").unwrap();
    let (mut compared, mut drawn) = (0, 0);
    for (nth, id) in ids("indicator").iter().enumerate() {
        let whole_one = support::dataset(id).unwrap();
        // All places by the indicators in turn, and some of each sort by all of them.
        let some = ["Utrecht", "Den Haag", "Limburg", "utrecht (gemeente)", "Nederland", "GG2514"];
        let others = whole.regions.iter().skip(nth % 8).step_by(8).map(|r| r.code.as_str());
        for region in some.into_iter().chain(others) {
            let joined = [false, true]
                .map(|beside| fetched::place(support::figures(), id, region, beside).unwrap());
            for (view, compare, beside) in [
                ("number", "", false),
                ("trend", "", false),
                ("table", "NL01", false),
                ("compare", "", true),
                ("table", "PV26, GG2514 NL01", true),
            ] {
                let joined = &joined[usize::from(beside)];
                let asked = [
                    ("indicator", id.as_str()),
                    ("region", region),
                    ("view", view),
                    ("compare", compare),
                ];
                let told_whole = told(whole_one, &asked);
                assert_eq!(told(joined, &asked), told_whole, "{asked:?}");
                compared += 1;
                drawn += usize::from(told_whole.is_ok());
            }
        }
    }
    assert!(compared > 15_000 && drawn > 4_000, "{drawn} of {compared}");
}

#[test]
fn one_file_ranks_and_maps_as_the_whole_one_does() {
    let mut drawn = 0;
    for id in ids("ranking") {
        let (whole, part) =
            (support::dataset(&id).unwrap(), fetched::ranking(support::figures(), &id).unwrap());
        let scopes = whole.regions.iter().map(|r| r.code.as_str());
        let scopes: Vec<&str> = scopes.filter(|code| !code.starts_with("GM")).collect();
        for region in ["NL01", "PV26", "GG7206", "GM0060", "Amsterdam"] {
            for within in scopes.iter().copied().chain(["similar", ""]) {
                for view in ["ranking", "funnel", "map"] {
                    let asked = [
                        ("indicator", id.as_str()),
                        ("region", region),
                        ("within", within),
                        ("view", view),
                    ];
                    let told_whole = told(whole, &asked);
                    assert_eq!(told(&part, &asked), told_whole, "{asked:?}");
                    drawn += usize::from(told_whole.is_ok());
                }
            }
        }
    }
    assert!(drawn > 1_000, "{drawn}");
}

#[test]
fn an_indicator_without_such_a_file_sets_nothing_beside_each_other() {
    let with: BTreeSet<String> = ids("ranking").into_iter().collect();
    let mut without = 0;
    for id in ids("indicator").iter().filter(|id| !with.contains(*id)) {
        for region in ["NL01", "PV26", "GG7206", "GM0344"] {
            let asked = [("indicator", id.as_str()), ("region", region), ("view", "ranking")];
            assert!(told(support::dataset(id).unwrap(), &asked).is_err(), "{asked:?}");
            without += 1;
        }
    }
    assert!(without > 100);
}

#[test]
fn every_name_that_finds_a_place_has_a_file() {
    let whole = support::dataset("tienermoeders").unwrap();
    for region in &whole.regions {
        for name in [&region.code, &region.name, &region.name.to_uppercase()] {
            let file = fetched::file(
                support::figures(),
                &format!("region/{}.json", address::file_of(name)),
            );
            let found =
                &whole.region(name).unwrap_or_else(|_| whole.region(&region.name).unwrap()).1;
            let codes = &file.dimension.get("region").unwrap().category.index;
            assert!(codes.contains(&found.code), "{name}");
        }
    }
    assert_eq!(address::file_of("gm0344"), "GM0344");
    assert_eq!(address::file_of("Súdwest-Fryslân"), "s-dwest-frysl-n");
    assert_eq!(address::file_of("Bergen (NH.)"), "bergen-nh-");
}

/// The files of many indicators by what they are called, as `addressesOf` in
/// `www/element/files.js` chooses among them.
fn areas() -> Vec<String> {
    let all = ids(fetched::AREAS).into_iter();
    all.filter(|name| name != "definitions").collect()
}

/// What is asked of one of them: a region, what it lies in, what it is compared with, the view.
fn asked_of<'a>(area: &'a str, region: &'a str, compare: &'a str) -> Vec<[(&'a str, &'a str); 4]> {
    let scopes = if area.starts_with("NL") || area == "larger" {
        ["", "NL01", "similar"].to_vec()
    } else {
        [area].to_vec()
    };
    let mut all = Vec::new();
    for within in scopes {
        for view in ["profile", "heatmap"] {
            all.push([
                ("region", region),
                ("within", within),
                ("compare", compare),
                ("view", view),
            ]);
        }
    }
    all
}

#[test]
fn a_part_of_many_indicators_tells_of_its_regions_what_the_whole_one_does() {
    let whole = support::dataset("").unwrap();
    let (mut drawn, mut left, mut elsewhere) = (0, 0, 0);
    for area in areas() {
        let part = fetched::many(support::figures(), &area).unwrap();
        // Of the many of the country fewer.
        let step = if area.starts_with("NL") { 24 } else { 3 };
        let own = part.regions.iter().filter(|r| !(area == "larger" && r.code == "NL01"));
        for region in own.step_by(step) {
            for asked in asked_of(&area, &region.code, "NL01") {
                assert!(told(&part, &asked) == told(whole, &asked), "{area} {asked:?}");
                drawn += 1;
            }
        }
        // Names, and regions and benchmarks of all sorts: those that are not there are asked of the
        // whole file, and all others come to the same.
        let names = part.regions.iter().map(|r| &*r.name).step_by(40);
        let some = ["Utrecht", "Groningen", "Limburg", "Flevoland", "PV26", "GG7206"];
        for region in some.into_iter().chain(names) {
            for compare in ["NL01", "PV26", "GM0363 NL01"] {
                for asked in asked_of(&area, region, compare) {
                    let is_large = |code: &str| {
                        !code.starts_with("GM") && code.ends_with(|c: char| c.is_ascii_digit())
                    };
                    if area == "larger" && !is_large(region) || area == "NL01" && is_large(region) {
                        continue;
                    }
                    match told(&part, &asked) {
                        Err(_) => elsewhere += 1,
                        same => {
                            assert!(same == told(whole, &asked), "{area} {asked:?}");
                            left += 1;
                        }
                    }
                }
            }
        }
    }
    println!("{drawn} of their regions, {left} of others, {elsewhere} asked of the whole file");
    assert!(drawn > 1_000 && left > 200 && elsewhere > 300);
}

#[test]
fn a_name_in_a_part_is_of_the_region_that_the_whole_file_finds() {
    let whole = support::dataset("").unwrap();
    let mut found = 0;
    for area in areas().iter().filter(|area| *area != "larger") {
        let part = fetched::many(support::figures(), area).unwrap();
        for region in &whole.regions {
            let Ok((_, here)) = part.region(&region.name) else { continue };
            assert_eq!(here.code, whole.region(&region.name).unwrap().1.code, "{area}");
            found += 1;
        }
    }
    assert!(found > 1_000);
}

/// The value below which a part of some ordered numbers lies, by linear interpolation.
fn quantile(ordered: &[f64], part: f64) -> f64 {
    let at = part * (ordered.len() - 1) as f64;
    let (below, above) = (ordered[at.floor() as usize], ordered[at.ceil() as usize]);
    below + (above - below) * at.fract()
}

#[test]
fn what_a_story_tells_of_a_spread_is_that_of_the_regions() {
    let story = Dataset::try_from(fetched::file(support::figures(), "story.json")).unwrap();
    let mut compared = 0;
    for told in &story.spreads {
        let whole = support::dataset(&told.indicator).unwrap();
        // A set is asked for by one of its regions.
        let first =
            whole.regions.iter().find(|region| region.code.starts_with(&told.kind)).unwrap();
        let asked = [
            ("indicator", &*told.indicator),
            ("region", &first.code),
            ("view", "ranking"),
            ("period", &told.period),
        ];
        let request = support::request(&asked, 640).unwrap();
        let figure = Figure::new(whole, &request).unwrap();
        let rows = figure.findings().into_iter();
        let of_kind = rows.filter(|row| row.region.starts_with(&told.kind));
        let mut values: Vec<f64> = of_kind.filter_map(|row| row.value).collect();
        values.sort_by(f64::total_cmp);
        assert_eq!(values.len(), told.count as usize, "{told:?}");
        let parts = [0.0, 0.25, 0.75, 1.0].map(|part| quantile(&values, part));
        let are_near =
            parts.iter().zip(told.values).all(|(one, other)| (one - other).abs() < 0.006);
        assert!(are_near, "{told:?} {parts:?}");
        compared += 1;
    }
    assert!(compared > 50, "{compared}");
}
