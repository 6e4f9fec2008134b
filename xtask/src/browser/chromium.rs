// SPDX-License-Identifier: EUPL-1.2
//! Chromium: its DevTools protocol does what WebDriver does not say.

use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::{BrowserLogEntry, Capabilities, DesiredCapabilities, LoggingPrefsLogLevel};

use super::driver::Driver;
use super::means::Means;
use super::media::Media;
use super::running::Running;

/// Nothing but the page at hand, on any machine: no sandbox (there is none for root and in many
/// containers; the pages are our own) and no traffic of the browser itself.
const ARGUMENTS: [&str; 11] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
    "--lang=nl",
];

/// The engine of Chrome, Edge and most others.
pub(super) struct Chromium;

impl Means for Chromium {
    fn driver(&self, profile: &Path) -> Result<Driver> {
        Driver::start_surely("chromedriver --port=0 & ", profile, |line| {
            let (_, port) = line.rsplit_once("successfully on port ")?;
            port.trim_end_matches('.').parse().ok()
        })
    }

    fn wanted(&self, profile: &Path, arguments: &[&str]) -> Result<Capabilities> {
        let mut wanted = DesiredCapabilities::chrome();
        for argument in ARGUMENTS.iter().chain(arguments) {
            wanted.add_arg(argument)?;
        }
        wanted.add_arg(&format!("--user-data-dir={}", profile.display()))?;
        wanted.set_browser_log_level(LoggingPrefsLogLevel::All)?;
        Ok(wanted.into())
    }

    /// What was emulated is of a tab, what was cached and permitted is of the browser.
    fn renew(&self, running: &mut Running) -> Result<()> {
        running.take_new_tab()?;
        for (method, parameters) in [
            ("Browser.resetPermissions", json!({})),
            ("Browser.setDownloadBehavior", json!({"behavior": "default"})),
            ("Network.clearBrowserCache", json!({})),
            ("Page.bringToFront", json!({})),
            // The argument that hides them is heeded in the first tab only.
            ("Emulation.setScrollbarsHidden", json!({"hidden": true})),
        ] {
            self.cdp(running, method, parameters)?;
        }
        self.console(running).map(drop)
    }

    /// Narrower than a window can be, too.
    fn resize(&self, running: &Running, width: u32, height: u32) -> Result<()> {
        let metrics =
            json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.cdp(running, "Emulation.setDeviceMetricsOverride", metrics).map(drop)
    }

    fn emulate(&self, running: &Running, media: Media) -> Result<()> {
        let feature = |name: &str, value: &str| json!({"name": name, "value": value});
        let features = [
            feature("prefers-color-scheme", if media.dark { "dark" } else { "light" }),
            feature("forced-colors", if media.forced_colors { "active" } else { "none" }),
            feature(
                "prefers-reduced-motion",
                if media.reduced_motion { "reduce" } else { "no-preference" },
            ),
        ];
        let kind = if media.print { "print" } else { "" };
        let emulated = json!({"media": kind, "features": features});
        self.cdp(running, "Emulation.setEmulatedMedia", emulated).map(drop)
    }

    fn console(&self, running: &Running) -> Result<Vec<BrowserLogEntry>> {
        running.wait(running.session.browser_log())
    }

    fn save_in(&self, running: &Running, folder: &Path) -> Result<()> {
        let into = json!({"behavior": "allow", "downloadPath": folder});
        self.cdp(running, "Browser.setDownloadBehavior", into).map(drop)
    }

    fn tap(&self, running: &Running, x: i64, y: i64) -> Result<()> {
        for (kind, points) in [("touchStart", json!([{"x": x, "y": y}])), ("touchEnd", json!([]))] {
            let touch = json!({"type": kind, "touchPoints": points});
            self.cdp(running, "Input.dispatchTouchEvent", touch)?;
        }
        Ok(())
    }

    fn print(&self, running: &Running) -> Result<Vec<u8>> {
        let paper = json!({"paperWidth": 210.0 / 25.4, "paperHeight": 297.0 / 25.4});
        self.data(running, "Page.printToPDF", paper)
    }

    fn cdp(&self, running: &Running, method: &str, parameters: Value) -> Result<Value> {
        running
            .wait(running.session.cdp().send_raw(method, parameters))
            .with_context(|| format!("{method} failed"))
    }

    fn picture(&self, running: &Running, selector: Option<&str>) -> Result<Vec<u8>> {
        let area = match selector {
            Some(selector) => format!(
                "(() => {{ const box = document.querySelector({}).getBoundingClientRect(); \
                 return {{ x: box.x + scrollX, y: box.y + scrollY, \
                           width: box.width, height: box.height }}; }})()",
                serde_json::to_string(selector)?
            ),
            None => "({ x: 0, y: 0, width: document.documentElement.clientWidth, \
                      height: document.documentElement.scrollHeight })"
                .into(),
        };
        let mut clip: Value = running.eval(&area)?;
        if let Some(clip) = clip.as_object_mut() {
            clip.insert("scale".into(), 1.into());
        }
        let shot = json!({"format": "png", "captureBeyondViewport": true, "clip": clip});
        self.data(running, "Page.captureScreenshot", shot)
    }
}

impl Chromium {
    /// What a command answers as data.
    fn data(&self, running: &Running, method: &str, parameters: Value) -> Result<Vec<u8>> {
        let answer = self.cdp(running, method, parameters)?;
        let data = answer.get("data").and_then(Value::as_str).context("no data")?;
        Ok(STANDARD.decode(data)?)
    }
}
