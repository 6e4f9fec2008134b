// SPDX-License-Identifier: EUPL-1.2
//! The readers of workbooks: on the bytes as they are, and packed as the sheet, the texts and the
//! formats of a workbook of Excel and as the content of one of OpenDocument.

use kansrijke_start::prepare::cell::number::Decimal;
use kansrijke_start::prepare::read::swing::formula;
use kansrijke_start::prepare::workbook::Workbook;
use kansrijke_start::prepare::workbook::address::Area;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const TYPES: &str =
    r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const ROOT: &str = r#"<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str =
    r#"<workbook xmlns:r="r"><sheets><sheet name="x" sheetId="1" r:id="b"/></sheets></workbook>"#;
const PARTS: &str = r#"<Relationships><Relationship Id="b" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

pub fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        packed.start_file(*name, SimpleFileOptions::default()).unwrap();
        packed.write_all(content).unwrap();
    }
    packed.finish().unwrap().into_inner()
}

/// Whether a sheet of it has cells.
fn read(bytes: &[u8]) -> bool {
    let Ok(mut book) = Workbook::of("x", bytes) else { return false };
    let mut has_cells = false;
    for at in 0..book.sheets.len().min(4) {
        let Ok(sheet) = book.sheet(at) else { continue };
        for content in sheet.cells.values() {
            let _ = content.text(Decimal::Comma);
            has_cells = true;
        }
    }
    has_cells
}

/// Whether one of the workbooks has cells.
pub fn run(bytes: &[u8]) -> bool {
    let as_it_is = read(bytes);
    // Three parts, divided by a byte that no XML has.
    let mut parts = bytes.splitn(3, |b| *b == 0);
    let mut next = || parts.next().unwrap_or_default();
    let (sheet, texts, styles) = (next(), next(), next());
    let excel = read(&packed(&[
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", ROOT.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", PARTS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", texts),
        ("xl/styles.xml", styles),
    ]));
    let opendocument = read(&packed(&[("mimetype", b"x"), ("content.xml", sheet)]));
    let text = String::from_utf8_lossy(bytes);
    let _ = formula(&text);
    let _ = Area::parse(&text);
    as_it_is || excel || opendocument
}
