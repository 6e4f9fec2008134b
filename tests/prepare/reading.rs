// SPDX-License-Identifier: EUPL-1.2
//! Each form of file, with the oddities that such files have. The figures are made up.

use super::folder::{Folder, counts, one, record, told, value, warnings};
use kansrijke_start::indicator::observation::Status;

const COUNTS: &str = r#"
region = "RegioS"
period = "Perioden"
[[file.series]]
indicator = "big2"
numerator = "Big2"
denominator = "Geboren"
"#;

const VALUE: &str = r#"
region = "regio"
period = "jaar"
[[file.series]]
indicator = "big2"
value = "big2"
"#;

#[test]
fn v3_csv_untyped_pads_numbers_and_codes_and_numbers_its_columns() {
    let text = "\u{feff}\"ID\";\"RegioS\";\"Perioden\";\"Geboren_1\";\"Big2_2\"\r\n\
        \"0\";\"NL01  \";\"2021JJ00\";\"  1000\";\"   150\"\r\n\
        \"1\";\"GM0344\";\"2021JJ00\";\"   200\";\"    30\"\r\n\
        \"2\";\"CR01  \";\"2021JJ00\";\"    50\";\"    20\"\r\n\
        \"3\";\"GM0363\";\"2021JJ00\";\"     .\";\"     .\"\r\n";
    let figures = one("table.csv", text.as_bytes(), COUNTS).unwrap();
    assert_eq!(counts(&figures, "big2", "NL01", "2021"), Some((150.0, Some(1000.0))));
    assert_eq!(counts(&figures, "big2", "GM0344", "2021"), Some((30.0, Some(200.0))));
    assert_eq!(counts(&figures, "big2", "CR01", "2021"), Some((20.0, Some(50.0))));
    assert_eq!(figures.summary.skipped, 0);
    // Amsterdam was not yet joined by Weesp, of which nothing is known.
    assert_eq!(counts(&figures, "big2", "GM0363", "2021"), None);
}

#[test]
fn v3_csv_has_a_decimal_point_though_semicolons_divide_it() {
    let text =
        "\"ID\";\"RegioS\";\"Perioden\";\"Afstand_1\"\n\"0\";\"PV26\";\"2018JJ00\";\"   1.234\"\n";
    let columns = VALUE.replace("regio\"", "RegioS\"").replace("jaar\"", "Perioden\"");
    let columns = columns.replace("value = \"big2\"", "value = \"Afstand\"");
    let figures = one("t.csv", text.as_bytes(), &columns).unwrap();
    assert_eq!(value(&figures, "big2", "PV26", "2018"), Some(1.234));
}

#[test]
fn v3_json_as_it_is_served() {
    let text = r#"{"odata.metadata":"https://x.invalid/$metadata#Cbs.OData.WebAPI.TypedDataSet","value":[
        {"ID":0,"RegioS":"NL01  ","Perioden":"2021JJ00","Geboren_1":1000,"Big2_2":150},
        {"ID":1,"RegioS":"GM0344","Perioden":"2021JJ00","Geboren_1":200,"Big2_2":null},
        {"ID":2,"RegioS":"PV26  ","Perioden":"2021JJ00","Geboren_1":400,"Big2_2":60}]}"#;
    let figures = one("set.json", text.as_bytes(), COUNTS).unwrap();
    assert_eq!(counts(&figures, "big2", "PV26", "2021"), Some((60.0, Some(400.0))));
    assert_eq!(record(&figures, "big2", "GM0344", "2021").unwrap().status, Some(Status::Missing));
}

