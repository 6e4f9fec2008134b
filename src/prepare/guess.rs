// SPDX-License-Identifier: EUPL-1.2
//! A first recipe for a file that is recognised: what its columns seem to be.

use super::catalogue::Entry;
use super::format::{self, Sink, delimited::stem};
use super::gazetteer::{Found, Gazetteer};
use super::input::Input;
use super::number::{self, Cell, trim};
use super::problem::Problem;
use super::when;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::ControlFlow;
use std::path::Path;

/// So many rows are looked at.
const ROWS: u64 = 5000;

/// More different texts than this are not listed.
const TEXTS: usize = 12;

/// How columns of regions are called.
const REGIONS: [&str; 6] = ["regios", "regio's", "regio", "gemeente", "region", "gem"];

/// How columns of periods are called.
const PERIODS: [&str; 5] = ["perioden", "periode", "jaar", "period", "year"];

/// What is seen of one column.
#[derive(Debug, Default)]
struct Column {
    name: String,
    cells: u64,
    regions: u64,
    provinces: bool,
    municipalities: bool,
    unclear: bool,
    periods: u64,
    numbers: u64,
    missing: u64,
    texts: BTreeMap<String, u64>,
}

struct Look<'a> {
    gazetteer: &'a Gazetteer<'a>,
    columns: Vec<Column>,
    rows: u64,
}

impl Sink for Look<'_> {
    fn headings(&mut self, headings: &[String]) -> ControlFlow<()> {
        let column = |name: &String| Column { name: name.clone(), ..Column::default() };
        self.columns = headings.iter().map(column).collect();
        ControlFlow::Continue(())
    }

    fn row(&mut self, _: u64, fields: &csv::StringRecord) -> ControlFlow<()> {
        self.rows += 1;
        for (column, text) in self.columns.iter_mut().zip(fields) {
            column.see(trim(text), self.gazetteer);
        }
        if self.rows < ROWS { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    }

    fn problem(&mut self, _: Problem) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

impl Column {
    fn see(&mut self, text: &str, gazetteer: &Gazetteer<'_>) {
        self.cells += 1;
        if self.texts.len() <= TEXTS {
            *self.texts.entry(text.to_string()).or_default() += 1;
        }
        match number::read(text, None) {
            Ok(Cell::Number(_)) | Err(number::Refusal::Ambiguous) => self.numbers += 1,
            Ok(_) => self.missing += 1,
            Err(number::Refusal::NotANumber) => {}
        }
        self.periods += u64::from(when::read(text).is_some());
        match gazetteer.find(text, None) {
            Found::Code(code) => {
                self.regions += 1;
                self.municipalities |= code.starts_with("GM");
                self.provinces |= code.starts_with("PV");
            }
            Found::Other => self.regions += 1,
            Found::Several(_) => {
                self.regions += 1;
                self.unclear = true;
            }
            Found::Unknown => {}
        }
    }

    /// Whether nearly all cells are so; a table has some odd ones.
    fn mostly(&self, count: u64) -> bool {
        self.cells > 0 && count * 10 >= self.cells * 7
    }

    fn is_number(&self) -> bool {
        self.numbers > 0 && self.numbers + self.missing == self.cells
    }
}

/// Proposes a recipe.
///
/// # Errors
/// A file that cannot be read or is not recognised.
pub fn guess(
    path: &Path,
    catalogue: &[Entry],
    gazetteer: &Gazetteer<'_>,
) -> Result<String, Problem> {
    let input = Input::open(path)?;
    let form = format::of(&input, None)?;
    let mut look = Look { gazetteer, columns: Vec::new(), rows: 0 };
    form.read(&input, &mut look)?;
    let mut text = String::new();
    // Writing to a text cannot fail.
    let _ = propose(&mut text, &input.name, form.name(), &look, catalogue);
    Ok(text)
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_string()).to_string()
}

