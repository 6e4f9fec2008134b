// SPDX-License-Identifier: EUPL-1.2
//! What can be concluded from many areas: what holds for any of them, and how often what is said is
//! true where the truth is known.

use kansrijke_start::stats::discovery::{discoveries, p_value};
use kansrijke_start::stats::dispersion::{Counts, overdispersion, widened};
use kansrijke_start::stats::exact::Benchmark;
use kansrijke_start::stats::gap::{self, Outcome};
use kansrijke_start::stats::rank::{First, Kind, Place, RankSet, extremes, marginal, simultaneous};
use kansrijke_start::stats::replay::{replay, seed};
use kansrijke_start::stats::stabilised::prior;
use kansrijke_start::stats::{funnel, normal, proportion};
use proptest::prelude::*;

/// Counts of areas that are large enough to have a place.
fn areas() -> impl Strategy<Value = Vec<(f64, f64)>> {
    let area = (10_u32..400, 20_u32..20_000);
    let counts = area.prop_map(|(x, more)| (f64::from(x), f64::from(x + more)));
    prop::collection::vec(counts, 1..30)
}

fn places(kind: Kind, counts: &[(f64, f64)]) -> Vec<Place> {
    counts.iter().map(|(x, n)| Place::of_counts(kind, *x, *n).unwrap().unwrap()).collect()
}

fn firsts() -> impl Strategy<Value = First> {
    prop_oneof![Just(First::Lowest), Just(First::Highest)]
}

fn kinds() -> impl Strategy<Value = Kind> {
    prop_oneof![Just(Kind::Share), Just(Kind::Rate)]
}

