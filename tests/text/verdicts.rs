// SPDX-License-Identifier: EUPL-1.2
//! What rankings, funnels and maps say agrees with verdicts that are computed here, from the files
//! alone, for every municipality and every shipped indicator of births.

use crate::apart::{Z, byar, wilson};
use crate::support::published::Published;
use crate::support::{self, dataset, svg};
use kansrijke_start::data::dataset::Dataset;
use kansrijke_start::figure::Figure;
use kansrijke_start::markup::Element;
use kansrijke_start::request::Request;
use std::collections::HashMap;

const Z_998: f64 = 3.090_232_306_167_813;
const PERIOD: &str = "2010-2015";

/// An indicator as the test knows it: its words are the test's own.
struct Case {
    id: &'static str,
    is_rate: bool,
    lower: &'static str,
    higher: &'static str,
}

const CASES: [Case; 3] = [
    Case {
        id: "tienermoeders",
        is_rate: true,
        lower: "lager (gunstiger)",
        higher: "hoger (ongunstiger)",
    },
    Case { id: "moeders-35-plus", is_rate: false, lower: "lager", higher: "hoger" },
    Case { id: "eerste-kinderen", is_rate: false, lower: "lager", higher: "hoger" },
];

impl Case {
    /// The counts that the file publishes, what is drawn from, and the country's fraction.
    fn read(&self) -> (Counts, &'static Dataset, f64) {
        let counts = Counts::read(self.id);
        let (events, all) = counts.shown["NL01"];
        (counts, dataset(self.id).unwrap(), events / all)
    }
}

/// The counts that the file publishes of one period, by region, and the status of the others.
struct Counts {
    shown: HashMap<String, (f64, f64)>,
    silent: HashMap<String, String>,
}

impl Counts {
    fn read(id: &str) -> Self {
        Self::of_period(id, PERIOD)
    }

    fn of_period(id: &str, period: &str) -> Self {
        let published = Published::read(id);
        let period = published.period(period).unwrap();
        let mut counts = Self { shown: HashMap::new(), silent: HashMap::new() };
        for (region, code) in published.regions.iter().enumerate() {
            if let Some(shown) = published.counts(0, region, period) {
                counts.shown.insert(code.clone(), shown);
            } else {
                let status = published.status(0, region, period).unwrap_or("missing");
                counts.silent.insert(code.clone(), status.to_string());
            }
        }
        counts
    }

    /// The shown ones of a sort of regions, by the letters of their codes.
    fn of(&self, sort: &str) -> impl Iterator<Item = (&String, (f64, f64))> {
        self.shown.iter().filter(move |(c, _)| c.starts_with(sort)).map(|(c, counts)| (c, *counts))
    }

    fn withheld(&self, sort: &str) -> usize {
        let is_withheld =
            |(code, status): &(&String, &String)| code.starts_with(sort) && *status == "withheld";
        self.silent.iter().filter(is_withheld).count()
    }

    fn absent(&self, sort: &str) -> usize {
        self.silent.keys().filter(|code| code.starts_with(sort)).count() - self.withheld(sort)
    }
}

/// -1 below the reference, 1 above it, 0 where the two cannot be told apart.
fn verdict(case: &Case, counts: (f64, f64), reference: f64) -> i32 {
    let (lower, upper) = if case.is_rate { byar(counts) } else { wilson(counts) };
    i32::from(lower > reference) - i32::from(upper < reference)
}

fn figure<'a>(dataset: &'a Dataset, request: &'a Request) -> Figure<'a> {
    Figure::new(dataset, request).unwrap()
}

fn request(indicator: &str, region: &str, view: &str) -> Request {
    let attributes =
        [("indicator", indicator), ("region", region), ("view", view), ("period", PERIOD)];
    support::request(&attributes, 640).unwrap()
}

/// The sorts of regions: the letters of their codes, one of them, more, and how many there are.
const SORTS: [(&str, &str, &str, usize); 3] = [
    ("GM", "gemeente", "gemeenten", 342),
    ("GG", "GGD-regio", "GGD-regio’s", 25),
    ("PV", "provincie", "provincies", 12),
];

