// SPDX-License-Identifier: EUPL-1.2
//! The wider limits of a funnel, where areas differ by more than chance: dashed, beside its own.

use super::outlier::Outliers;
use super::size::Sizes;
use crate::chart::axis::scale::Reach;
use crate::chart::canvas::frame::Frame;
use crate::chart::canvas::role::Role;
use crate::chart::canvas::{Canvas, Point};
use crate::chart::sign::outcome::Sign;
use crate::stats::funnel::Limits;
use crate::text::words::funnel::FunnelWords;
use crate::text::words::insight::InsightWords;
use crate::view::funnel::Funnel;
use crate::view::members::ComparisonSet;

/// A dash and the space after it, in pixels along the curve.
const DASH: f64 = 7.0;
const SPACE: f64 = 4.0;

/// Holds the limits where they are widest.
pub(super) fn reach(funnel: &Funnel, sizes: &Sizes, reach: &mut Reach) {
    if let Some(limits) = funnel.wider(sizes.start().exp()) {
        reach.hold(limits.lower998);
        reach.hold(limits.upper998);
    }
}

/// What the dashes mean, where there are any.
pub(super) fn entry(
    words: &FunnelWords,
    set: &ComparisonSet,
    funnel: &Funnel,
) -> Option<(Sign, String)> {
    funnel.tau2?;
    Some((Sign::None, InsightWords::of(words.language).wider(set.kind)))
}

/// Picks one of the four limits.
type Limit = fn(&Limits) -> f64;

/// Draws them.
pub(super) fn draw(
    canvas: &Canvas,
    frame: &Frame,
    funnel: &Funnel,
    sizes: &Sizes,
    outliers: &mut Outliers,
) {
    let known: Vec<(f64, Limits)> = sizes
        .steps()
        .into_iter()
        .filter_map(|size| Some((size, funnel.wider(size.exp())?)))
        .collect();
    let limits: [(f64, Limit); 4] =
        [(1.5, |l| l.lower95), (1.5, |l| l.upper95), (1.0, |l| l.lower998), (1.0, |l| l.upper998)];
    let (top, bottom) = (frame.left_top.1, frame.right_bottom.1);
    for (width, limit) in limits {
        let at = |(size, limits): &(f64, Limits)| frame.at(*size, limit(limits));
        // A limit of nothing lies on the axis, and is none.
        let is_seen = |at: &Point| at.1 > top && at.1 < bottom - 0.5;
        let curve: Vec<Point> = known.iter().map(at).filter(is_seen).collect();
        outliers.avoid(&curve);
        for dash in dashes(&curve) {
            canvas.line(Role::Axis, width, &dash);
        }
    }
}

/// A curve in dashes. They are strokes of their own, so that they look the same wherever a picture
/// goes.
fn dashes(curve: &[Point]) -> Vec<Vec<Point>> {
    let mut dashes = Vec::new();
    let mut dash: Vec<Point> = curve.first().copied().into_iter().collect();
    let (mut left, mut is_dash) = (DASH, true);
    for pair in curve.windows(2) {
        let [from, to] = pair else { continue };
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let length = dx.hypot(dy);
        let mut gone = 0.0;
        while length - gone > left {
            gone += left;
            let part = gone / length;
            let here = (from.0 + part * dx, from.1 + part * dy);
            if is_dash {
                dash.push(here);
                dashes.push(std::mem::take(&mut dash));
            } else {
                dash = vec![here];
            }
            is_dash = !is_dash;
            left = if is_dash { DASH } else { SPACE };
        }
        left -= length - gone;
        if is_dash {
            dash.push(*to);
        }
    }
    if dash.len() > 1 {
        dashes.push(dash);
    }
    dashes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_lie_on_their_curve_with_spaces_between_them() {
        let curve = [(0.0, 0.0), (10.0, 0.0), (10.0, 20.0)];
        let found = dashes(&curve);
        assert_eq!(found[0], [(0.0, 0.0), (7.0, 0.0)]);
        // The second goes round the corner: it begins at 11 along the curve.
        assert_eq!(found[1], [(10.0, 1.0), (10.0, 8.0)]);
        assert_eq!(found[2], [(10.0, 12.0), (10.0, 19.0)]);
        assert_eq!(found.len(), 3);
        let corner = dashes(&[(0.0, 0.0), (3.0, 0.0), (3.0, 30.0)]);
        assert_eq!(corner[0], [(0.0, 0.0), (3.0, 0.0), (3.0, 4.0)]);
        assert!(dashes(&[]).is_empty());
        assert!(dashes(&[(1.0, 1.0)]).is_empty());
    }
}
