// SPDX-License-Identifier: EUPL-1.2
//! What a reader gets who widens the spaces in a text, or doubles its size.

use super::page::{Page, document};
use serde_json::Value;
use xtask::server::{Options, Route};

/// One of each view.
const CHARTS: [&str; 12] = [
    "indicator=tienermoeders region=Utrecht",
    "indicator=tienermoeders region=Ede view=trend",
    "indicator=moeders-35-plus region=GM0363 view=compare",
    "indicator=eerste-kinderen region=Leiden view=table",
    "indicator=tienermoeders region=Utrecht view=ranking within=PV26",
    "indicator=tienermoeders region=Utrecht view=ranking",
    "indicator=tienermoeders region=Utrecht view=funnel",
    "indicator=tienermoeders region=Utrecht view=map",
    "region=Utrecht view=profile",
    "region=Utrecht view=story",
    "indicator=tienermoeders region=Utrecht view=icons",
    "region=Utrecht view=heatmap within=PV26",
];

/// As criterion 1.4.12 of WCAG 2.2 has it.
const SPACED: &str = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; \
    word-spacing: 0.16em !important } p { margin-block-end: 2em !important }";

/// As criterion 1.4.4 has it, for text alone.
const DOUBLED: &str = "html { font-size: 200% !important }";

/// Texts of a picture and its legend that lie over each other, or of which a part lies outside the
/// picture; and how much wider than the window the page is. Letters of neighbours may touch. In
/// Firefox the box of a large text is higher than elsewhere, and the hook of a j hangs out of it.
const FOUND: &str = "(() => { const root = document.querySelector('kansrijke-start').shadowRoot;\
    const svg = root.querySelector('svg')?.getBoundingClientRect();\
    const texts = [...root.querySelectorAll('svg text, .legend li, .figure > :not(svg, .legend)')]\
      .filter(t => t.textContent.trim())\
      .map(t => [t.textContent, t.getBoundingClientRect(), t.ownerSVGElement]);\
    const isFirefox = navigator.userAgent.includes('Firefox');\
    const shared = (a, b, from, to) => Math.min(a[to], b[to]) - Math.max(a[from], b[from]);\
    const over = texts.flatMap(([one, a], nth) => texts.slice(0, nth)\
      .filter(([, b]) => shared(a, b, 'left', 'right') > 2\
        && shared(a, b, 'top', 'bottom') > (isFirefox ? Math.max(5, a.height / 8, b.height / 8) : 5))\
      .map(([other]) => one + ' / ' + other));\
    const out = texts.filter(([,, of]) => of).filter(([, b]) => b.left < svg.left - (isFirefox ? 4 : 2) || b.right > svg.right + 2)\
      .map(([text]) => text);\
    const wide = document.documentElement.scrollWidth - innerWidth;\
    return [...over, ...out, ...(wide > 0 ? [`${wide} px too wide`] : [])]; })()";

#[test]
fn wider_spaces_and_doubled_text_hide_nothing() {
    for width in [1200, 600, 320] {
        let page = Page::open_with(Options::default(), width, "");
        for css in [SPACED, DOUBLED] {
            for chart in CHARTS {
                let chart = format!("<kansrijke-start {chart} loading=eager></kansrijke-start>");
                page.server.route("/proef", Route::html(document(&chart)));
                page.browser.open(&page.server.url("/proef")).expect("the page");
                page.wait_for("window.reported.some(t => t.name === 'ready')");
                // A reader's style sheet is also in force inside shadow roots.
                page.run(&format!(
                    "const sheet = new CSSStyleSheet(); sheet.replaceSync('{css}'); \
                     for (const root of [document, document.querySelector('kansrijke-start').shadowRoot]) \
                       root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]"
                ));
                // The picture is drawn anew where the width of its box changed.
                page.frames();
                let found: Vec<Value> = page.browser.eval(FOUND).expect("what is hidden");
                assert!(found.is_empty(), "{chart} at {width} with {css}: {found:#?}");
            }
        }
    }
}
