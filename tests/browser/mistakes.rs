// SPDX-License-Identifier: EUPL-1.2
//! What is typed wrong in a page: what can be read in one way is drawn, and the rest is told apart.

use super::page::{DRAWN, Page, document};
use xtask::server::Route;

fn chart(attributes: &str) -> String {
    format!("<kansrijke-start id=c {attributes}></kansrijke-start>")
}

const ROOT: &str = "document.querySelector('#c').shadowRoot";

/// What the console says of the element.
fn hints(page: &Page) -> Vec<String> {
    let console = page.browser.console().expect("a console");
    let messages = console.into_iter().map(|entry| entry.message);
    messages.filter(|message| message.contains("kansrijke-start [")).collect()
}

#[test]
fn what_can_be_read_in_one_way_is_drawn_with_a_hint() {
    for (attributes, region, hint) in [
        ("indicator=tienermoeders region='Gemeente Utrecht'", "GM0344", "region=\\\"GM0344\\\""),
        ("indicator=Tienermoeders region=0344", "GM0344", "indicator=\\\"tienermoeders\\\""),
        (
            "indicator=tienermoeders region='provincie Utrecht' view=Trend",
            "PV26",
            "view=\\\"trend\\\"",
        ),
        (
            "indicator=tienermoeders region=Utrecht view=ranking within=Utrecht",
            "GM0344",
            "within=\\\"PV26\\\"",
        ),
        (
            "indicator=tienermoeders region=Utrecht view=compare compare='Den Haag, Rotterdam'",
            "GM0344",
            "compare=\\\"GM0518,GM0599\\\"",
        ),
    ] {
        let page = Page::open(&chart(attributes));
        page.wait_for(DRAWN);
        assert_eq!(page.text(&format!("{ROOT}.querySelector('figure').dataset.region")), region);
        assert_eq!(page.count("reported.filter(t => t.name === 'error').length"), 0);
        let hints = hints(&page);
        let hint = hint.replace('\\', "");
        assert!(hints.iter().any(|said| said.replace('\\', "").contains(&hint)), "{hints:?}");
    }
}

#[test]
fn a_municipality_that_is_no_more_is_drawn_as_its_successor_which_says_so() {
    let page = Page::open(&chart("indicator=tienermoeders region=Haren"));
    page.wait_for(DRAWN);
    let notice = format!("{ROOT}.querySelector('.notice')");
    assert_eq!(
        page.text(&format!("{notice}.textContent")),
        "Haren ging in 2019 op in Groningen. Dit zijn de cijfers van Groningen."
    );
    assert_eq!(page.text(&format!("{ROOT}.querySelector('figure').dataset.region")), "GM0014");
    // It is said of that region alone.
    page.run("document.querySelector('#c').setAttribute('region', 'Leiden')");
    page.wait_for(&format!("{ROOT}.querySelector('figure')?.dataset.region === 'GM0546'"));
    assert_eq!(page.count(&format!("{ROOT}.querySelectorAll('.notice').length")), 0);
    // One of several leaves the choice to the reader.
    page.run("document.querySelector('#c').setAttribute('region', 'Haaren')");
    page.wait_for(&notice);
    let said = page.text(&format!("{notice}.textContent"));
    assert!(
        said.starts_with("Haaren ging in 2021 op in Boxtel, Oisterwijk, Tilburg en Vught."),
        "{said}"
    );
}

#[test]
fn attributes_that_are_none_are_hinted_at() {
    let page = Page::open("");
    page.run(
        "window.warned = []; const { warn } = console; \
         console.warn = (text) => { warned.push(text); warn(text); }; \
         const chart = document.createElement('kansrijke-start'); \
         for (const [name, value] of [['id', 'c'], ['indicator', 'tienermoeders'], \
           ['region', 'Utrecht'], ['periode', '2015']]) chart.setAttribute(name, value); \
         document.querySelector('main').append(chart)",
    );
    page.wait_for(DRAWN);
    page.wait_for("warned.some(text => text.includes('[attribute-unknown]'))");
    assert!(page.text("warned.join()").contains("Bedoelt u period?"));
    let page = Page::open(&chart("data-indicator=tienermoeders region=Utrecht"));
    page.wait_for("reported.some(t => t.name === 'error')");
    let hint = page.text("reported[0].hint");
    assert!(hint.starts_with("data-indicator is geen attribuut"), "{hint}");
}

#[test]
fn a_page_in_the_place_of_a_file_is_called_so() {
    let page = Page::open("");
    let html = || Route::html("<!doctype html><title>Niet gevonden</title>".to_string());
    for file in ["benchmark/tienermoeders", "region/utrecht", "indicator/tienermoeders", "names"] {
        page.server.route(&format!("/d/{file}.json"), html());
    }
    let element = chart("indicator=tienermoeders region=Utrecht src=/d/");
    page.server.route("/proef", Route::html(document(&element)));
    page.browser.open(&page.server.url("/proef")).expect("the page");
    page.wait_for("reported.some(t => t.name === 'error')");
    assert_eq!(page.text("reported[0].code"), "data-unreachable");
    let hint = page.text("reported[0].hint");
    assert!(hint.starts_with("Op dit adres staat een webpagina"), "{hint}");
}

#[test]
fn a_frame_says_what_may_be_meant_and_repeats_nothing_that_was_asked() {
    let page = Page::open("");
    let address = "/pkg/frame.html?indicator=tienermoeders&region=Amersfort";
    page.browser.open(&page.server.url(address)).expect("the frame");
    let notice = "document.querySelector('kansrijke-start')?.shadowRoot?.querySelector('.notice')";
    page.wait_for(&format!("{notice}?.textContent.includes('hier niet bekend')"));
    assert_eq!(
        page.text(&format!("{notice}.textContent")),
        "Dit gebied is hier niet bekend. Bedoelt u Amersfoort?"
    );
}
