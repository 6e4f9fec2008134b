// SPDX-License-Identifier: EUPL-1.2
//! The stabilised figure below or on the region's own, where it is asked for: a dot without a verdict,
//! and its credible interval as a thin line. The own sign keeps its place and its colour.

use crate::chart::axis::scale::Reach;
use crate::chart::canvas::role::Role;
use crate::chart::canvas::{Canvas, Point};
#[cfg(feature = "tools")]
use crate::chart::sign::outcome::Sign;
use crate::text::words::insight::InsightWords;
use crate::text::words::members::MemberWords;
use crate::view::members::{ComparisonSet, Member};

/// How far below a region's sign it stands in a row.
const BELOW: f64 = 8.0;

/// The radius of a dot: in a row or of the region's own, and in a column of many.
const DOT: f64 = 2.6;
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

/// What a region's mark says of its `own` figure, with the stabilised one behind that.
pub(super) fn said(
    words: &MemberWords,
    set: &ComparisonSet,
    member: &Member,
    own: String,
) -> String {
    let Some(found) = member.stabilised() else { return own };
    let value = words.value(set.definition, found.value);
    let range = words.between(set.definition, found.lower, found.upper);
    [&own, "; ", InsightWords::of(words.language).modelled, ": ", &value, " (", &range, ")"]
        .concat()
}

/// Draws it below the sign of a row; `at` gives the place of a value along the axis.
pub(super) fn in_row(canvas: &Canvas, member: &Member, y: f64, at: &dyn Fn(f64) -> f64) {
    let Some(found) = member.stabilised() else { return };
    let y = y + BELOW;
    canvas.line(Role::Muted, 1.0, &[(at(found.lower), y), (at(found.upper), y)]);
    canvas.dot(Role::Text, (at(found.value), y), DOT);
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
