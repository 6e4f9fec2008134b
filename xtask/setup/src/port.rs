// SPDX-License-Identifier: EUPL-1.2
//! The port that the demo is served on.

use std::io::ErrorKind;
use std::net::TcpListener;

/// The port where none is asked for.
pub const DEFAULT: u16 = 8080;

/// Listens on the port of this machine; 0 takes a free one.
///
/// # Errors
/// The sentence that says what to type, where the port is taken or may not be used.
pub fn listen(port: u16) -> Result<TcpListener, String> {
    TcpListener::bind(("127.0.0.1", port)).map_err(|error| {
        let why = match error.kind() {
            ErrorKind::AddrInUse => "is taken by another program".to_owned(),
            ErrorKind::PermissionDenied => "is for administrators".to_owned(),
            _ => format!("cannot be used ({error})"),
        };
        format!(
            "port {port} {why}: type `cargo xtask demo --port NUMBER` with another, or \
             `--port 0` for any that is free"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_named_with_the_way_out() {
        let first = listen(0).expect("a free port");
        let port = first.local_addr().expect("an address").port();
        let said = listen(port).expect_err("it is taken");
        assert!(said.starts_with(&format!("port {port} is taken")), "{said}");
        assert!(said.contains("--port 0"), "{said}");
        drop(first);
        listen(port).expect("it is free again");
    }
}
