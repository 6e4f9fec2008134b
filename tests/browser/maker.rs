// SPDX-License-Identifier: EUPL-1.2
//! The embed maker, end to end: choices to lines, and the lines in a page of their own.

use thirtyfour::{By, Key};
use xtask::browser::Browser;
use xtask::server::{Options, Route, Server};

/// A page whose policy and address are those of a municipality; the maker stands in `pkg/`.
struct Maker {
    browser: Browser,
    server: Server,
}

const LINES: &str = "document.querySelector('#lines').value";

impl Maker {
    fn open() -> Self {
        let server = Server::start(Options::default()).expect("a server");
        let browser = Browser::start().expect("a browser");
        browser.resize(1200, 900).expect("a window");
        browser.open(&server.url("/pkg/maker.html")).expect("the maker");
        let maker = Self { browser, server };
        maker.wait_for("document.documentElement.dataset.ready === ''");
        maker
    }

    fn wait_for(&self, condition: &str) {
        self.browser.wait_for(condition).unwrap_or_else(|error| {
            panic!("{error}; the console: {:?}", self.browser.console());
        });
    }

    fn text(&self, expression: &str) -> String {
        self.browser.eval(expression).expect("a text")
    }

    fn choose(&self, field: &str, value: &str) {
        let change = format!(
            "(() => {{ const field = document.querySelector('{field}'); field.value = '{value}'; \
             field.dispatchEvent(new Event('change', {{ bubbles: true }})); return null; }})()"
        );
        let _: serde_json::Value = self.browser.eval(&change).expect("a choice");
    }

    /// What the lines draw in a page of their own: the figure's sentence.
    fn pasted(&self, lines: &str, path: &str) -> Browser {
        let page = format!(
            "<!doctype html><html lang=nl><meta charset=utf-8><title>Geplakt</title><main>{lines}</main>"
        );
        let mut route = Route::html(page);
        let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
                      style-src 'self'; frame-src 'self'";
        route.headers.push(("content-security-policy".into(), policy.into()));
        self.server.route(path, route);
        let browser = Browser::start().expect("a browser");
        browser.open(&self.server.url(path)).expect("the page");
        browser
    }
}

#[test]
fn what_it_gives_as_a_script_draws_the_same_elsewhere() {
    let maker = Maker::open();
    maker.choose("#region", "Amsterdam");
    maker.wait_for(&format!("{LINES}.includes('GM0363')"));
    maker.choose("#indicator", "moeders-35-plus");
    maker.choose("#view", "trend");
    maker.wait_for(&format!("{LINES}.includes('trend') && {LINES}.includes('moeders-35-plus')"));
    let lines = maker.text(LINES);
    assert!(lines.contains("integrity=\"sha384-"), "{lines}");
    let sentence = |root: &str| format!("{root}.shadowRoot.querySelector('.sentence').textContent");
    let preview = maker.text(&sentence("document.querySelector('#preview kansrijke-start')"));
    let page = maker.pasted(&lines, "/geplakt");
    page.wait_for(
        "document.querySelector('kansrijke-start').shadowRoot?.querySelector('.figure svg')",
    )
    .expect("the chart");
    let drawn: String =
        page.eval(&sentence("document.querySelector('kansrijke-start')")).expect("a sentence");
    assert_eq!(drawn, preview);
    assert!(page.console().expect("a console").is_empty());
}

#[test]
fn what_it_gives_as_html_can_be_read_without_script() {
    let maker = Maker::open();
    maker.choose("#view", "compare");
    let radio =
        "(() => { document.querySelector('[name=form][value=static]').click(); return null; })()";
    let _: serde_json::Value = maker.browser.eval(radio).expect("a choice");
    maker.wait_for(&format!("{LINES}.includes('<svg')"));
    let lines = maker.text(LINES);
    assert!(!lines.contains("<script"), "{lines}");
    let page = maker.pasted(&lines, "/vast");
    let text: String = page.eval("document.querySelector('main').textContent").expect("a text");
    assert!(text.contains("In Utrecht kreeg"), "{text}");
    assert!(page.eval::<bool>("!!document.querySelector('main svg, main table')").expect("both"));
    assert!(page.console().expect("a console").is_empty());
}

