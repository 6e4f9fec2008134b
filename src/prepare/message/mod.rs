// SPDX-License-Identifier: EUPL-1.2
//! What is said to whoever prepares figures: what was found and what was expected, as data, with
//! its words in Dutch and English side by side. Knows no file and no other room.

mod say;
mod parts;
mod found;
mod expected;

pub use expected::Expected;
pub use found::Found;
pub use parts::{
    And, Aside, Between, Clash, Counted, Definition, Feature, FolderKind, Keys, Noun, Or, Parts,
    Places, Several, Thing,
};
pub use say::Say;
pub(crate) use say::messages;
