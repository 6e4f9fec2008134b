// SPDX-License-Identifier: EUPL-1.2
//! The catalogue of indicators, `catalogue.toml`.

use super::declared::TABLES;
use super::required;
use crate::indicator::definition::Definition;
use crate::indicator::period::Period;
use crate::prepare::folder::file;
use crate::prepare::library;
use crate::prepare::message::{self, Expected, Found};
use crate::prepare::problem::{Problem, RECIPE};
use crate::prepare::table::name_of;
use std::path::Path;

/// The set of the figures that the programme gives of itself.
pub const PROGRAMME: &str = "programme";

/// The sets that an indicator can belong to.
pub const SETS: [&str; 6] =
    ["national-2019", "local", "national-2024", "national-2025", PROGRAMME, "beside"];

/// One entry of the catalogue.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The sets that it belongs to.
    pub sets: Vec<String>,
    /// Its number in RIVM's monitor, which stands in the names of its files
    /// (`KS2025_indicator_15_BIG2.xlsx`). Several indicators can share one.
    pub rivm: Option<u8>,
    /// What it means.
    pub definition: Definition,
}

/// The catalogue that comes with the program.
pub const SHIPPED: &str = include_str!("../../../www/figures/catalogue.toml");

/// Reads a catalogue.
///
/// # Errors
/// Every entry that is not whole, has a key that means nothing, or an id that occurred before.
pub fn read(path: &Path) -> Result<Vec<Entry>, Vec<Problem>> {
    let file = name_of(path);
    let text = file::text(path)
        .map_err(|e| vec![Problem::file(&file, library::io(&e), Expected::ReadableFile)])?;
    parse(&file, &text, &[])
}

/// Reads a catalogue from its text. Of an indicator that occurs in `own` too, the keys given
/// there take the place of the catalogue's; another one is added.
///
/// # Errors
/// As [`read`].
pub fn parse(file: &str, text: &str, own: &[toml::Table]) -> Result<Vec<Entry>, Vec<Problem>> {
    let mut root: toml::Table =
        toml::from_str(text).map_err(|e| vec![library::toml(file, text, &e, Expected::Toml)])?;
    let Some(toml::Value::Array(tables)) = root.remove("indicator") else {
        return Err(vec![Problem::file(file, Found::NoIndicators, Expected::Indicators)]);
    };
    let unknown = root.keys().filter(|key| !TABLES.contains(&key.as_str()));
    let unknown = unknown
        .map(|key| Problem::file(file, Found::Verbatim(key.clone()), Expected::CatalogueKey));
    entries(file, tables, own, unknown.collect())
}

/// The entries of a catalogue as the tables that it was read from.
pub fn tables(entries: &[Entry]) -> Vec<toml::Table> {
    let table = |entry: &Entry| {
        let toml::Value::Table(mut table) = toml::Value::try_from(&entry.definition).ok()? else {
            return None;
        };
        let sets = entry.sets.iter().cloned().map(toml::Value::String).collect();
        table.insert("sets".into(), toml::Value::Array(sets));
        Some(table)
    };
    entries.iter().filter_map(table).collect()
}

/// As [`parse`], from the entries of a catalogue instead of its text.
///
/// # Errors
/// As [`read`].
pub fn upon(file: &str, known: &[Entry], own: &[toml::Table]) -> Result<Vec<Entry>, Vec<Problem>> {
    let tables = tables(known).into_iter().map(toml::Value::Table).collect();
    entries(file, tables, own, Vec::new())
}

