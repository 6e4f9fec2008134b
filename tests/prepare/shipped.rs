// SPDX-License-Identifier: EUPL-1.2

use super::linear::elimination::determined;
use super::records::{Published, records};
use kansrijke_start::data::dataset::Dataset;
use kansrijke_start::data::jsonstat::JsonStat;
use kansrijke_start::indicator::definition::{Availability, Definition};
use kansrijke_start::indicator::observation::Status;
use kansrijke_start::indicator::period::Period;
use kansrijke_start::indicator::region::Kind;
use kansrijke_start::prepare::Summary;
use kansrijke_start::prepare::geography::boundaries::Boundaries;
use kansrijke_start::prepare::geography::place::Places;
use kansrijke_start::prepare::read::input::Progress;
use kansrijke_start::prepare::record::Records;
use kansrijke_start::prepare::run::report::Report;
use kansrijke_start::prepare::run::{prepare, uncontrolled as uncontrolled_of, write};
use kansrijke_start::request::Language;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

pub const YEARS: std::ops::RangeInclusive<i32> = 2010..=2023;
/// The years of which all figures of the mothers are there, and that are pooled.
const WHOLE: std::ops::RangeInclusive<i32> = 2010..=2015;
pub const BIRTHS: [&str; 4] =
    ["levendgeborenen", "tienermoeders", "moeders-35-plus", "eerste-kinderen"];

pub fn sources() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("www/figures")
}

/// The recipe of the shipped figures, carried out.
struct Made {
    folder: PathBuf,
    summary: Summary,
    report: Report,
}

/// The files, made once for all tests.
static MADE: LazyLock<Made> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("data");
    let figures = prepare(&sources().join("recipe.toml"), &Progress::default());
    let made = figures.and_then(|figures| {
        let report = Report::of(&figures, Language::Dutch);
        assert_eq!(report.text(), Report::of(&figures, Language::Dutch).text());
        Ok(Made { summary: write(figures, &folder)?, folder, report })
    });
    made.unwrap_or_else(|problems| {
        panic!("{}", problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    })
});

fn dataset(href: &str) -> Dataset {
    let text = fs::read_to_string(MADE.folder.join(href)).unwrap();
    let file: JsonStat = serde_json::from_str(&text).unwrap();
    Dataset::try_from(file).unwrap()
}

/// The folder in which the files were made.
pub fn made_folder() -> &'static Path {
    &MADE.folder
}

/// How many files were made.
pub fn files() -> usize {
    MADE.summary.files
}

/// The report of the run that made them.
pub fn report() -> &'static Report {
    &MADE.report
}

pub fn indicator(id: &str) -> (Dataset, Published) {
    let file = format!("indicator/{id}.json");
    (dataset(&file), records(&MADE.folder.join(file), id))
}

fn year(year: i32) -> Period {
    Period::years(year, year)
}

fn pool() -> Period {
    Period::years(*WHOLE.start(), *WHOLE.end())
}

/// The raw table: region and year to born, mothers under 20, mothers of 35 or older, first
/// children; of the last three what was fetched.
pub fn raw() -> BTreeMap<(String, i32), [Option<f64>; 4]> {
    let text = fs::read_to_string(sources().join("births.csv")).unwrap();
    let lines = text.lines().filter(|l| !l.starts_with('#')).skip(1);
    lines
        .map(|line| {
            let f: Vec<&str> = line.split(',').collect();
            let n = |i: usize| f[i].parse::<f64>().ok();
            ((f[0].to_string(), f[1].parse().unwrap()), [n(2), n(3), n(4), n(5)])
        })
        .collect()
}

