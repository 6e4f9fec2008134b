// SPDX-License-Identifier: EUPL-1.2
//! What can be concluded from all areas of a level, as a plain object.

use super::to_js;
use crate::error::Error;
use crate::figure::Figure;
use crate::figure::insight::InsightRow;
use crate::view::insight::Insight;
use crate::web::failure::failure_of;
use crate::web::object::object;
use crate::web::widget::{Data, asked};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// What all areas of the level of the region that is asked for tell together, in its period:
/// `{insight, warning}`.
#[wasm_bindgen]
pub fn insight(data: &Data, options: &JsValue) -> Result<JsValue, JsValue> {
    let dataset = data.dataset();
    let failed = |error: Error| failure_of(options, &error, Some(dataset));
    let request = asked(options).map_err(failed)?;
    let insight = match Figure::new(dataset, &request) {
        Ok(figure) => figure.insight(dataset),
        Err(_) => Insight::find(dataset, &request),
    };
    let insight = insight.map_err(failed)?;
    let warning = insight.set.refused.first().cloned().map_or(JsValue::UNDEFINED, failed);
    let found = to_js(&InsightRow::of(&insight, request.language))?;
    Ok(object(&[("insight", found), ("warning", warning)]))
}
