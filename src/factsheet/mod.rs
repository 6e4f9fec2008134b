// SPDX-License-Identifier: EUPL-1.2
//! Factsheets: a few pages of paper on one region, as HTML that stands on its own, made from a
//! template and from files of figures. Native only; knows the figures as views release them, and
//! writes no file.

pub mod address;
pub mod colour;
pub mod logo;
pub mod template;
pub mod setting;
pub mod sheet;
mod subject;
mod document;
mod lede;
mod table;
mod panel;
mod overview;
mod section;
mod absence;
mod source;
mod glossary;
mod linked;
pub mod page;
pub mod index;
pub mod sitemap;
