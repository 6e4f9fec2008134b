// SPDX-License-Identifier: EUPL-1.2
//! Which columns and rows of a table are asked for, in the words of its service.

use super::client::{Client, Failure};
use super::description::{Description, Named};
use crate::prepare::message::{And, Clash, Expected, Found, Several};
use serde_json::Value;
use std::collections::BTreeMap;

/// What is wanted of a table. A code of a period begins with its year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Columns, by their names in version 3; the number at the end may be another.
    pub columns: Vec<String>,
    /// The dimension of regions.
    pub region: Option<String>,
    /// How the codes of the regions begin; all where it is empty.
    pub levels: Vec<String>,
    /// The dimension of periods.
    pub period: String,
    /// The first year. Only whole years are asked for.
    pub first: i32,
    /// For other dimensions the titles or keys.
    pub only: BTreeMap<String, Vec<String>>,
}

/// Why a table does not have what is wanted, or does not say.
pub(super) enum Unmet {
    Unlike(Found, Expected),
    Failed(Failure),
}

impl From<Failure> for Unmet {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

/// A selection in the words of a service.
#[derive(Debug, Default)]
pub(super) struct Query {
    pub(super) columns: BTreeMap<String, String>,
    pub(super) codes: BTreeMap<String, BTreeMap<String, String>>,
    /// The codes of periods, as they came.
    pub(super) periods: Value,
    filter: String,
    select: String,
}

/// At most this many characters of names are reported.
const LONGEST: usize = 1000;

fn listed<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let names = names.collect::<Vec<&str>>().join(", ");
    match names.chars().count() > LONGEST {
        true => names.chars().take(LONGEST).chain(['…']).collect(),
        false => names,
    }
}

impl Selection {
    /// Finds what is wanted in what a table has.
    pub(super) fn query(&self, client: &Client<'_>, table: &Description) -> Result<Query, Unmet> {
        let columns = columns(&self.columns, &table.columns)?;
        let mut query = Query { columns, ..Query::default() };
        let dimensions = || self.region.iter().chain([&self.period]).chain(self.only.keys());
        if let Some(absent) = dimensions().find(|name| !table.dimensions.contains(name)) {
            let names = listed(table.dimensions.iter().map(String::as_str));
            return Err(Unmet::Unlike(
                Found::Dimensions(names),
                Expected::AlsoDimension(absent.clone()),
            ));
        }
        let mut parts = Vec::new();
        let equal = |name: &str, key: &str| format!("{name} eq '{key}'");
        for (name, titles) in &self.only {
            let (codes, _) = table.codes(client, name)?;
            let mut keys = Vec::new();
            for title in titles {
                let key = code(name, title, &codes)?;
                keys.push(equal(name, &key));
                let known = query.codes.entry(name.clone()).or_default();
                known.insert(title.clone(), key.trim().to_string());
            }
            parts.push(keys);
        }
        let (periods, page) = table.codes(client, &self.period)?;
        query.periods = page;
        let wanted = periods.iter().filter(|period| self.is_wanted(&period.key));
        parts.push(wanted.map(|period| equal(&self.period, &period.key)).collect());
        if let Some(region) = &self.region {
            let begins = |level: &String| format!("startswith({region},'{level}')");
            parts.push(self.levels.iter().map(begins).collect());
        }
        if table.version == 4 {
            parts.push(query.columns.values().map(|key| equal("Measure", key)).collect());
        }
        parts.retain(|part: &Vec<String>| !part.is_empty());
        let parts: Vec<String> =
            parts.iter().map(|part| format!("({})", part.join(" or "))).collect();
        query.filter = parts.join(" and ");
        let columns = query.columns.values();
        query.select = std::iter::once("ID")
            .chain(dimensions().map(String::as_str))
            .chain(columns.map(String::as_str))
            .collect::<Vec<&str>>()
            .join(",");
        Ok(query)
    }

    fn is_wanted(&self, period: &str) -> bool {
        let (year, rest) = period.trim().split_at_checked(4).unwrap_or_default();
        rest.starts_with("JJ") && year.parse().is_ok_and(|year: i32| year >= self.first)
    }
}

/// What the wanted columns are called. A whole name that others differ from in their number alone
/// is of the same column as before only where no number has moved.
fn columns(wanted: &[String], columns: &[Named]) -> Result<BTreeMap<String, String>, Unmet> {
    let is_there = |name: &String| columns.iter().any(|column| column.key == **name);
    let unmoved = wanted.iter().all(is_there);
    let found = |name: &String| Ok((name.clone(), column(name, columns, unmoved)?));
    wanted.iter().map(found).collect()
}

fn column(name: &str, columns: &[Named], unmoved: bool) -> Result<String, Unmet> {
    let fit: Vec<&str> =
        columns.iter().filter(|c| c.is_called(name)).map(|c| c.key.as_str()).collect();
    let whole = columns.iter().find(|column| column.key == name);
    if let Some(whole) = whole.filter(|_| unmoved || fit.len() < 2) {
        return Ok(whole.key.clone());
    }
    let (found, expected) = match fit.as_slice() {
        [key] => return Ok((*key).to_string()),
        [] => {
            let names = listed(columns.iter().map(|column| column.key.as_str()));
            (Found::Headings(names), Expected::AlsoColumn(name.into()))
        }
        several => {
            let keys = And(several.iter().map(ToString::to_string).collect());
            let clash = Clash::Several(name.into(), keys);
            (Found::Clashes(Several(vec![clash])), Expected::WholeColumnName)
        }
    };
    Err(Unmet::Unlike(found, expected))
}

/// The code with a title, or with this key; the only one whose title begins so, where it ends in
/// a star.
fn code(dimension: &str, title: &str, codes: &[Named]) -> Result<String, Unmet> {
    let wanted = title.trim().to_lowercase();
    let same = |text: &str| match wanted.strip_suffix('*') {
        Some(begin) => text.trim().to_lowercase().starts_with(begin),
        None => text.trim().to_lowercase() == wanted,
    };
    let mut titled = codes.iter().filter(|code| same(&code.title));
    let fit = match (codes.iter().find(|code| same(&code.key)), titled.next(), titled.next()) {
        (Some(code), _, _) | (None, Some(code), None) => Some(code),
        _ => None,
    };
    fit.map(|code| code.key.clone()).ok_or_else(|| {
        let names = listed(codes.iter().map(|code| code.title.as_str()));
        Unmet::Unlike(Found::Titles(dimension.into(), names), Expected::AlsoTitle(title.into()))
    })
}

impl Query {
    /// What an address of rows has for it in version 3, behind the format.
    pub(super) fn three(&self) -> String {
        format!("&$filter={}&$select={}", encoded(&self.filter), encoded(&self.select))
    }

    /// What an address of rows has for it in version 4.
    pub(super) fn four(&self) -> String {
        format!("?$filter={}", encoded(&self.filter))
    }
}

/// For the query of an address.
fn encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                encoded.push(char::from(byte));
            }
            b'(' | b')' | b',' => encoded.push(char::from(byte)),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}
