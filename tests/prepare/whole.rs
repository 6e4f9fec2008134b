// SPDX-License-Identifier: EUPL-1.2
//! The program as a person runs it: exit codes, what is written, and what happens to the old
//! figures when it is killed, when the disk is full, or when the file is noise.

use super::folder::Folder;
use super::shipped;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

const RECIPE: &str = "[[file]]\npath = \"t.csv\"\nregion = \"regio\"\nperiod = \"jaar\"\n\
    [[file.series]]\nindicator = \"big2\"\nnumerator = \"x\"\ndenominator = \"n\"\n";

const TABLE: &[u8] = b"regio;jaar;x;n\nGM0344;2021;30;200\n";

fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kansrijke-start"));
    command.args(arguments);
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    program(arguments).current_dir(folder).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn it_writes_and_says_so_and_checks_without_writing() {
    let folder = Folder::with(&[("t.csv", TABLE), ("recipe.toml", RECIPE.as_bytes())]);
    let checked = run(&folder.0, &["prepare", "--check", "--report", "r.json"]);
    assert!(checked.status.success(), "{}", text(&checked.stderr));
    assert!(!folder.0.join("data").exists());
    let report: serde_json::Value =
        serde_json::from_slice(&fs::read(folder.0.join("r.json")).unwrap()).unwrap();
    assert_eq!(report["rows"], 1);
    let written = run(&folder.0, &["prepare"]);
    assert_eq!(written.status.code(), Some(0));
    let said = text(&written.stdout);
    assert!(
        said.contains("1 bestand gelezen, 1 rij") && said.contains("bestanden geschreven"),
        "{said}"
    );
    assert!(folder.0.join("data/indicator/big2.json").is_file());
    assert!(text(&written.stderr).is_empty(), "nobody watches, so no bar is drawn");
}

#[test]
fn what_is_refused_ends_with_1_and_wrong_use_with_2() {
    let folder = Folder::with(&[
        ("t.csv", b"regio;jaar;x;n\nGM0344;2021;300;200\n"),
        ("recipe.toml", RECIPE.as_bytes()),
    ]);
    let refused = run(&folder.0, &["prepare"]);
    assert_eq!(refused.status.code(), Some(1));
    let said = text(&refused.stderr);
    assert!(said.contains("t.csv, rij 2: gevonden") && said.contains("Niets geschreven"), "{said}");
    assert!(!folder.0.join("data").exists());
    assert_eq!(run(&folder.0, &["prepare", "--onzin"]).status.code(), Some(2));
    assert_eq!(run(&folder.0, &["prepare", "nergens.toml"]).status.code(), Some(1));
}

#[test]
fn a_guess_is_a_recipe() {
    use kansrijke_start::prepare::recipe::Recipe;
    let folder = Folder::with(&[("d.csv", b"\"\";\"gem2022\";\"jaar\";\"big2\";\"totaal_big2\";\"perc_big2\"\n\"1\";344;2021;\"601\";\"4013\";14,98\n\"2\";\"0307\";2021;\"300\";\"1800\";16,7\n")]);
    let guessed = run(&folder.0, &["prepare", "--guess", "d.csv"]);
    let recipe = text(&guessed.stdout);
    for line in [
        "region = \"gem2022\"",
        "period = \"jaar\"",
        "indicator = \"big2\"",
        "numerator = \"big2\"",
        "denominator = \"totaal_big2\"",
    ] {
        assert!(recipe.contains(line), "{line}\n{recipe}");
    }
    Recipe::parse("guess", &recipe).unwrap();
    let figures = folder.prepare(&recipe).unwrap();
    assert_eq!(
        super::folder::counts(&figures, "big2", "GM0344", "2021"),
        Some((601.0, Some(4013.0)))
    );
}

/// What is guessed of a file, and how the program ended.
fn guessed(bytes: &[u8]) -> (String, Option<i32>) {
    let folder = Folder::with(&[("t.csv", bytes)]);
    let output = run(&folder.0, &["prepare", "--guess", "t.csv"]);
    (text(&output.stdout) + &text(&output.stderr), output.status.code())
}

