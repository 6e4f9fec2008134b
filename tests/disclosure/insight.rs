// SPDX-License-Identifier: EUPL-1.2
//! What is concluded from all areas together is made of released figures alone: a withheld count
//! changes no byte of it, so nothing in it tells such a count.

use crate::support::fixture::{Cell, Fixture};
use crate::support::outputs::small;
use crate::support::{self, request};
use kansrijke_start::data::dataset::Dataset;
use kansrijke_start::figure::Figure;
use kansrijke_start::figure::insight::InsightRow;
use kansrijke_start::view::insight::Insight;
use proptest::prelude::*;

/// So many towns have numbers to show; some of few births.
const SHOWN: u32 = 45;
const HIDDEN: [&str; 3] = ["GM9801", "GM9802", "GM9803"];

/// The towns, those whose numbers are not to be seen, and a country whose figure does not depend on
/// them; or no country, so that the centre is made of what is shown.
fn file(kind: &'static str, hidden: [Cell; 3], has_country: bool) -> Dataset {
    let codes: Vec<String> = (0..SHOWN).map(|nth| format!("GM{}", 9000 + nth)).collect();
    let codes: Vec<&str> = codes.iter().map(String::as_str).chain(HIDDEN).chain(["NL01"]).collect();
    Fixture::new(kind, &codes, 2015..=2015).dataset(|_, region, _| match region as u32 {
        nth if nth < SHOWN => Cell::counts(10 + nth % 17 * 9, 400 + nth * nth),
        nth if nth < SHOWN + 3 => hidden[(nth - SHOWN) as usize],
        _ if has_country => Cell::counts(9000, 90_000),
        _ => Cell::status("missing"),
    })
}

fn concluded(dataset: &Dataset) -> String {
    let mut all = String::new();
    for (region, language) in [("GM9010", "nl"), ("GM9802", "en")] {
        let asked =
            [("indicator", "proef"), ("region", region), ("view", "ranking"), ("lang", language)];
        let request = request(&asked, 640).unwrap();
        let insight = Insight::find(dataset, &request).unwrap();
        all += &serde_json::to_string(&InsightRow::of(&insight, request.language)).unwrap();
        all += &format!(
            "{:?}{:?}{:?}{:?}",
            insight.conclusions,
            insight.prior,
            insight.dispersion,
            insight.target()
        );
        // And what stands in the block below each view, with its picture.
        for view in ["number", "compare", "ranking", "funnel"] {
            let asked =
                [("indicator", "proef"), ("region", region), ("view", view), ("lang", language)];
            let mut request = support::request(&asked, 640).unwrap();
            request.insight = true;
            let Ok(figure) = Figure::new(dataset, &request) else { continue };
            all += &figure.conclusions().to_html();
            all += &figure.tree("proef").to_html();
        }
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_too_small_concludes_nothing(
        one in prop::array::uniform3(small(1..5000)),
        other in prop::array::uniform3(small(1..5000)),
        kind in prop_oneof![Just("share"), Just("rate")],
        has_country in any::<bool>(),
    ) {
        let with = |hidden: [(u32, u32); 3]| {
            concluded(&file(kind, hidden.map(|(x, n)| Cell::counts(x, n)), has_country))
        };
        prop_assert_eq!(with(one), with(other));
    }

    #[test]
    fn what_is_withheld_concludes_nothing(
        hidden in prop::array::uniform3((10_u32..500, 600_u32..50_000)),
        kind in prop_oneof![Just("share"), Just("rate")],
        has_country in any::<bool>(),
    ) {
        let numbers = hidden.map(|(x, n)| Cell::counts(x, n).with_status("withheld"));
        let with = |hidden| concluded(&file(kind, hidden, has_country));
        prop_assert_eq!(with(numbers), with([Cell::status("withheld"); 3]));
    }
}

#[test]
fn a_withheld_town_has_nothing_and_counts_as_unknown() {
    let dataset = file("share", [Cell::status("withheld"); 3], true);
    let asked = [("indicator", "proef"), ("region", "GM9801"), ("view", "ranking")];
    let asked = request(&asked, 640).unwrap();
    let insight = Insight::find(&dataset, &asked).unwrap();
    assert_eq!((insight.areas, insight.unknown), (48, 3), "each of them may have any place");
    assert_eq!(insight.discoveries.as_ref().unwrap().areas, 48, "each of them counts as a test");
    assert!(insight.dispersion.is_some() && insight.prior.is_some(), "nothing is tried");
    let row = InsightRow::of(&insight, asked.language);
    let hidden = row.findings.iter().filter(|row| row.finding.status == "withheld");
    for row in hidden {
        let seen = serde_json::to_value(row).unwrap();
        let mut members: Vec<&String> = seen.as_object().unwrap().keys().collect();
        members.sort();
        assert_eq!(
            members,
            ["indicator", "name", "period", "region", "sentences", "source", "status"],
            "{seen}"
        );
        assert!(row.sentences.is_empty());
    }
    // One more that is withheld widens every set.
    let narrow = file("share", [Cell::status("not-applicable"); 3], true);
    let narrow = Insight::find(&narrow, &asked).unwrap();
    for (wide, narrow) in insight.conclusions.iter().zip(&narrow.conclusions) {
        let Some((wide, narrow)) = wide.ranked.zip(narrow.ranked) else { continue };
        assert!(wide.alone.best <= narrow.alone.best && wide.alone.worst >= narrow.alone.worst + 3);
    }
}
