// SPDX-License-Identifier: EUPL-1.2
//! Figures of one's own beside those of a folder that was made before: reads the folder, compares
//! what both say, and puts them together. What may be shown of them is decided by disclosure
//! control, over both; it writes nothing.

pub mod base;
mod agreement;
pub mod merge;

pub use base::Base;
