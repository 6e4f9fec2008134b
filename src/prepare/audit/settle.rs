// SPDX-License-Identifier: EUPL-1.2
//! Bounds that follow step by step; what contradicts them is taken out, the oldest first.

use super::atom::Key;
use super::finding::Contradiction;
use super::layer::Layers;
use super::model::{Model, Target};
use super::system::{Row, Unknown};
use std::collections::BTreeSet;

impl Model {
    /// Narrows all bounds. A figure of an earlier edition that the present one contradicts was
    /// revised and is forgotten; what the present one contradicts itself is stated.
    pub(super) fn settle(&mut self, layers: &Layers<'_>) -> Vec<Contradiction> {
        let mut contradictions = Vec::new();
        while let Err(at) = self.system.propagate() {
            self.release();
            let Some(row) = self.system.rows.get(at).cloned() else { break };
            let unknowns: BTreeSet<Unknown> = row.terms.iter().map(|(u, _)| *u).collect();
            if !self.forget(&unknowns, row.origin) {
                let cells = match row.origin {
                    Some(origin) => BTreeSet::from([origin]),
                    None => self.origins(&unknowns),
                };
                contradictions.push(self.contradiction(layers, &cells));
                self.system.rows.remove(at);
            }
        }
        contradictions
    }

    /// Forgets all bounds that were found.
    pub(super) fn release(&mut self) {
        self.system.bounds.fill((0.0, f64::INFINITY));
    }

    fn touches(row: &Row, unknowns: &BTreeSet<Unknown>) -> bool {
        row.terms.iter().any(|(u, _)| unknowns.contains(u))
    }

    fn is_earlier(&self, origin: Option<usize>) -> bool {
        origin.and_then(|o| self.statements.get(o)).is_some_and(|s| s.is_earlier)
    }

    /// The statements about any of these unknowns.
    pub(super) fn origins(&self, unknowns: &BTreeSet<Unknown>) -> BTreeSet<usize> {
        let rows = self.system.rows.iter().filter(|r| Self::touches(r, unknowns));
        rows.filter_map(|r| r.origin).collect()
    }

    /// The records of this edition about a target, and about what stands in one row with it.
    pub(super) fn near(&self, layers: &Layers<'_>, target: &Target) -> Vec<(String, Key)> {
        let mut unknowns: BTreeSet<Unknown> = target.terms.iter().map(|(u, _)| *u).collect();
        let rows = self.system.rows.iter().filter(|r| Self::touches(r, &unknowns));
        unknowns = rows.flat_map(|r| &r.terms).map(|(u, _)| *u).collect();
        let statements = self.origins(&unknowns).into_iter();
        let statements = statements.filter_map(|o| self.statements.get(o));
        let now = statements.filter(|s| !s.is_earlier);
        now.filter_map(|s| Some((layers.definitions.get(s.indicator)?.id.clone(), s.key.clone())))
            .collect()
    }

    /// Forgets what earlier editions said: `first`, if it is of one, else all about these
    /// unknowns. Whether there was anything.
    pub(super) fn forget(&mut self, unknowns: &BTreeSet<Unknown>, first: Option<usize>) -> bool {
        let gone: BTreeSet<usize> = match first.filter(|_| self.is_earlier(first)) {
            Some(first) => BTreeSet::from([first]),
            None => {
                let all = self.origins(unknowns).into_iter();
                all.filter(|o| self.is_earlier(Some(*o))).collect()
            }
        };
        self.system.rows.retain(|r| r.origin.is_none_or(|o| !gone.contains(&o)));
        !gone.is_empty()
    }

    /// In the words of the publication.
    pub(super) fn contradiction(
        &self,
        layers: &Layers<'_>,
        origins: &BTreeSet<usize>,
    ) -> Contradiction {
        let statements = || origins.iter().filter_map(|o| self.statements.get(*o));
        let ids: BTreeSet<String> = statements()
            .filter_map(|s| layers.definitions.get(s.indicator))
            .map(|d| d.id.clone())
            .collect();
        let cells: BTreeSet<_> = statements().map(|s| s.key.clone()).collect();
        Contradiction { indicators: ids.into_iter().collect(), cells: cells.into_iter().collect() }
    }
}
