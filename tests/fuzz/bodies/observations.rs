// SPDX-License-Identifier: EUPL-1.2
//! The reader of OData in JSON.

use kansrijke_start::prepare::problem::Problem;
use kansrijke_start::prepare::read::format::delimited::Lines;
use kansrijke_start::prepare::read::format::description::is_description;
use kansrijke_start::prepare::read::format::odata::Observations;
use kansrijke_start::prepare::read::format::{Format, Sink};
use kansrijke_start::prepare::read::input::Input;
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

/// Whether there were rows, and nothing wrong behind them.
pub fn run(bytes: &[u8]) -> bool {
    let Ok(input) = Input::of("x.json", bytes) else { return false };
    let _ = is_description(&Lines::of(&input.head));
    let mut look = Look { width: 0, rows: 0 };
    Observations.read(&input, &mut look).is_ok() && look.rows > 0
}
