// SPDX-License-Identifier: EUPL-1.2
//! `cargo xtask demo`: the gallery, built and served.

use anyhow::Result;

use crate::build;
use crate::server::{Options, Server};

/// Builds everything and serves the gallery until it is stopped.
pub fn run(port: u16) -> Result<()> {
    build::run()?;
    let server = Server::start(Options { port, ..Options::default() })?;
    println!("{}", server.url("/"));
    server.wait();
    Ok(())
}
