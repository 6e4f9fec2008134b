// SPDX-License-Identifier: EUPL-1.2
//! What was refused, in words. The cores that paint have none: the script asks this one the same.

use crate::error::Error;
use crate::figure::notice::notice;
use crate::request::Language;
use crate::text::words::failure::FailureWords;
use crate::web::object::object;
use crate::web::widget::text;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// The language that is asked for by `lang`, or else the page's `language`.
pub(super) fn language(options: &JsValue) -> Language {
    let of = |name| Language::parse(&text(options, name));
    of("lang").or_else(|| of("language")).unwrap_or_default()
}

/// `{code, message, hint, tree}`: what a program, a visitor and a web master are told, and the
/// message as a node stream.
pub fn failure(options: &JsValue, error: &Error) -> JsValue {
    let language = language(options);
    let words = FailureWords::of(language);
    object(&[
        ("code", error.code().into()),
        ("message", words.message(error).into()),
        ("hint", words.hint(error).into()),
        ("tree", notice(language, error).to_node_stream().into()),
    ])
}

/// What went wrong besides: at `address` is no file of `indicator` (`found` is 404), one that
/// stopped the core (`found` is trap), or no answer.
#[wasm_bindgen]
pub fn unreachable(options: &JsValue) -> JsValue {
    let (address, found) = (text(options, "address"), text(options, "found"));
    let error = match &*found {
        "404" => Error::UnknownIndicator { id: text(options, "indicator") },
        "trap" => Error::malformed(&address, &found, "JSON-stat"),
        _ => Error::DataUnreachable { address, found },
    };
    failure(options, &error)
}
