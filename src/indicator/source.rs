// SPDX-License-Identifier: EUPL-1.2
//! Where figures come from.

use super::bilingual::Bilingual;
use crate::json::Reader;
#[cfg(not(target_arch = "wasm32"))]
use serde::Serialize;

/// Where the figures come from: the footer that Dutch readers know from staatvenz.nl.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize))]
pub struct Source {
    /// Who published them.
    pub publisher: String,
    /// In what.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "Option::is_none"))]
    pub publication: Option<String>,
    /// When they were last brought up to date (`2016-10-28`), where the publisher says so.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "Option::is_none"))]
    pub updated: Option<String>,
    /// How often that happens.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "Option::is_none"))]
    pub frequency: Option<Bilingual>,
    /// An address with more about them.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "Option::is_none"))]
    pub more: Option<String>,
}

impl Source {
    pub(super) fn read(value: Reader) -> Self {
        Self {
            publisher: value.text("publisher"),
            publication: value.optional_text("publication"),
            updated: value.optional_text("updated"),
            frequency: value.optional("frequency").map(Bilingual::read),
            more: value.optional_text("more"),
        }
    }
}
