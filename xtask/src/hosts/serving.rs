// SPDX-License-Identifier: EUPL-1.2
//! A web server that serves a folder on a free port of this machine.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use http_body_util::{BodyExt, Empty};
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;

/// For how long a server may take to start.
const PATIENCE: Duration = Duration::from_secs(20);

/// A server, until this is dropped.
pub struct Serving {
    child: Child,
    port: u16,
}

impl Serving {
    /// Starts a program that stays in the foreground, listens on `port` and complains in `log`.
    pub fn start(command: &mut Command, port: u16, log: &Path) -> Result<Self> {
        let said = || fs::read_to_string(log).unwrap_or_default();
        // Neither Rust nor Node.js is there for it.
        command.env_clear().env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        let child = command.spawn().context("it cannot be started")?;
        let mut serving = Self { child, port };
        let begin = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if let Some(status) = serving.child.try_wait()? {
                bail!("it ended at once ({status}): {}", said());
            }
            if begin.elapsed() > PATIENCE {
                bail!("it does not answer: {}", said());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(serving)
    }

    /// Its answer to a request with these headers, as it came: nothing is unpacked.
    pub fn get(&self, path: &str, headers: &[(&str, &str)]) -> Result<Response<Bytes>> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let get = async {
            let stream = tokio::net::TcpStream::connect(("127.0.0.1", self.port)).await?;
            let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
            let task = tokio::spawn(connection);
            let host = format!("127.0.0.1:{}", self.port);
            let mut request = Request::get(path).header("Host", host);
            for (name, value) in headers {
                request = request.header(*name, *value);
            }
            let answer = sender.send_request(request.body(Empty::<Bytes>::new())?).await?;
            let (head, body) = answer.into_parts();
            let body = body.collect().await?.to_bytes();
            task.abort();
            Ok(Response::from_parts(head, body))
        };
        runtime.block_on(async { tokio::time::timeout(PATIENCE, get).await? })
    }

    /// The address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // With the signal that lets it end its own workers; one that has ended already is what is
        // asked for.
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        let _ = self.child.wait();
    }
}

/// A port that nothing listens on.
pub fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
