// SPDX-License-Identifier: EUPL-1.2
//! Downloading from a server on this machine that behaves as servers do: it pads, pages, stalls,
//! answers 406 and 429, and breaks off.

use super::folder::{Folder, counts, record};
use kansrijke_start::indicator::observation::Status;
use kansrijke_start::prepare::fetch::client::{Bounds, Patience};
use kansrijke_start::prepare::fetch::{Catalog, Fetched, fetch};
use std::collections::HashMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// What the server does when it is asked for a page once more.
#[derive(Clone)]
enum Act {
    Page(String),
    Answer(u16, &'static str),
    /// Only to who accepts anything.
    Picky(String),
    /// Half of it, then the line is cut.
    Broken(String),
    Stall(Duration),
    /// A page that is another one each time.
    Fresh(fn(usize) -> String),
    /// Without an end.
    Endless,
    /// Packed bytes.
    Packed(Vec<u8>),
}

struct Server {
    address: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// For each address what it does the first time, the second, and so on; then the last.
    fn start(acts: Vec<(&'static str, Vec<Act>)>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let acts: HashMap<&str, Vec<Act>> = acts.into_iter().collect();
        let log = Arc::clone(&asked);
        let own = address.clone();
        thread::spawn(move || {
            let mut times: HashMap<String, usize> = HashMap::new();
            for stream in listener.incoming().map_while(Result::ok) {
                let (path, accept) = asked_for(&stream);
                log.lock().unwrap().push(path.clone());
                let time = times.entry(path.clone()).or_default();
                // What nothing is said of is as `*`.
                let acts = acts.get(path.as_str()).or(acts.get("*"));
                let act = acts.and_then(|all| all.get(*time).or(all.last())).cloned();
                let act = match act {
                    Some(Act::Fresh(page)) => Some(Act::Page(page(log.lock().unwrap().len()))),
                    act => act,
                };
                *time += 1;
                let own = own.clone();
                thread::spawn(move || answer(stream, act, &accept, &own));
            }
        });
        Self { address, asked }
    }

    fn catalog(&self) -> Catalog {
        Catalog { four: format!("{}/v4", self.address), three: format!("{}/v3", self.address) }
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

fn asked_for(stream: &TcpStream) -> (String, String) {
    let mut lines = BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok);
    let first = lines.next().unwrap_or_default();
    let mut accept = String::new();
    for line in lines.take_while(|l| !l.is_empty()) {
        if let Some(value) = line.to_lowercase().strip_prefix("accept:") {
            accept = value.trim().to_string();
        }
    }
    (first.split(' ').nth(1).unwrap_or_default().to_string(), accept)
}

fn answer(mut stream: TcpStream, act: Option<Act>, accept: &str, own: &str) {
    let mut send = |status: u16, headers: &str, body: &str, length: usize| {
        let head = format!(
            "HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nConnection: close\r\n{headers}Content-Length: {length}\r\n\r\n"
        );
        let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body.as_bytes()));
    };
    let whole = |body: &String| body.replace("{own}", own);
    match act {
        None => send(404, "", "", 0),
        Some(Act::Page(body)) => send(200, "", &whole(&body), whole(&body).len()),
        Some(Act::Answer(status, headers)) => send(status, headers, "", 0),
        Some(Act::Picky(body)) if accept == "*/*" => {
            send(200, "", &whole(&body), whole(&body).len())
        }
        Some(Act::Picky(_)) => send(406, "", "", 0),
        Some(Act::Broken(body)) => {
            let body = whole(&body);
            let half: String = body.chars().take(body.len() / 2).collect();
            send(200, "", &half, body.len());
        }
        Some(Act::Stall(time)) => thread::sleep(time),
        Some(Act::Fresh(page)) => send(200, "", &page(0), page(0).len()),
        Some(Act::Endless) => {
            let _ = stream.write_all(b"HTTP/1.1 200 X\r\nConnection: close\r\n\r\n{\"value\":[");
            while stream.write_all(&[b' '; 1 << 16]).is_ok() {}
        }
        Some(Act::Packed(bytes)) => {
            let head = format!(
                "HTTP/1.1 200 X\r\nConnection: close\r\nContent-Encoding: gzip\r\nContent-Length: {}\r\n\r\n",
                bytes.len()
            );
            let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&bytes));
        }
    }
}

fn patience() -> Patience {
    Patience {
        tries: 4,
        pause: Duration::from_millis(5),
        page: Duration::from_millis(400),
        ..Patience::default()
    }
}

