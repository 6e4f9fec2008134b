// SPDX-License-Identifier: EUPL-1.2
//! A JSON-stat 2.0 dataset of any publisher, as rows.

use super::Problems;
use super::cell::Cell;
use super::definition::{Described, Own};
use super::row::Row;
use crate::json::Value;
use serde::Deserialize;
use std::collections::BTreeMap;

/// A dataset of JSON-stat, as far as rows are made of it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Cube {
    id: Vec<String>,
    size: Vec<usize>,
    dimension: BTreeMap<String, Dimension>,
    role: Option<BTreeMap<String, Vec<String>>>,
    value: Value,
    status: Value,
    label: Value,
    source: Value,
    updated: Cell,
    extension: Option<Extension>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Dimension {
    category: Category,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Category {
    index: Value,
    label: Value,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Extension {
    status: Value,
}

impl Category {
    /// The codes, in order.
    fn codes(&self) -> Vec<String> {
        if let Value::List(_) = self.index {
            return self.index.items().iter().map(worded).collect();
        }
        let listed = if self.index == Value::Null { &self.label } else { &self.index };
        let mut members: Vec<_> = listed.members().iter().collect();
        members.sort_by(|(_, one), (_, other)| {
            let place = |value: &Value| value.number().unwrap_or_default();
            place(one).total_cmp(&place(other))
        });
        members.into_iter().map(|(code, _)| code.clone()).collect()
    }

    /// The names by code.
    fn names(&self) -> BTreeMap<&str, &str> {
        let members = self.label.members().iter();
        members.filter_map(|(code, name)| Some((code.as_str(), name.text()?))).collect()
    }
}

/// A code that may be a number.
fn worded(code: &Value) -> String {
    match code {
        Value::Number(number) => number.to_string(),
        other => other.text().unwrap_or_default().to_string(),
    }
}

/// A list of cells, or an object by index.
struct Sparse<'v> {
    whole: &'v Value,
    members: BTreeMap<usize, &'v Value>,
}

impl<'v> Sparse<'v> {
    fn of(whole: &'v Value) -> Self {
        let members = whole.members().iter();
        let member = |(index, value): &'v (String, Value)| Some((index.parse().ok()?, value));
        Self { whole, members: members.filter_map(member).collect() }
    }

    fn at(&self, cell: usize) -> &'v Value {
        // One status may stand for all.
        if self.whole.text().is_some() {
            return self.whole;
        }
        let found = self.whole.items().get(cell).or_else(|| self.members.get(&cell).copied());
        found.unwrap_or(&Value::Null)
    }
}

/// What the flags of Eurostat and of others mean for showing a figure; a longer text is a status
/// of ours.
fn status_of(flag: &str) -> &str {
    if flag.chars().count() > FLAG {
        flag
    } else if flag.contains('c') {
        "withheld"
    } else if flag.contains('z') {
        "not-applicable"
    } else if flag.contains('p') {
        "provisional"
    } else if flag.contains('e') {
        "estimate"
    } else {
        ""
    }
}

/// Flags are no longer than this.
const FLAG: usize = 4;

fn begins(name: &str, with: &[&str]) -> bool {
    let name = name.to_ascii_lowercase();
    with.iter().any(|start| name.starts_with(start))
}

fn optional(text: &str) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_string()) }
}

impl Cube {
    pub(super) fn has_dimensions(&self) -> bool {
        !self.dimension.is_empty()
    }

