// SPDX-License-Identifier: EUPL-1.2
//! The feasibility interval of a cell: linear programs over a neighbourhood of it, and in the
//! end over everything. Only tables of whole numbers count as proof that a cell is wide.

use super::system::{System, Var};
use microlp::{ComparisonOp, LinearExpr, OptimizationDirection, Problem, Variable};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// What a table has more or less than the one that is known.
pub type Change = Vec<(Var, f64)>;

/// A solution: a table of whole numbers, or only how far the sum can go.
#[derive(Clone, Debug)]
pub struct Extreme {
    /// How far the sum goes, whole numbers or not.
    pub bound: f64,
    /// A table of whole numbers that goes as far.
    pub change: Option<Change>,
}

/// Unknowns that may move while all others stay as they are in the table.
#[derive(Clone, Debug)]
pub struct Neighbourhood {
    /// The unknowns.
    pub free: Vec<Var>,
    /// Whether nothing else depends on them.
    pub whole: bool,
}

/// The unknowns near those of a sum, at most about `cap` of them.
pub fn neighbourhood(system: &System, from: &[(Var, f64)], cap: usize) -> Neighbourhood {
    let start: Vec<Var> = from.iter().map(|(v, _)| *v).filter(|v| !system.is_fixed(*v)).collect();
    let mut free: BTreeSet<Var> = start.iter().copied().collect();
    let mut queue: VecDeque<Var> = start.into();
    let mut used: BTreeSet<usize> = BTreeSet::new();
    let mut whole = true;
    while let Some(var) = queue.pop_front() {
        let mut near: Vec<(usize, usize)> = system
            .around(var)
            .filter_map(|nth| Some((system.left(nth)?.terms.len(), nth)))
            .collect();
        near.sort_unstable();
        for (size, nth) in near {
            if size < 2 || !used.insert(nth) {
                continue;
            }
            // A sum of very many tells less than the sums of few that it consists of.
            if free.len() + size > cap && free.len() > 1 {
                used.remove(&nth);
                whole = false;
                continue;
            }
            for (other, _) in system.left(nth).into_iter().flat_map(|l| &l.terms) {
                if free.insert(*other) {
                    queue.push_back(*other);
                }
            }
        }
    }
    Neighbourhood { free: free.into_iter().collect(), whole }
}

/// The furthest that a sum goes up, or down, when only a neighbourhood moves. `None` where no
/// table fits.
pub fn extreme(
    system: &System,
    near: &Neighbourhood,
    sum: &[(Var, f64)],
    up: bool,
    whole_numbers: bool,
) -> Option<Extreme> {
    let aim: BTreeMap<Var, f64> = sum.iter().copied().collect();
    let direction =
        if up { OptimizationDirection::Maximize } else { OptimizationDirection::Minimize };
    let aim = |var: Var| aim.get(&var).copied().unwrap_or(0.0);
    let values = solve(
        system,
        near,
        direction,
        &aim,
        if whole_numbers { Solving::Whole } else { Solving::Frozen(ANYWHERE) },
    )?;
    let bound = sum
        .iter()
        .map(|(var, times)| times * values.get(var).copied().unwrap_or_else(|| system.value(*var)))
        .sum();
    Some(Extreme { bound, change: change(system, &values) })
}

/// A table of whole numbers in which each unknown of a neighbourhood moves `reach` down and up at
/// most, and that has the most of `aim`.
pub fn pulled(
    system: &System,
    near: &Neighbourhood,
    aim: &BTreeMap<Var, f64>,
    reach: (f64, f64),
) -> Option<Change> {
    let aim = |var: Var| aim.get(&var).copied().unwrap_or(0.0);
    let direction = OptimizationDirection::Maximize;
    change(system, &solve(system, near, direction, &aim, Solving::Frozen(reach))?)
}

/// What values have more or less than the table, if they are whole numbers that fit.
fn change(system: &System, values: &BTreeMap<Var, f64>) -> Option<Change> {
    let moved = whole(values)?.into_iter().map(|(var, value)| (var, value - system.value(var)));
    let change: Change = moved.filter(|(_, by)| *by != 0.0).collect();
    system.fits(&change).then_some(change)
}

/// What a sum cannot be below, by the constraints that lie wholly within its surroundings.
pub fn at_least(system: &System, sum: &[(Var, f64)], cap: usize) -> Option<f64> {
    let near = neighbourhood(system, sum, cap);
    let aim: BTreeMap<Var, f64> = sum.iter().copied().collect();
    let aim = |var: Var| aim.get(&var).copied().unwrap_or(0.0);
    let direction = OptimizationDirection::Minimize;
    let values = solve(system, &near, direction, &aim, Solving::Within)?;
    Some(sum.iter().filter_map(|(var, times)| Some(times * values.get(var)?)).sum())
}

/// As far as anything lets it.
const ANYWHERE: (f64, f64) = (f64::INFINITY, f64::INFINITY);

/// How a program is solved.
#[derive(Clone, Copy, PartialEq)]
enum Solving {
    /// With all that is outside as it is in the table, and nothing inside farther below and above
    /// it than this.
    Frozen((f64, f64)),
    /// The same, as far as it goes, in whole numbers.
    Whole,
    /// Without the constraints that reach outside.
    Within,
}

