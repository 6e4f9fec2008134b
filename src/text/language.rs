// SPDX-License-Identifier: EUPL-1.2
//! Which words belong to which language.

use super::words::Words;
use super::{en, nl};
use crate::request::Language;

impl Words {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Dutch => &nl::WORDS,
            Language::English => &en::WORDS,
        }
    }
}
