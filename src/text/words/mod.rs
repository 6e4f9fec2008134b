// SPDX-License-Identifier: EUPL-1.2
//! The words of all views, and a struct of words for each family of views. A language fills each
//! once, in a static of its own: a missing word does not compile, and the words of views that a
//! core does not have are left out of it.

pub mod members;
pub mod funnel;
pub mod map;
pub mod overview;
pub mod interaction;

use crate::indicator::bilingual::Bilingual;
use crate::request::Language;

/// The words of one language. In the templates `{…}` names what is filled in.
#[derive(Debug)]
pub struct Words {
    /// The language itself.
    pub language: Language,
    /// The months, January first.
    pub months: [&'static str; 12],
    /// `{first}` and `{last}` year.
    pub in_period: &'static str,
    /// `{year}` or a month with its year.
    pub in_year: &'static str,
    /// `{value}` per 1.000, beside a chart.
    pub per_thousand: &'static str,
    /// `{value}` of every 1.000, in a sentence.
    pub of_thousand: &'static str,
    /// The unit of a rate, on an axis.
    pub per_thousand_unit: &'static str,
    /// `{lower}` and `{upper}` of an interval.
    pub range: &'static str,
    /// The country's name.
    pub country: &'static str,
    /// A province in a sentence: `{name}`.
    pub province: &'static str,
    /// A province on a label: `{name}`.
    pub province_label: &'static str,

    /// Lower, and better: `{benchmark}`, `{value}`.
    pub lower_better: &'static str,
    /// Lower, and worse.
    pub lower_worse: &'static str,
    /// Lower, neither good nor bad.
    pub lower: &'static str,
    /// Higher, and better.
    pub higher_better: &'static str,
    /// Higher, and worse.
    pub higher_worse: &'static str,
    /// Higher, neither good nor bad.
    pub higher: &'static str,
    /// Not to be told apart.
    pub similar: &'static str,
    /// No interval, so no judgement.
    pub no_interval: &'static str,
    /// The benchmark has no figure: `{benchmark}`, `{period}`.
    pub no_benchmark: &'static str,
    /// The benchmark's window differs.
    pub other_window: &'static str,
    /// The benchmark's definition differs.
    pub other_definition: &'static str,

    /// The last five periods rise: `{region}`, `{first}`, `{last}`, and `{judged}`.
    pub rising: &'static str,
    /// They fall.
    pub falling: &'static str,
    /// No change can be shown.
    pub steady: &'static str,
    /// It cannot be said, because one of them has no figure.
    pub unsteady: &'static str,
    /// What the change means: `{change}`.
    pub judged: &'static str,
    /// A change for the better, also beside its arrow.
    pub better_change: &'static str,
    /// A change for the worse, likewise.
    pub worse_change: &'static str,
    /// A rise, beside its arrow.
    pub rise: &'static str,
    /// A fall, likewise.
    pub fall: &'static str,
    /// No change, likewise.
    pub no_change: &'static str,

    /// Withheld: `{region}`, `{period}`.
    pub withheld: &'static str,
    /// No figure was published.
    pub missing: &'static str,
    /// The borders changed.
    pub border_change: &'static str,
    /// A part of the sum is not known.
    pub incomplete: &'static str,
    /// Does not apply.
    pub not_applicable: &'static str,
    /// Why a stretch of years stands for one year.
    pub pooled: &'static str,
    /// The figure is provisional.
    pub provisional: &'static str,
    /// A break: `{at}`, `{reason}`.
    pub break_after: &'static str,
    /// A break, on the chart.
    pub break_label: &'static str,
    /// A target: `{label}`, `{value}`.
    pub target: &'static str,
    /// A target with its `{year}`.
    pub target_year: &'static str,
    /// A target, on the chart.
    pub target_label: &'static str,
    /// The axis does not begin at zero.
    pub axis_not_zero: &'static str,
    /// Regions that were asked for are not drawn: numbers of persons of places of other sizes.
    pub counts_alone: &'static str,
    /// The counts behind a figure: `{numerator}`, `{denominator}`.
    pub counts: &'static str,
    /// The interval of a figure: `{range}`.
    pub interval: &'static str,

    /// Withheld, in a cell or on a chart.
    pub withheld_short: &'static str,
    /// Missing, likewise.
    pub missing_short: &'static str,
    /// Borders changed, likewise.
    pub border_change_short: &'static str,
    /// Incomplete, likewise.
    pub incomplete_short: &'static str,
    /// Not applicable, likewise.
    pub not_applicable_short: &'static str,
    /// Provisional, after a period.
    pub provisional_short: &'static str,
    /// A municipality's answer.
    pub yes: &'static str,
    /// Likewise.
    pub preparation: &'static str,
    /// Likewise.
    pub no: &'static str,

    /// What opens the table.
    pub table_summary: &'static str,
    /// What opens the explanation where the table is shown already.
    pub explanation_summary: &'static str,
    /// The table's caption: `{name}`, `{regions}`.
    pub table_caption: &'static str,
    /// Column heads.
    pub period: &'static str,
    /// Likewise.
    pub region: &'static str,
    /// Likewise.
    pub value: &'static str,
    /// Likewise.
    pub interval_head: &'static str,
    /// Likewise.
    pub numerator: &'static str,
    /// Likewise.
    pub denominator: &'static str,
    /// Not known, in a cell.
    pub unknown: &'static str,

    /// The heads of a spreadsheet's columns.
    pub spreadsheet: &'static str,

    /// What opens the downloads.
    pub downloads: &'static str,
    /// When a picture was made: `{date}`.
    pub made: &'static str,

    /// What the figure means, before its definition.
    pub definition: &'static str,
    /// What is counted: `{numerator}`.
    pub numerator_is: &'static str,
    /// Out of what: `{denominator}`.
    pub denominator_is: &'static str,
    /// How the interval was computed.
    pub method_wilson: &'static str,
    /// Likewise.
    pub method_poisson: &'static str,
    /// Likewise.
    pub method_published: &'static str,
    /// There is none.
    pub method_none: &'static str,
    /// All of them were counted.
    pub method_complete: &'static str,
    /// How a change over five periods is judged.
    pub method_recent: &'static str,
    /// What is withheld: `{threshold}`.
    pub method_withheld: &'static str,
    /// The footer's labels.
    pub source: &'static str,
    /// Likewise.
    pub reporting_year: &'static str,
    /// Likewise.
    pub updated: &'static str,
    /// Likewise.
    pub not_stated: &'static str,
    /// Likewise.
    pub frequency: &'static str,
    /// Likewise.
    pub more: &'static str,

    /// Errors, as a visitor reads them: `{found}`.
    pub error_indicator: &'static str,
    /// Likewise.
    pub error_region: &'static str,
    /// Likewise.
    pub error_period: &'static str,
    /// Likewise: `{name}`.
    pub error_attribute: &'static str,
    /// Likewise, when nothing stands there.
    pub error_attribute_absent: &'static str,
    /// Likewise.
    pub error_unreachable: &'static str,
    /// Likewise.
    pub error_malformed: &'static str,
    /// Likewise.
    pub error_version: &'static str,
    /// Likewise.
    #[cfg(not(target_arch = "wasm32"))]
    pub error_core: &'static str,
    /// Likewise.
    pub error_undisclosed: &'static str,
    /// Likewise.
    pub error_no_figures: &'static str,
    /// No region of a comparison may be shown, to a visitor.
    pub error_all_withheld: &'static str,
    /// Likewise.
    pub error_no_picture: &'static str,
    /// Likewise.
    pub error_no_funnel: &'static str,

    /// What a web master can do about them: `{found}`, `{expected}`.
    pub hint_indicator: &'static str,
    /// Likewise.
    pub hint_region: &'static str,
    /// Likewise.
    pub hint_period: &'static str,
    /// Likewise.
    pub hint_no_figures: &'static str,
    /// What a web master can do where every region is withheld.
    pub hint_all_withheld: &'static str,
    /// Likewise.
    pub hint_no_picture: &'static str,
    /// Likewise.
    pub hint_no_funnel: &'static str,
    /// Likewise: `{name}`.
    pub hint_attribute: &'static str,
    /// Likewise: `{name}`.
    pub hint_argument: &'static str,
    /// Likewise: `{address}`.
    pub hint_unreachable: &'static str,
    /// Likewise: `{at}`.
    pub hint_malformed: &'static str,
    /// Likewise.
    pub hint_version: &'static str,
    /// Likewise.
    #[cfg(not(target_arch = "wasm32"))]
    pub hint_core: &'static str,
    /// Likewise: `{row}`, `{name}`.
    pub hint_row: &'static str,
    /// Likewise: `{region}`, `{period}`.
    pub hint_undisclosed: &'static str,
}

impl Words {
    /// The one of two texts that is in this language.
    pub fn pick<'t>(&self, text: &'t Bilingual) -> &'t str {
        match self.language {
            Language::Dutch => &text.nl,
            Language::English => &text.en,
        }
    }
}

/// A template with its `{names}` filled in; a name that is not given stays as it is.
///
/// ```
/// use kansrijke_start::text::words::fill;
/// assert_eq!(fill("In {place} {what}.", &[("place", "Ede"), ("what", "{x}")]), "In Ede {x}.");
/// ```
pub fn fill(template: &str, names: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (name, tail) = after.split_once('}').unwrap_or((after, ""));
        match names.iter().find(|(n, _)| *n == name) {
            Some((_, text)) => out.push_str(text),
            None => {
                out.push('{');
                out.push_str(name);
                out.push('}');
            }
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}
