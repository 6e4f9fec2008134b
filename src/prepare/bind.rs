// SPDX-License-Identifier: EUPL-1.2
//! The rows of a file, by its recipe, to one raw record for each indicator, region and period.

use super::format::Sink;
use super::format::delimited::stem;
use super::gazetteer::{Found, Gazetteer};
use super::number::{self, Cell, Decimal, Refusal, trim};
use super::problem::Problem;
use super::recipe::{FileRecipe, Series};
use super::record::Record;
use super::when;
use crate::indicator::definition::Definition;
use crate::indicator::observation::{Answer, Status};
use crate::indicator::period::Period;
use std::collections::{BTreeMap, HashMap};
use std::ops::ControlFlow;

/// So many problems are told at once.
pub const MOST_PROBLEMS: usize = 20;

/// A record as a file has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Raw {
    /// What the row says.
    pub record: Record,
    /// The file.
    pub file: String,
    /// The row of its first number.
    pub row: u64,
}

/// Raw records by indicator, then region (of any division) and period.
pub type Raws = BTreeMap<String, BTreeMap<(String, Period), Raw>>;

/// The numbers of a record, by their place in a row of slots.
const NUMERATOR: usize = 0;
const DENOMINATOR: usize = 1;
const VALUE: usize = 2;
const LOWER: usize = 3;
const UPPER: usize = 4;
const SLOTS: usize = 5;

/// What has been read of one record.
#[derive(Clone, Debug, Default)]
struct Gathered {
    numbers: [f64; SLOTS],
    /// For each slot how many cells went into it.
    filled: [u16; SLOTS],
    withheld: bool,
    /// The slots of which a part is missing.
    absent: [bool; SLOTS],
    provisional: bool,
    row: u64,
    rows: u32,
    texts: Option<Box<Texts>>,
}

#[derive(Clone, Debug, Default)]
struct Texts {
    answer: Option<Answer>,
    status: Option<Status>,
    source: Option<String>,
    note: Option<String>,
}

/// A slot of a series that a column, or a measure, goes into.
#[derive(Clone, Copy, Debug)]
struct Target {
    series: usize,
    slot: usize,
    /// How many columns the slot is the sum of.
    of: u16,
    factor: f64,
}

/// Where things stand in a row.
#[derive(Debug, Default)]
struct Columns {
    region: Option<usize>,
    period: Option<usize>,
    only: Vec<(usize, Vec<String>)>,
    /// Columns with numbers.
    numbers: Vec<(usize, Target)>,
    /// In a file with a row for each measure: its column, the value's, and the attribute's.
    measure: Option<(usize, usize, Option<usize>)>,
    measures: Vec<(String, Target)>,
    /// For each series the columns of its texts.
    texts: Vec<TextColumns>,
}

#[derive(Debug, Default)]
struct TextColumns {
    indicator: Option<usize>,
    /// The indicator that no column names.
    fixed: Option<u32>,
    answer: Option<usize>,
    status: Option<usize>,
    source: Option<usize>,
    note: Option<usize>,
}

impl TextColumns {
    fn any(&self) -> bool {
        self.answer.is_some()
            || self.status.is_some()
            || self.source.is_some()
            || self.note.is_some()
    }
}

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

/// Every row looks up its region and period: the usual hash takes half of the time.
type Quick = std::hash::BuildHasherDefault<Mixed>;

/// Spreads short keys. Their number is bounded by what the tables of places and years know, so
/// there is nothing to attack.
#[derive(Clone, Copy, Debug, Default)]
pub struct Mixed(u64);