fn not_seen(counts: &Counts, sort: &str, one: &str, more: &str) -> Option<String> {
    let part = |count: usize, what: &str| {
        (count > 0).then(|| format!("{count} {} {what}", if count == 1 { one } else { more }))
    };
    let parts: Vec<String> = [
        part(counts.withheld(sort), "met te kleine aantallen"),
        part(counts.absent(sort), "zonder cijfer"),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!parts.is_empty()).then(|| format!("Niet te zien: {}.", parts.join(" en ")))
}

/// What a ranking says of all regions of a sort, if some of them can be told apart.
fn told(case: &Case, [lower, similar, higher]: [usize; 3], one: &str, more: &str) -> [String; 2] {
    let all = lower + similar + higher;
    assert!(similar < all);
    let lead = match similar * 2 > all {
        _ if similar == 0 => format!("Van {all} {more} in Nederland is er een cijfer."),
        true => {
            format!("Bij de meeste {more} in Nederland met een cijfer ({similar} van de {all}) kan")
        }
        false => format!("Bij {similar} van de {all} {more} in Nederland met een cijfer kan"),
    };
    let (first, word) = if lower > 0 { (lower, case.lower) } else { (higher, case.higher) };
    let kind = if first == 1 { one } else { more };
    let rest = match (lower, higher) {
        (0, _) => "nergens is het lager".to_string(),
        (_, 0) => "nergens is het hoger".to_string(),
        _ => format!("in {higher} is het {}", case.higher),
    };
    [lead, format!("In {first} {kind} is het cijfer {word} dan in Nederland; {rest}.")]
}

#[test]
fn a_ranking_says_what_the_counts_say() {
    let mut judged = [0; 3];
    for case in &CASES {
        let (counts, dataset, reference) = case.read();
        for (sort, one, more, number) in SORTS {
            let mut tally = [0; 3];
            for (_, own) in counts.of(sort) {
                tally[(verdict(case, own, reference) + 1) as usize] += 1;
            }
            let shown: usize = tally.iter().sum();
            assert_eq!(shown + counts.withheld(sort) + counts.absent(sort), number, "{}", case.id);
            let [lead, sides] = told(case, tally, one, more);
            let not_seen = not_seen(&counts, sort, one, more);
            let codes = counts.shown.keys().chain(counts.silent.keys());
            for code in codes.filter(|code| code.starts_with(sort)) {
                let request = request(case.id, code, "ranking");
                let said = figure(dataset, &request).sentences().to_vec();
                let text = said.join(" ");
                assert!(text.contains(&lead), "{text}");
                assert!(said.contains(&sides), "{text}");
                match &not_seen {
                    Some(not_seen) => assert!(said.contains(not_seen), "{text}"),
                    None => assert!(!text.contains("Niet te zien"), "{text}"),
                }
                let Some(own) = counts.shown.get(code) else {
                    assert!(!said[0].contains(" dan Nederland ("), "{code}: {text}");
                    continue;
                };
                let verdict = verdict(case, *own, reference);
                judged[(verdict + 1) as usize] += 1;
                let compared = match (verdict, case.is_rate) {
                    (-1, true) => ", lager (gunstiger) dan Nederland (",
                    (1, true) => ", hoger (ongunstiger) dan Nederland (",
                    (-1, false) => ", lager dan Nederland (",
                    (1, false) => ", hoger dan Nederland (",
                    _ => ", geen duidelijk verschil met Nederland (",
                };
                assert!(said[0].contains(compared), "{code}: {text}");
            }
        }
    }
    assert!(judged.iter().all(|count| *count > 100), "{judged:?}");
}

#[test]
fn numbers_of_children_are_counted_and_not_judged() {
    let dataset = dataset("levendgeborenen").unwrap();
    for code in ["GM0599", "GM0060", "GG4607", "PV26", "NL01"] {
        let request = request("levendgeborenen", code, "ranking");
        let figure = figure(dataset, &request);
        let (said, json) = (figure.sentences(), figure.json());
        let sort = &code[..2];
        let (sort, one, more, _) = *SORTS.iter().find(|(s, ..)| *s == sort).unwrap_or(&SORTS[0]);
        let findings = json["findings"].as_array().unwrap().iter();
        let shown = findings
            .filter(|f| f["region"].as_str().unwrap().starts_with(sort) && f["status"] == "shown")
            .count();
        assert!(shown > 10, "{code}: {shown}");
        let kind = if shown == 1 { one } else { more };
        let counted = format!("Van {shown} {kind} in Nederland is er een cijfer.");
        assert!(said.contains(&counted), "{said:?}");
        let text = said.join(" ");
        assert!(!text.contains("toeval") && !text.contains("lager"), "{text}");
    }
}

