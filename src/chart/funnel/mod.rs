// SPDX-License-Identifier: EUPL-1.2
//! Every member of a comparison set by how many it is about, between the limits of chance. Knows
//! no other view.

mod outlier;
mod size;
#[cfg(feature = "tools")]
mod wider;

use crate::chart::apart::Apart;
use crate::chart::axis::scale::{FLAT, Reach, Scale};
use crate::chart::axis::upright::{self, UNIT};
use crate::chart::canvas::frame::Frame;
use crate::chart::canvas::lettering::{Anchor, LINE, SMALL, Type};
use crate::chart::canvas::measure;
use crate::chart::canvas::rect::Rect;
use crate::chart::canvas::role::Role;
use crate::chart::canvas::{Canvas, Point};
use crate::chart::scene::{FunnelScene, Scene};
use crate::chart::sign::marker;
use crate::chart::sign::outcome::Sign;
use crate::chart::verdicts;
use crate::indicator::comparison::Verdict;
use crate::stats::funnel::Limits;
use crate::text::words::Words;
use crate::text::words::funnel::FunnelWords;
use crate::view::funnel::{self, Funnel};
use crate::view::members::{ComparisonSet, Member};
use outlier::Outliers;
use size::Sizes;

/// The height of the plot where none is given, and its bounds where one is.
const HEIGHT: f64 = 340.0;
const LEAST: f64 = 240.0;
const MOST: f64 = 480.0;

/// Below the plot, for the denominators and what they are.
const BELOW: f64 = 42.0;

/// The room at the right of the largest denominator.
const MARGIN: f64 = 14.0;

/// From one slanted stroke to the next.
const HATCH: f64 = 9.0;

/// From one name of a limit to the next, at least.
const APART: f64 = 15.0;

/// The axis of values: all points, and the limits where they are widest.
fn scale<'s>(
    words: &'s Words,
    set: &'s ComparisonSet,
    funnel: &Funnel,
    sizes: &Sizes,
) -> Scale<'s> {
    let mut reach = Reach::NONE;
    for point in funnel.all() {
        reach.hold(point.value);
    }
    if let Ok(limits) = funnel.limits(sizes.start().exp()) {
        reach.hold(limits.lower998);
        reach.hold(limits.upper998);
    }
    #[cfg(feature = "tools")]
    wider::reach(funnel, sizes, &mut reach);
    Scale::of(words, set.definition, reach, 6, FLAT)
}

/// Whether the value axis begins elsewhere than at zero.
pub(super) fn is_cut(words: &Words, set: &ComparisonSet, funnel: &Funnel) -> bool {
    scale(words, set, funnel, &Sizes::of(funnel)).is_cut()
}

/// Draws it; returns where it ends.
pub(super) fn draw(scene: &FunnelScene, funnel: &Funnel) -> f64 {
    let Scene { canvas, words, found: set } = *scene;
    let (definition, width) = (set.definition, canvas.width);
    let top = verdicts::draw(canvas, definition.direction, entries(words, set, funnel));
    let apart = Apart::of(words, set, width);
    let rest = top + UNIT + BELOW + apart.height();
    let plot = canvas.room().map_or(HEIGHT, |height| (height - rest).clamp(LEAST, MOST));
    let (first, bottom) = (top + UNIT, top + UNIT + plot);
    let sizes = Sizes::of(funnel);
    let scale = scale(words, set, funnel, &sizes);
    let left = upright::room(&scale);
    let centre = measure::wrap(&words.centre_label(set, funnel), SMALL, 0.0);
    let strip = measure::widest(&centre, SMALL) + 4.0;
    // Names stand before the curves begin.
    let pixel = (sizes.most - sizes.start()) / (width - MARGIN - left - strip);
    let scales = (sizes.start() - strip * pixel..sizes.most, scale.low..scale.high);
    let frame = Frame::of(canvas, scales, (left, first), (width - MARGIN, bottom));
    upright::grid(canvas, &frame, &scale);
    upright::ticks(canvas, &frame, &scale);
    upright::unit(canvas, &frame, &scale);
    denominators(scene, &frame, &sizes);
    let outer = Rect { left: left + strip, top: first - LINE, right: width, bottom };
    let mut outliers = Outliers::new(outer);
    if set.withheld() > 0 {
        hidden(canvas, &frame, &sizes, funnel, &mut outliers);
    }
    limits(scene, &frame, funnel, &sizes, (left + 2.0, &centre), &mut outliers);
    #[cfg(feature = "tools")]
    wider::draw(canvas, &frame, funnel, &sizes, &mut outliers);
    points(scene, &frame, funnel, &mut outliers);
    outliers.draw(canvas, words);
    apart.draw(canvas, bottom + BELOW)
}

