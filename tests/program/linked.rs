// SPDX-License-Identifier: EUPL-1.2
//! What is written for the web of data, through readers that know nothing of this project: the
//! processor of JSON-LD of its authors, and a parser of CSV on the Web.

use crate::support::folder::Folder;
use crate::support::{figures, project};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

/// What the reader makes of a file.
fn read(words: &[&str]) -> String {
    let mut node = Command::new("node");
    let output = node.arg(project().join("tests/node/linked.mjs")).args(words).output().unwrap();
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The program with these words.
fn run(folder: &Path, words: &[&str]) -> String {
    let mut program = Command::new(env!("CARGO_BIN_EXE_kansrijke-start"));
    let output = program.args(words).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The objects of N-Quads by subject and predicate.
type Graph = BTreeMap<String, BTreeMap<String, Vec<String>>>;

fn graph(quads: &str) -> Graph {
    let mut graph = Graph::new();
    for line in quads.lines() {
        let (subject, rest) = line.split_once(' ').unwrap();
        let (predicate, object) = rest.split_once(' ').unwrap();
        let object = object.strip_suffix(" .").unwrap().to_string();
        let name = predicate.trim_matches(['<', '>']).to_string();
        graph.entry(subject.into()).or_default().entry(name).or_default().push(object);
    }
    graph
}

const DCT: &str = "http://purl.org/dc/terms/";
const DCAT: &str = "http://www.w3.org/ns/dcat#";
const TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

/// The things of a class.
fn of<'g>(graph: &'g Graph, class: &str) -> Vec<(&'g String, &'g BTreeMap<String, Vec<String>>)> {
    let class = format!("<{class}>");
    let is = |of: &BTreeMap<String, Vec<String>>| of.get(TYPE).is_some_and(|t| t.contains(&class));
    graph.iter().filter(|(_, of)| is(of)).collect()
}

/// What DCAT-AP-NL 3 asks of a dataset and of a distribution.
fn hold(graph: &Graph, is_published: bool) {
    let sets = of(graph, &format!("{DCAT}Dataset"));
    assert!(!sets.is_empty());
    for (subject, set) in sets {
        let asked = [
            "title",
            "description",
            "identifier",
            "creator",
            "accessRights",
            "temporal",
            "spatial",
            "language",
        ];
        for name in asked {
            assert!(set.contains_key(&format!("{DCT}{name}")), "{subject}: {name}");
        }
        for name in ["theme", "keyword", "distribution"] {
            assert!(set.contains_key(&format!("{DCAT}{name}")), "{subject}: {name}");
        }
        assert_eq!(set[&format!("{DCT}identifier")].len(), 1, "{subject}");
        // Who publishes and answers is never made up.
        assert_eq!(set.contains_key(&format!("{DCT}publisher")), is_published, "{subject}");
        assert_eq!(set.contains_key(&format!("{DCAT}contactPoint")), is_published, "{subject}");
    }
    for (subject, one) in of(graph, &format!("{DCAT}Distribution")) {
        for name in [format!("{DCT}license"), format!("{DCAT}accessURL"), format!("{DCT}format")] {
            assert_eq!(one.get(&name).map(Vec::len), Some(1), "{subject}: {name}");
        }
    }
}

#[test]
fn the_folder_is_a_catalogue_of_data() {
    let file = figures().join("dcat.jsonld");
    let graph = graph(&read(&["quads", file.to_str().unwrap(), "https://example.nl/data/"]));
    hold(&graph, false);
    let index: Value =
        serde_json::from_str(&fs::read_to_string(figures().join("index.json")).unwrap()).unwrap();
    let items = index["link"]["item"].as_array().unwrap().iter();
    let with_figures: BTreeSet<String> = items
        .filter(|item| item["extension"]["figures"] != 0)
        .filter_map(|item| item["href"].as_str()?.strip_prefix("indicator/"))
        .map(|name| format!("<https://example.nl/data/indicator/{name}>"))
        .collect();
    let files: BTreeSet<String> = of(&graph, &format!("{DCAT}Distribution"))
        .into_iter()
        .map(|(_, one)| one[&format!("{DCAT}downloadURL")][0].clone())
        .collect();
    assert_eq!(files, with_figures);
    let catalogue = of(&graph, &format!("{DCAT}Catalog"));
    assert_eq!(catalogue.len(), 1);
    assert_eq!(catalogue[0].1[&format!("{DCAT}dataset")].len(), files.len());
}

#[test]
fn who_publishes_it_and_where_it_stands_are_in_the_catalogue_where_they_are_said() {
    let folder = Folder::new("published");
    fs::write(folder.at("t.csv"), "gebied;jaar;x;n\nUtrecht;2023;31;4700\n").unwrap();
    let recipe = "[publisher]\nname = \"GGD \\\"Proef\\\" </script>\"\naddress = \"https://ggd.example.nl/\"\n\
                  contact = { email = \"cijfers@ggd.example.nl\", page = \"https://ggd.example.nl/contact\" }\n\
                  [[file]]\npath = \"t.csv\"\nregion = \"gebied\"\nlevel = \"municipality\"\nperiod = \"jaar\"\n\
                  [[file.series]]\nindicator = \"tienermoeders\"\nnumerator = \"x\"\ndenominator = \"n\"\n";
    fs::write(folder.at("recipe.toml"), recipe).unwrap();
    let base = "https://www.example.nl/kansrijke-start/data/";
    run(&folder.0, &["prepare", "recipe.toml", "--base", base]);
    let graph = graph(&read(&["quads", folder.at("data/dcat.jsonld").to_str().unwrap(), "x:/"]));
    hold(&graph, true);
    let sets = of(&graph, &format!("{DCAT}Dataset"));
    let [(subject, set)] = sets.as_slice() else { panic!("{sets:?}") };
    assert_eq!(**subject, format!("<{base}dcat.jsonld#tienermoeders>"));
    assert_eq!(set[&format!("{DCT}publisher")], ["<https://ggd.example.nl/>"]);
    let name = &graph["<https://ggd.example.nl/>"]["http://xmlns.com/foaf/0.1/name"];
    assert_eq!(name.as_slice(), ["\"GGD \\\"Proef\\\" </script>\"@nl"]);
    let contact = &set[&format!("{DCAT}contactPoint")][0];
    let contact = &graph[contact]["http://www.w3.org/2006/vcard/ns#hasEmail"];
    assert_eq!(contact.as_slice(), ["<mailto:cijfers@ggd.example.nl>"]);
    assert!(!graph.keys().any(|subject| subject.starts_with("<x:")), "an address is relative");
    let period = &graph[&set[&format!("{DCT}temporal")][0]];
    assert!(period[&format!("{DCAT}startDate")][0].starts_with("\"2023-01-01\""), "{period:?}");
}

/// The data that stand behind a static figure.
fn block(words: &[&str]) -> Value {
    let mut all = vec!["draw", "--src", figures().to_str().unwrap(), "--format", "html"];
    all.extend(words);
    let html = run(&figures().join(".."), &all);
    let (element, rest) = html.split_once("<script type=\"application/ld+json\">").unwrap();
    assert!(element.ends_with("</kansrijke-start>\n"), "it stands in the element");
    let (data, end) = rest.split_once("</script>").unwrap();
    assert_eq!(end, "\n");
    serde_json::from_str(data).unwrap()
}

#[test]
fn a_static_figure_is_a_dataset_for_search_engines() {
    let folder = Folder::new("linked");
    for (words, name) in [
        (vec!["--indicator", "tienermoeders", "--region", "Utrecht", "--view", "trend"], "one"),
        (vec!["--region", "Utrecht", "--view", "profile"], "many"),
        (
            vec!["--indicator", "tienermoeders", "--region", "Utrecht", "--view", "ranking"],
            "others",
        ),
    ] {
        let mut words = words;
        words.extend(["--base", "https://www.example.nl/kansrijke-start/"]);
        let data = block(&words);
        fs::write(folder.at("data.json"), data.to_string()).unwrap();
        let graph = graph(&read(&["quads", folder.at("data.json").to_str().unwrap(), "x:/"]));
        let sets = of(&graph, "https://schema.org/Dataset");
        let [(_, set)] = sets.as_slice() else { panic!("{name}: {sets:?}") };
        for asked in [
            "name",
            "description",
            "creator",
            "temporalCoverage",
            "spatialCoverage",
            "variableMeasured",
            "distribution",
        ] {
            assert!(set.contains_key(&format!("https://schema.org/{asked}")), "{name}: {asked}");
        }
        let description = data["description"].as_str().unwrap();
        assert!((50..5000).contains(&description.len()), "{name}: {}", description.len());
        if name == "one" {
            let licence = "<https://creativecommons.org/licenses/by/4.0/>";
            assert_eq!(set["https://schema.org/license"], [licence]);
            let file = "<https://www.example.nl/kansrijke-start/data/indicator/tienermoeders.json>";
            let at = &graph[&set["https://schema.org/distribution"][0]];
            assert_eq!(at["https://schema.org/contentUrl"], [file]);
            assert_eq!(data["creator"][0]["name"], "CBS");
            assert_eq!(data["spatialCoverage"][0]["name"], "Utrecht");
        }
    }
}

#[test]
fn what_is_withheld_covers_no_time() {
    let ameland = ["--indicator", "tienermoeders", "--region", "Ameland", "--compare", "GM0060"];
    for view in ["trend", "number"] {
        let data = block(&[&ameland[..], &["--view", view, "--period", "2015"]].concat());
        let covered = &data["temporalCoverage"];
        assert!(covered.is_null() || covered == "2015/2015", "{view}: {covered}");
    }
}

#[test]
fn rows_are_read_by_what_stands_beside_them() {
    let folder = Folder::new("csvw");
    for (nth, words) in [
        vec!["--indicator", "tienermoeders", "--region", "Ameland", "--view", "trend"],
        vec!["--indicator", "tienermoeders", "--region", "Utrecht", "--view", "ranking"],
        vec!["--region", "Utrecht", "--view", "profile"],
    ]
    .into_iter()
    .enumerate()
    {
        let draw = |format: &str| {
            let mut all = vec!["draw", "--src", figures().to_str().unwrap(), "--format", format];
            all.extend(&words);
            run(&folder.0, &all)
        };
        let (name, csv) = (format!("{nth}.csv"), draw("csv"));
        let mut metadata: Value = serde_json::from_str(&draw("csvw")).unwrap();
        let url = metadata["url"].as_str().unwrap();
        assert!(url.starts_with("kansrijke-start_") && url.ends_with(".csv"), "{url}");
        metadata["url"] = Value::from(name.clone());
        fs::write(folder.at(&name), &csv).unwrap();
        fs::write(folder.at(&format!("{name}-metadata.json")), metadata.to_string()).unwrap();
        let read: Vec<Value> =
            serde_json::from_str(&read(&["rows", folder.at(&name).to_str().unwrap()])).unwrap();
        let read: Vec<&Value> = read.iter().filter(|row| row.get("indicator").is_some()).collect();
        let heads: Vec<&str> = csv.lines().next().unwrap().split(',').collect();
        assert_eq!(read.len(), csv.lines().count() - 1, "{name}");
        let numbers: BTreeSet<&str> = heads
            .iter()
            .copied()
            .filter(|h| !["indicator", "region", "region_name", "period", "status"].contains(h))
            .collect();
        assert!(numbers.len() >= 5, "{heads:?}");
        for (row, line) in read.iter().zip(csv.lines().skip(1)).filter(|(_, l)| !l.contains('"')) {
            for (head, text) in heads.iter().zip(line.split(',')) {
                let cell = row.get(*head).map(|cell| (&cell[0], &cell[1]));
                match (text, cell) {
                    ("", None) => {}
                    (text, Some((value, datatype))) => {
                        assert_eq!(value, text, "{name}: {head}");
                        let is_number = datatype == "decimal" || datatype == "integer";
                        assert_eq!(is_number, numbers.contains(head), "{head}: {datatype}");
                    }
                    other => panic!("{name}: {head}: {other:?}"),
                }
            }
        }
    }
}
