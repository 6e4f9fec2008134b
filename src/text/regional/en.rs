// SPDX-License-Identifier: EUPL-1.2
//! English.

use super::Regional;

/// English.
pub const EN: Regional = Regional {
    municipalities: "municipalities",
    health_regions: "public health regions",
    provinces: "provinces",
    members_of: "{kind} in {area}",
    members_similar: "{region} and the {count} municipalities nearest to it in size",
    areas_heading: "{name}: {members}",
    overview_heading: "Solid Start: {place}",
    areas_caption: "{name}: {members}, {period}",
    lower_better: "Of the {all} {members} with a figure, {count} have a lower, and so better, figure than {benchmark} ({value}).",
    lower_worse: "Of the {all} {members} with a figure, {count} have a lower, and so worse, figure than {benchmark} ({value}).",
    lower: "Of the {all} {members} with a figure, {count} have a lower figure than {benchmark} ({value}).",
    higher_better: "{count} have a higher, and so better, figure.",
    higher_worse: "{count} have a higher, and so worse, figure.",
    higher: "{count} have a higher figure.",
    similar: "For {count} the difference is so small that it may be chance.",
    unjudged: "There are figures for {all} {members}; they are not compared.",
    withheld_count: "For {count} the figure cannot be shown: it is about too few children or parents.",
    absent_count: "For {count} there is no figure.",
    by_chance: "Even if all {all} areas were exactly like the benchmark, about {count} would show a difference by chance.",
    similar_size: "Similar size: the {count} municipalities whose denominator comes nearest to that of the municipality itself.",
    verdict_head: "Compared with {benchmark}",
    lower_better_short: "lower (better)",
    lower_worse_short: "lower (worse)",
    lower_short: "lower",
    higher_better_short: "higher (better)",
    higher_worse_short: "higher (worse)",
    higher_short: "higher",
    similar_short: "not to be told apart",
    not_compared_short: "not compared",
};
