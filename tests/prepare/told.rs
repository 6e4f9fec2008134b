// SPDX-License-Identifier: EUPL-1.2
//! What the list of changes tells, to somebody who has only what is published now: no number that
//! is shown no more, and none that leads to it.

use super::folder::Folder;
use kansrijke_start::prepare::publish::{feed, news};
use kansrijke_start::prepare::read::input::Progress;
use kansrijke_start::prepare::run::{Options, prepare_with, write};
use std::fs;

/// Births in all, of young mothers, and first children: linked by the births that they are a part
/// of, as the catalogue declares it.
const RECIPE: &str = r#"
edition = "2026-05-01"
[[file]]
path = "t.csv"
region = "regio"
period = "jaar"
secret = ["geheim"]
[[file.series]]
indicator = "levendgeborenen"
numerator = "n"
[[file.series]]
indicator = "tienermoeders"
numerator = "t"
denominator = "n"
[[file.series]]
indicator = "eerste-kinderen"
numerator = "e"
denominator = "n"
[[file]]
path = "los.csv"
region = "regio"
period = "jaar"
[[file.series]]
indicator = "laaggeletterdheid"
value = "v"
"#;

struct Published(Folder);

impl Published {
    /// Prepares as the program does; what is told of changes, in all its files.
    fn with(&self, rows: &str, apart: &str) -> String {
        let folder = &self.0;
        folder.put("t.csv", format!("regio;jaar;n;t;e\n{rows}").as_bytes());
        folder.put("los.csv", format!("regio;jaar;v\n{apart}").as_bytes());
        let out = folder.0.join("data");
        let earlier = if out.exists() { vec![out.clone()] } else { Vec::new() };
        let options = Options { earlier, ..Options::default() };
        let recipe = folder.0.join("recipe.toml");
        let mut figures = prepare_with(&recipe, &Progress::default(), &options).unwrap();
        figures.compare(&out);
        write(figures, &out).unwrap();
        let files =
            [news::FILE, feed::FILE].map(|name| fs::read_to_string(out.join(name)).unwrap());
        files.concat()
    }
}

fn published() -> Published {
    Published(Folder::with(&[("recipe.toml", RECIPE.as_bytes())]))
}

const FIRST: &str = "NL01;2021;170000;811;77000\nGM0344;2021;4608;97;2211\nGM0307;2021;1507;43;703\n\
    GM0363;2021;9001;151;4409\nGM0599;2021;7003;193;3301\n";

#[test]
fn where_nothing_is_hidden_the_former_number_is_told() {
    let published = published();
    published.with(FIRST, "NL01;2021;71.5\n");
    let told = published.with(&FIRST.replace("4608", "4612"), "NL01;2021;71.7\n");
    assert!(told.contains("4.612, was 4.608"), "{told}");
    assert!(told.contains("71,7%, was 71,5%"), "{told}");
}

#[test]
fn what_is_withheld_from_now_on_keeps_its_number_to_itself() {
    let published = published();
    published.with(FIRST, "NL01;2021;71.5\n");
    // One figure of young mothers is kept back, and others are revised.
    let rows = FIRST
        .replace("170000;811;77000", "170100;821;77100")
        .replace("4608;97;2211", "4612;99;2217")
        .replace(";43;", ";geheim;");
    let told = published.with(&rows, "NL01;2021;71.7\n");
    assert!(told.contains("\"change\":\"withheld\""), "{told}");
    // That Nederland had 4,8 per 1.000 before, too, would be told by counts that only stand where
    // rounded figures are the same: 821 is not to be read here.
    // The number itself, and every former number that it could be computed from with the present
    // ones: of the same indicator, and of those with the same births.
    for former in ["43", "811", "97", "170.000", "4.608", "77.000", "2.211", "21,1", "821"] {
        assert!(!holds(&told, former), "{former} in {told}");
    }
    let tied = ["levendgeborenen", "tienermoeders", "eerste-kinderen"];
    assert!(!told.contains("levend geboren kinderen 2021: 4.612, was"), "{tied:?}: {told}");
    // An indicator that has nothing to do with it tells what it was.
    assert!(told.contains("71,7%, was 71,5%"), "{told}");
}

