// SPDX-License-Identifier: EUPL-1.2
//! Links and blocks that stand for a figure, as editors without custom elements keep them.

use super::page::{DRAWN, Page};
use xtask::server::Route;

const ADDRESS: &str = "/pkg/frame.html?indicator=tienermoeders&amp;region=GM0344&amp;view=trend";

/// The address of a figure in a link.
fn link(address: &str) -> String {
    format!("<a href=\"{address}\">Kinderen van tienermoeders in Utrecht</a>")
}

fn fetched(page: &Page) -> bool {
    page.server.requests().iter().any(|path| path == "/pkg/links.js")
}

/// The element in the place of what had this id, or in it.
const MADE: &str =
    "((id) => document.querySelector(`kansrijke-start#${id}, #${id} > kansrijke-start`))";

#[test]
fn a_link_alone_and_a_block_become_elements() {
    let page = Page::open(&format!(
        "<p id=link>&nbsp;{}\u{200b}</p>\
         <div id=block class=wide data-kansrijke-start data-indicator=tienermoeders data-region=Ede \
           data-src=/kapot/ data-onclick=alert(1)><p>Een zin.</p></div>\
         <p id=heading>{}</p>",
        link(ADDRESS),
        link(&format!("{ADDRESS}&amp;heading=Onzin&amp;heading-level=4&amp;id=3")),
    ));
    page.wait_for(&format!("document.querySelectorAll('kansrijke-start').length === 3 && {DRAWN}"));
    let attributes = |id: &str| {
        page.text(&format!(
            "[...{MADE}('{id}').attributes].map(({{ name, value }}) => `${{name}}=${{value}}`).sort().join(' ')"
        ))
    };
    assert_eq!(attributes("link"), "indicator=tienermoeders region=GM0344 view=trend");
    assert_eq!(attributes("block"), "class=wide id=block indicator=tienermoeders region=Ede");
    assert_eq!(
        attributes("heading"),
        "heading-level=4 indicator=tienermoeders region=GM0344 view=trend"
    );
    assert_eq!(page.text(&format!("{MADE}('link').firstElementChild.tagName")), "A");
    // In a box, so that a heading of it is none of the page that an open tag swallowed.
    assert_eq!(page.text(&format!("{MADE}('block').innerHTML")), "<div><p>Een zin.</p></div>");
    page.assert_quiet();
}

#[test]
fn what_leads_elsewhere_stays_a_link() {
    let charts = format!(
        "<p class=left>Zie {0} voor meer.</p><p class=left>{0} {0}</p><ul><li class=left>{0}</ul>\
         <nav><p class=left>{0}</p></nav><h3 class=left>{0}</h3>\
         <p class=left>{1}</p><p class=left>{2}</p><p class=left>{3}</p><p class=left>{4}</p>\
         <div contenteditable><p class=left>{0}</p><div class=left data-kansrijke-start>Een zin.</div></div>\
         <kansrijke-start indicator=tienermoeders region=Ede><p class=left>{0}</p></kansrijke-start>",
        link(ADDRESS),
        link(&ADDRESS.replace("/pkg/", "/andere/")),
        link(&format!("https://elders.example{ADDRESS}")),
        link(&format!("{ADDRESS}&amp;src=/kapot/")),
        link("/pkg/frame.html"),
    );
    let page = Page::open(&charts);
    page.wait_for(DRAWN);
    // What is added last is turned last.
    page.run(&format!(
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<p id=late>{}</p>')",
        link(ADDRESS)
    ));
    page.wait_for(&format!("{MADE}('late')"));
    assert_eq!(page.count("document.querySelectorAll('.left kansrijke-start').length"), 0);
    assert_eq!(page.count("document.querySelectorAll('.left').length"), 12);
    assert_eq!(page.count("document.querySelectorAll('.left a').length"), 12);
    assert_eq!(page.text("JSON.stringify(window.violations)"), "[]");
}

#[test]
fn what_is_added_later_becomes_an_element_too() {
    let page = Page::open(&format!("<p>{}</p>", link(ADDRESS)));
    page.wait_for(&format!("document.querySelector('kansrijke-start') && {DRAWN}"));
    page.run(&format!(
        "const part = document.createElement('section'); \
         part.innerHTML = '<p>{}</p><div data-kansrijke-start data-indicator=tienermoeders data-region=Ede></div>'; \
         document.querySelector('main').append(part)",
        link(ADDRESS)
    ));
    page.wait_for(&format!(
        "document.querySelectorAll('section kansrijke-start').length === 2 && {DRAWN}"
    ));
    page.assert_quiet();
}

#[test]
fn the_link_can_be_read_where_the_figure_fails() {
    let unknown = ADDRESS.replace("tienermoeders", "bestaat-niet");
    let page = Page::open(&format!("<p id=link>{}</p>", link(&unknown)));
    page.wait_for("window.reported.some(({ name }) => name === 'error')");
    assert_eq!(page.text("window.reported[0].code"), "indicator-unknown");
    assert!(page.count("document.querySelector('#link a').getBoundingClientRect().height") > 0);
    assert!(
        page.text(&format!("{MADE}('link').shadowRoot.querySelector('.notice').textContent")).len()
            > 9
    );
}

#[test]
fn a_page_without_them_fetches_nothing_and_without_the_file_links_stay() {
    let page =
        Page::open("<kansrijke-start indicator=tienermoeders region=Utrecht></kansrijke-start>");
    page.wait_for(super::page::READY_FOR_PAPER);
    assert!(!fetched(&page));
    page.server.route("/pkg/links.js", Route::script("document.body.remove()"));
    page.server.route(
        "/proef",
        Route::html(super::page::document(&format!("<p id=link>{}</p>", link(ADDRESS)))),
    );
    page.browser.open(&page.server.url("/proef")).expect("the page");
    page.wait_for("performance.getEntriesByName(location.origin + '/pkg/links.js').length");
    page.wait_for("document.readyState === 'complete'");
    // Another file than the script was built with is not run.
    assert_eq!(page.count("document.querySelectorAll('#link > a').length"), 1);
    assert_eq!(page.count("document.querySelectorAll('kansrijke-start').length"), 0);
}

#[test]
fn without_script_the_link_opens_the_figure() {
    let page = Page::open(&format!("<p id=link>{}</p>", link(ADDRESS)));
    page.browser
        .open(&page.server.url(&ADDRESS.replace("&amp;", "&")))
        .expect("the page of the link");
    page.wait_for(DRAWN);
    assert_eq!(
        page.text("document.querySelector('kansrijke-start').getAttribute('region')"),
        "GM0344"
    );
}
