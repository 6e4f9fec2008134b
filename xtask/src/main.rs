// SPDX-License-Identifier: EUPL-1.2
//! `cargo xtask <command>`: everything the project does to itself.

use std::process::ExitCode;

use clap::Parser;

/// The project's own commands. Each does the set-up that it needs.
#[derive(Parser)]
#[command(name = "cargo xtask", disable_help_subcommand = true)]
enum Command {
    /// Build what a host copies into pkg/.
    Build,
}

fn main() -> ExitCode {
    let result = match Command::parse() {
        Command::Build => xtask::build::run(),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
