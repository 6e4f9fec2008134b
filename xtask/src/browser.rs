// SPDX-License-Identifier: EUPL-1.2
//! Chromium under remote control. Every browser has its own driver and its own profile, so tests may
//! run side by side. To start one takes longer than most tests: who is done with one leaves it, with
//! an empty tab, to the next.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::{BrowserLogEntry, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver};
use tokio::runtime::Runtime;

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

/// How long a page may take to do what it is waited for, on the slowest machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long to wait before asking again, at first and at most: asking takes the time of the page, too.
const PAUSES: [Duration; 2] = [Duration::from_millis(10), Duration::from_millis(100)];

/// What a page believes about its reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Media {
    /// The reader prefers dark.
    pub dark: bool,
    /// The system chooses the colours.
    pub forced_colors: bool,
    /// The page is printed.
    pub print: bool,
    /// The reader wants no motion.
    pub reduced_motion: bool,
}

/// A browser, with a tab in which nothing was done before.
pub struct Browser {
    /// There until it is dropped.
    running: Option<Running>,
    /// Whether it was started as all are, so that it may be left to another.
    is_plain: bool,
}

/// A driver with the browser that it started.
struct Running {
    session: WebDriver,
    runtime: Runtime,
    driver: Child,
}

/// Those that nobody uses now.
static IDLE: Mutex<Vec<Running>> = Mutex::new(Vec::new());

impl Browser {
    /// Starts a browser, or takes one that was left.
    pub fn start() -> Result<Self> {
        let left = IDLE.lock().ok().and_then(|mut idle| idle.pop());
        let running = left.map_or_else(|| Running::start(&[]), Ok)?;
        Ok(Self { running: Some(running), is_plain: true })
    }

    /// Starts a new browser with more arguments of Chromium, which nobody gets after.
    pub fn start_with(arguments: &[&str]) -> Result<Self> {
        Ok(Self { running: Some(Running::start(arguments)?), is_plain: false })
    }

    fn running(&self) -> Result<&Running> {
        self.running.as_ref().context("the browser was left")
    }

    /// Opens a page and waits until it is loaded.
    pub fn open(&self, address: &str) -> Result<()> {
        self.wait(self.session()?.goto(address)).with_context(|| format!("cannot open {address}"))
    }

    /// Gives the page this width and height, in CSS pixels; narrower than a window can be, too.
    pub fn resize(&self, width: u32, height: u32) -> Result<()> {
        let metrics =
            json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.cdp("Emulation.setDeviceMetricsOverride", metrics)?;
        Ok(())
    }

    /// Sets what the page believes about its reader.
    pub fn emulate(&self, media: Media) -> Result<()> {
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
        self.cdp("Emulation.setEmulatedMedia", json!({"media": kind, "features": features}))?;
        Ok(())
    }

    /// The value of an expression in the page; a promise is waited for.
    pub fn eval<T: DeserializeOwned>(&self, expression: &str) -> Result<T> {
        let script = format!("return ({expression});");
        let value = self
            .wait(self.session()?.execute(script, Vec::new()))
            .with_context(|| format!("in the page: {expression}"))?;
        serde_json::from_value(value.json().clone())
            .with_context(|| format!("another type than asked for: {expression}"))
    }

    /// Waits until an expression in the page is true.
    pub fn wait_for(&self, condition: &str) -> Result<()> {
        let end = Instant::now() + PATIENCE;
        let condition = format!("Boolean({condition})");
        let [mut pause, longest] = PAUSES;
        while !self.eval::<bool>(&condition)? {
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
        self.wait(self.session()?.browser_log())
    }

    /// A command of the Chrome DevTools Protocol.
    pub fn cdp(&self, method: &str, parameters: Value) -> Result<Value> {
        self.wait(self.session()?.cdp().send_raw(method, parameters))
            .with_context(|| format!("{method} failed"))
    }

    /// Writes the whole page as PNG, also what is below the fold.
    pub fn screenshot(&self, file: &Path) -> Result<()> {
        self.capture(
            file,
            "({ x: 0, y: 0, width: document.documentElement.clientWidth, \
                height: document.documentElement.scrollHeight })",
        )
    }

    /// Writes the first element that the selector finds as PNG.
    pub fn screenshot_of(&self, selector: &str, file: &Path) -> Result<()> {
        let selector = serde_json::to_string(selector)?;
        self.capture(
            file,
            &format!(
                "(() => {{ const box = document.querySelector({selector}).getBoundingClientRect(); \
                 return {{ x: box.x + scrollX, y: box.y + scrollY, \
                           width: box.width, height: box.height }}; }})()"
            ),
        )
    }

    /// The page as a reader prints it: a PDF of A4.
    pub fn print(&self) -> Result<Vec<u8>> {
        let paper = json!({"paperWidth": 210.0 / 25.4, "paperHeight": 297.0 / 25.4});
        let answer = self.cdp("Page.printToPDF", paper)?;
        let data = answer.get("data").and_then(Value::as_str).context("no print")?;
        Ok(STANDARD.decode(data)?)
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
        Ok(self.running()?.runtime.block_on(answer)?)
    }

    fn capture(&self, file: &Path, area: &str) -> Result<()> {
        let mut clip: Value = self.eval(area)?;
        if let Some(clip) = clip.as_object_mut() {
            clip.insert("scale".into(), 1.into());
        }
        let shot = json!({"format": "png", "captureBeyondViewport": true, "clip": clip});
        let answer = self.cdp("Page.captureScreenshot", shot)?;
        let data = answer.get("data").and_then(Value::as_str).context("no picture")?;
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(file, STANDARD.decode(data)?)?;
        Ok(())
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let Some(running) = self.running.take() else { return };
        // What a test that failed did to it is not known.
        let is_as_new = self.is_plain && !std::thread::panicking() && running.renew().is_ok();
        if let Ok(mut idle) = IDLE.lock()
            && is_as_new
        {
            idle.push(running);
        }
    }
}

impl Running {
    fn start(arguments: &[&str]) -> Result<Self> {
        let profile = tempfile::tempdir()?;
        let (mut driver, port) = start_driver(profile.path())?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let session = runtime.block_on(start_session(port, profile.path(), arguments));
        match session {
            Ok(session) => {
                // From here on what guards the driver takes it away.
                let _ = profile.keep();
                Ok(Self { session, runtime, driver })
            }
            Err(error) => {
                stop(&mut driver);
                Err(error.context("Chromium does not start"))
            }
        }
    }

