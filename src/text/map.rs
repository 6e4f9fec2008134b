// SPDX-License-Identifier: EUPL-1.2
//! What the classes of a map mean, and what its shapes are.

use super::template::{fill, joined};
use super::words::map::MapWords;
use crate::indicator::definition::Definition;
use crate::indicator::region::{Kind, Region};
use crate::view::map::{Class, Map};
use crate::view::members::ComparisonSet;

impl MapWords {
    /// A class in a few words: "lager (gunstiger)", "120 tot 340".
    pub fn class(&self, definition: &Definition, map: &Map, class: Class) -> String {
        let value = |at: usize| map.breaks.get(at).map(|value| self.bare(definition, *value));
        let plain = match class {
            Class::Value(nth) => {
                let (from, to) = (value(nth).unwrap_or_default(), value(nth + 1));
                let template = match &to {
                    // All of them are the same.
                    None if nth == 0 => return from,
                    None => self.class_from,
                    Some(_) if nth == 0 => self.class_below,
                    Some(_) => self.class_between,
                };
                let to = to.unwrap_or_default();
                return fill(template, &[("from", &from), ("to", &to)]);
            }
            Class::Verdict(verdict) => self.verdict_word(definition, verdict),
            Class::Answer(answer) => self.answer(answer),
            Class::Unjudged => self.not_compared_short,
            Class::Withheld => self.withheld_short,
            Class::Absent => self.missing_short,
        };
        plain.to_string()
    }

    /// What the classes of verdicts are: "Vergeleken met Nederland, aantal gemeenten".
    pub fn class_head(&self, set: &ComparisonSet, benchmark: &Region) -> String {
        let verdict = fill(self.verdict_head, &[("benchmark", &self.place(benchmark))]);
        let names = [("verdict", &*verdict), ("kind", self.kinds(set.kind, 0))];
        fill(self.class_head, &names)
    }

    /// A class with the number of members in it.
    pub fn class_count(
        &self,
        set: &ComparisonSet,
        map: &Map,
        class: Class,
        count: usize,
    ) -> String {
        let names = [
            ("class", &*self.class(set.definition, map, class)),
            ("count", &self.count(count as f64)),
            ("kind", self.kinds(set.kind, count)),
        ];
        fill(if map.is_judged { self.class_count } else { self.class_count_kind }, &names)
    }

    /// Who made the borders.
    pub fn ground(&self, map: &Map) -> Option<String> {
        map.geometry.source.as_ref().map(|source| fill(self.borders, &[("source", source)]))
    }

    /// What the shapes are, and who is not among them.
    pub fn map_method(&self, set: &ComparisonSet, map: &Map) -> Vec<String> {
        let mut said = Vec::new();
        if map.geometry.is_tiled {
            let template = match set.kind {
                Kind::Municipality => self.tiles,
                _ => self.tiles_of,
            };
            said.push(fill(template, &[("kind", self.kinds(set.kind, 1))]));
        }
        let apart = map.apart.iter().filter_map(|nth| set.members.get(*nth));
        let names: Vec<String> = apart.map(|member| self.place_label(member.region)).collect();
        if !names.is_empty() {
            said.push(fill(self.no_place, &[("names", &joined(&names, ", "))]));
        }
        said
    }
}
