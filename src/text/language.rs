// SPDX-License-Identifier: EUPL-1.2
//! Which words belong to which language. A core that speaks one has no others.

use super::words::Words;
use super::words::advice::AdviceWords;
use super::words::brief::BriefWords;
use super::words::citation::CitationWords;
#[cfg(not(target_arch = "wasm32"))]
use super::words::comparators::ComparatorWords;
#[cfg(not(target_arch = "wasm32"))]
use super::words::factsheet::FactsheetWords;
use super::words::failure::FailureWords;
use super::words::file::FileWords;
use super::words::funnel::FunnelWords;
use super::words::headline::HeadlineWords;
use super::words::insight::InsightWords;
use super::words::interaction::Interaction;
use super::words::map::MapWords;
use super::words::members::MemberWords;
use super::words::overview::OverviewWords;
use super::words::story::StoryWords;
use super::{en, nl};
use crate::request::Language;

impl Words {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        match language.spoken() {
            Language::Dutch => &nl::WORDS,
            Language::English => &en::WORDS,
        }
    }
}

impl MemberWords {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        match language.spoken() {
            Language::Dutch => &nl::MEMBERS,
            Language::English => &en::MEMBERS,
        }
    }
}

impl FunnelWords {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        match language.spoken() {
            Language::Dutch => &nl::FUNNEL,
            Language::English => &en::FUNNEL,
        }
    }
}

impl MapWords {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        match language.spoken() {
            Language::Dutch => &nl::MAP,
            Language::English => &en::MAP,
        }
    }
}

impl OverviewWords {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        match language.spoken() {
            Language::Dutch => &nl::OVERVIEW,
            Language::English => &en::OVERVIEW,
        }
    }
}

impl StoryWords {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        match language.spoken() {
            Language::Dutch => &nl::STORY,
            Language::English => &en::STORY,
        }
    }
}

impl BriefWords {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        match language.spoken() {
            Language::Dutch => &nl::BRIEF,
            Language::English => &en::BRIEF,
        }
    }
}

impl CitationWords {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        match language.spoken() {
            Language::Dutch => &nl::CITATION,
            Language::English => &en::CITATION,
        }
    }
}

impl HeadlineWords {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        match language.spoken() {
            Language::Dutch => &nl::HEADLINE,
            Language::English => &en::HEADLINE,
        }
    }
}

impl FileWords {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        match language.spoken() {
            Language::Dutch => &nl::FILE,
            Language::English => &en::FILE,
        }
    }
}

impl Interaction {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        match language.spoken() {
            Language::Dutch => &nl::INTERACTION,
            Language::English => &en::INTERACTION,
        }
    }
}

impl FailureWords {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        match language.spoken() {
            Language::Dutch => &nl::FAILURE,
            Language::English => &en::FAILURE,
        }
    }
}

impl AdviceWords {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Dutch => &nl::ADVICE,
            Language::English => &en::ADVICE,
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl FactsheetWords {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Dutch => &nl::FACTSHEET,
            Language::English => &en::FACTSHEET,
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl ComparatorWords {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Dutch => &nl::COMPARATORS,
            Language::English => &en::COMPARATORS,
        }
    }
}

impl InsightWords {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        match language.spoken() {
            Language::Dutch => &nl::INSIGHT,
            Language::English => &en::INSIGHT,
        }
    }
}
