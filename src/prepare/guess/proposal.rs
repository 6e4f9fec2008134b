// SPDX-License-Identifier: EUPL-1.2
//! A first recipe for a file that is recognised: what its columns seem to be.

use super::columns::{Guess, cell};
use super::draft::{Draft, one_line, quoted};
use super::figures::{self, Figures};
use super::hint::Hint;
use super::profile::{ColumnProfile, TableProfile};
use super::workbook::{self as sheets, Grid};
use crate::indicator::definition::Definition;
use crate::prepare::cell::garbled;
use crate::prepare::cell::number::{self, Decimal, Refusal};
use crate::prepare::cell::sign::{self, Sign};
use crate::prepare::geography::gazetteer::{Found, Gazetteer};
use crate::prepare::message::{self, Expected, Say};
use crate::prepare::problem::Problem;
use crate::prepare::read::entry;
use crate::prepare::read::input::{Input, Progress};
use crate::prepare::read::swing;
use crate::prepare::recipe::Recipe;
use crate::prepare::recipe::catalogue::Entry;
use crate::prepare::recipe::level::Level;
use crate::prepare::sourced::SourcedRecords;
use crate::prepare::workbook::{self, Workbook};
use crate::request::Language;
use std::collections::BTreeSet;
use std::path::Path;

/// More regions to leave out than this are not named one by one.
const MOST_IGNORED: usize = 12;

/// Proposes a recipe, with what is left to do above it: nothing where it can be used as it is.
///
/// # Errors
/// A file that cannot be read, is not recognised, or has no column of figures.
pub fn guess(
    path: &Path,
    catalogue: &[Entry],
    gazetteer: &Gazetteer<'_>,
    language: Language,
) -> Result<String, Problem> {
    if workbook::is_workbook(path) {
        return of_workbook(path, catalogue, gazetteer, language);
    }
    let input = Input::open(path)?;
    let table = TableProfile::of(&input, gazetteer)?;
    let mut draft = Draft::new(language);
    let form = format!("format = {}", quoted(table.form));
    let is_known = of_table(&mut draft, path, &table, (&input.name, &form), catalogue, gazetteer)?;
    if is_known {
        check(&mut draft, path, catalogue, gazetteer, language);
    }
    let title = Hint::Title(input.name.clone(), table.form.into(), table.rows.len());
    Ok(draft.text(&title))
}

/// Puts a table into a recipe, with the file's name and a line that says which table of it.
/// Whether all of its series have an indicator.
fn of_table(
    draft: &mut Draft,
    path: &Path,
    table: &TableProfile,
    file: (&str, &str),
    catalogue: &[Entry],
    gazetteer: &Gazetteer<'_>,
) -> Result<bool, Problem> {
    let guess = Guess::of(table);
    if guess.measures.is_none() && guess.figures.is_empty() {
        let names: Vec<&str> = table.columns.iter().map(|c| c.name.as_str()).collect();
        return Err(Problem::file(
            file.0,
            message::Found::NoFigureColumn(names.join(", ")),
            Expected::FigureColumn,
        ));
    }
    guess.file(draft, file);
    guess.places(draft, table, gazetteer);
    guess.signs(draft, table);
    guess.rows(draft);
    Ok(guess.series(draft, path, catalogue, table))
}

