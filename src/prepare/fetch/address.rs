// SPDX-License-Identifier: EUPL-1.2
//! Which addresses a download follows: those of the services that were asked for, and no other.

use ureq::http::Uri;

/// The services that may be asked.
#[derive(Debug)]
pub(super) struct Hosts(Vec<Uri>);

impl Hosts {
    /// Those of these addresses.
    ///
    /// # Errors
    /// The address that is none of the web.
    pub(super) fn of(addresses: &[&str]) -> Result<Self, String> {
        let read = |address: &&str| web(address).ok_or_else(|| (*address).to_string());
        addresses.iter().map(read).collect::<Result<_, _>>().map(Self)
    }

    /// The address that a page at `from` calls `to`.
    ///
    /// # Errors
    /// An address that is not of these services.
    pub(super) fn follow(&self, from: &str, to: &str) -> Result<String, String> {
        let to = to.trim();
        let whole = joined(from, to).unwrap_or_else(|| to.to_string());
        match web(&whole) {
            Some(uri) if self.0.iter().any(|known| is_same(known, &uri)) => Ok(whole),
            _ => Err(whole),
        }
    }
}

/// Whether two addresses are of one service.
fn is_same(one: &Uri, other: &Uri) -> bool {
    let port = |uri: &Uri| uri.port_u16().or_else(|| (uri.scheme_str()? == "http").then_some(80));
    // A name before an @ is no host, and nothing that these services have.
    let plain = other.authority().is_some_and(|authority| !authority.as_str().contains('@'));
    let host = |uri: &Uri| uri.host().map(str::to_ascii_lowercase);
    plain
        && one.scheme() == other.scheme()
        && host(one) == host(other)
        && port(one).unwrap_or(443) == port(other).unwrap_or(443)
}

/// An address of the web.
fn web(address: &str) -> Option<Uri> {
    let uri: Uri = address.parse().ok()?;
    let is_web = matches!(uri.scheme_str(), Some("http" | "https")) && uri.host().is_some();
    is_web.then_some(uri)
}

/// An address as a page at `from` gives it: whole, or in part. `None` where it is whole.
fn joined(from: &str, to: &str) -> Option<String> {
    let scheme = to.split([':', '/', '?', '#']).next().unwrap_or_default();
    if to.get(scheme.len()..)?.starts_with(':') {
        return None;
    }
    let (before, rest) = from.split_once("://")?;
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    Some(match to {
        _ if to.starts_with("//") => [before, ":", to].concat(),
        _ if to.starts_with('/') => [before, "://", host, to].concat(),
        _ if to.starts_with('?') => [before, "://", host, "/", path, to].concat(),
        _ => [before, "://", host, "/", folder, "/", to].concat(),
    })
}

/// The host of an address, for messages.
pub(super) fn host(address: &str) -> String {
    web(address).and_then(|uri| Some(uri.host()?.to_string())).unwrap_or_default()
}
