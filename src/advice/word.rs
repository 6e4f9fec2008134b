// SPDX-License-Identifier: EUPL-1.2
//! Which word of a short list a text comes near to: the values of an attribute such as `view`, and
//! the names of the attributes themselves.

use super::spelling::{distance, key, patience};
use crate::request::SHOWN;

/// Attributes of the element that are not among [`SHOWN`].
const MORE: [&str; 3] = ["src", "controls", "follow"];

/// What people call an attribute, and its name.
const ATTRIBUTES: [(&str, &str); 22] = [
    ("onderwerp", "indicator"),
    ("indicatoren", "indicator"),
    ("subject", "indicator"),
    ("gemeente", "region"),
    ("gebied", "region"),
    ("regio", "region"),
    ("municipality", "region"),
    ("area", "region"),
    ("vergelijk", "compare"),
    ("vergelijken", "compare"),
    ("benchmark", "compare"),
    ("weergave", "view"),
    ("grafiek", "view"),
    ("type", "view"),
    ("binnen", "within"),
    ("kaart", "map"),
    ("jaar", "period"),
    ("year", "period"),
    ("taal", "lang"),
    ("language", "lang"),
    ("kop", "heading"),
    ("data", "src"),
];

/// What people call a view, and its word.
const VIEWS: [(&str, &str); 27] = [
    ("cijfer", "number"),
    ("getal", "number"),
    ("lijn", "trend"),
    ("lijngrafiek", "trend"),
    ("line", "trend"),
    ("verloop", "trend"),
    ("staaf", "compare"),
    ("staafdiagram", "compare"),
    ("bar", "compare"),
    ("vergelijk", "compare"),
    ("vergelijking", "compare"),
    ("tabel", "table"),
    ("ranglijst", "ranking"),
    ("rangorde", "ranking"),
    ("trechter", "funnel"),
    ("profiel", "profile"),
    ("overzicht", "heatmap"),
    ("kaart", "map"),
    ("landkaart", "map"),
    ("plattegrond", "map"),
    ("verhaal", "story"),
    ("tijdlijn", "story"),
    ("waarde", "value"),
    ("zin", "sentence"),
    ("stippen", "icons"),
    ("poppetjes", "icons"),
    ("dots", "icons"),
];

/// What people call other values, by their attributes.
const VALUES: [(&str, &str, &str); 12] = [
    ("map", "tegels", "tiles"),
    ("map", "vakjes", "tiles"),
    ("map", "grenzen", "borders"),
    ("details", "gesloten", "closed"),
    ("details", "dicht", "closed"),
    ("details", "geen", "none"),
    ("theme", "licht", "light"),
    ("theme", "donker", "dark"),
    ("controls", "gebied", "region"),
    ("controls", "gemeente", "region"),
    ("controls", "onderwerp", "indicator"),
    ("controls", "jaar", "period"),
];

/// The words of an attribute, in a list with commas, that a text comes near to.
pub(super) fn near(name: &str, text: &str, expected: &'static str) -> Option<&'static str> {
    let typed = key(text);
    if name == "view"
        && let Some((_, word)) = VIEWS.iter().find(|(called, _)| *called == typed)
    {
        return Some(word);
    }
    let called = VALUES.iter().find(|(of, called, _)| *of == name && *called == typed);
    called.map(|(.., word)| *word).or_else(|| nearest(&typed, expected.split(", ")))
}

/// The attribute that is meant by a name that is none: `data-indicator`, `regio`, `veiw`.
///
/// ```
/// use kansrijke_start::advice::word::attribute;
///
/// assert_eq!(attribute("data-indicator"), Some("indicator"));
/// assert_eq!(attribute("Gemeente"), Some("region"));
/// assert_eq!(attribute("veiw"), Some("view"));
/// assert_eq!(attribute("itemprop"), None);
/// assert_eq!(attribute("region"), None);
/// ```
pub fn attribute(name: &str) -> Option<&'static str> {
    let all = || SHOWN.into_iter().chain(MORE);
    let lower = name.to_ascii_lowercase();
    if all().any(|known| known == lower) {
        return None;
    }
    let (is_data, short) = match lower.strip_prefix("data-") {
        Some(rest) => (true, rest),
        None => (false, &*lower),
    };
    if let Some(known) = all().find(|known| *known == short || known.replace('-', "") == short) {
        return Some(known);
    }
    // What a page keeps for itself is its own.
    if is_data {
        return None;
    }
    let called = ATTRIBUTES.iter().find(|(called, _)| *called == short);
    called.map(|(_, known)| *known).or_else(|| nearest(short, all()))
}

/// The one word that a text comes nearest to, where it comes near to any.
fn nearest(typed: &str, words: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    let near = words.map(|word| (distance(typed, word), word));
    let near = near.filter(|(slips, word)| *slips <= patience(typed).min(patience(word)));
    near.min_by_key(|(slips, _)| *slips).map(|(_, word)| word)
}
