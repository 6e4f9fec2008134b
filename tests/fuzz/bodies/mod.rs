// SPDX-License-Identifier: EUPL-1.2
//! What the targets do with noise: a file each, which libFuzzer runs for as long as somebody lets it
//! and `tests/noise` for a few seconds. A body says whether the input got through, so that noise
//! which is refused at its first byte is not taken for noise that was read.

pub mod look;
pub mod shipped;
pub mod borders;
pub mod cells;
pub mod custom;
pub mod datasets;
pub mod figures;
pub mod observations;
pub mod recipes;
pub mod tables;
pub mod workbooks;
pub mod proposals;
