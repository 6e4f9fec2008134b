// SPDX-License-Identifier: EUPL-1.2
//! The tests for browsers in each engine. All run in Chromium; those that another engine cannot run
//! stand in a list with the reason, and a run says which they are.

use std::process::Command;

use anyhow::{Result, ensure};
use serde::Deserialize;

use crate::browser::{Engine, VARIABLE};
use crate::tally::Tally;
use crate::{command, project, runner};

/// Which engines are wanted, as somebody types it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Wanted {
    /// All engines, one after the other.
    All,
    /// Chromium.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK, the engine of Safari.
    Webkit,
}

impl Wanted {
    /// The engines, in the order in which they are tried.
    pub fn all(self) -> &'static [Engine] {
        match self {
            Self::All => &Engine::ALL,
            Self::Chromium => &[Engine::Chromium],
            Self::Firefox => &[Engine::Firefox],
            Self::Webkit => &[Engine::WebKit],
        }
    }
}

/// What the list says.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    /// Tests that do not run.
    left_out: Vec<LeftOut>,
    /// What tests that run do not look at.
    unseen: Vec<Unseen>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LeftOut {
    engines: Vec<String>,
    /// Their names, `module::test`; with nothing after the colons, all tests of a module.
    tests: Vec<String>,
    reason: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Unseen {
    engines: Vec<String>,
    what: String,
}

const LIST: &str = "tests/browser/engines.toml";

fn list() -> Result<List> {
    Ok(toml::from_str(&std::fs::read_to_string(project::path(LIST))?)?)
}

/// Runs the tests in an engine, and says which are left out.
pub fn test(engine: Engine, tally: &mut Tally) -> Result<()> {
    let list = list()?;
    let all = names(&command::output(tests(engine, &[]).args(["--", "--list"]))?);
    let mut left_out = Vec::new();
    for entry in list.left_out.iter().filter(|entry| is_of(engine, &entry.engines)) {
        let found = matching(entry, &all)?;
        println!("{} cannot run {}: {}", engine.name(), found.join(", "), entry.reason);
        left_out.extend(found);
    }
    for entry in list.unseen.iter().filter(|entry| is_of(engine, &entry.engines)) {
        println!("in {}, no test sees {}", engine.name(), entry.what);
    }
    let own = &mut Tally::default();
    let skipped = || left_out.iter().flat_map(|name| ["--skip".into(), (*name).to_owned()]);
    let result = runner::all_or_again(
        |more| {
            // Names are exact, so that none leaves out another that begins like it.
            let mut words: Vec<String> = skipped().collect();
            if !words.is_empty() && !more.iter().any(|word| word == "--exact") {
                words.push("--exact".into());
            }
            tests(engine, &[&words, more].concat())
        },
        own,
    );
    println!(
        "{}: {} passed, {} failed, {} of {} left out",
        engine.name(),
        own.passed,
        own.failed,
        left_out.len(),
        all.len()
    );
    *tally += *own;
    result
}

fn is_of(engine: Engine, engines: &[String]) -> bool {
    engines.iter().any(|key| key == engine.key())
}

/// The tests that an entry means; each of its names has to mean one.
fn matching<'a>(entry: &LeftOut, all: &'a [String]) -> Result<Vec<&'a str>> {
    let mut found = Vec::new();
    for wanted in &entry.tests {
        let before = found.len();
        let means = |name: &&String| {
            if wanted.ends_with("::") { name.starts_with(wanted) } else { *name == wanted }
        };
        found.extend(all.iter().filter(means).map(String::as_str));
        ensure!(found.len() > before, "{LIST} names {wanted}, which is no test");
    }
    Ok(found)
}

/// The names in a list of tests: `module::name: test`.
fn names(listed: &str) -> Vec<String> {
    listed.lines().filter_map(|line| line.strip_suffix(": test")).map(str::to_owned).collect()
}

fn tests(engine: Engine, words: &[String]) -> Command {
    let mut cargo = command::cargo();
    cargo.args(["test", "--workspace", "--test", "browser"]).env(VARIABLE, engine.key());
    if !words.is_empty() {
        cargo.arg("--").args(words);
    }
    cargo
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_has_reasons_and_engines_and_leaves_chromium_alone() {
        let list = list().expect("a list");
        for entry in &list.left_out {
            assert!(!entry.tests.is_empty() && entry.reason.len() > 20, "{entry:?}");
        }
        let engines = list.left_out.iter().map(|entry| &entry.engines);
        for engine in engines.chain(list.unseen.iter().map(|entry| &entry.engines)).flatten() {
            assert!(["firefox", "webkit"].contains(&&**engine), "{engine}");
        }
    }

    #[test]
    fn names_mean_tests_that_are_there() {
        let all = names("page::opens: test\npage::opens_again: test\npages::open: test\n\n3 tests");
        let entry = |name: &str| LeftOut {
            engines: Vec::new(),
            tests: vec![name.to_owned()],
            reason: String::new(),
        };
        assert_eq!(matching(&entry("page::"), &all).expect("two"), all[..2]);
        assert_eq!(matching(&entry("page::opens"), &all).expect("one"), all[..1]);
        assert!(matching(&entry("page::closes"), &all).is_err());
    }
}
