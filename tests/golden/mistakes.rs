// SPDX-License-Identifier: EUPL-1.2
//! What people type where something else is meant, and what each of them is told.

use kansrijke_start::error::Error;
use kansrijke_start::figure::Figure;
use kansrijke_start::program::advice::{self, Asked};
use kansrijke_start::program::read_for;
use kansrijke_start::request::{Language, Request};
use kansrijke_start::text::words::advice::AdviceWords;
use std::fs;
use std::path::Path;

/// What is asked for where a mistake says nothing else.
const USUAL: [(&str, &str); 2] = [("indicator", "tienermoeders"), ("region", "Utrecht")];

/// Attributes as they stand in a page; `""` leaves one out.
type Mistake = &'static [(&'static str, &'static str)];

/// The mistakes, by what they are about.
const MISTAKES: [(&str, &[Mistake]); 9] = [
    (
        "Namen van gebieden, anders geschreven",
        &[
            &[("region", "Gemeente Utrecht")],
            &[("region", "UTRECHT ")],
            &[("region", "Utrecht (gemeente)")],
            &[("region", "utrecht\u{a0}")],
            &[("region", "Utr\u{200b}echt")],
            &[("region", "Sudwest fryslan")],
            &[("region", "Su\u{301}dwest-Frysla\u{302}n")],
            &[("region", "Súdwest\u{a0}Fryslân")],
            &[("region", "’s-Gravenhage")],
            &[("region", "s gravenhage")],
            &[("region", "den-haag")],
            &[("region", "Capelle a/d IJssel")],
            &[("region", "provincie Utrecht")],
            &[("region", "Prov. Noord Brabant")],
            &[("region", "GGD Utrecht")],
            &[("region", "GGD-regio Utrecht")],
            &[("region", "Bergen NH")],
            &[("region", "PV Utrecht")],
            &[("region", "Leiden gem")],
            &[("region", "“Utrecht”")],
        ],
    ),
    (
        "Codes van gebieden, anders geschreven",
        &[
            &[("region", "0344")],
            &[("region", "344")],
            &[("region", "GM344")],
            &[("region", "gm 0344")],
            &[("region", "PV-26")],
            &[("region", "GG 2514")],
            &[("region", "NL")],
            &[("region", "GM9999")],
        ],
    ),
    (
        "Gemeenten die er niet meer zijn",
        &[
            &[("region", "Haren")],
            &[("region", "Haaren")],
            &[("region", "GM0788")],
            &[("region", "gemeente Bussum")],
            &[("region", "Groesbeek")],
            &[("region", "De Friese Meren")],
            &[("region", "Menaldumadeel")],
            &[("region", "Millingen aan de Rijn")],
            &[("region", "Nieuw-Lekkerland")],
            &[("region", "Littenseradiel")],
            &[("compare", "Weesp")],
            &[("compare", "Haaren")],
        ],
    ),
    (
        "Gebieden die er niet zijn, of meer dan eens",
        &[
            &[("region", "Bergen")],
            &[("region", "Utrect")],
            &[("region", "Amersfort")],
            &[("region", "Alphen")],
            &[("region", "Lutjebroek")],
            &[("region", "”Den")],
            &[("region", "")],
            &[("region", "Utrecht"), ("compare", "Rotterdm")],
            &[("region", "Bergen"), ("lang", "en")],
            &[("region", "Haaren"), ("lang", "en")],
        ],
    ),
    (
        "Gebieden naast elkaar, en het gebied waarin",
        &[
            &[("compare", "Den Haag, Rotterdam"), ("view", "compare")],
            &[("compare", "Den Haag")],
            &[("compare", "Bergen op Zoom;Alphen aan den Rijn")],
            &[("compare", "Bergen (NH.), Nederland")],
            &[("compare", "provincie Utrecht en Nederland")],
            &[("compare", "NL01 0599")],
            &[("within", "Utrecht"), ("view", "ranking")],
            &[("within", "provincie Utrecht"), ("view", "map")],
            &[("within", "Noord Brabant"), ("view", "ranking")],
            &[("within", "GGD Twente"), ("view", "ranking")],
            &[("within", "Amersfoort"), ("view", "ranking")],
            &[("within", "Utrect"), ("view", "ranking")],
            &[("within", "Similar"), ("view", "ranking")],
        ],
    ),
    (
        "Onderwerpen",
        &[
            &[("indicator", "Tienermoeders")],
            &[("indicator", "moeders 35 plus")],
            &[("indicator", "Moeders_35_Plus")],
            &[("indicator", "Levend geboren kinderen")],
            &[("indicator", "“tienermoeders”")],
            &[("indicator", "tienermoeder")],
            &[("indicator", "eerste-kind")],
            &[("indicator", "laag inkomen")],
            &[("indicator", "roken-tijdens-zwangerschap")],
            &[("indicator", "bestaat-niet")],
            &[("indicator", "")],
            &[("indicator", "tienermoeder"), ("lang", "en")],
            &[("indicator", "Tienermoeders; Eerste kinderen"), ("view", "profile")],
            &[
                ("sort", "Tienermoeders"),
                ("view", "heatmap"),
                ("indicator", ""),
                ("within", "utrecht"),
            ],
        ],
    ),
    (
        "Weergaven en andere woorden",
        &[
            &[("view", "Trend")],
            &[("view", "trends")],
            &[("view", "kaart")],
            &[("view", "lijngrafiek")],
            &[("view", "taart")],
            &[("lang", "Nederlands")],
            &[("lang", "fr")],
            &[("details", "Open")],
            &[("details", "gesloten")],
            &[("theme", "donker")],
            &[("heading-level", "h2")],
            &[("heading-level", "7")],
            &[("map", "tegels"), ("view", "map")],
            &[("controls", "Region; Period")],
            &[("controls", "gebied")],
        ],
    ),
    (
        "Periodes",
        &[
            &[("period", "2013 - 2015")],
            &[("period", "2013–2015")],
            &[("period", "1999")],
            &[("period", "2022-7")],
            &[("period", "vorig jaar")],
            &[("period", "1999"), ("lang", "en")],
            &[("period", "1999"), ("view", "ranking")],
        ],
    ),
    (
        "Onderwerpen die niet overal een cijfer hebben",
        &[
            &[("indicator", "perinatale-sterfte"), ("view", "ranking")],
            &[("indicator", "perinatale-sterfte"), ("view", "map"), ("lang", "en")],
            &[("indicator", "perinatale-sterfte")],
            &[("indicator", "perinatale-sterfte"), ("view", "trend")],
            &[("indicator", "plan-van-aanpak")],
            &[("indicator", "kinderen-laag-inkomen"), ("view", "ranking"), ("region", "PV26")],
        ],
    ),
];

