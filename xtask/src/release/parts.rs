// SPDX-License-Identifier: EUPL-1.2
//! The packages of others that end up in what is released, as cargo and the bundler name them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use base64::Engine;
use kansrijke_start::prepare::publish::imprint::hexadecimal;
use serde_json::Value;

use crate::{bundle, command, project};

/// A package of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is called in a bill: its kind, name and version.
    pub id: String,
    /// Its name in its registry.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its licence, as it says itself.
    pub licence: String,
    /// The kind of registry: `cargo` or `npm`; none for what comes with the compiler.
    pub registry: Option<&'static str>,
    /// The name of an algorithm and the hash of the package, in hexadecimal digits.
    pub hash: Option<(String, String)>,
    /// Where its sources are on this machine.
    pub folder: PathBuf,
}

/// Everything that is in a release, and what needs what.
#[derive(Debug)]
pub struct Parts {
    /// What they are parts of.
    pub whole: String,
    /// Sorted by their ids.
    pub all: Vec<Part>,
    /// Which others each needs, by their ids.
    pub needs: BTreeMap<String, BTreeSet<String>>,
}

/// What the cores for browsers are made of, the one that writes workbooks among them.
pub fn of_cores() -> Result<Parts> {
    of("wasm32-unknown-unknown", &["--features", "sheet"])
}

/// What the scripts and the cores for browsers are made of.
pub fn of_browser() -> Result<Parts> {
    let mut parts = of_cores()?;
    for part in bundled()? {
        parts.needs.entry(parts.whole.clone()).or_default().insert(part.id.clone());
        parts.needs.entry(part.id.clone()).or_default();
        parts.all.push(part);
    }
    parts.all.sort_by(|one, other| one.id.cmp(&other.id));
    Ok(parts)
}

/// What the library, or the program, for a target is made of.
pub fn of_target(target: &str) -> Result<Parts> {
    of(target, &[])
}

fn of(target: &str, features: &[&str]) -> Result<Parts> {
    let mut cargo = command::cargo();
    cargo.args(["tree", "--locked", "--package", "kansrijke-start", "--target", target]).args([
        "--edges",
        "normal,no-proc-macro",
        "--prefix",
        "depth",
        "--format",
        "|{p}",
    ]);
    cargo.args(features);
    let tree = command::output(&mut cargo)?;
    let (ids, needs) = read(&tree)?;
    let known = packages(target, features)?;
    let whole = format!("cargo:kansrijke-start@{}", project::VERSION);
    let mut all = Vec::new();
    for id in ids.into_iter().filter(|id| *id != whole) {
        all.push(known.get(&id).with_context(|| format!("cargo does not know {id}"))?.clone());
    }
    let std = standard(target)?;
    let mut parts = Parts { whole, all, needs };
    parts.needs.entry(parts.whole.clone()).or_default().insert(std.id.clone());
    parts.all.push(std);
    parts.all.sort_by(|one, other| one.id.cmp(&other.id));
    Ok(parts)
}

type Needs = BTreeMap<String, BTreeSet<String>>;

/// A tree of cargo: each line a depth, a bar, a name, a version, and more.
fn read(tree: &str) -> Result<(BTreeSet<String>, Needs)> {
    let mut ids = BTreeSet::new();
    let mut needs = Needs::new();
    let mut above: Vec<String> = Vec::new();
    for line in tree.lines() {
        let (depth, package) = line.split_once('|').context("a line without a depth")?;
        let mut words = package.split(' ');
        let name = words.next().context("a line without a name")?;
        let version = words.next().and_then(|word| word.strip_prefix('v'));
        let id = format!("cargo:{name}@{}", version.context("a line without a version")?);
        above.truncate(depth.parse()?);
        if let Some(parent) = above.last() {
            needs.entry(parent.clone()).or_default().insert(id.clone());
        }
        needs.entry(id.clone()).or_default();
        ids.insert(id.clone());
        above.push(id);
    }
    Ok((ids, needs))
}

