// SPDX-License-Identifier: EUPL-1.2
//! A program that runs tests, and what it reports.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::tally::Tally;

/// How many tests may be run a second time.
const AGAIN: usize = 2;

/// What a runner reported.
#[derive(Debug, Default)]
struct Report {
    tally: Tally,
    /// The names of the tests of Rust that failed.
    failed: Vec<String>,
    /// Whether the runner ended well.
    is_success: bool,
}

impl Report {
    fn ended(self, tally: &mut Tally) -> Result<()> {
        *tally += self.tally;
        if !self.is_success {
            bail!("a test failed; see above");
        }
        Ok(())
    }
}

/// Runs tests on this terminal and adds them up; none may fail.
pub fn all(command: &mut Command, tally: &mut Tally) -> Result<()> {
    run(command)?.ended(tally)
}

/// The same for tests of Rust that share a busy machine with what they start: a browser is now and
/// then so late that a key or a frame is lost. Those that failed are therefore run again one by
/// one, and named if they pass then; more than a few are no chance. The command is made with further
/// words for the program that runs the tests.
pub fn all_or_again(command: impl Fn(&[String]) -> Command, tally: &mut Tally) -> Result<()> {
    let mut report = run(&mut command(&[]))?;
    let failed = std::mem::take(&mut report.failed);
    if (1..=AGAIN).contains(&failed.len()) {
        println!("again, one by one: {}", failed.join(", "));
        let one_by_one = ["--exact", "--test-threads=1"].map(str::to_owned);
        let again = run(&mut command(&[&one_by_one, &failed[..]].concat()))?;
        report.is_success = again.is_success && again.tally.passed == failed.len() as u64;
        report.tally.failed = 0;
        report.tally += again.tally;
        for name in failed.iter().filter(|name| !again.failed.contains(name)) {
            println!("passed at the second time only: {name}");
        }
    }
    report.ended(tally)
}

fn run(command: &mut Command) -> Result<Report> {
    let mut child =
        command.stdout(Stdio::piped()).spawn().context("the tests cannot be started")?;
    let output = child.stdout.take().context("no output")?;
    let mut report = Report::default();
    for line in BufReader::new(output).split(b'\n') {
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        report.tally.read(&line);
        report.failed.extend(failed(&line));
    }
    report.is_success = child.wait()?.success();
    Ok(report)
}

/// The name of the test that a line says to have failed.
fn failed(line: &str) -> Option<String> {
    Some(line.strip_prefix("test ")?.strip_suffix(" ... FAILED")?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A shell, with a script that finds what a runner is told in `$*`.
    fn shell(script: &str, more: &[String]) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script, "sh"]).args(more);
        command
    }

    const FIRST: &str = "if [ $# = 0 ]; then echo 'test page::closes ... FAILED'; \
                         echo 'test result: FAILED. 9 passed; 1 failed; 0 ignored'; exit 101; fi;";

    #[test]
    fn none_may_fail() {
        let mut tally = Tally::default();
        assert!(all(&mut shell(FIRST, &[]), &mut tally).is_err());
        assert_eq!(tally, Tally { passed: 9, failed: 1 });
        assert!(all(&mut shell("exit 3", &[]), &mut tally).is_err());
        assert!(all(&mut shell("exit 0", &[]), &mut tally).is_ok());
    }

    #[test]
    fn who_fails_is_asked_again_by_name() {
        let again = |second: &str| {
            let mut tally = Tally::default();
            let result = all_or_again(|more| shell(&format!("{FIRST}{second}"), more), &mut tally);
            (result.is_ok(), tally)
        };
        let named = "[ \"$*\" = '--exact --test-threads=1 page::closes' ] || exit 1;";
        let passed = "echo 'test result: ok. 1 passed; 0 failed; 9 filtered out'";
        assert_eq!(again(&format!("{named}{passed}")), (true, Tally { passed: 10, failed: 0 }));
        let failed = "echo 'test page::closes ... FAILED'; \
                      echo 'test result: FAILED. 0 passed; 1 failed'; exit 101";
        assert_eq!(again(failed), (false, Tally { passed: 9, failed: 1 }));
        // A runner that does not know the name passes nothing.
        let unknown = "echo 'test result: ok. 0 passed; 0 failed; 10 filtered out'";
        assert!(!again(unknown).0);
    }

    #[test]
    fn more_than_a_few_are_not_asked_again() {
        let script = "[ $# = 0 ] || exit 0; for name in a b c; do echo \"test $name ... FAILED\"; \
                      done; echo 'test result: FAILED. 0 passed; 3 failed'; exit 101";
        let mut tally = Tally::default();
        assert!(all_or_again(|more| shell(script, more), &mut tally).is_err());
        assert_eq!(tally, Tally { passed: 0, failed: 3 });
    }

    #[test]
    fn who_stops_without_a_word_is_not_asked_again() {
        assert!(
            all_or_again(|more| shell("[ $# = 0 ] && exit 3", more), &mut Tally::default())
                .is_err()
        );
    }
}