fn observations(rows: &[(&str, &str, f64)], next: Option<&str>) -> String {
    let rows: Vec<String> = rows
        .iter()
        .enumerate()
        .map(|(at, (measure, region, value))| {
            // Codes padded to the widest of their dimension.
            format!(r#"{{"Id":{at},"Measure":"{measure}","ValueAttribute":"None","Value":{value:?},"RegioS":"{region:<6}  ","Perioden":"2023JJ00"}}"#)
        })
        .collect();
    let next = next.map(|n| format!(r#","@odata.nextLink":"{{own}}{n}""#)).unwrap_or_default();
    format!("{{\"@odata.context\":\"c#Observations\",\"value\":[{}]{next}}}", rows.join(","))
}

const FIRST: &str = "/v4/T1/Observations";
const SECOND: &str = "/v4/T1/Observations?$skiptoken=2";

const RECIPE: &str = r#"
[[file]]
path = "T1"
region = "RegioS"
period = "Perioden"
[[file.series]]
indicator = "big2"
numerator = "M1"
denominator = "M2"
"#;

fn one() -> String {
    observations(
        &[("M1", "NL01", 150.0), ("M2", "NL01", 1000.0)],
        Some("/v4/T1/Observations?$skiptoken=2"),
    )
}

fn two() -> String {
    observations(&[("M1", "PV26", 30.0), ("M2", "PV26", 200.0)], None)
}

#[test]
fn pages_of_version_4_are_read_by_prepare() {
    let codes = r#"{"@odata.context":"c#PeriodenCodes","value":[{"Identifier":"2023JJ00","Status":"Voorlopig"}]}"#;
    let server = Server::start(vec![
        (FIRST, vec![Act::Page(one())]),
        (SECOND, vec![Act::Page(two())]),
        ("/v4/T1/PeriodenCodes", vec![Act::Page(codes.into())]),
    ]);
    let folder = Folder::with(&[]);
    let fetched =
        fetch("T1", &server.catalog(), &folder.0.join("T1"), &patience(), &|_| ()).unwrap();
    assert_eq!(fetched, Fetched { version: 4, pages: 2, kept: 0 });
    let figures = folder.prepare(RECIPE).unwrap();
    assert_eq!(counts(&figures, "big2", "PV26", "2023"), Some((30.0, Some(200.0))));
    let status = record(&figures, "big2", "NL01", "2023").unwrap().status;
    assert_eq!(status, Some(Status::Provisional));
}

#[test]
fn what_is_refused_for_now_stalls_or_breaks_off_is_asked_again() {
    let server = Server::start(vec![
        (
            FIRST,
            vec![
                Act::Answer(429, "Retry-After: 0\r\n"),
                Act::Stall(Duration::from_secs(2)),
                Act::Answer(503, ""),
                Act::Page(one()),
            ],
        ),
        (SECOND, vec![Act::Broken(two()), Act::Picky(two())]),
    ]);
    let folder = Folder::with(&[]);
    let fetched =
        fetch("T1", &server.catalog(), &folder.0.join("T1"), &patience(), &|_| ()).unwrap();
    assert_eq!((fetched.version, fetched.pages), (4, 2));
    assert!(folder.prepare(RECIPE).is_ok());
    assert!(server.asked().iter().filter(|p| *p == SECOND).count() >= 3);
}

#[test]
fn a_broken_download_goes_on_where_it_ended() {
    let down = Act::Answer(500, "");
    let server = Server::start(vec![
        (FIRST, vec![Act::Page(one())]),
        (SECOND, vec![down.clone(), down.clone(), down.clone(), down, Act::Page(two())]),
    ]);
    let folder = Folder::with(&[]);
    let table = folder.0.join("T1");
    let problem = fetch("T1", &server.catalog(), &table, &patience(), &|_| ()).unwrap_err();
    assert!(problem.to_string().contains("antwoord 500"), "{problem}");
    // What is there so far is refused, for it is not the whole table.
    assert!(folder.prepare(RECIPE).is_err());
    let fetched = fetch("T1", &server.catalog(), &table, &patience(), &|_| ()).unwrap();
    assert_eq!(fetched, Fetched { version: 4, pages: 2, kept: 1 });
    assert_eq!(server.asked().iter().filter(|p| *p == FIRST).count(), 1);
    assert!(folder.prepare(RECIPE).is_ok());
    // A finished one is made anew.
    let fetched = fetch("T1", &server.catalog(), &table, &patience(), &|_| ()).unwrap();
    assert_eq!(fetched.kept, 0);
}

#[test]
fn version_3_where_4_has_no_such_table() {
    let row = |i: usize| {
        format!(
            r#"{{"ID":{i},"RegioS":"GM{:04}  ","Perioden":"2023JJ00","Big2_1":30,"Geboren_2":200}}"#,
            i
        )
    };
    let page = |rows: std::ops::Range<usize>| {
        Act::Page(format!(
            r#"{{"odata.metadata":"x/$metadata#Cbs.OData.WebAPI.TypedDataSet","value":[{}]}}"#,
            rows.map(row).collect::<Vec<_>>().join(",")
        ))
    };
    let server = Server::start(vec![
        ("/v3/T1/TypedDataSet?$format=json&$top=10000&$skip=0", vec![page(0..10_000)]),
        ("/v3/T1/TypedDataSet?$format=json&$top=10000&$skip=10000", vec![page(10_000..10_003)]),
    ]);
    let folder = Folder::with(&[]);
    let fetched =
        fetch("T1", &server.catalog(), &folder.0.join("T1"), &patience(), &|_| ()).unwrap();
    assert_eq!(fetched, Fetched { version: 3, pages: 2, kept: 0 });
    let recipe = "[[file]]\npath = \"T1\"\nregion = \"RegioS\"\nperiod = \"Perioden\"\nskip_unknown = true\n\
        [[file.series]]\nindicator = \"big2\"\nnumerator = \"Big2\"\ndenominator = \"Geboren\"\n";
    let told = super::folder::told(folder.prepare(recipe));
    // The made-up codes hold municipalities that were no more in 2023: read, and refused for that.
    assert!(told.contains("verwacht een gemeente die toen bestond"), "{told}");
}

#[test]
fn a_table_that_is_nowhere_and_a_name_that_is_none() {
    let server = Server::start(vec![]);
    let folder = Folder::with(&[]);
    let problem =
        fetch("T1", &server.catalog(), &folder.0.join("T1"), &patience(), &|_| ()).unwrap_err();
    assert!(problem.to_string().contains("antwoord 404"), "{problem}");
    for name in ["", "../x", "a/b", "T 1"] {
        assert!(fetch(name, &server.catalog(), &folder.0, &patience(), &|_| ()).is_err());
    }
}

/// A page of version 4 that names a next one.
fn next(to: &str) -> Vec<Act> {
    vec![Act::Page(format!(r#"{{"value":[{{"Id":1}}],"@odata.nextLink":"{to}"}}"#))]
}

/// A full page of version 3, in which a number is another one each time.
fn full(number: usize) -> String {
    let rows: Vec<String> = (0..10_000).map(|_| format!(r#"{{"ID":{number}}}"#)).collect();
    format!(r#"{{"value":[{}]}}"#, rows.join(","))
}

/// A page that names another one each time.
fn further(number: usize) -> String {
    format!(r#"{{"value":[{{"Id":{number}}}],"@odata.nextLink":"{{own}}/v4/T1/page{number}"}}"#)
}

/// The same page, at another address each time.
fn again(number: usize) -> String {
    format!(r#"{{"value":[{{"Id":1}}],"@odata.nextLink":"{{own}}/v4/T1/page{number}"}}"#)
}

/// Sixteen megabytes of nothing in sixteen kilobytes.
fn bomb() -> Vec<u8> {
    let packed = "head -c 16777216 /dev/zero | gzip";
    let output = std::process::Command::new("sh").args(["-c", packed]).output().unwrap();
    assert!(!output.stdout.is_empty() && output.stdout.len() < 1 << 16, "gzip is missing");
    output.stdout
}

#[test]
fn whatever_a_server_sends_a_download_ends_and_leaves_nothing() {
    let elsewhere = Server::start(vec![("*", vec![Act::Page(two())])]);
    let other = elsewhere.address.clone();
    let bare = other.trim_start_matches("http:");
    let moved: &'static str = Box::leak(format!("Location: {other}/x\r\n").into_boxed_str());
    let third = "/v3/T1/TypedDataSet?$format=json&$top=10000&$skip=0";
    let small = Bounds { pages: 5, page_bytes: 1 << 20, bytes: 1 << 22, ..Bounds::default() };
    let few = Bounds { bytes: 100, ..small };
    for (note, acts, bounds, says, most) in [
        ("itself", vec![(FIRST, next("{own}/v4/T1/Observations"))], small, "die er al was", 1),
        ("in part", vec![(FIRST, next("Observations"))], small, "die er al was", 1),
        (
            "in a ring",
            vec![(FIRST, next("?b")), ("/v4/T1/Observations?b", next("?b"))],
            small,
            "die er al was",
            2,
        ),
        (
            "a file",
            vec![(FIRST, next("file:///etc/passwd"))],
            small,
            "andere dienst (file:///etc/passwd)",
            1,
        ),
        ("a host", vec![(FIRST, next(&[&other, "/x"].concat()))], small, "een andere dienst", 1),
        ("a bare host", vec![(FIRST, next(&[bare, "/x"].concat()))], small, "een andere dienst", 1),
        (
            "a name",
            vec![(FIRST, next("http://127.0.0.1@example.invalid/"))],
            small,
            "andere dienst",
            1,
        ),
        ("moved", vec![(FIRST, vec![Act::Answer(302, moved)])], small, "een andere dienst", 1),
        (
            "moves",
            vec![(FIRST, vec![Act::Answer(302, "Location: Observations\r\n")])],
            small,
            "nergens heen",
            6,
        ),
        ("the same", vec![("*", vec![Act::Fresh(again)])], small, "pagina 2 die er al was", 2),
        ("no end", vec![("*", vec![Act::Fresh(further)])], small, "meer dan 5 pagina's", 5),
        (
            "much",
            vec![("*", vec![Act::Fresh(further)])],
            few,
            "een tabel van meer dan 100 bytes",
            3,
        ),
        (
            "full",
            vec![
                (FIRST, vec![]),
                (third, vec![Act::Page(full(1))]),
                ("*", vec![Act::Page(full(1))]),
            ],
            small,
            "pagina 2 die er al was",
            3,
        ),
        (
            "fuller",
            vec![(FIRST, vec![]), ("*", vec![Act::Fresh(full)])],
            small,
            "meer dan 5 pagina's",
            6,
        ),
        ("a body", vec![(FIRST, vec![Act::Endless])], small, "een pagina van meer dan 1 MB", 1),
        (
            "packed",
            vec![(FIRST, vec![Act::Packed(bomb())])],
            small,
            "een pagina van meer dan 1 MB",
            1,
        ),
        ("no table", vec![(FIRST, vec![Act::Page("{}".into())])], small, "geen tabel", 4),
    ] {
        let server = Server::start(acts);
        let folder = Folder::with(&[]);
        // A page may take as long as a slow machine asks: these end by what is sent.
        let patience = Patience { bounds, page: Duration::from_secs(60), ..patience() };
        let out = folder.0.join("diep/T1");
        let problem = fetch("T1", &server.catalog(), &out, &patience, &|_| ()).unwrap_err();
        assert!(problem.to_string().contains(says), "{note}: {problem}");
        assert!(server.asked().len() <= most, "{note}: {:?}", server.asked());
        let left: Vec<_> = fs::read_dir(&folder.0).unwrap().collect();
        // What is lost may be there another time; it had no page that could be gone on with.
        assert!(left.is_empty(), "{note}: {left:?}");
    }
    assert!(elsewhere.asked().is_empty(), "{:?}", elsewhere.asked());
}

#[test]
fn a_server_that_says_later_for_ever_is_left() {
    let server = Server::start(vec![("*", vec![Act::Answer(503, "Retry-After: 9\r\n")])]);
    let folder = Folder::with(&[]);
    let bounds = Bounds { time: Duration::from_millis(300), ..Bounds::default() };
    let long = Duration::from_secs(3600);
    let patience = Patience { tries: 1000, pause: long, page: long, bounds };
    let problem =
        fetch("T1", &server.catalog(), &folder.0.join("T1"), &patience, &|_| ()).unwrap_err();
    assert!(problem.to_string().contains("niet binnen is"), "{problem}");
    assert_eq!(server.asked().len(), 1);
}

#[test]
fn a_finished_table_stays_until_the_next_is_whole() {
    let server = Server::start(vec![
        (FIRST, vec![Act::Page(one())]),
        (SECOND, vec![Act::Page(two()), Act::Answer(403, "")]),
    ]);
    let folder = Folder::with(&[]);
    let table = folder.0.join("T1");
    fetch("T1", &server.catalog(), &table, &patience(), &|_| ()).unwrap();
    assert!(folder.prepare(RECIPE).is_ok());
    assert!(fetch("T1", &server.catalog(), &table, &patience(), &|_| ()).is_err());
    assert!(folder.prepare(RECIPE).is_ok(), "the table of before is whole");
    // What is no page of ours is not removed, and nothing is asked.
    let asked = server.asked().len();
    folder.put("T1/observations-3.json", b"mine");
    let problem = fetch("T1", &server.catalog(), &table, &patience(), &|_| ()).unwrap_err();
    assert!(problem.to_string().contains("observations-3.json, dat"), "{problem}");
    assert_eq!(fs::read(table.join("observations-3.json")).unwrap(), b"mine");
    assert_eq!(server.asked().len(), asked);
}

#[test]
fn no_connection_is_said_in_dutch() {
    let gone = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    for (host, address) in [
        ("bestaat-niet.invalid", "http://bestaat-niet.invalid".to_string()),
        ("127.0.0.1", format!("http://{gone}")),
    ] {
        let folder = Folder::with(&[]);
        let patience = Patience { tries: 1, page: Duration::from_secs(30), ..patience() };
        let catalog = Catalog::named(&address);
        let problem = fetch("T1", &catalog, &folder.0.join("T1"), &patience, &|_| ()).unwrap_err();
        let told = problem.to_string();
        assert!(told.contains(&format!("geen verbinding met {host}")), "{told}");
        assert_eq!(fs::read_dir(&folder.0).unwrap().count(), 0);
    }
}
