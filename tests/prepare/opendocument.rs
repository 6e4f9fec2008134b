// SPDX-License-Identifier: EUPL-1.2
//! Workbooks of OpenDocument, as LibreOffice writes them. The figures are made up.

use super::folder::{counts, one, record, told, value, warnings};
use super::workbooks::packed;
use kansrijke_start::indicator::observation::Status;

/// A workbook of which `tables` is what stands in its spreadsheet.
pub fn ods(tables: &str) -> Vec<u8> {
    let content = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">
<office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>
<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>
<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"#
    );
    packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
    ])
}

fn text(text: &str) -> String {
    format!(
        r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#
    )
}

fn number(number: &str) -> String {
    format!(
        r#"<table:table-cell office:value-type="float" office:value="{number}"><text:p>{number}</text:p></table:table-cell>"#
    )
}

fn row(cells: &[String]) -> String {
    let empty = r#"<table:table-cell table:number-columns-repeated="16000"/>"#;
    format!("<table:table-row>{}{empty}</table:table-row>", cells.concat())
}

fn table(name: &str, style: &str, rows: &[String]) -> String {
    let below = r#"<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#;
    format!(
        r#"<table:table table:name="{name}" table:style-name="{style}">{}{below}</table:table>"#,
        rows.concat()
    )
}

const VALUE: &str = "region = \"gemeente\"\nperiod = \"jaar\"\n[[file.series]]\nindicator = \"big2\"\nvalue = \"perc\"\n";

fn heads() -> String {
    row(&[text("gemeente"), text("jaar"), text("perc")])
}

#[test]
fn numbers_texts_dates_and_percentages_are_what_they_show() {
    let percent = r#"<table:table-cell office:value-type="percentage" office:value="0.151"><text:p>15,1%</text:p></table:table-cell>"#;
    let year = r#"<table:table-cell office:value-type="date" office:date-value="2021-07-01"><text:p>2021</text:p></table:table-cell>"#;
    let frisian = "S&#250;dwest-Frysl&#226;n";
    let remark = r#"<table:table-cell office:value-type="string"><office:annotation><text:p>let op</text:p></office:annotation><text:p>Houten</text:p></table:table-cell>"#;
    let rows = [
        heads(),
        row(&[text("Utrecht"), number("2022"), percent.into()]),
        row(&[text("Amsterdam"), year.into(), text("12,5")]),
        row(&[remark.into(), text("2022"), number("9.75")]),
        row(&[text(frisian), number("2022"), text("&lt;10")]),
    ];
    let figures = one("t.ods", &ods(&table("Blad1", "ta1", &rows)), VALUE).unwrap();
    assert_eq!(value(&figures, "big2", "GM0344", "2022"), Some(15.1));
    assert_eq!(value(&figures, "big2", "GM0321", "2022"), Some(9.75));
    let frisian = record(&figures, "big2", "GM1900", "2022").unwrap();
    assert_eq!(frisian.status, Some(Status::Withheld));
    assert_eq!(warnings(&figures).iter().filter(|w| w.contains("verborgen")).count(), 0);
}

#[test]
fn years_and_categories_across_and_repeated_cells() {
    let repeated = r#"<table:table-cell office:value-type="float" office:value="5000" table:number-columns-repeated="2"><text:p>5000</text:p></table:table-cell>"#;
    let rows = [
        row(&[text("deel"), number("2022"), number("2023")]),
        row(&[text("FALSE"), repeated.into()]),
        row(&[
            r#"<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAAR</text:p></table:table-cell>"#.into(),
            number("800"),
            number("790"),
        ]),
    ];
    let recipe = "region_is = \"NL01\"\nperiod = \"columns\"\ncategory = \"deel\"\nnumerator_is = \"TRUE\"\n\
        [[file.series]]\nindicator = \"big2\"\n";
    let figures = one("t.ods", &ods(&table("Blad1", "ta1", &rows)), recipe).unwrap();
    assert_eq!(counts(&figures, "big2", "NL01", "2022"), Some((800.0, Some(5_800.0))));
    assert_eq!(counts(&figures, "big2", "NL01", "2023"), Some((790.0, Some(5_790.0))));
}

#[test]
fn hidden_rows_and_sheets_formulas_and_errors() {
    let error = r##"<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>"##;
    let hidden = row(&[text("Houten"), number("2022"), number("9")])
        .replace("<table:table-row>", "<table:table-row table:visibility=\"collapse\">");
    let rows = [heads(), row(&[text("Utrecht"), number("2022"), error.into()]), hidden];
    let sheets = table("Blad1", "ta1", &rows) + &table("Geheim", "ta2", &rows);
    let figures = one("t.ods", &ods(&sheets), VALUE).unwrap();
    assert_eq!(record(&figures, "big2", "GM0344", "2022").unwrap().status, Some(Status::Missing));
    assert_eq!(value(&figures, "big2", "GM0321", "2022"), Some(9.0));
    let warned = warnings(&figures).join("\n");
    for words in
        ["Blad1!C2: #DIV/0!", "1 rij die verborgen", "bladen die niet gelezen zijn: Geheim"]
    {
        assert!(warned.contains(words), "{words}: {warned}");
    }
    let bare = r#"<table:table-cell table:formula="of:=[.A1]*2"/>"#;
    let rows = [heads(), row(&[text("Utrecht"), number("2022"), bare.into()])];
    let told = told(one("t.ods", &ods(&table("Blad1", "ta1", &rows)), VALUE));
    assert!(told.contains("t.ods, Blad1!C2: gevonden een formule zonder uitkomst"), "{told}");
}
