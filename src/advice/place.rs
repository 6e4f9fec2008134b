// SPDX-License-Identifier: EUPL-1.2
//! Which region a text names.

use super::names::{Former, Named, Names, ordered};
use super::spelling::{distance, key, patience};
use crate::indicator::region::{COUNTRY, Kind};

/// For what a region is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// To show its figure: of one name the municipality goes first.
    Own,
    /// To set what lies in it beside each other: a municipality has nothing in it.
    Area,
}

/// What a text turns out to be.
#[derive(Clone, Debug, PartialEq)]
pub enum Place {
    /// A region.
    One(Named),
    /// Several regions of one name.
    Several(Vec<Named>),
    /// A municipality that is no more.
    Former(Fate),
    /// A municipality, where an area is asked for.
    TooSmall(Named),
    /// None.
    Unknown,
}

/// What became of a municipality.
#[derive(Clone, Debug, PartialEq)]
pub struct Fate {
    /// What happened, the first first.
    pub steps: Vec<Step>,
    /// The regions of today that it is in.
    pub successors: Vec<Named>,
}

/// One thing that happened to a municipality.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What it was called.
    pub name: String,
    /// When.
    pub year: i32,
    /// Whether only its name changed.
    pub renamed: bool,
    /// What it became, or became a part of.
    pub into: Vec<String>,
}

/// No more suggestions than these.
const SUGGESTED: usize = 3;

/// What may stand before or after a name, and says which sort of region is meant.
const KINDS: [(&str, Kind); 16] = [
    ("de gemeente", Kind::Municipality),
    ("gemeente", Kind::Municipality),
    ("gem", Kind::Municipality),
    ("municipality of", Kind::Municipality),
    ("de provincie", Kind::Province),
    ("provincie", Kind::Province),
    ("province of", Kind::Province),
    ("prov", Kind::Province),
    ("pv", Kind::Province),
    ("ggd regio", Kind::HealthRegion),
    ("ggd", Kind::HealthRegion),
    ("gg", Kind::HealthRegion),
    ("regio", Kind::HealthRegion),
    ("corop gebied", Kind::Corop),
    ("corop regio", Kind::Corop),
    ("corop", Kind::Corop),
];

impl Names {
    /// The region that a text names.
    pub fn place(&self, text: &str, role: Role) -> Place {
        let typed = written_out(key(text));
        if let Some(code) = code(&typed) {
            if let Some(region) = self.region(&code) {
                return chosen(vec![region.clone()], role);
            }
            if let Some(former) = self.ended(&code) {
                return Place::Former(self.fate(former));
            }
        }
        let all = || self.regions.iter().chain(&self.aliases);
        let is_code = |region: &&Named| key(&region.code) == typed;
        if let Some(region) = self.regions.iter().find(is_code) {
            return chosen(vec![region.clone()], role);
        }
        let with = |fits: &dyn Fn(&Named) -> bool| -> Vec<&str> {
            all().filter(|named| fits(named)).map(|named| &*named.code).collect()
        };
        let mut codes = with(&|named| key(&named.name) == typed);
        if let Some((kind, name)) = kind(&typed) {
            let same = with(&|named| named.kind() == kind && bare(&key(&named.name)) == name);
            if !same.is_empty() {
                codes = same;
            }
        }
        let found: Vec<Named> =
            self.regions.iter().filter(|region| codes.contains(&&*region.code)).cloned().collect();
        if !found.is_empty() {
            return chosen(found, role);
        }
        let name = kind(&typed).filter(|(kind, _)| *kind == Kind::Municipality);
        let name = name.map_or(typed.clone(), |(_, name)| name.to_string());
        match self.former.iter().find(|former| key(&former.name) == name) {
            Some(former) => Place::Former(self.fate(former)),
            None => Place::Unknown,
        }
    }

    /// The regions whose names come near to a text, the nearest first.
    pub fn near_places(&self, text: &str, role: Role) -> Vec<Named> {
        let typed = written_out(key(text));
        let typed = bare(&typed);
        let all: Vec<&Named> = self.regions.iter().chain(&self.aliases).collect();
        let mut near = Vec::new();
        for (at, named) in all.iter().enumerate() {
            let name = key(&named.name);
            let name = bare(&name);
            let is_fit = role == Role::Own || named.kind() != Kind::Municipality;
            let slips = distance(typed, name);
            let is_begun = typed.len() > 2
                && name
                    .strip_prefix(typed)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
            if is_fit && (slips <= patience(typed) || is_begun) {
                let slips = if is_begun { 0 } else { slips };
                near.push((slips * KINDS.len() + order(named.kind(), role) as usize, at));
            }
        }
        // What bears the name of one that goes first is hardly meant.
        let same = |one: &Named, other: &Named| bare(&key(&one.name)) == bare(&key(&other.name));
        let mut found: Vec<Named> = Vec::new();
        let mut most = None;
        for (far, at) in ordered(near) {
            let slips = far / KINDS.len();
            let Some(named) = all.get(at).filter(|_| slips <= *most.get_or_insert(slips + 1))
            else {
                break;
            };
            // By the name that it has, and not by another one that came near.
            let region = self.region(&named.code).unwrap_or(named);
            let is_known =
                found.iter().any(|other| other.code == region.code || same(other, region));
            if found.len() < SUGGESTED && !is_known {
                found.push(region.clone());
            }
        }
        found
    }

