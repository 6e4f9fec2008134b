// SPDX-License-Identifier: EUPL-1.2
//! The register of hostile pages and hosts, `tests/hostile/pages.toml`: one page for each case.

use super::page::{FALLBACK, LISTEN, UNCAUGHT, policy_without};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::time::Duration;
use xtask::browser::Browser;
use xtask::server::{Options, POLICY, Route, Server};
use xtask::{integrity, project};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Register {
    case: Vec<Case>,
}

/// What a case may say: the head of the file tells.
#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Case {
    name: String,
    charts: Option<String>,
    before: String,
    script: Option<String>,
    policy: Option<String>,
    without: Option<String>,
    then: String,
    missing: Vec<String>,
    changed: Vec<String>,
    silent: Vec<String>,
    copies: BTreeMap<String, String>,
    pin: bool,
    hash: Option<String>,
    expect: Option<String>,
    holds: Option<String>,
    hint: Option<String>,
}

const SCRIPT: &str = "/pkg/kansrijke-start.js";
const LIST: &str = "/pkg/data/integrity.json";

/// A chart that has a table, so that all of its figures are compared.
fn chart(attributes: &str) -> String {
    format!(
        "<kansrijke-start id=c indicator=tienermoeders region=Utrecht view=trend details=open \
         {attributes}>{FALLBACK}</kansrijke-start>"
    )
}

fn read(path: &str) -> Vec<u8> {
    std::fs::read(project::path(path.trim_start_matches('/'))).expect(path)
}

/// The file with something else in it.
fn changed(path: &str) -> Route {
    let mut bytes = read(path);
    if path.ends_with(".js") {
        bytes.extend(b"\nwindow.isChanged = true;");
        return Route::script(bytes);
    }
    if path == LIST || path.ends_with(".wasm") {
        bytes.push(b' ');
        return Route::new("application/wasm", bytes);
    }
    let text = String::from_utf8(bytes).expect("text");
    let (before, cells) = text.split_once("\"value\":").expect("cells");
    // In a list or behind the place of a cell, the last digit of a number.
    let end = cells.find([',', ']']).expect("more cells");
    let (number, rest) = cells.split_at(end);
    let other = if number.ends_with('0') { '1' } else { '0' };
    let kept: String = number.chars().take(number.chars().count() - 1).collect();
    let body = format!("{before}\"value\":{kept}{other}{rest}");
    Route::new("application/json", body)
}

impl Case {
    fn policy(&self) -> String {
        let policy = self.without.as_deref().map_or_else(|| POLICY.to_owned(), policy_without);
        match self.policy.as_deref() {
            Some(more) if more.starts_with("script-src ") => {
                let source = more.trim_start_matches("script-src");
                policy.replace("script-src 'self'", &format!("script-src 'self'{source}"))
            }
            Some(more) => format!("{policy}; {more}"),
            None => policy,
        }
    }

    fn document(&self) -> String {
        let hash = self.hash.clone().unwrap_or_else(|| integrity::short(&read(LIST)));
        let pinned = if self.pin { format!("data-integrity=\"{hash}\"") } else { String::new() };
        let charts = self.charts.clone().unwrap_or_else(|| chart(&pinned));
        let script = match self.script.as_deref().unwrap_or(SCRIPT) {
            "data:" => {
                let text = String::from_utf8(read(SCRIPT)).expect("a script");
                let escaped = text.bytes().map(|byte| format!("%{byte:02x}")).collect::<String>();
                format!("data:text/javascript,{escaped}")
            }
            address => address.to_owned(),
        };
        format!(
            "<!doctype html><html lang=nl><meta charset=utf-8><title>Proef</title>\
             <meta name=viewport content=\"width=device-width\"><script src=/listen.js></script>\
             <script src=/before.js></script><script type=module src=\"{script}\"></script>\
             <main><h1>Proef</h1><h2>Cijfers</h2>{charts}</main></html>"
        )
    }

    fn serve(&self) -> Server {
        let options = Options { policy: Some(self.policy()), ..Options::default() };
        let server = Server::start(options).expect("a server");
        server.route("/listen.js", Route::script(LISTEN));
        server.route("/before.js", Route::script(format!("{UNCAUGHT}{}", self.before)));
        server.route("/proef", Route::html(self.document()));
        for path in &self.missing {
            server.route(path, Route { status: 404, ..Route::new("text/plain", "") });
        }
        for path in &self.changed {
            server.route(path, changed(path));
        }
        for path in &self.silent {
            let delay = Duration::from_secs(3600);
            server.route(path, Route { delay, ..Route::new("text/plain", "") });
        }
        for (path, of) in &self.copies {
            server.route(path, Route::script(read(of)));
        }
        server
    }

