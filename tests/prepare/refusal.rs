// SPDX-License-Identifier: EUPL-1.2
//! What is refused, with the file, the row, the column, what was found and what was expected.

use super::folder::{Folder, one, told};
use kansrijke_start::prepare::run;
use std::fs;

const COUNTS: &str = r#"
region = "regio"
period = "jaar"
[[file.series]]
indicator = "big2"
numerator = "x"
denominator = "n"
"#;

fn refused(file: &[u8]) -> String {
    told(one("t.csv", file, COUNTS))
}

#[test]
fn a_wrong_number_of_columns() {
    let told = refused(b"regio;jaar;x;n\nGM0344;2021;30;200\nGM0307;2021;30\n");
    assert_eq!(
        told,
        "t.csv, rij 3: gevonden 3 kolommen; verwacht 4 kolommen, zoals in de kopregel"
    );
}

#[test]
fn a_region_and_period_twice() {
    let told = refused(b"regio;jaar;x;n\nGM0344;2021;30;200\n344;2021JJ00;31;200\n");
    assert!(
        told.starts_with("t.csv, rij 3, kolom x: gevonden nog een cijfer van GM0344 in 2021"),
        "{told}"
    );
    assert!(told.contains("rij 2"), "{told}");
}

#[test]
fn a_numerator_above_its_denominator() {
    let told = refused(b"regio;jaar;x;n\nGM0344;2021;300;200\n");
    assert!(
        told.starts_with("t.csv, rij 2: ") && told.contains("teller 300 boven noemer 200"),
        "{told}"
    );
}

#[test]
fn an_unknown_code_and_a_period_that_is_none_and_no_number() {
    let told = refused(
        b"regio;jaar;x;n\nGM9999;2021;30;200\nGM0344;gisteren;30;200\nGM0344;2021;dertig;200\n",
    );
    let lines: Vec<&str> = told.lines().collect();
    assert!(lines[0].starts_with("t.csv, rij 2, kolom regio: gevonden \"GM9999\""), "{told}");
    assert!(lines[1].starts_with("t.csv, rij 3, kolom jaar: gevonden \"gisteren\""), "{told}");
    assert!(lines[2].starts_with("t.csv, rij 4, kolom x: gevonden \"dertig\""), "{told}");
    assert_eq!(lines.len(), 3);
}

#[test]
fn a_municipality_before_or_after_its_time() {
    let told = refused(b"regio;jaar;x;n\nGM1982;2019;30;200\nGM0756;2024;30;200\n");
    assert_eq!(told.lines().count(), 2, "{told}");
    assert!(told.contains("GM1982 in 2019") && told.contains("GM0756 in 2024"), "{told}");
}

#[test]
fn no_more_than_twenty_at_once() {
    let rows: String = (0..1000).map(|i| format!("GM9{i:03};2021;1;2\n")).collect();
    assert_eq!(refused(format!("regio;jaar;x;n\n{rows}").as_bytes()).lines().count(), 20);
}

#[test]
fn a_column_that_is_not_there() {
    let told = refused(b"regio;jaar;y;n\nGM0344;2021;30;200\n");
    assert_eq!(told, "t.csv: gevonden de kolommen regio, jaar, y, n; verwacht ook een kolom x");
}

#[test]
fn two_files_that_contradict_each_other() {
    let recipe = |one: &str, other: &str| {
        format!("[[file]]\npath = \"{one}\"\n{COUNTS}[[file]]\npath = \"{other}\"\n{COUNTS}")
    };
    let folder = Folder::with(&[
        ("a.csv", b"regio;jaar;x;n\nGM0344;2021;30;200\n"),
        ("b.csv", b"regio;jaar;x;n\nGM0344;2021;31;200\n"),
        ("c.csv", b"regio;jaar;x;n\nGM0344;2021;30;200\nGM0307;2021;30;200\n"),
    ]);
    let told = told(folder.prepare(&recipe("a.csv", "b.csv")));
    assert!(told.contains("b.csv, rij 2") && told.contains("a.csv, rij 2"), "{told}");
    assert!(folder.prepare(&recipe("a.csv", "c.csv")).is_ok());
}

