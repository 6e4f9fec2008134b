// SPDX-License-Identifier: EUPL-1.2
//! A figure as a file, or as part of a page without our script.

use super::{paint, to_js};
use crate::error::Error;
use crate::figure::Figure;
use crate::request::{Request, SHOWN};
use crate::web::failure::failure;
use crate::web::form;
use crate::web::object::{member, object, text};
use crate::web::widget::{Data, asked, figure};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// The figure that is asked for as a file: `{name, content, warning}`, the name without its end.
/// The content is a text of the `form` that is asked for, or the promise of a PNG: `Png`, `Png2`
/// or `PngPrint`.
#[wasm_bindgen]
pub fn download(data: &Data, options: &JsValue) -> Result<JsValue, JsValue> {
    figure(data, options, |figure| {
        let failed = |error: Error| failure(options, &error);
        let wanted = text(options, "form");
        let content = match form::text(figure, &wanted, &text(options, "page")) {
            Some(text) => text.map_err(failed)?.into(),
            None => paint::png(&figure.svg().map_err(failed)?, &wanted)?.into(),
        };
        Ok(vec![("name", figure.file_name().into()), ("content", content)])
    })
}

/// What stands in the figure's workbook: `{name, book, warning}`, the name of the file without its
/// end, the book for the core that writes the file.
#[wasm_bindgen]
pub fn book(data: &Data, options: &JsValue) -> Result<JsValue, JsValue> {
    figure(data, options, |figure| {
        let page = text(options, "page");
        let book = figure.book(Some(page.as_str()).filter(|page| !page.is_empty()));
        Ok(vec![("name", figure.file_name().into()), ("book", to_js(&book)?)])
    })
}

/// `{text}`: the element with the attributes that are given, and the figure inside, which stays as it
/// is, and so does not say how old the figures are today.
#[wasm_bindgen]
pub fn html(data: &Data, options: &JsValue) -> Result<JsValue, JsValue> {
    still(data, options, |figure| {
        let given = SHOWN.map(|name| (name, member(options, name).as_string()));
        let given = given.iter().filter_map(|(name, value)| Some((*name, value.as_deref()?)));
        ("text", figure.in_element(given).to_html().into())
    })
}

/// `{height}`: how high a frame must be that is as wide as the figure was asked for.
#[wasm_bindgen(js_name = frameHeight)]
pub fn frame_height(data: &Data, options: &JsValue) -> Result<JsValue, JsValue> {
    still(data, options, |figure| {
        let given = FRAMED.map(|name| (name, member(options, name).as_string()));
        let value = |name: &str| given.iter().find(|(n, _)| *n == name)?.1.as_deref();
        ("height", figure.frame_height(value).into())
    })
}

/// The attributes that the height of a frame depends on, besides what is in the figure.
const FRAMED: [&str; 4] = ["view", "compare", "theme", "controls"];

/// One member about the figure that is asked for, as an object.
fn still(
    data: &Data,
    options: &JsValue,
    part: impl FnOnce(&Figure) -> (&'static str, JsValue),
) -> Result<JsValue, JsValue> {
    let made = |request: Request| {
        let figure = Figure::new(data.dataset(), &request)?;
        Ok(object(&[part(&figure)]))
    };
    asked(options).and_then(made).map_err(|error| failure(options, &error))
}
