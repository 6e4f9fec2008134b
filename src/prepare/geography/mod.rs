// SPDX-License-Identifier: EUPL-1.2
//! The places of the Netherlands through the years: their codes, names and parents, and records
//! put on the municipalities of one year. Reads tables that it is given as bytes; it touches no
//! file.

pub mod tables;
pub mod place;
mod change;
pub mod boundaries;
pub mod gazetteer;
pub mod harmonise;
pub mod division;
