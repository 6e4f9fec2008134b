// SPDX-License-Identifier: EUPL-1.2
//! The rows of a file, by its recipe, to one raw record for each indicator, region and period.

use super::columns::{Columns, Target};
use super::format::Sink;
use super::gather::{Gathered, Quick, Texts, sound};
pub use super::gather::{Raw, Raws};
use super::gazetteer::{Found, Gazetteer};
use super::number::{self, Cell, Decimal, Refusal, trim};
use super::problem::Problem;
use super::recipe::FileRecipe;
use super::when;
use crate::indicator::definition::Definition;
use crate::indicator::observation::{Answer, Status};
use crate::indicator::period::Period;
use std::collections::HashMap;
use std::ops::ControlFlow;

/// So many problems are told at once.
pub const MOST_PROBLEMS: usize = 20;

/// What a region column's text turned out to be.
#[derive(Clone, Debug)]
enum Place {
    Known(u32),
    Skipped,
    Wrong(String, String),
}

/// Takes the rows of the files of one entry of a recipe.
pub struct Binder<'a> {
    recipe: &'a FileRecipe,
    definitions: &'a [Definition],
    gazetteer: &'a Gazetteer<'a>,
    /// Periods that a table of codes calls provisional.
    provisional: &'a [Period],
    /// The file that is being read.
    pub file: String,
    /// The decimal sign, once known.
    pub decimal: Option<Decimal>,
    /// Whether a number was found whose sign must be learned from the whole file first.
    pub undecided: bool,
    /// What is wrong.
    pub problems: Vec<Problem>,
    /// Rows read.
    pub rows: u64,
    /// Rows of places that are not published, and of unknown places without a figure.
    pub skipped: u64,
    columns: Columns,
    headings: Vec<String>,
    places: HashMap<String, Place, Quick>,
    codes: Vec<String>,
    periods: HashMap<String, Option<(u32, bool)>, Quick>,
    period_list: Vec<Period>,
    indicators: HashMap<String, Option<u32>>,
    gathered: HashMap<u64, Gathered, Quick>,
}

impl<'a> Binder<'a> {
    /// For one entry of a recipe.
    pub fn new(
        recipe: &'a FileRecipe,
        definitions: &'a [Definition],
        gazetteer: &'a Gazetteer<'a>,
        provisional: &'a [Period],
    ) -> Self {
        Self {
            recipe,
            definitions,
            gazetteer,
            provisional,
            file: String::new(),
            decimal: recipe.decimal,
            undecided: false,
            problems: Vec::new(),
            rows: 0,
            skipped: 0,
            columns: Columns::default(),
            headings: Vec::new(),
            places: HashMap::default(),
            codes: Vec::new(),
            periods: HashMap::default(),
            period_list: Vec::new(),
            indicators: HashMap::new(),
            gathered: HashMap::default(),
        }
    }

