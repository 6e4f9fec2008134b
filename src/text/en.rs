// SPDX-License-Identifier: EUPL-1.2
//! English.

use super::words::Words;
use super::words::advice::AdviceWords;
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

const SIMILAR: &str = "{region}: no clear difference from {benchmark} in {subject}";

/// Where topics of several sorts stand below each other.
const MARGINS: &str = "Margin: 95% interval; shares by Wilson's method, figures per 1,000 by Poisson (exact or Byar). This is how far a figure may vary by chance.";

/// The words.
pub static WORDS: Words = Words {
    language: Language::English,
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    in_period: "in the years {first}-{last}",
    in_year: "in {year}",
    per_thousand: "{value} per 1,000",
    of_thousand: "{value} in every 1,000",
    per_thousand_unit: "per 1,000",
    range: "{lower} to {upper}",
    country: "the Netherlands",
    province: "the province of {name}",
    province_label: "province of {name}",
    corop: "the COROP region of {name}",
    corop_label: "COROP region of {name}",
    comparatives: [["lower", "higher"]; 4],

    lower_better: "That is lower, and so better, than in {benchmark} ({value}).",
    lower_worse: "That is lower, and so worse, than in {benchmark} ({value}).",
    lower: "That is lower than in {benchmark} ({value}).",
    higher_better: "That is higher, and so better, than in {benchmark} ({value}).",
    higher_worse: "That is higher, and so worse, than in {benchmark} ({value}).",
    higher: "That is higher than in {benchmark} ({value}).",
    similar: "That is no clear difference from {benchmark} ({value}): it may be chance.",
    no_interval: "Whether that differs from {benchmark} ({value}) by more than chance cannot be said.",
    no_benchmark: "There is no figure for {benchmark} {period} to compare it with.",
    other_window: "The figure for {benchmark} covers another period and cannot be compared with it.",
    other_definition: "The figure for {benchmark} has another definition and cannot be compared with it.",

    rising: "In {region} the figure rose in {first}-{last}{judged}.",
    falling: "In {region} the figure fell in {first}-{last}{judged}.",
    steady: "In {region} there is no clear change in {first}-{last}.",
    unsteady: "Whether the figure in {region} changed in {first}-{last} cannot be said: years are missing.",
    no_line: "There is no line: too few figures.",
    judged: ", and so {change}",
    better_change: "became better",
    worse_change: "became worse",
    rise: "rose",
    fall: "fell",
    no_change: "no clear change",

    withheld: "No figure can be shown for {region} {period}: too few children or parents are concerned.",
    missing: "There is no figure for {region} {period}.",
    border_change: "There is no figure for {region} {period}, because the municipal border changed.",
    incomplete: "There is no figure for {region} {period}, because a part of it is missing.",
    not_applicable: "This figure does not apply to {region} {period}.",
    not_fetched: "{publisher} has a figure for {region} {period}, which has not been fetched here yet.",
    newer: "{publisher} has newer figures; they have not been fetched here yet.",
    alone: "{region}: {value}.",
    alone_in: "{region}: {value} ({period}).",
    pooled: "This covers all years together: in one or more of those years they are too few to show.",
    provisional: "The figure is provisional.",
    estimate: "The figure is an estimate.",
    break_after: "From {at} another definition applies: {reason}. The figures before and after cannot be compared.",
    break_label: "other definition",
    no_figures: "no figures",
    target: "The target is {value}: {label}.",
    target_year: "The target for {year} is {value}: {label}.",
    target_label: "target {value}",
    axis_not_zero: "The axis does not start at 0.",
    counts_alone: "Other regions are not in the chart: their numbers cannot be compared.",
    counts: "{numerator} out of {denominator}",
    interval: "margin (95%): {range}",

    withheld_short: "too few children to show",
    missing_short: "no figure",
    border_change_short: "municipal border changed",
    incomplete_short: "not complete",
    not_applicable_short: "not applicable",
    not_fetched_short: "not fetched yet",
    provisional_short: "provisional",
    estimate_short: "estimate",
    yes: "yes",
    preparation: "in preparation",
    no: "no",

    table_summary: "Figures and explanation",
    explanation_summary: "Explanation",
    table_caption: "{name}: {regions}",
    period: "Period",
    region: "Area",
    value: "Figure",
    interval_head: "Margin (95%)",
    numerator: "Number",
    denominator: "Total",
    unknown: "not known",

    downloads: "Download",

    definition: "What is this?",
    numerator_is: "Number: {numerator}.",
    denominator_is: "Total: {denominator}.",
    method_wilson: "Margin: 95% interval, Wilson's method. So much may the figure vary by chance.",
    method_poisson: "Margin: 95% interval, Poisson (exact or Byar's). So much may the figure vary by chance.",
    method_published: "Margin: 95% interval, as published.",
    method_range: "Published as a lowest and a highest value, with no figure between them. That cannot be compared.",
    method_none: "No counts were published, so there is no margin.",
    method_complete: "All municipalities were counted: no margin is needed.",
    method_recent: "Change: 99.8%, chi-square for trend over five periods.",
    method_withheld: "Fewer than {threshold} persons: not shown.",
    source: "Source",
    reporting_year: "Figures for",
    updated: "Last update",
    not_stated: "not stated",
    age: "These figures are of {year}, {age} years ago.",
    no_newer: "There are no newer figures of {region} here.",
    frequency: "Update frequency",
    more: "More information",
};

