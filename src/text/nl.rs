// SPDX-License-Identifier: EUPL-1.2
//! Nederlands.

use super::words::Words;
use super::words::advice::AdviceWords;
use super::words::brief::BriefWords;
use super::words::citation::CitationWords;
use super::words::failure::FailureWords;
use super::words::file::FileWords;
use super::words::funnel::FunnelWords;
use super::words::headline::HeadlineWords;
use super::words::interaction::Interaction;
use super::words::map::MapWords;
use super::words::members::MemberWords;
use super::words::overview::OverviewWords;
use super::words::story::StoryWords;
use crate::request::Language;

/// Bij een gemiddelde, en waar het onderwerp geen naam heeft.
const LEVELS: [&str; 2] = ["lager", "hoger"];

const SIMILAR: &str = "{region}: bij {subject} geen duidelijk verschil met {benchmark}";

/// Waar onderwerpen van meer soorten onder elkaar staan.
const MARGINS: &str = "Marge: 95%-interval; aandelen met de methode van Wilson, cijfers per 1.000 met Poisson (exact of Byar). Zoveel kan een cijfer door toeval schommelen.";

/// De woorden.
pub static WORDS: Words = Words {
    language: Language::Dutch,
    months: [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    in_period: "in de jaren {first}-{last}",
    in_year: "in {year}",
    per_thousand: "{value} per 1.000",
    of_thousand: "{value} van de 1.000",
    per_thousand_unit: "per 1.000",
    range: "{lower} tot {upper}",
    country: "Nederland",
    province: "de provincie {name}",
    province_label: "provincie {name}",
    corop: "het COROP-gebied {name}",
    corop_label: "COROP-gebied {name}",
    comparatives: [["minder", "meer"], ["minder", "meer"], LEVELS, LEVELS],

    lower_better: "Dat is lager, en dus gunstiger, dan in {benchmark} ({value}).",
    lower_worse: "Dat is lager, en dus ongunstiger, dan in {benchmark} ({value}).",
    lower: "Dat is lager dan in {benchmark} ({value}).",
    higher_better: "Dat is hoger, en dus gunstiger, dan in {benchmark} ({value}).",
    higher_worse: "Dat is hoger, en dus ongunstiger, dan in {benchmark} ({value}).",
    higher: "Dat is hoger dan in {benchmark} ({value}).",
    similar: "Dat is geen duidelijk verschil met {benchmark} ({value}): het kan toeval zijn.",
    no_interval: "Of dat meer dan toeval verschilt van {benchmark} ({value}), is niet te zeggen.",
    no_benchmark: "Voor {benchmark} is er {period} geen cijfer om mee te vergelijken.",
    other_window: "Het cijfer van {benchmark} gaat over een andere periode en is er niet mee te vergelijken.",
    other_definition: "Het cijfer van {benchmark} heeft een andere definitie en is er niet mee te vergelijken.",

    rising: "In {region} is het cijfer in {first}-{last} gestegen{judged}.",
    falling: "In {region} is het cijfer in {first}-{last} gedaald{judged}.",
    steady: "In {region} is in {first}-{last} geen duidelijke verandering te zien.",
    unsteady: "Of het cijfer in {region} in {first}-{last} veranderde, is niet te zeggen: er ontbreken jaren.",
    no_line: "Er is geen lijn: te weinig cijfers.",
    judged: ", en dus {change}",
    better_change: "gunstiger geworden",
    worse_change: "ongunstiger geworden",
    rise: "gestegen",
    fall: "gedaald",
    no_change: "geen duidelijke verandering",

    withheld: "Voor {region} is er {period} geen cijfer te zien: het gaat om te weinig kinderen of ouders om te tonen.",
    missing: "Voor {region} is er {period} geen cijfer.",
    border_change: "Voor {region} is er {period} geen cijfer, omdat de gemeentegrens is veranderd.",
    incomplete: "Voor {region} is er {period} geen cijfer, omdat een deel ervan ontbreekt.",
    not_applicable: "Voor {region} is dit cijfer {period} niet van toepassing.",
    not_fetched: "{publisher} heeft voor {region} {period} een cijfer; dat is hier nog niet opgehaald.",
    newer: "{publisher} heeft nieuwere cijfers; die zijn hier nog niet opgehaald.",
    alone: "{region}: {value}.",
    alone_in: "{region}: {value} ({period}).",
    pooled: "Het gaat om alle jaren samen: in een of meer van die jaren zijn het er te weinig om te tonen.",
    provisional: "Het cijfer is voorlopig.",
    estimate: "Het cijfer is een schatting.",
    break_after: "Vanaf {at} geldt een andere definitie: {reason}. De cijfers ervoor en erna zijn niet te vergelijken.",
    break_label: "andere definitie",
    no_figures: "geen cijfers",
    target: "De streefwaarde is {value}: {label}.",
    target_year: "De streefwaarde voor {year} is {value}: {label}.",
    target_label: "streefwaarde {value}",
    axis_not_zero: "De as begint niet bij 0.",
    counts_alone: "Andere gebieden staan niet in de grafiek: hun aantallen zijn niet te vergelijken.",
    counts: "{numerator} van de {denominator}",
    interval: "marge (95%): {range}",

    withheld_short: "te weinig kinderen om te tonen",
    missing_short: "geen cijfer",
    border_change_short: "gemeentegrens veranderd",
    incomplete_short: "niet volledig",
    not_applicable_short: "niet van toepassing",
    not_fetched_short: "nog niet opgehaald",
    provisional_short: "voorlopig",
    estimate_short: "schatting",
    yes: "ja",
    preparation: "in voorbereiding",
    no: "nee",

    table_summary: "Cijfers en uitleg",
    explanation_summary: "Uitleg",
    table_caption: "{name}: {regions}",
    period: "Periode",
    region: "Gebied",
    value: "Cijfer",
    interval_head: "Marge (95%)",
    numerator: "Aantal",
    denominator: "Totaal",
    unknown: "niet bekend",

    downloads: "Downloaden",

    definition: "Wat is dit?",
    numerator_is: "Aantal: {numerator}.",
    denominator_is: "Totaal: {denominator}.",
    method_wilson: "Marge: 95%-interval, methode van Wilson. Zoveel kan het cijfer door toeval schommelen.",
    method_poisson: "Marge: 95%-interval, Poisson (exact of Byar). Zoveel kan het cijfer door toeval schommelen.",
    method_published: "Marge: 95%-interval, zoals gepubliceerd.",
    method_range: "Gepubliceerd als laagste en hoogste waarde, zonder cijfer ertussen. Dat is niet te vergelijken.",
    method_none: "Er zijn geen aantallen gepubliceerd, en dus is er geen marge.",
    method_complete: "Alle gemeenten zijn geteld: een marge is niet nodig.",
    method_recent: "Verandering: 99,8%, chi-kwadraat voor trend over vijf perioden.",
    method_withheld: "Minder dan {threshold} personen: niet getoond.",
    source: "Bron",
    reporting_year: "Cijfers over",
    updated: "Laatste update",
    not_stated: "niet vermeld",
    age: "Deze cijfers zijn van {year}, {age} jaar geleden.",
    no_newer: "Nieuwere cijfers van {region} zijn er hier niet.",
    frequency: "Updatefrequentie",
    more: "Meer info",
};

/// De woorden van fouten.
pub static FAILURE: FailureWords = FailureWords {
    language: Language::Dutch,

    error_indicator: "Het onderwerp ‘{found}’ is niet bekend, en daarom is hier geen grafiek te zien.",
    error_region: "Het gebied ‘{found}’ is niet bekend, en daarom is hier geen grafiek te zien.",
    error_period: "Over de periode ‘{found}’ zijn er geen cijfers.",
    error_attribute: "Deze grafiek is niet goed ingesteld: bij ‘{name}’ staat ‘{found}’.",
    error_attribute_absent: "Deze grafiek is niet goed ingesteld: ‘{name}’ is niet ingevuld.",
    error_unreachable: "De cijfers zijn nu niet op te halen. Probeer het later nog eens.",
    error_malformed: "De cijfers zijn niet te lezen, en daarom is hier geen grafiek te zien.",
    error_version: "De cijfers en deze grafiek passen niet bij elkaar. Ververs de pagina.",
    error_core: "De grafiek kan in deze browser niet worden getekend.",
    error_undisclosed: "Een deel van de cijfers gaat over te weinig kinderen en wordt niet getoond.",
    error_no_figures: "Over dit onderwerp zijn hier nog geen cijfers.",
    error_elsewhere: "Over dit onderwerp zijn hier geen cijfers. Ze staan wel bij {publisher}.",
    error_nowhere: "Over dit onderwerp zijn voor zover bekend nergens cijfers gepubliceerd.",
    error_all_withheld: "In alle gebieden zijn er te weinig kinderen om te tonen.",
    error_no_place: "Er is geen plaats voor deze grafiek.",
    error_no_picture: "Deze weergave heeft geen plaatje.",
    error_no_funnel: "Een trechterfiguur kan alleen als van elk gebied bekend is om hoeveel mensen het gaat, en om hoeveel van hen. Dat is hier niet zo.",

    hint_indicator: "Er is geen bestand met cijfers voor ‘{found}’. Alle onderwerpen staan in data/index.json.",
    hint_region: "Zet bij region de naam of de CBS-code van een gemeente, zoals Utrecht of GM0344; een provincie is PV26, een GGD-regio GG2514, Nederland NL01.",
    hint_period: "Laat period weg voor het nieuwste cijfer, of kies een periode die in het bestand staat.",
    hint_no_figures: "Het onderwerp staat in de catalogus, maar er zijn geen cijfers bij. Voeg ze toe met kansrijke-start prepare.",
    hint_all_withheld: "Kies een andere periode, of grotere gebieden.",
    hint_no_place: "draw tekent in een element van een pagina, en hier is geen ‘{found}’. Zonder pagina, zoals in Node.js, geeft load de cijfers, met toSVG, toHTML en toCSV.",
    hint_no_picture: "Kies een andere weergave, of html, json of csv.",
    hint_no_funnel: "Een trechter (view=\"funnel\") heeft bij elk gebied een aantal en een totaal van personen nodig (numerator en denominator), en {found} heeft die niet. Kies een andere weergave, zoals ranking.",
    hint_attribute: "Bij {name} mag staan: {expected}.",
    hint_argument: "In het bestand kan een aantal niet kloppen ({name}). Maak de bestanden opnieuw met kansrijke-start prepare.",
    hint_unreachable: "{address} gaf geen antwoord dat te gebruiken is: {found}. Staat de map data naast het script, of wijst src de goede map aan?",
    hint_page: "Op dit adres staat een webpagina, en geen bestand met cijfers: {address}. Staat de map data naast het script, of wijst src de goede map aan?",
    hint_malformed: "In het bestand staat bij {at}: {found}; verwacht: {expected}. Maak de bestanden opnieuw met kansrijke-start prepare.",
    hint_version: "Het bestand heeft vorm {found}, dit script leest vorm {expected}. Zet script en cijfers van dezelfde versie op de site.",
    hint_core: "WebAssembly is niet te laden: {found}. Sta in de content security policy script-src 'self' 'wasm-unsafe-eval' toe, en zet core_bg.wasm van dezelfde versie naast het script. Staat het script in /cache/min/, noem dan in data-base zijn eigen map.",
    hint_row: "Rij {row}, {name}: daar staat ‘{found}’. Daar mag staan: {expected}.",
    hint_undisclosed: "Het bestand bevat aantallen onder de drempel ({region}, {period}). Maak het opnieuw met kansrijke-start prepare voordat u het publiceert.",
};

/// De woorden van wat bedoeld was.
pub static ADVICE: AdviceWords = AdviceWords {
    language: Language::Dutch,

    and: "en",
    or: "of",
    kinds: ["gemeenten", "GGD-regio’s", "provincies", "COROP-gebieden"],

    several: "Er zijn meer gebieden die ‘{found}’ heten: {names}. Daarom is hier geen grafiek te zien.",
    near: "Bedoelt u {names}?",
    merged: "{name} ging in {year} op in {names}",
    renamed: "{name} heet sinds {year} {names}",
    then_merged: ", en {name} ging in {year} op in {names}",
    then_renamed: ", dat sinds {year} {names} heet",
    no_chart: "Daarom is hier geen grafiek te zien.",
    shown_instead: "Dit zijn de cijfers van {place}.",
    too_small: "{found} is een gemeente, en daarin liggen geen gebieden om naast elkaar te zetten.",
    country_only: "Over dit onderwerp zijn hier alleen landelijke cijfers.",
    kinds_only: "Over dit onderwerp zijn hier alleen cijfers van {kinds}.",
    other_regions: "Over dit onderwerp zijn hier wel cijfers, maar niet van dit gebied.",
    periods: "Er zijn wel cijfers van {periods}.",
    years: "{first} tot en met {last}",

    hint_curly: "Rond de waarde van {name} staan gekrulde aanhalingstekens ({found}), en die horen dan bij de waarde. Typ rechte: {name}=\"…\".",
    hint_choices: "Kies een van deze: {choices}.",
    hint_near: "Bedoelt u {choices}?",
    hint_too_small: "Bij within hoort een gebied waar gemeenten in liggen, zoals within=\"PV26\" (een provincie). {found} is een gemeente.",
    hint_subjects: "Dit zijn alle onderwerpen met cijfers: {ids}.",
    hint_periods: "Kies een van deze: {periods}, of laat period weg voor het nieuwste cijfer.",
    hint_country_only: "Zet region=\"NL01\" en een weergave van één gebied, zoals view=\"trend\", of kies een ander onderwerp.",
    hint_other_regions: "Kies een ander gebied of een ander onderwerp. Bij elk onderwerp in data/index.json staat welke soorten gebieden een cijfer hebben (regions).",
    hint_read: "Er staat {name}=\"{found}\", en dat is gelezen als {read}.",
    hint_written: "Schrijf het zo, dan is de grafiek er sneller.",
    hint_attribute: "{found} is geen attribuut van kansrijke-start, en wordt niet gelezen. Bedoelt u {name}?",
    hint_unclosed: "De tag <kansrijke-start> is niet gesloten. Daardoor hoort de rest van de pagina bij de grafiek. HTML kent geen <kansrijke-start … />. Schrijf <kansrijke-start …></kansrijke-start>.",
};

/// De woorden van weergaven die gebieden naast elkaar zetten.
pub static MEMBERS: MemberWords = MemberWords {
    words: &WORDS,
    municipality: "gemeente",
    municipalities: "gemeenten",
    health_region: "GGD-regio",
    health_regions: "GGD-regio’s",
    corop: "COROP-gebied",
    corops: "COROP-gebieden",
    province: "provincie",
    provinces: "provincies",
    members_of: "{kind} in {area}",
    members_similar: "{region} en de {count} gemeenten die er in grootte het dichtst bij komen",
    members_heading: "{name}: {members}",
    headline_both: "{subject}: {count} {kind} {one}, {rest} {other} dan {benchmark}",
    headline_one: "{subject}: {count} {kind} {one} dan {benchmark}",
    headline_none: "{subject}: nergens duidelijk anders dan {benchmark}",
    headline_figures: "{subject}: cijfers van {count} {kind}",
    own_beside: "{region}: {value}; {benchmark}: {other}.",
    own_differs: "{region}: {value}, {verdict} dan {benchmark} ({other}).",
    own_similar: "{region}: {value}, geen duidelijk verschil met {benchmark} ({other}).",
    overview_heading: "Kansrijke Start: {place}",
    members_caption: "{name}: {members}, {period}",
    figures_of: "Van {all} {members} is er een cijfer.",
    one_similar: "Het verschil met {benchmark} kan daar toeval zijn.",
    all_similar: "Bij alle {all} {members} met een cijfer kan het verschil met {benchmark} toeval zijn.",
    most_similar: "Bij de meeste {members} met een cijfer ({count} van de {all}) kan het verschil met {benchmark} toeval zijn.",
    some_similar: "Bij {count} van de {all} {members} met een cijfer kan het verschil met {benchmark} toeval zijn.",
    both_sides: "In {count} {kind} is het cijfer {verdict} dan in {benchmark}; in {rest} is het {other}.",
    one_side: "In {count} {kind} is het cijfer {verdict} dan in {benchmark}; nergens is het {other}.",
    not_seen: "Niet te zien: {parts}.",
    and: " en ",
    withheld_count: "{count} {kind} met te kleine aantallen",
    absent_count: "{count} {kind} zonder cijfer",
    by_chance: "Ook als alle {all} {kind} precies gelijk waren aan {benchmark}, zou er door toeval bij ongeveer {count} een verschil te zien zijn.",
    similar_size: "Vergelijkbare grootte: de {count} gemeenten met het totaal dat het dichtst bij dat van de eigen gemeente ligt.",
    verdict_head: "Vergeleken met {benchmark}",
    lower_better_short: "lager (gunstiger)",
    lower_worse_short: "lager (ongunstiger)",
    lower_short: "lager",
    higher_better_short: "hoger (gunstiger)",
    higher_worse_short: "hoger (ongunstiger)",
    higher_short: "hoger",
    similar_short: "geen duidelijk verschil",
    not_compared_short: "niet vergeleken",

    in_order: "{count} {kind}, van laag naar hoog",
    left_out: "… {count} {kind} …",
    apart: "{count} {kind}: ",
};

/// De woorden van een trechter.
pub static FUNNEL: FunnelWords = FunnelWords {
    members: &MEMBERS,
    headline: "{subject}: {count} van de {all} {kind} buiten de trechter",
    average_label: "gemiddelde {value}",
    limit95: "95%",
    limit998: "99,8%",
    hidden_label: "minder dan {threshold}: niet getoond",
    average_head: "Vergeleken met het gemiddelde",
    inside: "binnen de trechter",
    beyond95: "{verdict}: buiten de trechter",
    beyond998: "{verdict}: ver buiten de trechter",
    its_figure: "het cijfer van {benchmark}",
    the_average: "het gemiddelde",
    around: "In deze grafiek staan {all} {members}, rond {centre}: {value}.",
    own_inside: "{region} ligt binnen de trechter rond {centre}: het verschil kan toeval zijn.",
    own_beyond95: "{region} ligt buiten de trechter, maar niet ver: {verdict}. Toeval is niet uitgesloten.",
    own_beyond998: "{region} ligt ver buiten de trechter: {verdict}. Zo ver weg komt door toeval bijna niet voor.",
    none_beyond: "Geen van de {all} {kind} ligt buiten de trechter; door toeval alleen zou dat er {chance} zijn.",
    one_beyond: "Buiten de trechter ligt 1 van de {all} {kind}, en {far} ver erbuiten; door toeval alleen zouden dat er {chance} zijn.",
    some_beyond: "Buiten de trechter liggen {count} van de {all} {kind}, waarvan {far} ver erbuiten; door toeval alleen zouden dat er {chance} zijn.",
    about: "ongeveer {count}",
    below_one: "minder dan 1",
    no_counts: "Van {count} {kind} zijn de aantallen niet bekend; die staan niet in de grafiek.",
    method: "Gemiddelde: alle aantallen samen gedeeld door alle totalen samen, van de {kind} in de grafiek.",
    method_benchmark: "De grenzen liggen rond het gepubliceerde cijfer van {benchmark}. Een ranglijst en een kaart vergelijken daar ook mee.",
    outsider: "{region} hoort niet bij de {members} en telt niet mee.",
    limits_of_shares: "De trechter: grenzen van 95%; ver erbuiten: 99,8%. Normale benadering (Spiegelhalter).",
    limits_of_rates: "De trechter: grenzen van 95%; ver erbuiten: 99,8%. Poisson (exact).",
    bias: "Als het om weinig kinderen of ouders gaat, ontbreekt de gemeente; dat kan het gemiddelde vertekenen.",
};

/// De woorden van een kaart.
pub static MAP: MapWords = MapWords {
    members: &MEMBERS,
    class_head: "{verdict}, aantal {kind}",
    class_count: "{class}: {count}",
    class_count_kind: "{class}: {count} {kind}",
    class_below: "minder dan {to}",
    class_between: "{from} tot {to}",
    class_from: "{from} of meer",
    tiles: "Elk vakje is een gemeente, ongeveer op haar plaats en even groot getekend als de andere: het zijn niet de echte grenzen.",
    tiles_of: "Elk vakje is een gemeente, ongeveer op haar plaats en even groot getekend als de andere; vakjes van dezelfde {kind} vormen een geheel. Het zijn niet de echte grenzen.",
    borders: "grenzen: {source}",
    no_place: "Niet op de kaart: {names}.",
};

/// De woorden van weergaven met veel onderwerpen.
pub static OVERVIEW: OverviewWords = OverviewWords {
    members: &MEMBERS,
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
    headline: "{place} naast {benchmark}: {count} onderwerpen",
    headline_alone: "{place}: {count} onderwerpen",
    reading: "De tekens tonen per onderwerp of {place} gunstiger of ongunstiger is dan {benchmark}. Bij een rondje kan het verschil toeval zijn.",
    better: "Gunstiger dan in {benchmark}{names}.",
    worse: "Ongunstiger dan in {benchmark}{names}.",
    lower: "Lager dan in {benchmark}, en dat is niet goed of slecht{names}.",
    higher: "Hoger dan in {benchmark}, en dat is niet goed of slecht{names}.",
    similar: "Het verschil met {benchmark} kan toeval zijn{names}.",
    unjudged: "Niet vergeleken{names}.",
    withheld: [
        "",
        "Er is 1 cijfer niet te tonen: te weinig kinderen of ouders.",
        "Er zijn {count} cijfers niet te tonen: te weinig kinderen of ouders.",
    ],
    absent: [
        "",
        "Over 1 onderwerp is er geen cijfer van {place}.",
        "Over {count} onderwerpen zijn er geen cijfers van {place}.",
    ],

    key_interval: "{place}, met marge (95%)",
    chance_unknown: "niet vergeleken: of het toeval is, is niet te zeggen",
    key_own: "{place}",
    key_signs: "lager of hoger dan {benchmark}; een rondje: geen duidelijk verschil",
    key_spread: "{members}: van de laagste tot de hoogste, in het blok de middelste helft ({count} met een cijfer)",
    spread: "{count} gebieden van {range}, de middelste helft van {half}",
    spread_method: "Spreiding: alle gebieden met een cijfer dat te tonen is; de middelste helft ligt tussen het eerste en het derde kwartiel (type 7). Elke rij heeft haar eigen schaal.",

    compared_regions: [
        "",
        "Dit overzicht zet {members} naast {benchmark}, voor 1 onderwerp.",
        "Dit overzicht zet {members} naast {benchmark}, voor {count} onderwerpen.",
    ],
    may_be_chance: "Geen duidelijk verschil wil zeggen: het kan toeval zijn.",
    withheld_outcomes: [
        "",
        "Er is 1 cijfer niet te tonen: het gaat om te weinig kinderen of ouders.",
        "Er zijn {count} cijfers niet te tonen: het gaat om te weinig kinderen of ouders.",
    ],
    absent_outcomes: ["", "Er ontbreekt 1 cijfer.", "Er ontbreken {count} cijfers."],
    by_chance: "Ook als geen enkel gebied echt van {benchmark} verschilde, zouden er van {all} vergelijkingen door toeval ongeveer {count} een verschil laten zien.",
    left_out: "Niet in het overzicht, omdat er geen vergelijking is{names}.",
    key_case: "{assessment} ({count})",
    order: "Volgorde van de rijen",
    by_name: "op naam",

    indicator: "Onderwerp",
    phase: "Fase",
    spread_head: "Middelste helft van {members}",
    spreadsheet: "Gebieden met een cijfer;Laagste;Een kwart lager dan;Een kwart hoger dan;Hoogste",
    method: MARGINS,
    differs: "verschilt per onderwerp",
};

/// De woorden van het verhaal van een gebied.
pub static STORY: StoryWords = StoryWords {
    words: &WORDS,
    phases: [
        "Voor de zwangerschap",
        "Tijdens de zwangerschap",
        "Na de geboorte",
        "Het programma als geheel",
    ],
    moments: ["", "9 maanden voor de geboorte", "Geboorte", ""],
    end: "2 jaar",
    kinds: ["gemeenten", "GGD-regio’s", "provincies", "COROP-gebieden"],
    name: "De eerste 1000 dagen: {place}",
    headline: "{place}: de eerste 1000 dagen naast {benchmark}",
    headline_alone: "{place}: de eerste 1000 dagen",
    reading: "Een driehoek betekent: lager of hoger dan {benchmark}, en dat is meer dan toeval. Bij een rondje kan het verschil toeval zijn.",
    none_compared: "Van {place} zijn er geen cijfers die met {benchmark} te vergelijken zijn.",
    alone: "Dit zijn de cijfers van {place}, van voor de zwangerschap tot na de geboorte.",
    withheld: [
        "",
        "Bij 1 onderwerp zijn er te weinig kinderen of ouders om te tonen.",
        "Bij {count} onderwerpen zijn er te weinig kinderen of ouders om te tonen.",
    ],
    missing: "Geen cijfer van {place}: {names}.",
    rest: "Nog {count} onderwerpen staan in de tabel.",
    key_line: "{place} door de jaren, met marge (95%)",
    key_spread: "alle {kinds}, in het blok de middelste helft; rechts is gunstiger, of hoger waar dat niet goed of slecht is",
    not_compared: "niet vergeleken",
    indicator: "Onderwerp",
    phase: "Fase",
    said: "In woorden",
    margins: MARGINS,
    method: "Elke lijn begint bij 0 en heeft een eigen schaal. Spreiding: alle gebieden met een cijfer dat te tonen is; de middelste helft ligt tussen het eerste en het derde kwartiel (type 7).",
    differs: "verschilt per onderwerp",
};

/// De woorden van een cijfer zonder assen.
pub static BRIEF: BriefWords = BriefWords {
    words: &WORDS,
    unshown: "({reason})",
    ask: "Jaar en bron: {name}",
    by: "bron: {source}",
    of_whole: "{dots} van de {whole}",
    each: "Elke stip is 1 van de {whole}.",
    certain: "hoort bij het cijfer",
    within: "hoort bij het cijfer, binnen de marge",
    beyond: "hoort er niet bij, maar ligt binnen de marge",
    part: "hoort er voor een deel bij",
    rest: "hoort er niet bij",
    no_dots: "Dit cijfer is niet in stippen te tekenen: een stip zou hier geen persoon zijn.",
};

/// De woorden bij kiezen en downloaden.
pub static INTERACTION: Interaction = Interaction {
    indicator: "Onderwerp",
    latest: "nieuwste cijfer",
    no_region: "Geen gebied met die naam gevonden.",
    pictures: ["PNG", "PNG, twee keer zo groot", "PNG voor drukwerk", "SVG"],
    rows: ["CSV", "CSV voor Excel", "Excel-bestand (.xlsx)"],
    copy: ["Tekst kopiëren", "Insluitcode kopiëren"],
    copied: ["De tekst is gekopieerd.", "De insluitcode is gekopieerd."],
    cite: ["Citeren", "Citeren: BibTeX", "Citeren: CSL-JSON"],
    cited: "De verwijzing is gekopieerd.",
    newer: "Dit zijn de cijfers van {kept}. Er zijn nieuwere cijfers (uitgave van {newest}).",
    whole: "De hele tabel staat op {address}",
    not_loaded: "Deze grafiek was nog niet geladen bij het afdrukken.",
};

/// The words of a reference.
pub static CITATION: CitationWords = CitationWords {
    edition: "uitgave van {date}",
    undated: "z.d.",
    within: "In",
    accessed: "geraadpleegd op {date}",
    bibtex: "dutch",
};

/// De woorden van bestanden om te bewaren.
pub static FILE: FileWords = FileWords {
    year: "Deze cijfers zijn van {year}.",
    spreadsheet: "Onderwerp;Gebied;Periode;Cijfer;Ondergrens;Bovengrens;Teller;Noemer;Toelichting;Onderwerpcode;Gebiedscode",
    made: "Gemaakt op {date}.",
    sheets: ["Cijfers", "Uitleg"],
    figure: "Grafiek",
    said: "Wat de grafiek zegt",
    subject: "Onderwerp",
    note: "Let op",
    change: "Breuk in de reeks",
    since: "Vanaf {period}: {reason}",
    method: "Zo is het berekend",
    licence: "Licentie",
    edition: "Uitgave van de cijfers",
    citation: "Verwijzing",
    day: "Gemaakt op",
    annotations: "Opmerking",
};

/// De woorden van koppen over een gebied.
pub static HEADLINE: HeadlineWords = HeadlineWords {
    beside: [
        "{region}: {comparative} {subject} dan {benchmark}",
        "{region}: {comparative} {subject} dan {benchmark}",
        "{region}: {subject} {comparative} dan in {benchmark}",
        "{region}: {comparative} dan {benchmark}",
    ],
    similar: [SIMILAR, SIMILAR, SIMILAR, "{region}: geen duidelijk verschil met {benchmark}"],
    since: [
        "{region}: sinds {first} {comparative} {subject}",
        "{region}: sinds {first} {comparative} {subject}",
        "{region}: {subject} sinds {first} {comparative}",
        "{region}: sinds {first} {comparative}",
    ],
    said: ["{region}: {said}"; 4],
};
