// SPDX-License-Identifier: EUPL-1.2
//! The stabilised figures of a ranking, where they are asked for.

use crate::chart::axis::scale::Reach;
use crate::chart::canvas::role::Role;
use crate::chart::canvas::{Canvas, Point};
#[cfg(feature = "tools")]
use crate::chart::sign::outcome::Sign;
use crate::chart::sign::stabilised::DOT;
#[cfg(feature = "tools")]
use crate::text::words::insight::InsightWords;
#[cfg(feature = "tools")]
use crate::text::words::members::MemberWords;
#[cfg(feature = "tools")]
use crate::view::members::ComparisonSet;
use crate::view::members::Member;

/// The radius of a dot in a column of many.
const SPECK: f64 = 1.3;

/// Holds it and its interval.
pub(super) fn reach(member: &Member, reach: &mut Reach) {
    if let Some(found) = member.stabilised() {
        reach.hold(found.lower);
        reach.hold(found.upper);
    }
}

/// What the dot means, where there is any.
#[cfg(feature = "tools")]
pub(super) fn entry(words: &MemberWords, set: &ComparisonSet) -> Option<(Sign, String)> {
    let is_any = set.members.iter().any(|member| member.stabilised().is_some());
    is_any.then(|| (Sign::Model, InsightWords::of(words.language).modelled.to_string()))
}

/// Draws it in the column of a region, where it lies on the axis, which ends at `high`; of the region
/// asked for with its interval. `at` gives the place of a value.
pub(super) fn in_column(
    canvas: &Canvas,
    member: &Member,
    is_own: bool,
    high: f64,
    at: &dyn Fn(f64) -> Point,
) {
    let Some(found) = member.stabilised().filter(|found| found.value <= high) else { return };
    if is_own {
        canvas.line(Role::Muted, 1.0, &[at(found.lower), at(found.upper.min(high))]);
    }
    canvas.dot(Role::Text, at(found.value), if is_own { DOT } else { SPECK });
}