fn is_wider(outer: &RankSet, inner: &RankSet, more: usize) -> bool {
    outer.best <= inner.best && outer.worst >= inner.worst + more
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_set_holds_its_rank(counts in areas(), kind in kinds(), first in firsts(), unknown in 0_usize..50) {
        let areas = places(kind, &counts);
        let all = simultaneous(&areas, unknown, first);
        for (nth, set) in all.iter().enumerate() {
            let one = marginal(&areas, unknown, nth, first).unwrap();
            for set in [set, &one] {
                prop_assert!(1 <= set.best && set.best <= set.rank && set.rank <= set.worst);
                prop_assert!(set.worst <= areas.len() + unknown);
            }
            prop_assert_eq!(one.rank, set.rank);
        }
    }

    #[test]
    fn what_is_withheld_only_widens(
        counts in areas(), kind in kinds(), first in firsts(), unknown in 0_usize..40, more in 1_usize..40,
    ) {
        let areas = places(kind, &counts);
        let [few, many] = [unknown, unknown + more].map(|u| simultaneous(&areas, u, first));
        for (nth, (few, many)) in few.iter().zip(&many).enumerate() {
            prop_assert!(is_wider(many, few, more));
            let [few, many] = [unknown, unknown + more].map(|u| marginal(&areas, u, nth, first).unwrap());
            prop_assert!(is_wider(&many, &few, more));
        }
    }

    #[test]
    fn ranks_are_mirrored(counts in areas(), kind in kinds(), unknown in 0_usize..5) {
        let areas = places(kind, &counts);
        let [up, down] = [First::Lowest, First::Highest].map(|first| simultaneous(&areas, unknown, first));
        let all = areas.len() + unknown;
        for (up, down) in up.iter().zip(&down) {
            prop_assert_eq!((up.best, up.worst), (all + 1 - down.worst, all + 1 - down.best));
        }
    }

    #[test]
    fn the_best_are_the_worst_of_the_other_way(counts in areas(), kind in kinds(), count in 1_usize..5) {
        let areas = places(kind, &counts);
        let all = areas.len();
        let [up, down] = [First::Lowest, First::Highest].map(|first| simultaneous(&areas, 0, first));
        prop_assert_eq!(extremes(&up, all, count)[0].clone(), extremes(&down, all, count)[1].clone());
    }

    #[test]
    fn a_gap_lies_between_its_limits(x in 0_u32..5000, more in 1_u32..100_000, tenths in 0_u32..1000) {
        let n = f64::from(x + more);
        let benchmark = Benchmark::published(f64::from(tenths) / 10.0, 100.0).unwrap();
        let limits = proportion::wilson(f64::from(x), n, 0.95).unwrap();
        let counts = gap::Counts { numerator: f64::from(x), denominator: n, years: 1, step: 1 };
        if let Outcome::Given(gap) = gap::gap(counts, limits, benchmark).unwrap() {
            prop_assert!(gap.lower <= gap.number && gap.number <= gap.upper);
            // Never on both sides of the benchmark: then it would be similar.
            prop_assert!(gap.lower >= 0 || gap.upper <= 0);
            prop_assert!((gap.exact - gap.number as f64).abs() <= 0.5);
        }
    }

    #[test]
    fn what_holds_is_coloured(x in 0_u32..300, more in 1_u32..30_000, b in 0.001..0.6_f64) {
        let (x, n) = (f64::from(x), f64::from(x + more));
        let p = p_value(Kind::Share, x, n, b).unwrap();
        prop_assert!((0.0..=1.0).contains(&p));
        let share = proportion::wilson(x, n, 0.95).unwrap();
        if p < 0.05 - 1e-9 {
            prop_assert!(b < share.lower || b > share.upper, "{p}");
        }
    }

    #[test]
    fn adjusted_p_values_say_what_holds(p in prop::collection::vec(0.0..1.0_f64, 0..40), withheld in 0_usize..9) {
        let p: Vec<f64> = p.into_iter().map(|p| p * p * p).collect();
        let found = discoveries(&p, withheld).unwrap();
        for ((p, adjusted), holds) in p.iter().zip(&found.adjusted).zip(&found.holds) {
            prop_assert!(p <= adjusted && *adjusted <= 1.0);
            prop_assert!((adjusted - 0.05).abs() < 1e-12 || (*adjusted < 0.05) == *holds);
        }
        let more = discoveries(&p, withheld + 1).unwrap();
        prop_assert!(more.holds.iter().zip(&found.holds).all(|(more, found)| more <= found));
    }

    #[test]
    fn wider_limits_hold_the_ordinary(a in 0.001..0.6_f64, n in 5.0..1e6_f64, tau2 in 0.0..0.01_f64, kind in kinds()) {
        let wide = widened(kind, a, n, tau2).unwrap();
        let narrow = match kind {
            Kind::Share => funnel::limits(a, n).unwrap(),
            Kind::Rate => funnel::rate_limits(a, n).unwrap(),
        };
        prop_assert!(wide.lower95 <= narrow.lower95 + 1e-12 && wide.upper95 >= narrow.upper95 - 1e-12);
        prop_assert!(wide.lower998 <= narrow.lower998 + 1e-12 && wide.upper998 >= narrow.upper998 - 1e-12);
    }

    #[test]
    fn tails_of_the_normal_are_its_quantiles(c in 0.001..0.999_999_f64) {
        let z = normal::two_sided_z(c);
        prop_assert!((2.0 * normal::upper_tail(z) / (1.0 - c) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn chance_replays_the_same(x in 10_u32..3000, more in 10_u32..30_000, kind in kinds(), name in "[a-z]{3,9}") {
        let (x, n) = (f64::from(x), f64::from(x + more));
        let seed = seed(&name, "GM0344", "2015");
        let one = replay(kind, x, n, seed).unwrap().unwrap();
        prop_assert_eq!(&one, &replay(kind, x, n, seed).unwrap().unwrap());
        let far = 8.0 * x.sqrt();
        prop_assert!(one.draws.iter().all(|draw| (draw - x).abs() < far && draw.fract() == 0.0));
        prop_assert!(kind == Kind::Rate || one.draws.iter().all(|draw| *draw <= n));
        let benchmark = Benchmark::counted(x, n).unwrap();
        prop_assert_eq!(one.beside(n, benchmark).unwrap().iter().sum::<usize>(), one.draws.len());
    }
}

#[test]
fn an_area_that_nobody_can_place_may_be_anywhere() {
    let areas = places(Kind::Share, &[(30.0, 300.0)]);
    let set = marginal(&areas, 9, 0, First::Lowest).unwrap();
    assert_eq!((set.best, set.worst), (1, 10));
    assert_eq!(marginal(&areas, 0, 0, First::Lowest), Some(RankSet { rank: 1, best: 1, worst: 1 }));
    assert_eq!(marginal(&areas, 0, 1, First::Lowest), None);
    // Nine events, or nine non-events, have no place.
    for (x, n) in [(9.0, 300.0), (291.0, 300.0)] {
        assert_eq!(Place::of_counts(Kind::Share, x, n), Ok(None));
    }
    assert!(Place::of_counts(Kind::Rate, 291.0, 300.0).unwrap().is_some());
}

#[test]
fn few_areas_or_no_chance_have_no_spread() {
    let area = Counts { numerator: 30.0, denominator: 300.0 };
    for (kind, a, areas) in [
        (Kind::Share, 0.1, 19),
        (Kind::Share, 0.0, 30),
        (Kind::Share, 1.0, 30),
        (Kind::Rate, 0.0, 30),
    ] {
        assert_eq!(overdispersion(kind, a, &vec![area; areas], 0.0), Ok(None));
        assert_eq!(prior(kind, a, &vec![area; areas], 0.0), Ok(None));
    }
    // Twenty that are all as they should be: no spread, and no interval to show.
    let same = prior(Kind::Share, 0.1, &[area; 20], 20.0).unwrap().unwrap();
    assert_eq!((same.size, same.spread), (f64::INFINITY, 0.0));
    assert_eq!(same.stabilise(60.0, 300.0).unwrap().interval, None);
    // Half of them all, half of them none: shares cannot lie farther apart.
    let ends: Vec<Counts> = (0..20)
        .map(|nth| Counts { numerator: 300.0 * f64::from(nth % 2), denominator: 300.0 })
        .collect();
    assert_eq!(prior(Kind::Share, 0.5, &ends, 20.0), Ok(None));
}

/// A binomial count by inversion of the normal distribution, which is near enough to see whether
/// limits are wrong by much; the state is that of a linear congruence.
fn drawn(state: &mut u64, n: f64, p: f64) -> f64 {
    let mut uniform = || {
        *state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (*state >> 11) as f64 / 9_007_199_254_740_992.0
    };
    // Twelve of them have variance 1.
    let z: f64 = (0..12).map(|_| uniform()).sum::<f64>() - 6.0;
    (n * p + z * (n * p * (1.0 - p)).sqrt()).round().clamp(0.0, n)
}

#[test]
fn sets_hold_the_true_ranks() {
    let (mut state, mut marginals, mut together, rounds) = (7, 0, 0, 300);
    let truth: Vec<(f64, f64)> = (0..12)
        .map(|nth| (600.0 + 300.0 * f64::from(nth % 5), 0.08 + 0.004 * f64::from(nth)))
        .collect();
    for _ in 0..rounds {
        let counts: Vec<(f64, f64)> =
            truth.iter().map(|(n, p)| (drawn(&mut state, *n, *p), *n)).collect();
        let areas = places(Kind::Share, &counts);
        let set = marginal(&areas, 0, 6, First::Lowest).unwrap();
        marginals += usize::from((set.best..=set.worst).contains(&7));
        let sets = simultaneous(&areas, 0, First::Lowest);
        let mut ranks = sets.iter().zip(1..);
        together += usize::from(ranks.all(|(set, rank)| (set.best..=set.worst).contains(&rank)));
    }
    // 95 % or more is promised; 92 % is three standard errors below it.
    assert!(marginals * 100 >= rounds * 92, "{marginals} of {rounds}");
    assert!(together * 100 >= rounds * 92, "{together} of {rounds}");
}

#[test]
fn chance_alone_never_widens_and_seldom_holds() {
    let (mut state, mut wide, mut coloured, mut found) = (11, 0, 0, 0);
    let rounds = 100;
    for _ in 0..rounds {
        let counts: Vec<(f64, f64)> = (0..60)
            .map(|nth| 400.0 + 90.0 * f64::from(nth))
            .map(|n| (drawn(&mut state, n, 0.1), n))
            .collect();
        let areas: Vec<Counts> =
            counts.iter().map(|(x, n)| Counts { numerator: *x, denominator: *n }).collect();
        let spread = overdispersion(Kind::Share, 0.1, &areas, 20.0).unwrap().unwrap();
        wide += usize::from(spread.is_over());
        let p: Vec<f64> =
            counts.iter().map(|(x, n)| p_value(Kind::Share, *x, *n, 0.1).unwrap()).collect();
        coloured += p.iter().filter(|p| **p < 0.05).count();
        found += usize::from(discoveries(&p, 0).unwrap().holds.contains(&true));
    }
    assert_eq!(wide, 0);
    // 5 % of 6,000 at most, within three standard errors; and of 100 rounds 5, likewise.
    assert!(coloured <= 350, "{coloured}");
    assert!(found <= 12, "{found}");
}

#[test]
fn credible_intervals_hold_the_truth() {
    let (mut state, mut held, mut all) = (5, 0, 0);
    for round in 0..20 {
        // True shares of 8 to 12 %, which lie 1.2 points apart: as a beta prior says, roughly.
        let truth: Vec<(f64, f64)> = (0..60)
            .map(|nth| {
                (
                    500.0 + 40.0 * f64::from(nth),
                    0.1 + 0.012 * (drawn(&mut state, 900.0, 0.5) - 450.0) / 15.0,
                )
            })
            .collect();
        let areas: Vec<Counts> = truth
            .iter()
            .map(|(n, p)| Counts { numerator: drawn(&mut state, *n, *p), denominator: *n })
            .collect();
        let found = prior(Kind::Share, 0.1, &areas, 20.0).unwrap().unwrap();
        assert!(found.size.is_finite(), "round {round}");
        for (area, (_, p)) in areas.iter().zip(&truth) {
            let interval =
                found.stabilise(area.numerator, area.denominator).unwrap().interval.unwrap();
            held += usize::from(interval.lower <= *p && *p <= interval.upper);
            all += 1;
        }
    }
    // 94 to 95 % of 1,200, within three standard errors.
    assert!((1098..=1170).contains(&held), "{held} of {all}");
}
