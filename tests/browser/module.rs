// SPDX-License-Identifier: EUPL-1.2
//! Charts that a script draws: of our figures, and of figures of the page's own.

use super::page::Page;
use xtask::server::Route;

/// A page with an empty place, and the module at hand as `window.module`.
fn open() -> Page {
    let page = Page::open("<div id=here></div><div id=hidden hidden></div>");
    let script = "import * as module from '/pkg/kansrijke-start.js'; window.module = module;";
    page.server.route("/module.js", Route::script(script));
    page.run(
        "const s = document.createElement('script'); s.type = 'module'; s.src = '/module.js'; \
         document.head.append(s)",
    );
    page.wait_for("window.module");
    page
}

const SHADOW: &str = "document.querySelector('#here kansrijke-start').shadowRoot";

/// The settled value of a promise, as text: its own, or the code that it was refused with.
fn settled(page: &Page, promise: &str) -> String {
    page.text(&format!("{promise}.then(v => String(v ?? 'done'), e => e.code ?? String(e))"))
}

#[test]
fn a_chart_is_drawn_changed_and_taken_away() {
    let page = open();
    page.run("window.chart = undefined");
    let draw = "module.draw('#here', { indicator: 'tienermoeders', region: 'Utrecht', \
                view: 'trend', headingLevel: 4 }).then(c => { window.chart = c; return c.describe(); })";
    let said = settled(&page, draw);
    // When the promise is kept the chart stands there, and says what the handle says.
    let seen = page.text(&format!("{SHADOW}.querySelector('.sentence').textContent"));
    assert!(!seen.is_empty() && said.starts_with(&seen), "{seen}: {said}");
    assert!(
        page.text(&format!("{SHADOW}.querySelector('h4').textContent")).starts_with("Utrecht: ")
    );
    let texts = format!("[...{SHADOW}.querySelectorAll('svg text')].map(t => t.textContent)");
    let shown = "chart.findings().find(f => f.region === 'GM0344' && f.period === '2015')";
    assert!(
        page.browser
            .eval::<bool>(&format!(
                "{texts}.some(t => t.startsWith({shown}.value.toFixed(1).replace('.', ',')))"
            ))
            .expect("a value")
    );

    assert_eq!(settled(&page, "chart.update({ region: 'Rotterdam', view: 'number' })"), "done");
    assert!(
        page.text(&format!("{SHADOW}.querySelector('h4').textContent")).starts_with("Rotterdam: ")
    );
    assert!(page.text("chart.describe()").starts_with("In Rotterdam"));
    assert!(page.text("chart.toSVG()").starts_with("<svg "));
    assert!(page.text("chart.toCSV()").contains(",GM0599,Rotterdam,2015,"));
    // What cannot be drawn leaves the chart as it is.
    assert_eq!(settled(&page, "chart.update({ region: 'Lutjebroek' })"), "region-unknown");
    assert!(
        page.text(&format!("{SHADOW}.querySelector('h4').textContent")).starts_with("Rotterdam: ")
    );
    assert!(page.text("chart.describe()").starts_with("In Rotterdam"));
    // Of two changes at once the last one stays.
    let both = "Promise.all([chart.update({ region: 'Leiden' }), chart.update({ region: 'Ede' })])";
    settled(&page, both);
    page.wait_for(&format!("{SHADOW}.querySelector('h4').textContent.startsWith('Ede: ')"));
    page.run("chart.destroy()");
    assert_eq!(page.count("document.querySelectorAll('kansrijke-start').length"), 0);
    page.assert_quiet();
}

