// SPDX-License-Identifier: EUPL-1.2
//! Which families of views there are. A core of the browser has one of them, so this is the one
//! place that asks for features: what is not constructed here is left out when it is linked.

use super::depiction::Depiction;
use crate::data::dataset::Dataset;
use crate::error::Error;
use crate::request::{Family, Request};
use std::fmt;
use std::ops::Deref;

/// A feature, and the family in the module of that name.
macro_rules! families {
    ($($feature:literal: $module:ident :: $Family:ident),+) => {
        /// What was found for a request. Not a box: in a core with one family it is known which
        /// methods are called, and those that are called once become part of their caller.
        pub(super) enum Found<'a> {
            $(#[cfg(feature = $feature)] $Family(super::$module::$Family<'a>)),+
        }

        impl<'a> Found<'a> {
            /// Finds what a request asks for.
            ///
            /// # Errors
            /// What it asks for is not in the data, or contradicts itself there;
            /// [`Error::NoPicture`] for a view that this core does not have.
            pub(super) fn find(dataset: &'a Dataset, request: &'a Request) -> Result<Self, Error> {
                match request.view.family() {
                    $(
                        #[cfg(feature = $feature)]
                        Family::$Family => {
                            super::$module::$Family::find(dataset, request).map(Self::$Family)
                        }
                    )+
                    #[cfg(not(feature = "default"))]
                    _ => Err(Error::NoPicture),
                }
            }
        }

        impl<'a> Deref for Found<'a> {
            type Target = dyn Depiction<'a> + 'a;

            fn deref(&self) -> &Self::Target {
                match self {
                    $(#[cfg(feature = $feature)] Self::$Family(found) => found),+
                }
            }
        }
    };
}

families! {
    "single": single::Single,
    "ranking": ranking::Ranking,
    "map": map::Map,
    "overview": overview::Overview,
    "story": story::Story,
    "brief": brief::Brief
}

impl fmt::Debug for Found<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name())
    }
}
