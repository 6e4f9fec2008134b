// SPDX-License-Identifier: EUPL-1.2
//! A workbook: what stands in its cells, as data, and the file that Excel and LibreOffice open. May
//! use nothing but `error`: whoever knows figures fills it, and writing it is a core of its own.

pub mod formula;

pub mod book;
#[cfg(any(feature = "sheet", not(target_arch = "wasm32")))]
pub mod file;
