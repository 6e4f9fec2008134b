// SPDX-License-Identifier: EUPL-1.2
//! The unknowns of a group of linked indicators, all rows between them, and what to protect.

use super::atom::{Atoms, Key};
use super::finding::{Published, What};
use super::layer::{Layer, Layers};
use super::range::{Range, Stated, divides};
use super::statement::{Statement, statements};
use super::system::{Row, System, Terms, Unknown};
use crate::indicator::period::Period;
use std::collections::{BTreeMap, BTreeSet};

/// A number of persons that must not be bounded closely if it can be small.
#[derive(Debug)]
pub(super) struct Target {
    pub indicator: usize,
    pub region: String,
    pub period: Period,
    pub what: What,
    pub terms: Terms,
}

/// A group of indicators as unknowns.
pub(super) struct Model {
    pub system: System,
    pub statements: Vec<Statement>,
    pub targets: Vec<Target>,
}

/// The unknowns by layer and atom.
struct Grid {
    unknowns: BTreeMap<(Layer, usize), Unknown>,
}

impl Grid {
    fn sum(&self, layer: Layer, atoms: &[usize], times: f64) -> Terms {
        let unknown = |atom: &usize| self.unknowns.get(&(layer, *atom)).map(|u| (*u, times));
        atoms.iter().filter_map(unknown).collect()
    }

    fn difference(&self, of: Layer, without: Layer, atoms: &[usize]) -> Terms {
        let mut terms = self.sum(of, atoms, 1.0);
        terms.extend(self.sum(without, atoms, -1.0));
        terms
    }
}

impl Model {
    pub(super) fn of(published: &Published<'_>, layers: &Layers<'_>, group: &[usize]) -> Self {
        let statements = statements(published, layers, group);
        let keys: BTreeSet<Key> = statements.iter().map(|s| s.key.clone()).collect();
        let id = |indicator: usize| layers.definitions.get(indicator).map(|d| d.id.as_str());
        let is_residual = |indicator: usize| {
            id(indicator).is_some_and(|id| published.declared.residual.contains(id))
        };
        let has_residual = group.iter().any(|i| is_residual(*i));
        let atoms = Atoms::of(published.places, &keys, has_residual);
        let mut system = System::default();
        let grid = Self::grid(&mut system, layers, group, &atoms, &is_residual);
        Self::relate(&mut system, layers, &grid, &atoms);
        for (at, statement) in statements.iter().enumerate() {
            let counts = Stated { fraction: None, ..statement.stated };
            Self::state(&mut system, layers, &grid, &atoms, (at, statement, counts));
        }
        // Of a fraction of what nobody counted any multiple is possible, too.
        let mut known = system.clone();
        // A contradiction is found again where it is stated.
        let _ = known.propagate();
        for (at, statement) in statements.iter().enumerate() {
            let cells = atoms.of_cell(&statement.key);
            let layer = |layer: Layer| known.reach(&grid.sum(layer, cells, 1.0)).1.is_finite();
            let of = statement.indicator;
            if layer(layers.numerator(of)) || layer(layers.denominator(of)) {
                let fraction = statement.stated.fraction;
                let stated = Stated { fraction, ..Stated::default() };
                Self::state(&mut system, layers, &grid, &atoms, (at, statement, stated));
            }
        }
        let targets = Self::targets(layers, group, &grid, &atoms, &statements);
        Self { system, statements, targets }
    }

    fn grid(
        system: &mut System,
        layers: &Layers<'_>,
        group: &[usize],
        atoms: &Atoms,
        is_residual: &dyn Fn(usize) -> bool,
    ) -> Grid {
        // Whether a layer has persons of no municipality.
        let mut all: BTreeMap<Layer, bool> = BTreeMap::new();
        for indicator in group {
            let residual = is_residual(*indicator);
            *all.entry(layers.numerator(*indicator)).or_default() |= residual;
            *all.entry(layers.denominator(*indicator)).or_default() |= residual;
        }
        let mut unknowns = BTreeMap::new();
        for (at, atom) in atoms.all.iter().enumerate() {
            for (layer, residual) in &all {
                if !atom.is_residual || *residual {
                    unknowns.insert((*layer, at), system.unknown());
                }
            }
        }
        Grid { unknowns }
    }

