// SPDX-License-Identifier: EUPL-1.2
//! Which indicators tell of each other's counts, as catalogue and recipe declare it, or as their
//! numbers show.

use crate::prepare::recipe::declared::Declared;
use crate::prepare::record::{Record, Records};
use std::collections::{BTreeMap, BTreeSet};

/// These indicators and all that are linked to one of them, also through others. `records` are the
/// figures in which a link may show that nobody declared.
pub fn linked(
    declared: &Declared,
    records: &BTreeMap<String, Records>,
    ids: BTreeSet<String>,
) -> BTreeSet<String> {
    let mut links: Vec<Vec<&String>> = Vec::new();
    for one in &declared.denominators {
        links.push(one.of.iter().chain([&one.count]).collect());
    }
    links.extend(declared.complements.iter().map(|pair| vec![&pair.one, &pair.other]));
    links.extend(declared.sums.iter().map(|sum| sum.parts.iter().chain(&sum.total).collect()));
    links.extend(declared.subsets.iter().map(|subset| vec![&subset.whole, &subset.part]));
    let mut all = ids;
    for (id, own) in records {
        let others = records.iter().filter(|(other, _)| *other > id);
        links
            .extend(others.filter(|(_, o)| share_counts(own, o)).map(|(other, _)| vec![id, other]));
    }
    loop {
        let before = all.len();
        for link in &links {
            if link.iter().any(|id| all.contains(*id)) {
                all.extend(link.iter().map(ToString::to_string));
            }
        }
        if all.len() == before {
            return all;
        }
    }
}

/// Whether two indicators have a count in common in half or more of the regions and periods that
/// both have: the same births, as a number and as what others divide by.
fn share_counts(one: &Records, other: &Records) -> bool {
    let counts = |record: &Record| [record.numerator, record.denominator];
    let (mut both, mut same) = (0, 0);
    for (key, record) in one {
        let Some(beside) = other.get(key) else { continue };
        let (own, beside) = (counts(record), counts(beside));
        if own.iter().any(Option::is_some) && beside.iter().any(Option::is_some) {
            both += 1;
            same += usize::from(own.iter().flatten().any(|count| beside.contains(&Some(*count))));
        }
    }
    both > 0 && same * 2 >= both
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prepare::recipe::declared::{Complement, Denominator};

    #[test]
    fn links_are_followed_through_others() {
        let name = ToString::to_string;
        let declared = Declared {
            denominators: vec![Denominator {
                count: "births".into(),
                of: ["first", "young"].iter().map(name).collect(),
            }],
            complements: vec![Complement { one: "young".into(), other: "old".into() }],
            ..Declared::default()
        };
        let of = |id: &str| linked(&declared, &BTreeMap::new(), [id.to_string()].into());
        assert_eq!(of("old"), ["births", "first", "old", "young"].iter().map(name).collect());
        assert_eq!(of("else"), ["else".to_string()].into());
    }

    #[test]
    fn what_divides_by_the_same_count_is_linked_whoever_says_so() {
        let period = crate::indicator::period::Period::years(2021, 2021);
        let of = |counts: [f64; 2]| -> Records {
            let [numerator, denominator] = counts.map(Some);
            let record = Record { numerator, denominator, ..Record::default() };
            [(("GM0344".to_string(), period), record)].into()
        };
        let records: BTreeMap<String, Records> = [
            ("births".to_string(), of([4608.0, 360_000.0])),
            ("first".to_string(), of([2211.0, 4608.0])),
            ("else".to_string(), of([12.0, 50.0])),
        ]
        .into();
        let found = linked(&Declared::default(), &records, ["births".to_string()].into());
        assert_eq!(found, ["births", "first"].iter().map(ToString::to_string).collect());
    }
}
