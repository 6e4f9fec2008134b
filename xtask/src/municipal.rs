// SPDX-License-Identifier: EUPL-1.2
//! The table of both READMEs of subjects that have figures of municipalities, and up to when.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;

use anyhow::{Context, Result};
use kansrijke_start::indicator::observation::Status;
use kansrijke_start::indicator::region::Kind;
use kansrijke_start::prepare::run::Figures;
use kansrijke_start::request::Language;

use crate::project;

/// One of the two READMEs, and what it says of the table in its language.
struct Page {
    file: &'static str,
    begin: &'static str,
    end: &'static str,
    heads: &'static str,
    until: &'static str,
    language: Language,
}

const PAGES: [Page; 2] = [
    Page {
        file: "README.md",
        begin: "<!-- begin: cijfers van gemeenten, gemaakt door cargo xtask build -->\n",
        end: "<!-- einde: cijfers van gemeenten -->\n",
        heads: "| onderwerp | `indicator` | jaren | gemeenten met een cijfer | in het nieuwste jaar |",
        until: "tot en met",
        language: Language::Dutch,
    },
    Page {
        file: "README.en.md",
        begin: "<!-- begin: figures of municipalities, made by cargo xtask build -->\n",
        end: "<!-- end: figures of municipalities -->\n",
        heads: "| subject | `indicator` | years | municipalities with a figure | in the newest year |",
        until: "to",
        language: Language::English,
    },
];

/// A subject with figures of fewer municipalities is one of those places, and not of them all.
const FEW: usize = 10;

/// Puts the table of these figures into both READMEs, where it differs.
pub fn write(figures: &Figures) -> Result<()> {
    for page in &PAGES {
        let path = project::path(page.file);
        let text = fs::read_to_string(&path)?;
        let renewed = renewed(&text, page, figures)?;
        if renewed != text {
            fs::write(&path, renewed)?;
        }
    }
    Ok(())
}

/// The text with the table of these figures between its marks.
fn renewed(text: &str, page: &Page, figures: &Figures) -> Result<String> {
    let (before, rest) =
        text.split_once(page.begin).context("the README has no place for figures")?;
    let (_, after) = rest.split_once(page.end).context("the README's table has no end")?;
    Ok([before, page.begin, &table(figures, page), page.end, after].concat())
}

fn table(figures: &Figures, page: &Page) -> String {
    let mut table = [page.heads, "\n|---|---|---|---|---|\n"].concat();
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
            false => format!("{first} {} {last}", page.until),
        };
        let (nl, en) = (&definition.name.nl, &definition.name.en);
        let (name, id) = (page.language.either(nl, en), &definition.id);
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
    fn the_readmes_have_the_table_of_the_shipped_figures() {
        let recipe = project::www().join("figures/recipe.toml");
        let figures = prepare(&recipe, &Progress::default()).unwrap_or_else(|_| panic!("refused"));
        for page in &PAGES {
            let text = fs::read_to_string(project::path(page.file)).expect("the README");
            let renewed = renewed(&text, page, &figures).expect("its marks");
            assert!(renewed.contains("| `kinderen-onder-5` | 2025 | 342 | 342 |"), "{renewed}");
            assert!(text == renewed, "`cargo xtask build` renews the table of {}", page.file);
        }
    }
}
