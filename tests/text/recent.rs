// SPDX-License-Identifier: EUPL-1.2
//! What the figures say of the last five years is what the counts say: computed here once more
//! by another way, for every region of the shipped births, in both languages.

use crate::support::published::Published;
use crate::support::{dataset, request};
use kansrijke_start::figure::Figure;
use kansrijke_start::indicator::definition::{Definition, Direction};
use kansrijke_start::indicator::finding::{Absence, Estimate, Finding, Firmness, Outcome};
use kansrijke_start::indicator::period::Period;
use kansrijke_start::indicator::recent::RecentTrend;
use kansrijke_start::request::Language;
use kansrijke_start::stats::trend::Verdict;
use kansrijke_start::text::words::Words;
use proptest::prelude::*;
use serde_json::json;
use std::collections::BTreeMap;

/// The 99.8 % point of chi-square with one degree of freedom.
const CRITICAL: f64 = 9.549_535_706_083_24;

/// (year, events, persons).
type Count = (f64, f64, f64);

/// The verdict on five years: Cochran's test as a z-score of the weighted covariance of year
/// and event, and the sign of Pearson's correlation of year and logit without each year.
fn verdict(years: &[Count]) -> Verdict {
    let n: f64 = years.iter().map(|y| y.2).sum();
    let p = years.iter().map(|y| y.1).sum::<f64>() / n;
    let mean = years.iter().map(|y| y.0 * y.2).sum::<f64>() / n;
    let covariance: f64 = years.iter().map(|y| (y.0 - mean) * (y.1 - y.2 * p)).sum();
    let variance: f64 =
        p * (1.0 - p) * years.iter().map(|y| y.2 * (y.0 - mean).powi(2)).sum::<f64>();
    let signs: Vec<f64> = (0..years.len())
        .map(|dropped| {
            let kept: Vec<(f64, f64)> = years
                .iter()
                .enumerate()
                .filter(|(i, _)| *i != dropped)
                .map(|(_, y)| (y.0, (y.1 / y.2 / (1.0 - y.1 / y.2)).ln()))
                .collect();
            let count = kept.len() as f64;
            let (t, l) = kept.iter().fold((0.0, 0.0), |(a, b), (t, l)| (a + t, b + l));
            kept.iter().map(|(x, y)| (x - t / count) * (y - l / count)).sum::<f64>().signum()
        })
        .collect();
    let is_sure = covariance * covariance / variance > CRITICAL;
    if is_sure && signs.iter().all(|s| *s > 0.0) {
        Verdict::Increasing
    } else if is_sure && signs.iter().all(|s| *s < 0.0) {
        Verdict::Decreasing
    } else {
        Verdict::NoChange
    }
}

/// What must be said of the five years up to `last`, from the published counts; nothing where
/// there is nothing to say.
fn expected(published: &Published, region: usize, last: i32) -> Option<Verdict> {
    let years = (last - 4..=last).map(|year| Some((year, published.period(&year.to_string())?)));
    let years: Vec<_> = years.collect::<Option<_>>()?;
    let shown = |(year, period): &(i32, usize)| {
        if published.status(0, region, *period).is_some() {
            return None;
        }
        let (x, n) = published.counts(0, region, *period)?;
        Some((f64::from(*year), x, n))
    };
    let counts: Vec<Count> = years.iter().filter_map(shown).collect();
    let is_last_shown = counts.last().is_some_and(|c| c.0 == f64::from(last));
    // A series that begins among the five years is no series with a gap in it.
    let is_early = |code: &str| code[..4].parse::<i32>().unwrap() <= last - 4;
    let mut early = published.periods.iter().enumerate().filter(|(_, code)| is_early(code));
    let is_begun = early.any(|(period, _)| published.counts(0, region, period).is_some());
    match counts.len() {
        5 => Some(verdict(&counts)),
        2.. if is_last_shown && is_begun => Some(Verdict::CannotBeCalculated),
        _ => None,
    }
}

