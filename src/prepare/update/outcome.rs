// SPDX-License-Identifier: EUPL-1.2
//! What an update did, in lines for a person and in one for a log.

use crate::prepare::message::{Say, messages};
use crate::prepare::problem::Problem;
use crate::prepare::publish::changes::Changes;
use crate::prepare::run::Summary;
use crate::request::Language;

/// What was done.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// Tables of the recipe.
    pub tables: usize,
    /// Those that were fetched, as there was a newer edition.
    pub fetched: usize,
    /// Those that could not be had, and were done without.
    pub failed: usize,
    /// Whether the figures are others than those that stood in the folder; they were then written.
    pub is_new: bool,
    /// What a person should know of the tables.
    pub notes: Vec<Note>,
    /// What `prepare` has to say.
    pub summary: Summary,
}

messages! {
    /// What a person should know of one table.
    Note {
        Fetched(id: String, title: String, modified: String, pages: usize) => "{id} opgehaald ({title}; {modified}; pagina's: {pages})", "{id} fetched ({title}; {modified}; pages: {pages})";
        Discontinued(id: String, title: String) => "let op: {id} is stopgezet, er komt geen nieuwe editie meer ({title})", "note: {id} is discontinued, there will be no newer edition ({title})";
        DoneWithout(problem: Box<Problem>) => "let op: niet opgehaald: {problem}", "note: not fetched: {problem}";
    }
}

messages! {
    /// A part of the line for a log.
    Line {
        New(tables: Box<Line>, changes: Box<Line>, files: usize, folder: String) => "bijgewerkt: {tables}; {changes}; bestanden: {files} in {folder}", "updated: {tables}; {changes}; files: {files} in {folder}";
        Same(tables: Box<Line>) => "niets nieuws: {tables}", "nothing new: {tables}";
        Tables(all: usize, fetched: usize) => "tabellen: {all}, waarvan {fetched} opgehaald", "tables: {all}, of which {fetched} fetched";
        Lacking(all: usize, fetched: usize, failed: usize) => "tabellen: {all}, waarvan {fetched} opgehaald en {failed} niet te krijgen", "tables: {all}, of which {fetched} fetched and {failed} not to be had";
        First(figures: usize) => "cijfers: {figures}", "figures: {figures}";
        Statuses => "alleen de status van cijfers is anders", "only the status of figures differs";
        Changed(changes: Changes) => "{changes}", "{changes}";
    }
}

impl Outcome {
    /// One line for each thing that a person wants to know, but for the last.
    pub fn text(&self, language: Language) -> String {
        let notes = self.notes.iter().map(|note| note.say(language));
        notes.chain([self.summary.text(language)]).collect::<Vec<_>>().join("\n")
    }

    /// All of it in one line, for a log. `folder` is where the figures are.
    pub fn line(&self, folder: &str, language: Language) -> String {
        let tables = match self.failed {
            0 => Line::Tables(self.tables, self.fetched),
            failed => Line::Lacking(self.tables, self.fetched, failed),
        };
        let tables = Box::new(tables);
        let line = match self.is_new {
            true => Line::New(tables, Box::new(self.changes()), self.summary.files, folder.into()),
            false => Line::Same(tables),
        };
        line.say(language)
    }

    fn changes(&self) -> Line {
        let Some(changes) = &self.summary.changes else {
            return Line::First(self.summary.shown);
        };
        let all = changes.values().fold(Changes::default(), |all, one| all.with(*one));
        match all == Changes::default() {
            true => Line::Statuses,
            false => Line::Changed(all),
        }
    }
}
