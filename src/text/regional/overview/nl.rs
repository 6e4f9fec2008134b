// SPDX-License-Identifier: EUPL-1.2
//! Dutch.

use super::Overview;

/// Dutch.
pub const NL: Overview = Overview {
    groups: [
        "Voor de zwangerschap",
        "Tijdens de zwangerschap",
        "Na de geboorte",
        "Het programma als geheel",
        "Context: lager of hoger is niet goed of slecht",
    ],
    better_word: "gunstiger",
    worse_word: "ongunstiger",
    and: " en ",
    dated_heading: "{heading}, {period}",
    quoted: "‘{name}’",
    better_is: ["lager is gunstiger", "hoger is gunstiger"],

    none_compared: "Van {place} zijn er geen cijfers die met {benchmark} te vergelijken zijn.",
    benchmark_itself: "Dit zijn de cijfers van {place}, met daaromheen de spreiding van {members}.",
    no_difference: "Geen enkel cijfer van {place} is duidelijk gunstiger of ongunstiger dan in {benchmark}.",
    better: [
        "Geen enkel cijfer van {place} is gunstiger dan in {benchmark}.",
        "Van {place} is 1 cijfer gunstiger dan in {benchmark}{names}.",
        "Van {place} zijn {count} cijfers gunstiger dan in {benchmark}{names}.",
    ],
    worse: [
        "Er zijn geen cijfers die ongunstiger zijn.",
        "Er is 1 cijfer ongunstiger{names}.",
        "Er zijn {count} cijfers ongunstiger{names}.",
    ],
    lower: [
        "",
        "Er is 1 cijfer lager dan in {benchmark}, en dat is niet goed of slecht{names}.",
        "Er zijn {count} cijfers lager dan in {benchmark}, en dat is niet goed of slecht{names}.",
    ],
    higher: [
        "",
        "Er is 1 cijfer hoger dan in {benchmark}, en dat is niet goed of slecht{names}.",
        "Er zijn {count} cijfers hoger dan in {benchmark}, en dat is niet goed of slecht{names}.",
    ],
    similar: [
        "",
        "Bij 1 cijfer kan het verschil toeval zijn{names}.",
        "Bij {count} cijfers kan het verschil toeval zijn{names}.",
    ],
    unjudged: ["", "Er is 1 cijfer niet vergeleken.", "Er zijn {count} cijfers niet vergeleken."],
    withheld: [
        "",
        "Er is 1 cijfer niet te tonen, omdat het om te weinig kinderen of ouders gaat.",
        "Er zijn {count} cijfers niet te tonen, omdat het om te weinig kinderen of ouders gaat.",
    ],
    absent: [
        "",
        "Over 1 onderwerp is er geen cijfer van {place}{names}.",
        "Over {count} onderwerpen zijn er geen cijfers van {place}{names}.",
    ],

    key_interval: "{place}, met 95%-interval",
    key_own: "{place}",
    key_signs: "lager of hoger dan {benchmark}; een rondje: niet te onderscheiden",
    key_spread: "{members}: van de laagste tot de hoogste, in het blok de middelste helft ({count} met een cijfer)",
    spread: "{count} gebieden van {range}, de middelste helft van {half}",
    spread_method: "Spreiding: alle gebieden met een cijfer dat te tonen is; de middelste helft ligt tussen het eerste en het derde kwartiel (type 7). Elke rij heeft haar eigen schaal.",

    set_beside: [
        "",
        "Dit overzicht zet {members} naast {benchmark}, voor 1 onderwerp.",
        "Dit overzicht zet {members} naast {benchmark}, voor {count} onderwerpen.",
    ],
    outcomes: ["", "Er is 1 vergelijking: {list}.", "Er zijn {count} vergelijkingen: {list}."],
    own_outcomes: "Voor {place}: {list}.",
    times: "{count} keer {standing}",
    may_be_chance: "Niet te onderscheiden wil zeggen: het verschil kan toeval zijn.",
    withheld_outcomes: [
        "",
        "Er is 1 cijfer niet te tonen: het gaat om te weinig kinderen of ouders.",
        "Er zijn {count} cijfers niet te tonen: het gaat om te weinig kinderen of ouders.",
    ],
    absent_outcomes: ["", "Er ontbreekt 1 cijfer.", "Er ontbreken {count} cijfers."],
    by_chance: "Ook als geen enkel gebied echt van {benchmark} verschilde, zouden er van {all} vergelijkingen door toeval ongeveer {count} een verschil laten zien.",
    left_out: "Niet in het overzicht, omdat er geen vergelijking is{names}.",
    key_case: "{standing} ({count})",
    order: "Volgorde van de rijen",
    by_name: "op naam",

    indicator: "Onderwerp",
    phase: "Fase",
    spread_head: "Middelste helft van {members}",
    spreadsheet: ";Gebieden met een cijfer;Laagste;Een kwart lager dan;Een kwart hoger dan;Hoogste",
    method: "Interval: 95%; aandelen met de methode van Wilson, cijfers per 1.000 met Poisson (exact of Byar). Zoveel kan een cijfer door toeval schommelen.",
    differs: "verschilt per onderwerp",
};
