// SPDX-License-Identifier: EUPL-1.2
//! The height of the box that is reserved for a figure before it is there: one table, from which
//! the style sheet has its rules and a frame its height.

use crate::request::View;

/// Pixels to the rem, as browsers have it unless the reader changes it.
const REM: f64 = 16.0;

/// The widths of the box, in rem, up to which the second to the fifth height hold. In a wider one
/// than the first the text stands left of the picture.
const WIDTHS: [u16; 4] = [60, 40, 30, 20];

/// The figures that a row of the table is about.
enum Figures {
    /// Those of every view that has no row of its own.
    Any,
    /// Those of one view.
    Of(View),
    /// A trend with one small chart for each region: room for four.
    SmallMultiples,
}

/// The heights in rem: in a wide box, and in boxes no wider than each of [`WIDTHS`]. Of the rows
/// that apply, the last one holds.
const HEIGHTS: [(Figures, [u16; 5]); 11] = [
    (Figures::Any, [28, 33, 36, 38, 47]),
    (Figures::Of(View::Trend), [34, 45, 47, 51, 58]),
    (Figures::Of(View::Compare), [28, 33, 35, 41, 48]),
    (Figures::Of(View::Table), [43, 43, 46, 50, 57]),
    (Figures::Of(View::Ranking), [48, 54, 56, 64, 92]),
    (Figures::Of(View::Funnel), [42, 52, 60, 64, 72]),
    (Figures::Of(View::Map), [46, 53, 52, 69, 65]),
    (Figures::Of(View::Heatmap), [61, 61, 62, 83, 96]),
    (Figures::Of(View::Profile), [92, 106, 121, 138, 162]),
    (Figures::Of(View::Story), [107, 145, 157, 210, 268]),
    (Figures::SmallMultiples, [40, 42, 52, 70, 82]),
];

impl Figures {
    /// Whether an element with these attributes shows such a figure.
    fn include<'t>(&self, attribute: impl Fn(&str) -> Option<&'t str>) -> bool {
        let shows = |view: View| attribute("view") == Some(view.word());
        match self {
            Self::Any => true,
            Self::Of(view) => shows(*view),
            Self::SmallMultiples => {
                shows(View::Trend) && attribute("compare").is_some_and(|c| c.contains([',', ' ']))
            }
        }
    }

    /// The condition on the attributes of the element, as a selector.
    #[cfg(not(target_arch = "wasm32"))]
    fn host(&self) -> String {
        match self {
            Self::Any => String::new(),
            Self::Of(view) => [":host([view=", view.word(), "]) "].concat(),
            Self::SmallMultiples => {
                ":host([view=trend]:is([compare*=\",\"], [compare*=\" \"])) ".into()
            }
        }
    }
}

/// The height in pixels that is reserved in a box of this width. `attribute` gives what stands in
/// the element.
pub(super) fn height<'t>(width: f64, attribute: impl Fn(&str) -> Option<&'t str>) -> f64 {
    let column = WIDTHS.iter().filter(|limit| width <= f64::from(**limit) * REM).count();
    let row = HEIGHTS.iter().rfind(|(figures, _)| figures.include(&attribute));
    let height = row.and_then(|(_, heights)| heights.get(column).copied());
    f64::from(height.unwrap_or_default()) * REM
}

/// The rules of the style sheet that reserve these heights.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn rules() -> String {
    let block = |column: usize| {
        // What holds in a wider box and is no other here need not be said again.
        let rule = |(figures, heights): &(Figures, [u16; 5])| {
            let height = heights.get(column)?;
            let is_other = column == 0 || heights.get(column - 1) != Some(height);
            let height = is_other.then(|| height.to_string())?;
            let host = figures.host();
            Some([&host, ".frame { --height: ", &height, "rem; }\n"].concat())
        };
        HEIGHTS.iter().filter_map(rule).collect::<String>()
    };
    let narrow = WIDTHS.iter().zip(1..).map(|(width, column)| {
        ["@container (max-width: ", &width.to_string(), "rem) {\n", &block(column), "}\n"].concat()
    });
    block(0) + &narrow.collect::<String>()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trend(name: &str) -> Option<&'static str> {
        (name == "view").then_some("trend")
    }

    #[test]
    fn a_narrow_box_and_a_trend_reserve_more() {
        let plain = |width| height(width, |_| None);
        let trend = |width| height(width, trend);
        assert!(plain(300.0) > plain(500.0) && plain(500.0) > plain(900.0) && plain(900.0) > 300.0);
        assert!(trend(900.0) > plain(900.0) && trend(300.0) > plain(300.0));
    }

    #[test]
    fn small_multiples_are_a_trend_with_several_regions() {
        let compared = |with: &'static str| {
            height(500.0, |name| trend(name).or((name == "compare").then_some(with)))
        };
        assert_eq!(compared("NL01"), height(500.0, trend));
        assert!(compared("NL01,PV26") > compared("NL01"));
        assert_eq!(compared("NL01 PV26"), compared("NL01,PV26"));
    }

    #[test]
    fn the_table_of_content_systems_is_this_one() {
        let php = include_str!("../../pkg/integrations/php/Height.php");
        for (figures, heights) in &HEIGHTS {
            let name = match figures {
                Figures::Any => "any",
                Figures::Of(view) => view.word(),
                Figures::SmallMultiples => "multiples",
            };
            let row = format!("        '{name}' => {heights:?},\n");
            assert!(php.contains(&row), "{row}");
        }
        assert_eq!(php.matches(" => [").count(), HEIGHTS.len());
        assert!(php.contains(&format!("WIDTHS = {WIDTHS:?};")));
    }

    #[test]
    fn the_rules_hold_what_the_table_says() {
        let rules = rules();
        let (wide, narrow) = rules.split_once("@container (max-width: 60rem) {").expect("blocks");
        assert!(wide.contains(":host([view=map]) .frame { --height: 46rem; }"));
        assert!(narrow.contains(":host([view=map]) .frame { --height: 52rem; }"));
    }
}
