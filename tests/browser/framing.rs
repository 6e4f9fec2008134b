// SPDX-License-Identifier: EUPL-1.2
//! A page that frames charts of another host, for tests.

use xtask::browser::Browser;
use xtask::project;
use xtask::server::{Options, Route, Server};

/// What the frame of the README asks for.
pub(super) const QUERY: &str = "?indicator=tienermoeders&region=Utrecht&view=trend";

pub(super) const ADDRESS: &str =
    "/pkg/frame.html?indicator=tienermoeders&region=Utrecht&view=trend&lang=en";

/// Keeps every message that the page gets; those of a browser's extensions are not ours.
pub(super) const LISTEN: &str = "window.messages = []; addEventListener('message', ({ data, origin }) => \
    messages.push({ data, origin }));";

/// A page that frames charts of another host.
pub(super) struct Framing {
    pub(super) browser: Browser,
    pub(super) host: Server,
    pub(super) own: Server,
}

impl Framing {
    /// A page with this body, in which `HOST` is the address of the other host.
    pub(super) fn open(body: &str) -> Self {
        Self::open_with(Options::default(), body)
    }

    /// The same, with another host of this kind.
    pub(super) fn open_with(options: Options, body: &str) -> Self {
        let host = Server::start(options).expect("a host");
        let policy = format!(
            "default-src 'none'; script-src 'self'; style-src 'self'; frame-src {}",
            host.url("")
        );
        let own = Server::start(Options { policy: Some(policy), ..Options::default() })
            .expect("a server");
        let body = body.replace("HOST", &host.url(""));
        own.route("/listen.js", Route::script(LISTEN));
        own.route(
            "/page.css",
            Route::new("text/css", "main { max-width: 700px } iframe { width: 100%; border: 0 }"),
        );
        own.route("/page", Route::html(format!(
            "<!doctype html><html lang=nl><meta charset=utf-8><title>Krant</title>\
             <link rel=stylesheet href=/page.css><script src=/listen.js></script><main>{body}</main></html>"
        )));
        let browser = Browser::start().expect("a browser");
        browser.resize(800, 900).expect("a window");
        browser.open(&own.url("/page")).expect("the page");
        Self { browser, host, own }
    }

    pub(super) fn eval<T: serde::de::DeserializeOwned>(&self, expression: &str) -> T {
        self.browser.eval(expression).expect("a value")
    }

    pub(super) fn wait_for(&self, condition: &str) {
        self.browser.wait_for(condition).unwrap_or_else(|error| {
            panic!("{error:#}; the console: {:?}", self.browser.console());
        });
    }

    /// Runs an expression inside the first frame.
    pub(super) fn inside<T: serde::de::DeserializeOwned>(&self, expression: &str) -> T {
        let session = self.browser.session().expect("a session");
        self.browser.wait(session.enter_frame(0)).expect("the frame");
        let value = self.eval(expression);
        self.browser.wait(session.enter_default_frame()).expect("the page");
        value
    }

    pub(super) fn wait_inside(&self, condition: &str) {
        let session = self.browser.session().expect("a session");
        self.browser.wait(session.enter_frame(0)).expect("the frame");
        self.wait_for(condition);
        self.browser.wait(session.enter_default_frame()).expect("the page");
    }

    /// Waits until the frame is as high as what is in it.
    pub(super) fn settle(&self) {
        let begin = std::time::Instant::now();
        loop {
            let (frame, inside) = self.heights();
            if (frame - inside).abs() < 1.0 {
                return;
            }
            let waited = begin.elapsed();
            assert!(waited < std::time::Duration::from_secs(30), "{frame} for {inside}");
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
    }

    /// The heights of the first frame, and of the page inside it.
    pub(super) fn heights(&self) -> (f64, f64) {
        let frame = self.eval("document.querySelector('iframe').getBoundingClientRect().height");
        (frame, self.inside("document.body.getBoundingClientRect().height"))
    }
}

/// The frame of the README or its script, for the hosts here; the frame not yet high enough.
pub(super) fn readme_line(beginning: &str) -> String {
    let readme = std::fs::read_to_string(project::path("README.md")).expect("the README");
    let line = readme.lines().find(|line| line.starts_with(beginning)).expect("its line");
    let line = line.replace("https://www.example.nl/kansrijke-start/", "HOST/pkg/");
    assert!(line.contains("HOST/pkg/frame") && !line.contains("example"), "{line}");
    let (before, height) = line.split_once(" height=\"").unwrap_or((&line, ""));
    match height.split_once('"') {
        Some((height, after)) if height.parse::<u32>().is_ok() => {
            format!("{before} height=\"300\"{after}")
        }
        _ => line,
    }
}

pub(super) fn frame() -> String {
    let line = readme_line("<p><iframe ");
    let (frame, _) = line.split_once("<br>").expect("a link follows");
    frame.replacen("<p>", "", 1)
}

pub(super) const DRAWN: &str =
    "document.querySelector('kansrijke-start')?.shadowRoot?.querySelector('svg')";

/// The listener comes from the page's own host, as its policy asks.
pub(super) fn with_listener() -> String {
    let listener = readme_line("<script src=\"https://").replace("HOST", "");
    [frame(), listener].concat()
}
