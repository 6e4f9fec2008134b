// SPDX-License-Identifier: EUPL-1.2
//! No sentence claims more than its test: for every municipality and every shipped indicator, what is
//! said of gaps, ranks, chance and stabilised figures agrees with numbers that are computed here from
//! the files, or with the numbers that others' code confirmed (`tests/stats`).

use crate::apart::{byar, wilson};
use crate::support::published::Published;
use crate::support::{dataset, figures, request};
use kansrijke_start::figure::Figure;
use kansrijke_start::indicator::definition::{Direction, Kind};
use kansrijke_start::request::Language;
use kansrijke_start::text::words::insight::InsightWords;
use kansrijke_start::view::insight::{Conclusion, Insight, NoGap};
use kansrijke_start::view::members::Member;

/// What is never said of a gap, nor of anything else here.
const NEVER: [&str; 9] = [
    "te veel",
    "onnodig",
    "te voorkomen",
    "winst",
    "staat op plaats",
    "too many",
    "avoidable",
    "preventable",
    " gain ",
];

/// The insight into the municipalities of a shipped indicator, where it has figures of them.
fn insight(id: &str) -> Option<Insight<'static>> {
    let asked = [("indicator", id), ("region", "NL01"), ("view", "ranking")];
    Insight::find(dataset(id).unwrap(), &request(&asked, 640).unwrap()).ok()
}

fn shipped() -> Vec<String> {
    let folder = std::fs::read_dir(figures().join("indicator")).unwrap();
    let names = folder.map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut ids: Vec<String> =
        names.filter_map(|name| Some(name.strip_suffix(".json")?.to_string())).collect();
    ids.sort();
    ids
}

/// Whole numbers of a text, with the language's sign between groups.
fn numbers(text: &str) -> Vec<f64> {
    let mut found = Vec::new();
    for word in text.split(|c: char| !(c.is_ascii_digit() || c == '.' || c == ',')) {
        let word = word.trim_matches(['.', ',']);
        if !word.is_empty() && word.chars().any(|c| c.is_ascii_digit()) {
            found.push(word.replace(['.', ','], "").parse().unwrap());
        }
    }
    found
}

/// What the file says of a municipality and the country: counts, and whether they differ.
struct Apart {
    counts: Option<(f64, f64)>,
    limits: (f64, f64),
    benchmark: Option<f64>,
}

impl Apart {
    fn of(file: &Published, insight: &Insight, code: &str) -> Self {
        let period = file.period(&insight.set.period.code()).unwrap();
        let own = |code: &str| file.counts(0, file.region(code), period);
        let counts = own(code);
        let is_rate = insight.set.definition.kind == Kind::Rate;
        let limits = counts.map_or((0.0, 0.0), if is_rate { byar } else { wilson });
        let factor = insight.set.definition.kind.factor();
        let value =
            file.number(0, "value", file.region("NL01"), period).map(|value| value / factor);
        let benchmark = value.or(own("NL01").map(|(x, n)| x / n));
        Self { counts, limits, benchmark }
    }

    fn side(&self) -> i32 {
        match self.benchmark {
            Some(b) if self.counts.is_some() && self.limits.1 < b => -1,
            Some(b) if self.counts.is_some() && self.limits.0 > b => 1,
            _ => 0,
        }
    }
}

fn check_gap(insight: &Insight, member: &Member, found: &Conclusion, apart: &Apart) -> usize {
    let dutch = InsightWords::of(Language::Dutch).gap(insight, member, found);
    let english = InsightWords::of(Language::English).gap(insight, member, found);
    let is_context = insight.set.definition.direction == Direction::Context;
    let is_coarse = found.gap == Err(NoGap::Coarse);
    let expected = apart.side() != 0 && !is_context && !is_coarse;
    assert_eq!(dutch.is_some(), expected, "{}: {dutch:?}", member.region.code);
    let Some((dutch, english)) = dutch.zip(english) else { return 0 };
    let ((x, n), b) = (apart.counts.unwrap(), apart.benchmark.unwrap());
    let (lower, upper) = (n * apart.limits.0 - n * b, n * apart.limits.1 - n * b);
    let (near, far) = if apart.side() > 0 { (lower, upper) } else { (upper, lower) };
    let step = f64::from(insight.step);
    let rounded = |number: f64| (number.abs() / step).round() * step;
    let expected = [x - n * b, near, far].map(rounded);
    for (said, more, fewer, end) in [
        (
            &dutch,
            " meer dan bij",
            " minder dan bij",
            "Dit is een rekensom, geen doel en geen oorzaak.",
        ),
        (
            &english,
            " more than at",
            " fewer than at",
            "This is arithmetic, not a target and not a cause.",
        ),
    ] {
        let (_, rest) = said.split_once(": ").unwrap();
        let rest = rest.split(").").next().unwrap();
        let told = numbers(rest);
        assert_eq!(told.len(), 3, "{said}");
        for (told, expected) in told.iter().zip(expected) {
            // What rounds to nothing is fewer than one step.
            let is_small = expected == 0.0 && *told == step;
            assert!(is_small || *told == expected, "{said}: {expected}");
        }
        assert!(said.contains(if apart.side() > 0 { more } else { fewer }), "{said}");
        assert!(said.ends_with(end), "{said}");
    }
    1
}

fn check_rank(insight: &Insight, member: &Member, found: &Conclusion) -> usize {
    let mut said_of = 0;
    for language in [Language::Dutch, Language::English] {
        let Some(said) = InsightWords::of(language).rank(insight, member, found) else { continue };
        let set = found.ranked.unwrap().alone;
        let (_, rest) = said.split_once(": ").unwrap();
        let rest = rest.split(" (95").next().unwrap();
        if set.best == 1 && set.worst == insight.areas {
            assert!(rest.contains("elke plaats") || rest.contains("any rank"), "{said}");
        } else {
            let ends =
                if set.best == set.worst { vec![set.best] } else { vec![set.best, set.worst] };
            let told: Vec<f64> = ends.iter().chain([&insight.areas]).map(|n| *n as f64).collect();
            assert_eq!(numbers(rest), told, "{said}");
        }
        said_of += 1;
    }
    said_of
}

