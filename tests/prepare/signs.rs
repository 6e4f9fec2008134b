// SPDX-License-Identifier: EUPL-1.2
//! The signs that stand where a number could: which are secret, which missing, which either.

use super::folder::{Folder, counts, one, record, told, warnings};
use kansrijke_start::indicator::observation::Status;
use kansrijke_start::indicator::observation::Status::{
    Missing, NotApplicable, Provisional, Withheld,
};
use kansrijke_start::prepare::read::input::Progress;
use kansrijke_start::prepare::run::uncontrolled;
use std::collections::BTreeSet;

const COUNTS: &str = r#"
region = "regio"
period = "jaar"
[[file.series]]
indicator = "tienermoeders"
numerator = "m"
denominator = "b"
"#;

/// The status of the cell that holds a sign, and what is told of the sign.
fn read(sign: &str, recipe: &str) -> (Option<Status>, String) {
    let table = format!("regio;jaar;m;b\nGM0344;2021;{sign};300\nGM0307;2021;50;900\n");
    let figures = one("t.csv", table.as_bytes(), &format!("{recipe}{COUNTS}")).unwrap();
    assert_eq!(counts(&figures, "tienermoeders", "GM0307", "2021"), Some((50.0, Some(900.0))));
    let record = record(&figures, "tienermoeders", "GM0344", "2021").unwrap();
    assert_eq!((record.numerator, record.value), (None, None), "{sign}");
    (record.status, warnings(&figures).join("\n"))
}

#[test]
fn what_keeps_a_number_back_is_withheld_and_not_missing() {
    for sign in [
        "geheim",
        "Geheim",
        "GEHEIM",
        "<10",
        "< 10",
        "<5",
        "≤9",
        "<=9",
        "1-9",
        "1 - 9",
        "1–9",
        "0-4",
        "1 t/m 9",
        "afgeschermd",
        "vertrouwelijk",
        "Confidential",
        "*",
        "***",
        "-99996",
        "\u{a0}geheim ",
    ] {
        let (status, told) = read(sign, "");
        assert_eq!(status, Some(Withheld), "{sign}");
        assert!(!told.contains("missing ="), "{sign} is clear: {told}");
    }
}

#[test]
fn what_says_that_there_is_no_number_is_missing() {
    for sign in [
        "",
        " ",
        "-",
        "–",
        "Impossible",
        "null",
        "NaN",
        "n.v.t.",
        "N.V.T.",
        "nvt",
        "n.b.",
        "NB",
        "nb",
        "onbekend",
        "Ontbreekt",
    ] {
        let (status, told) = read(sign, "");
        assert_eq!(status, Some(Missing), "{sign}");
        assert!(!told.contains("missing ="), "{sign} is clear: {told}");
    }
}

#[test]
fn what_may_be_either_is_withheld_and_told_once_until_the_recipe_says_which() {
    for sign in [".", "..", "x", "X", "NA", "N/A", "-99", "-99999"] {
        let (status, told) = read(sign, "");
        assert_eq!(status, Some(Withheld), "{sign}");
        let advice = format!("1 keer \"{sign}\"");
        assert_eq!(told.matches(&advice).count(), 1, "{told}");
        assert!(told.contains(&format!("secret = [\"{sign}\"]")), "{told}");
        let (status, told) = read(sign, &format!("secret = [\"{sign}\"]\n"));
        assert_eq!((status, told.contains("secret =")), (Some(Withheld), false), "{sign}: {told}");
        let (status, told) = read(sign, &format!("missing = [\"{sign}\"]\n"));
        assert_eq!((status, told.contains("secret =")), (Some(Missing), false), "{sign}: {told}");
    }
    // What a recipe says goes above what a sign means elsewhere, numbers included.
    assert_eq!(read("", "secret = [\"\"]\n").0, Some(Withheld));
    assert_eq!(read("geheim", "missing = [\"geheim\"]\n").0, Some(Missing));
    assert_eq!(read("0", "secret = [\"0\"]\n").0, Some(Withheld));
    let both = format!("secret = [\"x\"]\nmissing = [\"x\"]\n{COUNTS}");
    assert!(told(one("t.csv", b"regio;jaar;m;b\n", &both)).contains("bij secret en bij missing"));
}

#[test]
fn a_sign_is_counted_once_for_a_file_and_not_for_each_row() {
    let rows: String = (0..9).map(|year| format!("GM0344;201{year};NA;300\n")).collect();
    let table = format!("regio;jaar;m;b\n{rows}");
    let figures = one("t.csv", table.as_bytes(), COUNTS).unwrap();
    let warnings = warnings(&figures);
    let about: Vec<&String> = warnings.iter().filter(|w| w.contains("\"NA\"")).collect();
    assert_eq!(about.len(), 1);
    assert!(about[0].contains("9 keer \"NA\""), "{about:?}");
}

