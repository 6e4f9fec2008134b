// SPDX-License-Identifier: EUPL-1.2

use super::linear::elimination::determined;
use super::records::{Published, records};
use kansrijke_start::data::dataset::Dataset;
use kansrijke_start::data::jsonstat::JsonStat;
use kansrijke_start::indicator::observation::Status;
use kansrijke_start::indicator::period::Period;
use kansrijke_start::indicator::region::Kind;
use kansrijke_start::prepare::geography::boundaries::Boundaries;
use kansrijke_start::prepare::geography::place::Places;
use kansrijke_start::prepare::read::input::Progress;
use kansrijke_start::prepare::record::Records;
use kansrijke_start::prepare::run::uncontrolled as uncontrolled_of;
use kansrijke_start::prepare::{Summary, run};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

const YEARS: std::ops::RangeInclusive<i32> = 2010..=2015;
pub const BIRTHS: [&str; 4] =
    ["levendgeborenen", "tienermoeders", "moeders-35-plus", "eerste-kinderen"];

pub fn sources() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("www/figures")
}

fn made(name: &str) -> (PathBuf, Summary) {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let summary = run(&sources(), &out).unwrap_or_else(|problems| {
        panic!("{}", problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    });
    (out, summary)
}

/// The files, made once for all tests.
static MADE: LazyLock<(PathBuf, Summary)> = LazyLock::new(|| made("data"));

fn dataset(href: &str) -> Dataset {
    let text = fs::read_to_string(MADE.0.join(href)).unwrap();
    let file: JsonStat = serde_json::from_str(&text).unwrap();
    Dataset::try_from(file).unwrap()
}

/// The folder in which the files were made.
pub fn made_folder() -> &'static Path {
    &MADE.0
}

pub fn indicator(id: &str) -> (Dataset, Published) {
    let file = format!("indicator/{id}.json");
    (dataset(&file), records(&MADE.0.join(file), id))
}

fn year(year: i32) -> Period {
    Period::years(year, year)
}

fn pool() -> Period {
    Period::years(*YEARS.start(), *YEARS.end())
}

/// The raw table: region and year to born, mothers under 20, mothers of 35 or older, first
/// children.
fn raw() -> BTreeMap<(String, i32), [f64; 4]> {
    let text = fs::read_to_string(sources().join("births.csv")).unwrap();
    let lines = text.lines().filter(|l| !l.starts_with('#')).skip(1);
    lines
        .map(|line| {
            let f: Vec<&str> = line.split(',').collect();
            let n = |i: usize| f[i].parse::<f64>().unwrap();
            ((f[0].to_string(), f[1].parse().unwrap()), [n(2), n(3), n(4), n(5)])
        })
        .collect()
}

#[test]
fn every_file_is_read_back_and_has_the_hash_of_the_index() {
    use sha2::{Digest, Sha256};
    let (out, summary) = &*MADE;
    let index: serde_json::Value =
        serde_json::from_slice(&fs::read(out.join("index.json")).unwrap()).unwrap();
    assert_eq!((&index["version"], &index["class"]), (&"2.0".into(), &"collection".into()));
    let items = index["link"]["item"].as_array().unwrap();
    // The index itself, where regions lie, a schema for each sort of file, what is needed to add
    // figures, and the folder as a catalogue of data.
    assert_eq!(items.len() + 6, summary.files);
    // Beside them the one of all indicators and regions.
    assert_eq!(items.len(), summary.indicators + 342 + 25 + 12 + 1 + 1);
    for item in items {
        let href = item["href"].as_str().unwrap();
        let bytes = fs::read(out.join(href)).unwrap();
        let hash: String = Sha256::digest(&bytes).iter().map(|b| format!("{b:02x}")).collect();
        assert_eq!(item["extension"]["sha256"], hash, "{href}");
        let data = dataset(href);
        let regions = if href.starts_with("indicator/") { 380 } else { data.regions.len() };
        assert_eq!(data.regions.len(), regions, "{href}");
        for spaced in ["\": ", ",\n", "\", \""] {
            let spaced = spaced.as_bytes();
            assert!(!bytes.windows(spaced.len()).any(|w| w == spaced), "{href}: spaces");
        }
    }
}

