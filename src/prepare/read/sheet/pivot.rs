// SPDX-License-Identifier: EUPL-1.2
//! Persons counted apart by a category, as R's tables are (`FALSE`, `TRUE`, `NA`): which of the
//! counts are the numerator, and which together the denominator.

use super::turn::{Long, LongRow};
use crate::prepare::cell::number::{Decimal, trim};
use crate::prepare::message::{Expected, Found};
use crate::prepare::recipe::{COLUMNS, FileRecipe, Series, Texts};
use std::collections::HashMap;

/// More categories than this are none.
const CATEGORIES: usize = 50;

/// Yes and no, as programs write them: beside them there is only what is not known.
const OPPOSITES: [(&str, &str); 2] = [("TRUE", "FALSE"), ("WAAR", "ONWAAR")];

/// Gives each category that stands in a column of rows a column of its own. The counts stand in
/// `counts`; rows are alike when their `keys` are.
///
/// # Errors
/// A column that is not there, or that holds no categories.
pub(super) fn pivoted(
    long: Long,
    category: &str,
    counts: &str,
    keys: &[&str],
) -> Result<Long, (Found, Expected)> {
    let at = |name: &str| long.headings.iter().position(|heading| heading == name);
    let headings = || Found::Headings(long.headings.join(", "));
    let Some(by) = at(category) else {
        return Err((headings(), Expected::AlsoColumn(category.into())));
    };
    let Some(count) = at(counts) else {
        return Err((headings(), Expected::CountColumn));
    };
    let kept: Vec<usize> = keys.iter().filter_map(|key| at(key)).collect();
    let mut names: Vec<String> = Vec::new();
    let mut rows: Vec<LongRow> = Vec::new();
    let mut groups: HashMap<Vec<String>, usize> = HashMap::new();
    for row in &long.rows {
        let text = |at: usize| {
            let content = row.fields.get(at).and_then(Option::as_ref);
            content.map_or(String::new(), |c| trim(&c.text(Decimal::Point)).to_string())
        };
        let name = text(by);
        let nth = names.iter().position(|known| known.eq_ignore_ascii_case(&name));
        let nth = nth.unwrap_or_else(|| {
            names.push(name);
            names.len() - 1
        });
        if names.len() > CATEGORIES {
            let names = names.iter().take(5).cloned().collect::<Vec<_>>().join(", ") + " …";
            return Err((Found::Categories(names), Expected::CategoryParts));
        }
        let key: Vec<String> = kept.iter().map(|at| text(*at)).collect();
        let field = row.fields.get(count).cloned().flatten();
        let from = row.from.get(count).copied().unwrap_or((row.row, 0));
        let place = kept.len() + nth;
        let known = groups.get(&key).and_then(|at| rows.get_mut(*at));
        match known.filter(|row| row.fields.get(place).is_none_or(Option::is_none)) {
            Some(known) => set(known, place, field, from),
            // Also a second count of the same: the reader of rows says what is wrong with it.
            None => {
                let mut new = LongRow {
                    row: row.row,
                    fields: kept.iter().map(|at| row.fields.get(*at).cloned().flatten()).collect(),
                    from: kept.iter().filter_map(|at| row.from.get(*at).copied()).collect(),
                };
                set(&mut new, place, field, from);
                groups.entry(key).or_insert(rows.len());
                rows.push(new);
            }
        }
    }
    let kept = kept.iter().filter_map(|at| long.headings.get(*at).cloned());
    let headings: Vec<String> = kept.chain(names).collect();
    for row in &mut rows {
        let place = (row.row, row.from.first().map_or(0, |(_, column)| *column));
        row.fields.resize(headings.len(), None);
        row.from.resize(headings.len(), place);
    }
    Ok(Long { headings, rows })
}

fn set(
    row: &mut LongRow,
    place: usize,
    field: Option<crate::prepare::workbook::Content>,
    from: (u32, u32),
) {
    if row.fields.len() <= place {
        row.fields.resize(place + 1, None);
        row.from.resize(place + 1, from);
    }
    if let (Some(to), Some(at)) = (row.fields.get_mut(place), row.from.get_mut(place)) {
        (*to, *at) = (field, from);
    }
}

/// The series of a file of categories: of each the numerator and the denominator are categories.
///
/// # Errors
/// Categories of which it is not said which the denominator is.
pub(super) fn series(
    recipe: &FileRecipe,
    headings: &[String],
    keys: &[&str],
) -> Result<Vec<Series>, (Found, Expected)> {
    let wanted: Vec<&str> = recipe.numerator_is.iter().flat_map(Texts::iter).collect();
    let categories: Vec<&String> =
        headings.iter().filter(|heading| !keys.contains(&heading.as_str())).collect();
    let as_headed = |text: &str| {
        let same = categories.iter().find(|heading| heading.eq_ignore_ascii_case(text));
        same.map_or(text.to_string(), ToString::to_string)
    };
    let numerator: Vec<String> = wanted.iter().map(|text| as_headed(text)).collect();
    let denominator: Vec<String> = match &recipe.denominator_is {
        Some(said) => said.iter().map(as_headed).collect(),
        None => {
            let names: Vec<&str> = categories.iter().map(|name| name.as_str()).collect();
            let unsaid = || {
                let expected = Expected::CategoryParts;
                (Found::Categories(names.join(", ")), expected)
            };
            let whole = whole(&wanted, recipe.category.as_deref() == Some(COLUMNS), &names);
            whole.ok_or_else(unsaid)?.iter().map(|text| as_headed(text)).collect()
        }
    };
    let series = recipe.series.iter().map(|series| Series {
        numerator: Some(Texts::Several(numerator.clone())),
        denominator: Some(Texts::Several(denominator.clone())),
        ..series.clone()
    });
    Ok(series.collect())
}

/// The categories that are everyone of whom it is known; `None` where that is not sure.
fn whole<'a>(wanted: &[&'a str], is_across: bool, names: &[&'a str]) -> Option<Vec<&'a str>> {
    if let [one] = wanted
        && let Some((yes, no)) = OPPOSITES
            .into_iter()
            .find(|(yes, no)| yes.eq_ignore_ascii_case(one) || no.eq_ignore_ascii_case(one))
    {
        let other = if yes.eq_ignore_ascii_case(one) { no } else { yes };
        return Some(vec![one, other]);
    }
    let is_unknown = |name: &&str| {
        let name = name.to_lowercase();
        ["", "na", "n/a", "nan", "onbekend", "missing"].contains(&name.as_str())
    };
    let is_total = |name: &&str| name.to_lowercase().starts_with("tota");
    // Across the columns may stand other things than categories.
    if is_across || names.iter().any(is_total) {
        return None;
    }
    let known: Vec<&str> = names.iter().copied().filter(|name| !is_unknown(name)).collect();
    // Of persons who are all of one category the others were left out.
    (known.len() > 1).then_some(known)
}