/// The words that must be among the sentences, written out by hand.
fn words(english: bool, verdict: Verdict, direction: Direction) -> &'static str {
    match (english, verdict, direction) {
        (false, Verdict::Increasing, Direction::Context) => "tot en met 2015 gestegen.",
        (false, Verdict::Increasing, Direction::Lower) => {
            "tot en met 2015 gestegen, en dus ongunstiger geworden."
        }
        (false, Verdict::Decreasing, Direction::Context) => "tot en met 2015 gedaald.",
        (false, Verdict::Decreasing, Direction::Lower) => {
            "tot en met 2015 gedaald, en dus gunstiger geworden."
        }
        (false, Verdict::NoChange, _) => "tot en met 2015 geen duidelijke verandering te zien.",
        (false, Verdict::CannotBeCalculated, _) => "niet van al die jaren is er een cijfer.",
        (true, Verdict::Increasing, Direction::Context) => "the figure rose from 2011 to 2015.",
        (true, Verdict::Increasing, Direction::Lower) => {
            "the figure rose from 2011 to 2015, and so became worse."
        }
        (true, Verdict::Decreasing, Direction::Context) => "the figure fell from 2011 to 2015.",
        (true, Verdict::Decreasing, Direction::Lower) => {
            "the figure fell from 2011 to 2015, and so became better."
        }
        (true, Verdict::NoChange, _) => "no clear change can be seen from 2011 to 2015.",
        (true, Verdict::CannotBeCalculated, _) => "not all of those years have one.",
        (_, _, Direction::Higher) => panic!("none of the births is better when higher"),
    }
}

/// What only sentences about the last years hold.
const MARKS: [&str; 4] = ["tot en met 2015", "tot en met 2014", "from 2011 to", "from 2010 to"];

#[test]
fn every_sentence_agrees_with_the_counts() {
    let mut tally: BTreeMap<String, usize> = BTreeMap::new();
    for indicator in ["tienermoeders", "moeders-35-plus", "eerste-kinderen"] {
        let dataset = dataset(indicator).unwrap();
        let published = Published::read(indicator);
        let direction = dataset.definitions.first().unwrap().direction;
        let mut municipalities = 0;
        for region in &dataset.regions {
            let place = published.region(&region.code);
            municipalities += usize::from(region.code.starts_with("GM"));
            for (view, language) in [
                ("trend", "nl"),
                ("trend", "en"),
                ("number", "nl"),
                ("number", "en"),
                ("compare", "nl"),
            ] {
                let attributes = [
                    ("indicator", indicator),
                    ("region", &region.code),
                    ("view", view),
                    ("lang", language),
                    ("period", "2015"),
                ];
                let request = request(&attributes, 500).unwrap();
                let figure = Figure::new(dataset, &request).unwrap();
                let said = figure.sentences().join(" ");
                let expected = expected(&published, place, 2015).filter(|verdict| match view {
                    "trend" => true,
                    "number" => *verdict != Verdict::CannotBeCalculated,
                    _ => false,
                });
                let Some(verdict) = expected else {
                    assert!(!MARKS.iter().any(|m| said.contains(m)), "{indicator}: {said}");
                    assert_eq!(figure.json().get("recentTrend").unwrap(), &json!(null));
                    continue;
                };
                let words = words(language == "en", verdict, direction);
                assert!(said.contains(words), "{indicator} {verdict:?}: {said}");
                // The place is that of the figure, not of the benchmark beside it.
                let name = Words::of(request.language).place(region);
                let sentence = said.split_inclusive(". ").find(|s| s.contains(words)).unwrap();
                assert!(sentence.contains(&name), "{name}: {sentence}");
                assert_eq!(
                    figure.json().get("recentTrend").unwrap(),
                    &json!({"from": 2011, "to": 2015, "verdict": verdict.word()}),
                );
                if request.language == Language::Dutch && region.code.starts_with("GM") {
                    let key = format!("{indicator} {view} {}", verdict.word());
                    *tally.entry(key).or_default() += 1;
                }
            }
        }
        assert_eq!(municipalities, 342);
    }
    // Without one of each there would be nothing to disagree about.
    for key in [
        "tienermoeders number decreasing",
        "tienermoeders number no-change",
        "tienermoeders trend cannot-be-calculated",
        "moeders-35-plus trend increasing",
        "moeders-35-plus trend decreasing",
        "eerste-kinderen trend no-change",
    ] {
        assert!(tally.get(key).is_some_and(|count| *count > 0), "{key} is not among {tally:?}");
    }
}

