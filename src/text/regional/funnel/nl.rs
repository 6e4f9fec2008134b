// SPDX-License-Identifier: EUPL-1.2
//! Dutch.

use super::Funnel;

/// Dutch.
pub const NL: Funnel = Funnel {
    average_label: "gemiddelde {value}",
    limit95: "95%",
    limit998: "99,8%",
    hidden_label: "minder dan {threshold}: niet getoond",
    average_head: "Vergeleken met het gemiddelde",
    inside: "binnen de 95%-grenzen",
    beyond95: "{verdict}: buiten de 95%-grenzen",
    beyond998: "{verdict}: buiten de 99,8%-grenzen",
    average: "Het gemiddelde van de {all} {members} in de trechter is {value}.",
    own_inside: "{region} ligt binnen de 95%-grenzen rond dat gemiddelde: het verschil kan toeval zijn.",
    own_beyond95: "{region} ligt buiten de 95%-grenzen rond dat gemiddelde: {verdict}, maar binnen de 99,8%-grenzen, dus toeval is niet uitgesloten.",
    own_beyond998: "{region} ligt buiten de 99,8%-grenzen rond dat gemiddelde: {verdict}, en zo ver weg komt door toeval bijna niet voor.",
    none_beyond: "Geen van de {all} {kind} ligt buiten de 95%-grenzen; door toeval alleen zou dat er {chance} zijn.",
    one_beyond: "Buiten de 95%-grenzen ligt 1 van de {all} {kind}, buiten de 99,8%-grenzen {far}; door toeval alleen zouden dat er {chance} zijn.",
    some_beyond: "Buiten de 95%-grenzen liggen {count} van de {all} {kind}, buiten de 99,8%-grenzen {far}; door toeval alleen zouden dat er {chance} zijn.",
    about: "ongeveer {count}",
    below_one: "minder dan 1",
    no_counts: "Van {count} {kind} zijn de aantallen niet bekend; die staan niet in de trechter.",
    method: "Gemiddelde: alle tellers samen gedeeld door alle noemers samen, van de {kind} in de trechter.",
    guest: "{region} hoort niet bij de {members} en telt niet mee in het gemiddelde.",
    limits_of_shares: "Grenzen: 95% en 99,8%, normale benadering (Spiegelhalter).",
    limits_of_rates: "Grenzen: 95% en 99,8%, Poisson (exact).",
    bias: "Als het om weinig kinderen of ouders gaat, ontbreekt de gemeente; dat kan het gemiddelde vertekenen.",
    not_a_ranking: "De trechter vergelijkt met dat gemiddelde, niet met het cijfer van {benchmark}.",
};
