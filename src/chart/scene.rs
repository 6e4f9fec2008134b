// SPDX-License-Identifier: EUPL-1.2
//! What a view is drawn with: the canvas, the words of its family, what it found.

use super::canvas::Canvas;
use crate::text::words::Words;
use crate::text::words::brief::BriefWords;
use crate::text::words::funnel::FunnelWords;
use crate::text::words::map::MapWords;
use crate::text::words::members::MemberWords;
use crate::text::words::overview::OverviewWords;
use crate::text::words::story::StoryWords;
use crate::view::members::ComparisonSet;
use crate::view::overview::Overview;
use crate::view::single::Selection;
use crate::view::story::Story;

/// A drawing in progress.
pub(super) struct Scene<'s, W, F> {
    pub(super) canvas: &'s Canvas,
    pub(super) words: &'s W,
    pub(super) found: &'s F,
}

/// One place, and those beside it.
pub(super) type SingleScene<'s> = Scene<'s, Words, Selection<'s>>;

/// Regions in the order of their values.
pub(super) type RankingScene<'s> = Scene<'s, MemberWords, ComparisonSet<'s>>;

/// Regions around the benchmark's figure.
pub(super) type FunnelScene<'s> = Scene<'s, FunnelWords, ComparisonSet<'s>>;

/// Regions where they lie.
pub(super) type MapScene<'s> = Scene<'s, MapWords, ComparisonSet<'s>>;

/// Many indicators.
pub(super) type OverviewScene<'s> = Scene<'s, OverviewWords, Overview<'s>>;

/// One place from before the pregnancy to age two.
pub(super) type StoryScene<'s> = Scene<'s, StoryWords, Story<'s>>;

/// One place and its benchmark, without axes.
pub(super) type BriefScene<'s> = Scene<'s, BriefWords, Selection<'s>>;
