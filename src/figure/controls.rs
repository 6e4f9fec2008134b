// SPDX-License-Identifier: EUPL-1.2
//! What a reader may choose beside a figure: the region, the indicator, the period. Only a page
//! with script has it; the script that opens the list and follows the choice has no words.

use crate::data::dataset::Dataset;
use crate::indicator::period::Period;
use crate::indicator::region::Region;
use crate::markup::{Element, element};
use crate::request::Request;
use crate::text::words::Words;

/// The controls that the request asks for, named by the heading of `id`'s figure; `None` where
/// it asks for none.
pub fn controls(dataset: &Dataset, request: &Request, id: &str) -> Option<Element> {
    let words = Words::of(request.language);
    let has = request.controls;
    let own = dataset.region(&request.region).map(|(_, region)| region).ok();
    let mut group = element("div")
        .class("controls")
        .with("data-region", own.map(|region| region.code.clone()).unwrap_or_default())
        .with("role", "group")
        .with("lang", request.language.tag())
        .with("aria-labelledby", [id, "-heading"].concat());
    let mut count = 0;
    let mut add = |name: &'static str, label: &'static str, parts: Vec<Element>| {
        count += 1;
        let id = [id, "-", name].concat();
        let label = element("label").with("for", id.clone()).text(label);
        let mut control = element("div").class(["control ", name].concat()).child(label);
        for (nth, part) in parts.into_iter().enumerate() {
            let id = if nth == 0 { id.clone() } else { [&id, "-list"].concat() };
            control = control.child(part.with("id", id));
        }
        group = std::mem::replace(&mut group, element("div")).child(control);
    };
    if has.region {
        add("region", words.region, lookup(words, dataset, own, id));
    }
    if has.indicator && !request.view.is_overview() {
        let options = dataset.definitions.iter().map(|definition| {
            let is_chosen = definition.id == request.indicator;
            option(&definition.id, words.pick(&definition.name), is_chosen)
        });
        add("indicator", words.indicator, vec![element("select").children(options)]);
    }
    if has.period {
        let latest = option("", words.latest, request.period.is_none());
        let options = recent_first(&dataset.periods).into_iter().map(|period| {
            option(&period.code(), &words.period(period), request.period == Some(period))
        });
        let select = element("select").child(latest).children(options);
        add("period", words.period, vec![select]);
    }
    // What a screen reader is told: that a search finds nothing, and what the new figure says.
    (count > 0).then(|| group.child(element("p").class("said").with("role", "status")))
}

/// The field in which a region is looked up, and the list that it opens.
fn lookup(words: &Words, dataset: &Dataset, own: Option<&Region>, id: &str) -> Vec<Element> {
    let own = own.map(|region| words.place_label(region));
    let input = element("input")
        .with("role", "combobox")
        .with("value", own.unwrap_or_default())
        .with("autocomplete", "off")
        .with("spellcheck", "false")
        .with("aria-autocomplete", "list")
        .with("aria-expanded", "false")
        .with("aria-controls", [id, "-region-list"].concat())
        .with("data-none", words.no_region);
    let item = |region: &Region| {
        let also = dataset.aliases(&region.code).join("|");
        element("li")
            .with("role", "option")
            .with("data-region", region.code.clone())
            .with("data-also", also)
            .text(words.place_label(region))
    };
    let list = element("ul")
        .with("role", "listbox")
        .with("aria-label", words.region)
        .with("hidden", "")
        .children(dataset.regions.iter().map(item));
    vec![input, list]
}

fn option(value: &str, text: &str, is_chosen: bool) -> Element {
    let option = element("option").with("value", value.to_string()).text(text.to_string());
    if is_chosen { option.with("selected", "") } else { option }
}

fn recent_first(periods: &[Period]) -> Vec<Period> {
    let mut sorted: Vec<Period> = Vec::new();
    for period in periods {
        let at = sorted.partition_point(|other| other.recency() <= period.recency());
        sorted.insert(at, *period);
    }
    sorted
}
