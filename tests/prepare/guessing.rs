// SPDX-License-Identifier: EUPL-1.2
//! Recipes that are proposed pass the check where the meaning of a file can be known, and say
//! which line is left to do where not.

use super::folder::{Folder, counts, record, value};
use super::swing;
use super::workbooks::{self, Put};
use kansrijke_start::indicator::observation::Status;
use std::fs;
use std::path::Path;
use std::process::Command;

/// What is proposed for a file in a folder.
fn guess(folder: &Folder, name: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_kansrijke-start"))
        .args(["prepare", "--guess", name])
        .current_dir(&folder.0)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_table_of_the_readme_needs_nothing_more() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let table = page.rsplit("```csv\n").next().unwrap().split("```").next().unwrap();
    let folder = Folder::with(&[("moeders.csv", table.as_bytes())]);
    let recipe = guess(&folder, "moeders.csv");
    assert!(!recipe.contains("Nog te doen"), "{recipe}");
    let figures = folder.prepare(&recipe).unwrap();
    assert_eq!(counts(&figures, "tienermoeders", "GM0599", "2015"), Some((84.0, Some(7879.0))));
    assert_eq!(counts(&figures, "tienermoeders", "NL01", "2015"), Some((1109.0, Some(170510.0))));
}

/// A numerator and its denominator.
type Counts = (f64, Option<f64>);

/// A table, and an indicator, a region and a period of which its proposal gives counts or a value.
const TABLES: [(&str, &str, &str, Counts); 8] = [
    (
        "gemeente;jaar;tienermoeders;geboren\nUtrecht;2021;30;4000\nNederland;2021;900;160000\nTotaal;2021;930;164000\n",
        "tienermoeders",
        "NL01",
        (900.0, Some(160_000.0)),
    ),
    (
        "regio;jaar;aantal_vroeggeboorte;noemer\nGM0344;2021;300;4000\nGM0307;2021;100;1500\n",
        "vroeggeboorte",
        "GM0344",
        (300.0, Some(4000.0)),
    ),
    (
        "provincie;jaar;MoederJongerDan20;LevendGeborenKinderen\nUtrecht;2021;30;4000\nDrenthe;2021;40;3000\n",
        "tienermoeders",
        "PV26",
        (30.0, Some(4000.0)),
    ),
    (
        "\"\";\"gem2022\";\"jaar\";\"vroeggeboorte\";\"totaal_vroeggeboorte\";\"perc_vroeggeboorte\"\n\"1\";344;2021;\"601\";\"4013\";14,98\n\"2\";14;2021;NA;NA;NA\n",
        "vroeggeboorte",
        "GM0344",
        (601.0, Some(4013.0)),
    ),
    (
        "regio,jaar,laag_gewicht,n\nGM0344,2021,300,4000\nGM0307,2021,x,1500\n",
        "laag-geboortegewicht",
        "GM0344",
        (300.0, Some(4000.0)),
    ),
    (
        "Id;Measure;ValueAttribute;Value;StringValue;RegioS;Perioden\n0;levendgeborenen;None;4.000;;GM0344;2021JJ00\n1;levendgeborenen;None;1.234.567;;NL01;2021JJ00\n",
        "levendgeborenen",
        "GM0344",
        (4000.0, None),
    ),
    (
        "regio;jaar;geslacht;big2;totaal_big2\nGM0344;2021;Totaal;300;4000\nGM0344;2021;jongens;150;2000\n",
        "big2",
        "GM0344",
        (300.0, Some(4000.0)),
    ),
    (
        "regio;jaar;geboren\nGM0344;2021;4000\n-1;2021;12\n",
        "levendgeborenen",
        "GM0344",
        (4000.0, None),
    ),
];

#[test]
fn what_can_be_known_passes() {
    for (table, id, region, is) in TABLES {
        let folder = Folder::with(&[("t.csv", table.as_bytes())]);
        let recipe = guess(&folder, "t.csv");
        assert!(!recipe.contains("Nog te doen"), "{table}\n{recipe}");
        let figures = match folder.prepare(&recipe) {
            Ok(figures) => figures,
            Err(problems) => panic!("{recipe}\n{problems:?}"),
        };
        assert_eq!(counts(&figures, id, region, "2021"), Some(is), "{recipe}");
    }
}

#[test]
fn percentages_and_what_is_secret_are_seen() {
    let table = "regio;jaar;perc_big2\nPV20;2021;0,155\nPV21;2021;.\n";
    let folder = Folder::with(&[("t.csv", table.as_bytes())]);
    let recipe = guess(&folder, "t.csv");
    for line in ["decimal = \",\"", "secret = [\".\"]", "factor = 100", "value = \"perc_big2\""] {
        assert!(recipe.contains(line), "{line}\n{recipe}");
    }
    let figures = folder.prepare(&recipe).unwrap();
    assert_eq!(value(&figures, "big2", "PV20", "2021"), Some(15.5));
    assert_eq!(record(&figures, "big2", "PV21", "2021").unwrap().status, Some(Status::Withheld));
    let ignoring = "regio;jaar;big2\nPV20;2021;15,5\nTotaal;2021;15,1\n";
    let folder = Folder::with(&[("t.csv", ignoring.as_bytes())]);
    assert!(guess(&folder, "t.csv").contains("ignore = [\"Totaal\"]"));
}

