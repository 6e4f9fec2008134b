// SPDX-License-Identifier: EUPL-1.2
//! What was refused. The core of the tools says it in words; those that paint say only that they
//! refused, and the script asks the tools the same.

use super::object::{object, text};
use crate::error::{Error, HAS_WORDS};
use crate::figure::notice::notice;
use crate::request::Language;
use crate::text::words::failure::FailureWords;
use wasm_bindgen::JsValue;

/// The language that is asked for by `lang`, or else the page's `language`.
pub(super) fn language(options: &JsValue) -> Language {
    let of = |name| Language::parse(&text(options, name));
    of("lang").or_else(|| of("language")).unwrap_or_default()
}

/// What was refused: in words with the tools, and otherwise `true`.
pub(super) fn failure(options: &JsValue, error: &Error) -> JsValue {
    if HAS_WORDS { said(options, error) } else { JsValue::TRUE }
}

/// `{code, message, hint, tree}`: what a program, a visitor and a web master are told, and the
/// message as a node stream.
fn said(options: &JsValue, error: &Error) -> JsValue {
    let language = language(options);
    let words = FailureWords::of(language);
    object(&[
        ("code", error.code().into()),
        ("message", words.message(error).into()),
        ("hint", words.hint(error).into()),
        ("tree", notice(language, error).to_node_stream().into()),
    ])
}
