// SPDX-License-Identifier: EUPL-1.2
//! The sign of a verdict: its shape says lower, higher or neither, its colour better or worse.

use crate::chart::canvas::role::Role;
use crate::chart::canvas::{Canvas, Point};
use crate::indicator::comparison::Verdict;
use crate::indicator::definition::Direction;
use crate::view::members::{ComparisonSet, Member};

/// The colour of a verdict; grey where neither side is the better one.
pub(in crate::chart) fn role(verdict: Option<Verdict>, direction: Direction) -> Role {
    match verdict.and_then(|v| v.better(direction)) {
        Some(true) => Role::Better,
        Some(false) => Role::Worse,
        None => Role::Other,
    }
}

/// The colour of a region's mark among the members of a comparison set.
pub(in crate::chart) fn role_of(set: &ComparisonSet, member: &Member) -> Role {
    match set.is_own(member) {
        true => Role::Own,
        false => role(member.verdict(), set.definition.direction),
    }
}

/// Draws a verdict's sign, `size` pixels wide: a triangle that points down for lower and up for
/// higher, a dot for what cannot be told apart or is not compared.
pub(in crate::chart) fn draw(
    canvas: &Canvas,
    role: Role,
    verdict: Option<Verdict>,
    at: Point,
    size: f64,
) {
    let (x, y) = at;
    let (half, tall) = (size / 2.0, size * 0.45);
    match verdict {
        Some(Verdict::Lower) => {
            canvas.shape(role, &[(x - half, y - tall), (x + half, y - tall), (x, y + tall)]);
        }
        Some(Verdict::Higher) => {
            canvas.shape(role, &[(x + half, y + tall), (x - half, y + tall), (x, y - tall)]);
        }
        Some(Verdict::Similar) | None => canvas.dot(role, at, size * 0.42),
    }
}
