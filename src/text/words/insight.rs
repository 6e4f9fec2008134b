// SPDX-License-Identifier: EUPL-1.2
//! The words for what can be concluded from all areas of a level together.

use super::members::MemberWords;
use std::ops::Deref;

/// Whom a denominator counts, found in its text: what is looked for, one of them, several.
pub type Noun = [&'static str; 3];

/// The words of one language. In the templates `{…}` names what is filled in.
#[derive(Debug)]
pub struct InsightWords {
    /// The words of views that set regions beside each other.
    pub members: &'static MemberWords,
    /// Whom denominators count, the first that its text names.
    pub nouns: &'static [Noun],
    /// Whom they count where their text names none of these: one, several.
    pub persons: [&'static str; 2],
    /// A number of persons above the benchmark, `{number}` with its `{noun}`: "33 children more".
    pub more: &'static str,
    /// The same below it: "33 children fewer".
    pub fewer: &'static str,
    /// In a sentence: the `{gap}` of a `{region}` to the figure of the `{benchmark}`, in a period as in
    /// [`super::Words::in_year`], with the limits `{near}` and `{far}` on the same side. It must not say
    /// that they are too many, could be prevented or are a target.
    pub gap: &'static str,
    /// Said after it of a figure of several years: `{gap}` a year, on average.
    pub gap_per_year: &'static str,
    /// Said after it, always: that it is arithmetic, no target and no cause.
    pub gap_meaning: &'static str,
    /// A number that is rounded to a multiple: "about 15".
    pub about: &'static str,
    /// A number that rounds to nothing, of which the least is `{least}`: "fewer than 1".
    pub below: &'static str,
    /// In a sentence: the ranks from `{best}` to `{worst}` that a `{region}` can have among `{all}` of a
    /// `{kind}`.
    pub rank: &'static str,
    /// The same where it can have only one.
    pub rank_one: &'static str,
    /// The same where it can have any.
    pub rank_any: &'static str,
    /// Said after it: what rank 1 is, of what is better when lower or higher.
    pub rank_first: &'static str,
    /// The same of what is neither.
    pub rank_first_highest: &'static str,
    /// Said after it: `{count}` of a `{kind}` may have any place.
    pub rank_unknown: &'static str,
    /// In a sentence: areas of a `{kind}` differ by more than chance, and `{spread}` is common.
    pub spread: &'static str,
    /// In a sentence: that they do is not shown. Must not say that they do not.
    pub spread_unshown: &'static str,
    /// In a sentence: it is not calculated, for fewer than `{least}` of a `{kind}` are large enough.
    pub spread_uncounted: &'static str,
    /// A difference in percentage points, with its `{value}`.
    pub points: &'static str,
    /// In a sentence: `{count}` of `{all}` of a `{kind}` are coloured.
    pub coloured: &'static str,
    /// Said after it: how many chance would colour at most, `{chance}`.
    pub by_chance: &'static str,
    /// Said instead of it, where no more are coloured than that.
    pub no_more_than_chance: &'static str,
    /// Said after the first: at how many, `{count}`, the difference holds.
    pub holding: &'static str,
    /// The same of one.
    pub holding_one: &'static str,
    /// The same of none.
    pub holding_none: &'static str,
    /// In a sentence: the stabilised `{value}` of a `{region}` with its `{range}`, in which its own
    /// figure counts for `{own}` per cent, and that of the `{centre}` for `{rest}`.
    pub stabilised: &'static str,
    /// The same where areas of a `{kind}` do not differ by more than chance.
    pub stabilised_same: &'static str,
    /// The centre: the figure of a `{benchmark}`.
    pub its_figure: &'static str,
    /// The centre where there is no benchmark: "the average".
    pub the_average: &'static str,
    /// In a sentence: what chance replayed gives a `{region}` beside the `{benchmark}`: `{lower}`,
    /// `{equal}` and `{higher}` of `{all}` draws.
    pub replay: &'static str,
    /// The same where one or more are equal.
    pub replay_equal: &'static str,
    /// Said after it: what it leaves out.
    pub replay_meaning: &'static str,
}

impl Deref for InsightWords {
    type Target = MemberWords;

    fn deref(&self) -> &MemberWords {
        self.members
    }
}
