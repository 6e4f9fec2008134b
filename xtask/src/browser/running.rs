// SPDX-License-Identifier: EUPL-1.2
//! A driver with the browser that it started.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId, WebDriver};
use tokio::runtime::Runtime;

use super::driver::Driver;
use super::engine::Engine;

/// How long a browser may take to do what it was told.
pub(super) const PATIENCE: Duration = Duration::from_secs(30);

/// A driver with the browser that it started.
pub(super) struct Running {
    pub engine: Engine,
    pub session: WebDriver,
    pub driver: Driver,
    runtime: Runtime,
    profile: PathBuf,
}

impl Running {
    pub fn start(engine: Engine, arguments: &[&str]) -> Result<Self> {
        let profile = tempfile::tempdir()?;
        let started = || {
            let driver = engine.means().driver(profile.path())?;
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            let wanted = engine.means().wanted(profile.path(), arguments)?;
            let session = runtime.block_on(WebDriver::new(address(&driver), wanted))?;
            anyhow::Ok((driver, runtime, session))
        };
        let (driver, runtime, session) =
            started().with_context(|| format!("{} does not start", engine.name()))?;
        // From here on what guards the driver takes it away.
        Ok(Self { engine, session, driver, runtime, profile: profile.keep() })
    }

    /// Another browser in place of this one, by the same driver.
    pub fn restart(&mut self) -> Result<()> {
        let wanted = self.engine.means().wanted(&self.profile, &[])?;
        self.session = self.runtime.block_on(async {
            self.session.clone().quit().await?;
            WebDriver::new(address(&self.driver), wanted).await
        })?;
        Ok(())
    }

    /// An empty tab in place of all others.
    pub fn take_new_tab(&self) -> Result<()> {
        let session = &self.session;
        self.wait(async {
            let before = session.windows().await?;
            let tab = session.new_tab().await?;
            for window in before {
                session.switch_to_window(window).await?;
                session.close_window().await?;
            }
            session.switch_to_window(tab).await
        })
    }

    /// Waits for an answer of the session.
    pub fn wait<T>(
        &self,
        answer: impl Future<Output = thirtyfour::error::WebDriverResult<T>>,
    ) -> Result<T> {
        Ok(self.runtime.block_on(answer)?)
    }

    /// The value of an expression in the page; a promise is waited for.
    pub fn eval<T: DeserializeOwned>(&self, expression: &str) -> Result<T> {
        self.run(&format!("return ({expression});"))
            .with_context(|| format!("in the page: {expression}"))
    }

    /// Waits until the page has this width and height.
    pub fn wait_for_size(&self, width: u32, height: u32) -> Result<()> {
        let end = Instant::now() + PATIENCE;
        loop {
            let seen: [f64; 2] = self.eval("[innerWidth, innerHeight]")?;
            if seen == [f64::from(width), f64::from(height)] {
                return Ok(());
            }
            if Instant::now() > end {
                bail!("{} makes the page {seen:?}, not {width} by {height}", self.engine.name());
            }
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Sends a command of WebDriver that its client has no method for.
    pub fn post(&self, path: &'static str, body: Value) -> Result<()> {
        self.wait(self.session.cmd(Post { path, body })).map(drop)
    }

    /// What a script returns.
    pub fn run<T: DeserializeOwned>(&self, script: &str) -> Result<T> {
        let value = self.wait(self.session.execute(script, Vec::new()))?;
        serde_json::from_value(value.json().clone()).context("another type than asked for")
    }
}

/// A command of WebDriver, by its path in the session.
#[derive(Debug)]
struct Post {
    path: &'static str,
    body: Value,
}

impl FormatRequestData for Post {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(hyper::Method::POST, format!("/session/{session}/{}", self.path))
            .add_body(self.body.clone())
    }
}

fn address(driver: &Driver) -> String {
    format!("http://127.0.0.1:{}", driver.port)
}

impl Drop for Running {
    fn drop(&mut self) {
        self.runtime.block_on(self.session.clone().quit()).ok();
    }
}
