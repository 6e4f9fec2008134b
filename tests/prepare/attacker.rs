// SPDX-License-Identifier: EUPL-1.2
//! An attacker who tries all tables: what is published as rows over whole numbers, a narrowing
//! of their domains, and backtracking. It shares no code with disclosure control or its audit,
//! and knows every municipality and elementary period as an unknown of its own.

use kansrijke_start::indicator::definition::{Definition, Kind};
use kansrijke_start::indicator::period::Period;
use kansrijke_start::prepare::audit::{Published, What};
use kansrijke_start::prepare::geography::place::Places;
use kansrijke_start::prepare::record::Record;
use std::collections::{BTreeMap, BTreeSet};

/// No count is tried above this; small tables stay far below it.
const MOST: i64 = 90;

/// A question that takes more steps than this stays open, and its target undecided.
const STEPS: u32 = 1500;
/// A first table may take as many.
const MOST_STEPS: u32 = 50_000;

type Terms = Vec<(usize, i64)>;

/// An indicator, region, period and which persons.
pub type Name = (String, String, Period, What);

/// Targets with the values that they can be, as far as they were listed.
pub type Found = BTreeMap<Name, BTreeSet<i64>>;

pub struct Attacker<'a> {
    published: &'a Published<'a>,
    /// The shortest periods, which all others are made of.
    elementary: &'a [Period],
    unknowns: BTreeMap<(String, String, Period), usize>,
    rows: Vec<(Terms, i64, i64)>,
    /// The targets of which trying all tables took too long.
    pub undecided: BTreeSet<Name>,
}

/// The municipalities of a region.
pub fn inside(places: &Places, region: &str) -> Vec<String> {
    match region.starts_with("GM") {
        true => vec![region.to_string()],
        false => places.members(region).map(|p| p.code.clone()).collect(),
    }
}

impl<'a> Attacker<'a> {
    pub fn of(published: &'a Published<'a>, elementary: &'a [Period]) -> Self {
        let (unknowns, rows) = (BTreeMap::new(), Vec::new());
        let undecided = BTreeSet::new();
        let mut attacker = Self { published, elementary, unknowns, rows, undecided };
        for definition in published.definitions {
            for edition in [published.records].into_iter().chain(published.earlier) {
                for (key, record) in edition.get(&definition.id).into_iter().flatten() {
                    attacker.read(definition, key, record);
                }
            }
            for (region, period) in attacker.atoms() {
                attacker.know(definition, &region, period);
            }
        }
        attacker
    }

    /// Every municipality in every elementary period.
    fn atoms(&self) -> Vec<(String, Period)> {
        let all = inside(self.published.places, "NL01");
        let pairs = all.iter().flat_map(|r| self.elementary.iter().map(|p| (r.clone(), *p)));
        pairs.collect()
    }

    /// The name of who an indicator divides by.
    fn whole(&self, id: &str) -> String {
        let declared = self.published.declared;
        let holds = |ids: &[String]| ids.iter().any(|other| other == id);
        if let Some(d) = declared.denominators.iter().find(|d| holds(&d.of)) {
            return d.count.clone();
        }
        if let Some(m) = declared.complements.iter().find(|m| m.one == id || m.other == id) {
            return format!("whole of {}", m.one);
        }
        let classes = declared.sums.iter().find(|s| s.total.is_none() && holds(&s.parts));
        format!("whole of {}", classes.map_or(id, |s| &s.parts[0]))
    }

    fn unknown(&mut self, name: &str, region: &str, period: Period) -> usize {
        let next = self.unknowns.len();
        *self.unknowns.entry((name.into(), region.into(), period)).or_insert(next)
    }

    fn sum(&mut self, name: &str, key: &(String, Period), times: i64) -> Terms {
        let regions = inside(self.published.places, &key.0);
        let periods: Vec<Period> =
            self.elementary.iter().copied().filter(|p| key.1.contains(*p)).collect();
        assert!(!periods.is_empty(), "{key:?} is made of no elementary period");
        let pairs = regions.iter().flat_map(|r| periods.iter().map(move |p| (r, *p)));
        pairs.map(|(region, period)| (self.unknown(name, region, period), times)).collect()
    }

