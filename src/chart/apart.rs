// SPDX-License-Identifier: EUPL-1.2
//! The regions without a number, listed with the reason below the chart: never on its scale.

use super::sign::outcome::{ROOM, Sign};
use crate::chart::canvas::Canvas;
use crate::chart::canvas::lettering::{LINE, SMALL, TYPE, Type};
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

/// The region asked for, with the lines of its name and of the reason.
struct Own<'a> {
    member: &'a Member<'a>,
    name: Vec<String>,
    reason: Vec<String>,
}

/// All that stands apart.
pub(super) struct Apart<'a> {
    words: &'a MemberWords,
    set: &'a ComparisonSet<'a>,
    own: Option<Own<'a>>,
    groups: Vec<Group>,
}

fn sign(member: &Member) -> Sign {
    match member.finding.outcome {
        Outcome::Withheld => Sign::Hatch,
        Outcome::Answered(_) => Sign::None,
        _ => Sign::Dash,
    }
}

impl Own<'_> {
    fn height(&self) -> f64 {
        (self.name.len() + self.reason.len()) as f64 * LINE + 6.0
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
            Group { sign, lines: measure::wrap(&text, SMALL, measure::SPACED * (width - ROOM)) }
        };
        let lines = |text: &str, size: f64| measure::wrap(text, size, width - ROOM);
        let own = Some(&set.own).filter(|own| own.estimate().is_none()).map(|member| Own {
            member,
            name: lines(&words.name(member.region), TYPE * measure::BOLD),
            reason: lines(words.outcome(member), TYPE),
        });
        Self { words, set, own, groups: apart.iter().map(group).collect() }
    }

    /// How high it is.
    pub(super) fn height(&self) -> f64 {
        let lines: f64 =
            self.groups.iter().map(|g| ROW + (g.lines.len() as f64 - 1.0) * LINE).sum();
        let own = self.own.as_ref().map_or(0.0, Own::height);
        if lines + own > 0.0 { ABOVE + lines + own } else { 0.0 }
    }

    /// Draws it from `top`; returns where it ends.
    pub(super) fn draw(&self, canvas: &Canvas, top: f64) -> f64 {
        let (words, direction) = (self.words, self.set.definition.direction);
        let mut y = top + ABOVE + LINE / 2.0;
        if let Some(own) = &self.own {
            let member = own.member;
            canvas.mark(&member.region.code, &|| words.member_label(self.set, member), |canvas| {
                sign(member).draw(canvas, direction, (0.0, y));
                canvas.lines(Type::of(Role::Own).bold(), (ROOM, y), &own.name);
                let below = y + own.name.len() as f64 * LINE;
                canvas.lines(Type::of(Role::Text), (ROOM, below), &own.reason);
            });
            y += own.height();
        }
        for group in &self.groups {
            group.sign.draw(canvas, direction, (0.0, y));
            canvas.lines(Type::small(Role::Text), (ROOM, y), &group.lines);
            y += ROW + (group.lines.len() as f64 - 1.0) * LINE;
        }
        top + self.height()
    }
}
