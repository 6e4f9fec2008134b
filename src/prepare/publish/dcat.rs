// SPDX-License-Identifier: EUPL-1.2
//! The folder as a catalogue of data, for data.overheid.nl: DCAT-AP-NL 3 as JSON-LD. It fetches no
//! context, and says nothing that recipe, catalogue and figures do not say.

use super::dataset::Publication;
use super::measure::cells;
use crate::indicator::definition::{Definition, Phase};
use crate::indicator::period::Period;
use crate::prepare::recipe::catalogue::Entry;
use crate::prepare::recipe::{Contact, Publisher};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// The name of the file.
pub const DCAT: &str = "dcat.jsonld";

/// What the catalogue's own names begin with.
const AUTHORITY: &str = "http://publications.europa.eu/resource/authority/";

/// The licences that occur, by the name that definitions have for them.
const LICENCES: [(&str, &str); 2] = [
    ("CC BY 4.0", "http://creativecommons.org/licenses/by/4.0/deed.nl"),
    ("CC0 1.0", "http://creativecommons.org/publicdomain/zero/1.0/deed.nl"),
];

/// The themes of all figures: codes of the European list with their labels.
const THEMES: [(&str, &str, &str); 2] = [
    ("HEAL", "Gezondheid", "Health"),
    ("SOCI", "Bevolking en samenleving", "Population and society"),
];

/// What the register has for a licence that nobody stated.
const UNKNOWN_LICENCE: &str = "http://standaarden.overheid.nl/owms/terms/licentieonbekend";

/// How often sources are renewed, by the word that definitions have for it.
const FREQUENCIES: [(&str, &str); 3] =
    [("jaarlijks", "ANNUAL"), ("per kwartaal", "QUARTERLY"), ("maandelijks", "MONTHLY")];

