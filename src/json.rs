// SPDX-License-Identifier: EUPL-1.2
//! A value of JSON (or TOML), whoever parsed it: the page, `serde_json` or `toml`.
//!
//! Structs are read from it by hand. What `serde` derives for each struct weighs several times
//! as much in a browser, and says less about where a file is wrong.

use crate::error::{Error, clipped};
use crate::limits;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::cell::RefCell;
use std::fmt;

/// A value.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// `null`, or nothing at all.
    #[default]
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

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_string())
    }
}

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

    /// What stands at `name`, and what should.
    pub fn unexpected(&self, name: &str, expected: &str) -> Error {
        let found = match self {
            Self::Null => "nothing",
            Self::Number(_) => "a number",
            Self::Text(text) => text,
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        };
        Error::malformed(clipped(name), clipped(found), expected)
    }
}

/// Reads the members of an object.
///
/// The first member that is wrong is remembered and reading goes on: one check at the end costs
/// a browser less than a way out at each member.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'v> {
    value: &'v Value,
    wrong: &'v RefCell<Option<Error>>,
}

/// What `reading` makes of a value.
///
/// # Errors
/// [`Error::DataMalformed`] names the first member that was wrong.
///
/// ```
/// use kansrijke_start::json::{Value, read};
///
/// let value: Value = serde_json::from_str(r#"{"id": "big2"}"#).unwrap();
/// assert_eq!(read(&value, |r| r.text("id")).unwrap(), "big2");
/// assert!(read(&value, |r| r.number("decimals")).is_err());
/// ```
pub fn read<T>(value: &Value, reading: impl FnOnce(Reader) -> T) -> Result<T, Error> {
    let wrong = RefCell::new(None);
    let made = reading(Reader { value, wrong: &wrong });
    match wrong.into_inner() {
        None => Ok(made),
        Some(error) => Err(error),
    }
}

impl<'v> Reader<'v> {
    /// A member that is an object.
    pub fn get(self, name: &str) -> Self {
        Self { value: self.value.get(name), ..self }
    }

    /// The value that is being read.
    pub fn value(self) -> &'v Value {
        self.value
    }

    /// The same for a member that may be absent.
    pub fn optional(self, name: &str) -> Option<Self> {
        Some(self.get(name)).filter(|member| *member.value != Value::Null)
    }

    /// The items of a list; none where there is no list.
    pub fn list(self, name: &str) -> impl Iterator<Item = Self> {
        self.value.get(name).items().iter().map(move |value| Self { value, ..self })
    }

    /// A text that must be there.
    pub fn text(self, name: &str) -> String {
        self.get(name).as_text(name)
    }

    /// The value itself, which stands at `name` and must be a text.
    pub fn as_text(self, name: &str) -> String {
        let text = short(self.value);
        text.unwrap_or_else(|| self.fail(name, "a text", String::new()))
    }

    /// A text that may be there; one that is too long is none.
    pub fn optional_text(self, name: &str) -> Option<String> {
        short(self.value.get(name))
    }

    /// Texts in a list; something else among them is wrong.
    pub fn texts(self, name: &str) -> Vec<String> {
        self.get(name).as_texts(name)
    }

    /// The value itself, which stands at `name` and must be a list of texts.
    pub fn as_texts(self, name: &str) -> Vec<String> {
        let all: Option<Vec<String>> = self.value.items().iter().map(short).collect();
        all.unwrap_or_else(|| self.fail(name, "a list of texts", Vec::new()))
    }

    /// The value itself, which stands at `name` and must be a list of codes; or one text of them,
    /// with a space before each, as a page's script hands them over.
    pub fn as_codes(self, name: &str) -> Vec<String> {
        let Some(text) = self.value.text().filter(|text| !text.is_empty()) else {
            return self.as_texts(name);
        };
        match text.strip_prefix(' ') {
            Some(codes) => codes.split(' ').map(str::to_string).collect(),
            None => self.fail(name, "a list of texts", Vec::new()),
        }
    }

    /// A number that must be there, of a size that means something.
    pub fn number(self, name: &str) -> f64 {
        let member = self.get(name);
        let number = member.value.number().filter(|number| number.abs() <= limits::NUMBER);
        number.unwrap_or_else(|| member.fail(name, "a number", 0.0))
    }

    /// One of these words, as what the word stands for; `instead` when it is none of them.
    pub fn word<T: Copy>(self, name: &str, words: &[(&'static str, T)], instead: T) -> T {
        let place = self.place_of(name, &mut words.iter().map(|(word, _)| *word));
        words.get(place).map_or(instead, |(_, meaning)| *meaning)
    }

    /// The place of the word that stands at `name`, whatever the words mean: so it is compiled
    /// once.
    fn place_of(self, name: &str, words: &mut dyn Iterator<Item = &'static str>) -> usize {
        let member = self.get(name);
        let (text, mut expected) = (member.value.text(), String::new());
        for (place, word) in words.enumerate() {
            if text == Some(word) {
                return place;
            }
            if place > 0 {
                expected.push_str(", ");
            }
            expected.push_str(word);
        }
        member.fail(name, &expected, usize::MAX)
    }

    /// The members of an object, each with its name.
    pub fn members(self) -> impl Iterator<Item = (&'v str, Self)> {
        self.value
            .members()
            .iter()
            .map(move |(name, value)| (name.as_str(), Self { value, ..self }))
    }

    /// Remembers that the value at `name` is wrong, if it is the first, and gives `instead`.
    fn fail<T>(self, name: &str, expected: &str, instead: T) -> T {
        let error = self.value.unexpected(name, expected);
        self.wrong.borrow_mut().get_or_insert(error);
        instead
    }
}

/// A text of a length that somebody could read.
fn short(value: &Value) -> Option<String> {
    value.text().filter(|text| text.len() <= limits::TEXT).map(str::to_string)
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
            fn visit_none<E>(self) -> Result<Value, E> {
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
