// SPDX-License-Identifier: EUPL-1.2
//! Swing's cube form: a row for each period, region and item of each dimension, with counts, and
//! sheets that say what the columns are and how indicators follow from them.

use super::formula::{self, Formula};
use super::long;
use super::meaning::Said;
use super::place;
use super::records::{Records, Row};
use super::total::Total;
use crate::indicator::definition::Kind;
use crate::indicator::disclosure::THRESHOLD;
use crate::prepare::read::sheet::LongRow;
use crate::prepare::workbook::Content;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// An indicator of a cube.
#[derive(Clone, Debug)]
pub(super) struct Measure {
    pub(super) said: Said,
    pub(super) kind: Kind,
    numerator: Vec<u32>,
    denominator: Vec<u32>,
    factor: f64,
    /// The least that must be counted, and the column where that is.
    threshold: Option<(f64, Option<u32>)>,
}

/// What the columns of the sheet with figures are.
#[derive(Clone, Debug, Default)]
pub(super) struct Layout {
    period: Option<u32>,
    level: Option<u32>,
    item: Option<u32>,
    dimensions: Vec<(String, u32)>,
    counts: Vec<(String, u32)>,
}

impl Layout {
    /// By the sheet that says so.
    pub(super) fn of(data: &Records, described: Option<&Records>) -> Self {
        let mut layout = Self {
            period: data.column("Jaar").or(data.column("Periode")),
            level: data.column("Geolevel"),
            item: data.column("Geoitem"),
            ..Self::default()
        };
        for row in described.iter().flat_map(|records| records.rows()) {
            let name = row.text("col");
            let Some(at) = data.column(&name) else { continue };
            match row.text("type").to_lowercase().as_str() {
                "period" => layout.period = Some(at),
                "geolevel" => layout.level = Some(at),
                "geoitem" => layout.item = Some(at),
                "dim" => layout.dimensions.push((name, at)),
                "var" => layout.counts.push((name, at)),
                _ => {}
            }
        }
        layout
    }

    /// The names of the dimensions.
    pub(super) fn dimensions(&self) -> impl Iterator<Item = &str> {
        self.dimensions.iter().map(|(name, _)| name.as_str())
    }

    /// What is not there that every cube has.
    pub(super) fn lacking(&self) -> Option<&'static str> {
        let needed = [(self.period, "period"), (self.level, "geolevel"), (self.item, "geoitem")];
        needed.into_iter().find(|(at, _)| at.is_none()).map(|(_, name)| name)
    }

    /// The column of counts of a name; of a code, the one that begins with it.
    fn count(&self, name: &str) -> Option<u32> {
        let exact = self.counts.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        let start = format!("{}_", name.to_lowercase());
        let mut begun = self.counts.iter().filter(|(n, _)| n.to_lowercase().starts_with(&start));
        let begun = begun.next().filter(|_| begun.next().is_none());
        exact.or(begun).map(|(_, at)| *at)
    }

    /// The columns of the names in a formula.
    fn counts(&self, names: &[String]) -> Option<Vec<u32>> {
        names.iter().map(|name| self.count(name)).collect()
    }

    /// The column of those who were asked, where the other counts are weighted.
    fn unweighted(&self) -> Option<u32> {
        let mut all = self.counts.iter();
        all.find(|(name, _)| name.to_lowercase().contains("ongewogen")).map(|(_, at)| *at)
    }
}

/// The indicators, and the codes of those whose formula is not read.
pub(super) fn measures(
    indicators: &Records,
    labels: Option<&Records>,
    layout: &Layout,
) -> (Vec<Measure>, Vec<String>) {
    let (mut measures, mut unread) = (Vec::new(), Vec::new());
    for row in indicators.rows() {
        let code = row.text("Indicator code");
        if code.is_empty() || is_no(&row.text("Visible")) {
            continue;
        }
        match measure(row, labels, layout) {
            Some(measure) => measures.push(measure),
            None => unread.push(code),
        }
    }
    (measures, unread)
}

fn is_no(text: &str) -> bool {
    ["0", "false", "onwaar", "nee", "no", "n"].contains(&text.to_lowercase().as_str())
}