    fn wrong(&mut self, problem: Problem) -> ControlFlow<()> {
        self.problems.push(problem);
        if self.problems.len() >= MOST_PROBLEMS {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }

    fn heading(&self, at: usize) -> &str {
        self.headings.get(at).map_or("", String::as_str)
    }

    fn place(&mut self, text: &str) -> Place {
        if let Some(place) = self.places.get(text) {
            return place.clone();
        }
        let ignored = self.recipe.ignore.iter().any(|i| i == trim(text));
        let found = self.gazetteer.find(text, self.recipe.level);
        let place = match found {
            _ if ignored => Place::Skipped,
            Found::Code(code) => {
                let at = self.codes.iter().position(|c| *c == code).unwrap_or_else(|| {
                    self.codes.push(code);
                    self.codes.len() - 1
                });
                Place::Known(at as u32)
            }
            Found::Other => Place::Skipped,
            Found::Several(codes) => Place::Wrong(
                format!("\"{}\", de naam van {}", trim(text), codes.join(" en ")),
                "een code, of level = \"municipality\" in het recept".into(),
            ),
            Found::Unknown if self.recipe.skip_unknown => Place::Skipped,
            Found::Unknown => Place::Wrong(
                format!("\"{}\"", trim(text)),
                "de code of naam van een gemeente, GGD-regio, provincie of Nederland; andere rijen vervallen met ignore of skip_unknown = true".into(),
            ),
        };
        // Unknown places that are skipped could be of any number.
        if self.places.len() < 100_000 {
            self.places.insert(text.to_string(), place.clone());
        }
        place
    }

    fn period(&mut self, text: &str) -> Option<(u32, bool)> {
        if let Some(known) = self.periods.get(text) {
            return *known;
        }
        let found = when::read(text).map(|(period, starred)| {
            let at = self.period_list.iter().position(|p| *p == period).unwrap_or_else(|| {
                self.period_list.push(period);
                self.period_list.len() - 1
            });
            (at as u32, starred || self.provisional.contains(&period))
        });
        self.periods.insert(text.to_string(), found);
        found
    }

    fn series(&mut self, series: usize, fields: &csv::StringRecord) -> Option<u32> {
        let texts = self.columns.texts.get(series)?;
        let Some(at) = texts.indicator else {
            return texts.fixed;
        };
        let id = trim(fields.get(at)?);
        if let Some(known) = self.indicators.get(id) {
            return *known;
        }
        let found = self.definitions.iter().position(|d| d.id == id).map(|i| i as u32);
        self.indicators.insert(id.to_string(), found);
        found
    }

    fn slot(&mut self, indicator: u32, place: u32, period: u32) -> &mut Gathered {
        let key = u64::from(indicator) << 48 | u64::from(period) << 32 | u64::from(place);
        self.gathered.entry(key).or_default()
    }

    /// Puts a number into a record.
    fn put(
        &mut self,
        number: u64,
        (indicator, place, period): (u32, u32, u32),
        column: usize,
        target: Target,
        text: &str,
    ) -> ControlFlow<()> {
        let cell = match number::read(text, self.decimal) {
            Ok(cell) => cell,
            Err(Refusal::Ambiguous) => {
                self.undecided = true;
                return ControlFlow::Break(());
            }
            Err(Refusal::NotANumber) => {
                let expected = match self.decimal {
                    Some(Decimal::Comma) => "een getal met een decimale komma",
                    Some(Decimal::Point) => "een getal met een decimale punt",
                    None => "een getal",
                };
                let heading = self.heading(column).to_string();
                let found = format!("\"{}\"", trim(text));
                let file = self.file.clone();
                return self.wrong(Problem::cell(&file, number, &heading, found, expected));
            }
        };
        // Signs that this file must be consistent about are learned before any is used.
        if self.decimal.is_none() && number::evidence(text).is_some() {
            self.undecided = true;
            return ControlFlow::Break(());
        }
        let sum = self.recipe.sum;
        let of = target.of;
        let gathered = self.slot(indicator, place, period);
        if gathered.rows == 0 {
            gathered.row = number;
            gathered.rows = 1;
        }
        match cell {
            Cell::Missing => {
                if let Some(absent) = gathered.absent.get_mut(target.slot) {
                    *absent = true;
                }
            }
            Cell::Withheld => gathered.withheld = true,
            Cell::Number(n) if n < 0.0 => {
                let found = format!("\"{}\"", trim(text));
                let (file, heading) = (self.file.clone(), self.heading(column).to_string());
                return self.wrong(Problem::cell(
                    &file,
                    number,
                    &heading,
                    found,
                    "geen getal onder nul",
                ));
            }
            Cell::Number(n) => {
                let (Some(slot), Some(filled)) =
                    (gathered.numbers.get_mut(target.slot), gathered.filled.get_mut(target.slot))
                else {
                    return ControlFlow::Continue(());
                };
                if *filled >= of && !sum {
                    let (row, heading) = (gathered.row, self.heading(column).to_string());
                    let code = self.codes.get(place as usize).cloned().unwrap_or_default();
                    let period = self.period_list.get(period as usize).map(|p| p.code());
                    let found = format!(
                        "nog een cijfer van {code} in {} (het eerste staat in rij {row})",
                        period.unwrap_or_default()
                    );
                    let file = self.file.clone();
                    return self.wrong(Problem::cell(
                        &file,
                        number,
                        &heading,
                        found,
                        "elke regio en periode eenmaal; kies rijen met [file.where], of tel ze op met sum = true",
                    ));
                }
                *slot += n * target.factor;
                *filled = filled.saturating_add(1);
            }
        }
        ControlFlow::Continue(())
    }

    /// The texts of a row that belong to a record.
    fn put_texts(
        &mut self,
        number: u64,
        key: (u32, u32, u32),
        series: usize,
        fields: &csv::StringRecord,
    ) -> ControlFlow<()> {
        let Some(columns) = self.columns.texts.get(series).filter(|c| c.any()) else {
            return ControlFlow::Continue(());
        };
        let text = |at: Option<usize>| at.and_then(|at| fields.get(at)).map_or("", trim);
        let own = |at: Option<usize>| Some(text(at).to_string()).filter(|t| !t.is_empty());
        let answer = match text(columns.answer).to_lowercase().as_str() {
            "" => Ok(None),
            "yes" | "ja" => Ok(Some(Answer::Yes)),
            "preparation" | "in voorbereiding" => Ok(Some(Answer::Preparation)),
            "no" | "nee" => Ok(Some(Answer::No)),
            _ => Err((columns.answer, "yes, preparation of no")),
        };
        let status = match text(columns.status) {
            "" => Ok(None),
            "provisional" => Ok(Some(Status::Provisional)),
            "missing" => Ok(Some(Status::Missing)),
            "withheld" => Ok(Some(Status::Withheld)),
            _ => Err((columns.status, "leeg, provisional, missing of withheld")),
        };
        let (source, note) = (own(columns.source), own(columns.note));
        let (answer, status) = match (answer, status) {
            (Ok(answer), Ok(status)) => (answer, status),
            (Err((at, expected)), _) | (_, Err((at, expected))) => {
                let heading = at.map(|at| self.heading(at).to_string()).unwrap_or_default();
                let found = format!("\"{}\"", text(at));
                let file = self.file.clone();
                return self.wrong(Problem::cell(&file, number, &heading, found, expected));
            }
        };
        let gathered = self.slot(key.0, key.1, key.2);
        if gathered.rows == 0 {
            gathered.row = number;
            gathered.rows = 1;
        }
        let first = gathered.texts.is_none();
        let row = gathered.row;
        gathered.texts = Some(Box::new(Texts { answer, status, source, note }));
        if first || self.recipe.sum {
            return ControlFlow::Continue(());
        }
        let found =
            format!("nog een cijfer van dezelfde regio en periode (het eerste staat in rij {row})");
        let file = self.file.clone();
        self.wrong(Problem::row(&file, number, found, "elke regio en periode eenmaal"))
    }

    /// The records, with what is wrong with them as a whole.
    pub fn finish(mut self, into: &mut Raws) -> (u64, u64, Vec<Problem>) {
        let mut gathered: Vec<(u64, Gathered)> = self.gathered.drain().collect();
        gathered.sort_unstable_by_key(|(key, g)| (g.row, *key));
        for (key, gathered) in gathered {
            if self.problems.len() >= MOST_PROBLEMS {
                break;
            }
            let (indicator, period, place) =
                ((key >> 48) as usize, (key >> 32 & 0xffff) as usize, key as u32 as usize);
            let (Some(definition), Some(period), Some(code)) = (
                self.definitions.get(indicator),
                self.period_list.get(period),
                self.codes.get(place),
            ) else {
                continue;
            };
            let raw = Raw { record: gathered.record(), file: self.file.clone(), row: gathered.row };
            if let Err((found, expected)) = sound(definition, &raw.record) {
                let found = format!("{}, {code}, {}: {found}", definition.id, period.code());
                self.problems.push(Problem::row(&self.file, raw.row, found, expected));
                continue;
            }
            let records = into.entry(definition.id.clone()).or_default();
            match records.get(&(code.clone(), *period)) {
                Some(other) if other.record != raw.record => {
                    let found = format!(
                        "een ander cijfer van {}, {code}, {}",
                        definition.id,
                        period.code()
                    );
                    let expected = format!("hetzelfde als in {}, rij {}", other.file, other.row);
                    self.problems.push(Problem::row(&self.file, raw.row, found, expected));
                }
                Some(_) => {}
                None => {
                    records.insert((code.clone(), *period), raw);
                }
            }
        }
        (self.rows, self.skipped, self.problems)
    }

    fn locate(&mut self, headings: &[String]) -> ControlFlow<()> {
        self.headings = headings.to_vec();
        let absent = match Columns::locate(self.recipe, self.definitions, headings) {
            Ok(columns) => {
                self.columns = columns;
                return ControlFlow::Continue(());
            }
            Err(absent) => absent,
        };
        for name in absent {
            let mut found = headings.join(", ");
            if found.chars().count() > 200 {
                found = found.chars().take(200).chain(['…']).collect();
            }
            let file = self.file.clone();
            let _ = self.wrong(Problem::file(
                &file,
                format!("de kolommen {found}"),
                format!("ook een kolom {name}"),
            ));
        }
        ControlFlow::Break(())
    }
}

impl Sink for Binder<'_> {
    fn headings(&mut self, headings: &[String]) -> ControlFlow<()> {
        self.locate(headings)
    }

