// SPDX-License-Identifier: EUPL-1.2
//! References to figures: what they say, and that no text breaks their form.

use crate::support::fixture::{Cell, Fixture};
use crate::support::{dataset, figures, request};
use kansrijke_start::figure::Figure;
use kansrijke_start::figure::citation::Style;
use kansrijke_start::indicator::edition::Edition;
use serde_json::{Value, json};
use std::process::Command;

const ADDRESS: &str = "https://www.example.nl/artikel?a=1&b=2";

fn citation(attributes: &[(&str, &str)], style: Style, address: Option<&str>) -> String {
    let mut request = request(attributes, 640).unwrap();
    request.edition = Edition::parse("2026-11-28");
    request.date = Some("2026-12-05".into());
    let data = dataset(&request.indicator).unwrap();
    Figure::new(data, &request).unwrap().citation(style, address)
}

const UTRECHT: [(&str, &str); 2] = [("indicator", "tienermoeders"), ("region", "Utrecht")];

#[test]
fn a_line_to_read_names_publisher_edition_and_address() {
    let line = citation(&UTRECHT, Style::Text, Some(ADDRESS));
    assert!(line.starts_with("CBS (2026). "), "{line}");
    assert!(line.contains(", Utrecht, 2015. In: Kansrijke Start in een grafiek, uitgave van 28 november 2026. Bron: CBS, "), "{line}");
    assert!(line.ends_with(&format!(" {ADDRESS} (geraadpleegd op 5 december 2026)\n")), "{line}");
    let english = citation(&[UTRECHT[0], UTRECHT[1], ("lang", "en")], Style::Text, None);
    assert!(
        english.contains("edition of 28 November 2026")
            && english.ends_with("(accessed 5 December 2026)\n"),
        "{english}"
    );
}

#[test]
fn an_address_that_is_none_of_the_web_is_left_out() {
    for other in ["file:///home/iemand/geheim.html", "javascript:alert(1)", ""] {
        for style in [Style::Text, Style::Bibtex, Style::Csl] {
            let said = citation(&UTRECHT, style, Some(other));
            assert!(
                !said.contains("geheim") && !said.contains("alert") && !said.contains("url ="),
                "{said}"
            );
        }
    }
}

#[test]
fn the_item_of_csl_has_what_its_schema_knows() {
    // By the input schema of CSL 1.0.2: the members that are used here, and no others.
    let date = json!({"type": "object", "additionalProperties": false, "required": ["date-parts"],
        "properties": {"date-parts": {"type": "array", "minItems": 1, "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}}}}});
    let text = json!({"type": "string", "minLength": 1});
    let schema = json!({"type": "array", "minItems": 1, "maxItems": 1, "items": {
    "type": "object", "additionalProperties": false, "required": ["id", "type"],
    "properties": {
        "id": text, "type": {"const": "dataset"}, "title": text, "container-title": text,
        "author": {"type": "array", "items": {"type": "object", "additionalProperties": false,
            "properties": {"literal": text}}},
        "issued": date, "accessed": date, "version": text, "URL": text, "note": text,
        "language": {"enum": ["nl", "en"]},
    }}});
    let schema = jsonschema::validator_for(&schema).unwrap();
    for attributes in [&UTRECHT[..], &[("region", "Utrecht"), ("view", "profile"), ("lang", "en")]]
    {
        let said: Value =
            serde_json::from_str(&citation(attributes, Style::Csl, Some(ADDRESS))).unwrap();
        let errors: Vec<String> = schema.iter_errors(&said).map(|e| e.to_string()).collect();
        assert!(errors.is_empty(), "{said}: {errors:?}");
        assert_eq!(said[0]["issued"]["date-parts"], json!([[2026, 11, 28]]));
        assert_eq!(said[0]["URL"], ADDRESS);
    }
}

#[test]
fn no_text_breaks_an_entry_of_bibtex_or_an_item() {
    let hostile = "R&D {50%} \\input{x} $_#^~ \"} @misc{a, title = {b";
    let fixture = Fixture::new("share", &["GM9901", "NL01"], 2015..=2015);
    let mut data =
        fixture.dataset(|_, region, _| Cell::counts(if region == 0 { 40 } else { 900 }, 9000));
    let definition = &mut data.definitions[0];
    definition.name.nl = hostile.into();
    definition.source.publisher = hostile.into();
    let request = request(&[("indicator", "proef"), ("region", "GM9901")], 640).unwrap();
    let figure = Figure::new(&data, &request).unwrap();
    let bibtex = figure.citation(Style::Bibtex, Some("https://example.nl/{x}\\%20 \"y"));
    // One entry, which ends where the text does.
    let (mut depth, mut entries, mut ends) = (0_i32, 0, Vec::new());
    for (at, c) in bibtex.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            '@' if depth == 0 => entries += 1,
            _ => {}
        }
        if c == '}' && depth == 0 {
            ends.push(at);
        }
    }
    assert_eq!((depth, entries, ends), (0, 1, vec![bibtex.trim_end().len() - 1]), "{bibtex}");
    for part in [
        "R\\&D",
        "\\textbraceleft{}50\\%\\textbraceright{}",
        "\\textbackslash{}input",
        "\\$\\_\\#\\textasciicircum{}\\textasciitilde{}",
    ] {
        assert!(bibtex.contains(part), "{part} in {bibtex}");
    }
    assert!(bibtex.contains("url = {https://example.nl/%7Bx%7D%5C%20%20%22y}"), "{bibtex}");
    let key = bibtex.split(['{', ',']).nth(1).unwrap();
    assert!(key.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b)), "{key}");
    let csl: Value = serde_json::from_str(&figure.citation(Style::Csl, None)).unwrap();
    assert_eq!(csl[0]["author"][0]["literal"], hostile);
    // Without an edition or a day nothing is made up.
    assert!(csl[0].get("issued").is_none() && csl[0].get("accessed").is_none());
    assert!(figure.citation(Style::Text, None).contains(" (z.d.). "));
}

#[test]
fn the_program_writes_them_with_the_edition_of_the_folder() {
    let drawn = |words: &str| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_kansrijke-start"));
        program.arg("draw").arg("--src").arg(figures());
        program
            .args("--indicator tienermoeders --region Utrecht".split(' '))
            .args(words.split(' '));
        let output = program.output().unwrap();
        assert!(output.status.success(), "{words}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let index = std::fs::read(figures().join("index.json")).unwrap();
    let index: Value = serde_json::from_slice(&index).unwrap();
    let edition = index["extension"]["edition"]["id"].as_str().unwrap();
    assert!(drawn("--format bibtex").contains(&format!("version = {{{edition}}}")));
    let csl: Value =
        serde_json::from_str(&drawn("--format csl --base https://www.example.nl/k")).unwrap();
    let address = csl[0]["URL"].as_str().unwrap();
    assert!(
        address.starts_with("https://www.example.nl/k/frame.html?indicator=tienermoeders"),
        "{address}"
    );
    assert!(drawn("--format cite").starts_with("CBS ("));
}
