// SPDX-License-Identifier: EUPL-1.2
//! The browser's rim: the only files that know JavaScript.

mod object;
#[cfg(feature = "single")]
mod statistics;
mod widget;

/// Every kilobyte counts here, and this one is as fast.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