    fn problem(&mut self, problem: Problem) -> ControlFlow<()> {
        self.wrong(problem)
    }

    fn row(&mut self, number: u64, fields: &csv::StringRecord) -> ControlFlow<()> {
        self.rows += 1;
        let skip = self.columns.only.iter().any(|(at, texts)| {
            let text = fields.get(*at).map_or("", trim);
            !texts.iter().any(|t| t == text)
        });
        if skip {
            return ControlFlow::Continue(());
        }
        let recipe = self.recipe;
        let region = match self.columns.region {
            Some(at) => fields.get(at).unwrap_or_default(),
            None => recipe.region_is.as_deref().unwrap_or_default(),
        };
        let place = match self.place(region) {
            Place::Known(place) => place,
            Place::Skipped => {
                self.skipped += 1;
                return ControlFlow::Continue(());
            }
            Place::Wrong(found, expected) => {
                // A municipality that is no more, and of which the file says nothing.
                if self.says_nothing(fields) {
                    self.skipped += 1;
                    return ControlFlow::Continue(());
                }
                let heading = recipe.region.clone().unwrap_or_else(|| "region_is".into());
                let file = self.file.clone();
                return self.wrong(Problem::cell(&file, number, &heading, found, expected));
            }
        };
        let when = match self.columns.period {
            Some(at) => fields.get(at).unwrap_or_default(),
            None => recipe.period_is.as_deref().unwrap_or_default(),
        };
        let Some((period, provisional)) = self.period(when) else {
            let heading = recipe.period.clone().unwrap_or_else(|| "period_is".into());
            let found = format!("\"{}\"", trim(when));
            let file = self.file.clone();
            return self.wrong(Problem::cell(
                &file,
                number,
                &heading,
                found,
                "een jaar, 2019-2023, een kwartaal of een maand",
            ));
        };
        for series in 0..self.columns.texts.len() {
            let Some(indicator) = self.series(series, fields) else {
                let at = self.columns.texts.get(series).and_then(|t| t.indicator);
                let found = at.and_then(|at| fields.get(at)).map_or("", trim);
                let found = format!("\"{found}\"");
                let heading = at.map(|at| self.heading(at).to_string()).unwrap_or_default();
                let file = self.file.clone();
                return self.wrong(Problem::cell(
                    &file,
                    number,
                    &heading,
                    found,
                    "een indicator van de catalogus",
                ));
            };
            let key = (indicator, place, period);
            self.put_texts(number, key, series, fields)?;
            for nth in 0..self.columns.numbers.len() {
                let Some((column, target)) = self.columns.numbers.get(nth).copied() else {
                    continue;
                };
                if target.series == series {
                    self.put(number, key, column, target, fields.get(column).unwrap_or_default())?;
                }
            }
            if let Some((measure, value, attribute)) = self.columns.measure {
                let name = fields.get(measure).map_or("", trim);
                let target =
                    self.columns.measures.iter().find(|(m, t)| m == name && t.series == series);
                if let Some((_, target)) = target {
                    let target = *target;
                    // Whatever the attribute says but "None", there is no value.
                    let said = attribute.and_then(|at| fields.get(at)).map_or("None", trim);
                    let text =
                        if said == "None" { fields.get(value).unwrap_or_default() } else { "" };
                    self.put(number, key, value, target, text)?;
                }
            }
            if provisional {
                self.slot(indicator, place, period).provisional = true;
            }
        }
        ControlFlow::Continue(())
    }
}

impl Binder<'_> {
    /// The columns with numbers.
    pub fn number_columns(&self) -> Vec<usize> {
        let long = self.columns.measure.map(|(_, value, _)| value);
        self.columns.numbers.iter().map(|(at, _)| *at).chain(long).collect()
    }

    fn says_nothing(&self, fields: &csv::StringRecord) -> bool {
        self.number_columns().into_iter().all(|at| {
            let text = fields.get(at).unwrap_or_default();
            matches!(number::read(text, self.decimal), Ok(Cell::Missing))
        })
    }
}
