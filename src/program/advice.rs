// SPDX-License-Identifier: EUPL-1.2
//! What was meant by options that mean nothing as they are, with the names of a data folder.

use super::read_for;
use crate::advice::clue::clues;
use crate::advice::correction::{Correction, corrections};
use crate::advice::names::Names;
use crate::error::Error;
use crate::request::{Language, Request};
use crate::text::advice::Said;
use crate::text::words::advice::AdviceWords;
use std::collections::BTreeMap;
use std::path::Path;

/// Attributes by their names.
pub type Asked = BTreeMap<&'static str, String>;

/// What was refused, and how it is said.
#[derive(Clone, Debug)]
pub struct Refused {
    /// Why.
    pub error: Error,
    /// In words.
    pub said: Said,
}

/// Answers what is asked. Where that is refused, and can be read in one way though it is not written
/// so, that is answered, and the corrections say what was read.
///
/// # Errors
/// What was refused, of what was read.
pub fn answer<T>(
    folder: &Path,
    language: Language,
    asked: &Asked,
    answer: impl Fn(&Asked) -> Result<T, Error>,
) -> Result<(T, Vec<Correction>), Box<Refused>> {
    let error = match answer(asked) {
        Ok(answer) => return Ok((answer, Vec::new())),
        Err(error) => error,
    };
    let names = names(folder);
    let found = corrections(|name| asked.get(name).cloned(), &names);
    let mut read = asked.clone();
    for correction in &found {
        read.insert(correction.name, correction.read.clone());
    }
    let error = match found.is_empty() {
        true => error,
        false => match answer(&read) {
            Ok(answer) => return Ok((answer, found)),
            Err(error) => error,
        },
    };
    Err(Box::new(refused(folder, language, &read, error)))
}

/// An error in words, with all that the folder has to say about it.
pub fn refused(folder: &Path, language: Language, asked: &Asked, error: Error) -> Refused {
    let names = names(folder);
    let attribute = |name: &'static str| asked.get(name).cloned();
    let request = Request::parse(attribute, language.tag(), 0).ok();
    let dataset = request.and_then(|request| read_for(folder, &request).ok());
    let names = dataset.as_ref().map_or(names.clone(), |dataset| names.or_of(dataset));
    let said = Said::of(language, &error, &clues(&error, attribute, &names, dataset.as_ref()));
    Refused { error, said }
}

/// What the user of the program is told of what was read: what became of a region, and what stood there.
pub fn told(language: Language, corrections: &[Correction]) -> Option<String> {
    if corrections.is_empty() {
        return None;
    }
    let words = AdviceWords::of(language);
    let instead = words.instead(corrections);
    let all = instead.into_iter().chain([words.read(corrections)]);
    Some(all.collect::<Vec<_>>().join(" "))
}

/// The names of a folder; none in one of an earlier version.
fn names(folder: &Path) -> Names {
    let bytes = std::fs::read(folder.join(Names::FILE)).unwrap_or_default();
    serde_json::from_slice(&bytes).map(|file| Names::read(&file)).unwrap_or_default()
}
