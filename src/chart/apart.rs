// SPDX-License-Identifier: EUPL-1.2
//! The regions without a number, listed with the reason below the chart: never on its scale.

use super::legend::{ROW, SIGN, Sign};
use crate::chart::canvas::measure;
use crate::chart::canvas::role::Role;
use crate::chart::canvas::{LINE, SMALL, Sheet, Type};
use crate::indicator::finding::Outcome;
use crate::text::value::capital;
use crate::text::words::members::MemberWords;
use crate::view::members::{Area, Areas};

/// The space above the first line.
const ABOVE: f64 = 8.0;

/// One reason and those that it holds for.
struct Group {
    sign: Sign,
    lines: Vec<String>,
}

/// All that stands apart.
pub(super) struct Apart<'a> {
    own: Option<&'a Area<'a>>,
    groups: Vec<Group>,
}

fn sign(area: &Area) -> Sign {
    match area.finding.outcome {
        Outcome::Withheld => Sign::Hatch,
        Outcome::Answered(_) => Sign::None,
        _ => Sign::Dash,
    }
}

impl<'a> Apart<'a> {
    pub(super) fn of(words: &MemberWords, areas: &'a Areas, width: f64) -> Self {
        let mut apart: Vec<Vec<&Area>> = Vec::new();
        for area in areas.members.iter().filter(|a| a.figure().is_none()) {
            let outcome = |group: &&mut Vec<&Area>| {
                group.first().is_some_and(|a| a.finding.outcome == area.finding.outcome)
            };
            match apart.iter_mut().find(outcome) {
                Some(group) => group.push(area),
                None => apart.push(vec![area]),
            }
        }
        let group = |areas_apart: &Vec<&Area>| {
            let sign = areas_apart.first().map_or(Sign::None, |area| sign(area));
            let text = words.apart(areas, areas_apart);
            Group { sign, lines: measure::wrap(&text, SMALL, width - SIGN) }
        };
        let own = Some(&areas.own).filter(|own| own.figure().is_none());
        Self { own, groups: apart.iter().map(group).collect() }
    }

    /// How high it is.
    pub(super) fn height(&self) -> f64 {
        let lines: f64 =
            self.groups.iter().map(|g| ROW + (g.lines.len() as f64 - 1.0) * LINE).sum();
        let own = if self.own.is_some() { 2.0 * LINE + 6.0 } else { 0.0 };
        if lines + own > 0.0 { ABOVE + lines + own } else { 0.0 }
    }

    pub(super) fn draw(&self, sheet: &Sheet, words: &MemberWords, areas: &Areas, top: f64) {
        let direction = areas.definition.direction;
        let mut y = top + ABOVE + LINE / 2.0;
        if let Some(own) = self.own {
            sheet.mark(&own.region.code, &|| words.area_label(areas, own), |sheet| {
                sign(own).draw(sheet, direction, (0.0, y));
                let name = capital(&words.place_label(own.region));
                sheet.text(Type::of(Role::Own).bold(), (SIGN, y), &name);
                sheet.text(Type::of(Role::Text), (SIGN, y + LINE), words.outcome(own));
            });
            y += 2.0 * LINE + 6.0;
        }
        for group in &self.groups {
            group.sign.draw(sheet, direction, (0.0, y));
            sheet.lines(Type::of(Role::Text).size(SMALL), (SIGN, y), &group.lines);
            y += ROW + (group.lines.len() as f64 - 1.0) * LINE;
        }
    }
}
