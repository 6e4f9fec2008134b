// SPDX-License-Identifier: EUPL-1.2
//! The workbook of a figure, as another library reads it.

use super::support::{figures, with_figure};
use calamine::{Data, Reader, Xlsx};
use kansrijke_start::figure::Figure;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::process::Command;

/// The cells of the sheets, in order.
fn sheets(bytes: &[u8]) -> Vec<(String, Vec<Vec<Data>>)> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let names = book.sheet_names();
    let cells = |name: String| {
        let range = book.worksheet_range(&name).unwrap();
        (name, range.rows().map(<[Data]>::to_vec).collect())
    };
    names.into_iter().map(cells).collect()
}

/// The parts of the file, by their names.
fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for nth in 0..archive.len() {
        let mut part = archive.by_index(nth).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        parts.insert(part.name().unwrap().to_string(), text);
    }
    parts
}

/// A cell as the file for machines has it.
fn written(cell: &Data) -> String {
    match cell {
        Data::Float(number) => number.to_string(),
        other => other.to_string(),
    }
}

/// Fails where the figures differ from the rows for machines.
fn assert_same(figure: &Figure) {
    let sheets = sheets(&figure.xlsx(None).unwrap());
    let (name, rows) = &sheets[0];
    assert_eq!(name, "Cijfers");
    let csv = figure.csv();
    let lines: Vec<Vec<&str>> = csv.lines().skip(1).map(|line| line.split(',').collect()).collect();
    assert_eq!(rows.len(), lines.len() + 1);
    for (cells, line) in rows.iter().skip(1).zip(lines) {
        // Indicator, area, period, five numbers, remark, the two codes, what comes besides.
        let cells: Vec<String> = cells.iter().map(written).collect();
        assert_eq!((&*cells[9], &*cells[10]), (line[0], line[1]));
        match line[4].is_empty() && line[5].is_empty() {
            true => assert_eq!(cells[3], line[9], "a word in the place of a number"),
            false => assert_eq!(cells[3], line[4]),
        }
        assert_eq!(cells[4..9], line[5..10], "{line:?}");
        assert_eq!(cells[11..], line[10..], "{line:?}");
    }
}

#[test]
fn its_figures_are_those_of_the_rows() {
    for attributes in [
        &[("indicator", "tienermoeders"), ("region", "Ameland"), ("view", "trend")][..],
        &[
            ("indicator", "tienermoeders"),
            ("region", "Rotterdam"),
            ("view", "ranking"),
            ("within", "PV28"),
        ],
        &[("indicator", "lokale-coalitie"), ("region", "Utrecht"), ("view", "compare")],
        &[("indicator", "zeer-kwetsbaar-gezin"), ("region", "NL01"), ("view", "trend")],
        &[("region", "Utrecht"), ("view", "profile")],
        &[("region", "Utrecht"), ("view", "story")],
        &[("region", "Utrecht"), ("view", "heatmap"), ("within", "PV26")],
    ] {
        with_figure(attributes, 640, assert_same);
    }
}

const TREND: [(&str, &str); 3] =
    [("indicator", "tienermoeders"), ("region", "Ede"), ("view", "trend")];

#[test]
fn numbers_are_numbers_and_words_are_words() {
    let small = [("indicator", "tienermoeders"), ("region", "Ameland"), ("view", "trend")];
    with_figure(&small, 640, |figure| {
        let bytes = figure.xlsx(None).unwrap();
        let rows = &sheets(&bytes)[0].1;
        let heads = "Onderwerp;Gebied;Periode;Cijfer;Ondergrens;Bovengrens;Teller;Noemer;Toelichting;Onderwerpcode;Gebiedscode";
        assert_eq!(rows[0].iter().map(written).collect::<Vec<_>>().join(";"), heads);
        let is_number = |cell: &Data| matches!(cell, Data::Float(_));
        assert!(rows.iter().skip(1).any(|row| row[2..8].iter().all(is_number)), "{rows:?}");
        let word = |row: &Vec<Data>| row[3] == row[8] && matches!(&row[3], Data::String(_));
        assert!(rows.iter().skip(1).any(word), "nothing is withheld, so nothing is shown");
        let parts = parts(&bytes);
        // One decimal, as on the page; comma or point is for who opens it to say.
        assert!(parts["xl/styles.xml"].contains("formatCode=\"#,##0.0\""));
        let sheet = &parts["xl/worksheets/sheet1.xml"];
        assert!(sheet.contains("<pane ySplit=\"1\"") && sheet.contains("state=\"frozen\""));
        assert!(sheet.contains("customWidth=\"1\""));
    });
}