#[test]
fn every_file_is_read_back_and_has_the_hash_of_the_index() {
    use sha2::{Digest, Sha256};
    let Made { folder: out, summary, .. } = &*MADE;
    let index: serde_json::Value =
        serde_json::from_slice(&fs::read(out.join("index.json")).unwrap()).unwrap();
    assert_eq!((&index["version"], &index["class"]), (&"2.0".into(), &"collection".into()));
    let items = index["link"]["item"].as_array().unwrap();
    // The index itself, where regions lie, a schema for each sort of file, what is needed to add
    // figures, the folder as a catalogue of data, what changed with its schema and as a feed; and
    // parts of the others.
    let files = |folder: &str| fs::read_dir(out.join(folder)).unwrap().count();
    // For each area that regions lie in, for the country and all larger regions, and the definitions.
    assert_eq!(files("overview"), 40 + 25 + 12 + 3);
    // The borders of each area, and of them all, and tiles.
    assert_eq!(files("geometry"), 40 + 25 + 12);
    // What each municipality is set beside.
    assert_eq!(files("comparators"), 342);
    let parts =
        ["country", "benchmark", "ranking", "overview", "region", "geometry", "comparators"]
            .map(files);
    let parts = parts.iter().sum::<usize>() - 420;
    // And what a story needs besides the file of its region, the names of all, and their hashes.
    assert_eq!(items.len() + 11 + parts + 3, summary.files);
    // Beside them the one of all indicators and regions.
    assert_eq!(items.len(), summary.indicators + 342 + 40 + 25 + 12 + 1 + 1);
    for item in items {
        let href = item["href"].as_str().unwrap();
        let bytes = fs::read(out.join(href)).unwrap();
        let hash: String = Sha256::digest(&bytes).iter().map(|b| format!("{b:02x}")).collect();
        assert_eq!(item["extension"]["sha256"], hash, "{href}");
        let file: JsonStat = serde_json::from_slice(&bytes).unwrap();
        let regions = file.dimension.get("region").unwrap().category.index.len();
        assert_eq!(regions, if href.starts_with("region/") { 1 } else { 420 }, "{href}");
        // A file of a region is read beside one that says what its figures mean.
        assert_eq!(Dataset::try_from(file).is_ok(), regions > 1, "{href}");
        for spaced in ["\": ", ",\n", "\", \""] {
            let spaced = spaced.as_bytes();
            assert!(!bytes.windows(spaced.len()).any(|w| w == spaced), "{href}: spaces");
        }
    }
}

#[test]
fn every_indicator_has_a_file_with_or_without_figures() {
    let catalogue =
        kansrijke_start::prepare::recipe::catalogue::read(&sources().join("catalogue.toml"));
    for entry in catalogue.unwrap() {
        let (data, _) = indicator(&entry.definition.id);
        let mut definition = entry.definition;
        // Whether that is true of the figures is tested with the words for it.
        let is_national = |d: &Definition| d.availability == Some(Availability::National);
        if data.definitions.iter().any(is_national) {
            definition.availability = Some(Availability::National);
        }
        assert_eq!(data.definitions, [definition]);
    }
}

#[test]
fn a_region_file_stands_beside_those_it_lies_in() {
    let mut utrecht = dataset("benchmark/tienermoeders.json");
    assert!(utrecht.regions.iter().all(|r| r.kind() != Kind::Municipality));
    let text = fs::read_to_string(made_folder().join("region/GM0344.json")).unwrap();
    utrecht.join(serde_json::from_str(&text).unwrap()).unwrap();
    assert_eq!(utrecht.region("GM0344").unwrap().1.name, "Utrecht");
    assert_eq!(utrecht.parents("GM0344"), ["GG2514", "CR17", "PV26"]);
    assert_eq!(utrecht.parents("CR17"), ["PV26"]);
    assert_eq!(utrecht.parents("GG2514"), ["PV26"]);
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

/// Municipalities that received a part of a divided one, and COROP regions between which one was
/// divided, with the last year that is lost.
const BROKEN: [(&str, i32); 18] = [
    ("GM0074", 2013), // Heerenveen: Boarnsterhim
    ("GM1940", 2013), // De Fryske Marren: Boarnsterhim
    ("CR06", 2013),
    ("GM0796", 2014), // 's-Hertogenbosch: Maasdonk
    ("GM0828", 2014), // Oss: Maasdonk
    ("GM0080", 2017), // Leeuwarden: Littenseradiel
    ("GM1900", 2017), // Súdwest-Fryslân
    ("GM1949", 2017), // Waadhoeke
    ("CR04", 2017),
    ("CR05", 2017),
    ("GM1966", 2018), // Het Hogeland: Winsum
    ("GM1969", 2018), // Westerkwartier
    ("GM0757", 2020), // Boxtel: Haaren
    ("GM0824", 2020), // Oisterwijk
    ("GM0855", 2020), // Tilburg
    ("GM0865", 2020), // Vught
    ("CR34", 2020),
    ("CR35", 2020),
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
                let is_elsewhere = status == Some(Status::NotFetched);
                assert!(!is_elsewhere || id != BIRTHS[0] && !WHOLE.contains(&y), "{id} {place:?}");
                let others = [Status::BorderChange, Status::Withheld, Status::NotFetched];
                assert!(status.is_none_or(|status| others.contains(&status)), "{id} {place:?}");
            }
            let status = records[&(place.code.clone(), pool())].status;
            assert_eq!(status == Some(Status::BorderChange), last.is_some(), "{id} {place:?}");
        }
    }
}

/// The records before disclosure control, from the same path.
pub fn raw_records() -> &'static BTreeMap<String, Records> {
    static ALL: LazyLock<BTreeMap<String, Records>> = LazyLock::new(|| {
        let recipe = sources().join("recipe.toml");
        uncontrolled_of(&recipe, &Progress::default()).unwrap_or_else(|_| panic!("refused")).records
    });
    &ALL
}

