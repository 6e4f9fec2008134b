// SPDX-License-Identifier: EUPL-1.2
//! What the regions of an area are seen against: the benchmark, and the region asked for where
//! it is none of them.

use crate::chart::canvas::role::Role;
use crate::indicator::definition::Kind;
use crate::text::value::capital;
use crate::text::words::members::MemberWords;
use crate::view::members::{Area, Areas};

/// A value with a line of its own.
pub(super) struct Reference {
    pub(super) value: f64,
    /// The roles of its line and of its label.
    pub(super) line: Role,
    pub(super) text: Role,
    pub(super) name: String,
    /// The value in words.
    pub(super) figure: String,
}

/// The values of an area's references.
pub(super) fn values<'a>(areas: &'a Areas) -> impl Iterator<Item = (&'a Area<'a>, f64)> {
    let is_member = |area: &Area| areas.members.iter().any(|a| a.region.code == area.region.code);
    let own = Some(&areas.own).filter(|own| !areas.is_benchmark(own) && !is_member(own));
    // Numbers of persons of a country are no measure for those of a town.
    let is_count = areas.definition.kind == Kind::Count;
    let all = areas.benchmark.iter().chain(own).filter(move |_| !is_count);
    all.filter_map(|area| Some((area, area.figure()?.value)))
}

/// The references of an area, the highest first.
pub(super) fn of(words: &MemberWords, areas: &Areas) -> Vec<Reference> {
    let reference = |(area, value): (&Area, f64)| {
        let is_own = areas.is_own(area) && !areas.is_benchmark(area);
        Reference {
            value,
            line: if is_own { Role::Own } else { Role::Reference },
            text: if is_own { Role::Own } else { Role::Benchmark },
            name: capital(&words.place_label(area.region)),
            figure: words.bare(areas.definition, value),
        }
    };
    let mut references: Vec<Reference> = values(areas).map(reference).collect();
    if let [one, other] = references.as_mut_slice()
        && one.value < other.value
    {
        std::mem::swap(one, other);
    }
    references
}
