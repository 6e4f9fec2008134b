// SPDX-License-Identifier: EUPL-1.2
//! An indicator made from what a workbook says of it. Its texts are data: signs that mean
//! something to the sentences of this project are taken out, and markup is escaped where it is
//! written.

use crate::indicator::definition::Kind;
use toml::{Table, Value};

/// A name is no longer than this many characters, an explanation no longer than this.
const NAME: usize = 200;
const LONG: usize = 1_000;

/// What a workbook says of an indicator.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) description: String,
    pub(super) more: String,
    pub(super) decimals: String,
    pub(super) source: String,
    pub(super) numerator: String,
    pub(super) denominator: String,
    pub(super) unit: String,
}

/// The id of an indicator of Swing: its code in the letters that an id may have.
pub(super) fn id(code: &str) -> String {
    let mut id = String::new();
    for c in code.trim().to_lowercase().chars() {
        match c {
            c if c.is_ascii_lowercase() || c.is_ascii_digit() => id.push(c),
            _ if !id.ends_with('-') => id.push('-'),
            _ => {}
        }
    }
    id.trim_matches('-').to_string()
}

impl Said {
    /// As a definition of a catalogue.
    pub(super) fn definition(&self, id: &str, kind: Kind, file: &str) -> Table {
        let name = match plain(&self.name, NAME) {
            name if name.is_empty() => plain(&self.code, NAME),
            name => name,
        };
        let explained = [&self.description, &self.more].map(|text| plain(text, LONG));
        let explained = explained.into_iter().find(|text| !text.is_empty());
        let publisher = match plain(&self.source, NAME) {
            source if source.is_empty() => plain(file, NAME),
            source => source,
        };
        let decimals: i64 = self.decimals.parse().unwrap_or(match kind {
            Kind::Count => 0,
            _ => 1,
        });
        let mut definition = Table::new();
        let mut put = |key: &str, value: Value| {
            definition.insert(key.to_string(), value);
        };
        put("id", id.into());
        put("sets", Value::Array(vec!["beside".into()]));
        put("phase", "programme".into());
        put("kind", word(kind).into());
        // What a workbook does not say: whether more of it is better.
        put("direction", "context".into());
        put("counted", "persons".into());
        put("decimals", decimals.clamp(0, 6).into());
        put("definition", both(explained.as_deref().unwrap_or(&name)));
        put(
            "sentence",
            bilingual(
                format!("{name}: in {{region}} was dat {{period}} {{value}}."),
                format!("{name}: in {{region}} it was {{value}} {{period}}."),
            ),
        );
        put("name", both(&name));
        for (key, text) in [("numerator", &self.numerator), ("denominator", &self.denominator)] {
            let text = plain(text, NAME);
            if !text.is_empty() {
                put(key, both(&text));
            }
        }
        let unit = plain(&self.unit, 40);
        if matches!(kind, Kind::Mean | Kind::Count) && unit.chars().count() > 1 {
            put("unit", both(&unit));
        }
        put(
            "source",
            Value::Table(Table::from_iter([("publisher".to_string(), publisher.into())])),
        );
        definition
    }
}

fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Share => "share",
        Kind::Rate => "rate",
        Kind::Count => "count",
        // Swing has no others.
        _ => "mean",
    }
}

/// One text for both languages: a workbook has it in one.
fn both(text: &str) -> Value {
    bilingual(text.to_string(), text.to_string())
}

fn bilingual(nl: String, en: String) -> Value {
    Value::Table(Table::from_iter([("nl".to_string(), nl.into()), ("en".to_string(), en.into())]))
}

/// A text on one line, without the brackets that sentences have for their parts.
fn plain(text: &str, most: usize) -> String {
    let signs = text.chars().map(|c| match c {
        '{' => '(',
        '}' => ')',
        c if c.is_control() => ' ',
        c => c,
    });
    let spaced: String = signs.collect();
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let text = words.join(" ");
    match text.chars().count() > most {
        true => text.chars().take(most).chain(['…']).collect(),
        false => text,
    }
}
