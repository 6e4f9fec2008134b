// SPDX-License-Identifier: EUPL-1.2
//! Values that can be read in one way, though they are not written as they should be.

use super::names::{Named, Names};
use super::place::{Fate, Place, Role};
use super::spelling::{key, patience};
use crate::indicator::period::Period;
use crate::request::{Language, NEIGHBOURS, PEERS, SIMILAR, View};

/// One attribute that is read as something else than stands there.
#[derive(Clone, Debug, PartialEq)]
pub struct Correction {
    /// The attribute.
    pub name: &'static str,
    /// What stands there.
    pub found: String,
    /// What it is read as.
    pub read: String,
    /// What it is read as, where that is a code or an id: those with their names.
    pub meant: Vec<Named>,
    /// What became of the region that was asked for.
    pub fate: Option<Fate>,
}

/// Every attribute that is read as something else, with the names of a data folder. What is read
/// is never corrected again.
pub fn corrections(
    attribute: impl Fn(&'static str) -> Option<String>,
    names: &Names,
) -> Vec<Correction> {
    let mut all = Vec::new();
    let is_list = attribute("view").as_deref().and_then(view).is_some_and(View::is_overview);
    let mut put = |name: &'static str, read: &dyn Fn(&str) -> Option<Read>| {
        let Some(found) = attribute(name) else { return };
        if found.trim().is_empty() {
            return;
        }
        if let Some(Read { value, meant, fate }) = read(&found)
            && value != found.trim()
        {
            all.push(Correction { name, found, read: value, meant, fate });
        }
    };
    put("indicator", &|text| indicators(text, names, is_list));
    put("region", &|text| region(text, names));
    put("compare", &|text| compared(text, names));
    put("within", &|text| within(text, names));
    put("sort", &|text| Some(Read::of(&names.subject(text)?.id)));
    put("view", &|text| Some(Read::of(view(text)?.word())));
    put("period", &|text| period(text).map(|code| Read::of(&code)));
    put("lang", &|text| language(text).map(Read::of));
    put("map", &|text| listed(text, &["borders", "tiles"]));
    put("details", &|text| listed(text, &["closed", "open", "none"]));
    put("theme", &|text| listed(text, &["auto", "light", "dark"]));
    put("loading", &|text| listed(text, &["lazy", "eager"]));
    put("heading-level", &|text| {
        listed(text.trim_start_matches(['h', 'H']), &["1", "2", "3", "4", "5", "6"])
    });
    put("controls", &|text| controls(text));
    all
}

/// What a text is read as.
struct Read {
    value: String,
    meant: Vec<Named>,
    fate: Option<Fate>,
}

impl Read {
    fn of(value: &str) -> Self {
        Self { value: value.to_string(), meant: Vec::new(), fate: None }
    }

    fn region(region: &Named) -> Self {
        Self { value: region.code.clone(), meant: vec![region.clone()], fate: None }
    }
}

fn listed(text: &str, words: &[&str]) -> Option<Read> {
    let typed = key(text);
    words.iter().find(|word| **word == typed).map(|word| Read::of(word))
}

fn view(text: &str) -> Option<View> {
    let typed = key(text);
    View::ALL.into_iter().find(|view| view.word() == typed)
}

fn language(text: &str) -> Option<&'static str> {
    if Language::parse(text.trim()).is_some() {
        return None;
    }
    match &*key(text) {
        "nl" | "nl nl" | "nederlands" | "dutch" => Some("nl"),
        "en" | "en gb" | "en us" | "engels" | "english" => Some("en"),
        _ => None,
    }
}

fn controls(text: &str) -> Option<Read> {
    let words: Vec<String> =
        text.split([',', ';', ' ', '\u{a0}']).map(key).filter(|word| !word.is_empty()).collect();
    let known = |word: &String| ["region", "indicator", "period"].contains(&word.as_str());
    words.iter().all(known).then(|| Read::of(&words.join(" ")))
}