    fn read(&mut self, definition: &Definition, key: &(String, Period), record: &Record) {
        let half = self.published.declared.rounded.get(&definition.id).map_or(0, |b| *b as i64 / 2);
        let whole = self.whole(&definition.id);
        if let Some(x) = record.numerator {
            let terms = self.sum(&definition.id, key, 1);
            self.rows.push((terms, x as i64 - half, x as i64 + half));
        }
        if let Some(n) = record.denominator {
            let terms = self.sum(&whole, key, 1);
            self.rows.push((terms, n as i64 - half, n as i64 + half));
        }
        let divides = matches!(definition.kind, Kind::Share | Kind::Rate);
        if let Some(value) = record.value.filter(|_| divides) {
            let scale = 10_i64.pow(u32::from(definition.decimals));
            let written = (value * scale as f64).round() as i64;
            let times = 2 * scale * definition.kind.factor() as i64;
            for (edge, low, high) in
                [(2 * written - 1, 0, i64::MAX), (2 * written + 1, i64::MIN, 0)]
            {
                let mut terms = self.sum(&definition.id, key, times);
                terms.extend(self.sum(&whole, key, -edge));
                self.rows.push((terms, low, high));
            }
        }
    }

    /// What holds for all persons of a municipality and elementary period.
    fn know(&mut self, definition: &Definition, region: &str, period: Period) {
        let declared = self.published.declared;
        let (id, whole) = (&definition.id, self.whole(&definition.id));
        let mut put = |terms: &[(&str, i64)], most: i64| {
            let terms = terms.iter().map(|(n, t)| (self.unknown(n, region, period), *t)).collect();
            self.rows.push((terms, 0, most));
        };
        if matches!(definition.kind, Kind::Share | Kind::Rate) {
            put(&[(&whole, 1), (id, -1)], i64::MAX);
        }
        for mirror in declared.complements.iter().filter(|m| m.one == *id) {
            put(&[(id, 1), (&mirror.other, 1), (&whole, -1)], 0);
        }
        for sum in declared.sums.iter().filter(|s| s.parts[0] == *id) {
            let mut terms: Vec<(&str, i64)> = sum.parts.iter().map(|p| (p.as_str(), 1)).collect();
            terms.push((sum.total.as_ref().unwrap_or(&whole), -1));
            put(&terms, 0);
        }
        for subset in declared.subsets.iter().filter(|s| s.whole == *id) {
            put(&[(id, 1), (&subset.part, -1)], i64::MAX);
        }
    }

    /// The regions and periods of which an indicator's count is somebody's: its rows, those of
    /// indicators that it adds up with, and the municipalities under them.
    fn cells(&self, id: &str) -> BTreeSet<(String, Period)> {
        let declared = self.published.declared;
        let mut ids = BTreeSet::from([id]);
        let complements =
            declared.complements.iter().map(|m| vec![m.one.as_str(), m.other.as_str()]);
        let sums = declared.sums.iter();
        let sums = sums.map(|s| s.parts.iter().chain(&s.total).map(String::as_str).collect());
        for together in complements.chain(sums).filter(|t: &Vec<&str>| t.contains(&id)) {
            ids.extend(together);
        }
        let editions = [self.published.records].into_iter().chain(self.published.earlier);
        let all = editions.flat_map(|e| ids.iter().filter_map(|id| e.get(*id)));
        let rows: BTreeSet<(String, Period)> = all.flat_map(|r| r.keys().cloned()).collect();
        let mut cells = rows.clone();
        for (region, period) in self.atoms() {
            let under = |(above, time): &(String, Period)| {
                time.contains(period) && inside(self.published.places, above).contains(&region)
            };
            if rows.iter().any(under) {
                cells.insert((region, period));
            }
        }
        cells
    }

    /// Everybody's number that can be below the threshold, with fewer values than it is wide.
    /// `None` if no table fits at all.
    pub fn narrow(&mut self) -> Option<Found> {
        let mut targets: Vec<(Name, Terms)> = Vec::new();
        for definition in self.published.definitions {
            let id = &definition.id;
            let (own, whole) = (self.cells(id), self.whole(id));
            let mut add =
                |cells: &BTreeSet<(String, Period)>, of: &str, minus: &str, what: What| {
                    for key in cells {
                        let mut terms = self.sum(of, key, 1);
                        if !minus.is_empty() {
                            terms.extend(self.sum(minus, key, -1));
                        }
                        targets.push(((id.clone(), key.0.clone(), key.1, what.clone()), terms));
                    }
                };
            add(&own, id, "", What::Numerator);
            if matches!(definition.kind, Kind::Share | Kind::Rate) {
                add(&own, &whole, id, What::Complement);
            }
        }
        for subset in &self.published.declared.subsets {
            let (whole, part) = (&subset.whole, &subset.part);
            for key in self.cells(whole).union(&self.cells(part)) {
                let mut terms = self.sum(whole, key, 1);
                terms.extend(self.sum(part, key, -1));
                let what = What::Rest(part.clone());
                targets.push(((whole.clone(), key.0.clone(), key.1, what), terms));
            }
        }
        self.rows.sort_by_key(|r| r.0.len());
        let enough = self.published.threshold as usize;
        let mut seen: Vec<BTreeSet<i64>> = vec![BTreeSet::new(); targets.len()];
        let value = |terms: &Terms, table: &[i64]| terms.iter().map(|(u, t)| t * table[*u]).sum();
        let first = self.solve(None).unwrap_or_else(|_| panic!("not even one table was found"))?;
        let note = |seen: &mut Vec<BTreeSet<i64>>, table: &[i64]| {
            for (values, (_, terms)) in seen.iter_mut().zip(&targets) {
                values.insert(value(terms, table));
            }
        };
        note(&mut seen, &first);
        let mut found = Found::new();
        for (at, (name, terms)) in targets.iter().enumerate() {
            // Whether it can be small comes first.
            let mut is_open = false;
            let mut small = seen[at].first().is_some_and(|v| *v < enough as i64);
            for wanted in 0..=MOST {
                if seen[at].len() >= enough && small || wanted >= enough as i64 && !small {
                    break;
                }
                if seen[at].contains(&wanted) {
                    continue;
                }
                match self.solve(Some((terms, wanted))) {
                    Ok(Some(table)) => {
                        note(&mut seen, &table);
                        small |= wanted < enough as i64;
                    }
                    Ok(None) => {}
                    Err(TooLong) => is_open = true,
                }
            }
            if is_open && seen[at].len() < enough {
                self.undecided.insert(name.clone());
            } else if small && seen[at].len() < enough {
                found.insert(name.clone(), seen[at].clone());
            }
        }
        Some(found)
    }

