// SPDX-License-Identifier: EUPL-1.2
//! The table of faults: nothing of anyone's is lost, whatever a command is told to write where,
//! and however it ends.

use super::folder::Folder;
use kansrijke_start::prepare::folder::marker::MARKER;
use kansrijke_start::prepare::folder::swap::System;
use kansrijke_start::prepare::folder::{Claim, Kind};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

const RECIPE: &str = "[[file]]\npath = \"data/moeders.csv\"\nregion = \"regio\"\nperiod = \"jaar\"\n\
    [[file.series]]\nindicator = \"big2\"\nnumerator = \"x\"\ndenominator = \"n\"\n";
const TABLE: &[u8] = b"regio;jaar;x;n\nGM0344;2021;30;200\n";

/// Everything in a folder and below: what each file holds, each link leads to.
fn all(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let (path, name) = (entry.path(), entry.file_name().into_string().unwrap());
        let kind = entry.file_type().unwrap();
        if kind.is_dir() {
            found.insert([&name, "/"].concat(), Vec::new());
            let inside = all(&path).into_iter();
            found.extend(inside.map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)));
        } else if kind.is_symlink() {
            let to = fs::read_link(&path).unwrap().into_os_string().into_encoded_bytes();
            found.insert([&name, "@"].concat(), to);
        } else if kind.is_file() {
            found.insert(name, fs::read(&path).unwrap());
        } else {
            found.insert([&name, "|"].concat(), Vec::new());
        }
    }
    found
}

