// SPDX-License-Identifier: EUPL-1.2
//! Files with a fault that people make: read where that can be done, named exactly where not.

use super::folder::{Folder, counts, one, record, told, value, warnings};
use kansrijke_start::indicator::observation::Status;

const COUNTS: &str = r#"
region = "regio"
period = "jaar"
[[file.series]]
indicator = "big2"
numerator = "x"
denominator = "n"
"#;

const VALUE: &str = r#"
region = "regio"
period = "jaar"
[[file.series]]
indicator = "big2"
value = "x"
"#;

#[test]
fn a_table_of_which_every_line_stands_between_quotes() {
    let table = "\u{feff}\"regio;jaar;x;n\"\r\n\"\"\"Utrecht\"\";2021;30;200\"\r\n\"GM0307;2021;31;210\"\r\n";
    let figures = one("t.csv", table.as_bytes(), COUNTS).unwrap();
    assert_eq!(counts(&figures, "big2", "GM0344", "2021"), Some((30.0, Some(200.0))));
    assert_eq!(counts(&figures, "big2", "GM0307", "2021"), Some((31.0, Some(210.0))));
    let wrong = table.replace("31", "veel");
    assert!(told(one("t.csv", wrong.as_bytes(), COUNTS)).starts_with("t.csv, rij 3, kolom x"));
}

#[test]
fn rows_are_counted_as_a_spreadsheet_does() {
    for end in ["\n", "\r\n"] {
        let lines = [
            "regio;jaar;x;n;o",
            "GM0344;2021;30;200;a",
            "# een opmerking",
            "",
            "GM0307;2021;31;200;\"b",
            "c\"",
            "GM0363;2021;veel;200;d",
        ];
        let table = lines.join(end) + end;
        let told = told(one("t.csv", table.as_bytes(), COUNTS));
        assert!(told.starts_with("t.csv, rij 7, kolom x"), "{end:?}: {told}");
    }
    let statline = "\u{feff}\"Perioden\";\"Regio's\";\"x\"\r\n\"2021\";\"Nederland\";15,1\r\n\"2021\";\"Utrecht (gemeente)\";veel\r\n";
    let recipe = VALUE.replace("\"regio\"", "\"Regio's\"").replace("\"jaar\"", "\"Perioden\"");
    let told = told(one("t.csv", statline.as_bytes(), &recipe));
    assert!(told.starts_with("t.csv, rij 3, kolom x"), "{told}");
}

#[test]
fn letters_in_another_encoding_are_named() {
    let garbled =
        told(one("t.csv", "regio;jaar;x;n\nSÃºdwest-FryslÃ¢n;2021;30;200\n".as_bytes(), COUNTS));
    assert!(garbled.contains("Súdwest-Fryslân") && garbled.contains("codering"), "{garbled}");
    for lost in ["S?dwest-Frysl?n", "S\u{fffd}dwest-Frysl\u{fffd}n"] {
        let told =
            told(one("t.csv", format!("regio;jaar;x;n\n{lost};2021;30;200\n").as_bytes(), COUNTS));
        assert!(told.contains("CSV UTF-8"), "{told}");
    }
    let wide: Vec<u8> = "regio;jaar;x;n\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let told = told(one("t.csv", &[b"\xff\xfe".as_slice(), &wide].concat(), COUNTS));
    assert!(told.contains("UTF-16"), "{told}");
}

#[test]
fn a_stem_of_two_columns_is_refused_with_both() {
    let table = b"\"ID\";\"regio\";\"jaar\";\"JongerDan5Jaar_4\";\"n_5\";\"JongerDan5Jaar_13\"\n0;GM0344;2021;30;200;15\n";
    let by_stem = COUNTS.replace("\"x\"", "\"JongerDan5Jaar\"");
    let refused = told(one("t.csv", table, &by_stem));
    assert!(refused.contains("JongerDan5Jaar_4 en JongerDan5Jaar_13"), "{refused}");
    let whole = COUNTS.replace("\"x\"", "\"JongerDan5Jaar_4\"");
    let figures = one("t.csv", table, &whole).unwrap();
    assert_eq!(counts(&figures, "big2", "GM0344", "2021"), Some((30.0, Some(200.0))));
    let same = told(one("t.csv", b"regio;jaar;x;n;x\nGM0344;2021;30;200;15\n", COUNTS));
    assert!(same.contains("2 kolommen met die naam (3e, 5e)"), "{same}");
}

