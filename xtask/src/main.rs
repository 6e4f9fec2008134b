// SPDX-License-Identifier: EUPL-1.2
//! `cargo xtask <command>`: everything the project does to itself.

use std::process::ExitCode;

use clap::Parser;
use xtask::engines::Wanted as Engines;

/// The project's own commands. `cargo xtask` sets this machine up for them first.
#[derive(Parser)]
#[command(name = "cargo xtask", disable_help_subcommand = true)]
enum Command {
    /// Build what a host copies into pkg/.
    Build,
    /// Build everything and serve the gallery.
    Demo {
        /// The port; 0 takes a free one.
        #[arg(long, default_value_t = setup::port::DEFAULT)]
        port: u16,
    },
    /// Pass every test, from a fresh clone on.
    Test {
        /// Instead, drive a real WordPress with what was built: some ten minutes.
        #[arg(long)]
        cms: bool,
        /// Instead, serve what a release has for sites by Debian's nginx and look at it in Chromium.
        #[arg(long, conflicts_with = "cms")]
        release: bool,
        /// Instead, open files of what was built in LibreOffice and R.
        #[arg(long, conflicts_with_all = ["cms", "release"])]
        office: bool,
        /// Instead, serve it by Debian's nginx, Apache and Caddy, by the rules that a release has for
        /// each, and ask for headers and load.
        #[arg(long, conflicts_with_all = ["cms", "release", "office"])]
        hosts: bool,
        /// Instead, build and run the tests for browsers in this engine, or in all.
        #[arg(long, conflicts_with_all = ["cms", "release", "office", "hosts"])]
        engines: Option<Engines>,
    },
    /// Check format, lints, documentation and licences.
    Check,
    /// Ask whether packages of others have known faults; says so where nobody answers.
    Advisories,
    /// Measure against chart libraries: time to painted, and size.
    Bench(xtask::bench::Wanted),
    /// Renew the borders that the program carries, from a file of CBS and Kadaster.
    Borders(xtask::borders::Wanted),
    /// Make the files of a release, the same to the byte wherever they are made.
    Release(xtask::release::Wanted),
    /// Picture the gallery at several widths, light and dark, after a build.
    Shots(xtask::shots::Wanted),
}

fn main() -> ExitCode {
    let result = match Command::parse() {
        Command::Build => xtask::build::run(),
        Command::Demo { port } => xtask::demo::run(port),
        Command::Test { cms: true, .. } => xtask::test::cms(),
        Command::Test { release: true, .. } => xtask::test::release(),
        Command::Test { office: true, .. } => xtask::test::office(),
        Command::Test { hosts: true, .. } => xtask::test::hosts(),
        Command::Test { engines: Some(wanted), .. } => xtask::test::engines(wanted.all()),
        Command::Test { .. } => xtask::test::run(),
        Command::Check => xtask::check::run(),
        Command::Advisories => xtask::supply::advisories::run(),
        Command::Bench(wanted) => xtask::bench::run(&wanted),
        Command::Borders(wanted) => xtask::borders::run(&wanted),
        Command::Release(wanted) => xtask::release::run(&wanted),
        Command::Shots(wanted) => xtask::shots::run(&wanted),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
