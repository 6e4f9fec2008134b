// SPDX-License-Identifier: EUPL-1.2
//! What the custom element asks of the core: read a file, draw a figure, name an error.

use super::object::{json, member, object};
use crate::data::dataset::Dataset;
use crate::data::jsonstat::JsonStat;
use crate::error::Error;
use crate::figure::{Figure, notice};
use crate::request::{Language, Request};
use crate::text::words::Words;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// A data file that was read, shared by every chart that needs it.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Data(Dataset);

/// `{code, message, hint, tree}`: what a program, a visitor and a web master are told, and the
/// message as pieces of markup.
fn failure(words: &Words, error: &Error) -> JsValue {
    object(&[
        ("code", error.code().into()),
        ("message", words.message(error).into()),
        ("hint", words.hint(error).into()),
        ("tree", notice(words, error).to_pieces().into()),
    ])
}

fn words(attributes: &JsValue, page_language: &str) -> &'static Words {
    let own = member(attributes, "lang").as_string();
    let language = own.as_deref().and_then(Language::parse);
    Words::of(language.or_else(|| Language::parse(page_language)).unwrap_or_default())
}

/// Reads a parsed JSON-stat file; throws what [`failure`] gives.
#[wasm_bindgen]
pub fn read(file: &JsValue, language: &str) -> Result<Data, JsValue> {
    let read = JsonStat::read(&json(file)).and_then(Dataset::try_from);
    read.map(Data)
        .map_err(|e| failure(Words::of(Language::parse(language).unwrap_or_default()), &e))
}

/// What went wrong before the core was asked: no such file (`status` 404), or no answer.
#[wasm_bindgen]
pub fn unreachable(address: &str, indicator: &str, found: &str, language: &str) -> JsValue {
    let error = if found == "404" {
        Error::UnknownIndicator { id: indicator.to_string() }
    } else {
        Error::DataUnreachable { address: address.to_string(), found: found.to_string() }
    };
    failure(Words::of(Language::parse(language).unwrap_or_default()), &error)
}

/// The forms in which [`draw`] gives a figure.
#[wasm_bindgen]
#[derive(Clone, Copy, Debug)]
pub enum Form {
    /// The whole figure, as pieces of markup.
    Figure,
    /// The picture alone, as pieces: what a new width changes.
    Picture,
    /// The picture as a file of its own.
    Svg,
    /// Rows for machines.
    Csv,
}

/// Checks attributes that no file is needed for; throws what [`failure`] gives.
#[wasm_bindgen]
pub fn check(attributes: &JsValue, page_language: &str) -> Result<(), JsValue> {
    let words = words(attributes, page_language);
    request(attributes, page_language, 0).map(|_| ()).map_err(|e| failure(words, &e))
}

fn request(attributes: &JsValue, page_language: &str, width: u32) -> Result<Request, Error> {
    Request::parse(|name| member(attributes, name).as_string(), page_language, width)
}

/// Draws the figure that `attributes` ask for, `width` pixels wide, to fill a box of `height`
/// where one is given, in one of the forms:
/// `{text, warning}`, the second for records that the file should not hold. Throws what
/// [`failure`] gives. Ids in the figure begin with `id`.
#[wasm_bindgen]
pub fn draw(
    data: &Data,
    attributes: &JsValue,
    page_language: &str,
    width: u32,
    height: Option<u32>,
    id: &str,
    form: Form,
) -> Result<JsValue, JsValue> {
    let words = words(attributes, page_language);
    let mut request = request(attributes, page_language, width).map_err(|e| failure(words, &e))?;
    request.height = height;
    let figure = Figure::new(&data.0, &request).map_err(|e| failure(words, &e))?;
    let text = match form {
        Form::Figure => figure.tree(id).to_pieces(),
        Form::Picture => figure.picture(id).map(|svg| svg.to_pieces()).unwrap_or_default(),
        Form::Svg => figure.svg().map_err(|e| failure(words, &e))?.to_html(),
        Form::Csv => figure.csv(),
    };
    let warning = figure.refused().first().map_or(JsValue::UNDEFINED, |e| failure(words, e));
    Ok(object(&[("text", text.into()), ("warning", warning)]))
}
