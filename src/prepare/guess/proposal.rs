// SPDX-License-Identifier: EUPL-1.2
//! A first recipe for a file that is recognised: what its columns seem to be.

use super::draft::{Draft, one_line, quoted};
use super::figures::{self, Figures};
use super::hint::Hint;
use super::sight::{Column, Sight};
use crate::indicator::definition::Definition;
use crate::prepare::cell::garbled;
use crate::prepare::cell::number::{self, Decimal, Refusal, trim};
use crate::prepare::cell::sign::{self, Sign};
use crate::prepare::geography::gazetteer::{Found, Gazetteer};
use crate::prepare::message::{self, Expected, Say};
use crate::prepare::problem::Problem;
use crate::prepare::raw::Raws;
use crate::prepare::read::entry;
use crate::prepare::read::input::{Input, Progress};
use crate::prepare::recipe::Recipe;
use crate::prepare::recipe::catalogue::Entry;
use crate::prepare::recipe::level::Level;
use crate::request::Language;
use std::collections::BTreeSet;
use std::path::Path;

/// How columns of regions are called.
const REGIONS: [&str; 6] = ["regios", "regio's", "regio", "gemeente", "region", "gem"];

/// More regions to leave out than this are not named one by one.
const MOST_IGNORED: usize = 12;