/// Proposes a recipe for a workbook: of every sheet with years or yes and no across, or else of
/// the first with a table of the usual form.
fn of_workbook(
    path: &Path,
    catalogue: &[Entry],
    gazetteer: &Gazetteer<'_>,
    language: Language,
) -> Result<String, Problem> {
    let mut book = Workbook::open(path)?;
    let mut draft = Draft::new(language);
    let title = Hint::TitleOfWorkbook(book.name.clone());
    if swing::is_swing(&book) {
        draft.remark(&Hint::Swing);
        draft.line("[[file]]");
        draft.line(format!("path = {}", quoted(&book.name)));
        draft.line("format = \"swing\"");
        return Ok(draft.text(&title));
    }
    let indicator = sheets::monitor(&book.name, catalogue);
    let (mut usual, mut left_out, mut known) = (Vec::new(), Vec::new(), Vec::new());
    for at in 0..book.sheets.len() {
        let sheet = book.sheet(at)?;
        let name = sheet.name.name.clone();
        match Grid::of(&sheet) {
            Some(grid) => {
                match sheets::propose(&mut draft, &book.name, &grid, indicator, gazetteer) {
                    Some(is_known) => known.push(is_known),
                    None => {
                        usual.push((name.clone(), grid, sheet.name.is_hidden));
                        left_out.push(name);
                    }
                }
            }
            None => left_out.push(name),
        }
    }
    if known.is_empty() {
        let first = usual.iter().find(|(.., is_hidden)| !is_hidden);
        let Some((name, grid, _)) = first else {
            let found = message::Found::EmptySheet;
            return Err(Problem::file(&book.name, found, Expected::FigureColumn));
        };
        let (headings, rows) = grid.table();
        let table = TableProfile::of_sheet(&headings, rows, gazetteer);
        let file = (book.name.as_str(), &*format!("sheet = {}", quoted(name)));
        known.push(of_table(&mut draft, path, &table, file, catalogue, gazetteer)?);
        left_out.retain(|other| other != name);
    }
    sheets::leave_out(&mut draft, &left_out);
    if known.iter().all(|is_known| *is_known) {
        check(&mut draft, path, catalogue, gazetteer, language);
    }
    Ok(draft.text(&title))
}

/// Reads the file by the recipe; what is wrong is left to do.
fn check(
    draft: &mut Draft,
    path: &Path,
    catalogue: &[Entry],
    gazetteer: &Gazetteer<'_>,
    language: Language,
) {
    let definitions: Vec<Definition> = catalogue.iter().map(|e| e.definition.clone()).collect();
    let folder = path.parent().unwrap_or(Path::new(""));
    let read = |recipe: Recipe| {
        let mut sourced = SourcedRecords::new();
        recipe.file.iter().try_for_each(|file| {
            let progress = Progress::default();
            entry::read(file, folder, &definitions, gazetteer, &mut sourced, &progress).map(|_| ())
        })
    };
    if let Err(problems) =
        Recipe::parse(&Hint::Proposal.say(language), &draft.recipe()).and_then(read)
    {
        for problem in problems.iter().take(5) {
            draft.other(problem);
        }
    }
}

