// SPDX-License-Identifier: EUPL-1.2
//! Every word that a visitor reads, and the numbers and dates among them.

pub mod number;
pub mod words;
pub mod nl;
pub mod en;
pub mod language;
pub mod value;
pub mod sentence;
pub mod message;
