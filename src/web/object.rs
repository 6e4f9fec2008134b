// SPDX-License-Identifier: EUPL-1.2
//! Plain JavaScript objects, in and out.

use crate::error::Error;
use crate::json::Value;
use js_sys::{Array, Float64Array, Object, RangeError, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// An object with these members.
pub(super) fn object(members: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in members {
        // Setting a member of a fresh plain object cannot fail.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object.into()
}

/// A member; `undefined` where there is none.
pub(super) fn member(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// A member that should be a number; what is none becomes NaN, which no statistic accepts.
pub(super) fn number(object: &JsValue, name: &str) -> f64 {
    member(object, name).as_f64().unwrap_or(f64::NAN)
}

/// The `RangeError` that tells which argument cannot be used, what it is and what is allowed.
pub(super) fn range_error(error: Error) -> JsValue {
    match error {
        Error::Argument { name, found, allowed } => {
            let found = js_sys::Number::from(found).to_string_with_radix(10);
            let found = found.map(String::from).unwrap_or_default();
            RangeError::new(&[name, " is ", &found, "; allowed: ", allowed].concat()).into()
        }
        other => RangeError::new(other.code()).into(),
    }
}

/// A value that the page's own JSON parser made.
///
/// By hand and not through `serde-wasm-bindgen`: its general reader asks each value a dozen
/// questions across the border, and brings serde's error texts, which print floats. What is long
/// crosses in one piece: numbers that the script put into a `Float64Array` (NaN for null), and
/// the texts of a long object.
pub(super) fn json(value: &JsValue) -> Value {
    if let Some(number) = value.as_f64() {
        Value::Number(number)
    } else if let Some(text) = value.as_string() {
        Value::Text(text)
    } else if let Some(numbers) = value.dyn_ref::<Float64Array>() {
        let cell = |n: f64| if n.is_nan() { Value::Null } else { Value::Number(n) };
        Value::List(numbers.to_vec().into_iter().map(cell).collect())
    } else if let Some(list) = value.dyn_ref::<Array>() {
        Value::List(list.iter().map(|item| json(&item)).collect())
    } else if let Some(object) = value.dyn_ref::<Object>() {
        let (keys, values) = (Object::keys(object), Object::values(object));
        if keys.length() > LONG
            && values.get(0).is_string()
            && let Some(members) = texts(&keys, &values)
        {
            return Value::Object(members);
        }
        let keys = keys.iter().filter_map(|key| key.as_string());
        Value::Object(keys.zip(values.iter().map(|v| json(&v))).collect())
    } else {
        Value::Null
    }
}

/// From this many members an object of texts crosses in one piece.
const LONG: u32 = 16;

/// The members of an object of texts; `None` when a text holds the separator.
fn texts(keys: &Array, values: &Array) -> Option<Vec<(String, Value)>> {
    const SEPARATOR: char = '\u{1}';
    let count = keys.length() as usize;
    let [keys, values] = [keys, values].map(|list| String::from(list.join("\u{1}")));
    let members: Vec<(String, Value)> = keys
        .split(SEPARATOR)
        .zip(values.split(SEPARATOR))
        .map(|(key, text)| (key.to_string(), Value::Text(text.to_string())))
        .collect();
    let whole = values.split(SEPARATOR).count() == count && keys.split(SEPARATOR).count() == count;
    whole.then_some(members)
}
