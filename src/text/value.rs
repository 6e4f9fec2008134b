// SPDX-License-Identifier: EUPL-1.2
//! Figures, intervals, periods and places in words.

use super::number::decimal;
use super::template::{fill, joined};
use super::words::Words;
use crate::indicator::definition::{Definition, Kind};
use crate::indicator::finding::{Absence, Estimate, Finding, Firmness, Interval, Outcome};
use crate::indicator::observation::Answer;
use crate::indicator::period::Period;
use crate::indicator::recent::RecentTrend;
use crate::indicator::region::{self, COUNTRY, Region};
use crate::stats::trend::Verdict;

impl Words {
    /// A value without its unit, save the per cent sign: "14,8%", "6,5", "29,7".
    pub fn bare(&self, definition: &Definition, value: f64) -> String {
        let mut text = decimal(self.language, value, decimals(definition, value));
        if definition.is_percentage() {
            text.push('%');
        }
        text
    }

    /// A value with its unit, beside a chart: "14,8%", "6,5 per 1.000", "29,7 jaar".
    pub fn value(&self, definition: &Definition, value: f64) -> String {
        self.with_unit(definition, &self.bare(definition, value), self.per_thousand)
    }

    /// A value in a sentence: "6,5 van de 1.000", where [`Words::value`] says "6,5 per 1.000".
    pub fn value_in_sentence(&self, definition: &Definition, value: f64) -> String {
        self.with_unit(definition, &self.bare(definition, value), self.of_thousand)
    }

    fn with_unit(&self, definition: &Definition, bare: &str, per_thousand: &str) -> String {
        match (definition.kind, &definition.unit) {
            (Kind::Rate, None) => fill(per_thousand, &[("value", bare)]),
            (Kind::Mean | Kind::Rate, Some(unit)) => {
                let mut text = bare.to_string();
                text.push('\u{a0}');
                text.push_str(self.pick(unit));
                text
            }
            _ => bare.to_string(),
        }
    }

    /// The unit alone, for the head of a column or an axis; empty where the sign says it.
    pub fn unit<'t>(&'t self, definition: &'t Definition) -> &'t str {
        match (definition.kind, &definition.unit) {
            (Kind::Rate, None) => self.per_thousand_unit,
            (Kind::Mean | Kind::Count | Kind::Rate, Some(unit)) => self.pick(unit),
            (Kind::Range, Some(unit)) if definition.is_count() => self.pick(unit),
            _ => "",
        }
    }

    /// An interval: "9,1 tot 12,4", with the per cent sign at its end.
    pub fn range(&self, definition: &Definition, interval: &Interval) -> String {
        self.between(definition, interval.lower, interval.upper)
    }

    /// The same of any two values.
    pub fn between(&self, definition: &Definition, lower: f64, upper: f64) -> String {
        let lower = decimal(self.language, lower, decimals(definition, lower));
        let upper = self.bare(definition, upper);
        fill(self.range, &[("lower", &lower), ("upper", &upper)])
    }

    /// A figure without its unit, as [`Words::bare`]; of a range both ends. `None` where there is
    /// no number.
    pub fn figure(&self, definition: &Definition, finding: &Finding) -> Option<String> {
        match &finding.outcome {
            Outcome::Shown(estimate) => Some(self.bare(definition, estimate.value)),
            Outcome::Between(range) => Some(self.between(definition, range.lower, range.upper)),
            _ => None,
        }
    }

