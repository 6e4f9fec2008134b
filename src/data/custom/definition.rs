// SPDX-License-Identifier: EUPL-1.2
//! What custom data are, as the page describes them: a definition like those of our catalogue.

use super::cell::Cell;
use crate::error::Error;
use crate::indicator::definition::{Definition, Kind};
use crate::json::Value;
use serde::Deserialize;
use std::collections::BTreeMap;

/// What a page says of its figures. What is left out has a default; what means nothing is refused
/// by the reader of definitions, which names it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Described {
    indicator: Cell,
    /// The region that is shown, whose breaks of a series count.
    pub(super) region: Cell,
    /// The category of each dimension of a dataset that has more than one.
    #[serde(rename = "where")]
    chosen: Option<BTreeMap<String, Cell>>,
    name: Value,
    definition: Value,
    numerator: Value,
    denominator: Value,
    sentence: Value,
    unit: Value,
    note: Value,
    phase: Value,
    kind: Value,
    direction: Value,
    counted: Value,
    decimals: Value,
    source: Value,
    updated: Value,
    licence: Value,
    #[serde(rename = "break")]
    breaks: Value,
    target: Value,
    presence: Value,
}

/// What a dataset says of itself.
#[derive(Clone, Debug, Default)]
pub(super) struct Own {
    pub(super) name: Value,
    pub(super) source: Value,
    pub(super) updated: Value,
    pub(super) unit: Value,
    pub(super) breaks: Vec<Value>,
}

/// The one of two that says something.
fn or(one: &Value, other: impl Into<Value>) -> Value {
    if *one == Value::Null { other.into() } else { one.clone() }
}

/// A text for both languages.
fn both(text: Value) -> Value {
    match text {
        Value::Text(text) => {
            let member = |name: &str| (name.to_string(), Value::Text(text.clone()));
            Value::Object(vec![member("nl"), member("en")])
        }
        other => other,
    }
}

/// The items of a list, whose text `name` is for both languages.
fn worded(list: &Value, name: &str) -> Value {
    let member = |(key, value): &(String, Value)| {
        let value = value.clone();
        (key.clone(), if key == name { both(value) } else { value })
    };
    let item = |item: &Value| Value::Object(item.members().iter().map(member).collect());
    Value::List(list.items().iter().map(item).collect())
}

impl Described {
    /// The same, with what a dataset says of itself where the page says nothing.
    pub(super) fn over(&self, own: Own) -> Self {
        Self {
            name: or(&self.name, own.name),
            source: or(&self.source, own.source),
            updated: or(&self.updated, own.updated),
            unit: or(&self.unit, own.unit),
            breaks: or(&self.breaks, Value::List(own.breaks)),
            ..self.clone()
        }
    }

    /// The category that is chosen of a dimension.
    pub(super) fn chosen(&self, dimension: &str) -> &Cell {
        let chosen = self.chosen.as_ref().and_then(|chosen| chosen.get(dimension));
        chosen.unwrap_or(&Cell::Empty)
    }

    /// Whether the figures are per cent.
    fn is_percentage(&self) -> bool {
        let unit = self.unit.get("nl").text().or(self.unit.text()).unwrap_or_default();
        unit.starts_with('%') || unit.to_ascii_lowercase().starts_with("percent")
    }

    /// Whether each is a lower and an upper value without a point.
    pub(super) fn is_range(&self) -> bool {
        self.kind.text() == Some("range")
    }

    /// What sort of number they are.
    fn kind(&self, has_counts: bool) -> Value {
        let kind = if has_counts || self.is_percentage() { "share" } else { "mean" };
        or(&self.kind, kind)
    }

    /// What a fraction is multiplied with to be compared with a value; `None` where the two need
    /// not agree.
    pub(super) fn factor(&self, has_counts: bool) -> Option<f64> {
        match self.kind(has_counts).text()? {
            "share" => Some(Kind::Share.factor()),
            "rate" => Some(Kind::Rate.factor()),
            _ => None,
        }
    }

    /// The definition.
    ///
    /// # Errors
    /// [`Error::DataMalformed`] names the first member that means nothing.
    pub(super) fn definition(&self, has_counts: bool) -> Result<Definition, Error> {
        let id = if self.indicator.is_given() { self.indicator.text() } else { ID.to_string() };
        let name = or(&self.name, id.as_str());
        let kind = self.kind(has_counts);
        let is_count =
            self.kind.text() == Some("count") || self.is_range() && !self.is_percentage();
        let decimals = if is_count { 0.0 } else { 1.0 };
        let source = match &self.source {
            Value::Object(_) => self.source.clone(),
            publisher => Value::Object(vec![
                ("publisher".into(), or(publisher, "")),
                ("updated".into(), self.updated.clone()),
            ]),
        };
        let unit = match self.is_percentage() {
            true if self.is_range() => both("%".into()),
            true => Value::Null,
            false => both(self.unit.clone()),
        };
        // The only words in a sentence of ours are the page's own.
        let sentence = or(&self.sentence, "{region} {period}: {value}.");
        let members = [
            ("id", Value::Text(id)),
            ("phase", or(&self.phase, "programme")),
            ("kind", kind),
            ("direction", or(&self.direction, "context")),
            ("counted", or(&self.counted, "persons")),
            ("decimals", or(&self.decimals, Value::Number(decimals))),
            ("unit", unit),
            ("name", both(name.clone())),
            ("definition", both(or(&self.definition, name))),
            ("numerator", both(self.numerator.clone())),
            ("denominator", both(self.denominator.clone())),
            ("sentence", both(sentence)),
            ("source", source),
            ("licence", self.licence.clone()),
            ("note", both(self.note.clone())),
            ("break", worded(&self.breaks, "reason")),
            ("target", worded(&self.target, "label")),
            ("presence", self.presence.clone()),
        ];
        let members = members.into_iter().map(|(name, value)| (name.to_string(), value));
        Definition::read(&Value::Object(members.collect()))
    }
}

/// The id of figures that have none.
const ID: &str = "eigen-cijfers";