#[test]
fn a_bulk_table_of_cbs_has_commas_or_points() {
    let recipe = VALUE
        .replace("\"regio\"", "\"RegioS\"")
        .replace("\"jaar\"", "\"Perioden\"")
        .replace("\"x\"", "\"M1\"");
    let rows = ["Id", "Measure", "ValueAttribute", "Value", "StringValue", "RegioS", "Perioden"];
    for (separator, number, is) in [(";", "15,5", 15.5), (",", "15.5", 15.5), (",", "1.234", 1.234)]
    {
        let row = ["0", "M1", "None", number, "", "NL01", "2021JJ00"];
        let table = rows.join(separator) + "\n" + &row.join(separator) + "\n";
        let figures = one("t.csv", table.as_bytes(), &recipe).unwrap();
        assert_eq!(value(&figures, "big2", "NL01", "2021"), Some(is), "{table}");
    }
    // Any form may be saved again by a program with other habits.
    let resaved = "\"ID\";\"RegioS\";\"Perioden\";\"x_1\"\n\"0\";\"NL01\";\"2021JJ00\";\"15,5\"\n";
    let figures = one("t.csv", resaved.as_bytes(), &recipe.replace("M1", "x")).unwrap();
    assert_eq!(value(&figures, "big2", "NL01", "2021"), Some(15.5));
}

#[test]
fn nobody_of_nobody_refuses_no_file_and_is_part_of_sums() {
    let table = b"regio;jaar;x;n\nGM0344;2021;30;200\nGM0088;2021;0;0\nGM0088;2020;12;50\n";
    let figures = one("t.csv", table, COUNTS).unwrap();
    assert_eq!(counts(&figures, "big2", "GM0344", "2021"), Some((30.0, Some(200.0))));
    assert_eq!(record(&figures, "big2", "GM0088", "2021").unwrap().status, Some(Status::Withheld));
    let warnings = warnings(&figures).join("\n");
    assert!(warnings.contains("1 cijfer met noemer 0"), "{warnings}");
    let local = COUNTS.replace("big2", "deelname");
    let figures = one("t.csv", b"regio;jaar;x;n\nPV20;2021;0;0\n", &local).unwrap();
    let record = record(&figures, "deelname", "PV20", "2021").unwrap();
    assert_eq!((record.denominator, record.status), (None, Some(Status::NotApplicable)));
    assert!(
        told(one("t.csv", b"regio;jaar;x;n\nGM0344;2021;3;0\n", COUNTS))
            .contains("teller 3 boven noemer 0")
    );
}

#[test]
fn counts_may_be_written_with_decimals_that_are_none() {
    let figures = one("t.csv", b"regio;jaar;x;n\nGM0344;2021;30.0;200.0\n", COUNTS).unwrap();
    assert_eq!(counts(&figures, "big2", "GM0344", "2021"), Some((30.0, Some(200.0))));
    let told = told(one("t.csv", b"regio;jaar;x;n\nGM0344;2021;30.5;200.0\n", COUNTS));
    assert!(told.contains("een aantal met decimalen"), "{told}");
}

#[test]
fn numbers_in_messages_are_dutch() {
    let told = told(one("t.csv", b"regio;jaar;x\nGM0344;2021;276,09\n", VALUE));
    assert!(told.contains("276,09 procent"), "{told}");
}

