// SPDX-License-Identifier: EUPL-1.2
//! Tables of CBS and RIVM in their real shapes, with the rows that we have or, where we have none,
//! made-up ones for tests.

use super::service::{Code, Table};
use serde_json::{Map, Value, json};
use std::fs;
use std::path::Path;

fn texts(those: &[(&str, &str)]) -> Vec<(String, String)> {
    those.iter().map(|(key, title)| ((*key).into(), (*title).into())).collect()
}

fn year(year: i32, status: &str) -> Code {
    (format!("{year}JJ00"), year.to_string(), status.into())
}

fn code(code: &str, title: &str) -> Code {
    (code.into(), title.into(), String::new())
}

/// Table 37201: births of every municipality, by the shipped file. Boys and girls are made up, and
/// their sum is not.
pub fn births(years: std::ops::RangeInclusive<i32>) -> Table {
    let file =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("www/figures/births.csv"))
            .unwrap();
    let mut lines = file.lines().filter(|line| !line.starts_with('#'));
    let heads: Vec<&str> = lines.next().unwrap().split(',').collect();
    let at = |name: &str| heads.iter().position(|head| *head == name).unwrap();
    let (mut rows, mut regions) = (Vec::new(), Vec::new());
    for line in lines {
        let fields: Vec<&str> = line.split(',').collect();
        let period: i32 = fields[at("period")].parse().unwrap();
        let region = fields[at("region")].to_string();
        if !regions.iter().any(|(known, ..): &Code| *known == region) {
            regions.push(code(&region, &region));
        }
        if !years.contains(&period) {
            continue;
        }
        let number = |name: &str| fields[at(name)].parse::<i64>().ok();
        let born = number("born");
        let girls = born.map(|born| born / 2);
        let older = number("mothers_35_plus");
        let row = json!({
            "RegioS": region, "Perioden": format!("{period}JJ00"),
            "TotaalLevendGeborenKinderen_1": born,
            "LevendGeborenJongens_3": born.zip(girls).map(|(born, girls)| born - girls),
            "LevendGeborenMeisjes_4": girls,
            "TotaalLevendGeborenKinderen_8": born,
            "JongerDan20Jaar_9": number("mothers_under_20"),
            "k_35Tot40Jaar_13": older, "k_40Tot45Jaar_14": older.map(|_| 0),
            "k_45JaarOfOuder_15": older.map(|_| 0),
            "k_1eKind_17": number("first_children"),
        });
        rows.push(row.as_object().unwrap().clone());
    }
    // Parts of the country, and months, which nobody asked for.
    regions.push(code("LD01", "Noord-Nederland (LD)"));
    rows.push(row(json!({"RegioS": "LD01", "Perioden": "2010JJ00", "LevendGeborenJongens_3": 5})));
    let all = 1990..=*years.end();
    Table {
        id: "37201".into(),
        title: "Geboorte; kerncijfers vruchtbaarheid, leeftijd moeder, regio".into(),
        modified: "2024-10-31T02:00:00".into(),
        status: "Regulier".into(),
        columns: texts(&[
            ("TotaalLevendGeborenKinderen_1", "Totaal levend geboren kinderen"),
            ("LevendGeborenJongens_3", "Levend geboren jongens"),
            ("LevendGeborenMeisjes_4", "Levend geboren meisjes"),
            ("TotaalLevendGeborenKinderen_8", "Totaal levend geboren kinderen"),
            ("JongerDan20Jaar_9", "Jonger dan 20 jaar"),
            ("k_35Tot40Jaar_13", "35 tot 40 jaar"),
            ("k_40Tot45Jaar_14", "40 tot 45 jaar"),
            ("k_45JaarOfOuder_15", "45 jaar of ouder"),
            ("k_1eKind_17", "1e kind"),
        ]),
        dimensions: vec![
            ("RegioS".into(), regions),
            ("Perioden".into(), all.map(|y| year(y, "Definitief")).collect()),
        ],
        rows,
    }
}

fn row(value: Value) -> Map<String, Value> {
    value.as_object().unwrap().clone()
}

