// SPDX-License-Identifier: EUPL-1.2
//! What commands write, so that nothing of anyone's is lost: one guard for every folder, and one
//! way to write a file. It knows nothing of what stands in them.
//!
//! A folder is new, empty, or was made here: then it has a list of its files, and every file that
//! is found stands in it. It is made in an area beside it, and put in place when it is whole.

pub mod file;
pub mod marker;
pub mod place;
pub mod area;
pub mod swap;
pub mod claim;
pub mod integrity;

pub use claim::Claim;
pub use marker::Kind;
