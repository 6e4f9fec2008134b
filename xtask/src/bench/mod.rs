// SPDX-License-Identifier: EUPL-1.2
//! `cargo xtask bench`: how long a reader waits for a chart, with the element and with chart
//! libraries, in one run on one machine; what it says elsewhere is only the ratio.

mod library;
mod machine;
mod scenario;
mod spread;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde::Serialize;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::build;
use crate::packages::{self, Packages};
use crate::server::{Options, Route, Server};
use crate::size::kilobytes;
use crate::step::step;
use library::{self as contestant, Contestant, ELEMENT};
use scenario::{self as exhibit, Exhibit};
use spread::Spread;

/// A telephone on a weak signal: the wait for each answer in ms, and bytes per second.
const SLOW: (u32, u32) = (150, 200_000);

/// Where a page says that it is painted, and how long it may take.
const PAINTED: &str = "/bench/painted";
const PATIENCE: Duration = Duration::from_secs(25);

/// How to measure.
#[derive(Clone, Debug, clap::Args)]
pub struct Wanted {
    /// How often every page is opened.
    #[arg(long, default_value_t = 15)]
    rounds: usize,
    /// The indicator that is drawn.
    #[arg(long, default_value = "moeders-35-plus")]
    indicator: String,
    /// A contestant, by its name in the report; may be repeated.
    #[arg(long, value_name = "NAME")]
    only: Vec<String>,
    /// Writes the results as JSON.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Writes a picture of every page into this folder instead of measuring.
    #[arg(long, value_name = "DIR")]
    shots: Option<PathBuf>,
    /// Measures what was built last.
    #[arg(long)]
    no_build: bool,
}

/// One page over one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
struct Case {
    exhibit: Exhibit,
    slow: bool,
}

/// One line of the report.
#[derive(Clone, Debug, Serialize)]
struct Row {
    name: &'static str,
    #[serde(flatten)]
    case: Case,
    #[serde(flatten)]
    milliseconds: Spread,
    /// The median, in medians of the element.
    ratio: Option<f64>,
}

/// Measures and reports.
pub fn run(wanted: &Wanted) -> Result<()> {
    if !wanted.no_build {
        build::run()?;
    }
    step("packages", || packages::install(Packages::Peers))?;
    // The libraries need no policy to be lifted but Vega, which compiles its expressions; all
    // pages go without, so that none pays for what another needs.
    let server = Server::start(Options { policy: None, brotli: Some(11), ..Options::default() })?;
    let contestants = step("bundles", || contestant::all(&server, &wanted.only))?;
    let data = exhibit::figures(&wanted.indicator)?;
    let regions = regions(&data)?;
    ensure!(regions.len() >= 40, "the indicator has too few full regions");
    for (contestant, exhibit) in pages(&contestants) {
        let page = contestant.page(exhibit, &wanted.indicator, &regions);
        server.route(&path(contestant, exhibit), Route::html(page));
    }
    let overview = serde_json::to_vec(&exhibit::overview(&data)?)?;
    server.route("/bench/data/overview.json", Route::new("application/json", overview));
    server.route(PAINTED, Route::new("text/plain", ""));
    server.route("/warm", Route::html("<!doctype html><title>warm</title><p>warm"));
    if let Some(folder) = &wanted.shots {
        return shots(&server, &contestants, folder);
    }
    // The server packs a file when it is first asked for it; no page shall wait for that.
    step("warm-up", || {
        let mut pages = pages(&contestants);
        pages.try_for_each(|(one, what)| once(&server, &path(one, what), false).map(drop))
    })?;
    let times = measure(&server, &contestants, wanted.rounds)?;
    let rows = rows(&contestants, &times);
    report(&contestants, &rows);
    if let Some(file) = &wanted.json {
        let sizes: BTreeMap<_, _> = contestants.iter().map(|one| (one.name, one.size)).collect();
        let all = json!({"brotli": sizes, "milliseconds": rows});
        fs::write(file, serde_json::to_string_pretty(&all)? + "\n")?;
    }
    Ok(())
}

/// Everybody with everything that they show.
fn pages(contestants: &[Contestant]) -> impl Iterator<Item = (&Contestant, Exhibit)> {
    contestants.iter().flat_map(|one| {
        Exhibit::ALL.into_iter().filter(|what| one.shows(*what)).map(move |what| (one, what))
    })
}

/// The municipalities with a number in every year, Utrecht ahead.
fn regions(data: &Value) -> Result<Vec<String>> {
    let codes = |dimension| exhibit::codes(data, dimension);
    let (measures, all, periods) = (codes("measure"), codes("region"), codes("period"));
    let numerator = measures.iter().position(|measure| measure == "numerator");
    let numerator = numerator.context("the indicator has no numerators")?;
    let is_year = |period: &&String| period.len() == 4;
    let is_full = |region: usize| {
        let first = (numerator * all.len() + region) * periods.len();
        let years = periods.iter().enumerate().filter(|(_, period)| is_year(period));
        years.clone().count() > 1
            && years.into_iter().all(|(at, _)| exhibit::number(data, first + at).is_some())
    };
    let mut full: Vec<String> = all
        .iter()
        .enumerate()
        .filter(|(region, code)| code.starts_with("GM") && is_full(*region))
        .map(|(_, code)| code.clone())
        .collect();
    full.sort_by_key(|code| (code != "GM0344", code.clone()));
    Ok(full)
}