#[test]
fn a_guess_chooses_among_kinds_until_each_region_has_one_row() {
    let (recipe, code) = guessed(
        b"regio;uitkomst;geslacht;jaar;aandeel\nPV20;gunstig;jongens;2021;1,5\nPV20;ongunstig;Totaal;2021;2,5\nPV21;gunstig;jongens;2021;3,5\nPV21;gunstig;Totaal;2021;4,5\n",
    );
    assert_eq!(code, Some(0), "{recipe}");
    assert!(recipe.contains("geslacht = \"Totaal\" # uit: Totaal | jongens"), "{recipe}");
    assert!(!recipe.contains("uitkomst ="), "one kind was enough: {recipe}");
}

#[test]
fn a_guess_prefers_codes_and_skips_what_lies_in_a_municipality() {
    let (codes, _) = guessed(
        b"code;codeGM;naam;provincie;kinderen\n344;GM0344;Utrecht;Utrecht;30\n307;GM0307;Amersfoort;Utrecht;31\n363;GM0363;Amsterdam;Noord-Holland;32\n",
    );
    assert!(codes.contains("region = \"codeGM\"") && codes.contains("\"kinderen\""), "{codes}");
    assert!(!codes.contains("value = \"code\""), "a code is no figure: {codes}");
    let areas = "Wijken en buurten;kinderen\nAmersfoort;300\nWaterland;30\n".to_string()
        + &(0..30).map(|n| format!("Buurt {n};{n}\n")).collect::<String>();
    let (areas, _) = guessed(areas.as_bytes());
    assert!(areas.contains("region = \"Wijken en buurten\""), "{areas}");
    assert!(areas.contains("[file.where]\n\"Wijken en buurten\" = \"Amersfoort\" #"), "{areas}");
}

#[test]
fn a_table_without_figures_is_no_guess() {
    let (told, code) = guessed(b"oud;nieuw;naam\nGM0738;GM1959;Altena\nGM0870;GM1959;Altena\n");
    assert_eq!(code, Some(1));
    assert!(told.contains("geen kolom met cijfers (oud, nieuw, naam)"), "{told}");
}

#[test]
fn killed_at_any_moment_it_leaves_figures_whole() {
    let folder = Folder::with(&[("t.csv", TABLE), ("recipe.toml", RECIPE.as_bytes())]);
    assert!(run(&folder.0, &["prepare"]).status.success());
    let whole = |note: &str| {
        let index: serde_json::Value =
            serde_json::from_slice(&fs::read(folder.0.join("data/index.json")).unwrap()).unwrap();
        for item in index["link"]["item"].as_array().unwrap() {
            let href = item["href"].as_str().unwrap();
            assert!(folder.0.join("data").join(href).is_file(), "{note}: {href}");
        }
    };
    let start = Instant::now();
    assert!(run(&folder.0, &["prepare"]).status.success());
    let long = start.elapsed();
    let mut killed = 0;
    for part in 1..=20_u32 {
        let mut child = program(&["prepare"])
            .current_dir(&folder.0)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(long * part / 20);
        killed += u32::from(child.try_wait().unwrap().is_none());
        child.kill().unwrap();
        child.wait().unwrap();
        whole(&format!("killed at {part}/20"));
    }
    assert!(killed > 5, "{killed}");
    assert!(run(&folder.0, &["prepare"]).status.success());
    let left = fs::read_dir(&folder.0).unwrap().count();
    assert_eq!(left, 3, "nothing half-made stays behind");
}