/// Where a count lies from the limits around a fraction: outside those of 99.8 % (2) or of 95 %
/// (1), or inside (0), below (negative) or above.
fn position(case: &Case, (x, n): (f64, f64), centre: f64) -> i32 {
    let side = if x / n < centre { -1 } else { 1 };
    if !case.is_rate {
        let far = (x / n - centre).abs() / (centre * (1.0 - centre) / n).sqrt();
        return side * (i32::from(far > Z) + i32::from(far > Z_998));
    }
    // The probability of so few, or so many, added up term by term.
    let expected = centre * n;
    let mut at_most = 0.0;
    let mut before = 0.0;
    let mut logarithm = -expected;
    for count in 0..=(x as u32) {
        before = at_most;
        at_most += f64::exp(logarithm);
        logarithm += (expected / f64::from(count + 1)).ln();
    }
    let tail: f64 = if side < 0 { at_most } else { 1.0 - before };
    side * (i32::from(tail < 0.025) + i32::from(tail < 0.001))
}

#[test]
fn a_funnel_says_what_the_counts_say() {
    let mut judged = [0; 5];
    for case in &CASES {
        let (counts, dataset, reference) = case.read();
        let positions: HashMap<&String, i32> =
            counts.of("GM").map(|(code, own)| (code, position(case, own, reference))).collect();
        let beyond = positions.values().filter(|p| **p != 0).count();
        let far = positions.values().filter(|p| p.abs() == 2).count();
        let shown = positions.len();
        let outside = format!(
            "Buiten de trechter liggen {beyond} van de {shown} gemeenten, waarvan {far} ver erbuiten; "
        );
        let not_seen = not_seen(&counts, "GM", "gemeente", "gemeenten").unwrap();
        for (code, position) in &positions {
            let request = request(case.id, code, "funnel");
            let text = figure(dataset, &request).sentences().join(" ");
            judged[(position + 2) as usize] += 1;
            assert!(text.contains(&outside), "{text}");
            assert!(text.contains(&not_seen), "{text}");
            let word = if *position < 0 { case.lower } else { case.higher };
            let said = match position.abs() {
                0 => "ligt binnen de trechter rond het cijfer van Nederland: het".to_string(),
                1 => format!("ligt buiten de trechter, maar niet ver: {word}. Toeval"),
                _ => format!("ligt ver buiten de trechter: {word}. Zo ver"),
            };
            assert!(text.contains(&said), "{code}: {text}");
        }
    }
    assert!(judged.iter().all(|count| *count > 20), "{judged:?}");
}

/// What a mark of a map says by its colour, and by its sign: -1 points down, 1 points up, 0 is a
/// dot; `None` for hatching and a dash, and within borders where there is no room for a sign.
fn seen(mark: &Element) -> (String, Option<i32>) {
    let shapes = svg::elements(mark);
    let class = |shape: &Element| shape.attribute("class").unwrap_or_default().replace(" mark", "");
    let has = |wanted: &str| shapes.iter().any(|shape| class(shape) == wanted);
    let areas = shapes.iter().find(|shape| class(shape).starts_with("area "));
    let Some(area) = areas.filter(|area| class(area) != "area paper") else {
        let role = if has("line withheld") { "withheld" } else { "missing" };
        return (role.to_string(), None);
    };
    let role = class(area).replace("area ", "");
    if has("dot other") {
        return (role, Some(0));
    }
    // The last shape of the path is the sign: two corners on one side, then the point.
    let sign = svg::strokes_of(area).pop().unwrap();
    let [one, other, point] = sign[..] else { return (role, None) };
    (role, (one.1 == other.1).then_some(if point.1 > one.1 { -1 } else { 1 }))
}

