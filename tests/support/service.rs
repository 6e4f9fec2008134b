// SPDX-License-Identifier: EUPL-1.2
//! A server on this machine that answers as those of CBS and RIVM do, in version 3 and 4 of OData:
//! padded codes, pages, choices of rows and columns, and what goes wrong with servers.

use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// A code, with its title and its status.
pub type Code = (String, String, String);

/// A table: its rows by dimension and column, codes without their padding.
#[derive(Clone, Default)]
pub struct Table {
    pub id: String,
    pub title: String,
    pub modified: String,
    /// Regulier, or Gediscontinueerd.
    pub status: String,
    /// The name in version 3, and the title.
    pub columns: Vec<(String, String)>,
    /// For each dimension its codes.
    pub dimensions: Vec<(String, Vec<Code>)>,
    pub rows: Vec<Map<String, Value>>,
}

/// What goes wrong, once, with the next address that holds a text.
#[derive(Clone, Copy)]
pub enum Fault {
    /// An answer with this status.
    Status(u16),
    /// Half of the answer, then the line is cut.
    Half,
    /// A byte now and then.
    Drip,
    /// To the same place under another name.
    Redirect,
}

#[derive(Default)]
struct State {
    tables: BTreeMap<String, Table>,
    faults: Vec<(&'static str, Fault)>,
    asked: Vec<String>,
}

pub struct Service {
    pub address: String,
    state: Arc<Mutex<State>>,
}

/// Rows of a page of version 4, and of 3 where nobody asks for a number.
const PAGE: usize = 10_000;

impl Service {
    /// A service that has one version alone.
    pub fn start(version: u8) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let state = Arc::new(Mutex::new(State::default()));
        let (shared, own) = (Arc::clone(&state), address.clone());
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (shared, own) = (Arc::clone(&shared), own.clone());
                thread::spawn(move || serve(stream, &shared, &own, version));
            }
        });
        Self { address, state }
    }

    pub fn put(&self, table: Table) {
        self.state.lock().unwrap().tables.insert(table.id.clone(), table);
    }

    pub fn change(&self, id: &str, change: impl FnOnce(&mut Table)) {
        change(self.state.lock().unwrap().tables.get_mut(id).unwrap());
    }

    /// What goes wrong from now on, in this order for each text.
    pub fn fail(&self, faults: &[(&'static str, Fault)]) {
        self.state.lock().unwrap().faults = faults.to_vec();
    }

    /// The addresses that were asked for since the last time.
    pub fn asked(&self) -> Vec<String> {
        std::mem::take(&mut self.state.lock().unwrap().asked)
    }
}

fn serve(mut stream: TcpStream, state: &Mutex<State>, own: &str, version: u8) {
    let mut lines = BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok);
    let first = lines.next().unwrap_or_default();
    for _ in lines.take_while(|line| !line.is_empty()) {}
    let asked = decoded(first.split(' ').nth(1).unwrap_or_default());
    let (fault, body) = {
        let mut state = state.lock().unwrap();
        state.asked.push(asked.clone());
        let at = state.faults.iter().position(|(text, _)| asked.contains(text));
        let fault = at.map(|at| state.faults.remove(at).1);
        (fault, body(&state.tables, asked.trim_start_matches("/elders"), own, version))
    };
    let (status, body) = body.map_or((404, String::new()), |body| (200, body.to_string()));
    let head = |status: u16, more: &str, length: usize| {
        format!(
            "HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nConnection: close\r\n{more}Content-Length: {length}\r\n\r\n"
        )
    };
    let mut send = |text: &str| stream.write_all(text.as_bytes());
    // Who asked may have gone.
    let _ = match fault {
        None => send(&head(status, "", body.len())).and_then(|()| send(&body)),
        Some(Fault::Status(status)) => send(&head(status, "", 0)),
        Some(Fault::Half) => {
            let half: String = body.chars().take(body.chars().count() / 2).collect();
            send(&head(200, "", body.len())).and_then(|()| send(&half))
        }
        Some(Fault::Redirect) => {
            let place = first.split(' ').nth(1).unwrap_or_default();
            send(&head(302, &format!("Location: /elders{place}\r\n"), 0))
        }
        Some(Fault::Drip) => {
            let mut sent = send(&head(200, "", body.len()));
            for byte in body.chars() {
                thread::sleep(Duration::from_millis(50));
                sent = sent.and_then(|()| send(&byte.to_string()));
                if sent.is_err() {
                    break;
                }
            }
            sent
        }
    };
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let byte = match byte {
            b'%' => {
                let digits = [rest.next().unwrap(), rest.next().unwrap()];
                u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap()
            }
            byte => byte,
        };
        bytes.push(byte);
    }
    String::from_utf8(bytes).unwrap()
}

