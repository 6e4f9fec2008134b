// SPDX-License-Identifier: EUPL-1.2
//! Made-up tables of a small country, with holes of every kind.

use super::attacker::{Attacker, Found, Name, inside};
use kansrijke_start::indicator::definition::{Definition, Kind};
use kansrijke_start::indicator::observation::Status;
use kansrijke_start::indicator::period::Period;
use kansrijke_start::prepare::audit::{Audit, Published, audit};
use kansrijke_start::prepare::geography::place::{Place, Places};
use kansrijke_start::prepare::recipe::catalogue;
use kansrijke_start::prepare::recipe::declared::{Complement, Declared, Denominator, Subset, Sum};
use kansrijke_start::prepare::record::{Record, Records};
use kansrijke_start::prepare::suppression::builder::Setting;
use kansrijke_start::prepare::suppression::control::control;
use std::collections::{BTreeMap, BTreeSet};

/// Small counts keep the attack complete.
pub const THRESHOLD: f64 = 3.0;

/// An indicator that counts or divides.
pub fn definition(id: &str, kind: Kind) -> Definition {
    let entries = catalogue::parse("catalogue.toml", catalogue::SHIPPED, &[]).unwrap();
    let any = entries.into_iter().find(|e| e.definition.id == "tienermoeders").unwrap();
    Definition { id: id.into(), kind, decimals: 1, ..any.definition }
}

pub fn place(code: &str, parents: &[&str], groups: &[&str]) -> Place {
    let own = |texts: &[&str]| texts.iter().map(ToString::to_string).collect();
    Place { code: code.into(), name: code.into(), parents: own(parents), groups: own(groups) }
}

/// Two provinces, health regions of which one crosses their border, and a group.
pub fn country() -> Places {
    let all = vec![
        place("NL01", &[], &[]),
        place("PV91", &[], &[]),
        place("PV92", &[], &[]),
        place("GG9001", &[], &[]),
        place("GG9002", &[], &[]),
        place("JGZ1", &[], &[]),
        place("GM9001", &["GG9001", "PV91"], &["JGZ1"]),
        place("GM9002", &["GG9001", "PV91"], &[]),
        place("GM9003", &["GG9002", "PV91"], &["JGZ1"]),
        place("GM9004", &["GG9002", "PV92"], &[]),
        place("GM9005", &["GG9002", "PV92"], &["JGZ1"]),
    ];
    Places::new(all, BTreeMap::new())
}

pub fn year(year: i32) -> Period {
    Period::years(year, year)
}

pub fn period(code: &str) -> Period {
    Period::parse(code).unwrap()
}

pub fn denominator(count: &str, of: &[&str]) -> Denominator {
    Denominator { count: count.into(), of: of.iter().map(ToString::to_string).collect() }
}

pub fn mirror(one: &str, other: &str) -> Complement {
    Complement { one: one.into(), other: other.into() }
}

pub fn sum(total: Option<&str>, parts: &[&str]) -> Sum {
    let parts = parts.iter().map(ToString::to_string).collect();
    Sum { total: total.map(Into::into), parts }
}

pub fn subset(whole: &str, part: &str) -> Subset {
    Subset { whole: whole.into(), part: part.into() }
}

/// A record of a count.
pub fn counted(numerator: f64) -> Record {
    Record { numerator: Some(numerator), ..Record::default() }
}

/// Everything that is needed to publish and to attack.
#[derive(Debug)]
pub struct Table {
    pub definitions: Vec<Definition>,
    pub places: Places,
    pub declared: Declared,
    pub elementary: Vec<Period>,
    pub records: BTreeMap<String, Records>,
    pub earlier: Vec<BTreeMap<String, Records>>,
    pub threshold: f64,
}

impl Table {
    pub fn new(definitions: Vec<Definition>, places: Places, elementary: &[Period]) -> Self {
        Self {
            definitions,
            places,
            declared: Declared::default(),
            elementary: elementary.to_vec(),
            records: BTreeMap::new(),
            earlier: Vec::new(),
            threshold: THRESHOLD,
        }
    }

    /// Publishes a record.
    pub fn put(&mut self, id: &str, region: &str, period: Period, record: Record) {
        self.records.entry(id.into()).or_default().insert((region.into(), period), record);
    }

    /// With disclosure control.
    pub fn control(&mut self) {
        let definitions: Vec<&Definition> = self.definitions.iter().collect();
        let setting = Setting {
            places: &self.places,
            threshold: self.threshold,
            declared: &self.declared,
            earlier: &self.earlier,
        };
        control(&definitions, &mut self.records, setting).unwrap();
    }