/// The words of errors.
pub static FAILURE: FailureWords = FailureWords {
    language: Language::English,

    error_indicator: "The subject ‘{found}’ is not known, so no chart can be shown here.",
    error_region: "The area ‘{found}’ is not known, so no chart can be shown here.",
    error_period: "There are no figures for the period ‘{found}’.",
    error_attribute: "This chart is not set up well: ‘{name}’ is ‘{found}’.",
    error_attribute_absent: "This chart is not set up well: ‘{name}’ is not filled in.",
    error_unreachable: "The figures cannot be fetched now. Please try again later.",
    error_malformed: "The figures cannot be read, so no chart can be shown here.",
    error_version: "The figures and this chart do not fit together. Please reload the page.",
    error_core: "This browser cannot draw the chart.",
    error_undisclosed: "Some of the figures concern too few children and are not shown.",
    error_no_figures: "There are no figures on this subject here yet.",
    error_elsewhere: "There are no figures on this subject here. They are with {publisher}.",
    error_nowhere: "As far as is known, no figures on this subject are published anywhere.",
    error_all_withheld: "In all areas there are too few children to show.",
    error_no_place: "There is no place for this chart.",
    error_no_picture: "A table is not a picture.",
    error_no_funnel: "A funnel plot is only possible where it is known for each area how many people there are, and how many of them it is about. That is not so here.",

    hint_indicator: "There is no file with figures for ‘{found}’. All subjects are in data/index.json.",
    hint_region: "Give region the name or the CBS code of a municipality, such as Utrecht or GM0344; a province is PV26, a health region GG2514, the Netherlands NL01.",
    hint_period: "Leave period out for the latest figure, or choose a period that the file has.",
    hint_no_figures: "The subject is in the catalogue, but without figures. Add them with kansrijke-start prepare.",
    hint_all_withheld: "Choose another period, or larger areas.",
    hint_no_place: "draw draws into an element of a page, and there is no ‘{found}’ here. Without a page, as in Node.js, load gives the figures, with toSVG, toHTML and toCSV.",
    hint_no_picture: "Choose another view, or html, json or csv.",
    hint_no_funnel: "A funnel (view=\"funnel\") needs a number and a total of persons for each area (numerator and denominator), and {found} has none. Choose another view, such as ranking.",
    hint_attribute: "Allowed for {name}: {expected}.",
    hint_argument: "In the file a count cannot be right ({name}). Make the files again with kansrijke-start prepare.",
    hint_unreachable: "{address} gave no usable answer: {found}. Does the folder data stand beside the script, or does src name the right folder?",
    hint_page: "At this address is a web page, and no file with figures: {address}. Does the folder data stand beside the script, or does src name the right folder?",
    hint_malformed: "At {at} the file has: {found}; expected: {expected}. Make the files again with kansrijke-start prepare.",
    hint_version: "The file has form {found}, this script reads form {expected}. Put script and figures of one version on the site.",
    hint_core: "WebAssembly cannot be loaded: {found}. Allow script-src 'self' 'wasm-unsafe-eval' in the content security policy, and put core_bg.wasm of the same version beside the script. If the script lies in /cache/min/, name its own folder in data-base.",
    hint_row: "Row {row}, {name} holds ‘{found}’. Allowed: {expected}.",
    hint_undisclosed: "The file holds counts below the threshold ({region}, {period}). Make it again with kansrijke-start prepare before you publish it.",
};