/// How columns of periods are called.
const PERIODS: [&str; 5] = ["perioden", "periode", "jaar", "period", "year"];

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
    let input = Input::open(path)?;
    let sight = Sight::of(&input, gazetteer)?;
    let guess = Guess::of(&sight);
    if guess.measures.is_none() && guess.figures.is_empty() {
        let names: Vec<&str> = sight.columns.iter().map(|c| c.name.as_str()).collect();
        return Err(Problem::file(
            &input.name,
            message::Found::NoFigureColumn(names.join(", ")),
            Expected::FigureColumn,
        ));
    }
    let mut draft = Draft::new(language);
    guess.file(&mut draft, &input, &sight);
    guess.places(&mut draft, &sight, gazetteer);
    guess.signs(&mut draft, &sight);
    guess.rows(&mut draft);
    let is_known = guess.series(&mut draft, path, catalogue, &sight);
    if is_known {
        check(&mut draft, path, catalogue, gazetteer, language);
    }
    let title = Hint::Title(input.name.clone(), sight.form.into(), sight.rows.len());
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
        let mut raws = Raws::new();
        recipe.file.iter().try_for_each(|file| {
            let progress = Progress::default();
            entry::read(file, folder, &definitions, gazetteer, &mut raws, &progress).map(|_| ())
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

/// What the columns of a table seem to be.
struct Guess<'a> {
    region: Option<&'a Column>,
    /// The municipality that a table of its neighbourhoods begins with.
    whole: Option<&'a str>,
    period: Option<&'a Column>,
    /// The kinds to choose, so that each place and period has one row.
    kinds: Vec<(&'a Column, String)>,
    /// In a table with a row for each measure: the column of their codes.
    measures: Option<&'a Column>,
    figures: Vec<&'a Column>,
}

impl<'a> Guess<'a> {
    fn of(sight: &'a Sight) -> Self {
        let columns = &sight.columns;
        // A year looks like a bare municipality code, so periods first.
        let period = columns
            .iter()
            .filter(|c| c.mostly(c.periods))
            .max_by_key(|c| (named(c, &PERIODS), c.periods));
        let others = || columns.iter().filter(|c| period.is_none_or(|p| p.at != c.at));
        let region = others()
            // A named column may hold many places that are no more.
            .filter(|c| c.mostly(c.places) || (c.places > 0 && named(c, &REGIONS)))
            .max_by_key(|c| {
                (named(c, &REGIONS), !c.is_number(), c.codes.len(), c.has_codes(), c.places)
            });
        // A neighbourhood may be called as another municipality is: only the first row counts.
        let mixed = || others().find(|c| !c.is_number() && !c.is_kind() && c.first.is_some());
        let (region, whole) = match region {
            Some(region) => (Some(region), None),
            None => mixed().map_or((None, None), |c| (Some(c), c.first.as_deref())),
        };
        let rest = || others().filter(|c| region.is_none_or(|r| r.at != c.at));
        let measures = rest().find(|c| c.name == "Measure");
        let measures = measures.filter(|_| rest().any(|c| c.name == "Value"));
        let own = ["ID", "Id", "id", "", "X"];
        let code = |c: &Column| c.name.to_lowercase().contains("code") || c.mostly(c.periods);
        let figures = rest()
            .filter(|c| c.is_number() && !code(c) && !own.contains(&c.name.as_str()))
            .collect();
        let mut guess = Self { region, whole, period, kinds: Vec::new(), measures, figures };
        let aside = ["Measure", "Value", "ValueAttribute", "StringValue"];
        guess.choose(
            sight,
            rest().filter(|c| c.is_kind() && !aside.contains(&c.name.as_str())).collect(),
        );
        guess
    }

    /// Chooses kinds until each place and period has one row.
    fn choose(&mut self, sight: &'a Sight, mut candidates: Vec<&'a Column>) {
        let total = |c: &Column| {
            let texts = || c.texts.iter();
            let named = texts().find(|t| t.to_lowercase().starts_with("totaal"));
            named.or_else(|| texts().find(|t| t.as_str() == "Gemeente")).cloned()
        };
        candidates.sort_by_key(|c| total(c).is_none());
        let key = [self.region, self.period, self.measures];
        let text = |row: &'a csv::StringRecord, c: &Column| trim(row.get(c.at).unwrap_or_default());
        let mut rows: Vec<&csv::StringRecord> = sight.rows.iter().collect();
        for column in candidates {
            let mut seen = BTreeSet::new();
            let mut keys = rows.iter().map(|row| key.map(|c| c.map(|c| text(row, c))));
            if keys.all(|key| seen.insert(key)) {
                return;
            }
            let left: BTreeSet<&str> = rows.iter().map(|row| text(row, column)).collect();
            let chosen = total(column).filter(|t| left.contains(t.as_str()));
            let Some(chosen) = chosen.or_else(|| left.first().map(ToString::to_string)) else {
                return;
            };
            if left.len() > 1 {
                rows.retain(|row| text(row, column) == chosen);
                self.kinds.push((column, chosen));
            }
        }
    }

    fn file(&self, draft: &mut Draft, input: &Input, sight: &Sight) {
        draft.line("[[file]]");
        draft.line(format!("path = {}", quoted(&input.name)));
        draft.line(format!("format = {}", quoted(sight.form)));
        match self.region {
            Some(column) => draft.line(format!("region = {}", quoted(&column.name))),
            None => draft.remarked("region_is = \"NL01\"", &Hint::NoRegionColumn),
        }
        match (self.period, year(&input.name)) {
            (Some(column), _) => draft.line(format!("period = {}", quoted(&column.name))),
            (None, Some(year)) => {
                draft.remarked(format!("period_is = \"{year}\""), &Hint::YearOfFileName);
            }
            (None, None) => draft.task("period_is = \"JJJJ\"", &Hint::NoPeriodColumn),
        }
    }

    /// The rows that the recipe chooses.
    fn chosen<'r>(&'r self, sight: &'r Sight) -> impl Iterator<Item = &'r csv::StringRecord> {
        let whole = self.region.zip(self.whole);
        sight.rows.iter().filter(move |row| {
            self.kinds.iter().all(|(column, kind)| cell(row, column) == kind)
                && whole.is_none_or(|(column, name)| cell(row, column) == name)
        })
    }

    /// What names of regions mean, and which rows have none.
    fn places(&self, draft: &mut Draft, sight: &Sight, gazetteer: &Gazetteer<'_>) {
        let Some(region) = self.region else { return };
        let names: BTreeSet<&str> = self.chosen(sight).map(|row| cell(row, region)).collect();
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
        let figures: Vec<&Column> = self.figures.iter().copied().chain(self.value(sight)).collect();
        let says = |row: &csv::StringRecord| {
            figures.iter().any(|c| number::read(cell(row, c), None) != Err(Refusal::NotANumber))
        };
        let strangers: BTreeSet<&str> = self
            .chosen(sight)
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

    /// The column of values of a table with a row for each measure.
    fn value<'s>(&self, sight: &'s Sight) -> Option<&'s Column> {
        sight.columns.iter().find(|c| self.measures.is_some() && c.name == "Value")
    }

    /// The decimal sign, and what the signs for no number mean.
    fn signs(&self, draft: &mut Draft, sight: &Sight) {
        let columns = || self.figures.iter().copied().chain(self.value(sight));
        let cells = || self.chosen(sight).flat_map(|row| columns().map(move |c| cell(row, c)));
        let has = |sign| cells().any(|text| number::evidence(text) == Some(sign));
        let decimal = sight.decimal.is_none().then(|| (has(Decimal::Comma), has(Decimal::Point)));
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
        let headings: Vec<String> = sight.columns.iter().map(|c| c.name.clone()).collect();
        let habits = sign::habits(sight.form, &headings);
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
    fn series(&self, draft: &mut Draft, path: &Path, catalogue: &[Entry], sight: &Sight) -> bool {
        let columns: Vec<Figures> = match self.measures {
            Some(measures) => figures::titles(path, &measures.texts)
                .into_iter()
                .map(|(code, title)| Figures::measure(code, title, measures, sight))
                .collect(),
            None => {
                let rows: Vec<&csv::StringRecord> = self.chosen(sight).collect();
                self.figures.iter().map(|c| Figures::column(c, &rows)).collect()
            }
        };
        figures::propose(draft, &columns, catalogue)
    }
}

/// The cell of a column in a row.
fn cell<'r>(row: &'r csv::StringRecord, column: &Column) -> &'r str {
    trim(row.get(column.at).unwrap_or_default())
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

fn named(column: &Column, names: &[&str]) -> bool {
    let name = column.name.to_lowercase();
    names.iter().any(|n| name == *n || (n.len() > 2 && name.starts_with(n)))
}
