// SPDX-License-Identifier: EUPL-1.2
//! Whatever the figures and the width, everything lies on the sheet.

use crate::support::fixture::{Cell, Fixture, Indicator};
use crate::support::svg;
use crate::support::{dataset, request};
use kansrijke_start::data::dataset::Dataset;
use kansrijke_start::figure::Figure;
use proptest::prelude::*;

/// How many marks a view has. All that is drawn lies on the canvas, and marks have what readers
/// need.
fn marks(dataset: &Dataset, attributes: &[(&str, &str)], width: u32) -> usize {
    let request = request(attributes, width).unwrap();
    let picture = Figure::new(dataset, &request).unwrap().picture("id").unwrap();
    let (width, height) = (f64::from(width), svg::number(&picture, "height"));
    let inside = |x: f64, y: f64, what: &str| {
        let fits = (-1.5..=width + 1.5).contains(&x) && (-1.5..=height + 1.5).contains(&y);
        assert!(fits, "{x} {y} is not on {width} {height}: {what}");
    };
    for element in svg::elements(&picture) {
        for (x, y) in svg::points(element) {
            inside(x, y, &element.to_html());
        }
    }
    for label in svg::labels(&picture) {
        inside(label.left, label.bottom, &label.text);
    }
    for text in svg::elements(&picture).into_iter().filter(|element| element.name == "text") {
        assert!(svg::number(text, "font-size") >= 110.0, "smaller than 11: {}", text.to_html());
    }
    let marks = svg::marks(&picture);
    for mark in &marks {
        assert!(mark.attribute("aria-label").is_some_and(|label| label.contains(": ")));
        assert!(mark.attribute("data-region").is_some());
        // The names of a heat map may stand above what they are of.
        if mark.attribute("data-y").is_some() {
            inside(0.0, svg::number(mark, "data-y") / 10.0, &mark.to_html());
        }
    }
    marks.len()
}

/// Towns GM9901 and on in a made-up country, with its benchmark; `cells` by indicator and town.
fn file(cells: &[Vec<Cell>]) -> Dataset {
    let towns = cells.iter().map(Vec::len).max().unwrap_or_default();
    let mut regions: Vec<(String, String)> = (0..towns)
        .map(|nth| (format!("GM{}", 9901 + nth), format!("Verzonnen-aan-Zee {nth}")))
        .collect();
    regions.push(("NL01".into(), String::new()));
    let (phases, directions) =
        (["before", "during", "after", "programme"], ["lower", "higher", "context"]);
    let indicator = |nth: usize| Indicator {
        name: format!("Een verzonnen onderwerp met een vrij lange naam, het {nth}e"),
        phase: phases[nth % 4],
        direction: directions[nth % 3],
        ..Indicator::new(&format!("proef-{nth}"), if nth % 5 == 4 { "rate" } else { "share" })
    };
    let indicators = (0..cells.len()).map(indicator).collect();
    let fixture = Fixture { indicators, regions, periods: vec!["2015".into()] };
    fixture.dataset(|indicator, region, _| match region == towns {
        true => Cell::counts(12_000, 100_000),
        false => cells[indicator].get(region).copied().unwrap_or_default(),
    })
}

fn cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        6 => (10_u32..400, 0_u32..4000).prop_map(|(x, rest)| Cell::counts(x, x + 10 + rest)),
        1 => Just(Cell::status("withheld")),
        1 => Just(Cell::status("missing")),
        1 => Just(Cell::status("border-change")),
        1 => Just(Cell::default()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn whatever_the_figures_and_the_width(
        cells in prop::collection::vec(prop::collection::vec(cell(), 1..40), 1..24),
        width in 240_u32..1200,
        own in 9901_u32..9941,
        sort in prop::option::of(0_u32..30),
    ) {
        // A country without any figure has no chart.
        let is_shown = |cell: &Cell| cell.counts.is_some();
        prop_assume!(cells.iter().flatten().any(is_shown));
        let towns = cells.iter().map(Vec::len).max().unwrap_or_default() as u32;
        let data = file(&cells);
        let own = format!("GM{}", own.min(9900 + towns));
        let sort = sort.map(|n| format!("proef-{n}")).unwrap_or_default();
        let rows = marks(&data, &[("view", "heatmap"), ("region", &own), ("sort", &sort)], width);
        // Every town, and the reader's own at the top as well unless its values stand in its place,
        // for which a column needs room.
        let again = rows - towns as usize;
        prop_assert!(again <= 1);
        let columns = cells.iter().filter(|of_one| of_one.iter().any(is_shown)).count() as u32;
        prop_assert!(again == 1 || width >= 60 * columns, "{columns} columns");
        let rows = marks(&data, &[("view", "profile"), ("region", &own)], width);
        prop_assert!(rows <= cells.len());
    }
}

