// SPDX-License-Identifier: EUPL-1.2
//! Which files of figures a chart fetches: what it shows and little more.

use super::page::{DRAWN, Page};
use xtask::project;
use xtask::server::Route;

/// The files of figures that a chart with these attributes fetches.
fn fetched(attributes: &str) -> Vec<String> {
    let page = Page::open(&format!("<kansrijke-start {attributes}></kansrijke-start>"));
    page.wait_for(DRAWN);
    let requests = page.server.requests().into_iter();
    let mut files: Vec<String> =
        requests.filter_map(|path| Some(path.strip_prefix("/pkg/data/")?.to_string())).collect();
    files.sort();
    files
}

#[test]
fn a_chart_fetches_at_most_two_files() {
    let teens = "indicator=tienermoeders";
    for (attributes, files) in [
        ("region=GM0344", &["country/tienermoeders.json", "region/GM0344.json"][..]),
        ("region=gm0344 view=trend", &["country/tienermoeders.json", "region/GM0344.json"]),
        ("region='Den Haag'", &["country/tienermoeders.json", "region/den-haag.json"]),
        ("region=Utrecht view=compare", &["benchmark/tienermoeders.json", "region/utrecht.json"]),
        ("region=Limburg", &["country/tienermoeders.json", "region/limburg.json"]),
        ("region=PV26 compare='NL01, GG2514'", &["benchmark/tienermoeders.json"]),
        ("region=NL01", &["country/tienermoeders.json"]),
        ("region=PV26", &["benchmark/tienermoeders.json"]),
        ("region=Ede compare=NL01", &["country/tienermoeders.json", "region/ede.json"]),
        ("region=Ede compare='PV25 NL01'", &["benchmark/tienermoeders.json", "region/ede.json"]),
        ("region=GM0344 compare=GM0363", &["indicator/tienermoeders.json"]),
        ("region=GM0344 controls=region", &["indicator/tienermoeders.json"]),
        ("region=GM0344 view=ranking", &["ranking/tienermoeders.json"]),
        ("region=GM0344 view=ranking period=2014", &["indicator/tienermoeders.json"]),
        ("region=GM0344 view=map", &["geometry.json", "ranking/tienermoeders.json"]),
        (
            "region=GM0344 view=map within=PV26",
            &["geometry/PV26.json", "ranking/tienermoeders.json"],
        ),
        ("region=GM0344 view=map map=tiles", &["ranking/tienermoeders.json", "tiles.json"]),
        (
            "region=GM0344 view=ranking within=peers",
            &["comparators/GM0344.json", "ranking/tienermoeders.json"],
        ),
        // A province has this name, too.
        (
            "region=Utrecht view=ranking within=peers",
            &["comparators/GM0344.json", "ranking/tienermoeders.json"],
        ),
        (
            "region=Groningen view=map within=neighbours",
            &["comparators/GM0014.json", "geometry.json", "ranking/tienermoeders.json"],
        ),
        // In these figures of one place nothing is beside it.
        ("region=GM0344 within=peers", &["country/tienermoeders.json", "region/GM0344.json"]),
        (
            "region='den haag' view=map within=neighbours",
            &["comparators/GM0518.json", "geometry.json", "ranking/tienermoeders.json"],
        ),
        (
            "region=Leiden view=heatmap within=peers",
            &["comparators/GM0546.json", "overview/NL01.json"],
        ),
        ("region=GM0344 view=profile", &["overview/NL01.json"]),
        ("view=heatmap within=similar region=Leiden", &["overview/NL01.json"]),
        ("region=PV26 view=profile", &["overview/larger.json"]),
        ("region=GM0344 view=profile compare=PV26", &["overview.json"]),
        ("view=heatmap within=gg2514", &["overview/GG2514.json", "overview/definitions.json"]),
        ("view=heatmap within=Limburg", &["overview.json"]),
        ("view=heatmap controls=region", &["overview.json"]),
        ("region=GM0344 view=story", &["region/GM0344.json", "story.json"]),
        ("region=Limburg view=story", &["region/limburg.json", "story.json"]),
        ("region=NL01 view=story", &["story.json"]),
        // It lies elsewhere, which is known when the figures of the area are there.
        (
            "region=GM0344 view=profile within=PV31",
            &["overview.json", "overview/PV31.json", "overview/definitions.json"],
        ),
    ] {
        let is_one = !["profile", "heatmap", "story"].iter().any(|view| attributes.contains(view));
        let teens = if is_one { teens } else { "" };
        assert_eq!(fetched(&format!("{teens} {attributes}")), files, "{attributes}");
    }
}

#[test]
fn charts_of_one_place_share_its_file() {
    let chart = |id: &str| {
        format!("<kansrijke-start indicator={id} region=Leiden loading=eager></kansrijke-start>")
    };
    let page =
        Page::open(&["tienermoeders", "eerste-kinderen", "levendgeborenen"].map(chart).concat());
    page.wait_for(DRAWN);
    let requests = page.server.requests();
    let of = |part: &str| requests.iter().filter(|path| path.contains(part)).count();
    assert_eq!((of("/data/region/leiden.json"), of("/data/country/")), (1, 3));
    assert_eq!(of("/data/"), 4, "{requests:?}");
    page.assert_quiet();
}

#[test]
fn many_places_of_an_indicator_come_in_one_file() {
    let files = |places: &[&str]| {
        let chart = |place: &&str| {
            format!(
                "<kansrijke-start indicator=tienermoeders region={place} loading=eager></kansrijke-start>"
            )
        };
        let page = Page::open(&places.iter().map(chart).collect::<String>());
        page.wait_for(DRAWN);
        let requests = page.server.requests();
        page.assert_quiet();
        ["/data/region/", "/data/country/", "/data/benchmark/", "/data/indicator/"]
            .map(|part| requests.iter().filter(|path| path.contains(part)).count())
    };
    assert_eq!(files(&["Leiden", "Ede", "Assen", "Urk"]), [4, 1, 0, 0]);
    assert_eq!(files(&["Leiden", "Ede", "Assen", "Urk", "Breda"]), [0, 0, 0, 1]);
    // Of larger places one file holds all.
    assert_eq!(files(&["PV20", "PV21", "PV22", "PV23", "PV24"]), [0, 0, 1, 0]);
}

/// A file of an earlier version beside those of this one: a cache, or a host that was not
/// brought up to date as a whole.
#[test]
fn a_file_of_another_version_is_refused_in_words() {
    let read = |name: &str| {
        std::fs::read_to_string(project::path(format!("pkg/data/{name}"))).expect("a built file")
    };
    let json = |text: String| Route::new("application/json", text);
    let page = Page::open("");
    let place = read("region/GM0344.json");
    let earlier = place.replace("\"format\":2", "\"format\":1");
    assert_ne!(earlier, place);
    page.server.route("/d/country/tienermoeders.json", json(read("country/tienermoeders.json")));
    page.server.route("/d/region/GM0344.json", json(earlier));
    let chart = "<kansrijke-start indicator=tienermoeders region=GM0344 src=/d/></kansrijke-start>";
    page.server.route("/proef", Route::html(super::page::document(chart)));
    page.browser.open(&page.server.url("/proef")).expect("the page");
    page.wait_for("window.reported.length");
    assert_eq!(page.text("reported[0].code"), "data-version");
    // A folder that has whole files alone is enough.
    page.server
        .route("/e/indicator/tienermoeders.json", json(read("indicator/tienermoeders.json")));
    page.run("document.querySelector('kansrijke-start').setAttribute('src', '/e/')");
    page.wait_for("document.querySelector('kansrijke-start').shadowRoot.querySelector('.figure')");
}