fn path(contestant: &Contestant, exhibit: Exhibit) -> String {
    let name = contestant.name.trim().to_lowercase().replace([' ', '.'], "-");
    format!("/bench/{name}-{}.html", exhibit.word())
}

/// Every exhibit over the machine's own line, some over a slow one as well.
fn cases() -> impl Iterator<Item = Case> {
    Exhibit::ALL.into_iter().flat_map(|exhibit| {
        let lines = if exhibit.is_slow() { &[false, true][..] } else { &[false] };
        lines.iter().map(move |slow| Case { exhibit, slow: *slow })
    })
}

type Times = BTreeMap<(&'static str, Case), Vec<f64>>;

fn measure(server: &Server, contestants: &[Contestant], rounds: usize) -> Result<Times> {
    let mut times = Times::new();
    let mut order: Vec<&Contestant> = contestants.iter().collect();
    for round in 1..=rounds {
        step(&format!("round {round} of {rounds}"), || {
            for case in cases() {
                for contestant in order.iter().filter(|one| one.shows(case.exhibit)) {
                    let time = once(server, &path(contestant, case.exhibit), case.slow)
                        .with_context(|| format!("{}, {}", contestant.name, case.exhibit.word()))?;
                    times.entry((contestant.name, case)).or_default().push(time);
                }
            }
            Ok(())
        })?;
        // Who goes first changes, and who goes after whom.
        order.rotate_left(1);
        order.reverse();
    }
    Ok(times)
}

/// The time from navigation to painted, for a reader who was never here: a new browser, an empty
/// cache, and (the other site being another process) a renderer that ran nothing yet. What a
/// browser does when it starts is over by then.
fn once(server: &Server, path: &str, slow: bool) -> Result<f64> {
    let browser = Browser::start()?;
    browser.resize(1280, 900)?;
    browser.open(&server.url("/warm").replace("127.0.0.1", "localhost"))?;
    if slow {
        let (latency, throughput) = SLOW;
        browser.cdp("Network.enable", json!({}))?;
        browser.cdp(
            "Network.emulateNetworkConditions",
            json!({"offline": false, "latency": latency,
                   "downloadThroughput": throughput, "uploadThroughput": throughput}),
        )?;
    }
    machine::rest()?;
    server.forget();
    // Not `open`, which asks the page whether it is loaded while it draws.
    browser.cdp("Page.navigate", json!({"url": server.url(path)}))?;
    painted(server, &browser)
}

/// Waits until the page says that it is painted, and asks when that was.
fn painted(server: &Server, browser: &Browser) -> Result<f64> {
    let end = Instant::now() + PATIENCE;
    while !server.requests().iter().any(|path| path == PAINTED) {
        ensure!(Instant::now() < end, "never painted: {:?}", browser.console());
        std::thread::sleep(Duration::from_millis(20));
    }
    browser.eval("performance.getEntriesByName('painted')[0].startTime")
}

fn shots(server: &Server, contestants: &[Contestant], folder: &std::path::Path) -> Result<()> {
    let browser = Browser::start()?;
    browser.resize(1280, 900)?;
    for (contestant, exhibit) in pages(contestants) {
        let path = path(contestant, exhibit);
        server.forget();
        browser.open(&server.url(&path))?;
        painted(server, &browser).with_context(|| path.clone())?;
        let name = path.rsplit('/').next().unwrap_or_default().replace(".html", ".png");
        browser.screenshot(&folder.join(name))?;
    }
    Ok(())
}

fn rows(contestants: &[Contestant], times: &Times) -> Vec<Row> {
    let spread = |name, case| Spread::of(times.get(&(name, case))?);
    let mut rows = Vec::new();
    for case in cases() {
        let element = spread(ELEMENT, case);
        for contestant in contestants {
            let Some(milliseconds) = spread(contestant.name, case) else {
                continue;
            };
            let ratio = element.map(|element| milliseconds.median / element.median);
            rows.push(Row { name: contestant.name, case, milliseconds, ratio });
        }
    }
    rows
}

fn report(contestants: &[Contestant], rows: &[Row]) {
    println!("Everything each needs, brotli 11, data not counted:");
    for contestant in contestants {
        println!("  {:<16} {:>9}", contestant.name, kilobytes(contestant.size));
    }
    let mut before = None;
    for row in rows {
        if before != Some(row.case) {
            let (latency, throughput) = SLOW;
            let line = if row.case.slow {
                format!("{latency} ms round trip, {} Mbit/s", f64::from(throughput) * 8.0 / 1e6)
            } else {
                "this machine's own line".to_owned()
            };
            println!("\nNavigation to painted, {}, {line}:", row.case.exhibit.title());
            before = Some(row.case);
        }
        let Spread { median, least, most, rounds } = row.milliseconds;
        let ratio = row.ratio.map(|ratio| format!("× {ratio:.2}")).unwrap_or_default();
        println!(
            "  {:<16} {median:>7.0} ms   {ratio:<7} ({least:.0} to {most:.0}, {rounds} rounds)",
            row.name
        );
    }
}
