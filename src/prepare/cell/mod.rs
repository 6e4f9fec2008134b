// SPDX-License-Identifier: EUPL-1.2
//! What the text of one cell says: a number, a sign in its place, a period. Knows texts alone; it
//! touches no file and knows no place.

pub mod number;
pub mod sign;
pub mod when;
pub mod garbled;
