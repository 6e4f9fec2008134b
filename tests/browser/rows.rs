// SPDX-License-Identifier: EUPL-1.2
//! The rows that a reader downloads are those of the table on the page.

use super::downloads_page::{DownloadsPage, ROOT};

fn open(attributes: &str) -> DownloadsPage {
    DownloadsPage::open(760, &format!("<kansrijke-start {attributes}></kansrijke-start>"))
}

/// A number as a file has it, written as the page writes it.
fn as_shown(number: &str, decimals: usize) -> String {
    let number: f64 = number.replace(',', ".").parse().expect("a number");
    let text = format!("{:.decimals$}", number + 1e-9);
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    if rest.is_empty() { grouped } else { format!("{grouped},{rest}") }
}

/// What the table says of a row of the file: the number and its interval, both counts, or why
/// there is none. Counts that the table leaves out where it does not know them are empty here.
struct Said {
    value: String,
    interval: String,
    counts: [String; 2],
}

/// A row of the file for machines: region, period, numbers and remark.
struct Row {
    indicator: String,
    code: String,
    name: String,
    period: String,
    /// Value, lower and upper end, numerator and denominator.
    numbers: [String; 5],
    remark: String,
    /// Of a profile: how many regions have a number, the lowest, the quartiles, the highest.
    spread: Vec<String>,
}

impl Row {
    fn of(line: &str) -> Self {
        let mut cells: Vec<String> = line.split(',').map(String::from).collect();
        let spread = cells.split_off(10);
        let [indicator, code, name, period, value, lower, upper, numerator, denominator, remark] =
            cells.try_into().unwrap_or_else(|cells| panic!("ten cells, not {cells:?}"));
        let numbers = [value, lower, upper, numerator, denominator];
        Self { indicator, code, name, period, numbers, remark, spread }
    }

    /// As the table writes it, with so many decimals.
    fn said(&self, decimals: usize) -> Said {
        let [value, lower, upper, numerator, denominator] = &self.numbers;
        let count = |n: &str| if n.is_empty() { String::new() } else { as_shown(n, 0) };
        Said {
            value: as_shown(value, decimals),
            interval: match lower.is_empty() {
                true => String::new(),
                false => format!("{} tot {}", as_shown(lower, decimals), as_shown(upper, decimals)),
            },
            counts: [count(numerator), count(denominator)],
        }
    }

    /// Fails when the cells of the table, from the number on, say something else.
    fn assert_said(&self, cells: &[String], decimals: usize) {
        let Self { name, period, .. } = self;
        if self.numbers[0].is_empty() {
            assert!(self.numbers.iter().all(String::is_empty), "{name} {period}");
            assert_eq!(cells[0], self.remark, "{name} {period}");
            return;
        }
        let known = |cell: Option<&String>| match cell.map(String::as_str) {
            None | Some("niet bekend") => String::new(),
            Some(cell) => cell.trim_end_matches('%').to_string(),
        };
        let said = self.said(decimals);
        assert_eq!(known(cells.first()), said.value, "{name} {period}");
        assert_eq!(known(cells.get(1)), said.interval, "{name} {period}");
        assert_eq!(known(cells.get(2)), said.counts[0], "{name} {period}");
        assert_eq!(known(cells.get(3)), said.counts[1], "{name} {period}");
    }
}

/// The rows of both files of figures, which are the same.
fn rows_of(downloads: &DownloadsPage, name: &str) -> Vec<Row> {
    let (file, csv) = downloads.take("csv");
    assert_eq!(file, format!("{name}.csv"));
    let csv = String::from_utf8(csv).expect("text");
    let (file, excel) = downloads.take("excel");
    assert_eq!(file, format!("{name}-excel.csv"));
    let excel = String::from_utf8(excel).expect("text");
    assert!(excel.starts_with('\u{feff}') && csv.starts_with("indicator,region"));
    assert_eq!(csv.lines().count(), excel.lines().count(), "{name}");
    let pairs = csv.lines().zip(excel.lines()).skip(1);
    let rows = pairs.map(|(line, excel)| {
        let (one, other): (Vec<_>, Vec<_>) =
            (line.split(',').collect(), excel.split(';').collect());
        // Numbers and remark: the same in both files.
        assert_eq!(one[4..9].join(";").replace('.', ","), other[3..8].join(";"), "{name}");
        assert_eq!(one[9], other[8], "{name}");
        assert_eq!(one[..2], other[9..11], "{name}");
        assert_eq!(one[10..].join(";").replace('.', ","), other[11..].join(";"), "{name}");
        // Beside a municipality of its name, a province is called one where people read it.
        assert!(other[1].ends_with(one[2]), "{name}: {} is {}", one[2], other[1]);
        Row { name: other[1].to_string(), ..Row::of(line) }
    });
    rows.collect()
}

#[test]
fn rows_are_those_of_the_table() {
    for (attributes, name, decimals) in [
        ("indicator=tienermoeders region=Utrecht", "kansrijke-start_tienermoeders_utrecht_2015", 1),
        (
            "indicator=tienermoeders region=Ede view=trend",
            "kansrijke-start_tienermoeders_ede_2023",
            1,
        ),
        (
            "indicator=levendgeborenen region=Rotterdam view=compare",
            "kansrijke-start_levendgeborenen_rotterdam_2023",
            0,
        ),
        (
            "indicator=eerste-kinderen region=Leiden view=table",
            "kansrijke-start_eerste-kinderen_leiden_2015",
            1,
        ),
    ] {
        let downloads = open(attributes);
        let table = downloads.table();
        assert!(table.len() >= 12, "{name}: {table:?}");
        let rows = rows_of(&downloads, name);
        assert_eq!(rows.len(), table.len(), "{name}");
        for row in rows {
            // The table has a period's name beside the region's.
            let found = table.iter().find(|cells| {
                cells[0].split(" (").next() == Some(&row.period) && cells[1] == row.name
            });
            let found = found.unwrap_or_else(|| panic!("{name}: {} {}", row.name, row.period));
            row.assert_said(&found[2..], decimals);
        }
        downloads.page.assert_quiet();
    }
}

