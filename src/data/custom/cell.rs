// SPDX-License-Identifier: EUPL-1.2
//! One value of a row, whatever a page put there.

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// A value of a row. Reading one never fails: what means nothing is refused by row and name.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing at all.
    #[default]
    Empty,
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// What is neither, in a word.
    Other(&'static str),
}

impl Cell {
    /// As a text; empty where there is nothing.
    pub fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Number(number) => written(*number),
            Self::Text(text) => text.clone(),
            Self::Other(word) => (*word).to_string(),
        }
    }

    /// Whether there is something: an empty text is nothing.
    pub(super) fn is_given(&self) -> bool {
        !matches!(self, Self::Empty) && *self != Self::Text(String::new())
    }

    /// The number that stands there, also as digits in a text.
    pub fn number(&self) -> Option<f64> {
        let number = match self {
            Self::Number(number) => *number,
            Self::Text(text) => text.trim().parse().ok()?,
            _ => return None,
        };
        number.is_finite().then_some(number)
    }
}

/// A number as scripts write it.
pub(super) fn written(number: f64) -> String {
    match number {
        f64::INFINITY => "Infinity".into(),
        f64::NEG_INFINITY => "-Infinity".into(),
        number => number.to_string(),
    }
}

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Cell;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number or a text")
            }
            fn visit_unit<E>(self) -> Result<Cell, E> {
                Ok(Cell::Empty)
            }
            fn visit_none<E>(self) -> Result<Cell, E> {
                Ok(Cell::Empty)
            }
            fn visit_bool<E>(self, flag: bool) -> Result<Cell, E> {
                Ok(Cell::Other(if flag { "true" } else { "false" }))
            }
            fn visit_i64<E>(self, number: i64) -> Result<Cell, E> {
                Ok(Cell::Number(number as f64))
            }
            fn visit_u64<E>(self, number: u64) -> Result<Cell, E> {
                Ok(Cell::Number(number as f64))
            }
            fn visit_f64<E>(self, number: f64) -> Result<Cell, E> {
                Ok(Cell::Number(number))
            }
            fn visit_str<E>(self, text: &str) -> Result<Cell, E> {
                Ok(Cell::Text(text.to_string()))
            }
            fn visit_string<E>(self, text: String) -> Result<Cell, E> {
                Ok(Cell::Text(text))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Cell, A::Error> {
                while seq.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Cell::Other("[list]"))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Cell, A::Error> {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(Cell::Other("[object]"))
            }
        }
        // A function, for one, is no value of any sort.
        Ok(deserializer.deserialize_any(Any).unwrap_or(Self::Other("[?]")))
    }
}
