// SPDX-License-Identifier: EUPL-1.2
//! The machine that is measured on.

use std::fs;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

/// At rest it does so little of what it could do.
const LITTLE: f64 = 0.07;

/// For so long.
const SPAN: Duration = Duration::from_millis(100);
const SPANS: u32 = 3;

/// A machine that is never at rest is measured as it is.
const PATIENCE: Duration = Duration::from_secs(6);

/// Waits until the processors have hardly anything to do.
pub fn rest() -> Result<()> {
    let end = Instant::now() + PATIENCE;
    let mut quiet = 0;
    while quiet < SPANS && Instant::now() < end {
        let before = Ticks::now()?;
        std::thread::sleep(SPAN);
        quiet = if Ticks::now()?.share_since(&before) < LITTLE { quiet + 1 } else { 0 };
    }
    Ok(())
}

/// What the processors have spent since the machine started, in ticks of Linux.
struct Ticks {
    all: u64,
    idle: u64,
}

impl Ticks {
    fn now() -> Result<Self> {
        let text = fs::read_to_string("/proc/stat").context("measuring needs Linux")?;
        Self::of(&text).context("/proc/stat has no line of all processors")
    }

    /// The first line: `cpu`, then user, nice, system, idle, waiting for input, and others.
    fn of(text: &str) -> Option<Self> {
        let line = text.lines().next()?.strip_prefix("cpu ")?;
        let ticks: Vec<u64> = line.split_whitespace().map_while(|n| n.parse().ok()).collect();
        Some(Self { all: ticks.iter().sum(), idle: ticks.get(3)? + ticks.get(4)? })
    }

    /// How much of what they could do they did since then, from 0 to 1.
    fn share_since(&self, before: &Self) -> f64 {
        let all = self.all.saturating_sub(before.all);
        let idle = self.idle.saturating_sub(before.idle);
        1.0 - idle as f64 / all.max(1) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::Ticks;

    #[test]
    fn waiting_is_rest() {
        let ticks = |text| Ticks::of(text).expect("ticks");
        let before = ticks("cpu  100 0 50 1000 50 0 0 0 0 0\ncpu0 1 1 1 1 1\n");
        let after = ticks("cpu  105 0 55 1160 80 0 0 0 0 0\n");
        assert!((after.share_since(&before) - 0.05).abs() < 1e-9);
        assert!(Ticks::of("intr 1 2 3").is_none());
    }
}