#[test]
fn figures_of_the_pages_own_are_drawn_and_checked() {
    let page = open();
    let rows = "[{ region: 'Leiden', period: 2020, numerator: 30, denominator: 200 }, \
                 { region: 'Leiden', period: 2021, numerator: 9, denominator: 200 }, \
                 { region: 'Nederland', period: 2020, value: 11.1 }]";
    let draw = format!(
        "module.draw(document.querySelector('#here'), {{ data: {rows}, name: 'Honden <b>', \
         source: 'Eigen onderzoek', view: 'trend', direction: 'higher' }})\
         .then(c => {{ window.chart = c; return c.describe(); }})"
    );
    let said = settled(&page, &draw);
    assert!(said.starts_with("Leiden in 2020: 15,0%."), "{said}");
    let head = ["h3", ".about"]
        .map(|part| page.text(&format!("{SHADOW}.querySelector('{part}').textContent")));
    assert_eq!(head[0], "Leiden: geen duidelijk verschil met Nederland");
    assert!(head[1].starts_with("Honden <b>, "), "{head:?}");
    // Nine persons are too few: not shown, and reported.
    let table = page.text(&format!("{SHADOW}.querySelector('.figure').textContent"));
    assert!(table.contains("te weinig kinderen om te tonen"), "{table}");
    assert!(!page.text("chart.toSVG() + chart.toCSV()").contains("4,5"));
    page.wait_for("reported.some(t => t.code === 'data-undisclosed')");
    assert_eq!(page.count("document.querySelectorAll('#here [value=embed]').length"), 0);
    page.run(&format!("{SHADOW}.querySelector('.downloads').open = true"));
    page.wait_for(&format!("{SHADOW}.querySelector('.downloads [value=csv]')"));
    assert_eq!(
        page.count(&format!("{SHADOW}.querySelectorAll('.downloads [value=embed]').length")),
        0
    );
    // Rows that contradict themselves leave the page as it is.
    let wrong = rows.replace("numerator: 30", "numerator: 300");
    assert_eq!(settled(&page, &format!("chart.update({{ data: {wrong} }})")), "row-invalid");
    let head = ["h3", ".about"]
        .map(|part| page.text(&format!("{SHADOW}.querySelector('{part}').textContent")));
    assert_eq!(head[0], "Leiden: geen duidelijk verschil met Nederland");
    assert!(head[1].starts_with("Honden <b>, "), "{head:?}");
    let new = "[{ region: 'Ede', period: 2020, numerator: 50, denominator: 200 }]";
    assert_eq!(
        settled(&page, &format!("chart.update({{ data: {new}, region: undefined }})")),
        "done"
    );
    assert!(
        page.text(&format!("{SHADOW}.querySelector('.sentence').textContent"))
            .starts_with("Ede in 2020: 25,0%.")
    );
    // Nothing of the page's own was sent anywhere.
    let asked = page.server.requests();
    assert!(asked.iter().all(|path| !path.contains("indicator/")), "{asked:?}");
}

#[test]
fn a_chart_without_room_comes_when_there_is_some() {
    let page = open();
    let draw = "module.draw('#hidden', { indicator: 'tienermoeders', region: 'Utrecht' })";
    assert_eq!(
        settled(&page, &format!("{draw}.then(c => c.describe().slice(0, 10))")),
        "In Utrecht"
    );
    assert_eq!(page.count("document.querySelector('#hidden kansrijke-start').shadowRoot.querySelectorAll('.figure').length"), 0);
    page.run("document.querySelector('#hidden').hidden = false");
    page.wait_for(
        "document.querySelector('#hidden kansrijke-start').shadowRoot.querySelector('.figure')",
    );
    page.assert_quiet();
}

#[test]
fn a_chart_far_below_is_drawn_when_a_script_asks_for_it() {
    let page = open();
    page.run("document.querySelector('#here').before(Object.assign(document.createElement('p'), { style: 'height: 30000px' }))");
    let draw = "module.draw('#here', { indicator: 'tienermoeders', region: 'Utrecht' })";
    assert_eq!(settled(&page, &format!("{draw}.then(() => 'there')")), "there");
    assert_eq!(page.count(&format!("{SHADOW}.querySelectorAll('.figure').length")), 1);
    assert_eq!(page.count("scrollY"), 0);
    page.assert_quiet();
}

#[test]
fn two_scripts_draw_side_by_side() {
    let page = open();
    let other = "import * as other from '/pkg/kansrijke-start.js?tweede'; window.other = other;";
    page.server.route("/other.js", Route::script(other));
    page.run(
        "const s = document.createElement('script'); s.type = 'module'; s.src = '/other.js'; \
         document.head.append(s)",
    );
    page.wait_for("window.other");
    for (module, region) in [("module", "Utrecht"), ("other", "Leiden")] {
        let draw =
            format!("{module}.draw('#here', {{ indicator: 'tienermoeders', region: '{region}' }})");
        assert_eq!(settled(&page, &format!("{draw}.then(() => 'there')")), "there");
    }
    let headings = "[...document.querySelector('#here').children]\
                    .map(c => c.shadowRoot.querySelector('h3').textContent.split(':')[0]).join()";
    assert_eq!(page.text(headings), "Utrecht,Leiden");
    page.assert_quiet();
}