#[test]
fn the_years_are_those_up_to_the_period_asked_for() {
    let dataset = dataset("tienermoeders").unwrap();
    let published = Published::read("tienermoeders");
    let place = published.region("GM0599");
    for (period, last) in
        [("2015", Some(2015)), ("2014", Some(2014)), ("2013", None), ("2010-2015", None)]
    {
        let attributes = [("indicator", "tienermoeders"), ("region", "GM0599"), ("period", period)];
        let request = request(&attributes, 500).unwrap();
        let json = Figure::new(dataset, &request).unwrap().json();
        let expected = last.map(|last: i32| {
            let verdict = expected(&published, place, last).unwrap();
            json!({"from": last - 4, "to": last, "verdict": verdict.word()})
        });
        assert_eq!(json.get("recentTrend").unwrap(), &json!(expected), "{period}");
    }
}

fn definition(direction: Direction) -> Definition {
    let births = dataset("tienermoeders").unwrap().definitions.first().unwrap();
    Definition { direction, ..births.clone() }
}

fn shown(year: i32, numerator: f64, denominator: f64) -> Finding {
    let outcome = Outcome::Shown(Estimate {
        value: numerator / denominator * 1000.0,
        interval: None,
        numerator: Some(numerator),
        denominator: Some(denominator),
        firmness: Firmness::Final,
    });
    Finding { period: Period::years(year, year), outcome }
}

/// Seven years of a made-up region, the last five of them rising.
fn rising() -> Vec<Finding> {
    let numerators = [90.0, 80.0, 50.0, 70.0, 90.0, 110.0, 130.0];
    numerators.iter().zip(2009..).map(|(x, year)| shown(year, *x, 1000.0)).collect()
}

fn of(definition: &Definition, findings: &[Finding]) -> Option<Verdict> {
    let last = findings.last().unwrap().period;
    let recent = RecentTrend::of(definition, findings, last)?;
    assert_eq!(recent.span, Period::years(2011, 2015));
    Some(recent.verdict)
}

#[test]
fn the_words_follow_the_direction() {
    let findings = rising();
    let better = |direction| {
        let recent = RecentTrend::of(&definition(direction), &findings, Period::years(2015, 2015));
        recent.unwrap().better(direction)
    };
    assert_eq!(better(Direction::Higher), Some(true));
    assert_eq!(better(Direction::Lower), Some(false));
    assert_eq!(better(Direction::Context), None);
}

#[test]
fn a_gap_or_a_break_among_the_five_leaves_nothing_to_calculate() {
    let rate = definition(Direction::Lower);
    assert_eq!(of(&rate, &rising()), Some(Verdict::Increasing));
    for outcome in [
        Outcome::Withheld,
        Outcome::Absent(Absence::Missing),
        Outcome::Absent(Absence::BorderChange),
        Outcome::Absent(Absence::Incomplete),
        Outcome::Absent(Absence::NotApplicable),
    ] {
        for year in 2..6 {
            let mut findings = rising();
            findings.get_mut(year).unwrap().outcome = outcome.clone();
            assert_eq!(of(&rate, &findings), Some(Verdict::CannotBeCalculated));
        }
        // The figure itself is not there: nothing to follow up.
        let mut findings = rising();
        findings.get_mut(6).unwrap().outcome = outcome.clone();
        assert_eq!(of(&rate, &findings), None);
        // A year before the five changes nothing.
        let mut findings = rising();
        findings.get_mut(1).unwrap().outcome = outcome;
        assert_eq!(of(&rate, &findings), Some(Verdict::Increasing));
    }
    // A year that nobody has is no period of the series.
    let mut findings = rising();
    findings.remove(3);
    assert_eq!(of(&rate, &findings), None);
    for (at, expected) in [("2011", Some(Verdict::Increasing)), ("2012", None), ("2015", None)] {
        let mut broken = definition(Direction::Lower);
        let text = kansrijke_start::indicator::bilingual::Bilingual::default();
        broken.breaks.push(kansrijke_start::indicator::definition::Break {
            at: at.to_string(),
            reason: text,
        });
        assert_eq!(of(&broken, &rising()), expected, "a break in {at}");
    }
}