#[test]
fn what_it_gives_as_a_frame_shows_the_chart() {
    let maker = Maker::open();
    let radio =
        "(() => { document.querySelector('[name=form][value=frame]').click(); return null; })()";
    let _: serde_json::Value = maker.browser.eval(radio).expect("a choice");
    maker.wait_for(&format!("{LINES}.includes('<iframe')"));
    let page = maker.pasted(&maker.text(LINES), "/frame");
    page.wait_for(
        "document.querySelector('iframe').contentDocument?.querySelector('kansrijke-start')\
         ?.shadowRoot?.querySelector('.figure')",
    )
    .expect("the chart in its frame");
    assert!(page.console().expect("a console").is_empty());
}

#[test]
fn it_works_by_keyboard_alone() {
    let maker = Maker::open();
    let before = maker.text(LINES);
    let done = maker.browser.wait(async {
        let session = maker.browser.session();
        let region = session.find(By::Css("#region")).await?;
        region.send_keys(Key::Control + "a").await?;
        region.send_keys("Rotterdam").await?;
        // The next field is one step on; a letter chooses in it.
        region.send_keys(Key::Tab + "").await?;
        let next = session.active_element().await?;
        assert_eq!(next.id().await?.as_deref(), Some("indicator"));
        next.send_keys(Key::Down + "").await?;
        next.send_keys(Key::Tab + "").await?;
        let view = session.active_element().await?;
        assert_eq!(view.id().await?.as_deref(), Some("view"));
        view.send_keys(Key::Down + "").await?;
        Ok(())
    });
    done.expect("the keys");
    maker.wait_for(&format!("{LINES}.includes('GM0599') && {LINES}.includes('trend')"));
    assert_ne!(maker.text(LINES), before);
}

/// Puts a file into the page as a reader drops it.
fn drop(maker: &Maker, bytes: &str) {
    let script = format!(
        "(() => {{ const data = new DataTransfer(); \
         data.items.add(new File([{bytes}], 'eigen.csv', {{ type: 'text/csv' }})); \
         document.querySelector('#drop').dispatchEvent(new DragEvent('drop', {{ dataTransfer: data, bubbles: true, cancelable: true }})); \
         return null; }})()"
    );
    let _: serde_json::Value = maker.browser.eval(&script).expect("dropped");
}

const OWN: &str = "document.querySelector('#own-preview').firstElementChild?.shadowRoot";

#[test]
fn a_file_of_ones_own_is_drawn_and_leaves_no_trace_on_the_line() {
    let maker = Maker::open();
    let before = maker.server.requests().len();
    drop(
        &maker,
        r"'Gemeente;Jaar;Teller;Noemer\nEde;2023;120;1.300\nEde;2024;131;1.310\nNederland;2024;17000;165000\n'",
    );
    maker.wait_for(&format!("{OWN}?.querySelector('.sentence')"));
    let said = maker.text(&format!("{OWN}.querySelector('.sentence').textContent"));
    assert!(said.contains("Ede") && said.contains("10,0%"), "{said}");
    // What reads the file is fetched, and nothing is sent.
    assert_eq!(maker.server.requests()[before..], ["/pkg/own.js"]);
    assert_eq!(maker.text("document.querySelector('#own-problems').textContent"), "");
}

#[test]
fn what_is_wrong_in_a_file_is_named_by_row() {
    let maker = Maker::open();
    let problems = "document.querySelector('#own-problems').textContent";
    drop(&maker, r"'gebied;jaar;teller;noemer\nEde;2023;120;1300\nEde;2024;1400;1300\n'");
    maker.wait_for(&format!("{problems}.includes('Rij 3')"));
    drop(&maker, r"'gebied;jaar;teller;noemer\nEde;2023;120\n'");
    maker.wait_for(&format!("{problems}.includes('Rij 2: 3 cellen, verwacht 4')"));
    drop(&maker, r"'naam;jaar;teller\nEde;2023;120\n'");
    maker.wait_for(&format!("{problems}.includes('geen kolom region of gebied')"));
    drop(&maker, r"'gebied;jaar;cijfer\nEde;2023;1,234\nEde;2024;1,250\n'");
    maker.wait_for(&format!("{problems}.includes('komma of een punt')"));
    assert!(maker.browser.eval::<bool>("!document.querySelector('#own-preview *')").expect("none"));
}
