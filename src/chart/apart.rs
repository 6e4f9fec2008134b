// SPDX-License-Identifier: EUPL-1.2
//! The regions without a number, listed with the reason below the chart: never on its scale.

use super::sign::outcome::{ROOM, Sign};
use crate::chart::canvas::Canvas;
use crate::chart::canvas::lettering::{LINE, SMALL, Type};
use crate::chart::canvas::measure;
use crate::chart::canvas::role::Role;
use crate::indicator::finding::Outcome;
use crate::text::words::members::MemberWords;
use crate::view::members::{ComparisonSet, Member};

/// From one entry to the next.
const ROW: f64 = 20.0;

/// The space above the first line.
const ABOVE: f64 = 8.0;

/// One reason and those that it holds for.
struct Group {
    sign: Sign,
    lines: Vec<String>,
}

/// All that stands apart.
pub(super) struct Apart<'a> {
    words: &'a MemberWords,
    set: &'a ComparisonSet<'a>,
    own: Option<&'a Member<'a>>,
    groups: Vec<Group>,
}

fn sign(member: &Member) -> Sign {
    match member.finding.outcome {
        Outcome::Withheld => Sign::Hatch,
        Outcome::Answered(_) => Sign::None,
        _ => Sign::Dash,
    }
}

impl<'a> Apart<'a> {
    pub(super) fn of(words: &'a MemberWords, set: &'a ComparisonSet, width: f64) -> Self {
        let mut apart: Vec<Vec<&Member>> = Vec::new();
        for member in set.members.iter().filter(|a| a.estimate().is_none()) {
            let outcome = |group: &&mut Vec<&Member>| {
                group.first().is_some_and(|a| a.finding.outcome == member.finding.outcome)
            };
            match apart.iter_mut().find(outcome) {
                Some(group) => group.push(member),
                None => apart.push(vec![member]),
            }
        }
        let group = |members_apart: &Vec<&Member>| {
            let sign = members_apart.first().map_or(Sign::None, |member| sign(member));
            let text = words.apart(set, members_apart);
            Group { sign, lines: measure::wrap(&text, SMALL, width - ROOM) }
        };
        let own = Some(&set.own).filter(|own| own.estimate().is_none());
        Self { words, set, own, groups: apart.iter().map(group).collect() }
    }

    /// How high it is.
    pub(super) fn height(&self) -> f64 {
        let lines: f64 =
            self.groups.iter().map(|g| ROW + (g.lines.len() as f64 - 1.0) * LINE).sum();
        let own = if self.own.is_some() { 2.0 * LINE + 6.0 } else { 0.0 };
        if lines + own > 0.0 { ABOVE + lines + own } else { 0.0 }
    }

    /// Draws it from `top`; returns where it ends.
    pub(super) fn draw(&self, canvas: &Canvas, top: f64) -> f64 {
        let (words, direction) = (self.words, self.set.definition.direction);
        let mut y = top + ABOVE + LINE / 2.0;
        if let Some(own) = self.own {
            canvas.mark(&own.region.code, &|| words.member_label(self.set, own), |canvas| {
                sign(own).draw(canvas, direction, (0.0, y));
                let name = words.name(own.region);
                canvas.text(Type::of(Role::Own).bold(), (ROOM, y), &name);
                canvas.text(Type::of(Role::Text), (ROOM, y + LINE), words.outcome(own));
            });
            y += 2.0 * LINE + 6.0;
        }
        for group in &self.groups {
            group.sign.draw(canvas, direction, (0.0, y));
            canvas.lines(Type::small(Role::Text), (ROOM, y), &group.lines);
            y += ROW + (group.lines.len() as f64 - 1.0) * LINE;
        }
        top + self.height()
    }
}