#[test]
fn what_is_told_is_the_same_whatever_the_hidden_number_was() {
    // Two folders in which other numbers stood, that are kept back or could lead to what is. What is
    // told of the change is the same to the last byte, hashes and names included: there is nothing
    // in it to compute from, and nothing to try numbers on.
    let now = FIRST
        .replace("170000;811;77000", "170100;821;77100")
        .replace("4608;97;2211", "4612;99;2217")
        .replace(";43;", ";geheim;");
    let told =
        [["43", "811", "97", "4608"], ["47", "815", "98", "4609"], ["44", "820", "96", "4611"]]
            .map(|[hidden, whole, part, born]| {
                let published = published();
                let former = FIRST
                    .replace(";43;", &format!(";{hidden};"))
                    .replace(";811;", &format!(";{whole};"))
                    .replace(";97;", &format!(";{part};"))
                    .replace(";4608;", &format!(";{born};"));
                published.with(&former, "NL01;2021;71.5\n");
                published.with(&now, "NL01;2021;71.7\n")
            });
    assert!(told[0].contains("\"withheld\":1"), "{}", told[0]);
    assert_eq!(told[0], told[1]);
    assert_eq!(told[0], told[2]);
    assert_eq!(told[0].matches("\"sha256\"").count(), 1, "of the newest alone");
}

/// Whether a number stands in a text by itself.
fn holds(text: &str, number: &str) -> bool {
    let mut parts = text.split(number).peekable();
    while let Some(before) = parts.next() {
        let Some(after) = parts.peek() else { return false };
        let joins = |c: char| c.is_ascii_alphanumeric();
        let begins = !before.ends_with(|c| joins(c) || c == '.' || c == ',');
        if begins && !after.starts_with(joins) {
            return true;
        }
    }
    false
}

#[test]
fn what_was_told_before_is_taken_back_when_it_comes_to_tell_too_much() {
    let published = published();
    let apart = "NL01;2021;71.5\n";
    published.with(FIRST, apart);
    let second = published.with(&FIRST.replace(";97;", ";101;"), apart);
    assert!(second.contains("21,9 per 1.000, was 21,1 per 1.000"), "{second}");
    // The history had the number of a figure that is kept back now.
    let third = published.with(&FIRST.replace(";97;", ";geheim;"), apart);
    for told in ["21,9", "21,1", "101", "97"] {
        assert!(!holds(&third, told), "{told} in {third}");
    }
    // That something changed then is still counted.
    let changes: serde_json::Value =
        serde_json::from_slice(&fs::read(published.0.0.join("data").join(news::FILE)).unwrap())
            .unwrap();
    assert_eq!(changes["editions"][1]["revised"], 1);
    assert_eq!(changes["editions"][1]["sha256"], serde_json::Value::Null);
    assert_eq!(changes["editions"][1]["indicators"][0]["more"], 1);
}

#[test]
fn what_went_missing_counts_as_hidden_too() {
    let published = published();
    let apart = "NL01;2021;71.5\n";
    published.with(FIRST, apart);
    let rows = FIRST.replace("GM0307;2021;1507;43;703\n", "").replace("170000;811", "170100;821");
    let told = published.with(&rows, apart);
    for former in ["43", "811", "170.000", "1.507"] {
        assert!(!holds(&told, former), "{former} in {told}");
    }
}

#[test]
fn figures_that_disclosure_control_did_not_know_of_are_not_told() {
    let published = published();
    published.with(FIRST, "NL01;2021;71.5\n");
    let out = published.0.0.join("data");
    published
        .0
        .put("t.csv", format!("regio;jaar;n;t;e\n{}", FIRST.replace("4608", "4612")).as_bytes());
    let recipe = published.0.0.join("recipe.toml");
    let mut figures = prepare_with(&recipe, &Progress::default(), &Options::default()).unwrap();
    figures.compare(&out);
    write(figures, &out).unwrap();
    let told = fs::read_to_string(out.join(news::FILE)).unwrap();
    assert!(told.contains("4.612 (herzien)") && !told.contains("4.608"), "{told}");
}
