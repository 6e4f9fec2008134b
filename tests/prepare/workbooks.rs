// SPDX-License-Identifier: EUPL-1.2
//! Workbooks in the forms that RIVM and municipalities have, with the oddities of the programs
//! that write them. The figures are made up.

use super::folder::{Folder, counts, one, record, told, value, warnings};
use kansrijke_start::indicator::observation::Status;
use kansrijke_start::prepare::run::Figures;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use std::io::{Cursor, Read, Write};
use std::process::Command;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// A cell that a test writes.
#[derive(Clone, Copy)]
pub enum Put<'a> {
    Text(&'a str),
    Number(f64),
    Flag(bool),
    Nothing,
}

use Put::{Flag, Nothing, Number, Text};

/// Writes rows from the first cell on.
pub fn fill(sheet: &mut Worksheet, rows: &[&[Put<'_>]]) {
    for (row, cells) in rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            let (row, column) = (row as u32, column as u16);
            match cell {
                Text(text) => sheet.write(row, column, *text).unwrap(),
                Number(number) => sheet.write(row, column, *number).unwrap(),
                Flag(flag) => sheet.write(row, column, *flag).unwrap(),
                Nothing => continue,
            };
        }
    }
}

/// A workbook of these sheets.
pub fn workbook(sheets: &[(&str, &[&[Put<'_>]])]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*name).unwrap();
        fill(sheet, rows);
    }
    book.save_to_buffer().unwrap()
}

/// A packed file of these files.
pub fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        packed.start_file(*name, SimpleFileOptions::default()).unwrap();
        packed.write_all(content).unwrap();
    }
    packed.finish().unwrap().into_inner()
}

/// A packed file in which one of its files is changed.
pub fn rewritten(bytes: &[u8], path: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    let mut is_there = false;
    for nth in 0..archive.len() {
        let mut part = archive.by_index(nth).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        if name == path {
            is_there = true;
            content = change(std::str::from_utf8(&content).unwrap()).into_bytes();
        }
        parts.push((name, content));
    }
    assert!(is_there, "no {path}");
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(n, c)| (n.as_str(), c.as_slice())).collect();
    packed(&parts)
}

