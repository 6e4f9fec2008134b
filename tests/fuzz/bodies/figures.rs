// SPDX-License-Identifier: EUPL-1.2
//! From the rows of a table to records on the boundaries of the reference year, with its sums.

use super::shipped::{DEFINITIONS, GAZETTEER, TABLES};
use kansrijke_start::indicator::period::Period;
use kansrijke_start::prepare::geography::harmonise;
use kansrijke_start::prepare::problem::MOST_PROBLEMS;
use kansrijke_start::prepare::read::format;
use kansrijke_start::prepare::read::input::Input;
use kansrijke_start::prepare::read::rows::RowReader;
use kansrijke_start::prepare::recipe::{FileRecipe, Groups, Recipe};
use kansrijke_start::prepare::sourced::SourcedRecords;
use std::sync::LazyLock;

static RECIPE: LazyLock<FileRecipe> = LazyLock::new(|| {
    let recipe = "[[file]]\npath = \"x\"\nregion = \"r\"\nperiod = \"p\"\n[[file.series]]\n\
        indicator_column = \"i\"\nnumerator = \"x\"\ndenominator = \"n\"\nvalue = \"v\"\nlower = \"l\"\n\
        upper = \"u\"\nanswer = \"a\"\nstatus = \"s\"\n";
    Recipe::parse("recipe.toml", recipe).unwrap().file.remove(0)
});

/// Whether there were records, and nothing wrong behind them.
pub fn run(bytes: &[u8]) -> bool {
    let mut file = b"i;r;p;x;n;v;l;u;a;s\n".to_vec();
    file.extend_from_slice(bytes);
    file.push(b'\n');
    let Ok(input) = Input::of("x.csv", &file) else { return false };
    let mut reader = RowReader::new(&RECIPE, &DEFINITIONS, &GAZETTEER, &[]);
    let form = format::of(&input, Some("tidy")).unwrap();
    if form.read(&input, &mut reader).is_err() {
        return false;
    }
    let mut sourced = SourcedRecords::new();
    let (_, problems) = reader.finish(&mut sourced);
    assert!(problems.len() <= MOST_PROBLEMS);
    // Harmonising all places takes a hundred times as long as reading: now and then. Two rows say
    // all that a sum can get wrong; thousands only take time.
    if bytes.len().is_multiple_of(64) && sourced.values().all(|records| records.len() <= 4) {
        let year = |y| Period::years(y, y);
        for records in sourced.values() {
            if let Ok(mut records) =
                harmonise::harmonise(records, &TABLES.1, &TABLES.0, Groups::Sum)
            {
                harmonise::pool(&mut records, &[year(2014), year(2015)], Period::years(2014, 2015));
            }
        }
    }
    problems.is_empty() && !sourced.is_empty()
}
