// SPDX-License-Identifier: EUPL-1.2
//! Plain JavaScript objects, in and out.

use js_sys::{Object, RangeError, Reflect};
use wasm_bindgen::JsValue;

use crate::error::Error;

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
        Error::Argument {
            name,
            found,
            allowed,
        } => {
            let found = js_sys::Number::from(found).to_string_with_radix(10);
            let found = found.map(String::from).unwrap_or_default();
            RangeError::new(&[name, " is ", &found, "; allowed: ", allowed].concat()).into()
        }
        other => RangeError::new(other.code()).into(),
    }
}