fn measure(row: Row<'_>, labels: Option<&Records>, layout: &Layout) -> Option<Measure> {
    let code = row.text("Indicator code");
    let written = match row.text("Formula") {
        // Without a formula it is the count of its own name.
        text if text.is_empty() => format!("[{code}]"),
        text => text,
    };
    let Formula { numerator, denominator, factor } = formula::parse(&written)?;
    let said_kind = long::kind(&row.text("Data type"), &row.text("Unit"));
    let kind = match (denominator.is_empty(), factor, said_kind) {
        (true, 1.0, None | Some(Kind::Count)) => Kind::Count,
        (false, 100.0, None | Some(Kind::Share)) => Kind::Share,
        (false, 1000.0, None | Some(Kind::Rate)) => Kind::Rate,
        (false, _, Some(Kind::Mean)) => Kind::Mean,
        _ => return None,
    };
    let label = |names: &[String]| {
        let all: Option<Vec<String>> = names.iter().map(|name| label(name, labels)).collect();
        all.map(|all| all.join(" + ")).unwrap_or_default()
    };
    let threshold = row.text("Threshold value").parse::<f64>().ok().filter(|n| *n > 0.0);
    let counted = row.text("Threshold Indicator");
    Some(Measure {
        said: Said {
            code,
            name: row.text("Name"),
            description: row.text("Description"),
            more: row.text("More information"),
            decimals: row.text("RoundOff"),
            source: row.text("Source"),
            numerator: label(&numerator),
            denominator: label(&denominator),
            unit: row.text("Unit"),
        },
        kind,
        threshold: threshold.map(|least| (least, layout.count(&counted))),
        numerator: layout.counts(&numerator)?,
        denominator: layout.counts(&denominator)?,
        factor,
    })
}

/// What the sheet of labels says of a column.
fn label(name: &str, labels: Option<&Records>) -> Option<String> {
    let rows = labels.iter().flat_map(|records| records.rows());
    let mut texts = rows.filter(|row| {
        ["var", "col", "name", "Variabele"].iter().any(|n| row.text(n).eq_ignore_ascii_case(name))
    });
    let row = texts.next()?;
    let label = ["label", "Naam", "omschrijving"].iter().map(|n| row.text(n));
    label.into_iter().find(|text| !text.is_empty())
}

/// The items of a dimension that are all of the others together.
pub(super) fn totals(items: Option<&Records>) -> BTreeSet<String> {
    let rows = items.iter().flat_map(|records| records.rows());
    let totals = rows.filter(|row| is_total(&row.text("Naam")));
    totals.map(|row| row.text("Itemcode")).collect()
}

fn is_total(text: &str) -> bool {
    let text = text.to_lowercase();
    text.starts_with("totaal") || text == "total" || text == "alle" || text == "allen"
}

/// The counts of a region and period.
struct Group {
    row: u32,
    period: Option<Content>,
    counts: BTreeMap<u32, Total>,
}

/// The rows of all indicators, and the ids of those that are weighted. `totals` are the items of
/// each dimension that are the others together; where there is none, all items are summed.
pub(super) fn rows(
    data: &Records,
    layout: &Layout,
    totals: &BTreeMap<String, BTreeSet<String>>,
    measures: &[(String, Measure)],
) -> (Vec<LongRow>, Vec<String>) {
    let (item, period) = (layout.item.unwrap_or(0), layout.period.unwrap_or(0));
    let used: BTreeSet<u32> = measures
        .iter()
        .flat_map(|(_, m)| {
            let threshold = m.threshold.and_then(|(_, at)| at);
            m.numerator.iter().chain(&m.denominator).copied().chain(threshold)
        })
        .chain(layout.unweighted())
        .collect();
    let mut groups: Vec<((String, String), Group)> = Vec::new();
    let mut places: HashMap<(String, String), usize> = HashMap::new();
    for row in data.rows() {
        let is_chosen = layout.dimensions.iter().all(|(name, at)| {
            let text = row.at(*at);
            let known = totals.get(name).filter(|items| !items.is_empty());
            known.is_none_or(|items| items.contains(&text))
        });
        if !is_chosen {
            continue;
        }
        let level = layout.level.map(|at| row.at(at)).unwrap_or_default();
        let key = (place::code(&level, &row.at(item)), row.at(period));
        let at = *places.entry(key.clone()).or_insert_with(|| {
            let period = row.content(period).cloned();
            groups.push((key, Group { row: row.at, period, counts: BTreeMap::new() }));
            groups.len() - 1
        });
        if let Some((_, group)) = groups.get_mut(at) {
            for column in &used {
                group.counts.entry(*column).or_default().add(row.content(*column));
            }
        }
    }
    let mut rows = Vec::new();
    let mut weighted = Vec::new();
    for (id, measure) in measures {
        let is_weighted = measure.is_weighted(layout, groups.iter().map(|(_, group)| group));
        if is_weighted {
            weighted.push(id.clone());
        }
        for ((place, _), group) in &groups {
            let [numerator, denominator, value] = measure.figures(group, layout, is_weighted);
            let first = measure.numerator.first().copied().unwrap_or(item);
            let text = |text: &str| Some(Content::Text(text.into()));
            rows.push(LongRow {
                row: group.row,
                fields: vec![
                    text(place),
                    group.period.clone(),
                    text(id),
                    numerator,
                    denominator,
                    value,
                ],
                from: [item, period, first, first, first, first].map(|at| (group.row, at)).to_vec(),
            });
        }
    }
    (rows, weighted)
}