/// Their counts of whole years.
fn uncontrolled(id: &str) -> BTreeMap<(String, Period), f64> {
    let counted = raw_records()[id].iter().filter(|((_, p), _)| p.months() == 12);
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

/// The years of which all municipalities have the figures of an indicator.
fn whole(nth: usize) -> std::ops::RangeInclusive<i32> {
    if nth == 0 { YEARS } else { WHOLE }
}

#[test]
fn no_birth_is_lost_or_counted_twice() {
    let raw = raw();
    // Municipalities of old whose births went to the receivers of a part, and the divided ones.
    let boundaries = boundaries();
    for (nth, id) in BIRTHS.iter().enumerate() {
        let figures = uncontrolled(id);
        for y in whole(nth) {
            let exact: BTreeSet<&String> =
                figures.keys().filter(|(_, p)| *p == year(y)).map(|(code, _)| code).collect();
            let sum = |level: &str| -> f64 {
                let of = figures.iter().filter(|((c, p), _)| c.starts_with(level) && *p == year(y));
                of.map(|(_, n)| n).sum()
            };
            // Old municipalities that became a part of no exact one: known parts and divided ones.
            let others: f64 = raw
                .iter()
                .filter(|((code, at), _)| code.starts_with("GM") && *at == y)
                .filter(|((code, _), _)| {
                    boundaries.successors(code).iter().all(|h| !exact.contains(h))
                })
                .filter_map(|(_, counts)| counts[nth])
                .sum();
            let national = raw[&("NL01".to_string(), y)][nth].unwrap();
            assert_eq!(others > 0.0, y <= 2020, "{id} {y}");
            assert_eq!(sum("GM") + others, national, "{id} {y}");
            for level in ["PV", "GG"] {
                assert_eq!(sum(level), national, "{id} {level} {y}");
            }
            let corop = sum("CR");
            assert!(if y <= 2020 { corop < national } else { corop == national }, "{id} {y}");
        }
    }
}

/// Municipalities that lay elsewhere than what they have become: from, to, the last year.
const MOVED: [(&str, &str, &str, i32); 10] = [
    ("GM0545", "PV28", "PV26", 2018), // Leerdam
    ("GM0707", "PV28", "PV26", 2018), // Zederik
    ("GM0545", "CR30", "CR17", 2018),
    ("GM0707", "CR30", "CR17", 2018),
    ("GM1987", "CR01", "CR03", 2017), // Menterwolde
    ("GM0365", "CR23", "CR19", 2014), // Graft-De Rijp
    ("GM0393", "CR21", "CR23", 2018), // Haarlemmerliede en Spaarnwoude
    ("GM0457", "CR24", "CR23", 2021), // Weesp
    ("GM0643", "CR29", "CR28", 2014), // Nederlek
    ("GM0644", "CR29", "CR28", 2014), // Ouderkerk
];

#[test]
fn provinces_and_corop_regions_are_those_of_the_source_on_the_land_of_the_reference_year() {
    let raw = raw();
    let (mut same, mut other) = (0, 0);
    for (nth, id) in BIRTHS.iter().enumerate() {
        let figures = uncontrolled(id);
        for ((code, y), counts) in &raw {
            let figure = figures.get(&(code.clone(), year(*y)));
            if !code.starts_with("PV") && !code.starts_with("CR") {
                continue;
            }
            let published = counts[nth].unwrap();
            let moved = MOVED.iter().filter(|(.., last)| y <= last);
            let moved: Vec<_> =
                moved.filter(|(_, from, to, _)| from == code || to == code).collect();
            if BROKEN.iter().any(|(region, last)| region == code && y <= last) {
                assert_eq!(figure, None, "{id} {code} {y}");
            } else if moved.is_empty() {
                assert_eq!(figure, Some(&published), "{id} {code} {y}");
                same += 1;
            } else if whole(nth).contains(y) {
                let by = |(municipality, from, ..): &&(&str, &str, &str, i32)| {
                    let count = raw[&(municipality.to_string(), *y)][nth].unwrap();
                    if from == code { -count } else { count }
                };
                let sum: f64 = moved.iter().map(by).sum();
                assert_eq!(figure, Some(&(published + sum)), "{id} {code} {y}");
                other += 1;
            } else {
                // The municipalities were not fetched, and the source's region was another one.
                assert_eq!(figure, None, "{id} {code} {y}");
            }
        }
    }
    assert!(same > 2000 && other > 150, "{same} {other}");
}

#[test]
fn the_country_is_carried_from_the_source_and_its_pool_is_the_sum_of_its_years() {
    let raw = raw();
    for (nth, id) in BIRTHS.iter().enumerate() {
        let (_, records) = indicator(id);
        let national = |y: i32| raw[&("NL01".to_string(), y)][nth].unwrap();
        for y in YEARS {
            let found = records[&("NL01".to_string(), year(y))].numerator;
            assert_eq!(found, Some(national(y)), "{id} {y}");
        }
        let found = records[&("NL01".to_string(), pool())].numerator;
        assert_eq!(found, Some(WHOLE.map(national).sum()), "{id}");
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
            if !whole(nth).contains(&y) {
                assert_eq!(of("GM0599"), None, "{id} {y}");
                continue;
            }
            let found = |code: &str| records[&(code.to_string(), year(y))].numerator;
            assert_eq!(found("GM0599"), of("GM0599"), "{id} {y}");
            if [2015, 2021].contains(&y) && *id != "tienermoeders" {
                let both = of("GM0363").zip(of("GM0457")).map(|(one, other)| one + other);
                assert_eq!(found("GM0363"), both, "{id} {y}");
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

/// The attacker adds up everything that is published: groups, the country, the pool; then the same
/// with what was published before.
#[test]
fn no_withheld_count_follows_from_what_is_published() {
    let before = earlier();
    for id in BIRTHS {
        let (data, records) = indicator(id);
        let told = &before[id];
        assert!(told.len() > 100, "{id}");
        let now = |key: &(String, Period)| records[key].numerator.is_some();
        let ever = |key: &(String, Period)| now(key) || told.contains(key);
        // Only the pools tie years to each other.
        let single = (WHOLE.end() + 1..=2018).map(|y| vec![year(y)]);
        let recent = (2019..=2023).map(year).chain([Period::years(2019, 2023)]).collect();
        let early = WHOLE.map(year).chain([pool()]).collect();
        let blocks = [early, recent].into_iter().chain(single);
        for block in blocks {
            let withheld = |key: &(String, Period)| records[key].status == Some(Status::Withheld);
            let found = follows(&data, &block, &now);
            let found: Vec<_> = found.into_iter().filter(|key| withheld(key)).collect();
            assert!(found.is_empty(), "{id}: {found:?}");
            let found = follows(&data, &block, &ever);
            let found: Vec<_> = found.into_iter().filter(|key| withheld(key)).collect();
            assert!(found.is_empty(), "{id}, with the earlier edition: {found:?}");
        }
        let withheld = records.values().filter(|r| r.status == Some(Status::Withheld)).count();
        assert!(withheld > 20, "{id}: {withheld}");
    }
}

/// Of each indicator the regions and periods of which the earlier edition showed a figure.
pub fn earlier() -> BTreeMap<String, BTreeSet<(String, Period)>> {
    let text = fs::read_to_string(sources().join("earlier.csv")).unwrap();
    let mut told: BTreeMap<String, BTreeSet<(String, Period)>> = BTreeMap::new();
    for line in text.lines().filter(|l| !l.starts_with('#')).skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let keys = fields[2].split(' ').map(|p| (fields[1].to_string(), Period::parse(p).unwrap()));
        told.entry(fields[0].to_string()).or_default().extend(keys);
    }
    told
}

/// What follows for whoever adds up what is known of some periods.
fn follows(
    data: &Dataset,
    periods: &[Period],
    known: &dyn Fn(&(String, Period)) -> bool,
) -> Vec<(String, Period)> {
    let mut unknowns: BTreeMap<(String, Period), usize> = BTreeMap::new();
    let mut equations = Vec::new();
    let mut relate = |total: (String, Period), parts: Vec<(String, Period)>| {
        let signed = parts.into_iter().map(|p| (p, 1)).chain([(total, -1)]);
        let hidden = signed.filter(|(key, _)| !known(key));
        let equation: Vec<(usize, i8)> = hidden
            .map(|(key, sign)| {
                let next = unknowns.len();
                (*unknowns.entry(key).or_insert(next), sign)
            })
            .collect();
        equations.push(equation);
    };
    for period in periods.iter().copied() {
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
        for kind in [Kind::Province, Kind::Corop, Kind::HealthRegion] {
            let parts = data.regions.iter().filter(|r| r.kind() == kind);
            relate(("NL01".into(), period), parts.map(|r| (r.code.clone(), period)).collect());
        }
    }
    for pool in periods.iter().filter(|period| period.months() > 12) {
        let years = || periods.iter().filter(|period| period.months() == 12);
        for place in &data.regions {
            let parts = years().map(|year| (place.code.clone(), *year)).collect();
            relate((place.code.clone(), *pool), parts);
        }
    }
    let keys: BTreeMap<usize, &(String, Period)> =
        unknowns.iter().map(|(key, at)| (*at, key)).collect();
    determined(&equations).into_iter().map(|(at, _)| keys[&at].clone()).collect()
}