    /// What became of a municipality.
    fn fate(&self, former: &Former) -> Fate {
        let mut steps = Vec::new();
        let mut next = Some(former);
        // No chain is longer than the list.
        for _ in 0..self.former.len() {
            let Some(former) = next else { break };
            steps.push(Step {
                name: former.name.clone(),
                year: former.year,
                renamed: former.kind.is_some(),
                into: former.into.iter().map(|code| self.name_of(code)).collect(),
            });
            next = match &*former.into {
                [only] => self.ended(only),
                _ => None,
            };
        }
        let mut codes: Vec<&str> = vec![&former.code];
        // What is no more gives way to what it became, until nothing is left that is no more.
        for _ in 0..self.former.len() {
            let ended =
                codes.iter().enumerate().find_map(|(at, code)| Some((at, self.ended(code)?)));
            let Some((at, former)) = ended else { break };
            codes.remove(at);
            for code in &former.into {
                if !codes.contains(&&**code) {
                    codes.push(code);
                }
            }
        }
        let successors = self.regions.iter().filter(|region| codes.contains(&&*region.code));
        let successors = successors.cloned().collect();
        Fate { steps, successors }
    }

    fn ended(&self, code: &str) -> Option<&Former> {
        self.former.iter().find(|former| former.code == code)
    }

    fn name_of(&self, code: &str) -> String {
        let former = || self.ended(code).map(|former| &former.name);
        self.region(code).map(|r| &r.name).or_else(former).map_or(code, |name| name).to_string()
    }
}

/// In which order regions of one name are meant. Among areas the province goes first.
fn order(kind: Kind, role: Role) -> Kind {
    match (kind, role) {
        (Kind::Province, Role::Area) => Kind::Municipality,
        (kind, _) => kind,
    }
}

/// What is meant of the regions that bear a name.
fn chosen(found: Vec<Named>, role: Role) -> Place {
    let (small, mut rest): (Vec<Named>, Vec<Named>) = found
        .into_iter()
        .partition(|region| role == Role::Area && region.kind() == Kind::Municipality);
    let first = rest.iter().map(|region| order(region.kind(), role)).min();
    rest.retain(|region| Some(order(region.kind(), role)) == first);
    match (rest.pop(), rest.is_empty()) {
        (Some(only), true) => Place::One(only),
        (Some(last), false) => {
            rest.push(last);
            Place::Several(rest)
        }
        (None, _) => small.into_iter().next().map_or(Place::Unknown, Place::TooSmall),
    }
}

/// `GM0344` of `gm 344`, `0344` and `344`.
fn code(typed: &str) -> Option<String> {
    let text: String = typed.chars().filter(|c| *c != ' ').collect();
    if matches!(&*text, "nl" | "nl1" | "nl01" | "nl00") {
        return Some(COUNTRY.to_string());
    }
    let at = text.bytes().position(|b| b.is_ascii_digit())?;
    let (letters, digits) = text.split_at_checked(at)?;
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    Some(match letters {
        "" | "gm" => format!("GM{digits:0>4}"),
        "gg" => format!("GG{digits:0>4}"),
        "pv" => format!("PV{digits:0>2}"),
        "cr" => format!("CR{digits:0>2}"),
        _ => return None,
    })
}

/// The sort of region that a text says, and the rest of the text.
fn kind(typed: &str) -> Option<(Kind, &str)> {
    let rests: [for<'t> fn(&'t str, &str) -> Option<&'t str>; 2] = [
        |typed, word| typed.strip_prefix(word)?.strip_prefix(' '),
        |typed, word| typed.strip_suffix(word)?.strip_suffix(' '),
    ];
    rests.iter().find_map(|rest| {
        KINDS.iter().find_map(|(word, kind)| Some((*kind, bare(rest(typed, word)?))))
    })
}

/// A name with what people shorten in it written out.
fn written_out(typed: String) -> String {
    let padded = [" ", &typed, " "].concat();
    let long = padded.replace(" a d ", " aan den ").replace(" st ", " sint ");
    long.trim().to_string()
}

/// A name without the words for a health region, which many have and few people type.
fn bare(name: &str) -> &str {
    let name = name.strip_prefix("ggd ").unwrap_or(name);
    name.strip_prefix("regio ").unwrap_or(name)
}
