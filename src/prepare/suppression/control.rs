// SPDX-License-Identifier: EUPL-1.2
//! Disclosure control: passes over all records, until the audit finds nothing more.

use super::builder::{Setting, tells};
use super::component::sound;
use super::pass::{Cell, Controlled, pass, writings};
use super::rule::rank;
use crate::indicator::definition::Definition;
use crate::indicator::observation::Status;
use crate::prepare::audit::{Audit, Narrow, Published, audit};
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::{MOST_PROBLEMS, Problem, RECIPE};
use crate::prepare::record::{Record, Records};
use crate::prepare::warning::Warning;
use std::cell::OnceCell;
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
    let audited = |records: &BTreeMap<String, Records>| {
        let Setting { places, threshold, declared, earlier } = setting;
        audit(&Published { definitions, records, places, declared, earlier, threshold })
    };
    // What earlier editions tell by themselves, of the same cells, nothing can take back. It is
    // worked out where something was found at all.
    let known = OnceCell::new();
    let is_known = |narrow: &Narrow| {
        let known = known.get_or_init(|| match setting.earlier {
            [] => Vec::new(),
            _ => audited(&emptied(records)).narrow,
        });
        known.iter().any(|known| tells_as_much(known, narrow))
    };
    let mut given: BTreeSet<Cell> = BTreeSet::new();
    let mut passes = 0;
    loop {
        let mut controlled = records.clone();
        let mut done = pass(definitions, &mut controlled, setting, &given)?;
        let mut found = audited(&controlled);
        found.narrow.retain(|narrow| !is_known(narrow));
        if found.passed() {
            *records = controlled;
            warnings.append(&mut done.warnings);
            return Ok(Controlled { warnings, ..done });
        }
        let more: Vec<Cell> =
            found.narrow.iter().filter_map(|n| cheapest(&n.near, &controlled)).collect();
        passes += 1;
        if !found.contradictions.is_empty() || more.is_empty() || passes == MOST_PASSES {
            return Err(problems(&found));
        }
        given.extend(more);
    }
}

/// The same records without what they tell.
fn emptied(records: &BTreeMap<String, Records>) -> BTreeMap<String, Records> {
    let of = |of: &Records| {
        of.keys().map(|key| (key.clone(), Record::without(Status::Withheld))).collect()
    };
    records.iter().map(|(id, records)| (id.clone(), of(records))).collect()
}

/// Whether what is known bounds the same persons as closely already.
fn tells_as_much(known: &Narrow, narrow: &Narrow) -> bool {
    (&known.indicator, &known.region, known.period, &known.what)
        == (&narrow.indicator, &narrow.region, narrow.period, &narrow.what)
        && known.least >= narrow.least
        && known.most <= narrow.most
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
