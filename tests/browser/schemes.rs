// SPDX-License-Identifier: EUPL-1.2
//! Which colours a figure takes from the page in which it stands, and when: light or dark by its paper,
//! a house style as a whole or not at all.

use super::page::{DRAWN, Page, READY_FOR_PAPER, document};
use xtask::browser::Media;
use xtask::project;
use xtask::server::Route;

const CHART: &str = "<kansrijke-start indicator=tienermoeders region=Utrecht></kansrijke-start>";

/// Opens a page with this style of its own.
fn styled(style: &str, body: &str) -> Page {
    let page = Page::open("");
    page.server.route("/own.css", Route::new("text/css", style.to_owned()));
    let document = document(body).replace("<main>", "<link rel=stylesheet href=/own.css><main>");
    page.server.route("/proef", Route::html(document));
    page.browser.open(&page.server.url("/proef")).expect("the page");
    page.wait_for(DRAWN);
    page
}

const CHART_IN: &str = "document.querySelector('kansrijke-start')";

/// The computed colour of a role in the first figure.
fn role(page: &Page, name: &str) -> String {
    page.text(&format!(
        "(() => {{ const probe = document.createElement('i'); \
           {CHART_IN}.shadowRoot.querySelector('.frame').append(probe); \
           probe.style.color = 'var(--{name})'; const {{ color }} = getComputedStyle(probe); \
           probe.remove(); return color; }})()"
    ))
}

const LIGHT_TEXT: &str = "rgb(28, 28, 28)";
const DARK_TEXT: &str = "rgb(240, 240, 240)";

#[test]
fn the_scheme_is_that_of_the_paper_under_the_figure() {
    let within = format!("<div class=card>{CHART}</div>");
    for (style, text) in [
        ("", LIGHT_TEXT),
        ("body { background: #101010 }", DARK_TEXT),
        ("body { background: #101010 } .card { background: #fffbe6 }", LIGHT_TEXT),
        (".card { background: oklch(0.2 0.02 250) }", DARK_TEXT),
        (".card { background: color-mix(in oklab, black 80%, blue) }", DARK_TEXT),
        (":root { color-scheme: dark }", DARK_TEXT),
        (
            ":root { color-scheme: dark } .card { background: light-dark(#111, #fafafa) }",
            LIGHT_TEXT,
        ),
        // What lets through is laid on what lies below; a picture says nothing of its colours.
        (".card { background: rgb(0 0 0 / 0.9) }", DARK_TEXT),
        (".card { background: rgb(0 0 0 / 0.05) }", LIGHT_TEXT),
        (
            "body { background: #101010 } .card { background: linear-gradient(#eee, #fff) }",
            DARK_TEXT,
        ),
        (".card { background: #222 linear-gradient(#111, #222) }", DARK_TEXT),
    ] {
        let page = styled(style, &within);
        assert_eq!(role(&page, "text"), text, "{style}");
        page.assert_quiet();
    }
}

#[test]
fn paper_in_a_shadow_root_counts() {
    let page = styled("", &format!("<x-card>{CHART}</x-card>"));
    page.run(
        "const root = document.querySelector('x-card').attachShadow({ mode: 'open' }); \
         const box = document.createElement('div'); box.style.background = '#101010'; \
         box.append(document.createElement('slot')); root.append(box); \
         document.querySelector('kansrijke-start').setAttribute('region', 'Ede')",
    );
    page.wait_for(&format!(
        "getComputedStyle({CHART_IN}.shadowRoot.querySelector('.sentence')).color === '{DARK_TEXT}'"
    ));
}

#[test]
fn what_a_figure_is_told_goes_before_what_it_measures() {
    let dark = "body { background: #101010; --utrecht-document-color: #fff; \
                --utrecht-document-background-color: #101010; --utrecht-link-color: #8cf }";
    let asked = |attributes: &str| CHART.replace("></", &format!(" {attributes}></"));
    let page = styled(dark, &asked(""));
    assert_eq!(role(&page, "own"), "rgb(136, 204, 255)");
    let page = styled(dark, &asked("theme=light"));
    assert_eq!(role(&page, "text"), LIGHT_TEXT);
    assert_eq!(role(&page, "own"), "rgb(143, 29, 92)");
    let white = "body { background: #fff }";
    let page = styled(white, &asked("theme=dark"));
    assert_eq!(role(&page, "text"), DARK_TEXT);
    assert_eq!(role(&page, "paper"), "rgb(24, 24, 24)");
    let own =
        "kansrijke-start { --kansrijke-start-own-color: #777; --kansrijke-start-text-color: #666 }";
    let page = styled(&[dark, own].concat(), &asked(""));
    assert_eq!(
        [role(&page, "own"), role(&page, "text")],
        ["rgb(119, 119, 119)", "rgb(102, 102, 102)"]
    );
    // A theme has paper of its own, for which a site cannot know the colour of text.
    let page = styled(&[white, own].concat(), &asked("theme=dark"));
    assert_eq!(
        [role(&page, "own"), role(&page, "text")],
        ["rgb(119, 119, 119)".into(), DARK_TEXT.to_owned()]
    );
}