#[test]
fn limits_that_are_not_there_do_not_withhold_the_value() {
    let recipe = COUNTS.replace(
        "numerator = \"m\"\ndenominator = \"b\"",
        "value = \"m\"\nlower = \"b\"\nupper = \"c\"",
    );
    let figures = one("t.csv", b"regio;jaar;m;b;c\nGM0344;2021;5,5;.;.\n", &recipe).unwrap();
    let record = record(&figures, "tienermoeders", "GM0344", "2021").unwrap();
    assert_eq!((record.value, record.lower, record.status), (Some(5.5), None, None));
}

#[test]
fn attributes_of_odata_say_which() {
    let row = |region: &str, attribute: &str| {
        format!(
            r#"{{"Id":1,"Measure":"M1","ValueAttribute":"{attribute}","Value":null,"StringValue":null,"RegioS":"{region}","Perioden":"2021JJ00"}}"#
        )
    };
    let page = format!(
        r#"{{"value":[{},{},{}]}}"#,
        row("GM0344", "Confidential"),
        row("GM0307", "Impossible"),
        row("GM0599", "Unreliable")
    );
    let recipe = COUNTS
        .replace("\"regio\"", "\"RegioS\"")
        .replace("\"jaar\"", "\"Perioden\"")
        .replace("\"m\"", "\"M1\"")
        .replace("\"b\"", "\"M2\"");
    let figures = one("t.json", page.as_bytes(), &recipe).unwrap();
    let of = |code| record(&figures, "tienermoeders", code, "2021").unwrap();
    assert_eq!(of("GM0344").status, Some(Withheld));
    assert_eq!((of("GM0307").status, &of("GM0307").note), (Some(Missing), &None));
    // Its own words are kept.
    assert_eq!(
        (of("GM0599").status, of("GM0599").note.as_deref()),
        (Some(Missing), Some("Unreliable"))
    );
}

#[test]
fn a_status_is_told_in_dutch_or_english() {
    let recipe = format!("{COUNTS}status = \"s\"\n");
    for (word, status) in [
        ("", None),
        ("definitief", None),
        ("Voorlopig", Some(Provisional)),
        ("provisional", Some(Provisional)),
        ("ontbreekt", Some(Missing)),
        ("missing", Some(Missing)),
        ("Geheim", Some(Withheld)),
        ("withheld", Some(Withheld)),
        ("n.v.t.", Some(NotApplicable)),
        ("niet van toepassing", Some(NotApplicable)),
    ] {
        let table = format!("regio;jaar;m;b;s\nGM0344;2021;50;900;{word}\n");
        let figures = one("t.csv", table.as_bytes(), &recipe).unwrap();
        let record = record(&figures, "tienermoeders", "GM0344", "2021").unwrap();
        assert_eq!(record.status, status, "{word}");
        let shown = status.is_none_or(|status| status == Provisional);
        assert_eq!(record.numerator.is_some(), shown, "{word}");
    }
    let wrong = told(one("t.csv", b"regio;jaar;m;b;s\nGM0344;2021;50;900;soms\n", &recipe));
    assert!(
        wrong.contains("rij 2, kolom s") && wrong.contains("voorlopig, ontbreekt, geheim"),
        "{wrong}"
    );
}

#[test]
fn what_is_provisional_and_secret_is_secret() {
    let recipe = format!("{COUNTS}value = \"v\"\nstatus = \"s\"\n");
    let table = "regio;jaar;m;b;v;s\nGM0344;2021;<10;300;2,5;voorlopig\n";
    let figures = one("t.csv", table.as_bytes(), &recipe).unwrap();
    let record = record(&figures, "tienermoeders", "GM0344", "2021").unwrap();
    assert_eq!((record.value, record.status), (None, Some(Withheld)));
}

/// The indicators whose totals hold persons of no municipality.
fn residual(name: &str, recipe: &str) -> BTreeSet<String> {
    let table = format!("regio;jaar;m;b\nGM0344;2021;50;900\n{name};2021;12;100\n");
    let folder = Folder::with(&[
        ("t.csv", table.as_bytes()),
        ("recipe.toml", format!("[[file]]\npath = \"t.csv\"\n{recipe}{COUNTS}").as_bytes()),
    ]);
    uncontrolled(&folder.0.join("recipe.toml"), &Progress::default()).unwrap().residual().clone()
}

#[test]
fn rows_of_persons_without_a_municipality_are_part_of_the_totals_when_they_are_skipped() {
    let own = BTreeSet::from(["tienermoeders".to_string()]);
    for name in ["-1", "9999", "Onbekend", "onbekende gemeente"] {
        assert_eq!(residual(name, "skip_unknown = true\n"), own, "{name}");
        assert_eq!(residual(name, &format!("ignore = [\"{name}\"]\n")), own, "{name}");
    }
    // A total is no part of itself, and a neighbourhood is in its municipality already.
    for name in ["Totaal", "Centrum", "CR01", "Noord-Nederland (LD)"] {
        assert_eq!(
            residual(name, &format!("skip_unknown = true\nignore = [\"{name}\"]\n")),
            BTreeSet::new(),
            "{name}"
        );
    }
    let refused = told(one("t.csv", b"regio;jaar;m;b\n-1;2021;12;100\n", COUNTS));
    assert!(refused.contains("zonder gemeente") && refused.contains("ignore"), "{refused}");
}
