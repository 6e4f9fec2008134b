// SPDX-License-Identifier: EUPL-1.2
//! Charts of many regions, which stand in a list: a region on each line.

use super::advice::{self, Asked, Refused};
use super::form::Form;
use crate::error::Error;
use crate::request::Language;
use std::collections::BTreeSet;
use std::io::Read;
use std::path::Path;

/// The path that stands for standard input.
const INPUT: &str = "-";

/// The forms that stand well below each other in one text.
const LINES: &str = "jsonl, csv, json";

/// The regions of a list, as they are written there. Empty lines and those that begin with `#` are
/// none.
///
/// # Errors
/// [`Error::Attribute`] for a list that cannot be read, or that has none.
pub(super) fn read(path: &Path) -> Result<Vec<String>, Error> {
    let refused = || Error::Attribute {
        name: "regions",
        found: path.display().to_string(),
        expected: "regions.txt, -",
    };
    let mut text = String::new();
    let read = match path.as_os_str() == INPUT {
        true => std::io::stdin().read_to_string(&mut text),
        false => std::fs::File::open(path).and_then(|mut file| file.read_to_string(&mut text)),
    };
    read.map_err(|_| refused())?;
    let lines = text.trim_start_matches('\u{feff}').lines().map(str::trim);
    let names: Vec<String> = lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(str::to_string)
        .collect();
    if names.is_empty() { Err(refused()) } else { Ok(names) }
}

/// The codes of regions, each once, and what was read where they are written otherwise.
///
/// # Errors
/// All that are not known.
pub(super) fn codes(
    folder: &Path,
    indicator: &str,
    names: &[String],
    language: Language,
) -> Result<(Vec<String>, Vec<String>), Vec<Refused>> {
    let files = [indicator, ""].into_iter().filter_map(|id| super::read(folder, id).ok());
    let mut known: Vec<_> = files.collect();
    if known.is_empty() {
        // Nothing is said of regions where there are no files to look for them in.
        let asked = Asked::from([("indicator", indicator.to_string())]);
        let id = |asked: &Asked| asked.get("indicator").cloned().unwrap_or_default();
        let read =
            advice::answer(folder, language, &asked, |asked| super::read(folder, &id(asked)));
        known.push(read.map_err(|error| vec![*error])?.0);
    }
    let (mut codes, mut told, mut refused) = (Vec::new(), Vec::new(), Vec::new());
    for name in names {
        let asked = Asked::from([("region", name.clone())]);
        let found = advice::answer(folder, language, &asked, |asked| {
            let name = asked.get("region").map(String::as_str).unwrap_or_default();
            let unknown = || Error::UnknownRegion { found: name.to_string() };
            let region = known.iter().find_map(|file| file.region(name).ok());
            region.map(|(_, region)| region.code.clone()).ok_or_else(unknown)
        });
        match found {
            Ok((code, read)) => {
                told.extend(advice::told(language, &read));
                if !codes.contains(&code) {
                    codes.push(code);
                }
            }
            Err(error) => refused.push(*error),
        }
    }
    if refused.is_empty() { Ok((codes, told)) } else { Err(refused) }
}

/// The lines of charts below each other.
pub(super) struct Lines {
    form: Form,
    seen: BTreeSet<String>,
    text: String,
}

impl Lines {
    /// None yet, of a form that has lines.
    ///
    /// # Errors
    /// [`Error::Attribute`] for another form: those go into a folder.
    pub(super) fn of(form: Form) -> Result<Self, Error> {
        match form {
            Form::Json | Form::Jsonl | Form::Csv => {
                Ok(Self { form, seen: BTreeSet::new(), text: String::new() })
            }
            other => Err(Error::Attribute {
                name: "format",
                found: other.extension().to_string(),
                expected: LINES,
            }),
        }
    }

    /// Adds a chart. Heads, and what charts have in common, such as the country, come once.
    pub(super) fn add(&mut self, chart: &str) {
        for line in chart.lines() {
            if self.form == Form::Json || self.seen.insert(line.to_string()) {
                self.text.push_str(line);
                self.text.push('\n');
            }
        }
    }

    /// All of them.
    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}
