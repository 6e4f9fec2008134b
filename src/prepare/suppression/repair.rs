// SPDX-License-Identifier: EUPL-1.2
//! What to suppress for a target: a table that is as far from the known one as the target needs,
//! and that departs from what is published where that hurts least.

use super::feasibility::Change;
use super::system::{System, Var};
use microlp::{ComparisonOp, LinearExpr, OptimizationDirection, Problem, Variable};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// The unknowns, known ones among them, in the constraints near a target.
fn near(system: &System, terms: &[(Var, f64)], cap: usize) -> BTreeSet<Var> {
    let mut found: BTreeSet<Var> = terms.iter().map(|(v, _)| *v).collect();
    let mut queue: VecDeque<Var> = found.iter().copied().collect();
    let mut used = BTreeSet::new();
    while let Some(var) = queue.pop_front() {
        let mut around: Vec<(usize, usize)> = system
            .around(var)
            .filter_map(|nth| Some((system.constraints().get(nth)?.terms.len(), nth)))
            .filter(|(size, nth)| *size > 1 && !used.contains(nth))
            .collect();
        around.sort_unstable();
        for (size, nth) in around {
            if found.len() + size > cap {
                continue;
            }
            used.insert(nth);
            for (other, _) in system.constraints().get(nth).into_iter().flat_map(|c| &c.terms) {
                if found.insert(*other) {
                    queue.push_back(*other);
                }
            }
        }
    }
    found
}

/// What to suppress, and the table that is possible then.
#[derive(Clone, Debug)]
pub struct Repair {
    /// The records; none where the target can go as far without.
    pub records: BTreeSet<usize>,
    /// How far the sum goes.
    pub reached: f64,
    /// What that table has more or less than the known one, if it is one of whole numbers.
    pub change: Option<Change>,
}

/// Where a sum should go.
#[derive(Clone, Copy, Debug)]
pub enum Goal {
    /// So much more, or less, than it is, whatever hurts least.
    By(f64),
    /// As far up as anything lets it, whatever it hurts.
    Up,
    /// As far down.
    Down,
}

/// The records to suppress so that a sum can reach its goal; `cost` is what the loss of a record
/// hurts. `None` where nothing near does it.
pub fn repair(
    system: &System,
    terms: &[(Var, f64)],
    goal: Goal,
    cap: usize,
    cost: &dyn Fn(usize) -> f64,
) -> Option<Repair> {
    let vars = near(system, terms, cap);
    let aim: BTreeMap<Var, f64> = match goal {
        Goal::By(_) => BTreeMap::new(),
        Goal::Up => terms.iter().map(|(v, times)| (*v, -times)).collect(),
        Goal::Down => terms.iter().copied().collect(),
    };
    let aim = |var: &Var| aim.get(var).copied().unwrap_or(0.0);
    let price = |record: usize| if let Goal::By(_) = goal { cost(record) } else { 0.0 };
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    // What departs from a bound that a record sets, by how much it hurts.
    let mut departs: Vec<(Vec<usize>, Variable)> = Vec::new();
    let mut variables: BTreeMap<Var, Vec<(Variable, f64)>> = BTreeMap::new();
    for var in &vars {
        let (least, most) = system.bounds(*var);
        let value = system.value(*var);
        let free = problem.add_var(aim(var), (least - value, most.min(system.ceiling) - value));
        variables.entry(*var).or_default().push((free, 1.0));
        let lone: Vec<Option<usize>> = system
            .around(*var)
            .filter_map(|nth| system.constraints().get(nth))
            .filter(|c| c.terms.len() == 1)
            .map(|c| c.record)
            .collect();
        let Some(records) = lone.iter().copied().collect::<Option<Vec<usize>>>() else { continue };
        if records.is_empty() {
            continue;
        }
        let hurts: f64 = records.iter().map(|r| price(*r)).sum();
        for (sign, far) in [(1.0, system.ceiling), (-1.0, value)] {
            let variable = problem.add_var(hurts + sign * aim(var), (0.0, far.max(0.0)));
            variables.entry(*var).or_default().push((variable, sign));
            departs.push((records.clone(), variable));
        }
    }
    let around: BTreeSet<usize> = vars.iter().flat_map(|v| system.around(*v)).collect();
    for nth in around {
        let Some(constraint) = system.constraints().get(nth).filter(|c| c.terms.len() > 1) else {
            continue;
        };
        let mut expression = LinearExpr::empty();
        for (var, times) in &constraint.terms {
            for (variable, sign) in variables.get(var).into_iter().flatten() {
                expression.add(*variable, times * sign);
            }
        }
        let sum = system.sum(&constraint.terms);
        if let Some(record) = constraint.record {
            for sign in [1.0, -1.0] {
                let variable = problem.add_var(price(record), (0.0, system.ceiling));
                expression.add(variable, sign);
                departs.push((vec![record], variable));
            }
        }
        let (least, most) = (constraint.least - sum, constraint.most - sum);
        if least >= most {
            problem.add_constraint(expression, ComparisonOp::Eq, least);
            continue;
        }
        if most.is_finite() {
            problem.add_constraint(expression.clone(), ComparisonOp::Le, most);
        }
        if least.is_finite() {
            problem.add_constraint(expression, ComparisonOp::Ge, least);
        }
    }
    if let Goal::By(by) = goal {
        let mut sum = LinearExpr::empty();
        for (var, times) in terms {
            for (variable, sign) in variables.get(var).into_iter().flatten() {
                sum.add(*variable, times * sign);
            }
        }
        problem.add_constraint(sum, ComparisonOp::Eq, by);
    }
    // Nothing is below zero, also with what departs.
    for (var, parts) in &variables {
        if parts.len() > 1 {
            let mut expression = LinearExpr::empty();
            for (variable, sign) in parts {
                expression.add(*variable, *sign);
            }
            problem.add_constraint(expression, ComparisonOp::Ge, -system.value(*var));
        }
    }
    let solution = problem.solve().ok()?.into_solution().ok()?;
    let used = departs.into_iter().filter(|(_, variable)| solution[*variable] > 1e-6);
    let records = used.flat_map(|(records, _)| records).collect();
    let mut change = Change::new();
    let mut whole = true;
    let mut reached = 0.0;
    for (var, parts) in &variables {
        let moved: f64 = parts.iter().map(|(variable, sign)| sign * solution[*variable]).sum();
        let times = terms.iter().find(|(v, _)| v == var).map_or(0.0, |(_, times)| *times);
        reached += times * moved;
        whole &= (moved - moved.round()).abs() < 1e-5;
        if moved.round() != 0.0 {
            change.push((*var, moved.round()));
        }
    }
    Some(Repair { records, reached, change: whole.then_some(change) })
}
