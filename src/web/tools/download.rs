// SPDX-License-Identifier: EUPL-1.2
//! A figure as a file.

use super::paint;
use crate::web::form;
use crate::web::widget::{Data, failure, figure, text};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// The figure that is asked for as a file: `{name, content, warning}`, the name without its end.
/// The content is a text of the `form` that is asked for, or the promise of a PNG: `Png`, `Png2`
/// or `PngPrint`.
#[wasm_bindgen]
pub fn download(data: &Data, options: &JsValue) -> Result<JsValue, JsValue> {
    figure(data, options, |figure| {
        let failed = |error| failure(options, error);
        let wanted = text(options, "form");
        let content = match form::text(figure, &wanted, &text(options, "page")) {
            Some(text) => text.map_err(failed)?.into(),
            None => paint::png(&figure.svg().map_err(failed)?, &wanted)?.into(),
        };
        Ok(vec![("name", figure.file_name().into()), ("content", content)])
    })
}
