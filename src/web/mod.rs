// SPDX-License-Identifier: EUPL-1.2
//! The browser's rim: the only files that know JavaScript. Passes what a page
//! asks to the other modules, and their answers back.

mod object;
#[cfg(feature = "single")]
mod statistics;
mod widget;

/// The standard allocator takes 2 kB more of the line under brotli.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