    /// What holds in each atom.
    fn relate(system: &mut System, layers: &Layers<'_>, grid: &Grid, atoms: &Atoms) {
        for link in &layers.links {
            for (at, atom) in atoms.all.iter().enumerate() {
                let term = |(layer, times): &(Layer, f64)| {
                    grid.unknowns.get(&(*layer, at)).map(|u| (*u, *times))
                };
                let terms: Terms = link.terms.iter().filter_map(term).collect();
                let is_whole = terms.len() == link.terms.len();
                if terms.is_empty() || (atom.is_residual && !is_whole) {
                    continue;
                }
                let most = if link.is_equal { 0.0 } else { f64::INFINITY };
                system.rows.push(Row { terms, least: 0.0, most, origin: None });
            }
        }
    }

    /// What a statement says.
    fn state(
        system: &mut System,
        layers: &Layers<'_>,
        grid: &Grid,
        atoms: &Atoms,
        (at, statement, stated): (usize, &Statement, Stated),
    ) {
        let atoms = atoms.of_cell(&statement.key);
        let mut put = |terms: Terms, (least, most): Range| {
            if !terms.is_empty() {
                system.rows.push(Row { terms, least, most, origin: Some(at) });
            }
        };
        let numerator = layers.numerator(statement.indicator);
        let denominator = layers.denominator(statement.indicator);
        if let Some(range) = stated.numerator {
            put(grid.sum(numerator, atoms, 1.0), range);
        }
        if let Some(range) = stated.denominator {
            put(grid.sum(denominator, atoms, 1.0), range);
        }
        if let Some((least, most)) = stated.fraction {
            for (fraction, range) in
                [(least, (0.0, f64::INFINITY)), (most, (f64::NEG_INFINITY, 0.0))]
            {
                let mut terms = grid.sum(numerator, atoms, 1.0);
                if fraction > 0.0 {
                    terms.extend(grid.sum(denominator, atoms, -fraction));
                    put(terms, range);
                }
            }
        }
    }

    /// Everything that is somebody's number: of each record and of each atom under it.
    fn targets(
        layers: &Layers<'_>,
        group: &[usize],
        grid: &Grid,
        atoms: &Atoms,
        statements: &[Statement],
    ) -> Vec<Target> {
        let mut own: BTreeMap<usize, BTreeSet<&Key>> = BTreeMap::new();
        for statement in statements {
            own.entry(statement.indicator).or_default().insert(&statement.key);
        }
        let keys_of = |indicator: usize| -> BTreeSet<&Key> {
            let partners = layers.partners.get(indicator).map_or(&[][..], Vec::as_slice);
            let all = partners.iter().chain([&indicator]);
            all.filter_map(|i| own.get(i)).flatten().copied().collect()
        };
        let id = |i: usize| layers.definitions.get(i).map(|d| d.id.clone()).unwrap_or_default();
        let mut targets = Vec::new();
        let mut add = |indicator: usize, what: &What, keys: BTreeSet<&Key>, of: Layer, minus| {
            let mut under: BTreeSet<usize> = BTreeSet::new();
            let mut put = |region: &str, period, cells: &[usize]| {
                let terms = match minus {
                    Some(without) => grid.difference(of, without, cells),
                    None => grid.sum(of, cells, 1.0),
                };
                let (region, what) = (region.to_string(), what.clone());
                targets.push(Target { indicator, region, period, what, terms });
            };
            for key in keys {
                let cells = atoms.of_cell(key);
                under.extend(cells);
                // A cell of one atom is that atom.
                if !matches!(cells, [_]) {
                    put(&key.0, key.1, cells);
                }
            }
            for at in under {
                if let Some(atom) = atoms.all.get(at).filter(|a| !a.is_residual) {
                    put(&atom.region, atom.period, &[at]);
                }
            }
        };
        for indicator in group {
            let (x, n) = (layers.numerator(*indicator), layers.denominator(*indicator));
            add(*indicator, &What::Numerator, keys_of(*indicator), x, None);
            let divided = layers.definitions.get(*indicator).is_some_and(|d| divides(d.kind));
            if divided && layers.has_complement(*indicator) {
                add(*indicator, &What::Complement, keys_of(*indicator), n, Some(x));
            }
        }
        for (whole, part) in layers.subsets.iter().filter(|(whole, _)| group.contains(whole)) {
            let keys: BTreeSet<&Key> = keys_of(*whole).union(&keys_of(*part)).copied().collect();
            let (all, some) = (layers.numerator(*whole), layers.numerator(*part));
            add(*whole, &What::Rest(id(*part)), keys, all, Some(some));
        }
        targets
    }
}