fn propose(
    text: &mut String,
    file: &str,
    form: &str,
    look: &Look<'_>,
    catalogue: &[Entry],
) -> std::fmt::Result {
    let columns = &look.columns;
    // A year looks like a bare municipality code, so periods first.
    let period = columns
        .iter()
        .filter(|c| c.mostly(c.periods))
        .max_by_key(|c| (named(c, &PERIODS), c.periods));
    let region = columns
        .iter()
        .filter(|c| period.is_none_or(|p| p.name != c.name))
        // A named column may hold many places that are no more.
        .filter(|c| c.mostly(c.regions) || (c.regions > 0 && named(c, &REGIONS)))
        .max_by_key(|c| (named(c, &REGIONS), !c.is_number(), c.regions));
    writeln!(text, "# Voorstel voor {file}, herkend als {form} ({} rijen bekeken).", look.rows)?;
    writeln!(text, "# Kijk elke regel na: alleen u weet wat de cijfers betekenen.\n")?;
    writeln!(text, "[[file]]\npath = {}\nformat = {}", quoted(file), quoted(form))?;
    match region {
        Some(column) => {
            writeln!(text, "region = {}", quoted(&column.name))?;
            if column.unclear && column.municipalities && !column.provinces {
                writeln!(text, "level = \"municipality\" # namen als Utrecht zijn hier gemeenten")?;
            }
        }
        None => writeln!(text, "region_is = \"NL01\" # geen kolom met regio's gevonden")?,
    }
    match period {
        Some(column) => writeln!(text, "period = {}", quoted(&column.name))?,
        None => writeln!(
            text,
            "period_is = \"JJJJ\" # geen kolom met perioden gevonden: vul het jaar in"
        )?,
    }
    let used =
        |c: &&Column| [region, period].into_iter().flatten().any(|other| other.name == c.name);
    let rest: Vec<&Column> = columns.iter().filter(|c| !used(c)).collect();
    let long = rest
        .iter()
        .find(|c| c.name == "Measure")
        .filter(|_| rest.iter().any(|c| c.name == "Value"));
    let kinds = rest.iter().filter(|c| {
        let other = ["Measure", "Value", "ValueAttribute", "StringValue", "Id", "ID", ""];
        !c.is_number() && !other.contains(&c.name.as_str()) && c.texts.len() <= TEXTS
    });
    let mut first = true;
    for column in kinds.filter(|c| c.texts.len() > 1) {
        if first {
            writeln!(
                text,
                "\n# Eén waarde van elke indeling die de tabel verder heeft:\n[file.where]"
            )?;
            first = false;
        }
        let most = column.texts.keys().find(|t| t.to_lowercase().starts_with("totaal"));
        let most = most.or_else(|| column.texts.keys().next()).map_or("", String::as_str);
        // A remark ends with its line.
        let short = |t: &String| -> String {
            t.chars().map(|c| if c.is_control() { ' ' } else { c }).take(40).collect()
        };
        let texts: Vec<String> = column.texts.keys().map(short).collect();
        writeln!(text, "{} = {} # uit: {}", key(&column.name), quoted(most), texts.join(" | "))?;
    }
    match long {
        Some(measures) => {
            for code in measures.texts.keys() {
                series(text, code, None, None, catalogue)?;
            }
        }
        None => wide(text, &rest, catalogue)?,
    }
    Ok(())
}

fn wide(text: &mut String, rest: &[&Column], catalogue: &[Entry]) -> std::fmt::Result {
    let numbers: Vec<&&Column> = rest
        .iter()
        .filter(|c| c.is_number() && !["ID", "Id", "id", "", "X"].contains(&c.name.as_str()))
        .collect();
    let find = |prefix: &str, name: &str| {
        numbers
            .iter()
            .find(|c| c.name.to_lowercase() == format!("{prefix}_{}", name.to_lowercase()))
    };
    let derived = |name: &str| {
        ["totaal_", "perc_", "noemer_"].iter().any(|p| name.to_lowercase().starts_with(p))
    };
    for column in numbers.iter().filter(|c| !derived(&c.name)) {
        let denominator = find("totaal", &column.name).or_else(|| find("noemer", &column.name));
        let value = find("perc", &column.name);
        series(
            text,
            &column.name,
            denominator.map(|c| c.name.as_str()),
            value.map(|c| c.name.as_str()),
            catalogue,
        )?;
    }
    Ok(())
}

fn series(
    text: &mut String,
    column: &str,
    denominator: Option<&str>,
    value: Option<&str>,
    catalogue: &[Entry],
) -> std::fmt::Result {
    let plain = stem(column).to_lowercase().replace(['_', ' '], "-");
    let known = catalogue.iter().find(|e| e.definition.id == plain);
    writeln!(text, "\n[[file.series]]")?;
    match known {
        Some(entry) => writeln!(text, "indicator = {}", quoted(&entry.definition.id))?,
        None => writeln!(
            text,
            "indicator = \"KIES-EEN-ID\" # een id van de catalogus, of een eigen [[indicator]]"
        )?,
    }
    match (denominator, value) {
        (Some(denominator), value) => {
            writeln!(
                text,
                "numerator = {}\ndenominator = {}",
                quoted(column),
                quoted(denominator)
            )?;
            if let Some(value) = value {
                writeln!(text, "# value = {} # volgt al uit teller en noemer", quoted(value))?;
            }
        }
        (None, _) => writeln!(text, "value = {} # of numerator, met denominator", quoted(column))?,
    }
    Ok(())
}

fn key(name: &str) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    if !name.is_empty() && name.chars().all(bare) { name.to_string() } else { quoted(name) }
}

fn named(column: &Column, names: &[&str]) -> bool {
    let name = column.name.to_lowercase();
    names.iter().any(|n| name == *n || (n.len() > 2 && name.starts_with(n)))
}