    pub fn published<T>(&self, then: impl FnOnce(&Published<'_>) -> T) -> T {
        let definitions: Vec<&Definition> = self.definitions.iter().collect();
        then(&Published {
            definitions: &definitions,
            records: &self.records,
            places: &self.places,
            declared: &self.declared,
            earlier: &self.earlier,
            threshold: self.threshold,
        })
    }

    pub fn audit(&self) -> Audit {
        self.published(audit)
    }

    /// What an attacker who tries all tables finds; `None` if no table fits.
    pub fn attack(&self) -> Option<Found> {
        self.published(|published| Attacker::of(published, &self.elementary).narrow())
    }

    /// The same, with the targets that were too much to try.
    pub fn attack_all(&self) -> Option<(Found, BTreeSet<Name>)> {
        self.published(|published| {
            let mut attacker = Attacker::of(published, &self.elementary);
            let found = attacker.narrow()?;
            Some((found, attacker.undecided))
        })
    }

    /// What only the attacker finds, and what only the audit does.
    pub fn differences(
        &self,
        attack: &Found,
        undecided: &BTreeSet<Name>,
        audit: &Audit,
    ) -> (Vec<String>, Vec<String>) {
        let covers = |name: &str, code: &str| {
            name.split('+').any(|n| n == code || inside(&self.places, n).iter().any(|c| c == code))
        };
        let missed = attack.iter().filter(|((id, region, period, what), _)| {
            !audit.narrow.iter().any(|n| {
                n.indicator == *id
                    && n.what == *what
                    && covers(&n.region, region)
                    && n.period.contains(*period)
            })
        });
        let invented = audit.narrow.iter().filter(|n| {
            !attack.keys().chain(undecided).any(|(id, region, period, what)| {
                *id == n.indicator
                    && *what == n.what
                    && covers(&n.region, region)
                    && n.period.contains(*period)
            })
        });
        (
            missed.map(|found| format!("{found:?}")).collect(),
            invented.map(|found| format!("{found:?}")).collect(),
        )
    }

    /// Fills an indicator: the sum of `counts` (by municipality, then by elementary period) for
    /// every place and period, with holes. A hole of 0 is a row that is left out, of 1 one that
    /// the source withholds, of 2 an empty one.
    pub fn fill(
        &mut self,
        id: &str,
        periods: &[Period],
        counts: &[u8],
        holes: &mut impl Iterator<Item = u8>,
    ) {
        let codes = inside(&self.places, "NL01");
        let places: Vec<String> = self.places.iter().map(|p| p.code.clone()).collect();
        let base = self.declared.rounded.get(id).copied();
        for region in &places {
            for period in periods {
                let mut total = 0.0;
                for (i, code) in codes.iter().enumerate() {
                    for (j, time) in self.elementary.iter().enumerate() {
                        if inside(&self.places, region).contains(code) && period.contains(*time) {
                            total += f64::from(counts[i * self.elementary.len() + j]);
                        }
                    }
                }
                let shown = base.map_or(total, |b| (total / b).round() * b);
                match holes.next() {
                    Some(0) => {}
                    Some(1) => self.put(id, region, *period, Record::without(Status::Withheld)),
                    Some(2) => self.put(id, region, *period, Record::without(Status::Missing)),
                    _ => self.put(id, region, *period, counted(shown)),
                }
            }
        }
    }

    /// Makes the counts of an indicator those of a part of a whole: with the whole as a
    /// denominator, or as a percentage alone.
    pub fn divide(&mut self, id: &str, periods: &[Period], whole: &[u8], is_bare: bool) {
        let definition = self.definitions.iter().find(|d| d.id == id).unwrap().clone();
        self.fill("whole", periods, whole, &mut std::iter::empty());
        let wholes = self.records.remove("whole").unwrap();
        for (key, record) in self.records.get_mut(id).unwrap() {
            let Some(x) = record.numerator else { continue };
            let n = wholes[key].numerator.unwrap();
            record.denominator = Some(n).filter(|_| !is_bare);
            if is_bare {
                let scale = 10_f64.powi(i32::from(definition.decimals));
                let value = x / n * definition.kind.factor();
                *record = match n == 0.0 {
                    true => Record::without(Status::Missing),
                    false => {
                        Record { value: Some((value * scale).round() / scale), ..Record::default() }
                    }
                };
            }
        }
    }
}
