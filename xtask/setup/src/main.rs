// SPDX-License-Identifier: EUPL-1.2
//! `cargo xtask …`: looks for what the command needs, then compiles and runs it.

use std::path::Path;
use std::process::{Command, ExitCode};

use setup::program::announce;
use setup::{need, rust};

fn main() -> ExitCode {
    let words: Vec<String> =
        std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = here.ancestors().nth(2).unwrap_or(here);
    if let Err(missing) = need::require(root, &need::of(&words)) {
        eprintln!("error: this machine is not ready for `cargo xtask {}`", words.join(" "));
        for sentence in missing {
            eprintln!("  - {sentence}");
        }
        return ExitCode::FAILURE;
    }
    if !is_compiled() {
        announce("compiling the commands, which takes some minutes the first time");
    }
    let mut cargo = rust::cargo();
    // The manifest, so that the folder stays the one in which paths were typed.
    cargo.args(["run", "--quiet", "--package", "xtask", "--manifest-path"]);
    cargo.arg(root.join("Cargo.toml")).arg("--").args(std::env::args_os().skip(1));
    replace(cargo)
}

/// Whether the commands stand beside this program; cargo brings them up to date.
fn is_compiled() -> bool {
    let own = std::env::current_exe().ok();
    own.is_some_and(|own| {
        own.with_file_name("xtask").with_extension(std::env::consts::EXE_EXTENSION).is_file()
    })
}

/// Becomes the command: whoever stops this program stops the command.
#[cfg(unix)]
fn replace(mut command: Command) -> ExitCode {
    use std::os::unix::process::CommandExt;

    let error = command.exec();
    eprintln!("error: cargo cannot be started: {error}");
    ExitCode::FAILURE
}

#[cfg(not(unix))]
fn replace(mut command: Command) -> ExitCode {
    match command.status() {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: cargo cannot be started: {error}");
            ExitCode::FAILURE
        }
    }
}