/// The words of what was meant.
pub static ADVICE: AdviceWords = AdviceWords {
    language: Language::English,

    and: "and",
    or: "or",
    kinds: ["municipalities", "public health regions", "provinces", "COROP regions"],

    several: "More than one area is called ‘{found}’: {names}. So no chart can be shown here.",
    near: "Do you mean {names}?",
    merged: "{name} became part of {names} in {year}",
    renamed: "{name} has been called {names} since {year}",
    then_merged: ", and {name} became part of {names} in {year}",
    then_renamed: ", which has been called {names} since {year}",
    no_chart: "So no chart can be shown here.",
    shown_instead: "These are the figures of {place}.",
    too_small: "{found} is a municipality, and there are no areas in it to set beside each other.",
    country_only: "There are only national figures on this subject here.",
    kinds_only: "On this subject there are only figures of {kinds} here.",
    other_regions: "There are figures on this subject here, but not of this area.",
    periods: "There are figures of {periods}.",
    years: "{first} to {last}",

    hint_curly: "The value of {name} has curly quotes around it ({found}), which then belong to the value. Type straight ones: {name}=\"…\".",
    hint_choices: "Choose one of these: {choices}.",
    hint_near: "Do you mean {choices}?",
    hint_too_small: "Give within an area that has municipalities in it, such as within=\"PV26\" (a province). {found} is a municipality.",
    hint_subjects: "These are all subjects with figures: {ids}.",
    hint_periods: "Choose one of these: {periods}, or leave period out for the latest figure.",
    hint_country_only: "Use region=\"NL01\" and a view of one area, such as view=\"trend\", or choose another subject.",
    hint_other_regions: "Choose another area or another subject. For each subject data/index.json says which sorts of areas have a figure (regions).",
    hint_read: "There stands {name}=\"{found}\", which is read as {read}.",
    hint_written: "Write it so, and the chart comes sooner.",
    hint_attribute: "{found} is not an attribute of kansrijke-start, and is not read. Do you mean {name}?",
    hint_unclosed: "The tag <kansrijke-start> is not closed: so the rest of the page belongs to the chart. HTML knows no <kansrijke-start … />. Write <kansrijke-start …></kansrijke-start>.",
};

/// The words of views that set regions beside each other.
pub static MEMBERS: MemberWords = MemberWords {
    words: &WORDS,
    municipality: "municipality",
    municipalities: "municipalities",
    health_region: "public health region",
    health_regions: "public health regions",
    corop: "COROP region",
    corops: "COROP regions",
    province: "province",
    provinces: "provinces",
    members_of: "{kind} in {area}",
    members_similar: "{region} and the {count} municipalities nearest to it in size",
    members_heading: "{name}: {members}",
    headline_both: "{subject}: {count} {kind} {one}, {rest} {other} than {benchmark}",
    headline_one: "{subject}: {count} {kind} {one} than {benchmark}",
    headline_none: "{subject}: nowhere clearly different from {benchmark}",
    headline_figures: "{subject}: figures of {count} {kind}",
    own_beside: "{region}: {value}; {benchmark}: {other}.",
    own_differs: "{region}: {value}, {verdict} than {benchmark} ({other}).",
    own_similar: "{region}: {value}, no clear difference from {benchmark} ({other}).",
    overview_heading: "Solid Start: {place}",
    members_caption: "{name}: {members}, {period}",
    figures_of: "There is a figure for {all} {members}.",
    one_similar: "The difference from {benchmark} there may be chance.",
    all_similar: "For all {all} {members} with a figure the difference from {benchmark} may be chance.",
    most_similar: "For most {members} with a figure ({count} of {all}) the difference from {benchmark} may be chance.",
    some_similar: "For {count} of the {all} {members} with a figure the difference from {benchmark} may be chance.",
    both_sides: "In {count} {kind} the figure is {verdict} than in {benchmark}; in {rest} it is {other}.",
    one_side: "In {count} {kind} the figure is {verdict} than in {benchmark}; nowhere is it {other}.",
    not_seen: "Not seen: {parts}.",
    and: " and ",
    withheld_count: "{count} {kind} with numbers that are too small",
    absent_count: "{count} {kind} without a figure",
    by_chance: "Even if all {all} {kind} were exactly like {benchmark}, about {count} would show a difference by chance.",
    similar_size: "Similar size: the {count} municipalities whose total comes nearest to that of the municipality itself.",
    verdict_head: "Compared with {benchmark}",
    lower_better_short: "lower (better)",
    lower_worse_short: "lower (worse)",
    lower_short: "lower",
    higher_better_short: "higher (better)",
    higher_worse_short: "higher (worse)",
    higher_short: "higher",
    similar_short: "no clear difference",
    not_compared_short: "not compared",

    in_order: "{count} {kind}, from low to high",
    left_out: "… {count} {kind} …",
    apart: "{count} {kind}: ",
};