#[test]
fn the_same_tables_give_the_same_bytes() {
    let (one, (other, _)) = (&MADE.0, made("again"));
    let mut compared = 0;
    for folder in ["", "indicator", "region"] {
        for entry in fs::read_dir(one.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let twin = other.join(folder).join(path.file_name().unwrap());
                assert_eq!(fs::read(&path).unwrap(), fs::read(twin).unwrap(), "{path:?}");
                compared += 1;
            }
        }
    }
    // And the list of them.
    assert_eq!(compared, MADE.1.files + 1);
}

#[test]
fn every_indicator_has_a_file_with_or_without_figures() {
    let catalogue =
        kansrijke_start::prepare::recipe::catalogue::read(&sources().join("catalogue.toml"));
    for entry in catalogue.unwrap() {
        let (data, _) = indicator(&entry.definition.id);
        assert_eq!(data.definitions, [entry.definition]);
    }
}

#[test]
fn a_region_file_holds_the_region_with_those_it_lies_in() {
    let utrecht = dataset("region/GM0344.json");
    let codes: Vec<&str> = utrecht.regions.iter().map(|r| r.code.as_str()).collect();
    assert_eq!(codes, ["NL01", "PV26", "GG2514", "GM0344"]);
    assert_eq!(utrecht.parents("GM0344"), ["GG2514", "PV26"]);
    assert_eq!(utrecht.parents("GG2514"), ["PV26"]);
    assert_eq!(dataset("region/NL01.json").regions.len(), 1);
    let (_, births) = indicator("levendgeborenen");
    let key = ("GM0344".to_string(), year(2015));
    let file = records(&made_folder().join("region/GM0344.json"), "levendgeborenen");
    let found = file.get(&key).unwrap();
    assert_eq!(Some(found), births.get(&key));
    assert!(found.numerator.unwrap() > 4000.0);
}

#[test]
fn a_name_of_two_places_finds_neither() {
    let data = indicator("tienermoeders").0;
    assert!(data.region("Bergen").is_err());
    assert_eq!(data.region("'s-Gravenhage").unwrap().1.code, "GM0518");
    assert_eq!(data.region("Den Haag").unwrap().1.code, "GM0518");
    assert_eq!(data.region("Utrecht").unwrap().1.code, "GM0344");
}

/// Municipalities that received a part of a divided one, with the last year that is lost.
const BROKEN: [(&str, i32); 14] = [
    ("GM0074", 2013), // Heerenveen: Boarnsterhim
    ("GM1940", 2013), // De Fryske Marren: Boarnsterhim
    ("GM0796", 2014), // 's-Hertogenbosch: Maasdonk
    ("GM0828", 2014), // Oss: Maasdonk
    ("GM0080", 2015), // Leeuwarden: Littenseradiel
    ("GM1900", 2015), // Súdwest-Fryslân
    ("GM1949", 2015), // Waadhoeke
    ("GM1966", 2015), // Het Hogeland: Winsum
    ("GM1969", 2015), // Westerkwartier
    ("GM0757", 2015), // Boxtel: Haaren
    ("GM0824", 2015), // Oisterwijk
    ("GM0855", 2015), // Tilburg
    ("GM0865", 2015), // Vught
    ("GM0000", 0),
];

#[test]
fn only_receivers_of_a_part_lack_years() {
    for id in BIRTHS {
        let (data, records) = indicator(id);
        for place in data.regions.iter() {
            let last = BROKEN.iter().find(|(code, _)| *code == place.code).map(|(_, year)| *year);
            for y in YEARS {
                let status = records[&(place.code.clone(), year(y))].status;
                let expected = last.is_some_and(|last| y <= last);
                assert_eq!(status == Some(Status::BorderChange), expected, "{id} {place:?} {y}");
                assert!(matches!(status, None | Some(Status::BorderChange | Status::Withheld)));
            }
            let status = records[&(place.code.clone(), pool())].status;
            assert_eq!(status == Some(Status::BorderChange), last.is_some(), "{id} {place:?}");
        }
    }
}

