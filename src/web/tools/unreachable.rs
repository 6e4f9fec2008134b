// SPDX-License-Identifier: EUPL-1.2
//! What the script found out by itself.

use crate::error::Error;
use crate::web::failure::failure;
use crate::web::object::text;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// What went wrong without being asked: at `address` is no file of `indicator` (`found` is 404), one that
/// stopped the core (`found` is trap), a page (`found` is html), no element of a page (`found` is
/// place), or no answer.
#[wasm_bindgen]
pub fn unreachable(options: &JsValue) -> JsValue {
    let (address, found) = (text(options, "address"), text(options, "found"));
    let error = match &*found {
        "404" => Error::UnknownIndicator { id: text(options, "indicator") },
        "html" => Error::DataPage { address },
        "place" => Error::NoPlace { found: address },
        "trap" => Error::malformed(&address, &found, "JSON-stat"),
        _ => Error::DataUnreachable { address, found },
    };
    failure(options, &error)
}
