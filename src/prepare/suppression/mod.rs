// SPDX-License-Identifier: EUPL-1.2
//! Disclosure control over all indicators together. Whatever is not published is an unknown,
//! whatever the reason; whatever adds up is an equation; what was published before stays known.
//! Works on records in memory, and touches no file.

pub mod rule;
pub mod quantity;
pub mod count;
pub mod atom;
pub mod system;
pub mod entry;
pub mod feasibility;
pub mod repair;
pub mod secondary;
mod witness;
mod restore;
pub mod builder;
pub mod component;
pub mod pass;
pub mod control;
