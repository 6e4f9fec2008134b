// SPDX-License-Identifier: EUPL-1.2
//! A host as municipalities have them: static files under a strict content security policy. The
//! demo, the browser tests and the benchmark all use this one.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, SystemTime};

use anyhow::{Result, anyhow};
use tiny_http::{Header, Method, Request, Response};

use crate::{project, size};

/// What a municipal site allows: its own files, and WebAssembly.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
                          connect-src 'self'; style-src 'self'";

/// Requests that are answered at the same time; a browser asks for six, and routes may wait.
const WORKERS: usize = 8;

/// How to serve.
#[derive(Clone, Debug)]
pub struct Options {
    /// The port on this machine; 0 takes a free one.
    pub port: u16,
    /// The content security policy of every answer; none sends no such header.
    pub policy: Option<String>,
    /// Answers that come from memory, by path; they win over files.
    pub routes: BTreeMap<String, Route>,
    /// The type that `.wasm` files get; managed hosts get it wrong.
    pub wasm_type: String,
    /// Headers that every answer gets besides.
    pub headers: Vec<(String, String)>,
    /// The effort of brotli, 0 to 11; none sends files as they stand.
    pub brotli: Option<i32>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            port: 0,
            policy: Some(POLICY.to_owned()),
            routes: BTreeMap::new(),
            wasm_type: "application/wasm".to_owned(),
            headers: Vec::new(),
            brotli: Some(5),
        }
    }
}

/// An answer that comes from memory.
#[derive(Clone, Debug)]
pub struct Route {
    /// The status of HTTP.
    pub status: u16,
    /// The media type.
    pub content_type: String,
    /// What is sent.
    pub body: Vec<u8>,
    /// Headers besides those of the server; one of the same name replaces the server's.
    pub headers: Vec<(String, String)>,
    /// How long the answer is held back.
    pub delay: Duration,
}

impl Route {
    /// An answer of this type.
    pub fn new(content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        Self {
            status: 200,
            content_type: content_type.to_owned(),
            body: body.into(),
            headers: Vec::new(),
            delay: Duration::ZERO,
        }
    }

    /// A page.
    pub fn html(body: impl Into<Vec<u8>>) -> Self {
        Self::new("text/html; charset=utf-8", body)
    }

    /// A script.
    pub fn script(body: impl Into<Vec<u8>>) -> Self {
        Self::new("text/javascript; charset=utf-8", body)
    }
}

/// A server that runs until it is dropped.
pub struct Server {
    address: SocketAddr,
    state: Arc<State>,
    http: Arc<tiny_http::Server>,
    workers: Vec<JoinHandle<()>>,
}

struct State {
    options: Options,
    routes: Mutex<BTreeMap<String, Route>>,
    requests: Mutex<Vec<String>>,
    packed: Mutex<HashMap<PathBuf, Packed>>,
}

/// A file under brotli, and when the file was changed.
type Packed = (SystemTime, Arc<Vec<u8>>);

impl Server {
    /// Starts to serve `www/` at `/` and `pkg/` at `/pkg/`.
    pub fn start(options: Options) -> Result<Self> {
        let http = tiny_http::Server::http(("127.0.0.1", options.port))
            .map_err(|error| anyhow!("port {} cannot be used: {error}", options.port))?;
        let address = http.server_addr().to_ip().ok_or_else(|| anyhow!("no address"))?;
        let http = Arc::new(http);
        let state = Arc::new(State {
            routes: Mutex::new(options.routes.clone()),
            requests: Mutex::default(),
            packed: Mutex::default(),
            options,
        });
        let workers = (0..WORKERS)
            .map(|_| {
                let (http, state) = (Arc::clone(&http), Arc::clone(&state));
                std::thread::spawn(move || {
                    while let Ok(request) = http.recv() {
                        state.answer(request);
                    }
                })
            })
            .collect();
        Ok(Self { address, state, http, workers })
    }

    /// The address of a path, such as `/index.html`.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Adds an answer that comes from memory, or replaces it.
    pub fn route(&self, path: &str, route: Route) {
        lock(&self.state.routes).insert(path.to_owned(), route);
    }

    /// The paths that were asked for, in order, since the start or the last `forget`.
    pub fn requests(&self) -> Vec<String> {
        lock(&self.state.requests).clone()
    }

    /// Forgets the paths that were asked for.
    pub fn forget(&self) {
        lock(&self.state.requests).clear();
    }

    /// Serves until the program is stopped.
    pub fn wait(mut self) {
        for worker in self.workers.drain(..) {
            worker.join().ok();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        for _ in &self.workers {
            self.http.unblock();
        }
        for worker in self.workers.drain(..) {
            worker.join().ok();
        }
    }
}

impl State {
    fn answer(&self, request: Request) {
        let url = request.url().to_owned();
        let path = url.split(['?', '#']).next().unwrap_or_default();
        lock(&self.requests).push(path.to_owned());
        let route = lock(&self.routes).get(path).cloned();
        let route = route.unwrap_or_else(|| {
            if matches!(request.method(), Method::Get | Method::Head) {
                self.file(path, accepts_brotli(&request)).unwrap_or_else(missing)
            } else {
                Route {
                    status: 405,
                    ..Route::new("text/plain; charset=utf-8", "Method not allowed")
                }
            }
        });
        std::thread::sleep(route.delay);
        let mut headers: BTreeMap<String, String> = BTreeMap::new();
        headers.insert("content-type".into(), route.content_type);
        headers.insert("cache-control".into(), "no-cache".into());
        headers.insert("x-content-type-options".into(), "nosniff".into());
        if let Some(policy) = &self.options.policy {
            headers.insert("content-security-policy".into(), policy.clone());
        }
        for (name, value) in self.options.headers.iter().chain(&route.headers) {
            headers.insert(name.to_lowercase(), value.clone());
        }
        let mut response = Response::from_data(route.body)
            .with_status_code(route.status)
            .with_chunked_threshold(usize::MAX);
        for (name, value) in headers {
            if let Ok(header) = Header::from_bytes(name, value) {
                response.add_header(header);
            }
        }
        // A browser that went away is no error of ours.
        request.respond(response).ok();
    }

