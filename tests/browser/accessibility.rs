// SPDX-License-Identifier: EUPL-1.2
//! What a reader without eyes, without a mouse or with other colours gets.

use super::page::{DRAWN, Page};
use serde_json::{Value, json};
use std::time::Duration;
use thirtyfour::Key;
use xtask::browser::Media;
use xtask::server::{Options, Route};

/// One of each view, and the cases in which there is no number.
const CHARTS: &str = "<kansrijke-start indicator=tienermoeders region=Utrecht></kansrijke-start>\
    <kansrijke-start indicator=tienermoeders region=Ede view=trend details=open></kansrijke-start>\
    <kansrijke-start indicator=moeders-35-plus region=Leiden view=compare></kansrijke-start>\
    <kansrijke-start indicator=eerste-kinderen region=Leiden view=table></kansrijke-start>\
    <kansrijke-start indicator=tienermoeders region=Ameland></kansrijke-start>\
    <kansrijke-start indicator=nu-niet-zwanger region=Ede lang=en></kansrijke-start>\
    <kansrijke-start indicator=tienermoeders region=Ede view=ranking></kansrijke-start>\
    <kansrijke-start indicator=tienermoeders region=Ede view=funnel></kansrijke-start>\
    <kansrijke-start indicator=tienermoeders region=Ede view=map></kansrijke-start>\
    <kansrijke-start region=Ede view=profile></kansrijke-start>\
    <kansrijke-start region=Ede view=heatmap within=PV25></kansrijke-start>\
    <kansrijke-start region=Ede view=story></kansrijke-start>\
    <kansrijke-start indicator=tienermoeders region=Ede view=icons></kansrijke-start>\
    <kansrijke-start indicator=tienermoeders region=Ede view=ranking within=peers></kansrijke-start>\
    <kansrijke-start region=Ede view=heatmap within=neighbours></kansrijke-start>\
    <p>In Ede zijn dat <kansrijke-start indicator=tienermoeders region=Ede view=value></kansrijke-start> \
    van de 1.000.</p>\
    <p><kansrijke-start indicator=tienermoeders region=Ede view=sentence></kansrijke-start></p>\
    <kansrijke-start indicator=tienermoeders region=Ede view=compare \
      controls='region indicator period'></kansrijke-start>";

/// What axe finds in the page. Its report is waited for here: a script that answers for so many
/// charts would be stopped by the driver on a busy machine.
pub fn axe(page: &Page) -> Vec<Value> {
    let file = xtask::project::path("xtask/node_modules/axe-core/axe.min.js");
    let script = std::fs::read(file).expect("axe-core is installed");
    page.server.route("/axe.js", Route::script(script));
    page.run(
        "delete window.violations; const s = document.createElement('script'); s.src = '/axe.js'; \
         s.onload = () => axe.run({ preload: false }).then(r => window.violations = \
         r.violations.map(v => ({ id: v.id, nodes: v.nodes.map(n => [n.target, n.html, n.failureSummary]) }))); \
         document.head.append(s)",
    );
    page.wait_for("window.violations");
    page.browser.eval("window.violations").expect("a report")
}

#[test]
fn axe_finds_nothing_in_light_dark_and_small() {
    for (width, dark) in [(1200, false), (600, true), (320, false)] {
        let page = Page::open_with(Options::default(), width, CHARTS);
        page.browser.emulate(Media { dark, ..Media::default() }).expect("colours");
        page.run("for (const c of document.querySelectorAll('kansrijke-start')) c.setAttribute('loading', 'eager')");
        page.run("scrollTo(0, document.body.scrollHeight); scrollTo(0, 0)");
        for chart in 0..CHARTS.matches("</kansrijke-start>").count() {
            page.run(&format!(
                "document.querySelectorAll('kansrijke-start')[{chart}].scrollIntoView()"
            ));
            page.wait_for(&format!(
                "document.querySelectorAll('kansrijke-start')[{chart}].shadowRoot.querySelector('.figure, .inline')"
            ));
        }
        // What can be walked through is so when the script for that is there.
        page.wait_for(
            "[...document.querySelectorAll('kansrijke-start')].every(c => \
             !c.shadowRoot.querySelector('svg') || c.shadowRoot.querySelector('[role=listbox]'))",
        );
        let violations = axe(&page);
        assert!(violations.is_empty(), "at {width}, dark {dark}: {violations:#?}");
    }
}

