// SPDX-License-Identifier: EUPL-1.2
//! Swing's cube form: a row for each period, region and item of each dimension, with counts, and
//! sheets that say what the columns are and how indicators follow from them.

use super::formula::{self, Formula};
use super::long;
use super::meaning::Said;
use super::records::{Records, Row};
use crate::indicator::definition::Kind;
use std::collections::BTreeSet;

/// An indicator of a cube.
#[derive(Clone, Debug)]
pub(super) struct Measure {
    pub(super) said: Said,
    pub(super) kind: Kind,
    pub(super) numerator: Vec<u32>,
    pub(super) denominator: Vec<u32>,
    pub(super) factor: f64,
    /// The least that must be counted, and the column where that is.
    pub(super) threshold: Option<(f64, Option<u32>)>,
}

/// What the columns of the sheet with figures are.
#[derive(Clone, Debug, Default)]
pub(super) struct Layout {
    pub(super) period: Option<u32>,
    pub(super) level: Option<u32>,
    pub(super) item: Option<u32>,
    pub(super) dimensions: Vec<(String, u32)>,
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
    pub(super) fn unweighted(&self) -> Option<u32> {
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
