// SPDX-License-Identifier: EUPL-1.2
//! `cargo xtask bench`: how long a reader waits for a chart, with the element and with chart
//! libraries, in one run on one machine; what it says elsewhere is only the ratio.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use serde::Serialize;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::contestant::{self, Contestant, ELEMENT};
use crate::server::{Options, Route, Server};
use crate::setup::{self, Packages};
use crate::size::kilobytes;
use crate::spread::Spread;
use crate::step::step;
use crate::{build, project};

/// How many charts a page holds.
const CHARTS: [usize; 2] = [1, 40];

/// A telephone on a weak signal: the wait for each answer in ms, and bytes per second.
const SLOW: (u32, u32) = (150, 200_000);

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
    charts: usize,
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
    step("set-up", || {
        setup::packages(Packages::Peers)?;
        setup::browser()
    })?;
    // The libraries need no policy to be lifted but Vega, which compiles its expressions; all
    // pages go without, so that none pays for what another needs.
    let server = Server::start(Options { policy: None, brotli: Some(11), ..Options::default() })?;
    let contestants = step("bundles", || contestant::all(&server, &wanted.only))?;
    let regions = regions(&wanted.indicator)?;
    for contestant in &contestants {
        for charts in CHARTS {
            let regions =
                regions.get(..charts).context("the indicator has too few full regions")?;
            let page = contestant.page(&wanted.indicator, regions);
            server.route(&path(contestant, charts), Route::html(page));
        }
    }
    server.route("/warm", Route::html("<!doctype html><title>warm</title><p>warm"));
    if let Some(folder) = &wanted.shots {
        return shots(&server, &contestants, folder);
    }
    // The server packs a file when it is first asked for it; no page shall wait for that.
    step("warm-up", || {
        contestants.iter().try_for_each(|one| once(&server, &path(one, 1), false).map(drop))
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

/// The first municipalities with a number in every year, Utrecht ahead.
fn regions(indicator: &str) -> Result<Vec<String>> {
    let file = project::pkg().join(format!("data/indicator/{indicator}.json"));
    let text = fs::read_to_string(&file).with_context(|| format!("no {}", file.display()))?;
    let data: Value = serde_json::from_str(&text)?;
    let codes = |dimension: &str| -> Vec<String> {
        let index = data.pointer(&format!("/dimension/{dimension}/category/index"));
        let index = index.and_then(Value::as_array).into_iter().flatten();
        index.filter_map(|code| code.as_str().map(str::to_owned)).collect()
    };
    let (measures, all, periods) = (codes("measure"), codes("region"), codes("period"));
    ensure!(
        data.get("id") == Some(&json!(["indicator", "measure", "region", "period"])),
        "other dimensions"
    );
    let numerator = measures.iter().position(|measure| measure == "numerator");
    let numerator = numerator.context("the indicator has no numerators")?;
    let value = data.get("value").context("no values")?;
    let cell = |index: usize| value.get(index).or_else(|| value.get(index.to_string()));
    let is_year = |period: &&String| period.len() == 4;
    let is_full = |region: usize| {
        let first = (numerator * all.len() + region) * periods.len();
        let years = periods.iter().enumerate().filter(|(_, period)| is_year(period));
        years.clone().count() > 1
            && years.into_iter().all(|(at, _)| cell(first + at).is_some_and(Value::is_number))
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

fn path(contestant: &Contestant, charts: usize) -> String {
    let name = contestant.name.to_lowercase().replace([' ', '.'], "-");
    format!("/bench/{name}-{charts}.html")
}

type Times = BTreeMap<(&'static str, Case), Vec<f64>>;

fn measure(server: &Server, contestants: &[Contestant], rounds: usize) -> Result<Times> {
    let mut times = Times::new();
    let mut order: Vec<&Contestant> = contestants.iter().collect();
    for round in 1..=rounds {
        step(&format!("round {round} of {rounds}"), || {
            for charts in CHARTS {
                for slow in [false, true] {
                    for contestant in &order {
                        let case = Case { charts, slow };
                        let time = once(server, &path(contestant, charts), slow)
                            .with_context(|| format!("{} × {charts}", contestant.name))?;
                        times.entry((contestant.name, case)).or_default().push(time);
                    }
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
/// cache, and (the other site being another process) a renderer that ran nothing yet.
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
    browser.open(&server.url(path))?;
    painted(&browser)
}

fn painted(browser: &Browser) -> Result<f64> {
    browser.eval(
        "new Promise((resolve, reject) => { \
           const look = () => { \
             const [mark] = performance.getEntriesByName('painted'); \
             if (mark) resolve(mark.startTime); \
             else if (performance.now() > 25000) reject(new Error('never painted')); \
             else setTimeout(look, 20); \
           }; \
           look(); })",
    )
}

fn shots(server: &Server, contestants: &[Contestant], folder: &std::path::Path) -> Result<()> {
    let browser = Browser::start()?;
    browser.resize(1280, 900)?;
    for contestant in contestants {
        for charts in CHARTS {
            let path = path(contestant, charts);
            browser.open(&server.url(&path))?;
            painted(&browser).with_context(|| format!("{path}: {:?}", browser.console()))?;
            let name = path.rsplit('/').next().unwrap_or_default().replace(".html", ".png");
            browser.screenshot(&folder.join(name))?;
        }
    }
    Ok(())
}

fn rows(contestants: &[Contestant], times: &Times) -> Vec<Row> {
    let spread = |name, case| Spread::of(times.get(&(name, case))?);
    let mut rows = Vec::new();
    for charts in CHARTS {
        for slow in [false, true] {
            let case = Case { charts, slow };
            let element = spread(ELEMENT, case);
            for contestant in contestants {
                let Some(milliseconds) = spread(contestant.name, case) else {
                    continue;
                };
                let ratio = element.map(|element| milliseconds.median / element.median);
                rows.push(Row { name: contestant.name, case, milliseconds, ratio });
            }
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
            println!(
                "\nNavigation to painted, {} on a page, {line}:",
                match row.case.charts {
                    1 => "one chart".to_owned(),
                    charts => format!("{charts} charts"),
                }
            );
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
