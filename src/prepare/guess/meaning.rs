// SPDX-License-Identifier: EUPL-1.2
//! What a column of figures is of, by its name: an indicator of the catalogue, where only one
//! fits.

use crate::advice::spelling::fold;
use crate::prepare::read::format::delimited::stem;
use crate::prepare::recipe::catalogue::Entry;

/// Words that say what sort of number a column has, and not of what.
const MEASURES: [&str; 15] = [
    "aantal",
    "abs",
    "absoluut",
    "cijfer",
    "n",
    "noemer",
    "pct",
    "perc",
    "percentage",
    "procent",
    "promille",
    "rel",
    "relatief",
    "teller",
    "totaal",
];

/// Words without a meaning of their own.
const SMALL: [&str; 14] =
    ["bij", "dan", "de", "der", "een", "en", "het", "in", "met", "of", "op", "per", "te", "van"];

/// How columns of births are called.
const BIRTHS: [&str; 8] = [
    "geboren",
    "geborenen",
    "geboorten",
    "geboortes",
    "levendgeboren",
    "levendgeborenen",
    "levendgeboorten",
    "bevallingen",
];

/// Names for a denominator of whatever it is.
const WHOLES: [&str; 5] = ["totaal", "noemer", "n", "alle", "populatie"];

/// The words of a name: `MoederJongerDan20Jaar_3` has five.
fn split(name: &str) -> Vec<String> {
    let mut spaced = String::with_capacity(name.len());
    let mut before = ' ';
    for c in stem(name).chars() {
        let camel = before.is_lowercase() && c.is_uppercase();
        if camel || before.is_numeric() != c.is_numeric() || !c.is_alphanumeric() {
            spaced.push(' ');
        }
        if c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c) {
            spaced.push(c);
        }
        before = c;
    }
    fold(&spaced).split(' ').filter(|w| !w.is_empty()).map(str::to_string).collect()
}

/// The words that say of what a number is.
fn telling(name: &str) -> Vec<String> {
    let idle = |w: &String| MEASURES.contains(&w.as_str()) || SMALL.contains(&w.as_str());
    split(name).into_iter().filter(|w| !idle(w)).collect()
}

/// Whether a name says that its numbers are parts of a hundred or a thousand.
pub(super) fn is_fraction(name: &str) -> bool {
    const WORDS: [&str; 7] =
        ["pct", "perc", "percentage", "procent", "promille", "rel", "relatief"];
    name.contains('%') || split(name).iter().any(|w| WORDS.contains(&w.as_str()))
}

/// Whether a name is one that denominators have: births, or a total.
pub(super) fn is_whole(name: &str) -> bool {
    let words = split(name);
    let all = |names: &[&str]| words.iter().all(|w| names.contains(&w.as_str()));
    !words.is_empty() && (all(&WHOLES) || births(&telling(name)))
}

fn births(words: &[String]) -> bool {
    match words {
        [one] => BIRTHS.contains(&one.as_str()),
        [live, born, rest @ ..] => {
            live == "levend"
                && BIRTHS.contains(&born.as_str())
                && rest.iter().all(|w| w == "kinderen")
        }
        [] => false,
    }
}

/// The indicator that a column is of, and whether the column bears its very id. A name that fits
/// several, or one only by a single common word, fits none.
pub(super) fn indicator<'c>(name: &str, catalogue: &'c [Entry]) -> Option<(&'c Entry, bool)> {
    let words = telling(name);
    let joined = split(stem(name)).concat();
    let by_id = |e: &&Entry| split(&e.definition.id).concat() == joined;
    if let Some(entry) = catalogue.iter().find(by_id) {
        return Some((entry, true));
    }
    let bare = words.concat();
    if let Some(entry) = catalogue.iter().find(|e| split(&e.definition.id).concat() == bare) {
        return Some((entry, false));
    }
    if births(&words) {
        return catalogue.iter().find(|e| e.definition.id == "levendgeborenen").map(|e| (e, false));
    }
    if words.len() < 2 {
        return None;
    }
    let mut fit: Vec<(usize, &Entry)> = Vec::new();
    for entry in catalogue {
        let name = entry.definition.name.nl.split(" (").next().unwrap_or_default();
        let names = [telling(&entry.definition.id), telling(name)];
        let more = names.iter().filter(|known| covers(known, &words));
        if let Some(more) = more.map(|known| known.len().saturating_sub(words.len())).min() {
            fit.push((more, entry));
        }
    }
    let least = fit.iter().map(|(more, _)| *more).min()?;
    let closest = fit.into_iter().filter(|(more, _)| *more == least);
    let closest: Vec<&Entry> = closest.map(|(_, entry)| entry).collect();
    // What is measured in another way has the same id with more behind it.
    let is_plain = |entry: &&&Entry| {
        let id = &entry.definition.id;
        closest.iter().all(|other| other.definition.id.starts_with(id.as_str()))
    };
    closest.iter().find(is_plain).map(|entry| (*entry, false))
}

/// Whether every word stands in a known name, long ones also as a part: `gewicht` in
/// `geboortegewicht`, `moeders` in `moeder`.
fn covers(known: &[String], words: &[String]) -> bool {
    let like = |one: &str, other: &str| {
        one == other
            || (one.len().min(other.len()) >= 5 && (one.contains(other) || other.contains(one)))
    };
    words.iter().all(|word| known.iter().any(|k| like(k, word)))
}
