// SPDX-License-Identifier: EUPL-1.2
//! Where figures come from.

use super::bilingual::Bilingual;
use crate::json::Reader;
use serde::Serialize;

/// Where the figures come from: the footer that Dutch readers know from staatvenz.nl.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Source {
    /// Who published them.
    pub publisher: String,
    /// In what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publication: Option<String>,
    /// When they were last brought up to date (`2016-10-28`), where the publisher says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<String>,
    /// How often that happens.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frequency: Option<Bilingual>,
    /// An address with more about them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub more: Option<String>,
}

impl Source {
    /// The host of the address with more about the figures; `None` of one that is no safe link.
    pub fn host(&self) -> Option<&str> {
        self.more.as_deref()?.strip_prefix("https://")?.split('/').next()
    }

    /// Reads a source as a definition has it.
    pub fn read(value: Reader) -> Self {
        Self {
            publisher: value.text("publisher"),
            publication: value.optional_text("publication"),
            updated: value.optional_text("updated"),
            frequency: value.optional("frequency").map(Bilingual::read),
            more: value.optional_text("more"),
        }
    }
}
