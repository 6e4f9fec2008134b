// SPDX-License-Identifier: EUPL-1.2
//! One page from a server that may be slow, busy or gone.

use super::problem::Problem;
use super::wording;
use serde_json::Value;
use std::path::Path;
use std::time::Duration;
use ureq::Agent;

/// How patiently it is fetched.
#[derive(Clone, Debug)]
pub struct Patience {
    /// How often a page is asked for before giving up.
    pub tries: u32,
    /// The pause before the second try; it doubles with each.
    pub pause: Duration,
    /// How long one page may take.
    pub page: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { tries: 6, pause: Duration::from_secs(1), page: Duration::from_secs(120) }
    }
}

/// Why a page could not be had.
#[derive(Debug)]
pub(super) enum Failure {
    /// The server says that there is no such thing, or not in this form.
    Refused(u16),
    /// It could not be had at all, after all tries.
    Lost(String),
    /// It could not be kept.
    Disk(Problem),
}

impl Failure {
    /// For the person who asked.
    pub(super) fn problem(self, address: &str) -> Problem {
        let found = match self {
            Self::Refused(status) => format!("antwoord {status}"),
            Self::Lost(found) => found,
            Self::Disk(problem) => return problem,
        };
        Problem::file(address, found, "een tabel van OData versie 4 of 3")
    }
}

/// Asks for one page at a time.
pub(super) struct Client<'a> {
    agent: Agent,
    patience: &'a Patience,
}

impl<'a> Client<'a> {
    pub(super) fn new(patience: &'a Patience) -> Self {
        let config = Agent::config_builder()
            .timeout_global(Some(patience.page))
            .http_status_as_error(false)
            .user_agent(concat!("kansrijke-start/", env!("CARGO_PKG_VERSION")))
            .build();
        Self { agent: config.into(), patience }
    }

    /// A page that is whole JSON; what is broken off, stalls or is refused for now is tried again.
    pub(super) fn page(&self, address: &str) -> Result<Value, Failure> {
        let mut last = String::new();
        let mut pause = self.patience.pause;
        // Some servers answer 406 to the one and some to the other.
        let mut accept = "application/json";
        for attempt in 0..self.patience.tries {
            if attempt > 0 {
                std::thread::sleep(pause);
                pause = pause.saturating_mul(2);
            }
            let mut answer = match self.agent.get(address).header("Accept", accept).call() {
                Ok(answer) => answer,
                Err(error) => {
                    last = error.to_string();
                    continue;
                }
            };
            match answer.status().as_u16() {
                200 => {}
                406 if accept != "*/*" => {
                    accept = "*/*";
                    last = "antwoord 406".into();
                    continue;
                }
                status @ (408 | 425 | 429 | 500..=599) => {
                    last = format!("antwoord {status}");
                    let after = answer.headers().get("retry-after");
                    let seconds = after.and_then(|v| v.to_str().ok()?.parse().ok());
                    if let Some(seconds) = seconds {
                        // What the server asks for, but not for ever.
                        pause = Duration::from_secs(seconds).min(self.patience.page);
                    }
                    continue;
                }
                status => return Err(Failure::Refused(status)),
            }
            let text = match answer.body_mut().with_config().limit(1 << 30).read_to_string() {
                Ok(text) => text,
                Err(error) => {
                    last = error.to_string();
                    continue;
                }
            };
            match serde_json::from_str(text.trim_start_matches('\u{feff}')) {
                Ok(value) => return Ok(value),
                Err(error) => last = format!("een pagina die geen JSON is ({error})"),
            }
        }
        Err(Failure::Lost(last))
    }
}

/// A file that could not be written.
pub(super) fn written(path: &Path, error: &std::io::Error) -> Problem {
    Problem::file(&path.to_string_lossy(), wording::io(error), "een map om in te schrijven")
}
