// SPDX-License-Identifier: EUPL-1.2
//! Figures of a recipe's own beside those of a folder: nothing of the folder is lost, what both say
//! differently is refused, and nobody works out from both together what either withholds.

use super::attacker::Attacker;
use super::folder::{Folder, told};
use kansrijke_start::indicator::observation::Status;
use kansrijke_start::indicator::period::Period;
use kansrijke_start::prepare::audit::Published;
use kansrijke_start::prepare::folder::integrity;
use kansrijke_start::prepare::geography::place::Places;
use kansrijke_start::prepare::problem::Problem;
use kansrijke_start::prepare::publish::edition;
use kansrijke_start::prepare::publish::joining::Joining;
use kansrijke_start::prepare::read::input::Progress;
use kansrijke_start::prepare::recipe::declared::Declared;
use kansrijke_start::prepare::record::Records;
use kansrijke_start::prepare::run::{Figures, Options, join, prepare, write};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Two subjects, so that a folder is small.
const CATALOGUE: &str = r#"
[[indicator]]
id = "proef"
sets = ["beside"]
phase = "after"
kind = "count"
direction = "context"
counted = "persons"
decimals = 0
unit = { nl = "kinderen", en = "children" }
name = { nl = "Proef", en = "Trial" }
definition = { nl = "Kinderen van een proef.", en = "Children of a trial." }
sentence = { nl = "In {region} waren er {period} {value}.", en = "In {region} there were {value} {period}." }
source = { publisher = "CBS", publication = "Proeftabel", updated = "2020-01-01" }
licence = "CC BY 4.0"
[[indicator]]
id = "deel"
sets = ["beside"]
phase = "after"
kind = "share"
direction = "context"
counted = "persons"
decimals = 1
name = { nl = "Deel", en = "Part" }
definition = { nl = "Een deel.", en = "A part." }
sentence = { nl = "In {region} was dat {period} {value}.", en = "In {region} it was {value} {period}." }
source = { publisher = "CBS" }
"#;

const FILE: &str = "
[[file]]
path = \"t.csv\"
region = \"gebied\"
period = \"jaar\"
[[file.series]]
indicator = \"proef\"
numerator = \"aantal\"
";

/// The municipalities of Flevoland.
const CODES: [&str; 6] = ["GM0034", "GM0050", "GM0171", "GM0184", "GM0303", "GM0995"];

/// A folder of figures in `data`, made from these rows, and what its recipe is.
fn base(rows: &str) -> Folder {
    let folder = Folder::with(&[("van/catalogue.toml", CATALOGUE.as_bytes())]);
    let recipe = format!("catalogue = \"catalogue.toml\"\n{FILE}");
    folder.put("van/recipe.toml", recipe.as_bytes());
    folder.put("van/t.csv", format!("gebied;jaar;aantal\n{rows}").as_bytes());
    let made = prepare(&folder.0.join("van/recipe.toml"), &Progress::default()).unwrap();
    write(made, &data(&folder)).unwrap();
    folder
}

fn data(folder: &Folder) -> PathBuf {
    folder.0.join("data")
}

/// What a recipe adds to the folder.
fn joined(folder: &Folder, recipe: &str, rows: &str) -> Result<Figures, Vec<Problem>> {
    folder.put("recipe.toml", recipe.as_bytes());
    folder.put("t.csv", format!("gebied;jaar;aantal\n{rows}").as_bytes());
    let (recipe, data) = (folder.0.join("recipe.toml"), data(folder));
    join(&recipe, &data, &Progress::default(), &Options::default())
}

/// The files of a folder with their bytes, without the list of whose they are.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().display().to_string();
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found
}

fn key(region: &str, year: i32) -> (String, Period) {
    (region.into(), Period::years(year, year))
}

fn json(folder: &Folder, name: &str) -> Value {
    serde_json::from_slice(&fs::read(data(folder).join(name)).unwrap()).unwrap()
}

const ROWS: &str = "PV24;2020;300\nGM0034;2020;100\nGM0995;2020;80\n";