    /// An empty tab in place of all others: what was emulated is of a tab, what was cached and
    /// permitted is of the browser.
    fn renew(&self) -> Result<()> {
        let session = &self.session;
        let renewed = async {
            let before = session.windows().await?;
            let tab = session.new_tab().await?;
            for window in before {
                session.switch_to_window(window).await?;
                session.close_window().await?;
            }
            session.switch_to_window(tab).await?;
            for (method, parameters) in [
                ("Browser.resetPermissions", json!({})),
                ("Browser.setDownloadBehavior", json!({"behavior": "default"})),
                ("Network.clearBrowserCache", json!({})),
                ("Page.bringToFront", json!({})),
                // The argument that hides them is heeded in the first tab only.
                ("Emulation.setScrollbarsHidden", json!({"hidden": true})),
            ] {
                session.cdp().send_raw(method, parameters).await?;
            }
            session.browser_log().await
        };
        self.runtime.block_on(renewed)?;
        Ok(())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.runtime.block_on(self.session.clone().quit()).ok();
        stop(&mut self.driver);
    }
}

/// How often a driver is started that ends at once: the port that it chose may be taken by then.
const STARTS: usize = 5;

/// Browsers that are left to others outlive every test, and nothing is told when the program that ran
/// them ends, but for the end of this shell's input. It takes the driver, its browser and their
/// profile away then.
const GUARD: &str =
    "chromedriver --port=0 & exec >&-; trap '' TERM; read -r _; kill 0; wait; rm -rf \"$1\"";

fn start_driver(profile: &Path) -> Result<(Child, u16)> {
    for _ in 1..STARTS {
        if let Some(started) = try_driver(profile)? {
            return Ok(started);
        }
    }
    try_driver(profile)?
        .context("chromedriver did not say its port: is Debian's chromium-driver installed?")
}

/// A driver and its port; none where it ended before it had one.
fn try_driver(profile: &Path) -> Result<Option<(Child, u16)>> {
    let mut driver = Command::new("sh")
        .args(["-c", GUARD, "sh"])
        .arg(profile)
        .process_group(0)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .context("no shell")?;
    let mut lines = BufReader::new(driver.stdout.take().context("no output")?).lines();
    while let Some(line) = lines.next() {
        let line = line?;
        let port = line
            .rsplit_once("successfully on port ")
            .map(|(_, port)| port.trim_end_matches('.').parse());
        if let Some(Ok(port)) = port {
            // The driver would stop at a closed pipe.
            std::thread::spawn(move || lines.for_each(drop));
            return Ok(Some((driver, port)));
        }
    }
    stop(&mut driver);
    Ok(None)
}

async fn start_session(port: u16, profile: &Path, arguments: &[&str]) -> Result<WebDriver> {
    let mut wanted = DesiredCapabilities::chrome();
    for argument in ARGUMENTS.iter().chain(arguments) {
        wanted.add_arg(argument)?;
    }
    wanted.add_arg(&format!("--user-data-dir={}", profile.display()))?;
    wanted.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    Ok(WebDriver::new(format!("http://127.0.0.1:{port}"), wanted).await?)
}

/// Ends a driver with all that it started.
fn stop(driver: &mut Child) {
    drop(driver.stdin.take());
    driver.wait().ok();
}