#[test]
fn a_file_cut_off_anywhere() {
    let whole = b"regio;jaar;x;n\nGM0344;2021;30;200\nGM0307;2021;31;210\n";
    for length in 1..whole.len() {
        let cut = &whole[..length];
        // Cut off exactly between two rows a file is a shorter file.
        if cut.ends_with(b"\n") {
            continue;
        }
        let told = refused(cut);
        assert!(told.starts_with("t.csv"), "{length}: {told}");
    }
    let json = br#"{"value":[{"ID":0,"regio":"GM0344","jaar":"2021","x":30,"n":200},{"ID":1,"regio":"GM0307","jaar":"2021","x":30,"n":200}]}"#;
    assert!(one("t.json", json, COUNTS).is_ok());
    for length in 60..json.len() {
        let told = told(one("t.json", &json[..length], COUNTS));
        assert!(told.contains("afgebroken"), "{length}: {told}");
    }
}

#[test]
fn what_is_no_text_at_all() {
    let zip = b"PK\x03\x04\x14\x00\x06\x00\x08\x00binary";
    // A workbook is read now, and this is the beginning of one.
    assert!(refused(zip).contains("een werkboek dat niet heel is"));
    assert!(
        refused(b"\x89PNG\r\n\x1a\n").contains("een tekstbestand (CSV of JSON), of een werkboek")
    );
    assert!(refused(b"").contains("leeg bestand"));
    assert!(refused(b"<html><body>404</body></html>\n").contains("onbekende vorm"));
    assert!(refused(b"regio;jaar;x;n\n\"GM0344;2021;30;200\n").contains("t.csv"));
}

#[test]
fn a_quote_that_never_closes_does_not_fill_the_memory() {
    let mut file = b"regio;jaar;x;n\n\"".to_vec();
    file.extend(std::iter::repeat_n(b"GM0344;2021;30;200\n".as_slice(), 200_000).flatten());
    let told = refused(&file);
    assert!(told.contains("aanhalingsteken"), "{told}");
}

#[test]
fn a_recipe_that_means_nothing() {
    let folder = Folder::with(&[]);
    for (recipe, says) in [
        ("treshold = 5", "treshold"),
        ("threshold = -1", "threshold"),
        ("division = 2009", "2010"),
        ("[[file]]\npath = \"x\"\nseries = []", "region"),
        ("[[pool]]\nindicators = [\"nergens\"]\nfirst = 2010\nlast = 2012", "nergens"),
        (
            "[[group]]\ncode = \"GM0344\"\nname = \"x\"\nmembers = [\"GM0344\", \"GM0307\"]",
            "GM0344",
        ),
        ("[[group]]\ncode = \"JGZ1\"\nname = \"x\"\nmembers = [\"GM0344\", \"GM0001\"]", "GM0001"),
        ("[[indicator]]\nid = \"big2\"\nkleur = \"rood\"", "kleur"),
        (
            "[[indicator]]\nid = \"big2\"\nkleur = \"rood\"",
            "recipe.toml: gevonden bij indicator 1 (big2)",
        ),
    ] {
        let told = told(folder.prepare(recipe));
        assert!(told.contains(says), "{recipe}: {told}");
    }
}

#[test]
fn what_is_refused_leaves_the_old_figures_whole() {
    let folder = Folder::with(&[("t.csv", b"regio;jaar;x;n\nGM0344;2021;30;200\n")]);
    let out = folder.0.join("out");
    let recipe = format!("[[file]]\npath = \"t.csv\"\n{COUNTS}");
    folder.put("recipe.toml", recipe.as_bytes());
    run(&folder.0, &out).unwrap();
    let before = fs::read(out.join("index.json")).unwrap();
    folder.put("t.csv", b"regio;jaar;x;n\nGM0344;2021;300;200\n");
    assert!(run(&folder.0, &out).is_err());
    assert_eq!(fs::read(out.join("index.json")).unwrap(), before);
    folder.put("t.csv", b"regio;jaar;x;n\nGM0344;2021;31;200\n");
    run(&folder.0, &out).unwrap();
    assert_ne!(fs::read(out.join("index.json")).unwrap(), before);
    let left: Vec<_> = fs::read_dir(&folder.0).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(left.len(), 3, "nothing half-made stays behind: {left:?}");
}

