// SPDX-License-Identifier: EUPL-1.2
//! What a service says of a table beside its figures: when it changed, its columns and its codes.

use super::client::{Client, Failure};
use super::download::Catalog;
use crate::prepare::library;
use crate::prepare::message::Found;
use crate::prepare::read::format::delimited::stem;
use serde_json::Value;

/// A table, as one version of OData describes it.
#[derive(Debug)]
pub(super) struct Description {
    /// The version.
    pub(super) version: u8,
    /// The address of the table.
    pub(super) address: String,
    pub(super) title: String,
    pub(super) modified: String,
    /// Whether its publisher will not add to it any more.
    pub(super) discontinued: bool,
    pub(super) columns: Vec<Named>,
    pub(super) dimensions: Vec<String>,
}

/// A column or a code, with its title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) key: String,
    pub(super) title: String,
}

impl Named {
    /// Of an entry; the two versions call the key by two names.
    fn of(entry: &Value) -> Option<Self> {
        let key = text(entry, "Key").or_else(|| text(entry, "Identifier"))?;
        let title = text(entry, "Title").unwrap_or_default().trim().to_string();
        Some(Self { key, title })
    }

    /// Whether it is meant by a name in the form of version 3, whatever number it has there.
    /// Version 3 makes names of titles, and cuts long ones.
    pub(super) fn is_called(&self, name: &str) -> bool {
        const LONG: usize = 28;
        let (name, made) = (stem(name), name_of(&self.title));
        stem(&self.key) == name || made == name || (name.len() >= LONG && made.starts_with(name))
    }
}

/// A title as version 3 makes a name of it.
fn name_of(title: &str) -> String {
    let mut name = String::new();
    for word in title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let mut letters = word.chars();
        name.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        name.extend(letters);
    }
    match name.starts_with(|c: char| c.is_ascii_digit()) {
        true => ["k_", &name].concat(),
        false => name,
    }
}

fn text(entry: &Value, key: &str) -> Option<String> {
    entry.get(key)?.as_str().map(str::to_string)
}

/// The entries of a page, which has them under `value`; a page of one may be the entry itself.
fn entries(page: Value) -> Vec<Value> {
    match page.get("value") {
        Some(Value::Array(all)) => all.clone(),
        _ => vec![page],
    }
}

/// One page of a description.
pub(super) fn page(client: &Client<'_>, address: &str) -> Result<Value, Failure> {
    let read = |text: &str| {
        let page: Result<Value, _> = serde_json::from_str(text);
        page.map_err(|e| Found::PageIsNoTable(Box::new(library::json(e))))
    };
    client.page(address, read).map(|(_, page)| page)
}

impl Description {
    /// Asks for it: in version 3, whose names of columns recipes have, and where that is not there
    /// in version 4.
    pub(super) fn ask(
        client: &Client<'_>,
        table: &str,
        catalog: &Catalog,
    ) -> Result<Self, (Failure, String)> {
        let three = format!("{}/{table}", catalog.three);
        match Self::three(client, &three) {
            Err(Failure::Refused(_)) => {
                let four = format!("{}/{table}", catalog.four);
                Self::four(client, &four).map_err(|failure| (failure, four))
            }
            other => other.map_err(|failure| (failure, three)),
        }
    }

    fn three(client: &Client<'_>, address: &str) -> Result<Self, Failure> {
        let about = page(client, &format!("{address}/TableInfos?$format=json"))?;
        let properties = page(client, &format!("{address}/DataProperties?$format=json"))?;
        let properties = entries(properties);
        let is = |entry: &Value, types: &[&str]| {
            text(entry, "Type").is_some_and(|t| types.contains(&t.as_str()))
        };
        let columns = properties.iter().filter(|entry| is(entry, &["Topic"]));
        let dimensions = ["Dimension", "TimeDimension", "GeoDimension", "GeoDetail"];
        let dimensions = properties.iter().filter(|entry| is(entry, &dimensions));
        let columns = columns.filter_map(Named::of).collect();
        let dimensions = dimensions.filter_map(|entry| text(entry, "Key")).collect();
        Ok(Self::new(3, address, &about, columns, dimensions))
    }

    fn four(client: &Client<'_>, address: &str) -> Result<Self, Failure> {
        let about = page(client, &format!("{address}/Properties"))?;
        let columns = entries(page(client, &format!("{address}/MeasureCodes"))?);
        let dimensions = entries(page(client, &format!("{address}/Dimensions"))?);
        let columns = columns.iter().filter_map(Named::of).collect();
        let dimensions = dimensions.iter().filter_map(|entry| text(entry, "Identifier")).collect();
        Ok(Self::new(4, address, &about, columns, dimensions))
    }

    fn new(
        version: u8,
        address: &str,
        about: &Value,
        columns: Vec<Named>,
        dimensions: Vec<String>,
    ) -> Self {
        let all = entries(about.clone());
        let of = |key: &str| all.iter().find_map(|entry| text(entry, key));
        let status = of("OutputStatus").or_else(|| of("Status")).unwrap_or_default();
        Self {
            version,
            address: address.into(),
            title: of("Title").unwrap_or_default().trim().into(),
            modified: of("ObservationsModified").or_else(|| of("Modified")).unwrap_or_default(),
            discontinued: ["gediscontinueerd", "discontinued", "vervallen"]
                .contains(&status.to_lowercase().as_str()),
            columns,
            dimensions,
        }
    }

    /// The codes of a dimension, and the page as it came.
    pub(super) fn codes(
        &self,
        client: &Client<'_>,
        dimension: &str,
    ) -> Result<(Vec<Named>, Value), Failure> {
        let address = match self.version {
            3 => format!("{}/{dimension}?$format=json", self.address),
            _ => format!("{}/{dimension}Codes", self.address),
        };
        let page = page(client, &address)?;
        let codes = entries(page.clone()).iter().filter_map(Named::of).collect();
        Ok((codes, page))
    }
}
