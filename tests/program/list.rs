// SPDX-License-Identifier: EUPL-1.2
//! Charts of a list of regions, for what reads lines.

use super::support::figures;
use super::support::folder::Folder;
use serde_json::Value;
use std::io::Write;
use std::process::{Command, Output, Stdio};

/// `draw` with these words, and a list at its standard input.
fn draw(words: &str, list: &str) -> Output {
    draw_from(&figures().display().to_string(), words, list)
}

fn draw_from(folder: &str, words: &str, list: &str) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_kansrijke-start"));
    program.arg("draw").arg("--src").arg(folder).args(words.split(' '));
    program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = program.spawn().unwrap();
    running.stdin.take().unwrap().write_all(list.as_bytes()).unwrap();
    running.wait_with_output().unwrap()
}

fn drawn(words: &str, list: &str) -> (String, String) {
    let output = draw(words, list);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{said}");
    (String::from_utf8(output.stdout).unwrap(), said)
}

const TREND: &str = "--regions - --indicator tienermoeders --view trend --lang nl --format";
const LIST: &str = "\u{feff}# twee steden\r\nGM0344\r\n\r\n  Gemeente Ede \nutrecht\n";

#[test]
fn findings_come_in_lines_each_once() {
    let (text, said) = drawn(&format!("{TREND} jsonl"), LIST);
    let rows: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let of = |code: &str| rows.iter().filter(|row| row["region"] == code).count();
    assert!(of("GM0344") > 10 && of("GM0344") == of("GM0228"), "{text}");
    assert_eq!(of("NL01"), of("GM0344"), "the country stands beside both, and comes once");
    let withheld = rows.iter().find(|row| row["status"] == "withheld");
    assert!(withheld.is_some_and(|row| row.get("value").is_none()), "{text}");
    assert!(said.contains("Ede"), "what was read is told: {said}");
}

#[test]
fn rows_have_one_head_and_figures_one_line() {
    let (rows, _) = drawn(&format!("{TREND} csv"), LIST);
    assert_eq!(rows.matches("indicator,region,").count(), 1);
    assert!(rows.contains(",GM0344,") && rows.contains(",GM0228,"));
    let (figures, _) = drawn(&format!("{TREND} json"), LIST);
    let headings: Vec<Value> =
        figures.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(headings.len(), 2);
    assert!(headings[1]["heading"].as_str().unwrap().contains("Ede"));
}

#[test]
fn of_which_there_is_none_is_said() {
    let later = "--regions - --indicator tienermoeders --period 2024 --lang nl --format jsonl";
    let output = draw(later, "GM0344\nNL01\n");
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0), "{said}");
    assert!(said.contains("GM0344: ") && said.contains("NL01: "), "{said}");
}

#[test]
fn a_folder_without_figures_is_said_once() {
    let output = draw_from("/nergens", &format!("{TREND} csv"), LIST);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("/nergens") && !said.contains("GM0344"), "{said}");
}

#[test]
fn all_that_is_wrong_in_a_list_is_said_at_once() {
    let output = draw(&format!("{TREND} jsonl"), "Utrecht\nLutjebroek\nAmersfort\n");
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0), "{said}");
    assert!(said.contains("Lutjebroek") && said.contains("Amersfoort"), "{said}");
    for (words, list, wrong) in
        [("svg", "Utrecht\n", "jsonl, csv, json"), ("jsonl", "# geen\n", "regions.txt, -")]
    {
        let output = draw(&format!("{TREND} {words}"), list);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains(wrong), "{said}");
    }
    let output = draw("--regions - --region Utrecht --indicator tienermoeders", "Utrecht\n");
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn each_goes_into_a_file_of_its_own() {
    let folder = Folder::new("lijst");
    let out = folder.at("uit");
    let words = format!("{TREND} svg,xlsx --out {}", out.display());
    let (said, _) = drawn(&words, LIST);
    assert!(said.starts_with("4 "), "{said}");
    for name in ["GM0344.svg", "GM0344.xlsx", "GM0228.svg", "GM0228.xlsx"] {
        assert!(out.join("tienermoeders").join(name).is_file(), "{name}");
    }
    assert!(!out.join("tienermoeders/NL01.svg").exists());
}
