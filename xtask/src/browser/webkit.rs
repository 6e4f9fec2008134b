// SPDX-License-Identifier: EUPL-1.2
//! WebKitGTK: its small browser, on a screen that nobody sees. It has no log for drivers, so the
//! server has each page keep one (see [`KEEPER`]).

use std::net::TcpListener;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use serde_json::json;
use thirtyfour::{BrowserLogEntry, By, Capabilities};

use super::driver::Driver;
use super::means::Means;
use super::media::Media;
use super::running::Running;

/// A screen with room for the longest page, and the driver that shows its browsers there. The style
/// makes the bars of a window so small that the window can be as narrow as a phone.
const LINE: &str = "mkdir -p \"$1/gtk-3.0\" && mkfifo \"$1/screen\" && \
    echo '* { padding: 0; margin: 0; border: 0; min-width: 0; min-height: 0; font-size: 1px; \
              outline-width: 0 }' >\"$1/gtk-3.0/gtk.css\" || exit; \
    Xvfb -displayfd 3 -screen 0 2000x3000x24 -nolisten tcp 3>\"$1/screen\" >/dev/null & \
    read -r screen <\"$1/screen\"; export DISPLAY=\":$screen\" NO_AT_BRIDGE=1 LANGUAGE=nl \
    XDG_CONFIG_HOME=\"$1\" XDG_CACHE_HOME=\"$1\" XDG_DATA_HOME=\"$1\"; ";

/// The script by which a page keeps a log.
pub const KEEPER: &str = include_str!("keeper.js");

/// The engine of Safari, as WebKitGTK has it.
pub(super) struct WebKit;

impl Means for WebKit {
    fn driver(&self, profile: &Path) -> Result<Driver> {
        // It cannot choose a port by itself, and says nothing when it listens.
        let free = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let line = format!(
            "{LINE}WebKitWebDriver --port={free} >/dev/null & driver=$!; \
             until grep -q ':{free:04X} 00000000:0000 0A' /proc/net/tcp; \
             do kill -0 $driver || kill 0; sleep 0.05; done; trap '' PIPE; echo listens; "
        );
        Driver::start_surely(&line, profile, |line| (line == "listens").then_some(free))
    }

    fn wanted(&self, _profile: &Path, arguments: &[&str]) -> Result<Capabilities> {
        let arguments: Vec<&str> = ["--automation"].iter().chain(arguments).copied().collect();
        let mut wanted = Capabilities::new();
        wanted.set("browserName", "MiniBrowser")?;
        wanted.set(
            "webkitgtk:browserOptions",
            json!({"binary": setup::engines::mini_browser(), "args": arguments}),
        )?;
        Ok(wanted)
    }

    /// What it remembers goes with the browser only.
    fn renew(&self, running: &mut Running) -> Result<()> {
        running.restart()
    }

    fn resize(&self, running: &Running, width: u32, height: u32) -> Result<()> {
        let bars = "[outerWidth - innerWidth, outerHeight - innerHeight]";
        let [beside, above]: [u32; 2] = running.eval(bars)?;
        running.wait(running.session.set_window_rect(0, 0, width + beside, height + above))?;
        running.wait_for_size(width, height)
    }

    fn emulate(&self, _running: &Running, media: Media) -> Result<()> {
        ensure!(media == Media::default(), "WebKitGTK cannot show a page {media:?}");
        Ok(())
    }

    fn console(&self, running: &Running) -> Result<Vec<BrowserLogEntry>> {
        let kept: Option<Vec<(String, String)>> = running
            .eval("location.protocol === 'about:' ? [] : window.logged?.splice(0) ?? null")?;
        let kept = kept.context("the page keeps no log: WebKitGTK has none for drivers")?;
        let entry =
            |(level, message)| BrowserLogEntry { level, message, timestamp: 0, source: None };
        Ok(kept.into_iter().map(entry).collect())
    }

    fn save_in(&self, _running: &Running, _folder: &Path) -> Result<()> {
        bail!("WebKitGTK cannot be told where to save")
    }

    fn tap(&self, _running: &Running, _x: i64, _y: i64) -> Result<()> {
        bail!("WebKitGTK makes a mouse of a finger")
    }

    fn print(&self, _running: &Running) -> Result<Vec<u8>> {
        bail!("WebKitGTK does not print for drivers")
    }

    fn picture(&self, running: &Running, selector: Option<&str>) -> Result<Vec<u8>> {
        running.wait(async {
            let element = running.session.find(By::Css(selector.unwrap_or(":root"))).await?;
            element.screenshot_as_png().await
        })
    }
}
