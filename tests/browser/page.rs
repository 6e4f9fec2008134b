// SPDX-License-Identifier: EUPL-1.2
//! A page with charts, served under the policy of a municipality's site.

use xtask::browser::{Browser, Media};
use xtask::server::{Options, POLICY, Route, Server};

/// A served page in an open browser.
pub struct Page {
    pub browser: Browser,
    pub server: Server,
}

/// Says when a chart of the page is drawn.
pub const DRAWN: &str = "[...document.querySelectorAll('kansrijke-start')]\
     .every(chart => chart.shadowRoot?.querySelector('.figure, .inline'))";

/// Says when what is for the rest of a page has come: the other charts, and paper.
pub const READY_FOR_PAPER: &str =
    "document.querySelector('kansrijke-start').shadowRoot?.adoptedStyleSheets[2].cssRules.length";

/// The document around the charts; `listen.js` keeps every event in `window.reported` and every
/// violation of the policy in `window.violations`.
pub fn document(charts: &str) -> String {
    format!(
        "<!doctype html><html lang=nl><meta charset=utf-8><title>Proef</title>\
         <meta name=viewport content=\"width=device-width\">\
         <script src=/listen.js></script>\
         <script type=module blocking=render src=/pkg/kansrijke-start.js></script>\
         <main><h1>Proef</h1><h2>Cijfers</h2>{charts}<p id=after>Na de grafiek.</p></main></html>"
    )
}

/// What stands in a chart, for a reader who sees no figure.
pub const FALLBACK: &str = "<p>Zie de jaarcijfers.</p>";

/// Keeps what no script caught.
pub const UNCAUGHT: &str = "window.uncaught = [];\
    addEventListener('error', ({ message }) => uncaught.push(message));\
    addEventListener('unhandledrejection', ({ reason }) => uncaught.push(String(reason)));";

/// Keeps what charts, the policy and the browser report.
pub const LISTEN: &str = "window.reported = []; window.violations = []; window.shifts = [];\
    for (const name of ['ready', 'error', 'select'])\
      addEventListener('kansrijke-start-' + name, (event) =>\
        reported.push({ name, code: event.detail?.code, message: event.detail?.message,\
          hint: event.detail?.hint, from: event.target.id }));\
    addEventListener('securitypolicyviolation', (event) =>\
      violations.push(event.violatedDirective + ' ' + event.blockedURI));\
    if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))\
      new PerformanceObserver((list) => { for (const e of list.getEntries()) if (e.value > 0)\
      shifts.push({ value: e.value, at: e.startTime, nodes: e.sources.map((s) => s.node?.nodeName + ' ' +\
        (s.node?.className ?? '')) }); }).observe({ type: 'layout-shift', buffered: true });";

impl Page {
    /// Opens a document with these charts.
    pub fn open(charts: &str) -> Self {
        Self::open_with(Options::default(), 1200, charts)
    }

    /// The same, served and sized as asked.
    pub fn open_with(options: Options, width: u32, charts: &str) -> Self {
        let page = Self {
            server: Server::start(options).expect("a server"),
            browser: Browser::start().expect("a browser"),
        };
        page.server.route("/proef", Route::html(document(charts)));
        page.server.route("/listen.js", Route::script(LISTEN));
        page.browser.resize(width, 900).expect("a window");
        page.browser.open(&page.server.url("/proef")).expect("the page");
        page
    }

    pub fn wait_for(&self, condition: &str) {
        self.browser.wait_for(condition).unwrap_or_else(|error| {
            panic!("{error}; the console: {:?}", self.browser.console());
        });
    }

    pub fn text(&self, expression: &str) -> String {
        self.browser.eval(expression).expect("a text")
    }

    pub fn count(&self, expression: &str) -> u32 {
        self.browser.eval(expression).expect("a number")
    }

    pub fn run(&self, statements: &str) {
        let _: serde_json::Value =
            self.browser.eval(&format!("(() => {{ {statements}; return null; }})()")).expect("run");
    }

    /// Gives the page the colours that its reader forces, and waits until its charts have them.
    pub fn force_colours(&self) {
        self.browser.emulate(Media { forced_colors: true, ..Media::default() }).expect("colours");
        self.wait_for(
            "[...document.querySelectorAll('kansrijke-start')].every(chart => getComputedStyle(\
             chart.shadowRoot.querySelector('.frame')).getPropertyValue('--text') === 'CanvasText')",
        );
    }

    /// Fails when the console, the policy or the network has anything to say.
    pub fn assert_quiet(&self) {
        let console: Vec<String> =
            self.browser.console().expect("a console").into_iter().map(|e| e.message).collect();
        assert!(console.is_empty(), "the console is not empty: {console:#?}");
        assert_eq!(self.text("JSON.stringify(window.violations)"), "[]");
        self.assert_own_origin();
    }

    /// Fails when anything was fetched from elsewhere.
    pub fn assert_own_origin(&self) {
        let foreign = "JSON.stringify(performance.getEntriesByType('resource')\
            .map(e => e.name).filter(n => !n.startsWith(location.origin)))";
        assert_eq!(self.text(foreign), "[]");
    }

    /// Fails when anything moved while the page was being built; in Chromium only, as
    /// `tests/browser/engines.toml` says.
    pub fn assert_nothing_moved(&self) {
        assert_eq!(self.text("JSON.stringify(window.shifts ?? 'not watched')"), "[]");
    }
}

/// The policy with one source taken out.
pub fn policy_without(source: &str) -> String {
    assert!(POLICY.contains(source), "{POLICY}");
    POLICY.replace(source, "")
}
