// SPDX-License-Identifier: EUPL-1.2
//! What went wrong, as data: what, where, what was found and what was expected.
//!
//! The sentence for a visitor is made in `text`; [`Error`]'s `Display` is for developers.

use std::fmt;

/// Where figures are published that are not here.
#[derive(Clone, Debug, PartialEq)]
pub enum Published {
    /// That is not said.
    Unsaid,
    /// Nowhere, as far as is known.
    Nowhere,
    /// By this publisher, with the host of the address where one is known: "RIVM (www.rivm.nl)".
    By(String),
}

/// A core without the words for errors keeps no particulars of them, nor what builds those up.
pub const HAS_WORDS: bool = cfg!(feature = "tools");

/// A particular of an error, which a core without words does not keep.
pub fn kept(text: &str) -> String {
    if HAS_WORDS { text.to_string() } else { String::new() }
}

/// Everything that this crate refuses.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Error {
    /// A number that a statistic cannot be computed from.
    Argument {
        /// The argument, as it is named in the public interface.
        name: &'static str,
        /// The value that was given.
        found: f64,
        /// What is allowed.
        allowed: &'static str,
    },
    /// An attribute (or program option) with a value that means nothing.
    Attribute {
        /// The attribute's name.
        name: &'static str,
        /// The text that was given; empty when the attribute is absent.
        found: String,
        /// What may stand there.
        expected: &'static str,
    },
    /// No data file has this indicator.
    UnknownIndicator {
        /// The indicator's id as asked for.
        id: String,
    },
    /// The data know no region of this code or name.
    UnknownRegion {
        /// The region as asked for.
        found: String,
    },
    /// The data know the region, but no figure of this period.
    UnknownPeriod {
        /// The period as asked for.
        found: String,
    },
    /// The data know the indicator, but have no figure of it.
    NoFigures {
        /// The indicator's id.
        id: String,
        /// Who has figures of it.
        published: Published,
    },
    /// Of none of the regions that were to be shown beside each other may a figure be shown, of
    /// one or more because of too few persons.
    AllWithheld {
        /// The indicator's id.
        id: String,
    },
    /// A data file could not be fetched or read.
    DataUnreachable {
        /// Its address or path.
        address: String,
        /// What the server or the system answered.
        found: String,
    },
    /// At the address of a data file is a page, as servers send for what they have not.
    DataPage {
        /// Its address or path.
        address: String,
    },
    /// A data file that is not what it should be.
    DataMalformed {
        /// Where in the file.
        at: String,
        /// What stands there.
        found: String,
        /// What should.
        expected: String,
    },
    /// A data file of another version of the format than this core reads.
    DataVersion {
        /// The version that the file states.
        found: u32,
        /// The version that is read.
        expected: u32,
    },
    /// A record that still holds a count below the disclosure threshold. The error does not hold the count.
    Undisclosed {
        /// The region's code.
        region: String,
        /// The period's code.
        period: String,
    },
    /// A row of custom data that cannot be true.
    Row {
        /// Which one, from 1; 0 for what is said about all of them.
        row: u32,
        /// The member that is wrong.
        name: String,
        /// What stands there.
        found: String,
        /// What may.
        expected: String,
    },
    /// The core itself could not be loaded: WebAssembly is blocked or out of reach. The script says
    /// so, with the words that the build takes from here.
    CoreUnavailable {
        /// What the browser answered.
        found: String,
    },
    /// A view that has no picture was asked for as one.
    NoPicture,
    /// A script draws where there is no page, or no such element in it.
    NoPlace {
        /// The element as asked for.
        found: String,
    },
    /// A funnel of figures that have no denominators.
    NoFunnel {
        /// The indicator's id.
        id: String,
    },
}

impl Error {
    /// A stable name for programs: the `code` of the `kansrijke-start-error` event.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Argument { .. } => "argument-invalid",
            Self::Attribute { .. } => "attribute-invalid",
            Self::UnknownIndicator { .. } => "indicator-unknown",
            Self::UnknownRegion { .. } => "region-unknown",
            Self::UnknownPeriod { .. } => "period-unknown",
            Self::NoFigures { .. } => "no-figures",
            Self::AllWithheld { .. } => "all-withheld",
            Self::DataUnreachable { .. } | Self::DataPage { .. } => "data-unreachable",
            Self::DataMalformed { .. } => "data-malformed",
            Self::DataVersion { .. } => "data-version",
            Self::Undisclosed { .. } => "data-undisclosed",
            Self::Row { .. } => "row-invalid",
            Self::CoreUnavailable { .. } => "core-unavailable",
            Self::NoPicture => "no-picture",
            Self::NoPlace { .. } => "no-place",
            Self::NoFunnel { .. } => "no-funnel",
        }
    }

    /// A malformed data file: where, what stands there, what should.
    pub fn malformed(at: &str, found: &str, expected: &str) -> Self {
        Self::DataMalformed { at: kept(at), found: kept(found), expected: kept(expected) }
    }

    /// An attribute with a value that means nothing: what is `found` there, and what is expected.
    pub fn attribute(
        name: &'static str,
        found: impl FnOnce() -> Option<String>,
        expected: &'static str,
    ) -> Self {
        if HAS_WORDS {
            Self::Attribute { name, found: found().unwrap_or_default(), expected }
        } else {
            Self::Attribute { name: "", found: String::new(), expected: "" }
        }
    }
}

