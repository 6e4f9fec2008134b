// SPDX-License-Identifier: EUPL-1.2
//! Regions beside each other: every mark tells how its region compares, words instead of a figure
//! are not crossed by lines, and numbers of persons that are left out are said to be.

use crate::apart::wilson;
use crate::support::published::Published;
use crate::support::{svg, with_figure};
use kansrijke_start::figure::Figure;
use kansrijke_start::markup::Element;

/// The labels of the marks by region.
fn labels(figure: &Figure) -> Vec<(String, String)> {
    let attribute = |e: &Element, name| e.attribute(name).map(str::to_string);
    let label = |e: &Element| Some((attribute(e, "data-region")?, attribute(e, "aria-label")?));
    svg::marks(&figure.tree("beside")).into_iter().filter_map(label).collect()
}

#[test]
fn every_mark_tells_how_its_region_compares() {
    let published = Published::read("eerste-kinderen");
    let counts =
        |code: &str| published.counts(0, published.region(code), published.period("2015")?);
    let mut told = [0; 3];
    for region in ["GM0363", "GM0513", "GM0344", "GM0599", "GM1680", "GM0995"] {
        let attributes =
            [("indicator", "eerste-kinderen"), ("region", region), ("view", "compare")];
        let labels = with_figure(&[&attributes[..], &[("period", "2015")]].concat(), 640, labels);
        // The provinces of Utrecht, Drenthe and Flevoland are health regions, too, and have one row.
        let rows = if ["GM0344", "GM1680", "GM0995"].contains(&region) { 3 } else { 4 };
        assert_eq!(labels.len(), rows, "{labels:?}");
        let national = counts("NL01").map(|(x, n)| x / n).unwrap();
        for (code, label) in labels {
            if code == "NL01" {
                assert!(!label.contains("Dat is"), "{label}");
                continue;
            }
            let (lower, upper) = wilson(counts(&code).unwrap());
            let (nth, words) = match (lower > national, upper < national) {
                (true, _) => (0, "Dat is hoger dan in Nederland"),
                (_, true) => (1, "Dat is lager dan in Nederland"),
                _ => (2, "Dat is geen duidelijk verschil met Nederland"),
            };
            told[nth] += 1;
            assert!(label.contains(words), "{code}: {label}");
        }
    }
    assert!(told.iter().all(|count| *count > 0), "{told:?}");
}

#[test]
fn a_withheld_region_says_nothing_of_how_it_compares() {
    let attributes = [("indicator", "tienermoeders"), ("region", "Rozendaal"), ("view", "compare")];
    let labels = with_figure(&attributes, 640, labels);
    let (_, own) = labels.first().unwrap();
    assert_eq!(own, "Rozendaal: te weinig kinderen om te tonen");
}

#[test]
fn words_instead_of_a_figure_are_not_crossed_by_lines() {
    for width in [300, 640, 1200] {
        let attributes =
            [("indicator", "tienermoeders"), ("region", "Rozendaal"), ("view", "compare")];
        with_figure(&attributes, width, |figure| {
            let tree = figure.tree("beside");
            let picture = svg::children(&tree).find(|child| child.name == "svg").unwrap();
            let labels = svg::labels(picture);
            let words = labels.iter().find(|label| label.text.contains("te weinig")).unwrap();
            let across = words.top..words.bottom;
            let mut lines = 0;
            for class in ["line grid", "line reference"] {
                for stroke in svg::strokes(picture, class) {
                    let [(_, one), (_, other)] = stroke[..] else { panic!("{stroke:?}") };
                    lines += 1;
                    let is_apart = one.max(other) <= across.start || one.min(other) >= across.end;
                    assert!(is_apart, "{width}: {stroke:?} crosses {words:?}");
                }
            }
            assert!(lines > 4, "{width}: {lines}");
        });
    }
}

