// SPDX-License-Identifier: EUPL-1.2
//! The forms that official files have: a reader for each, behind one interface, recognised by
//! what is in the file and not by its name. Know rows of text, and nothing of what they mean.

mod ahead;
pub mod delimited;
pub mod description;
pub mod odata;

use crate::prepare::cell::number::Decimal;
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::Problem;
use crate::prepare::read::input::Input;
use delimited::Lines;
use std::ops::ControlFlow;

/// Takes the rows of a file, one by one.
pub trait Sink {
    /// The names of the columns, before any row.
    fn headings(&mut self, headings: &[String]) -> ControlFlow<()>;
    /// A row as wide as the headings, with its number in the file.
    fn row(&mut self, number: u64, fields: &csv::StringRecord) -> ControlFlow<()>;
    /// Something wrong with one row; reading may go on.
    fn problem(&mut self, problem: Problem) -> ControlFlow<()>;
}

/// One form of files.
pub trait Format: Sync {
    /// The name by which a recipe asks for it.
    fn name(&self) -> &'static str;
    /// Whether a file of which these are the first lines has this form.
    fn recognises(&self, head: &Lines<'_>) -> bool;
    /// The decimal sign that files of this form have unless their numbers say otherwise.
    fn decimal(&self, _: &Input) -> Option<Decimal> {
        None
    }
    /// Reads all rows. What follows on this file, where it says that more pages follow.
    ///
    /// # Errors
    /// What is wrong with the file as a whole.
    fn read(&self, input: &Input, sink: &mut dyn Sink) -> Result<Option<String>, Problem>;
}

/// Every form, the most particular first.
pub const FORMATS: [&dyn Format; 9] = [
    &odata::Observations,
    &odata::TypedDataSet,
    &delimited::BULK,
    &delimited::UNTYPED,
    &delimited::STATLINE_OLD,
    &delimited::STATLINE,
    &delimited::WRITE_CSV,
    &delimited::TIDY,
    &delimited::ONE_COLUMN,
];

/// The form of a file, by its content or by the name that a recipe gives.
///
/// # Errors
/// A file of no known form, or one that describes a table; a name of no form.
pub fn of(input: &Input, named: Option<&str>) -> Result<&'static dyn Format, Problem> {
    if let Some(named) = named {
        return FORMATS.into_iter().find(|f| f.name() == named).ok_or_else(|| {
            let names: Vec<&str> = FORMATS.iter().map(|f| f.name()).collect();
            Problem::file(
                &input.name,
                Found::Format(named.into()),
                Expected::Verbatim(names.join(", ")),
            )
        });
    }
    let head = Lines::of(&input.head);
    if description::is_description(&head) {
        return Err(Problem::file(&input.name, Found::Description, Expected::FileOfFigures));
    }
    FORMATS
        .into_iter()
        .find(|f| f.recognises(&head))
        .ok_or_else(|| Problem::file(&input.name, Found::UnknownFormat, Expected::KnownFormat))
}
