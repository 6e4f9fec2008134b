// SPDX-License-Identifier: EUPL-1.2
//! Each core that paints speaks one language, and a figure is painted by the one of its own.

use super::downloads_page::DownloadsPage;
use super::page::{DRAWN, Page, document};
use xtask::server::Route;

fn chart(attributes: &str) -> String {
    format!("<kansrijke-start {attributes}></kansrijke-start>")
}

/// The cores that were asked for, in order.
fn cores(page: &Page) -> Vec<String> {
    let asked = page.server.requests().into_iter().filter(|path| path.ends_with(".wasm"));
    let mut cores: Vec<String> = asked.map(|path| path.replace("/pkg/", "")).collect();
    cores.sort();
    cores
}

/// The languages of the figures, in the order of the page.
const SPOKEN: &str = "[...document.querySelectorAll('kansrijke-start')]\
    .map(c => c.shadowRoot.querySelector('.figure').lang).join(' ')";

#[test]
fn the_core_of_a_language_is_fetched_when_a_figure_speaks_it() {
    let page = Page::open(&chart("id=c indicator=tienermoeders region=Utrecht view=trend"));
    page.wait_for(DRAWN);
    assert_eq!(cores(&page), ["core_bg.wasm"]);
    page.run("document.querySelector('#c').setAttribute('lang', 'en')");
    page.wait_for(&format!("{SPOKEN} === 'en'"));
    let said = "document.querySelector('#c').shadowRoot.querySelector('.sentence').textContent";
    assert!(page.text(said).contains(" children "), "{}", page.text(said));
    // And back, which fetches nothing.
    page.run("document.querySelector('#c').removeAttribute('lang')");
    page.wait_for(&format!("{SPOKEN} === 'nl'"));
    assert!(page.text(said).contains(" kinderen "), "{}", page.text(said));
    assert_eq!(cores(&page), ["core-en_bg.wasm", "core_bg.wasm"]);
    page.assert_quiet();
}

/// The script chooses the core, and the core reads the attribute: both must read it alike.
#[test]
fn script_and_core_agree_on_the_language() {
    let around = [
        ("", "nl", "nl"),
        ("", "EN-gb", "en"),
        ("", "fr", "nl"),
        ("", "", "nl"),
        ("lang=' en '", "nl", "en"),
        ("lang=en-US", "nl", "en"),
        ("lang=''", "en", "nl"),
        ("lang=NL-be", "en", "nl"),
        ("lang=en", "fr", "en"),
        ("", "enm", "nl"),
    ];
    for (view, name) in [("number", "core"), ("ranking", "regions"), ("map", "map")] {
        let charts = around.map(|(own, page, _)| {
            let attributes = format!("indicator=moeders-35-plus region=Utrecht view={view} {own}");
            format!("<div lang='{page}'>{}</div>", chart(&attributes))
        });
        let page = Page::open(&charts.concat());
        page.wait_for(DRAWN);
        assert_eq!(page.text(SPOKEN), around.map(|(_, _, spoken)| spoken).join(" "), "{view}");
        assert_eq!(cores(&page), [format!("{name}-en_bg.wasm"), format!("{name}_bg.wasm")]);
        page.assert_quiet();
    }
}

#[test]
fn the_lines_to_paste_name_the_core_of_the_language() {
    let attributes = "indicator=tienermoeders region=Utrecht view=ranking lang=en";
    let downloads = DownloadsPage::open(1200, &chart(attributes));
    downloads.page.run("navigator.clipboard.writeText = () => Promise.reject(new Error('nee'))");
    let (_, code) = downloads.take("embed");
    let code = String::from_utf8(code).expect("text");
    assert!(code.contains("/pkg/regions-en_bg.wasm\""), "{code}");
}

#[test]
fn without_its_core_a_figure_of_a_language_says_so_alone() {
    let page = Page::open("");
    let gone = Route { status: 404, ..Route::new("text/plain", "") };
    page.server.route("/pkg/core-en_bg.wasm", gone);
    let charts = ["nl", "en"].map(|lang| {
        let attributes = format!("id={lang} lang={lang} indicator=tienermoeders region=Utrecht");
        chart(&attributes).replace("></", "><p>Zie de jaarcijfers.</p></")
    });
    page.server.route("/proef", Route::html(document(&charts.concat())));
    page.browser.open(&page.server.url("/proef")).expect("the page");
    page.wait_for("window.reported.length === 2");
    let reported = "reported.map(r => r.from + ' ' + r.name + ' ' + (r.code ?? '')).sort().join()";
    assert_eq!(page.text(reported), "en error core-unavailable,nl ready ");
    let height = |id: &str| {
        page.count(&format!("document.querySelector('#{id} p').getBoundingClientRect().height"))
    };
    assert!(height("en") > 0, "the fallback is gone");
    assert_eq!(height("nl"), 0);
    let said =
        page.text("document.querySelector('#en').shadowRoot.querySelector('.notice').textContent");
    assert!(said.contains("browser") && !said.contains("cijfer"), "{said}");
}
