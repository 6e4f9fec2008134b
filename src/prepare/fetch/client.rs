// SPDX-License-Identifier: EUPL-1.2
//! One page from a server that may be slow, busy, gone or without end.

use super::address::{Hosts, host};
use crate::prepare::library;
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::Problem;
use std::cell::Cell;
use std::io::{self, Read};
use std::path::Path;
use std::time::{Duration, Instant};
use ureq::Agent;

/// How patiently it is fetched.
#[derive(Clone, Debug)]
pub struct Patience {
    /// How often a page is asked for before the download ends.
    pub tries: u32,
    /// The pause before the second try; it doubles with each.
    pub pause: Duration,
    /// How long one page may take.
    pub page: Duration,
    /// How much there may be.
    pub bounds: Bounds,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            tries: 6,
            pause: Duration::from_secs(1),
            page: Duration::from_secs(120),
            bounds: Bounds::default(),
        }
    }
}

/// How much a table may be. Whatever a server sends, a download ends.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// Pages.
    pub pages: usize,
    /// Bytes of one page, unpacked. It is held in memory.
    pub page_bytes: u64,
    /// Bytes of all pages, unpacked.
    pub bytes: u64,
    /// How long it may take.
    pub time: Duration,
}

impl Default for Bounds {
    fn default() -> Self {
        Self {
            // The largest tables of CBS have some hundred million observations, of which version 4
            // sends 100,000 a page; those of version 3 end at 10,000 rows a page much earlier.
            pages: 10_000,
            // Such a page is some 15 MB, and 10,000 rows of version 3 with 150 columns are 40 MB.
            page_bytes: 128 << 20,
            // What prepare can be asked to read; a table of all regions and years is below 500 MB.
            bytes: 2 << 30,
            // A page a second for the largest table that fits the bytes takes a few minutes.
            time: Duration::from_secs(2 * 60 * 60),
        }
    }
}

/// So often a service is asked that cannot be reached at all: who is off the network should hear
/// of it soon.
const CALLS: u32 = 3;

/// At most this many times a server may redirect.
const REDIRECTS: u32 = 5;

/// Why a page could not be had.
#[derive(Debug)]
pub(super) enum Failure {
    /// The server says that there is no such thing, or not in this form.
    Refused(u16),
    /// It could not be had at all, after all tries; another time it may.
    Lost(Found),
    /// What the server says makes no table.
    Wrong(Found),
    /// It could not be kept.
    Disk(Box<Problem>),
}

impl Failure {
    /// For the person who asked.
    pub(super) fn problem(self, address: &str) -> Problem {
        let (found, expected) = match self {
            Self::Refused(status) => (Found::Status(status), Expected::ODataTable),
            Self::Lost(found) => (found, Expected::ODataLater),
            Self::Wrong(found) => (found, Expected::EndingTable),
            Self::Disk(problem) => return *problem,
        };
        Problem::file(address, found, expected)
    }
}

/// Asks for one page at a time.
pub(super) struct Client<'a> {
    agent: Agent,
    patience: &'a Patience,
    hosts: Hosts,
    began: Instant,
    bytes: Cell<u64>,
}

impl<'a> Client<'a> {
    /// A client that asks these services and no other.
    pub(super) fn new(patience: &'a Patience, hosts: Hosts) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            // Followed here, where it is looked at where they lead to.
            .max_redirects(0)
            .user_agent(concat!("kansrijke-start/", env!("CARGO_PKG_VERSION")))
            .build();
        let (began, bytes) = (Instant::now(), Cell::new(0));
        Self { agent: config.into(), patience, hosts, began, bytes }
    }

    /// The next page's address, as the page at `from` names it.
    pub(super) fn follow(&self, from: &str, to: &str) -> Result<String, Failure> {
        let refused = |to| Failure::Wrong(Found::OtherService(to));
        self.hosts.follow(from, to).map_err(refused)
    }

    /// Counts bytes, also of pages that were there already.
    pub(super) fn count(&self, bytes: usize) -> Result<(), Failure> {
        let all = self.bytes.get().saturating_add(u64::try_from(bytes).unwrap_or(u64::MAX));
        self.bytes.set(all);
        match all > self.patience.bounds.bytes {
            true => Err(too_large(Found::LargeTable, self.patience.bounds.bytes)),
            false => Ok(()),
        }
    }

