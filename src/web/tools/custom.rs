// SPDX-License-Identifier: EUPL-1.2
//! Custom data of a page: rows or JSON-stat, as a file that every core reads.

use super::to_js;
use crate::data::custom::{self, Cube, Described};
use crate::data::jsonstat::JsonStat;
use crate::error::Error;
use crate::figure::notice::notice;
use crate::request::Language;
use crate::text::words::failure::FailureWords;
use crate::web::failure::{failure, language};
use crate::web::object::{member, text};
use js_sys::Array;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

/// One thing that is wrong with custom data.
#[derive(Debug, Serialize)]
struct Problem {
    /// The row, from 1; 0 is an option.
    row: u32,
    name: String,
    found: String,
    expected: String,
    /// The same in a sentence.
    hint: String,
}

/// Why custom data are refused.
#[derive(Debug, Serialize)]
struct Refusal {
    code: &'static str,
    message: String,
    hint: String,
    tree: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    problems: Vec<Problem>,
}

impl Refusal {
    fn of(language: Language, errors: Vec<Error>) -> Option<Self> {
        let words = FailureWords::of(language);
        let first = errors.first()?;
        let hints: Vec<String> = errors.iter().map(|error| words.hint(error)).collect();
        let problem = |(error, hint): (&Error, &String)| match error.clone() {
            Error::Row { row, name, found, expected } => {
                Some(Problem { row, name, found, expected, hint: hint.clone() })
            }
            _ => None,
        };
        Some(Self {
            code: first.code(),
            message: words.message(first),
            hint: hints.join(" "),
            tree: notice(language, &words.message(first)).to_node_stream(),
            problems: errors.iter().zip(&hints).filter_map(problem).collect(),
        })
    }
}

/// A value of the page; one that cannot be read tells why.
fn given<T: DeserializeOwned>(value: &JsValue) -> Result<T, Vec<Error>> {
    serde_wasm_bindgen::from_value(value.clone()).map_err(|error| {
        let found = error.to_string();
        let expected = "[{ region, period, value }]".to_string();
        vec![Error::Row { row: 0, name: "data".into(), found, expected }]
    })
}

fn file(data: &JsValue, options: &JsValue) -> Result<JsonStat, Vec<Error>> {
    let described: Described = given(options)?;
    match data.dyn_ref::<Array>() {
        Some(rows) => {
            // What is no row at all says nothing, and that is refused.
            let rows = rows.iter().map(|row| given(&row).unwrap_or_default());
            custom::of_rows(&rows.collect::<Vec<_>>(), &described)
        }
        None if data.is_object() => custom::of_cube(&given::<Cube>(data)?, &described),
        None => custom::of_rows(&[], &described),
    }
}

/// The file of custom data, described by the `options` of the page; a file of ours as it is.
/// Throws `{code, message, hint, tree, problems}`, in the language that is `asked` for.
#[wasm_bindgen]
pub fn custom(data: &JsValue, options: &JsValue, request: &JsValue) -> Result<JsValue, JsValue> {
    if member(&member(data, "extension"), "format").is_truthy() {
        return Ok(data.clone());
    }
    match file(data, options) {
        Ok(file) => to_js(&file),
        Err(errors) => Err(to_js(&Refusal::of(language(request), errors))?),
    }
}

/// What is wrong with an option that only the script knows: its `name`, what is `found` there and
/// what is `expected`, in the language that is `asked` for.
#[wasm_bindgen]
pub fn refuse(request: &JsValue) -> JsValue {
    let [name, found, expected] = ["name", "found", "expected"].map(|name| text(request, name));
    failure(request, &Error::Row { row: 0, name, found, expected })
}
