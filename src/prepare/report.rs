// SPDX-License-Identifier: EUPL-1.2
//! What was done, for the person who answers for the figures: as text and as JSON.

use super::publish::changes::{self, Changes};
use super::run::{Figures, Summary};
use super::suppression::rule::{Rule, Withheld};
use super::wording::counted;
use crate::indicator::observation::Status;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// Whoever knows which figures are too small by themselves can narrow them down.
const CONFIDENTIAL: &str = "Dit verslag is niet voor publicatie: het noemt welke cijfers zelf te \
    klein zijn, en daarmee zijn ze dichter te benaderen.";

/// The report as data.
#[derive(Debug, Serialize)]
pub struct Report {
    /// That it must stay where it is, and why.
    pub confidential: &'static str,
    /// Rows read.
    pub rows: u64,
    /// Indicators with figures.
    pub indicators: usize,
    /// Places.
    pub regions: usize,
    /// Records with a figure or an answer.
    pub shown: usize,
    /// The disclosure threshold.
    pub threshold: f64,
    /// Why the threshold is below 5.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub small: Option<String>,
    /// What is withheld, by indicator.
    pub withheld: BTreeMap<String, Vec<Line>>,
    /// For which periods a municipality's figure could not be rebuilt on the chosen division, by
    /// region; every other one is exact but for corrections of borders.
    pub inexact: BTreeMap<String, BTreeSet<String>>,
    /// What changed against the figures that stood in place of the output, by indicator.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changes: Option<BTreeMap<String, Changes>>,
    /// What a person should know.
    pub warnings: Vec<String>,
}

/// One withheld record.
#[derive(Debug, Serialize)]
pub struct Line {
    /// The region's code.
    pub region: String,
    /// The period.
    pub period: String,
    /// By which rule.
    pub rule: Rule,
    /// For whose sake it was given up, as region and period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub protects: Option<(String, String)>,
}

impl Report {
    /// Of figures that were prepared.
    pub fn of(figures: &Figures) -> Self {
        let summary = &figures.summary;
        let line = |w: &Withheld| Line {
            region: w.key.0.clone(),
            period: w.key.1.code(),
            rule: w.rule,
            protects: w.protects.as_ref().map(|(region, period)| (region.clone(), period.code())),
        };
        let lines = |w: &Vec<Withheld>| w.iter().map(line).collect();
        let mut inexact: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for ((region, period), record) in figures.records.values().flatten() {
            if record.status == Some(Status::BorderChange) {
                inexact.entry(region.clone()).or_default().insert(period.code());
            }
        }
        Self {
            confidential: CONFIDENTIAL,
            rows: summary.rows,
            indicators: summary.with_figures,
            regions: summary.regions,
            shown: summary.shown,
            threshold: figures.threshold,
            small: figures.small.clone(),
            withheld: summary.withheld.iter().map(|(id, w)| (id.clone(), lines(w))).collect(),
            inexact,
            changes: summary.changes.clone(),
            warnings: summary.warnings.clone(),
        }
    }

    /// To be read.
    pub fn text(&self) -> String {
        let mut text = String::new();
        // Writing to a text cannot fail.
        let _ = self.put(&mut text);
        text
    }

    fn put(&self, text: &mut String) -> std::fmt::Result {
        writeln!(text, "{}\n", self.confidential)?;
        writeln!(
            text,
            "Cijfers voorbereid: {} rijen, {} indicatoren met cijfers, {} regio's, {} cijfers getoond.",
            self.rows, self.indicators, self.regions, self.shown
        )?;
        writeln!(
            text,
            "\nAchtergehouden (minder dan {} personen, en wat dat anders verraadt)",
            self.threshold
        )?;
        if let Some(reason) = &self.small {
            writeln!(text, "De drempel is lager dan 5. De reden: {reason}")?;
        }
        for (id, lines) in &self.withheld {
            writeln!(text, "\n{id}: {}", lines.len())?;
            let mut by_rule: BTreeMap<Rule, Vec<&Line>> = BTreeMap::new();
            for line in lines {
                by_rule.entry(line.rule).or_default().push(line);
            }
            for (rule, lines) in by_rule {
                writeln!(text, "  {}: {}", rule.words(), lines.len())?;
                for line in lines {
                    write!(text, "    {} {}", line.region, line.period)?;
                    if let Some((region, period)) = &line.protects {
                        write!(text, " (beschermt {region} {period})")?;
                    }
                    writeln!(text)?;
                }
            }
        }
        writeln!(
            text,
            "\nNiet te maken op de gekozen indeling: een gemeente kreeg een deel van een gesplitste, \
             of een andere ging er later in op. Grenscorrecties zijn nergens verrekend."
        )?;
        for (region, periods) in &self.inexact {
            let periods: Vec<&str> = periods.iter().map(String::as_str).collect();
            writeln!(text, "  {region}: {}", periods.join(", "))?;
        }
        if let Some(changes) = &self.changes {
            writeln!(text, "\nVeranderd")?;
            for line in changes::lines(changes, usize::MAX) {
                writeln!(text, "  {line}")?;
            }
        }
        if !self.warnings.is_empty() {
            writeln!(text, "\nLet op")?;
        }
        for warning in &self.warnings {
            writeln!(text, "  {warning}")?;
        }
        Ok(())
    }
}

impl Summary {
    /// One line for each thing that a person wants to know at the end.
    pub fn text(&self) -> String {
        let withheld: usize = self.withheld.values().map(Vec::len).sum();
        let given_up =
            self.withheld.values().flatten().filter(|w| w.rule >= Rule::Denominator).count();
        let mut lines = vec![
            format!(
                "{} gelezen, {}",
                counted(self.sources as u64, "bestand", "bestanden"),
                counted(self.rows, "rij", "rijen")
            ),
            format!("{} indicatoren, {} met cijfers", self.indicators, self.with_figures),
            format!("{} regio's, {} cijfers getoond", self.regions, self.shown),
            format!(
                "{withheld} cijfers achtergehouden, waarvan {given_up} om andere te beschermen"
            ),
        ];
        lines.extend(self.changes.iter().flat_map(|changes| changes::lines(changes, 20)));
        lines.extend(self.warnings.iter().map(|w| format!("let op: {w}")));
        if self.files > 0 {
            let files = counted(self.files as u64, "bestand", "bestanden");
            lines.push(format!("{files} geschreven"));
        }
        lines.join("\n")
    }
}