#[test]
fn axe_finds_nothing_in_the_pages() {
    let page = Page::open("");
    // The pages with what stands at their beginning: no chart comes in while they are examined.
    page.server.route("/pkg/later.js", Route { delay: Duration::MAX, ..Route::script("") });
    for width in [1200, 320] {
        for path in [
            "/",
            "/programma.html",
            "/lezen.html",
            "/methode.html",
            "/toegankelijkheid.html",
            "/cms.html",
        ] {
            page.browser.resize(width, 900).expect("a window");
            page.browser.open(&page.server.url(path)).expect("a page");
            // On a telephone the first one may stand far below.
            page.run("document.querySelector('kansrijke-start')?.scrollIntoView()");
            page.wait_for(
                "(document.querySelector('kansrijke-start')?.shadowRoot \
                 ?? document.querySelector('math, #criteria, #vormen')?.parentNode)?.querySelector('.figure, .inline, math, #criteria, #vormen')",
            );
            // What can be walked through is so when the script for that is there.
            page.wait_for(
                "[...document.querySelectorAll('kansrijke-start')].every(c => \
                 !c.shadowRoot?.querySelector('svg') || c.shadowRoot.querySelector('[role=listbox]'))",
            );
            let violations = axe(&page);
            assert!(violations.is_empty(), "{path} at {width}: {violations:#?}");
            let wide = "document.documentElement.scrollWidth - innerWidth";
            assert!(page.browser.eval::<i32>(wide).expect("a number") <= 0, "{path} at {width}");
        }
    }
}

/// Names on a map and in a heat map stand inside their marks, some on two lines.
#[test]
fn a_name_on_two_lines_is_in_the_name_of_its_mark() {
    for (width, chart) in [
        (1200, "indicator=tienermoeders region=Utrecht view=map within=PV26"),
        (1200, "indicator=eerste-kinderen region=PV28 view=map"),
        (320, "region=Ede view=heatmap within=PV25"),
        (320, "indicator=eerste-kinderen region=Ede view=ranking within=PV28"),
        (320, "region=Rozendaal view=profile"),
    ] {
        let chart = format!("<kansrijke-start {chart}></kansrijke-start>");
        let page = Page::open_with(Options::default(), width, &chart);
        page.wait_for(
            "document.querySelector('kansrijke-start').shadowRoot?.querySelector('[role=listbox]')",
        );
        let violations = axe(&page);
        assert!(violations.is_empty(), "{chart}: {violations:#?}");
    }
}

/// The nodes of the accessibility tree as `[role, name, description]`, the ignored ones left out.
pub fn tree(page: &Page) -> Vec<[String; 3]> {
    page.browser.cdp("Accessibility.enable", json!({})).expect("the tree");
    let tree = page.browser.cdp("Accessibility.getFullAXTree", json!({})).expect("the tree");
    let nodes = tree.get("nodes").and_then(Value::as_array).cloned().unwrap_or_default();
    let text = |node: &Value, name: &str| {
        let value = node.get(name).and_then(|v| v.get("value")).and_then(Value::as_str);
        value.unwrap_or_default().to_string()
    };
    nodes
        .iter()
        .filter(|node| node.get("ignored") != Some(&Value::Bool(true)))
        .map(|node| [text(node, "role"), text(node, "name"), text(node, "description")])
        .collect()
}

/// The views, what each is called, how its description begins, and how many marks can be walked
/// through.
const NAMED: [(&str, &str, &str, usize); 10] = [
    (
        "number",
        "Utrecht: minder kinderen van tienermoeders dan Nederland Kinderen met een moeder jonger dan 20 jaar (op 31 december), per 1.000, 2015",
        "In Utrecht hadden 3,6",
        1,
    ),
    (
        "trend",
        "Utrecht: minder kinderen van tienermoeders dan Nederland Kinderen met een moeder jonger dan 20 jaar (op 31 december), per 1.000, 2015",
        "In Utrecht hadden 3,6",
        14,
    ),
    (
        "compare",
        "Utrecht: minder kinderen van tienermoeders dan Nederland Kinderen met een moeder jonger dan 20 jaar (op 31 december), per 1.000, 2015",
        "In Utrecht hadden 3,6",
        3,
    ),
    (
        "icons",
        "Utrecht: minder kinderen van tienermoeders dan Nederland Kinderen met een moeder jonger dan 20 jaar (op 31 december), per 1.000, 2015",
        "In Utrecht hadden 3,6",
        2,
    ),
    (
        "ranking",
        "Kinderen van tienermoeders: 5 gemeenten minder dan Nederland Kinderen met een moeder jonger dan 20 jaar (op 31 december), per 1.000, gemeenten in de provincie Utrecht, 2010-2015",
        "Utrecht: 3,6",
        12,
    ),
    (
        "funnel",
        "Kinderen van tienermoeders: 5 van de 12 gemeenten buiten de trechter Kinderen met een moeder jonger dan 20 jaar (op 31 december), per 1.000, gemeenten in de provincie Utrecht, 2010-2015",
        "Utrecht ligt ",
        12,
    ),
    (
        "map",
        "Kinderen van tienermoeders: 5 gemeenten minder dan Nederland Kinderen met een moeder jonger dan 20 jaar (op 31 december), per 1.000, gemeenten in de provincie Utrecht, 2010-2015",
        "Utrecht: 3,6",
        26,
    ),
    ("profile", "Utrecht naast Nederland: 18 onderwerpen Kansrijke Start: Utrecht", "", 16),
    (
        "story",
        "Utrecht: de eerste 1000 dagen naast Nederland De eerste 1000 dagen: Utrecht",
        "Een driehoek betekent",
        16,
    ),
    // The own row stands above the others, and among them.
    (
        "heatmap",
        "Gemeenten in de provincie Utrecht naast Nederland: 8 onderwerpen Kansrijke Start: gemeenten in de provincie Utrecht",
        "",
        26,
    ),
];

