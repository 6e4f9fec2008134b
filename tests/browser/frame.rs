// SPDX-License-Identifier: EUPL-1.2
//! A chart in a frame, on a page of another origin: it shows what its address asks for, and the
//! frame becomes as high as the chart.

use super::accessibility::{axe, tree};
use super::framing::{ADDRESS, DRAWN, Framing, frame, with_listener};
use super::page::Page;
use kansrijke_start::figure::Figure;
use kansrijke_start::program;
use kansrijke_start::request::Request;
use std::collections::BTreeMap;
use xtask::project;
use xtask::server::{Options, POLICY, Route, Server};

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
        // A figure amid text is no figure in a frame.
        if given.get("view").is_some_and(|view| ["value", "sentence"].contains(&view.as_str())) {
            continue;
        }
        for width in [640, 320] {
            let value = |name: &str| given.get(name).map(String::as_str);
            let request =
                Request::parse(|name| given.get(name).cloned(), "nl", width).expect("a request");
            let folder = project::path("pkg/data");
            let dataset = program::read_for(&folder, &request).expect("a file");
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
