// SPDX-License-Identifier: EUPL-1.2
//! A chart in a frame, on a page of another origin: it shows what its address asks for, and the
//! frame becomes as high as the chart.

use super::accessibility::{axe, tree};
use super::page::Page;
use kansrijke_start::figure::Figure;
use kansrijke_start::program;
use kansrijke_start::request::Request;
use std::collections::BTreeMap;
use thirtyfour::By;
use xtask::browser::Browser;
use xtask::project;
use xtask::server::{Options, POLICY, Route, Server};

/// What the frame of the README asks for.
const QUERY: &str = "?indicator=tienermoeders&region=Utrecht&view=trend";

const ADDRESS: &str = "/pkg/frame.html?indicator=tienermoeders&region=Utrecht&view=trend&lang=en";

/// Keeps every message that the page gets; those of a browser's extensions are not ours.
const LISTEN: &str = "window.messages = []; addEventListener('message', ({ data, origin }) => \
    messages.push({ data, origin }));";

/// A page that frames charts of another host.
struct Framing {
    browser: Browser,
    host: Server,
    own: Server,
}

impl Framing {
    /// A page with this body, in which `HOST` is the address of the other host.
    fn open(body: &str) -> Self {
        Self::open_with(Options::default(), body)
    }

    /// The same, with another host of this kind.
    fn open_with(options: Options, body: &str) -> Self {
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

    fn eval<T: serde::de::DeserializeOwned>(&self, expression: &str) -> T {
        self.browser.eval(expression).expect("a value")
    }

    fn wait_for(&self, condition: &str) {
        self.browser.wait_for(condition).unwrap_or_else(|error| {
            panic!("{error}; the console: {:?}", self.browser.console());
        });
    }

    /// Runs an expression inside the first frame.
    fn inside<T: serde::de::DeserializeOwned>(&self, expression: &str) -> T {
        let session = self.browser.session();
        self.browser.wait(session.enter_frame(0)).expect("the frame");
        let value = self.eval(expression);
        self.browser.wait(session.enter_default_frame()).expect("the page");
        value
    }

    fn wait_inside(&self, condition: &str) {
        let session = self.browser.session();
        self.browser.wait(session.enter_frame(0)).expect("the frame");
        self.wait_for(condition);
        self.browser.wait(session.enter_default_frame()).expect("the page");
    }

    /// Waits until the frame is as high as what is in it.
    fn settle(&self) {
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
    fn heights(&self) -> (f64, f64) {
        let frame = self.eval("document.querySelector('iframe').getBoundingClientRect().height");
        (frame, self.inside("document.body.getBoundingClientRect().height"))
    }
}

/// The frame of the README or its script, for the hosts here; the frame not yet high enough.
fn readme_line(beginning: &str) -> String {
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

fn frame() -> String {
    let line = readme_line("<p><iframe ");
    let (frame, _) = line.split_once("<br>").expect("a link follows");
    frame.replacen("<p>", "", 1)
}

/// A host that lets pages without an origin have its files.
fn open_to_all() -> Options {
    let headers = vec![("access-control-allow-origin".into(), "*".into())];
    Options { headers, ..Options::default() }
}

/// The same frame, of which the page around it allows only this.
fn in_sandbox(allowed: &str) -> String {
    with_listener().replacen("<iframe ", &format!("<iframe sandbox=\"{allowed}\" "), 1)
}

/// What is read in the place of a figure that does not come.
const MISSING: &str = "document.querySelector('.missing')";

const DRAWN: &str = "document.querySelector('kansrijke-start')?.shadowRoot.querySelector('svg')";

/// The listener comes from the page's own host, as its policy asks.
fn with_listener() -> String {
    let listener = readme_line("<script src=\"https://").replace("HOST", "");
    [frame(), listener].concat()
}

#[test]
fn the_address_is_what_the_chart_shows() {
    let page = Page::open("");
    page.browser
        .open(&page.server.url(&format!("{ADDRESS}&onclick=alert(1)&style=color:red")))
        .expect("the frame");
    page.wait_for(DRAWN);
    let attributes =
        "document.querySelector('kansrijke-start').getAttributeNames().sort().join(' ')";
    assert_eq!(page.text(attributes), "heading-level indicator lang region view");
    assert_eq!(page.text("document.documentElement.lang"), "en");
    assert_eq!(
        page.text("document.title"),
        "Utrecht: lower rate of children of teenage mothers than the Netherlands"
    );
    let console = page.browser.console().expect("a console");
    assert!(console.is_empty(), "{console:?}");

    // Figures of another host are not shown as if they were this one's.
    let other = Server::start(Options::default()).expect("a host");
    let address = format!("{ADDRESS}&src={}", other.url("/pkg/data/"));
    page.browser.open(&page.server.url(&address)).expect("the frame");
    page.wait_for(DRAWN);
    assert_eq!(page.text(attributes), "heading-level indicator lang region view");
    assert!(other.requests().is_empty());

    let own = format!("{ADDRESS}&src=/pkg/data/");
    page.browser.open(&page.server.url(&own)).expect("the frame");
    page.wait_for(DRAWN);
    assert_eq!(page.text(attributes), "heading-level indicator lang region src view");
}

#[test]
fn the_page_in_a_frame_has_a_main_part_and_a_heading() {
    let page = Page::open("");
    for (address, level) in [(ADDRESS.to_string(), 1), (format!("{ADDRESS}&heading-level=2"), 2)] {
        page.browser.open(&page.server.url(&address)).expect("the frame");
        page.wait_for(DRAWN);
        let nodes = tree(&page);
        assert_eq!(nodes.iter().filter(|node| node[0] == "main").count(), 1, "{nodes:#?}");
        let heading = format!(
            "document.querySelector('main kansrijke-start').shadowRoot.querySelectorAll('h{level}').length"
        );
        assert_eq!(page.count(&heading), 1);
        if level == 1 {
            let violations = axe(&page);
            assert!(violations.is_empty(), "{violations:#?}");
        }
    }
}

#[test]
fn the_size_that_is_told_beforehand_is_enough_and_not_much_more() {
    let page = Page::open("");
    page.browser.open(&page.server.url("/")).expect("the gallery");
    let charts: Vec<BTreeMap<String, String>> = page
        .browser
        .eval(
            "[...document.querySelectorAll('section:not(#errors) kansrijke-start')].map(c => \
             Object.fromEntries([...c.attributes].map(a => [a.name, a.value])))",
        )
        .expect("the charts");
    assert!(charts.len() >= 20);
    let mut failed = Vec::new();
    for given in &charts {
        for width in [640, 320] {
            let value = |name: &str| given.get(name).map(String::as_str);
            let request =
                Request::parse(|name| given.get(name).cloned(), "nl", width).expect("a request");
            let indicator = if request.view.is_overview() { "" } else { &request.indicator };
            let dataset = program::read(&project::path("pkg/data"), indicator).expect("a file");
            let figure = Figure::new(&dataset, &request).expect("a figure");
            let height = figure.frame_height(value);
            let query: Vec<String> =
                given.iter().map(|(name, value)| format!("{name}={value}")).collect();
            let address = format!("/pkg/frame.html?{}", query.join("&").replace(' ', "%20"));
            page.browser.resize(width, height).expect("a window");
            page.browser.open(&page.server.url(&address)).expect("the frame");
            page.wait_for(
                "document.querySelector('kansrijke-start')?.shadowRoot.querySelector('.figure')",
            );
            let taken = page.count("Math.ceil(document.body.getBoundingClientRect().height)");
            // A quarter more at most: what the text takes is estimated from mean widths.
            if taken > height || taken + (taken / 4).max(150) < height {
                failed.push(format!("{address} at {width}: {taken} in {height}"));
            }
        }
    }
    assert!(failed.is_empty(), "{failed:#?}");
}

#[test]
fn a_frame_tells_its_height_in_three_forms() {
    let page = Framing::open(&frame().replace("?indicator", "?id=a&amp;indicator"));
    page.wait_inside(DRAWN);
    let height: u32 = page.inside("Math.ceil(document.body.getBoundingClientRect().height)");
    let last = |condition: &str| {
        page.wait_for(&format!("messages.some(({{ data }}) => {condition})"));
        page.eval::<serde_json::Value>(&format!(
            "messages.filter(({{ data }}) => {condition}).at(-1)"
        ))
    };
    let ours = last("data.type === 'kansrijke-start:height'");
    assert_eq!(
        ours["data"],
        serde_json::json!({"type": "kansrijke-start:height", "version": 1, "id": "a", "height": height})
    );
    assert_eq!(ours["origin"], page.host.url(""));
    let amp = last("data.sentinel === 'amp'");
    assert_eq!(
        amp["data"],
        serde_json::json!({"sentinel": "amp", "type": "embed-size", "height": height})
    );
    let text = last("typeof data === 'string'");
    let plugin: serde_json::Value =
        serde_json::from_str(text["data"].as_str().expect("a text")).expect("JSON");
    assert_eq!(plugin["context"], "iframe.resize");
    assert_eq!(plugin["height"], height);
    assert_eq!(plugin["src"], page.eval::<String>("document.querySelector('iframe').src"));
    // Without a listener nothing changes.
    assert_eq!(page.heights().0, 300.0);
}

#[test]
fn the_height_follows_the_width_and_the_table() {
    let page = Framing::open(&with_listener());
    page.wait_inside(DRAWN);
    page.settle();
    let wide = page.heights().0;
    assert!(wide > 500.0, "{wide}");
    page.inside::<()>("void document.querySelector('kansrijke-start').shadowRoot.querySelector('summary').click()");
    page.wait_for(&format!("document.querySelector('iframe').height > {}", wide + 100.0));
    page.settle();
    page.inside::<()>("void document.querySelector('kansrijke-start').shadowRoot.querySelector('summary').click()");
    page.wait_for(&format!("Number(document.querySelector('iframe').height) === {}", wide.ceil()));
    page.browser.resize(320, 900).expect("a small window");
    page.wait_for(&format!("document.querySelector('iframe').height > {}", wide + 50.0));
    page.settle();
    let overflow = "document.documentElement.scrollWidth - innerWidth";
    assert_eq!(page.inside::<i32>(overflow), 0);
    let console = page.browser.console().expect("a console");
    assert!(console.is_empty(), "{console:?}");
    assert!(page.own.requests().contains(&"/pkg/frame-listener.js".to_string()));
}

#[test]
fn the_lines_of_the_readme_work_as_they_stand_on_another_site() {
    // Pasted twice, and from a host that sends no header for other sites: the frame, the link below it
    // and the listener.
    let readme = std::fs::read_to_string(project::path("README.md")).expect("the README");
    let lines: String = readme
        .lines()
        .filter(|line| line.contains("https://www.example.nl/kansrijke-start/frame"))
        .filter(|line| line.starts_with('<'))
        .map(|line| format!("{line}\n"))
        .collect();
    assert_eq!(lines.lines().count(), 3, "{lines}");
    let page = Framing::open("");
    let lines = lines.replace("https://www.example.nl/kansrijke-start/", &page.host.url("/pkg/"));
    let host = page.host.url("");
    let policy = format!("default-src 'none'; script-src 'self' {host}; frame-src {host}");
    let body = format!(
        "<!doctype html><html lang=nl><meta charset=utf-8><title>Krant</title>\
         <script src=/listen.js></script><main>{lines}{lines}</main></html>"
    );
    let headers = vec![("content-security-policy".into(), policy)];
    page.own.route("/page", Route { headers, ..Route::html(body) });
    page.browser.console().expect("what the first page said");
    page.browser.open(&page.own.url("/page")).expect("the page");
    page.wait_inside(DRAWN);
    page.inside::<()>("void document.querySelector('kansrijke-start').shadowRoot.querySelector('summary').click()");
    page.wait_for("document.querySelector('iframe').height > 900");
    let fits = "(() => { const { height } = document.querySelector('iframe'); \
                return messages.some(({ data }) => data.type && String(data.height) === height); })()";
    page.wait_for(fits);
    let (frame, inside) = page.heights();
    assert!(frame >= inside && frame - inside < 10.0, "{frame} for {inside}");
    // On a telephone it stays within the page.
    page.browser.resize(320, 900).expect("a small window");
    page.wait_for("document.documentElement.scrollWidth <= innerWidth");
    let console = page.browser.console().expect("a console");
    let ours: Vec<_> = console.iter().filter(|e| !e.message.contains("favicon")).collect();
    assert!(ours.is_empty(), "{ours:?}");
}

#[test]
fn a_late_listener_still_gets_the_height() {
    let page = Framing::open(&frame());
    page.wait_inside(DRAWN);
    page.eval::<()>(
        "void (() => { const s = document.createElement('script'); \
         s.src = '/pkg/frame-listener.js'; document.head.append(s); })()",
    );
    page.wait_for("document.querySelector('iframe').height > 500");
}

#[test]
fn a_forged_message_is_not_heeded() {
    // A second frame, of the page's own host, says it speaks for the first; a third one, in a sandbox
    // and so without an origin, too.
    let body = format!(
        "{}<iframe src=\"/forger\" title=\"Ander\" height=\"100\"></iframe>\
         <iframe src=\"/forger\" sandbox=\"allow-scripts\" title=\"Derde\" height=\"100\"></iframe>",
        with_listener()
    );
    let page = Framing::open("");
    let body = body.replace("HOST", &page.host.url(""));
    let forge = "const lie = { type: 'kansrijke-start:height', version: 1, id: 'a', height: 7777 };\
        parent.postMessage(lie, '*'); setInterval(() => parent.postMessage(lie, '*'), 20);";
    page.own.route("/forge.js", Route::script(forge));
    page.own.route(
        "/forger",
        Route::html("<!doctype html><title>x</title><script src=/forge.js></script>"),
    );
    let policy = format!("{POLICY}; frame-src {} 'self'", page.host.url(""));
    page.own.route(
        "/page",
        Route {
            headers: vec![("content-security-policy".into(), policy)],
            ..Route::html(format!(
                "<!doctype html><html lang=nl><meta charset=utf-8><title>Krant</title>\
             <script src=/listen.js></script>{body}</html>"
            ))
        },
    );
    page.browser.open(&page.own.url("/page")).expect("the page");
    page.wait_inside(DRAWN);
    page.wait_for("document.querySelector('iframe').height > 500");
    // The page itself forges, too.
    page.eval::<()>("void postMessage({ type: 'kansrijke-start:height', version: 1, id: 'a', height: 8888 }, '*')");
    page.wait_for("messages.filter(({ data }) => data.height === 7777).length > 5");
    page.wait_for("messages.some(({ data, origin }) => data.height === 7777 && origin === 'null')");
    page.wait_for("messages.some(({ data }) => data.height === 8888)");
    let heights: Vec<f64> =
        page.eval("[...document.querySelectorAll('iframe')].map(f => Number(f.height))");
    assert!(heights[0] > 500.0 && heights[0] < 2000.0, "{heights:?}");
    assert_eq!(heights[1..], [100.0, 100.0]);
}

#[test]
fn a_sandbox_without_an_origin_draws_where_the_host_allows_it_and_tells_its_height() {
    let page = Framing::open_with(open_to_all(), &in_sandbox("allow-scripts"));
    page.wait_inside(DRAWN);
    assert_eq!(page.inside::<String>("self.origin"), "null");
    page.wait_for("Number(document.querySelector('iframe').height) > 500");
    page.settle();
    // AMP reads this one, and puts frames into such a sandbox.
    page.wait_for(
        "messages.some(({ data, origin }) => data.sentinel === 'amp' && origin === 'null')",
    );
    assert_eq!(page.inside::<u32>("document.querySelectorAll('.missing').length"), 0);
    let console = page.browser.console().expect("a console");
    assert!(console.is_empty(), "{console:?}");
}

#[test]
fn a_sandbox_that_gets_no_script_says_so_after_a_while() {
    // The host sends no header for pages without an origin, so nothing of the script arrives.
    let page = Framing::open(&in_sandbox("allow-scripts"));
    page.wait_inside(&format!("document.readyState === 'complete' && {MISSING}"));
    let is_seen = format!("getComputedStyle({MISSING}).visibility");
    // Whoever waits for the figure is not told that it does not come.
    assert_eq!(page.inside::<String>(&is_seen), "hidden");
    page.inside::<()>(&format!("void {MISSING}.getAnimations().forEach((one) => one.finish())"));
    assert_eq!(page.inside::<String>(&is_seen), "visible");
    assert_eq!(page.inside::<String>(&format!("{MISSING}.querySelector('a').search")), QUERY);
}

#[test]
fn a_sandbox_without_scripts_shows_a_sentence_with_a_link() {
    let page = Framing::open(&in_sandbox(""));
    let session = page.browser.session();
    let said = page.browser.wait(async {
        session.enter_frame(0).await?;
        let sentence = session.find(By::Css(".missing")).await?;
        let link = sentence.find(By::Css("a")).await?;
        let said = (sentence.text().await?, link.prop("href").await?.unwrap_or_default());
        session.enter_default_frame().await?;
        Ok(said)
    });
    let (sentence, link) = said.expect("what is read");
    assert!(sentence.starts_with("Ziet u hier geen grafiek?"), "{sentence}");
    // To the very figure.
    assert_eq!(link, page.eval::<String>("document.querySelector('iframe').src"));
}

#[test]
fn the_lines_and_the_frame_work_inside_srcdoc() {
    let page = Page::open_with(open_to_all(), 1200, "");
    let lines = "<script type=module src=/pkg/kansrijke-start.js></script>\
                 <kansrijke-start indicator=tienermoeders region=Utrecht view=trend></kansrijke-start>";
    let frame = format!(
        "<iframe src=\"{ADDRESS}\" height=100></iframe><script src=/pkg/frame-listener.js></script>"
    );
    for sandbox in ["", "sandbox=allow-scripts"] {
        for (inside, is_there) in
            [(lines, DRAWN), (&frame, "document.querySelector('iframe').height > 500")]
        {
            let policy = format!("{POLICY}; frame-src 'self'");
            let body = format!(
                "<!doctype html><html lang=nl><meta charset=utf-8><title>Proef</title>\
                 <iframe {sandbox} width=700 height=900 srcdoc='{inside}'></iframe></html>"
            );
            let headers = vec![("content-security-policy".into(), policy)];
            page.server.route("/srcdoc", Route { headers, ..Route::html(body) });
            page.browser.open(&page.server.url("/srcdoc")).expect("the page");
            let session = page.browser.session();
            page.browser.wait(session.enter_frame(0)).expect("the frame");
            page.wait_for(is_there);
            page.browser.wait(session.enter_default_frame()).expect("the page");
        }
    }
}