fn start(folder: &Path, words: &str) -> Child {
    let mut program = Command::new(env!("CARGO_BIN_EXE_kansrijke-start"));
    program.args(words.split(' ')).current_dir(folder).stdin(Stdio::null());
    program.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// Runs a command to its end; one that waits for ever fails the test.
fn run(folder: &Path, words: &str) -> Output {
    let mut child = start(folder, words);
    let began = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if began.elapsed() > Duration::from_secs(120) {
            child.kill().unwrap();
            panic!("{words} does not end");
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    child.wait_with_output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A recipe beside `data/moeders.csv`, figures made of it in `cijfers`, charts in `grafieken`, and
/// somebody's own things.
fn home() -> Folder {
    let folder = Folder::with(&[
        ("recipe.toml", RECIPE.as_bytes()),
        ("data/moeders.csv", TABLE),
        ("data/recipe.toml", RECIPE.replace("data/", "").as_bytes()),
        ("brief.txt", b"mine"),
        ("site/index.html", b"mine"),
        ("site/.git/HEAD", b"mine"),
        ("koud/.git/HEAD", b"mine"),
        ("tabel/observations-1.json", b"{}"),
        ("tabel/onvoltooid.txt", b"T1"),
        ("eigen/regions.csv", b"mine"),
        ("eigen/catalogue.toml", b"mine"),
        ("eigen/pagina/p-1.csv", TABLE),
        ("eigen/grenzen.json", b"{}"),
        (
            "regions.toml",
            [RECIPE, ""].concat().replacen("[[", "regions = \"eigen\"\n[[", 1).as_bytes(),
        ),
        (
            "catalogue.toml",
            RECIPE.replacen("[[", "catalogue = \"eigen/catalogue.toml\"\n[[", 1).as_bytes(),
        ),
        ("pages.toml", RECIPE.replace("data/moeders.csv", "eigen/pagina").as_bytes()),
        ("pipe.toml", RECIPE.replace("data/moeders.csv", "pipe").as_bytes()),
    ]);
    let made = run(&folder.0, "prepare --out cijfers");
    assert!(made.status.success(), "{}", said(&made));
    for name in ["vol/cijfers", "gekoppeld", "leeg-erin"] {
        let at = folder.0.join(name);
        fs::create_dir_all(at.parent().unwrap()).unwrap();
        copy(&folder.0.join("cijfers"), &at);
    }
    folder.put("vol/cijfers/region/brief.txt", b"mine");
    symlink("../../brief.txt", folder.0.join("gekoppeld/region/brief.txt")).unwrap();
    fs::create_dir(folder.0.join("leeg-erin/leeg")).unwrap();
    fs::create_dir(folder.0.join("leeg")).unwrap();
    symlink("leeg", folder.0.join("link")).unwrap();
    symlink("nergens", folder.0.join("dood")).unwrap();
    let pipe = Command::new("mkfifo").arg(folder.0.join("pipe")).status().unwrap();
    assert!(pipe.success());
    folder
}

fn copy(from: &Path, to: &Path) {
    assert!(Command::new("cp").arg("-r").arg(from).arg(to).status().unwrap().success());
}

#[test]
fn what_is_not_ours_survives_every_command() {
    let folder = home();
    let before = all(&folder.0);
    for (words, says) in [
        ("prepare", "data/moeders.csv, dat hiervoor nodig is"),
        ("prepare data", "moeders.csv, dat hiervoor nodig is"),
        ("prepare --out site", ".git, dat kansrijke-start hier niet heeft gemaakt"),
        ("prepare --out koud", ".git, dat"),
        ("prepare --out brief.txt", "een bestand; verwacht een map"),
        ("prepare --out pipe", "een bestand; verwacht een map"),
        ("prepare --out link", "een koppeling naar leeg; verwacht de map zelf: --out leeg"),
        ("prepare --out link/", "een koppeling naar leeg"),
        ("prepare --out dood", "een koppeling naar nergens"),
        ("prepare --out dood/x", "niets van die naam"),
        ("prepare --out .", "de map waarin u nu werkt"),
        ("prepare --out ./", "de map waarin u nu werkt"),
        ("prepare --out ..", "de map waarin u nu werkt"),
        ("prepare --out /", "geen naam van een map"),
        ("prepare --out leeg/..", "de map waarin u nu werkt"),
        ("prepare --out brief.txt/x", "een bestand; verwacht"),
        ("prepare regions.toml --out eigen", "eigen, dat hiervoor nodig is"),
        ("prepare catalogue.toml --out eigen", "eigen/catalogue.toml, dat"),
        ("prepare pages.toml --out eigen/pagina", "eigen/pagina, dat"),
        ("prepare pages.toml --out eigen", "eigen/pagina, dat"),
        ("prepare --geometry eigen/grenzen.json --out eigen", "eigen/grenzen.json, dat"),
        ("prepare --out cijfers --report cijfers/r.txt", "cijfers/r.txt, dat hiervoor nodig is"),
        ("prepare --out nieuw --report nieuw/r.txt", "nieuw/r.txt, dat hiervoor nodig is"),
        ("prepare --out nieuw --report data/moeders.csv", "een andere naam voor het verslag"),
        ("prepare --check --report recipe.toml", "een andere naam voor het verslag"),
        ("prepare --out cijfers --report pipe", "een pijp of een apparaat"),
        ("prepare --out nieuw --report nergens/r.txt", "niets van die naam"),
        ("prepare pipe --out nieuw", "een pijp of een apparaat"),
        ("prepare pipe.toml --out nieuw", "een pijp of een apparaat"),
        ("prepare --geometry pipe --out nieuw", "een pijp of een apparaat"),
        ("prepare --guess pipe", "een pijp of een apparaat"),
        ("prepare --out vol/cijfers", "region/brief.txt, dat kansrijke-start hier niet"),
        ("prepare --out gekoppeld", "region/brief.txt, dat kansrijke-start hier niet"),
        ("prepare --out leeg-erin", "leeg, dat kansrijke-start hier niet"),
        ("prepare --out cijfers/erin", "een map die wordt vervangen"),
        ("draw --all --src cijfers --out cijfers", "cijfers, dat hiervoor nodig is"),
        ("draw --all --src vol/cijfers --out vol", "vol/cijfers, dat hiervoor nodig is"),
        (
            "draw --all --src cijfers --out leeg-erin",
            "een map met cijfers; verwacht een map met grafieken",
        ),
        ("draw --all --src cijfers --out site", ".git, dat"),
        ("draw --all --src cijfers --out link", "een koppeling naar leeg"),
        ("draw --all --src cijfers --format oembed --base https://a.nl --out site", ".git, dat"),
        ("fetch T1 --catalog http://127.0.0.1:9 --out tabel", "observations-1.json, dat"),
        ("fetch T1 --catalog http://127.0.0.1:9 --out site", ".git, dat"),
        ("fetch T1 --catalog http://127.0.0.1:9 --out pipe", "een bestand; verwacht een map"),
        ("fetch T1 --catalog http://127.0.0.1:9 --out cijfers", "een map met cijfers"),
        ("fetch T1 --catalog file:///etc --out nieuw", "een adres dat met https:// begint"),
    ] {
        let output = run(&folder.0, words);
        assert!(matches!(output.status.code(), Some(1 | 2)), "{words}: {output:?}");
        assert!(said(&output).contains(says), "{words}: {}", said(&output));
        let after = all(&folder.0);
        let changed: Vec<_> = before.iter().filter(|(k, v)| after.get(*k) != Some(*v)).collect();
        assert!(changed.is_empty(), "{words} changed {:?}", changed.first().map(|c| c.0));
        let left: Vec<_> = after.keys().filter(|k| !before.contains_key(*k)).collect();
        assert!(left.is_empty(), "{words} left {left:?}");
    }
}

#[test]
fn ours_is_replaced_and_what_lies_beside_it_stays() {
    let folder = home();
    for name in ["cijfers.old/a", "cijfers.new/a", ".kansrijke-start-mine/half/a", ".tmpmine/a"] {
        folder.put(name, b"mine");
    }
    // A lock of somebody's own is none of ours.
    folder.put(".kansrijke-start-lock/lock", b"mine\n");
    fs::write(folder.0.join("cijfers/.DS_Store"), "Finder").unwrap();
    let before = all(&folder.0);
    let report = run(&folder.0, "prepare --out cijfers --report r.txt");
    assert!(report.status.success(), "{}", said(&report));
    assert!(run(&folder.0, "prepare --out leeg").status.success());
    assert!(run(&folder.0, "prepare --out diep/dieper/cijfers").status.success());
    assert!(run(&folder.0, "draw --all --src cijfers --out diep/grafieken").status.success());
    assert!(run(&folder.0, "draw --all --src cijfers --out diep/grafieken").status.success());
    let after = all(&folder.0);
    for (name, bytes) in before.iter().filter(|(name, _)| *name != "cijfers/.DS_Store") {
        assert_eq!(after.get(name), Some(bytes), "{name}");
    }
    let list = String::from_utf8(after["cijfers/.kansrijke-start"].clone()).unwrap();
    for name in after.keys().filter_map(|name| name.strip_prefix("cijfers/")) {
        let is_listed = list.lines().any(|line| line == name);
        assert!(is_listed || name.is_empty() || name.ends_with('/') || name == MARKER, "{name}");
    }
    let new: Vec<&String> = after
        .keys()
        .filter(|name| !before.contains_key(*name) && !name.starts_with("leeg/"))
        .filter(|name| !name.starts_with("diep/dieper/cijfers/"))
        .filter(|name| !name.starts_with("diep/grafieken/"))
        .collect();
    assert_eq!(new, ["diep/", "diep/dieper/", "r.txt"]);
}

#[test]
fn a_folder_of_an_earlier_version_is_known_by_its_index() {
    let folder = home();
    let at = |name: &str| folder.0.join("cijfers").join(name);
    fs::remove_file(at(MARKER)).unwrap();
    // An earlier version wrote no parts of files, no story, no names and no comparators.
    for file in ["story.json", "names.json"].map(at) {
        fs::remove_file(file).unwrap();
    }
    for parts in ["country", "benchmark", "ranking", "overview", "geometry", "comparators"]
        .map(at)
        .into_iter()
        .filter(|parts| parts.is_dir())
    {
        fs::remove_dir_all(parts).unwrap();
    }
    for file in fs::read_dir(at("region")).unwrap().map(|file| file.unwrap().path()) {
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        if !name.ends_with(|c: char| c.is_ascii_digit()) {
            fs::remove_file(file).unwrap();
        }
    }
    copy(&folder.0.join("cijfers"), &folder.0.join("bewerkt"));
    copy(&folder.0.join("cijfers"), &folder.0.join("erbij"));
    folder.put("bewerkt/indicator/big2.json", b"{\"mine\": 1}");
    folder.put("erbij/brief.txt", b"mine");
    for (out, says) in [("bewerkt", "indicator/big2.json, dat"), ("erbij", "brief.txt, dat")] {
        let before = all(&folder.0);
        let output = run(&folder.0, &format!("prepare --out {out}"));
        assert!(said(&output).contains(says), "{}", said(&output));
        assert!(all(&folder.0) == before, "{out}");
    }
    assert!(run(&folder.0, "prepare --out cijfers").status.success());
    assert!(at(MARKER).is_file());
}

#[test]
fn a_report_takes_the_place_of_one_at_once_and_through_a_link() {
    let folder = home();
    folder.put("verslagen/oud.txt", b"old");
    symlink("verslagen/oud.txt", folder.0.join("r.txt")).unwrap();
    assert!(run(&folder.0, "prepare --out cijfers --report r.txt").status.success());
    assert!(fs::symlink_metadata(folder.0.join("r.txt")).unwrap().is_symlink());
    let report = fs::read_to_string(folder.0.join("verslagen/oud.txt")).unwrap();
    assert!(report.contains("Cijfers voorbereid"), "{report}");
    assert_eq!(fs::read_dir(folder.0.join("verslagen")).unwrap().count(), 1);
}

const KIND: Kind = Kind::listed("proef");

/// The files that a run of this number makes.
fn fill(folder: &Path, number: u32) -> io::Result<()> {
    fs::create_dir_all(folder.join("a/b"))?;
    for name in ["one", "a/two", "a/b/three"] {
        fs::write(folder.join(name), number.to_string())?;
    }
    Ok(())
}

/// Of which run a folder is, which is whole.
fn number(out: &Path) -> u32 {
    let files = all(out);
    let texts: Vec<&Vec<u8>> = ["one", "a/two", "a/b/three"].map(|name| &files[name]).to_vec();
    assert!(texts.iter().all(|text| *text == texts[0]), "{files:?}");
    assert_eq!(files.len(), 6, "{files:?}");
    String::from_utf8(texts[0].clone()).unwrap().parse().unwrap()
}

fn no_exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

fn system(step: &dyn Fn(&'static str) -> io::Result<()>, exchange: bool) -> System<'_> {
    System { step, exchange: if exchange { System::REAL.exchange } else { no_exchange } }
}

/// Writes a folder, of which the step with a number does something else.
fn replace(out: &Path, exchange: bool, at: u32, act: &dyn Fn() -> io::Result<()>) -> (bool, u32) {
    let steps = Cell::new(0);
    let step = |_: &'static str| {
        steps.set(steps.get() + 1);
        if steps.get() == at { act() } else { Ok(()) }
    };
    let claim = Claim::of(out, KIND, &[]).unwrap().with(system(&step, exchange));
    let done = claim.replace(|new| {
        fill(new, 2)?;
        step("filled")
    });
    (done.is_ok(), steps.get())
}

#[test]
fn whatever_step_fails_the_folder_is_whole_and_nothing_is_left() {
    let full = || Err(io::ErrorKind::StorageFull.into());
    for exchange in [true, false] {
        for is_there in [true, false] {
            let mut seen = 0;
            for at in 1.. {
                let folder = Folder::with(&[]);
                let out = folder.0.join("out");
                if is_there {
                    Claim::of(&out, KIND, &[]).unwrap().replace(|new| fill(new, 1)).unwrap();
                }
                let (done, steps) = replace(&out, exchange, at, &full);
                if steps < at {
                    assert!(done && number(&out) == 2);
                    break;
                }
                seen += 1;
                match (done, is_there) {
                    // Only the removal of the old one is left for another time.
                    (true, _) => assert_eq!((number(&out), steps), (2, at)),
                    (false, true) => assert_eq!(number(&out), 1, "step {at}"),
                    (false, false) => assert!(!out.exists(), "step {at}"),
                }
                let left = fs::read_dir(&folder.0).unwrap().count();
                assert_eq!(left, 1 + usize::from(done) - usize::from(!is_there && !done), "{at}");
                drop(Claim::of(&out, KIND, &[]).unwrap());
                let left = fs::read_dir(&folder.0).unwrap().count();
                assert_eq!(left, usize::from(out.exists()), "step {at}");
            }
            assert!(seen >= 5, "{seen} steps");
        }
    }
}

#[test]
#[ignore = "a run that the next test starts and that ends in the midst"]
fn a_run_that_is_killed() {
    let given = |name: &str| std::env::var(name).unwrap();
    let (exchange, at) = (given("EXCHANGE") == "true", given("STEP").parse().unwrap());
    let (done, steps) = replace(given("OUT").as_ref(), exchange, at, &|| std::process::abort());
    assert!(done && steps < at);
}

/// A run that is killed at a step, unless it has fewer.
fn killed(out: &Path, exchange: bool, at: u32) -> Output {
    Command::new(std::env::current_exe().unwrap())
        .args(["guard::a_run_that_is_killed", "--exact", "--ignored"])
        .env("OUT", out)
        .env("EXCHANGE", exchange.to_string())
        .env("STEP", at.to_string())
        .output()
        .unwrap()
}

#[test]
fn a_removal_that_was_killed_goes_on() {
    // What a removal takes away, one after another: at each of them it may be killed.
    let parts = ["a/b/three", "a/two", "one", "a/b", "a", MARKER, ""];
    for gone in 0..=parts.len() {
        let folder = Folder::with(&[]);
        let out = folder.0.join("out");
        Claim::of(&out, KIND, &[]).unwrap().replace(|new| fill(new, 1)).unwrap();
        let whole = (1..).find_map(|at| {
            assert!(!killed(&out, true, at).status.success(), "no step removes");
            let mut left = fs::read_dir(&folder.0).unwrap().map(|entry| entry.unwrap().path());
            let whole = left.find(|path| *path != out)?.join("whole");
            (number(&out) == 2).then_some(whole)
        });
        let whole = whole.unwrap();
        assert_eq!(number(&whole), 1);
        for part in &parts[..gone] {
            let path = whole.join(part);
            match path.is_dir() {
                true => fs::remove_dir(path).unwrap(),
                false => fs::remove_file(path).unwrap(),
            }
        }
        drop(Claim::of(&out, KIND, &[]).unwrap());
        assert_eq!(number(&out), 2);
        assert_eq!(fs::read_dir(&folder.0).unwrap().count(), 1, "{gone} of them gone");
    }
}

#[test]
fn killed_at_any_step_the_folder_is_whole_and_the_next_run_tidies_up() {
    for exchange in [true, false] {
        for is_there in [true, false] {
            let mut seen = 0;
            for at in 1.. {
                let folder = Folder::with(&[]);
                let out = folder.0.join("out");
                folder.put("outer/mine", b"mine");
                if is_there {
                    Claim::of(&out, KIND, &[]).unwrap().replace(|new| fill(new, 1)).unwrap();
                }
                let run = killed(&out, exchange, at);
                if run.status.success() {
                    assert_eq!(number(&out), 2);
                    break;
                }
                seen += 1;
                // Between two renames it stands aside, and the next command puts it back.
                assert!(!exchange || out.exists() == is_there || number(&out) == 2, "step {at}");
                drop(Claim::of(&out, KIND, &[]).unwrap());
                assert!(!is_there || [1, 2].contains(&number(&out)), "step {at}");
                let left = fs::read_dir(&folder.0).unwrap().count();
                assert_eq!(left, 1 + usize::from(out.exists()), "step {at}");
                Claim::of(&out, KIND, &[]).unwrap().replace(|new| fill(new, 3)).unwrap();
                assert_eq!(number(&out), 3);
                assert_eq!(fs::read_dir(&folder.0).unwrap().count(), 2, "step {at}");
            }
            assert!(seen >= 5, "{seen} steps");
        }
    }
}

#[test]
fn what_comes_in_while_a_run_works_stays() {
    for exchange in [true, false] {
        for at in 1..=8 {
            let folder = Folder::with(&[]);
            let out = folder.0.join("out");
            Claim::of(&out, KIND, &[]).unwrap().replace(|new| fill(new, 1)).unwrap();
            let letter = || match out.is_dir() {
                true => fs::write(out.join("brief.txt"), "mine"),
                false => Ok(()),
            };
            replace(&out, exchange, at, &letter);
            let is_written = all(&folder.0).keys().any(|name| name.ends_with("brief.txt"));
            let was_asked = replace(&folder.0.join("count"), exchange, at, &|| Ok(())).1 >= at;
            assert!(is_written || !was_asked || !out.join("brief.txt").exists(), "step {at}");
            if is_written {
                assert_eq!(fs::read(out.join("brief.txt")).unwrap(), b"mine", "step {at}");
            }
        }
    }
}

#[test]
fn six_at_once_end_well_and_leave_one() {
    let folder = home();
    for out in ["cijfers", "nieuw"] {
        let runs: Vec<Child> =
            (0..6).map(|_| start(&folder.0, &format!("prepare --out {out}"))).collect();
        for run in runs {
            let output = run.wait_with_output().unwrap();
            assert!(output.status.success(), "{out}: {}", said(&output));
        }
        let index: serde_json::Value =
            serde_json::from_slice(&fs::read(folder.0.join(out).join("index.json")).unwrap())
                .unwrap();
        for item in index["link"]["item"].as_array().unwrap() {
            assert!(folder.0.join(out).join(item["href"].as_str().unwrap()).is_file());
        }
    }
    let left: Vec<String> =
        all(&folder.0).into_keys().filter(|name| name.starts_with(".kans")).collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn six_at_once_end_well_without_exchange_too() {
    let folder = Folder::with(&[]);
    let out = &folder.0.join("out");
    std::thread::scope(|scope| {
        for number in 0..6 {
            scope.spawn(move || {
                for _ in 0..20 {
                    // One may be refused because another works there; nothing is lost by it.
                    let claim = Claim::of(out, KIND, &[]);
                    let step = |_: &'static str| Ok(());
                    let _ = claim
                        .map(|c| c.with(system(&step, false)).replace(|new| fill(new, number)));
                }
            });
        }
    });
    Claim::of(out, KIND, &[]).unwrap().replace(|new| fill(new, 9)).unwrap();
    assert_eq!(number(out), 9);
    assert_eq!(fs::read_dir(&folder.0).unwrap().count(), 1);
}

/// A disk of so many kilobytes with the figures on it, on which a script runs.
fn on_disk(folder: &Path, size: u64, script: &str) -> Output {
    let whole = format!(
        "set -e; mkdir -p disk; mount -t tmpfs -o size={size}k none disk; cp -r cijfers disk/; {script}"
    );
    let mut unshare = Command::new("unshare");
    unshare.args(["--mount", "--map-root-user", "sh", "-c", &whole]).current_dir(folder);
    unshare.env("PROGRAM", env!("CARGO_BIN_EXE_kansrijke-start")).output().unwrap()
}

#[test]
fn on_a_full_disk_and_one_that_is_read_only_the_old_figures_stay() {
    let folder = home();
    folder.put("data/moeders.csv", b"regio;jaar;x;n\nGM0344;2021;31;200\n");
    let kept = "diff -r cijfers disk/cijfers >&2 && [ \"$(ls -A disk)\" = cijfers ] && echo kept";
    let refused = format!("\"$PROGRAM\" prepare --out disk/cijfers && exit 9; {kept}");
    let may_mount = on_disk(&folder.0, 1 << 20, "echo kept").status.success();
    if may_mount {
        let used = Command::new("du").args(["-sk", "cijfers"]).current_dir(&folder.0).output();
        let used = String::from_utf8(used.unwrap().stdout).unwrap();
        let used: u64 = used.split_whitespace().next().unwrap().parse().unwrap();
        // The old figures, and no room, some room, or nearly room for the new ones.
        for more in [8, used / 2, used * 3 / 4] {
            let output = on_disk(&folder.0, used + more, &refused);
            assert_eq!(output.stdout, b"kept\n", "{more}: {output:?}");
            assert!(said(&output).contains("geen ruimte"), "{more}: {}", said(&output));
        }
        let script = format!("mount -o remount,ro disk; {refused}");
        let output = on_disk(&folder.0, 1 << 20, &script);
        assert_eq!(output.stdout, b"kept\n", "{output:?}");
        assert!(said(&output).contains("niet te schrijven"), "{}", said(&output));
    } else {
        // Where nothing may be mounted, a limit on files is the full disk, and a folder without
        // the right to write the read-only one.
        eprintln!("no disk may be mounted here: a limit and a folder that is closed stand for it");
        fs::create_dir(folder.0.join("disk")).unwrap();
        copy(&folder.0.join("cijfers"), &folder.0.join("disk/cijfers"));
        for script in [
            format!("ulimit -f 20; trap '' XFSZ; {refused}"),
            format!("chmod 555 disk; {refused}; chmod 755 disk"),
        ] {
            let mut shell = Command::new("bash");
            shell.args(["-c", &script]).current_dir(&folder.0);
            let output =
                shell.env("PROGRAM", env!("CARGO_BIN_EXE_kansrijke-start")).output().unwrap();
            assert_eq!(output.stdout, b"kept\n", "{output:?}");
        }
    }
}
