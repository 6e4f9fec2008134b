// SPDX-License-Identifier: EUPL-1.2
//! Linear and integer programs over one component.

use super::component::Component;
use super::range::{Range, TOLERANCE};
use super::system::{System, Unknown};
use microlp::{
    ComparisonOp, Error, LinearExpr, OptimizationDirection, Problem, SolveOptions, Variable,
};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// A search for whole numbers that branches more often gives up.
const NODES: u64 = 2000;

/// Unknowns by their place in the component, with coefficients.
pub(super) type Local = Vec<(usize, f64)>;

/// What a program answers.
pub(super) enum Answer {
    /// Whole numbers that fit. The objective is no lower anywhere than the second number.
    Whole(Vec<f64>, f64),
    /// Nothing fits.
    Nothing,
    /// Neither was found. The objective is no lower anywhere than this.
    Unknown(f64),
}

/// Where unknowns are in a list of some.
pub(super) fn places(own: &[usize]) -> BTreeMap<usize, usize> {
    own.iter().enumerate().map(|(place, unknown)| (*unknown, place)).collect()
}

/// A component, ready to be asked.
pub(super) struct Program {
    pub bounds: Vec<Range>,
    rows: Vec<(Local, Range)>,
    /// The rows that each unknown stands in, the shortest first.
    around: Vec<Vec<usize>>,
}

impl Program {
    pub(super) fn of(system: &System, component: &Component) -> Self {
        let at: BTreeMap<Unknown, usize> =
            component.unknowns.iter().enumerate().map(|(i, u)| (*u, i)).collect();
        let local = |terms: &[(Unknown, f64)]| -> Local {
            terms.iter().filter_map(|(u, times)| Some((*at.get(u)?, *times))).collect()
        };
        Self::new(
            component.unknowns.iter().map(|u| system.bound(*u)).collect(),
            component.rows.iter().map(|r| (local(&r.terms), (r.least, r.most))).collect(),
        )
    }

    fn new(bounds: Vec<Range>, rows: Vec<(Local, Range)>) -> Self {
        let mut around = vec![Vec::new(); bounds.len()];
        for (nth, (terms, _)) in rows.iter().enumerate() {
            for (unknown, _) in terms {
                if let Some(rows) = around.get_mut(*unknown) {
                    rows.push(nth);
                }
            }
        }
        let size = |nth: &usize| rows.get(*nth).map_or(0, |(terms, _)| terms.len());
        for rows in &mut around {
            rows.sort_by_key(size);
        }
        Self { bounds, rows, around }
    }

    /// About as many unknowns as `cap` near those of a sum, in order.
    pub(super) fn near(&self, from: &[(usize, f64)], cap: usize) -> Vec<usize> {
        let mut found: BTreeSet<usize> = from.iter().map(|(unknown, _)| *unknown).collect();
        let mut queue: VecDeque<usize> = found.iter().copied().collect();
        let mut used: BTreeSet<usize> = BTreeSet::new();
        while let Some(unknown) = queue.pop_front() {
            for nth in self.around.get(unknown).into_iter().flatten() {
                let Some((terms, _)) = self.rows.get(*nth) else { continue };
                if found.len() + terms.len() > cap || !used.insert(*nth) {
                    continue;
                }
                for (other, _) in terms {
                    if found.insert(*other) {
                        queue.push_back(*other);
                    }
                }
            }
        }
        found.into_iter().collect()
    }

    /// The program of these unknowns alone while all others stay as they are in a table; without
    /// one, by the rows in which nothing else stands.
    pub(super) fn within(&self, own: &[usize], table: Option<&[f64]>) -> Self {
        let places = places(own);
        let around = own.iter().filter_map(|unknown| self.around.get(*unknown)).flatten();
        let around: BTreeSet<usize> = around.copied().collect();
        let row = |nth: usize| {
            let (terms, (least, most)) = self.rows.get(nth)?;
            let mut still = 0.0;
            let mut moving = Local::new();
            for (unknown, times) in terms {
                match places.get(unknown) {
                    Some(place) => moving.push((*place, *times)),
                    None => still += times * table?.get(*unknown)?,
                }
            }
            Some((moving, (least - still, most - still)))
        };
        let bounds = own.iter().filter_map(|unknown| self.bounds.get(*unknown).copied());
        Self::new(bounds.collect(), around.into_iter().filter_map(row).collect())
    }

    /// What a sum cannot be below, by the rows around it.
    pub(super) fn floor_near(&self, aim: &[(usize, f64)], cap: usize) -> f64 {
        let own = self.near(aim, cap);
        let places = places(&own);
        let aim: Local =
            aim.iter().filter_map(|(at, times)| Some((*places.get(at)?, *times))).collect();
        let program = self.within(&own, None);
        match program.solve(&aim, &program.bounds, None, false) {
            Ok((_, objective, true)) => (objective - TOLERANCE).ceil(),
            _ => f64::NEG_INFINITY,
        }
    }

