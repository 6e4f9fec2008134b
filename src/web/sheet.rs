// SPDX-License-Identifier: EUPL-1.2
//! The file of a workbook, in a core that knows no figures: the tools say what stands in its cells.

use crate::sheet::book::Book;
use crate::sheet::file::write;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// The bytes of a workbook (`.xlsx`), of what the tools give as a book.
#[wasm_bindgen]
pub fn workbook(book: JsValue) -> Result<Vec<u8>, JsValue> {
    let book: Book = serde_wasm_bindgen::from_value(book)?;
    write(&book).map_err(|error| js_sys::Error::new(error.code()).into())
}
