// SPDX-License-Identifier: EUPL-1.2
//! Sheets of workbooks, as tables: their heads put together, what stands across turned into rows,
//! and each row given to the reader of rows with the cells that it comes from.

mod table;
mod name;
mod turn;
mod pivot;
mod feed;
mod choice;

pub(super) use choice::read;
pub(super) use feed::Feed;
pub(super) use turn::{Long, LongRow};
