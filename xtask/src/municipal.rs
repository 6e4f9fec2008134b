// SPDX-License-Identifier: EUPL-1.2
//! The README's table of subjects that have figures of municipalities, and up to when.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;

use anyhow::{Context, Result};
use kansrijke_start::indicator::observation::Status;
use kansrijke_start::indicator::region::Kind;
use kansrijke_start::prepare::run::Figures;

use crate::project;

const BEGIN: &str = "<!-- begin: cijfers van gemeenten, gemaakt door cargo xtask build -->\n";
const END: &str = "<!-- einde: cijfers van gemeenten -->\n";

/// A subject with figures of fewer municipalities is one of those places, and not of them all.
const FEW: usize = 10;

/// Puts the table of these figures into the README, where it differs.
pub fn write(figures: &Figures) -> Result<()> {
    let path = project::path("README.md");
    let page = fs::read_to_string(&path)?;
    let renewed = renewed(&page, figures)?;
    if renewed != page {
        fs::write(&path, renewed)?;
    }
    Ok(())
}

/// The page with the table of these figures between its marks.
fn renewed(page: &str, figures: &Figures) -> Result<String> {
    let (before, rest) = page.split_once(BEGIN).context("the README has no place for figures")?;
    let (_, after) = rest.split_once(END).context("the README's table has no end")?;
    Ok([before, BEGIN, &table(figures), END, after].concat())
}

fn table(figures: &Figures) -> String {
    let mut table = String::from(
        "| onderwerp | `indicator` | jaren | gemeenten met een cijfer | in het nieuwste jaar |\n\
         |---|---|---|---|---|\n",
    );
    for entry in &figures.catalogue {
        let definition = &entry.definition;
        let mut years: BTreeMap<i32, BTreeSet<&str>> = BTreeMap::new();
        let records = figures.records.get(&definition.id).into_iter().flatten();
        for ((region, period), record) in records {
            let told = record.value.or(record.numerator).is_some() || record.answer.is_some();
            let final_or_not = matches!(record.status, None | Some(Status::Provisional));
            if Kind::of(region) == Kind::Municipality && told && final_or_not {
                years.entry(period.end().0).or_default().insert(region);
            }
        }
        let all: BTreeSet<&&str> = years.values().flatten().collect();
        let Some(((first, _), (last, newest))) =
            years.first_key_value().zip(years.last_key_value())
        else {
            continue;
        };
        if all.len() < FEW {
            continue;
        }
        let span = match first == last {
            true => first.to_string(),
            false => format!("{first} tot en met {last}"),
        };
        let (name, id) = (&definition.name.nl, &definition.id);
        // Writing to a string does not fail.
        let _ = writeln!(table, "| {name} | `{id}` | {span} | {} | {} |", all.len(), newest.len());
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use kansrijke_start::prepare::read::input::Progress;
    use kansrijke_start::prepare::run::prepare;

    #[test]
    fn the_readme_has_the_table_of_the_shipped_figures() {
        let recipe = project::www().join("figures/recipe.toml");
        let figures = prepare(&recipe, &Progress::default()).unwrap_or_else(|_| panic!("refused"));
        let page = fs::read_to_string(project::path("README.md")).expect("the README");
        let renewed = renewed(&page, &figures).expect("its marks");
        assert!(renewed.contains("| `kinderen-onder-5` | 2025 | 342 | 342 |"), "{renewed}");
        assert!(page == renewed, "`cargo xtask build` renews the README's table of figures");
    }
}
