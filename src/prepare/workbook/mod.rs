// SPDX-License-Identifier: EUPL-1.2
//! Workbooks, `.xlsx` and `.ods`: their sheets, and of a sheet its cells. Bounded before anything
//! is kept: what a file unpacks to, its cells and their texts. Knows bytes, and nothing of what
//! cells mean.

pub mod limits;
pub mod address;
pub mod content;
mod package;
mod xml;
mod cells;
mod marks;
mod excel;
mod opendocument;
mod file;

pub use cells::{Sheet, SheetName};
pub use content::{Content, Precision};
pub use file::{Workbook, is_packed, is_workbook};
