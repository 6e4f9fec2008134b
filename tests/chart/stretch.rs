// SPDX-License-Identifier: EUPL-1.2
//! The years from old figures to now, on the axis of a trend.

use crate::support::fixture::{Cell, Fixture};
use crate::support::request;
use crate::support::svg::{labels, strokes};
use kansrijke_start::figure::Figure;
use kansrijke_start::markup::Element;

const WIDTHS: [u32; 4] = [240, 288, 600, 1160];

/// A trend of one region and the country, or of two, in figures up to 2015, seen in a year.
fn trend(years: i32, compare: &str, width: u32, seen: Option<i32>) -> Element {
    let regions = ["GM9901", "GM9902", "NL01"];
    let fixture = Fixture::new("share", &regions, 2016 - years..=2015);
    let dataset = fixture.dataset(|_, region, period| {
        Cell::counts(200 + 30 * region as u32 + 7 * (period % 3) as u32, 1000)
    });
    let asked =
        [("indicator", "proef"), ("region", "GM9901"), ("view", "trend"), ("compare", compare)];
    let mut request = request(&asked, width).unwrap();
    request.date = seen.map(|year| format!("{year}-01-02"));
    Figure::new(&dataset, &request).unwrap().picture("proef").unwrap()
}

/// Where the last of a region's figures stands.
fn end(picture: &Element) -> f64 {
    strokes(picture, "line own").last().unwrap().last().unwrap().0
}

#[test]
fn the_axis_of_old_figures_goes_on_to_this_year() {
    for width in WIDTHS {
        for compare in ["NL01", "NL01,GM9902"] {
            let without = trend(6, compare, width, None);
            for seen in 2015..2018 {
                let young = trend(6, compare, width, Some(seen));
                assert_eq!(young.to_html(), without.to_html(), "{seen}");
            }
            let labels = labels(&trend(6, compare, width, Some(2018)));
            let now: Vec<_> = labels.iter().filter(|label| label.text == "2018").collect();
            let rightmost = now.iter().map(|label| label.right).fold(0.0, f64::max);
            assert!((rightmost - f64::from(width)).abs() < 1.0, "{width} {compare}: {labels:?}");
            // One for each plot, and the last year of the figures beside it.
            assert_eq!(now.len(), if compare == "NL01" { 1 } else { 2 });
            let last = labels.iter().filter(|label| label.text == "2015").count();
            assert_eq!(last, now.len(), "{width} {compare}");
        }
    }
}

#[test]
fn one_chart_says_that_there_are_no_figures_and_keeps_their_room() {
    for width in WIDTHS {
        let (without, old) = (trend(6, "NL01", width, None), trend(6, "NL01", width, Some(2026)));
        let said = labels(&old);
        let word = said.iter().find(|label| label.text == "geen cijfers").unwrap();
        assert!(word.left > end(&old) && word.right <= f64::from(width), "{width}: {word:?}");
        assert!(labels(&without).iter().all(|label| label.text != "geen cijfers"));
        // Eleven years would leave six of figures a third of a telephone.
        assert!(end(&old) > end(&without).min(300.0) * 0.85, "{width}: {}", end(&old));
    }
}

#[test]
fn the_axis_shows_a_break_where_the_years_are_not_on_its_scale() {
    let breaks = |years, width| {
        let picture = trend(years, "NL01", width, Some(2026));
        let is_slanted = |stroke: &Vec<(f64, f64)>| matches!(stroke.as_slice(), [from, to] if from.0 != to.0 && from.1 != to.1);
        strokes(&picture, "line muted").into_iter().filter(is_slanted).count()
    };
    assert_eq!(breaks(6, 288), 2);
    assert_eq!(breaks(6, 600), 2);
    // Where there is room for all of them the empty years are as long as the others.
    assert_eq!(breaks(6, 1160), 0);
    let picture = trend(6, "NL01", 1160, Some(2026));
    let own = strokes(&picture, "line own").pop().unwrap();
    let year = own[1].0 - own[0].0;
    assert!((end(&picture) + 11.5 * year - 1160.0).abs() < 1.0, "{own:?}");
}

#[test]
fn values_stand_at_the_end_of_their_own_line_in_small_charts() {
    // Figures of all others go on to 2023.
    let fixture = Fixture::new("share", &["GM9901", "GM9902", "NL01"], 2006..=2023);
    let dataset = fixture.dataset(|_, region, period| match (region, period > 8) {
        (2, _) => Cell::counts(600, 1000),
        (0, true) => Cell::status("missing"),
        _ => Cell::counts(200, 1000),
    });
    let asked = [
        ("indicator", "proef"),
        ("region", "GM9901"),
        ("view", "trend"),
        ("compare", "NL01,GM9902"),
    ];
    let request = request(&asked, 640).unwrap();
    let picture = Figure::new(&dataset, &request).unwrap().picture("proef").unwrap();
    let value =
        labels(&picture).into_iter().find(|l| l.text == "20,0%" && l.role == "own").unwrap();
    let beside = value.left - end(&picture);
    assert!((4.0..16.0).contains(&beside), "{value:?} {}", end(&picture));
}
