// SPDX-License-Identifier: EUPL-1.2
//! What the members of a comparison set are seen against: the benchmark, and the region asked for
//! where it is none of them.

use crate::chart::canvas::role::Role;
use crate::text::words::members::MemberWords;
use crate::view::members::{ComparisonSet, Member};

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

/// The values of the references of a set.
pub(super) fn values<'a>(set: &'a ComparisonSet) -> Vec<(&'a Member<'a>, f64)> {
    let mut values = Vec::new();
    // Numbers of persons of a country are no measure for those of a town.
    if set.definition.is_count() {
        return values;
    }
    let is_own = |member: &Member| set.own.region.code == member.region.code;
    let is_apart = !set.is_benchmark(&set.own) && !set.members.iter().any(is_own);
    for member in [set.benchmark.as_ref(), Some(&set.own).filter(|_| is_apart)] {
        if let Some(member) = member
            && let Some(estimate) = member.estimate()
        {
            values.push((member, estimate.value));
        }
    }
    values
}

/// The references of a set, the highest first.
pub(super) fn of(words: &MemberWords, set: &ComparisonSet) -> Vec<Reference> {
    let reference = |(member, value): (&Member, f64)| {
        let is_own = set.is_own(member) && !set.is_benchmark(member);
        Reference {
            value,
            line: if is_own { Role::Own } else { Role::Reference },
            text: if is_own { Role::Own } else { Role::Benchmark },
            name: words.name(member.region),
            figure: words.bare(set.definition, value),
        }
    };
    let mut references: Vec<Reference> = values(set).into_iter().map(reference).collect();
    if let [one, other] = references.as_mut_slice()
        && one.value < other.value
    {
        std::mem::swap(one, other);
    }
    references
}
