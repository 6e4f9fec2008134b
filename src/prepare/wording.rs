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
            format!("een andere opbouw, op regel {place} ({said})")
        }
    }
}

/// What is wrong with a file in TOML.
pub fn toml(file: &str, text: &str, error: &toml::de::Error, expected: &str) -> Problem {
    let above = error.span().and_then(|span| text.get(..span.start));
    let row = above.map(|above| above.matches('\n').count() as u64 + 1);
    let (found, expected) = key(error.message(), expected);
    Problem { row, ..Problem::file(file, found, expected) }
}

/// What is wrong with a key, and what was expected.
pub fn key(said: &str, expected: &str) -> (String, String) {
    let named = |nth: usize| said.split('`').nth(nth).unwrap_or_default();
    if said.starts_with("missing field") {
        return (format!("geen sleutel {}", named(1)), expected.into());
    }
    if said.starts_with("unknown field") {
        let known: Vec<&str> = said.split('`').skip(3).step_by(2).collect();
        let known = if known.is_empty() { expected.into() } else { known.join(", ") };
        return (format!("de onbekende sleutel {}", named(1)), known);
    }
    (said.into(), expected.into())
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
