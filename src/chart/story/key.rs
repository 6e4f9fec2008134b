// SPDX-License-Identifier: EUPL-1.2
//! What the signs of a story mean.

use crate::chart::canvas::lettering::Type;
use crate::chart::canvas::role::Role;
use crate::chart::canvas::{Canvas, Point};
use crate::chart::legend::Entry;
use crate::chart::sign::marker;
use crate::chart::sign::spread::{OWN, hollow, spread_box, whisker};
use crate::text::template::fill;
use crate::text::value::capital;
use crate::text::words::story::StoryWords;
use crate::view::story::{Story, Subject};

#[derive(Clone, Copy)]
pub(super) enum Sample {
    Line,
    Benchmark,
    Spread,
    Hollow,
}

/// The signs that occur, with their words.
pub(super) fn entries(words: &StoryWords, story: &Story) -> Vec<(Sample, Entry)> {
    let entry = |text: String| Entry { room: 42.0, kind: Type::small(Role::Muted), text };
    let mut all = Vec::new();
    if story.subjects().any(|subject| subject.has_line()) {
        let place = capital(&words.place_label(story.region));
        all.push((Sample::Line, entry(fill(words.key_line, &[("place", &place)]))));
    }
    if let Some(benchmark) = story.benchmark {
        all.push((Sample::Benchmark, entry(capital(&words.place_label(benchmark)))));
    }
    all.extend(words.spread_key(story).map(|text| (Sample::Spread, entry(text))));
    let is_hollow = |subject: &Subject| subject.reference().is_some() && !subject.is_compared();
    if story.subjects().any(is_hollow) {
        all.push((Sample::Hollow, entry(words.not_compared.to_string())));
    }
    all
}

/// Draws a sign, from the middle of its left side.
pub(super) fn sample(canvas: &Canvas, sample: Sample, (x, y): Point) {
    let right = x + 34.0;
    match sample {
        Sample::Line => {
            let band = [(x, y - 3.0), (right, y - 6.0), (right, y + 4.0), (x, y + 6.0)];
            canvas.shape(Role::Band, &band);
            canvas.line(Role::Own, 2.0, &[(x, y + 1.0), (right, y - 1.0)]);
            canvas.dot(Role::Own, (right, y - 1.0), 3.0);
        }
        Sample::Benchmark => canvas.line(Role::Reference, 2.0, &[(x, y), (right, y)]),
        Sample::Hollow => hollow(canvas, (x + 17.0, y)),
        Sample::Spread => {
            spread_box(canvas, [x, x + 9.0, x + 22.0, right], y);
            whisker(canvas, Role::Own, 2.0, x + 14.0, x + 30.0, y);
            marker::draw(canvas, Role::Own, None, (x + 22.0, y), OWN - 4.0);
        }
    }
}