/// The words of a funnel.
pub static FUNNEL: FunnelWords = FunnelWords {
    members: &MEMBERS,
    headline: "{subject}: {count} of the {all} {kind} outside the funnel",
    average_label: "average {value}",
    limit95: "95%",
    limit998: "99.8%",
    hidden_label: "fewer than {threshold}: not shown",
    average_head: "Compared with the average",
    inside: "within the funnel",
    beyond95: "{verdict}: outside the funnel",
    beyond998: "{verdict}: far outside the funnel",
    its_figure: "the figure of {benchmark}",
    the_average: "the average",
    around: "This chart shows {all} {members}, around {centre}: {value}.",
    own_inside: "{region} lies within the funnel around {centre}: the difference may be chance.",
    own_beyond95: "{region} lies outside the funnel, but not far: {verdict}. Chance is not ruled out.",
    own_beyond998: "{region} lies far outside the funnel: {verdict}. Chance hardly ever goes that far.",
    none_beyond: "None of the {all} {kind} lies outside the funnel; by chance alone it would be {chance}.",
    one_beyond: "Of the {all} {kind}, 1 lies outside the funnel and {far} far outside; by chance alone it would be {chance}.",
    some_beyond: "Of the {all} {kind}, {count} lie outside the funnel, {far} of them far outside; by chance alone it would be {chance}.",
    about: "about {count}",
    below_one: "fewer than 1",
    no_counts: "For {count} {kind} the counts are not known; they are not in the chart.",
    method: "Average: all numbers together divided by all totals together, of the {kind} in the chart.",
    method_benchmark: "The limits lie around the published figure of {benchmark}. A ranking and a map compare with it, too.",
    outsider: "{region} is none of the {members} and is not counted with them.",
    limits_of_shares: "The funnel: 95% limits; far outside: 99.8%. Normal approximation (Spiegelhalter).",
    limits_of_rates: "The funnel: 95% limits; far outside: 99.8%. Poisson (exact).",
    bias: "Where it is about few children or parents the area is absent, which may bias the average.",
};

/// The words of a map.
pub static MAP: MapWords = MapWords {
    members: &MEMBERS,
    class_head: "{verdict}, number of {kind}",
    class_count: "{class}: {count}",
    class_count_kind: "{class}: {count} {kind}",
    class_below: "less than {to}",
    class_between: "{from} to {to}",
    class_from: "{from} or more",
    tiles: "Each tile is a municipality, about where it lies and drawn as large as the others: these are not the real borders.",
    tiles_of: "Each tile is a municipality, about where it lies and drawn as large as the others; tiles of the same {kind} are joined. These are not the real borders.",
    borders: "borders: {source}",
    no_place: "Not on the map: {names}.",
};

/// The words of views of many indicators.
pub static OVERVIEW: OverviewWords = OverviewWords {
    members: &MEMBERS,
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
    headline: "{place} beside {benchmark}: {count} topics",
    headline_alone: "{place}: {count} topics",
    reading: "The signs show for each topic whether {place} is better or worse than {benchmark}. At a dot the difference may be chance.",
    better: "Better than in {benchmark}{names}.",
    worse: "Worse than in {benchmark}{names}.",
    lower: "Lower than in {benchmark}, which is neither good nor bad{names}.",
    higher: "Higher than in {benchmark}, which is neither good nor bad{names}.",
    similar: "The difference from {benchmark} may be chance{names}.",
    unjudged: "Not compared{names}.",
    withheld: [
        "",
        "1 figure cannot be shown: too few children or parents.",
        "{count} figures cannot be shown: too few children or parents.",
    ],
    absent: [
        "",
        "On 1 topic there is no figure of {place}.",
        "On {count} topics there are no figures of {place}.",
    ],

    key_interval: "{place}, with its margin (95%)",
    chance_unknown: "not compared: whether it is chance cannot be said",
    key_own: "{place}",
    key_signs: "lower or higher than {benchmark}; a dot: no clear difference",
    key_spread: "{members}: from the lowest to the highest, the middle half in the box ({count} with a figure)",
    spread: "{count} areas from {range}, the middle half from {half}",
    spread_method: "Spread: all areas with a figure that can be shown; the middle half lies between the first and the third quartile (type 7). Each row has its own scale.",

    compared_regions: [
        "",
        "This overview sets {members} beside {benchmark}, on 1 topic.",
        "This overview sets {members} beside {benchmark}, on {count} topics.",
    ],
    may_be_chance: "No clear difference means: it may be chance.",
    withheld_outcomes: [
        "",
        "1 figure cannot be shown: it is about too few children or parents.",
        "{count} figures cannot be shown: they are about too few children or parents.",
    ],
    absent_outcomes: ["", "1 figure is missing.", "{count} figures are missing."],
    by_chance: "Even if no area truly differed from {benchmark}, of {all} comparisons about {count} would show a difference by chance.",
    left_out: "Not in the overview, for want of a comparison{names}.",
    key_case: "{assessment} ({count})",
    order: "Order of the rows",
    by_name: "by name",

    indicator: "Topic",
    phase: "Phase",
    spread_head: "Middle half of {members}",
    spreadsheet: ";Areas with a figure;Lowest;A quarter below;A quarter above;Highest",
    method: MARGINS,
    differs: "differs by topic",
};