impl std::hash::Hasher for Mixed {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word.iter_mut().zip(chunk).for_each(|(to, from)| *to = *from);
            self.write_u64(u64::from_le_bytes(word));
        }
    }
    fn write_u64(&mut self, key: u64) {
        let mixed = (self.0 ^ key).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ (mixed >> 32);
    }
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
        let at = |wanted: &str| {
            let exact = headings.iter().position(|h| h == wanted);
            exact.or_else(|| headings.iter().position(|h| stem(h) == wanted))
        };
        let long = at("Measure").zip(at("Value")).map(|(m, v)| (m, v, at("ValueAttribute")));
        let mut columns = Columns { measure: long, ..Columns::default() };
        let mut absent = Vec::new();
        let mut need = |wanted: &str| {
            let found = at(wanted);
            if found.is_none() {
                absent.push(wanted.to_string());
            }
            found
        };
        columns.region = self.recipe.region.as_deref().and_then(&mut need);
        columns.period = self.recipe.period.as_deref().and_then(&mut need);
        for (column, texts) in &self.recipe.only {
            if let Some(at) = need(column) {
                columns.only.push((at, texts.iter().map(ToString::to_string).collect()));
            }
        }
        for (nth, series) in self.recipe.series.iter().enumerate() {
            for (slot, names) in numbers_of(series) {
                let factor = match slot {
                    NUMERATOR | DENOMINATOR => series.count_factor,
                    _ => series.factor,
                };
                let of = names.len() as u16;
                let target = Target { series: nth, slot, of, factor: factor.unwrap_or(1.0) };
                for name in names {
                    match (at(name), long) {
                        (Some(at), _) => columns.numbers.push((at, target)),
                        (None, Some(_)) => columns.measures.push((name.to_string(), target)),
                        (None, None) => {
                            need(name);
                        }
                    }
                }
            }
            let mut text = |name: &Option<String>| name.as_deref().and_then(&mut need);
            columns.texts.push(TextColumns {
                fixed: self
                    .definitions
                    .iter()
                    .position(|d| series.indicator.as_ref() == Some(&d.id))
                    .map(|i| i as u32),
                indicator: text(&series.indicator_column),
                answer: text(&series.answer),
                status: text(&series.status),
                source: text(&series.source),
                note: text(&series.note),
            });
        }
        self.columns = columns;
        self.headings = headings.to_vec();
        if absent.is_empty() {
            return ControlFlow::Continue(());
        }
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

/// The columns of each slot of a series.
fn numbers_of(series: &Series) -> Vec<(usize, Vec<&str>)> {
    [
        (NUMERATOR, series.numerator.as_ref().map(|t| t.iter().collect())),
        (DENOMINATOR, series.denominator.as_ref().map(|t| t.iter().collect())),
        (VALUE, series.value.as_deref().map(|n| vec![n])),
        (LOWER, series.lower.as_deref().map(|n| vec![n])),
        (UPPER, series.upper.as_deref().map(|n| vec![n])),
    ]
    .into_iter()
    .filter_map(|(slot, names)| Some((slot, names?)))
    .collect()
}

impl Gathered {
    fn record(&self) -> Record {
        let [x, n, value, lower, upper] = std::array::from_fn(|slot| {
            let filled = self.filled.get(slot).is_some_and(|f| *f > 0);
            let whole = self.absent.get(slot).is_some_and(|absent| !absent);
            self.numbers.get(slot).copied().filter(|_| filled && whole)
        });
        let texts = self.texts.as_deref().cloned().unwrap_or_default();
        let any = x.is_some() || value.is_some() || texts.answer.is_some();
        // A part that is withheld or missing makes the record so.
        let status = match texts.status {
            Some(status) => Some(status),
            None if self.withheld => Some(Status::Withheld),
            None if !any => Some(Status::Missing),
            None => self.provisional.then_some(Status::Provisional),
        };
        if matches!(status, Some(Status::Withheld | Status::Missing)) {
            return Record { source: texts.source, note: texts.note, status, ..Record::default() };
        }
        Record {
            value,
            numerator: x,
            denominator: n,
            lower,
            upper,
            answer: texts.answer,
            status,
            source: texts.source,
            note: texts.note,
        }
    }
}

/// Whether the numbers of a record can be true together.
fn sound(definition: &Definition, record: &Record) -> Result<(), (String, String)> {
    use crate::indicator::definition::Kind;
    let wrong = |found: String, expected: &str| Err((found, expected.to_string()));
    if let (Some(x), Some(n)) = (record.numerator, record.denominator) {
        if x > n {
            return wrong(
                format!("teller {x} boven noemer {n}"),
                "een teller die niet groter is dan de noemer",
            );
        }
        if n == 0.0 {
            return wrong("noemer 0".into(), "een noemer, of geen cijfer");
        }
    }
    let whole = |n: Option<f64>| n.is_none_or(|n| n.fract() == 0.0);
    if !whole(record.numerator) || !whole(record.denominator) {
        return wrong(
            "een aantal met decimalen".into(),
            "hele aantallen; zet percentages bij value",
        );
    }
    if matches!(definition.kind, Kind::Share | Kind::Presence)
        && let Some(value) = record.value.filter(|v| *v > 100.0)
    {
        return wrong(format!("{value} procent"), "ten hoogste 100 procent");
    }
    match (record.lower, record.upper, record.value) {
        (None, None, _) => {}
        (Some(l), Some(u), Some(v)) if l <= v && v <= u => {}
        _ => {
            return wrong(
                "grenzen waar de waarde niet tussen ligt".into(),
                "ondergrens, waarde, bovengrens",
            );
        }
    }
    if record.answer.is_some() && definition.kind != Kind::Presence {
        return wrong(
            "een antwoord".into(),
            "alleen antwoorden bij een indicator over aanwezigheid",
        );
    }
    Ok(())
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