/// Values as whole numbers, if that is what they are.
fn whole(values: &BTreeMap<Var, f64>) -> Option<BTreeMap<Var, f64>> {
    let near = values.values().all(|v| (v - v.round()).abs() < 1e-5);
    near.then(|| values.iter().map(|(var, v)| (*var, v.round())).collect())
}

/// What a constraint says of the unknowns that may move.
struct Around {
    expression: LinearExpr,
    /// What they are together in the table.
    moving: f64,
    number: usize,
    /// What they can be together by their own bounds.
    reach: (f64, f64),
}

impl Default for Around {
    fn default() -> Self {
        Self { expression: LinearExpr::empty(), moving: 0.0, number: 0, reach: (0.0, 0.0) }
    }
}

fn solve(
    system: &System,
    near: &Neighbourhood,
    direction: OptimizationDirection,
    aim: &dyn Fn(Var) -> f64,
    solving: Solving,
) -> Option<BTreeMap<Var, f64>> {
    let mut problem = Problem::new(direction);
    let ceiling = system.ceiling;
    let mut variables: BTreeMap<Var, Variable> = BTreeMap::new();
    let mut around: BTreeMap<usize, Around> = BTreeMap::new();
    for var in &near.free {
        let (least, most) = system.bounds(*var);
        let most = most.min(ceiling).max(least);
        let value = system.value(*var);
        let (least, most) = match solving {
            Solving::Frozen(reach) => (least.max(value - reach.0), most.min(value + reach.1)),
            Solving::Whole | Solving::Within => (least, most),
        };
        let variable = match solving == Solving::Whole {
            true => problem.add_integer_var(aim(*var), (least as i32, most as i32)),
            false => problem.add_var(aim(*var), (least, most)),
        };
        variables.insert(*var, variable);
        for (nth, times) in system.with(*var) {
            let own = around.entry(nth).or_default();
            own.expression.add(variable, times);
            own.moving += times * value;
            own.number += 1;
            let ends = (times * least, times * most);
            own.reach.0 += ends.0.min(ends.1);
            own.reach.1 += ends.0.max(ends.1);
        }
    }
    // A constraint that nothing within reach can break need not be asked.
    let is_near = matches!(solving, Solving::Frozen(reach) if reach != ANYWHERE);
    for (nth, Around { expression, moving, number, reach }) in around {
        let Some(left) = system.left(nth) else { continue };
        if solving == Solving::Within && number < left.terms.len() {
            continue;
        }
        // What does not move stays as it is in the table.
        let still = left.sum - moving;
        let (least, most) = (left.least - still, left.most - still);
        if is_near && least <= reach.0 && reach.1 <= most {
            continue;
        }
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
    let solution = problem.solve().ok()?.into_solution().ok()?;
    Some(variables.into_iter().map(|(var, variable)| (var, solution[variable])).collect())
}

impl System {
    /// Finds a table of whole numbers that fits all that is known: what is known itself, and for
    /// the rest anything. Whether there is one.
    pub fn begin(&mut self) -> bool {
        let mut table = Vec::new();
        for var in 0..self.unknowns() {
            let (least, most) = self.bounds(var);
            if least > most {
                return false;
            }
            table.push((var, least));
        }
        self.put(table.into_iter());
        let mut seen: BTreeSet<Var> = BTreeSet::new();
        for var in 0..self.unknowns() {
            let held = self.around(var).next().is_some();
            if !held || self.is_fixed(var) || seen.contains(&var) {
                continue;
            }
            let near = neighbourhood(self, &[(var, 1.0)], usize::MAX);
            seen.extend(&near.free);
            if !self.start(&near) {
                return false;
            }
        }
        let sound = |nth: usize| {
            self.left(nth).is_none_or(|l| {
                let sum = self.sum(&l.terms);
                (l.least - 1e-6..=l.most + 1e-6).contains(&sum)
            })
        };
        (0..self.constraints().len()).all(sound)
    }

    /// Fills in the unknowns that hang together.
    fn start(&mut self, near: &Neighbourhood) -> bool {
        let mut random = 0x9e37_79b9_7f4a_7c15_u64;
        for attempt in 0..6 {
            // Xorshift: any spread will do to meet a corner of whole numbers.
            let weights: BTreeMap<Var, f64> = near
                .free
                .iter()
                .map(|var| {
                    random ^= random << 13;
                    random ^= random >> 7;
                    random ^= random << 17;
                    (*var, (random % 1000) as f64 / 1000.0 + 1.0)
                })
                .collect();
            let aim = |var: Var| weights.get(&var).copied().unwrap_or(0.0);
            let direction = OptimizationDirection::Minimize;
            let Some(values) = solve(
                self,
                near,
                direction,
                &aim,
                if attempt == 5 { Solving::Whole } else { Solving::Frozen(ANYWHERE) },
            ) else {
                return false;
            };
            if let Some(values) = whole(&values) {
                self.put(values.into_iter());
                return true;
            }
        }
        false
    }
}
