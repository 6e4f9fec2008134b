// SPDX-License-Identifier: EUPL-1.2
//! Figures on the boundaries of any year since 2010.

use super::folder::{Folder, counts, record};
use kansrijke_start::indicator::observation::Status;
use kansrijke_start::indicator::region::Kind;
use kansrijke_start::prepare::geography::boundaries::Boundaries;
use kansrijke_start::prepare::geography::place::Places;
use kansrijke_start::prepare::geography::tables::{ALIASES, MERGERS, REGIONS};
use kansrijke_start::prepare::problem::Problem;
use kansrijke_start::prepare::run::Figures;

fn on(year: i32) -> (Boundaries, Places) {
    let places = Places::parse(REGIONS.as_bytes(), ALIASES.as_bytes()).unwrap();
    Boundaries::parse(MERGERS.as_bytes(), places, year).unwrap()
}

/// A table of births by region and year, on the boundaries of a year.
fn births(division: i32, rows: &str) -> Result<Figures, Vec<Problem>> {
    let recipe = format!(
        "division = {division}\n[[file]]\npath = \"t.csv\"\nregion = \"r\"\nperiod = \"p\"\n\
         [[file.series]]\nindicator = \"levendgeborenen\"\nnumerator = \"x\"\n"
    );
    Folder::with(&[("t.csv", format!("r;p;x\n{rows}").as_bytes())]).prepare(&recipe)
}

fn born(figures: &Figures, region: &str, period: &str) -> Option<f64> {
    counts(figures, "levendgeborenen", region, period).map(|(born, _)| born)
}

#[test]
fn every_year_has_as_many_municipalities_as_cbs_counts() {
    let counted = [
        (2010, 431),
        (2011, 418),
        (2012, 415),
        (2013, 408),
        (2014, 403),
        (2015, 393),
        (2016, 390),
        (2017, 388),
        (2018, 380),
        (2019, 355),
        (2020, 355),
        (2021, 352),
        (2022, 345),
        (2023, 342),
        (2026, 342),
    ];
    for (year, count) in counted {
        let (_, places) = on(year);
        let here: Vec<_> = places.iter().filter(|p| p.kind() == Kind::Municipality).collect();
        assert_eq!(here.len(), count, "{year}");
        for place in here {
            assert!(!place.name.is_empty() && place.parents.len() == 2, "{year}: {place:?}");
        }
    }
}

#[test]
fn a_municipality_that_has_grown_since_is_not_what_it_was() {
    // Alkmaar absorbed Schermer in 2015: on the boundaries of 2014 it ends there.
    let rows = "GM0361;2014;900\nGM0458;2014;50\nGM0361;2015;960\nGM0362;2015;700\n";
    let figures = births(2014, rows).unwrap();
    assert_eq!(born(&figures, "GM0361", "2014"), Some(900.0));
    assert_eq!(born(&figures, "GM0458", "2014"), Some(50.0));
    let later = record(&figures, "levendgeborenen", "GM0361", "2015").unwrap();
    assert_eq!((later.numerator, later.status), (None, Some(Status::BorderChange)));
    assert_eq!(record(&figures, "levendgeborenen", "GM0458", "2015"), None);
    assert_eq!(born(&figures, "GM0362", "2015"), Some(700.0));
    // On the boundaries of 2015 it is the sum.
    let figures = births(2015, "GM0361;2014;900\nGM0458;2014;50\nGM0365;2014;40\n").unwrap();
    assert_eq!(born(&figures, "GM0361", "2014"), Some(990.0));
}

#[test]
fn a_municipality_that_was_made_since_is_passed_over() {
    // Krimpenerwaard was made in 2015 out of five.
    let rows = "GM0491;2014;100\nGM1931;2015;500\nKrimpenerwaard;2016;510\n";
    let figures = births(2014, rows).unwrap();
    assert_eq!(born(&figures, "GM0491", "2014"), Some(100.0));
    assert_eq!(figures.summary.skipped, 2);
    assert!(figures.places.get("GM1931").is_none());
}

#[test]
fn names_of_municipalities_that_are_no_more_are_read() {
    let five = ["Bergambacht", "Schoonhoven", "Vlist", "Nederlek", "Ouderkerk"];
    let rows: String = five.iter().map(|name| format!("{name};2014;100\n")).collect();
    let figures = births(2025, &rows).unwrap();
    assert_eq!(born(&figures, "GM1931", "2014"), Some(500.0));
}

#[test]
fn a_municipality_renamed_within_a_year_is_one() {
    // De Friese Meren was called De Fryske Marren from June 2015.
    let figures = births(2015, "De Friese Meren;2015;430\n").unwrap();
    assert_eq!(born(&figures, "GM1921", "2015"), Some(430.0));
    let figures = births(2025, "De Friese Meren;2015;430\nGM1921;2014;420\n").unwrap();
    assert_eq!(born(&figures, "GM1940", "2015"), Some(430.0));
}

/// A table of which all years are on the municipalities of one: so CBS publishes some series.
#[test]
fn a_file_may_have_all_its_years_on_the_municipalities_of_one() {
    // Gooise Meren was made in 2016; three municipalities of 2018 are Voorne aan Zee.
    let rows = "r;p;x\nGM1942;2011;500\nGM0501;2011;150\nGM0530;2011;400\nGM0614;2011;140\n";
    let recipe = |division: &str| {
        format!(
            "[[file]]\npath = \"t.csv\"\nregion = \"r\"\nperiod = \"p\"\n{division}\
             [[file.series]]\nindicator = \"levendgeborenen\"\nnumerator = \"x\"\n"
        )
    };
    let prepared =
        |division| Folder::with(&[("t.csv", rows.as_bytes())]).prepare(&recipe(division));
    let figures = prepared("division = 2018\n").unwrap();
    assert_eq!(born(&figures, "GM1942", "2011"), Some(500.0));
    assert_eq!(born(&figures, "GM1992", "2011"), Some(690.0));
    let refused = prepared("").map(|_| ()).unwrap_err();
    assert!(refused.iter().any(|problem| problem.to_string().contains("GM1942")), "{refused:?}");
}
