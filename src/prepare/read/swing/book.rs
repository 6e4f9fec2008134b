// SPDX-License-Identifier: EUPL-1.2
//! A workbook for Swing: its indicators, and its figures.

use super::cube::{self, Layout, Measure};
use super::figures;
use super::long;
use super::meaning::{self, Said};
use super::records::Records;
use crate::indicator::definition::{Definition, Kind};
use crate::prepare::geography::gazetteer::Gazetteer;
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::{MOST_PROBLEMS, Problem};
use crate::prepare::read::input::Progress;
use crate::prepare::read::outcome::{Read, nothing};
use crate::prepare::read::rows::RowReader;
use crate::prepare::read::sheet::{Feed, Long};
use crate::prepare::recipe::{FileRecipe, Series, Texts};
use crate::prepare::sourced::SourcedRecords;
use crate::prepare::warning::Warning;
use crate::prepare::workbook::{Workbook, address};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Whether a workbook is made for Swing, by the names of its sheets.
pub fn is_swing(workbook: &Workbook) -> bool {
    let has = |name: &str| workbook.sheets.iter().any(|s| s.name.eq_ignore_ascii_case(name));
    has("data") && (has("metadata") || has("indicators"))
}

/// The indicators of a workbook, with the id of each.
enum Indicators {
    Long(Vec<(String, Said, Kind)>),
    Cube(Layout, Vec<(String, Measure)>),
}

/// A workbook for Swing.
pub struct Swing {
    workbook: Workbook,
    data: Records,
    indicators: Indicators,
    /// The ids of indicators that the recipe has a definition of its own for.
    mapped: BTreeSet<String>,
    /// The codes of indicators that are not read.
    unread: Vec<String>,
}

impl Swing {
    /// Opens a workbook and reads what it says of its indicators.
    ///
    /// # Errors
    /// A workbook that cannot be read, or that is not made for Swing.
    pub fn open(path: &Path, recipe: &FileRecipe) -> Result<Self, Problem> {
        let mut workbook = Workbook::open(path)?;
        let file = workbook.name.clone();
        if !is_swing(&workbook) {
            return Err(Problem::file(&file, Found::BareWorkbook, Expected::WorkbookRecipe));
        }
        let mut named = |name: &str| Ok(workbook.named(name)?.map(Records::of));
        let data = named("data")?;
        let (metadata, indicators) = (named("metadata")?, named("indicators")?);
        let (described, labels) = (named("Data_def")?, named("Label_var")?);
        let Some(data) = data else {
            return Err(Problem::file(&file, Found::NoSheets, Expected::OpenWorkbook));
        };
        let place = address::sheet(&file, &data.sheet);
        let absent = |names: &Records, name: &str| {
            let names: Vec<&str> = names.names().collect();
            let expected = Expected::AlsoColumn(name.into());
            Problem::file(&place, Found::Headings(names.join(", ")), expected)
        };
        let mut ids = Ids { recipe, mapped: BTreeSet::new(), used: BTreeSet::new() };
        let (indicators, unread) = match (metadata, indicators) {
            (_, Some(indicators)) if data.column("NAAM").is_none() => {
                let layout = Layout::of(&data, described.as_ref());
                if let Some(name) = layout.lacking() {
                    return Err(absent(&data, name));
                }
                let (measures, unread) = cube::measures(&indicators, labels.as_ref(), &layout);
                let measures = measures.into_iter().map(|m| (ids.of(&m.said.code), m));
                (Indicators::Cube(layout, measures.collect()), unread)
            }
            (Some(metadata), _) => {
                if let Some(name) = long::DATA.into_iter().find(|n| data.column(n).is_none()) {
                    return Err(absent(&data, name));
                }
                let (mut known, mut unread) = (Vec::new(), Vec::new());
                for (said, kind) in long::indicators(&metadata) {
                    match kind {
                        Some(kind) => known.push((ids.of(&said.code), said, kind)),
                        None => unread.push(said.code),
                    }
                }
                (Indicators::Long(known), unread)
            }
            (None, _) => {
                return Err(Problem::file(&file, Found::BareWorkbook, Expected::WorkbookRecipe));
            }
        };
        Ok(Self { mapped: ids.mapped, workbook, data, indicators, unread })
    }

    /// The definitions of its indicators, as a catalogue has them; without those that a recipe
    /// gives another id.
    pub fn definitions(&self) -> Vec<toml::Table> {
        let file = &self.workbook.name;
        let all: Vec<(&String, &Said, Kind)> = match &self.indicators {
            Indicators::Long(known) => {
                known.iter().map(|(id, said, kind)| (id, said, *kind)).collect()
            }
            Indicators::Cube(_, measures) => {
                measures.iter().map(|(id, m)| (id, &m.said, m.kind)).collect()
            }
        };
        let own = all.into_iter().filter(|(id, ..)| !self.mapped.contains(*id));
        own.map(|(id, said, kind)| said.definition(id, kind, file)).collect()
    }