#[test]
fn own_figures_stand_beside_those_of_the_folder_with_their_own_source() {
    let folder = base(ROWS);
    let before = files(&data(&folder));
    let recipe = format!("[publisher]\nname = \"GGD Flevoland\"\n{FILE}");
    let made = joined(&folder, &recipe, "GM0034;2020;100\nGM0034;2021;105\nGM0050;2020;41\n");
    let made = made.unwrap();
    assert_eq!(made.records["proef"][&key("GM0034", 2021)].numerator, Some(105.0));
    assert_eq!(made.records["proef"][&key("GM0995", 2020)].numerator, Some(80.0));
    write(made, &data(&folder)).unwrap();
    let source = |name: &str| {
        let definition = json(&folder, name)["extension"]["definitions"][0].clone();
        assert_eq!(definition["source"]["publisher"], "CBS", "{name}");
        definition["source"]["publication"].as_str().unwrap().to_string()
    };
    let all = "Proeftabel, CC BY 4.0; GGD Flevoland (Almere, Zeewolde, 2020, 2021)";
    assert_eq!(source("indicator/proef.json"), all);
    // The figure that both have is the folder's.
    let origins = json(&folder, "indicator/proef.json")["extension"]["origins"].clone();
    let [origin] = origins.as_array().unwrap().as_slice() else { panic!("{origins}") };
    assert_eq!(origin["source"], "GGD Flevoland", "{origin}");
    let cells: Vec<(usize, usize)> = serde_json::from_value(origin["cells"].clone()).unwrap();
    assert_eq!(cells.iter().map(|(first, last)| last - first + 1).sum::<usize>(), 2, "{origin}");
    // What has nothing to do with it is the same.
    let after = files(&data(&folder));
    for name in ["indicator/deel.json", "region/GM0344.json", "region/GM0995.json"] {
        assert_eq!(before[name], after[name], "{name}");
    }
    assert_eq!(before.len(), after.len());
}

#[test]
fn a_second_time_changes_nothing_and_another_file_replaces_its_own_alone() {
    let folder = base(ROWS);
    let before = files(&data(&folder));
    let recipe = format!("[publisher]\nname = \"GGD Flevoland\"\n{FILE}");
    let run = |rows: &str| {
        write(joined(&folder, &recipe, rows).unwrap(), &data(&folder)).unwrap();
        files(&data(&folder))
    };
    let first = run("GM0034;2021;105\nGM0050;2021;41\n");
    assert_eq!(first, run("GM0034;2021;105\nGM0050;2021;41\n"), "twice is not once");
    run("GM0034;2021;106\n");
    let records = edition::read(&data(&folder)).unwrap();
    assert_eq!(records["proef"][&key("GM0034", 2021)].numerator, Some(106.0));
    assert!(!records["proef"].contains_key(&key("GM0050", 2021)), "it was taken out");
    // Another recipe takes nothing of this one away.
    folder.put("jgz.toml", recipe.replace("Flevoland", "elders").as_bytes());
    folder.put("t.csv", b"gebied;jaar;aantal\nGM0171;2021;52\n");
    let other = folder.0.join("jgz.toml");
    let figures = join(&other, &data(&folder), &Progress::default(), &Options::default()).unwrap();
    assert_eq!(figures.records["proef"][&key("GM0034", 2021)].numerator, Some(106.0));
    assert_eq!(figures.joining.added.len(), 2);
    // Without figures of its own, and without its name, all is as it was.
    joined(&folder, FILE, "GM0034;2020;100\n").map(|f| write(f, &data(&folder))).unwrap().unwrap();
    let after = files(&data(&folder));
    let differs: Vec<&String> = before
        .iter()
        .filter(|(name, bytes)| after.get(*name) != Some(bytes))
        .map(|(n, _)| n)
        .collect();
    assert!(
        differs
            .iter()
            .all(|name| ["joining.json", "dcat.jsonld", "integrity.json"].contains(&name.as_str())),
        "{differs:?}"
    );
    assert_eq!(Joining::read(&data(&folder)).unwrap().added, BTreeMap::new());
}

