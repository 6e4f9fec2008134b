// SPDX-License-Identifier: EUPL-1.2
//! The embed maker, end to end: choices to lines, and the lines in a page of their own.

mod choices;
mod custom;
mod lines;

use thirtyfour::{By, Key};
use xtask::browser::Browser;
use xtask::server::{Options, Route, Server};

/// A page whose policy and address are those of a municipality; the maker stands in `pkg/`.
struct Maker {
    browser: Browser,
    server: Server,
}

const LINES: &str = "document.querySelector('#lines').value";

/// A page with these lines alone.
fn document(lines: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n<title>Geplakt</title>\n</head>\n\
         <body>\n<main>\n<h1>Geplakt</h1>\n<h2>Cijfers</h2>\n{lines}\n</main>\n</body>\n</html>"
    )
}

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

    /// Chooses the form of the lines.
    fn press(&self, form: &str) {
        let radio = format!(
            "(() => {{ document.querySelector('[name=form][value={form}]').click(); return null; }})()"
        );
        let _: serde_json::Value = self.browser.eval(&radio).expect("a choice");
    }

    /// What the lines draw in a page of their own: the figure's sentence.
    fn pasted(&self, lines: &str, path: &str) -> Browser {
        let mut route = Route::html(document(lines));
        let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
                      style-src 'self'; frame-src 'self'";
        route.headers.push(("content-security-policy".into(), policy.into()));
        self.server.route(path, route);
        let browser = Browser::start().expect("a browser");
        browser.open(&self.server.url(path)).expect("the page");
        browser
    }

    /// Says something in a row of remarks.
    fn remark(&self, field: &str, text: &str) {
        self.choose(&format!("#notes li:last-child [data-note={field}]"), text);
    }

    /// Keeps the last file that is offered, which a policy forbids to fetch.
    fn keep_files(&self) {
        let keep = "(() => { const make = URL.createObjectURL; \
                    URL.createObjectURL = (file) => { window.kept = file; return make.call(URL, file); }; \
                    return null; })()";
        let _: serde_json::Value = self.browser.eval(keep).expect("a change");
    }

    fn click(&self, selector: &str) {
        let click = format!("document.querySelector('{selector}').click() ?? null");
        let _: serde_json::Value = self.browser.eval(&click).expect("a click");
    }
}

/// The text of the last file that was offered.
const KEPT: &str = "window.kept.text()";

#[test]
fn it_works_by_keyboard_alone() {
    let maker = Maker::open();
    let before = maker.text(LINES);
    let done = maker.browser.wait(async {
        let session = maker.browser.session().expect("a session");
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

#[test]
fn what_is_wrong_in_a_file_is_named_by_row() {
    let maker = Maker::open();
    let problems = "document.querySelector('#custom-problems').textContent";
    drop(&maker, r"'gebied;jaar;teller;noemer\nEde;2023;120;1300\nEde;2024;1400;1300\n'");
    maker.wait_for(&format!("{problems}.includes('Rij 3')"));
    drop(&maker, r"'gebied;jaar;teller;noemer\nEde;2023;120\n'");
    maker.wait_for(&format!("{problems}.includes('Rij 2: 3 cellen, verwacht 4')"));
    drop(&maker, r"'naam;jaar;teller\nEde;2023;120\n'");
    maker.wait_for(&format!("{problems}.includes('geen kolom region of gebied')"));
    drop(&maker, r"'gebied;jaar;cijfer\nEde;2023;1,234\nEde;2024;1,250\n'");
    maker.wait_for(&format!("{problems}.includes('komma of een punt')"));
    drop(&maker, r"'gebied;jaar;teller;noemer\n'");
    maker.wait_for(&format!("{problems} === 'Onder de kop staan geen rijen.'"));
    assert!(
        maker.browser.eval::<bool>("!document.querySelector('#custom-preview *')").expect("none")
    );
}
