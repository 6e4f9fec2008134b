// SPDX-License-Identifier: EUPL-1.2
//! Browsers under remote control: Chromium, Firefox and WebKitGTK. Every browser has its own driver and
//! its own profile, so tests may run side by side. To start one takes longer than most tests: who is
//! done with one leaves it, with an empty tab, to the next.

mod chromium;
mod driver;
mod engine;
mod firefox;
mod means;
mod media;
mod running;
mod webkit;

use std::path::Path;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::{BrowserLogEntry, WebDriver};

pub use engine::{Engine, VARIABLE};
use means::Means;
pub use media::Media;
use running::Running;
pub use webkit::KEEPER;

/// How long a page may take to do what it is waited for, on the slowest machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long to wait before asking again, at first and at most: asking takes the time of the page, too.
const PAUSES: [Duration; 2] = [Duration::from_millis(10), Duration::from_millis(100)];

/// A browser, with a tab in which nothing was done before.
pub struct Browser {
    /// There until it is dropped.
    running: Option<Running>,
    /// Whether it was started as all are, so that it may be left to another.
    is_plain: bool,
}

/// Those that nobody uses now.
static IDLE: Mutex<Vec<Running>> = Mutex::new(Vec::new());

impl Browser {
    /// Starts a browser of the engine that is asked for, or takes one that was left.
    pub fn start() -> Result<Self> {
        Self::start_in(Engine::asked()?)
    }

    /// The same, of this engine.
    pub fn start_in(engine: Engine) -> Result<Self> {
        let left = IDLE.lock().ok().and_then(|mut idle| {
            let place = idle.iter().position(|running| running.engine == engine)?;
            Some(idle.swap_remove(place))
        });
        let running = left.map_or_else(|| Running::start(engine, &[]), Ok)?;
        Ok(Self { running: Some(running), is_plain: true })
    }

    /// Starts a new Chromium with more arguments, which nobody gets after.
    pub fn start_with(arguments: &[&str]) -> Result<Self> {
        let running = Running::start(Engine::Chromium, arguments)?;
        Ok(Self { running: Some(running), is_plain: false })
    }

    fn running(&self) -> Result<&Running> {
        self.running.as_ref().context("the browser was left")
    }

    /// The browser, and what its engine does in a way of its own.
    fn own(&self) -> Result<(&'static dyn Means, &Running)> {
        let running = self.running()?;
        Ok((running.engine.means(), running))
    }

    /// Opens a page and waits until it is loaded.
    pub fn open(&self, address: &str) -> Result<()> {
        self.wait(self.session()?.goto(address)).with_context(|| format!("cannot open {address}"))
    }

    /// Gives the page this width and height, in CSS pixels; narrower than a window can be, too.
    pub fn resize(&self, width: u32, height: u32) -> Result<()> {
        let (means, running) = self.own()?;
        means.resize(running, width, height)
    }

    /// Sets what the page believes about its reader.
    pub fn emulate(&self, media: Media) -> Result<()> {
        let (means, running) = self.own()?;
        means.emulate(running, media)
    }

    /// The value of an expression in the page; a promise is waited for.
    pub fn eval<T: DeserializeOwned>(&self, expression: &str) -> Result<T> {
        self.running()?.eval(expression)
    }

    /// Waits until an expression in the page is true.
    pub fn wait_for(&self, condition: &str) -> Result<()> {
        let end = Instant::now() + PATIENCE;
        let condition = format!("Boolean({condition})");
        let [mut pause, longest] = PAUSES;
        // In a frame whose page is on its way Firefox answers nothing.
        while self.eval::<Option<bool>>(&condition)? != Some(true) {
            if Instant::now() > end {
                bail!("not within {} s: {condition}", PATIENCE.as_secs());
            }
            std::thread::sleep(pause);
            pause = longest.min(pause * 3 / 2);
        }
        Ok(())
    }

    /// What the page and the browser complained about or logged since this was last asked.
    pub fn console(&self) -> Result<Vec<BrowserLogEntry>> {
        let (means, running) = self.own()?;
        means.console(running)
    }

    /// A command of the Chrome DevTools Protocol, which Chromium alone has.
    pub fn cdp(&self, method: &str, parameters: Value) -> Result<Value> {
        let (means, running) = self.own()?;
        means.cdp(running, method, parameters)
    }

    /// Saves what is downloaded in a folder, without asking.
    pub fn save_in(&self, folder: &Path) -> Result<()> {
        let (means, running) = self.own()?;
        means.save_in(running, folder)
    }

    /// A finger taps at a place in the window.
    pub fn tap(&self, x: i64, y: i64) -> Result<()> {
        let (means, running) = self.own()?;
        means.tap(running, x, y)
    }

    /// Writes the whole page as PNG, also what is below the fold.
    pub fn screenshot(&self, file: &Path) -> Result<()> {
        self.picture(None, file)
    }

    /// Writes the first element that the selector finds as PNG.
    pub fn screenshot_of(&self, selector: &str, file: &Path) -> Result<()> {
        self.picture(Some(selector), file)
    }

    fn picture(&self, selector: Option<&str>, file: &Path) -> Result<()> {
        let (means, running) = self.own()?;
        let picture = means.picture(running, selector)?;
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(file, picture)?;
        Ok(())
    }

    /// The page as a reader prints it: a PDF of A4.
    pub fn print(&self) -> Result<Vec<u8>> {
        let (means, running) = self.own()?;
        means.print(running)
    }

    /// The session of WebDriver, for what has no method here; see [`Browser::wait`].
    pub fn session(&self) -> Result<&WebDriver> {
        Ok(&self.running()?.session)
    }

    /// Waits for an answer of the session.
    pub fn wait<T>(
        &self,
        answer: impl Future<Output = thirtyfour::error::WebDriverResult<T>>,
    ) -> Result<T> {
        self.running()?.wait(answer)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let Some(mut running) = self.running.take() else { return };
        let means = running.engine.means();
        // What a test that failed did to it is not known.
        let is_as_new =
            self.is_plain && !std::thread::panicking() && means.renew(&mut running).is_ok();
        if let Ok(mut idle) = IDLE.lock()
            && is_as_new
        {
            idle.push(running);
        }
    }
}
