// SPDX-License-Identifier: EUPL-1.2
//! A host like those of municipalities: static files under a strict content security policy. The
//! demonstration, the browser tests and the benchmark use it.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::fs;
use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::Result;
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{ACCEPT_ENCODING, HeaderName, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::runtime::Runtime;

use crate::browser::{Engine, KEEPER};
pub use crate::route::Route;
use crate::site;

/// What a municipal site allows: its own files, and WebAssembly.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
                          connect-src 'self'; style-src 'self'";

/// A malformed file of figures, for the gallery's section of errors.
const MALFORMED: (&str, &str) =
    ("/kapot/indicator/kapot.json", r#"{"version": "2.0", "class": "dataset"}"#);

/// Where the script stands that keeps a log.
const KEEPER_PATH: &str = "/keeper.js";

/// How to serve.
#[derive(Clone, Debug)]
pub struct Options {
    /// The port on this machine; 0 takes a free one.
    pub port: u16,
    /// The content security policy of every answer, if any.
    pub policy: Option<String>,
    /// Answers from memory, by path, which take precedence over files. By default there is one: a
    /// malformed file of figures.
    pub routes: BTreeMap<String, Route>,
    /// The media type of `.wasm` files, which some managed hosts get wrong.
    pub wasm_type: String,
    /// Further headers of every answer.
    pub headers: Vec<(String, String)>,
    /// The quality of brotli, 0 to 11; without it, files are sent uncompressed.
    pub brotli: Option<i32>,
    /// Whether each page begins with a script that keeps what it says to the console: by default where
    /// tests run in an engine that has no log.
    pub keeps_log: bool,
}

impl Default for Options {
    fn default() -> Self {
        let (path, malformed) = MALFORMED;
        Self {
            port: 0,
            policy: Some(POLICY.to_owned()),
            routes: BTreeMap::from([(path.into(), Route::new("application/json", malformed))]),
            wasm_type: "application/wasm".to_owned(),
            headers: Vec::new(),
            brotli: Some(5),
            keeps_log: Engine::asked().is_ok_and(|engine| !engine.has_log()),
        }
    }
}

/// A server that runs until it is dropped.
pub struct Server {
    address: SocketAddr,
    state: Arc<State>,
    runtime: Option<Runtime>,
}

struct State {
    options: Options,
    routes: Mutex<BTreeMap<String, Route>>,
    requests: Mutex<Vec<String>>,
}

impl Server {
    /// Starts to serve `www/` at `/` and `pkg/` at `/pkg/`.
    pub fn start(options: Options) -> Result<Self> {
        let listener = setup::port::listen(options.port).map_err(anyhow::Error::msg)?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let state = Arc::new(State {
            routes: Mutex::new(options.routes.clone()),
            requests: Mutex::default(),
            options,
        });
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
        runtime.spawn(accept(listener, Arc::clone(&state)));
        Ok(Self { address, state, runtime: Some(runtime) })
    }

    /// The address of a path, such as `/index.html`.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Sets the answer for a path.
    pub fn route(&self, path: &str, route: Route) {
        lock(&self.state.routes).insert(path.to_owned(), route);
    }

    /// The requested paths, in order, since the start or the last `forget`.
    pub fn requests(&self) -> Vec<String> {
        lock(&self.state.requests).clone()
    }

    /// Forgets the requested paths.
    pub fn forget(&self) {
        lock(&self.state.requests).clear();
    }

    /// Serves until the program is stopped.
    pub fn wait(mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.block_on(std::future::pending())
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

async fn accept(listener: TcpListener, state: Arc<State>) {
    let Ok(listener) = tokio::net::TcpListener::from_std(listener) else { return };
    loop {
        if let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(converse(stream, Arc::clone(&state)));
        }
    }
}

async fn converse(stream: TcpStream, state: Arc<State>) {
    stream.set_nodelay(true).ok();
    let service = service_fn(|request| answer(Arc::clone(&state), request));
    // A browser may close its connection at any time.
    http1::Builder::new().serve_connection(TokioIo::new(stream), service).await.ok();
}

async fn answer(
    state: Arc<State>,
    request: Request<Incoming>,
) -> Result<Response<Full<Bytes>>, Infallible> {
    let path = request.uri().path().to_owned();
    if state.options.keeps_log && path == KEEPER_PATH {
        return Ok(state.response(Route::script(KEEPER)));
    }
    lock(&state.requests).push(path.clone());
    let route = lock(&state.routes).get(&path).cloned();
    let route = match route {
        Some(route) => route,
        None if !matches!(*request.method(), Method::GET | Method::HEAD) => {
            Route::plain(StatusCode::METHOD_NOT_ALLOWED)
        }
        None if site::is_page(&path) => {
            let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
            let mut route = Route::plain(StatusCode::FOUND);
            route.headers.push(("location".into(), format!("/pkg{path}{query}")));
            route
        }
        None => {
            let (state, brotli) = (Arc::clone(&state), accepts_brotli(&request));
            // Compressing takes long, and other requests must not wait for it.
            let found = tokio::task::spawn_blocking(move || state.file(&path, brotli)).await;
            found.ok().flatten().unwrap_or_else(|| Route::plain(StatusCode::NOT_FOUND))
        }
    };
    tokio::time::sleep(route.delay).await;
    Ok(state.response(route))
}

impl State {
    fn file(&self, path: &str, brotli: bool) -> Option<Route> {
        let file = site::find(path)?;
        let mut route = Route::new(site::content_type(&file, &self.options.wasm_type), Vec::new());
        route.headers.push(("vary".into(), "accept-encoding".into()));
        let is_kept = self.options.keeps_log && route.content_type.starts_with("text/html");
        match self.options.brotli.filter(|_| brotli && !is_kept) {
            Some(quality) => {
                let packed = site::compressed(&file).and_then(|file| fs::read(file).ok());
                route.body = match packed {
                    Some(packed) => packed,
                    None => site::packed(&file, quality)?.to_vec(),
                };
                route.headers.push(("content-encoding".into(), "br".into()));
            }
            None => route.body = fs::read(&file).ok()?,
        }
        Some(route)
    }

    fn response(&self, mut route: Route) -> Response<Full<Bytes>> {
        if self.options.keeps_log && route.content_type.starts_with("text/html") {
            route.body = with_keeper(route.body);
        }
        let mut response = Response::new(Full::new(Bytes::from(route.body)));
        *response.status_mut() =
            StatusCode::from_u16(route.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let own = [
            ("content-type", route.content_type.as_str()),
            ("cache-control", "no-cache"),
            ("x-content-type-options", "nosniff"),
        ];
        let policy =
            self.options.policy.iter().map(|policy| ("content-security-policy", &**policy));
        let given = self.options.headers.iter().chain(&route.headers);
        let given = given.map(|(name, value)| (name.as_str(), value.as_str()));
        for (name, value) in own.into_iter().chain(policy).chain(given) {
            if let (Ok(name), Ok(value)) =
                (HeaderName::try_from(name), HeaderValue::try_from(value))
            {
                response.headers_mut().insert(name, value);
            }
        }
        response
    }
}

/// A page that begins with the script that keeps a log: after its document type.
fn with_keeper(page: Vec<u8>) -> Vec<u8> {
    const DOCTYPE: &[u8] = b"<!doctype html>";
    match page.split_at_checked(DOCTYPE.len()) {
        Some((start, rest)) if start.eq_ignore_ascii_case(DOCTYPE) => {
            let script = format!("<script src={KEEPER_PATH}></script>");
            [start, script.as_bytes(), rest].concat()
        }
        _ => page,
    }
}

fn accepts_brotli(request: &Request<Incoming>) -> bool {
    let codings = request.headers().get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    codings.is_some_and(|codings| codings.split(',').any(|coding| coding.trim() == "br"))
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;
    use std::time::{Duration, Instant};

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
    fn connections_that_say_nothing_keep_no_one_waiting() {
        let server = Server::start(Options::default()).expect("a server");
        server.route("/a", Route::html("<p>a</p>"));
        let silent: Vec<_> =
            (0..40).map(|_| TcpStream::connect(server.address).expect("a connection")).collect();
        assert!(ask(&server, "GET /a HTTP/1.1").starts_with("http/1.1 200"));
        drop(silent);
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
    fn a_page_keeps_a_log_where_nothing_else_does() {
        let server = Server::start(Options { keeps_log: true, ..Options::default() });
        let server = server.expect("a server");
        server.route("/a", Route::html("<!DOCTYPE html><p>a</p>"));
        let answer = ask(&server, "GET /a HTTP/1.1");
        assert!(answer.ends_with("<!doctype html><script src=/keeper.js></script><p>a</p>"));
        assert!(ask(&server, "GET /keeper.js HTTP/1.1").contains("window.logged"));
        assert_eq!(server.requests(), ["/a"], "the script is no request of the page");
    }

    #[test]
    fn only_reading_is_allowed() {
        let server = Server::start(Options::default()).expect("a server");
        assert!(ask(&server, "DELETE / HTTP/1.1").starts_with("http/1.1 405"));
    }

    #[test]
    fn the_policy_holds_what_the_readmes_ask_of_a_site() {
        let readme = fs::read_to_string(crate::project::path("README.md")).expect("the README");
        let asked = readme.lines().find(|line| line.starts_with("script-src "));
        let asked = asked.expect("a policy");
        for part in asked.split("; ") {
            assert!(POLICY.split("; ").any(|served| served == part), "{part} in {POLICY}");
        }
        for other in ["README.en.md", "pkg/README.md", "www/download/README.html"] {
            let text = fs::read_to_string(crate::project::path(other)).expect("the README");
            assert!(text.contains(asked), "{other}");
        }
    }
}