#[test]
fn a_map_shows_what_the_counts_say() {
    let mut judged = [0; 3];
    for (case, shapes) in CASES.iter().flat_map(|case| ["borders", "tiles"].map(|map| (case, map)))
    {
        let (counts, _, reference) = case.read();
        let attributes = [
            ("indicator", case.id),
            ("region", "GM0344"),
            ("view", "map"),
            ("map", shapes),
            ("period", PERIOD),
        ];
        let request = support::request(&attributes, 640).unwrap();
        let figure = figure(support::dataset_of(&request).unwrap(), &request);
        let picture = figure.picture("map").unwrap();
        let (mut tally, mut signs) = ([0; 3], 0);
        let marks = svg::marks(&picture);
        assert_eq!(marks.len(), 342);
        for mark in marks {
            let code = mark.attribute("data-region").unwrap();
            let (found, sign) = seen(mark);
            let Some(own) = counts.shown.get(code) else {
                let silent = if counts.silent[code] == "withheld" { "withheld" } else { "missing" };
                assert_eq!((found, sign), (silent.to_string(), None), "{code}");
                continue;
            };
            let verdict = verdict(case, *own, reference);
            tally[(verdict + 1) as usize] += 1;
            let role = match (verdict, case.is_rate) {
                (0, _) => "grid",
                (-1, true) => "better",
                (1, true) => "worse",
                (-1, _) => "other",
                _ => "benchmark",
            };
            assert_eq!(found, role, "{code}");
            // Of what differs every tile has a sign, and a region within borders if there is room.
            let may_lack = shapes == "borders" && sign.is_none();
            assert!(may_lack || sign == Some(verdict), "{code}: {sign:?}");
            signs += usize::from(sign.is_some());
        }
        assert!(signs > 20, "{signs}");
        // A long class goes on in a next line.
        let labels = svg::labels(&picture);
        let key = labels.iter().map(|label| label.text.as_str()).collect::<Vec<_>>().join(" ");
        let [lower, similar, higher] = tally;
        for (class, count) in [
            (case.lower, lower),
            ("geen duidelijk verschil", similar),
            (case.higher, higher),
            ("te weinig kinderen om te tonen", counts.withheld("GM")),
            ("geen cijfer", counts.absent("GM")),
        ] {
            // A class without members has no place in the key.
            let entry =
                if count > 0 { format!(" {class}: {count} ") } else { format!(" {class}:") };
            assert_eq!(format!("{key} ").contains(&entry), count > 0, "{class}: {count}");
        }
        for (verdict, count) in tally.iter().enumerate() {
            judged[verdict] += count;
        }
    }
    assert!(judged.iter().all(|count| *count > 100), "{judged:?}");
}

/// The words of a picture, line after line, as a wrapped label has them.
fn written(case: &Case, view: &str, period: &str) -> String {
    let attributes =
        [("indicator", case.id), ("region", "GM0344"), ("view", view), ("period", period)];
    support::with_figure(&attributes, 640, |figure| {
        let labels = svg::labels(&figure.picture("proef").unwrap());
        let words: Vec<String> = labels.into_iter().map(|label| label.text).collect();
        format!(" {} ", words.join(" "))
    })
}

#[test]
fn a_ranking_a_map_and_a_funnel_of_the_same_figures_count_the_same() {
    let mut judged = 0;
    let periods = ["2010", "2013", "2015", "2010-2015", "2019", "2023", "2019-2023"];
    for (case, period) in CASES.iter().flat_map(|case| periods.map(|period| (case, period))) {
        let counts = Counts::of_period(case.id, period);
        let (events, all) = counts.shown["NL01"];
        let tally = |wanted: i32| {
            let own = counts.of("GM").map(|(_, own)| verdict(case, own, events / all));
            own.filter(|verdict| *verdict == wanted).count()
        };
        let [ranking, map, funnel] =
            ["ranking", "map", "funnel"].map(|view| written(case, view, period));
        for (count, word) in [(tally(-1), case.lower), (tally(1), case.higher)] {
            let said = format!(" {count} {word} ");
            if count > 0 {
                let told = [(&ranking, &said), (&map, &format!(" {word}: {count} "))];
                for (picture, said) in told {
                    assert!(picture.contains(said), "{} {period} {said}: {picture}", case.id);
                }
            }
            assert!(funnel.contains(&said), "{} {period} {said}: {funnel}", case.id);
            judged += count;
        }
    }
    // For young mothers in 2010-2015 alone they are 23 and 33; around the average of the
    // municipalities that have a figure they would be 29 and 25.
    assert!(judged > 1000, "{judged}");
    let young = written(&CASES[0], "funnel", PERIOD);
    assert!(young.contains(" 23 lager (gunstiger) "), "{young}");
    assert!(young.contains(" 33 hoger (ongunstiger) "), "{young}");
    assert!(young.contains(" Vergeleken met Nederland: "), "{young}");
}
