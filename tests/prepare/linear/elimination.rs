// SPDX-License-Identifier: EUPL-1.2
//! Which unknowns of a linear system have only one value: exact, in a prime field.
//!
//! The coefficients are 1 and -1. What is determined over the rationals is determined modulo a
//! large prime, and the other way round but for a chance of about one in 10^18.

use std::collections::BTreeMap;

/// 2^61 - 1.
const PRIME: u64 = (1 << 61) - 1;

/// An equation: coefficients by unknown, and by the number of the equation that it began as.
#[derive(Clone, Debug, Default)]
struct Row {
    unknowns: BTreeMap<usize, u64>,
    origins: BTreeMap<usize, u64>,
}

impl Row {
    fn subtract(&mut self, other: &Self, times: u64) {
        subtract(&mut self.unknowns, &other.unknowns, times);
        subtract(&mut self.origins, &other.origins, times);
    }

    fn scale(&mut self, by: u64) {
        for value in self.unknowns.values_mut().chain(self.origins.values_mut()) {
            *value = multiply(*value, by);
        }
    }
}

fn multiply(a: u64, b: u64) -> u64 {
    (u128::from(a) * u128::from(b) % u128::from(PRIME)) as u64
}

/// By Fermat: a to the power of the prime minus 2.
fn inverse(a: u64) -> u64 {
    let (mut base, mut exponent, mut result) = (a, PRIME - 2, 1);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = multiply(result, base);
        }
        base = multiply(base, base);
        exponent >>= 1;
    }
    result
}

fn subtract(from: &mut BTreeMap<usize, u64>, what: &BTreeMap<usize, u64>, times: u64) {
    for (key, value) in what {
        let entry = from.entry(*key).or_insert(0);
        *entry = (*entry + PRIME - multiply(*value, times)) % PRIME;
        if *entry == 0 {
            from.remove(key);
        }
    }
}

/// The unknowns that the equations determine, each with the equations that do it together.
/// An equation is a list of unknowns with their sign; its known side does not matter.
pub fn determined(equations: &[Vec<(usize, i8)>]) -> Vec<(usize, Vec<usize>)> {
    let mut solved: BTreeMap<usize, Row> = BTreeMap::new();
    for (number, equation) in equations.iter().enumerate() {
        let mut row = Row::default();
        row.origins.insert(number, 1);
        for (unknown, sign) in equation {
            let coefficient = if *sign < 0 { PRIME - 1 } else { 1 };
            row.unknowns.insert(*unknown, coefficient);
        }
        let pivots: Vec<(usize, u64)> = row
            .unknowns
            .iter()
            .filter(|(unknown, _)| solved.contains_key(unknown))
            .map(|(unknown, value)| (*unknown, *value))
            .collect();
        for (unknown, value) in pivots {
            if let Some(other) = solved.get(&unknown) {
                row.subtract(other, value);
            }
        }
        let Some((pivot, value)) = row.unknowns.first_key_value().map(|(k, v)| (*k, *v)) else {
            continue;
        };
        row.scale(inverse(value));
        for other in solved.values_mut() {
            if let Some(value) = other.unknowns.get(&pivot).copied() {
                other.subtract(&row, value);
            }
        }
        solved.insert(pivot, row);
    }
    solved
        .into_iter()
        .filter(|(_, row)| row.unknowns.len() == 1)
        .map(|(unknown, row)| (unknown, row.origins.into_keys().collect()))
        .collect()
}
