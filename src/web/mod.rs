// SPDX-License-Identifier: EUPL-1.2
//! The browser's rim: the only files that know JavaScript. What paints is tuned by hand, for it
//! comes before the first picture; what works, in `tools` and `sheet`, reads and writes through serde.

#[cfg(not(feature = "sheet"))]
mod object;
#[cfg(not(feature = "sheet"))]
mod failure;
#[cfg(feature = "tools")]
mod form;
#[cfg(not(feature = "sheet"))]
mod widget;
#[cfg(feature = "tools")]
mod tools;
#[cfg(feature = "sheet")]
mod sheet;

/// The standard allocator takes 2 kB more of the line under brotli.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
