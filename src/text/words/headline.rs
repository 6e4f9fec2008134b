// SPDX-License-Identifier: EUPL-1.2
//! The words of headlines: what a figure shows, in at most twelve words.

/// The words of one language. In the templates `{…}` names what is filled in. `{region}` and
/// `{benchmark}` are places, `{subject}` is what the catalogue calls what is counted. Arrays of
/// three are for shares, for rates and for means.
#[derive(Debug)]
pub struct HeadlineWords {
    /// Lower and higher, to fill `{comparative}`: "minder" and "meer", or "lower" and "higher".
    pub comparatives: [[&'static str; 2]; 3],
    /// A region differs from the benchmark: "Utrecht: a lower rate of children of teenage mothers
    /// than the Netherlands".
    pub beside: [&'static str; 3],
    /// The same where the subject has no name; the comparative is that of a mean.
    pub beside_unnamed: &'static str,
    /// A region cannot be told apart from the benchmark. Must not say that they are equal.
    pub similar: &'static str,
    /// The same where the subject has no name.
    pub similar_unnamed: &'static str,
    /// A region changed over five periods, from the year `{first}` on, and has no benchmark.
    pub since: [&'static str; 3],
    /// The same where the subject has no name; the comparative is that of a mean.
    pub since_unnamed: &'static str,
    /// A figure that is compared with nothing, an answer, or why there is none: `{said}`.
    pub said: &'static str,
    /// A number of persons, `{value}` of the `{subject}`: "Utrecht: 4,612 live births".
    pub counted: &'static str,
}
