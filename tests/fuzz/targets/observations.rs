// SPDX-License-Identifier: EUPL-1.2
//! The reader of OData in JSON.
#![no_main]

use kansrijke_start::prepare::read::format::delimited::Lines;
use kansrijke_start::prepare::read::format::description::is_description;
use kansrijke_start::prepare::read::format::odata::Observations;
use kansrijke_start::prepare::read::format::{Format, Sink};
use kansrijke_start::prepare::read::input::Input;
use kansrijke_start::prepare::problem::Problem;
use libfuzzer_sys::fuzz_target;
use std::ops::ControlFlow;

struct Look {
    width: usize,
    rows: u64,
}

impl Sink for Look {
    fn headings(&mut self, headings: &[String]) -> ControlFlow<()> {
        self.width = headings.len();
        ControlFlow::Continue(())
    }
    fn row(&mut self, number: u64, fields: &csv::StringRecord) -> ControlFlow<()> {
        self.rows += 1;
        assert_eq!((number, fields.len()), (self.rows, self.width));
        ControlFlow::Continue(())
    }
    fn problem(&mut self, _: Problem) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

fuzz_target!(|bytes: &[u8]| {
    let Ok(input) = Input::of("x.json", bytes) else { return };
    let _ = is_description(&Lines::of(&input.head));
    let _ = Observations.read(&input, &mut Look { width: 0, rows: 0 });
});
