// SPDX-License-Identifier: EUPL-1.2
//! Where regions lie: the tiles that are shipped, and borders from files that are made up.

use super::folder::{Folder, told, warnings};
use super::shipped;
use kansrijke_start::prepare::geography::place::Places;
use kansrijke_start::prepare::geography::tables::{ALIASES, REGIONS};
use kansrijke_start::prepare::geometry::{SCHEMA, tiles};
use kansrijke_start::prepare::problem::Problem;
use kansrijke_start::prepare::run::Figures;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

const RECIPE: &str = "[[file]]\npath = \"t.csv\"\nregion = \"regio\"\nperiod = \"jaar\"\n\
    [[file.series]]\nindicator = \"big2\"\nnumerator = \"x\"\ndenominator = \"n\"\n";

/// Figures with the borders of a file.
fn with(text: &str) -> Result<Figures, Vec<Problem>> {
    let folder = Folder::with(&[
        ("t.csv", b"regio;jaar;x;n\nGM0344;2021;30;200\n"),
        ("grenzen.json", text.as_bytes()),
    ]);
    let mut figures = folder.prepare(RECIPE)?;
    figures.set_borders(&folder.0.join("grenzen.json"), Some("proef".into()))?;
    Ok(figures)
}

fn written(figures: &Figures) -> Value {
    let value =
        serde_json::from_slice(&figures.atlas.country(&figures.places).unwrap().bytes().unwrap())
            .unwrap();
    let schema = jsonschema::validator_for(&serde_json::from_str(SCHEMA).unwrap()).unwrap();
    let errors: Vec<String> = schema.iter_errors(&value).map(|e| e.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    value
}

fn collection(features: &[Value]) -> String {
    json!({"type": "FeatureCollection", "features": features}).to_string()
}

fn feature(properties: Value, rings: &[Vec<(i64, i64)>]) -> Value {
    let ring = |ring: &Vec<(i64, i64)>| {
        let closed = ring.iter().chain(ring.first());
        closed.map(|(x, y)| json!([x, y])).collect::<Vec<_>>()
    };
    let rings: Vec<_> = rings.iter().map(ring).collect();
    json!({"type": "Feature", "properties": properties,
        "geometry": {"type": "Polygon", "coordinates": rings}})
}

/// A line upwards at 130,000 m with small bends to both sides.
fn bends() -> Vec<(i64, i64)> {
    (0..=1000).map(|n| (130_000 + [0, 2, 0, -2][n as usize % 4], 450_000 + n * 20)).collect()
}

fn square(left: i64, bottom: i64, side: i64) -> Vec<(i64, i64)> {
    let (right, top) = (left + side, bottom + side);
    vec![(left, bottom), (left, top), (right, top), (right, bottom)]
}

/// Utrecht and Houten side by side, with a border of many bends between them.
fn neighbours() -> [Value; 2] {
    let mut west = vec![(110_000, 470_000), (110_000, 450_000)];
    west.extend(bends());
    let mut east = vec![(150_000, 450_000), (150_000, 470_000)];
    east.extend(bends().into_iter().rev());
    [
        feature(json!({"statcode": "GM0344"}), &[west]),
        feature(json!({"statcode": "GM0321"}), &[east]),
    ]
}

/// A file of the shipped figures, as its schema says.
fn shipped_file(name: &str) -> Value {
    let text = fs::read_to_string(shipped::made_folder().join(name)).unwrap();
    let geometry: Value = serde_json::from_str(&text).unwrap();
    let schema = jsonschema::validator_for(&serde_json::from_str(SCHEMA).unwrap()).unwrap();
    assert!(schema.is_valid(&geometry), "{name}");
    geometry
}

/// The arcs of each region.
type Arcs<'g> = BTreeMap<&'g str, BTreeSet<i64>>;

/// The arcs of each region, and of each arc how often it is walked forwards and backwards.
fn walked(geometry: &Value) -> (Arcs<'_>, BTreeMap<i64, [usize; 2]>) {
    let (mut of, mut ways) = (BTreeMap::new(), BTreeMap::<i64, [usize; 2]>::new());
    for shape in geometry["objects"]["regions"]["geometries"].as_array().unwrap() {
        let polygons = shape["arcs"].as_array().unwrap().iter();
        let rings = polygons.flat_map(|polygon| polygon.as_array().unwrap());
        let steps = rings.flat_map(|ring| ring.as_array().unwrap());
        let mut arcs = BTreeSet::new();
        for step in steps.map(|step| step.as_i64().unwrap()) {
            let arc = if step < 0 { !step } else { step };
            ways.entry(arc).or_default()[usize::from(step < 0)] += 1;
            arcs.insert(arc);
        }
        assert_eq!(of.insert(shape["id"].as_str().unwrap(), arcs), None);
    }
    (of, ways)
}

#[test]
fn every_municipality_has_an_area_and_shares_its_borders() {
    let geometry = shipped_file("geometry.json");
    assert_eq!(geometry["extension"]["kind"], "borders");
    assert!(geometry["extension"]["source"].as_str().unwrap().contains("CC BY 4.0"));
    let (of, ways) = walked(&geometry);
    let places = Places::parse(REGIONS.as_bytes(), ALIASES.as_bytes()).unwrap();
    let municipalities: BTreeSet<&str> =
        places.iter().map(|p| p.code.as_str()).filter(|code| code.starts_with("GM")).collect();
    assert_eq!(of.keys().copied().collect::<BTreeSet<_>>(), municipalities);
    assert_eq!(of.len(), 342);
    // What lies on both sides of a border walks it once each, in both directions: no gap, nothing
    // twice.
    for (arc, ways) in &ways {
        assert!(ways.iter().all(|count| *count <= 1), "{arc}: {ways:?}");
    }
    let share = |one: &str, other: &str| of[one].intersection(&of[other]).count();
    // Utrecht and De Bilt; Rozendaal and Arnhem; Baarle-Nassau and Alphen-Chaam: neighbours.
    for (one, other) in [("GM0344", "GM0310"), ("GM0277", "GM0202"), ("GM0744", "GM1723")] {
        assert!(share(one, other) > 0, "{one} {other}");
    }
    assert_eq!(share("GM0344", "GM0363"), 0);
    // An island has no neighbour: Texel, Vlieland, Terschelling, Ameland, Schiermonnikoog.
    for island in ["GM0448", "GM0096", "GM0093", "GM0060", "GM0088"] {
        assert!(of[island].iter().all(|arc| ways[arc] == [1, 0] || ways[arc] == [0, 1]));
    }
}

#[test]
fn every_area_has_a_file_with_its_own_municipalities() {
    let places = Places::parse(REGIONS.as_bytes(), ALIASES.as_bytes()).unwrap();
    let mut count = 0;
    for area in places.iter().filter(|p| ["PV", "GG", "CR"].iter().any(|k| p.code.starts_with(k))) {
        let geometry = shipped_file(&format!("geometry/{}.json", area.code));
        let (of, _) = walked(&geometry);
        let members: BTreeSet<&str> = places.members(&area.code).map(|p| p.code.as_str()).collect();
        assert_eq!(of.keys().copied().collect::<BTreeSet<_>>(), members, "{}", area.name);
        let country = geometry["objects"]["country"]["arcs"].as_array().unwrap();
        assert!(country.len() > 3, "{}: the mainland and some islands", area.name);
        count += 1;
    }
    assert!(count > 70);
}

#[test]
fn municipalities_that_have_merged_are_one() {
    // Heerhugowaard and Langedijk are Dijk en Waard since 2022.
    let shape = |code: &str, left: i64| {
        feature(json!({"statcode": code}), &[square(left, 450_000, 10_000)])
    };
    let all = [shape("GM0398", 110_000), shape("GM0416", 120_000), shape("GM0344", 130_000)];
    let geometry = written(&with(&collection(&all)).unwrap());
    let (of, ways) = walked(&geometry);
    assert_eq!(of.keys().copied().collect::<Vec<_>>(), ["GM0344", "GM1980"]);
    let polygons = geometry["objects"]["regions"]["geometries"][1]["arcs"].as_array().unwrap();
    assert_eq!((polygons.len(), polygons[0].as_array().unwrap().len()), (1, 1));
    assert_eq!(ways.values().filter(|ways| **ways == [1, 1]).count(), 1);
}

#[test]
fn every_municipality_has_a_tile_and_provinces_hold_together() {
    let places = Places::parse(REGIONS.as_bytes(), ALIASES.as_bytes()).unwrap();
    let geometry = shipped_file("tiles.json");
    assert_eq!(geometry["extension"]["kind"], "tiles");
    let mut tiles: BTreeMap<(i64, i64), &str> = BTreeMap::new();
    for shape in geometry["objects"]["regions"]["geometries"].as_array().unwrap() {
        let at = |n: usize| shape["coordinates"][n].as_i64().unwrap();
        assert_eq!(tiles.insert((at(0), at(1)), shape["id"].as_str().unwrap()), None);
    }
    assert_eq!(tiles.len(), 342);
    for province in places.iter().filter(|p| p.code.starts_with("PV")) {
        let members: Vec<&str> = places.members(&province.code).map(|p| p.code.as_str()).collect();
        let own: BTreeSet<(i64, i64)> =
            tiles.iter().filter(|(_, code)| members.contains(code)).map(|(at, _)| *at).collect();
        assert_eq!(own.len(), members.len(), "{}", province.name);
        let mut parts = Vec::new();
        let mut left = own;
        while let Some(first) = left.pop_first() {
            let (mut part, mut edge) = (1, vec![first]);
            while let Some((x, y)) = edge.pop() {
                for next in [(0, 2), (0, -2), (1, 1), (1, -1), (-1, 1), (-1, -1)] {
                    let next = (x + next.0, y + next.1);
                    if left.remove(&next) {
                        part += 1;
                        edge.push(next);
                    }
                }
            }
            parts.push(part);
        }
        parts.sort_unstable();
        // What the sea separates lies apart: the Wadden islands, Zeeuws-Vlaanderen.
        let expected: &[usize] = match province.name.as_str() {
            "Fryslân" => &[1, 1, 1, 1],
            "Noord-Holland" => &[1],
            "Zeeland" => &[3],
            _ => &[],
        };
        assert_eq!(&parts[..parts.len() - 1], expected, "{}: {parts:?}", province.name);
    }
}

#[test]
fn tiles_that_do_not_fit_are_refused() {
    let places = Places::parse(REGIONS.as_bytes(), ALIASES.as_bytes()).unwrap();
    let refused = |rows: &str| {
        let text = format!("code,column,row\n{rows}");
        told(tiles::parse(text.as_bytes(), &places))
    };
    assert!(refused("GM0344,1,1\nGM0344,2,2\n").contains("elke code eenmaal"));
    assert!(refused("GM0344,1,1\nGM0307,1,1\n").contains("een andere plaats dan die van GM0344"));
    assert!(refused("GM0344,1,-1\n").contains("een heel getal vanaf 0"));
}

#[test]
fn a_shared_border_is_simplified_once() {
    let geometry = written(&with(&collection(&neighbours())).unwrap());
    let shapes = geometry["objects"]["regions"]["geometries"].as_array().unwrap();
    // In the order of their codes.
    assert_eq!((&shapes[0]["id"], &shapes[1]["id"]), (&json!("GM0321"), &json!("GM0344")));
    let chain = |shape: &Value| -> Vec<i64> {
        shape["arcs"][0][0].as_array().unwrap().iter().map(|a| a.as_i64().unwrap()).collect()
    };
    let (east, west) = (chain(&shapes[0]), chain(&shapes[1]));
    let shared: Vec<i64> = east.iter().copied().filter(|a| west.contains(&!a)).collect();
    assert_eq!(shared.len(), 1, "{east:?} {west:?}");
    let at = if shared[0] < 0 { !shared[0] } else { shared[0] };
    let arc = geometry["arcs"][at as usize].as_array().unwrap();
    // Its bends of 2 m are less than a pixel of a screen that shows 40 km.
    assert!(arc.len() < 10, "{}", arc.len());
    assert_eq!(geometry["extension"]["source"], "proef");
}

#[test]
fn large_bends_are_kept() {
    let mut west = vec![(110_000, 470_000), (110_000, 450_000)];
    let line: Vec<(i64, i64)> =
        (0..=20).map(|n| (130_000 + [0, 3_000][n as usize % 2], 450_000 + n * 1_000)).collect();
    west.extend(line);
    let figures = with(&collection(&[feature(json!({"statcode": "GM0344"}), &[west])])).unwrap();
    let arcs = written(&figures)["arcs"].as_array().unwrap().clone();
    assert_eq!(arcs.iter().map(|a| a.as_array().unwrap().len() - 1).sum::<usize>(), 23);
}

#[test]
fn both_formats_and_any_order_give_the_same_file() {
    let [one, other] = neighbours();
    let usual = written(&with(&collection(&[one.clone(), other.clone()])).unwrap());
    assert_eq!(written(&with(&collection(&[other.clone(), one.clone()])).unwrap()), usual);

    // The same as TopoJSON in steps of a metre, one arc for each ring.
    let mut arcs = Vec::new();
    let mut geometries = Vec::new();
    for feature in [&one, &other] {
        let ring = feature["geometry"]["coordinates"][0].as_array().unwrap();
        let (mut arc, mut last) = (Vec::new(), (0, 0));
        for place in ring {
            let at = |n: usize, low: i64| place[n].as_i64().unwrap() - low;
            let spot = (at(0, 100_000), at(1, 400_000));
            arc.push(json!([spot.0 - last.0, spot.1 - last.1]));
            last = spot;
        }
        geometries.push(json!({"type": "MultiPolygon", "arcs": [[[arcs.len()]]],
            "properties": feature["properties"]}));
        arcs.push(arc);
    }
    let topology = json!({"type": "Topology", "arcs": arcs,
        "transform": {"scale": [1, 1], "translate": [100_000, 400_000]},
        "objects": {"gemeenten": {"type": "GeometryCollection", "geometries": geometries}}});
    assert_eq!(written(&with(&topology.to_string()).unwrap()), usual);
}

#[test]
fn degrees_come_out_in_metres_of_the_grid() {
    // Around the origin of the grid, a hundredth of a degree to each side.
    let place = |x: f64, y: f64| json!([5.387_206_21 + x, 52.155_174_40 + y]);
    let ring = [
        place(-0.01, -0.01),
        place(0.01, -0.01),
        place(0.01, 0.01),
        place(-0.01, 0.01),
        place(-0.01, -0.01),
    ];
    let amersfoort = json!({"type": "Feature", "properties": {"naam": "Amersfoort"},
        "geometry": {"type": "Polygon", "coordinates": [ring]}});
    let geometry = written(&with(&collection(&[amersfoort])).unwrap());
    let number = |path: &str| geometry.pointer(path).unwrap().as_f64().unwrap();
    let shape = &geometry["objects"]["regions"]["geometries"][0];
    assert_eq!(shape["id"], "GM0307");
    let x = number("/transform/translate/0")
        + number("/transform/scale/0") * shape["properties"]["middle"][0].as_f64().unwrap();
    let y = number("/transform/translate/1")
        + number("/transform/scale/1") * shape["properties"]["middle"][1].as_f64().unwrap();
    assert!((x - 155_000.0).abs() < 5.0, "{x}");
    // It is higher than wide: its middle may lie anywhere along it.
    assert!((y - 463_000.0).abs() < 500.0, "{y}");
}

#[test]
fn regions_are_found_by_code_number_and_name() {
    let side = 5_000;
    let shape = |properties: Value, nth: i64| {
        feature(properties, &[square(100_000 + nth * 10_000, 450_000, side)])
    };
    let figures = with(&collection(&[
        shape(json!({"GM_CODE": "GM0344"}), 0),
        shape(json!({"code": 307}), 1),
        shape(json!({"code": "0321", "naam": "elders"}), 2),
        shape(json!({"statnaam": "Zeist"}), 3),
        // The municipality, not the province.
        shape(json!({"name": "Groningen"}), 4),
        shape(json!({"statcode": "GM0310", "h2o": "JA"}), 5),
        shape(json!({"statcode": "BU03440000"}), 6),
        shape(json!({"statcode": "PV26"}), 7),
    ]))
    .unwrap();
    let geometry = written(&figures);
    let shapes = geometry["objects"]["regions"]["geometries"].as_array().unwrap();
    let found: Vec<&str> = shapes.iter().map(|s| s["id"].as_str().unwrap()).collect();
    assert_eq!(found, ["GM0014", "GM0307", "GM0321", "GM0344", "GM0355", "PV26"]);
    let warnings = warnings(&figures).join("\n");
    assert!(warnings.contains("2 gebieden overgeslagen"), "{warnings}");
    assert!(warnings.contains("geen grenzen van 337 gemeenten: "), "{warnings}");
    assert!(warnings.contains(" en 332 andere") && warnings.len() < 800, "{warnings}");
    assert!(!warnings.contains("Zeist"), "{warnings}");
}

#[test]
fn specks_go_but_no_region_that_can_be_seen() {
    let large = square(100_000, 400_000, 50_000);
    let mut parts = feature(json!({"statcode": "GM0344"}), &[large]);
    parts["geometry"] = json!({"type": "MultiPolygon", "coordinates": [
        parts["geometry"]["coordinates"],
        [[[10_000, 400_000], [10_000, 400_020], [10_020, 400_020], [10_000, 400_000]]],
    ]});
    let small = feature(json!({"statcode": "GM0307"}), &[square(299_000, 600_000, 800)]);
    let nothing = feature(json!({"statcode": "GM0310"}), &[square(299_000, 610_000, 2)]);
    let figures = with(&collection(&[parts, small, nothing])).unwrap();
    let geometry = written(&figures);
    let shapes = geometry["objects"]["regions"]["geometries"].as_array().unwrap();
    let found: Vec<&str> = shapes.iter().map(|s| s["id"].as_str().unwrap()).collect();
    assert_eq!(found, ["GM0307", "GM0344"]);
    assert_eq!(shapes[1]["arcs"].as_array().unwrap().len(), 1);
    let warnings = warnings(&figures).join("\n");
    assert!(warnings.contains("geen grenzen van 340 gemeenten"), "{warnings}");
}

#[test]
fn what_is_no_map_of_the_netherlands_is_refused() {
    let refused = |text: &str| told(with(text));
    let place = |properties: Value, ring: Value| {
        collection(&[json!({"type": "Feature", "properties": properties,
            "geometry": {"type": "Polygon", "coordinates": [ring]}})])
    };
    let utrecht = || json!({"statcode": "GM0344"});
    let cases = [
        ("{".to_string(), "verwacht GeoJSON of TopoJSON"),
        ("{\"type\": \"Tabel\"}".to_string(), "verwacht GeoJSON met vlakken"),
        (collection(&[]), "0 gebieden, geen met een bekende code of naam"),
        (
            place(json!({"soort": "x"}), json!([[1, 2], [3, 4], [5, 6], [1, 2]])),
            "geen met een bekende code of naam (soort)",
        ),
        (
            place(utrecht(), json!([[5.1, 52.1], [5.2, 52.1], [5.1, 52.1]])),
            "gebied 1 (statcode GM0344): een grens van minder dan vier punten",
        ),
        (
            place(utrecht(), json!([[5.1, 52.1], [5.2, 52.1], [5.2, 52.2], [5.1, 52.2]])),
            "een grens die niet sluit",
        ),
        (
            collection(&[json!({"type": "Feature", "properties": utrecht(),
                "geometry": {"type": "Point", "coordinates": [5, 52]}})]),
            "geen vlak",
        ),
        (
            place(utrecht(), json!([[52.1, 5.1], [52.1, 5.2], [52.2, 5.2], [52.1, 5.1]])),
            "breedte en lengte verwisseld",
        ),
        (
            // Web Mercator.
            place(
                utrecht(),
                json!([[570000, 6810000], [580000, 6810000], [580000, 6820000], [570000, 6810000]]),
            ),
            "gebied 1 (statcode GM0344): de plaats 570000, 6810000",
        ),
        (
            json!({"type": "FeatureCollection",
                "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}},
                "features": neighbours()})
            .to_string(),
            "coördinaten in urn:ogc:def:crs:EPSG::3857",
        ),
        (
            json!({"type": "Topology", "arcs": [], "objects": {"g": {"type": "Polygon",
                "properties": utrecht(), "arcs": [[0]]}}})
            .to_string(),
            "een vorm met een arc die er niet is",
        ),
        (
            json!({"type": "Topology", "objects": {}}).to_string(),
            "arcs of transform die niet kloppen",
        ),
    ];
    for (text, expected) in cases {
        let told = refused(&text);
        assert!(told.starts_with("grenzen.json: gevonden "), "{told}");
        assert!(told.contains(expected), "{told}\nis not: {expected}");
    }
}
