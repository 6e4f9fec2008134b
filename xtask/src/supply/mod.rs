// SPDX-License-Identifier: EUPL-1.2
//! What the packages of others are held to: licences, sources and duplicates by `.cargo/deny.toml`, which
//! cargo-deny reads as well, and the record of those that a browser gets.

pub mod advisories;
mod record;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use spdx::{Expression, ParseMode};

use crate::{command, project};

/// Refuses packages that are not as they should be.
pub fn check() -> Result<()> {
    let rules: Rules = toml::from_str(&fs::read_to_string(project::path(".cargo/deny.toml"))?)?;
    let mut cargo = command::cargo();
    cargo.args(["metadata", "--locked", "--all-features", "--format-version", "1"]);
    let told: Told = serde_json::from_str(&command::output(&mut cargo)?)?;
    let mut wrong = rules.wrong(&told);
    wrong.extend(record::wrong()?);
    if !wrong.is_empty() {
        bail!("{}", wrong.join("\n"));
    }
    Ok(())
}

/// The rules that are looked at here. The others are for cargo-deny.
#[derive(Deserialize)]
struct Rules {
    licenses: Licences,
    bans: Bans,
}

#[derive(Deserialize)]
struct Licences {
    allow: BTreeSet<String>,
}

#[derive(Deserialize)]
struct Bans {
    skip: Vec<Skipped>,
}

#[derive(Deserialize)]
struct Skipped {
    #[serde(rename = "crate")]
    package: String,
    reason: String,
}

/// What cargo tells of all packages.
#[derive(Deserialize)]
struct Told {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
    source: Option<String>,
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
    req: String,
    path: Option<String>,
}

impl Rules {
    /// What is wrong with the packages, a line each.
    fn wrong(&self, told: &Told) -> Vec<String> {
        let mut wrong = Vec::new();
        let mut versions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let mut registries = BTreeSet::new();
        for package in &told.packages {
            let named = format!("{}@{}", package.name, package.version);
            versions.entry(&package.name).or_default().insert(&package.version);
            let Some(source) = &package.source else {
                // Ours.
                let any =
                    package.dependencies.iter().filter(|one| one.path.is_none() && one.req == "*");
                wrong.extend(any.map(|one| format!("{named}: {} may be of any version", one.name)));
                continue;
            };
            match source.strip_prefix("registry+") {
                Some(registry) => _ = registries.insert(registry),
                None => wrong.push(format!("{named} comes from {source}, which is no registry")),
            }
            if let Err(error) = self.licensed(package.license.as_deref()) {
                wrong.push(format!("{named}: {error:#}"));
            }
        }
        if registries.len() > 1 {
            wrong.push(format!("packages come from more than one registry: {registries:?}"));
        }
        let skipped: BTreeSet<&str> = self.bans.skip.iter().map(|one| &*one.package).collect();
        let known: BTreeSet<String> =
            told.packages.iter().map(|one| format!("{}@{}", one.name, one.version)).collect();
        for (name, versions) in &versions {
            let kept =
                versions.iter().filter(|version| !skipped.contains(&*format!("{name}@{version}")));
            if kept.count() > 1 {
                wrong.push(format!("{name} is there in several versions: {versions:?}"));
            }
        }
        for Skipped { package, reason } in &self.bans.skip {
            let name = package.split('@').next().unwrap_or_default();
            if !known.contains(package) || versions.get(name).is_none_or(|all| all.len() < 2) {
                wrong.push(format!(
                    ".cargo/deny.toml excuses {package}, which is no second version"
                ));
            }
            if reason.is_empty() {
                wrong.push(format!(".cargo/deny.toml excuses {package} without a reason"));
            }
        }
        wrong
    }

    /// Refuses a licence that leaves no choice of one that is allowed.
    fn licensed(&self, said: Option<&str>) -> Result<()> {
        let said = said.context("no licence")?;
        // Packages of before write `MIT/Apache-2.0`.
        let expression = Expression::parse_mode(said, ParseMode::LAX)
            .map_err(|error| anyhow::anyhow!("{said} is no licence: {error}"))?;
        if !expression.evaluate(|asked| self.licenses.allow.contains(&asked.to_string())) {
            bail!("the licence {said} is not allowed");
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn wrong(packages: serde_json::Value) -> Vec<String> {
        let rules = "[licenses]\nallow = ['MIT', 'Apache-2.0']\n[bans]\n\
                     skip = [{ crate = 'b@1.0.0', reason = 'a test' }]";
        let rules: Rules = toml::from_str(rules).expect("rules");
        rules.wrong(&serde_json::from_value(json!({ "packages": packages })).expect("packages"))
    }

    fn package(name: &str, version: &str, license: &str, source: &str) -> serde_json::Value {
        json!({ "name": name, "version": version, "license": license, "source": source,
                "dependencies": [] })
    }

    #[test]
    fn what_is_not_as_it_should_be_is_found() {
        const REGISTRY: &str = "registry+https://example.org/index";
        let good = || {
            vec![
                package("a", "1.0.0", "GPL-3.0-only OR MIT", REGISTRY),
                package("b", "1.0.0", "MIT/Apache-2.0", REGISTRY),
                package("b", "2.0.0", "MIT AND Apache-2.0", REGISTRY),
                json!({ "name": "own", "version": "0.1.0", "license": "EUPL-1.2", "source": null,
                        "dependencies": [{ "name": "xtask", "req": "*", "path": "/own" }] }),
            ]
        };
        assert_eq!(wrong(json!(good())), [""; 0]);
        for (bad, said) in [
            (package("c", "1.0.0", "MIT AND GPL-3.0-only", REGISTRY), "c@1.0.0: the licence"),
            (package("c", "1.0.0", "my own", REGISTRY), "is no licence"),
            (package("a", "1.1.0", "MIT", REGISTRY), "a is there in several versions"),
            (package("c", "1.0.0", "MIT", "git+https://example.org/c"), "which is no registry"),
            (package("c", "1.0.0", "MIT", "registry+https://example.nl"), "more than one registry"),
            (
                json!({ "name": "own2", "version": "0.1.0", "license": null, "source": null,
                        "dependencies": [{ "name": "d", "req": "*", "path": null }] }),
                "d may be of any version",
            ),
        ] {
            let found = wrong(json!([good(), vec![bad]].concat()));
            assert!(found.len() == 1 && found.iter().all(|line| line.contains(said)), "{found:?}");
        }
        let left = wrong(json!([package("a", "1.0.0", "MIT", REGISTRY)]));
        assert!(left.iter().any(|line| line.contains("excuses b@1.0.0")), "{left:?}");
    }
}
