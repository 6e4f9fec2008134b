// SPDX-License-Identifier: EUPL-1.2
//! The schemas say what the readers accept, and the files are what the schemas say.

use super::folder::{Folder, counts, value};
use super::{shipped, swing, workbooks};
use kansrijke_start::prepare::publish::files;
use kansrijke_start::prepare::recipe::{Recipe, SCHEMA};
use serde_json::Value;
use std::fs;

fn schema(text: &str) -> jsonschema::Validator {
    jsonschema::validator_for(&serde_json::from_str(text).unwrap()).unwrap()
}

fn as_json(toml: &str) -> Value {
    serde_json::to_value(toml::from_str::<toml::Table>(toml).unwrap()).unwrap()
}

#[test]
fn recipes_fit_their_schema_and_are_read() {
    let schema = schema(SCHEMA);
    for name in ["recipe.toml", "recipe.example.toml"] {
        let text = fs::read_to_string(shipped::sources().join(name)).unwrap();
        let errors: Vec<String> =
            schema.iter_errors(&as_json(&text)).map(|e| e.to_string()).collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
        Recipe::parse(name, &text).unwrap();
    }
}

#[test]
fn what_the_reader_refuses_the_schema_refuses() {
    let schema = schema(SCHEMA);
    let file = "[[file]]\npath = \"x\"\nregion = \"r\"\nperiod = \"p\"\n";
    let series = "[[file.series]]\nindicator = \"big2\"\nvalue = \"v\"\n";
    for wrong in [
        "drempel = 10".to_string(),
        "threshold = -1".to_string(),
        file.to_string(),
        format!("{file}kleur = \"rood\"\n{series}"),
        format!("{file}region_is = \"NL01\"\n{series}"),
        format!("{file}{series}indicator_column = \"i\"\n"),
        format!("{file}[[file.series]]\nindicator = \"big2\"\n"),
        format!("{file}level = \"wijk\"\n{series}"),
        format!("{file}decimal = \"x\"\n{series}"),
        format!("{file}groups = \"gemiddelde\"\n{series}"),
        format!("{file}category = \"c\"\n{series}"),
        format!("{file}numerator_is = \"TRUE\"\n{series}"),
        format!("{file}denominator_is = \"TRUE\"\n{series}"),
        format!("{file}heads = 0\n{series}"),
        format!("{file}division = 1990\n{series}"),
        format!("{file}sheet = true\n{series}"),
    ] {
        assert!(Recipe::parse("r", &wrong).is_err(), "{wrong}");
        assert!(!schema.is_valid(&as_json(&wrong)), "{wrong}");
    }
    let across = "category = \"columns\"\nnumerator_is = \"TRUE\"\n";
    let bare = "[[file.series]]\nsheet = 2\nindicator = \"big2\"\n";
    let swing = "[[file]]\npath = \"x.xlsx\"\nformat = \"swing\"\n";
    for right in [
        format!("{file}{series}"),
        format!("{file}sheet = \"Blad1\"\nrange = \"B3:F40\"\nheads = 2\n{series}"),
        format!("{file}{across}{bare}"),
        swing.to_string(),
        format!("{swing}{series}"),
    ] {
        assert!(Recipe::parse("r", &right).is_ok(), "{right}");
        assert!(schema.is_valid(&as_json(&right)), "{right}");
    }
}

#[test]
fn the_example_works_with_files_as_it_describes() {
    let recipe = fs::read_to_string(shipped::sources().join("recipe.example.toml")).unwrap();
    let folder = Folder::with(&[
        (
            "jgz.csv",
            "gemeente;jaar;geslacht;deelgenomen_1e;deelgenomen_2e;uitgenodigd\n\
             Utrecht;2024;totaal;1.100;250;4.013\nAmersfoort;2024;totaal;300;100;1.800\n\
             Utrecht;2024;jongen;600;100;2.000\nHouten;2024;totaal;60;40;500\nTotaal;2024;totaal;1;1;9\n"
                .as_bytes(),
        ),
        (
            "inwoners.csv",
            b"gemeente;jaar;inwoners_1_januari\nUtrecht;2024;374238\nUtrecht;2025;376435\n",
        ),
        ("perined.csv", b"regio;jaar;perc_big2;onder;boven\nPV26;2023;0,15;0,14;0,16\n"),
        ("KS2025_indicator_15_BIG2.xlsx", &workbooks::diaper()),
        ("ggd.xlsx", &swing::described("rookt_zw")),
    ]);
    let figures = folder.prepare(&recipe).unwrap();
    assert_eq!(counts(&figures, "eigen-aanbod", "GM0344", "2024"), Some((1350.0, Some(4013.0))));
    assert_eq!(
        counts(&figures, "eigen-aanbod", "JGZ-MIDDEN", "2024"),
        Some((1850.0, Some(6313.0)))
    );
    assert_eq!(value(&figures, "big2", "PV26", "2023"), Some(15.0));
    assert_eq!(counts(&figures, "big2", "GM0363", "2020-2024"), Some((7_000.0, Some(47_000.0))));
    assert_eq!(value(&figures, "roken-zwangerschap", "GM0344", "2022"), Some(12.3));
}

