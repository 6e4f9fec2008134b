// SPDX-License-Identifier: EUPL-1.2
//! One region from before the pregnancy to age two: the phases along a way, in each of them cards of
//! its indicators, as many beside each other as the width has room for. Knows no other view.
//!
//! One picture, words and all, for the page, for paper and for a file: so the three are the same, and
//! a page of paper holds it whole, whatever the fonts and the margins of whoever prints.

mod spark;
mod card;
mod way;
mod key;

use super::legend::{Legend, Spacing};
use crate::chart::canvas::lettering::{LINE, SENTENCE, SMALL, SMALL_LINE, Type};
use crate::chart::canvas::measure;
use crate::chart::canvas::role::Role;
use crate::chart::scene::{Scene, StoryScene};
use crate::indicator::definition::Phase;
use crate::text::template::fill;
use card::Card;

/// The way's room at the left.
const GUTTER: f64 = 30.0;

/// The least width of a card, the most beside each other, and what lies between them.
const LEAST: f64 = 236.0;
const MOST: f64 = 4.0;
const BESIDE: f64 = 26.0;
const BELOW: f64 = 14.0;

/// The most cards: more would be too small to read on one page of paper.
const CARDS: usize = 24;

/// Draws it; returns where it ends.
pub(super) fn draw(scene: &StoryScene) -> f64 {
    let Scene { canvas, words, found: story } = *scene;
    let width = canvas.width;
    let room = width - GUTTER;
    let columns = ((room + BESIDE) / (LEAST + BESIDE)).floor().clamp(1.0, MOST);
    let card_width = (room - (columns - 1.0) * BESIDE) / columns;
    let small = Type::small(Role::Muted);

    let (mut samples, mut entries) = (Vec::new(), Vec::new());
    for (sample, entry) in key::entries(words, story) {
        samples.push(sample);
        entries.push(entry);
    }
    let legend = Legend::of(canvas, entries, &Spacing::SAMPLES, 0.0, width * measure::SPACED);
    legend.draw(canvas, (0.0, 0.0), &|nth, at| {
        if let Some(one) = samples.get(nth) {
            key::sample(canvas, *one, at);
        }
    });

    let mut bottom = legend.height + 8.0;
    let (mut count, mut left_over) = (0, 0);
    let mut nodes: Vec<(f64, Phase)> = Vec::new();
    let mut end = None;
    for chapter in &story.chapters {
        // The programme is no part of the way.
        if chapter.phase == Phase::Programme && end.is_none() && !nodes.is_empty() {
            end = Some(bottom);
            bottom += LINE + BELOW;
        }
        let moment = words.moment(chapter.phase);
        canvas.text(small, (GUTTER, bottom + SMALL_LINE / 2.0), moment);
        bottom += if moment.is_empty() { 0.0 } else { SMALL_LINE };
        if end.is_none() && chapter.phase != Phase::Programme {
            nodes.push((bottom + LINE / 2.0, chapter.phase));
        }
        let kind = Type::of(Role::Text).bold().size(SENTENCE);
        canvas.text(kind, (GUTTER, bottom + LINE / 2.0), words.phase_name(chapter.phase));
        bottom += LINE + 8.0;
        let shown = chapter.subjects.iter().take(CARDS - count);
        let cards: Vec<Card> = shown.map(|subject| Card::of(words, subject, card_width)).collect();
        count += cards.len();
        left_over += chapter.subjects.len() - cards.len();
        for row in cards.chunks(columns as usize) {
            let mut x = GUTTER;
            for card in row {
                card.draw(scene, (x, bottom));
                x += card_width + BESIDE;
            }
            bottom += row.iter().map(|card| card.height).fold(0.0, f64::max) + BELOW;
        }
        if let Some(line) = words.missing_line(story.region, chapter) {
            let lines = measure::wrap(&line, SMALL, room * measure::SPACED);
            canvas.set(small, (GUTTER, bottom + SMALL_LINE / 2.0), SMALL_LINE, &lines);
            bottom += lines.len() as f64 * SMALL_LINE + BELOW;
        }
    }
    if left_over > 0 {
        let line = fill(words.rest, &[("count", &words.count(left_over as f64))]);
        canvas.text(small, (GUTTER, bottom + SMALL_LINE / 2.0), &line);
        bottom += SMALL_LINE + BELOW;
    }
    if nodes.is_empty() {
        return bottom;
    }
    let last = end.unwrap_or(bottom) + LINE / 2.0;
    let ends = nodes.iter().skip(1).map(|(y, _)| *y).chain([last]);
    for ((top, phase), bottom) in nodes.iter().zip(ends) {
        way::draw(canvas, (*top, bottom), *phase != Phase::Before);
    }
    for (y, phase) in &nodes {
        way::node(canvas, *y, *phase == Phase::After);
    }
    way::node(canvas, last, false);
    canvas.text(small, (GUTTER, last), words.end);
    bottom.max(last + LINE / 2.0)
}