impl Publication<'_> {
    /// The catalogue.
    pub(super) fn dcat(&self) -> Value {
        let sets: Vec<Value> =
            self.catalogue.iter().filter_map(|entry| self.described(entry)).collect();
        let mut catalogue = object(json!({
            "@id": self.address("dcat.jsonld#catalogus"),
            "@type": "dcat:Catalog",
            "dct:title": said(
                "Kansrijke Start: cijfers over de eerste 1000 dagen",
                "Kansrijke Start: figures about the first 1000 days",
            ),
            "dct:description": said(
                "Cijfers over de eerste 1000 dagen van kinderen, per gemeente, GGD-regio, provincie en landelijk. Wat over te weinig personen gaat, is achtergehouden.",
                "Figures about the first 1000 days of children in the Netherlands, by municipality, health region, province and country. What is about too few persons is withheld.",
            ),
            "dct:language": [term("language/NLD", "dct:LinguisticSystem"), term("language/ENG", "dct:LinguisticSystem")],
            "dct:spatial": term("country/NLD", "dct:Location"),
            "dcat:themeTaxonomy": {
                "@id": format!("{AUTHORITY}data-theme"),
                "@type": "skos:ConceptScheme",
                "dct:title": {"en": "Data theme"},
            },
            "dcat:dataset": sets,
        }));
        self.answerable(&mut catalogue);
        catalogue.insert(
            "@context".into(),
            json!({
                "dcat": "http://www.w3.org/ns/dcat#",
                "dct": "http://purl.org/dc/terms/",
                "foaf": "http://xmlns.com/foaf/0.1/",
                "skos": "http://www.w3.org/2004/02/skos/core#",
                "vcard": "http://www.w3.org/2006/vcard/ns#",
                "xsd": "http://www.w3.org/2001/XMLSchema#",
                // What a property holds is said here once, and not in each of the datasets.
                "dct:title": {"@container": "@language"},
                "dct:description": {"@container": "@language"},
                "skos:prefLabel": {"@container": "@language"},
                "foaf:name": {"@language": "nl"},
                "vcard:fn": {"@language": "nl"},
                "dcat:keyword": {"@language": "nl"},
                "dct:modified": {"@type": "xsd:date"},
                "dcat:startDate": {"@type": "xsd:date"},
                "dcat:endDate": {"@type": "xsd:date"},
                "dcat:accessURL": {"@type": "@id"},
                "dcat:downloadURL": {"@type": "@id"},
                "vcard:hasEmail": {"@type": "@id"},
                "vcard:hasURL": {"@type": "@id"},
            }),
        );
        let mut catalogue = Value::Object(catalogue);
        once(&mut catalogue, &mut BTreeSet::new());
        catalogue
    }

    /// The address of a file, or its name where nobody said where the folder stands.
    fn address(&self, name: &str) -> String {
        match self.base {
            Some(base) => format!("{}/{name}", base.trim_end_matches('/')),
            None => name.to_string(),
        }
    }

    /// Who publishes, and where questions go, where the recipe says so.
    fn answerable(&self, to: &mut Map<String, Value>) {
        let Some(publisher) = &self.joining.publisher else { return };
        let mut agent = object(agent(&publisher.name));
        if let Some(address) = &publisher.address {
            agent.insert("@id".into(), json!(address));
        }
        to.insert("dct:publisher".into(), Value::Object(agent));
        if let Some(contact) = &publisher.contact {
            to.insert("dcat:contactPoint".into(), card(publisher, contact));
        }
    }

    /// An indicator as a dataset; none without a figure.
    fn described(&self, entry: &Entry) -> Option<Value> {
        let id = &entry.definition.id;
        let records = self.records.get(id)?;
        let shown = records.iter().filter(|(_, record)| cells(record).iter().any(Option::is_some));
        let keys: Vec<(&str, Period)> =
            shown.map(|((code, period), _)| (code.as_str(), *period)).collect();
        let first = keys.iter().map(|(_, period)| period.start()).min()?;
        let last = keys.iter().map(|(_, period)| period.end()).max()?;
        let codes: BTreeSet<&str> = keys.iter().map(|(code, _)| *code).collect();
        let definition = self.told(&entry.definition, &codes);
        let Definition { name, source, licence, phase, .. } = &*definition;
        let identifier = match self.base {
            Some(_) => self.address(&format!("dcat.jsonld#{id}")),
            None => format!("kansrijke-start/{id}"),
        };
        let mut set = object(json!({
            "@id": self.address(&format!("dcat.jsonld#{id}")),
            "@type": "dcat:Dataset",
            "dct:identifier": identifier,
            "dct:title": said(&name.nl, &name.en),
            "dct:description": said(&definition.definition.nl, &definition.definition.en),
            "dct:creator": self.creators(&entry.definition),
            "dct:accessRights": term("access-right/PUBLIC", "dct:RightsStatement"),
            "dct:language": term("language/NLD", "dct:LinguisticSystem"),
            "dcat:theme": THEMES.map(theme),
            "dcat:keyword": keywords(*phase),
            "dct:spatial": term("country/NLD", "dct:Location"),
            "dct:temporal": {
                "@type": "dct:PeriodOfTime",
                "dcat:startDate": date(first.0, first.1, 1),
                "dcat:endDate": date(last.0, last.1, days(last)),
            },
            "dcat:distribution": self.distribution(id, licence.as_deref()),
        }));
        let frequency = source.frequency.as_ref().map(|f| f.nl.as_str());
        let known = FREQUENCIES.iter().find(|(word, _)| Some(*word) == frequency);
        if let Some((_, code)) = known {
            let frequency = term(&format!("frequency/{code}"), "dct:Frequency");
            set.insert("dct:accrualPeriodicity".into(), frequency);
        }
        if let Some(updated) = &source.updated {
            set.insert("dct:modified".into(), json!(updated));
        }
        if let Some(more) = source.more.as_ref().filter(|more| more.starts_with("http")) {
            set.insert("foaf:page".into(), json!({"@id": more, "@type": "foaf:Document"}));
        }
        self.answerable(&mut set);
        Some(Value::Object(set))
    }

    /// Whose the figures are, also those that were added.
    fn creators(&self, definition: &Definition) -> Vec<Value> {
        let added = self.joining.added.values().filter_map(|a| a.sources.get(&definition.id));
        let names = added.map(|origin| origin.source.publisher.as_str());
        let names: BTreeSet<&str> = names.chain([definition.source.publisher.as_str()]).collect();
        names.into_iter().map(agent).collect()
    }

    /// The file of an indicator.
    fn distribution(&self, id: &str, licence: Option<&str>) -> Value {
        let file = self.address(&format!("indicator/{id}.json"));
        let known = LICENCES.iter().find(|(name, _)| Some(*name) == licence);
        let licence = known.map_or(UNKNOWN_LICENCE, |(_, address)| address);
        json!({
            "@id": self.address(&format!("dcat.jsonld#{id}-json")),
            "@type": "dcat:Distribution",
            "dct:title": said("JSON-stat 2.0", "JSON-stat 2.0"),
            "dcat:accessURL": file,
            "dcat:downloadURL": file,
            "dct:format": term("file-type/JSON", "dct:MediaTypeOrExtent"),
            "dcat:mediaType": {
                "@id": "https://www.iana.org/assignments/media-types/application/json",
                "@type": "dct:MediaType",
            },
            "dct:conformsTo": {"@id": "https://json-stat.org/format/", "@type": "dct:Standard"},
            "dct:language": term("language/NLD", "dct:LinguisticSystem"),
            "dct:license": {"@id": licence, "@type": "dct:LicenseDocument"},
        })
    }
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(object) => object,
        _ => Map::new(),
    }
}

