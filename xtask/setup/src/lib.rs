// SPDX-License-Identifier: EUPL-1.2
//! What the project's commands need on this machine. What can be installed is installed; what
//! cannot is said in one sentence with what to type.
//!
//! A person brings Rust and Node.js. rustup fetches the WebAssembly target and the components that
//! `rust-toolchain.toml` names only when it installs the toolchain itself and may do so; a toolchain
//! that stood there before lacks them, so they are looked for here.

pub mod program;

pub mod apt;

pub mod browser;
pub mod engines;
pub mod integrations;
pub mod node;
pub mod port;
pub mod rust;
pub mod servers;

pub mod need;
