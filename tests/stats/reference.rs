// SPDX-License-Identifier: EUPL-1.2
//! Every case of `reference/`, which `reference.py` wrote with the code of others, to 1e-9. The page
//! on methods lists how many there are and how far apart the two lie at most.

use kansrijke_start::stats::discovery::{discoveries, p_value};
use kansrijke_start::stats::dispersion::{Counts, least_expected, overdispersion, widened};
use kansrijke_start::stats::exact::Benchmark;
use kansrijke_start::stats::gap::{self, Outcome};
use kansrijke_start::stats::peers::{self, Area, Characteristic, Transformation};
use kansrijke_start::stats::rank::{First, Kind, Place, critical, marginal, simultaneous};
use kansrijke_start::stats::replay::{replay, seed};
use kansrijke_start::stats::stabilised::{Prior, prior};
use kansrijke_start::stats::{proportion, rate, tails};
use serde_json::{Value, json};
use std::path::Path;

/// How far a number may lie from that of another program.
const TOLERANCE: f64 = 1e-9;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn cases(name: &str) -> Vec<Value> {
    let path = root().join(format!("tests/stats/reference/{name}.json"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|n| n.as_f64().unwrap()).collect()
}

fn number(case: &Value, name: &str) -> f64 {
    case[name].as_f64().unwrap_or_else(|| panic!("{name} of {case}"))
}

fn kind(case: &Value) -> Kind {
    if case["kind"] == "share" { Kind::Share } else { Kind::Rate }
}

fn areas(case: &Value) -> Vec<Counts> {
    let all = case["areas"].as_array().unwrap().iter();
    let counts = all.map(numbers);
    counts.map(|c| Counts { numerator: c[0], denominator: c[1] }).collect()
}

/// How many cases were compared, and the largest deviation: of the whole where that is above 1, else
/// as it is; of probabilities always of the whole.
#[derive(Default)]
struct Compared {
    cases: usize,
    deviation: f64,
}

impl Compared {
    fn near(&mut self, own: f64, other: f64, about: &Value) {
        self.within(own, other, other.abs().max(1.0), about);
    }

    fn relative(&mut self, own: f64, other: f64, about: &Value) {
        // Below this another program has no digits left, either.
        self.within(own, other, other.abs().max(1e-290), about);
    }

    fn within(&mut self, own: f64, other: f64, size: f64, about: &Value) {
        let deviation = (own - other).abs() / size;
        assert!(deviation <= TOLERANCE, "{own}, elsewhere {other}: {about}");
        self.deviation = self.deviation.max(deviation);
    }

    /// What the page on methods says of them: as many cases, and no smaller deviation.
    fn is_on_the_page(&self, method: &str) {
        println!("{method}: {} cases, largest deviation {:.1e}", self.cases, self.deviation);
        assert!(self.cases >= 200, "{method}: only {} cases", self.cases);
        let page = std::fs::read_to_string(root().join("www/methode.html")).unwrap();
        let (_, row) = page.split_once(&format!("<tr data-method=\"{method}\">")).unwrap();
        let row = row.split("</tr>").next().unwrap();
        let told = |name: &str| {
            let (_, rest) = row.split_once(&format!("<data class=\"{name}\" value=\"")).unwrap();
            rest.split('"').next().unwrap().parse::<f64>().unwrap()
        };
        assert_eq!(told("cases"), self.cases as f64, "{method}");
        assert!(self.deviation <= told("deviation"), "{method}: {}", self.deviation);
        // What is said is no hundredfold of what there is: it would hide that something changed.
        assert!(
            told("deviation") <= 100.0 * self.deviation.max(1e-16),
            "{method}: {}",
            self.deviation
        );
    }
}

#[test]
fn tails_of_counts() {
    let mut compared = Compared::default();
    for case in cases("tails") {
        let (x, n, b) = (number(&case, "x"), number(&case, "n"), number(&case, "b"));
        let own = match kind(&case) {
            Kind::Share => tails::binomial(x, n, b),
            Kind::Rate => tails::poisson(x, b),
        };
        let (own, other) = (own.unwrap(), numbers(&case["tails"]));
        compared.relative(own.at_most, other[0], &case);
        compared.relative(own.at_least, other[1], &case);
        compared.cases += 1;
    }
    compared.is_on_the_page("tails");
}

#[test]
fn p_values_beside_a_benchmark() {
    let mut compared = Compared::default();
    for case in cases("p_values") {
        let (x, n, b) = (number(&case, "x"), number(&case, "n"), number(&case, "b"));
        compared.relative(p_value(kind(&case), x, n, b).unwrap(), number(&case, "p"), &case);
        compared.cases += 1;
    }
    compared.is_on_the_page("p-values");
}

#[test]
fn gaps_in_persons() {
    let mut compared = Compared::default();
    for case in cases("gaps") {
        let (x, n, kind) = (number(&case, "x"), number(&case, "n"), kind(&case));
        let (factor, limits) = match kind {
            Kind::Share => (100.0, proportion::wilson(x, n, 0.95)),
            Kind::Rate => (1000.0, rate::poisson(x, n, 0.95)),
        };
        let benchmark = Benchmark::published(number(&case, "shown"), factor).unwrap();
        let [years, step] = ["years", "step"].map(|name| number(&case, name) as u32);
        let counts = gap::Counts { numerator: x, denominator: n, years, step };
        match gap::gap(counts, limits.unwrap(), benchmark).unwrap() {
            Outcome::Given(own) => {
                assert_eq!(case["outcome"], "given", "{case}");
                assert_eq!(json!([own.number, own.lower, own.upper]), case["gap"], "{case}");
                assert_eq!(json!(own.per_year), case["yearly"], "{case}");
                compared.near(own.exact, number(&case, "exact"), &case);
            }
            Outcome::Similar => assert_eq!(case["outcome"], "similar", "{case}"),
            Outcome::TooCoarse => assert_eq!(case["outcome"], "coarse", "{case}"),
        }
        compared.cases += 1;
    }
    compared.is_on_the_page("gap");
}

#[test]
fn critical_values_of_ranks() {
    let mut compared = Compared::default();
    for case in cases("ranges") {
        compared.near(critical(number(&case, "areas") as usize), number(&case, "c"), &case);
        compared.cases += 1;
    }
    compared.is_on_the_page("range");
}

#[test]
fn sets_of_ranks() {
    let mut compared = Compared::default();
    for case in cases("sets") {
        let kind = kind(&case);
        let first = if case["first"] == "lowest" { First::Lowest } else { First::Highest };
        let areas = areas(&case);
        let place = |area: &Counts| Place::of_counts(kind, area.numerator, area.denominator);
        let placed: Vec<Place> = areas.iter().filter_map(|area| place(area).unwrap()).collect();
        let unknown = number(&case, "withheld") as usize + areas.len() - placed.len();
        let own = 1.min(placed.len().saturating_sub(1));
        let set = marginal(&placed, unknown, own, first);
        assert_eq!(json!(set.map(|set| [set.best, set.worst])), case["marginal"], "{case}");
        let sets = simultaneous(&placed, unknown, first);
        let ranks: Vec<usize> = sets.iter().map(|set| set.rank).collect();
        let ends: Vec<[usize; 2]> = sets.iter().map(|set| [set.best, set.worst]).collect();
        assert_eq!(
            (json!(ranks), json!(ends)),
            (case["ranks"].clone(), case["simultaneous"].clone()),
            "{case}"
        );
        compared.cases += 1;
    }
    compared.is_on_the_page("ranks");
}

#[test]
fn spread_of_areas() {
    let (mut compared, mut wide) = (Compared::default(), 0);
    for case in cases("sets") {
        let least = least_expected(number(&case, "threshold"));
        let own = overdispersion(kind(&case), number(&case, "a"), &areas(&case), least).unwrap();
        assert_eq!(own.is_none(), case["dispersion"].is_null(), "{case}");
        if let Some(own) = own {
            let other = numbers(&case["dispersion"]);
            assert_eq!(own.areas as f64, other[0], "{case}");
            for (own, other) in [own.phi, own.statistic, own.critical].into_iter().zip(&other[1..4])
            {
                compared.near(own, *other, &case);
            }
            compared.within(own.tau2, other[4], other[4].max(1e-6), &case);
            wide += usize::from(own.is_over());
        }
        compared.cases += 1;
    }
    assert!(wide > 5, "only {wide} sets are wider than chance");
    compared.is_on_the_page("overdispersion");
}

#[test]
fn wider_limits() {
    let mut compared = Compared::default();
    for case in cases("widened") {
        let [a, n, tau2] = ["a", "n", "tau2"].map(|name| number(&case, name));
        let own = widened(Kind::Share, a, n, tau2).unwrap();
        let own = [own.lower95, own.upper95, own.lower998, own.upper998];
        for (own, other) in own.into_iter().zip(numbers(&case["limits"])) {
            compared.near(own, other, &case);
        }
        compared.cases += 1;
    }
    compared.is_on_the_page("widened");
}

#[test]
fn false_discoveries() {
    let mut compared = Compared::default();
    for case in cases("sets") {
        let (kind, a) = (kind(&case), number(&case, "a"));
        let p = |area: &Counts| p_value(kind, area.numerator, area.denominator, a).unwrap();
        let own: Vec<f64> = areas(&case).iter().map(p).collect();
        let found = discoveries(&own, number(&case, "withheld") as usize).unwrap();
        for (own, other) in found.adjusted.iter().zip(numbers(&case["adjusted"])) {
            compared.relative(*own, other, &case);
        }
        let holds: String = found.holds.iter().map(|hold| if *hold { '1' } else { '0' }).collect();
        assert_eq!(case["holds"], holds, "{case}");
        compared.cases += 1;
    }
    compared.is_on_the_page("discoveries");
}

#[test]
fn stabilised_figures() {
    let (mut compared, mut drawn) = (Compared::default(), 0);
    for case in cases("sets") {
        let (least, areas) = (least_expected(number(&case, "threshold")), areas(&case));
        let own = prior(kind(&case), number(&case, "a"), &areas, least).unwrap();
        let other = &case["prior"];
        match own {
            None => assert!(other.is_null(), "{case}"),
            Some(own) if own.size.is_infinite() => {
                assert_eq!(*other, "none", "{case}");
                let first = own.stabilise(areas[0].numerator, areas[0].denominator).unwrap();
                assert_eq!((first.value, first.weight, first.interval), (own.mean, 0.0, None));
            }
            Some(own) => {
                let other = numbers(other);
                compared.near(own.spread, other[0], &case);
                compared.near(own.size, other[1], &case);
                for (area, other) in areas.iter().zip(case["values"].as_array().unwrap()) {
                    let found = own.stabilise(area.numerator, area.denominator).unwrap();
                    let interval = found.interval.unwrap();
                    let own = [found.value, found.weight, interval.lower, interval.upper];
                    for (own, other) in own.into_iter().zip(numbers(other)) {
                        compared.relative(own, other, &case);
                    }
                    drawn += 1;
                }
            }
        }
        compared.cases += 1;
    }
    assert!(drawn > 60, "only {drawn} areas had an interval");
    compared.is_on_the_page("stabilised");
}

/// The quantiles are seen through the credible intervals that they are the limits of.
#[test]
fn quantiles_of_beta_and_gamma() {
    let mut compared = Compared::default();
    for case in cases("quantiles") {
        let shapes = numbers(&case["shapes"]);
        // A prior without an event beside it: Beta(a, b) from M = a + b and mean a/(a + b).
        let (kind, size) = match shapes[..] {
            [a, b] => (Kind::Share, a + b),
            _ => (Kind::Rate, 1.0),
        };
        let mean = shapes[0] / size;
        let given = Prior { kind, mean, size, spread: 0.1, areas: 30 };
        // As good as no person of its own.
        let found = given.stabilise(0.0, 1e-300).unwrap().interval.unwrap();
        let own = if number(&case, "p") < 0.5 { found.lower } else { found.upper };
        compared.relative(own, number(&case, "x"), &case);
        compared.cases += 1;
    }
    compared.is_on_the_page("quantiles");
}

#[test]
fn areas_that_are_alike() {
    let mut compared = Compared::default();
    for case in cases("peers") {
        let scales = case["scales"].as_array().unwrap().iter();
        let profile: Vec<Characteristic> = scales
            .zip(numbers(&case["weights"]))
            .map(|(scale, weight)| Characteristic {
                weight,
                transformation: match scale.as_str().unwrap() {
                    "log" => Transformation::Log,
                    "log1p" => Transformation::Log1p,
                    _ => Transformation::None,
                },
            })
            .collect();
        let codes = case["codes"].as_array().unwrap().iter();
        let areas: Vec<Area> = codes
            .zip(case["rows"].as_array().unwrap())
            .map(|(code, row)| Area {
                code: code.as_str().unwrap().to_string(),
                values: row.as_array().unwrap().iter().map(Value::as_f64).collect(),
            })
            .collect();
        let found = peers::peers(&profile, &areas, 0, number(&case, "limit") as usize).unwrap();
        assert_eq!(json!(found.dropped), case["dropped"], "{case}");
        assert_eq!(json!(found.incomparable), case["without"], "{case}");
        let others = case["peers"].as_array().unwrap();
        assert_eq!(found.peers.len(), others.len(), "{case}");
        for (own, other) in found.peers.iter().zip(others) {
            assert_eq!(
                json!([own.area, own.alike, own.different]),
                json!([other[0], other[2], other[3]]),
                "{case}"
            );
            compared.near(own.distance, other[1].as_f64().unwrap(), &case);
        }
        compared.cases += 1;
    }
    compared.is_on_the_page("peers");
}

#[test]
fn chance_replayed() {
    let mut compared = Compared::default();
    for case in cases("replays") {
        let names: Vec<String> = serde_json::from_value(case["names"].clone()).unwrap();
        let seed = seed(&names[0], &names[1], &names[2]);
        assert_eq!(case["seed"], seed.to_string(), "{case}");
        let own = replay(kind(&case), number(&case, "x"), number(&case, "n"), seed).unwrap();
        match own {
            Some(own) => assert_eq!(own.draws, numbers(&case["draws"]), "{case}"),
            None => assert!(case["draws"].is_null(), "{case}"),
        }
        compared.cases += 1;
    }
    compared.is_on_the_page("replay");
}
