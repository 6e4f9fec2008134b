// SPDX-License-Identifier: EUPL-1.2
//! `cargo xtask shots`: pictures of a page as readers see it, for eyes.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};

use crate::browser::{Browser, Engine, Media};
use crate::project;
use crate::server::{Options, Server};
use crate::step::step;

/// The widths of a desktop, a column and a small phone (WCAG 1.4.10).
const WIDTHS: [u32; 3] = [1200, 600, 320];

/// How long the charts of a page may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// What to picture.
#[derive(Clone, Debug, clap::Args)]
pub struct Wanted {
    /// The folder of the pictures (target/shots).
    #[arg(long)]
    out: Option<PathBuf>,
    /// The page.
    #[arg(long, default_value = "/index.html")]
    page: String,
    /// The element; without it, the whole page.
    #[arg(long, value_name = "SELECTOR")]
    only: Option<String>,
    /// A width in pixels; may be repeated.
    #[arg(long)]
    width: Vec<u32>,
    /// With the colours of the system.
    #[arg(long)]
    forced_colors: bool,
    /// As it is printed.
    #[arg(long)]
    print: bool,
}

/// Pictures what was built.
pub fn run(wanted: &Wanted) -> Result<()> {
    let out = wanted.out.clone().unwrap_or_else(|| project::target().join("shots"));
    let name =
        wanted.page.trim_matches('/').replace(".html", "").replace(['/', '?', '&', '='], "-");
    let server = Server::start(Options::default())?;
    let browser = Browser::start_in(Engine::Chromium)?;
    let widths = if wanted.width.is_empty() { &WIDTHS[..] } else { &wanted.width };
    for &width in widths {
        for dark in [false, true] {
            let media = Media {
                dark,
                forced_colors: wanted.forced_colors,
                print: wanted.print,
                reduced_motion: true,
            };
            let mut file = format!("{name}-{width}-{}", if dark { "dark" } else { "light" });
            for (suffix, on) in [("-forced", media.forced_colors), ("-print", media.print)] {
                file.push_str(if on { suffix } else { "" });
            }
            let file = out.join(file + ".png");
            step(&file.display().to_string(), || {
                // A page is printed from the screen, where it was loaded.
                browser.emulate(Media { print: false, ..media })?;
                browser.resize(width, 900)?;
                browser.open(&server.url(&wanted.page))?;
                settle(&browser)?;
                browser.emulate(media)?;
                match &wanted.only {
                    Some(selector) => browser.screenshot_of(selector, &file),
                    None => browser.screenshot(&file),
                }
            })?;
        }
    }
    Ok(())
}

/// Waits until every chart of the page stands. Lazy ones are drawn when they come near, and make
/// the page longer, so the window is made as tall as the page again and again.
fn settle(browser: &Browser) -> Result<()> {
    let width: u32 = browser.eval("innerWidth")?;
    let start = Instant::now();
    loop {
        let height: u32 = browser.eval("document.documentElement.scrollHeight")?;
        browser.resize(width, height)?;
        browser.eval::<()>("new Promise(done => setTimeout(done, 100))")?;
        let missing: Vec<String> = browser.eval(
            "[...document.querySelectorAll('kansrijke-start')]\
             .filter(chart => !chart.shadowRoot?.querySelector('svg, table, p, .inline'))\
             .map(chart => chart.cloneNode().outerHTML)",
        )?;
        if missing.is_empty()
            && height == browser.eval::<u32>("document.documentElement.scrollHeight")?
        {
            return Ok(());
        }
        ensure!(start.elapsed() < PATIENCE, "not drawn: {}", missing.join(" "));
    }
}