#[test]
fn a_house_style_is_taken_as_a_whole_or_not_at_all() {
    let style = |text: &str, paper: &str, accent: &str| {
        format!(
            "body {{ --utrecht-document-color: {text}; --utrecht-document-background-color: {paper}; \
             --utrecht-link-color: {accent} }}"
        )
    };
    let ours = [LIGHT_TEXT.to_owned(), "rgb(143, 29, 92)".to_owned()];
    for (text, paper, accent, taken) in [
        ("#003", "#fff", "#0a7", None),
        ("#003", "#fff", "#074", Some(["rgb(0, 0, 51)", "rgb(0, 119, 68)"])),
        ("#999", "#fff", "#074", None),
        ("#003", "#224", "#074", None),
        ("#003", "none of a colour", "#074", None),
        ("oklch(0.3 0.1 260)", "white", "rgb(0 119 68)", Some(["", "rgb(0, 119, 68)"])),
    ] {
        let page = styled(&style(text, paper, accent), CHART);
        let found = [role(&page, "text"), role(&page, "own")];
        match taken {
            None => assert_eq!(found, ours, "{text} {paper} {accent}"),
            Some([text, own]) => {
                assert!(text.is_empty() && found[0] != ours[0] || found[0] == text, "{found:?}");
                assert_eq!(found[1], own);
            }
        }
    }
}

#[test]
fn a_page_that_changes_is_followed() {
    let page = styled(
        "body { background: #fff } .dark body { background: #101010 } .fades body { transition: background-color 0.2s }",
        CHART,
    );
    let is = |text: &str| {
        page.wait_for(&format!(
            "getComputedStyle({CHART_IN}.shadowRoot.querySelector('.sentence')).color === '{text}'"
        ));
    };
    page.wait_for(READY_FOR_PAPER);
    is(LIGHT_TEXT);
    for fades in ["", " fades"] {
        for (class, text) in [("dark", DARK_TEXT), ("", LIGHT_TEXT)] {
            page.run(&format!("document.documentElement.className = '{class}{fades}'"));
            is(text);
        }
    }
    // A reader who comes to prefer dark, in a page that offers it.
    let page = styled(":root { color-scheme: light dark }", CHART);
    page.wait_for(READY_FOR_PAPER);
    for (dark, text) in [(true, DARK_TEXT), (false, LIGHT_TEXT), (true, DARK_TEXT)] {
        page.browser.emulate(Media { dark, ..Media::default() }).expect("colours");
        page.wait_for(&format!(
            "getComputedStyle({CHART_IN}.shadowRoot.querySelector('.sentence')).color === '{text}'"
        ));
    }
}

#[test]
fn a_figure_has_its_colours_when_it_is_painted() {
    let page = Page::open("");
    page.server.route("/own.css", Route::new("text/css", "body { background: #101010 }"));
    page.server
        .route("/pkg/later.js", Route { delay: std::time::Duration::MAX, ..Route::script("") });
    // They come last of all.
    let theme = std::fs::read(project::path("pkg/theme.js")).expect("the colours");
    let late = std::time::Duration::from_millis(700);
    page.server.route("/pkg/theme.js", Route { delay: late, ..Route::script(theme) });
    // The frame in which the figure is there for the first time, and those after it.
    page.server.route(
        "/watch.js",
        Route::script(
            "window.seen = []; (function look() { \
               const figure = document.querySelector('kansrijke-start')?.shadowRoot?.querySelector('.sentence'); \
               if (figure) seen.push(getComputedStyle(figure).color); requestAnimationFrame(look) })()",
        ),
    );
    let document = document(CHART).replace(
        "<main>",
        "<link rel=stylesheet href=/own.css><script src=/watch.js></script><main>",
    );
    page.server.route("/proef", Route::html(document));
    page.browser.open(&page.server.url("/proef")).expect("the page");
    page.wait_for("window.seen.length > 20");
    assert_eq!(page.text("JSON.stringify([...new Set(seen)])"), format!("[\"{DARK_TEXT}\"]"));
}

#[test]
fn a_plain_page_does_not_wait_for_other_colours() {
    let page = styled("", CHART);
    assert!(!page.server.requests().iter().any(|path| path == "/pkg/theme.js"));
    // Where they cannot be had, a figure gets paper of its own.
    let page = Page::open("");
    page.server.route("/own.css", Route::new("text/css", "body { background: #101010 }"));
    page.server.route("/pkg/theme.js", Route::script("broken ("));
    let document = document(CHART).replace("<main>", "<link rel=stylesheet href=/own.css><main>");
    page.server.route("/proef", Route::html(document));
    page.browser.open(&page.server.url("/proef")).expect("the page");
    page.wait_for(DRAWN);
    let ground = "getComputedStyle(document.querySelector('kansrijke-start').shadowRoot.querySelector('.frame')).backgroundColor";
    assert_eq!([page.text(ground), role(&page, "text")], ["rgb(255, 255, 255)", LIGHT_TEXT]);
}

#[test]
fn paper_and_forced_colours_are_as_they_were() {
    let page = styled("body { background: #101010 }", CHART);
    page.browser.emulate(Media { print: true, ..Media::default() }).expect("a print");
    assert_eq!([role(&page, "text"), role(&page, "paper")], [LIGHT_TEXT, "rgb(255, 255, 255)"]);
    page.force_colours();
    assert_eq!(
        page.text(&format!(
            "getComputedStyle({CHART_IN}.shadowRoot.querySelector('.frame')).getPropertyValue('--text')"
        )),
        "CanvasText"
    );
}