/// What the signs mean, and how many have them.
fn entries(words: &FunnelWords, set: &ComparisonSet, funnel: &Funnel) -> Vec<(Sign, String)> {
    let mut entries = vec![(Sign::None, [&words.position_head(set, funnel), ":"].concat())];
    for verdict in [Verdict::Lower, Verdict::Similar, Verdict::Higher] {
        let count = funnel.points.iter().filter(|point| point.verdict == verdict).count();
        entries.push((Sign::Verdict(verdict), words.position_count(set, verdict, count)));
    }
    if set.withheld() > 0 {
        entries.push((Sign::Hatch, words.hidden(funnel)));
    }
    #[cfg(feature = "tools")]
    entries.extend(wider::entry(words, set, funnel));
    entries
}

/// The axis of the denominators, and what they are.
fn denominators(scene: &FunnelScene, frame: &Frame, sizes: &Sizes) {
    let Scene { canvas, words, found: set } = *scene;
    let (right, bottom) = frame.right_bottom;
    let kind = Type::small(Role::Muted);
    for tick in sizes.ticks(words, right - frame.at(sizes.start(), 0.0).0) {
        let x = frame.at(tick.ln(), 0.0).0;
        canvas.line(Role::Axis, 1.0, &[(x, bottom), (x, bottom + 5.0)]);
        let label = words.count(tick);
        let half = measure::width(&label, SMALL) / 2.0;
        let at = (x.min(canvas.width - half), bottom + 14.0);
        canvas.text(kind.anchor(Anchor::Middle), at, &label);
    }
    let title = set.definition.denominator.as_ref();
    let title = title.map_or(words.denominator, |d| words.pick(d));
    let title = measure::wrap(title, SMALL, right - 24.0);
    let title = [title.first().map_or("", |line| line), " →"].concat();
    canvas.text(kind.anchor(Anchor::End), (canvas.width, bottom + 31.0), &title);
}

/// Draws a curve of values at the places of the denominators, and returns it. It is cut off at
/// the axis and at the top, and begins where it leaves them.
fn curve(canvas: &Canvas, frame: &Frame, stroke: (Role, f64), places: &[(f64, f64)]) -> Vec<Point> {
    let ((_, top), (_, bottom)) = (frame.left_top, frame.right_bottom);
    let cut = |(size, value): &(f64, f64)| {
        let (x, y) = frame.at(*size, *value);
        (x, y.max(top).min(bottom))
    };
    let curve: Vec<Point> = places.iter().map(cut).collect();
    let is_flat = |pair: &&[Point]| matches!(pair, [one, two] if one.1 == two.1);
    let flat = curve.windows(2).take_while(is_flat).count();
    canvas.line(stroke.0, stroke.1, curve.get(flat..).unwrap_or_default());
    curve
}