    /// What is wrong with what became of it, if anything. `quiet` is what a quiet page draws.
    fn failure(&self, browser: &Browser, quiet: &mut String) -> Result<(), String> {
        let server = self.serve();
        let told = |error: anyhow::Error| format!("{error:#}; {:?}", browser.console());
        let wait = |condition: &str| browser.wait_for(condition).map_err(told);
        let text = |expression: &str| browser.eval::<String>(expression).map_err(told);
        browser.open(&server.url("/proef")).map_err(told)?;
        const CHART: &str = "document.querySelector('#c')";
        let reported = "window.reported.filter(({ name }) => name === 'error')";
        let is_alone = self.charts.as_deref().is_none_or(|charts| charts.contains("id=c"));
        if is_alone && self.expect.as_deref().is_none_or(|expected| expected == "drawn") {
            wait(&format!("{CHART}.shadowRoot?.querySelector('svg') && window.reported.length"))?;
        }
        if !self.then.is_empty() {
            let then = &self.then;
            browser
                .eval::<Option<bool>>(&format!(
                    "(() => {{ const it = {CHART}; \
                     ((chart, root) => {{ {{ {then} }} }})(it, it?.shadowRoot); return null; }})()"
                ))
                .map_err(told)?;
        }
        match self.expect.as_deref() {
            Some("drawn") => {
                // Moved, it is no more where it was.
                let find = format!(
                    "({CHART} ?? document.querySelector('iframe')?.contentDocument.querySelector('#c'))"
                );
                wait(&format!("{find}?.shadowRoot?.querySelector('tbody tr')"))?;
                // What can be read of it; a frame is narrower, and marks come later.
                let said = "h3, .sentence, th, td";
                let drawn = text(&format!(
                    "[...{find}.shadowRoot.querySelectorAll('{said}')]\
                     .map(({{ textContent }}) => textContent).join('|')"
                ))?;
                if quiet.is_empty() {
                    *quiet = drawn;
                } else if *quiet != drawn {
                    return Err(format!("it draws something else: {drawn}"));
                }
            }
            Some(code) => {
                wait(&format!("{reported}.length"))?;
                let found = text(&format!("{reported}[0].code"))?;
                if found != code {
                    return Err(format!("{found}: {}", text(&format!("{reported}[0].hint"))?));
                }
                let seen = format!("{CHART}.querySelector('p').getBoundingClientRect().height > 0");
                if !browser.eval::<bool>(&seen).map_err(told)? {
                    return Err("the fallback is gone".into());
                }
                let notice = format!("{CHART}.shadowRoot.querySelector('.notice').textContent");
                if text(&notice)? != text(&format!("{reported}[0].message"))? {
                    return Err("the notice says something else".into());
                }
            }
            None => {}
        }
        if let Some(part) = &self.hint {
            let hint = text(&format!("{reported}[0].hint"))?;
            if !hint.contains(part) {
                return Err(format!("the hint is {hint}"));
            }
        }
        if let Some(holds) = &self.holds {
            wait(&format!(
                "(() => {{ const it = {CHART} ?? \
                 document.querySelector('iframe')?.contentDocument?.querySelector('#c'); \
                 return (function (chart, root) {{ return {holds}; }})(it, it?.shadowRoot); }})()"
            ))?;
        }
        match text("JSON.stringify(window.uncaught)")?.as_str() {
            "[]" => Ok(()),
            uncaught => Err(uncaught.into()),
        }
    }
}

#[test]
fn each_case_of_the_register_ends_as_it_says() {
    let text = std::fs::read_to_string(project::path("tests/hostile/pages.toml")).expect("it");
    let register: Register = toml::from_str(&text).expect("cases");
    let browser = Browser::start().expect("a browser");
    browser.resize(600, 900).expect("a window");
    let mut quiet = String::new();
    let mut wrong = Vec::new();
    for case in &register.case {
        assert!(case.expect.is_some() || case.holds.is_some(), "{} expects nothing", case.name);
        if let Err(said) = case.failure(&browser, &mut quiet) {
            wrong.push(format!("{}: {said}", case.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