#[test]
fn a_count_says_that_other_regions_are_left_out() {
    const SAID: &str = "Andere gebieden staan niet in de grafiek";
    for (view, compare, is_said) in [
        ("trend", "NL01", false),
        ("trend", "NL01,GM0599", true),
        ("trend", "GM0599", true),
        ("compare", "NL01", true),
        ("number", "NL01,GM0599", false),
        ("table", "NL01,GM0599", false),
    ] {
        let attributes = [
            ("indicator", "levendgeborenen"),
            ("region", "Utrecht"),
            ("view", view),
            ("compare", compare),
        ];
        let told = with_figure(&attributes, 640, |figure| svg::text(&figure.tree("beside")));
        assert_eq!(told.contains(SAID), is_said, "{view} {compare}");
    }
    let attributes =
        [("indicator", "tienermoeders"), ("region", "Utrecht"), ("compare", "NL01,GM0599")];
    let told = with_figure(&[&attributes[..], &[("view", "trend")]].concat(), 640, |f| {
        svg::text(&f.tree("x"))
    });
    assert!(!told.contains(SAID));
}

#[test]
fn last_values_say_of_when_they_are_where_that_is_not_the_period_of_the_sentence() {
    for (indicator, region, compare, values) in [
        ("moeders-35-plus", "Amersfoort", "NL01", &["31,2%", "27,5%"][..]),
        // The sentence is about all years together.
        ("moeders-35-plus", "Rozendaal", "NL01,GM0202", &["28,8%", "(2023)"]),
        // The country goes on where the municipality ends.
        ("eerste-kinderen", "Gouda", "NL01", &["46,0% (2023)", "44,0% (2015)"]),
    ] {
        let attributes =
            [("indicator", indicator), ("region", region), ("view", "trend"), ("compare", compare)];
        with_figure(&attributes, 640, |figure| {
            let picture = figure.picture("beside").unwrap();
            let said: Vec<String> =
                svg::labels(&picture).into_iter().map(|label| label.text).collect();
            for value in values {
                let ends = |text: &String| text == value || text.ends_with(&format!(" {value}"));
                assert!(said.iter().any(ends), "{region} {value}: {said:?}");
            }
            let is_dated = values.iter().any(|value| value.contains('('));
            assert_eq!(said.iter().any(|text| text.contains("(20")), is_dated, "{said:?}");
        });
    }
}

#[test]
fn a_trend_speaks_of_the_first_and_the_last_value_that_it_draws() {
    let mut pooled = 0;
    for indicator in ["tienermoeders", "moeders-35-plus"] {
        let published = Published::read(indicator);
        let factor = if indicator == "tienermoeders" { 1000.0 } else { 100.0 };
        let mut told = 0;
        for (region, code) in published.regions.iter().enumerate() {
            let years: Vec<(&String, f64)> = published
                .periods
                .iter()
                .enumerate()
                .filter(|(_, period)| !period.contains('-'))
                .filter_map(|(at, period)| {
                    let (x, n) = published.counts(0, region, at)?;
                    Some((period, x / n * factor))
                })
                .collect();
            let ([first, .., last], true) = (&years[..], code.starts_with("GM")) else { continue };
            let is_shown =
                |period| published.counts(0, region, published.period(period).unwrap()).is_some();
            let is_newer = last.0.as_str() < "2023" && is_shown("2019-2023");
            pooled += usize::from(is_newer);
            told += 1;
            let asked = [("indicator", indicator), ("region", code), ("view", "trend")];
            let said = with_figure(&asked, 640, |figure| figure.sentences().join(" "));
            for (period, value) in [first, last] {
                let value = format!("{:.1}", (value * 10.0).round() / 10.0).replace('.', ",");
                let is_named =
                    said.split_inclusive(['.', '?']).collect::<Vec<_>>().windows(3).any(|parts| {
                        let sentence = parts.concat();
                        sentence.contains(&value) && sentence.contains(period.as_str())
                    });
                assert!(is_named, "{code} {period} {value}: {said}");
            }
            assert!(!said.contains("in de jaren 20"), "{code}: {said}");
        }
        assert!(told > 20, "{told}");
    }
    assert!(pooled > 3, "{pooled}");
}
