// SPDX-License-Identifier: EUPL-1.2
//! What was met while rows were read that a person should know of.

use crate::prepare::message::{Counted, Noun};
use crate::prepare::warning::Warning;
use std::collections::{BTreeMap, BTreeSet};

/// Counts of what was met in the files of one entry of a recipe.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Rows read.
    pub rows: u64,
    /// Rows of places that are not published, and of unknown places without a figure.
    pub skipped: u64,
    /// Rows that the recipe does not want.
    pub passed: u64,
    /// How often each sign was met that may mean secret or missing.
    pub unclear: BTreeMap<String, u64>,
    /// The indicators of which rows of persons without a municipality were left out.
    pub residual: BTreeSet<String>,
    /// Records of which the denominator is zero.
    pub nobody: u64,
}

impl Tally {
    /// What a person should know of it.
    pub fn warnings(&self, file: &str) -> Vec<Warning> {
        let file = || file.to_string();
        let unclear = self.unclear.iter();
        let mut warnings: Vec<Warning> =
            unclear.map(|(sign, times)| Warning::Unclear(file(), *times, sign.clone())).collect();
        if self.nobody > 0 {
            let records = Counted(self.nobody, Noun::Figure);
            warnings.push(Warning::NobodyCounted(file(), records));
        }
        if !self.residual.is_empty() {
            let ids: Vec<&str> = self.residual.iter().map(String::as_str).collect();
            warnings.push(Warning::WithoutMunicipality(file(), ids.join(", ")));
        }
        if self.skipped > 0 {
            warnings.push(Warning::Skipped(file(), Counted(self.skipped, Noun::Row)));
        }
        warnings
    }
}
