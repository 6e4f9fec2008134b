// SPDX-License-Identifier: EUPL-1.2
//! The figures of a cube: counts summed over its dimensions, and what follows from them.

use super::cube::{Layout, Measure};
use super::place;
use super::records::Records;
use super::total::Total;
use crate::indicator::definition::Kind;
use crate::indicator::disclosure::THRESHOLD;
use crate::prepare::read::sheet::LongRow;
use crate::prepare::workbook::Content;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The counts of a region and period.
struct Group {
    row: u32,
    period: Option<Content>,
    counts: BTreeMap<u32, Total>,
}

/// The rows of all indicators, and the ids of those that are weighted. `totals` are the items of
/// each dimension that are the others together; where there is none, all items are summed.
pub(super) fn rows(
    data: &Records,
    layout: &Layout,
    totals: &BTreeMap<String, BTreeSet<String>>,
    measures: &[(String, Measure)],
) -> (Vec<LongRow>, Vec<String>) {
    let (item, period) = (layout.item.unwrap_or(0), layout.period.unwrap_or(0));
    let used: BTreeSet<u32> = measures
        .iter()
        .flat_map(|(_, m)| {
            let threshold = m.threshold.and_then(|(_, at)| at);
            m.numerator.iter().chain(&m.denominator).copied().chain(threshold)
        })
        .chain(layout.unweighted())
        .collect();
    let mut groups: Vec<((String, String), Group)> = Vec::new();
    let mut places: HashMap<(String, String), usize> = HashMap::new();
    for row in data.rows() {
        let is_chosen = layout.dimensions.iter().all(|(name, at)| {
            let text = row.at(*at);
            let known = totals.get(name).filter(|items| !items.is_empty());
            known.is_none_or(|items| items.contains(&text))
        });
        if !is_chosen {
            continue;
        }
        let level = layout.level.map(|at| row.at(at)).unwrap_or_default();
        let key = (place::code(&level, &row.at(item)), row.at(period));
        let at = *places.entry(key.clone()).or_insert_with(|| {
            let period = row.content(period).cloned();
            groups.push((key, Group { row: row.at, period, counts: BTreeMap::new() }));
            groups.len() - 1
        });
        if let Some((_, group)) = groups.get_mut(at) {
            for column in &used {
                group.counts.entry(*column).or_default().add(row.content(*column));
            }
        }
    }
    let mut rows = Vec::new();
    let mut weighted = Vec::new();
    for (id, measure) in measures {
        let is_weighted = measure.is_weighted(layout, groups.iter().map(|(_, group)| group));
        if is_weighted {
            weighted.push(id.clone());
        }
        for ((place, _), group) in &groups {
            let [numerator, denominator, value] = measure.figures(group, layout, is_weighted);
            let first = measure.numerator.first().copied().unwrap_or(item);
            let text = |text: &str| Some(Content::Text(text.into()));
            rows.push(LongRow {
                row: group.row,
                fields: vec![
                    text(place),
                    group.period.clone(),
                    text(id),
                    numerator,
                    denominator,
                    value,
                ],
                from: [item, period, first, first, first, first].map(|at| (group.row, at)).to_vec(),
            });
        }
    }
    (rows, weighted)
}

impl Group {
    fn sum(&self, columns: &[u32]) -> Result<f64, Content> {
        let mut total = Total::default();
        columns.iter().filter_map(|at| self.counts.get(at)).for_each(|part| total.join(part));
        total.number()
    }
}

impl Measure {
    /// Whether its counts are no persons: they have decimals, or there are others than were
    /// asked.
    fn is_weighted<'g>(&self, layout: &Layout, groups: impl Iterator<Item = &'g Group>) -> bool {
        let asked = layout.unweighted().filter(|at| !self.denominator.contains(at));
        let asked = asked.filter(|at| !self.numerator.contains(at) && self.kind != Kind::Count);
        groups.into_iter().any(|group| {
            let counts = [group.sum(&self.numerator), group.sum(&self.denominator)];
            let is_broken = counts.iter().flatten().any(|count| count.fract() != 0.0);
            let of = counts.get(1).and_then(|count| count.as_ref().ok());
            let asked = asked.and_then(|at| group.sum(&[at]).ok());
            is_broken || asked.zip(of).is_some_and(|(asked, of)| asked != *of)
        })
    }

    /// Numerator, denominator and value of a region and period, or the sign for none.
    fn figures(&self, group: &Group, layout: &Layout, is_weighted: bool) -> [Option<Content>; 3] {
        let sign = |sign: Content| match self.kind {
            Kind::Mean => [None, None, Some(sign)],
            _ => [Some(sign), None, None],
        };
        let secret = || sign(Content::Text("geheim".into()));
        let numerator = match group.sum(&self.numerator) {
            Ok(numerator) => numerator,
            Err(content) => return sign(content),
        };
        let denominator = match self.denominator.as_slice() {
            [] => None,
            columns => match group.sum(columns) {
                Ok(denominator) => Some(denominator),
                Err(content) => return sign(content),
            },
        };
        if let Some((least, at)) = self.threshold {
            let counted = match at {
                Some(at) => group.sum(&[at]).ok(),
                None => denominator.or(Some(numerator)),
            };
            if counted.is_none_or(|counted| counted < least) {
                return secret();
            }
        }
        let number = |number: f64| Some(Content::Number(number));
        let quotient = denominator.filter(|n| *n > 0.0).map(|n| numerator / n * self.factor);
        if self.kind == Kind::Mean || is_weighted {
            let asked = layout.unweighted().and_then(|at| group.sum(&[at]).ok());
            let rest = denominator.map(|n| n - numerator).filter(|_| self.kind != Kind::Mean);
            let persons = match self.kind {
                Kind::Mean => [denominator, None, asked],
                _ => [Some(numerator), rest, asked],
            };
            if persons.into_iter().flatten().any(|persons| persons < THRESHOLD) {
                return secret();
            }
            let value = if denominator.is_some() { quotient } else { Some(numerator.round()) };
            return [None, None, value.and_then(number)];
        }
        [number(numerator), denominator.and_then(number), None]
    }
}
