// SPDX-License-Identifier: EUPL-1.2
//! Linear and integer programs over one component.

use super::component::Component;
use super::range::{Range, TOLERANCE};
use super::system::{System, Unknown};
use microlp::{
    ComparisonOp, Error, LinearExpr, OptimizationDirection, Problem, SolveOptions, Variable,
};
use std::collections::BTreeMap;

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

/// A component, ready to be asked.
pub(super) struct Program {
    pub bounds: Vec<Range>,
    rows: Vec<(Local, Range)>,
}

impl Program {
    pub(super) fn of(system: &System, component: &Component) -> Self {
        let at: BTreeMap<Unknown, usize> =
            component.unknowns.iter().enumerate().map(|(i, u)| (*u, i)).collect();
        let local = |terms: &[(Unknown, f64)]| -> Local {
            terms.iter().filter_map(|(u, times)| Some((*at.get(u)?, *times))).collect()
        };
        Self {
            bounds: component.unknowns.iter().map(|u| system.bound(*u)).collect(),
            rows: component.rows.iter().map(|r| (local(&r.terms), (r.least, r.most))).collect(),
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
        let mut put = |terms: &Local, (least, most): Range| {
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
