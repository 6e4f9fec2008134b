// SPDX-License-Identifier: EUPL-1.2
//! The characteristics by which municipalities are alike: none is an outcome of the programme, and one
//! that an indicator counts, too, is left out where that indicator is shown.

use crate::indicator::region::Kind;
use crate::prepare::geography::place::Places;
use crate::prepare::message::Expected;
use crate::prepare::problem::Problem;
use crate::prepare::table::{Row, Table};
use crate::stats::peers::{Area, Characteristic, Peers, Transformation, peers};
use std::collections::BTreeSet;

/// The table that comes with the program.
const SHIPPED: &str = include_str!("../../../www/figures/characteristics.csv");

const HEADINGS: [&str; 7] = [
    "code",
    "inhabitants",
    "square_km",
    "under_5",
    "inhabitants_under_18",
    "one_parent_households",
    "low_income_percent",
];

/// One characteristic: a column, or one per another.
struct Column {
    of: &'static str,
    per: Option<&'static str>,
    transformation: Transformation,
    year: i32,
    /// What stands in the ids of indicators that count the same.
    counted_by: &'static [&'static str],
}

/// In the order of `ComparatorWords::characteristics`. All weigh the same: nothing says which of
/// them matters more.
const COLUMNS: [Column; 5] = [
    Column {
        of: "inhabitants",
        per: None,
        transformation: Transformation::Log,
        year: 2025,
        counted_by: &[],
    },
    Column {
        of: "inhabitants",
        per: Some("square_km"),
        transformation: Transformation::Log,
        year: 2025,
        counted_by: &[],
    },
    Column {
        of: "under_5",
        per: Some("inhabitants"),
        transformation: Transformation::None,
        year: 2025,
        counted_by: &["kinderen-onder-", "inwoners-0-3", "jongste-kind", "geboortecijfer"],
    },
    Column {
        of: "low_income_percent",
        per: None,
        transformation: Transformation::None,
        year: 2017,
        counted_by: &["armoede", "laag-inkomen"],
    },
    Column {
        of: "one_parent_households",
        per: Some("inhabitants_under_18"),
        transformation: Transformation::None,
        year: 2024,
        counted_by: &["eenouder", "bij-een-ouder"],
    },
];

/// How many municipalities are set beside one.
const COUNT: usize = 20;

/// The characteristics of municipalities.
#[derive(Clone, Debug)]
pub(super) struct Characteristics {
    areas: Vec<Area>,
}

/// A choice of characteristics, by their numbers.
pub(super) type Profile = Vec<usize>;

impl Characteristics {
    /// Those that come with the program, of the municipalities among `places`.
    ///
    /// # Errors
    /// A number that is none.
    pub(super) fn shipped(places: &Places) -> Result<Self, Vec<Problem>> {
        Self::parse(SHIPPED.as_bytes(), places)
    }

    fn parse(text: &[u8], places: &Places) -> Result<Self, Vec<Problem>> {
        let table = Table::parse("characteristics.csv", text, &HEADINGS)?;
        let (mut areas, mut problems) = (Vec::<Area>::new(), Vec::new());
        for row in table.rows() {
            let code = row.text("code");
            if places.get(code).is_none_or(|place| place.kind() != Kind::Municipality) {
                continue;
            }
            if areas.iter().any(|area| area.code == code) {
                problems.push(row.problem("code", Expected::CodeOnce));
            }
            let values: Result<Vec<_>, _> =
                COLUMNS.iter().map(|column| value(row, column)).collect();
            match values {
                Ok(values) => areas.push(Area { code: code.to_string(), values }),
                Err(problem) => problems.push(problem),
            }
        }
        if problems.is_empty() { Ok(Self { areas }) } else { Err(problems) }
    }

    /// The characteristics that none of these indicators counts.
    pub(super) fn profile(indicators: &[&str]) -> Profile {
        let is_counted = |column: &Column| {
            let is_in = |id: &&str| column.counted_by.iter().any(|part| id.contains(part));
            indicators.iter().any(is_in)
        };
        let all = COLUMNS.iter().enumerate();
        all.filter(|(_, column)| !is_counted(column)).map(|(nth, _)| nth).collect()
    }

    /// The years that figures of these are of, each once.
    pub(super) fn years(profile: &Profile) -> BTreeSet<i32> {
        profile.iter().filter_map(|nth| Some(COLUMNS.get(*nth)?.year)).collect()
    }

    /// The municipalities that are most like one in a profile, with their codes; numbers of
    /// characteristics are those of [`COLUMNS`]. `None` where nothing is known of it.
    pub(super) fn peers(&self, code: &str, profile: &Profile) -> Option<(Peers, Vec<&str>)> {
        let own = self.areas.iter().position(|area| area.code == code)?;
        let chosen = profile.iter().filter_map(|nth| COLUMNS.get(*nth));
        let scales: Vec<Characteristic> = chosen
            .map(|column| Characteristic { weight: 1.0, transformation: column.transformation })
            .collect();
        let value = |area: &Area, nth: &usize| area.values.get(*nth).copied().flatten();
        let of = |area: &Area| Area {
            code: area.code.clone(),
            values: profile.iter().map(|nth| value(area, nth)).collect(),
        };
        let areas: Vec<Area> = self.areas.iter().map(of).collect();
        let mut found = peers(&scales, &areas, own, COUNT).ok()?;
        let number = |nth: usize| profile.get(nth).copied().unwrap_or_default();
        for peer in &mut found.peers {
            peer.alike.iter_mut().for_each(|nth| *nth = number(*nth));
            peer.different.iter_mut().for_each(|(nth, _)| *nth = number(*nth));
        }
        found.dropped.iter_mut().for_each(|nth| *nth = number(*nth));
        let codes = found.peers.iter().filter_map(|peer| Some(&*self.areas.get(peer.area)?.code));
        let codes = codes.collect();
        Some((found, codes))
    }
}

fn value(row: Row, column: &Column) -> Result<Option<f64>, Problem> {
    let of = row.number(column.of)?;
    let Some(per) = column.per else { return Ok(of) };
    Ok(of.zip(row.number(per)?).map(|(of, per)| of / per))
}
