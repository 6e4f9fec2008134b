// SPDX-License-Identifier: EUPL-1.2
//! How closely an attacker can bound what is withheld: linear programs over everything that is
//! published. Counts are not negative, and totals are the sums of their parts.

use super::relation::{Cell, Sums};
use microlp::{ComparisonOp, LinearExpr, OptimizationDirection, Problem, Variable};
use std::collections::BTreeMap;

/// A cell with the least and the most that it can be; infinite where nothing bounds it.
pub type Bounds = (Cell, f64, f64);

/// So many programs in a row that widen nothing end the probing.
const IDLE: usize = 3;

/// The cells of `wanted` that are bounded to fewer than `width` possible counts, given the cells
/// that are published. `most` is what a cell cannot be above.
pub fn narrow(
    sums: &Sums,
    published: &dyn Fn(Cell) -> Option<f64>,
    most: &dyn Fn(Cell) -> Option<f64>,
    wanted: &[Cell],
    width: f64,
) -> Vec<Bounds> {
    let Some(attack) = Attack::of(sums, published, most) else {
        return Vec::new();
    };
    // The counts are whole: a range of 9 holds 10 of them.
    let wide = |(least, most): (f64, f64)| most - least > width - 1.0 - 1e-6;
    let mut ranges: BTreeMap<Cell, (f64, f64)> =
        wanted.iter().map(|c| (*c, (f64::INFINITY, f64::NEG_INFINITY))).collect();
    let widen = |ranges: &mut BTreeMap<Cell, (f64, f64)>, values: &BTreeMap<Cell, f64>| {
        let before = ranges.values().filter(|r| wide(**r)).count();
        for (cell, range) in ranges.iter_mut() {
            if let Some(value) = values.get(cell) {
                *range = (range.0.min(*value), range.1.max(*value));
            }
        }
        ranges.values().filter(|r| wide(**r)).count() > before
    };
    // Each probe pulls all cells that are not yet seen to be wide up or down at once; only the
    // few that no probe widens are asked about one by one.
    let mut random = 0x9e37_79b9_7f4a_7c15_u64;
    let mut idle = 0;
    while idle < IDLE && ranges.values().any(|r| !wide(*r)) {
        let open: BTreeMap<Cell, f64> = ranges
            .iter()
            .filter(|(_, range)| !wide(**range))
            .map(|(cell, _)| {
                // Xorshift: any spread will do.
                random ^= random << 13;
                random ^= random >> 7;
                random ^= random << 17;
                (*cell, (random % 2001) as f64 / 1000.0 - 1.0)
            })
            .collect();
        let values = attack.solve(&|cell| open.get(&cell).copied().unwrap_or(0.0));
        match values.map(|values| widen(&mut ranges, &values)) {
            Some(true) => idle = 0,
            _ => idle += 1,
        }
    }
    let mut narrow = Vec::new();
    for cell in wanted {
        for sign in [1.0, -1.0] {
            if ranges.get(cell).is_none_or(|r| wide(*r)) {
                break;
            }
            let values = attack.solve(&|c| if c == *cell { sign } else { 0.0 });
            if let Some(values) = values {
                widen(&mut ranges, &values);
            }
        }
        if let Some(range) = ranges.get(cell).filter(|r| !wide(**r)) {
            narrow.push((*cell, range.0, range.1));
        }
    }
    narrow
}

/// The equations between the unknown cells.
struct Attack {
    unknowns: Vec<Cell>,
    equations: Vec<(Vec<(usize, f64)>, f64)>,
    /// What each unknown cannot be above; at least nothing is above the greatest count.
    most: Vec<f64>,
}

impl Attack {
    fn of(
        sums: &Sums,
        published: &dyn Fn(Cell) -> Option<f64>,
        ceiling: &dyn Fn(Cell) -> Option<f64>,
    ) -> Option<Self> {
        let mut at: BTreeMap<Cell, usize> = BTreeMap::new();
        let mut unknowns = Vec::new();
        let mut equations = Vec::new();
        let mut greatest = 1.0_f64;
        for relation in &sums.relations {
            let mut terms = Vec::new();
            let mut known = 0.0;
            let cells = relation.parts.iter().map(|p| (*p, 1.0)).chain([(relation.total, -1.0)]);
            for (cell, sign) in cells {
                match published(cell) {
                    Some(count) => {
                        known += sign * count;
                        greatest = greatest.max(count);
                    }
                    None => {
                        let next = unknowns.len();
                        let index = *at.entry(cell).or_insert(next);
                        if index == next {
                            unknowns.push(cell);
                        }
                        terms.push((index, sign));
                    }
                }
            }
            if !terms.is_empty() {
                equations.push((terms, -known));
            }
        }
        let most = unknowns.iter().map(|c| ceiling(*c).unwrap_or(greatest)).collect();
        (!unknowns.is_empty()).then_some(Self { unknowns, equations, most })
    }

    /// Counts that fit, with the least sum of `aim` times count.
    fn solve(&self, aim: &dyn Fn(Cell) -> f64) -> Option<BTreeMap<Cell, f64>> {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let cells = self.unknowns.iter().zip(&self.most);
        let variables: Vec<Variable> =
            cells.map(|(cell, most)| problem.add_var(aim(*cell), (0.0, *most))).collect();
        for (terms, sum) in &self.equations {
            let mut expression = LinearExpr::empty();
            for (index, sign) in terms {
                expression.add(*variables.get(*index)?, *sign);
            }
            problem.add_constraint(expression, ComparisonOp::Eq, *sum);
        }
        let solution = problem.solve().ok()?.into_solution().ok()?;
        let values = self.unknowns.iter().zip(&variables);
        Some(values.map(|(cell, variable)| (*cell, solution[*variable])).collect())
    }
}
