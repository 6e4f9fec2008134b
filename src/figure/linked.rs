// SPDX-License-Identifier: EUPL-1.2
//! The figure as a `Dataset` of schema.org, for search engines, and its rows as CSV on the Web. Both
//! describe what the figure shows: of what is withheld they know no more than it does.

use super::Figure;
use crate::indicator::bilingual::Bilingual;
use crate::indicator::definition::Definition;
use crate::indicator::period::Period;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

pub(crate) use super::source::publication;

/// The addresses of licences, by the name that definitions have for them.
const LICENCES: [(&str, &str); 2] = [
    ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
];

/// A column of the rows: its name, what it is called, and what stands in it.
const COLUMNS: [(&str, Bilingualism, &str); 16] = [
    ("indicator", ("het onderwerp", "the indicator"), "string"),
    ("region", ("de code van het gebied", "the code of the region"), "string"),
    ("region_name", ("de naam van het gebied", "the name of the region"), "string"),
    ("period", ("de periode", "the period"), "string"),
    ("value", ("de waarde", "the value"), "decimal"),
    ("lower", ("de ondergrens van het interval", "the lower limit of the interval"), "decimal"),
    ("upper", ("de bovengrens van het interval", "the upper limit of the interval"), "decimal"),
    ("numerator", ("de teller", "the numerator"), "decimal"),
    ("denominator", ("de noemer", "the denominator"), "decimal"),
    (
        "status",
        (
            "waarom er geen waarde is, of wat er van te weten is",
            "why there is no value, or what to know of it",
        ),
        "string",
    ),
    (
        "annotation",
        ("wat wie de grafiek plaatste erover zegt", "what whoever placed the chart says of it"),
        "string",
    ),
    ("regions", ("het aantal gebieden", "how many regions there are"), "integer"),
    ("lowest", ("de laagste waarde", "the lowest value"), "decimal"),
    ("lower_quartile", ("het onderste kwartiel", "the lower quartile"), "decimal"),
    ("upper_quartile", ("het bovenste kwartiel", "the upper quartile"), "decimal"),
    ("highest", ("de hoogste waarde", "the highest value"), "decimal"),
];

/// The columns that say of what a row is.
const KEY: [&str; 3] = ["indicator", "region", "period"];

type Bilingualism = (&'static str, &'static str);