/// As many bytes of a text that was given are repeated.
const QUOTED: usize = 80;

/// As much of a text that was given as is repeated.
pub fn clipped(text: &str) -> &str {
    text.get(..text.floor_char_boundary(QUOTED)).unwrap_or_default()
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())?;
        match self {
            Self::Argument { name, found, allowed } => {
                write!(f, ": {name} is {found}; allowed: {allowed}")
            }
            Self::Attribute { name, found, expected } => {
                write!(f, ": {name} is \"{found}\"; expected: {expected}")
            }
            Self::UnknownIndicator { id }
            | Self::NoFigures { id, .. }
            | Self::AllWithheld { id }
            | Self::NoFunnel { id } => write!(f, ": {id}"),
            Self::UnknownRegion { found } | Self::UnknownPeriod { found } => {
                write!(f, ": {found}")
            }
            Self::DataUnreachable { address, found } => write!(f, ": {address}: {found}"),
            Self::DataPage { address } => write!(f, ": {address}: HTML"),
            Self::DataMalformed { at, found, expected } => {
                write!(f, ": {at}: found {found}; expected {expected}")
            }
            Self::DataVersion { found, expected } => {
                write!(f, ": found {found}; expected {expected}")
            }
            Self::Undisclosed { region, period } => write!(f, ": {region}, {period}"),
            Self::Row { row, name, found, expected } => {
                write!(f, ": row {row}, {name}: found {found}; expected {expected}")
            }
            Self::CoreUnavailable { found } | Self::NoPlace { found } => write!(f, ": {found}"),
            Self::NoPicture => Ok(()),
        }
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::{Error, Published};
    use std::collections::BTreeSet;

    /// One of each kind.
    fn all() -> Vec<Error> {
        let text = String::new;
        vec![
            Error::Argument { name: "", found: 0.0, allowed: "" },
            Error::Attribute { name: "", found: text(), expected: "" },
            Error::UnknownIndicator { id: text() },
            Error::UnknownRegion { found: text() },
            Error::UnknownPeriod { found: text() },
            Error::NoFigures { id: text(), published: Published::Unsaid },
            Error::AllWithheld { id: text() },
            Error::DataUnreachable { address: text(), found: text() },
            Error::DataPage { address: text() },
            Error::malformed("", "", ""),
            Error::DataVersion { found: 0, expected: 0 },
            Error::Undisclosed { region: text(), period: text() },
            Error::Row { row: 0, name: text(), found: text(), expected: text() },
            Error::CoreUnavailable { found: text() },
            Error::NoPicture,
            Error::NoPlace { found: text() },
            Error::NoFunnel { id: text() },
        ]
    }

    /// Does not compile when a kind is added, which then belongs in [`all`].
    fn is_listed(error: &Error) {
        match error {
            Error::Argument { .. }
            | Error::Attribute { .. }
            | Error::UnknownIndicator { .. }
            | Error::UnknownRegion { .. }
            | Error::UnknownPeriod { .. }
            | Error::NoFigures { .. }
            | Error::AllWithheld { .. }
            | Error::DataUnreachable { .. }
            | Error::DataPage { .. }
            | Error::DataMalformed { .. }
            | Error::DataVersion { .. }
            | Error::Undisclosed { .. }
            | Error::Row { .. }
            | Error::CoreUnavailable { .. }
            | Error::NoPicture
            | Error::NoPlace { .. }
            | Error::NoFunnel { .. } => {}
        }
    }

    #[test]
    fn the_codes_are_those_that_the_types_declare() {
        let types = include_str!("../pkg/kansrijke-start.d.ts");
        let (_, union) = types.split_once("type FailureCode =").expect("the type");
        let (union, _) = union.split_once(';').expect("its end");
        let declared: BTreeSet<&str> = union.split('\'').skip(1).step_by(2).collect();
        all().iter().for_each(is_listed);
        assert_eq!(all().iter().map(Error::code).collect::<BTreeSet<_>>(), declared);
    }
}
