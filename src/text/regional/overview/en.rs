// SPDX-License-Identifier: EUPL-1.2
//! English.

use super::Overview;

/// English.
pub const EN: Overview = Overview {
    groups: [
        "Before the pregnancy",
        "During the pregnancy",
        "After the birth",
        "The programme as a whole",
        "Context: lower or higher is neither good nor bad",
    ],
    better_word: "better",
    worse_word: "worse",
    and: " and ",
    dated_heading: "{heading}, {period}",
    quoted: "‘{name}’",
    better_is: ["lower is better", "higher is better"],

    none_compared: "No figures of {place} can be compared with {benchmark}.",
    benchmark_itself: "These are the figures of {place}, amid the spread of {members}.",
    no_difference: "No figure of {place} is clearly better or worse than in {benchmark}.",
    better: [
        "No figure of {place} is better than in {benchmark}.",
        "1 figure of {place} is better than in {benchmark}{names}.",
        "{count} figures of {place} are better than in {benchmark}{names}.",
    ],
    worse: [
        "No figures are worse.",
        "1 figure is worse{names}.",
        "{count} figures are worse{names}.",
    ],
    lower: [
        "",
        "1 figure is lower than in {benchmark}, which is neither good nor bad{names}.",
        "{count} figures are lower than in {benchmark}, which is neither good nor bad{names}.",
    ],
    higher: [
        "",
        "1 figure is higher than in {benchmark}, which is neither good nor bad{names}.",
        "{count} figures are higher than in {benchmark}, which is neither good nor bad{names}.",
    ],
    similar: [
        "",
        "For 1 figure the difference may be chance{names}.",
        "For {count} figures the difference may be chance{names}.",
    ],
    unjudged: ["", "1 figure is not compared.", "{count} figures are not compared."],
    withheld: [
        "",
        "1 figure cannot be shown, because it is about too few children or parents.",
        "{count} figures cannot be shown, because they are about too few children or parents.",
    ],
    absent: [
        "",
        "On 1 topic there is no figure of {place}{names}.",
        "On {count} topics there are no figures of {place}{names}.",
    ],

    key_interval: "{place}, with its 95% interval",
    key_own: "{place}",
    key_signs: "lower or higher than {benchmark}; a dot: not to be told apart",
    key_spread: "{members}: from the lowest to the highest, the middle half in the box ({count} with a figure)",
    spread: "{count} areas from {range}, the middle half from {half}",
    spread_method: "Spread: all areas with a figure that can be shown; the middle half lies between the first and the third quartile (type 7). Each row has its own scale.",

    set_beside: [
        "",
        "This overview sets {members} beside {benchmark}, on 1 topic.",
        "This overview sets {members} beside {benchmark}, on {count} topics.",
    ],
    outcomes: ["", "There is 1 comparison: {list}.", "There are {count} comparisons: {list}."],
    own_outcomes: "For {place}: {list}.",
    times: "{standing} in {count}",
    may_be_chance: "Not to be told apart means: the difference may be chance.",
    withheld_outcomes: [
        "",
        "1 figure cannot be shown: it is about too few children or parents.",
        "{count} figures cannot be shown: they are about too few children or parents.",
    ],
    absent_outcomes: ["", "1 figure is missing.", "{count} figures are missing."],
    by_chance: "Even if no area truly differed from {benchmark}, of {all} comparisons about {count} would show a difference by chance.",
    left_out: "Not in the overview, for want of a comparison{names}.",
    key_case: "{standing} ({count})",
    order: "Order of the rows",
    by_name: "by name",

    indicator: "Topic",
    phase: "Phase",
    spread_head: "Middle half of {members}",
    spreadsheet: ";Areas with a figure;Lowest;A quarter below;A quarter above;Highest",
    method: "Interval: 95%; shares by Wilson's method, figures per 1,000 by Poisson (exact or Byar). This is how far a figure may vary by chance.",
    differs: "differs by topic",
};
