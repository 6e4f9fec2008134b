// SPDX-License-Identifier: EUPL-1.2
//! A yearly rerun: what was published before is read, and what changed is told.

use super::folder::Folder;
use kansrijke_start::prepare::problem::Problem;
use kansrijke_start::prepare::publish::changes::{Changes, between};
use kansrijke_start::prepare::read::input::Progress;
use kansrijke_start::prepare::run::{Figures, prepare, write};
use kansrijke_start::prepare::{publish::edition, run::report::Report};
use kansrijke_start::request::Language;
use std::fs;
use std::path::Path;
use std::process::Command;

const RECIPE: &str = r#"
[[file]]
path = "t.csv"
region = "regio"
period = "jaar"
[[file.series]]
indicator = "big2"
numerator = "x"
denominator = "n"
value = "v"
"#;

fn figures(folder: &Folder) -> Result<Figures, Vec<Problem>> {
    prepare(&folder.0.join("recipe.toml"), &Progress::default())
}

fn with(rows: &str) -> Folder {
    let folder = Folder::with(&[("recipe.toml", RECIPE.as_bytes())]);
    folder.put("t.csv", format!("regio;jaar;x;n;v\n{rows}").as_bytes());
    folder
}

#[test]
fn what_was_written_is_read_as_it_was() {
    let folder = with(
        "NL01;2021;1000;8000;\nGM0344;2021;31;200;15,3\nGM0307;2021*;40;300;\nGM0363;2021;<10;300;\nGM0599;2021;;;\n",
    );
    let made = figures(&folder).unwrap();
    let records = made.records.clone();
    let out = folder.0.join("out");
    write(made, &out).unwrap();
    let read = edition::read(&out).unwrap();
    assert_eq!(read, records);
    assert_eq!(read["big2"].len(), 5);
    assert!(edition::read(&folder.0).is_err(), "a folder without figures is no edition");
    fs::write(out.join("indicator/big2.json"), "{}").unwrap();
    let broken = edition::read(&out).unwrap_err().to_string();
    assert!(broken.starts_with("big2.json: gevonden"), "{broken}");
}

#[test]
fn the_shipped_figures_are_read_whole() {
    let read = edition::read(super::shipped::made_folder()).unwrap();
    let births = &read["levendgeborenen"];
    let country = births.iter().find(|(key, _)| key.0 == "NL01" && key.1.code() == "2015");
    assert_eq!(country.unwrap().1.numerator, Some(170_510.0));
    assert!(births.len() > 2_000 && read.len() > 60, "{} {}", births.len(), read.len());
    assert_eq!(between(&read, &read), [].into());
}

#[test]
fn a_rerun_tells_what_is_new_revised_withheld_and_gone() {
    let folder = with(
        "NL01;2021;1000;8000;\nGM0344;2021;31;200;\nGM0307;2021;40;300;\nGM0363;2021;50;300;\nGM0599;2021;60;400;\n",
    );
    let run = || {
        let output = Command::new(env!("CARGO_BIN_EXE_kansrijke-start"))
            .args(["prepare", "--report", "verslag.txt"])
            .current_dir(&folder.0)
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let first = run();
    assert!(!first.contains("vorige cijfers"), "there were none: {first}");
    assert!(run().contains("geen veranderingen tegenover de vorige cijfers"));
    folder.put(
        "t.csv",
        b"regio;jaar;x;n;v\nNL01;2021;1000;8000;\nGM0344;2021;32;200;\nGM0307;2021;geheim;300;\nGM0363;2021;50;300;\nGM0344;2022;33;200;\nGM0363;2022;55;300;\n",
    );
    let second = run();
    let expected = "big2: 2 nieuw, 1 herzien, 1 voortaan achtergehouden, 1 vervallen";
    assert!(second.contains(expected), "{second}");
    let report = fs::read_to_string(folder.0.join("verslag.txt")).unwrap();
    assert!(report.contains("Veranderd") && report.contains(expected), "{report}");
}

#[test]
fn a_check_compares_and_the_report_has_it_as_data() {
    let folder = with("NL01;2021;1000;8000;\n");
    let out = folder.0.join("out");
    write(figures(&folder).unwrap(), &out).unwrap();
    folder.put("t.csv", b"regio;jaar;x;n;v\nNL01;2021;1001;8000;\n");
    let mut made = figures(&folder).unwrap();
    made.compare(Path::new("nergens"));
    assert_eq!(Report::of(&made, Language::Dutch).changes, None);
    made.compare(&out);
    let changes = Report::of(&made, Language::Dutch).changes.unwrap();
    assert_eq!(changes["big2"], Changes { revised: 1, ..Changes::default() });
}