/// All packages that cargo knows of, by their ids.
fn packages(target: &str, features: &[&str]) -> Result<BTreeMap<String, Part>> {
    let mut cargo = command::cargo();
    cargo.args(["metadata", "--locked", "--format-version", "1", "--filter-platform", target]);
    cargo.args(features);
    let told: Value = serde_json::from_str(&command::output(&mut cargo)?)?;
    let lock: toml::Table = fs::read_to_string(project::path("Cargo.lock"))?.parse()?;
    let locked =
        lock.get("package").and_then(toml::Value::as_array).context("an odd Cargo.lock")?;
    let mut sums = BTreeMap::new();
    for package in locked {
        let text = |key: &str| package.get(key).and_then(toml::Value::as_str);
        if let (Some(name), Some(version), Some(sum)) =
            (text("name"), text("version"), text("checksum"))
        {
            sums.insert(format!("cargo:{name}@{version}"), sum.to_owned());
        }
    }
    let mut parts = BTreeMap::new();
    for package in told.get("packages").and_then(Value::as_array).context("no packages")? {
        let text = |key: &str| package.get(key).and_then(Value::as_str);
        let (name, version) = (text("name"), text("version"));
        let (name, version) = name.zip(version).context("a package without a name")?;
        let id = format!("cargo:{name}@{version}");
        let manifest = PathBuf::from(text("manifest_path").context("a package nowhere")?);
        let part = Part {
            id: id.clone(),
            name: name.into(),
            version: version.into(),
            licence: text("license").with_context(|| format!("{name} names no licence"))?.into(),
            registry: Some("cargo"),
            hash: sums.get(&id).map(|sum| ("SHA-256".to_owned(), sum.clone())),
            folder: manifest.parent().unwrap_or(&manifest).into(),
        };
        parts.insert(id, part);
    }
    Ok(parts)
}

/// The standard library, which is in every module and program.
fn standard(target: &str) -> Result<Part> {
    let ask = |question: &[&str]| {
        let mut rustc = Command::new("rustc");
        command::output(rustc.args(question).current_dir(project::path("")))
    };
    let version = ask(&["--version"])?;
    let version = version.split(' ').nth(1).context("rustc tells no version")?.to_owned();
    let folder =
        PathBuf::from(ask(&["--print", "sysroot"])?.trim()).join("share/doc/rust/licenses");
    Ok(Part {
        id: format!("rust-std@{version}-{target}"),
        name: "rust-std".into(),
        version,
        licence: "MIT OR Apache-2.0".into(),
        registry: None,
        hash: None,
        folder,
    })
}

/// Packages of npm that the bundler puts into a script.
fn bundled() -> Result<Vec<Part>> {
    let lock = fs::read(project::path("xtask/package-lock.json"))?;
    let lock: Value = serde_json::from_slice(&lock)?;
    let mut parts = Vec::new();
    for name in bundle::brought()? {
        let package = lock.get("packages").and_then(|all| all.get(format!("node_modules/{name}")));
        let text = |key: &str| {
            let text = package.and_then(|package| package.get(key)).and_then(Value::as_str);
            text.with_context(|| format!("xtask/package-lock.json tells no {key} of {name}"))
        };
        let hash = text("integrity")?.strip_prefix("sha512-").context("a hash of another sort")?;
        let hash = base64::engine::general_purpose::STANDARD.decode(hash)?;
        parts.push(Part {
            id: format!("npm:{name}@{}", text("version")?),
            version: text("version")?.into(),
            licence: text("license")?.into(),
            registry: Some("npm"),
            hash: Some(("SHA-512".into(), hexadecimal(&hash))),
            folder: project::path("xtask/node_modules").join(&name),
            name,
        });
    }
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_is_read_with_what_needs_what() {
        let tree =
            "0|whole v0.1.0 (/somewhere)\n1|a v1.0.0\n2|b v2.0.0\n1|b v2.0.0 (*)\n1|c v3.0.0\n";
        let (ids, needs) = read(tree).expect("a tree");
        assert_eq!(ids.len(), 4);
        let of = |id: &str| needs.get(id).expect(id).iter().map(String::as_str).collect::<Vec<_>>();
        assert_eq!(of("cargo:whole@0.1.0"), ["cargo:a@1.0.0", "cargo:b@2.0.0", "cargo:c@3.0.0"]);
        assert_eq!(of("cargo:a@1.0.0"), ["cargo:b@2.0.0"]);
        assert!(of("cargo:b@2.0.0").is_empty());
        assert!(read("a line").is_err());
    }
}
