// SPDX-License-Identifier: EUPL-1.2
//! What is typed wrong in a page: what can be read in one way is drawn, and the rest is told apart.

use super::page::{DRAWN, Page, document};
use xtask::project;
use xtask::server::{POLICY, Route};

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

/// The hints that there are when the condition holds, which may take a while: the tools come later.
fn hints_until(page: &Page, is_said: impl Fn(&[String]) -> bool) -> Vec<String> {
    let begin = std::time::Instant::now();
    let mut said = hints(page);
    while !is_said(&said) && begin.elapsed() < std::time::Duration::from_secs(30) {
        std::thread::sleep(std::time::Duration::from_millis(40));
        said.extend(hints(page));
    }
    assert!(is_said(&said), "{said:?}");
    said
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
fn what_has_no_neighbours_or_peers_is_told_so() {
    for (attributes, sentence) in [
        (
            "indicator=tienermoeders region=PV26 view=ranking within=peers",
            "Van dit gebied is niet bekend",
        ),
        ("region=GG2514 view=heatmap within=neighbours lang=en", "It is not known which"),
    ] {
        let page = Page::open(&chart(attributes));
        page.wait_for("reported.some(t => t.name === 'error')");
        assert_eq!(page.text("reported[0].code"), "region-unknown");
        let said = page.text(&format!("{ROOT}.querySelector('.notice').textContent"));
        assert!(said.starts_with(sentence), "{said}");
        assert!(page.text("reported[0].hint").contains("comparators/<code>.json"));
    }
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
    for file in ["country/tienermoeders", "region/utrecht", "indicator/tienermoeders", "names"] {
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

#[test]
fn what_can_be_read_in_one_way_is_drawn_beside_annotations_and_controls() {
    let annotated = "<ul><li data-period=2013>Een nieuw programma</li></ul>";
    for (attributes, inside) in [
        ("indicator=tienermoeders region='Gemeente Utrecht' view=trend", annotated),
        ("indicator=Tienermoeders region=Utrecht view=Trend", annotated),
        ("indicator=tienermoeders region='Gemeente Utrecht' controls='region period'", ""),
        ("indicator=Tienermoeders region=0344 controls", ""),
        ("indicator=Tienermoeders region=0344 view=Trend controls=indicator", annotated),
    ] {
        let page =
            Page::open(&format!("<kansrijke-start id=c {attributes}>{inside}</kansrijke-start>"));
        page.wait_for(&format!("{DRAWN} || reported.some(t => t.name === 'error')"));
        assert_eq!(page.text("JSON.stringify(reported.filter(t => t.name === 'error'))"), "[]");
        assert_eq!(page.text(&format!("{ROOT}.querySelector('figure').dataset.region")), "GM0344");
        let hints = hints(&page);
        assert!(hints.iter().any(|said| said.contains("is gelezen als")), "{hints:?}");
    }
}

#[test]
fn what_follows_a_tag_that_closes_itself_is_still_seen() {
    let page = Page::open(
        "<kansrijke-start id=c indicator=tienermoeders region=Utrecht />\
         <p id=first>Na de eerste.</p><h2>Meer</h2>\
         <kansrijke-start indicator=tienermoeders region=Leiden />\
         <p id=second>Na de tweede.</p>",
    );
    // A fallback is seen until the figure is there, so both at once.
    let is_seen =
        "['first', 'second', 'after'].every(id => document.getElementById(id).checkVisibility())";
    page.wait_for(&format!("{DRAWN} && {is_seen}"));
    // After its figure, in the order of the page.
    let tops = "JSON.stringify([...document.querySelectorAll('kansrijke-start')].map(c => \
        c.shadowRoot.querySelector('.figure')).concat(document.querySelector('#first'), \
        document.querySelector('#second')).map(n => n.getBoundingClientRect().top))";
    let tops: Vec<f64> = serde_json::from_str(&page.text(tops)).expect("places");
    assert!(tops[0] < tops[2] && tops[2] < tops[1] && tops[1] < tops[3], "{tops:?}");
    let unclosed = |said: &[String]| said.iter().filter(|s| s.contains("[tag-unclosed]")).count();
    let said = hints_until(&page, |said| unclosed(said) == 2);
    assert!(said[0].contains("/kansrijke-start>"), "{said:?}");

    // What is written for a page without script stays a fallback.
    let page = Page::open(
        "<kansrijke-start id=c indicator=tienermoeders region=Utrecht periode=2015><p id=own>Een zin.</p>\
         <figure><h2>Een kop</h2></figure></kansrijke-start>",
    );
    page.wait_for(DRAWN);
    let said = hints_until(&page, |said| !said.is_empty());
    assert!(said.len() == 1 && said[0].contains("[attribute-unknown]"), "{said:?}");
    assert_eq!(page.text("String(document.querySelector('#own').checkVisibility())"), "false");

    // So does that of a chart which is closed, though it stands in one that is not.
    let page = Page::open(
        "<kansrijke-start id=c indicator=tienermoeders region=Utrecht />\
         <h2>Meer</h2><kansrijke-start indicator=tienermoeders region=Leiden><p id=own>Een zin.</p>\
         </kansrijke-start><p id=last>Het einde.</p>",
    );
    let is_seen = |id: &str| format!("document.getElementById('{id}').checkVisibility()");
    page.wait_for(&format!("{DRAWN} && {} && !{}", is_seen("last"), is_seen("own")));
    assert_eq!(unclosed(&hints_until(&page, |said| !said.is_empty())), 1);
    assert_eq!(page.text(&format!("String({})", is_seen("own"))), "false");
}

#[test]
fn a_script_that_was_moved_finds_its_files_by_data_base() {
    let page = Page::open("");
    let script = std::fs::read_to_string(project::path("pkg/kansrijke-start.js")).expect("it");
    page.server.route("/cache/min/1/start.js", Route::script(script.clone()));
    // In the folder of a cache, with a slash and without; inside the page; and a folder that is none
    // for a script that is where it belongs.
    let inline = "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'";
    for (policy, tag) in [
        (None, "src=/cache/min/1/start.js data-base=/pkg/>".to_string()),
        (None, "src=/cache/min/1/start.js data-base=/pkg>".to_string()),
        (Some(inline), format!("data-base=/pkg/>{script}")),
        (None, "src=/pkg/kansrijke-start.js data-base=/pkg/>".to_string()),
        (None, "src=/pkg/kansrijke-start.js data-base=/nergens/>".to_string()),
    ] {
        let body = document(&chart("indicator=tienermoeders region=Utrecht")).replace(
            "<script type=module blocking=render src=/pkg/kansrijke-start.js>",
            &format!("<script type=module {tag}"),
        );
        let mut route = Route::html(body);
        if let Some(policy) = policy {
            let policy = POLICY.replace("script-src 'self' 'wasm-unsafe-eval'", policy);
            route.headers.push(("content-security-policy".into(), policy));
        }
        page.server.route("/proef", route);
        page.browser.open(&page.server.url("/proef")).expect("the page");
        page.wait_for(DRAWN);
        page.wait_for("reported.some(t => t.name === 'ready')");
        assert_eq!(page.count("customElements.get('kansrijke-start-2') ? 1 : 0"), 0);
    }
    // Without it the console says what to do.
    let moved = document(&chart("indicator=tienermoeders region=Utrecht"))
        .replace("/pkg/kansrijke-start.js", "/cache/min/1/start.js");
    page.server.route("/proef", Route::html(moved));
    page.browser.open(&page.server.url("/proef")).expect("the page");
    page.wait_for("reported.some(t => t.name === 'error')");
    assert_eq!(page.text("reported[0].code"), "core-unavailable");
    assert!(page.text("reported[0].hint").contains("data-base"));
}