#[test]
fn one_figure_has_one_name_one_description_and_one_table() {
    for (view, name, description, marks) in NAMED {
        let within =
            if ["ranking", "funnel", "map", "heatmap"].contains(&view) { "PV26" } else { "" };
        let indicator =
            if ["profile", "heatmap", "story"].contains(&view) { "" } else { "tienermoeders" };
        let given = [("indicator", indicator), ("within", within)].map(|(name, value)| {
            if value.is_empty() { String::new() } else { format!("{name}={value}") }
        });
        let page = Page::open(&format!(
            "<kansrijke-start {} region=Utrecht view={view} details=open></kansrijke-start>",
            given.join(" ")
        ));
        page.wait_for(DRAWN);
        page.wait_for(
            "document.querySelector('kansrijke-start').shadowRoot.querySelector('[role=listbox]')",
        );
        let nodes = tree(&page);
        let of =
            |role: &str| -> Vec<&[String; 3]> { nodes.iter().filter(|n| n[0] == role).collect() };
        let images: Vec<_> =
            nodes.iter().filter(|n| ["image", "img", "listbox"].contains(&n[0].as_str())).collect();
        assert_eq!(images.len(), 1, "{view}: {nodes:#?}");
        assert_eq!(images[0][1], name);
        assert!(images[0][2].starts_with(description), "{images:?}");
        let said = page.text("document.querySelector('kansrijke-start').shadowRoot.querySelector('.sentence').textContent");
        assert_eq!(images[0][2], said, "{view}");
        assert_eq!(of("table").len(), 1, "{view}");
        assert_eq!(of("figure").len(), 1, "{view}");
        let headings = of("heading");
        assert!(headings.iter().any(|h| images[0][1].starts_with(&h[1])), "{headings:?}");
        assert!(of("columnheader").len() >= 4, "{nodes:#?}");
        assert!(of("rowheader").len() >= 7, "{nodes:#?}");
        // A mark says its name, and with it all that can be seen of it; a list for the order of
        // the rows has options of its own.
        let listed = page.count("document.querySelector('kansrijke-start').shadowRoot.querySelectorAll('option').length");
        let (said, plain): (Vec<_>, Vec<_>) =
            of("option").into_iter().partition(|option| option[1].contains(": "));
        assert_eq!((said.len(), plain.len()), (marks, listed as usize), "{view}: {said:#?}");
    }
}

#[test]
fn the_keyboard_reaches_table_and_link() {
    let page = Page::open(
        "<kansrijke-start indicator=tienermoeders region=Utrecht details=open></kansrijke-start>",
    );
    page.wait_for(
        "document.querySelector('kansrijke-start').shadowRoot.querySelector('[role=listbox]')",
    );
    let mut reached = Vec::new();
    for _ in 0..5 {
        page.keys(Key::Tab + "");
        reached.push(page.text(
            "(() => { const a = document.activeElement?.shadowRoot?.activeElement; return a ? a.localName : '' })()",
        ));
    }
    assert_eq!(reached[..4], ["svg", "summary", "div", "a"], "{reached:?}");
}

#[test]
fn forced_colours_keep_every_mark() {
    let page = Page::open(
        "<kansrijke-start indicator=tienermoeders region=Ede view=trend></kansrijke-start>",
    );
    page.browser
        .emulate(Media { forced_colors: true, ..Media::default() })
        .expect("forced colours");
    // As a reader has it who always forces colours.
    page.browser.open(&page.server.url("/proef")).expect("the page");
    page.wait_for(DRAWN);
    let unseen = "(() => { const root = document.querySelector('kansrijke-start').shadowRoot; \
        const paper = 'rgb(255, 255, 255)'; \
        return [...root.querySelectorAll('svg *')].filter(e => { const s = getComputedStyle(e); \
          const ink = s.fill === 'none' ? s.stroke : s.fill; return ink === paper || ink === 'none'; }).length })()";
    assert_eq!(page.count(unseen), 0);
}
