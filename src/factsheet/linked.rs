// SPDX-License-Identifier: EUPL-1.2
//! What machines are told of a page, as schema.org has it.

use super::setting::Setting;
use crate::indicator::region::Region;
use serde_json::{Map, Value, json};

/// A report on a region, with the figures of its story as a dataset.
pub(super) fn report(
    setting: &Setting,
    (file, title, description): (&str, &str, &str),
    region: &Region,
    dataset: Option<Value>,
) -> Value {
    let mut report = Map::new();
    let mut put = |name: &str, value: Value| report.insert(name.into(), value);
    put("@context", json!("https://schema.org/"));
    put("@type", json!("Report"));
    put("name", json!(title));
    put("description", json!(description));
    put("inLanguage", json!(setting.language.tag()));
    put("isAccessibleForFree", json!(true));
    put(
        "about",
        json!({"@type": "AdministrativeArea", "name": region.name, "identifier": region.code}),
    );
    if let Some(edition) = setting.edition {
        put("dateModified", json!(edition.day()));
        put("version", json!(edition.id()));
    }
    if let Some(publisher) = &setting.template.publisher {
        let mut of = Map::new();
        of.insert("@type".into(), json!("Organization"));
        of.insert("name".into(), json!(publisher.name));
        if let Some(address) = &publisher.address {
            of.insert("url".into(), json!(address.text()));
        }
        put("publisher", Value::Object(of));
    }
    if let Some(base) = setting.base {
        put("url", json!(base.file(file)));
    }
    if let Some(Value::Object(mut dataset)) = dataset {
        dataset.remove("@context");
        put("isBasedOn", Value::Object(dataset));
    }
    Value::Object(report)
}

/// The page that lists all.
pub(super) fn collection(setting: &Setting, file: &str, title: &str, description: &str) -> Value {
    let mut page = json!({
        "@context": "https://schema.org/",
        "@type": "CollectionPage",
        "name": title,
        "description": description,
        "inLanguage": setting.language.tag(),
    });
    if let (Some(base), Value::Object(page)) = (setting.base, &mut page) {
        page.insert("url".into(), json!(base.file(file)));
    }
    page
}