/// The centre and its limits, named where they are widest apart.
fn limits(
    scene: &FunnelScene,
    frame: &Frame,
    funnel: &Funnel,
    sizes: &Sizes,
    (left, centre): (f64, &[String]),
    outliers: &mut Outliers,
) {
    let (canvas, words) = (scene.canvas, scene.words);
    let (start, bottom) = (frame.at(sizes.start(), 0.0).0, frame.right_bottom.1);
    let limits = |size: f64| Some((size, funnel.limits(size.exp()).ok()?));
    let known: Vec<(f64, Limits)> = sizes.steps().into_iter().filter_map(limits).collect();
    for (size, _) in &known {
        outliers.avoid(&[frame.at(*size, funnel.centre)]);
    }
    let mut draw = |width: f64, limit: fn(&Limits) -> f64| -> f64 {
        let places: Vec<_> = known.iter().map(|(size, limits)| (*size, limit(limits))).collect();
        let line = curve(canvas, frame, (Role::Axis, width), &places);
        outliers.avoid(&line);
        line.first().map_or(bottom, |at| at.1)
    };
    let y = frame.at(0.0, funnel.centre).1;
    canvas.line(Role::Reference, 1.5, &[(start, y), (frame.right_bottom.0, y)]);
    let kind = Type::small(Role::Benchmark);
    let half = centre.len() as f64 * LINE / 2.0;
    canvas.lines(kind, (left, y - half + LINE / 2.0), centre);

    let kind = Type::small(Role::Muted).anchor(Anchor::End);
    let name = |text: &str, y: f64| canvas.text(kind, (start - 4.0, y), text);
    let upper95 = draw(1.5, |l| l.upper95).min(y - half - APART / 2.0);
    name(words.limit95, upper95);
    name(words.limit998, draw(1.0, |l| l.upper998).min(upper95 - APART));
    // A limit of nothing lies on the axis, and is none.
    let lower95 = draw(1.5, |l| l.lower95).max(y + half + APART / 2.0);
    if lower95 < bottom - 4.0 {
        name(words.limit95, lower95);
    }
    let lower998 = draw(1.0, |l| l.lower998).max(lower95 + APART);
    if lower998 < bottom - 4.0 {
        name(words.limit998, lower998);
    }
}

/// Slanted strokes where numerators are too small to show.
fn hidden(canvas: &Canvas, frame: &Frame, sizes: &Sizes, funnel: &Funnel, outliers: &mut Outliers) {
    let (left, top) = (frame.at(sizes.start(), 0.0).0, frame.left_top.1);
    let bottom = frame.right_bottom.1;
    let places: Vec<_> =
        sizes.steps().into_iter().map(|size| (size, funnel.hidden_below(size.exp()))).collect();
    let edge = curve(canvas, frame, (Role::Withheld, 1.0), &places);
    let mut sum = left + top;
    while sum < canvas.width + bottom {
        sum += HATCH;
        // Along x + y = sum, from the left or the bottom up to the edge or the top.
        let from = (sum - bottom).max(left);
        let crossing = edge.windows(2).find_map(|pair| {
            let [one, two] = pair else { return None };
            let (above, below) = (sum - one.0 - one.1, sum - two.0 - two.1);
            let part = above / (above - below);
            (above > 0.0 && below <= 0.0).then_some(one.0 + part * (two.0 - one.0))
        });
        let Some(to) = crossing.map(|x| x.min(sum - top)).filter(|x| *x > from) else { continue };
        canvas.line(Role::Withheld, 1.0, &[(from, sum - from), (to, sum - to)]);
        outliers.avoid(&[(to, sum - to), ((from + to) / 2.0, sum - (from + to) / 2.0)]);
    }
}

fn points<'a>(
    scene: &FunnelScene<'a>,
    frame: &Frame,
    funnel: &Funnel,
    outliers: &mut Outliers<'a>,
) {
    let Scene { canvas, words, found: set } = *scene;
    let direction = set.definition.direction;
    let mut own = None;
    let draw = |point: &funnel::Point, member: &Member, at: Point| {
        let (role, size) = match set.is_own(member) {
            true => (Role::Own, 13.0),
            false => (marker::role(Some(point.verdict), direction), 7.0),
        };
        let label = || words.funnel_label(set, member, point);
        canvas.stands(&member.region.code, set.period, at);
        canvas.mark(&member.region.code, &label, |canvas| {
            marker::draw(canvas, role, Some(point.verdict), at, size);
        });
    };
    for point in funnel.all() {
        let Some(member) = point.member(set) else { continue };
        let at = frame.at(point.denominator.ln(), point.value);
        let is_own = set.is_own(member);
        outliers.add(member, point, at, is_own);
        match is_own {
            // Above all others.
            true => own = Some((point, member, at)),
            false => draw(point, member, at),
        }
    }
    if let Some((point, member, at)) = own {
        draw(point, member, at);
    }
}