#[test]
fn rows_of_regions_are_those_of_the_table() {
    for (attributes, name) in [
        (
            "indicator=tienermoeders region=Rotterdam view=ranking within=PV28",
            "kansrijke-start_tienermoeders_rotterdam_2010-2015",
        ),
        (
            "indicator=tienermoeders region=Rotterdam view=funnel within=PV28",
            "kansrijke-start_tienermoeders_rotterdam_2010-2015",
        ),
        (
            "indicator=tienermoeders region=Rotterdam view=map within=PV28",
            "kansrijke-start_tienermoeders_rotterdam_2010-2015",
        ),
    ] {
        let downloads = open(attributes);
        let table = downloads.table();
        let rows = rows_of(&downloads, name);
        assert_eq!((rows.len(), table.len()), (51, 51), "{attributes}");
        let withheld = rows.iter().filter(|row| row.numbers[0].is_empty()).count();
        assert!(withheld > 5, "{attributes}: {withheld}");
        for row in rows {
            let found = table.iter().find(|cells| cells[0] == row.name);
            let found = found.unwrap_or_else(|| panic!("{attributes}: {}", row.name));
            row.assert_said(&found[1..], 1);
        }
        downloads.page.assert_quiet();
    }
}

#[test]
fn rows_of_all_indicators_are_those_of_the_table() {
    // A column for each indicator: a number with its verdict, or why there is none.
    let downloads = open("region=Utrecht view=heatmap within=PV26");
    let (table, rows) =
        (downloads.table(), rows_of(&downloads, "kansrijke-start_heatmap_utrecht_2010-2015"));
    let mut indicators: Vec<&str> = rows.iter().map(|row| row.indicator.as_str()).collect();
    indicators.dedup();
    assert_eq!((indicators.len(), table.len(), table[0].len()), (8, 26, 9), "{indicators:?}");
    for row in rows.iter().filter(|row| row.code != "NL01") {
        let column = 1 + indicators.iter().position(|one| *one == row.indicator).expect("a column");
        let found = table.iter().find(|cells| cells[0] == row.name).expect("its row");
        let said = match row.numbers[0].is_empty() {
            true => row.remark.clone(),
            false => row.said(1).value,
        };
        let (cell, _) = found[column].rsplit_once(", ").unwrap_or((&found[column], ""));
        assert_eq!(cell.trim_end_matches('%'), said, "{} {}", row.name, row.indicator);
    }
    downloads.page.assert_quiet();
}

#[test]
fn rows_of_a_profile_are_those_of_the_table_and_the_spread_beside_them() {
    let downloads = open("region=Utrecht view=profile within=PV26");
    let (table, rows) =
        (downloads.table(), rows_of(&downloads, "kansrijke-start_profile_utrecht_2022-07"));
    let of = |code: &str| rows.iter().filter(|row| row.code == code).collect::<Vec<_>>();
    let (own, country) = (of("GM0344"), of("NL01"));
    // The other regions are a spread on the screen, and in the file.
    assert_eq!((own.len(), table.len(), own.len() + country.len()), (16, 16, rows.len()));
    let mut spreads = 0;
    for (row, cells) in own.iter().zip(&table) {
        let decimals = match row.indicator.as_str() {
            "levendgeborenen" | "nu-niet-zwanger" => 0,
            _ => 1,
        };
        row.assert_said(&cells[3..], decimals);
        let beside = country.iter().find(|r| r.indicator == row.indicator);
        // Without a number of its own the region's cells are one.
        let benchmark = &cells[if row.numbers[0].is_empty() { 4 } else { 7 }];
        let said = beside.map(|row| row.said(decimals).value).unwrap_or_default();
        assert_eq!(benchmark.trim_end_matches('%'), said, "{}", row.indicator);
        assert!(beside.is_none_or(|beside| beside.spread == row.spread), "{}", row.indicator);

        let half = cells.last().expect("a cell").trim_end_matches('%');
        let [count, numbers @ ..] = row.spread.as_slice() else { panic!("no spread") };
        if count.is_empty() {
            assert_eq!((half, numbers.concat()), ("", String::new()), "{}", row.indicator);
            continue;
        }
        let [lowest, lower, upper, highest] =
            [0, 1, 2, 3].map(|at| as_shown(&numbers[at], decimals));
        assert_eq!(half, format!("{lower} tot {upper}"), "{}", row.indicator);
        // What a pointer reads of the row.
        let said = format!("{count} gebieden van {lowest} tot {highest}");
        let labels =
            format!("[...{ROOT}.querySelectorAll('svg [aria-label]')].map(e => e.ariaLabel)");
        let labels: Vec<String> = downloads.page.browser.eval(&labels).expect("labels");
        assert!(labels.iter().any(|label| label.contains(&said)), "{said} in {labels:#?}");
        spreads += 1;
    }
    assert_eq!(spreads, 14, "all but what few regions say");
    downloads.page.assert_quiet();
}
