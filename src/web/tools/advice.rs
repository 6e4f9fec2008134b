// SPDX-License-Identifier: EUPL-1.2
//! What was meant where something else stands in a page.

use super::to_js;
use crate::advice::correction::corrections;
use crate::advice::names::Names;
use crate::figure::notice::notice;
use crate::text::words::advice::AdviceWords;
use crate::web::failure::{language, names};
use crate::web::object::{member, text};
use crate::web::widget::Data;
use serde::Serialize;
use std::collections::BTreeMap;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Attributes that are read as something else than stands there.
#[derive(Serialize)]
struct Corrected {
    /// What they are read as.
    changes: BTreeMap<&'static str, String>,
    /// What a web master is told.
    hint: String,
    /// What a visitor is told, where it is about another region.
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<String>,
    /// The same as a node stream.
    #[serde(skip_serializing_if = "Option::is_none")]
    tree: Option<String>,
}

/// The attributes that can be read in one way though they are not written so, with the `names` of
/// the folder: `{changes, hint, message, tree}`; `undefined` where there are none.
#[wasm_bindgen]
pub fn corrected(options: &JsValue) -> Result<JsValue, JsValue> {
    read(options, &names(options))
}

/// The same with the names in a file, where the folder has none.
#[wasm_bindgen(js_name = correctedOf)]
pub fn corrected_of(data: &Data, options: &JsValue) -> Result<JsValue, JsValue> {
    read(options, &names(options).or_of(data.dataset()))
}

fn read(options: &JsValue, names: &Names) -> Result<JsValue, JsValue> {
    let found = corrections(|name| member(options, name).as_string(), names);
    if found.is_empty() {
        return Ok(JsValue::UNDEFINED);
    }
    let language = language(options);
    let words = AdviceWords::of(language);
    let message = words.instead(&found);
    to_js(&Corrected {
        hint: words.read(&found),
        tree: message.as_ref().map(|said| notice(language, said).to_node_stream()),
        message,
        changes: found.into_iter().map(|one| (one.name, one.read)).collect(),
    })
}

/// What a web master is told of attributes that are none, by their names with blanks between them
/// in `strange`; empty where none is meant.
#[wasm_bindgen]
pub fn strange(options: &JsValue) -> String {
    let names = text(options, "strange");
    AdviceWords::of(language(options)).strange(names.split(' ')).join(" ")
}

/// What a web master is told of an element that has the rest of the page inside.
#[wasm_bindgen]
pub fn unclosed(options: &JsValue) -> String {
    AdviceWords::of(language(options)).hint_unclosed.to_string()
}
