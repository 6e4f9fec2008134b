// SPDX-License-Identifier: EUPL-1.2
//! What a row says of a record in words: an answer, a status, a source, a remark.

use super::columns::TextColumns;
use crate::indicator::observation::{Answer, Status};
use crate::prepare::cell::number::trim;
use crate::prepare::message::Expected;

/// What a row says.
#[derive(Clone, Debug, Default)]
pub(super) struct Remarks {
    pub(super) answer: Option<Answer>,
    pub(super) status: Option<Status>,
    pub(super) source: Option<String>,
    pub(super) note: Option<String>,
}

/// A word that means nothing: its column, the word, and what would mean something.
pub(super) type Meaningless = (Option<usize>, String, Expected);

impl Remarks {
    /// Reads them.
    ///
    /// # Errors
    /// An answer or a status that is none.
    pub(super) fn read(
        columns: &TextColumns,
        fields: &csv::StringRecord,
    ) -> Result<Self, Meaningless> {
        let text = |at: Option<usize>| at.and_then(|at| fields.get(at)).map_or("", trim);
        let own = |at: Option<usize>| Some(text(at).to_string()).filter(|t| !t.is_empty());
        let wrong = |at, expected| Err((at, text(at).to_string(), expected));
        let answer = match text(columns.answer).to_lowercase().as_str() {
            "" => None,
            "yes" | "ja" => Some(Answer::Yes),
            "preparation" | "in voorbereiding" => Some(Answer::Preparation),
            "no" | "nee" => Some(Answer::No),
            _ => return wrong(columns.answer, Expected::AnswerWord),
        };
        let status = match text(columns.status).to_lowercase().as_str() {
            "" | "definitief" | "definitive" | "final" => None,
            "voorlopig" | "nader voorlopig" | "provisional" => Some(Status::Provisional),
            "schatting" | "geschat" | "estimate" | "estimated" => Some(Status::Estimate),
            "ontbreekt" | "onbekend" | "geen cijfer" | "missing" => Some(Status::Missing),
            "geheim" | "achtergehouden" | "afgeschermd" | "vertrouwelijk" | "onderdrukt"
            | "withheld" | "confidential" | "secret" => Some(Status::Withheld),
            "niet opgehaald" | "not-fetched" => Some(Status::NotFetched),
            "niet van toepassing" | "n.v.t." | "nvt" | "not-applicable" => {
                Some(Status::NotApplicable)
            }
            _ => {
                let words = Expected::StatusWord;
                return wrong(columns.status, words);
            }
        };
        Ok(Self { answer, status, source: own(columns.source), note: own(columns.note) })
    }
}
