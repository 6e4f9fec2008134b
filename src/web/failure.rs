// SPDX-License-Identifier: EUPL-1.2
//! What was refused. The core of the tools says it in words; those that paint say only that they
//! refused, and the script asks the tools the same.

use super::object::text;
#[cfg(feature = "tools")]
use crate::advice::{clue::clues, names::Names};
use crate::data::dataset::Dataset;
use crate::error::Error;
#[cfg(feature = "tools")]
use crate::figure::notice::notice;
use crate::request::Language;
#[cfg(feature = "tools")]
use crate::text::advice::Said;
use wasm_bindgen::JsValue;

/// The language that is asked for by `lang`, or else the page's `language`.
pub(super) fn language(options: &JsValue) -> Language {
    let of = |name| Language::parse(&text(options, name));
    of("lang").or_else(|| of("language")).unwrap_or_default()
}

/// What was refused: in words with the tools, and otherwise `true`.
pub(super) fn failure(options: &JsValue, error: &Error) -> JsValue {
    failure_of(options, error, None)
}

/// The same of a file that was read.
pub(super) fn failure_of(options: &JsValue, error: &Error, dataset: Option<&Dataset>) -> JsValue {
    #[cfg(feature = "tools")]
    return said(options, error, dataset);
    #[cfg(not(feature = "tools"))]
    {
        let _ = (options, error, dataset);
        JsValue::TRUE
    }
}

/// `{code, message, advice, hint, tree}`: what a program, a visitor and a web master are told, of
/// the message what repeats nothing of the page, and the message as a node stream.
#[cfg(feature = "tools")]
fn said(options: &JsValue, error: &Error, dataset: Option<&Dataset>) -> JsValue {
    use super::object::{member, object};
    let language = language(options);
    let attribute = |name: &'static str| member(options, name).as_string();
    let names = names(options);
    let names = dataset.map_or(names.clone(), |dataset| names.or_of(dataset));
    let said = Said::of(language, error, &clues(error, attribute, &names, dataset));
    object(&[
        ("code", error.code().into()),
        ("tree", notice(language, &said.message).to_node_stream().into()),
        ("message", said.message.into()),
        ("advice", said.advice.into()),
        ("hint", said.hint.into()),
    ])
}

/// The names of the data folder, where the script has fetched them.
#[cfg(feature = "tools")]
pub(super) fn names(options: &JsValue) -> Names {
    use super::object::{json, member};
    Names::read(&json(&member(options, "names"), 0))
}