/// The answer; `None` where there is none such.
fn body(tables: &BTreeMap<String, Table>, asked: &str, own: &str, version: u8) -> Option<Value> {
    let (path, query) = asked.split_once('?').unwrap_or((asked, ""));
    let mut parts = path.trim_matches('/').split('/');
    let table = tables.get(parts.next()?)?;
    let options: BTreeMap<&str, &str> =
        query.split('&').filter_map(|option| option.split_once('=')).collect();
    match version {
        3 => three(table, parts.next()?, &options),
        _ => four(table, parts.next()?, &options, own),
    }
}

/// How wide the widest code of a dimension is.
fn width(table: &Table, dimension: &str) -> usize {
    let codes = table.dimensions.iter().find(|(name, _)| name == dimension);
    let codes = codes.iter().flat_map(|(_, codes)| codes);
    codes.map(|(code, ..)| code.len()).max().unwrap_or_default()
}

/// A code as wide as the widest of its dimension.
fn padded(table: &Table, dimension: &str, code: &str) -> String {
    format!("{code:<0$}", width(table, dimension))
}

fn three(table: &Table, what: &str, options: &BTreeMap<&str, &str>) -> Option<Value> {
    let context = format!("x/$metadata#Cbs.OData.WebAPI.{what}");
    let list = |value: Vec<Value>| Some(json!({ "odata.metadata": context, "value": value }));
    match what {
        "TableInfos" => list(vec![json!({
            "ID": 0, "Title": table.title, "Identifier": table.id, "Summary": "",
            "Modified": table.modified, "Language": "nl", "Catalog": "CBS",
            "Frequency": "Perjaar", "OutputStatus": table.status,
        })]),
        "DataProperties" => {
            let kind = |name: &str| match name {
                "RegioS" => "GeoDimension",
                "Perioden" => "TimeDimension",
                _ => "Dimension",
            };
            let dimensions = table.dimensions.iter().map(|(name, _)| {
                json!({ "Type": kind(name), "Key": name, "Title": name, "Description": "", "Unit": null })
            });
            let group = json!({ "Type": "TopicGroup", "Key": "", "Title": "Alles", "Unit": null });
            let columns = table.columns.iter().map(|(key, title)| {
                json!({ "Type": "Topic", "Key": key, "Title": title, "Description": "",
                    "Datatype": "Long", "Unit": "aantal", "Decimals": 0 })
            });
            list(dimensions.chain([group]).chain(columns).collect())
        }
        "TypedDataSet" => {
            let rows = chosen(table, options.get("$filter").copied().unwrap_or_default(), None);
            let select: Vec<&str> =
                options.get("$select").map(|s| s.split(',').collect()).unwrap_or_default();
            let number = |name: &str, or: usize| {
                options.get(name).and_then(|n| n.parse().ok()).unwrap_or(or)
            };
            let rows = rows.into_iter().enumerate().map(|(id, mut row)| {
                row.insert("ID".into(), id.into());
                if !select.is_empty() {
                    row.retain(|name, _| select.contains(&name.as_str()));
                }
                Value::Object(row)
            });
            list(rows.skip(number("$skip", 0)).take(number("$top", PAGE).min(PAGE)).collect())
        }
        dimension => {
            let (_, codes) = table.dimensions.iter().find(|(name, _)| name == dimension)?;
            list(
                codes
                    .iter()
                    .map(|(code, title, status)| {
                        json!({ "Key": padded(table, dimension, code), "Title": title,
                            "Description": "", "Status": status })
                    })
                    .collect(),
            )
        }
    }
}