/// A text in both languages.
fn said(dutch: &str, english: &str) -> Value {
    json!({"nl": dutch, "en": english})
}

/// A term of the European lists, with what it is: readers need not fetch it.
fn term(at: &str, class: &str) -> Value {
    json!({"@id": format!("{AUTHORITY}{at}"), "@type": class})
}

fn theme((code, dutch, english): (&str, &str, &str)) -> Value {
    json!({
        "@id": format!("{AUTHORITY}data-theme/{code}"),
        "@type": "skos:Concept",
        "skos:prefLabel": said(dutch, english),
    })
}

/// Says of each thing with a name once what it is; after that the name stands for it. To readers of
/// linked data that is the same, and there are as many themes as there are datasets. What is said
/// otherwise of the same name is kept.
fn once(value: &mut Value, told: &mut BTreeSet<String>) {
    let whole = value.to_string();
    match value {
        Value::Array(values) => values.iter_mut().for_each(|value| once(value, told)),
        Value::Object(object) if object.contains_key("@id") && !told.insert(whole) => {
            object.retain(|key, _| key == "@id");
        }
        Value::Object(object) => object.values_mut().for_each(|value| once(value, told)),
        _ => {}
    }
}

fn agent(name: &str) -> Value {
    json!({"@type": "foaf:Agent", "foaf:name": name})
}

fn card(publisher: &Publisher, contact: &Contact) -> Value {
    let name = contact.name.as_ref().unwrap_or(&publisher.name);
    let mut card = object(json!({
        "@type": ["vcard:Kind", "vcard:Organization"],
        "vcard:fn": name,
    }));
    if let Some(email) = &contact.email {
        card.insert("vcard:hasEmail".into(), json!(format!("mailto:{email}")));
    }
    if let Some(page) = &contact.page {
        card.insert("vcard:hasURL".into(), json!(page));
    }
    Value::Object(card)
}

fn keywords(phase: Phase) -> Vec<&'static str> {
    let when = match phase {
        Phase::Before => Some("voor de zwangerschap"),
        Phase::During => Some("zwangerschap"),
        Phase::After => Some("na de geboorte"),
        Phase::Programme => None,
    };
    ["Kansrijke Start", "eerste 1000 dagen"].into_iter().chain(when).collect()
}

fn date(year: i32, month: i32, day: i32) -> Value {
    json!(format!("{year:04}-{month:02}-{day:02}"))
}

/// How many days a month has.
fn days((year, month): (i32, i32)) -> i32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}
