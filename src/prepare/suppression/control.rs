// SPDX-License-Identifier: EUPL-1.2
//! Disclosure control: passes over all records, until the audit finds nothing more.

use super::builder::{Setting, tells};
use super::component::sound;
use super::pass::{Cell, Controlled, pass, writings};
use super::rule::rank;
use crate::indicator::definition::Definition;
use crate::prepare::audit::{Audit, Narrow, Published, audit};
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::{MOST_PROBLEMS, Problem, RECIPE};
use crate::prepare::record::Records;
use crate::prepare::warning::Warning;
use std::collections::{BTreeMap, BTreeSet};

/// So many times the audit may find something before the files are refused.
const MOST_PASSES: usize = 100;

/// Suppresses what must be in all indicators. The audit shares nothing with what chooses the cells;
/// where it can work out more, a record near what it found is suppressed as well.
///
/// # Errors
/// Totals that are not the sum of their parts, where nothing explains it; what the audit still
/// finds when nothing is left to suppress.
pub fn control(
    definitions: &[&Definition],
    records: &mut BTreeMap<String, Records>,
    setting: Setting<'_>,
) -> Result<Controlled, Vec<Problem>> {
    let mut warnings = Vec::new();
    let writings = writings(records, setting.declared);
    let mut declared = sound(setting.declared, definitions, records, &writings);
    for (id, writing) in writings.iter().filter(|(_, w)| w.slack > 0.0) {
        let base = writing.base();
        if declared.rounded.insert(id.clone(), f64::from(base)).is_none() {
            warnings.push(Warning::Rounded(id.clone(), base.into()));
        }
    }
    let setting = Setting { declared: &declared, ..setting };
    let mut given: BTreeSet<Cell> = BTreeSet::new();
    for _ in 0..MOST_PASSES {
        let mut controlled = records.clone();
        let mut done = pass(definitions, &mut controlled, setting, &given)?;
        let found = disclosed(definitions, &controlled, setting);
        if found.passed() {
            *records = controlled;
            warnings.append(&mut done.warnings);
            return Ok(Controlled { warnings, ..done });
        }
        let more: Vec<Cell> =
            found.narrow.iter().filter_map(|n| cheapest(&n.near, &controlled)).collect();
        if !found.contradictions.is_empty() || more.is_empty() {
            return Err(problems(&found));
        }
        given.extend(more);
    }
    Err(problems(&disclosed(definitions, records, setting)))
}

/// What the audit finds in what would be published; but for what earlier editions tell by
/// themselves, which nothing can take back.
fn disclosed(
    definitions: &[&Definition],
    records: &BTreeMap<String, Records>,
    setting: Setting<'_>,
) -> Audit {
    let Setting { places, threshold, declared, earlier } = setting;
    let none = BTreeMap::new();
    let of =
        |records| audit(&Published { definitions, records, places, declared, earlier, threshold });
    let mut found = of(records);
    if !found.narrow.is_empty() && !earlier.is_empty() {
        let known = of(&none).narrow;
        let cell = |n: &Narrow| (n.indicator.clone(), n.region.clone(), n.period);
        let known: BTreeSet<_> = known.iter().map(cell).collect();
        found.narrow.retain(|n| !known.contains(&cell(n)));
    }
    found
}

/// The published record of which the loss hurts least.
fn cheapest(near: &[Cell], records: &BTreeMap<String, Records>) -> Option<Cell> {
    let published = near.iter().filter_map(|(id, key)| {
        let record = records.get(id)?.get(key).filter(|record| tells(record))?;
        let count = record.numerator.or(record.denominator).unwrap_or(0.0);
        Some(((rank(key), count as u64), (id, key)))
    });
    let (_, (id, key)) = published.min_by_key(|(hurts, _)| *hurts)?;
    Some((id.clone(), key.clone()))
}

fn problems(found: &Audit) -> Vec<Problem> {
    let narrow = found.narrow.iter().map(|n| {
        // Not how narrow: a message is read by more people than may know.
        let found = Found::Derivable(format!("{}, {}, {}", n.indicator, n.region, n.period.code()));
        Problem::file(RECIPE, found, Expected::NotDerivable)
    });
    let odd = found.contradictions.iter().map(|contradiction| {
        let cells = contradiction.cells.iter().take(5);
        let cells: Vec<String> = cells.map(|(r, p)| format!("{r} {}", p.code())).collect();
        let ids = contradiction.indicators.join(", ");
        let found = Found::Contradiction(ids, cells.join(", "));
        Problem::file(RECIPE, found, Expected::PartsOfTotals)
    });
    narrow.chain(odd).take(MOST_PROBLEMS).collect()
}
