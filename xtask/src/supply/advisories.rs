// SPDX-License-Identifier: EUPL-1.2
//! `cargo xtask advisories`: known faults of the packages that are used. It asks others, and so it is no
//! part of the tests, which pass without a line to anywhere; where nobody answers it says so.

use std::process::Command;

use anyhow::{Result, bail};

use crate::{command, project};

/// What came of asking.
#[derive(Debug, PartialEq, Eq)]
enum Answer {
    /// No package has a known fault.
    None,
    /// Some have, as the program says.
    Some(String),
    /// Nobody knows: why.
    Unknown(String),
}

/// Asks about the packages of Rust and of npm, and says what was asked and what was not.
pub fn run() -> Result<()> {
    let mut faults = 0;
    for (what, answer) in [("Cargo.lock", rust()), ("xtask/package-lock.json", npm())] {
        match answer {
            Answer::None => println!("{what}: no known faults"),
            Answer::Some(said) => {
                faults += 1;
                println!("{what}: KNOWN FAULTS\n{said}");
            }
            Answer::Unknown(why) => println!("{what}: NOT CHECKED: {why}"),
        }
    }
    if faults > 0 {
        bail!("packages with known faults");
    }
    Ok(())
}

/// cargo-deny has the rules in `.cargo/deny.toml`, and fetches the database of advisories.
fn rust() -> Answer {
    let mut cargo = command::cargo();
    cargo.args(["deny", "--color", "never", "check", "advisories"]);
    let Ok(done) = cargo.output() else { return Answer::Unknown("cargo does not start".into()) };
    let said = [done.stdout, done.stderr].concat();
    of_deny(done.status.success(), &String::from_utf8_lossy(&said))
}

fn of_deny(is_well: bool, said: &str) -> Answer {
    if said.contains("no such command") {
        return Answer::Unknown(
            "cargo-deny is not there: cargo install cargo-deny --locked".into(),
        );
    }
    if said.contains("advisories ok") {
        return Answer::None;
    }
    // Without the database it says nothing of advisories.
    if !is_well && said.contains("error[") && said.contains("advisories FAILED") {
        return Answer::Some(said.trim().into());
    }
    Answer::Unknown(said.trim().into())
}

/// npm asks its registry.
fn npm() -> Answer {
    let mut npm = Command::new("npm");
    npm.args(["audit", "--json", "--package-lock-only"]).current_dir(project::path("xtask"));
    match npm.output() {
        Ok(done) => of_npm(&String::from_utf8_lossy(&done.stdout)),
        Err(error) => Answer::Unknown(format!("npm does not start: {error}")),
    }
}

fn of_npm(said: &str) -> Answer {
    let Ok(told) = serde_json::from_str::<serde_json::Value>(said) else {
        return Answer::Unknown("npm gave no answer".into());
    };
    let Some(found) = told.get("vulnerabilities").and_then(serde_json::Value::as_object) else {
        let why = told.get("message").or_else(|| told.get("error"));
        return Answer::Unknown(why.map(ToString::to_string).unwrap_or_default());
    };
    if found.is_empty() {
        return Answer::None;
    }
    let line = |(name, about): (&String, &serde_json::Value)| {
        let severity = about.get("severity").and_then(serde_json::Value::as_str);
        format!("{name}: {}", severity.unwrap_or("of unknown severity"))
    };
    Answer::Some(found.iter().map(line).collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_not_be_asked_is_not_well() {
        let missing = of_deny(false, "error: no such command: `deny`");
        assert!(matches!(&missing, Answer::Unknown(why) if why.contains("cargo install")));
        assert!(matches!(of_deny(false, "failed to fetch advisory database"), Answer::Unknown(_)));
        assert_eq!(of_deny(true, "advisories ok"), Answer::None);
        let bad = "error[vulnerability]: a fault\nadvisories FAILED";
        assert_eq!(of_deny(false, bad), Answer::Some(bad.into()));
        assert!(matches!(of_npm(""), Answer::Unknown(_)));
        assert!(matches!(of_npm(r#"{"message": "no network"}"#), Answer::Unknown(_)));
        assert_eq!(of_npm(r#"{"vulnerabilities": {}}"#), Answer::None);
        let bad = r#"{"vulnerabilities": {"a": {"severity": "high"}}}"#;
        assert_eq!(of_npm(bad), Answer::Some("a: high".into()));
    }
}
