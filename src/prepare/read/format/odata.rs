// SPDX-License-Identifier: EUPL-1.2
//! OData in JSON, as CBS and RIVM serve it: version 4, a row for each measure, and version 3, a
//! row with all of them. Read as a stream, so that a page of any size fits.

use super::delimited::Lines;
use super::description::is_json;
use super::{Format, Sink};
use crate::prepare::cell::number::Decimal;
use crate::prepare::library;
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::{Problem, Spot};
use crate::prepare::read::input::{Input, Watch};
use serde::de::{DeserializeSeed, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::fmt;
use std::io::BufReader;
use std::ops::ControlFlow;

/// Observations of version 4.
pub struct Observations;

/// A data set of version 3, typed or untyped.
pub struct TypedDataSet;

impl Format for Observations {
    fn name(&self) -> &'static str {
        "odata-v4"
    }

    fn recognises(&self, head: &Lines<'_>) -> bool {
        let head = head.text;
        is_json(head) && head.contains("\"Measure\"") && head.contains("\"Value\"")
    }

    fn decimal(&self, _: &Input) -> Option<Decimal> {
        Some(Decimal::Point)
    }

    fn read(&self, input: &Input, sink: &mut dyn Sink) -> Result<Option<String>, Problem> {
        read(input, sink)
    }
}

impl Format for TypedDataSet {
    fn name(&self) -> &'static str {
        "odata-v3"
    }

    fn recognises(&self, head: &Lines<'_>) -> bool {
        let head = head.text;
        let set = ["TypedDataSet", "UntypedDataSet"].iter().any(|set| head.contains(set));
        is_json(head) && (set || head.contains("\"ID\""))
    }

    fn decimal(&self, _: &Input) -> Option<Decimal> {
        Some(Decimal::Point)
    }

    fn read(&self, input: &Input, sink: &mut dyn Sink) -> Result<Option<String>, Problem> {
        read(input, sink)
    }
}

fn read(input: &Input, sink: &mut dyn Sink) -> Result<Option<String>, Problem> {
    let (reader, watch) = input.reader()?;
    let mut json =
        serde_json::Deserializer::from_reader(BufReader::with_capacity(input.buffer(), reader));
    let mut page = Page { sink, watch, headings: None, row: 0, stopped: false, next: None };
    let result = Document(&mut page).deserialize(&mut json).and_then(|()| json.end());
    let (row, stopped, next) = (page.row, page.stopped, page.next);
    match result {
        // The sink had enough; what follows was not looked at.
        _ if stopped => Ok(None),
        Ok(()) if row == 0 => {
            Err(Problem::file(&input.name, Found::NoRows, Expected::RowsUnderValue))
        }
        Ok(()) => Ok(next),
        Err(error) => {
            let expected = Expected::ODataRows;
            let whole = Problem::file(&input.name, library::json(error), expected);
            let spot = Spot { row: Some(row).filter(|row| *row > 0), ..whole.spot };
            Err(Problem { spot, ..whole })
        }
    }
}

/// What is known while a page is read.
struct Page<'a> {
    sink: &'a mut dyn Sink,
    watch: Watch,
    headings: Option<Vec<String>>,
    row: u64,
    stopped: bool,
    next: Option<String>,
}

/// The whole file: an object with rows under `value`, or the rows themselves.
struct Document<'p, 'a>(&'p mut Page<'a>);

impl<'de> DeserializeSeed<'de> for Document<'_, '_> {
    type Value = ();
    fn deserialize<D: serde::Deserializer<'de>>(self, d: D) -> Result<(), D::Error> {
        d.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Document<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("rows under \"value\"")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "value" => map.next_value_seed(Rows(&mut *self.0))?,
                "@odata.nextLink" | "odata.nextLink" => self.0.next = map.next_value()?,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<(), A::Error> {
        Rows(self.0).visit_seq(seq)
    }
}

struct Rows<'p, 'a>(&'p mut Page<'a>);

impl<'de> DeserializeSeed<'de> for Rows<'_, '_> {
    type Value = ();
    fn deserialize<D: serde::Deserializer<'de>>(self, d: D) -> Result<(), D::Error> {
        d.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Rows<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of rows")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let mut cells = Vec::new();
        let mut record = csv::StringRecord::new();
        while seq.next_element_seed(Row(&mut cells))?.is_some() {
            let page = &mut *self.0;
            page.watch.row();
            page.row += 1;
            let flow = page.take(&cells, &mut record);
            if flow.is_break() {
                page.stopped = true;
                return Err(A::Error::custom("stopped"));
            }
        }
        Ok(())
    }
}

impl Page<'_> {
    fn take(
        &mut self,
        cells: &[(String, String)],
        record: &mut csv::StringRecord,
    ) -> ControlFlow<()> {
        let headings = match &self.headings {
            Some(headings) => headings,
            None => {
                let names: Vec<String> = cells.iter().map(|(name, _)| name.clone()).collect();
                self.sink.headings(&names)?;
                self.headings.insert(names)
            }
        };
        record.clear();
        for (at, heading) in headings.iter().enumerate() {
            // Nearly always the columns stand in the order of the first row.
            let here = cells.get(at).filter(|(name, _)| name == heading);
            let cell = here.or_else(|| cells.iter().find(|(name, _)| name == heading));
            record.push_field(cell.map_or("", |(_, text)| text));
        }
        self.sink.row(self.row, record)
    }
}

/// One row: an object of scalars.
struct Row<'c>(&'c mut Vec<(String, String)>);

impl<'de> DeserializeSeed<'de> for Row<'_> {
    type Value = ();
    fn deserialize<D: serde::Deserializer<'de>>(self, d: D) -> Result<(), D::Error> {
        d.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Row<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a row")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        self.0.clear();
        while let Some((name, Scalar(text))) = map.next_entry::<String, Scalar>()? {
            self.0.push((name, text));
        }
        Ok(())
    }
}

/// A text, a number or nothing, as text.
struct Scalar(String);

impl<'de> serde::Deserialize<'de> for Scalar {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct Any;
        impl Visitor<'_> for Any {
            type Value = Scalar;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, a number or null")
            }
            fn visit_str<E>(self, text: &str) -> Result<Scalar, E> {
                Ok(Scalar(text.to_string()))
            }
            fn visit_bool<E>(self, value: bool) -> Result<Scalar, E> {
                Ok(Scalar(value.to_string()))
            }
            fn visit_u64<E>(self, value: u64) -> Result<Scalar, E> {
                Ok(Scalar(value.to_string()))
            }
            fn visit_i64<E>(self, value: i64) -> Result<Scalar, E> {
                Ok(Scalar(value.to_string()))
            }
            fn visit_f64<E>(self, value: f64) -> Result<Scalar, E> {
                Ok(Scalar(value.to_string()))
            }
            fn visit_unit<E>(self) -> Result<Scalar, E> {
                Ok(Scalar(String::new()))
            }
        }
        d.deserialize_any(Any)
    }
}
