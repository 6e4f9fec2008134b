// SPDX-License-Identifier: EUPL-1.2
//! English.

use super::Funnel;

/// English.
pub const EN: Funnel = Funnel {
    average_label: "average {value}",
    limit95: "95%",
    limit998: "99.8%",
    hidden_label: "fewer than {threshold}: not shown",
    average_head: "Compared with the average",
    inside: "within the 95% limits",
    beyond95: "{verdict}: outside the 95% limits",
    beyond998: "{verdict}: outside the 99.8% limits",
    average: "The average of the {all} {members} in the funnel is {value}.",
    own_inside: "{region} lies within the 95% limits around that average: the difference may be chance.",
    own_beyond95: "{region} lies outside the 95% limits around that average: {verdict}, but within the 99.8% limits, so chance is not ruled out.",
    own_beyond998: "{region} lies outside the 99.8% limits around that average: {verdict}, and chance hardly ever goes that far.",
    none_beyond: "None of the {all} {kind} lies outside the 95% limits; by chance alone it would be {chance}.",
    one_beyond: "Of the {all} {kind}, 1 lies outside the 95% limits and {far} outside the 99.8% limits; by chance alone it would be {chance}.",
    some_beyond: "Of the {all} {kind}, {count} lie outside the 95% limits and {far} outside the 99.8% limits; by chance alone it would be {chance}.",
    about: "about {count}",
    below_one: "fewer than 1",
    no_counts: "For {count} {kind} the counts are not known; they are not in the funnel.",
    method: "Average: all numerators together divided by all denominators together, of the {kind} in the funnel.",
    guest: "{region} is none of the {members} and has no part in the average.",
    limits_of_shares: "Limits: 95% and 99.8%, normal approximation (Spiegelhalter).",
    limits_of_rates: "Limits: 95% and 99.8%, Poisson (exact).",
    bias: "Where it is about few children or parents the area is absent, which may bias the average.",
    not_a_ranking: "The funnel compares with that average, not with the figure of {benchmark}.",
};