#[test]
fn a_subject_of_the_country_alone_is_that_no_more_when_a_municipality_is_added() {
    let folder = base("NL01;2020;300\n");
    let availability = || {
        let file = json(&folder, "indicator/proef.json");
        let definition = &file["extension"]["definitions"][0];
        definition.get("availability").and_then(Value::as_str).map(str::to_string)
    };
    assert_eq!(availability().as_deref(), Some("national"));
    let recipe = format!("[publisher]\nname = \"GGD Flevoland\"\n{FILE}");
    let add = |rows: &str| {
        write(joined(&folder, &recipe, rows).unwrap(), &data(&folder)).unwrap();
    };
    add("GM0034;2020;100\n");
    assert_eq!(availability(), None);
    add("NL01;2020;300\n");
    assert_eq!(availability().as_deref(), Some("national"));
}

#[test]
fn what_both_say_differently_is_refused_by_name() {
    let folder = base(ROWS);
    let before = files(&data(&folder));
    let text = told(joined(&folder, FILE, "GM0034;2020;101\nGM0995;2020;80\n"));
    assert!(text.contains("proef, GM0034, 2020: 101, terwijl de map 100 heeft"), "{text}");
    assert!(text.contains("id = \"proef-eigen\""), "what to do is not said: {text}");
    assert!(!text.contains("GM0995"), "the same number is no conflict: {text}");
    let own = |more: &str| format!("{FILE}\n[[indicator]]\nid = \"proef\"\n{more}");
    let other = own("decimals = 1\nname = { nl = \"Anders\", en = \"Other\" }");
    let text = told(joined(&folder, &other, "GM0034;2021;101\n"));
    assert!(text.contains("proef met iets anders bij decimals, name dan de map"), "{text}");
    let text = told(joined(&folder, &format!("division = 2024\n{FILE}"), ""));
    assert!(text.contains("division = 2025, zoals in de map"), "{text}");
    let text = told(joined(&folder, &format!("threshold = 5\n{FILE}"), ""));
    assert!(text.contains("threshold = 10, zoals in de map"), "{text}");
    assert_eq!(before, files(&data(&folder)), "something was written");
    // Whose the figures are may be another's.
    let source = own("source = { publisher = \"GGD\", publication = \"Monitor\" }");
    let made = joined(&folder, &source, "GM0034;2021;101\n").unwrap();
    assert_eq!(made.joining.added["recipe.toml"].sources["proef"].source.publisher, "GGD");
    assert_eq!(made.catalogue.len(), 2);
    // A subject of one's own may say another number of the same.
    let id =
        CATALOGUE.split("[[indicator]]").nth(1).unwrap().replace("\"proef\"", "\"proef-eigen\"");
    let recipe = format!("{}\n[[indicator]]{id}", FILE.replace("\"proef\"", "\"proef-eigen\""));
    let made = joined(&folder, &recipe, "GM0034;2020;101\n").unwrap();
    assert_eq!(made.records["proef-eigen"][&key("GM0034", 2020)].numerator, Some(101.0));
    assert_eq!(made.records["proef"][&key("GM0034", 2020)].numerator, Some(100.0));
    write(made, &data(&folder)).unwrap();
    assert!(data(&folder).join("indicator/proef-eigen.json").is_file());
    joined(&folder, FILE, "GM0034;2020;100\n").map(|f| write(f, &data(&folder))).unwrap().unwrap();
    assert!(!data(&folder).join("indicator/proef-eigen.json").is_file(), "it was taken out");
}

#[test]
fn a_folder_of_another_version_is_refused_and_so_are_other_places() {
    let folder = base(ROWS);
    fs::remove_file(data(&folder).join("joining.json")).unwrap();
    let text = told(joined(&folder, FILE, "GM0034;2021;100\n"));
    assert!(text.contains("joining.json") && text.contains("maak haar daarmee opnieuw"), "{text}");
    let folder = base(ROWS);
    let path = data(&folder).join("indicator/proef.json");
    let renamed = fs::read_to_string(&path).unwrap().replace("\"Almere\"", "\"Elders\"");
    fs::write(&path, renamed).unwrap();
    // The last file that names a place is believed: all of them do.
    let path = data(&folder).join("indicator/deel.json");
    let renamed = fs::read_to_string(&path).unwrap().replace("\"Almere\"", "\"Elders\"");
    fs::write(&path, renamed).unwrap();
    let text = told(joined(&folder, FILE, "GM0034;2021;100\n"));
    assert!(text.contains("andere gebieden dan in de map: GM0034"), "{text}");
}