#[test]
fn a_second_sheet_says_what_the_figures_are() {
    let attributes =
        [TREND.as_slice(), &[("annotations", "2015||=1+1"), ("edition", "2026-11-28")]].concat();
    with_figure(&attributes, 640, |figure| {
        let bytes = figure.xlsx(Some("https://www.example.nl/geboren?a=1&b=2")).unwrap();
        let (name, rows) = sheets(&bytes).swap_remove(1);
        assert_eq!(name, "Uitleg");
        let of = |term: &str| {
            let texts = rows.iter().filter(|row| row[0] == *term);
            texts.map(|row| row[1].to_string()).collect::<Vec<_>>()
        };
        assert_eq!(of("Licentie"), ["CC BY 4.0"]);
        assert_eq!(of("Uitgave van de cijfers"), ["2026-11-28"]);
        assert!(of("Bron")[0].starts_with("CBS"), "{rows:?}");
        assert!(of("Onderwerp")[0].ends_with("[tienermoeders]"));
        assert!(of("Zo is het berekend")[0].contains("Poisson"));
        assert!(of("Verwijzing")[0].ends_with("https://www.example.nl/geboren?a=1&b=2"));
        assert!(of("Wat de grafiek zegt").iter().any(|said| said.ends_with("=1+1")));
        for term in ["Wat is dit?", "Aantal", "Totaal", "Cijfers over", "Meer info"] {
            assert_eq!(of(term).len(), 1, "{term} in {rows:?}");
        }
        let parts = parts(&bytes);
        assert!(parts["docProps/core.xml"].contains("2026-11-28T00:00:00Z"), "{parts:?}");
        // What begins as a formula is a text, and stays one when somebody changes it.
        assert!(!parts.values().any(|part| part.contains("<f>") || part.contains("<hyperlink")));
        assert!(parts["xl/styles.xml"].contains("quotePrefix=\"1\""));
    });
}

#[test]
fn breaks_are_told() {
    let indicator = [("indicator", "lokale-coalitie"), ("region", "NL01"), ("view", "trend")];
    with_figure(&indicator, 640, |figure| {
        let rows = sheets(&figure.xlsx(None).unwrap()).swap_remove(1).1;
        let breaks: Vec<String> = rows
            .iter()
            .filter(|row| row[0] == "Breuk in de reeks")
            .map(|row| row[1].to_string())
            .collect();
        assert!(
            !breaks.is_empty() && breaks.iter().all(|text| text.starts_with("Vanaf ")),
            "{rows:?}"
        );
    });
}

#[test]
fn the_program_writes_the_same_bytes_each_time() {
    let write = || {
        let mut program = Command::new(env!("CARGO_BIN_EXE_kansrijke-start"));
        program.arg("draw").arg("--src").arg(figures());
        let output = program
            .args("--indicator tienermoeders --region Ede --view trend --format xlsx".split(' '))
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    };
    let bytes = write();
    assert_eq!(bytes, write());
    // The edition is that of the folder.
    let core = parts(&bytes)["docProps/core.xml"].clone();
    let index = std::fs::read_to_string(figures().join("index.json")).unwrap();
    let index: serde_json::Value = serde_json::from_str(&index).unwrap();
    let edition = index.pointer("/extension/edition/id").and_then(|id| id.as_str()).unwrap();
    assert!(core.contains(&format!("{}T00:00:00Z", edition.get(..10).unwrap())), "{core}");
}

#[test]
fn a_percentage_keeps_its_number() {
    let share = [("indicator", "eerste-kinderen"), ("region", "Leiden")];
    with_figure(&share, 640, |figure| {
        let parts = parts(&figure.xlsx(None).unwrap());
        // In quotes the sign is a text: without them Excel shows a hundredfold.
        assert!(parts["xl/styles.xml"].contains("formatCode=\"#,##0.0&quot;%&quot;\""));
    });
}
