// SPDX-License-Identifier: EUPL-1.2
//! `draw` as its users call it: what it writes, where, and how it ends.

use crate::support::folder::Folder;
use crate::support::{dataset_of, figures, gallery, project, request};
use kansrijke_start::figure::Figure;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// `draw` with these words, on the shipped figures.
fn draw(words: &str) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_kansrijke-start"));
    program.arg("draw").arg("--src").arg(figures()).args(words.split(' '));
    program.output().unwrap()
}

fn drawn(words: &str) -> String {
    let output = draw(words);
    assert!(output.status.success(), "{words}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The files in a folder and below, by their paths from it, but for the list of them.
fn files(folder: &Path) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            names.extend(files(&path).into_iter().map(|inside| format!("{name}/{inside}")));
        } else if name != kansrijke_start::prepare::folder::marker::MARKER {
            names.insert(name);
        }
    }
    names
}

/// What a tag may hold that changes the figure.
const NAMES: [&str; 13] = [
    "indicator",
    "region",
    "compare",
    "view",
    "within",
    "map",
    "sort",
    "period",
    "lang",
    "heading",
    "heading-level",
    "theme",
    "details",
];

/// The gallery's figures as elements with their fallback, each with the tag that it has there.
fn elements() -> Vec<(String, String)> {
    let mut out = Vec::new();
    for given in gallery().into_iter().filter(|scenario| !scenario.is_refused) {
        let request = request(&given.attributes, 640).unwrap();
        let figure = Figure::new(dataset_of(&request).unwrap(), &request).unwrap();
        let attributes = NAMES.into_iter().filter_map(|name| Some((name, given.attribute(name)?)));
        let html = figure.in_element(attributes).to_html();
        out.push((html.split('>').next().unwrap().to_string(), html));
    }
    out
}

fn document(body: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"nl\"><head><title>Proef</title></head>\
         <body><h1>Proef</h1><h2>Cijfers</h2>{body}</body></html>\n"
    )
}

/// What html-validate says of the files in a folder.
fn validate(folder: &Path) -> Output {
    let tool = project().join("xtask/node_modules/html-validate/bin/html-validate.mjs");
    assert!(tool.is_file(), "html-validate is not installed: cargo xtask test does that");
    let mut node = Command::new("node");
    node.arg(tool).arg("--config").arg(project().join(".htmlvalidate.json")).arg(folder);
    node.output().unwrap()
}

#[test]
fn every_figure_of_the_gallery_is_valid_html() {
    let folder = Folder::new("valid");
    let (mut tags, mut different) = (BTreeSet::new(), String::new());
    for (at, (tag, html)) in elements().into_iter().enumerate() {
        fs::write(folder.at(&format!("{at}.html")), document(&html)).unwrap();
        if tags.insert(tag) {
            different.push_str(&html);
        }
    }
    assert!(tags.len() >= 20, "{tags:#?}");
    // On one page together no id is there twice.
    fs::write(folder.at("all.html"), document(&different)).unwrap();
    let said = validate(&folder.0);
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stdout));
    // It does look: the same page with every figure twice is refused.
    fs::write(folder.at("twice.html"), document(&different.repeat(2))).unwrap();
    let said = validate(&folder.0);
    let text = String::from_utf8_lossy(&said.stdout);
    assert!(!said.status.success() && text.contains("Duplicate ID"), "{text}");
}

#[test]
fn charts_that_differ_in_anything_share_no_id() {
    let chart = "--indicator tienermoeders --region Utrecht --format html";
    let mut seen = BTreeSet::new();
    let more = [
        "",
        "--theme dark",
        "--theme light",
        "--heading-level 2",
        "--heading name",
        "--lang en",
        "--details open",
        "--details none",
        "--width 288",
        "--view ranking --compare GG2514",
        "--view ranking --within GG2514",
    ];
    for more in more {
        let asked = [chart, more].join(" ");
        let html = drawn(asked.trim());
        let ids: Vec<&str> =
            html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert!(ids.len() >= 2, "{more}: {ids:?}");
        for id in ids {
            assert!(seen.insert(id.to_string()), "{more}: {id} is there twice");
        }
        assert_eq!(drawn(asked.trim()), html, "{more}: another id each time");
    }
}

