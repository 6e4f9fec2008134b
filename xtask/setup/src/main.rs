// SPDX-License-Identifier: EUPL-1.2
//! `cargo xtask …`: looks for what the command needs, then compiles and runs it.

use std::path::{Path, PathBuf};
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
    // The manifest, so that the folder stays the one in which paths were typed.
    let manifest = root.join("Cargo.toml");
    let mut cargo = rust::cargo();
    // Tests ask more of some libraries than the commands do: compiled apart, each would have ours
    // in a form of its own, which takes minutes.
    if words == ["test"] {
        cargo.args(["build", "--quiet", "--workspace", "--bins", "--tests", "--manifest-path"]);
        return match (cargo.arg(manifest).status(), commands()) {
            (Ok(status), Some(commands)) if status.success() => {
                let mut commands = Command::new(commands);
                commands.args(words);
                replace(commands)
            }
            _ => ExitCode::FAILURE,
        };
    }
    cargo.args(["run", "--quiet", "--package", "xtask", "--manifest-path"]);
    cargo.arg(manifest).arg("--").args(std::env::args_os().skip(1));
    replace(cargo)
}

/// Where the commands stand, beside this program.
fn commands() -> Option<PathBuf> {
    let own = std::env::current_exe().ok()?;
    Some(own.with_file_name("xtask").with_extension(std::env::consts::EXE_EXTENSION))
}

/// Whether the commands stand beside this program; cargo brings them up to date.
fn is_compiled() -> bool {
    commands().is_some_and(|commands| commands.is_file())
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
