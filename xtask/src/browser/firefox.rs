// SPDX-License-Identifier: EUPL-1.2
//! Firefox: what WebDriver does not say is done by scripts in the browser itself.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde::de::DeserializeOwned;
use serde_json::json;
use thirtyfour::common::print::{PrintPage, PrintParameters};
use thirtyfour::{BrowserLogEntry, By, Capabilities};

use super::driver::Driver;
use super::means::Means;
use super::media::Media;
use super::running::{PATIENCE, Running};
use crate::project;

/// The engine of Firefox.
pub(super) struct Firefox;

impl Means for Firefox {
    fn driver(&self, profile: &Path) -> Result<Driver> {
        let driver = setup::engines::geckodriver(&project::path(""));
        let driver = driver.context("geckodriver is missing: type `cargo install geckodriver`")?;
        let line = format!(
            "MOZ_HEADLESS_WIDTH=2000 MOZ_HEADLESS_HEIGHT=3000 '{}' --port=0 \
             --profile-root=\"$1\" --allow-system-access & ",
            driver.display()
        );
        Driver::start_surely(&line, profile, |line| {
            line.rsplit_once("Listening on 127.0.0.1:")?.1.trim().parse().ok()
        })
    }

    fn wanted(&self, _profile: &Path, arguments: &[&str]) -> Result<Capabilities> {
        let arguments: Vec<&str> = ["-headless"].iter().chain(arguments).copied().collect();
        let mut wanted = Capabilities::new();
        wanted.set("browserName", "firefox")?;
        wanted.set(
            "moz:firefoxOptions",
            json!({
                "binary": "/usr/bin/firefox-esr",
                "args": arguments,
                "prefs": {
                    "intl.accept_languages": "nl",
                    // What a page says to its console comes out of the browser, and what the browser
                    // says to its own does not.
                    "devtools.console.stdout.content": true,
                    "devtools.console.stdout.chrome": false,
                    // As it is for most readers: Tab goes along links and buttons.
                    "accessibility.tabfocus": 7,
                    // So are the letters of a page that asks for none.
                    "font.name.serif.x-western": "Times New Roman",
                    // Bars that take no width, as Chromium has them here.
                    "widget.gtk.overlay-scrollbars.enabled": true,
                    "ui.useOverlayScrollbars": 1,
                    "dom.w3c_touch_events.enabled": 1,
                    // Nothing but the page at hand.
                    "messaging-system.rsexperimentloader.enabled": false,
                    "app.normandy.enabled": false,
                    "browser.chrome.site_icons": false,
                    // Whether a page may read what was copied is not what tests ask.
                    "dom.events.testing.asyncClipboard": true,
                    "browser.download.always_ask_before_handling_new_types": false,
                    "browser.download.alwaysOpenPanel": false,
                },
            }),
        )?;
        Ok(wanted)
    }

    /// What was emulated is of a tab, what was cached and permitted is of the browser.
    fn renew(&self, running: &mut Running) -> Result<()> {
        running.take_new_tab()?;
        let renewed = "Services.cache2.clear(); Services.perms.removeAll(); \
                       Services.prefs.clearUserPref('browser.download.folderList'); return true;";
        self.inside::<bool>(running, renewed)?;
        self.console(running).map(drop)
    }

    /// A window cannot be narrow, so the page gets a part of it.
    fn resize(&self, running: &Running, width: u32, height: u32) -> Result<()> {
        let [wide, high] = [width.max(1200) + 100, height + 200];
        running.wait(running.session.set_window_rect(0, 0, wide, high))?;
        self.inside::<bool>(
            running,
            &format!(
                "const {{ style }} = gBrowser.selectedBrowser; \
                 for (const [name, size] of [['width', {width}], ['height', {height}]]) \
                   for (const end of ['min-', 'max-', '']) style.setProperty(end + name, size + 'px'); \
                 return true;"
            ),
        )?;
        running.wait_for_size(width, height)
    }

