// SPDX-License-Identifier: EUPL-1.2
//! From what stands in a region column to a code: codes, padded, short or bare, names, other
//! names, and the titles of StatLine.

use super::boundaries::Boundaries;
use super::place::Places;
use crate::advice::spelling::fold;
use crate::indicator::region::{COUNTRY, Kind};
use crate::prepare::cell::number::trim;
use crate::prepare::recipe::level::Level;
use std::collections::{BTreeMap, BTreeSet};

/// What a text turns out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A place of the reference year, or an older municipality.
    Code(String),
    /// A real place that is not published: a part of the country, a neighbourhood, a municipality
    /// that came to be after the reference year.
    Other,
    /// Several places bear this name.
    Several(Vec<String>),
    /// No place.
    Unknown,
}

/// All spellings.
pub struct Gazetteer<'a> {
    boundaries: &'a Boundaries,
    groups: BTreeSet<&'a str>,
    names: BTreeMap<String, BTreeSet<&'a str>>,
    /// The names of COROP regions, which are meant only where the file says so: many are those of
    /// another region as well.
    corop: BTreeMap<String, &'a str>,
}

impl<'a> Gazetteer<'a> {
    /// The spellings of the places of a reference year and of the municipalities before it.
    pub fn new(places: &'a Places, boundaries: &'a Boundaries) -> Self {
        let mut names: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        let (regions, others): (Vec<_>, Vec<_>) =
            places.iter().partition(|place| place.kind() == Kind::Corop);
        let corop = regions.iter().map(|r| (fold(&r.name), r.code.as_str())).collect();
        for place in others {
            names.entry(fold(&place.name)).or_default().insert(&place.code);
        }
        for (alias, codes) in &places.aliases {
            for code in codes {
                names.entry(fold(alias)).or_default().insert(code);
            }
        }
        for (name, code) in boundaries.former() {
            names.entry(fold(name)).or_default().insert(code);
        }
        for (code, name) in boundaries.beyond() {
            names.entry(fold(name)).or_default().insert(code);
        }
        let groups = places.iter().map(|p| p.code.as_str()).collect();
        Self { boundaries, groups, names, corop }
    }

    /// The code of what a region is in the reference year; `None` of one that was divided.
    pub fn successor(&self, code: String) -> Option<String> {
        let mut successors = self.boundaries.successors(&code).into_iter();
        let one = successors.next();
        one.filter(|_| successors.next().is_none())
    }

    /// What a text names. Of a name that several places bear, `level` says which is meant;
    /// without it the municipality, as on a page.
    pub fn find(&self, text: &str, level: Option<Level>) -> Found {
        let text = trim(text);
        if self.groups.contains(text) || self.boundaries.knows(text) {
            return Found::Code(text.to_string());
        }
        if let Some(found) = self.code(text, level) {
            return found;
        }
        let (name, suffix) = match text.strip_suffix(')').and_then(|t| t.rsplit_once(" (")) {
            Some((name, suffix)) => (name, suffix),
            None => (text, ""),
        };
        let said = match suffix {
            "gemeente" => Some(Level::Municipality),
            "PV" => Some(Level::Province),
            "GG" | "GGD" => Some(Level::Ggd),
            "CR" => Some(Level::Corop),
            "LD" => return Found::Other,
            _ => None,
        };
        if said.or(level) == Some(Level::Corop) {
            return match self.corop.get(&fold(name)).or_else(|| self.corop.get(&fold(text))) {
                Some(code) => Found::Code((*code).to_string()),
                None if said.is_some() => Found::Other,
                None => self.named(text, level),
            };
        }
        let whole = self.named(text, level);
        if whole != Found::Unknown {
            return whole;
        }
        said.and_then(|said| self.places(name).map(|codes| self.only(codes, said.kind())))
            .unwrap_or(Found::Unknown)
    }

    /// Whether a text is the bare name of places of several kinds.
    pub fn is_shared(&self, text: &str) -> bool {
        let kinds: BTreeSet<Kind> =
            self.places(trim(text)).into_iter().flatten().map(|code| Kind::of(code)).collect();
        kinds.len() > 1
    }

    /// Whether a text is the bare name of a province.
    pub fn is_province(&self, text: &str) -> bool {
        let codes = self.places(trim(text));
        codes.is_some_and(|codes| codes.iter().all(|code| Kind::of(code) == Kind::Province))
    }

    fn places(&self, name: &str) -> Option<&BTreeSet<&'a str>> {
        self.names.get(&fold(name))
    }

    /// `GM0363`, `gm363`, `0363`, `363`; `NL00` is how some tables write the country.
    fn code(&self, text: &str, level: Option<Level>) -> Option<Found> {
        let at = text.bytes().position(|b| b.is_ascii_digit())?;
        let (letters, digits) = text.split_at_checked(at)?;
        if !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let letters = letters.to_ascii_uppercase();
        let prefix = match (letters.as_str(), level) {
            ("", None | Some(Level::Municipality)) => "GM",
            ("", Some(Level::Province)) => "PV",
            ("", Some(Level::Corop)) => "CR",
            ("", Some(Level::Ggd)) => "GG",
            ("NL", _) => return Some(Found::Code(COUNTRY.to_string())),
            ("LD" | "WK" | "BU" | "AM" | "RP" | "SR" | "ZK", _) => {
                return Some(Found::Other);
            }
            (letters @ ("GM" | "PV" | "CR" | "GG"), _) => match letters {
                "PV" => "PV",
                "CR" => "CR",
                "GG" => "GG",
                _ => "GM",
            },
            _ => return None,
        };
        let width = if matches!(prefix, "PV" | "CR") { 2 } else { 4 };
        let code = format!("{prefix}{digits:0>width$}");
        let known = self.groups.contains(code.as_str()) || self.boundaries.knows(&code);
        Some(match known {
            true => Found::Code(code),
            false if self.boundaries.beyond().contains_key(&code) => Found::Other,
            false => Found::Unknown,
        })
    }

    fn named(&self, name: &str, level: Option<Level>) -> Found {
        let Some(codes) = self.places(name) else {
            return Found::Unknown;
        };
        if codes.len() == 1 {
            return self.known(codes);
        }
        match level {
            Some(level) => match self.only(codes, level.kind()) {
                Found::Unknown => self.known(codes),
                found => found,
            },
            None => match self.only(codes, Kind::Municipality) {
                found @ Found::Code(_) => found,
                _ => self.known(codes),
            },
        }
    }

    /// The one of a kind.
    fn only(&self, codes: &BTreeSet<&str>, kind: Kind) -> Found {
        self.known(&codes.iter().copied().filter(|code| Kind::of(code) == kind).collect())
    }

    fn known(&self, codes: &BTreeSet<&str>) -> Found {
        match codes.iter().copied().collect::<Vec<_>>().as_slice() {
            [] => Found::Unknown,
            [code] if self.boundaries.beyond().contains_key(*code) => Found::Other,
            [code] => Found::Code((*code).to_string()),
            codes => Found::Several(codes.iter().map(ToString::to_string).collect()),
        }
    }
}
