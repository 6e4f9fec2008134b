// SPDX-License-Identifier: EUPL-1.2
//! What anyone can add up: every total and the parts that it is the sum of.

use kansrijke_start::indicator::definition::{Definition, Kind};
use kansrijke_start::indicator::period::Period;
use kansrijke_start::indicator::region::Kind as Sort;
use kansrijke_start::prepare::geography::place::Places;
use kansrijke_start::prepare::record::{Record, Records};
use std::collections::{BTreeMap, BTreeSet};

/// A cell: its place in the list of cells.
pub type Cell = usize;

/// One count that somebody may know or want to know.
#[derive(Clone, Debug)]
pub struct Count {
    /// The region.
    pub region: String,
    /// The period.
    pub period: Period,
    /// The true count; `None` where nobody has it.
    pub count: Option<f64>,
}

/// A total that is the sum of its parts.
#[derive(Clone, Debug)]
pub struct Relation {
    /// The total.
    pub total: Cell,
    /// Its parts.
    pub parts: Vec<Cell>,
}

/// All counts of one indicator and all sums between them.
#[derive(Clone, Debug, Default)]
pub struct Sums {
    /// The counts.
    pub cells: Vec<Count>,
    /// The sums.
    pub relations: Vec<Relation>,
    by_key: BTreeMap<(String, Period), Cell>,
}

/// The persons that a record tells of: counted, or a percentage with its denominator, which may
/// stand in the record or be known from elsewhere.
pub fn count(definition: &Definition, record: &Record, elsewhere: Option<f64>) -> Option<f64> {
    let told = || {
        let fraction = matches!(definition.kind, Kind::Share | Kind::Rate);
        let (value, denominator) =
            record.value.zip(record.denominator.or(elsewhere)).filter(|_| fraction)?;
        Some((value / definition.kind.factor() * denominator).round())
    };
    record.numerator.or_else(told)
}

impl Sums {
    /// The sums that hold between the records of one indicator: groups and their municipalities,
    /// the country and its parts, periods and the years in them. A total of which the parts are
    /// not all in the data has no relation: nobody can add it up from here.
    ///
    /// `denominators` are counts that this indicator divides by and that are published as an
    /// indicator of their own.
    pub fn of(
        definition: &Definition,
        records: &Records,
        places: &Places,
        denominators: &Records,
    ) -> Self {
        let mut sums = Self::default();
        for ((region, period), record) in records {
            sums.by_key.insert((region.clone(), *period), sums.cells.len());
            sums.cells.push(Count {
                region: region.clone(),
                period: *period,
                count: count(
                    definition,
                    record,
                    denominators.get(&(region.clone(), *period)).and_then(|r| r.numerator),
                ),
            });
        }
        let periods: BTreeSet<Period> = records.keys().map(|(_, p)| *p).collect();
        for period in &periods {
            for place in places.iter() {
                let members = |kind: Sort| -> Vec<&str> {
                    match kind {
                        Sort::Municipality => {
                            places.members(&place.code).map(|m| m.code.as_str()).collect()
                        }
                        _ => places
                            .iter()
                            .filter(|p| p.kind() == kind)
                            .map(|p| p.code.as_str())
                            .collect(),
                    }
                };
                let parts: &[Sort] = match place.kind() {
                    Sort::Municipality => &[],
                    Sort::Country => {
                        &[Sort::Province, Sort::Corop, Sort::HealthRegion, Sort::Municipality]
                    }
                    _ => &[Sort::Municipality],
                };
                for kind in parts {
                    let keys = members(*kind).into_iter().map(|code| (code, *period));
                    sums.relate((&place.code, *period), keys);
                }
            }
        }
        let regions: BTreeSet<&String> = records.keys().map(|(code, _)| code).collect();
        for pool in periods.iter().filter(|p| p.months() > 12) {
            let years = || {
                let ((first, _), (last, _)) = (pool.start(), pool.end());
                (first..=last).map(|year| Period::years(year, year))
            };
            for region in &regions {
                sums.relate((region, *pool), years().map(|year| (region.as_str(), year)));
            }
        }
        sums
    }

    fn relate<'a>(
        &mut self,
        total: (&str, Period),
        parts: impl Iterator<Item = (&'a str, Period)>,
    ) {
        let cell =
            |(code, period): (&str, Period)| self.by_key.get(&(code.to_string(), period)).copied();
        let Some(total) = cell(total) else { return };
        if let Some(parts) = parts.map(cell).collect::<Option<Vec<_>>>()
            && !parts.is_empty()
        {
            self.relations.push(Relation { total, parts });
        }
    }
}