    /// How long it may still take.
    fn rest(&self) -> Result<Duration, Failure> {
        let time = self.patience.bounds.time;
        let rest = time.checked_sub(self.began.elapsed()).filter(|rest| !rest.is_zero());
        let late = || Found::LateTable(time.as_secs());
        rest.ok_or_else(|| Failure::Lost(late()))
    }

    /// A page that `read` can make something of; what is broken off, stalls or is refused for now
    /// is tried again.
    pub(super) fn page<T>(
        &self,
        address: &str,
        read: impl Fn(&str) -> Result<T, Found>,
    ) -> Result<(String, T), Failure> {
        let mut last = Found::Verbatim(String::new());
        let mut pause = self.patience.pause;
        let mut address = address.to_string();
        let mut redirects = 0;
        let mut attempt = 0;
        // Some servers answer 406 to the one and some to the other.
        let mut accept = "application/json";
        while attempt < self.patience.tries {
            if attempt > 0 {
                std::thread::sleep(pause.min(self.rest()?));
                pause = pause.saturating_mul(2);
            }
            attempt += 1;
            let time = self.patience.page.min(self.rest()?);
            let asked = self.agent.get(&address).config().timeout_global(Some(time)).build();
            let mut answer = match asked.header("Accept", accept).call() {
                Ok(answer) => answer,
                Err(error) => {
                    last = said(&error, &address, time);
                    if matches!(last, Found::NoConnection(_)) && attempt >= CALLS {
                        break;
                    }
                    continue;
                }
            };
            match answer.status().as_u16() {
                200 => {}
                301 | 302 | 303 | 307 | 308 => {
                    redirects += 1;
                    let to = answer.headers().get("location").and_then(|v| v.to_str().ok());
                    let to = to
                        .filter(|_| redirects <= REDIRECTS)
                        .ok_or(Failure::Wrong(Found::LostRedirect))?;
                    address = self.follow(&address, to)?;
                    attempt -= 1;
                    continue;
                }
                406 if accept != "*/*" => {
                    accept = "*/*";
                    last = Found::Status(406);
                    continue;
                }
                status @ (408 | 425 | 429 | 500..=599) => {
                    last = Found::Status(status);
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
            let most = self.patience.bounds.page_bytes;
            let mut bytes = Vec::new();
            // What is unpacked counts: a few bytes can become very many.
            let body = answer.body_mut().as_reader().take(most + 1).read_to_end(&mut bytes);
            if let Err(error) = body {
                last = said(&ureq::Error::from(error), &address, time);
                continue;
            }
            if u64::try_from(bytes.len()).is_ok_and(|length| length > most) {
                return Err(too_large(Found::LargePage, most));
            }
            self.count(bytes.len())?;
            let Ok(text) = String::from_utf8(bytes) else {
                last = Found::PageIsNoText;
                continue;
            };
            let text = text.trim_start_matches('\u{feff}');
            match read(text) {
                Ok(page) => return Ok((text.to_string(), page)),
                Err(found) => last = found,
            }
        }
        Err(Failure::Lost(last))
    }
}

fn too_large(what: fn(String) -> Found, most: u64) -> Failure {
    // Of a bound below a megabyte, as a test has it, the bytes.
    let most = match most >> 20 {
        0 => format!("{most} bytes"),
        mega => format!("{mega} MB"),
    };
    Failure::Wrong(what(most))
}

/// What went wrong on the line.
fn said(error: &ureq::Error, address: &str, time: Duration) -> Found {
    let host = host(address);
    match error {
        ureq::Error::Timeout(_) => {
            // What is left of a second counts as one.
            let seconds = time.as_secs() + u64::from(time.subsec_nanos() > 0);
            Found::NoAnswer(host, seconds)
        }
        ureq::Error::Io(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
            Found::BrokenAnswer(host)
        }
        ureq::Error::Io(_) | ureq::Error::HostNotFound | ureq::Error::ConnectionFailed => {
            Found::NoConnection(host)
        }
        ureq::Error::Tls(_) | ureq::Error::Rustls(_) => Found::NoSecureConnection(host),
        _ => Found::UnreadableAnswer(host),
    }
}

/// A file that could not be written.
pub(super) fn written(path: &Path, error: &io::Error) -> Problem {
    Problem::file(&path.to_string_lossy(), library::io(error), Expected::WritableFolder)
}
