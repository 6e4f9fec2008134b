// SPDX-License-Identifier: EUPL-1.2
//! What changed between the figures that stand in a folder and those that take their place.

use super::measure::cells;
use crate::indicator::observation::Status;
use crate::prepare::message::{Counted, Noun, Say, messages};
use crate::prepare::record::{Record, Records};
use crate::request::Language;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// How many figures of one indicator changed, and how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Changes {
    /// New figures.
    pub added: usize,
    /// Figures with another number or answer than before.
    pub revised: usize,
    /// Figures that are suppressed from now on.
    pub withheld: usize,
    /// Figures that are there no more for another reason.
    pub gone: usize,
}

impl Changes {
    /// Both together.
    pub fn with(self, other: Self) -> Self {
        Self {
            added: self.added + other.added,
            revised: self.revised + other.revised,
            withheld: self.withheld + other.withheld,
            gone: self.gone + other.gone,
        }
    }
}

impl Say for Changes {
    fn say(&self, language: Language) -> String {
        let lines = [
            (self.added, Line::Added(self.added)),
            (self.revised, Line::Revised(self.revised)),
            (self.withheld, Line::Suppressed(self.withheld)),
            (self.gone, Line::Gone(self.gone)),
        ];
        let some = lines.iter().filter(|(count, _)| *count > 0);
        let said: Vec<String> = some.map(|(_, line)| line.say(language)).collect();
        said.join(", ")
    }
}

messages! {
    /// What is said of changes.
    Line {
        Added(count: usize) => "{count} nieuw", "{count} new";
        Revised(count: usize) => "{count} herzien", "{count} revised";
        Suppressed(count: usize) => "{count} voortaan achtergehouden", "{count} suppressed from now on";
        Gone(count: usize) => "{count} vervallen", "{count} gone";
        None => "geen veranderingen tegenover de vorige cijfers", "no changes from the previous figures";
        All(changes: Changes) => "tegenover de vorige cijfers: {changes}", "compared with the previous figures: {changes}";
        One(id: String, changes: Changes) => "  {id}: {changes}", "  {id}: {changes}";
        Others(indicators: Counted) => "  en {indicators}", "  and {indicators}";
    }
}

/// The changes of each indicator that has any.
pub fn between(
    earlier: &BTreeMap<String, Records>,
    now: &BTreeMap<String, Records>,
) -> BTreeMap<String, Changes> {
    let none = Records::new();
    let ids: BTreeSet<&String> = earlier.keys().chain(now.keys()).collect();
    let of = |id: &String| {
        let changes = compare(earlier.get(id).unwrap_or(&none), now.get(id).unwrap_or(&none));
        (id.clone(), changes)
    };
    ids.into_iter().map(of).filter(|(_, changes)| *changes != Changes::default()).collect()
}

fn compare(earlier: &Records, now: &Records) -> Changes {
    let says = |record: &&Record| cells(record).iter().any(Option::is_some);
    let mut changes = Changes::default();
    let keys: BTreeSet<_> = earlier.keys().chain(now.keys()).collect();
    for key in keys {
        let record = now.get(key);
        match (earlier.get(key).filter(says), record.filter(says)) {
            (None, None) => {}
            (None, Some(_)) => changes.added += 1,
            (Some(before), Some(after)) => {
                changes.revised += usize::from(cells(before) != cells(after));
            }
            (Some(_), None) if record.is_some_and(|r| r.status == Some(Status::Withheld)) => {
                changes.withheld += 1;
            }
            (Some(_), None) => changes.gone += 1,
        }
    }
    changes
}

/// The lines that tell of them: all together, then the indicators, up to `most`.
pub fn lines(changes: &BTreeMap<String, Changes>, most: usize) -> Vec<Line> {
    let all = changes.values().fold(Changes::default(), |all, one| all.with(*one));
    if all == Changes::default() {
        return vec![Line::None];
    }
    let mut lines = vec![Line::All(all)];
    lines.extend(changes.iter().take(most).map(|(id, one)| Line::One(id.clone(), *one)));
    if changes.len() > most {
        let others = u64::try_from(changes.len() - most).unwrap_or(u64::MAX);
        lines.push(Line::Others(Counted(others, Noun::OtherIndicator)));
    }
    lines
}