/// `2010-2015` of `2010 – 2015`, `2010 t/m 2015` and `2010 tot en met 2015`; `2022-07` of `2022-7`.
fn period(text: &str) -> Option<String> {
    if Period::parse(text.trim()).is_some() {
        return None;
    }
    let numbers: Vec<&str> =
        text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let words = key(text);
    let is_between = |word: &str| {
        word.bytes().all(|b| b.is_ascii_digit())
            || ["t", "m", "tm", "tot", "en", "met", "to"].contains(&word)
    };
    if !words.split(' ').all(is_between) {
        return None;
    }
    let code = match *numbers {
        [year] => year.to_string(),
        [first, month] if month.len() < 3 => format!("{first}-{month:0>2}"),
        [first, last] => format!("{first}-{last}"),
        _ => return None,
    };
    Period::parse(&code).map(Period::code)
}

/// Indicators; in a list each of them.
fn indicators(text: &str, names: &Names, is_list: bool) -> Option<Read> {
    if let Some(one) = names.subject(text) {
        return Some(Read::of(&one.id));
    }
    if !is_list {
        return None;
    }
    let parts = text.split([',', ';', '\n']).filter(|part| !part.trim().is_empty());
    let ids: Option<Vec<&str>> = parts.map(|part| Some(&*names.subject(part)?.id)).collect();
    // Blanks stand between ids as well.
    if text.split([',', ' ']).all(|part| part.is_empty() || names.indicator(part).is_some()) {
        return None;
    }
    ids.map(|ids| Read::of(&ids.join(",")))
}

fn region(text: &str, names: &Names) -> Option<Read> {
    if names.is_exact(text) {
        return None;
    }
    match names.place(text, Role::Own) {
        Place::One(region) => Some(Read::region(&region)),
        Place::Former(fate) => match &*fate.successors {
            [only] => {
                let read = Read::region(only);
                Some(Read { fate: Some(fate.clone()), ..read })
            }
            _ => None,
        },
        _ => None,
    }
}

fn within(text: &str, names: &Names) -> Option<Read> {
    if let Place::One(region) = names.place(text, Role::Area) {
        return Some(Read::region(&region));
    }
    let typed = key(text);
    let called = [
        (SIMILAR, ["vergelijkbaar", "even groot", SIMILAR].as_slice()),
        (NEIGHBOURS, &["buren", "buurgemeenten", "neighbors", NEIGHBOURS]),
        (PEERS, &["lijkt op", "meest gelijk", PEERS]),
    ];
    let is_meant = |word: &str| super::spelling::distance(word, &typed) <= patience(&typed).min(1);
    let meant = called.iter().find(|(_, words)| words.iter().any(|word| is_meant(word)));
    meant.map(|(value, _)| Read::of(value))
}

/// Regions beside each other, by names that may hold blanks and commas.
fn compared(text: &str, names: &Names) -> Option<Read> {
    let one = |text: &str| match names.place(text, Role::Own) {
        Place::One(region) => Some((region, None)),
        Place::Former(fate) => match &*fate.successors {
            [only] => Some((only.clone(), Some(fate.clone()))),
            _ => None,
        },
        _ => None,
    };
    let read = |regions: Vec<(Named, Option<Fate>)>| {
        let fate = regions.iter().find_map(|(_, fate)| fate.clone());
        let mut meant: Vec<Named> = Vec::new();
        for (region, _) in regions {
            if !meant.contains(&region) {
                meant.push(region);
            }
        }
        let codes: Vec<&str> = meant.iter().map(|region| &*region.code).collect();
        Read { value: codes.join(","), meant, fate }
    };
    // As it is read where figures are: codes and names without blanks.
    let exact = |part: &str| names.is_exact(part);
    if text.split([',', ' ']).all(|part| part.is_empty() || exact(part)) {
        return None;
    }
    if let Some(region) = one(text) {
        return Some(read(vec![region]));
    }
    let lists: [&[char]; 3] =
        [&[';', '|', '\n'], &[',', ';', '|', '\n'], &[',', ';', '|', '\n', ' ', '\u{a0}']];
    let written = text.replace(" en ", ",").replace(" and ", ",").replace(" & ", ",");
    lists.iter().find_map(|signs| {
        let parts = written.split(*signs).filter(|part| !part.trim().is_empty());
        let regions: Option<Vec<_>> = parts.map(one).collect();
        regions.map(read)
    })
}