/// The figures before disclosure control, from the same path.
fn uncontrolled(id: &str) -> BTreeMap<(String, Period), f64> {
    static ALL: LazyLock<BTreeMap<String, Records>> = LazyLock::new(|| {
        let recipe = sources().join("recipe.toml");
        uncontrolled_of(&recipe, &Progress::default()).unwrap_or_else(|_| panic!("refused")).records
    });
    let counted = ALL[id].iter().filter(|((_, p), _)| pool().contains(*p) && p.months() == 12);
    counted.filter_map(|(key, r)| Some((key.clone(), r.numerator?))).collect()
}

/// The places, as they are shipped.
pub fn places() -> Places {
    let bytes = |name: &str| fs::read(sources().join(name)).unwrap();
    Places::parse(&bytes("regions.csv"), &bytes("aliases.csv")).unwrap()
}

/// The changes of municipalities, as they are shipped.
fn boundaries() -> Boundaries {
    let mergers = fs::read(sources().join("mergers.csv")).unwrap();
    Boundaries::parse(&mergers, places(), 2025).unwrap().0
}

#[test]
fn no_birth_is_lost_or_counted_twice() {
    let raw = raw();
    // Municipalities of old whose births went to the receivers of a part, and the divided ones.
    let boundaries = boundaries();
    for (nth, id) in BIRTHS.iter().enumerate() {
        let figures = uncontrolled(id);
        for y in YEARS {
            let exact: BTreeSet<&String> =
                figures.keys().filter(|(_, p)| *p == year(y)).map(|(code, _)| code).collect();
            let municipalities: f64 = figures
                .iter()
                .filter(|((code, p), _)| code.starts_with("GM") && *p == year(y))
                .map(|(_, n)| n)
                .sum();
            // Old municipalities that became a part of no exact one: known parts and divided ones.
            let others: f64 = raw
                .iter()
                .filter(|((code, at), _)| code.starts_with("GM") && *at == y)
                .filter(|((code, _), _)| {
                    boundaries.successors(code).iter().all(|h| !exact.contains(h))
                })
                .map(|(_, counts)| counts[nth])
                .sum();
            let national = raw[&("NL01".to_string(), y)][nth];
            assert!(others > 0.0);
            assert_eq!(municipalities + others, national, "{id} {y}");
            for groups in ["PV", "GG"] {
                let sum: f64 = figures
                    .iter()
                    .filter(|((code, p), _)| code.starts_with(groups) && *p == year(y))
                    .map(|(_, n)| n)
                    .sum();
                assert_eq!(sum, national, "{id} {groups} {y}");
            }
        }
    }
}

#[test]
fn provinces_are_those_of_the_source_but_for_leerdam_and_zederik() {
    let raw = raw();
    for (nth, id) in BIRTHS.iter().enumerate() {
        let figures = uncontrolled(id);
        for y in YEARS {
            let moved = raw[&("GM0545".to_string(), y)][nth] + raw[&("GM0707".to_string(), y)][nth];
            assert!(moved > 0.0);
            for province in 20..=31 {
                let code = format!("PV{province}");
                let difference = figures[&(code.clone(), year(y))] - raw[&(code.clone(), y)][nth];
                let expected = match province {
                    26 => moved,
                    28 => -moved,
                    _ => 0.0,
                };
                assert_eq!(difference, expected, "{id} {code} {y}");
            }
        }
    }
}

#[test]
fn the_country_is_carried_from_the_source_and_its_pool_is_the_sum_of_its_years() {
    let raw = raw();
    for (nth, id) in BIRTHS.iter().enumerate() {
        let (_, records) = indicator(id);
        let national = |y: i32| raw[&("NL01".to_string(), y)][nth];
        for y in YEARS {
            let found = records[&("NL01".to_string(), year(y))].numerator;
            assert_eq!(found, Some(national(y)), "{id} {y}");
        }
        let found = records[&("NL01".to_string(), pool())].numerator;
        assert_eq!(found, Some(YEARS.map(national).sum()), "{id}");
    }
}

