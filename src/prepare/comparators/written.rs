// SPDX-License-Identifier: EUPL-1.2
//! The files: of each municipality the codes of its comparators, and how and why they were chosen, in
//! both languages.

use super::characteristics::{Characteristics, Profile};
use super::{Comparators, FOLDER};
use crate::data::jsonstat::FORMAT;
use crate::indicator::bilingual::Bilingual;
use crate::indicator::region::Kind;
use crate::prepare::geography::place::{Place, Places};
use crate::request::{Language, NEIGHBOURS, PEERS};
use crate::text::words::comparators::ComparatorWords;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io;

/// The file of one municipality.
#[derive(Debug, Serialize)]
struct File<'f> {
    format: u32,
    region: &'f str,
    choices: BTreeMap<String, Choice>,
    /// For an indicator that counts a characteristic, and for many together, which choice is theirs.
    apart: &'f BTreeMap<&'f str, String>,
}

#[derive(Debug, Serialize)]
struct Choice {
    regions: Vec<String>,
    name: Bilingual,
    said: Vec<Bilingual>,
}

impl Comparators {
    /// Every file with its name. `indicators` are the ids of those that have figures of municipalities: where one of them
    /// counts a characteristic, peers are chosen without it for that indicator, and for many together.
    ///
    /// # Errors
    /// None that is known: what is written is text.
    pub fn files(
        &self,
        places: &Places,
        indicators: &[&str],
    ) -> io::Result<Vec<(String, Vec<u8>)>> {
        if !self.kept.is_empty() {
            return Ok(self.kept.clone());
        }
        let mut profiles = vec![Characteristics::profile(&[])];
        let mut apart = BTreeMap::new();
        let each = indicators.iter().map(|id| (*id, Characteristics::profile(&[id])));
        for (id, profile) in each.chain([("", Characteristics::profile(indicators))]) {
            let nth = profiles.iter().position(|known| *known == profile).unwrap_or(profiles.len());
            if nth == profiles.len() {
                profiles.push(profile);
            }
            if nth > 0 {
                apart.insert(id, name_of(nth));
            }
        }
        let municipalities = places.iter().filter(|place| place.kind() == Kind::Municipality);
        let mut files = Vec::new();
        for place in municipalities {
            let mut choices: BTreeMap<String, Choice> = BTreeMap::new();
            choices.extend(self.neighbours_of(place).map(|of| (NEIGHBOURS.to_string(), of)));
            for (nth, profile) in profiles.iter().enumerate() {
                let choice = self.peers_of(place, places, profile);
                choices.extend(choice.map(|choice| (name_of(nth), choice)));
            }
            if !choices.is_empty() {
                let file = File { format: FORMAT, region: &place.code, choices, apart: &apart };
                files.push((format!("{FOLDER}/{}.json", place.code), serde_json::to_vec(&file)?));
            }
        }
        Ok(files)
    }

    /// `None` where no borders are known.
    fn neighbours_of(&self, place: &Place) -> Option<Choice> {
        let regions = self.neighbours.get(&place.code)?.clone();
        let source = self.source.as_deref();
        let said = both(|words| words.neighbours(&place.name, !regions.is_empty(), source));
        let name = both(|words| words.name_with_neighbours(&place.name, regions.len()));
        Some(Choice { regions, name, said: vec![said] })
    }

    /// `None` where it can be compared with none.
    fn peers_of(&self, place: &Place, places: &Places, profile: &Profile) -> Option<Choice> {
        let (found, codes) = self.characteristics.peers(&place.code, profile)?;
        if codes.is_empty() {
            return None;
        }
        let used: Profile =
            profile.iter().filter(|nth| !found.dropped.contains(nth)).copied().collect();
        let whole = Characteristics::profile(&[]);
        let counted: Profile = whole.into_iter().filter(|nth| !profile.contains(nth)).collect();
        let count = codes.len();
        let mut said = vec![both(|words| {
            words.chosen(&place.name, count, &used, &Characteristics::years(&used))
        })];
        if !counted.is_empty() {
            said.push(both(|words| words.counted(&counted)));
        }
        if !found.dropped.is_empty() {
            said.push(both(|words| words.dropped(&place.name, &found.dropped)));
        }
        if found.incomparable > 0 {
            said.push(both(|words| words.incomparable(found.incomparable)));
        }
        for (peer, code) in found.peers.iter().zip(&codes) {
            let name = places.get(code).map_or(*code, |place| &place.name);
            said.push(both(|words| words.peer(name, &place.name, &peer.alike, &peer.different)));
        }
        let name = both(|words| words.name_with_peers(&place.name, count));
        Some(Choice { regions: codes.into_iter().map(str::to_string).collect(), name, said })
    }
}

fn both(say: impl Fn(&ComparatorWords) -> String) -> Bilingual {
    let [nl, en] = [Language::Dutch, Language::English].map(|l| say(ComparatorWords::of(l)));
    Bilingual { nl, en }
}

/// What the choice of peers by the `nth` profile is called; the first is that of all characteristics.
fn name_of(nth: usize) -> String {
    match nth {
        0 => PEERS.to_string(),
        _ => format!("{PEERS} {}", nth + 1),
    }
}