/// Table 03759ned: inhabitants of Utrecht on 1 January by the shipped file, and of one age, which is
/// made up.
pub fn inhabitants(years: std::ops::RangeInclusive<i32>) -> Table {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/figures/population.csv");
    let file = fs::read_to_string(file).unwrap();
    let mut rows = Vec::new();
    for period in years.clone() {
        let start = format!("GM0344,{period},");
        let count: i64 =
            file.lines().find_map(|line| line.strip_prefix(&start)?.parse().ok()).unwrap();
        for (age, count) in [("10000", count), ("10010", count / 100)] {
            rows.push(row(json!({
                "Geslacht": "T001038", "Leeftijd": age, "BurgerlijkeStaat": "T001019",
                "RegioS": "GM0344", "Perioden": format!("{period}JJ00"),
                "BevolkingOp1Januari_1": count,
            })));
        }
    }
    Table {
        id: "03759ned".into(),
        title: "Bevolking op 1 januari en gemiddeld; geslacht, leeftijd en regio".into(),
        modified: "2025-05-01T02:00:00".into(),
        status: "Regulier".into(),
        columns: texts(&[("BevolkingOp1Januari_1", "Bevolking op 1 januari")]),
        dimensions: vec![
            ("Geslacht".into(), vec![code("T001038", "Totaal mannen en vrouwen")]),
            ("Leeftijd".into(), vec![code("10000", "Totaal"), code("10010", "0 jaar")]),
            ("BurgerlijkeStaat".into(), vec![code("T001019", "Totaal burgerlijke staat")]),
            ("RegioS".into(), vec![code("GM0344", "Utrecht")]),
            ("Perioden".into(), years.map(|y| year(y, "Definitief")).collect()),
        ],
        rows,
    }
}

/// RIVM's table of vaccinations by municipality: its shape, with made-up figures.
pub fn vaccinations(id: &str, reporting_years: &[i32]) -> Table {
    let labels = [
        code("A050601", "Volledige deelname (2 jaar)"),
        code("A050602", "BMR basisimmuun (2 jaar)"),
        code("A050603", "Geen enkele vaccinatie (2 jaar)"),
    ];
    let places = [
        ("NL01", 160_000),
        ("GG2514", 14_000),
        ("PV26", 14_000),
        ("GM0344", 4_100),
        ("GM0307", 1_700),
    ];
    let mut rows = Vec::new();
    for year in reporting_years {
        for (region, population) in places {
            for (nth, (label, ..)) in labels.iter().enumerate() {
                let within =
                    [population * 85 / 100, population * 88 / 100, population * 6 / 100][nth];
                let without = within + population / 50;
                let percent = |count: i64| (count * 1000 / population) as f64 / 10.0;
                rows.push(row(json!({
                    "RegioS": region, "Perioden": format!("{year}JJ00"), "Vaccinaties": label,
                    "Populatie_1": population,
                    "GevaccineerdenMetLeeftijdsgrens_2": within,
                    "VaccinatiegraadMetLeeftijdsgrens_3": percent(within),
                    "GevaccineerdenZonderLeeftijdsgrens_4": without,
                    "VaccinatiegraadZonderLeeftijdsgrens_5": percent(without),
                })));
            }
        }
    }
    Table {
        id: id.into(),
        title: "Vaccinatiegraad per gemeente".into(),
        modified: "2026-06-25T02:00:00".into(),
        status: "Regulier".into(),
        columns: texts(&[
            ("Populatie_1", "Populatie"),
            ("GevaccineerdenMetLeeftijdsgrens_2", "Gevaccineerden met leeftijdsgrens"),
            ("VaccinatiegraadMetLeeftijdsgrens_3", "Vaccinatiegraad met leeftijdsgrens"),
            ("GevaccineerdenZonderLeeftijdsgrens_4", "Gevaccineerden zonder leeftijdsgrens"),
            ("VaccinatiegraadZonderLeeftijdsgrens_5", "Vaccinatiegraad zonder leeftijdsgrens"),
        ]),
        dimensions: vec![
            ("Vaccinaties".into(), labels.to_vec()),
            ("RegioS".into(), places.iter().map(|(place, _)| code(place, place)).collect()),
            ("Perioden".into(), reporting_years.iter().map(|y| year(*y, "Definitief")).collect()),
        ],
        rows,
    }
}