impl Group {
    fn sum(&self, columns: &[u32]) -> Result<f64, Content> {
        let mut total = Total::default();
        columns.iter().filter_map(|at| self.counts.get(at)).for_each(|part| total.join(part));
        total.number()
    }
}

impl Measure {
    /// Whether its counts are no persons: they have decimals, or there are others than were
    /// asked.
    fn is_weighted<'g>(&self, layout: &Layout, groups: impl Iterator<Item = &'g Group>) -> bool {
        let asked = layout.unweighted().filter(|at| !self.denominator.contains(at));
        let asked = asked.filter(|at| !self.numerator.contains(at) && self.kind != Kind::Count);
        groups.into_iter().any(|group| {
            let counts = [group.sum(&self.numerator), group.sum(&self.denominator)];
            let is_broken = counts.iter().flatten().any(|count| count.fract() != 0.0);
            let of = counts.get(1).and_then(|count| count.as_ref().ok());
            let asked = asked.and_then(|at| group.sum(&[at]).ok());
            is_broken || asked.zip(of).is_some_and(|(asked, of)| asked != *of)
        })
    }

    /// Numerator, denominator and value of a region and period, or the sign for none.
    fn figures(&self, group: &Group, layout: &Layout, is_weighted: bool) -> [Option<Content>; 3] {
        let sign = |sign: Content| match self.kind {
            Kind::Mean => [None, None, Some(sign)],
            _ => [Some(sign), None, None],
        };
        let secret = || sign(Content::Text("geheim".into()));
        let numerator = match group.sum(&self.numerator) {
            Ok(numerator) => numerator,
            Err(content) => return sign(content),
        };
        let denominator = match self.denominator.as_slice() {
            [] => None,
            columns => match group.sum(columns) {
                Ok(denominator) => Some(denominator),
                Err(content) => return sign(content),
            },
        };
        if let Some((least, at)) = self.threshold {
            let counted = match at {
                Some(at) => group.sum(&[at]).ok(),
                None => denominator.or(Some(numerator)),
            };
            if counted.is_none_or(|counted| counted < least) {
                return secret();
            }
        }
        let number = |number: f64| Some(Content::Number(number));
        let quotient = denominator.filter(|n| *n > 0.0).map(|n| numerator / n * self.factor);
        if self.kind == Kind::Mean || is_weighted {
            let asked = layout.unweighted().and_then(|at| group.sum(&[at]).ok());
            let rest = denominator.map(|n| n - numerator).filter(|_| self.kind != Kind::Mean);
            let persons = match self.kind {
                Kind::Mean => [denominator, None, asked],
                _ => [Some(numerator), rest, asked],
            };
            if persons.into_iter().flatten().any(|persons| persons < THRESHOLD) {
                return secret();
            }
            let value = if denominator.is_some() { quotient } else { Some(numerator.round()) };
            return [None, None, value.and_then(number)];
        }
        [number(numerator), denominator.and_then(number), None]
    }
}
