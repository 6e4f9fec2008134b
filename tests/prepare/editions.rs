// SPDX-License-Identifier: EUPL-1.2
//! Editions: what they are called, what is told of what changed, and what is kept.

use super::folder::Folder;
use super::shipped;
use kansrijke_start::prepare::publish::{feed, kept, news};
use kansrijke_start::prepare::read::input::Progress;
use kansrijke_start::prepare::run::{Figures, Options, prepare_with, write};
use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

const RECIPE: &str = "edition = \"2026-05-01\"\n[[file]]\npath = \"t.csv\"\nregion = \"regio\"\n\
    period = \"jaar\"\nsecret = [\"geheim\"]\n[[file.series]]\nindicator = \"levendgeborenen\"\n\
    numerator = \"x\"\n";

const FIRST: &str = "NL01;2021;170000\nGM0344;2021;4608\nGM0307;2021;1500\nGM0599;2021;9000\n";

/// A folder whose figures are prepared again and again.
struct Yearly(Folder);

impl Yearly {
    fn new() -> Self {
        Self(Folder::with(&[("recipe.toml", RECIPE.as_bytes())]))
    }

    fn out(&self) -> PathBuf {
        self.0.0.join("data")
    }

    fn figures(&self, rows: &str, options: &Options) -> Figures {
        self.0.put("t.csv", format!("regio;jaar;x\n{rows}").as_bytes());
        let recipe = self.0.0.join("recipe.toml");
        let mut figures = prepare_with(&recipe, &Progress::default(), options).unwrap();
        figures.compare(&self.out());
        figures
    }

    /// Prepares as the program does, and gives the list of changes.
    fn prepare(&self, rows: &str) -> Value {
        let earlier = if self.out().exists() { vec![self.out()] } else { Vec::new() };
        let figures = self.figures(rows, &Options { earlier, ..Options::default() });
        write(figures, &self.out()).unwrap();
        self.changes()
    }

    fn day(&self, day: &str) {
        self.0.put("recipe.toml", RECIPE.replace("2026-05-01", day).as_bytes());
    }

    fn changes(&self) -> Value {
        serde_json::from_slice(&fs::read(self.out().join(news::FILE)).unwrap()).unwrap()
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.out().join(name)).unwrap()
    }
}

/// The Dutch lines of an edition, the newest being the first.
fn lines(changes: &Value, edition: usize) -> Vec<String> {
    let indicators = changes["editions"][edition]["indicators"].as_array().unwrap();
    let lines = indicators.iter().flat_map(|one| one["lines"].as_array().unwrap());
    lines.map(|line| line["text"]["nl"].as_str().unwrap().to_string()).collect()
}

fn ids(changes: &Value) -> Vec<&str> {
    let editions = changes["editions"].as_array().unwrap();
    editions.iter().map(|edition| edition["id"].as_str().unwrap()).collect()
}

#[test]
fn the_same_figures_keep_their_edition_and_every_byte() {
    let yearly = Yearly::new();
    let first = yearly.prepare(FIRST);
    assert_eq!(ids(&first), ["2026-05-01"]);
    let bytes = |name: &str| fs::read(yearly.out().join(name)).unwrap();
    let all = ["index.json", news::FILE, feed::FILE, "overview.json"].map(bytes);
    yearly.day("2026-11-28");
    yearly.prepare(FIRST);
    assert_eq!(["index.json", news::FILE, feed::FILE, "overview.json"].map(bytes), all);
    let index: Value = serde_json::from_slice(&all[0]).unwrap();
    assert_eq!(index["extension"]["edition"]["id"], "2026-05-01");
    assert_eq!(index["extension"]["edition"]["sha256"], first["editions"][0]["sha256"]);
}

#[test]
fn the_first_edition_is_the_same_wherever_it_is_made() {
    let (one, other) = (Yearly::new(), Yearly::new());
    assert_eq!(one.prepare(FIRST), other.prepare(FIRST));
    assert_eq!(one.text(feed::FILE), other.text(feed::FILE));
}

