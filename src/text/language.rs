// SPDX-License-Identifier: EUPL-1.2
//! Which words belong to which language.

use super::words::Words;
use super::words::funnel::FunnelWords;
use super::words::interaction::Interaction;
use super::words::map::MapWords;
use super::words::members::MemberWords;
use super::words::overview::OverviewWords;
use super::{en, nl};
use crate::request::Language;

impl Words {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Dutch => &nl::WORDS,
            Language::English => &en::WORDS,
        }
    }

    /// The words of views that set regions beside each other.
    pub fn of_members(&self) -> &'static MemberWords {
        match self.language {
            Language::Dutch => &nl::MEMBERS,
            Language::English => &en::MEMBERS,
        }
    }

    /// The words of a funnel.
    pub fn of_funnel(&self) -> &'static FunnelWords {
        match self.language {
            Language::Dutch => &nl::FUNNEL,
            Language::English => &en::FUNNEL,
        }
    }

    /// The words of a map.
    pub fn of_map(&self) -> &'static MapWords {
        match self.language {
            Language::Dutch => &nl::MAP,
            Language::English => &en::MAP,
        }
    }

    /// The words of views of many indicators.
    pub fn of_overview(&self) -> &'static OverviewWords {
        match self.language {
            Language::Dutch => &nl::OVERVIEW,
            Language::English => &en::OVERVIEW,
        }
    }

    /// The words beside choices and downloads.
    pub fn of_interaction(&self) -> &'static Interaction {
        match self.language {
            Language::Dutch => &nl::INTERACTION,
            Language::English => &en::INTERACTION,
        }
    }
}