#[test]
fn a_table_of_which_no_row_is_of_use() {
    let none = refused(b"regio;jaar;x;n\n");
    assert_eq!(none, "t.csv: gevonden geen rijen; verwacht rijen onder de kopregel");
    let skipping = format!("skip_unknown = true{COUNTS}");
    let strangers = b"regio;jaar;x;n\nCentrum;2021;30;200\nOost;2021;31;210\n";
    let told_strangers = told(one("t.csv", strangers, &skipping));
    assert!(told_strangers.contains("2 rijen, en geen van een regio"), "{told_strangers}");
    let choosing = COUNTS.replace("[[file.series]]", "[file.where]\nx = \"1\"\n[[file.series]]");
    let passed = told(one("t.csv", b"regio;jaar;x;n\nGM0344;2021;30;200\n", &choosing));
    assert!(passed.contains("1 rij, en geen die [file.where] kiest"), "{passed}");
}

#[test]
fn a_description_of_a_table_has_no_figures() {
    let descriptions: [(&str, &[u8]); 4] = [
        (
            "codes.json",
            br#"{"@odata.context":"x/$metadata#RegioSCodes","value":[{"Identifier":"GM0344","Title":"Utrecht","Description":""}]}"#,
        ),
        (
            "properties.json",
            br#"{"@odata.context":"x/$metadata#Properties","Title":"Geboorte","Description":"Verzonnen."}"#,
        ),
        (
            "v3.json",
            br#"{"odata.metadata":"x/$metadata#Cbs.OData.WebAPI.DataProperties","value":[{"ID":1,"Key":"Geboren_1","Title":"Geboren","Description":""}]}"#,
        ),
        ("codes.csv", b"\"Key\",\"Title\",\"Description\"\n\"GM0344\",\"Utrecht\",\"over\nregels\"\n"),
    ];
    for (name, bytes) in descriptions {
        let told = told(one(name, bytes, COUNTS));
        assert!(
            told.starts_with(&format!("{name}: gevonden de beschrijving van een tabel")),
            "{told}"
        );
    }
}

#[test]
fn several_columns_that_are_not_there_are_told_at_once() {
    let told = refused(b"regio;jaar;y;z\nGM0344;2021;30;200\n");
    assert_eq!(
        told,
        "t.csv: gevonden de kolommen regio, jaar, y, z; verwacht ook de kolommen x, n"
    );
}

#[test]
fn what_libraries_say_is_told_in_dutch() {
    let noise =
        told(one("t.json", b"{\"value\": geen json}", &format!("format = \"odata-v4\"{COUNTS}")));
    assert!(noise.contains("geen JSON is, op regel 1, teken 11"), "{noise}");
    let nested =
        told(one("t.json", b"{\"value\": [[1]]}", &format!("format = \"odata-v4\"{COUNTS}")));
    assert!(nested.contains("een andere opbouw, op regel 1"), "{nested}");
    let folder = Folder::with(&[]);
    let recipe = format!("[[file]]\npath = \"nergens.csv\"\n{COUNTS}");
    let absent = told(folder.prepare(&recipe));
    assert!(absent.contains("nergens.csv: gevonden niets van die naam"), "{absent}");
    let key = told(folder.prepare("[[file]]\npath = \"x\"\nkolom = \"y\"\n"));
    assert!(
        key.starts_with(
            "recipe.toml, rij 3: gevonden de onbekende sleutel kolom; verwacht path, format"
        ),
        "{key}"
    );
    let missing = told(folder.prepare("[[pool]]\nindicators = []\nfirst = 2010\n"));
    assert!(missing.contains("geen sleutel last"), "{missing}");
    let series = told(folder.prepare("[[file]]\npath = \"x\"\nregion = \"r\"\nperiod = \"p\"\n"));
    assert!(series.contains("geen [[file.series]]; verwacht ten minste een"), "{series}");
}