    /// A table that fits, with a sum that has a value.
    fn solve(&self, wanted: Option<(&Terms, i64)>) -> Result<Option<Vec<i64>>, TooLong> {
        let mut rows: Vec<&(Terms, i64, i64)> = self.rows.iter().collect();
        let row = wanted.map(|(terms, value)| (terms.clone(), value, value));
        rows.extend(row.as_ref());
        // The first table is worth more tries than any later one.
        let mut steps = if wanted.is_some() { MOST_STEPS - STEPS } else { 0 };
        search(vec![(0, MOST); self.unknowns.len()], &rows, &mut steps)
    }
}

/// Narrows the domains; whether anything can still fit.
fn narrowed(domains: &mut [(i64, i64)], rows: &[&(Terms, i64, i64)]) -> bool {
    loop {
        let mut changed = false;
        for (terms, least, most) in rows {
            let ends = |(low, high): (i64, i64), t: i64| (t * low, t * high);
            let ends = |d, t| {
                if t < 0 {
                    let (a, b) = ends(d, t);
                    (b, a)
                } else {
                    ends(d, t)
                }
            };
            let (mut low, mut high) = (0, 0);
            for (u, t) in terms {
                let (a, b) = ends(domains[*u], *t);
                (low, high) = (low + a, high + b);
            }
            if low > *most || high < *least {
                return false;
            }
            for (u, t) in terms {
                let (a, b) = ends(domains[*u], *t);
                // t·x ≤ most − the least of the others, and ≥ least − the most of them.
                let (top, bottom) = (most.saturating_sub(low - a), least.saturating_sub(high - b));
                let (from, to) = if *t > 0 {
                    (-(-bottom.max(i64::MIN / 2)).div_euclid(*t), top.div_euclid(*t))
                } else {
                    (-top.div_euclid(-*t), (-bottom.max(i64::MIN / 2)).div_euclid(-*t))
                };
                let domain = &mut domains[*u];
                let next = (domain.0.max(from), domain.1.min(to));
                if next.0 > next.1 {
                    return false;
                }
                if next != *domain {
                    *domain = next;
                    let (c, d) = ends(next, *t);
                    (low, high) = (low - a + c, high - b + d);
                    changed = true;
                }
            }
        }
        if !changed {
            return true;
        }
    }
}

/// There were too many tables to try.
struct TooLong;

fn search(
    mut domains: Vec<(i64, i64)>,
    rows: &[&(Terms, i64, i64)],
    steps: &mut u32,
) -> Result<Option<Vec<i64>>, TooLong> {
    *steps += 1;
    if *steps > MOST_STEPS {
        return Err(TooLong);
    }
    if !narrowed(&mut domains, rows) {
        return Ok(None);
    }
    let open = (0..domains.len()).filter(|u| domains[*u].0 < domains[*u].1);
    let Some(next) = open.min_by_key(|u| domains[*u].1 - domains[*u].0) else {
        return Ok(Some(domains.iter().map(|d| d.0).collect()));
    };
    let (low, high) = domains[next];
    // Halving keeps the tree shallow where a domain is wide.
    let middle = if high - low > 8 { (low + high) / 2 } else { low };
    for half in [(low, middle), (middle + 1, high)] {
        let mut tried = domains.clone();
        tried[next] = half;
        if let Some(table) = search(tried, rows, steps)? {
            return Ok(Some(table));
        }
    }
    Ok(None)
}
