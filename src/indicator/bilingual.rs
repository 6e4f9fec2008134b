// SPDX-License-Identifier: EUPL-1.2
//! A text of the catalogue, in both languages.

use crate::json::Reader;
use serde::Serialize;

/// A text in both languages.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Bilingual {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
}

impl Bilingual {
    pub(super) fn read(value: Reader) -> Self {
        Self { nl: value.text("nl"), en: value.text("en") }
    }
}