fn entries(
    file: &str,
    mut tables: Vec<toml::Value>,
    own: &[toml::Table],
    mut problems: Vec<Problem>,
) -> Result<Vec<Entry>, Vec<Problem>> {
    for table in own {
        let same = |t: &&mut toml::Value| t.get("id").is_some() && t.get("id") == table.get("id");
        match tables.iter_mut().find(same) {
            Some(toml::Value::Table(known)) => known.extend(table.clone()),
            _ => {
                let mut table = table.clone();
                let beside = toml::Value::Array(vec!["beside".into()]);
                table.entry("sets").or_insert(beside);
                tables.push(toml::Value::Table(table));
            }
        }
    }
    let mut entries: Vec<Entry> = Vec::new();
    for (nth, table) in tables.into_iter().enumerate() {
        match entry(table) {
            Ok(entry) if entries.iter().any(|e| e.definition.id == entry.definition.id) => {
                problems.push(Problem::file(
                    file,
                    Found::IndicatorTwice(entry.definition.id),
                    Expected::IndicatorOnce,
                ));
            }
            Ok(entry) => entries.push(entry),
            Err(wrong) => {
                let (id, found, expected) = *wrong;
                let is_own = |table: &toml::Table| {
                    id.is_some() && table.get("id").and_then(|v| v.as_str()) == id.as_deref()
                };
                let (file, nth) =
                    own.iter().position(is_own).map_or((file, nth), |nth| (RECIPE, nth));
                let found = Found::InDefinition(nth + 1, named(id), Box::new(found));
                problems.push(Problem::file(file, found, expected));
            }
        }
    }
    if problems.is_empty() { Ok(entries) } else { Err(problems) }
}

/// The id as a message has it.
fn named(id: Option<String>) -> message::Definition {
    id.map_or(message::Definition::WithoutId, message::Definition::Id)
}

/// What is wrong with a definition, and its id.
type Wrong = Box<(Option<String>, Found, Expected)>;

fn entry(table: toml::Value) -> Result<Entry, Wrong> {
    let id = table.get("id").and_then(toml::Value::as_str).map(str::to_string);
    let wrong = |found: Found, expected: Expected| Box::new((id.clone(), found, expected));
    let toml::Value::Table(mut table) = table else {
        return Err(wrong(Found::NoTable, Expected::Table));
    };
    let sets: Vec<String> = table
        .remove("sets")
        .and_then(|v| v.try_into().ok())
        .ok_or_else(|| wrong(Found::NoSets, Expected::Verbatim("sets = [\"local\"]".into())))?;
    if let Some(set) = sets.iter().find(|s| !SETS.contains(&s.as_str())) {
        return Err(wrong(Found::Verbatim(set.clone()), Expected::Verbatim(SETS.join(", "))));
    }
    let rivm = table.remove("rivm");
    let number = rivm.as_ref().and_then(toml::Value::as_integer).map(u8::try_from);
    if let (Some(found), None | Some(Err(_))) = (&rivm, &number) {
        let found = Found::Verbatim(format!("rivm = {found}"));
        return Err(wrong(found, Expected::Verbatim("rivm = 15".into())));
    }
    let rivm = number.and_then(Result::ok);
    if let Some((found, expected)) = required::lacking(&table) {
        return Err(wrong(found, expected));
    }
    let given = toml::Value::Table(table);
    let definition: Definition = given.clone().try_into().map_err(|e: toml::de::Error| {
        let (found, expected) = library::definition(&e, Expected::WholeDefinition);
        wrong(found, expected)
    })?;
    // What the definition does not write back is a key that it does not know.
    let known = toml::Value::try_from(&definition)
        .map_err(|e| wrong(Found::Verbatim(e.to_string()), Expected::Definition))?;
    if let Some(key) = unknown(&given, &known) {
        return Err(wrong(Found::UnknownKey(key), Expected::DefinitionKey));
    }
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if !id.as_ref().is_some_and(|id| !id.is_empty() && id.bytes().all(plain)) {
        return Err(wrong(Found::Id(named(id.clone())), Expected::IdCharacters));
    }
    if let Some(at) = definition.breaks.iter().map(|b| &b.at).find(|at| Period::parse(at).is_none())
    {
        return Err(wrong(Found::Verbatim(at.clone()), Expected::BreakPeriod));
    }
    Ok(Entry { sets, rivm, definition })
}

/// The first key of `given` that `known` lacks, with the keys above it.
fn unknown(given: &toml::Value, known: &toml::Value) -> Option<String> {
    match (given, known) {
        (toml::Value::Table(given), toml::Value::Table(known)) => {
            given.iter().find_map(|(key, value)| match known.get(key) {
                None => Some(key.clone()),
                Some(k) => unknown(value, k).map(|deeper| format!("{key}.{deeper}")),
            })
        }
        (toml::Value::Array(given), toml::Value::Array(known)) => {
            given.iter().zip(known).find_map(|(g, k)| unknown(g, k))
        }
        _ => None,
    }
}
