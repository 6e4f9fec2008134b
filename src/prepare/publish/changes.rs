// SPDX-License-Identifier: EUPL-1.2
//! What changed between the figures that stand in a folder and those that take their place.

use super::measure::cells;
use crate::indicator::observation::Status;
use crate::prepare::record::{Record, Records};
use crate::prepare::wording::counted;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// How many figures of one indicator changed, and how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Changes {
    /// New figures.
    pub added: usize,
    /// Figures with another number or answer than before.
    pub revised: usize,
    /// Figures that are withheld from now on.
    pub withheld: usize,
    /// Figures that are there no more for another reason.
    pub gone: usize,
}

impl Changes {
    fn add(self, other: Self) -> Self {
        Self {
            added: self.added + other.added,
            revised: self.revised + other.revised,
            withheld: self.withheld + other.withheld,
            gone: self.gone + other.gone,
        }
    }

    /// In words.
    pub fn words(self) -> String {
        let counts = [
            (self.added, "nieuw"),
            (self.revised, "herzien"),
            (self.withheld, "voortaan achtergehouden"),
            (self.gone, "vervallen"),
        ];
        let told = counts.iter().filter(|(count, _)| *count > 0);
        let told: Vec<String> = told.map(|(count, word)| format!("{count} {word}")).collect();
        told.join(", ")
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
pub fn lines(changes: &BTreeMap<String, Changes>, most: usize) -> Vec<String> {
    let all = changes.values().fold(Changes::default(), |all, one| all.add(*one));
    if all == Changes::default() {
        return vec!["geen veranderingen tegenover de vorige cijfers".into()];
    }
    let mut lines = vec![format!("tegenover de vorige cijfers: {}", all.words())];
    lines.extend(changes.iter().take(most).map(|(id, one)| format!("  {id}: {}", one.words())));
    if changes.len() > most {
        let others = (changes.len() - most) as u64;
        lines.push(format!("  en {}", counted(others, "andere indicator", "andere indicatoren")));
    }
    lines
}
