// SPDX-License-Identifier: EUPL-1.2
//! When something is wrong: a sentence, a code, a hint, and what stood inside the element.

use super::page::{DRAWN, FALLBACK, Page};
use xtask::server::{Options, Route};

fn chart(attributes: &str) -> String {
    format!("<kansrijke-start id=c {attributes}>{FALLBACK}</kansrijke-start>")
}

/// Opens the chart and gives `[code, message, hint]` after checking that all three are reported,
/// and that the fallback can be seen.
fn failure(options: Options, attributes: &str, routes: &[(&str, Route)]) -> [String; 3] {
    let page = Page::open_with(options, 600, "");
    for (path, route) in routes {
        page.server.route(path, route.clone());
    }
    page.server.route("/proef", Route::html(super::page::document(&chart(attributes))));
    page.browser.open(&page.server.url("/proef")).expect("the page");
    page.wait_for("window.reported.some(t => t.name === 'error')");
    assert_eq!(
        page.count("window.reported.length"),
        1,
        "{}",
        page.text("JSON.stringify(reported)")
    );
    let notice =
        page.text("document.querySelector('#c').shadowRoot.querySelector('.notice').textContent");
    assert_eq!(notice, page.text("reported[0].message"), "the sentence is the event's message");
    assert_eq!(
        page.text(
            "document.querySelector('#c').shadowRoot.querySelector('.notice').getAttribute('role')"
        ),
        "status"
    );
    let visible: bool = page
        .browser
        .eval("document.querySelector('#c p').getBoundingClientRect().height > 0")
        .expect("a height");
    assert!(visible, "the fallback is gone");
    let console = page.browser.console().expect("a console");
    let hint = page.text("reported[0].hint");
    assert!(console.iter().any(|e| e.message.contains("kansrijke-start [")), "{console:?}");
    assert!(hint.len() > 10);
    [page.text("reported[0].code"), page.text("reported[0].message"), hint]
}

#[test]
fn each_mistake_has_its_own_code_and_words() {
    let malformed = Route::new("application/json", "{\"version\": \"2.0\", \"class\":");
    let other = Route::new(
        "application/json",
        "{\"version\": \"2.0\", \"class\": \"dataset\", \"value\": []}",
    );
    let broken = Route { status: 500, ..Route::new("text/plain", "") };
    type Routes = Vec<(&'static str, Route)>;
    let cases: Vec<(&str, &str, Routes)> = vec![
        ("indicator-unknown", "indicator=bestaat-niet region=Utrecht", vec![]),
        ("region-unknown", "indicator=tienermoeders region=Lutjebroek", vec![]),
        ("period-unknown", "indicator=tienermoeders region=Utrecht period=1999", vec![]),
        ("attribute-invalid", "indicator=tienermoeders region=Utrecht view=taart", vec![]),
        ("attribute-invalid", "indicator=tienermoeders region=Utrecht period=vorig", vec![]),
        ("attribute-invalid", "indicator=tienermoeders region=Utrecht lang=fr", vec![]),
        ("attribute-invalid", "indicator=tienermoeders region=Utrecht heading-level=7", vec![]),
        ("attribute-invalid", "indicator=tienermoeders region=Utrecht theme=roze", vec![]),
        ("attribute-invalid", "indicator=tienermoeders", vec![]),
        ("attribute-invalid", "region=Utrecht", vec![]),
        ("data-unreachable", "indicator=tienermoeders region=Utrecht src=/nergens/", vec![]),
        (
            "data-unreachable",
            "indicator=stuk region=Utrecht src=/d/",
            vec![("/d/indicator/stuk.json", broken)],
        ),
        (
            "data-malformed",
            "indicator=half region=Utrecht src=/d/",
            vec![("/d/indicator/half.json", malformed)],
        ),
        (
            "data-malformed",
            "indicator=anders region=Utrecht src=/d/",
            vec![("/d/indicator/anders.json", other)],
        ),
    ];
    let mut messages = Vec::new();
    for (code, attributes, routes) in cases {
        let [found, message, _] = failure(Options::default(), attributes, &routes);
        assert_eq!(found, code, "{attributes}: {message}");
        messages.push(message);
    }
    messages.sort();
    messages.dedup();
    assert!(messages.len() >= 12, "two mistakes share a sentence: {messages:#?}");
}

#[test]
fn a_folder_that_is_not_there_is_looked_for_where_it_should_be() {
    let page = Page::open(&chart("indicator=tienermoeders region=Utrecht src=/ergens/nergens/"));
    page.wait_for("reported.some(t => t.code === 'data-unreachable')");
    let asked = page.server.requests();
    let mut there: Vec<&str> =
        asked.iter().filter_map(|path| path.strip_prefix("/ergens/")).collect();
    there.sort_unstable();
    there.dedup();
    assert!(there.contains(&"nergens/index.json"), "{there:?}");
    assert!(there.iter().all(|path| path.starts_with("nergens/")), "{there:?}");
    // Where there is no folder there is no list of names either.
    assert!(!there.contains(&"nergens/names.json"), "{there:?}");
}

#[test]
fn a_core_of_another_version_is_refused() {
    let other = Route::new("application/wasm", b"\0asm\x01\0\0\0".to_vec());
    let routes = [("/pkg/core_bg.wasm", other)];
    let [code, ..] = failure(Options::default(), "indicator=tienermoeders region=Utrecht", &routes);
    assert_eq!(code, "core-unavailable");
}

#[test]
fn hosts_that_give_wasm_a_wrong_type_are_forgiven() {
    let options = Options { wasm_type: "application/octet-stream".into(), ..Options::default() };
    let page = Page::open_with(options, 600, &chart("indicator=tienermoeders region=Utrecht"));
    page.wait_for(DRAWN);
    page.assert_quiet();
}

#[test]
fn trusted_types_are_respected() {
    let policy = format!("{}; require-trusted-types-for 'script'", xtask::server::POLICY);
    let options = Options { policy: Some(policy), ..Options::default() };
    let page =
        Page::open_with(options, 600, &chart("indicator=tienermoeders region=Utrecht view=trend"));
    page.wait_for(DRAWN);
    page.assert_quiet();
}

#[test]
fn after_a_mistake_is_mended_the_chart_comes() {
    let page = Page::open(&chart("indicator=tienermoeders region=Lutjebroek"));
    page.wait_for("window.reported.some(t => t.name === 'error')");
    page.run("document.querySelector('#c').setAttribute('region', 'Leiden')");
    page.wait_for(DRAWN);
}

#[test]
fn text_from_data_is_never_markup() {
    let file =
        std::fs::read_to_string(xtask::project::path("pkg/data/indicator/tienermoeders.json"))
            .expect("a built file");
    let evil =
        "<img src=x onerror=document.title=1><script>document.title=2</script>\\u0001<b\\u0001>";
    let file = file.replace("\"Utrecht\"", &format!("\"{evil}\""));
    assert!(file.contains("onerror"), "nothing was put in");
    let page = Page::open("");
    page.server.route("/d/indicator/tienermoeders.json", Route::new("application/json", file));
    let chart = chart("indicator=tienermoeders region=GM0344 view=trend details=open src=/d/");
    page.server.route("/proef", Route::html(super::page::document(&chart)));
    page.browser.open(&page.server.url("/proef")).expect("the page");
    page.wait_for(DRAWN);
    let root = "document.querySelector('#c').shadowRoot";
    assert_eq!(page.count(&format!("{root}.querySelectorAll('img, script, b').length")), 0);
    assert!(page.text(&format!("{root}.querySelector('h3').textContent")).contains("<img src=x"));
    assert_eq!(page.text("document.title"), "Proef");
}