    /// How firm a figure is, in a word; nothing of one that stands.
    pub fn firmness(&self, finding: &Finding) -> Option<&'static str> {
        match finding.firmness() {
            Firmness::Final => None,
            Firmness::Provisional => Some(self.provisional_short),
            Firmness::Estimated => Some(self.estimate_short),
        }
    }

    /// A count: "1.234".
    pub fn count(&self, count: f64) -> String {
        decimal(self.language, count, 0)
    }

    /// The counts behind a figure: "263 van de 1.480"; the one that is known, or nothing.
    pub fn counts(&self, estimate: &Estimate) -> Option<String> {
        let numerator = self.count(estimate.numerator?);
        let denominator = self.count(estimate.denominator?);
        Some(fill(self.counts, &[("numerator", &numerator), ("denominator", &denominator)]))
    }

    /// All that is to know of one region, in a line: name, value with unit, interval, counts and
    /// `judgement`; or why there is no number. The tooltip of a mark, and what a screen reader says of it.
    pub fn label(
        &self,
        definition: &Definition,
        region: &Region,
        finding: &Finding,
        judgement: Option<&str>,
    ) -> String {
        let mut parts = Vec::new();
        match &finding.outcome {
            Outcome::Shown(estimate) => {
                parts.push(self.value(definition, estimate.value));
                parts.extend(estimate.interval.map(|interval| {
                    let range = self.range(definition, &interval);
                    fill(self.interval, &[("range", &range)])
                }));
                parts.extend(self.counts(estimate));
                parts.extend(judgement.map(str::to_string));
            }
            Outcome::Between(range) => {
                parts.push(self.between(definition, range.lower, range.upper));
            }
            Outcome::Answered(answer) => parts.push(self.answer(*answer).to_string()),
            other => parts.extend(self.reason(other).map(str::to_string)),
        }
        if finding.firmness() == Firmness::Estimated {
            parts.push(self.estimate_short.to_string());
        }
        [&self.place_label(region), ": ", &joined(&parts, "; ")].concat()
    }

    /// A municipality's answer.
    pub fn answer(&self, answer: Answer) -> &'static str {
        match answer {
            Answer::Yes => self.yes,
            Answer::Preparation => self.preparation,
            Answer::No => self.no,
        }
    }

    /// Why nothing is shown, in a few words; `None` for a number or an answer.
    pub fn reason(&self, outcome: &Outcome) -> Option<&'static str> {
        match outcome {
            Outcome::Shown(_) | Outcome::Between(_) | Outcome::Answered(_) => None,
            Outcome::Withheld => Some(self.withheld_short),
            Outcome::Absent(Absence::Missing) => Some(self.missing_short),
            Outcome::Absent(Absence::BorderChange) => Some(self.border_change_short),
            Outcome::Absent(Absence::Incomplete) => Some(self.incomplete_short),
            Outcome::Absent(Absence::NotApplicable) => Some(self.not_applicable_short),
            Outcome::Absent(Absence::NotFetched) => Some(self.not_fetched_short),
        }
    }

    /// How a figure moved, in a few words.
    pub fn change(&self, definition: &Definition, recent: RecentTrend) -> &'static str {
        match (recent.better(definition.direction), recent.verdict) {
            (Some(true), _) => self.better_change,
            (Some(false), _) => self.worse_change,
            (None, Verdict::Increasing) => self.rise,
            (None, Verdict::Decreasing) => self.fall,
            (None, Verdict::NoChange | Verdict::CannotBeCalculated) => self.no_change,
        }
    }

    /// A place's name in a sentence.
    pub fn place(&self, region: &Region) -> String {
        match region.kind() {
            region::Kind::Country if region.code == COUNTRY => self.country.to_string(),
            region::Kind::Province => fill(self.province, &[("name", &region.name)]),
            region::Kind::Corop => fill(self.corop, &[("name", &region.name)]),
            _ => region.name.clone(),
        }
    }

    /// A place's name on a label or in a heading.
    pub fn place_label(&self, region: &Region) -> String {
        match region.kind() {
            region::Kind::Province => fill(self.province_label, &[("name", &region.name)]),
            region::Kind::Corop => fill(self.corop_label, &[("name", &region.name)]),
            _ => self.place(region),
        }
    }

    /// The same where it begins a line: with a capital.
    pub fn name(&self, region: &Region) -> String {
        capital(&self.place_label(region))
    }

    /// A period as a label: "2015", "2010-2015", "juli 2022".
    pub fn period(&self, period: Period) -> String {
        let ((first, month), (last, _)) = (period.start(), period.end());
        match period.months() {
            12 if month == 1 => first.to_string(),
            months if months % 12 == 0 && month == 1 => {
                [&*first.to_string(), "-", &last.to_string()].concat()
            }
            1 => self.month(first, month),
            _ => [&*self.month(first, month), " - ", &self.month(last, period.end().1)].concat(),
        }
    }

    fn month(&self, year: i32, month: i32) -> String {
        let name = usize::try_from(month - 1).ok().and_then(|m| self.months.get(m));
        [name.copied().unwrap_or_default(), " ", &year.to_string()].concat()
    }

    /// A period in a sentence: "in 2015", "in de periode 2010 tot en met 2015", "in juli 2022".
    pub fn in_period(&self, period: Period) -> String {
        let ((first, _), (last, _)) = (period.start(), period.end());
        if period.months() > 12 && first != last {
            fill(self.in_period, &[("first", &first.to_string()), ("last", &last.to_string())])
        } else {
            fill(self.in_year, &[("year", &self.period(period))])
        }
    }

    /// A date such as `2023-04-20` in words: "20 april 2023"; as it is when it is no date.
    pub fn date(&self, date: &str) -> String {
        let mut parts = date.split('-').map(str::parse::<i32>);
        match (parts.next(), parts.next(), parts.next()) {
            (Some(Ok(year)), Some(Ok(month @ 1..=12)), Some(Ok(day))) => {
                [&*day.to_string(), " ", &self.month(year, month)].concat()
            }
            (Some(Ok(year)), Some(Ok(month @ 1..=12)), None) => self.month(year, month),
            _ => date.to_string(),
        }
    }
}

/// How many decimals are shown. The ends of a range are round numbers that somebody said, and get
/// no zeros that nobody did.
pub fn decimals(definition: &Definition, value: f64) -> u8 {
    let is_round = definition.kind == Kind::Range && value.fract() == 0.0;
    if is_round { 0 } else { definition.decimals }
}

/// A name at the beginning of a sentence or a label.
///
/// ```
/// use kansrijke_start::text::value::capital;
/// assert_eq!(capital("provincie Utrecht"), "Provincie Utrecht");
/// assert_eq!(capital("’s-Hertogenbosch"), "’s-Hertogenbosch");
/// ```
pub fn capital(name: &str) -> String {
    let mut name = name.to_string();
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    name
}
