// SPDX-License-Identifier: EUPL-1.2
//! A value of JSON (or TOML), whoever parsed it: the page, `serde_json` or `toml`.
//!
//! Structs are read from it by hand. What `serde` derives for each struct weighs several times
//! as much in a browser, and says less about where a file is wrong.

use crate::error::Error;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`, or nothing at all.
    Null,
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// An object, its members in order.
    Object(Vec<(String, Value)>),
}

static NULL: Value = Value::Null;

impl Value {
    /// A member; null where there is none.
    pub fn get(&self, name: &str) -> &Self {
        self.members().iter().find(|(n, _)| n == name).map_or(&NULL, |(_, value)| value)
    }

    /// The members of an object; none of anything else.
    pub fn members(&self) -> &[(String, Self)] {
        match self {
            Self::Object(members) => members,
            _ => &[],
        }
    }

    /// The items of a list; none of anything else.
    pub fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// The number, if it is one.
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A member that must be a text.
    ///
    /// # Errors
    /// [`Error::DataMalformed`] names the member.
    pub fn required_text(&self, name: &str) -> Result<String, Error> {
        let text = self.get(name).text().map(str::to_string);
        text.ok_or_else(|| self.get(name).unexpected(name, "a text"))
    }

    /// A member that may be a text.
    pub fn optional_text(&self, name: &str) -> Option<String> {
        self.get(name).text().map(str::to_string)
    }

    /// A member that must be a number.
    ///
    /// # Errors
    /// [`Error::DataMalformed`] names the member.
    pub fn required_number(&self, name: &str) -> Result<f64, Error> {
        let member = self.get(name);
        member.number().ok_or_else(|| member.unexpected(name, "a number"))
    }

    /// A member that must be one of these words, as what the word stands for.
    ///
    /// # Errors
    /// [`Error::DataMalformed`] names the member.
    pub fn word<T: Copy>(&self, name: &str, words: &[(&str, T)]) -> Result<T, Error> {
        let member = self.get(name);
        let found = words.iter().find(|(word, _)| member.text() == Some(word));
        found.map(|(_, meaning)| *meaning).ok_or_else(|| {
            let words: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            member.unexpected(name, &words.join(", "))
        })
    }

    /// What stands at `name`, and what should.
    pub fn unexpected(&self, name: &str, expected: &str) -> Error {
        let found = match self {
            Self::Null => "nothing",
            Self::Number(_) => "a number",
            Self::Text(text) => text,
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        };
        Error::malformed(name, found, expected)
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Value;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("JSON")
            }
            fn visit_unit<E>(self) -> Result<Value, E> {
                Ok(Value::Null)
            }
            fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
                Ok(Value::Number(f64::from(u8::from(flag))))
            }
            fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
                Ok(Value::Number(number as f64))
            }
            fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
                Ok(Value::Number(number as f64))
            }
            fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
                Ok(Value::Number(number))
            }
            fn visit_str<E>(self, text: &str) -> Result<Value, E> {
                Ok(Value::Text(text.to_string()))
            }
            fn visit_string<E>(self, text: String) -> Result<Value, E> {
                Ok(Value::Text(text))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = seq.next_element()? {
                    items.push(item);
                }
                Ok(Value::List(items))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Value::Object(members))
            }
        }
        deserializer.deserialize_any(Any)
    }
}
