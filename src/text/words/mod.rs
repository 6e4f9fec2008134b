// SPDX-License-Identifier: EUPL-1.2
//! The words of all views, and a struct of words for each family of views. A language fills each
//! once, in a static of its own: a missing word does not compile, and the words of views that a
//! core does not have are left out of it. Knows no figures.

pub mod headline;
pub mod members;
pub mod funnel;
pub mod insight;
pub mod map;
pub mod overview;
pub mod story;
pub mod brief;
pub mod interaction;
pub mod failure;
pub mod advice;
pub mod file;
#[cfg(not(target_arch = "wasm32"))]
pub mod factsheet;
#[cfg(not(target_arch = "wasm32"))]
pub mod comparators;
pub mod citation;

use crate::indicator::bilingual::Bilingual;
use crate::request::Language;
use headline::ByKind;

/// The words of one language. In the templates `{…}` names what is filled in.
#[derive(Debug)]
pub struct Words {
    /// The language itself, which says how numbers are written.
    pub language: Language,
    /// The names of the months, January first, as they stand in a date ("22 November 2026").
    pub months: [&'static str; 12],
    /// Several years in a sentence, with the `{first}` and the `{last}`: "in the years
    /// 2010-2015".
    pub in_period: &'static str,
    /// A `{year}`, or a month with its year, in a sentence: "in 2015", "in July 2022".
    pub in_year: &'static str,
    /// A rate beside a chart, with its `{value}`: "14.8 per 1,000".
    pub per_thousand: &'static str,
    /// A rate in a sentence, with its `{value}`: "14.8 in every 1,000".
    pub of_thousand: &'static str,
    /// The unit of a rate, on an axis and in the head of a column: "per 1,000".
    pub per_thousand_unit: &'static str,
    /// An interval, with its `{lower}` and `{upper}` limit as numbers: "10.7 to 20.6".
    pub range: &'static str,
    /// What the country is called in a sentence and on a label: "the Netherlands".
    pub country: &'static str,
    /// A province in a sentence, with its `{name}`: "the province of Utrecht", so that it is not
    /// taken for the municipality.
    pub province: &'static str,
    /// A province on a label or in a row, with its `{name}`: "province of Utrecht".
    pub province_label: &'static str,
    /// A COROP region in a sentence, with its `{name}`, which is a province's or a municipality's,
    /// too: "the COROP region of Utrecht".
    pub corop: &'static str,
    /// A COROP region on a label or in a row, with its `{name}`: "COROP region of Utrecht".
    pub corop_label: &'static str,

    /// Lower and higher, to fill `{comparative}`: "minder" and "meer", or "lower" and "higher".
    pub comparatives: ByKind<[&'static str; 2]>,

    /// The region's interval lies below the benchmark's value, which is good. `{benchmark}` is a
    /// place in a sentence, `{value}` its figure with the unit, here and in the next six: "That is
    /// lower, and so better, than in the Netherlands (16.3%)."
    pub lower_better: &'static str,
    /// It lies below, which is bad: "That is lower, and so worse, than in …"
    pub lower_worse: &'static str,
    /// It lies below, and neither side is the better one: "That is lower than in …"
    pub lower: &'static str,
    /// It lies above, which is good: "That is higher, and so better, than in …"
    pub higher_better: &'static str,
    /// It lies above, which is bad: "That is higher, and so worse, than in …"
    pub higher_worse: &'static str,
    /// It lies above, and neither side is the better one: "That is higher than in …"
    pub higher: &'static str,
    /// The interval holds the benchmark's value. Must not say that the two are equal: "That cannot
    /// be told apart from the Netherlands (16.3%): the difference may be chance."
    pub similar: &'static str,
    /// There is no interval to judge by, and `{benchmark}` and `{value}` are named all the same:
    /// "Whether that differs from … by more than chance cannot be said …"
    pub no_interval: &'static str,
    /// The `{benchmark}` has no figure of the `{period}`, which comes as in [`Words::in_year`]:
    /// "There is no figure for the Netherlands in 2015 to compare it with."
    pub no_benchmark: &'static str,
    /// The only figure of the `{benchmark}` is of a period of another length: "The figure for the
    /// Netherlands covers another period …"
    pub other_window: &'static str,
    /// The only figure of the `{benchmark}` lies across a break: "The figure for the Netherlands
    /// has another definition …"
    pub other_definition: &'static str,

    /// The figure of the `{region}` rose over five periods, from the `{first}` year to the
    /// `{last}`; `{judged}` is [`Words::judged`] or nothing: "In Utrecht the figure rose in
    /// 2011-2015, and so became worse."
    pub rising: &'static str,
    /// It fell, with the same names: "In Utrecht the figure fell in 2011-2015."
    pub falling: &'static str,
    /// The test shows no change, which does not say that there is none: "In Utrecht there is no
    /// clear change in 2011-2015."
    pub steady: &'static str,
    /// The test cannot be done, because one of the periods has no figure: "Whether the figure in
    /// Utrecht changed … cannot be said …"
    pub unsteady: &'static str,
    /// In a sentence: why a trend is drawn as a number.
    pub no_line: &'static str,
    /// What a change means, in the middle of a sentence; `{change}` is one of the next two: ", and
    /// so became worse".
    pub judged: &'static str,
    /// A change for the better, in that sentence and beside its arrow: "became better".
    pub better_change: &'static str,
    /// A change for the worse: "became worse".
    pub worse_change: &'static str,
    /// A rise that is neither, beside its arrow: "rose".
    pub rise: &'static str,
    /// A fall that is neither, beside its arrow: "fell".
    pub fall: &'static str,
    /// No change that the test shows, beside a figure: "no clear change".
    pub no_change: &'static str,

    /// The figure is suppressed. `{region}` is a place in a sentence and `{period}` comes as in
    /// [`Words::in_year`], here and in the next five. Must not hint at a number: "No figure can be
    /// shown for Ameland in 2015: too few children or parents are concerned."
    pub withheld: &'static str,
    /// Nobody published one: "There is no figure for Ameland in 2015."
    pub missing: &'static str,
    /// None of any region, but of the country: "There is no figure for Ameland, only for the
    /// Netherlands as a whole."
    pub country_alone: &'static str,
    /// There is none because municipalities were merged or divided: "… because the municipal border
    /// changed."
    pub border_change: &'static str,
    /// There is none because a part of the sum is not known: "… because a part of it is missing."
    pub incomplete: &'static str,
    /// The question does not apply to the region: "This figure does not apply to …"
    pub not_applicable: &'static str,
    /// The `{publisher}` has one that was not fetched: "CBS has a figure for Ede in 2023, which has
    /// not been fetched here yet."
    pub not_fetched: &'static str,
    /// Said after the latest figure of a region, where the `{publisher}` has later ones that were
    /// not fetched: "CBS has newer figures; they have not been fetched here yet."
    pub newer: &'static str,
    /// A `{region}` and its `{value}`, or why it has none, in a line: "The Netherlands: 8.5 per
    /// 1,000."
    pub alone: &'static str,
    /// The same with the `{period}`.
    pub alone_in: &'static str,
    /// Said after a figure of several years, where a single one of those years is suppressed: "This
    /// covers all years together …"
    pub pooled: &'static str,
    /// Said after a figure that its publisher calls provisional: "The figure is provisional."
    pub provisional: &'static str,
    /// Said after a figure that its publisher calls an estimate: "The figure is an estimate."
    pub estimate: &'static str,
    /// Under a trend: another definition holds from `{at}`, a period, for a `{reason}` in the words
    /// of the catalogue: "From 2013 another definition applies: …"
    pub break_after: &'static str,
    /// The same on the chart, above the line of the break: "other definition".
    pub break_label: &'static str,
    /// On a chart through the years, over those up to now of which there is nothing: "no figures".
    pub no_figures: &'static str,
    /// The target of an indicator, its `{value}` with the unit and its `{label}` in the words of
    /// the catalogue: "The target is 10%: the national programme."
    pub target: &'static str,
    /// The same with the `{year}` by which it is to be reached: "The target for 2030 is 10%: …"
    pub target_year: &'static str,
    /// The target on the chart, its `{value}` without the unit: "target 10".
    pub target_label: &'static str,
    /// In the small print, where an axis of values begins elsewhere than at zero: "The axis does
    /// not start at 0."
    pub axis_not_zero: &'static str,
    /// In the small print: regions that were asked for are left out of a chart of numbers of
    /// persons, because a country's would dwarf a town's: "Other regions are not in the chart …"
    pub counts_alone: &'static str,
    /// The counts behind a figure, in the tooltip of a mark: `{numerator}` and `{denominator}`
    /// as whole numbers: "81 out of 263".
    pub counts: &'static str,
    /// The interval of a figure, in that line; `{range}` is [`Words::range`]: "95% confidence
    /// interval: 10.7 to 20.6".
    pub interval: &'static str,

    /// Suppressed, in a cell, in a key or on a chart: "too few children to show".
    pub withheld_short: &'static str,
    /// Not published, there: "no figure".
    pub missing_short: &'static str,
    /// Merged or divided, there: "municipal border changed".
    pub border_change_short: &'static str,
    /// A part is not known, there: "not complete".
    pub incomplete_short: &'static str,
    /// The question does not apply, there: "not applicable".
    pub not_applicable_short: &'static str,
    /// There is one that was not fetched, there: "not fetched yet".
    pub not_fetched_short: &'static str,
    /// After a period in a table, and in a spreadsheet's remarks: "provisional".
    pub provisional_short: &'static str,
    /// An estimate, there: "estimate".
    pub estimate_short: &'static str,
    /// A municipality has it, as an answer in a cell, a key or a line: "yes".
    pub yes: &'static str,
    /// A municipality is about to have it: "in preparation".
    pub preparation: &'static str,
    /// A municipality has it not: "no".
    pub no: &'static str,

    /// The line that unfolds the table and the explanation: "Figures and explanation".
    pub table_summary: &'static str,
    /// The same line where the table stands above it already: "Explanation".
    pub explanation_summary: &'static str,
    /// The caption of a table of periods, with the indicator's `{name}` and its `{regions}`,
    /// separated by commas: "Teenage mothers: Utrecht, the Netherlands".
    pub table_caption: &'static str,
    /// The head of the column of periods, also what a choice of period is called: "Period".
    pub period: &'static str,
    /// The head of the column of regions, also what a choice of region is called: "Area".
    pub region: &'static str,
    /// The head of the column of values; a unit may follow in brackets: "Figure".
    pub value: &'static str,
    /// The head of the column of intervals: "95% interval".
    pub interval_head: &'static str,
    /// The head of the column of numerators: "Numerator".
    pub numerator: &'static str,
    /// The head of the column of denominators: "Denominator".
    pub denominator: &'static str,
    /// In a cell of a count that was not published: "not known".
    pub unknown: &'static str,

    /// The line that opens the menu of downloads: "Download".
    pub downloads: &'static str,

    /// Before the definition of the only indicator: "What is this?"
    pub definition: &'static str,
    /// After it; `{numerator}` in the words of the catalogue, without a full stop: "Numerator:
    /// births to mothers under 20."
    pub numerator_is: &'static str,
    /// After that; `{denominator}` likewise from the catalogue: "Denominator: all births."
    pub denominator_is: &'static str,
    /// In the small print, where an interval is of a proportion: "Interval: 95%, Wilson's method.
    /// …"
    pub method_wilson: &'static str,
    /// In the small print, where an interval is of a rate: "Interval: 95%, Poisson (exact or
    /// Byar's). …"
    pub method_poisson: &'static str,
    /// In the small print, where an interval was published with its figure: "Interval: 95%, as
    /// published."
    pub method_published: &'static str,
    /// In the small print, where figures came without counts: "No counts were published, so there
    /// is no confidence interval."
    pub method_none: &'static str,
    /// In the small print, where two values were published and no figure between them: "Published
    /// as a lowest and a highest value …"
    pub method_range: &'static str,
    /// In the small print, where municipalities are what is counted: "All municipalities were
    /// counted: no interval is needed."
    pub method_complete: &'static str,
    /// In the small print, where a change over five periods is judged: "Change: 99.8%, chi-square
    /// for trend over five periods."
    pub method_recent: &'static str,
    /// In the small print, with the `{threshold}` of disclosure control: "Fewer than 10 persons:
    /// not shown."
    pub method_withheld: &'static str,
    /// The footer's term before who published the figures: "Source".
    pub source: &'static str,
    /// The footer's term before the periods that the figures are of: "Reporting year".
    pub reporting_year: &'static str,
    /// The footer's term before the date of the last update: "Last update".
    pub updated: &'static str,
    /// In the footer, where nobody says who published the figures: "not stated".
    pub not_stated: &'static str,
    /// How old the figures are, at least three years: of `{year}`, `{age}` years ago. "These
    /// figures are of 2015, 11 years ago."
    pub age: &'static str,
    /// Said after it, where the figure is the latest of the `{region}`: "There are no newer figures
    /// of Utrecht here."
    pub no_newer: &'static str,
    /// The footer's term before how often the figures come: "Update frequency".
    pub frequency: &'static str,
    /// The footer's term before links to more: "More information".
    pub more: &'static str,
}

impl Words {
    /// The one of two texts that is in this language.
    pub fn pick<'t>(&self, text: &'t Bilingual) -> &'t str {
        match self.language.spoken() {
            Language::Dutch => &text.nl,
            Language::English => &text.en,
        }
    }
}
