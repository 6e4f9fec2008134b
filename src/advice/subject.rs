// SPDX-License-Identifier: EUPL-1.2
//! Which indicator a text names.

use super::names::{Names, Subject, ordered};
use super::spelling::{distance, key, patience};

/// No more suggestions than these.
const SUGGESTED: usize = 3;

impl Names {
    /// The indicator that a text names: by its id, however that is written, or by one of its names.
    pub fn subject(&self, text: &str) -> Option<&Subject> {
        let typed = key(text);
        let by_id = self.indicators.iter().find(|subject| key(&subject.id) == typed);
        by_id.or_else(|| {
            let names = |subject: &Subject| [key(&subject.nl), key(&subject.en)];
            let mut named = self.indicators.iter().filter(|s| names(s).contains(&typed));
            let first = named.next();
            first.filter(|_| named.next().is_none())
        })
    }

    /// The indicators that come near to a text: by slips in the id, or because their names have all
    /// its words. Those with figures first.
    pub fn near_subjects(&self, text: &str) -> Vec<&Subject> {
        let typed = key(text);
        let words: Vec<&str> = typed.split(' ').filter(|word| word.len() > 3).collect();
        let mut near = Vec::new();
        for (at, subject) in self.indicators.iter().enumerate() {
            let id = key(&subject.id);
            let slips = distance(&typed, &id);
            let said = [&*id, &key(&subject.nl), &key(&subject.en)].join(" ");
            let is_named = !words.is_empty() && words.iter().all(|word| said.contains(word));
            let is_empty = usize::from(subject.regions.is_empty());
            if slips <= patience(&typed) {
                near.push((2 * slips + is_empty, at));
            } else if is_named {
                near.push((2 * patience(&typed) + 2 + is_empty, at));
            }
        }
        let mut most = None;
        let near = ordered(near).take_while(|(far, _)| far / 2 <= *most.get_or_insert(far / 2 + 1));
        near.filter_map(|(_, at)| self.indicators.get(at)).take(SUGGESTED).collect()
    }

    /// The ids of all indicators with figures.
    pub fn with_figures(&self) -> Vec<&str> {
        let filled = self.indicators.iter().filter(|subject| !subject.regions.is_empty());
        filled.map(|subject| &*subject.id).collect()
    }
}