#[test]
fn extensions_fit_their_schema() {
    let schema = schema(files::EXTENSION_SCHEMA);
    let mut count = 0;
    for folder in ["indicator", "country", "benchmark", "ranking", "overview", "region"] {
        for entry in fs::read_dir(shipped::made_folder().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            // Of the regions, which are alike, one in twenty.
            if folder == "region" && count % 20 != 0 {
                count += 1;
                continue;
            }
            let file: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
            let errors: Vec<String> =
                schema.iter_errors(&file["extension"]).map(|e| e.to_string()).collect();
            assert!(errors.is_empty(), "{path:?}: {errors:?}");
            count += 1;
        }
    }
    assert!(count > 100);
    let story = fs::read(shipped::made_folder().join("story.json")).unwrap();
    let story: Value = serde_json::from_slice(&story).unwrap();
    assert!(schema.is_valid(&story["extension"]));
    assert!(story["extension"]["spreads"].as_array().is_some_and(|told| told.len() > 50));
    assert!(!schema.is_valid(&serde_json::json!({"format": 1, "threshold": 10})));
    assert!(!schema.is_valid(&serde_json::json!({"format": 2})));
}

#[test]
fn files_keep_the_rules_of_json_stat() {
    for entry in fs::read_dir(shipped::made_folder().join("indicator")).unwrap() {
        let path = entry.unwrap().path();
        let file: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        assert_eq!((&file["version"], &file["class"]), (&"2.0".into(), &"dataset".into()));
        let ids = file["id"].as_array().unwrap();
        let sizes: Vec<u64> =
            file["size"].as_array().unwrap().iter().map(|s| s.as_u64().unwrap()).collect();
        assert_eq!(ids.len(), sizes.len());
        for (id, size) in ids.iter().zip(&sizes) {
            let category = &file["dimension"][id.as_str().unwrap()]["category"];
            let index = category["index"].as_array().unwrap();
            assert_eq!(index.len() as u64, *size, "{path:?}");
            if let Some(labels) = category["label"].as_object() {
                // pyjstat takes labels that are there, even if there are none.
                assert!(!labels.is_empty() || index.is_empty(), "{path:?}");
                assert!(labels.keys().all(|k| index.iter().any(|i| i == k)), "{path:?}");
            }
        }
        let cells: u64 = sizes.iter().product();
        match &file["value"] {
            Value::Array(values) => assert_eq!(values.len() as u64, cells, "{path:?}"),
            Value::Object(values) => {
                assert!(values.keys().all(|k| k.parse::<u64>().unwrap() < cells), "{path:?}");
            }
            other => panic!("{path:?}: {other}"),
        }
        match &file["status"] {
            Value::Array(all) => assert_eq!(all.len() as u64, cells, "{path:?}"),
            Value::Object(some) => {
                assert!(some.keys().all(|k| k.parse::<u64>().unwrap() < cells), "{path:?}");
            }
            other => panic!("{path:?}: {other}"),
        }
        for (role, dimensions) in file["role"].as_object().unwrap() {
            assert!(["time", "geo", "metric"].contains(&role.as_str()));
            assert!(dimensions.as_array().unwrap().iter().all(|d| ids.contains(d)));
        }
        let updated = file["updated"].as_str();
        assert!(updated.is_none_or(|d| d.len() == 10), "{path:?}: {updated:?}");
    }
}