#[test]
fn a_withheld_figure_of_the_folder_stays_so_unless_that_gives_nothing_away() {
    // Urk has 4, which the total would tell: Noordoostpolder is withheld for its sake.
    let rows = "PV24;2020;334\nGM0034;2020;100\nGM0050;2020;50\nGM0171;2020;60\nGM0184;2020;4\nGM0303;2020;40\nGM0995;2020;80\n";
    let folder = base(rows);
    let records = edition::read(&data(&folder)).unwrap();
    let withheld: Vec<&str> = records["proef"]
        .iter()
        .filter(|(_, record)| record.status == Some(Status::Withheld))
        .map(|((region, _), _)| region.as_str())
        .collect();
    assert_eq!(withheld.len(), 2, "{withheld:?}");
    assert!(withheld.contains(&"GM0184"), "{withheld:?}");
    let other = withheld.iter().find(|code| **code != "GM0184").unwrap();
    let count = rows.lines().find(|row| row.starts_with(*other)).unwrap();
    // Whoever adds the other one, exactly right, would tell of Urk.
    let made = joined(&folder, FILE, &format!("{count}\nGM0034;2021;90\n")).unwrap();
    assert_eq!(made.records["proef"][&key(other, 2020)].status, Some(Status::Withheld));
    assert_eq!(made.records["proef"][&key("GM0034", 2021)].numerator, Some(90.0));
    assert_eq!(made.summary.suppressed["proef"].len(), 1);
    // Too small by itself.
    let made = joined(&folder, FILE, "GM0184;2020;4\nGM0184;2021;4\n").unwrap();
    for year in [2020, 2021] {
        assert_eq!(made.records["proef"][&key("GM0184", year)].status, Some(Status::Withheld));
    }
    // Where there is no total the folder's withheld one tells of nobody else.
    let folder = base("GM0034;2020;100\nGM0184;2020;4\n");
    let total = joined(&folder, FILE, "PV24;2020;334\n").unwrap();
    assert_eq!(total.records["proef"][&key("PV24", 2020)].numerator, Some(334.0));
    // The other way round: a total of the recipe would tell of the folder's withheld one.
    let folder = base(&rows.replace("PV24;2020;334\n", ""));
    let made = joined(&folder, FILE, "PV24;2020;334\n").unwrap();
    assert_eq!(made.records["proef"][&key("PV24", 2020)].status, Some(Status::Withheld));
    assert_eq!(made.records["proef"][&key("GM0034", 2020)].numerator, Some(100.0));
}

#[test]
fn nothing_withheld_leaves_a_trace_in_any_file() {
    let folder = base(ROWS);
    let file = FILE
        .replace("\"proef\"", "\"deel\"")
        .replace("aantal\"", "aantal\"\ndenominator = \"van\"");
    folder.put("recipe.toml", format!("[publisher]\nname = \"GGD\"\n{file}").as_bytes());
    folder.put("t.csv", b"gebied;jaar;aantal;van\nGM0034;2022;7;73571\nGM0050;2023;613;73573\n");
    let recipe = folder.0.join("recipe.toml");
    let made = join(&recipe, &data(&folder), &Progress::default(), &Options::default()).unwrap();
    assert_eq!(made.records["deel"][&key("GM0034", 2022)].status, Some(Status::Withheld));
    write(made, &data(&folder)).unwrap();
    let mut shown = 0;
    for (name, bytes) in files(&data(&folder)) {
        let text = String::from_utf8(bytes).unwrap();
        assert!(!text.contains("73571"), "{name}");
        shown += usize::from(text.contains("73573"));
    }
    assert!(shown > 2, "{shown}");
    // Nor does the catalogue of data say that there is anything of that year.
    let dcat = fs::read_to_string(data(&folder).join("dcat.jsonld")).unwrap();
    assert!(!dcat.contains("2022-"), "{dcat}");
    assert!(dcat.contains("2023-12-31"), "{dcat}");
}

