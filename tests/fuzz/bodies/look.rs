// SPDX-License-Identifier: EUPL-1.2
//! Looks at all rows that a reader gives.

use kansrijke_start::prepare::problem::Problem;
use kansrijke_start::prepare::read::format::Sink;
use std::ops::ControlFlow;

#[derive(Default)]
pub struct Look {
    width: usize,
    pub rows: u64,
    is_counted: bool,
}

impl Look {
    /// At rows that are numbered without a gap, from 1.
    pub fn counted() -> Self {
        Self { is_counted: true, ..Self::default() }
    }
}

impl Sink for Look {
    fn headings(&mut self, headings: &[String]) -> ControlFlow<()> {
        self.width = headings.len();
        ControlFlow::Continue(())
    }
    fn row(&mut self, number: u64, fields: &csv::StringRecord) -> ControlFlow<()> {
        self.rows += 1;
        assert_eq!(fields.len(), self.width);
        assert!(!self.is_counted || number == self.rows, "{number} is row {}", self.rows);
        ControlFlow::Continue(())
    }
    fn problem(&mut self, problem: Problem) -> ControlFlow<()> {
        assert!(!problem.to_string().is_empty());
        ControlFlow::Continue(())
    }
}
