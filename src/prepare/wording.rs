// SPDX-License-Identifier: EUPL-1.2
//! What libraries and the system say, in the words of someone who works with spreadsheets.

use super::problem::Problem;

/// What is wrong with JSON.
pub fn json(error: &serde_json::Error) -> String {
    let told = error.to_string();
    let (said, place) = match told.rsplit_once(" at line ") {
        Some((said, place)) => (said, place.replace(" column ", ", teken ")),
        None => (told.as_str(), String::new()),
    };
    match error.classify() {
        serde_json::error::Category::Eof => {
            "het einde, midden in het bestand: het is afgebroken".into()
        }
        // Our own words.
        serde_json::error::Category::Io => said.into(),
        serde_json::error::Category::Syntax => format!("iets dat geen JSON is, op regel {place}"),
        serde_json::error::Category::Data => {
            format!("een andere opbouw, op regel {place}")
        }
    }
}

/// What is wrong with a file in TOML.
pub fn toml(file: &str, text: &str, error: &toml::de::Error, expected: &str) -> Problem {
    let above = error.span().and_then(|span| text.get(..span.start));
    let row = above.map(|above| above.matches('\n').count() as u64 + 1);
    let line = row.and_then(|row| text.lines().nth(row as usize - 1)).unwrap_or_default();
    let (found, expected) = told(error.message(), line.trim())
        .unwrap_or_else(|| (format!("iets dat geen TOML is: {}", line.trim()), expected.into()));
    Problem { row, ..Problem::file(file, found, expected) }
}

/// What is wrong with a key, and what was expected.
pub fn key(said: &str, expected: &str) -> (String, String) {
    told(said, "").unwrap_or_else(|| ("iets dat hier niet past".into(), expected.into()))
}

/// The words of the reader of TOML, and those of our own definitions, in Dutch; `None` for what
/// is no TOML at all in some way that does not matter.
fn told(said: &str, line: &str) -> Option<(String, String)> {
    let named = |nth: usize| said.split('`').nth(nth).unwrap_or_default();
    let words = |from: usize| said.split('`').skip(from).step_by(2).collect::<Vec<_>>().join(", ");
    let at = |found: &str| match line {
        "" => found.to_string(),
        line => format!("{found} ({line})"),
    };
    let pair = |found: String, expected: &str| Some((found, expected.to_string()));
    if said.starts_with("missing field") {
        return pair(format!("geen sleutel {}", named(1)), &format!("ook {} = …", named(1)));
    }
    if said.starts_with("unknown field") {
        return pair(format!("de onbekende sleutel {}", named(1)), &words(3));
    }
    if said.starts_with("unknown variant") {
        return pair(format!("\"{}\"", named(1)), &words(3));
    }
    if said.starts_with("duplicate key") {
        return pair(at("een sleutel die er al is"), "elke sleutel eenmaal");
    }
    if said.starts_with("invalid type") || said.starts_with("data did not match") {
        let wanted = said.rsplit_once("expected ").map_or("", |(_, wanted)| wanted);
        return pair(at("een waarde van een andere soort"), kind(wanted));
    }
    if let Some(rest) = said.strip_prefix("data-malformed: ") {
        let (place, rest) = rest.split_once(": found ")?;
        let (found, expected) = rest.split_once("; expected ")?;
        return pair(format!("bij {place} {}", kind(found)), kind(expected));
    }
    if said.contains("unclosed") || said.contains("unterminated") {
        let expected = "een haakje of aanhalingsteken dat ook sluit: [[file]], \"tekst\"";
        return pair(at("een haakje of aanhalingsteken dat niet sluit"), expected);
    }
    None
}

/// What sort of thing stands or should stand somewhere.
fn kind(said: &str) -> &str {
    match said {
        "nothing" => "niets",
        "a number" | "f64" | "i32" | "an integer" => "een getal",
        "a text" | "a string" => "een tekst tussen aanhalingstekens",
        "a list" | "a list of texts" | "a sequence" => "een lijst: [\"…\"]",
        "an object" | "a map" => "een tabel: { … }",
        "a boolean" => "true of false",
        "" => "een waarde zoals in het schema",
        other => other,
    }
}

/// What is wrong with a table.
pub fn csv(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::Io(error) => io(error),
        csv::ErrorKind::Utf8 { .. } => "tekens die geen UTF-8 zijn".into(),
        _ => "iets dat geen rij van een tabel is".into(),
    }
}

/// A number as it is written in Dutch, without signs between its thousands.
pub fn number(number: f64) -> String {
    number.to_string().replace('.', ",")
}

/// "1 rij", "2 rijen".
pub fn counted(number: u64, one: &str, several: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { several })
}

/// What is wrong with a file or a folder.
pub fn io(error: &std::io::Error) -> String {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => "niets van die naam".into(),
        ErrorKind::PermissionDenied => "geen toegang".into(),
        ErrorKind::IsADirectory => "een map".into(),
        ErrorKind::NotADirectory => "een bestand".into(),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "geen ruimte meer op de schijf".into(),
        ErrorKind::FileTooLarge => "geen ruimte voor een bestand van die grootte".into(),
        ErrorKind::CrossesDevices | ErrorKind::ResourceBusy => {
            "een aangekoppelde schijf, die niet te vervangen is".into()
        }
        ErrorKind::ReadOnlyFilesystem => "een schijf waarop niet te schrijven is".into(),
        _ => error.to_string(),
    }
}
