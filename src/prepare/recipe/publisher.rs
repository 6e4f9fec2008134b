// SPDX-License-Identifier: EUPL-1.2
//! Who answers for the figures of a recipe.

use serde::{Deserialize, Serialize};

/// A publisher, as far as the recipe names it: nothing is made up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Publisher {
    /// Its name.
    pub name: String,
    /// The address by which it is known: at best that of the register of authorities.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub address: Option<String>,
    /// Where questions go.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub contact: Option<Contact>,
}

/// Where questions about figures go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Who answers them, where it is not the publisher by its name.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub name: Option<String>,
    /// An address for mail.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub email: Option<String>,
    /// The address of a page.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub page: Option<String>,
}
