// SPDX-License-Identifier: EUPL-1.2
//! What stands in the place of a figure that cannot be made.

use crate::markup::{Element, element};
use crate::request::Language;

/// A tree that says why there is no figure, or no figure of what was asked for.
pub fn notice(language: Language, message: &str) -> Element {
    element("p")
        .class("notice")
        .with("lang", language.tag())
        .with("role", "status")
        .text(message.to_string())
}
