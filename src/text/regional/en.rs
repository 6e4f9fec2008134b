// SPDX-License-Identifier: EUPL-1.2
//! English.

use super::Regional;

/// English.
pub const EN: Regional = Regional {
    municipality: "municipality",
    municipalities: "municipalities",
    health_region: "public health region",
    health_regions: "public health regions",
    province: "province",
    provinces: "provinces",
    members_of: "{kind} in {area}",
    members_similar: "{region} and the {count} municipalities nearest to it in size",
    areas_heading: "{name}: {members}",
    overview_heading: "Solid Start: {place}",
    areas_caption: "{name}: {members}, {period}",
    figures_of: "There is a figure for {all} {members}.",
    one_similar: "The difference from {benchmark} there may be chance.",
    all_similar: "For all {all} {members} with a figure the difference from {benchmark} may be chance.",
    most_similar: "For most {members} with a figure ({count} of {all}) the difference from {benchmark} may be chance.",
    some_similar: "For {count} of the {all} {members} with a figure the difference from {benchmark} may be chance.",
    both_sides: "In {count} {kind} the figure is {verdict} than in {benchmark}; in {rest} it is {other}.",
    one_side: "In {count} {kind} the figure is {verdict} than in {benchmark}; nowhere is it {other}.",
    not_seen: "Not seen: {parts}.",
    and: " and ",
    withheld_count: "{count} {kind} with too few children or parents",
    absent_count: "{count} {kind} without a figure",
    by_chance: "Even if all {all} {kind} were exactly like {benchmark}, about {count} would show a difference by chance.",
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

    in_order: "{count} {kind}, from low to high",
    left_out: "… {count} {kind} …",
    apart: "{count} {kind}: ",

    error_all_withheld: "In all areas there are too few children to show.",
    hint_all_withheld: "Choose another period, or larger areas.",
};
