// SPDX-License-Identifier: EUPL-1.2
//! What libraries and the system refuse, as what was found and expected. What they say themselves
//! is English, and written for whoever calls them.

use super::message::{Aside, Expected, Found, Thing};
use super::problem::Problem;

/// What is wrong with JSON.
pub fn json(error: serde_json::Error) -> Found {
    let (line, column) = (error.line(), error.column());
    match error.classify() {
        serde_json::error::Category::Eof => Found::CutOff,
        serde_json::error::Category::Io => io(&error.into()),
        serde_json::error::Category::Syntax => Found::NotJson(line, column),
        serde_json::error::Category::Data => Found::OtherJson(line, column),
    }
}

/// What is wrong with a file in TOML.
pub fn toml(file: &str, text: &str, error: &toml::de::Error, expected: Expected) -> Problem {
    let above = error.span().and_then(|span| text.get(..span.start));
    let above = above.map(|above| above.matches('\n').count());
    let line = above.and_then(|above| text.lines().nth(above)).unwrap_or_default().trim();
    let (found, expected) =
        key(error.message(), line).unwrap_or_else(|| (Found::NotToml(line.into()), expected));
    let row = above.and_then(|above| u64::try_from(above + 1).ok());
    let problem = Problem::file(file, found, expected);
    Problem { spot: super::problem::Spot { row, ..problem.spot }, ..problem }
}

/// What is wrong with a definition, and what was expected.
pub fn definition(error: &toml::de::Error, expected: Expected) -> (Found, Expected) {
    key(error.message(), "").unwrap_or((Found::Unfitting, expected))
}

/// What the reader of TOML says, or our own definitions; `None` for what is no TOML at all in
/// some way that does not matter.
fn key(message: &str, line: &str) -> Option<(Found, Expected)> {
    let named = |nth: usize| message.split('`').nth(nth).unwrap_or_default().to_string();
    let words = |from: usize| {
        let words: Vec<&str> = message.split('`').skip(from).step_by(2).collect();
        Expected::Verbatim(words.join(", "))
    };
    let line = Aside(line.into());
    if message.starts_with("missing field") {
        return Some((Found::MissingKey(named(1)), Expected::AlsoKey(named(1))));
    }
    if message.starts_with("unknown field") {
        return Some((Found::UnknownKey(named(1)), words(3)));
    }
    if message.starts_with("unknown variant") {
        return Some((Found::Quoted(named(1)), words(3)));
    }
    if message.starts_with("duplicate key") {
        return Some((Found::KeyTwice(line), Expected::KeyOnce));
    }
    if message.starts_with("invalid type") || message.starts_with("data did not match") {
        let wanted = message.rsplit_once("expected ").map_or("", |(_, wanted)| wanted);
        return Some((Found::OtherType(line), Expected::Thing(thing(wanted))));
    }
    if let Some(rest) = message.strip_prefix("data-malformed: ") {
        let (place, rest) = rest.split_once(": found ")?;
        let (found, expected) = rest.split_once("; expected ")?;
        let found = Found::ThingAt(place.into(), thing(found));
        return Some((found, Expected::Thing(thing(expected))));
    }
    if message.contains("unclosed") || message.contains("unterminated") {
        return Some((Found::Unclosed(line), Expected::Closed));
    }
    None
}

/// What sort of thing stands or should stand somewhere.
fn thing(name: &str) -> Thing {
    match name {
        "nothing" => Thing::Nothing,
        "a number" | "f64" | "i32" | "an integer" => Thing::Number,
        "a text" | "a string" => Thing::Text,
        "a list" | "a list of texts" | "a sequence" => Thing::List,
        "an object" | "a map" => Thing::Table,
        "a boolean" => Thing::Boolean,
        "" => Thing::AsInSchema,
        other => Thing::Other(other.into()),
    }
}

/// What is wrong with a table.
pub fn csv(error: &csv::Error) -> Found {
    match error.kind() {
        csv::ErrorKind::Io(error) => io(error),
        csv::ErrorKind::Utf8 { .. } => Found::NotUtf8,
        _ => Found::NotARow,
    }
}

/// What is wrong with a file or a folder.
pub fn io(error: &std::io::Error) -> Found {
    use std::io::ErrorKind;
    // What we refuse ourselves where only a system's error fits.
    if let Some(found) = error.get_ref().and_then(|inner| inner.downcast_ref::<Found>()) {
        return found.clone();
    }
    match error.kind() {
        ErrorKind::NotFound => Found::NoSuchFile,
        ErrorKind::PermissionDenied => Found::NoAccess,
        ErrorKind::IsADirectory => Found::Folder,
        ErrorKind::NotADirectory => Found::File,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Found::FullDisk,
        ErrorKind::FileTooLarge => Found::FileTooLarge,
        ErrorKind::CrossesDevices | ErrorKind::ResourceBusy => Found::MountedDisk,
        ErrorKind::ReadOnlyFilesystem => Found::ReadOnlyDisk,
        _ => Found::Verbatim(error.to_string()),
    }
}