impl Guess<'_> {
    fn file(&self, draft: &mut Draft, (name, form): (&str, &str)) {
        draft.line("[[file]]");
        draft.line(format!("path = {}", quoted(name)));
        draft.line(form);
        match self.region {
            Some(column) => draft.line(format!("region = {}", quoted(&column.name))),
            None => draft.remarked("region_is = \"NL01\"", &Hint::NoRegionColumn),
        }
        match (self.period, year(name)) {
            (Some(column), _) => draft.line(format!("period = {}", quoted(&column.name))),
            (None, Some(year)) => {
                draft.remarked(format!("period_is = \"{year}\""), &Hint::YearOfFileName);
            }
            (None, None) => draft.task("period_is = \"JJJJ\"", &Hint::NoPeriodColumn),
        }
    }

    /// What names of regions mean, and which rows have none.
    fn places(&self, draft: &mut Draft, table: &TableProfile, gazetteer: &Gazetteer<'_>) {
        let Some(region) = self.region else { return };
        let names: BTreeSet<&str> = self.chosen(table).map(|row| cell(row, region)).collect();
        let shared = names.iter().any(|name| gazetteer.is_shared(name));
        if shared && names.iter().any(|name| gazetteer.is_province(name)) {
            let is_local = names.iter().any(|name| {
                let found = gazetteer.find(name, Some(Level::Province));
                matches!(found, Found::Code(code) if code.starts_with("GM"))
            });
            match is_local {
                false => draft.remarked("level = \"province\"", &Hint::Provinces),
                true => draft.task("level = \"municipality\"", &Hint::ProvincesOrMunicipalities),
            }
        }
        let figures: Vec<&ColumnProfile> =
            self.figures.iter().copied().chain(self.value(table)).collect();
        let says = |row: &csv::StringRecord| {
            figures.iter().any(|c| number::read(cell(row, c), None) != Err(Refusal::NotANumber))
        };
        let strangers: BTreeSet<&str> = self
            .chosen(table)
            .filter(|row| says(row))
            .map(|row| cell(row, region))
            .filter(|name| gazetteer.find(name, None) == Found::Unknown)
            .filter(|name| garbled::mended(name).is_none())
            .collect();
        match strangers.len() {
            0 => {}
            1..=MOST_IGNORED => {
                let names: Vec<String> = strangers.iter().map(|name| quoted(name)).collect();
                let line = format!("ignore = [{}]", names.join(", "));
                draft.remarked(line, &Hint::UnknownRegions);
            }
            more => draft.remarked("skip_unknown = true", &Hint::ManyUnknownRegions(more)),
        }
    }

    /// The decimal sign, and what the signs for no number mean.
    fn signs(&self, draft: &mut Draft, table: &TableProfile) {
        let columns = || self.figures.iter().copied().chain(self.value(table));
        let cells = || self.chosen(table).flat_map(|row| columns().map(move |c| cell(row, c)));
        let has = |sign| cells().any(|text| number::evidence(text) == Some(sign));
        let decimal = table.decimal.is_none().then(|| (has(Decimal::Comma), has(Decimal::Point)));
        let open = || cells().any(|text| number::read(text, None) == Err(Refusal::Ambiguous));
        match decimal {
            Some((true, true)) => draft.task("decimal = \",\"", &Hint::BothSigns),
            Some((true, false)) => draft.line("decimal = \",\""),
            Some((false, true)) => draft.line("decimal = \".\""),
            Some((false, false)) if open() => draft.task("decimal = \",\"", &Hint::Thousands),
            Some((false, false)) | None => {}
        }
        let signs: BTreeSet<&str> =
            cells().filter(|text| sign::of(text) == Some(Sign::Either)).collect();
        if signs.is_empty() {
            return;
        }
        let headings: Vec<String> = table.columns.iter().map(|c| c.name.clone()).collect();
        let habits = sign::habits(table.form, &headings);
        let is_habit = |s: &&str| habits.iter().any(|h| h.eq_ignore_ascii_case(s));
        let list: Vec<String> = signs.iter().map(|s| quoted(s)).collect();
        let why = match signs.iter().all(is_habit) {
            true => Hint::MakersSecret,
            false => Hint::SecretOrMissing,
        };
        draft.remarked(format!("secret = [{}]", list.join(", ")), &why);
    }

    /// Which rows to choose.
    fn rows(&self, draft: &mut Draft) {
        if self.whole.is_none() && self.kinds.is_empty() {
            return;
        }
        draft.line("");
        draft.remark(&Hint::TheseRows);
        draft.line("[file.where]");
        if let Some((column, whole)) = self.region.zip(self.whole) {
            let (name, whole) = (key(&column.name), quoted(whole));
            draft.remarked(format!("{name} = {whole}"), &Hint::Neighbourhood);
        }
        for (column, chosen) in &self.kinds {
            let short = |t: &String| -> String { one_line(t).chars().take(40).collect() };
            let texts: Vec<String> = column.texts.iter().map(short).collect();
            let (name, chosen) = (key(&column.name), quoted(chosen));
            draft.remarked(format!("{name} = {chosen}"), &Hint::Among(texts.join(" | ")));
        }
    }

    /// The series; whether every one of them has an indicator.
    fn series(
        &self,
        draft: &mut Draft,
        path: &Path,
        catalogue: &[Entry],
        table: &TableProfile,
    ) -> bool {
        let columns: Vec<Figures> = match self.measures {
            Some(measures) => figures::titles(path, &measures.texts)
                .into_iter()
                .map(|(code, title)| Figures::measure(code, title, measures, table))
                .collect(),
            None => {
                let rows: Vec<&csv::StringRecord> = self.chosen(table).collect();
                self.figures.iter().map(|c| Figures::column(c, &rows)).collect()
            }
        };
        figures::propose(draft, &columns, catalogue)
    }
}

/// The one year in a file's name.
fn year(name: &str) -> Option<&str> {
    let mut years = name.split(|c: char| !c.is_ascii_digit()).filter(|digits| {
        digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
    });
    years.next().filter(|_| years.next().is_none())
}

fn key(name: &str) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    if !name.is_empty() && name.chars().all(bare) { name.to_string() } else { quoted(name) }
}
