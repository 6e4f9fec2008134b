// SPDX-License-Identifier: EUPL-1.2
//! How much a server serves on this machine, which the client shares with it: a lower bound.

use std::process::Command;

use anyhow::{Context, Result};

use super::FIXED;
use super::serving::Serving;
use crate::command;

/// What is asked for: the script, the core of one place, and figures.
const FILES: [&str; 4] = [
    "kansrijke-start.js",
    "core_bg.wasm",
    "data/country/tienermoeders.json",
    "data/region/GM0344.json",
];

/// For how many seconds, and by how many at once.
const SECONDS: &str = "3s";
const CONNECTIONS: &str = "32";

/// Asks for each file as often as it can; returns a line for each.
pub fn measure(serving: &Serving) -> Result<Vec<String>> {
    let mut lines = Vec::new();
    for file in FILES {
        let mut wrk = Command::new("wrk");
        wrk.args(["--threads", "1", "--connections", CONNECTIONS, "--duration", SECONDS]);
        wrk.args(["--latency", "--header", "Accept-Encoding: gzip, deflate, br"]);
        let said = command::output(wrk.arg(serving.url(&format!("/{FIXED}/{file}"))))?;
        let after = |term: &str| {
            let (_, rest) = said.split_once(term)?;
            rest.split_whitespace().next().map(str::to_owned)
        };
        let rate = after("Requests/sec:").context("no rate")?;
        let slowest = after("99%").context("no latency")?;
        anyhow::ensure!(!said.contains("Non-2xx"), "{file}: {said}");
        lines.push(format!("{file}: {rate} requests a second, 99 of 100 within {slowest}"));
    }
    Ok(lines)
}
