// SPDX-License-Identifier: EUPL-1.2
//! `cargo xtask bench`: how long a reader waits for a chart, with the element and with chart
//! libraries, in one run on one machine. Only the ratios carry over to other machines.

mod library;
mod machine;
mod scenario;
mod spread;
mod visit;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde::Serialize;
use serde_json::{Value, json};

use crate::browser::{Browser, Engine};
use crate::build;
use crate::packages::{self, Packages};
use crate::server::{Options, Route, Server};
use crate::size::kilobytes;
use crate::step::step;
use library::{ELEMENT, Library, STATIC};
use scenario::Scenario;
use spread::{Ratio, Spread};
use visit::Visit;

/// The request by which a page reports that it is painted, and how long that may take.
const PAINTED: &str = "/bench/painted";
const PATIENCE: Duration = Duration::from_secs(25);

/// How to measure.
#[derive(Clone, Debug, clap::Args)]
pub struct Wanted {
    /// How many times each page is opened.
    #[arg(long, default_value_t = 15)]
    rounds: usize,
    /// The indicator that is drawn.
    #[arg(long, default_value = "geboortecijfer")]
    indicator: String,
    /// Measures one library, named as in the report; may be repeated.
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

/// One scenario by one sort of visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
struct Case {
    scenario: Scenario,
    visit: Visit,
}

/// What one visit gave, in milliseconds since the navigation.
struct Seen {
    /// When the charts were painted.
    painted: f64,
    /// When what stands in the page without script was.
    first: Option<f64>,
    /// By how much the page moved: the sum of its layout shifts.
    moved: f64,
}

/// One line of the report.
#[derive(Clone, Debug, Serialize)]
struct Row {
    name: &'static str,
    #[serde(flatten)]
    case: Case,
    #[serde(flatten)]
    milliseconds: Spread,
    /// The median of the element as pasted, divided by this one.
    pasted: Option<Ratio>,
    /// That of the static figure, divided by this one.
    written: Option<Ratio>,
    /// The most that the page moved.
    moved: f64,
}

/// Measures and reports.
pub fn run(wanted: &Wanted) -> Result<()> {
    if !wanted.no_build {
        build::run()?;
    }
    step("packages", || packages::install(Packages::Peers))?;
    // Vega compiles its expressions, which a policy would forbid. No page has one, so that the
    // conditions are the same for all.
    let kept = vec![("cache-control".into(), "max-age=3600".into())];
    let options = Options { policy: None, brotli: Some(11), headers: kept, ..Options::default() };
    let server = Server::start(options)?;
    let libraries = step("bundles", || library::all(&server, &wanted.only))?;
    let data = scenario::figures(&wanted.indicator)?;
    let regions = regions(&data)?;
    ensure!(regions.len() >= 40, "the indicator has too few full regions");
    for (library, scenario) in pages(&libraries) {
        let page = library.page(scenario, &wanted.indicator, &regions, &data)?;
        server.route(&path(library, scenario), library::packed(Route::html(page))?);
    }
    let overview = serde_json::to_vec(&scenario::overview(&data)?)?;
    server.route("/bench/data/overview.json", Route::new("application/json", overview));
    // Each visit reports anew.
    let anew = vec![("cache-control".into(), "no-store".into())];
    server.route(PAINTED, Route { headers: anew, ..Route::new("text/plain", "") });
    server.route("/warm", Route::html("<!doctype html><title>warm</title><p>warm"));
    if let Some(folder) = &wanted.shots {
        return shots(&server, &libraries, folder);
    }
    // The server compresses a file at its first request, for which no measured page should wait.
    step("warm-up", || {
        let mut pages = pages(&libraries);
        pages.try_for_each(|(one, what)| once(&server, &path(one, what), Visit::First).map(drop))
    })?;
    let times = measure(&server, &libraries, wanted.rounds)?;
    let rows = rows(&libraries, &times);
    report(&libraries, &rows);
    if let Some(file) = &wanted.json {
        let sizes: BTreeMap<_, _> = libraries.iter().map(|one| (one.name, one.size)).collect();
        let all = json!({"brotli": sizes, "milliseconds": rows});
        fs::write(file, serde_json::to_string_pretty(&all)? + "\n")?;
    }
    Ok(())
}

/// Every library with every scenario that it draws.
fn pages(libraries: &[Library]) -> impl Iterator<Item = (&Library, Scenario)> {
    libraries.iter().flat_map(|one| {
        Scenario::ALL.into_iter().filter(|what| one.shows(*what)).map(move |what| (one, what))
    })
}

/// The municipalities with a number in every year, Utrecht ahead.
fn regions(data: &Value) -> Result<Vec<String>> {
    let codes = |dimension| scenario::codes(data, dimension);
    let (measures, all, periods) = (codes("measure"), codes("region"), codes("period"));
    let numerator = measures.iter().position(|measure| measure == "numerator");
    let numerator = numerator.context("the indicator has no numerators")?;
    let is_year = |period: &&String| period.len() == 4;
    let is_full = |region: usize| {
        let first = (numerator * all.len() + region) * periods.len();
        let years = periods.iter().enumerate().filter(|(_, period)| is_year(period));
        years.clone().count() > 1
            && years.into_iter().all(|(at, _)| scenario::number(data, first + at).is_some())
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

fn path(library: &Library, scenario: Scenario) -> String {
    let name = library.name.trim().to_lowercase().replace([' ', '.'], "-");
    format!("/bench/{name}-{}.html", scenario.word())
}

fn cases() -> impl Iterator<Item = Case> {
    let of =
        |scenario| Visit::of(scenario).iter().map(move |visit| Case { scenario, visit: *visit });
    Scenario::ALL.into_iter().flat_map(of)
}

/// The times of all rounds, and the most that a page moved.
#[derive(Default)]
struct Series {
    times: Vec<f64>,
    moved: f64,
}

type Times = BTreeMap<(&'static str, Case), Series>;

fn measure(server: &Server, libraries: &[Library], rounds: usize) -> Result<Times> {
    let mut times = Times::new();
    let mut add = |name, case, time, moved| {
        let series = times.entry((name, case)).or_default();
        series.times.push(time);
        series.moved = series.moved.max(moved);
    };
    let mut order: Vec<&Library> = libraries.iter().collect();
    for round in 1..=rounds {
        step(&format!("round {round} of {rounds}"), || {
            for case in cases() {
                for library in order.iter().filter(|one| one.shows(case.scenario)) {
                    let seen = once(server, &path(library, case.scenario), case.visit)
                        .with_context(|| format!("{}, {}", library.name, case.scenario.word()))?;
                    add(library.name, case, seen.painted, seen.moved);
                    if let Some(first) = seen.first.filter(|_| library.is_static()) {
                        add(STATIC, case, first, seen.moved);
                    }
                }
            }
            Ok(())
        })?;
        // Vary who goes first, and who follows whom.
        order.rotate_left(1);
        order.reverse();
    }
    Ok(times)
}

/// The times from navigation to painted: in a new browser with an empty cache, and a fresh renderer,
/// because the warm-up page is of another site. By then the browser has finished starting up.
fn once(server: &Server, path: &str, visit: Visit) -> Result<Seen> {
    // Not one that another visit left, whose programs are warm.
    let browser = Browser::start_with(&[])?;
    browser.resize(1280, 900)?;
    let warm = server.url("/warm").replace("127.0.0.1", "localhost");
    browser.open(&warm)?;
    if visit == Visit::Second {
        server.forget();
        browser.open(&server.url(path))?;
        painted(server, &browser)?;
        browser.open(&warm)?;
    }
    visit.prepare(&browser)?;
    machine::rest()?;
    server.forget();
    // Not `open`, which polls the page while it draws.
    browser.cdp("Page.navigate", json!({"url": server.url(path)}))?;
    painted(server, &browser)
}

/// Waits until the page reports that it is painted, and reads when that was.
fn painted(server: &Server, browser: &Browser) -> Result<Seen> {
    let end = Instant::now() + PATIENCE;
    while !server.requests().iter().any(|path| path == PAINTED) {
        ensure!(Instant::now() < end, "never painted: {:?}", browser.console());
        std::thread::sleep(Duration::from_millis(20));
    }
    let at = |name: &str| format!("performance.getEntriesByName('{name}')[0]?.startTime ?? null");
    Ok(Seen {
        painted: browser.eval(&at("painted"))?,
        first: browser.eval(&at("seen"))?,
        moved: browser.eval("window.moved ?? 0")?,
    })
}

fn shots(server: &Server, libraries: &[Library], folder: &std::path::Path) -> Result<()> {
    let browser = Browser::start_in(Engine::Chromium)?;
    browser.resize(1280, 900)?;
    for (library, scenario) in pages(libraries) {
        let path = path(library, scenario);
        server.forget();
        browser.open(&server.url(&path))?;
        painted(server, &browser).with_context(|| path.clone())?;
        let name = path.rsplit('/').next().unwrap_or_default().replace(".html", ".png");
        browser.screenshot(&folder.join(name))?;
    }
    Ok(())
}

fn rows(libraries: &[Library], times: &Times) -> Vec<Row> {
    let names = libraries.iter().flat_map(|library| {
        let before = library.is_static().then_some(STATIC);
        before.into_iter().chain([library.name])
    });
    let of = |name, case| times.get(&(name, case));
    let row = |name, case| {
        let Series { times, moved } = of(name, case)?;
        let beside = |ours| Ratio::of(&of(ours, case)?.times, times);
        let is_peer = !name.starts_with(' ') && name != ELEMENT;
        Some(Row {
            name,
            case,
            milliseconds: Spread::of(times)?,
            pasted: beside(ELEMENT).filter(|_| is_peer),
            written: beside(STATIC).filter(|_| is_peer),
            moved: *moved,
        })
    };
    cases().flat_map(|case| names.clone().filter_map(move |name| row(name, case))).collect()
}

fn report(libraries: &[Library], rows: &[Row]) {
    println!("Everything each needs, brotli 11, data not counted:");
    for library in libraries {
        println!("  {:<16} {:>9}", library.name, kilobytes(library.size));
    }
    let mut before = None;
    for row in rows {
        if before != Some(row.case) {
            let Case { scenario, visit } = row.case;
            println!("\nNavigation to painted, {}, {}:", scenario.title(), visit.title());
            before = Some(row.case);
        }
        let Spread { median, least, most, rounds } = row.milliseconds;
        let beside = |ours, ratio: Option<Ratio>| ratio.map(|ratio| said(ours, ratio));
        let mut more: Vec<String> = [beside("pasted", row.pasted), beside("static", row.written)]
            .into_iter()
            .flatten()
            .collect();
        if row.moved > 0.0 {
            more.push(format!("moved {:.4}", row.moved));
        }
        println!(
            "  {:<16} {median:>7.0} ms ({least:.0} to {most:.0}, {rounds} rounds)   {}",
            row.name,
            more.join("; ")
        );
    }
}

/// A ratio with its interval; faster is only said where the interval says so.
fn said(ours: &str, ratio: Ratio) -> String {
    let Ratio { ratio: value, lower, upper } = ratio;
    let word = if ratio.is_less() { " faster" } else { "" };
    format!("{ours} × {value:.2} ({lower:.2} to {upper:.2}){word}")
}
