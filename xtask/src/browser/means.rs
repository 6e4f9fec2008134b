// SPDX-License-Identifier: EUPL-1.2
//! What each engine does in a way of its own.

use std::path::Path;

use anyhow::{Result, bail};
use serde_json::Value;
use thirtyfour::{BrowserLogEntry, Capabilities};

use super::driver::Driver;
use super::media::Media;
use super::running::Running;

/// How an engine is driven, beyond what WebDriver says for all.
pub(super) trait Means: Sync {
    /// Starts its driver; the profile is a folder that goes when the driver stops.
    fn driver(&self, profile: &Path) -> Result<Driver>;

    /// What is asked of a session; the arguments are the browser's.
    fn wanted(&self, profile: &Path, arguments: &[&str]) -> Result<Capabilities>;

    /// Makes it as new.
    fn renew(&self, running: &mut Running) -> Result<()>;

    /// Gives the page this width and height, in CSS pixels.
    fn resize(&self, running: &Running, width: u32, height: u32) -> Result<()>;

    /// Sets what the page believes about its reader.
    fn emulate(&self, running: &Running, media: Media) -> Result<()>;

    /// What was complained about or logged since this was last asked.
    fn console(&self, running: &Running) -> Result<Vec<BrowserLogEntry>>;

    /// Saves what is downloaded in a folder, without asking.
    fn save_in(&self, running: &Running, folder: &Path) -> Result<()>;

    /// A finger that taps at a place in the window.
    fn tap(&self, running: &Running, x: i64, y: i64) -> Result<()>;

    /// A PDF of A4.
    fn print(&self, running: &Running) -> Result<Vec<u8>>;

    /// A command of the Chrome DevTools Protocol.
    fn cdp(&self, _running: &Running, method: &str, _parameters: Value) -> Result<Value> {
        bail!("{method} is Chromium's alone")
    }

    /// A picture as PNG of the first element that the selector finds; without one, of the whole page,
    /// also what is below the fold.
    fn picture(&self, running: &Running, selector: Option<&str>) -> Result<Vec<u8>>;
}
