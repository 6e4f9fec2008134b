// SPDX-License-Identifier: EUPL-1.2
//! Workbooks that are broken, or made to do harm, are refused with words and in time.

use super::folder::{one, told};
use super::opendocument::ods;
use super::workbooks::{Put, packed, rewritten, workbook};
use kansrijke_start::prepare::workbook::Workbook;
use std::time::{Duration, Instant};

const VALUE: &str = "region = \"gemeente\"\nperiod = \"jaar\"\n[[file.series]]\nindicator = \"big2\"\nvalue = \"perc\"\n";

const ROWS: &[&[Put<'_>]] = &[
    &[Put::Text("gemeente"), Put::Text("jaar"), Put::Text("perc")],
    &[Put::Text("Utrecht"), Put::Number(2022.0), Put::Number(14.0)],
];

/// What is said of it.
fn refused(name: &str, bytes: &[u8]) -> String {
    let begun = Instant::now();
    let told = told(one(name, bytes, VALUE));
    // Unoptimised and on a busy machine; without limits it would be minutes, or the memory.
    assert!(begun.elapsed() < Duration::from_secs(60), "{name} took {:?}", begun.elapsed());
    told
}

#[test]
fn a_workbook_that_unpacks_to_too_much() {
    let zeros = vec![b' '; 300 << 20];
    let bytes = packed(&[("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", &zeros)]);
    assert!(bytes.len() < 1 << 20, "{}", bytes.len());
    let told = refused("bom.xlsx", &bytes);
    assert!(told.contains("groter is dan 256 MB"), "{told}");
}

#[test]
fn entities_of_its_own() {
    let doctype =
        r#"<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>"#;
    let sheet = "xl/worksheets/sheet1.xml";
    let bytes = rewritten(&workbook(&[("Blad1", ROWS)]), sheet, |text| {
        text.replace("<worksheet", &format!("{doctype}<worksheet"))
    });
    let told = refused("lol.xlsx", &bytes);
    assert!(told.contains("eigen entiteiten"), "{told}");
    let bytes = rewritten(&ods("<table:table table:name=\"x\"/>"), "content.xml", |text| {
        text.replace("<office:document-content", &format!("{doctype}<office:document-content"))
    });
    assert!(refused("lol.ods", &bytes).contains("eigen entiteiten"));
    let cell = "<table:table table:name=\"x\"><table:table-row><table:table-cell office:value-type=\"string\"><text:p>&a;</text:p></table:table-cell></table:table-row></table:table>";
    assert!(refused("lol.ods", &ods(cell)).contains("eigen entiteiten"));
}

#[test]
fn broken_cut_off_and_of_another_kind() {
    let whole = workbook(&[("Blad1", ROWS)]);
    let half = whole.get(..whole.len() / 2).unwrap();
    assert!(refused("half.xlsx", half).contains("niet heel"));
    let sheet = "xl/worksheets/sheet1.xml";
    let broken = rewritten(&whole, sheet, |text| text.replace("</row>", "</ro"));
    assert!(refused("broken.xlsx", &broken).contains("niet heel"));
    let cut = rewritten(&whole, sheet, |text| text.split("<row r=\"2\"").next().unwrap().into());
    assert!(refused("cut.xlsx", &cut).contains("niet heel"));
    assert!(refused("zip.xlsx", &packed(&[("brief.txt", b"hallo")])).contains("geen werkboek"));
    assert!(refused("oud.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1xxxxxxxx").contains(".xls"));
    let binary = packed(&[("[Content_Types].xml", b"<Types/>"), ("xl/workbook.bin", b"x")]);
    assert!(refused("t.xlsb", &binary).contains(".xlsb"));
    let cut = ods("<table:table table:name=\"x\"><table:table-row><table:table-cell>");
    assert!(refused("cut.ods", &cut).contains("niet heel"));
    let empty = workbook(&[("Blad1", &[])]);
    assert!(refused("leeg.xlsx", &empty).contains("leeg blad"));
}

#[test]
fn repeated_far_and_long_cells() {
    let cell = "<table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell>";
    let row =
        format!("<table:table-row table:number-rows-repeated=\"1048576\">{cell}</table:table-row>");
    let told =
        refused("veel.ods", &ods(&format!("<table:table table:name=\"x\">{row}</table:table>")));
    assert!(told.contains("meer dan 2000000 cellen"), "{told}");
    let spaces = "<table:table-cell office:value-type=\"string\"><text:p><text:s text:c=\"4000000000\"/></text:p></table:table-cell>";
    let spaces = spaces.repeat(20_000);
    let row = format!("<table:table-row>{spaces}</table:table-row>");
    let _ =
        refused("lang.ods", &ods(&format!("<table:table table:name=\"x\">{row}</table:table>")));
    let long = "x".repeat(200_000);
    let sheet = "xl/worksheets/sheet1.xml";
    let bytes = rewritten(&workbook(&[("Blad1", ROWS)]), sheet, |text| {
        let cell = format!("<c r=\"D2\" t=\"inlineStr\"><is><t>{long}</t></is></c></row>");
        text.replacen("</row>", &cell, 2)
    });
    assert!(refused("lang.xlsx", &bytes).contains("langer is dan een cel kan zijn"));
    // Far away, and with little before it: no room for what is empty.
    let bytes = rewritten(&workbook(&[("Blad1", ROWS)]), sheet, |text| {
        text.replace(
            "</sheetData>",
            "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>",
        )
    });
    assert!(one("ver.xlsx", &bytes, VALUE).is_ok(), "nothing is wrong with it");
}

#[test]
fn addresses_that_stand_twice() {
    let sheet = "xl/worksheets/sheet1.xml";
    for twice in ["r=\"A2\" r=\"ZZZZZZZZZ1\"", "x:r=\"A2\" r=\"ZZZZZZZZZ1\""] {
        let bytes = rewritten(&workbook(&[("Blad1", ROWS)]), sheet, |text| {
            assert!(text.contains("r=\"A2\""), "{text}");
            text.replace("r=\"A2\"", twice)
        });
        assert!(refused("dubbel.xlsx", &bytes).contains("niet heel"), "{twice}");
    }
}

#[test]
fn deep_nesting() {
    let deep = "<x>".repeat(1_000_000);
    let sheet = "xl/worksheets/sheet1.xml";
    let bytes = rewritten(&workbook(&[("Blad1", ROWS)]), sheet, |text| {
        text.replace("<sheetData>", &format!("{deep}<sheetData>"))
    });
    // Deep, and otherwise as it was: nothing is lost by reading it.
    let _ = one("diep.xlsx", &bytes, VALUE);
    let table = format!("<table:table table:name=\"x\">{deep}</table:table>");
    assert!(refused("diep.ods", &ods(&table)).contains("niet heel"));
}

#[test]
fn a_sheet_that_is_not_there() {
    let recipe = VALUE.replace("region =", "sheet = \"Fig9\"\nregion =");
    let told = told(one("t.xlsx", &workbook(&[("Blad1", ROWS)]), &recipe));
    assert!(told.contains("geen blad \"Fig9\"") && told.contains("\"Blad1\""), "{told}");
    // The list of sheets names one whose file is not there.
    let bytes = rewritten(&workbook(&[("Blad1", ROWS)]), "xl/_rels/workbook.xml.rels", |text| {
        text.replace("worksheets/sheet1.xml", "worksheets/sheet7.xml")
    });
    assert!(refused("t.xlsx", &bytes).contains("niet heel"));
}

#[test]
fn a_text_file_with_a_recipe_for_a_workbook() {
    let recipe = VALUE.replace("period = \"jaar\"", "period = \"columns\"");
    let told = told(one("t.csv", b"gemeente;2022;2023\nUtrecht;1;2\n", &recipe));
    assert!(told.contains("een recept voor een werkboek"), "{told}");
}

/// Numbers that look random and are the same each time.
struct Noise(u64);

impl Noise {
    fn next(&mut self, below: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % below.max(1)
    }

    /// A text with a few of its characters changed, taken out, or repeated.
    fn change(&mut self, text: &str) -> String {
        let mut signs: Vec<char> = text.chars().collect();
        for _ in 0..=self.next(6) {
            let at = self.next(signs.len());
            let until = (at + self.next(40)).min(signs.len());
            match self.next(5) {
                0 => drop(signs.drain(at..until)),
                1 => {
                    let part: Vec<char> = signs[at..until].to_vec();
                    signs.splice(at..at, part);
                }
                2 => signs.truncate(at.max(1)),
                3 => signs[at] = ['0', '9', '-', 'A', '"', '<', '>', '&', 'é'][self.next(9)],
                _ => {
                    let far = ["4294967296", "-1", "99999999999999999999", "1e999", "ZZZZ9"];
                    signs.splice(at..at, far[self.next(5)].chars());
                }
            }
            if signs.is_empty() {
                signs.push('<');
            }
        }
        signs.into_iter().collect()
    }
}

#[test]
fn noise_in_any_part_is_refused_or_read_and_never_a_panic() {
    // More of it by hand: WORKBOOK_NOISE=20000.
    let asked = std::env::var("WORKBOOK_NOISE").ok().and_then(|cases| cases.parse().ok());
    let cases: u64 = asked.unwrap_or(60);
    let excel = workbook(&[("Blad1", ROWS)]);
    let open = ods(
        "<table:table table:name=\"x\"><table:table-row table:number-rows-repeated=\"2\"><table:table-cell \
         office:value-type=\"float\" office:value=\"1.5\" table:number-columns-repeated=\"3\"/><table:table-cell \
         office:value-type=\"string\"><text:p>a&amp;b<text:s text:c=\"3\"/></text:p></table:table-cell>\
         <table:table-cell table:formula=\"of:=1\"/></table:table-row></table:table>",
    );
    let parts = [
        (&excel, "xl/worksheets/sheet1.xml"),
        (&excel, "xl/sharedStrings.xml"),
        (&excel, "xl/styles.xml"),
        (&excel, "xl/workbook.xml"),
        (&excel, "xl/_rels/workbook.xml.rels"),
        (&open, "content.xml"),
    ];
    for (bytes, part) in parts {
        for seed in 0..cases {
            let noise = |text: &str| Noise(seed.wrapping_mul(7_919)).change(text);
            let bytes = rewritten(bytes, part, noise);
            let read = std::panic::catch_unwind(|| {
                let Ok(mut book) = Workbook::of("x", &bytes) else { return };
                for at in 0..book.sheets.len() {
                    if let Err(problem) = book.sheet(at) {
                        assert!(!problem.to_string().is_empty(), "refused without words");
                    }
                }
            });
            assert!(read.is_ok(), "{part}, {seed}");
        }
    }
}