    fn file(&self, path: &str, brotli: bool) -> Option<Route> {
        let file = find(path)?;
        let mut route = Route::new(self.content_type(&file), Vec::new());
        route.headers.push(("vary".into(), "accept-encoding".into()));
        match self.options.brotli.filter(|_| brotli) {
            Some(quality) => {
                route.body = self.packed(&file, quality)?.to_vec();
                route.headers.push(("content-encoding".into(), "br".into()));
            }
            None => route.body = fs::read(&file).ok()?,
        }
        Some(route)
    }

    fn packed(&self, file: &Path, quality: i32) -> Option<Arc<Vec<u8>>> {
        let changed = fs::metadata(file).ok()?.modified().ok()?;
        if let Some((at, bytes)) = lock(&self.packed).get(file)
            && *at == changed
        {
            return Some(Arc::clone(bytes));
        }
        let bytes = Arc::new(size::compress(&fs::read(file).ok()?, quality).ok()?);
        lock(&self.packed).insert(file.to_owned(), (changed, Arc::clone(&bytes)));
        Some(bytes)
    }

    fn content_type(&self, file: &Path) -> &str {
        match file.extension().and_then(|extension| extension.to_str()) {
            Some("html") => "text/html; charset=utf-8",
            Some("js" | "mjs") => "text/javascript; charset=utf-8",
            Some("css") => "text/css; charset=utf-8",
            Some("json") => "application/json; charset=utf-8",
            Some("wasm") => &self.options.wasm_type,
            Some("svg") => "image/svg+xml",
            Some("csv") => "text/csv; charset=utf-8",
            Some("txt" | "md" | "ts") => "text/plain; charset=utf-8",
            _ => "application/octet-stream",
        }
    }
}

/// The file that a path means, if it is one of those that are served.
fn find(path: &str) -> Option<PathBuf> {
    let (root, inside) = match path.strip_prefix("/pkg/") {
        Some(inside) => (project::pkg(), inside),
        None => (project::www(), path.strip_prefix('/')?),
    };
    let mut file = root.clone();
    let mut segments = inside.split('/').peekable();
    // The raw sources of the figures are no part of the site.
    if root == project::www() && segments.peek() == Some(&"figures") {
        return None;
    }
    while let Some(segment) = segments.next() {
        let last = segments.peek().is_none();
        if segment.is_empty() && last {
            file.push("index.html");
        } else if segment.is_empty() || segment.starts_with('.') || segment.contains(['\\', '%']) {
            return None;
        } else {
            file.push(segment);
        }
    }
    let file = file.canonicalize().ok()?;
    (file.is_file() && file.starts_with(root.canonicalize().ok()?)).then_some(file)
}

fn missing() -> Route {
    Route { status: 404, ..Route::new("text/plain; charset=utf-8", "Not found") }
}

fn accepts_brotli(request: &Request) -> bool {
    request.headers().iter().any(|header| {
        header.field.equiv("accept-encoding")
            && header.value.as_str().split(',').any(|coding| coding.trim() == "br")
    })
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;
    use std::time::Instant;

    use super::*;

    fn ask(server: &Server, request: &str) -> String {
        let mut stream = TcpStream::connect(server.address).expect("a connection");
        write!(stream, "{request}\r\nHost: localhost\r\nConnection: close\r\n\r\n").expect("sent");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("an answer");
        String::from_utf8_lossy(&answer).to_lowercase()
    }

    #[test]
    fn every_answer_carries_the_policy() {
        let server = Server::start(Options::default()).expect("a server");
        server.route("/a", Route::html("<p>a</p>"));
        for path in ["/a", "/nowhere"] {
            let answer = ask(&server, &format!("GET {path} HTTP/1.1"));
            assert!(answer.contains(&format!("content-security-policy: {POLICY}")), "{answer}");
        }
        assert_eq!(server.requests(), ["/a", "/nowhere"]);
    }

    #[test]
    fn nothing_outside_the_two_folders_is_served() {
        for path in ["/../Cargo.toml", "/pkg/../Cargo.toml", "//etc/passwd", "/%2e%2e/Cargo.toml"] {
            assert_eq!(find(path), None, "{path}");
        }
        assert_eq!(find("/figures/catalogue.toml"), None);
    }

    #[test]
    fn a_route_can_wait_and_fail() {
        let server = Server::start(Options::default()).expect("a server");
        let delay = Duration::from_millis(120);
        server.route("/slow", Route { status: 503, delay, ..Route::script("0") });
        let start = Instant::now();
        assert!(ask(&server, "GET /slow HTTP/1.1").starts_with("http/1.1 503"));
        assert!(start.elapsed() >= delay);
    }

    #[test]
    fn only_reading_is_allowed() {
        let server = Server::start(Options::default()).expect("a server");
        assert!(ask(&server, "DELETE / HTTP/1.1").starts_with("http/1.1 405"));
    }
}