    fn emulate(&self, running: &Running, media: Media) -> Result<()> {
        let overrides = json!({
            "prefersColorSchemeOverride": if media.dark { "dark" } else { "light" },
            "forcedColorsOverride": if media.forced_colors { "active" } else { "none" },
            "prefersReducedMotionOverride":
                if media.reduced_motion { "reduce" } else { "no-preference" },
            "mediumOverride": if media.print { "print" } else { "" },
        });
        let set = format!(
            "Object.assign(gBrowser.selectedBrowser.browsingContext, {overrides}); return true;"
        );
        self.inside::<bool>(running, &set)?;
        // What prints is light.
        let dark = media.dark && !media.print;
        let seen = format!(
            "matchMedia('(prefers-color-scheme: dark)').matches === {dark} \
             && matchMedia('(forced-colors: active)').matches === {} \
             && matchMedia('print').matches === {} \
             && matchMedia('(prefers-reduced-motion: reduce)').matches === {}",
            media.forced_colors, media.print, media.reduced_motion
        );
        let end = Instant::now() + PATIENCE;
        while !running.eval::<bool>(&seen)? {
            if Instant::now() > end {
                bail!("Firefox does not show the page {media:?}");
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        Ok(())
    }

    /// Its driver has no log: what a page says to the console is printed, and what the browser says
    /// of a page is kept by the browser.
    fn console(&self, running: &Running) -> Result<Vec<BrowserLogEntry>> {
        let mark = "everything before this was said";
        running.run::<bool>(&format!("console.debug('{mark}'); return true;"))?;
        let printed = running.driver.printed_until(mark, PATIENCE)?;
        let said = printed.into_iter().filter_map(|line| {
            let (level, message) = line.strip_prefix("console.")?.split_once(": ")?;
            // A page's words are quoted; parts of the browser begin with their name.
            let is_of_a_page = !message.starts_with(char::is_alphabetic);
            is_of_a_page.then(|| (level.to_uppercase(), message.to_owned()))
        });
        let kept: Vec<(String, String)> = self.inside(running, KEPT)?;
        let entry =
            |(level, message)| BrowserLogEntry { level, message, timestamp: 0, source: None };
        Ok(said.chain(kept).map(entry).collect())
    }

    fn save_in(&self, running: &Running, folder: &Path) -> Result<()> {
        let folder = serde_json::to_string(folder)?;
        let set = format!(
            "Services.prefs.setIntPref('browser.download.folderList', 2); \
             Services.prefs.setStringPref('browser.download.dir', {folder}); return true;"
        );
        self.inside::<bool>(running, &set).map(drop)
    }

    fn tap(&self, running: &Running, x: i64, y: i64) -> Result<()> {
        let tap = json!([
            {"type": "pointerMove", "duration": 0, "origin": "viewport", "x": x, "y": y},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]);
        let finger = json!({"type": "pointer", "id": "finger", "actions": tap,
            "parameters": {"pointerType": "touch"}});
        running.post("actions", json!({"actions": [finger]}))
    }

    fn print(&self, running: &Running) -> Result<Vec<u8>> {
        let page = PrintPage { width: 21.0, height: 29.7 };
        let paper = PrintParameters { page, ..PrintParameters::default() };
        running.wait(running.session.print_page(paper))
    }

    fn picture(&self, running: &Running, selector: Option<&str>) -> Result<Vec<u8>> {
        running.wait(async {
            let element = running.session.find(By::Css(selector.unwrap_or(":root"))).await?;
            element.screenshot_as_png().await
        })
    }
}

/// What the browser kept of pages: errors that nobody caught and what a policy forbids. Its advice
/// on style sheets is not ours: we write for other engines, too.
const KEPT: &str = "
    // The hash of no bytes: a file that was on its way when its page was left.
    const NOTHING = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';
    const kept = [];
    for (const message of Services.console.getMessageArray()) {
        if (!(message instanceof Ci.nsIScriptError)) continue;
        const { category, sourceName, errorMessage, lineNumber, columnNumber } = message;
        if (!/^(https?|blob|data):/.test(sourceName) || category.startsWith('CSS')) continue;
        if (errorMessage.includes(NOTHING)) continue;
        const level = message.flags & Ci.nsIScriptError.warningFlag ? 'WARN' : 'ERROR';
        kept.push([level, `${sourceName} ${lineNumber}:${columnNumber} ${errorMessage}`]);
    }
    Services.console.reset();
    return kept;";

impl Firefox {
    /// What a script returns that runs in the browser and not in a page.
    fn inside<T: DeserializeOwned>(&self, running: &Running, script: &str) -> Result<T> {
        running.post("moz/context", json!({"context": "chrome"}))?;
        let done = running.run(script).context("in the browser");
        running.post("moz/context", json!({"context": "content"}))?;
        done
    }
}