/// The words of the story of a region.
pub static STORY: StoryWords = StoryWords {
    words: &WORDS,
    phases: [
        "Before the pregnancy",
        "During the pregnancy",
        "After the birth",
        "The programme as a whole",
    ],
    moments: ["", "9 months before the birth", "Birth", ""],
    end: "2 years",
    kinds: ["municipalities", "health regions", "provinces", "COROP regions"],
    name: "The first 1000 days: {place}",
    headline: "{place}: the first 1000 days beside {benchmark}",
    headline_alone: "{place}: the first 1000 days",
    reading: "A triangle means: lower or higher than {benchmark}, by more than chance. At a dot the difference may be chance.",
    none_compared: "No figures of {place} can be compared with {benchmark}.",
    alone: "These are the figures of {place}, from before the pregnancy until after the birth.",
    withheld: [
        "",
        "On 1 topic there are too few children or parents to show.",
        "On {count} topics there are too few children or parents to show.",
    ],
    missing: "No figure of {place}: {names}.",
    rest: "{count} more topics are in the table.",
    key_line: "{place} through the years, with its margin (95%)",
    key_spread: "all {kinds}, in the box their middle half; to the right is better, or higher where that is neither",
    not_compared: "not compared",
    indicator: "Topic",
    phase: "Phase",
    said: "In words",
    margins: MARGINS,
    method: "Each line begins at 0 and has a scale of its own. Spread: all regions with a figure that can be shown; the middle half lies between the first and the third quartile (type 7).",
    differs: "differs by topic",
};

/// The words beside choices and downloads.
pub static INTERACTION: Interaction = Interaction {
    indicator: "Topic",
    latest: "latest figure",
    no_region: "No area of that name found.",
    pictures: ["PNG", "PNG, twice the size", "PNG for print", "SVG"],
    rows: ["CSV", "CSV for Excel (Dutch settings)"],
    copy: ["Copy text", "Copy embed code"],
    copied: ["The text was copied.", "The embed code was copied."],
    cite: ["Cite", "Cite: BibTeX", "Cite: CSL-JSON"],
    cited: "The reference was copied.",
    newer: "These are the figures of {kept}. There are newer figures (edition of {newest}).",
    whole: "The whole table is at {address}",
    not_loaded: "This chart had not loaded yet when the page was printed.",
};

/// The words of a reference.
pub static CITATION: CitationWords = CitationWords {
    edition: "edition of {date}",
    undated: "n.d.",
    within: "In",
    accessed: "accessed {date}",
    bibtex: "english",
};

/// The words of files to keep.
pub static FILE: FileWords = FileWords {
    year: "These figures are of {year}.",
    spreadsheet: "Indicator;Area;Period;Value;Lower limit;Upper limit;Numerator;Denominator;Remark",
    made: "Made on {date}.",
    annotations: "Note",
};

/// The words of headings about one region.
pub static HEADLINE: HeadlineWords = HeadlineWords {
    beside: [
        "{region}: {comparative} share of {subject} than {benchmark}",
        "{region}: {comparative} rate of {subject} than {benchmark}",
        "{region}: {subject} {comparative} than in {benchmark}",
        "{region}: {comparative} than {benchmark}",
    ],
    similar: [SIMILAR, SIMILAR, SIMILAR, "{region}: no clear difference from {benchmark}"],
    since: [
        "{region}: {comparative} share of {subject} since {first}",
        "{region}: {comparative} rate of {subject} since {first}",
        "{region}: {subject} {comparative} since {first}",
        "{region}: {comparative} since {first}",
    ],
    said: ["{region}: {said}"; 4],
};
