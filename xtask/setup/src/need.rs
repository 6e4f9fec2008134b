// SPDX-License-Identifier: EUPL-1.2
//! What each command needs.

use std::path::Path;

use crate::{browser, engines, integrations, node, port, rust, servers};

/// A thing that a command needs on this machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// The port is free.
    Port(u16),
    /// Node.js and npm.
    Node,
    /// The WebAssembly target.
    Target,
    /// clippy and rustfmt.
    Components,
    /// Chromium and its driver.
    Browser,
    /// Firefox and WebKitGTK with their drivers.
    Engines,
    /// PHP and PHPUnit.
    Php,
    /// Python.
    Python,
    /// WordPress with its database.
    Wordpress,
    /// The target and the compiler of programs that need nothing of their system.
    Static,
    /// The web server nginx.
    Nginx,
    /// LibreOffice and R.
    Office,
    /// The web servers Apache and Caddy, and what puts a load on them.
    Servers,
}

impl Need {
    fn require(self, root: &Path) -> Result<(), String> {
        match self {
            Self::Port(number) => port::listen(number).map(drop),
            Self::Node => node::require(),
            Self::Target => rust::require_target(root),
            Self::Components => rust::require_components(root),
            Self::Browser => browser::require(),
            Self::Engines => engines::require(root),
            Self::Php => integrations::require_php(),
            Self::Python => integrations::require_python(),
            Self::Wordpress => integrations::require_wordpress(),
            Self::Static => rust::require_static(root),
            Self::Nginx => servers::require_nginx(),
            Self::Servers => servers::require_others(),
            Self::Office => integrations::require_office(),
        }
    }
}

/// Looks for everything, installs what can be, and lists all that is missing then.
///
/// # Errors
/// One sentence for each missing thing.
pub fn require(root: &Path, needs: &[Need]) -> Result<(), Vec<String>> {
    let missing: Vec<_> = needs.iter().filter_map(|need| need.require(root).err()).collect();
    if missing.is_empty() { Ok(()) } else { Err(missing) }
}

/// What a command needs, by its words as somebody types them. Words that are no command need
/// nothing: the commands themselves know how to refuse them.
pub fn of(words: &[String]) -> Vec<Need> {
    use Need::{
        Browser, Components, Engines, Nginx, Node, Office, Php, Python, Servers, Static, Target,
        Wordpress,
    };

    let [command, options @ ..] = words else { return Vec::new() };
    let has = |name: &str| options.iter().any(|option| option == name);
    if has("--help") || has("-h") {
        return Vec::new();
    }
    match command.as_str() {
        "build" => vec![Node, Target],
        "demo" => port(options).map(Need::Port).into_iter().chain([Node, Target]).collect(),
        "test" if has("--cms") => vec![Node, Browser, Wordpress],
        "test" if has("--release") => vec![Browser, Nginx],
        "test" if has("--office") => vec![Node, Office],
        "test" if has("--hosts") => vec![Nginx, Servers],
        "test" if has("--engines=chromium") || has("--engines") && has("chromium") => {
            vec![Node, Target, Browser]
        }
        "test" if options.iter().any(|option| option.starts_with("--engines")) => {
            vec![Node, Target, Browser, Engines]
        }
        "test" => vec![Node, Target, Components, Browser, Php, Python],
        "check" => vec![Target, Components],
        "bench" => vec![Node, Target, Browser],
        "release" if has("--program") => vec![Static],
        "release" => vec![Node, Target, Static],
        "shots" => vec![Browser],
        _ => Vec::new(),
    }
}

fn port(options: &[String]) -> Option<u16> {
    let mut options = options.iter();
    let Some(option) = options.find(|option| option.starts_with("--port")) else {
        return Some(port::DEFAULT);
    };
    match option.strip_prefix("--port=") {
        Some(number) => number.parse().ok(),
        None => options.next()?.parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn needs(line: &str) -> Vec<Need> {
        of(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn the_demo_needs_the_port_that_is_asked_for() {
        for (line, number) in
            [("demo", 8080), ("demo --port 0", 0), ("demo --port 81", 81), ("demo --port=82", 82)]
        {
            assert_eq!(needs(line), [Need::Port(number), Need::Node, Need::Target], "{line}");
        }
        for refused_later in ["demo --port", "demo --port 70000", "demo --port=x"] {
            assert_eq!(needs(refused_later), [Need::Node, Need::Target], "{refused_later}");
        }
    }

    #[test]
    fn a_command_without_node_asks_for_none_and_help_needs_nothing() {
        assert_eq!(needs("check"), [Need::Target, Need::Components]);
        assert_eq!(needs("test --cms"), [Need::Node, Need::Browser, Need::Wordpress]);
        assert_eq!(needs("test --release"), [Need::Browser, Need::Nginx]);
        assert_eq!(needs("test --office"), [Need::Node, Need::Office]);
        assert_eq!(needs("test --hosts"), [Need::Nginx, Need::Servers]);
        for line in ["test --engines all", "test --engines=all", "test --engines webkit"] {
            assert_eq!(
                needs(line),
                [Need::Node, Need::Target, Need::Browser, Need::Engines],
                "{line}"
            );
        }
        assert!(!needs("test --engines chromium").contains(&Need::Engines));
        assert_eq!(needs("release 0.1.0"), [Need::Node, Need::Target, Need::Static]);
        assert_eq!(needs("release 0.1.0 --program"), [Need::Static]);
        for line in ["", "--help", "demo --help", "test -h", "nothing"] {
            assert_eq!(needs(line), [], "{line}");
        }
    }
}
