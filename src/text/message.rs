// SPDX-License-Identifier: EUPL-1.2
//! Errors in words: a sentence for the visitor, a hint for the web master.

use super::template::fill;
use super::words::failure::FailureWords;
use crate::error::{Error, Published};

impl FailureWords {
    /// What a visitor reads.
    pub fn message(&self, error: &Error) -> String {
        match error {
            Error::UnknownIndicator { id } => fill(self.error_indicator, &[("found", id)]),
            Error::UnknownRegion { found } => fill(self.error_region, &[("found", found)]),
            Error::UnknownPeriod { found } => fill(self.error_period, &[("found", found)]),
            Error::Attribute { name, found, .. } if found.is_empty() => {
                fill(self.error_attribute_absent, &[("name", name)])
            }
            Error::Attribute { name, found, .. } => {
                fill(self.error_attribute, &[("name", name), ("found", found)])
            }
            Error::NoFigures { published, .. } => match published {
                Published::Unsaid => self.error_no_figures.to_string(),
                Published::Nowhere => self.error_nowhere.to_string(),
                Published::By(publisher) => fill(self.error_elsewhere, &[("publisher", publisher)]),
            },
            Error::AllWithheld { .. } => self.error_all_withheld.to_string(),
            Error::DataUnreachable { .. } | Error::DataPage { .. } => {
                self.error_unreachable.to_string()
            }
            Error::DataMalformed { .. } | Error::Row { .. } => self.error_malformed.to_string(),
            Error::DataVersion { .. } => self.error_version.to_string(),
            Error::CoreUnavailable { .. } => self.error_core.to_string(),
            Error::Undisclosed { .. } => self.error_undisclosed.to_string(),
            Error::Argument { .. } => self.error_malformed.to_string(),
            Error::NoPicture => self.error_no_picture.to_string(),
            Error::NoPlace { .. } => self.error_no_place.to_string(),
            Error::NoFunnel { .. } => self.error_no_funnel.to_string(),
        }
    }

    /// What a web master can do about it.
    pub fn hint(&self, error: &Error) -> String {
        match error {
            Error::UnknownIndicator { id } => fill(self.hint_indicator, &[("found", id)]),
            Error::NoFigures { .. } => self.hint_no_figures.to_string(),
            Error::UnknownRegion { .. } => self.hint_region.to_string(),
            Error::UnknownPeriod { .. } => self.hint_period.to_string(),
            Error::AllWithheld { .. } => self.hint_all_withheld.to_string(),
            Error::Attribute { name, expected, .. } => {
                fill(self.hint_attribute, &[("name", name), ("expected", expected)])
            }
            // Developers read in English what a statistic allows.
            Error::Argument { name, .. } => fill(self.hint_argument, &[("name", name)]),
            Error::DataUnreachable { address, found } => {
                fill(self.hint_unreachable, &[("address", address), ("found", found)])
            }
            Error::DataPage { address } => fill(self.hint_page, &[("address", address)]),
            Error::DataMalformed { at, found, expected } => {
                fill(self.hint_malformed, &[("at", at), ("found", found), ("expected", expected)])
            }
            Error::DataVersion { found, expected } => fill(
                self.hint_version,
                &[("found", &found.to_string()), ("expected", &expected.to_string())],
            ),
            Error::CoreUnavailable { found } => fill(self.hint_core, &[("found", found)]),
            Error::Row { row, name, found, expected } => {
                let template = if *row == 0 { self.hint_attribute } else { self.hint_row };
                let row = row.to_string();
                let names =
                    [("row", &*row), ("name", name), ("found", found), ("expected", expected)];
                fill(template, &names)
            }
            Error::Undisclosed { region, period } => {
                fill(self.hint_undisclosed, &[("region", region), ("period", period)])
            }
            Error::NoPicture => self.hint_no_picture.to_string(),
            Error::NoPlace { found } => fill(self.hint_no_place, &[("found", found)]),
            Error::NoFunnel { id } => fill(self.hint_no_funnel, &[("found", id)]),
        }
    }
}