#[test]
fn without_a_style_sheet_colours_and_sizes_are_there_and_no_class_is() {
    for (tag, html) in elements() {
        assert!(!html.contains("class=") && !html.contains("style="), "{tag}");
        let is_text = ["table", "value", "sentence"].map(|view| format!("view=\"{view}\""));
        if is_text.iter().any(|view| tag.contains(view)) {
            continue;
        }
        // Where a dot would be no person there is no picture.
        let Some((_, rest)) = html.split_once("<svg ") else {
            assert!(tag.contains("view=\"icons\""), "{tag}");
            continue;
        };
        let (picture, _) = rest.split_once("</svg>").unwrap();
        let marks = picture.matches("<path ").count()
            + picture.matches("<text ").count()
            + picture.matches("<rect ").count();
        assert_eq!(marks, picture.matches(" fill=\"").count(), "{tag}");
        assert_eq!(
            picture.matches("<text ").count(),
            picture.matches("font-size=").count(),
            "{tag}"
        );
    }
}

#[test]
fn one_chart_comes_in_every_form() {
    let asked = "--indicator tienermoeders --region Utrecht --format";
    assert!(drawn(&format!("{asked} svg")).starts_with("<svg xmlns="));
    assert!(drawn(&format!("{asked} csv")).starts_with("indicator,region,"));
    assert!(drawn(&format!("{asked} json")).contains("\"findings\":["));
    let html = drawn(&format!("{asked} html"));
    let opening = "<kansrijke-start indicator=\"tienermoeders\" region=\"Utrecht\"><figure";
    assert!(html.starts_with(opening), "{html}");
    // Behind the element stand data for search engines.
    let (_, data) = html.split_once("</figure></kansrijke-start>\n").unwrap();
    assert!(data.starts_with("<script type=\"application/ld+json\">{"), "{data}");
    assert!(data.ends_with("}</script>\n") && data.lines().count() == 1, "{data}");
    assert!(drawn(&format!("{asked} csvw")).contains("\"http://www.w3.org/ns/csvw\""));
    assert!(html.contains("3,6 van de 1.000 kinderen") && html.contains("<table>"), "{html}");
}

#[test]
fn a_site_is_told_how_to_embed_it() {
    let asked = "--indicator tienermoeders --region Súdwest-Fryslân --view trend --theme light \
                 --format oembed --base https://www.example.nl/kansrijke-start";
    let told: serde_json::Value = serde_json::from_str(&drawn(asked)).unwrap();
    let frame = "<iframe src=\"https://www.example.nl/kansrijke-start/frame.html\
        ?indicator=tienermoeders&amp;region=S%C3%BAdwest-Frysl%C3%A2n&amp;view=trend\
        &amp;theme=light\" title=\"Kinderen met een moeder jonger dan 20 jaar (op 31 december), Súdwest-Fryslân\" \
        width=\"640\" ";
    let html = told["html"].as_str().unwrap();
    assert!(html.starts_with(frame), "{html}");
    assert_eq!((&told["type"], &told["version"]), (&"rich".into(), &"1.0".into()));
    assert!(html.contains(&format!("height=\"{}\"", told["height"])), "{html}");
    assert_eq!(told["width"], 640);
    assert_eq!(
        told["title"],
        "Kinderen met een moeder jonger dan 20 jaar (op 31 december), Súdwest-Fryslân"
    );
    let folder = Folder::new("oembed");
    fs::write(folder.at("page.html"), document(html)).unwrap();
    let said = validate(&folder.0);
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stdout));
    for base in
        ["", " --base www.example.nl", " --base javascript:alert(1)", " --base https://a\"b"]
    {
        let words = format!("--indicator tienermoeders --region Utrecht --format oembed{base}");
        assert_eq!(draw(&words).status.code(), Some(2), "{base}");
    }
}

