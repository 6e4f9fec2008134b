// SPDX-License-Identifier: EUPL-1.2
//! The packages for content systems, tested in the languages that they are written in.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::tally::Tally;
use crate::{command, integrity, project, runner};

/// Where their tests are.
const TESTS: &str = "tests/integrations";

/// Checks and tests all of them against what was built.
pub fn test(tally: &mut Tally) -> Result<()> {
    // The program that the tests of Rust started; cargo says nothing when it is there.
    command::run(command::cargo().args(["build", "--quiet", "--package", "kansrijke-start"]))?;
    let program = project::target().join("debug/kansrijke-start");
    lint(&project::path("pkg/integrations"))?;
    let mut phpunit = Command::new("phpunit");
    phpunit.arg("--configuration").arg(project::path(TESTS).join("php/phpunit.xml"));
    runner::all(phpunit.env("KANSRIJKE_START", &program), tally)?;
    let mut pytest = Command::new(python()?);
    pytest.args(["-B", "-m", "pytest", "-q", "-p", "no:cacheprovider"]);
    pytest.arg(project::path(TESTS).join("python")).env("KANSRIJKE_START", &program);
    runner::all(&mut pytest, tally)
}

/// Refuses a file of PHP that does not parse.
fn lint(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let file = entry.path();
        // A link leads to what is looked at by itself.
        if entry.file_type()?.is_dir() {
            lint(&file)?;
        } else if file.extension().is_some_and(|extension| extension == "php") {
            command::output(Command::new("php").arg("--syntax-check").arg(&file))?;
        }
    }
    Ok(())
}

/// A Python with what the tests need, in cargo's output; made again when that changes.
fn python() -> Result<PathBuf> {
    let folder = project::target().join("python");
    let wanted = project::path(TESTS).join("python/requirements.txt");
    let hash = integrity::hash(&fs::read(&wanted)?);
    let (python, stamp) = (folder.join("bin/python"), folder.join(".installed"));
    if fs::read_to_string(&stamp).is_ok_and(|made| made == hash) {
        return Ok(python);
    }
    eprintln!("   installing packages of Python");
    command::output(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder))?;
    let mut pip = Command::new(&python);
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"]);
    command::output(pip.arg(&wanted))
        .context("the packages of Python could not be installed: check the connection to PyPI")?;
    fs::write(&stamp, hash)?;
    Ok(python)
}