    pub(super) fn has_rows(&self) -> bool {
        !self.rows.is_empty()
    }

    /// Whether whole numbers fit.
    fn fits(&self, values: &[f64]) -> bool {
        let sum = |terms: &Local| -> f64 {
            terms.iter().filter_map(|(i, times)| Some(values.get(*i)? * times)).sum()
        };
        let within = |value: f64, (least, most): Range| {
            least - TOLERANCE <= value && value <= most + TOLERANCE
        };
        values.iter().zip(&self.bounds).all(|(value, bound)| within(*value, *bound))
            && self.rows.iter().all(|(terms, range)| within(sum(terms), *range))
    }

    /// The least of `aim` with the unknowns in `boxes`, and with a sum that is at least
    /// something, if one is given.
    pub(super) fn least(
        &self,
        aim: &[(usize, f64)],
        boxes: &[Range],
        above: Option<(&Local, f64)>,
    ) -> Answer {
        let mut floor = f64::NEG_INFINITY;
        for is_whole in [false, true] {
            match self.solve(aim, boxes, above, is_whole) {
                Ok((values, objective, is_optimal)) => {
                    if is_optimal {
                        floor = (objective - TOLERANCE).ceil();
                    }
                    let values: Vec<f64> = values.iter().map(|v| v.round()).collect();
                    let is_above = above.is_none_or(|(terms, least)| {
                        let parts = terms.iter().filter_map(|(i, t)| Some(values.get(*i)? * t));
                        parts.sum::<f64>() >= least - TOLERANCE
                    });
                    let sum = aim.iter().filter_map(|(i, t)| Some(values.get(*i)? * t));
                    // Rounded values may fit and yet not be the least.
                    let is_least = is_whole || sum.sum::<f64>() <= objective + 1e-4;
                    if is_above && is_least && self.fits(&values) {
                        return Answer::Whole(values, floor);
                    }
                }
                Err(Some(Error::Infeasible)) => return Answer::Nothing,
                Err(_) => {}
            }
        }
        Answer::Unknown(floor)
    }

    /// Values, the objective and whether it is the least. No error stands for a search that
    /// was suppressed.
    fn solve(
        &self,
        aim: &[(usize, f64)],
        boxes: &[Range],
        above: Option<(&Local, f64)>,
        is_whole: bool,
    ) -> Result<(Vec<f64>, f64, bool), Option<Error>> {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let mut costs = vec![0.0; boxes.len()];
        for (at, times) in aim {
            if let Some(cost) = costs.get_mut(*at) {
                *cost += times;
            }
        }
        let variables: Vec<Variable> = boxes
            .iter()
            .zip(costs)
            .map(|((least, most), cost)| match is_whole {
                // Beyond the range of the type nothing bounds it.
                true => problem.add_integer_var(cost, (*least as i32, *most as i32)),
                false => problem.add_var(cost, (*least, *most)),
            })
            .collect();
        let ends = |(at, times): &(usize, f64)| {
            let (least, most) = boxes.get(*at).copied().unwrap_or((0.0, f64::INFINITY));
            if *times < 0.0 { (times * most, times * least) } else { (times * least, times * most) }
        };
        let mut put = |terms: &Local, (least, most): Range| {
            // What nothing within the boxes can break need not be asked.
            let reach = terms.iter().map(ends).fold((0.0, 0.0), |a, b| (a.0 + b.0, a.1 + b.1));
            if least <= reach.0 && reach.1 <= most {
                return;
            }
            let mut sum = LinearExpr::empty();
            for (at, times) in terms {
                if let Some(variable) = variables.get(*at) {
                    sum.add(*variable, *times);
                }
            }
            if least == most {
                problem.add_constraint(sum, ComparisonOp::Eq, least);
                return;
            }
            if most.is_finite() {
                problem.add_constraint(sum.clone(), ComparisonOp::Le, most);
            }
            if least.is_finite() {
                problem.add_constraint(sum, ComparisonOp::Ge, least);
            }
        };
        for (terms, range) in &self.rows {
            put(terms, *range);
        }
        if let Some((terms, least)) = above {
            put(terms, (least, f64::INFINITY));
        }
        let mut options = SolveOptions::default();
        options.node_limit = Some(NODES);
        let outcome = problem.solve_with(options).map_err(Some)?;
        let solution = outcome.into_solution().map_err(|_| None)?;
        let is_optimal = solution.status() == microlp::SolutionStatus::Optimal;
        let values = variables.iter().map(|v| solution.var_value(*v)).collect();
        Ok((values, solution.objective(), is_optimal))
    }
}