#[test]
fn the_list_of_hashes_beside_the_folder_follows() {
    let folder = base(ROWS);
    folder.put("core.js", b"core");
    folder.put("recipe.toml", FILE.as_bytes());
    folder.put("t.csv", b"gebied;jaar;aantal\nGM0034;2021;105\n");
    let list = || -> BTreeMap<String, String> {
        serde_json::from_slice(&fs::read(folder.0.join(integrity::LIST)).unwrap()).unwrap()
    };
    let mut hashes = integrity::hashes(&data(&folder), "data/").unwrap();
    hashes.insert("core.js".into(), integrity::hash(b"core").into());
    folder.put(integrity::LIST, serde_json::to_string(&hashes).unwrap().as_bytes());
    let before = list();
    let add = |out: &str| {
        let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_kansrijke-start"));
        program.args(["prepare", "recipe.toml", "--add", "data", "--out", out]);
        let output = program.current_dir(&folder.0).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let said = add("elders");
    assert!(said.contains("proef: 1 nieuw"), "{said}");
    assert_eq!(list(), before, "another folder is not in the list");
    add("data");
    let after = list();
    assert_ne!(after, before);
    assert_eq!(after["core.js"], before["core.js"]);
    let now = integrity::hashes(&data(&folder), "data/").unwrap();
    assert_eq!(after.len(), now.len() + 1);
    for (name, hash) in now {
        assert_eq!(after[&name], hash, "{name}");
    }
    assert_eq!(files(&folder.0.join("elders")), files(&data(&folder)));
    // A list that is somebody's is left alone.
    folder.put(integrity::LIST, b"{\"data/\": 1}");
    add("data");
    assert_eq!(fs::read(folder.0.join(integrity::LIST)).unwrap(), b"{\"data/\": 1}");
}

/// Of each municipality its count and who states it: nobody, the folder, the recipe or both; and who
/// states the total.
fn tables() -> impl Strategy<Value = (Vec<(u8, u8)>, u8)> {
    (prop::collection::vec((0_u8..26, 0_u8..4), CODES.len()), 0_u8..4)
}

#[test]
fn nobody_works_out_from_both_what_either_withholds() {
    let mut runner = TestRunner::new_with_rng(
        Config::default(),
        proptest::test_runner::TestRng::deterministic_rng(
            proptest::test_runner::RngAlgorithm::ChaCha,
        ),
    );
    let (mut withheld, mut shown, mut tried) = (0, 0, 0);
    for nth in 0..24 {
        let (counts, total) = tables().new_tree(&mut runner).unwrap().current();
        let sum: u32 = counts.iter().map(|(count, _)| u32::from(*count)).sum();
        let mut rows = [String::new(), String::new()];
        let mut put = |code: &str, count: u32, who: u8| {
            for (at, rows) in rows.iter_mut().enumerate() {
                if who & (1 << at) != 0 {
                    rows.push_str(&format!("{code};2020;{count}\n"));
                }
            }
        };
        for (code, (count, who)) in CODES.iter().zip(&counts) {
            put(code, u32::from(*count), *who);
        }
        put("PV24", sum, total);
        if rows.iter().any(String::is_empty) {
            continue;
        }
        let folder = base(&rows[0]);
        let earlier = edition::read(&data(&folder)).unwrap();
        let made = joined(&folder, FILE, &rows[1]).unwrap();
        let definitions: Vec<_> = made.catalogue.iter().map(|entry| &entry.definition).collect();
        let definitions: Vec<_> = definitions.into_iter().filter(|d| d.id == "proef").collect();
        // Nobody else has a row.
        let near = |code: &str| code == "PV24" || CODES.contains(&code);
        let places = made.places.iter().filter(|place| near(&place.code)).cloned().collect();
        let places = Places::new(places, BTreeMap::new());
        let declared = Declared::default();
        let editions: [BTreeMap<String, Records>; 1] = [earlier];
        let published = Published {
            definitions: &definitions,
            records: &made.records,
            places: &places,
            declared: &declared,
            earlier: &editions,
            threshold: 10.0,
        };
        let elementary = [Period::years(2020, 2020)];
        let found = Attacker::of(&published, &elementary).narrow();
        assert_eq!(found, Some(BTreeMap::new()), "{nth}: {counts:?} {total}");
        let own = made.summary.suppressed.get("proef").map_or(0, Vec::len);
        withheld += own;
        shown += made.records["proef"].values().filter(|r| r.numerator.is_some()).count();
        tried += 1;
    }
    assert!(tried > 15 && withheld > 15 && shown > 40, "{tried} {withheld} {shown}");
}
