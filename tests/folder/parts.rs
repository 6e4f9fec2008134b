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
            let joined = fetched::place(support::figures(), id, region).unwrap();
            for (view, compare) in
                [("number", ""), ("trend", ""), ("compare", ""), ("table", "PV26, GG2514 NL01")]
            {
                let asked = [
                    ("indicator", id.as_str()),
                    ("region", region),
                    ("view", view),
                    ("compare", compare),
                ];
                let told_whole = told(whole_one, &asked);
                assert_eq!(told(&joined, &asked), told_whole, "{asked:?}");
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
