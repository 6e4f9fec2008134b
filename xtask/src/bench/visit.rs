// SPDX-License-Identifier: EUPL-1.2
//! How a page of the benchmark is visited.

use anyhow::Result;
use serde::Serialize;
use serde_json::json;

use super::scenario::Scenario;
use crate::browser::Browser;

/// A phone on a weak signal: latency in milliseconds, and bytes per second.
const SLOW: (u32, u32) = (150, 200_000);

/// How many times as long a slow processor takes.
const BUSY: u32 = 4;

/// Over which line, with what processor, and for which time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Visit {
    /// Over the machine's own line, with an empty cache.
    First,
    /// The same over a slow line.
    Slow,
    /// The same with a slow processor.
    Busy,
    /// By a browser that has the files from the visit before.
    Second,
}

impl Visit {
    /// The visits by which a scenario is measured.
    pub fn of(scenario: Scenario) -> &'static [Self] {
        match scenario {
            Scenario::One => &[Self::First, Self::Slow, Self::Busy, Self::Second],
            Scenario::Forty => &[Self::First, Self::Slow],
            Scenario::Ranking | Scenario::Heatmap => &[Self::First],
        }
    }

    /// What it is called in the report.
    pub fn title(self) -> String {
        let (latency, throughput) = SLOW;
        match self {
            Self::First => "this machine's own line".to_owned(),
            Self::Slow => {
                format!("{latency} ms round trip, {} Mbit/s", f64::from(throughput) * 8.0 / 1e6)
            }
            Self::Busy => format!("a processor that takes {BUSY} times as long"),
            Self::Second => "a second visit".to_owned(),
        }
    }

    /// Gives the browser the line and the processor.
    pub fn prepare(self, browser: &Browser) -> Result<()> {
        match self {
            Self::First | Self::Second => {}
            Self::Slow => {
                let (latency, throughput) = SLOW;
                browser.cdp("Network.enable", json!({}))?;
                browser.cdp(
                    "Network.emulateNetworkConditions",
                    json!({"offline": false, "latency": latency,
                           "downloadThroughput": throughput, "uploadThroughput": throughput}),
                )?;
            }
            Self::Busy => {
                browser.cdp("Emulation.setCPUThrottlingRate", json!({"rate": BUSY}))?;
            }
        }
        Ok(())
    }
}
