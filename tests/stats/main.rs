// SPDX-License-Identifier: EUPL-1.2
//! The statistics: what holds for every number, and every case that others' code computed.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails should stop"
)]

mod reference;
mod insight;

use kansrijke_start::stats::{funnel, proportion, rate};
use proptest::prelude::*;

/// x of n, n up to 10^12.
fn counts() -> impl Strategy<Value = (f64, f64)> {
    (1_u64..1_000_000_000_000, 0.0..=1.0_f64).prop_map(|(n, part)| {
        let n = n as f64;
        ((n * part).round(), n)
    })
}

fn confidence() -> impl Strategy<Value = f64> {
    0.01..0.9999_f64
}

proptest! {
    #[test]
    fn wilson_holds_the_value_inside_zero_and_one((x, n) in counts(), c in confidence()) {
        let share = proportion::wilson(x, n, c).unwrap();
        prop_assert!(0.0 <= share.lower && share.lower <= share.value);
        prop_assert!(share.value <= share.upper && share.upper <= 1.0);
        prop_assert_eq!(share.value, x / n);
    }

    #[test]
    fn wilson_is_its_own_mirror((x, n) in counts(), c in confidence()) {
        let (share, mirror) = (proportion::wilson(x, n, c).unwrap(), proportion::wilson(n - x, n, c).unwrap());
        prop_assert!((share.lower - (1.0 - mirror.upper)).abs() < 1e-9);
        prop_assert!((share.upper - (1.0 - mirror.lower)).abs() < 1e-9);
    }

    #[test]
    fn intervals_nest_with_confidence(
        (x, n) in counts(), events in 0_u32..100_000, c in confidence(), d in confidence(),
    ) {
        let (less, more) = (c.min(d), c.max(d));
        let within = |inner: kansrijke_start::stats::interval::Estimate,
                      outer: kansrijke_start::stats::interval::Estimate| {
            outer.lower <= inner.lower + 1e-12 && inner.upper <= outer.upper + 1e-12
        };
        prop_assert!(within(
            proportion::wilson(x, n, less).unwrap(), proportion::wilson(x, n, more).unwrap()));
        let events = f64::from(events);
        prop_assert!(within(
            rate::poisson(events, 1.0, less).unwrap(), rate::poisson(events, 1.0, more).unwrap()));
    }

    #[test]
    fn poisson_holds_the_value(events in 0_u32..1_000_000, exposure in 1e-6..1e9_f64, c in 0.5..0.9999_f64) {
        let r = rate::poisson(f64::from(events), exposure, c).unwrap();
        prop_assert!(0.0 <= r.lower && r.lower <= r.value && r.value <= r.upper);
    }

    #[test]
    fn limits_of_a_funnel_nest(average in 0.0..=1.0_f64, n in 1e-3..1e12_f64) {
        let l = funnel::limits(average, n).unwrap();
        prop_assert!(0.0 <= l.lower998 && l.lower998 <= l.lower95 && l.lower95 <= average);
        prop_assert!(average <= l.upper95 && l.upper95 <= l.upper998 && l.upper998 <= 1.0);
    }

    #[test]
    fn limits_of_a_funnel_of_rates_nest(average in 0.0..0.5_f64, n in 1e-3..1e9_f64) {
        let l = funnel::rate_limits(average, n).unwrap();
        prop_assert!(0.0 <= l.lower998 && l.lower998 <= l.lower95 && l.lower95 <= average + 1e-12);
        prop_assert!(average <= l.upper95 + 1e-12 && l.upper95 <= l.upper998);
    }

    #[test]
    fn a_count_lies_outside_if_and_only_if_it_is_that_improbable(expected in 0.01..390.0_f64) {
        let limits = funnel::rate_limits(expected, 1.0).unwrap();
        // The probability of each count, from the one before.
        let (mut term, mut at_most) = ((-expected).exp(), 0.0);
        for count in 0..800 {
            let at_least: f64 = 1.0 - at_most;
            at_most += term;
            let x = f64::from(count);
            for (limit, tail) in [(limits.lower95, 0.025), (limits.lower998, 0.001)] {
                prop_assert!((at_most - tail).abs() < 1e-6 || (x < limit) == (at_most < tail));
            }
            for (limit, tail) in [(limits.upper95, 0.025), (limits.upper998, 0.001)] {
                prop_assert!((at_least - tail).abs() < 1e-6 || (x > limit) == (at_least < tail));
            }
            term *= expected / (x + 1.0);
        }
    }

    #[test]
    fn what_is_no_number_of_persons_is_refused(x in any::<f64>(), n in any::<f64>(), c in any::<f64>()) {
        let valid = x.is_finite() && x >= 0.0 && n.is_finite() && n > 0.0 && x <= n && c > 0.0 && c < 1.0;
        prop_assert_eq!(proportion::wilson(x, n, c).is_ok(), valid);
    }
}