#[test]
fn all_that_an_own_indicator_lacks_is_told_at_once_and_in_dutch() {
    let folder = Folder::with(&[]);
    let lacks = told(folder.prepare("[[indicator]]\nid = \"eigen\"\nkind = \"deel\"\n"));
    assert_eq!(lacks.lines().count(), 1, "{lacks}");
    for part in [
        "geen phase, direction, counted, decimals, name, definition, sentence, source",
        "kind = \"deel\"",
        "phase = \"before\", \"during\", \"after\" of \"programme\"",
        "name = { nl = ",
    ] {
        assert!(lacks.contains(part), "{part}: {lacks}");
    }
    for (recipe, says, never) in [
        (
            "[[file]\npath = \"x\"\n",
            "haakje of aanhalingsteken dat niet sluit ([[file])",
            "unclosed",
        ),
        ("[[file]]\npath = \"x\n", "rij 2", "invalid"),
        ("division = 2025\ndivision = 2024\n", "een sleutel die er al is", "duplicate"),
        ("division = \"nu\"\n", "een getal", "invalid"),
        (
            "[[file]]\npath = \"x\"\nlevel = \"wijk\"\n",
            "municipality, ggd, corop, province, country",
            "variant",
        ),
        ("wat is dit\n", "iets dat geen TOML is: wat is dit", "expected"),
        (
            "[[indicator]]\nid = \"big2\"\ntarget = [{ region = \"NL01\" }]\n",
            "niets",
            "data-malformed",
        ),
    ] {
        let told = told(folder.prepare(recipe));
        assert!(told.contains(says) && !told.contains(never), "{recipe}: {told}");
    }
}

/// The same rows, so many times that they are taken apart on a thread of their own.
#[test]
fn a_large_table_is_read_and_refused_as_a_small_one() {
    let rows = 20_000;
    let summed = ["sum = true\ngroups = \"sum\"\n", COUNTS].concat();
    let row = |nth: usize| format!("GM0344;2021;{};200\n", nth % 3);
    let table = |wrong: &[(usize, &str)]| {
        let line = |nth| wrong.iter().find(|(at, _)| *at == nth).map(|(_, row)| format!("{row}\n"));
        let rows = (0..rows).map(|nth| line(nth).unwrap_or_else(|| row(nth)));
        ["regio;jaar;x;n\n".to_string()].into_iter().chain(rows).collect::<String>()
    };
    let whole = table(&[]);
    assert!(whole.len() > 1 << 18);
    let figures = one("t.csv", whole.as_bytes(), &summed).unwrap();
    let sum = (0..rows).map(|nth| nth % 3).sum::<usize>() as f64;
    let all = Some((sum, Some(200.0 * rows as f64)));
    assert_eq!(counts(&figures, "big2", "GM0344", "2021"), all);

    let wrong =
        [(700, "GM0344;2021;veel;200"), (19_998, "GM0344;2021;1"), (19_999, "GM0344;?;1;2")];
    let refused = one("t.csv", table(&wrong).as_bytes(), &summed).err().unwrap();
    let refused: Vec<String> = refused.iter().map(ToString::to_string).collect();
    let starts = ["t.csv, rij 702, kolom x", "t.csv, rij 20000", "t.csv, rij 20001, kolom jaar"];
    assert_eq!(refused.len(), starts.len(), "{refused:#?}");
    for (refused, start) in refused.iter().zip(starts) {
        assert!(refused.starts_with(start), "{refused}");
    }
    // Reading stops at the twentieth, and does not wait for the rest.
    let many: Vec<(usize, &str)> = (600..700).map(|nth| (nth, "GM0344;2021;veel;200")).collect();
    assert_eq!(one("t.csv", table(&many).as_bytes(), &summed).err().map(|all| all.len()), Some(20));
    let invalid =
        [table(&[]).as_bytes(), &[0xff, b'\n'], "GM0344;2021;\"1;2\n".as_bytes()].concat();
    assert!(told(one("t.csv", &invalid, &summed)).starts_with("t.csv, rij 20002"));
}