#[test]
fn what_changed_is_told_in_words() {
    let yearly = Yearly::new();
    yearly.prepare(FIRST);
    yearly.day("2026-11-28");
    let second = yearly.prepare(
        "NL01;2021;170000\nGM0344;2021;4612\nGM0307;2021;1500\nGM0599;2021*;9000\nGM0344;2022;4700\n",
    );
    assert_eq!(ids(&second), ["2026-11-28", "2026-05-01"]);
    assert_eq!(
        lines(&second, 0),
        [
            "Utrecht, levend geboren kinderen 2021: 4.612, was 4.608",
            "Rotterdam, levend geboren kinderen 2021: 9.000, nu voorlopig",
            "Utrecht, levend geboren kinderen 2022: 4.700 (nieuw)",
        ]
    );
    let edition = &second["editions"][0];
    assert_eq!(edition["former"], "2026-05-01");
    let told = edition["indicators"][0]["lines"][0]["text"]["en"].as_str().unwrap();
    assert_eq!(told, "Utrecht, live births 2021: 4,612, was 4,608");
    assert_eq!(edition["text"]["nl"], "Sinds de uitgave van 1 mei 2026: 1 nieuw, 2 herzien.");
    // A third on the same day has a name of its own, and the feed stays the same.
    let third = yearly.prepare(FIRST);
    assert_eq!(ids(&third), ["2026-11-28-2", "2026-11-28", "2026-05-01"]);
    assert_eq!(third["feed"], second["feed"]);
}

#[test]
fn many_changes_are_told_together_and_counted_in_full() {
    let yearly = Yearly::new();
    yearly.prepare("NL01;2021;170000\n");
    let codes: Vec<String> = shipped_municipalities();
    let rows = |year: u32, born: u32| -> String {
        codes.iter().map(|code| format!("{code};{year};{born}\n")).collect()
    };
    let second =
        yearly.prepare(&[&*rows(2021, 900), &rows(2022, 800), "NL01;2021;170000\n"].concat());
    let indicator = &second["editions"][0]["indicators"][0];
    let told = |key: &str| indicator[key].as_u64().unwrap();
    let new = u64::try_from(codes.len()).unwrap();
    assert_eq!((told("revised"), told("added"), told("more")), (0, 2 * new, 0), "{indicator}");
    let expected =
        [2022, 2021].map(|y| format!("Levend geboren kinderen {y}: {new} cijfers nieuw"));
    assert_eq!(lines(&second, 0), expected);
    // What is revised is told figure by figure, up to so many.
    let third =
        yearly.prepare(&[&*rows(2021, 901), &rows(2022, 800), "NL01;2021;170000\n"].concat());
    let indicator = &third["editions"][0]["indicators"][0];
    assert_eq!(indicator["lines"].as_array().unwrap().len(), 10);
    assert_eq!(indicator["more"].as_u64().unwrap(), new - 10);
    assert!(yearly.text(news::FILE).len() < 20_000);
}

fn shipped_municipalities() -> Vec<String> {
    let text = fs::read_to_string(shipped::sources().join("regions.csv")).unwrap();
    let codes = text.lines().filter_map(|line| line.split(',').next());
    codes.filter(|code| code.starts_with("GM")).take(60).map(str::to_string).collect()
}

#[test]
fn history_has_an_end() {
    let yearly = Yearly::new();
    let mut changes = yearly.prepare(FIRST);
    let editions = changes["editions"].as_array_mut().unwrap();
    for nth in 2..=24 {
        let mut edition = editions[0].clone();
        edition["id"] = format!("2026-05-01-{nth}").into();
        edition["urn"] =
            edition["urn"].as_str().unwrap().replace("-8", &format!("-{nth:02}8")).into();
        editions.insert(0, edition);
    }
    fs::write(yearly.out().join(news::FILE), changes.to_string()).unwrap();
    let changes = yearly.prepare(&FIRST.replace("4608", "4612"));
    assert_eq!(ids(&changes).len(), 24);
    assert_eq!(ids(&changes)[..2], ["2026-05-01-25", "2026-05-01-24"]);
    let feed = feed_rs::parser::parse(yearly.text(feed::FILE).as_bytes()).unwrap();
    assert_eq!(feed.entries.len(), 12);
}

