// SPDX-License-Identifier: EUPL-1.2
//! What an editor says of figures, in a list inside the element.

use super::downloads_page::DownloadsPage;
use super::page::{DRAWN, Page};
use xtask::server::Options;

const CHART: &str = "<kansrijke-start indicator=tienermoeders region=Rotterdam view=trend loading=eager>\
    <ul><li data-period=2013>Een <img src=x onerror='window.hit = 1'>opvang</li>\
    <li data-period=2012 data-region=NL01>In het hele land</li></ul></kansrijke-start>";

const ROOT: &str = "document.querySelector('kansrijke-start').shadowRoot";

#[test]
fn they_have_flags_and_are_read_below() {
    for width in [1200, 320] {
        let page = Page::open_with(Options::default(), width, CHART);
        page.wait_for(DRAWN);
        let items =
            format!("[...{ROOT}.querySelectorAll('.annotations li')].map(e => e.innerText)");
        let items: Vec<String> = page.browser.eval(&items).expect("items");
        assert_eq!(items, ["2013 Een opvang", "2012, Nederland In het hele land"]);
        // The flag stands above the year that it is about.
        let texts: Vec<(String, f64)> = page
            .browser
            .eval(&format!(
                "[...{ROOT}.querySelectorAll('svg text')].map(t => [t.textContent, \
                 t.getBoundingClientRect()]).map(([text, box]) => [text, (box.left + box.right) / 2])"
            ))
            .expect("texts");
        let year = |text: &str| text.parse::<f64>().ok().filter(|year| *year > 2000.0);
        let years: Vec<(f64, f64)> =
            texts.iter().filter_map(|(text, x)| Some((year(text)?, *x))).collect();
        let (first, last) = (years[0], years[years.len() - 1]);
        let step = (last.1 - first.1) / (last.0 - first.0);
        for (number, year) in [("1", 2013.0), ("2", 2012.0)] {
            let flag = texts.iter().rfind(|(text, _)| text == number).expect("a flag");
            let at = first.1 + (year - first.0) * step;
            assert!((flag.1 - at).abs() < step / 2.0, "{number} at {width}: {} {at}", flag.1);
        }
        assert_eq!(page.text("String(window.hit)"), "undefined", "data, and never markup");
        page.assert_own_origin();
        page.assert_nothing_moved();
    }
}

#[test]
fn a_chart_without_them_fetches_nothing_for_them() {
    let plain = CHART.replace("<li", "<p");
    let page = Page::open_with(Options::default(), 800, &plain);
    page.wait_for(DRAWN);
    let fetched = "performance.getEntriesByType('resource').some(e => e.name.includes('tools_bg'))";
    assert_eq!(page.text(&format!("String({fetched})")), "false");
    assert_eq!(page.count(&format!("{ROOT}.querySelectorAll('.annotations').length")), 0);
}

#[test]
fn what_leaves_the_page_has_them_and_draws_them_again() {
    let downloads = DownloadsPage::open(800, CHART);
    let (_, svg) = downloads.take("svg");
    let svg = String::from_utf8(svg).expect("text");
    assert!(
        svg.contains("1. 2013: Een opvang") && svg.contains("2. 2012, Nederland: In het hele land")
    );
    let (_, rows) = downloads.take("csv");
    let rows = String::from_utf8(rows).expect("text");
    assert!(rows.contains(",annotation\n") && rows.contains("In het hele land"), "{rows}");
    // The code that a reader copies.
    downloads.page.run("navigator.clipboard.writeText = () => Promise.reject(new Error('nee'))");
    let (_, code) = downloads.take("embed");
    let code = String::from_utf8(code).expect("text");
    assert!(code.contains("<ol><li") && !code.contains("class="), "a page has classes: {code}");
    let (_, again) = code.split_once("</script>").expect("the element after the script");
    let page = Page::open_with(Options::default(), 800, again);
    page.wait_for(DRAWN);
    assert_eq!(
        page.text(&format!("{ROOT}.querySelector('.annotations').innerText")),
        downloads.page.text(&format!("{ROOT}.querySelector('.annotations').innerText"))
    );
}