fn check_stabilised(insight: &Insight, member: &Member, found: &Conclusion) -> usize {
    let Some(said) = InsightWords::of(Language::Dutch).stabilised(insight, member, found) else {
        return 0;
    };
    let figure = found.stabilised.unwrap();
    if let Some(interval) = figure.interval {
        assert!(interval.lower < figure.value && figure.value < interval.upper);
        let (_, weights) = said.split_once("telt voor ").unwrap();
        let weights = numbers(weights);
        assert_eq!(weights.first().unwrap() + weights.last().unwrap(), 100.0, "{said}");
        assert!((weights.first().unwrap() - figure.weight * 100.0).abs() <= 0.5, "{said}");
    } else {
        assert!(said.contains("geen verschil te zien buiten het toeval"), "{said}");
    }
    1
}

#[test]
fn no_sentence_claims_more_than_its_test() {
    let (mut seen, mut gaps, mut ranks, mut stabilised, mut towns) = (0, 0, 0, 0, 0);
    for id in shipped() {
        let Some(insight) = insight(&id) else { continue };
        seen += 1;
        let file = Published::read(&id);
        let mut coloured = 0;
        for (member, found) in insight.members() {
            towns += 1;
            let all: Vec<String> = [Language::Dutch, Language::English]
                .iter()
                .flat_map(|language| InsightWords::of(*language).of_member(&insight, member, found))
                .collect();
            for said in &all {
                assert!(!said.contains('{'), "{said}");
                assert!(NEVER.iter().all(|never| !said.contains(never)), "{said}");
            }
            if member.estimate().is_none() {
                assert!(all.is_empty(), "{id} {}: {all:?}", member.region.code);
                continue;
            }
            let is_counted = matches!(insight.set.definition.kind, Kind::Share | Kind::Rate);
            if !is_counted
                || file
                    .counts(
                        0,
                        file.region(&member.region.code),
                        file.period(&insight.set.period.code()).unwrap(),
                    )
                    .is_none()
            {
                assert!(found.gap.is_err() && found.stabilised.is_none());
                continue;
            }
            let apart = Apart::of(&file, &insight, &member.region.code);
            coloured += usize::from(apart.side() != 0);
            gaps += check_gap(&insight, member, found, &apart);
            ranks += check_rank(&insight, member, found);
            stabilised += check_stabilised(&insight, member, found);
            if found.adjusted.is_some_and(|(_, holds)| holds) {
                assert_ne!(apart.side(), 0, "{id} {}: what holds is coloured", member.region.code);
            }
        }
        for language in [Language::Dutch, Language::English] {
            let words = InsightWords::of(language);
            if let Some(said) = words.spread(&insight) {
                let claims = said.contains("meer dan door toeval.")
                    || said.contains("more than chance. The");
                let is_over = insight.dispersion.as_ref().is_some_and(|found| found.is_over());
                assert_eq!(claims, is_over, "{said}");
            }
            if let Some(said) = words.discoveries(&insight) {
                let found = insight.discoveries.as_ref().unwrap();
                assert_eq!(
                    numbers(&said)[..2],
                    [coloured as f64, found.areas as f64],
                    "{id}: {said}"
                );
                let chance = (0.05 * found.areas as f64).round();
                let is_little = said.contains("niet meer dan het toeval")
                    || said.contains("no more than chance");
                assert_eq!(is_little, coloured as f64 <= chance, "{said}");
                assert!(insight.holding() <= coloured);
            }
        }
    }
    println!(
        "{seen} indicators, {towns} towns; {gaps} gaps, {ranks} ranks, {stabilised} stabilised"
    );
    assert!(
        seen >= 3 && gaps >= 30 && ranks >= 600 && stabilised >= 300,
        "{seen} {gaps} {ranks} {stabilised}"
    );
}

/// What a figure of shipped data concludes, in sentences.
fn concluded(asked: &[(&str, &str)]) -> Vec<String> {
    let mut request = request(asked, 640).unwrap();
    let told = Figure::new(dataset("").unwrap(), &request).unwrap().sentences();
    request.insight = true;
    let all = Figure::new(dataset("").unwrap(), &request).unwrap().sentences();
    assert_eq!(all.get(..told.len()), Some(&*told));
    all[told.len()..].to_vec()
}

#[test]
fn many_indicators_have_a_line_each() {
    let profile = concluded(&[("region", "Rotterdam"), ("view", "profile")]);
    let teens = profile.iter().find(|line| line.contains("jonger dan 20 jaar")).unwrap();
    assert!(teens.contains("kinderen meer dan bij het cijfer van Nederland (tussen "), "{teens}");
    let meaning = "Dit is een rekensom, geen doel en geen oorzaak.";
    assert_eq!(profile.iter().filter(|line| line.contains(meaning)).count(), 1);
    assert_eq!(profile.last().unwrap(), meaning);
    let map = concluded(&[("region", "Rotterdam"), ("view", "heatmap"), ("within", "similar")]);
    // Of all municipalities, not of those that are seen.
    for line in &map {
        let (before, _) = line.split_once(" gemeenten zijn gekleurd.").unwrap();
        assert!(*numbers(before).last().unwrap() > 300.0, "{line}");
    }
    assert!(map.len() > 2);
    assert!(concluded(&[("region", "NL01"), ("view", "profile")]).is_empty());
}