#[test]
fn changes_fit_their_schema_and_the_feed_is_read_by_others() {
    let schema = serde_json::from_str(news::SCHEMA).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    let yearly = Yearly::new();
    let one = yearly.prepare(FIRST);
    let other = yearly.prepare("NL01;2021;170001\nGM0344;2021;geheim\nGM0307;2021;1501\n");
    for changes in [&one, &other] {
        let errors: Vec<String> = schema.iter_errors(changes).map(|e| e.to_string()).collect();
        assert!(errors.is_empty(), "{errors:?}");
    }
    assert!(!schema.is_valid(&serde_json::json!({"format": 1, "editions": []})));
    assert_eq!(yearly.text(news::SCHEMA_FILE), news::SCHEMA);

    let text = yearly.text(feed::FILE);
    let read = feed_rs::parser::parse(text.as_bytes()).unwrap();
    assert_eq!(read.feed_type, feed_rs::model::FeedType::Atom);
    assert_eq!(read.id, other["feed"].as_str().unwrap());
    assert_eq!(read.entries.len(), 2);
    for (entry, edition) in read.entries.iter().zip(other["editions"].as_array().unwrap()) {
        assert_eq!(entry.id, edition["urn"].as_str().unwrap());
        assert_eq!(
            entry.summary.as_ref().unwrap().content,
            edition["text"]["nl"].as_str().unwrap()
        );
        assert!(entry.updated.is_some() && entry.title.is_some() && entry.content.is_some());
    }
    atom_is_whole(&text);
}

/// What RFC 4287 demands of a feed and its entries.
fn atom_is_whole(text: &str) {
    let document = roxmltree::Document::parse(text).unwrap();
    let root = document.root_element();
    let atom = "http://www.w3.org/2005/Atom";
    assert!(root.has_tag_name((atom, "feed")));
    let children = |node: roxmltree::Node, name: &str| {
        node.children().filter(|child| child.has_tag_name((atom, name))).count()
    };
    let mut names = std::collections::BTreeSet::new();
    for node in root.descendants().filter(|n| n == &root || n.has_tag_name((atom, "entry"))) {
        for name in ["id", "title", "updated"] {
            assert_eq!(children(node, name), 1, "{name}");
        }
        let said = |name| {
            let child = node.children().find(|child| child.has_tag_name((atom, name))).unwrap();
            child.text().unwrap().to_string()
        };
        assert!(said("id").starts_with("urn:uuid:") && names.insert(said("id")));
        let updated = said("updated");
        assert!(updated.len() == 20 && updated.ends_with("T00:00:00Z"), "{updated}");
    }
    assert_eq!(children(root, "author"), 1);
    // Content of XHTML is one div.
    for content in root.descendants().filter(|node| node.has_tag_name((atom, "content"))) {
        assert_eq!(content.attribute("type"), Some("xhtml"));
        let inner: Vec<_> = content.children().collect();
        assert_eq!(inner.len(), 1);
        assert!(inner[0].has_tag_name(("http://www.w3.org/1999/xhtml", "div")));
    }
    assert!(!text.contains("http://") || !text.contains("href=\"http"), "no host is made up");
}

#[test]
fn the_shipped_figures_have_the_day_of_their_recipe_and_a_whole_feed() {
    let folder = shipped::made_folder();
    let index: Value =
        serde_json::from_slice(&fs::read(folder.join("index.json")).unwrap()).unwrap();
    let recipe = fs::read_to_string(shipped::sources().join("recipe.toml")).unwrap();
    let id = index["extension"]["edition"]["id"].as_str().unwrap();
    assert!(recipe.contains(&format!("\nedition = \"{id}\"\n")), "{id}");
    atom_is_whole(&fs::read_to_string(folder.join(feed::FILE)).unwrap());
}

#[test]
fn markup_in_names_stays_text_in_the_feed() {
    let recipe = RECIPE.replace("levendgeborenen", "eigen")
        + "[[indicator]]\nid = \"eigen\"\nphase = \"after\"\nkind = \"count\"\ndirection = \"context\"\n\
           counted = \"persons\"\ndecimals = 0\nsource = { publisher = \"X\" }\n\
           name = { nl = \"Ouders & <script>kinderen</script> ]]>\\u0007\", en = \"R&D\" }\n\
           definition = { nl = \"a\", en = \"b\" }\nsentence = { nl = \"{value}\", en = \"{value}\" }\n";
    let yearly = Yearly::new();
    yearly.0.put("recipe.toml", recipe.as_bytes());
    yearly.prepare(FIRST);
    yearly.prepare(&FIRST.replace("4608", "4609"));
    let text = yearly.text(feed::FILE);
    assert!(!text.contains("<script>") && text.contains("&lt;script&gt;"), "{text}");
    atom_is_whole(&text);
}