const TREND: &[&[Put<'_>]] = &[
    &[Nothing, Text("big2"), Number(2022.0), Number(2023.0), Text("2024")],
    &[Text("1"), Flag(false), Number(140_000.0), Number(139_000.0), Number(138_500.0)],
    &[Text("2"), Flag(true), Number(24_000.0), Number(23_500.0), Text("23000")],
    &[Text("3"), Nothing, Number(500.0), Number(400.0), Number(300.0)],
];

const TOWNS: &[&[Put<'_>]] = &[
    &[Nothing, Text("gem2023"), Text("FALSE"), Text("TRUE"), Text("NA")],
    &[Text("1"), Number(344.0), Number(17_000.0), Number(2_900.0), Number(40.0)],
    &[Text("2"), Text("0363"), Number(40_000.0), Number(7_000.0), Number(90.0)],
    &[Text("3"), Text("GM0088"), Number(30.0), Number(4.0), Nothing],
];

const DIAPER: &str = r#"
[[file]]
path = "KS2025_indicator_15_BIG2.xlsx"
sheet = "Fig1_trend"
region_is = "NL01"
period = "columns"
category = "big2"
numerator_is = "TRUE"
[[file.series]]
indicator = "big2"

[[file]]
path = "KS2025_indicator_15_BIG2.xlsx"
sheet = "Fig2_per_gemeente_2020_2024"
region = "gem2023"
division = 2023
period = "sheet"
category = "columns"
numerator_is = "TRUE"
[[file.series]]
indicator = "big2"
"#;

pub fn diaper() -> Vec<u8> {
    of_diaper("Fig2_per_gemeente_2020_2024")
}

/// With a sheet of municipalities of another name.
pub fn of_diaper(towns: &str) -> Vec<u8> {
    workbook(&[("Fig1_trend", TREND), (towns, TOWNS)])
}

#[test]
fn diaper_counts_go_through_to_figures_withheld_where_they_must_be() {
    let folder = Folder::with(&[("KS2025_indicator_15_BIG2.xlsx", &diaper())]);
    let figures = folder.prepare(DIAPER).unwrap();
    let is = |region, period| counts(&figures, "big2", region, period);
    assert_eq!(is("NL01", "2022"), Some((24_000.0, Some(164_000.0))));
    // A number that was saved as text.
    assert_eq!(is("NL01", "2024"), Some((23_000.0, Some(161_500.0))));
    assert_eq!(is("GM0344", "2020-2024"), Some((2_900.0, Some(19_900.0))));
    assert_eq!(is("GM0363", "2020-2024"), Some((7_000.0, Some(47_000.0))));
    let small = record(&figures, "big2", "GM0088", "2020-2024").unwrap();
    assert_eq!((small.status, small.numerator), (Some(Status::Withheld), None));
}

#[test]
fn a_withheld_count_of_a_workbook_is_in_no_file_and_no_figure() {
    let folder = Folder::with(&[("KS2025_indicator_15_BIG2.xlsx", &diaper())]);
    folder.put("recipe.toml", DIAPER.as_bytes());
    let program = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_kansrijke-start"))
            .args(arguments)
            .current_dir(&folder.0)
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    program(&["prepare", "--out", "data"]);
    let draw = |region: &str| {
        program(&[
            "draw",
            "--src",
            "data",
            "--indicator",
            "big2",
            "--region",
            region,
            "--format",
            "html",
        ])
    };
    // 2,900 of 19,900.
    assert!(draw("Utrecht").contains("14,6%"));
    let small = draw("Schiermonnikoog");
    assert!(small.contains("te weinig") && !small.contains("11,8"), "4 of 34: {small}");
}

#[test]
fn series_of_several_sheets_and_categories_that_are_named() {
    let rows: &[&[Put<'_>]] = &[
        &[Text("regio"), Text("jaar"), Text("rookt"), Text("n")],
        &[Text("Utrecht"), Number(2023.0), Text("ja"), Number(120.0)],
        &[Text("Utrecht"), Number(2023.0), Text("nooit"), Number(600.0)],
        &[Text("Utrecht"), Number(2023.0), Text("vroeger"), Number(80.0)],
        &[Text("Utrecht"), Number(2023.0), Text("onbekend"), Number(7.0)],
    ];
    let other: &[&[Put<'_>]] =
        &[rows[0], &[Text("Utrecht"), Number(2023.0), Text("ja"), Number(55.0)]];
    let bytes = workbook(&[("rook", rows), ("leeg", &[]), ("ander", other)]);
    let recipe = "region = \"regio\"\nperiod = \"jaar\"\ncategory = \"rookt\"\nnumerator_is = \"ja\"\n\
        denominator_is = [\"ja\", \"nooit\", \"vroeger\"]\n[[file.series]]\nsheet = \"rook\"\n\
        indicator = \"big2\"\nnumerator = \"n\"\n";
    let figures = one("t.xlsx", &bytes, recipe).unwrap();
    assert_eq!(counts(&figures, "big2", "GM0344", "2023"), Some((120.0, Some(800.0))));
    // A count twice for the same is a problem, and not the sum.
    let twice: &[&[Put<'_>]] = &[rows[0], rows[1], rows[2], rows[3], rows[1]];
    let told = told(one("t.xlsx", &workbook(&[("rook", twice)]), recipe));
    assert!(told.contains("rook!D") && told.contains("nog een cijfer"), "{told}");
    // A total among the categories is not to be added to them.
    let total: &[&[Put<'_>]] =
        &[rows[0], rows[1], &[Text("Utrecht"), Number(2023.0), Text("totaal"), Number(800.0)]];
    let bare: String =
        recipe.lines().filter(|l| !l.starts_with("denominator_is")).collect::<Vec<_>>().join("\n");
    let told = super::folder::told(one("t.xlsx", &workbook(&[("rook", total)]), &bare));
    assert!(told.contains("denominator_is"), "{told}");
    // Two sheets with one layout, as two series.
    let both = workbook(&[("een", &TOWNS[..2]), ("twee", &TOWNS[..2])]);
    let recipe = "region = \"gem2023\"\ndivision = 2023\nperiod_is = \"2024\"\ncategory = \"columns\"\nnumerator_is = \"TRUE\"\n\
        [[file.series]]\nsheet = 1\nindicator = \"big2\"\n[[file.series]]\nsheet = \"twee\"\nindicator = \"late-begeleiding\"\n";
    let figures = one("t.xlsx", &both, recipe).unwrap();
    for id in ["big2", "late-begeleiding"] {
        assert_eq!(counts(&figures, id, "GM0344", "2024"), Some((2_900.0, Some(19_900.0))), "{id}");
    }
}

fn columns(more: &str) -> String {
    format!(
        "region = \"gemeente\"\nperiod = \"jaar\"\n{more}\n[[file.series]]\nindicator = \"big2\"\n"
    )
}

#[test]
fn one_sheet_needs_no_name_and_several_do() {
    let rows: &[&[Put<'_>]] = &[
        &[Text("gemeente"), Text("jaar"), Text("perc")],
        &[Text("Utrecht"), Number(2023.0), Number(14.25)],
    ];
    let recipe = columns("") + "value = \"perc\"\n";
    let figures = one("t.xlsx", &workbook(&[("Blad1", rows)]), &recipe).unwrap();
    assert_eq!(value(&figures, "big2", "GM0344", "2023"), Some(14.25));
    let two = workbook(&[("Blad1", rows), ("Blad2", rows)]);
    let told = told(one("t.xlsx", &two, &recipe));
    assert!(told.contains("2 bladen") && told.contains("\"Blad1\", \"Blad2\""), "{told}");
    let recipe = columns("sheet = 2") + "value = \"perc\"\n";
    assert!(one("t.xlsx", &two, &recipe).is_ok());
    let recipe = columns("sheet = 3") + "value = \"perc\"\n";
    let told = super::folder::told(one("t.xlsx", &two, &recipe));
    assert!(told.contains("geen blad 3"), "{told}");
}

#[test]
fn a_title_a_range_and_merged_heads() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Tabel").unwrap();
    fill(
        sheet,
        &[
            &[Text("Tabel 3. Kinderen naar gemeente")],
            &[],
            &[Text("gemeente"), Nothing, Nothing, Nothing, Nothing],
            &[Nothing, Text("aantal"), Text("totaal"), Text("aantal"), Text("totaal")],
            &[Text("Utrecht"), Number(700.0), Number(5_000.0), Number(710.0), Number(5_100.0)],
            &[Text("Houten"), Number(70.0), Number(500.0), Text("<10"), Number(510.0)],
            &[Text("Bron: eigen registratie")],
        ],
    );
    let plain = Format::new();
    sheet.merge_range(2, 0, 3, 0, "gemeente", &plain).unwrap();
    sheet.merge_range(2, 1, 2, 2, "2022", &plain).unwrap();
    sheet.merge_range(2, 3, 2, 4, "2023", &plain).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let recipe = |range: &str| {
        format!(
            "region = \"gemeente\"\nperiod = \"columns\"\n{range}\n[[file.series]]\n\
             indicator = \"big2\"\nnumerator = \"aantal\"\ndenominator = \"totaal\"\n"
        )
    };
    for range in ["", "range = \"A3:E6\"", "heads = 2"] {
        let figures = one("t.xlsx", &bytes, &recipe(range)).unwrap();
        let is = |region, period| counts(&figures, "big2", region, period);
        assert_eq!(is("GM0344", "2022"), Some((700.0, Some(5_000.0))), "{range}");
        assert_eq!(is("GM0344", "2023"), Some((710.0, Some(5_100.0))), "{range}");
        assert_eq!(is("GM0321", "2022"), Some((70.0, Some(500.0))), "{range}");
        let hidden = record(&figures, "big2", "GM0321", "2023").unwrap();
        assert_eq!(hidden.status, Some(Status::Withheld), "{range}");
    }
    let told = told(one("t.xlsx", &bytes, &recipe("range = \"E6:A3\"")));
    assert!(told.contains("E6:A3") && told.contains("B3:F40"), "{told}");
}

#[test]
fn what_is_wrong_names_its_sheet_and_cell() {
    let rows: &[&[Put<'_>]] = &[
        &[Text("gemeente"), Text("jaar"), Text("perc")],
        &[Text("Utrecht"), Number(2023.0), Text("veel")],
        &[Text("Atlantis"), Number(2023.0), Number(3.0)],
        &[Text("Houten"), Text("ooit"), Number(3.0)],
    ];
    let recipe = columns("") + "value = \"perc\"\n";
    let told = told(one("t.xlsx", &workbook(&[("Blad1", rows)]), &recipe));
    for place in ["t.xlsx, Blad1!C2", "t.xlsx, Blad1!A3", "t.xlsx, Blad1!B4"] {
        assert!(told.contains(place), "{place}: {told}");
    }
    let across = TREND.to_vec();
    let mut wrong = across[2].to_vec();
    wrong[3] = Text("n.n.b.");
    let rows = [across[0], across[1], &wrong];
    let bytes = workbook(&[("Fig1_trend", &rows), ("Fig2_per_gemeente_2020_2024", TOWNS)]);
    let folder = Folder::with(&[("KS2025_indicator_15_BIG2.xlsx", &bytes)]);
    let told = super::folder::told(folder.prepare(DIAPER));
    assert!(told.contains("Fig1_trend!D3: gevonden \"n.n.b.\""), "{told}");
}

/// A sheet in which a test writes what only Excel has.
fn odd(
    write: impl FnOnce(&mut Worksheet),
) -> Result<Figures, Vec<kansrijke_start::prepare::problem::Problem>> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Blad1").unwrap();
    fill(
        sheet,
        &[
            &[Text("gemeente"), Text("jaar"), Text("perc")],
            &[Text("Utrecht"), Number(2022.0), Number(14.0)],
            &[Text("Houten"), Number(2022.0), Number(12.0)],
        ],
    );
    write(sheet);
    one("t.xlsx", &book.save_to_buffer().unwrap(), &(columns("") + "value = \"perc\"\n"))
}

#[test]
fn dates_are_the_years_that_they_show() {
    let day = |year, month, day| ExcelDateTime::from_ymd(year, month, day).unwrap();
    let figures = odd(|sheet| {
        sheet
            .write_with_format(1, 1, day(2021, 7, 1), &Format::new().set_num_format("yyyy"))
            .unwrap();
        sheet
            .write_with_format(2, 1, day(2023, 1, 1), &Format::new().set_num_format("dd-mm-yyyy"))
            .unwrap();
        fill_more(sheet);
    });
    let figures = figures.unwrap();
    assert_eq!(value(&figures, "big2", "GM0344", "2021"), Some(14.0));
    assert_eq!(value(&figures, "big2", "GM0321", "2023"), Some(12.0));
    assert_eq!(value(&figures, "big2", "GM0363", "2022-07"), Some(13.0));
    // The format of a date was lost, as on the way through another program.
    let figures = odd(|sheet| {
        sheet.write(1, 1, 45_292.0).unwrap();
    });
    assert_eq!(value(&figures.unwrap(), "big2", "GM0344", "2024"), Some(14.0));
    let told = told(odd(|sheet| {
        sheet
            .write_with_format(1, 1, day(2021, 7, 15), &Format::new().set_num_format("d-m-yy"))
            .unwrap();
    }));
    assert!(told.contains("Blad1!B2: gevonden \"2021-07-15\""), "{told}");
}

fn fill_more(sheet: &mut Worksheet) {
    let july = ExcelDateTime::from_ymd(2022, 7, 1).unwrap();
    sheet.write(3, 0, "Amsterdam").unwrap();
    sheet.write_with_format(3, 1, july, &Format::new().set_num_format("mmm-yy")).unwrap();
    sheet.write(3, 2, 13.0).unwrap();
}

#[test]
fn percentages_are_what_they_show() {
    let figures = odd(|sheet| {
        sheet.write_with_format(1, 2, 0.151, &Format::new().set_num_format("0.0%")).unwrap();
        sheet.write_with_format(2, 2, 0.12, &Format::new().set_num_format("0%")).unwrap();
    });
    let figures = figures.unwrap();
    assert_eq!(value(&figures, "big2", "GM0344", "2022"), Some(15.1));
    assert_eq!(value(&figures, "big2", "GM0321", "2022"), Some(12.0));
}

#[test]
fn formulas_are_their_results_and_without_one_a_problem() {
    let figures = odd(|sheet| {
        sheet.write(1, 2, Formula::new("=10+5").set_result("15")).unwrap();
    });
    assert_eq!(value(&figures.unwrap(), "big2", "GM0344", "2022"), Some(15.0));
    let bytes = {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet().set_name("Blad1").unwrap();
        fill(
            sheet,
            &[&[Text("gemeente"), Text("jaar"), Text("perc")], &[Text("Utrecht"), Number(2022.0)]],
        );
        sheet.write(1, 2, Formula::new("=10+5").set_result("7")).unwrap();
        // As programs write it that do not calculate.
        rewritten(&book.save_to_buffer().unwrap(), "xl/worksheets/sheet1.xml", |text| {
            text.replace("<v>7</v>", "<v></v>")
        })
    };
    let told = told(one("t.xlsx", &bytes, &(columns("") + "value = \"perc\"\n")));
    assert!(told.contains("Blad1!C2: gevonden een formule zonder uitkomst"), "{told}");
}

#[test]
fn errors_are_no_figures_and_said() {
    let figures = odd(|sheet| {
        sheet.write(1, 2, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
        sheet.write(2, 2, Formula::new("=NA()").set_result("#N/A")).unwrap();
        fill_more(sheet);
    });
    let figures = figures.unwrap();
    assert_eq!(record(&figures, "big2", "GM0344", "2022").unwrap().status, Some(Status::Missing));
    let warned = warnings(&figures).join("\n");
    assert!(warned.contains("Blad1!C2: #DIV/0!; 2 cellen"), "{warned}");
}

#[test]
fn hidden_rows_columns_and_sheets_are_said() {
    let figures = odd(|sheet| {
        sheet.set_row_hidden(2).unwrap();
        sheet.set_column_hidden(2).unwrap();
    });
    let figures = figures.unwrap();
    assert_eq!(value(&figures, "big2", "GM0321", "2022"), Some(12.0));
    let warned = warnings(&figures).join("\n");
    assert!(warned.contains("1 rij die verborgen zijn"), "{warned}");
    assert!(warned.contains("de kolommen C zijn verborgen"), "{warned}");
}

#[test]
fn texts_with_a_decimal_comma_stand_beside_numbers() {
    let figures = odd(|sheet| {
        sheet.write(1, 2, "14,25").unwrap();
        sheet.write(2, 2, 1.234).unwrap();
    });
    let figures = figures.unwrap();
    assert_eq!(value(&figures, "big2", "GM0344", "2022"), Some(14.25));
    assert_eq!(value(&figures, "big2", "GM0321", "2022"), Some(1.234));
    let told = told(odd(|sheet| {
        sheet.write(1, 2, "1.234").unwrap();
    }));
    assert!(told.contains("Blad1!C2") && told.contains("decimal"), "{told}");
}
