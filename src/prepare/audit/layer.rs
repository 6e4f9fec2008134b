// SPDX-License-Identifier: EUPL-1.2
//! Which counts there are, and which of them are the same or add up in every place and time.

use super::finding::Published;
use super::range::divides;
use crate::indicator::definition::{Counted, Definition, Kind};

/// A count: a numerator or a denominator of an indicator. The number of one that is the same.
pub(super) type Layer = usize;

/// What holds between layers for every group of persons.
#[derive(Clone, Debug)]
pub(super) struct Link {
    /// Coefficients by layer.
    pub terms: Vec<(Layer, f64)>,
    /// Whether the sum is nothing; else it is nothing or more.
    pub is_equal: bool,
}

/// All layers of the indicators that count persons.
#[derive(Debug)]
pub(super) struct Layers<'a> {
    /// The indicators.
    pub definitions: Vec<&'a Definition>,
    parents: Vec<usize>,
    /// What holds between layers.
    pub links: Vec<Link>,
    /// Pairs of indicators of which the second counts some of the first's.
    pub subsets: Vec<(usize, usize)>,
    /// For each indicator those that tell its counts together with others: it can be computed
    /// where they have a row, too.
    pub partners: Vec<Vec<usize>>,
}

fn root(parents: &[usize], mut at: usize) -> usize {
    while let Some(next) = parents.get(at).filter(|next| **next != at) {
        at = *next;
    }
    at
}

fn join(parents: &mut [usize], one: usize, other: usize) {
    let (one, other) = (root(parents, one), root(parents, other));
    if let Some(slot) = parents.get_mut(one.max(other)) {
        *slot = one.min(other);
    }
}

impl<'a> Layers<'a> {
    pub(super) fn of(published: &Published<'a>) -> Self {
        let all = published.definitions.iter().copied();
        let definitions: Vec<&Definition> = all.filter(|d| d.counted == Counted::Persons).collect();
        let size = definitions.len();
        let at = |id: &str| definitions.iter().position(|d| d.id == id);
        let declared = published.declared;
        let mut parents: Vec<usize> = (0..2 * size).collect();
        let mut partners = vec![Vec::new(); size];
        let mut links = Vec::new();
        let found = |ids: &[String]| ids.iter().map(|id| at(id)).collect::<Option<Vec<_>>>();
        for denominator in &declared.denominators {
            if let Some(count) = at(&denominator.count) {
                for of in denominator.of.iter().filter_map(|id| at(id)) {
                    join(&mut parents, count, size + of);
                }
            }
        }
        // Parts of one whole, by indicator, with the whole where it is an indicator.
        let mut wholes: Vec<(Vec<usize>, Option<usize>)> = Vec::new();
        for complement in &declared.complements {
            let pair = at(&complement.one).zip(at(&complement.other));
            wholes.extend(pair.map(|(one, other)| (vec![one, other], None)));
        }
        for sum in &declared.sums {
            let Some(parts) = found(&sum.parts) else { continue };
            match &sum.total {
                None => wholes.push((parts, None)),
                Some(total) => wholes.extend(at(total).map(|total| (parts, Some(total)))),
            }
        }
        for (parts, total) in &wholes {
            if total.is_none() {
                for pair in parts.windows(2) {
                    if let [one, other] = pair {
                        join(&mut parents, size + one, size + other);
                    }
                }
            }
            for one in parts.iter().chain(total) {
                let others = parts.iter().chain(total).filter(|other| *other != one);
                if let Some(slot) = partners.get_mut(*one) {
                    slot.extend(others);
                }
            }
        }
        for (parts, total) in &wholes {
            let whole = total.or(parts.first().map(|p| size + p));
            let mut terms: Vec<(Layer, f64)> = parts.iter().map(|p| (*p, 1.0)).collect();
            terms.extend(whole.map(|w| (root(&parents, w), -1.0)));
            links.push(Link { terms, is_equal: true });
        }
        let pairs = declared.subsets.iter();
        let subsets: Vec<(usize, usize)> =
            pairs.filter_map(|s| at(&s.whole).zip(at(&s.part))).collect();
        for (whole, part) in &subsets {
            links.push(Link { terms: vec![(*whole, 1.0), (*part, -1.0)], is_equal: false });
        }
        for (i, definition) in definitions.iter().enumerate() {
            if divides(definition.kind) {
                let terms = vec![(root(&parents, size + i), 1.0), (i, -1.0)];
                links.push(Link { terms, is_equal: false });
            }
        }
        for link in &mut links {
            for (layer, _) in &mut link.terms {
                *layer = root(&parents, *layer);
            }
        }
        Self { definitions, parents, links, subsets, partners }
    }

    /// The layer of an indicator's numerator.
    pub(super) fn numerator(&self, indicator: usize) -> Layer {
        root(&self.parents, indicator)
    }

    /// The layer of an indicator's denominator.
    pub(super) fn denominator(&self, indicator: usize) -> Layer {
        root(&self.parents, self.definitions.len() + indicator)
    }

    /// Whether those outside the numerator are persons to protect, too.
    pub(super) fn has_complement(&self, indicator: usize) -> bool {
        let kind = self.definitions.get(indicator).map(|d| d.kind);
        matches!(kind, Some(Kind::Share | Kind::Rate))
    }

    /// The indicators in groups between which nothing is known.
    pub(super) fn groups(&self) -> Vec<Vec<usize>> {
        let size = self.definitions.len();
        let mut parents = self.parents.clone();
        for link in &self.links {
            for pair in link.terms.windows(2) {
                if let [(one, _), (other, _)] = pair {
                    join(&mut parents, *one, *other);
                }
            }
        }
        let mut groups: Vec<(usize, Vec<usize>)> = Vec::new();
        for indicator in 0..size {
            let head = root(&parents, indicator);
            match groups.iter_mut().find(|(other, _)| *other == head) {
                Some((_, group)) => group.push(indicator),
                None => groups.push((head, vec![indicator])),
            }
        }
        groups.into_iter().map(|(_, group)| group).collect()
    }
}
