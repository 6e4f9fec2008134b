// SPDX-License-Identifier: EUPL-1.2
//! From the rows of a table to records on the boundaries of the reference year, with its sums.
#![no_main]

mod shipped;

use kansrijke_start::indicator::definition::Definition;
use kansrijke_start::indicator::period::Period;
use kansrijke_start::prepare::read::rows::RowReader;
use kansrijke_start::prepare::recipe::catalogue;
use kansrijke_start::prepare::read::format;
use kansrijke_start::prepare::read::input::Input;
use kansrijke_start::prepare::problem::MOST_PROBLEMS;
use kansrijke_start::prepare::sourced::SourcedRecords;
use kansrijke_start::prepare::geography::harmonise;
use kansrijke_start::prepare::recipe::{FileRecipe, Groups, Recipe};
use libfuzzer_sys::fuzz_target;
use shipped::{GAZETTEER, TABLES};
use std::sync::LazyLock;

static DEFINITIONS: LazyLock<Vec<Definition>> = LazyLock::new(|| {
    let entries = catalogue::parse("catalogue.toml", catalogue::SHIPPED, &[]).unwrap();
    entries.into_iter().map(|e| e.definition).collect()
});

static RECIPE: LazyLock<FileRecipe> = LazyLock::new(|| {
    let recipe = "[[file]]\npath = \"x\"\nregion = \"r\"\nperiod = \"p\"\n[[file.series]]\n\
        indicator_column = \"i\"\nnumerator = \"x\"\ndenominator = \"n\"\nvalue = \"v\"\nlower = \"l\"\n\
        upper = \"u\"\nanswer = \"a\"\nstatus = \"s\"\n";
    Recipe::parse("recipe.toml", recipe).unwrap().file.remove(0)
});

fuzz_target!(|bytes: &[u8]| {
    let mut file = b"i;r;p;x;n;v;l;u;a;s\n".to_vec();
    file.extend_from_slice(bytes);
    file.push(b'\n');
    let Ok(input) = Input::of("x.csv", &file) else { return };
    let mut reader = RowReader::new(&RECIPE, &DEFINITIONS, &GAZETTEER, &[]);
    let form = format::of(&input, Some("tidy")).unwrap();
    if form.read(&input, &mut reader).is_err() {
        return;
    }
    let mut sourced = SourcedRecords::new();
    let (_, problems) = reader.finish(&mut sourced);
    assert!(problems.len() <= MOST_PROBLEMS);
    // Harmonising all places takes a hundred times as long as reading: now and then.
    if bytes.len() % 64 != 0 {
        return;
    }
    let year = |y| Period::years(y, y);
    for sourced in sourced.values() {
        // Two rows say all that a sum can get wrong; thousands only take time.
        if sourced.len() > 4 {
            return;
        }
        if let Ok(mut records) = harmonise::harmonise(sourced, &TABLES.1, &TABLES.0, Groups::Sum) {
            harmonise::pool(&mut records, &[year(2014), year(2015)], Period::years(2014, 2015));
        }
    }
});
