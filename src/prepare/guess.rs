// SPDX-License-Identifier: EUPL-1.2
//! A first recipe for a file that is recognised: what its columns seem to be.

use super::catalogue::Entry;
use super::format::delimited::stem;
use super::gazetteer::Gazetteer;
use super::input::Input;
use super::number::trim;
use super::problem::Problem;
use super::sight::{Column, Sight};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

/// How columns of regions are called.
const REGIONS: [&str; 6] = ["regios", "regio's", "regio", "gemeente", "region", "gem"];

/// How columns of periods are called.
const PERIODS: [&str; 5] = ["perioden", "periode", "jaar", "period", "year"];

/// Proposes a recipe.
///
/// # Errors
/// A file that cannot be read, is not recognised, or has no column of figures.
pub fn guess(
    path: &Path,
    catalogue: &[Entry],
    gazetteer: &Gazetteer<'_>,
) -> Result<String, Problem> {
    let input = Input::open(path)?;
    let sight = Sight::of(&input, gazetteer)?;
    let guess = Guess::of(&sight);
    if guess.measures.is_none() && guess.figures.is_empty() {
        let names: Vec<&str> = sight.columns.iter().map(|c| c.name.as_str()).collect();
        return Err(Problem::file(
            &input.name,
            format!("geen kolom met cijfers ({})", names.join(", ")),
            "een tabel met ten minste een kolom waarin alleen getallen staan",
        ));
    }
    let mut text = String::new();
    // Writing to a text cannot fail.
    let _ = guess.put(&mut text, &input.name, &sight, catalogue);
    Ok(text)
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
            .max_by_key(|c| (named(c, &REGIONS), !c.is_number(), c.codes.len(), c.places));
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

    fn put(
        &self,
        text: &mut String,
        file: &str,
        sight: &Sight,
        catalogue: &[Entry],
    ) -> std::fmt::Result {
        let (form, rows) = (sight.form, sight.rows.len());
        writeln!(text, "# Voorstel voor {file}, herkend als {form} ({rows} rijen bekeken).")?;
        writeln!(text, "# Kijk elke regel na: alleen u weet wat de cijfers betekenen.\n")?;
        writeln!(text, "[[file]]\npath = {}\nformat = {}", quoted(file), quoted(form))?;
        match self.region {
            Some(column) => {
                writeln!(text, "region = {}", quoted(&column.name))?;
                if column.unclear && column.is_local() {
                    writeln!(
                        text,
                        "level = \"municipality\" # namen als Utrecht zijn hier gemeenten"
                    )?;
                }
            }
            None => writeln!(text, "region_is = \"NL01\" # geen kolom met regio's gevonden")?,
        }
        match self.period {
            Some(column) => writeln!(text, "period = {}", quoted(&column.name))?,
            None => writeln!(
                text,
                "period_is = \"JJJJ\" # geen kolom met perioden gevonden: vul het jaar in"
            )?,
        }
        if self.whole.is_some() || !self.kinds.is_empty() {
            writeln!(text, "\n# Alleen deze rijen, zodat elke regio en periode eenmaal voorkomt:")?;
            writeln!(text, "[file.where]")?;
        }
        if let Some((column, whole)) = self.region.zip(self.whole) {
            let (name, whole) = (key(&column.name), quoted(whole));
            writeln!(text, "{name} = {whole} # een wijk kan heten als een andere gemeente")?;
        }
        for (column, chosen) in &self.kinds {
            // A remark ends with its line.
            let short = |t: &String| -> String {
                t.chars().map(|c| if c.is_control() { ' ' } else { c }).take(40).collect()
            };
            let texts: Vec<String> = column.texts.iter().map(short).collect();
            let (name, chosen) = (key(&column.name), quoted(chosen));
            writeln!(text, "{name} = {chosen} # uit: {}", texts.join(" | "))?;
        }
        match self.measures {
            Some(measures) => {
                for code in &measures.texts {
                    series(text, code, None, None, catalogue)?;
                }
            }
            None => self.wide(text, catalogue)?,
        }
        Ok(())
    }

    /// The series of a table with a column for each number.
    fn wide(&self, text: &mut String, catalogue: &[Entry]) -> std::fmt::Result {
        let find = |prefix: &str, name: &str| {
            let wanted = format!("{prefix}_{}", name.to_lowercase());
            let column = self.figures.iter().find(|c| c.name.to_lowercase() == wanted);
            column.map(|c| c.name.as_str())
        };
        let derived = |name: &str| {
            ["totaal_", "perc_", "noemer_"].iter().any(|p| name.to_lowercase().starts_with(p))
        };
        for name in self.figures.iter().map(|c| c.name.as_str()).filter(|n| !derived(n)) {
            let denominator = find("totaal", name).or_else(|| find("noemer", name));
            series(text, name, denominator, find("perc", name), catalogue)?;
        }
        Ok(())
    }
}

fn series(
    text: &mut String,
    column: &str,
    denominator: Option<&str>,
    value: Option<&str>,
    catalogue: &[Entry],
) -> std::fmt::Result {
    let plain = stem(column).to_lowercase().replace(['_', ' '], "-");
    let known = catalogue.iter().find(|e| e.definition.id == plain);
    writeln!(text, "\n[[file.series]]")?;
    match known {
        Some(entry) => writeln!(text, "indicator = {}", quoted(&entry.definition.id))?,
        None => writeln!(
            text,
            "indicator = \"KIES-EEN-ID\" # een id van de catalogus, of een eigen [[indicator]]"
        )?,
    }
    let column = quoted(column);
    let Some(denominator) = denominator else {
        return writeln!(text, "value = {column} # of numerator, met denominator");
    };
    writeln!(text, "numerator = {column}\ndenominator = {}", quoted(denominator))?;
    if let Some(value) = value {
        writeln!(text, "# value = {} # volgt al uit teller en noemer", quoted(value))?;
    }
    Ok(())
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_string()).to_string()
}

fn key(name: &str) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    if !name.is_empty() && name.chars().all(bare) { name.to_string() } else { quoted(name) }
}

fn named(column: &Column, names: &[&str]) -> bool {
    let name = column.name.to_lowercase();
    names.iter().any(|n| name == *n || (n.len() > 2 && name.starts_with(n)))
}
