// SPDX-License-Identifier: EUPL-1.2
//! From a published number back to the rows of the tables that it was made from.

use kansrijke_start::indicator::period::Period;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// One number of a table.
#[derive(Clone, Debug)]
pub struct Cell {
    pub indicator: String,
    pub region: String,
    pub period: Period,
    pub measure: &'static str,
    pub number: f64,
    pub path: String,
    pub row: usize,
}

/// What was counted in a region and year: an indicator or a count, by measure.
type Key = (String, String, Period, &'static str);

/// An indicator with the file, table, column and address of one of its rows.
type Origin = (String, String, Option<String>, Option<String>, Option<String>);

/// A row with its number in the file.
type Row = (usize, Vec<String>);

pub struct Trail {
    recipe: toml::Table,
    cells: Vec<Cell>,
    by_key: BTreeMap<Key, Vec<usize>>,
    /// The places of the cells of an indicator, period and measure.
    local: BTreeMap<(String, Period, &'static str), Vec<usize>>,
    /// What each older municipality has become.
    changes: BTreeMap<String, BTreeSet<String>>,
    /// The municipalities of each region.
    members: BTreeMap<String, BTreeSet<String>>,
    origins: BTreeSet<Origin>,
    comments: BTreeMap<String, String>,
}

/// Whether two numbers are the same but for what floating point loses.
pub fn near(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-6 * one.abs().max(1.0)
}

/// A table with its comments, its heading and its rows, each with its number in the file.
fn table(path: &Path) -> (String, Vec<String>, Vec<Row>) {
    let text = fs::read_to_string(path).unwrap();
    let comments: String = text.lines().filter(|l| l.starts_with('#')).collect();
    let skipped = text.lines().take_while(|l| l.starts_with('#')).count();
    let body: Vec<&str> = text.lines().skip(skipped).collect();
    let body = body.join("\n");
    let mut reader = csv::Reader::from_reader(body.as_bytes());
    let head = reader.headers().unwrap().iter().map(str::to_string).collect();
    let rows = reader
        .records()
        .enumerate()
        .map(|(nth, row)| (skipped + nth + 2, row.unwrap().iter().map(str::to_string).collect()));
    (comments, head, rows.collect())
}

/// The texts of a key: one, or a list of them.
fn texts(value: Option<&toml::Value>) -> Vec<String> {
    match value {
        Some(toml::Value::String(text)) => vec![text.clone()],
        Some(toml::Value::Array(all)) => {
            all.iter().filter_map(|v| v.as_str()).map(str::to_string).collect()
        }
        _ => Vec::new(),
    }
}

const MEASURES: [&str; 5] = ["value", "numerator", "denominator", "lower", "upper"];

impl Trail {
    pub fn read(folder: &Path) -> Self {
        let recipe: toml::Table =
            toml::from_str(&fs::read_to_string(folder.join("recipe.toml")).unwrap()).unwrap();
        let mut trail = Self {
            recipe: recipe.clone(),
            cells: Vec::new(),
            by_key: BTreeMap::new(),
            local: BTreeMap::new(),
            changes: BTreeMap::new(),
            members: BTreeMap::new(),
            origins: BTreeSet::new(),
            comments: BTreeMap::new(),
        };
        let (_, head, rows) = table(&folder.join("mergers.csv"));
        let at = |head: &[String], name: &str| head.iter().position(|h| h == name);
        let (from, to) = (at(&head, "from").unwrap(), at(&head, "to").unwrap());
        for (_, row) in rows {
            trail.changes.entry(row[from].clone()).or_default().insert(row[to].clone());
        }
        let (_, head, rows) = table(&folder.join("regions.csv"));
        for (_, row) in rows.iter().filter(|(_, row)| row[0].starts_with("GM")) {
            for (heading, parent) in head.iter().zip(row) {
                if !["code", "name"].contains(&heading.as_str()) {
                    trail.members.entry(parent.clone()).or_default().insert(row[0].clone());
                }
            }
            trail.members.insert(row[0].clone(), BTreeSet::from([row[0].clone()]));
        }
        for file in recipe["file"].as_array().unwrap() {
            trail.read_file(folder, file.as_table().unwrap());
        }
        for (nth, cell) in trail.cells.iter().enumerate() {
            let Cell { indicator, region, period, measure, .. } = cell.clone();
            let key = (indicator.clone(), region, period, measure);
            trail.by_key.entry(key).or_default().push(nth);
            trail.local.entry((indicator, period, measure)).or_default().push(nth);
        }
        trail
    }

    fn read_file(&mut self, folder: &Path, file: &toml::Table) {
        let path = file["path"].as_str().unwrap().to_string();
        let (comments, head, rows) = table(&folder.join(&path));
        self.comments.insert(path.clone(), comments);
        let at = |name: &str| head.iter().position(|h| h == name);
        let column = |key: &str| file.get(key).and_then(|v| v.as_str()).and_then(at);
        let (region, period) = (column("region").unwrap(), column("period").unwrap());
        let chosen = |row: &[String]| {
            let only = file.get("where").and_then(|w| w.as_table());
            only.into_iter().flatten().all(|(heading, value)| {
                at(heading).is_some_and(|at| texts(Some(value)).contains(&row[at]))
            })
        };
        for series in file["series"].as_array().unwrap() {
            let said = |key: &str| series.get(key).and_then(|v| v.as_str()).map(str::to_string);
            for (nth, row) in rows.iter().filter(|(_, row)| chosen(row)) {
                let own = said("indicator_column").and_then(|h| at(&h)).map(|at| row[at].clone());
                let indicator = own.or(said("indicator")).or(said("count")).unwrap();
                let text = |name: &str| at(name).map(|at| row[at].clone());
                let before = self.cells.len();
                for measure in MEASURES {
                    let columns = texts(series.get(measure));
                    let numbers: Option<Vec<f64>> =
                        columns.iter().map(|h| row[at(h)?].parse().ok()).collect();
                    let Some(numbers) = numbers.filter(|n| !n.is_empty()) else { continue };
                    self.cells.push(Cell {
                        indicator: indicator.clone(),
                        region: row[region].clone(),
                        period: Period::parse(&row[period]).unwrap(),
                        measure,
                        number: numbers.iter().sum(),
                        path: path.clone(),
                        row: *nth,
                    });
                }
                if self.cells.len() > before && said("count").is_none() {
                    let source = said("source").and_then(|h| text(&h));
                    let origin = (text("table"), text("column"));
                    self.origins.insert((indicator, path.clone(), origin.0, origin.1, source));
                }
            }
        }
    }

    /// All that a municipality has become.
    fn successors(&self, code: &str) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        let (mut waiting, mut seen) = (vec![code.to_string()], BTreeSet::new());
        while let Some(code) = waiting.pop() {
            match self.changes.get(&code) {
                _ if !seen.insert(code.clone()) => {}
                Some(next) => waiting.extend(next.iter().cloned()),
                None => {
                    found.insert(code);
                }
            }
        }
        found
    }

    fn years(&self, indicator: &str, period: Period) -> Vec<Period> {
        let (first, last) = (period.start().0, period.end().0);
        let pools = self.recipe.get("pool").and_then(|p| p.as_array());
        let pooled = pools.into_iter().flatten().any(|pool| {
            let year = |key: &str| pool.get(key).and_then(|v| v.as_integer());
            texts(pool.get("indicators")).iter().any(|id| id == indicator)
                && (year("first"), year("last")) == (Some(first.into()), Some(last.into()))
        });
        if pooled {
            (first..=last).map(|year| Period::years(year, year)).collect()
        } else {
            vec![period]
        }
    }

    /// The cells that are added up for a region: its own row, or those of what went into it.
    fn sum(&self, id: &str, region: &str, period: Period, measure: &'static str) -> Vec<usize> {
        let members = self.members.get(region).cloned().unwrap_or_default();
        let cells = self.local.get(&(id.to_string(), period, measure)).into_iter().flatten();
        let within = cells.filter(|nth| {
            let code = &self.cells[**nth].region;
            code.starts_with("GM") && self.successors(code).is_subset(&members)
        });
        within.copied().collect()
    }

    /// The rows behind a published number: one that has it, or those that add up to it. `None`
    /// where there are none.
    pub fn rows(
        &self,
        id: &str,
        region: &str,
        period: Period,
        measure: &'static str,
        number: f64,
    ) -> Option<Vec<(String, usize)>> {
        let named = |cells: &[usize]| {
            let rows = cells.iter().map(|nth| &self.cells[*nth]);
            rows.map(|cell| (cell.path.clone(), cell.row)).collect()
        };
        let total = |cells: &[usize]| cells.iter().map(|nth| self.cells[*nth].number).sum::<f64>();
        let own = |id: &str, period: Period, measure| {
            let key = (id.to_string(), region.to_string(), period, measure);
            self.by_key.get(&key).and_then(|all| all.first().copied())
        };
        let counts = ["numerator", "denominator"].contains(&measure);
        let years = self.years(id, period);
        let direct: Option<Vec<usize>> = years.iter().map(|y| own(id, *y, measure)).collect();
        let mut tried: Vec<Vec<usize>> = direct.into_iter().collect();
        let summed: Vec<usize> =
            years.iter().flat_map(|y| self.sum(id, region, *y, measure)).collect();
        // What is no count is only ever taken over, from a municipality of another name, too.
        if counts || summed.len() == 1 {
            tried.push(summed);
        }
        if let Some(cells) = tried.into_iter().find(|cells| near(total(cells), number)) {
            return Some(named(&cells));
        }
        let (of, share) = self.rate(id, measure)?;
        let (numerator, _) = self.rate(id, "numerator")?;
        let years = self.years(&numerator, period);
        let next = |year: &Period| Period::years(year.start().0 + 1, year.start().0 + 1);
        let ends: Vec<Period> = match share {
            true => years.iter().flat_map(|y| [*y, next(y)]).collect(),
            false => years,
        };
        let direct: Option<Vec<usize>> = ends.iter().map(|y| own(&of, *y, "numerator")).collect();
        let summed = ends.iter().flat_map(|y| self.sum(&of, region, *y, "numerator")).collect();
        let half = if share { 2.0 } else { 1.0 };
        // A mean of two counts is rounded to a whole one.
        let fits =
            |cells: &Vec<usize>| (total(cells) / half - number).abs() <= half / 2.0 - 0.5 + 1e-6;
        direct.into_iter().chain([summed]).find(fits).map(|cells| named(&cells))
    }

    /// Of a rate of two counts the one that a measure is, and whether it is the mean of two years.
    fn rate(&self, id: &str, measure: &str) -> Option<(String, bool)> {
        let rates = self.recipe.get("rate")?.as_array()?;
        let rate =
            rates.iter().find(|r| r.get("indicator").and_then(|v| v.as_str()) == Some(id))?;
        let count = rate.get(measure)?.as_str()?.to_string();
        let mean = rate.get("mean").and_then(|v| v.as_bool()).unwrap_or(false);
        Some((count, mean && measure == "denominator"))
    }

    /// The indicators that have any figure.
    pub fn indicators(&self) -> BTreeSet<String> {
        let rates = self.recipe.get("rate").and_then(|r| r.as_array()).into_iter().flatten();
        let rates = rates.filter_map(|r| Some(r.get("indicator")?.as_str()?.to_string()));
        self.origins.iter().map(|origin| origin.0.clone()).chain(rates).collect()
    }

    pub fn cells(&self) -> impl Iterator<Item = Cell> {
        self.cells.iter().cloned()
    }

    pub fn paths(&self) -> impl Iterator<Item = &String> {
        self.comments.keys()
    }

    pub fn origins(&self) -> impl Iterator<Item = Origin> {
        self.origins.iter().cloned()
    }

    /// The tables that the first lines of a file name: numbers of five digits or more, with what
    /// follows them.
    pub fn tables(&self, path: &str) -> Vec<String> {
        let words = self.comments[path].split(|c: char| !c.is_alphanumeric());
        let is_table = |w: &&str| w.len() >= 5 && w.bytes().take(5).all(|b| b.is_ascii_digit());
        words.filter(is_table).map(str::to_string).collect()
    }
}
