// SPDX-License-Identifier: EUPL-1.2
//! Columns of figures and what they seem to be: counts with what they are counted of,
//! percentages, means.

use super::draft::{Draft, one_line, quoted};
use super::hint::Hint;
use super::meaning;
use super::profile::{ColumnProfile, TableProfile};
use crate::indicator::definition::Kind;
use crate::prepare::cell::number::{self, Decimal, trim};
use crate::prepare::problem::Problem;
use crate::prepare::read::format::Format;
use crate::prepare::read::format::{Sink, odata};
use crate::prepare::read::input::Input;
use crate::prepare::recipe::catalogue::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::path::Path;

/// What stands where the id of an indicator should.
const CHOOSE: &str = "KIES-EEN-ID";

/// A column of figures, or a measure.
pub(super) struct Figures {
    /// How a recipe names it.
    name: String,
    /// What it is called.
    title: String,
    /// Its numbers, by row, or by place and period.
    numbers: BTreeMap<String, f64>,
}

impl Figures {
    /// Of a column.
    pub(super) fn column(column: &ColumnProfile, rows: &[&csv::StringRecord]) -> Self {
        let cells = rows
            .iter()
            .enumerate()
            .map(|(row, fields)| (row.to_string(), fields.get(column.at).map_or("", trim)));
        Self { name: column.name.clone(), title: column.name.clone(), numbers: numbers(cells) }
    }

    /// Of a measure, whose numbers stand in rows of their own.
    pub(super) fn measure(
        code: String,
        title: String,
        measures: &ColumnProfile,
        table: &TableProfile,
    ) -> Self {
        let value = table.columns.iter().find(|c| c.name == "Value").map(|c| c.at);
        let aside = ["Id", "Measure", "Value", "ValueAttribute", "StringValue"];
        let keys: Vec<usize> = table
            .columns
            .iter()
            .filter(|c| !aside.contains(&c.name.as_str()))
            .map(|c| c.at)
            .collect();
        let own = |row: &&csv::StringRecord| row.get(measures.at).map(trim) == Some(code.as_str());
        let cells = table.rows.iter().filter(own).map(|row| {
            let key: Vec<&str> = keys.iter().filter_map(|at| row.get(*at)).collect();
            (key.join(" "), value.and_then(|at| row.get(at)).map_or("", trim))
        });
        Self { numbers: numbers(cells), name: code, title }
    }

    /// Whether all numbers are whole, and none is called a percentage.
    fn is_count(&self) -> bool {
        let whole = self.numbers.values().all(|n| n.fract() == 0.0);
        whole && !self.numbers.is_empty() && !meaning::is_fraction(&self.title)
    }

    /// Whether this counts everyone of whom another counts some: nowhere below it.
    fn holds(&self, part: &Self) -> bool {
        let mut both = 0;
        let holds = part.numbers.iter().all(|(key, n)| match self.numbers.get(key) {
            Some(whole) => {
                both += 1;
                whole >= n
            }
            None => true,
        });
        holds && both > 0
    }
}

fn numbers<'t>(cells: impl Iterator<Item = (String, &'t str)>) -> BTreeMap<String, f64> {
    let read = |text: &str| {
        // Thousands and decimals that cannot be told apart are not whole numbers for sure.
        number::read(text, None).or_else(|_| number::read(text, Some(Decimal::Comma))).ok()
    };
    cells.filter_map(|(key, text)| Some((key, read(text)?))).collect()
}

/// The titles of measures, from the table of codes that lies beside the file; a measure without
/// one keeps its code.
pub(super) fn titles(path: &Path, codes: &BTreeSet<String>) -> Vec<(String, String)> {
    struct Titles(Option<(usize, usize)>, BTreeMap<String, String>);
    impl Sink for Titles {
        fn headings(&mut self, headings: &[String]) -> ControlFlow<()> {
            let at = |name: &str| headings.iter().position(|h| h == name);
            self.0 = at("Identifier").zip(at("Title"));
            if self.0.is_none() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        }
        fn row(&mut self, _: u64, fields: &csv::StringRecord) -> ControlFlow<()> {
            if let Some((code, title)) = self.0
                && let Some((code, title)) = fields.get(code).zip(fields.get(title))
            {
                self.1.insert(trim(code).to_string(), trim(title).to_string());
            }
            ControlFlow::Continue(())
        }
        fn problem(&mut self, _: Problem) -> ControlFlow<()> {
            ControlFlow::Continue(())
        }
    }
    let mut titles = Titles(None, BTreeMap::new());
    if let Ok(input) = Input::open(&path.with_file_name("measure-codes.json")) {
        // Titles are a help; a table of them that cannot be read is none.
        let _ = odata::Observations.read(&input, &mut titles);
    }
    let title = |code: &String| titles.1.get(code).unwrap_or(code).clone();
    codes.iter().map(|code| (code.clone(), title(code))).collect()
}