#[test]
fn without_counts_or_persons_there_is_no_test() {
    use kansrijke_start::indicator::definition::{Counted, Kind};
    let rate = definition(Direction::Lower);
    let mut bare = rising();
    if let Outcome::Shown(figure) = &mut bare.get_mut(4).unwrap().outcome {
        figure.numerator = None;
    }
    assert_eq!(of(&rate, &bare), None);
    for kind in [Kind::Count, Kind::Mean, Kind::Presence] {
        assert_eq!(of(&Definition { kind, ..rate.clone() }, &rising()), None);
    }
    assert_eq!(
        of(&Definition { kind: Kind::Share, ..rate.clone() }, &rising()),
        Some(Verdict::Increasing)
    );
    assert_eq!(of(&Definition { counted: Counted::Municipalities, ..rate }, &rising()), None);
}

#[test]
fn windows_of_years_count_only_where_they_do_not_overlap() {
    let rate = definition(Direction::Lower);
    let window = |first: i32, last: i32, x: f64| {
        let mut finding = shown(first, x, 1000.0);
        finding.period = Period::years(first, last);
        finding
    };
    let apart: Vec<Finding> =
        (0..5).map(|i| window(2001 + 3 * i, 2003 + 3 * i, 50.0 + 20.0 * f64::from(i))).collect();
    let recent = RecentTrend::of(&rate, &apart, Period::years(2013, 2015)).unwrap();
    assert_eq!((recent.span, recent.verdict), (Period::years(2001, 2015), Verdict::Increasing));
    let rolling: Vec<Finding> =
        (0..5).map(|i| window(2009 + i, 2011 + i, 50.0 + 20.0 * f64::from(i))).collect();
    assert_eq!(RecentTrend::of(&rate, &rolling, Period::years(2013, 2015)), None);
}

proptest! {
    /// Any five years: the verdict is the one computed above, its mirror is the opposite one,
    /// and neither earlier years nor longer periods among the findings change it.
    #[test]
    fn any_five_years(
        counts in prop::collection::vec((10_u32..2000, 10_u32..20_000), 5),
        earlier in prop::collection::vec((10_u32..2000, 10_u32..20_000), 0..4),
    ) {
        let rate = definition_once();
        let year = |(at, (x, rest)): (i32, &(u32, u32))| {
            shown(at, f64::from(*x), f64::from(x + rest))
        };
        let five: Vec<Finding> = (2011..).zip(&counts).map(year).collect();
        let raw: Vec<Count> = (2011..).zip(&counts)
            .map(|(at, (x, rest))| (f64::from(at), f64::from(*x), f64::from(x + rest)))
            .collect();
        prop_assert_eq!(of(rate, &five), Some(verdict(&raw)));

        let mirror: Vec<Finding> = (2011..).zip(&counts)
            .map(|(at, (x, rest))| shown(at, f64::from(*rest), f64::from(x + rest)))
            .collect();
        let opposite = match verdict(&raw) {
            Verdict::Increasing => Verdict::Decreasing,
            Verdict::Decreasing => Verdict::Increasing,
            other => other,
        };
        prop_assert_eq!(of(rate, &mirror), Some(opposite));

        let mut more: Vec<Finding> =
            (2011 - earlier.len() as i32..).zip(&earlier).map(year).collect();
        more.extend(five.iter().cloned());
        let pooled = Finding { period: Period::years(2010, 2015), ..shown(2010, 400.0, 900.0) };
        more.insert(more.len() - 1, pooled);
        prop_assert_eq!(of(rate, &more), Some(verdict(&raw)));
    }
}

fn definition_once() -> &'static Definition {
    static DEFINITION: std::sync::OnceLock<Definition> = std::sync::OnceLock::new();
    DEFINITION.get_or_init(|| definition(Direction::Lower))
}
