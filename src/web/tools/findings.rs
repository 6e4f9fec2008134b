// SPDX-License-Identifier: EUPL-1.2
//! What a figure found, as plain objects.

use super::to_js;
use crate::web::widget::{Data, figure};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// The findings of the figure that is asked for, with `warning` beside them:
/// `{findings, warning}`.
#[wasm_bindgen]
pub fn findings(data: &Data, options: &JsValue) -> Result<JsValue, JsValue> {
    figure(data, options, |figure| {
        let findings: Vec<_> =
            figure.findings().into_iter().map(|finding| finding.rounded()).collect();
        to_js(&findings).map(|findings| vec![("findings", findings)])
    })
}
