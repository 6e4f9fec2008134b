// SPDX-License-Identifier: EUPL-1.2
//! The words of headlines: what a figure shows, in at most twelve words.

/// For shares, for rates, for means and other numbers, and where the subject has no name.
pub type ByKind<T> = [T; 4];

/// The words of one language. In the templates `{…}` names what is filled in. `{region}` and
/// `{benchmark}` are places, `{subject}` is what the catalogue calls what is counted.
#[derive(Debug)]
pub struct HeadlineWords {
    /// A region differs from the benchmark: "Utrecht: lower rate of children of teenage mothers
    /// than the Netherlands".
    pub beside: ByKind<&'static str>,
    /// A region cannot be told apart from the benchmark. Must not say that they are equal.
    pub similar: ByKind<&'static str>,
    /// A region changed over five periods, from the year `{first}` on, and has no benchmark.
    pub since: ByKind<&'static str>,
    /// A figure that is compared with nothing, an answer, or why there is none: `{said}`.
    pub said: ByKind<&'static str>,
}
