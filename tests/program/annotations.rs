// SPDX-License-Identifier: EUPL-1.2
//! What whoever places a chart says of its figures: in the picture, below it, in the table and in
//! the rows, and never as markup.

use super::support::svg::{elements, text};
use super::support::{figures, with_figure};
use kansrijke_start::error::Error;
use kansrijke_start::markup::Element;
use kansrijke_start::request::Request;
use std::process::Command;

const TREND: [(&str, &str); 3] =
    [("indicator", "geboortecijfer"), ("region", "Eindhoven"), ("view", "trend")];

/// The texts of a picture.
fn texts(picture: &Element) -> Vec<String> {
    elements(picture).into_iter().filter(|part| part.name == "text").map(text).collect()
}

fn with(list: &'static str) -> Vec<(&'static str, &'static str)> {
    [TREND.as_slice(), &[("annotations", list)]].concat()
}

#[test]
fn each_has_a_flag_a_line_and_a_cell() {
    let list = "2015||Een <b>huis</b>\n2021|NL01|=1+1\n1999||Lang geleden";
    with_figure(&with(list), 640, |figure| {
        let svg = figure.svg().unwrap();
        let said = texts(&svg);
        for line in
            ["1. 2015: Een <b>huis</b>", "2. 2021, Nederland: =1+1", "3. 1999: Lang geleden"]
        {
            assert!(said.iter().any(|text| text == line), "{line}: {said:#?}");
        }
        let picture = figure.picture("t").unwrap();
        let flags = |number: &str| texts(&picture).iter().filter(|text| *text == number).count();
        // The figure of 1999 is not in the picture, so nothing points at it.
        assert_eq!([flags("1"), flags("2"), flags("3")], [1, 1, 0]);
        assert!(picture.to_html().contains("aria-describedby=\"t-sentence t-annotations\""));

        let html = figure.tree("t").to_html();
        assert!(html.contains("<li data-period=\"2015\"><strong>2015</strong> <span>Een &lt;b&gt;huis&lt;/b&gt;</span></li>"), "{html}");
        assert!(html.contains("<li data-period=\"2021\" data-region=\"NL01\">"));
        assert_eq!(html.matches("<td>=1+1</td>").count(), 1, "in the row of its year and region");
        assert!(!html.contains("<b>"), "never markup");

        let rows = figure.csv();
        assert!(rows.lines().next().unwrap().ends_with(",status,annotation"));
        let noted = rows.lines().filter(|row| row.contains("'=1+1")).collect::<Vec<_>>();
        assert!(matches!(noted.as_slice(), [row] if row.contains(",NL01,")), "{noted:?}");
        assert!(figure.excel().lines().next().unwrap().ends_with(";Gebiedscode;Opmerking"));
        assert!(figure.plain_text().contains("2. 2021, Nederland: =1+1"));
    });
}

#[test]
fn without_any_nothing_differs() {
    with_figure(&TREND, 640, |figure| {
        let html = figure.tree("t").to_html();
        assert!(!html.contains("annotations"));
        assert!(figure.csv().lines().next().unwrap().ends_with(",status"));
    });
}

#[test]
fn a_region_of_a_ranking_and_of_a_map_has_its_flag() {
    for view in ["ranking", "map", "funnel", "compare"] {
        let list = "|Eindhoven|Eén\n|Eindhoven|Twee\n2010-2015|Eindhoven|Drie\n2014|Eindhoven|Vier";
        let flags = |annotations: &[(&str, &str)]| {
            let attributes = [
                ("indicator", "tienermoeders"),
                ("region", "Eindhoven"),
                ("view", view),
                ("within", "PV30"),
            ];
            with_figure(&[&attributes, annotations].concat(), 640, |figure| {
                let said = texts(&figure.picture("t").unwrap());
                ["1", "2", "3", "4"]
                    .map(|number| said.iter().filter(|text| *text == number).count())
            })
        };
        let (with, without) = (flags(&[("annotations", list)]), flags(&[]));
        let added: Vec<usize> =
            with.iter().zip(without).map(|(with, without)| with - without).collect();
        // Places are compared in their newest period.
        let is_of_years = usize::from(view != "compare");
        assert_eq!(added, [1, 1, is_of_years, 0], "{view}");
    }
}

#[test]
fn what_means_nothing_is_refused() {
    let many = "2015||x\n".repeat(21);
    let long = format!("2015||{}", "x".repeat(201));
    for list in ["vorig jaar||x", "2015||", "2015|x", &many, &long] {
        let given = |name: &str| match name {
            "annotations" => Some(list.to_string()),
            name => TREND.iter().find(|(n, _)| *n == name).map(|(_, value)| value.to_string()),
        };
        let refused = Request::parse(given, "nl", 640);
        assert!(matches!(refused, Err(Error::Attribute { name: "annotations", .. })), "{list}");
    }
}

#[test]
fn the_program_takes_them_one_by_one() {
    let drawn = Command::new(env!("CARGO_BIN_EXE_kansrijke-start"))
        .args(["draw", "--indicator", "tienermoeders", "--region", "Rotterdam", "--view", "trend"])
        .args(["--annotation", "2013||Eerste", "--annotation", "2014|Rotterdam|Tweede"])
        .args(["--format", "html", "--src"])
        .arg(figures())
        .output()
        .unwrap();
    let html = String::from_utf8(drawn.stdout).unwrap();
    assert!(html.contains("<span>Eerste</span>") && html.contains("<span>Tweede</span>"), "{html}");
}
