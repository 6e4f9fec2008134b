// SPDX-License-Identifier: EUPL-1.2
//! The two shapes that JSON-stat gives a list of cells, and objects whose order is kept.

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
#[cfg(not(target_arch = "wasm32"))]
use serde::ser::{Serialize, Serializer};
use std::fmt;
use std::marker::PhantomData;

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
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Members<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object<V>(PhantomData<V>);
        impl<'de, V: Deserialize<'de>> Visitor<'de> for Object<V> {
            type Value = Members<V>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Object(PhantomData))
    }
}

#[cfg(not(target_arch = "wasm32"))]
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
    /// The shape that takes less room.
    pub fn of(values: Vec<Option<f64>>) -> Self {
        let filled = values.iter().flatten().count();
        if filled * 3 > values.len() {
            return Self::Dense(values);
        }
        Self::Sparse(
            values
                .iter()
                .enumerate()
                .filter_map(|(i, v)| Some((i, (*v)?)))
                .collect(),
        )
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

impl<'de> Deserialize<'de> for Cells {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = Cells;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an array of numbers, or an object of them by index")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Cells, A::Error> {
                let mut values = Vec::new();
                while let Some(value) = seq.next_element()? {
                    values.push(value);
                }
                Ok(Cells::Dense(values))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Cells, A::Error> {
                let mut cells = Vec::new();
                while let Some((index, value)) = map.next_entry::<String, Option<f64>>()? {
                    // A key that is no index lies outside every list of cells.
                    let index = index.parse().unwrap_or(usize::MAX);
                    if let Some(value) = value {
                        cells.push((index, value));
                    }
                }
                Ok(Cells::Sparse(cells))
            }
        }
        deserializer.deserialize_any(Either)
    }
}

#[cfg(not(target_arch = "wasm32"))]
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
#[cfg(not(target_arch = "wasm32"))]
struct Number(f64);

#[cfg(not(target_arch = "wasm32"))]
impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.fract() == 0.0 && self.0.abs() < 1e15 {
            serializer.serialize_i64(self.0 as i64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}