#[test]
fn shipped_regions_of_all_sorts_at_all_widths() {
    let dataset = dataset("").unwrap();
    // All sorts of regions, the smallest and the largest municipality among them.
    let codes = ["GM0096", "GM0599", "GM0344", "GM0060"];
    let is_tried =
        |nth: usize, code: &str| nth < 20 || nth.is_multiple_of(7) || codes.contains(&code);
    for (nth, region) in dataset.regions.iter().enumerate() {
        if !is_tried(nth, &region.code) {
            continue;
        }
        let width = 240 + (nth as u32 * 37) % 960;
        assert!(marks(dataset, &[("view", "profile"), ("region", &region.code)], width) > 0);
    }
    for within in ["NL01", "PV26", "GG2514", "similar"] {
        for width in [240, 288, 320, 640, 1200] {
            let attributes = [("view", "heatmap"), ("region", "Leiden"), ("within", within)];
            assert!(marks(dataset, &attributes, width) > 0);
        }
    }
}

/// Also where the reason why there is no mark takes two lines.
#[test]
fn the_texts_of_a_profile_leave_each_other_room() {
    let dataset = dataset("").unwrap();
    for code in ["GM0599", "GM0344", "GM0060", "NL01"] {
        for width in [240, 288, 320, 480, 640, 1200] {
            let request = request(&[("view", "profile"), ("region", code)], width).unwrap();
            let picture = Figure::new(dataset, &request).unwrap().picture("id").unwrap();
            let labels = svg::labels(&picture);
            for (nth, one) in labels.iter().enumerate() {
                for other in labels.iter().skip(nth + 1) {
                    assert!(one.is_apart_from(other), "{code} {width}: {one:?} {other:?}");
                }
            }
        }
    }
}

#[test]
fn a_region_from_elsewhere_stands_above_the_members() {
    let dataset = dataset("").unwrap();
    let drawn_at = |width: u32, region: &str, within: &str| {
        let attributes = [("view", "heatmap"), ("region", region), ("within", within)];
        let request = request(&attributes, width).unwrap();
        let figure = Figure::new(dataset, &request).unwrap();
        let said = figure.sentences().join(" ");
        (figure.picture("id").unwrap().to_html(), figure.tree("id").to_html(), said)
    };
    let drawn = |region: &str, within: &str| drawn_at(288, region, within);
    let own = "data-region=\"GM0344\"";
    // Twice where it is a member, once where it is not, each time first; nothing of the rest moves.
    let (member, _, _) = drawn("Utrecht", "PV26");
    assert_eq!(member.matches(own).count(), 2);
    // Beside values a member has its place in a list that is seen as a whole.
    let (valued, _, _) = drawn_at(640, "Utrecht", "PV26");
    assert_eq!(valued.matches(own).count(), 1);
    assert!(valued.contains("3,6") && !member.contains("3,6"), "no value of Utrecht");
    assert!(valued.find(own) > valued.find("data-region=\"GM0307\""), "not in its place");
    let (guest, page, said) = drawn("Utrecht", "PV28");
    assert_eq!(guest.matches(own).count(), 1);
    let (home, _, _) = drawn("Gouda", "PV28");
    assert_eq!(guest.matches("data-region=").count(), home.matches("data-region=").count());
    assert!(guest.find(own) < guest.find("data-region=\"GM0482\""), "its row is not the first");
    assert!(said.contains("Utrecht. Gunstiger dan in Nederland: ‘"), "{said}");
    let rows = page.split("<tbody>").nth(1).unwrap();
    assert!(rows.starts_with("<tr class=\"own\"><th scope=\"row\">Utrecht</th>"), "{rows:.80}");
    // Only members are counted: the same numbers with either.
    let counts = |said: &str| said.split(" Geen duidelijk verschil ").next().unwrap().to_string();
    assert_eq!(counts(&said), counts(&drawn("Gouda", "PV28").2));
    // The benchmark has no row: it is what all others are compared with.
    assert_eq!(drawn("NL01", "PV28").0.matches("data-region=\"NL01\"").count(), 0);
}
