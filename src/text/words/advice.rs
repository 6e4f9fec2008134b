// SPDX-License-Identifier: EUPL-1.2
//! The words of what was meant, which come with those of errors.

use crate::request::Language;

/// The words of one language.
#[derive(Debug)]
pub struct AdviceWords {
    /// Which language.
    pub language: Language,

    /// Before the last of some names that are all meant: "Tilburg and Vught".
    pub and: &'static str,
    /// Before the last of some names of which one is meant: "Vught or Vaals".
    pub or: &'static str,
    /// Sorts of regions: municipalities, health regions, provinces, COROP regions.
    pub kinds: [&'static str; 4],

    /// To a visitor: several regions bear the name, `{names}`.
    pub several: &'static str,
    /// To a visitor, after the sentence that something is unknown: what may have been meant,
    /// `{names}`.
    pub near: &'static str,
    /// To a visitor: the municipality of this `{name}` went into `{names}` in `{year}`. A sentence
    /// without its point, here and in the next three.
    pub merged: &'static str,
    /// It was given the name `{names}` in `{year}`.
    pub renamed: &'static str,
    /// What follows such a sentence, where the municipality `{name}` that it named went into
    /// `{names}` in `{year}`.
    pub then_merged: &'static str,
    /// The same, where that one was given the name `{names}`.
    pub then_renamed: &'static str,
    /// To a visitor, after that: there is no chart.
    pub no_chart: &'static str,
    /// To a visitor, after that: what is shown are the figures of `{place}`.
    pub shown_instead: &'static str,
    /// To a visitor: `{found}` is a municipality, which has no regions in it.
    pub too_small: &'static str,
    /// To a visitor: nothing says which municipalities the region can be set beside.
    pub no_comparators: &'static str,
    /// To a visitor: the subject has figures of the country alone.
    pub country_only: &'static str,
    /// To a visitor: the subject has figures of these sorts of regions, `{kinds}`, and of no other.
    pub kinds_only: &'static str,
    /// To a visitor: the subject has figures of others.
    pub other_regions: &'static str,
    /// To a visitor: of which `{periods}` there are figures, after the sentence that there are none
    /// of another.
    pub periods: &'static str,
    /// From the `{first}` year to the `{last}`.
    pub years: &'static str,

    /// To a web master: the quotes at the attribute `{name}`, where `{found}` stands, are those of
    /// a word processor.
    pub hint_curly: &'static str,
    /// To a web master: one of `{choices}` is meant.
    pub hint_choices: &'static str,
    /// To a web master: one of `{choices}` may be meant.
    pub hint_near: &'static str,
    /// To a web master: `{found}` is a municipality, and `within` needs an area.
    pub hint_too_small: &'static str,
    /// To a web master: which regions have neighbours and peers, and where they are kept.
    pub hint_no_comparators: &'static str,
    /// To a web master: all subjects that have figures, `{ids}`.
    pub hint_subjects: &'static str,
    /// To a web master: the periods that have figures, `{periods}`.
    pub hint_periods: &'static str,
    /// To a web master: what to do where the country alone has figures.
    pub hint_country_only: &'static str,
    /// To a web master: what to do where other sorts of regions have, or other regions.
    pub hint_other_regions: &'static str,
    /// To a web master: at `{name}` stands `{found}`, which is read as `{read}`.
    pub hint_read: &'static str,
    /// To a web master, after that.
    pub hint_written: &'static str,
    /// To a web master: `{found}` is no attribute, and `{name}` may be meant.
    pub hint_attribute: &'static str,
    /// A tag that closes itself, or that nobody closed.
    pub hint_unclosed: &'static str,
}
