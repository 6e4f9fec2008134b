// SPDX-License-Identifier: EUPL-1.2
//! How much the folder weighs, and how much a chart fetches of it under brotli.

use super::{fetched, support};
use kansrijke_start::prepare::publish::address;
use kansrijke_start::prepare::publish::compress::compressed;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The most that the folder may weigh, that a chart of one place may fetch, one that sets it beside
/// larger ones, and one that sets regions beside each other, in bytes.
const FOLDER: usize = 15_600_000;
const PLACE: usize = 5_000;
const BESIDE: usize = 13_000;
const REGIONS: usize = 20_000;

/// The most that is fetched where a reader chooses regions and periods; where all indicators stand
/// beside each other, of all regions; of all municipalities; and of the regions of an area.
const WHOLE: usize = 35_000;
const MANY: usize = 27_000;
const MUNICIPALITIES: usize = 20_500;
const AREA: usize = 11_000;
/// The most that a story fetches, with the file of its region.
const STORY: usize = 12_000;

/// What a map is drawn from besides: the country, an area, tiles.
const COUNTRY: usize = 14_000;
const GEOMETRY: usize = 5_000;
const TILES: usize = 2_000;

/// The bytes of every file under brotli, and of all as they are.
fn weigh(folder: &Path) -> (BTreeMap<String, usize>, usize) {
    let (mut files, mut all) = (BTreeMap::new(), 0);
    for kind in
        ["", "indicator", "country", "benchmark", "ranking", "overview", "region", "geometry"]
    {
        for entry in fs::read_dir(folder.join(kind)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let bytes = fs::read(&path).unwrap();
                all += bytes.len();
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                files.insert(name, compressed(&bytes).unwrap().len());
            }
        }
    }
    (files, all)
}

/// The heaviest of some, with its name.
fn heaviest(sizes: impl Iterator<Item = (String, usize)>) -> (String, usize) {
    sizes.max_by_key(|(_, size)| *size).unwrap()
}

fn check(folder: &Path, name: &str) {
    let (files, all) = weigh(folder);
    let of = |kind: &str| {
        let kind = format!("{kind}/");
        files.iter().filter(move |(file, _)| file.starts_with(&kind)).map(|(f, s)| (f.clone(), *s))
    };
    let country = heaviest(of("country"));
    let (benchmark, region) = (
        heaviest(of("benchmark")),
        heaviest(of("region").filter(|(file, _)| {
            // The script asks for no file of a larger place by its code.
            !["region/NL", "region/PV", "region/GG", "region/CR"]
                .iter()
                .any(|l| file.starts_with(l))
        })),
    );
    let ranking = heaviest(of("ranking"));
    let whole = heaviest(of("indicator"));
    let overview = files["overview.json"];
    println!("{name}: {} files, {} kB", files.len(), all / 1000);
    println!("one place: {} {} B + {} {} B", country.0, country.1, region.0, region.1);
    println!("beside larger ones: {} {} B", benchmark.0, benchmark.1);
    println!("regions: {} {} B; all: {} {} B", ranking.0, ranking.1, whole.0, whole.1);
    println!("many indicators: {overview} B");
    assert!(all <= FOLDER, "{all}");
    assert!(country.1 + region.1 <= PLACE, "{country:?} {region:?}");
    assert!(benchmark.1 + region.1 <= BESIDE, "{benchmark:?} {region:?}");
    assert!(ranking.1 <= REGIONS, "{ranking:?}");
    let story = files["story.json"];
    println!("a story: {story} B + {} B", region.1);
    assert!(story + region.1 <= STORY, "{story} {region:?}");
}

#[test]
fn the_shipped_folder_is_small() {
    let folder = support::figures();
    check(folder, "shipped");
    let (files, _) = weigh(folder);
    for (file, size) in files.iter().filter(|(file, _)| file.starts_with("indicator/")) {
        assert!(*size <= WHOLE, "{file} {size}");
    }
    let many = files["overview.json"];
    assert!(many <= MANY, "{many}");
    let area = heaviest(
        files.iter().filter(|(f, _)| f.starts_with("geometry/")).map(|(f, s)| (f.clone(), *s)),
    );
    let (country, tiles) = (files["geometry.json"], files["tiles.json"]);
    println!("geometry: {country} B; of an area: {area:?}; tiles: {tiles} B");
    assert!(country <= COUNTRY && area.1 <= GEOMETRY && tiles <= TILES);
    let of = |area: &str| files[&format!("overview/{area}.json")];
    assert!(of("NL01") <= MUNICIPALITIES, "{}", of("NL01"));
    assert!(of("larger") <= AREA, "{}", of("larger"));
    let area = |file: &str| {
        !["overview/NL01", "overview/larger", "overview/definitions"]
            .iter()
            .any(|other| file.starts_with(other))
    };
    let areas = files.iter().filter(|(file, _)| file.starts_with("overview/") && area(file));
    let area = heaviest(areas.map(|(file, size)| (file.clone(), *size + of("definitions"))));
    println!("municipalities: {} B; larger: {} B; area: {area:?}", of("NL01"), of("larger"));
    assert!(area.1 <= AREA, "{area:?}");
    // Every pair, and not the heaviest of each alone, is there to be fetched.
    for region in ["GM0344", "Utrecht", "Nederland"] {
        let [_, region] = fetched::of_place("tienermoeders", region, false);
        assert!(files.contains_key(&region), "{region}");
    }
    assert_eq!(address::file_of("Nederland"), "nederland");
}