#[test]
fn measures_are_known_by_the_titles_that_lie_beside_them() {
    let row = |measure: &str, value: u32| {
        format!(
            r#"{{"Id":1,"Measure":"{measure}","ValueAttribute":"None","Value":{value},"StringValue":null,"RegioS":"GM0344","Perioden":"2021JJ00"}}"#
        )
    };
    let page = format!(r#"{{"value":[{},{}]}}"#, row("M1", 30), row("M2", 4000));
    let codes = br#"{"@odata.context":"x/$metadata#MeasureCodes","value":[
        {"Identifier":"M1","Title":"Moeder jonger dan 20 jaar","Description":""},
        {"Identifier":"M2","Title":"Levend geboren kinderen","Description":""}]}"#;
    let folder =
        Folder::with(&[("observations-1.json", page.as_bytes()), ("measure-codes.json", codes)]);
    let recipe = guess(&folder, "observations-1.json");
    let figures = folder.prepare(&recipe).unwrap();
    assert_eq!(
        counts(&figures, "tienermoeders", "GM0344", "2021"),
        Some((30.0, Some(4000.0))),
        "{recipe}"
    );
}

#[test]
fn what_cannot_be_known_is_left_to_do_in_a_line_with_a_number() {
    for (table, task, line) in [
        ("regio;jaar;afstand\nGM0344;2021;1,5\n", "kies een id", "indicator = \"KIES-EEN-ID\""),
        ("regio;big2\nGM0344;15,5\n", "vul het jaar in", "period_is = \"JJJJ\""),
        ("regio;jaar;big2\nGM0344;2021;15\n", "percentages, of aantallen", "value = \"big2\""),
        ("regio;jaar;geboren\nGM0344;2021;4.000\n", "klopt dat?", "decimal = \",\""),
        (
            "regio;jaar;big2\nGM0344;2021;15,5\nGM0307;2021;14.5\n",
            "welk teken is het?",
            "decimal = \",\"",
        ),
    ] {
        let folder = Folder::with(&[("t.csv", table.as_bytes())]);
        let recipe = guess(&folder, "t.csv");
        let told = recipe.lines().find(|l| l.contains(task)).unwrap_or_else(|| panic!("{recipe}"));
        let number: usize =
            told.split("regel ").nth(1).unwrap().split(':').next().unwrap().parse().unwrap();
        assert_eq!(recipe.lines().nth(number - 1), Some(line), "{recipe}");
    }
    // What the reader refuses is told, too.
    let folder =
        Folder::with(&[("t.csv", b"regio;jaar;big2\nGM0344;2021;15,5\nGM0344;2021;14,5\n")]);
    assert!(guess(&folder, "t.csv").contains("# - t.csv, rij 3, kolom big2"));
}

#[test]
fn workbooks_of_diaper_are_recognised_with_the_indicator_of_their_name() {
    let name = "KS2025_indicator_15_BIG2.xlsx";
    let folder = Folder::with(&[(name, &workbooks::diaper())]);
    let recipe = guess(&folder, name);
    assert!(!recipe.contains("Nog te doen"), "{recipe}");
    let figures = folder.prepare(&recipe).unwrap();
    assert_eq!(counts(&figures, "big2", "NL01", "2022"), Some((24_000.0, Some(164_000.0))));
    assert_eq!(counts(&figures, "big2", "GM0363", "2020-2024"), Some((7_000.0, Some(47_000.0))));
    // Of another sheet the years have to be said, and of another file the indicator.
    let name = "KS2025_indicator_11_psychisch.xlsx";
    let sheets = workbooks::of_diaper("Fig2_kaartje_gemeente");
    let folder = Folder::with(&[(name, &sheets), ("tabel.xlsx", &sheets)]);
    let recipe = guess(&folder, name);
    assert!(recipe.contains("period_is = \"2019-2023\""), "{recipe}");
    assert!(recipe.contains("over welke jaren is geteld?"), "{recipe}");
    let recipe = guess(&folder, "tabel.xlsx");
    assert!(recipe.contains("KIES-EEN-ID"), "{recipe}");
}

#[test]
fn other_workbooks_are_looked_at_as_tables() {
    let rows: &[&[Put<'_>]] = &[
        &[Put::Text("gemeente"), Put::Text("jaar"), Put::Text("big2"), Put::Text("geboren")],
        &[Put::Text("Utrecht"), Put::Number(2023.0), Put::Number(600.0), Put::Number(4_000.0)],
        &[Put::Text("Houten"), Put::Number(2023.0), Put::Number(70.0), Put::Number(500.0)],
    ];
    let uitleg: &[&[Put<'_>]] = &[&[Put::Text("Toelichting")]];
    let book = workbooks::workbook(&[("uitleg", uitleg), ("cijfers", rows)]);
    let folder = Folder::with(&[("tabel.xlsx", &book), ("ggd.xlsx", &swing::described("rookt"))]);
    let recipe = guess(&folder, "tabel.xlsx");
    assert!(recipe.contains("sheet = \"cijfers\""), "{recipe}");
    let figures = folder.prepare(&recipe).unwrap();
    assert_eq!(counts(&figures, "big2", "GM0344", "2023"), Some((600.0, Some(4_000.0))));
    let recipe = guess(&folder, "ggd.xlsx");
    assert!(recipe.contains("format = \"swing\""), "{recipe}");
    assert_eq!(value(&folder.prepare(&recipe).unwrap(), "rookt", "GM0344", "2022"), Some(12.3));
}