    /// Reads its figures. `definitions` has those of [`Swing::definitions`], too.
    ///
    /// # Errors
    /// What is wrong, up to twenty of it.
    pub(in crate::prepare::read) fn read(
        mut self,
        recipe: &FileRecipe,
        definitions: &[Definition],
        gazetteer: &Gazetteer<'_>,
        into: &mut SourcedRecords,
        progress: &Progress,
    ) -> Result<Read, Vec<Problem>> {
        progress.add(self.workbook.bytes);
        let file = self.workbook.name.clone();
        let place = address::sheet(&file, &self.data.sheet);
        let mut warnings = Vec::new();
        let rows = match &self.indicators {
            Indicators::Long(known) => {
                let ids = known
                    .iter()
                    .map(|(id, said, kind)| (said.code.to_lowercase(), (id.clone(), *kind)));
                let (rows, unknown) = long::rows(&self.data, &ids.collect());
                let unread =
                    |code: &String| self.unread.iter().any(|u| u.eq_ignore_ascii_case(code));
                let unknown: Vec<String> = unknown.into_iter().filter(|c| !unread(c)).collect();
                if !unknown.is_empty() {
                    warnings.push(Warning::NoMetadata(place.clone(), listed(&unknown)));
                }
                rows
            }
            Indicators::Cube(layout, measures) => {
                let mut totals = BTreeMap::new();
                for name in layout.dimensions() {
                    let items = self.workbook.named(name).map_err(|p| vec![p])?.map(Records::of);
                    totals.insert(name.to_string(), cube::totals(items.as_ref()));
                }
                let (rows, weighted) = figures::rows(&self.data, layout, &totals, measures);
                if !weighted.is_empty() {
                    warnings.push(Warning::Weighted(place.clone(), listed(&weighted)));
                }
                rows
            }
        };
        if !self.unread.is_empty() {
            warnings.push(Warning::UnreadFormulas(file.clone(), listed(&self.unread)));
        }
        let names = ["GEBIED", "PERIODE", "NAAM", "teller", "noemer", "waarde"];
        let long = Long { headings: names.map(str::to_string).to_vec(), rows };
        let recipe = FileRecipe {
            region: Some("GEBIED".into()),
            region_is: None,
            level: None,
            period: Some("PERIODE".into()),
            period_is: None,
            series: vec![Series {
                indicator_column: Some("NAAM".into()),
                numerator: Some(Texts::One("teller".into())),
                denominator: Some(Texts::One("noemer".into())),
                value: Some("waarde".into()),
                ..Series::default()
            }],
            only: BTreeMap::new(),
            ..recipe.clone()
        };
        let mut reader = RowReader::new(&recipe, definitions, gazetteer, &[]);
        reader.problems.file.clone_from(&place);
        reader.form = "swing";
        let feed = Feed { file: &file, sheet: &self.data.sheet, recipe: &recipe };
        let mut problems = Vec::new();
        match feed.give(&long, &mut reader) {
            Ok(more) => warnings.extend(more),
            Err(problem) => problems.push(problem),
        }
        if problems.is_empty() && reader.problems.list.is_empty() && reader.is_empty() {
            problems.push(nothing(&recipe, &reader));
        }
        let (tally, more) = reader.finish(into);
        problems.extend(more);
        problems.truncate(MOST_PROBLEMS);
        if !problems.is_empty() {
            return Err(problems);
        }
        let mut read = Read::of(1, tally, &place);
        read.warnings.extend(warnings);
        Ok(read)
    }
}

/// The ids of indicators by their codes.
struct Ids<'a> {
    recipe: &'a FileRecipe,
    mapped: BTreeSet<String>,
    used: BTreeSet<String>,
}

impl Ids<'_> {
    /// The id that a recipe gives a code, or its own; one that is used gets a number.
    fn of(&mut self, code: &str) -> String {
        let is_named = |series: &&Series| {
            let numerator = series.numerator.iter().flat_map(Texts::iter);
            numerator.chain(series.value.as_deref()).any(|name| name.eq_ignore_ascii_case(code))
        };
        let given = self.recipe.series.iter().find(is_named).and_then(|s| s.indicator.clone());
        if let Some(id) = given {
            self.mapped.insert(id.clone());
            return id;
        }
        let own = match meaning::id(code) {
            id if id.is_empty() => "swing".to_string(),
            id => id,
        };
        let mut id = own.clone();
        let mut number = 2;
        while !self.used.insert(id.clone()) {
            id = format!("{own}-{number}");
            number += 1;
        }
        id
    }
}

/// The first few of many names.
fn listed(names: &[String]) -> String {
    let first: Vec<&str> = names.iter().take(12).map(String::as_str).collect();
    let more = if names.len() > first.len() { " …" } else { "" };
    first.join(", ") + more
}
