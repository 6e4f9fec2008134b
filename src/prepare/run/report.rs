// SPDX-License-Identifier: EUPL-1.2
//! What was done, for the person who answers for the figures: as text and as JSON.

use super::figures::{Figures, Summary};
use crate::indicator::observation::Status;
use crate::prepare::message::{Counted, Noun, Say, messages};
use crate::prepare::publish::changes::{self, Changes};
use crate::prepare::suppression::rule::{Rule, Suppressed};
use crate::prepare::warning::Warning;
use crate::request::Language;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

messages! {
    /// What stands in the report and at the end of a run.
    Line {
        // Whoever knows which figures are too small by themselves can narrow them down.
        Confidential => "Dit verslag is niet voor publicatie: het noemt welke cijfers zelf te klein zijn, en daarmee zijn ze dichter te benaderen.", "This report is not for publication: it names which figures are too small by themselves, and with that they can be narrowed down.";
        Prepared(rows: u64, indicators: usize, regions: usize, shown: usize) => "Cijfers voorbereid: {rows} rijen, {indicators} indicatoren met cijfers, {regions} regio's, {shown} cijfers getoond.", "Figures prepared: {rows} rows, {indicators} indicators with figures, {regions} regions, {shown} figures shown.";
        Suppressed(threshold: String) => "Achtergehouden (minder dan {threshold} personen, en wat dat anders verraadt)", "Suppressed (fewer than {threshold} persons, and what would disclose it)";
        SmallThreshold(reason: String) => "De drempel is lager dan 5. De reden: {reason}", "The threshold is below 5. The reason: {reason}";
        Protects(region: String, period: String) => " (beschermt {region} {period})", " (protects {region} {period})";
        Inexact => "Niet te maken op de gekozen indeling: een gemeente kreeg een deel van een gesplitste, of een andere ging er later in op. Grenscorrecties zijn nergens verrekend.", "Cannot be made for the municipalities of the reference year: a municipality received a part of one that was split, or another merged into it later. Corrections of borders are taken into account nowhere.";
        Changed => "Veranderd", "Changed";
        Note => "Let op", "Note";
        Read(files: Counted, rows: Counted) => "{files} gelezen, {rows}", "{files} read, {rows}";
        WithFigures(indicators: usize, with_figures: usize) => "{indicators} indicatoren, {with_figures} met cijfers", "{indicators} indicators, {with_figures} with figures";
        Shown(regions: usize, figures: usize) => "{regions} regio's, {figures} cijfers getoond", "{regions} regions, {figures} figures shown";
        SuppressedInAll(all: usize, complementary: usize) => "{all} cijfers achtergehouden, waarvan {complementary} om andere te beschermen", "{all} figures suppressed, {complementary} of them to protect others";
        Warned(warning: Warning) => "let op: {warning}", "note: {warning}";
        Written(files: Counted) => "{files} geschreven", "{files} written";
    }
}

/// The report as data.
#[derive(Debug, Serialize)]
pub struct Report {
    /// That it must stay where it is, and why.
    pub confidential: String,
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
    /// What is suppressed, by indicator.
    pub withheld: BTreeMap<String, Vec<Record>>,
    /// For which periods a municipality's figure could not be harmonised on the reference year, by
    /// region; every other one is exact but for corrections of borders.
    pub inexact: BTreeMap<String, BTreeSet<String>>,
    /// What changed against the figures that stood in place of the output, by indicator.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changes: Option<BTreeMap<String, Changes>>,
    /// What a person should know.
    pub warnings: Vec<String>,
    #[serde(skip)]
    language: Language,
}

/// One suppressed record.
#[derive(Debug, Serialize)]
pub struct Record {
    /// The region's code.
    pub region: String,
    /// The period.
    pub period: String,
    /// By which rule.
    pub rule: Rule,
    /// For whose sake it was suppressed, as region and period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub protects: Option<(String, String)>,
}

