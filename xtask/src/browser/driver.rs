// SPDX-License-Identifier: EUPL-1.2
//! A driver with all that it starts, in a shell that outlives none of them.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use anyhow::{Context, Result, bail};

/// How often a driver is started that ends at once: the port that it chose may be taken by then.
const STARTS: usize = 5;

/// Browsers that are left to others outlive every test, and nothing is told when the program that ran
/// them ends, but for the end of this shell's input. It takes the driver, its browser and their
/// profile, which is `$1`, away then.
const GUARD: &str = "exec >&-; trap '' TERM; read -r _; kill 0; wait; rm -rf \"$1\"";

/// A driver that listens.
pub(super) struct Driver {
    /// Where it listens on this machine.
    pub port: u16,
    shell: Child,
    /// What it and its browser print, and nobody asked for yet.
    printed: Mutex<Receiver<String>>,
}

impl Driver {
    /// Starts a driver by a line of the shell, in which `$1` is the profile; it runs beside the shell
    /// and says in a line of its output where it listens.
    pub fn start(
        line: &str,
        profile: &Path,
        port: impl Fn(&str) -> Option<u16>,
    ) -> Result<Option<Self>> {
        let mut shell = Command::new("sh")
            .args(["-c", &[line, GUARD].concat(), "sh"])
            .arg(profile)
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("no shell")?;
        let mut lines = BufReader::new(shell.stdout.take().context("no output")?).split(b'\n');
        while let Some(line) = lines.next() {
            let Some(port) = port(&String::from_utf8_lossy(&line?)) else { continue };
            let (tell, printed) = channel();
            // The driver would stop at a closed pipe.
            std::thread::spawn(move || {
                for line in lines.map_while(Result::ok) {
                    tell.send(String::from_utf8_lossy(&line).into_owned()).ok();
                }
            });
            return Ok(Some(Self { port, shell, printed: Mutex::new(printed) }));
        }
        stop(&mut shell);
        Ok(None)
    }

    /// Starts it again where it ends before it listens.
    pub fn start_surely(
        line: &str,
        profile: &Path,
        port: impl Fn(&str) -> Option<u16>,
    ) -> Result<Self> {
        for _ in 0..STARTS {
            if let Some(driver) = Self::start(line, profile, &port)? {
                return Ok(driver);
            }
        }
        bail!("its driver did not say where it listens: is it installed?")
    }

    /// What was printed until this mark, which is waited for.
    pub fn printed_until(&self, mark: &str, patience: Duration) -> Result<Vec<String>> {
        let mut lines = Vec::new();
        let Ok(printed) = self.printed.lock() else { bail!("nobody reads what the driver prints") };
        loop {
            let line = printed.recv_timeout(patience).context("the browser prints nothing")?;
            if line.contains(mark) {
                return Ok(lines);
            }
            lines.push(line);
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        stop(&mut self.shell);
    }
}

/// Ends a driver with all that it started.
fn stop(shell: &mut Child) {
    drop(shell.stdin.take());
    shell.wait().ok();
}
