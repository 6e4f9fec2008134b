// SPDX-License-Identifier: EUPL-1.2
//! What stands in the place of a figure that cannot be made.

use crate::error::Error;
use crate::markup::{Element, element};
use crate::request::Language;
use crate::text::words::failure::FailureWords;

/// A tree that says why there is no figure.
pub fn notice(language: Language, error: &Error) -> Element {
    element("p")
        .class("notice")
        .with("lang", language.tag())
        .with("role", "status")
        .text(FailureWords::of(language).message(error))
}
