// SPDX-License-Identifier: EUPL-1.2
//! What was met while rows were read that a person should know of.

use crate::prepare::wording::counted;
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
    /// What to tell of it.
    pub fn warnings(&self, file: &str) -> Vec<String> {
        let mut warnings = Vec::new();
        for (sign, times) in &self.unclear {
            warnings.push(format!(
                "{file}: {times} keer \"{sign}\", dat geheim of ontbrekend kan zijn; het is gelezen \
                 als geheim. Zeg in het recept wat het is: secret = [\"{sign}\"] of \
                 missing = [\"{sign}\"]"
            ));
        }
        if self.nobody > 0 {
            let records = counted(self.nobody, "cijfer", "cijfers");
            warnings.push(format!("{file}: {records} met noemer 0; er is daar niemand geteld"));
        }
        if !self.residual.is_empty() {
            let ids: Vec<&str> = self.residual.iter().map(String::as_str).collect();
            warnings.push(format!(
                "{file}: rijen van mensen zonder gemeente zijn overgeslagen, en tellen mee in de \
                 totalen van {}",
                ids.join(", ")
            ));
        }
        if self.skipped > 0 {
            let rows = counted(self.skipped, "rij", "rijen");
            warnings
                .push(format!("{file}: {rows} overgeslagen van regio's die niet getoond worden"));
        }
        warnings
    }
}
