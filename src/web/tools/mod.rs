// SPDX-License-Identifier: EUPL-1.2
//! What a page asks for after its pictures: custom data, findings, downloads, the statistics. Here
//! sizes matter less than that one definition serves browser, program and types.

mod unreachable;
mod advice;
mod options;
mod custom;
mod paint;
mod download;
mod findings;
mod insight;
mod statistics;
mod conclusions;

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// A value as JavaScript has it: objects for maps, `null` for what is not there.
fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}