#[test]
fn without_room_the_old_figures_stay() {
    let folder = Folder::with(&[("t.csv", TABLE), ("recipe.toml", RECIPE.as_bytes())]);
    assert!(run(&folder.0, &["prepare"]).status.success());
    let before = fs::read(folder.0.join("data/index.json")).unwrap();
    folder.put("t.csv", b"regio;jaar;x;n\nGM0344;2021;31;200\n");
    // A limit on the size of a file stops a write as a full disk does.
    let script = format!(
        "ulimit -f 20; trap '' XFSZ; exec '{}' prepare",
        env!("CARGO_BIN_EXE_kansrijke-start")
    );
    let full = Command::new("bash").args(["-c", &script]).current_dir(&folder.0).output().unwrap();
    assert_eq!(full.status.code(), Some(1), "{}", text(&full.stderr));
    assert!(text(&full.stderr).contains("een map om in te schrijven"), "{}", text(&full.stderr));
    assert_eq!(fs::read(folder.0.join("data/index.json")).unwrap(), before);
    assert_eq!(fs::read_dir(&folder.0).unwrap().count(), 3, "nothing half-made stays behind");
}

#[test]
fn noise_is_refused_quickly_and_in_little_memory() {
    let folder = Folder::with(&[("recipe.toml", RECIPE.as_bytes())]);
    // Bytes of any value; then letters without an end of line, 200 MB of them.
    let mut random = 88_172_645_463_325_252_u64;
    let mut noise = || {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        random
    };
    let bytes: Vec<u8> = (0..1 << 20).map(|_| noise() as u8).collect();
    let letters: Vec<u8> = (0..1 << 20).map(|_| b'a' + (noise() % 26) as u8).collect();
    for (block, says) in [(bytes, "tekstbestand"), (letters, "t.csv")] {
        let mut file = fs::File::create(folder.0.join("t.csv")).unwrap();
        for _ in 0..200 {
            file.write_all(&block).unwrap();
        }
        file.write_all(b"\n").unwrap();
        drop(file);
        let start = Instant::now();
        let script =
            format!("ulimit -v 180000; exec '{}' prepare", env!("CARGO_BIN_EXE_kansrijke-start"));
        let refused =
            Command::new("bash").args(["-c", &script]).current_dir(&folder.0).output().unwrap();
        assert_eq!(refused.status.code(), Some(1), "{}", text(&refused.stderr));
        assert!(text(&refused.stderr).contains(says), "{}", text(&refused.stderr));
        assert!(start.elapsed() < Duration::from_secs(60));
    }
    assert!(!folder.0.join("data").exists());
}

/// Rows lie ready for whom looks at them, but not so many of such as these.
#[test]
fn wide_rows_are_read_in_little_memory() {
    let summed = RECIPE.replace("region =", "sum = true\ngroups = \"sum\"\nregion =");
    let folder = Folder::with(&[("recipe.toml", summed.as_bytes())]);
    let mut file = fs::File::create(folder.0.join("t.csv")).unwrap();
    file.write_all(b"regio;jaar;x;n;toelichting\n").unwrap();
    let wide = [b"GM0344;2021;30;200;".as_slice(), &vec![b'a'; 900_000], b"\n"].concat();
    for _ in 0..300 {
        file.write_all(&wide).unwrap();
    }
    drop(file);
    let script = format!(
        "ulimit -v 180000; exec '{}' prepare --check",
        env!("CARGO_BIN_EXE_kansrijke-start")
    );
    let read = Command::new("bash").args(["-c", &script]).current_dir(&folder.0).output().unwrap();
    assert!(read.status.success(), "{}", text(&read.stderr));
}

#[test]
fn the_shipped_figures_come_from_their_recipe() {
    let folder = Folder::with(&[]);
    let out = folder.0.join("out");
    let sources = shipped::sources();
    let made = program(&["prepare"]).arg(&sources).arg("--out").arg(&out).output().unwrap();
    assert!(made.status.success(), "{}", text(&made.stderr));
    // The same tables give the same bytes, in another process, too.
    let mut compared = 0;
    for folder in [
        "",
        "indicator",
        "country",
        "benchmark",
        "ranking",
        "overview",
        "region",
        "geometry",
        "comparators",
    ] {
        for entry in fs::read_dir(out.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let twin = shipped::made_folder().join(folder).join(path.file_name().unwrap());
                assert_eq!(fs::read(&path).unwrap(), fs::read(twin).unwrap(), "{path:?}");
                compared += 1;
            }
        }
    }
    // And the list of them.
    assert_eq!(compared, shipped::files() + 1);
}