#[test]
fn what_is_shown_is_the_raw_count_and_never_below_the_threshold() {
    let raw = raw();
    for (nth, id) in BIRTHS.iter().enumerate() {
        let (_, records) = indicator(id);
        // Rotterdam was whole in every year; Amsterdam, too, but for Weesp.
        for y in YEARS {
            let of = |code: &str| raw[&(code.to_string(), y)][nth];
            let found = |code: &str| records[&(code.to_string(), year(y))].numerator;
            assert_eq!(found("GM0599"), Some(of("GM0599")), "{id} {y}");
            if y == 2015 && *id != "tienermoeders" {
                assert_eq!(found("GM0363"), Some(of("GM0363") + of("GM0457")), "{id} {y}");
            }
        }
        for (key, record) in &records {
            if let Some(x) = record.numerator {
                assert!(x >= 10.0, "{id} {key:?}");
                assert!(record.denominator.is_none_or(|n| n - x >= 10.0), "{id} {key:?}");
            }
            if record.status == Some(Status::Withheld) {
                let numbers = [record.value, record.numerator, record.denominator, record.lower];
                assert_eq!(numbers, [None; 4], "{id} {key:?}");
            }
        }
    }
}

#[test]
fn a_withheld_denominator_is_not_read_elsewhere() {
    let (_, births) = indicator("levendgeborenen");
    let withheld: Vec<_> =
        births.iter().filter(|(_, r)| r.status == Some(Status::Withheld)).map(|(k, _)| k).collect();
    assert!(!withheld.is_empty());
    for id in &BIRTHS[1..] {
        let (_, records) = indicator(id);
        for key in &withheld {
            assert_eq!(records[*key].denominator, None, "{id} {key:?}");
        }
    }
}

/// The attacker adds up everything that is published: groups, the country, the pool.
#[test]
fn no_withheld_count_follows_from_what_is_published() {
    for id in BIRTHS {
        let (data, records) = indicator(id);
        let mut unknowns: BTreeMap<(String, Period), usize> = BTreeMap::new();
        let mut equations = Vec::new();
        let mut relate = |total: (String, Period), parts: Vec<(String, Period)>| {
            let signed = parts.into_iter().map(|p| (p, 1)).chain([(total, -1)]);
            let hidden = signed.filter(|(key, _)| records[key].numerator.is_none());
            let equation: Vec<(usize, i8)> = hidden
                .map(|(key, sign)| {
                    let next = unknowns.len();
                    (*unknowns.entry(key).or_insert(next), sign)
                })
                .collect();
            equations.push(equation);
        };
        for period in YEARS.map(year).chain([pool()]) {
            for place in &data.regions {
                let members: Vec<_> = data
                    .regions
                    .iter()
                    .filter(|r| data.parents(&r.code).contains(&place.code))
                    .filter(|r| r.kind() == Kind::Municipality)
                    .map(|r| (r.code.clone(), period))
                    .collect();
                if !members.is_empty() {
                    relate((place.code.clone(), period), members);
                }
            }
            for kind in [Kind::Province, Kind::HealthRegion] {
                let parts = data.regions.iter().filter(|r| r.kind() == kind);
                relate(("NL01".into(), period), parts.map(|r| (r.code.clone(), period)).collect());
            }
        }
        for place in &data.regions {
            let parts = YEARS.map(|y| (place.code.clone(), year(y))).collect();
            relate((place.code.clone(), pool()), parts);
        }
        let keys: BTreeMap<usize, &(String, Period)> =
            unknowns.iter().map(|(key, at)| (*at, key)).collect();
        let found: Vec<_> = determined(&equations)
            .into_iter()
            .map(|(at, _)| keys[&at])
            .filter(|key| records[*key].status == Some(Status::Withheld))
            .collect();
        assert!(found.is_empty(), "{id}: {found:?}");
        let withheld = records.values().filter(|r| r.status == Some(Status::Withheld)).count();
        assert!(withheld > 20, "{id}: {withheld}");
    }
}
