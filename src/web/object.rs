// SPDX-License-Identifier: EUPL-1.2
//! Plain JavaScript objects, in and out.

use crate::error::Error;
use crate::json::Value;
use crate::limits;
use js_sys::{Array, Float64Array, Object};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

// Members without `Reflect`, whose every call brings a net for exceptions into the script.
#[wasm_bindgen]
extern "C" {
    type Members;
    #[wasm_bindgen(method, structural, indexing_getter)]
    fn get(this: &Members, name: &str) -> JsValue;
    #[wasm_bindgen(method, structural, indexing_setter)]
    fn set(this: &Members, name: &str, value: &JsValue);
    // Numbers by a way of their own: one glue serves all cores, and what turns any value into one
    // of JavaScript is numbered anew in each of them.
    #[wasm_bindgen(method, structural, indexing_setter)]
    fn set_number(this: &Members, name: &str, value: f64);
    #[wasm_bindgen(js_name = String)]
    fn written(number: f64) -> String;
}

/// An object with these members.
pub(super) fn object(members: &[(&str, JsValue)]) -> JsValue {
    let object: Members = Object::new().unchecked_into();
    for (name, value) in members {
        object.set(name, value);
    }
    object.into()
}

/// The same with numbers.
pub(super) fn with_numbers(object: JsValue, members: &[(&str, f64)]) -> JsValue {
    let object: Members = object.unchecked_into();
    for (name, value) in members {
        object.set_number(name, *value);
    }
    object.into()
}

/// A member; `undefined` where there is none.
pub(super) fn member(object: &JsValue, name: &str) -> JsValue {
    if !object.is_object() {
        return JsValue::UNDEFINED;
    }
    object.unchecked_ref::<Members>().get(name)
}

/// A member that should be a number; what is none becomes NaN, which no statistic accepts.
pub(super) fn number(object: &JsValue, name: &str) -> f64 {
    member(object, name).as_f64().unwrap_or(f64::NAN)
}

/// The `RangeError` that tells which argument cannot be used, what it is and what is allowed.
pub(super) fn range_error(error: Error) -> JsValue {
    match error {
        Error::Argument { name, found, allowed } => {
            let found = written(found);
            js_sys::RangeError::new(&[name, " is ", &found, "; allowed: ", allowed].concat()).into()
        }
        other => js_sys::RangeError::new(other.code()).into(),
    }
}

/// A value that the page's own JSON parser made.
///
/// By hand and not through `serde-wasm-bindgen`: its general reader asks each value a dozen
/// questions across the border, and brings serde's error texts, which print floats. What is long
/// crosses in one piece: numbers that the script put into a `Float64Array` (NaN for null), and
/// the texts of a long object. What is nested deeper than anything that is read becomes a text
/// that says so, before the browser's stack ends.
pub(super) fn json(value: &JsValue, depth: u32) -> Value {
    if depth > limits::DEPTH {
        Value::Text("too many levels".into())
    } else if let Some(number) = value.as_f64() {
        Value::Number(number)
    } else if let Some(text) = value.as_string() {
        Value::Text(text)
    } else if let Some(numbers) = value.dyn_ref::<Float64Array>() {
        let cell = |n: f64| if n.is_nan() { Value::Null } else { Value::Number(n) };
        Value::List(numbers.to_vec().into_iter().map(cell).collect())
    } else if let Some(list) = value.dyn_ref::<Array>() {
        let first = || list.iter().find(|item| !item.is_null());
        let is_long = list.length() > LONG && first().is_some_and(|item| item.is_string());
        let pieces = if is_long { texts(list) } else { None };
        Value::List(
            pieces.unwrap_or_else(|| list.iter().map(|item| json(&item, depth + 1)).collect()),
        )
    } else if value.is_object() {
        let object = value.unchecked_ref::<Object>();
        match (json(&Object::keys(object), 0), json(&Object::values(object), depth + 1)) {
            (Value::List(keys), Value::List(values)) => {
                let key = |key: Value| key.text().unwrap_or_default().to_string();
                Value::Object(keys.into_iter().map(key).zip(values).collect())
            }
            _ => Value::Null,
        }
    } else {
        Value::Null
    }
}

/// A list that is longer and begins with a text holds nothing but texts (and nulls), and crosses
/// in one piece: labels, codes, statuses. What mixes texts with other things is a definition,
/// and shorter.
const LONG: u32 = 64;

/// The texts of a list, null for what is none; `None` when a text holds the separator.
fn texts(list: &Array) -> Option<Vec<Value>> {
    let all = String::from(list.join("\u{1}"));
    let text = |text: &str| match text {
        "" => Value::Null,
        text => Value::Text(text.to_string()),
    };
    let texts: Vec<Value> = all.split('\u{1}').map(text).collect();
    (texts.len() == list.length() as usize).then_some(texts)
}

/// The text of a member; empty where it has none.
pub(super) fn text(options: &JsValue, name: &str) -> String {
    member(options, name).as_string().unwrap_or_default()
}
