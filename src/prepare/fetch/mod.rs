// SPDX-License-Identifier: EUPL-1.2
//! Tables of CBS and RIVM, downloaded as they are served: the only room that reaches the network.
//! It knows nothing of what the figures mean.

mod address;
pub mod client;
mod download;
mod description;
mod selection;
mod newer;

pub use download::{Catalog, Fetched, fetch};
pub use newer::{Checked, Unavailable, fetch_newer};
pub use selection::Selection;
