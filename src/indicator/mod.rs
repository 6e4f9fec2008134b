// SPDX-License-Identifier: EUPL-1.2
//! The subject: places, periods, definitions, figures, and what may be said of them. Knows numbers
//! and the JSON of a definition; no file, no request and no word of a language.

pub mod letter;
pub mod region;
pub mod period;
pub mod bilingual;
pub mod source;
pub mod edition;
pub mod definition;
pub mod observation;
pub mod finding;
pub mod disclosure;
pub mod comparison;
pub mod recent;