#[test]
fn a_former_edition_stays_beside_the_folder() {
    let folder = Folder::with(&[("recipe.toml", RECIPE.as_bytes())]);
    let run = |rows: &str| {
        folder.put("t.csv", format!("regio;jaar;x\n{rows}").as_bytes());
        Command::new(env!("CARGO_BIN_EXE_kansrijke-start"))
            .args(["prepare", "--keep-edition", "--lang", "nl"])
            .current_dir(&folder.0)
            .output()
            .unwrap()
    };
    let said = |output: &std::process::Output| String::from_utf8(output.stdout.clone()).unwrap();
    let first = run(FIRST);
    assert!(said(&first).contains("bewaard als uitgave: data-2026-05-01\n"), "{first:?}");
    let kept = folder.0.join("data-2026-05-01");
    let before = fs::read(folder.0.join("data/indicator/levendgeborenen.json")).unwrap();
    // The same figures are no other edition, and one that was not kept is when it is replaced.
    assert!(!said(&run(FIRST)).contains("bewaard"));
    fs::remove_dir_all(&kept).unwrap();
    let second = run(&FIRST.replace("4608", "4612"));
    assert!(said(&second).contains("uitgave: data-2026-05-01\n"), "{second:?}");
    assert!(said(&second).contains("uitgave: data-2026-05-01-2\n"), "{second:?}");
    assert_eq!(fs::read(kept.join("indicator/levendgeborenen.json")).unwrap(), before);
    assert_ne!(fs::read(folder.0.join("data/indicator/levendgeborenen.json")).unwrap(), before);
    let second = folder.0.join("data-2026-05-01-2");
    let all = [kept.canonicalize().unwrap(), second.canonicalize().unwrap()];
    assert_eq!(kept::all(&folder.0.join("data")), all);
    // It is drawn from by its name.
    let draw = |edition: &str| {
        Command::new(env!("CARGO_BIN_EXE_kansrijke-start"))
            .args([
                "draw",
                "--src",
                "data",
                "--indicator",
                "levendgeborenen",
                "--region",
                "Utrecht",
            ])
            .args(["--format", "csv", "--edition", edition])
            .current_dir(&folder.0)
            .output()
            .unwrap()
    };
    assert!(said(&draw("2026-05-01")).contains(",4608,"), "{:?}", draw("2026-05-01"));
    assert_eq!(draw("2025-05-01").status.code(), Some(1));
    for hostile in ["../data", "2026-05-01/../data", "2026-05-01\u{0}", "x", "2026-05-01-<b>"] {
        if !hostile.contains('\u{0}') {
            assert_eq!(draw(hostile).status.code(), Some(2), "{hostile}");
        }
    }
    // What stands under the name of an edition is never replaced.
    fs::remove_dir_all(&second).unwrap();
    fs::create_dir(&second).unwrap();
    fs::write(second.join("van-mij.txt"), "x").unwrap();
    let refused = run(FIRST);
    assert_eq!(refused.status.code(), Some(1), "{refused:?}");
    assert_eq!(fs::read_to_string(second.join("van-mij.txt")).unwrap(), "x");
}

#[test]
fn the_day_of_a_run_is_what_the_system_says() {
    let recipe = RECIPE.replace("edition = \"2026-05-01\"\n", "");
    let folder = Folder::with(&[("recipe.toml", recipe.as_bytes())]);
    folder.put("t.csv", format!("regio;jaar;x\n{FIRST}").as_bytes());
    let output = Command::new(env!("CARGO_BIN_EXE_kansrijke-start"))
        .arg("prepare")
        .env("SOURCE_DATE_EPOCH", "1709210096")
        .current_dir(&folder.0)
        .output()
        .unwrap();
    assert!(output.status.success());
    let index: Value =
        serde_json::from_slice(&fs::read(folder.0.join("data/index.json")).unwrap()).unwrap();
    assert_eq!(index["extension"]["edition"]["date"], "2024-02-29");
}

#[test]
fn a_recipe_with_a_day_that_is_none_is_refused() {
    for wrong in ["gisteren", "2026-02-31-2", "2026-13-01", "../x"] {
        let yearly = Yearly::new();
        yearly.day(wrong);
        yearly.0.put("t.csv", format!("regio;jaar;x\n{FIRST}").as_bytes());
        let recipe = yearly.0.0.join("recipe.toml");
        let result = prepare_with(&recipe, &Progress::default(), &Options::default());
        assert!(result.is_err(), "{wrong}");
    }
}
