// SPDX-License-Identifier: EUPL-1.2
//! The words of errors, which no core that paints carries: the tools core comes when one is needed.

use crate::request::Language;

/// The words of one language.
#[derive(Debug)]
pub struct FailureWords {
    /// Which language.
    pub language: Language,

    /// To a visitor: there is no indicator called `{found}`. Here and below, an error says what is
    /// missing from the page and blames nobody.
    pub error_indicator: &'static str,
    /// To a visitor: there is no region called `{found}`.
    pub error_region: &'static str,
    /// To a visitor: the file has no period `{found}`.
    pub error_period: &'static str,
    /// To a visitor: the attribute `{name}` is `{found}`, which means nothing.
    pub error_attribute: &'static str,
    /// To a visitor: the attribute `{name}` is needed and is not there.
    pub error_attribute_absent: &'static str,
    /// To a visitor: the file did not come, which may pass.
    pub error_unreachable: &'static str,
    /// To a visitor: the file is not what it should be.
    pub error_malformed: &'static str,
    /// To a visitor: the file is of another version than the script, as in an old tab.
    pub error_version: &'static str,
    /// To a visitor: the browser cannot load the core. The script carries these words itself.
    pub error_core: &'static str,
    /// To a visitor, and to a program as a warning: the file holds counts that should not have been
    /// published, which are not shown.
    pub error_undisclosed: &'static str,
    /// To a visitor: the indicator is known, and there are no figures for it here.
    pub error_no_figures: &'static str,
    /// To a visitor: the same, and a `{publisher}` has them, as in "RIVM (www.rivm.nl)".
    pub error_elsewhere: &'static str,
    /// To a visitor: nobody is known to publish figures for it.
    pub error_nowhere: &'static str,
    /// To a visitor: every region of the comparison is suppressed.
    pub error_all_withheld: &'static str,
    /// To whom asks for a picture of a table.
    pub error_no_picture: &'static str,
    /// To whom draws where there is no place for it.
    pub error_no_place: &'static str,
    /// To a visitor: the indicator has no counts of persons, so there are no control limits.
    pub error_no_funnel: &'static str,

    /// To a web master: what can be done about an unknown indicator, `{found}`. Here and below
    /// `{found}` is what stood there and `{expected}` what may stand there.
    pub hint_indicator: &'static str,
    /// To a web master: how a region is named, with examples of each kind.
    pub hint_region: &'static str,
    /// To a web master: how to do without a period.
    pub hint_period: &'static str,
    /// To a web master: how figures come into a file.
    pub hint_no_figures: &'static str,
    /// To a web master: what to choose where every region is suppressed.
    pub hint_all_withheld: &'static str,
    /// To a web master: what to ask for instead of a picture.
    pub hint_no_picture: &'static str,
    /// To a web master: where a script can draw, that there is no `{found}`, and what there is elsewhere.
    pub hint_no_place: &'static str,
    /// To a web master: what a funnel needs, and that `{found}`, an indicator, has not got it.
    pub hint_no_funnel: &'static str,
    /// To a web master: what the attribute `{name}` may be, `{expected}`.
    pub hint_attribute: &'static str,
    /// To a web master: a number in the file cannot be right, `{name}` says which.
    pub hint_argument: &'static str,
    /// To a web master: which `{address}` did not answer, what came instead (`{found}`), and what
    /// to look at.
    pub hint_unreachable: &'static str,
    /// To a web master: at an `{address}` is a page, where a file with figures should be.
    pub hint_page: &'static str,
    /// To a web master: where in the file (`{at}`) stands what (`{found}`), and what should
    /// (`{expected}`).
    pub hint_malformed: &'static str,
    /// To a web master: of which version the file is (`{found}`) and which the script reads
    /// (`{expected}`).
    pub hint_version: &'static str,
    /// To a web master: why the core did not load (`{found}`), and what a content security policy
    /// must allow.
    pub hint_core: &'static str,
    /// To whom hands over custom data: in which `{row}`, from 1, which member (`{name}`) holds
    /// `{found}`.
    pub hint_row: &'static str,
    /// To a web master: of which `{region}` and `{period}` the file holds too small counts, and
    /// that it must be made again.
    pub hint_undisclosed: &'static str,
}
