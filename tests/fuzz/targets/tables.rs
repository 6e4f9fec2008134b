// SPDX-License-Identifier: EUPL-1.2
//! The readers of tables, on the same bytes.
#![no_main]

use kansrijke_start::prepare::read::format::{FORMATS, Sink, of};
use kansrijke_start::prepare::read::input::Input;
use kansrijke_start::prepare::problem::Problem;
use libfuzzer_sys::fuzz_target;
use std::ops::ControlFlow;

/// Looks at all that it is given.
struct Look {
    width: usize,
}

impl Sink for Look {
    fn headings(&mut self, headings: &[String]) -> ControlFlow<()> {
        self.width = headings.len();
        ControlFlow::Continue(())
    }
    fn row(&mut self, _: u64, fields: &csv::StringRecord) -> ControlFlow<()> {
        assert_eq!(fields.len(), self.width);
        ControlFlow::Continue(())
    }
    fn problem(&mut self, problem: Problem) -> ControlFlow<()> {
        assert!(!problem.to_string().is_empty());
        ControlFlow::Continue(())
    }
}

fuzz_target!(|bytes: &[u8]| {
    let Ok(input) = Input::of("x", bytes) else { return };
    if let Ok(format) = of(&input, None) {
        let _ = format.read(&input, &mut Look { width: 0 });
    }
    // The other tables differ from one line of headings only in what they are recognised by.
    for name in ["statline-old", "tidy"] {
        let format = FORMATS.into_iter().find(|f| f.name() == name).unwrap();
        let _ = format.read(&input, &mut Look { width: 0 });
    }
});
