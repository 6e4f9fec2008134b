// SPDX-License-Identifier: EUPL-1.2
//! Dutch.

use super::Regional;

/// Dutch.
pub const NL: Regional = Regional {
    municipalities: "gemeenten",
    health_regions: "GGD-regio’s",
    provinces: "provincies",
    members_of: "{kind} in {area}",
    members_similar: "{region} en de {count} gemeenten die er in grootte het dichtst bij komen",
    areas_heading: "{name}: {members}",
    overview_heading: "Kansrijke Start: {place}",
    areas_caption: "{name}: {members}, {period}",
    lower_better: "Van de {all} {members} met een cijfer hebben er {count} een lager, en dus gunstiger, cijfer dan {benchmark} ({value}).",
    lower_worse: "Van de {all} {members} met een cijfer hebben er {count} een lager, en dus ongunstiger, cijfer dan {benchmark} ({value}).",
    lower: "Van de {all} {members} met een cijfer hebben er {count} een lager cijfer dan {benchmark} ({value}).",
    higher_better: "Er zijn er {count} met een hoger, en dus gunstiger, cijfer.",
    higher_worse: "Er zijn er {count} met een hoger, en dus ongunstiger, cijfer.",
    higher: "Er zijn er {count} met een hoger cijfer.",
    similar: "Bij {count} is het verschil zo klein dat het toeval kan zijn.",
    unjudged: "Er zijn cijfers van {all} {members}; ze worden niet vergeleken.",
    withheld_count: "Van {count} is het cijfer niet te tonen: het gaat om te weinig kinderen of ouders.",
    absent_count: "Van {count} is er geen cijfer.",
    by_chance: "Ook als {all} gebieden precies gelijk waren aan de vergelijkingswaarde, zouden er door toeval ongeveer {count} een verschil laten zien.",
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
};