    /// One row for each region and period, with what the dataset says of itself. Which dimensions
    /// those are, the roles say, or the names that statistical offices use; of every other one a
    /// category must be chosen, unless there is but one.
    pub(super) fn rows(&self, described: &Described, problems: &mut Problems) -> (Vec<Row>, Own) {
        let mut own = Own {
            name: self.label.clone(),
            source: self.source.clone(),
            updated: match &self.updated {
                Cell::Text(day) => Value::Text(day.chars().take("2026-11-22".len()).collect()),
                _ => Value::Null,
            },
            ..Own::default()
        };
        let geo = self.named("geo", &["geo", "regio"], problems);
        let time = self.named("time", &["time", "peri"], problems);
        let (Some(geo), Some(time)) = (geo, time) else { return (Vec::new(), own) };
        let mut first = 0;
        for name in &self.id {
            if name != geo && name != time {
                first += self.chosen(name, described, &mut own, problems) * self.stride(name);
            }
        }
        let (places, times) = (self.category(geo), self.category(time));
        let (names, periods) = (places.names(), times.codes());
        let (values, statuses) = (Sparse::of(&self.value), Sparse::of(&self.status));
        let asked = described.region.text();
        let mut rows = Vec::new();
        for (r, region) in places.codes().into_iter().enumerate() {
            let name = names.get(region.as_str()).copied().unwrap_or_default();
            for (p, period) in periods.iter().enumerate() {
                let cell = first + r * self.stride(geo) + p * self.stride(time);
                let flag = statuses.at(cell).text().unwrap_or_default();
                let is_flag = flag.chars().count() <= FLAG;
                // A break of the region that is shown; others have their own.
                if flag.contains('b') && is_flag && (asked == region || asked == name) {
                    own.breaks.push(self.break_at(period, flag));
                }
                rows.push(Row {
                    region: Cell::Text(region.clone()),
                    name: optional(name),
                    period: Cell::Text(period.clone()),
                    value: match values.at(cell) {
                        Value::Null => Cell::Empty,
                        Value::Number(number) => Cell::Number(*number),
                        Value::Text(text) => Cell::Text(text.clone()),
                        _ => Cell::Other("[list]"),
                    },
                    status: optional(status_of(flag)),
                    ..Row::default()
                });
            }
        }
        (rows, own)
    }

    /// The dimension that has a role.
    fn named(&self, role: &str, starts: &[&str], problems: &mut Problems) -> Option<&str> {
        let said =
            self.role.as_ref().and_then(|roles| roles.get(role)).and_then(|names| names.first());
        let name = said.or_else(|| self.id.iter().find(|name| begins(name, starts)));
        if name.is_none() {
            problems.refuse(0, &["role.", role].concat(), "", &self.id.join(", "));
        }
        name.map(String::as_str)
    }

    fn category(&self, name: &str) -> Category {
        self.dimension.get(name).map(|dimension| dimension.category.clone()).unwrap_or_default()
    }

    /// How many cells lie between two categories of a dimension.
    fn stride(&self, name: &str) -> usize {
        let after = self.id.iter().zip(&self.size).skip_while(|(id, _)| *id != name).skip(1);
        after.map(|(_, size)| *size).fold(1, usize::saturating_mul)
    }

    /// The place of the category that is chosen of a dimension.
    fn chosen(
        &self,
        name: &str,
        described: &Described,
        own: &mut Own,
        problems: &mut Problems,
    ) -> usize {
        let category = self.category(name);
        let codes = category.codes();
        let wanted = described.chosen(name);
        let found = match wanted {
            Cell::Empty if codes.len() == 1 => Some(0),
            Cell::Empty => None,
            wanted => codes.iter().position(|code| *code == wanted.text()),
        };
        let Some(at) = found else {
            problems.refuse(0, &["where.", name].concat(), wanted.text(), &codes.join(", "));
            return 0;
        };
        if begins(name, &["unit"]) {
            let code = codes.get(at).map(String::as_str).unwrap_or_default();
            own.unit = category.names().get(code).copied().unwrap_or(code).into();
        }
        at
    }

    /// A change of definition, in the words of the publisher where there are any.
    fn break_at(&self, period: &str, flag: &str) -> Value {
        let told = self.extension.as_ref().map(|extension| extension.status.get("label").get("b"));
        let reason = told.and_then(Value::text).unwrap_or(flag);
        Value::Object(vec![("at".into(), period.into()), ("reason".into(), reason.into())])
    }
}
