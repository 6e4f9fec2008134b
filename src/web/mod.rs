// SPDX-License-Identifier: EUPL-1.2
//! The browser's rim: the only files that know JavaScript.

mod object;
#[cfg(feature = "single")]
mod statistics;
mod widget;