/// A page of observations: measure, region, period, value or what stands for it.
fn page(rows: &[(&str, &str, &str, &str)], next: Option<&str>) -> Vec<u8> {
    let row = |(at, (measure, region, period, value)): (usize, &(&str, &str, &str, &str))| {
        let (value, attribute) =
            if value.is_empty() { ("null", "Impossible") } else { (*value, "None") };
        format!(
            r#"{{"Id":{at},"Measure":"{measure}","ValueAttribute":"{attribute}","Value":{value},"StringValue":null,"RegioS":"{region}","Perioden":"{period}"}}"#
        )
    };
    let rows: Vec<String> = rows.iter().enumerate().map(row).collect();
    let next = next.map(|n| format!(r#","@odata.nextLink":"{n}""#)).unwrap_or_default();
    format!(r#"{{"@odata.context":"x","value":[{}]{next}}}"#, rows.join(",")).into_bytes()
}

const MEASURES: &str = r#"
[[file]]
path = "table"
region = "RegioS"
period = "Perioden"
[[file.series]]
indicator = "big2"
numerator = "M1"
denominator = "M2"
"#;

#[test]
fn v4_json_pages_of_a_folder_are_one_table() {
    let codes = br#"{"@odata.context":"x/$metadata#PeriodenCodes","value":[
        {"Identifier":"2021JJ00","Status":"Definitief"},{"Identifier":"2022JJ00","Status":"Voorlopig"}]}"#;
    let folder = Folder::with(&[
        (
            "table/observations-1.json",
            &page(
                &[("M1", "NL01", "2021JJ00", "150.0"), ("M1", "PV26", "2021JJ00", "")],
                Some("x?page=2"),
            ),
        ),
        (
            "table/observations-2.json",
            &page(
                &[
                    ("M2", "NL01", "2021JJ00", "1000"),
                    ("M1", "NL01", "2022JJ00", "140"),
                    ("M2", "NL01", "2022JJ00", "990"),
                    ("M3", "NL01", "2022JJ00", "7"),
                ],
                None,
            ),
        ),
        ("table/codes-Perioden.json", codes),
    ]);
    let figures = folder.prepare(MEASURES).unwrap();
    assert_eq!(counts(&figures, "big2", "NL01", "2021"), Some((150.0, Some(1000.0))));
    assert_eq!(counts(&figures, "big2", "NL01", "2022"), Some((140.0, Some(990.0))));
    let status = |period| record(&figures, "big2", "NL01", period).unwrap().status;
    assert_eq!((status("2021"), status("2022")), (None, Some(Status::Provisional)));
    assert_eq!(record(&figures, "big2", "PV26", "2021").unwrap().status, Some(Status::Missing));
}

#[test]
fn v4_json_of_which_a_page_is_absent_is_refused() {
    let folder = Folder::with(&[
        ("table/p-1.json", &page(&[("M1", "NL01", "2021JJ00", "150")], Some("x?page=2"))),
        ("table/p-2.json", &page(&[("M2", "NL01", "2021JJ00", "1000")], Some("x?page=3"))),
    ]);
    let told = told(folder.prepare(MEASURES));
    assert!(told.contains("2 pagina's") && told.contains("x?page=3"), "{told}");
}

#[test]
fn v4_csv_in_bulk() {
    let text = "Id,Measure,ValueAttribute,Value,StringValue,RegioS,Perioden\n\
        0,M1,None,150,,NL01,2021JJ00\n1,M2,None,1000,,NL01,2021JJ00\n2,M1,Impossible,,,PV20,2021JJ00\n";
    let folder = Folder::with(&[("table", text.as_bytes())]);
    let figures = folder.prepare(MEASURES).unwrap();
    assert_eq!(counts(&figures, "big2", "NL01", "2021"), Some((150.0, Some(1000.0))));
}

#[test]
fn statline_today_joins_headings_names_places_and_ends_with_its_source() {
    let text = "\u{feff}\"Perioden\";\"Regio's\";\"Geboorte/BIG2 (%)\"\r\n\
        \"2021\";\"Nederland\";15,1\r\n\"2022*\";\"Nederland\";14,9\r\n\
        \"2021\";\"Utrecht (gemeente)\";14,25\r\n\"2021\";\"Utrecht (PV)\";13\r\n\
        \"2021\";\"Friesland (PV)\";.\r\n\"2021\";\"GGD Fryslân (GG)\";12\r\n\
        \"2021\";\"Boarnsterhim\";\r\n\"2021\";\"Aarle-Rixtel\";\r\n\"2021\";\"Noord-Nederland (LD)\";11\r\n\"Bron: CBS\"\r\n";
    let columns = VALUE.replace("regio\"", "Regio's\"").replace("jaar\"", "Perioden\"");
    let columns = columns.replace("value = \"big2\"", "value = \"Geboorte/BIG2 (%)\"");
    let figures = one("export.csv", text.as_bytes(), &columns).unwrap();
    let is = |region, period| value(&figures, "big2", region, period);
    assert_eq!(is("NL01", "2021"), Some(15.1));
    assert_eq!(is("GM0344", "2021"), Some(14.25));
    assert_eq!(is("PV26", "2021"), Some(13.0));
    assert_eq!(is("GG7206", "2021"), Some(12.0));
    // At CBS it is unknown, unreliable or secret.
    assert_eq!(record(&figures, "big2", "PV21", "2021").unwrap().status, Some(Status::Withheld));
    assert_eq!(record(&figures, "big2", "NL01", "2022").unwrap().status, Some(Status::Provisional));
    // Places that are no more have empty rows, those before 2010 are unknown; a part of the
    // country is not published.
    assert_eq!(figures.summary.skipped, 2);
}

#[test]
fn statline_of_old_has_a_title_and_stacked_headings() {
    let text = "\u{feff}\"Geboorten 2015\"\r\n\"\"\r\n\"\";\"Onderwerp\"\r\n\
        \"\";\"Geboorte|BIG2\u{a0}\u{a0}\";\"Geboorte|Aantal\"\r\n\"Gemeenten\";\"%\";\"aantal\"\r\n\
        \"Amersfoort\";\"15,5\";\"1.900\"\r\n\"Bron: CBS\"\r\n";
    let columns = r#"
region = "Gemeenten"
period_is = "2015"
[[file.series]]
indicator = "big2"
value = "Geboorte/BIG2 (%)"
[[file.series]]
indicator = "levendgeborenen"
numerator = "Geboorte/Aantal (aantal)"
"#;
    let figures = one("old.csv", text.as_bytes(), columns).unwrap();
    assert_eq!(value(&figures, "big2", "GM0307", "2015"), Some(15.5));
    assert_eq!(counts(&figures, "levendgeborenen", "GM0307", "2015"), Some((1900.0, None)));
}

#[test]
fn diaper_of_r_has_row_numbers_and_says_withheld_in_two_ways() {
    // "<10" from 2024 on, NA before.
    let columns = r#"
region = "gem2022"
period = "jaar"
[[file.series]]
indicator = "big2"
numerator = "big2"
denominator = "totaal_big2"
"#;
    let text = "\"\";\"gem2022\";\"jaar\";\"big2\";\"totaal_big2\";\"perc_big2\"\n\
        \"1\";344;2021;\"601\";\"4013\";14,98\n\"2\";\"0307\";2021;\"<10\";\"55\";NA\n\"3\";14;2021;NA;NA;NA\n";
    let figures = one("diaper.csv", text.as_bytes(), columns).unwrap();
    assert_eq!(counts(&figures, "big2", "GM0344", "2021"), Some((601.0, Some(4013.0))));
    let status = |region| record(&figures, "big2", region, "2021").unwrap().status;
    assert_eq!(status("GM0307"), Some(Status::Withheld));
    assert_eq!(status("GM0014"), Some(Status::Withheld));
    assert!(!warnings(&figures).iter().any(|w| w.contains("NA")), "nothing is unclear");
}

#[test]
fn fractions_become_percentages_by_the_recipe() {
    let columns = VALUE.to_string() + "factor = 100\n";
    let figures = one("t.csv", b"regio;jaar;big2\nPV20;2024;0,155\n", &columns).unwrap();
    assert_eq!(value(&figures, "big2", "PV20", "2024"), Some(15.5));
}

#[test]
fn windows_1252_is_seen_by_its_bytes() {
    let figures = one(
        "t.csv",
        b"regio;jaar;big2\nS\xfadwest-Frysl\xe2n;2024;15,5\n\xa0GM0344\xa0;2024;14,5\n",
        VALUE,
    )
    .unwrap();
    assert_eq!(value(&figures, "big2", "GM1900", "2024"), Some(15.5));
    assert_eq!(value(&figures, "big2", "GM0344", "2024"), Some(14.5));
}

#[test]
fn regions_in_every_spelling() {
    for (text, code) in [
        ("GM0363", "GM0363"),
        ("GM0363  ", "GM0363"),
        ("gm363", "GM0363"),
        ("0363", "GM0363"),
        ("363", "GM0363"),
        ("Amsterdam", "GM0363"),
        ("'s-Gravenhage (gemeente)", "GM0518"),
        ("Den Haag", "GM0518"),
        ("’s-Hertogenbosch", "GM0796"),
        ("sudwest fryslan", "GM1900"),
        // As a Mac writes them in the names of files, and as something made of that.
        ("Su\u{301}dwest-Frysla\u{302}n", "GM1900"),
        ("Su´dwest-Frysla^n", "GM1900"),
        ("´s-Hertogenbosch", "GM0796"),
        ("Beek (L.)", "GM0888"),
        ("Utrecht (PV)", "PV26"),
        ("Friesland (PV)", "PV21"),
        ("Friesland", "PV21"),
        ("GGD Gelderland-Midden", "GG1911"),
        ("Nederland", "NL01"),
        ("NL00", "NL01"),
    ] {
        let file = format!("regio;jaar;big2\n{text};2024;15,5\n");
        let figures = one("t.csv", file.as_bytes(), VALUE).unwrap();
        assert_eq!(value(&figures, "big2", code, "2024"), Some(15.5), "{text}");
    }
}

#[test]
fn of_a_name_of_several_places_the_municipality_is_meant_unless_the_file_has_provinces() {
    let table = |names: &[&str]| {
        let rows: String = names.iter().map(|n| format!("{n};2024;15,5\n")).collect();
        format!("regio;jaar;big2\n{rows}")
    };
    let is = |figures: &super::folder::Figures, code: &str| value(figures, "big2", code, "2024");
    let own = table(&["Nederland", "Utrecht", "Rotterdam"]);
    for level in ["", "level = \"municipality\"\n"] {
        let figures = one("t.csv", own.as_bytes(), &(level.to_string() + VALUE)).unwrap();
        for code in ["NL01", "GM0344", "GM0599"] {
            assert_eq!(is(&figures, code), Some(15.5), "{level} {code}");
        }
        assert_eq!(is(&figures, "PV26"), None);
    }
    // A level is of the names that need one: Drenthe is a province whatever it says.
    let provinces = table(&["Utrecht", "Drenthe"]);
    let unclear = told(one("t.csv", provinces.as_bytes(), VALUE));
    assert!(unclear.contains("\"Utrecht\"") && unclear.contains("level = "), "{unclear}");
    for (level, code) in [("province", "PV26"), ("municipality", "GM0344")] {
        let recipe = format!("level = \"{level}\"\n{VALUE}");
        let figures = one("t.csv", provinces.as_bytes(), &recipe).unwrap();
        assert_eq!((is(&figures, code), is(&figures, "PV22")), (Some(15.5), Some(15.5)));
    }
    // Of two municipalities neither is meant more than the other.
    let told = told(one("t.csv", table(&["Bergen"]).as_bytes(), VALUE));
    assert!(told.contains("rij 2") && told.contains("GM0373 en GM0893"), "{told}");
}

#[test]
fn the_decimal_sign_comes_from_the_whole_file() {
    let births = VALUE
        .replace("value = \"big2\"", "numerator = \"big2\"")
        .replace("= \"big2\"\nnum", "= \"levendgeborenen\"\nnum");
    let of = |text: &str| one("t.csv", text.as_bytes(), &births);
    // A comma elsewhere says that the dot stands between thousands.
    let figures = one(
        "t.csv",
        b"regio;jaar;big2;n\nNL01;2024;15,5;167.595\nPV20;2024;14,1;3.100\n",
        &(VALUE.to_string() + "denominator = \"n\"\n"),
    )
    .unwrap();
    assert_eq!(record(&figures, "big2", "NL01", "2024").unwrap().denominator, Some(167595.0));
    let figures = of("regio;jaar;big2\nNL01;2024;1.167.595\nPV20;2024;3.100\n").unwrap();
    assert_eq!(counts(&figures, "levendgeborenen", "PV20", "2024"), Some((3100.0, None)));
    let told_ambiguous = told(of("regio;jaar;big2\nNL01;2024;167.595\n"));
    assert!(told_ambiguous.contains("decimal = \",\""), "{told_ambiguous}");
    let mixed = told(of("regio;jaar;big2\nNL01;2024;16,5\nPV20;2024;3.5\n"));
    assert!(mixed.contains("rij 2") && mixed.contains("rij 3"), "{mixed}");
    let named = births.replace("\nregion", "\ndecimal = \",\"\nregion");
    let figures = one("t.csv", b"regio;jaar;big2\nNL01;2024;167.595\n", &named).unwrap();
    assert_eq!(counts(&figures, "levendgeborenen", "NL01", "2024"), Some((167595.0, None)));
}

#[test]
fn tabs_commas_and_semicolons() {
    for separator in [";", ",", "\t"] {
        let file = ["regio", "jaar", "big2"].join(separator)
            + "\n"
            + &["PV20", "2024", "15"].join(separator)
            + "\n";
        let figures = one("t.txt", file.as_bytes(), VALUE).unwrap();
        assert_eq!(value(&figures, "big2", "PV20", "2024"), Some(15.0), "{separator:?}");
    }
}

#[test]
fn rows_are_chosen_and_parts_are_summed() {
    let columns = r#"
region = "regio"
period = "jaar"
sum = true
[file.where]
geslacht = ["meisje", "jongen"]
[[file.series]]
indicator = "tienermoeders"
numerator = ["onder18", "van18en19"]
denominator = "geboren"
"#;
    let file = "regio,jaar,geslacht,onder18,van18en19,geboren\n\
        PV20,2024,meisje,11,20,700\nPV20,2024,jongen,12,21,710\nPV20,2024,totaal,23,41,1410\n\
        PV21,2024,meisje,1,,700\nPV21,2024,jongen,2,2,700\n";
    let figures = one("t.csv", file.as_bytes(), columns).unwrap();
    assert_eq!(counts(&figures, "tienermoeders", "PV20", "2024"), Some((64.0, Some(1410.0))));
    // A sum of which a part is missing is no sum.
    assert_eq!(
        record(&figures, "tienermoeders", "PV21", "2024").unwrap().status,
        Some(Status::Missing)
    );
}

#[test]
fn an_own_indicator_changes_one_of_the_catalogue_or_joins_it() {
    let recipe = r#"
[[indicator]]
id = "big2"
direction = "context"
[[indicator]]
id = "eigen"
phase = "before"
kind = "share"
direction = "higher"
counted = "persons"
decimals = 1
name = { nl = "Eigen", en = "Own" }
definition = { nl = "Verzonnen.", en = "Made up." }
sentence = { nl = "In {region} {period} {value}", en = "In {region} {period} {value}" }
source = { publisher = "Niemand" }
[[file]]
path = "t.csv"
region = "regio"
period = "jaar"
[[file.series]]
indicator = "eigen"
value = "x"
"#;
    let folder = Folder::with(&[("t.csv", b"regio;jaar;x\nPV20;2024;15,5\n")]);
    let figures = folder.prepare(recipe).unwrap();
    assert_eq!(value(&figures, "eigen", "PV20", "2024"), Some(15.5));
    let big2 = figures.catalogue.iter().find(|e| e.definition.id == "big2").unwrap();
    assert_eq!(format!("{:?}", big2.definition.direction), "Context");
    assert_eq!(big2.definition.name.nl, "Vroeggeboorte en/of laag geboortegewicht (BIG2)");
}

#[test]
fn v3_csv_parts_of_a_folder_are_one_table_with_its_descriptions() {
    let folder = Folder::with(&[
        (
            "table/data.csv",
            b"\"ID\",\"RegioS\",\"Perioden\",\"Geboren_1\",\"Big2_2\"\n0,\"NL01  \",\"2021JJ00\",1000,150\n1,\"NL01  \",\"2022JJ00\",990,140\n",
        ),
        (
            "table/Perioden.csv",
            b"\"Key\",\"Title\",\"Description\",\"Status\"\n\"2021JJ00\",\"2021\",\"\",\"Definitief\"\n\"2022JJ00\",\"2022\",\"over\ntwee regels\",\"Voorlopig\"\n",
        ),
        ("table/RegioS.csv", b"\"Key\",\"Title\",\"Description\"\n\"NL01  \",\"Nederland\",\"\"\n"),
    ]);
    let figures = folder.prepare(&format!("[[file]]\npath = \"table\"\n{COUNTS}")).unwrap();
    assert_eq!(counts(&figures, "big2", "NL01", "2021"), Some((150.0, Some(1000.0))));
    let status = |period| record(&figures, "big2", "NL01", period).unwrap().status;
    assert_eq!((status("2021"), status("2022")), (None, Some(Status::Provisional)));
}

const RANGE: &str = r#"
region = "regio"
period = "jaar"
[[file.series]]
indicator = "zeer-kwetsbaar-gezin-aantal"
lower = "van"
upper = "tot"
value = "cijfer"
status = "status"
"#;

#[test]
fn a_range_is_two_limits_without_a_value() {
    let text = "regio;jaar;cijfer;van;tot;status\nNL01;2017;;800;1700;schatting\nNL01;2018;;;;\n";
    let figures = one("t.csv", text.as_bytes(), RANGE).unwrap();
    let of = |year| record(&figures, "zeer-kwetsbaar-gezin-aantal", "NL01", year).unwrap();
    let range = of("2017");
    assert_eq!((range.lower, range.upper, range.value), (Some(800.0), Some(1700.0), None));
    assert_eq!(range.status, Some(Status::Estimate));
    assert_eq!(of("2018").status, Some(Status::Missing));
}

#[test]
fn a_range_with_a_value_or_one_end_is_refused_and_so_are_limits_of_another_kind() {
    for row in ["NL01;2017;900;800;1700;", "NL01;2017;;800;;", "NL01;2017;;1700;800;"] {
        let text = format!("regio;jaar;cijfer;van;tot;status\n{row}\n");
        let told = told(one("t.csv", text.as_bytes(), RANGE));
        assert!(told.contains("kind = \"range\""), "{row}: {told}");
    }
    // Of a share, limits without a value are no figure.
    let share = RANGE.replace("zeer-kwetsbaar-gezin-aantal", "big2");
    let text = "regio;jaar;cijfer;van;tot;status\nNL01;2017;;8;17;\nNL01;2018;12;8;17;\n";
    let figures = one("t.csv", text.as_bytes(), &share).unwrap();
    assert_eq!(record(&figures, "big2", "NL01", "2017").unwrap().status, Some(Status::Missing));
}

#[test]
fn a_range_of_few_persons_is_withheld() {
    let text = "regio;jaar;cijfer;van;tot;status\nGM0344;2017;;9;1700;\nGM0345;2017;;10;20;\n";
    let figures = one("t.csv", text.as_bytes(), RANGE).unwrap();
    let of = |region| record(&figures, "zeer-kwetsbaar-gezin-aantal", region, "2017").unwrap();
    assert_eq!((of("GM0344").status, of("GM0344").upper), (Some(Status::Withheld), None));
    assert_eq!(of("GM0345").lower, Some(10.0));
}
