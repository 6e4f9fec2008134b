// SPDX-License-Identifier: EUPL-1.2
//! The native program.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    kansrijke_start::program::run(std::env::args_os())
}

#[cfg(target_arch = "wasm32")]
fn main() {}
