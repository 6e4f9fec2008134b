// SPDX-License-Identifier: EUPL-1.2
//! What every definition of an indicator has, and what may stand there.

use crate::prepare::message::{Expected, Found, Keys, Or, Several};

/// A key that a definition needs, and what may stand there.
struct Key {
    name: &'static str,
    allowed: Allowed,
}

enum Allowed {
    Words(&'static [&'static str]),
    /// A text in both languages.
    Bilingual,
    /// A whole number up to this one.
    Number(i64),
    /// A table with at least this text.
    Table(&'static str),
}

const KEYS: [Key; 9] = [
    Key { name: "phase", allowed: Allowed::Words(&["before", "during", "after", "programme"]) },
    Key {
        name: "kind",
        allowed: Allowed::Words(&["share", "rate", "count", "mean", "presence", "range"]),
    },
    Key { name: "direction", allowed: Allowed::Words(&["lower", "higher", "context"]) },
    Key { name: "counted", allowed: Allowed::Words(&["persons", "municipalities"]) },
    Key { name: "decimals", allowed: Allowed::Number(6) },
    Key { name: "name", allowed: Allowed::Bilingual },
    Key { name: "definition", allowed: Allowed::Bilingual },
    Key { name: "sentence", allowed: Allowed::Bilingual },
    Key { name: "source", allowed: Allowed::Table("publisher") },
];

impl Allowed {
    fn fits(&self, value: &toml::Value) -> bool {
        let has = |key: &str| value.get(key).is_some_and(toml::Value::is_str);
        match self {
            Self::Words(words) => value.as_str().is_some_and(|word| words.contains(&word)),
            Self::Bilingual => has("nl") && has("en"),
            Self::Number(most) => value.as_integer().is_some_and(|n| (0..=*most).contains(&n)),
            Self::Table(text) => has(text),
        }
    }

    fn expected(&self, name: &str) -> Expected {
        match self {
            Self::Words(words) => Expected::OneOf(name.into(), Or(words)),
            Self::Bilingual => Expected::Verbatim(format!("{name} = {{ nl = \"…\", en = \"…\" }}")),
            Self::Number(most) => Expected::UpTo(name.into(), most.to_string()),
            Self::Table(text) => Expected::Verbatim(format!("{name} = {{ {text} = \"…\" }}")),
        }
    }
}

/// What a definition lacks or has wrong, all of it at once, and what should stand there. `None`
/// where it has everything.
pub fn lacking(definition: &toml::Table) -> Option<(Found, Expected)> {
    let (mut keys, mut expected) = (Keys::default(), Vec::new());
    for Key { name, allowed } in &KEYS {
        match definition.get(*name) {
            Some(value) if allowed.fits(value) => continue,
            Some(value) => keys.wrong.push(format!("{name} = {value}")),
            None => keys.absent.push(*name),
        }
        expected.push(allowed.expected(name));
    }
    let is_lacking = !expected.is_empty();
    is_lacking.then_some((Found::Lacking(keys), Expected::All(Several(expected))))
}