#[test]
fn all_charts_go_into_a_folder() {
    let folder = Folder::new("all");
    let out = folder.at("charts");
    let command = |more: &str| format!("--all --out {} {more}", out.display());
    let said = drawn(&command("--format html,csv,oembed --base https://example.nl"));
    let found = files(&out);
    assert_eq!(said, format!("{} bestanden in {}\n", found.len(), out.display()));
    assert!(found.len() > 3000, "{}", found.len());
    // Withheld is something to say; nothing to say is no file.
    assert!(found.contains("tienermoeders/GM0060.html"), "Ameland is withheld");
    assert!(found.contains("perinatale-sterfte/NL01.csv"));
    assert!(found.contains("perinatale-sterfte/NL01.oembed.json"));
    assert!(!found.contains("perinatale-sterfte/GM0344.html"), "there is only the country's");
    // Rows have beside them what their columns are.
    assert!(found.contains("perinatale-sterfte/NL01.csv-metadata.json"));
    let base = "--base https://example.nl";
    let one = drawn(&format!("--indicator tienermoeders --region GM0344 --format html {base}"));
    assert_eq!(fs::read_to_string(out.join("tienermoeders/GM0344.html")).unwrap(), one);

    // The next run leaves nothing of the last.
    drawn(&command("--indicator tienermoeders --region Leiden --view trend --format svg"));
    assert_eq!(files(&out), BTreeSet::from(["tienermoeders/GM0546.svg".to_string()]));
    assert_eq!(fs::read_dir(&folder.0).unwrap().count(), 1, "something is left beside it");
}

#[test]
fn what_is_refused_leaves_the_folder_as_it_was() {
    let folder = Folder::new("refused");
    let out = folder.at("charts");
    let command = |more: &str| format!("--all --out {} {more}", out.display());
    drawn(&command("--indicator tienermoeders --region Leiden"));
    for (code, more) in [
        (2, "--view table"),
        (2, "--view taart"),
        (2, "--width 5"),
        (2, "--format pdf"),
        (1, "--region Lutjebroek"),
        (1, "--indicator bestaat-niet"),
        (1, "--period 1999"),
    ] {
        let output = draw(&command(more));
        assert_eq!(output.status.code(), Some(code), "{more}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty(), "{more}");
        assert_eq!(files(&out), BTreeSet::from(["tienermoeders/GM0546.svg".to_string()]));
    }
    // A folder with something else in it is not ours to replace.
    fs::write(out.join("brief.txt"), "x").unwrap();
    assert_eq!(draw(&command("--indicator tienermoeders")).status.code(), Some(2));
    assert_eq!(files(&out).len(), 2);
}

#[test]
fn usage_and_data_end_differently() {
    let asked = "--indicator tienermoeders --region";
    for (code, words) in [
        (2, "--all".to_string()),
        (2, "--out x".to_string()),
        (2, format!("{asked} Utrecht --format svg,html")),
        (2, format!("{asked} Utrecht --view table")),
        (2, "--indicator tienermoeders".to_string()),
        (1, format!("{asked} Lutjebroek")),
        (1, "--indicator bestaat-niet --region Utrecht".to_string()),
    ] {
        assert_eq!(draw(&words).status.code(), Some(code), "{words}");
    }
}

#[test]
fn what_can_be_concluded_is_written_where_it_is_asked_for() {
    let asked = "--indicator tienermoeders --region Rotterdam --view compare --period 2015";
    for form in ["html", "json", "svg"] {
        let with = drawn(&format!("{asked} --insight --format {form}"));
        let without = drawn(&format!("{asked} --format {form}"));
        let says = |text: &str| text.contains("Dit is een rekensom, geen doel en geen oorzaak.");
        assert!(says(&with) && !says(&without), "{form}");
    }
    let html = drawn(&format!("{asked} --insight --format html"));
    assert_eq!(
        html.matches("<g data-said=\"Verzonnen jaar ").count(),
        20,
        "the draws stand side by side"
    );
    assert!(!html.contains("<button"), "nothing is offered that needs a script");
    let refused = draw(&format!("{asked} --insight --all --out x"));
    assert_eq!(refused.status.code(), Some(2));
}