/// All of them with what is said, in the order of a page that one reads.
pub fn told(folder: &Path) -> Result<String, String> {
    let mut text = String::from(
        "Wat mensen typen, en wat zij dan lezen. Waar niets anders staat, is het onderwerp\n\
         tienermoeders en het gebied Utrecht. Wat tussen haken staat, is een teken dat niet te zien is.\n",
    );
    let mut count = 0;
    for (about, mistakes) in MISTAKES {
        text += &format!("\n\n== {about}\n");
        for mistake in mistakes {
            text += &format!("\n{}\n", typed(mistake));
            text += &answered(folder, mistake)?;
            count += 1;
        }
    }
    text += "\n\n== Attributen die er niet zijn\n";
    for name in [
        "data-indicator",
        "data-region",
        "regio",
        "gemeente",
        "onderwerp",
        "veiw",
        "headinglevel",
        "perod",
    ] {
        let said = AdviceWords::of(Language::Dutch).strange([name].into_iter());
        text += &format!("\n{name}=\"…\"\n    beheerder: {}\n", said.join(" "));
        count += 1;
    }
    text += "\n\n== Bestanden\n";
    for (name, content) in
        [("pagina", "<!doctype html><title>Niet gevonden</title>"), ("half", "{\"version\":")]
    {
        text += &format!("\nhet bestand {name}.json, waarin staat: {content}\n");
        text += &of_file(name, content)?;
        count += 1;
    }
    if count < 60 {
        return Err(format!("{count} mistakes, which is fewer than sixty"));
    }
    Ok(text)
}

