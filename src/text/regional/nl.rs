// SPDX-License-Identifier: EUPL-1.2
//! Dutch.

use super::Regional;

/// Dutch.
pub const NL: Regional = Regional {
    municipality: "gemeente",
    municipalities: "gemeenten",
    health_region: "GGD-regio",
    health_regions: "GGD-regio’s",
    province: "provincie",
    provinces: "provincies",
    members_of: "{kind} in {area}",
    members_similar: "{region} en de {count} gemeenten die er in grootte het dichtst bij komen",
    areas_heading: "{name}: {members}",
    overview_heading: "Kansrijke Start: {place}",
    areas_caption: "{name}: {members}, {period}",
    figures_of: "Van {all} {members} is er een cijfer.",
    one_similar: "Het verschil met {benchmark} kan daar toeval zijn.",
    all_similar: "Bij alle {all} {members} met een cijfer kan het verschil met {benchmark} toeval zijn.",
    most_similar: "Bij de meeste {members} met een cijfer ({count} van de {all}) kan het verschil met {benchmark} toeval zijn.",
    some_similar: "Bij {count} van de {all} {members} met een cijfer kan het verschil met {benchmark} toeval zijn.",
    both_sides: "In {count} {kind} is het cijfer {verdict} dan in {benchmark}; in {rest} is het {other}.",
    one_side: "In {count} {kind} is het cijfer {verdict} dan in {benchmark}; nergens is het {other}.",
    not_seen: "Niet te zien: {parts}.",
    and: " en ",
    withheld_count: "{count} {kind} met te weinig kinderen of ouders",
    absent_count: "{count} {kind} zonder cijfer",
    by_chance: "Ook als alle {all} {kind} precies gelijk waren aan {benchmark}, zou er door toeval bij ongeveer {count} een verschil te zien zijn.",
    similar_size: "Vergelijkbare grootte: de {count} gemeenten waarvan de noemer het dichtst bij die van de eigen gemeente ligt.",
    verdict_head: "Vergeleken met {benchmark}",
    lower_better_short: "lager (gunstiger)",
    lower_worse_short: "lager (ongunstiger)",
    lower_short: "lager",
    higher_better_short: "hoger (gunstiger)",
    higher_worse_short: "hoger (ongunstiger)",
    higher_short: "hoger",
    similar_short: "niet te onderscheiden",
    not_compared_short: "niet vergeleken",

    in_order: "{count} {kind}, van laag naar hoog",
    left_out: "… {count} {kind} …",
    apart: "{count} {kind}: ",

    error_all_withheld: "In alle gebieden zijn er te weinig kinderen om te tonen.",
    hint_all_withheld: "Kies een andere periode, of grotere gebieden.",
};