impl Figure<'_> {
    /// As schema.org has it. `base` is the address of the folder that a host copied, where it is
    /// known: then the dataset has the addresses of its files.
    pub fn linked_data(&self, base: Option<&str>) -> Value {
        let definitions = || self.indicators.iter().map(|(definition, _)| *definition);
        let said = |text: &Bilingual| self.words.pick(text).to_string();
        let meanings = definitions().map(|d| said(&d.definition));
        let texts: Vec<String> = self.sentences().into_iter().chain(meanings).collect();
        let measured: Vec<Value> = definitions()
            .map(|d| json!({"@type": "PropertyValue", "name": said(&d.name), "propertyID": d.id}))
            .collect();
        let mut set = Map::new();
        let mut put = |name: &str, value: Value| set.insert(name.into(), value);
        put("@context", json!("https://schema.org/"));
        put("@type", json!("Dataset"));
        put("name", json!(self.name()));
        put("description", json!(texts.join(" ")));
        put("inLanguage", json!(self.request.language.tag()));
        put("isAccessibleForFree", json!(true));
        put("creator", organisations(definitions()));
        put("creditText", json!(credits(definitions())));
        put("variableMeasured", json!(measured));
        put("measurementTechnique", json!(self.method));
        let places: BTreeSet<&str> =
            self.depiction.records().iter().map(|record| record.region.name.as_str()).collect();
        let own = self.depiction.own().name.as_str();
        let others = places.into_iter().filter(|name| *name != own);
        // A figure of all municipalities is of the country, not of four hundred places.
        let places = [own].into_iter().chain(others).take(8);
        let place = |name| json!({"@type": "Place", "name": name});
        put("spatialCoverage", places.map(place).collect());
        if let Some(licence) = same(definitions().map(|d| licence(d.licence.as_deref()))) {
            put("license", json!(licence));
        }
        if let Some(covered) = self.covered() {
            put("temporalCoverage", json!(covered));
        }
        if let Some(updated) = definitions().filter_map(|d| d.source.updated.as_deref()).max() {
            put("dateModified", json!(updated));
        }
        let more: BTreeSet<&str> = definitions().filter_map(|d| d.source.more.as_deref()).collect();
        if !more.is_empty() {
            put("isBasedOn", json!(more));
        }
        if let Some(base) = base {
            let file = |d: &Definition| {
                let address =
                    format!("{}/data/indicator/{}.json", base.trim_end_matches('/'), d.id);
                json!({
                    "@type": "DataDownload",
                    "name": said(&d.name),
                    "encodingFormat": "application/json",
                    "contentUrl": address,
                })
            };
            put("distribution", definitions().map(file).collect());
        }
        Value::Object(set)
    }

    /// From the first to the last day of what is shown.
    fn covered(&self) -> Option<String> {
        let records = self.depiction.records();
        let shown = records.iter().filter(|record| record.finding.says_something());
        let periods: Vec<Period> = shown.map(|record| record.finding.period).collect();
        let ((first, from), (last, to)) = (
            periods.iter().map(|period| period.start()).min()?,
            periods.iter().map(|period| period.end()).max()?,
        );
        Some(match (from, to) {
            (1, 12) => format!("{first:04}/{last:04}"),
            _ => format!("{first:04}-{from:02}/{last:04}-{to:02}"),
        })
    }

    /// What the rows of [`Figure::csv`] are, as CSV on the Web (W3C, 2015): the metadata of a file of
    /// that name.
    pub fn csvw(&self, name: &str) -> Value {
        let rows = self.csv();
        let heads = rows.lines().next().unwrap_or_default().split(',');
        let column = |head: &str| {
            let known = COLUMNS.iter().find(|(name, ..)| *name == head);
            let (title, datatype) = known.map_or((head, "string"), |(_, title, datatype)| {
                (self.request.language.either(title.0, title.1), *datatype)
            });
            // Heads are for machines: they are names and titles at once.
            json!({
                "name": head,
                "titles": head,
                "dc:description": title,
                "datatype": datatype,
                "required": KEY.contains(&head),
            })
        };
        let definitions = || self.indicators.iter().map(|(definition, _)| *definition);
        let mut table = Map::new();
        let mut put = |name: &str, value: Value| table.insert(name.into(), value);
        let language = self.request.language.tag();
        put("@context", json!(["http://www.w3.org/ns/csvw", {"@language": language}]));
        put("url", json!(name));
        put("dc:title", json!(self.name()));
        put("dc:description", json!(self.sentences().join(" ")));
        put("dc:source", json!(credits(definitions())));
        put("dc:language", json!(language));
        if let Some(licence) = same(definitions().map(|d| licence(d.licence.as_deref()))) {
            put("dc:license", json!({"@id": licence}));
        }
        put("dialect", json!({"header": true, "encoding": "utf-8", "delimiter": ","}));
        let mut schema = Map::new();
        schema.insert("columns".into(), heads.map(column).collect());
        let records = self.depiction.records();
        let keys: BTreeSet<(&str, &str, String)> = records
            .iter()
            .map(|r| (r.definition.id.as_str(), r.region.code.as_str(), r.finding.period.code()))
            .collect();
        if keys.len() == records.len() {
            schema.insert("primaryKey".into(), json!(KEY));
        }
        put("tableSchema", Value::Object(schema));
        Value::Object(table)
    }
}

/// What is the same of all, where it is.
fn same<T: PartialEq>(mut all: impl Iterator<Item = Option<T>>) -> Option<T> {
    let first = all.next()??;
    all.all(|other| other.as_ref() == Some(&first)).then_some(first)
}

fn licence(name: Option<&str>) -> Option<&'static str> {
    LICENCES.iter().find(|(known, _)| Some(*known) == name).map(|(_, address)| *address)
}

/// Whose the figures are.
fn organisations<'d>(definitions: impl Iterator<Item = &'d Definition>) -> Value {
    let names: BTreeSet<&str> = definitions.map(|d| d.source.publisher.as_str()).collect();
    names.into_iter().map(|name| json!({"@type": "Organization", "name": name})).collect()
}

/// The sources as they are to be named.
fn credits<'d>(definitions: impl Iterator<Item = &'d Definition>) -> String {
    let all: BTreeSet<String> = definitions.map(publication).collect();
    all.into_iter().collect::<Vec<_>>().join("; ")
}

/// Data inside a page, which no policy takes for a script. No text in it can end the block: what
/// begins a tag is written as its number, which is the same in JSON.
pub fn data_block(data: &Value) -> String {
    let mut block = String::from("<script type=\"application/ld+json\">");
    for c in data.to_string().chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                block.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c => block.push(c),
        }
    }
    block + "</script>"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_the_block() {
        let data = json!({"name": "a</script><!--<script>\u{2028}&\"b"});
        let block = data_block(&data);
        let inner = block.strip_prefix("<script type=\"application/ld+json\">");
        let inner = inner.and_then(|inner| inner.strip_suffix("</script>")).expect("a block");
        assert!(!inner.contains(['<', '>', '&', '\u{2028}']), "{inner}");
        assert_eq!(serde_json::from_str::<Value>(inner).expect("JSON"), data);
    }
}