/// Attributes as they stand in a page.
fn typed(mistake: &[(&str, &str)]) -> String {
    let said = mistake.iter().map(|(name, value)| match *value {
        "" => format!("zonder {name}"),
        value => format!("{name}=\"{}\"", seen(value)),
    });
    said.collect::<Vec<_>>().join(" ")
}

/// A text with what cannot be seen in it said in words.
fn seen(text: &str) -> String {
    let mut seen = String::new();
    for c in text.chars() {
        match c {
            '\u{a0}' => seen += "[vaste spatie]",
            '\u{200b}' => seen += "[teken zonder breedte]",
            '\u{300}'..='\u{36f}' => seen += &format!("[los accent {:04X}]", u32::from(c)),
            c => seen.push(c),
        }
    }
    seen
}

/// A hint with the first of a list of all indicators, which any new one would change.
pub fn shortened(hint: &str) -> String {
    let parts: Vec<&str> = hint.split(", ").collect();
    match parts.as_slice() {
        [first, second, .., last] if parts.len() > 40 => {
            let rest = last.split_once(". ").map(|(_, rest)| rest).unwrap_or_default();
            format!("{first}, {second} [en alle andere]. {rest}").trim_end().to_string()
        }
        _ => hint.to_string(),
    }
}

/// What comes of a mistake.
fn answered(folder: &Path, mistake: &[(&'static str, &str)]) -> Result<String, String> {
    let mut asked: Asked =
        USUAL.iter().map(|(name, value)| (*name, (*value).to_string())).collect();
    for (name, value) in mistake {
        match value.is_empty() {
            true => asked.remove(name),
            false => asked.insert(name, (*value).to_string()),
        };
    }
    let language = asked.get("lang").and_then(|tag| Language::parse(tag)).unwrap_or_default();
    let drawn = advice::answer(folder, language, &asked, |asked| drawn(folder, asked));
    let (drawn, read) = match drawn {
        Ok(drawn) => drawn,
        Err(refused) => {
            let said = &refused.said;
            let (message, hint) = (seen(&said.message), shortened(&seen(&said.hint)));
            let code = refused.error.code();
            return Ok(format!(
                "    bezoeker:  {message}\n    beheerder: {hint}\n    code:      {code}\n"
            ));
        }
    };
    let words = AdviceWords::of(language);
    let note = words.instead(&read).map(|note| note + " ").unwrap_or_default();
    let mut text = format!("    bezoeker:  {note}[grafiek] {drawn}\n");
    if !read.is_empty() {
        text += &format!("    beheerder: {}\n", seen(&words.read(&read)));
    }
    // What is read is written as it should be.
    let mut again = asked.clone();
    again.extend(read.iter().map(|correction| (correction.name, correction.read.clone())));
    let twice = advice::answer(folder, language, &again, |asked| self::drawn(folder, asked));
    match twice {
        Ok((_, read)) if read.is_empty() => Ok(text),
        _ => Err(format!("{} is read as something that is corrected again", typed(mistake))),
    }
}

/// The heading of the figure that is asked for.
fn drawn(folder: &Path, asked: &Asked) -> Result<String, Error> {
    let request = Request::parse(|name| asked.get(name).cloned(), "nl", 640)?;
    let dataset = read_for(folder, &request)?;
    Ok(Figure::new(&dataset, &request)?.heading().to_string())
}

/// What is said of a file that holds this.
fn of_file(name: &'static str, content: &str) -> Result<String, String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mistakes");
    let failed = |error: std::io::Error| error.to_string();
    fs::create_dir_all(folder.join("indicator")).map_err(failed)?;
    fs::write(folder.join("indicator").join(name).with_extension("json"), content)
        .map_err(failed)?;
    let asked = Asked::from([("indicator", name.to_string()), ("region", "Utrecht".to_string())]);
    let answer = advice::answer(&folder, Language::Dutch, &asked, |asked| drawn(&folder, asked));
    let Err(refused) = answer else { return Err(format!("{name} is drawn")) };
    let hint = refused.said.hint.replace(&*folder.to_string_lossy(), "data");
    Ok(format!(
        "    bezoeker:  {}\n    beheerder: {hint}\n    code:      {}\n",
        refused.said.message,
        refused.error.code()
    ))
}