impl Report {
    /// Of figures that were prepared, in a language.
    pub fn of(figures: &Figures, language: Language) -> Self {
        let summary = &figures.summary;
        let record = |w: &Suppressed| Record {
            region: w.key.0.clone(),
            period: w.key.1.code(),
            rule: w.rule,
            protects: w.protects.as_ref().map(|(region, period)| (region.clone(), period.code())),
        };
        let lines = |w: &Vec<Suppressed>| w.iter().map(record).collect();
        let mut inexact: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for ((region, period), record) in figures.records.values().flatten() {
            if record.status == Some(Status::BorderChange) {
                inexact.entry(region.clone()).or_default().insert(period.code());
            }
        }
        Self {
            confidential: Line::Confidential.say(language),
            rows: summary.rows,
            indicators: summary.with_figures,
            regions: summary.regions,
            shown: summary.shown,
            threshold: figures.threshold,
            small: figures.small.clone(),
            withheld: summary.suppressed.iter().map(|(id, w)| (id.clone(), lines(w))).collect(),
            inexact,
            changes: summary.changes.clone(),
            warnings: summary.warnings.iter().map(|w| w.say(language)).collect(),
            language,
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
        let say = |line: Line| line.say(self.language);
        writeln!(text, "{}\n", self.confidential)?;
        let prepared = Line::Prepared(self.rows, self.indicators, self.regions, self.shown);
        writeln!(text, "{}", say(prepared))?;
        writeln!(text, "\n{}", say(Line::Suppressed(self.threshold.to_string())))?;
        if let Some(reason) = &self.small {
            writeln!(text, "{}", say(Line::SmallThreshold(reason.clone())))?;
        }
        for (id, lines) in &self.withheld {
            writeln!(text, "\n{id}: {}", lines.len())?;
            let mut by_rule: BTreeMap<Rule, Vec<&Record>> = BTreeMap::new();
            for line in lines {
                by_rule.entry(line.rule).or_default().push(line);
            }
            for (rule, lines) in by_rule {
                writeln!(text, "  {}: {}", rule.say(self.language), lines.len())?;
                for line in lines {
                    write!(text, "    {} {}", line.region, line.period)?;
                    if let Some((region, period)) = &line.protects {
                        text.push_str(&say(Line::Protects(region.clone(), period.clone())));
                    }
                    writeln!(text)?;
                }
            }
        }
        writeln!(text, "\n{}", say(Line::Inexact))?;
        for (region, periods) in &self.inexact {
            let periods: Vec<&str> = periods.iter().map(String::as_str).collect();
            writeln!(text, "  {region}: {}", periods.join(", "))?;
        }
        if let Some(changes) = &self.changes {
            writeln!(text, "\n{}", say(Line::Changed))?;
            for line in changes::lines(changes, usize::MAX) {
                writeln!(text, "  {}", line.say(self.language))?;
            }
        }
        if !self.warnings.is_empty() {
            writeln!(text, "\n{}", say(Line::Note))?;
        }
        for warning in &self.warnings {
            writeln!(text, "  {warning}")?;
        }
        Ok(())
    }
}

impl Summary {
    /// One line for each thing that a person wants to know at the end.
    pub fn text(&self, language: Language) -> String {
        let files = |count: usize| Counted(u64::try_from(count).unwrap_or(u64::MAX), Noun::File);
        let suppressed: usize = self.suppressed.values().map(Vec::len).sum();
        let complementary =
            self.suppressed.values().flatten().filter(|w| w.rule >= Rule::Denominator).count();
        let lines = [
            Line::Read(files(self.sources), Counted(self.rows, Noun::Row)),
            Line::WithFigures(self.indicators, self.with_figures),
            Line::Shown(self.regions, self.shown),
            Line::SuppressedInAll(suppressed, complementary),
        ];
        let mut lines: Vec<String> = lines.iter().map(|line| line.say(language)).collect();
        let changes = self.changes.iter().flat_map(|changes| changes::lines(changes, 20));
        lines.extend(changes.map(|line| line.say(language)));
        let warnings = self.warnings.iter().cloned().map(Line::Warned);
        lines.extend(warnings.map(|line| line.say(language)));
        if self.files > 0 {
            lines.push(Line::Written(files(self.files)).say(language));
        }
        lines.join("\n")
    }
}