/// Puts the series of all figures into a recipe. Whether every one has an indicator.
pub(super) fn propose(draft: &mut Draft, all: &[Figures], catalogue: &[Entry]) -> bool {
    let mut proposed: BTreeSet<&str> = BTreeSet::new();
    let mut used: BTreeSet<&str> = BTreeSet::new();
    let mut known = Vec::new();
    for figures in all {
        if let Some((entry, is_id)) = meaning::indicator(&figures.title, catalogue) {
            known.push((figures, entry, is_id));
        }
    }
    // The id itself before a name that is like it, counts before what follows from them.
    known.sort_by_key(|(figures, entry, is_id)| {
        (!is_id, !figures.is_count(), entry.definition.kind == Kind::Count)
    });
    for (figures, entry, is_id) in &known {
        let id = entry.definition.id.as_str();
        if used.contains(figures.name.as_str()) || !proposed.insert(id) {
            continue;
        }
        used.insert(&figures.name);
        let whole = whole_of(figures, all);
        let is_share = matches!(entry.definition.kind, Kind::Share | Kind::Rate);
        used.extend(whole.filter(|_| is_share).map(|w| w.name.as_str()));
        draft.line("");
        draft.line("[[file.series]]");
        let line = format!("indicator = {}", quoted(id));
        match is_id {
            true => draft.line(line),
            false => draft.remarked(line, &Hint::NameOfColumn),
        }
        numbers_of(draft, figures, whole, entry.definition.kind);
    }
    let is_left = |f: &&Figures| !used.contains(f.name.as_str());
    let mut rest: Vec<&Figures> = all.iter().filter(is_left).collect();
    if proposed.is_empty() {
        // A pair of counts says most.
        let paired = rest.iter().position(|f| total_of(f, all).is_some()).unwrap_or(0);
        if let Some(figures) = rest.get(paired).copied() {
            draft.line("");
            draft.line("[[file.series]]");
            draft.task(format!("indicator = \"{CHOOSE}\""), &Hint::ChooseId);
            let whole = total_of(figures, all);
            let kind = if whole.is_some() { Kind::Share } else { Kind::Mean };
            numbers_of(draft, figures, whole, kind);
            rest.retain(|f| f.name != figures.name && whole.is_none_or(|w| w.name != f.name));
        }
    }
    let others: Vec<String> =
        rest.iter()
            .map(|f| {
                if f.name == f.title { f.name.clone() } else { format!("{} ({})", f.name, f.title) }
            })
            .collect();
    if !others.is_empty() {
        draft.line("");
        draft.remark(&Hint::OtherColumns(one_line(&others.join(", "))));
    }
    !proposed.is_empty()
}

/// The columns of one series.
fn numbers_of(draft: &mut Draft, figures: &Figures, whole: Option<&Figures>, kind: Kind) {
    let name = quoted(&figures.name);
    match (kind, whole) {
        (Kind::Count, _) => draft.line(format!("numerator = {name}")),
        (Kind::Share | Kind::Rate, Some(whole)) => {
            draft.line(format!("numerator = {name}"));
            draft.line(format!("denominator = {}", quoted(&whole.name)));
        }
        (Kind::Share | Kind::Rate, None) if figures.is_count() => {
            draft.task(format!("value = {name}"), &Hint::WholeNumbers)
        }
        _ => {
            draft.line(format!("value = {name}"));
            let fraction = figures.numbers.values().all(|n| *n <= 1.0);
            if kind == Kind::Share && fraction && figures.numbers.values().any(|n| *n > 0.0) {
                draft.remarked("factor = 100", &Hint::Fractions);
            }
        }
    }
}

/// What a count is counted of: what [`total_of`] finds, or the only other count that is nowhere
/// below it.
fn whole_of<'f>(figures: &'f Figures, all: &'f [Figures]) -> Option<&'f Figures> {
    let mut larger = counts(figures, all);
    let lone = larger.next().filter(|_| larger.next().is_none());
    total_of(figures, all).or_else(|| lone.filter(|_| !meaning::is_whole(&figures.title)))
}

/// The total of a count by its name: its own with a word for a total, or one that is called so.
fn total_of<'f>(figures: &'f Figures, all: &'f [Figures]) -> Option<&'f Figures> {
    let title = figures.title.to_lowercase();
    let named = counts(figures, all).find(|other| {
        let other = other.title.to_lowercase();
        ["totaal", "noemer", "n"]
            .iter()
            .any(|word| other == format!("{word}_{title}") || other == format!("{title}_{word}"))
    });
    let mut called = counts(figures, all).filter(|other| meaning::is_whole(&other.title));
    named.or_else(|| called.next().filter(|_| called.next().is_none()))
}

/// The other counts that are nowhere below a count.
fn counts<'f>(figures: &'f Figures, all: &'f [Figures]) -> impl Iterator<Item = &'f Figures> {
    let is_count = figures.is_count();
    let others = all.iter().filter(move |other| is_count && other.name != figures.name);
    others.filter(|other| other.is_count() && other.holds(figures))
}
