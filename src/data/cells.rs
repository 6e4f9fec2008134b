// SPDX-License-Identifier: EUPL-1.2
//! The two shapes that JSON-stat gives a list of cells, and objects whose order is kept.

use crate::error::Error;
use crate::json::{Reader, Value};
use serde::ser::{Serialize, Serializer};

/// The members of a JSON object, in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Members<V>(pub Vec<(String, V)>);

impl<V> Default for Members<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<V> Members<V> {
    /// The value of a member.
    pub fn get(&self, key: &str) -> Option<&V> {
        self.0.iter().find(|(k, _)| k == key).map(|(_, v)| v)
    }

    /// The same, where the members most likely stand in the order of a list: `place` is the key's
    /// there. Looking for each in turn would take hundreds of regions the square of it.
    pub fn near(&self, place: usize, key: &str) -> Option<&V> {
        let there = self.0.get(place).filter(|(k, _)| k == key);
        there.map(|(_, v)| v).or_else(|| self.get(key))
    }

    /// The members of an object, each read with its name.
    pub fn read<'v>(object: Reader<'v>, member: impl Fn(Reader<'v>, &str) -> V) -> Self {
        let members = object.members();
        Self(members.map(|(name, value)| (name.to_string(), member(value, name))).collect())
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<V: Serialize> Serialize for Members<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(k, v)| (k, v)))
    }
}

/// A flat list of cells: an array with `null` for what is empty, or an object by index.
#[derive(Clone, Debug, PartialEq)]
pub enum Cells {
    /// Every cell in order.
    Dense(Vec<Option<f64>>),
    /// The cells that are not empty, by index in decimal digits.
    Sparse(Vec<(usize, f64)>),
}

impl Cells {
    /// Reads the member `value` of a file.
    ///
    /// # Errors
    /// [`Error::DataMalformed`] for what is neither number nor null.
    pub fn read(value: &Value) -> Result<Self, Error> {
        let cell = |value: &Value| match value {
            Value::Null => Ok(None),
            Value::Number(number) => Ok(Some(*number).filter(|number| !number.is_nan())),
            other => Err(other.unexpected("value", "numbers")),
        };
        match value {
            Value::List(items) => items.iter().map(cell).collect::<Result<_, _>>().map(Self::Dense),
            Value::Object(members) => {
                let mut cells = Vec::new();
                for (index, value) in members {
                    // A key that is no index lies outside every list of cells.
                    let index = index.parse().unwrap_or(usize::MAX);
                    cells.extend(cell(value)?.map(|value| (index, value)));
                }
                Ok(Self::Sparse(cells))
            }
            other => Err(other.unexpected("value", "a list or an object")),
        }
    }

    /// The cells that hold a number.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn filled(&self) -> impl Iterator<Item = usize> + '_ {
        let (dense, sparse) = match self {
            Self::Dense(cells) => (cells.as_slice(), &[][..]),
            Self::Sparse(cells) => (&[][..], cells.as_slice()),
        };
        let numbers = dense.iter().enumerate().filter_map(|(cell, number)| number.map(|_| cell));
        numbers.chain(sparse.iter().map(|(cell, _)| *cell))
    }

    /// The shape that takes less room; compressed, an array does long before it is half full. Other
    /// readers find no cells in an object without members, so what has statuses alone is an array.
    pub fn of(values: Vec<Option<f64>>) -> Self {
        let filled = values.iter().flatten().count();
        if filled == 0 || filled * 6 > values.len() {
            return Self::Dense(values);
        }
        Self::Sparse(values.iter().enumerate().filter_map(|(i, v)| Some((i, (*v)?))).collect())
    }

    /// Every cell in order, `length` of them; `None` where a cell lies outside.
    pub fn into_values(self, length: usize) -> Option<Vec<Option<f64>>> {
        match self {
            Self::Dense(values) => (values.len() == length).then_some(values),
            Self::Sparse(cells) => {
                let mut values = vec![None; length];
                for (index, value) in cells {
                    *values.get_mut(index)? = Some(value);
                }
                Some(values)
            }
        }
    }
}

impl Serialize for Cells {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Dense(values) => serializer.collect_seq(values.iter().map(|v| v.map(Number))),
            Self::Sparse(cells) => {
                serializer.collect_map(cells.iter().map(|(i, v)| (i.to_string(), Number(*v))))
            }
        }
    }
}

/// A number that is written without a useless `.0`.
struct Number(f64);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.fract() == 0.0 && self.0.abs() < 1e15 {
            serializer.serialize_i64(self.0 as i64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}