fn four(table: &Table, what: &str, options: &BTreeMap<&str, &str>, own: &str) -> Option<Value> {
    let context = format!("x/$metadata#{what}");
    let list = |value: Vec<Value>| json!({ "@odata.context": context, "value": value });
    let measure = |at: usize| format!("M{:06}", 1000 + at);
    Some(match what {
        "Properties" => json!({
            "@odata.context": context, "Identifier": table.id, "Title": table.title,
            "Description": "", "Modified": table.modified, "ObservationsModified": table.modified,
            "Status": table.status, "Language": "nl",
        }),
        "MeasureCodes" => list(
            table
                .columns
                .iter()
                .enumerate()
                .map(|(at, (_, title))| json!({ "Identifier": measure(at), "Title": title, "Unit": "aantal" }))
                .collect(),
        ),
        "Dimensions" => list(
            table.dimensions.iter().map(|(name, _)| json!({ "Identifier": name, "Kind": "Dimension" })).collect(),
        ),
        "Observations" => {
            let filter = options.get("$filter").copied().unwrap_or_default();
            let mut observations = Vec::new();
            for (at, (name, _)) in table.columns.iter().enumerate() {
                for row in chosen(table, filter, Some(&measure(at))) {
                    let value = row.get(name).cloned().unwrap_or_default();
                    let said = if value.is_null() { "Impossible" } else { "None" };
                    let mut observation = json!({ "Id": observations.len(),
                        "Measure": measure(at), "ValueAttribute": said, "Value": value,
                        "StringValue": null });
                    for (dimension, _) in &table.dimensions {
                        observation[dimension] = row[dimension].clone();
                    }
                    observations.push(observation);
                }
            }
            let skip = options.get("$skip").and_then(|n| n.parse().ok()).unwrap_or(0usize);
            let more = observations.len() > skip + PAGE;
            let mut page = list(observations.into_iter().skip(skip).take(PAGE).collect());
            if more {
                let filter = filter.replace(' ', "%20").replace('\'', "%27");
                let next = skip + PAGE;
                page["@odata.nextLink"] = json!(format!("{own}/{}/Observations?$filter={filter}&$skip={next}", table.id));
            }
            page
        }
        codes => {
            let dimension = codes.strip_suffix("Codes")?;
            let (_, codes) = table.dimensions.iter().find(|(name, _)| name == dimension)?;
            list(
                codes
                    .iter()
                    .map(|(code, title, status)| {
                        json!({ "Identifier": padded(table, dimension, code), "Title": title,
                            "Status": status })
                    })
                    .collect(),
            )
        }
    })
}

/// The rows that a filter chooses, with padded codes.
fn chosen(table: &Table, filter: &str, measure: Option<&str>) -> Vec<Map<String, Value>> {
    let groups: Vec<&str> = filter.split(" and ").filter(|group| !group.is_empty()).collect();
    let holds = |row: &Map<String, Value>, term: &str| {
        let of = |name: &str| match name {
            "Measure" => measure.unwrap_or_default().to_string(),
            name => row.get(name).and_then(Value::as_str).unwrap_or_default().to_string(),
        };
        if let Some(inner) = term.strip_prefix("startswith(") {
            let (name, begin) = inner.trim_end_matches(')').split_once(',').unwrap();
            return of(name).starts_with(begin.trim_matches('\''));
        }
        let (name, key) = term.split_once(" eq ").unwrap();
        of(name) == key.trim_matches('\'')
    };
    let of_measure = |group: &&str| group.contains("Measure eq");
    let (measures, groups): (Vec<&str>, Vec<&str>) = groups.iter().partition(|g| of_measure(g));
    let none = Map::new();
    let fits = |row: &Map<String, Value>, group: &str| {
        let group = group.strip_prefix('(').and_then(|g| g.strip_suffix(')')).unwrap();
        group.split(" or ").any(|term| holds(row, term))
    };
    if !measures.iter().all(|group| fits(&none, group)) {
        return Vec::new();
    }
    let widths: Vec<(&String, usize)> =
        table.dimensions.iter().map(|(name, _)| (name, width(table, name))).collect();
    let mut rows = Vec::new();
    for row in &table.rows {
        let mut row = row.clone();
        for (dimension, width) in &widths {
            let code = row[*dimension].as_str().unwrap();
            row.insert((*dimension).clone(), format!("{code:<width$}").into());
        }
        if groups.iter().all(|group| fits(&row, group)) {
            rows.push(row);
        }
    }
    rows
}
