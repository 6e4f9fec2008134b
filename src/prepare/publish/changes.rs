// SPDX-License-Identifier: EUPL-1.2
//! What changed between the figures that stand in a folder and those that take their place.

use super::measure::cells;
use crate::data::jsonstat::MEASURES;
use crate::indicator::observation::Status;
use crate::indicator::period::Period;
use crate::prepare::message::{Counted, Noun, Say, messages};
use crate::prepare::record::{Record, Records};
use crate::request::Language;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A region and a period.
pub(super) type Key = (String, Period);

/// How many figures of one indicator changed, and how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changes {
    /// New figures.
    pub added: usize,
    /// Figures with another number or answer than before, or no longer provisional.
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
    let mut changes = Changes::default();
    for (_, change) in changed(earlier, now) {
        match change {
            Change::Added => changes.added += 1,
            Change::Revised => changes.revised += 1,
            Change::Withheld => changes.withheld += 1,
            Change::Gone => changes.gone += 1,
        }
    }
    changes
}

/// What happened to one figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// It has another number or answer than before, or is no longer provisional.
    Revised,
    /// It is suppressed from now on.
    Withheld,
    /// It is there no more for another reason.
    Gone,
    /// It is new.
    Added,
}

/// What a record tells, where it has a number or an answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Told {
    /// Its numbers.
    pub(super) cells: [Option<f64>; MEASURES.len()],
    /// Whether they are not final.
    pub(super) provisional: bool,
}

/// What a record tells; `None` where it has no figure.
pub(super) fn told(record: &Record) -> Option<Told> {
    let cells = cells(record);
    let provisional = record.status == Some(Status::Provisional);
    cells.iter().any(Option::is_some).then_some(Told { cells, provisional })
}

/// The figures of an indicator that changed, in the order of regions and periods.
pub(super) fn changed<'a>(
    earlier: &'a Records,
    now: &'a Records,
) -> impl Iterator<Item = (&'a Key, Change)> {
    let keys: BTreeSet<&Key> = earlier.keys().chain(now.keys()).collect();
    keys.into_iter().filter_map(|key| {
        let record = now.get(key);
        let change = match (earlier.get(key).and_then(told), record.and_then(told)) {
            (None, None) => return None,
            (None, Some(_)) => Change::Added,
            (Some(before), Some(after)) if before == after => return None,
            (Some(_), Some(_)) => Change::Revised,
            (Some(_), None) if record.is_some_and(|r| r.status == Some(Status::Withheld)) => {
                Change::Withheld
            }
            (Some(_), None) => Change::Gone,
        };
        Some((key, change))
    })
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
